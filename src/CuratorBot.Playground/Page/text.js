import { make } from "./make.js";

const tags = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  expandable_blockquote: "blockquote",
};
const linkOrCommand = /https?:\/\/[^\s<>«»"]*[^\s<>«»".,;:!?)]|(?<![^\s(])\/[a-z0-9_]{2,32}(?![\w/])/gi;

/** Text with its entities as nodes. Offsets count UTF-16 units, as JavaScript strings do. */
export function richText(text, entities, onCommand) {
  const sorted = [...(entities ?? [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return make("div.text", {}, ...within(text, 0, text.length, sorted, onCommand));
}

function within(text, from, to, entities, onCommand) {
  const nodes = [];
  let at = from;
  while (entities.length > 0 && entities[0].offset < to) {
    const entity = entities.shift();
    const end = Math.min(entity.offset + entity.length, to);
    if (entity.offset < at) continue;
    nodes.push(...plain(text.slice(at, entity.offset), onCommand));
    const inner = [];
    while (entities.length > 0 && entities[0].offset < end) inner.push(entities.shift());
    nodes.push(element(entity, text, end, inner, onCommand));
    at = isBlock(entity) && text[end] === "\n" ? end + 1 : end;
  }
  nodes.push(...plain(text.slice(at, to), onCommand));
  return nodes;
}

/** A block breaks the line by itself, so the line break after it would show as an empty line. */
const isBlock = ({ type }) => type === "pre" || type.endsWith("blockquote");

function element(entity, text, end, inner, onCommand) {
  const raw = text.slice(entity.offset, end);
  if (entity.type === "bot_command") return command(raw, onCommand);
  if (entity.type === "url") return link(raw, raw);
  const linked = entity.type === "text_link";
  const children = linked ? [raw] : within(text, entity.offset, end, inner, onCommand);
  if (linked) return link(entity.url, ...children);
  if (entity.type === "spoiler") return make("span.spoiler", { tabIndex: 0 }, ...children);
  return make(tags[entity.type] ?? "span", {}, ...children);
}

export function link(url, ...children) {
  const safe = /^(https?|tg|mailto):/i.test(url) ? url : `https://${url}`;
  return make("a", { href: safe, target: "_blank", rel: "noopener noreferrer" }, ...children);
}

const command = (text, onCommand) =>
  make("button.command", { type: "button", onclick: (event) => (event.stopPropagation(), onCommand(text)) }, text);

/** Telegram finds links and commands in plain text by itself; so do we. */
function plain(text, onCommand) {
  const nodes = [];
  let at = 0;
  for (const found of text.matchAll(linkOrCommand)) {
    nodes.push(text.slice(at, found.index));
    nodes.push(found[0].startsWith("/") ? command(found[0], onCommand) : link(found[0], found[0]));
    at = found.index + found[0].length;
  }
  nodes.push(text.slice(at));
  return nodes.filter((node) => node !== "");
}
