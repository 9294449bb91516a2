/** Minutes east of Greenwich in which times are shown: those of the demo's clock, or of this device. */
let offset = null;

const two = (number) => String(number).padStart(2, "0");
const months = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(" ");
const weekdays = "вс пн вт ср чт пт сб".split(" ");

export function useOffsetOf(iso) {
  const found = /([+-])(\d\d):(\d\d)$/.exec(iso);
  if (found) offset = (found[1] === "-" ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3]));
  else if (iso.endsWith("Z")) offset = 0;
}

/** A Date whose UTC fields are the local ones. */
function local(instant) {
  const minutes = offset ?? -new Date(instant).getTimezoneOffset();
  return new Date(instant + minutes * 60_000);
}

export function timeOf(unixSeconds) {
  const date = local(unixSeconds * 1000);
  return `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
}

export function dayOf(unixSeconds) {
  const date = local(unixSeconds * 1000);
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

export function spelled(instant, withYear = true) {
  const date = local(instant);
  const day = `${weekdays[date.getUTCDay()]}, ${date.getUTCDate()} ${months[date.getUTCMonth()]}`;
  const year = withYear ? ` ${date.getUTCFullYear()}` : "";
  return `${day}${year}, ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
}

export const dateField = (instant) => local(instant).toISOString().slice(0, 10);

/** ISO 8601 with the offset of the clock. */
export function iso(instant) {
  const minutes = offset ?? -new Date(instant).getTimezoneOffset();
  const size = Math.abs(minutes);
  const zone = `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  return local(instant).toISOString().slice(0, 19) + zone;
}

/** The same time of day on another date. */
export const onDate = (instant, date) =>
  instant + (Date.parse(`${date}T00:00:00Z`) - Date.parse(`${dateField(instant)}T00:00:00Z`));
