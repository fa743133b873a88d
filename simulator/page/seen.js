/**
 * What each person has read, kept for this browser tab. What was there when the page was first opened counts as read,
 * so that an estate with six weeks of life does not greet one with a hundred dots.
 */

import { messagesOf, world } from "./state.js";
import { simulatedNow } from "./time.js";

const SINCE = "page.since";

/** Messages that came while the page was open, also those of chats one does not look into: "chat|message". */
const arrived = new Set();

/** @param {number} chatId @param {number} messageId */
export function noteArrival(chatId, messageId) {
  arrived.add(`${chatId}|${messageId}`);
}

function numberAt(key) {
  const kept = sessionStorage.getItem(key);
  return kept === null ? null : Number(kept);
}

function keyOf(chatId) {
  return `page.seen.${world.me}.${chatId}`;
}

/** Call when the clock is known; a clock before the kept moment means that this is another world. */
export function beginReading() {
  const now = simulatedNow() / 1000;
  const since = numberAt(SINCE);
  if (since !== null && since <= now) return;
  for (const key of Object.keys(sessionStorage)) if (key.startsWith("page.seen.")) sessionStorage.removeItem(key);
  sessionStorage.setItem(SINCE, String(now));
}

/** @param {number} chatId */
export function markSeen(chatId) {
  const last = messagesOf(chatId).findLast((message) => !message.only_you);
  if (last) sessionStorage.setItem(keyOf(chatId), String(last.message_id));
}

/** @param {number} chatId @returns {number} messages of others that this person has not seen */
export function unreadCount(chatId) {
  const seen = numberAt(keyOf(chatId));
  const since = numberAt(SINCE) ?? 0;
  const came = (message) => message.date > since || arrived.has(`${chatId}|${message.message_id}`);
  const isNew = (message) => (seen === null ? came(message) : message.message_id > seen);  // an ephemeral one, numbered below 0, is not counted then
  return messagesOf(chatId).filter((message) => !message.mine && isNew(message)).length;
}
