import { act } from "./api.js";
import { iconButton, make, menu, menuItem } from "./make.js";

/** The lower part of a phone: text field, attachments, menu of commands, reply keyboard. */
export function composer(phone) {
  const input = make("textarea", {
    rows: 1,
    placeholder: "Сообщение",
    "aria-label": "Сообщение",
    testid: "input",
    enterKeyHint: "send",
  });
  const send = iconButton("send", "Отправить", { testid: "send", type: "submit" });
  const slash = make("button.icon-button.slash", { type: "button", testid: "commands", hidden: true }, "/");
  slash.setAttribute("aria-label", "Команды");
  const commands = menu(slash, "Команды", "commands-menu");
  const keyboard = make("div.keys.reply-keys", { role: "group", "aria-label": "Клавиатура", hidden: true });
  const cancel = iconButton("close", "Отменить изменение", { testid: "cancel-edit", onclick: () => edit(null) });
  const banner = make("div.editing", { hidden: true }, make("span", {}, "Изменение сообщения"), cancel);
  const { attach, choices } = attachments(phone);
  const form = make("form.composer", { onsubmit: submit }, slash, attach, input, send);
  const element = make("footer.foot", {}, commands, choices, banner, form, keyboard);
  let editing = null;

  input.addEventListener("input", grow);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) submit(event);
    if (event.key === "Escape" && editing) edit(null);
  });

  function grow() {
    input.style.height = "auto";
    input.style.height = `${Math.max(42, input.scrollHeight + 2)}px`;
  }

  async function submit(event) {
    event.preventDefault();
    const text = input.value.trim();
    if (!text) return;
    const changed = editing;
    input.value = "";
    edit(null, true);
    const done = changed
      ? await phone.run(act(phone.userId, "edit", { messageId: changed.message_id, text }))
      : await phone.send(text);
    if (!done && !input.value) input.value = text;
    grow();
  }

  function edit(message, keepText = false) {
    editing = message;
    banner.hidden = !message;
    if (message) input.value = message.text;
    else if (!keepText) input.value = "";
    grow();
    input.focus();
  }

  function setCommands(list) {
    slash.hidden = list.length === 0;
    const items = list.map(({ command, description }) => {
      const item = menuItem("", () => phone.send(`/${command}`), "command");
      item.append(make("b", {}, `/${command}`), description);
      return item;
    });
    commands.replaceChildren(...items);
  }

  function setKeyboard(markup) {
    keyboard.hidden = !markup;
    input.placeholder = markup?.input_field_placeholder ?? "Сообщение";
    const rows = markup?.keyboard ?? [];
    keyboard.replaceChildren(...rows.map((row) => make("div.keys-row", {}, ...row.map(key))));
  }

  function key(button) {
    const text = typeof button === "string" ? button : button.text;
    const press = () => (button.request_contact ? phone.run(act(phone.userId, "contact")) : phone.send(text));
    return make("button.key", { type: "button", testid: "button", onclick: press }, text);
  }

  return { element, edit, setCommands, setKeyboard };
}

/** The button with the paper clip: photos (several make an album), files, one's own contact. */
function attachments(phone) {
  const attach = iconButton("attach", "Прикрепить", { testid: "attach" });
  const choices = menu(attach, "Прикрепить", "attach-menu");
  const photos = picker("image/*", "attach-photo", (files) =>
    upload(phone, files.length > 1 ? "album" : "photo", files),
  );
  const document = picker("", "attach-document", (files) =>
    [...files].reduce((before, file) => before.then(() => upload(phone, "document", [file])), Promise.resolve()),
  );
  choices.append(
    menuItem("Фото", () => photos.click(), "choose-photo"),
    menuItem("Файл", () => document.click(), "choose-document"),
    menuItem("Мой контакт", () => phone.run(act(phone.userId, "contact")), "send-contact"),
  );
  attach.append(photos, document);
  return { attach, choices };
}

function picker(accept, testid, onFiles) {
  const input = make("input", { type: "file", accept, multiple: true, hidden: true, testid });
  input.addEventListener("click", (event) => event.stopPropagation());
  input.addEventListener("change", () => {
    if (input.files.length > 0) onFiles(input.files);
    input.value = "";
  });
  return input;
}

function upload(phone, name, files) {
  const form = new FormData();
  for (const file of files) form.append("file", file, file.name);
  return phone.run(act(phone.userId, name, form));
}
