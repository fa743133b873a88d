/** Reply, copy, edit, pin, delete: by right click, long press, or Enter on a focused row. */

import { copyText, deleteMessage, pinMessage, unpinMessage } from "./actions.js";
import { startEdit, startReply } from "./drafts.js";
import { t } from "./i18n.js";
import { openPopup } from "./popup.js";
import { memberStatus, openChat, pinnedMessage, wayIn, world } from "./state.js";

const LONG_PRESS_MS = 450;
const MOVED_PX = 10;

/**
 * @param {HTMLElement} list
 * @param {(row: HTMLElement, place: object) => void} open
 */
export function watchForMenu(list, open) {
  let timer = 0;
  let start = null;
  const rowOf = (event) => event.target.closest(".row");
  list.addEventListener("contextmenu", (event) => {
    const row = rowOf(event);
    if (!row || !event.target.closest(".stack")) return;
    event.preventDefault();
    clearTimeout(timer);
    open(row, { x: event.clientX, y: event.clientY });
  });
  list.addEventListener("pointerdown", (event) => {
    const row = rowOf(event);
    if (!row || event.pointerType === "mouse" || event.target.closest(".keys")) return;
    start = { x: event.clientX, y: event.clientY };
    timer = setTimeout(() => open(row, start), LONG_PRESS_MS);
  });
  list.addEventListener("pointermove", (event) => {
    if (start && Math.hypot(event.clientX - start.x, event.clientY - start.y) > MOVED_PX) clearTimeout(timer);
  });
  for (const name of ["pointerup", "pointercancel"]) list.addEventListener(name, () => clearTimeout(timer));
  list.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.classList.contains("row")) return;
    event.preventDefault();
    open(event.target, { anchor: event.target.querySelector(".bubble") });
  });
}

/** @param {object | undefined} message @param {object} place */
export function openMessageMenu(message, place) {
  const chat = openChat();
  if (!message || !chat) return;
  const id = message.message_id;
  const text = message.text ?? message.caption;
  const isPinned = pinnedMessage(chat)?.message_id === id;
  const items = [];
  if (wayIn(chat) === "open") items.push({ label: t("reply"), icon: "reply", run: () => startReply(message) });
  if (text) items.push({ label: t("copy"), icon: "copy", run: () => copyText(text) });
  if (message.mine && !message.only_you) items.push({ label: t("edit"), icon: "edit", run: () => startEdit(message) });
  if (leads(chat) && !message.only_you) {
    const run = () => (isPinned ? unpinMessage : pinMessage)(chat.id, id);
    items.push({ label: t(isPinned ? "unpin" : "pin"), icon: "pin", run });
  }
  if (!message.only_you && (message.mine || leads(chat))) items.push({ label: t("delete"), icon: "trash", danger: true, run: () => deleteMessage(chat.id, id) });
  if (items.length) openPopup(items, place, t("message-menu"));
}

/** Plain members neither pin nor delete what others wrote; which administrator may, the simulator decides. */
function leads(chat) {
  return chat.type === "private" || ["creator", "administrator"].includes(memberStatus(chat, world.me));
}
