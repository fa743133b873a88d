/** What a person is about to send in a chat: words, the message it answers or changes, a photo. */

import { changed, messagesOf, world } from "./state.js";

/**
 * @typedef {{base64: string | null, url: string | null}} PhotoDraft  no bytes: the simulator's drawn sample
 * @typedef {{text: string, replyTo: object | null, forced: boolean, editing: object | null, photo: PhotoDraft | null}} Draft
 */

const drafts = new Map();
const declined = new Set();
const LOOK_BACK = 30;

/** @returns {Draft} of this person in the open chat */
export function draft() {
  const key = `${world.me}|${world.chatId}`;
  if (!drafts.has(key)) drafts.set(key, { text: "", replyTo: null, forced: false, editing: null, photo: null });
  return drafts.get(key);
}

export function startReply(message) {
  Object.assign(draft(), { replyTo: message, forced: false, editing: null });
  changed("draft");
}

export function startEdit(message) {
  Object.assign(draft(), { editing: message, replyTo: null, forced: false, photo: null, text: message.text ?? message.caption ?? "" });
  changed("draft");
}

/** Take back what the strip above the field shows: the reply or the edit. */
export function cancelStrip() {
  const current = draft();
  if (current.forced) declined.add(keyOf(current.replyTo));
  if (current.editing) current.text = "";
  Object.assign(current, { replyTo: null, forced: false, editing: null });
  changed("draft");
}

/** @param {PhotoDraft | null} photo */
export function setPhoto(photo) {
  if (draft().photo?.url) URL.revokeObjectURL(draft().photo.url);
  draft().photo = photo;
  changed("draft");
}

/** The draft as it is when sent; the field is empty afterwards. */
export function takeDraft() {
  const taken = { ...draft() };
  Object.assign(draft(), { text: "", replyTo: null, forced: false, editing: null, photo: null });
  return taken;
}

/** The simulator refused: what was typed comes back, unless something new was begun. */
export function giveBack(chatKey, taken) {
  const current = drafts.get(chatKey);
  if (current && !current.text && !current.photo) Object.assign(current, taken);
  changed("draft");
}

export function draftKey() {
  return `${world.me}|${world.chatId}`;
}

/** A ForceReply of the bot (`force_reply.for_me`: it is aimed at this person) opens the
 * reply by itself until they have written something. */
export function followForceReply() {
  const current = draft();
  const asked = pendingForceReply();
  if (current.forced && asked?.message_id !== current.replyTo?.message_id) Object.assign(current, { replyTo: null, forced: false });
  if (asked && !current.replyTo && !current.editing) Object.assign(current, { replyTo: asked, forced: true });
}

function pendingForceReply() {
  const recent = messagesOf(world.chatId).slice(-LOOK_BACK).reverse();
  for (const message of recent) {
    if (message.mine) return null;
    if (message.force_reply?.for_me) return declined.has(keyOf(message)) ? null : message;
  }
  return null;
}

function keyOf(message) {
  return `${world.me}|${world.chatId}|${message?.message_id}`;
}
