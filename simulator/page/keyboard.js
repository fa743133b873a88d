/** The inline keyboard under a bubble. */

import { copyText, openLink } from "./actions.js";
import { el, icon } from "./dom.js";
import { t } from "./i18n.js";
import { toast } from "./overlays.js";
import { isWaiting, press } from "./presses.js";

/**
 * @param {object} message with `reply_markup.inline_keyboard`: rows of buttons
 * @returns {HTMLElement | null}
 */
export function keyboard(message) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  return el("div", { class: "keys" }, rows.map((row) => el("div", { class: "keys-row" }, row.map((button) => key(message, button)))));
}

function key(message, button) {
  const words = el("span", { class: "key-words" }, button.text);
  if (button.url !== undefined) return urlKey(button, words);
  if (button.callback_data !== undefined) return callbackKey(message, button, words);
  const run = button.copy_text ? () => copyText(button.copy_text.text) : () => toast(t("button-unsupported"), "error");
  return el("button", { type: "button", class: "key", on: { click: run } }, words);
}

function urlKey(button, words) {
  const props = { type: "button", class: "key url", title: button.url, on: { click: () => openLink(button.url) } };
  return el("button", props, words, icon("arrow"), el("span", { class: "only-spoken" }, t("opens-link")));
}

function callbackKey(message, button, words) {
  const waits = isWaiting(message.chat.id, message.message_id, button.callback_data);
  const run = () => press(message.chat.id, message.message_id, button.callback_data);
  const props = { type: "button", class: waits ? "key waiting" : "key", "aria-busy": waits ? "true" : null, on: { click: run } };
  return el("button", props, words, waits ? el("span", { class: "only-spoken" }, t("waiting")) : null);
}

/** Which of a message's buttons wait: part of what decides whether its row is drawn anew. */
export function waitingKeys(message) {
  const buttons = message.reply_markup?.inline_keyboard?.flat() ?? [];
  return buttons.filter((button) => isWaiting(message.chat?.id, message.message_id, button.callback_data)).map((button) => button.text);
}
