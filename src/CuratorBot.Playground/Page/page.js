import { get } from "./api.js";
import { startClock } from "./clock.js";
import { make } from "./make.js";
import { Phone } from "./phone.js";

const phones = new Map();
const tabs = new Map();
const people = document.querySelector(".people");
const offline = document.querySelector("[data-testid=offline]");

/** Shows whose phone is in hand. */
function mark(userId) {
  for (const [id, phone] of phones) {
    const current = id === userId;
    phone.element.toggleAttribute("data-current", current);
    tabs.get(id).setAttribute("aria-selected", String(current));
    tabs.get(id).tabIndex = current ? 0 : -1;
  }
  tabs.get(userId).scrollIntoView({ block: "nearest", inline: "nearest" });
}

function select(userId, focus = false) {
  mark(userId);
  const phone = phones.get(userId);
  phone.element.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "smooth" });
  if (focus) tabs.get(userId).focus();
  read(phone);
  phone.scrollToEnd();
}

function showUnread(phone) {
  const badge = tabs.get(phone.userId).querySelector(".badge");
  badge.hidden = phone.unread === 0;
  badge.firstChild.textContent = String(phone.unread);
}

function read(phone) {
  phone.unread = 0;
  showUnread(phone);
}

const sight = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      const phone = [...phones.values()].find(({ element }) => element === target);
      phone.inSight = isIntersecting;
      if (isIntersecting) read(phone);
    }
  },
  { threshold: 0.4 },
);

function addPerson(person, botName) {
  const phone = new Phone(person, botName);
  const badge = make("span.badge", { hidden: true, testid: "badge" }, "0", make("span.unseen", {}, " новых"));
  const tab = make(
    "button.person-tab",
    {
      type: "button",
      role: "tab",
      testid: `person-tab-${person.userId}`,
      title: person.caption,
      "aria-controls": `phone-${person.userId}`,
      onclick: () => select(person.userId),
    },
    person.firstName,
    person.lastName ? make("span.last-name", {}, person.lastName) : null,
    badge,
  );
  phones.set(person.userId, phone);
  tabs.set(person.userId, tab);
  people.append(tab);
  document.querySelector(".phones").append(phone.element);
  phone.element.addEventListener("focusin", () => mark(person.userId));
  sight.observe(phone.element);
}

people.addEventListener("keydown", (event) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const ids = [...phones.keys()];
  const at = ids.findIndex((id) => tabs.get(id) === document.activeElement);
  select(ids.at((at + step) % ids.length), true);
});

async function load() {
  const state = await get("/playground/state");
  if (phones.size === 0) {
    for (const person of state.people) addPerson(person, state.bot.first_name);
    if (state.people.length > 0) select(state.people[0].userId);
  }
  const chats = new Map(state.chats.map((chat) => [chat.chatId, chat]));
  for (const phone of phones.values()) phone.show(chats.get(phone.userId));
}

function listen() {
  const events = new EventSource("/playground/events");
  let loaded = null;
  const on = (name, handle) =>
    events.addEventListener(name, async ({ data }) => {
      await loaded;
      const happened = JSON.parse(data);
      const phone = phones.get(happened.chatId);
      if (phone) handle(phone, happened);
    });
  on("message", (phone, { message }) => {
    phone.receive(message);
    if (!message.from.is_bot || phone.inSight) return;
    phone.unread++;
    showUnread(phone);
  });
  on("edited", (phone, { message }) => phone.receive(message));
  on("deleted", (phone, { messageId }) => phone.remove(messageId));
  on("toast", (phone, answer) => phone.answer(answer));
  on("action", (phone, { action }) => phone.act(action));
  on("chat", (phone, { blocked }) => phone.setBlocked(blocked));
  events.addEventListener("commands", reloadCommands);
  events.addEventListener("open", () => {
    offline.hidden = true;
    loaded = load().catch(() => (offline.hidden = false));
  });
  events.addEventListener("error", () => (offline.hidden = false));
}

async function reloadCommands() {
  const { chats } = await get("/playground/state");
  for (const chat of chats) phones.get(chat.chatId)?.setCommands(chat.commands);
}

const config = await get("/playground/config");
document.title = config.title;
document.querySelector("[data-testid=title]").textContent = config.title;
await startClock(config.clockUrl).catch(() => {});
listen();
