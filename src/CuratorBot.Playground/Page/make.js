/** Builds an element: make("button.key", { onclick }, "text", child …). Text is never read as HTML. */
export function make(kind, properties = {}, ...children) {
  const [tag, ...classes] = kind.split(".");
  const element = document.createElement(tag || "div");
  element.classList.add(...classes);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "testid") element.dataset.testid = value;
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name in element && !name.startsWith("aria")) element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

const shapes = {
  attach: "M20 11.5 12 19.4a5 5 0 0 1-7-7l8.3-8.3a3.3 3.3 0 0 1 4.7 4.7l-8.3 8.2a1.6 1.6 0 0 1-2.3-2.3l7.6-7.5",
  send: "M4 12h14M12 5l7 7-7 7",
  more: "M12 5v.01M12 12v.01M12 19v.01",
  close: "M6 6l12 12M18 6 6 18",
  down: "M6 9l6 6 6-6",
};

export function iconButton(shape, label, properties = {}) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", shapes[shape]);
  svg.append(path);
  return make("button.icon-button", { type: "button", "aria-label": label, title: label, ...properties }, svg);
}

/** A list that opens from a button and closes on a choice, on Escape and on a click elsewhere. */
export function menu(opener, label, testid) {
  const list = make("div.menu", { role: "menu", "aria-label": label, testid, hidden: true });
  const show = (open) => {
    list.hidden = !open;
    opener.setAttribute("aria-expanded", String(open));
    if (open) list.querySelector("button")?.focus();
  };
  show(false);
  opener.setAttribute("aria-haspopup", "menu");
  opener.addEventListener("click", () => show(list.hidden));
  list.addEventListener("click", () => show(false));
  list.addEventListener("keydown", (event) => {
    const items = [...list.querySelectorAll("button")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") {
      show(false);
      opener.focus();
    } else if (step) {
      event.preventDefault();
      items.at((items.indexOf(document.activeElement) + step) % items.length).focus();
    }
  });
  document.addEventListener("click", (event) => {
    if (!list.hidden && !list.contains(event.target) && !opener.contains(event.target)) show(false);
  });
  return list;
}

export const menuItem = (text, onclick, testid) =>
  make("button", { type: "button", role: "menuitem", onclick, testid }, text);
