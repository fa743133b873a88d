/** Presses of inline buttons that wait for the bot's answer. */

import { openLink } from "./actions.js";
import { act, CallRefused } from "./api.js";
import { t } from "./i18n.js";
import { alertModal, toast } from "./overlays.js";
import { botOf, changed, fullName, openChat, world } from "./state.js";

/** An app stops showing the waiting state after a while even if the bot never answers. */
const PATIENCE_MS = 20000;

const waiting = new Set();
const byQuery = new Map();
const answered = new Set();

const keyOf = (chat, message, data) => `${world.me}|${chat}|${message}|${data}`;

export function isWaiting(chat, message, data) {
  return waiting.has(keyOf(chat, message, data));
}

/** @param {number} chat @param {number} message @param {string} data the button's callback_data */
export async function press(chat, message, data) {
  const key = keyOf(chat, message, data);
  if (waiting.has(key)) return;
  waiting.add(key);
  changed("messages");
  try {
    const result = await act(world.me, "press", { chat, message, data });
    const query = idOf(result?.query);
    if (query === null || answered.delete(query)) return rest(key);
    byQuery.set(query, key);
    setTimeout(() => settle(query), PATIENCE_MS);
  } catch (error) {
    if (!(error instanceof CallRefused)) throw error;
    rest(key);
    toast(t("failed", { error: error.message }), "error");
  }
}

/** @param {{query: string | object, text?: string, alert?: boolean, url?: string}} event */
export function onAnswer({ query, text, alert, url }) {
  if (!settle(idOf(query))) answered.add(idOf(query));
  if (url) openLink(url);
  if (!text) return;
  if (alert) alertModal(text, fullName(botOf(openChat())));
  else toast(text);
}

function settle(query) {
  const key = byQuery.get(query);
  if (key === undefined) return false;
  byQuery.delete(query);
  rest(key);
  return true;
}

function rest(key) {
  waiting.delete(key);
  changed("messages");
}

function idOf(query) {
  const id = typeof query === "object" ? query?.id : query;
  return id === undefined || id === null ? null : String(id);
}
