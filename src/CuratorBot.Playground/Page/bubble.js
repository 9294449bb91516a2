import { timeOf } from "./dates.js";
import { make } from "./make.js";
import { richText } from "./text.js";

const fileUrl = (id) => `/playground/files/${id}`;

export function sizeText(bytes) {
  if (bytes < 1024) return `${bytes} Б`;
  const [value, unit] = bytes < 1024 * 1024 ? [bytes / 1024, "КБ"] : [bytes / 1024 / 1024, "МБ"];
  return `${value.toLocaleString("ru", { maximumFractionDigits: 1 })} ${unit}`;
}

/** One message as a bubble with its buttons. `acts` has press, command and edit. */
export function bubble(message, acts) {
  const own = !message.from.is_bot;
  const editable = own && Boolean(message.text);
  const text = message.text ?? message.caption;
  const inside = make(
    "div.bubble",
    {},
    attachment(message),
    text ? richText(text, message.entities ?? message.caption_entities, acts.command) : null,
    stamp(message, own, editable ? () => acts.edit(message) : null),
  );
  const element = make(
    `article.message${own ? ".own" : ""}${editable ? ".editable" : ""}`,
    { testid: "message", "aria-label": own ? "Ваше сообщение" : "Сообщение бота" },
    inside,
    keys(message, acts),
  );
  element.dataset.messageId = message.message_id;
  if (message.media_group_id) element.dataset.group = message.media_group_id;
  inside.addEventListener("click", (event) => {
    const touched = event.target.closest("a, button") || getSelection()?.toString();
    if (editable && !touched) acts.edit(message);
  });
  return element;
}

/** Whoever does not tap a message of hers has a button to change it. */
function stamp(message, own, edit) {
  const edited = message.edit_date && own ? "изменено " : "";
  const change = edit && make("button", { type: "button", testid: "edit", onclick: edit }, "изменить");
  return make("div.stamp", {}, change, make("time", {}, `${edited}${timeOf(message.date)}`));
}

function attachment(message) {
  if (message.photo) return make("div.photos", {}, photo(message));
  if (message.document) return file(message.document);
  if (message.voice) return card("♪", "Голосовое сообщение", `${message.voice.duration} с`);
  if (message.sticker) return make("div.sticker", { role: "img", "aria-label": "Стикер" }, message.sticker.emoji);
  if (message.contact) {
    const name = [message.contact.first_name, message.contact.last_name].filter(Boolean).join(" ");
    return card("☎", name, message.contact.phone_number);
  }
  if (message.location) {
    return card("⌖", "Геопозиция", `${message.location.latitude}, ${message.location.longitude}`);
  }
  return null;
}

export function photo(message) {
  const largest = message.photo.at(-1);
  const alt = message.caption ? `Фото: ${message.caption}` : "Фото";
  const { width, height } = largest;
  const image = make("img", { src: fileUrl(largest.file_id), alt, width, height });
  image.addEventListener("error", () =>
    image.parentElement.replaceWith(make("div.no-photo", {}, `Фото, ${sizeText(largest.file_size)}`)),
  );
  return make("a", { href: fileUrl(largest.file_id), target: "_blank" }, image);
}

function file(document) {
  const kind = (document.file_name.split(".").pop() ?? "").slice(0, 4).toUpperCase();
  const shown = card(kind, document.file_name, sizeText(document.file_size));
  const link = make("a.file", {
    href: fileUrl(document.file_id),
    download: document.file_name,
  });
  link.append(...shown.childNodes, make("span.unseen", {}, "Скачать"));
  return link;
}

const card = (icon, title, below) =>
  make(
    "div.file",
    {},
    make("span.file-icon", { "aria-hidden": "true" }, icon),
    make("span", {}, make("b", {}, title), make("small", {}, below)),
  );

function keys(message, acts) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  const shown = rows.map((row) => make("div.keys-row", {}, ...row.map((key) => inlineKey(message, key, acts))));
  return make("div.keys", { role: "group", "aria-label": "Кнопки сообщения" }, ...shown);
}

function inlineKey(message, key, acts) {
  const url = key.url ?? key.web_app?.url ?? key.login_url?.url;
  if (url) {
    const safe = /^(https?|tg):/i.test(url) ? url : "#";
    return make("a.key", { href: safe, target: "_blank", rel: "noopener", testid: "button" }, `${key.text} ↗`);
  }
  const button = make("button.key", { type: "button", testid: "button" }, key.text);
  button.addEventListener("click", () => {
    if (key.copy_text) navigator.clipboard?.writeText(key.copy_text.text);
    else if (button.getAttribute("aria-busy") !== "true") acts.press(message, key, button);
  });
  return button;
}
