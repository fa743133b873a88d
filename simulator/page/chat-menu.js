/** The menu of a chat's head: who is in it, stopping the bot, leaving. */

import { blockBot, leaveGroup, unblockBot } from "./actions.js";
import { avatar, el } from "./dom.js";
import { t } from "./i18n.js";
import { sheet } from "./overlays.js";
import { openPopup } from "./popup.js";
import { botOf, fullName, memberId, memberStatus, userById, wayIn } from "./state.js";
import { splitName } from "./view-message.js";

const PRESENT = new Set(["creator", "administrator", "member", "restricted"]);

/** @param {object} chat @param {HTMLElement} anchor */
export function openChatMenu(chat, anchor) {
  const items = [];
  if (chat.type === "private") {
    const bot = botOf(chat);
    if (wayIn(chat) === "open") items.push({ label: t("block-bot"), icon: "block", danger: true, run: () => blockBot(bot.id) });
    if (wayIn(chat) === "blocked") items.push({ label: t("unblock-bot"), icon: "block", run: () => unblockBot(bot.id) });
    if (wayIn(chat) === "start") items.push({ label: t("start-hint", { name: fullName(bot) }), run: () => {} });
  } else {
    if (chat.members?.length) items.push({ label: t("show-members"), icon: "people", run: () => showMembers(chat) });
    items.push({ label: t("leave-group"), icon: "block", danger: true, run: () => leaveGroup(chat.id) });
  }
  openPopup(items, { anchor }, t("chat-menu"));
}

function showMembers(chat) {
  const rank = { creator: 0, administrator: 1 };
  const members = chat.members
    .map((member) => ({ user: userById(memberId(member)) ?? member.user ?? member, status: memberStatus(chat, memberId(member)) }))
    .filter(({ status }) => PRESENT.has(status))
    .sort((a, b) => (rank[a.status] ?? 2) - (rank[b.status] ?? 2));
  sheet(t("members-title"), [el("ul", { class: "members" }, members.map(({ user, status }) => memberLine(user, status)))]);
}

function memberLine(user, status) {
  const { name, role } = splitName(fullName(user));
  const rank = status === "creator" || status === "administrator" ? el("span", { class: "member-rank" }, t(`member-${status}`)) : null;
  const mark = user.is_bot ? el("span", { class: "bot-mark" }, t("bot")) : null;
  const words = el("span", { class: "member-words" }, el("b", {}, name), role ? el("small", {}, role) : null);
  return el("li", {}, avatar(fullName(user), user.id), words, mark, rank);
}
