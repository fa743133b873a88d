/** One small menu at a time, at a point or under a button; arrows, Home, End, Escape as menus have them. */

import { el, icon } from "./dom.js";

/**
 * @typedef {{label: string, icon?: string, node?: Node, hint?: string, danger?: boolean, checked?: boolean, run: () => void}} Item
 * @typedef {{x: number, y: number} | {anchor: HTMLElement}} Place
 */

/** With more items than this the menu has two columns where the screen is wide. */
const MANY = 9;

let shut = () => {};

export function closePopup() {
  shut();
}

/**
 * @param {Item[]} items
 * @param {Place} place
 * @param {string} label its name for screen readers
 */
export function openPopup(items, place, label) {
  shut();
  const before = document.activeElement;
  const menu = el("div", { class: items.length > MANY ? "popup many" : "popup", role: "menu", "aria-label": label });
  const backdrop = el("div", { class: "popup-backdrop" });
  const close = () => {
    shut = () => {};
    menu.remove();
    backdrop.remove();
    removeEventListener("resize", close);
    place.anchor?.setAttribute("aria-expanded", "false");
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
  };
  menu.append(...items.map((item) => itemButton(item, close)));
  for (const event of ["pointerdown", "contextmenu"]) {
    backdrop.addEventListener(event, (happened) => {
      happened.preventDefault();
      close();
    });
  }
  menu.addEventListener("keydown", (event) => onKey(event, menu, close));
  document.body.append(backdrop, menu);
  place.anchor?.setAttribute("aria-expanded", "true");
  position(menu, place);
  addEventListener("resize", close);
  shut = close;
  (menu.querySelector('[aria-checked="true"]') ?? menu.firstElementChild)?.focus({ preventScroll: false });
}

function itemButton(item, close) {
  const run = () => {
    close();
    item.run();
  };
  const words = el("span", { class: "popup-words" }, item.label, item.hint ? el("small", {}, item.hint) : null);
  const picture = item.node ?? (item.icon ? icon(item.icon) : null);
  const role = item.checked === undefined ? "menuitem" : "menuitemradio";
  const props = { type: "button", role, class: item.danger ? "danger" : "", "aria-checked": item.checked, on: { click: run } };
  return el("button", { ...props, "aria-checked": item.checked === undefined ? null : String(item.checked) }, picture, words);
}

function onKey(event, menu, close) {
  const buttons = [...menu.children];
  const at = buttons.indexOf(document.activeElement);
  const next = { ArrowDown: (at + 1) % buttons.length, ArrowUp: (at - 1 + buttons.length) % buttons.length, Home: 0, End: buttons.length - 1 };
  if (event.key in next) buttons[next[event.key]].focus();
  else if (event.key === "Escape" || event.key === "Tab") close();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function position(menu, place) {
  const edge = 8;
  const box = place.anchor?.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const x = box ? (box.left + width + edge > innerWidth ? box.right - width : box.left) : place.x;
  const roomBelow = innerHeight - (box?.bottom ?? place.y) - edge;
  const above = box ? box.top - height - 4 : place.y - height;
  const y = roomBelow < height && above >= edge ? above : (box?.bottom ?? place.y) + (box ? 4 : 0);
  menu.style.left = `${Math.max(edge, Math.min(x, innerWidth - width - edge))}px`;
  menu.style.top = `${Math.max(edge, Math.min(y, innerHeight - height - edge))}px`;
}
