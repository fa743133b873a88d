/** What lies over the page: toasts, the alert, the enlarged photo, a sheet with a question. */

import { el, iconButton } from "./dom.js";
import { t } from "./i18n.js";

const TOAST_MS = 5000;

const byId = (id) => document.getElementById(id);

/** @param {string} text @param {"note" | "error"} [kind] */
export function toast(text, kind = "note") {
  const node = el("div", { class: `toast ${kind}` }, text);
  const box = byId("toasts");
  while (box.childElementCount >= 3) box.firstElementChild.remove();
  box.append(node);
  const fade = () => {
    node.classList.add("leaving");
    setTimeout(() => node.remove(), 250);
  };
  node.addEventListener("click", fade);
  setTimeout(fade, TOAST_MS);
}

/** The answer to a pressed button that waits for an OK. */
export function alertModal(text, title) {
  const dialog = byId("alert");
  const ok = el("button", { type: "button", class: "primary", on: { click: () => dialog.close() } }, t("ok"));
  const words = el("p", { id: "alert-words", class: "dialog-words" }, text);
  dialog.replaceChildren(el("h2", { id: "alert-title" }, title), words, el("div", { class: "dialog-buttons" }, ok));
  dialog.setAttribute("aria-labelledby", "alert-title");
  dialog.setAttribute("aria-describedby", "alert-words");
  show(dialog);
  ok.focus();
}

/** @param {string} url @param {string} alt @param {string} caption */
export function lightbox(url, alt, caption) {
  const dialog = byId("lightbox");
  const close = iconButton("close", t("close"), () => dialog.close(), { class: "lightbox-close" });
  const image = el("img", { src: url, alt });
  dialog.replaceChildren(el("figure", {}, image, caption ? el("figcaption", {}, caption) : null), close);
  dialog.onclick = (event) => {
    if (event.target !== image) dialog.close();
  };
  show(dialog);
}

/**
 * A dialog with a title, any content and one way out.
 * @param {string} title @param {Node[]} content
 * @returns {() => void} closes it
 */
export function sheet(title, content) {
  const dialog = byId("sheet");
  const close = iconButton("close", t("close"), () => dialog.close());
  dialog.replaceChildren(el("div", { class: "sheet-head" }, el("h2", { id: "sheet-title" }, title), close), ...content);
  dialog.setAttribute("aria-labelledby", "sheet-title");
  dialog.onclick = (event) => {
    if (event.target === dialog) dialog.close();
  };
  show(dialog);
  return () => dialog.close();
}

function show(dialog) {
  if (!dialog.open) dialog.showModal();
}
