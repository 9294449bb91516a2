import { make } from "./make.js";

/** A short notice over a phone that goes by itself. */
export function sayToast(phone, text) {
  phone.querySelector(".toast")?.remove();
  const toast = make("div.toast", { role: "status", testid: "toast" }, text);
  phone.querySelector(".foot").append(toast);
  setTimeout(() => toast.remove(), Math.max(3500, text.length * 70));
}

/** A notice that stays until it is read. */
export function sayAlert(phone, text) {
  const before = document.activeElement;
  const close = () => {
    box.remove();
    before?.focus?.();
  };
  const button = make("button.main-button", { type: "button", testid: "alert-ok", onclick: close }, "Понятно");
  const box = make(
    "div.alert",
    { role: "alertdialog", "aria-modal": "true", "aria-label": "Сообщение", testid: "alert" },
    make("div", {}, make("p", {}, text), button),
  );
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    if (event.key === "Tab") event.preventDefault();
  });
  phone.append(box);
  button.focus();
}
