import { act } from "./api.js";
import { bubble, photo } from "./bubble.js";
import { composer } from "./composer.js";
import { dayOf } from "./dates.js";
import { iconButton, make, menu, menuItem } from "./make.js";
import { sayAlert, sayToast } from "./toasts.js";

const actions = {
  typing: "печатает…",
  upload_photo: "отправляет фото…",
  upload_document: "отправляет файл…",
};
const spinnerLimit = 15_000;

/** The phone of one person: shows the chat with the bot and acts for the person. */
export class Phone {
  constructor(person, botName) {
    this.person = person;
    this.userId = person.userId;
    this.messages = new Map();
    this.spinning = new Map();
    this.answered = new Set();
    this.unread = 0;
    this.acts = {
      press: (message, key, button) => this.press(message, key, button),
      command: (text) => this.send(text),
      edit: (message) => this.composer.edit(message),
    };
    this.build(botName);
  }

  build(botName) {
    const { firstName, lastName, caption } = this.person;
    const name = [firstName, lastName].filter(Boolean).join(" ");
    this.about = caption || botName;
    this.status = make("p", { "aria-live": "polite", title: this.about }, this.about);
    this.list = make("div.messages", {
      role: "log",
      "aria-live": "polite",
      "aria-label": `Переписка: ${name}`,
      tabIndex: 0,
      testid: "messages",
    });
    this.list.addEventListener("scroll", () => this.scrolled());
    this.list.addEventListener("load", () => this.stick(), true);
    new ResizeObserver(() => this.stick()).observe(this.list);
    this.toEnd = iconButton("down", "К последнему сообщению", { hidden: true, onclick: () => this.scrollToEnd() });
    this.toEnd.classList.add("to-end");
    this.composer = composer(this);
    this.composer.element.append(this.toEnd);
    this.element = make(
      "section.phone",
      { testid: `phone-${this.userId}`, id: `phone-${this.userId}`, role: "tabpanel", "aria-label": name },
      this.head(name),
      this.list,
      this.composer.element,
    );
  }

  head(name) {
    const more = iconButton("more", "Ещё", { testid: "more" });
    const list = menu(more, "Ещё", "more-menu");
    this.blockItem = menuItem("", () => this.run(act(this.userId, this.blocked ? "unblock" : "block")), "block");
    list.append(this.blockItem);
    const initials = (this.person.firstName[0] ?? "") + (this.person.lastName?.[0] ?? "");
    return make(
      "header.phone-head",
      {},
      make("span.avatar", { "aria-hidden": "true" }, initials),
      make("div.phone-names", {}, make("h2", {}, name), this.status),
      more,
      list,
    );
  }

  /** Shows a chat from the start, as after loading or a lost connection. */
  show(chat) {
    this.messages.clear();
    this.list.replaceChildren();
    this.setCommands(chat?.commands ?? []);
    this.setBlocked(chat?.blocked ?? false);
    this.list.setAttribute("aria-live", "off");
    for (const message of chat?.messages ?? []) this.put(message);
    this.list.setAttribute("aria-live", "polite");
    this.rest();
    this.refresh();
    this.scrollToEnd();
  }

  setCommands(commands) {
    this.composer.setCommands(commands);
  }

  setBlocked(blocked) {
    this.blocked = blocked;
    this.blockItem.textContent = blocked ? "Разблокировать бота" : "Заблокировать бота";
    this.rest();
  }

  receive(message) {
    const stay = this.isAtEnd() || !message.from.is_bot;
    const known = this.messages.has(message.message_id);
    this.put(message);
    if (message.from.is_bot && !known) this.rest();
    this.refresh();
    if (!stay) return;
    const arrived = !known && this.find(message.message_id);
    if (arrived && arrived.offsetHeight > this.list.clientHeight) this.scrollToStart(arrived);
    else this.scrollToEnd();
  }

  remove(messageId) {
    this.messages.delete(messageId);
    this.find(messageId)?.remove();
    this.refresh();
  }

  act(action) {
    this.status.textContent = actions[action] ?? actions.typing;
    this.status.classList.add("typing");
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.rest(), 5000);
  }

  rest() {
    clearTimeout(this.typing);
    this.status.classList.remove("typing");
    this.status.textContent = this.blocked ? "бот заблокирован" : this.about;
  }

  answer({ callbackQueryId, text, showAlert }) {
    this.answered.add(callbackQueryId);
    this.stopSpinner(callbackQueryId);
    if (text) (showAlert ? sayAlert : sayToast)(this.element, text);
  }

  send(text) {
    return this.run(act(this.userId, "text", { text }));
  }

  /** Runs an act and says when it failed; true when it succeeded. */
  async run(promise) {
    try {
      await promise;
      return true;
    } catch (error) {
      sayToast(this.element, error.message);
      return false;
    }
  }

  async press(message, key, button) {
    button.setAttribute("aria-busy", "true");
    try {
      const what = { messageId: message.message_id, data: key.callback_data };
      const { callbackQueryId } = await act(this.userId, "press", what);
      this.spinning.set(callbackQueryId, button);
      if (this.answered.has(callbackQueryId)) this.stopSpinner(callbackQueryId);
      else setTimeout(() => this.stopSpinner(callbackQueryId), spinnerLimit);
    } catch (error) {
      button.removeAttribute("aria-busy");
      sayToast(this.element, error.message);
    }
  }

  stopSpinner(id) {
    this.spinning.get(id)?.removeAttribute("aria-busy");
    this.spinning.delete(id);
  }

  put(message) {
    const old = this.find(message.message_id);
    const known = this.messages.has(message.message_id);
    this.messages.set(message.message_id, message);
    if (known) {
      old?.replaceWith(bubble(message, this.acts));
      return;
    }
    const album = message.photo && this.albumOf(message);
    if (album) {
      album.querySelector(".photos").append(photo(message));
      return;
    }
    this.putDay(message);
    this.list.append(bubble(message, this.acts));
  }

  putDay(message) {
    const day = dayOf(message.date);
    const days = this.list.querySelectorAll(".day");
    if (days[days.length - 1]?.textContent !== day) this.list.append(make("div.day", {}, day));
  }

  /** The bubble that the photos of one album share, wherever the answers to the first of them stand. */
  albumOf({ media_group_id: group }) {
    return group && this.list.querySelector(`[data-group="${group}"]`);
  }

  find(messageId) {
    return this.list.querySelector(`[data-message-id="${messageId}"]`);
  }

  /** Brings what depends on the whole chat up to date: keyboard and greeting. */
  refresh() {
    const all = [...this.messages.values()];
    this.composer.setKeyboard(keyboardOf(all));
    this.greet(all.length === 0);
  }

  greet(empty) {
    this.list.querySelector(".greeting")?.remove();
    if (!empty) return;
    const start = make("button.main-button", {
      type: "button",
      testid: "start",
      onclick: () => this.send(this.person.startText),
    });
    start.textContent = "Начать";
    this.list.append(make("div.greeting", {}, "Здесь пока пусто. Начните разговор с ботом.", start));
  }

  scrolled() {
    this.atEnd = this.isAtEnd();
    this.toEnd.hidden = this.atEnd;
  }

  /** Stays at the end when a picture arrives or a keyboard opens. */
  stick() {
    if (this.atEnd) this.scrollToEnd();
  }

  isAtEnd() {
    return this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < 60;
  }

  /** A message that is taller than the screen is read from its top. */
  scrollToStart(element) {
    this.list.scrollTop += element.getBoundingClientRect().top - this.list.getBoundingClientRect().top - 8;
    this.scrolled();
  }

  scrollToEnd() {
    this.list.scrollTop = this.list.scrollHeight;
    this.atEnd = true;
    this.toEnd.hidden = true;
  }
}

/** The reply keyboard in force, or null: the last one sent, until removed or, if one-time, used. */
function keyboardOf(messages) {
  let keyboard = null;
  for (const { from, reply_markup: markup } of messages) {
    if (markup?.keyboard) keyboard = markup;
    else if (markup?.remove_keyboard || (!from.is_bot && keyboard?.one_time_keyboard)) keyboard = null;
  }
  return keyboard;
}
