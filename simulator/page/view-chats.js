/** The list of chats: title, last line, time, a dot for what is unread. */

import { chatAvatar, el } from "./dom.js";
import { t } from "./i18n.js";
import { unreadCount } from "./seen.js";
import { serviceLine } from "./service.js";
import { botOf, chatTitle, fullName, lastMessage, userById, world } from "./state.js";
import { fullStamp, shortStamp } from "./time.js";
import { previewLine, senderOf, splitName } from "./view-message.js";

/**
 * @param {HTMLElement} root
 * @param {(chatId: number) => void} open
 */
export function renderChats(root, open) {
  const focused = document.activeElement?.dataset?.chat;
  const chats = [...world.chats.values()].sort((a, b) => newest(b) - newest(a));
  const list = el("ul", { class: "chat-list" }, chats.map((chat) => el("li", {}, chatButton(chat, open))));
  root.setAttribute("aria-label", t("chats"));
  root.replaceChildren(list);
  if (world.people.length === 0) root.append(el("p", { class: "chats-empty" }, t("no-people")));
  else if (chats.length < 2) root.append(el("p", { class: "chats-empty" }, t("chats-empty", { name: fullName(userById(world.me)) })));
  if (focused) root.querySelector(`[data-chat="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}

function newest(chat) {
  return lastMessage(chat.id)?.date ?? 0;
}

function chatButton(chat, open) {
  const last = lastMessage(chat.id);
  const unread = chat.id === world.chatId ? 0 : unreadCount(chat.id);
  const isOpen = chat.id === world.chatId;
  const title = chatTitle(chat);
  const isBot = chat.type === "private";
  const props = {
    type: "button",
    class: `chat${isOpen ? " open" : ""}${unread ? " unread" : ""}`,
    data: { chat: String(chat.id) },
    "aria-current": isOpen ? "true" : null,
    on: { click: () => open(chat.id) },
  };
  return el(
    "button",
    props,
    chatAvatar(title, isBot ? botOf(chat)?.id : chat.id, isBot),
    el(
      "span",
      { class: "chat-body" },
      el(
        "span",
        { class: "chat-top" },
        el("span", { class: "chat-title" }, title),
        isBot ? el("span", { class: "bot-mark" }, t("bot")) : null,
        last ? el("time", { class: "chat-time", title: fullStamp(last.date) }, shortStamp(last.date)) : null,
      ),
      el("span", { class: "chat-bottom" }, lastLine(last, chat), unread ? badge(unread) : null),
    ),
  );
}

function badge(count) {
  return el("span", { class: "badge", "aria-label": t("unread", { count }) }, count > 99 ? "99+" : count);
}

function lastLine(last, chat) {
  if (!last) return el("span", { class: "chat-line" }, t("no-messages"));
  const service = serviceLine(last);
  if (service !== null) return el("span", { class: "chat-line" }, service);
  const author = last.mine ? t("you") : chat.type === "private" ? "" : splitName(fullName(senderOf(last))).name;
  const prefix = author ? el("span", { class: "chat-author" }, `${author}: `) : null;
  return el("span", { class: "chat-line" }, prefix, previewLine(last));
}
