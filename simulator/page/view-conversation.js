/** The open chat: its head, the pin bar and the messages. The rows are kept while their message stays the same. */

import { chatAvatar, el, icon, iconButton } from "./dom.js";
import { lang, t } from "./i18n.js";
import { openChatMenu } from "./chat-menu.js";
import { waitingKeys } from "./keyboard.js";
import { openMessageMenu, watchForMenu } from "./message-menu.js";
import { markSeen } from "./seen.js";
import { serviceLine } from "./service.js";
import { botOf, chatTitle, messagesOf, openChat, pinnedMessage, world } from "./state.js";
import { dayKey, dayName } from "./time.js";
import { messageRow, previewLine, senderOf } from "./view-message.js";

const RUN_S = 300;
const NEAR_BOTTOM_PX = 80;

/** Draws into `root`; the composer is given by its own module. */
export class ConversationView {
  #rows = new Map();
  #shown = "";
  #stuck = true;

  /** @param {HTMLElement} root @param {HTMLElement} composer @param {() => void} back */
  constructor(root, composer, back) {
    this.back = back;
    this.head = el("header", { class: "head" });
    this.pin = el("div", { class: "pin", hidden: true });
    this.list = el("div", { class: "messages", role: "log" });
    this.scroller = el("div", { class: "scroller" }, this.list);
    this.down = iconButton("down", t("to-bottom"), () => this.toBottom(gliding()), { class: "to-bottom", hidden: true });
    this.empty = el("p", { class: "empty" });
    root.append(this.head, this.pin, el("div", { class: "wall" }, this.scroller, this.down), composer, this.empty);
    this.root = root;
    this.scroller.addEventListener("scroll", () => this.#onScroll(), { passive: true });
    new ResizeObserver(() => this.#stuck && this.toBottom()).observe(this.scroller);
    new ResizeObserver(() => this.#stuck && this.toBottom()).observe(this.list);
    watchForMenu(this.list, (row, place) => openMessageMenu(this.#messageOf(row), place));
    this.list.addEventListener("keydown", (event) => this.#onArrow(event));
  }

  render() {
    const chat = openChat();
    this.root.classList.toggle("none", !chat);
    this.empty.textContent = t("choose-chat");
    if (!chat) return;
    this.#renderHead(chat);
    this.#renderPin(chat);
    this.#renderMessages(chat);
    markSeen(chat.id);
  }

  #renderHead(chat) {
    const isBot = chat.type === "private";
    const count = chat.member_count ?? chat.members?.length;
    const below = isBot ? t("private-with-bot") : count ? t("members", { count }) : "";
    const title = chatTitle(chat);
    this.head.replaceChildren(
      iconButton("back", t("back"), this.back, { class: "back" }),
      chatAvatar(title, isBot ? botOf(chat)?.id : chat.id, isBot),
      el("div", { class: "head-words" }, el("h1", {}, title), el("span", { class: "head-below" }, below)),
      iconButton("more", t("chat-menu"), (event) => openChatMenu(chat, event.currentTarget), { class: "chat-menu" }),
    );
  }

  #renderPin(chat) {
    const pinned = pinnedMessage(chat);
    this.pin.hidden = !pinned;
    if (!pinned) return this.pin.replaceChildren();
    const words = el("span", { class: "pin-words" }, el("b", {}, t("pinned-message")), el("span", { class: "pin-line" }, previewLine(pinned)));
    const props = { type: "button", class: "pin-button", on: { click: () => this.jump(pinned.message_id) } };
    return this.pin.replaceChildren(el("button", props, icon("pin"), words));
  }

  #renderMessages(chat) {
    const key = `${world.me}|${chat.id}|${lang()}`;
    if (key !== this.#shown) {
      this.#rows.clear();
      this.list.replaceChildren();
      this.#stuck = true;
    }
    const isSame = key === this.#shown;
    this.#shown = key;
    this.list.setAttribute("aria-label", chatTitle(chat));
    this.down.setAttribute("aria-label", t("to-bottom"));
    const focused = document.activeElement?.closest?.(".row")?.dataset.id;
    const before = this.#rows;
    this.#rows = new Map();
    const nodes = this.#plan(chat).map(({ id, signature, draw }) => {
      const kept = before.get(id);
      const entry = kept?.signature === signature ? kept : { signature, node: draw(), fresh: isSame && kept === undefined };
      if (entry.fresh) entry.node.classList.add("arriving");
      entry.fresh = false;
      this.#rows.set(id, entry);
      return entry.node;
    });
    this.#place(nodes);
    if (focused && !document.activeElement?.closest?.(".row")) this.#row(focused)?.focus({ preventScroll: true });
    if (isSame && [...this.#rows].some(([id, { node }]) => !before.has(id) && node.classList.contains("mine"))) this.#stuck = true;
    this.#rove();
    if (this.#stuck) this.toBottom();
    this.#onScroll();
  }

  /** The rows in order: day separators, service lines, bubbles. Each with all that decides how it looks. */
  #plan(chat) {
    const messages = messagesOf(chat.id);
    const plan = messages.length === 0 ? [this.#planHello(chat)] : [];
    messages.forEach((message, i) => {
      const [before, after] = [messages[i - 1], messages[i + 1]];
      if (!before || dayKey(before.date) !== dayKey(message.date)) {
        const name = dayName(message.date);
        plan.push({ id: `day-${dayKey(message.date)}`, signature: name, draw: () => el("div", { class: "day" }, el("span", {}, name)) });
      }
      plan.push(this.#planOne(message, { first: !sameRun(before, message), last: !sameRun(message, after), group: chat.type !== "private" }));
    });
    return plan;
  }

  /** Where nothing was said yet stands who one would talk to. */
  #planHello(chat) {
    const title = chatTitle(chat);
    const isBot = chat.type === "private";
    const face = chatAvatar(title, isBot ? botOf(chat)?.id : chat.id, isBot);
    const words = isBot ? t("private-with-bot") : t("no-messages");
    return { id: "hello", signature: title, draw: () => el("div", { class: "hello" }, face, el("b", {}, title), el("span", {}, words)) };
  }

  #planOne(message, setting) {
    const line = serviceLine(message);
    const signature = JSON.stringify([line ?? message, setting, waitingKeys(message)]);
    const actions = { jump: (id) => this.jump(id) };
    const draw = () =>
      line === null
        ? messageRow(message, setting, actions)
        : el("div", { class: "service", data: { id: message.message_id } }, el("span", {}, line));
    return { id: String(message.message_id), signature, draw };
  }

  /** Puts the nodes in order and moves only what stands wrong, so that focus and open quotes stay. */
  #place(nodes) {
    const wanted = new Set(nodes);
    for (const child of [...this.list.children]) if (!wanted.has(child)) child.remove();
    nodes.forEach((node, i) => {
      if (this.list.children[i] !== node) this.list.insertBefore(node, this.list.children[i] ?? null);
    });
  }

  #rove() {
    const rows = [...this.list.querySelectorAll(".row")];
    if (rows.length && !rows.some((row) => row.tabIndex === 0)) rows.at(-1).tabIndex = 0;
  }

  #onArrow(event) {
    const row = event.target.closest(".row");
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!row || !step || event.target !== row) return;
    const rows = [...this.list.querySelectorAll(".row")];
    const next = rows[rows.indexOf(row) + step];
    if (!next) return;
    event.preventDefault();
    row.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  }

  #row(id) {
    return this.list.querySelector(`[data-id="${CSS.escape(String(id))}"]`);
  }

  #messageOf(row) {
    return world.messages.get(world.chatId)?.get(Number(row.dataset.id));
  }

  /** Scroll to a message and let it glow. */
  jump(id) {
    const row = this.#row(id);
    if (!row) return;
    row.scrollIntoView({ block: "center", behavior: gliding() });
    row.classList.remove("glow");
    requestAnimationFrame(() => row.classList.add("glow"));
  }

  toBottom(behavior = "instant") {
    this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior });
  }

  #onScroll() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    this.#stuck = scrollHeight - scrollTop - clientHeight < NEAR_BOTTOM_PX;
    this.down.hidden = this.#stuck;
  }
}

/** How to scroll to a place: people who asked their system for less motion are put there at once. */
function gliding() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
}

function sameRun(before, message) {
  if (!before || !message || serviceLine(before) !== null || serviceLine(message) !== null) return false;
  const sameSender = senderOf(before).id === senderOf(message).id && before.mine === message.mine;
  return sameSender && message.date - before.date < RUN_S && dayKey(before.date) === dayKey(message.date);
}
