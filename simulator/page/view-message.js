/** One message as a row: bubble, quote, photo or voice note, words, time, buttons. */

import { addressed, openLink, say } from "./actions.js";
import { avatar, el, hueOf, icon } from "./dom.js";
import { plainLine, richText } from "./entities.js";
import { t } from "./i18n.js";
import { keyboard } from "./keyboard.js";
import { lightbox } from "./overlays.js";
import { fullName, openChat } from "./state.js";
import { fullStamp, timeOfDay } from "./time.js";
import { pollBox } from "./view-poll.js";
import { clock, voiceNote } from "./view-voice.js";

/** A photo in a bubble is drawn no larger than this; a click shows it whole. */
const PHOTO_WIDTH_PX = 420;
const PHOTO_HEIGHT_PX = 380;
const PHOTO_LEAST_PX = 96;

/**
 * @typedef {{first: boolean, last: boolean, group: boolean}} Setting  where a bubble stands in a run of one sender's bubbles
 * @typedef {{menu: (row: HTMLElement, message: object, place: object) => void, jump: (id: number) => void}} RowActions
 */

/** Who is shown as the author: an anonymous administrator writes as the group. */
export function senderOf(message) {
  return message.sender_chat ?? message.from ?? {};
}

/** "王芳（楼长）", "王芳 3-201", "王芳 · 楼长" → the name and what stands beside it: a role, a door. */
export function splitName(name) {
  const found = /^(.+?)\s*(?:[（(]([^（()）]+)[)）]|[·｜|]\s*(.+)|\s(\d+(?:-\d+)+))$/.exec(name.trim());
  return found ? { name: found[1].trim(), role: (found[2] ?? found[3] ?? found[4]).trim() } : { name: name.trim(), role: "" };
}

/**
 * @param {object} message @param {Setting} setting @param {RowActions} actions
 * @returns {HTMLElement}
 */
export function messageRow(message, setting, actions) {
  const sender = senderOf(message);
  const side = message.mine ? "mine" : "other";
  const classes = ["row", side, setting.first && "first", setting.last && "last", message.reply_markup?.inline_keyboard && "has-keys"];
  const stack = el("div", { class: "stack" }, bubble(message, setting, actions), keyboard(message));
  const row = el("div", { class: classes.filter(Boolean).join(" "), role: "article", tabindex: "-1", data: { id: message.message_id } });
  row.setAttribute("aria-label", `${message.mine ? t("you") : fullName(sender)}, ${timeOfDay(message.date)}`);
  if (setting.group && !message.mine) {
    row.append(setting.last ? avatar(fullName(sender), sender.id, "small") : el("span", { class: "avatar small blank" }));
  }
  row.append(stack);
  return row;
}

function bubble(message, setting, actions) {
  const node = el("div", { class: message.reply_to_message ? "bubble with-quote" : "bubble" });
  const photo = picture(message);
  if (setting.first && setting.group && !message.mine) node.append(senderLine(senderOf(message)));
  if (message.only_you) node.append(el("div", { class: "only-you" }, t(message.mine ? "only-bot" : "only-you")));
  if (message.reply_to_message) node.append(quote(message, actions));
  if (photo && !message.show_caption_above_media) node.append(photo);
  if (message.voice) node.append(voiceNote(message));
  if (message.poll) node.append(pollBox(message));
  const file = documentLink(message);
  if (file) node.append(file);
  const words = wordsOf(message);
  if (words) {
    words.append(meta(message));
    node.append(words);
  }
  if (photo && message.show_caption_above_media) node.append(photo);
  if (photo) node.classList.add("with-photo");
  if (!words) node.append(photo ? el("div", { class: "meta-over" }, meta(message)) : meta(message));
  return node;
}

function senderLine(sender) {
  const { name, role } = splitName(fullName(sender));
  return el(
    "div",
    { class: `sender name-${hueOf(sender.id)}` },
    el("span", { class: "sender-name" }, name),
    role ? el("span", { class: "sender-role" }, role) : null,
    sender.is_bot && !sender.title ? el("span", { class: "bot-mark" }, t("bot")) : null,
  );
}

function quote(message, actions) {
  const original = message.reply_to_message;
  const sender = senderOf(original);
  const line = message.quote?.text ?? previewLine(original);
  const props = { type: "button", class: `quote edge-${hueOf(sender.id)}`, on: { click: () => actions.jump(original.message_id) } };
  return el(
    "button",
    props,
    el("span", { class: `quote-name name-${hueOf(sender.id)}` }, splitName(fullName(sender)).name),
    el("span", { class: "quote-line" }, line),
  );
}

/** One line for a quote, the list of chats or the pin bar. */
export function previewLine(message) {
  const words = plainLine(message);
  const medium = message.photo ? t("photo") : message.voice ? t("voice", { length: clock(message.voice.duration) }) : "";
  if (message.poll) return `${t("poll")} ${message.poll.question}`;
  if (medium) return words ? `${medium} ${words}` : medium;
  if (message.document) return `${t("file")} ${message.document.file_name}`;
  return words || t("unsupported");
}

/** A file as a link that saves it. */
function documentLink(message) {
  const file = message.document;
  if (!file) return null;
  const url = message.document_url ?? `/control/documents/${encodeURIComponent(file.file_unique_id)}`;
  return el(
    "a",
    { class: "document", href: url, download: file.file_name, "aria-label": t("file-save", { name: file.file_name }) },
    el("span", { class: "document-name" }, file.file_name),
    el("span", { class: "document-size" }, sizeOf(file.file_size)),
  );
}

function sizeOf(bytes) {
  return bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(1)} KB`;
}

function picture(message) {
  const largest = message.photo?.at(-1);
  if (!largest) return null;
  const url = message.photo_url ?? `/control/photos/${encodeURIComponent(largest.file_unique_id)}`;
  const alt = t("photo-alt", { name: fullName(senderOf(message)) });
  const image = el("img", { src: url, alt, width: largest.width, height: largest.height, loading: "lazy", draggable: "false" });
  const open = () => lightbox(url, alt, message.caption ?? "");
  const covered = message.has_media_spoiler ? " covered" : "";
  const button = el("button", { type: "button", class: `photo${covered}`, "aria-label": alt, on: { click: open } }, image);
  const scale = Math.min(1, PHOTO_WIDTH_PX / largest.width, PHOTO_HEIGHT_PX / largest.height);
  button.style.width = `${Math.max(PHOTO_LEAST_PX, Math.round(largest.width * scale))}px`;
  button.style.aspectRatio = `${largest.width} / ${largest.height}`;
  return button;
}

function wordsOf(message) {
  const text = message.text ?? message.caption;
  if (text === undefined && (message.photo || message.voice || message.document || message.poll)) return null;
  if (text === undefined) return el("div", { class: "words unsupported" }, t("unsupported"));
  const sender = message.from?.is_bot ? message.from : undefined;
  const actions = {
    command: (command) => say(openChat().id, addressed(command, openChat(), sender)),
    link: openLink,
  };
  return el("div", { class: "words", dir: "auto" }, richText(text, message.entities ?? message.caption_entities, actions));
}

function meta(message) {
  const silent = message.silent ? el("span", { class: "silent", role: "img", "aria-label": t("silent"), title: t("silent") }, icon("silent")) : null;
  return el(
    "span",
    { class: "meta" },
    silent,
    message.edit_date ? el("span", { class: "edited" }, t("edited")) : null,
    el("time", { datetime: new Date(message.date * 1000).toISOString(), title: fullStamp(message.date) }, timeOfDay(message.date)),
  );
}
