/** What the person does. Each act goes to the simulator; what comes of it arrives as an event. */

import { act, advanceClock, CallRefused } from "./api.js";
import { el } from "./dom.js";
import { t } from "./i18n.js";
import { deepLink, messageLink } from "./links.js";
import { sheet, toast } from "./overlays.js";
import { botOf, openChat, world } from "./state.js";

let showChat = () => {};
let showMessage = () => {};

/**
 * Set once by the page.
 * @param {(chatId: number) => void} chat opens it
 * @param {(messageId: number) => void} message scrolls to it in the chat that is open
 */
export function onShow(chat, message) {
  showChat = chat;
  showMessage = message;
}

/**
 * Do it; a refusal becomes a toast.
 * @returns {Promise<object | null>} null: refused
 */
async function attempt(doing) {
  try {
    return (await doing()) ?? {};
  } catch (error) {
    if (!(error instanceof CallRefused)) throw error;
    toast(t("failed", { error: error.message }), "error");
    return null;
  }
}

function perform(kind, fields) {
  return attempt(() => act(world.me, kind, fields));
}

export const say = (chat, text, replyTo) => perform("say", { chat, text, ...(replyTo ? { reply_to: replyTo } : {}) });
export const editMessage = (chat, message, text) => perform("edit", { chat, message, text });
export const deleteMessage = (chat, message) => perform("delete", { chat, message });
export const pinMessage = (chat, message) => perform("pin", { chat, message });
export const unpinMessage = (chat, message) => perform("unpin", { chat, message });
export const leaveGroup = (chat) => perform("leave", { chat });
export const vote = (chat, message, options) => perform("vote", { chat, message, options });
export const blockBot = (bot) => perform("block", { bot });
export const unblockBot = (bot) => perform("unblock", { bot });
export const moveClock = (seconds) => attempt(() => advanceClock(seconds));

/** @param {{caption?: string, replyTo?: number, base64?: string}} photo without bytes the simulator draws one */
export function sendPhoto(chat, { caption, replyTo, base64 }) {
  const fields = { chat };
  if (caption) fields.caption = caption;
  if (replyTo) fields.reply_to = replyTo;
  if (base64) fields.bytes_base64 = base64;
  return perform("photo", fields);
}

/** A voice note of so many seconds: the simulator has no microphone and records a hum. */
export const sendVoice = (chat, seconds, replyTo) => perform("voice", { chat, seconds, ...(replyTo ? { reply_to: replyTo } : {}) });

/** Opens the bot's private chat and presses Start there. */
export async function startBot(bot, payload) {
  const result = await perform("start", { bot: bot.id, ...(payload ? { payload } : {}) });
  if (result !== null && world.me !== null) showChat(world.me);
}

/** @returns {Promise<{command: string, description: string}[]>} */
export async function commandMenu(chat) {
  const result = await attempt(() => act(world.me, "menu", { chat }));
  const list = Array.isArray(result) ? result : result?.menu ?? result?.commands ?? [];
  return Array.isArray(list) ? list : [];
}

/** A command clicked in a text or in the menu; in a group it is addressed to the bot, as apps do. */
export function addressed(command, chat, bot = botOf(chat)) {
  const bare = command.startsWith("/") ? command : `/${command}`;
  return chat.type === "private" || bare.includes("@") || !bot?.username ? bare : `${bare}@${bot.username}`;
}

export function sendCommand(command) {
  const chat = openChat();
  return say(chat.id, addressed(command, chat));
}

/** Follows an address: a bot's link inside, a web address only after a question. */
export function openLink(address) {
  const inside = deepLink(address);
  if (inside !== null && inside.payload !== "") return startBot(inside.bot, inside.payload);
  if (inside !== null) return showChat(world.me);
  const there = messageLink(address);
  if (there !== null) {
    showChat(there.chat);
    return requestAnimationFrame(() => requestAnimationFrame(() => showMessage(there.message)));
  }
  if (address.startsWith("@")) return undefined;
  const url = /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`;
  if (!/^https?:/i.test(url)) return toast(t("link-refused", { url: address }), "error");
  const go = el("a", { class: "primary", href: url, target: "_blank", rel: "noopener noreferrer" }, t("link-open"));
  const close = sheet(t("link-question"), [el("p", { class: "dialog-words" }, url), el("div", { class: "dialog-buttons" }, go)]);
  go.addEventListener("click", close);
  return undefined;
}

export async function copyText(text) {
  await navigator.clipboard.writeText(text);
  toast(t("copied"));
}
