import { dateField, iso, onDate, spelled, useOffsetOf } from "./dates.js";

const day = 24 * 60 * 60 * 1000;
const untilStale = 10_000;
/** A bot that has just started has not yet planned what comes next. */
const untilPlanned = 1500;
const part = (name) => document.querySelector(`[data-testid="${name}"]`);

/** Shows the clock of the demo and moves it forward. */
export async function startClock(url) {
  if (!url) return;
  const form = part("clock");
  let now = 0;
  let next = null;

  async function read(response) {
    if (!response.ok) throw new Error(await complaint(response));
    show(await response.json());
  }

  function show(clock) {
    useOffsetOf(clock.now);
    now = Date.parse(clock.now);
    next = clock.next ? Date.parse(clock.next) : null;
    part("clock-now").textContent = spelled(now);
    part("clock-now").dateTime = clock.now;
    part("clock-date").min = dateField(now);
    part("clock-date").value = dateField(now);
    part("clock-next").hidden = next === null || next <= now;
    if (next) part("clock-next").title = spelled(next);
    form.hidden = false;
  }

  async function move(to) {
    form.setAttribute("aria-busy", "true");
    part("clock-error").hidden = true;
    try {
      const body = JSON.stringify({ now: iso(to) });
      await read(await fetch(url, { method: "POST", headers: { "Content-Type": "application/json" }, body }));
    } catch (error) {
      part("clock-error").textContent = error.message;
      part("clock-error").hidden = false;
      part("clock-date").value = dateField(now);
    } finally {
      form.removeAttribute("aria-busy");
    }
  }

  part("clock-plus-day").addEventListener("click", () => move(now + day));
  part("clock-next").addEventListener("click", () => move(next));
  part("clock-date").addEventListener("change", (event) => {
    const chosen = event.target.value;
    if (chosen && chosen !== dateField(now)) move(onDate(now, chosen));
  });
  part("clock-date").addEventListener("click", openCalendar);
  part("clock-date").addEventListener("keydown", byCalendarOnly);
  form.addEventListener("submit", (event) => event.preventDefault());
  const refresh = () => fetch(url).then(read);
  const keepFresh = () => setTimeout(look, next === null ? untilPlanned : untilStale);
  async function look() {
    const idle = !form.hasAttribute("aria-busy") && document.activeElement !== part("clock-date");
    if (idle) await refresh().catch(() => (part("clock-now").textContent = "часы недоступны"));
    keepFresh();
  }
  await refresh().finally(keepFresh);
}

const openCalendar = ({ target }) => target.showPicker?.();

/** Typed digit by digit, a date would be a wrong one on the way. */
function byCalendarOnly(event) {
  if (event.key === "Tab" || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  if (event.key === "Enter" || event.key === " " || event.key === "ArrowDown") openCalendar(event);
}

/** The text of a refusal, whether it came as text or as JSON. */
async function complaint(response) {
  const text = await response.text();
  try {
    const json = JSON.parse(text);
    return json.error ?? json.detail ?? json.title ?? text;
  } catch {
    return text || `Ошибка ${response.status}`;
  }
}
