/** The bot's commands above the text field: all by the menu button, the fitting ones while typing `/`. */

import { addressed, commandMenu, sendCommand } from "./actions.js";
import { el, iconButton } from "./dom.js";
import { t } from "./i18n.js";
import { openChat, wayIn, world } from "./state.js";

export class CommandMenu {
  /** @type {{command: string, description: string}[]} */
  #all = [];
  #shown = [];
  #at = 0;
  #key = "";
  #typed = "";
  #text = "";

  /** @param {{insert: (text: string) => void, sent: () => void, loaded: () => void}} field what the text field does */
  constructor(field) {
    this.field = field;
    this.node = el("div", { class: "commands", id: "commands", role: "listbox", hidden: true });
  }

  get isOpen() {
    return !this.node.hidden;
  }

  get isEmpty() {
    return this.#all.length === 0;
  }

  /** The menu of the open chat may have changed: ask again. */
  async reload() {
    const chat = openChat();
    const key = `${world.me}|${world.chatId}`;
    if (key !== this.#key) this.#take([], key);
    if (!chat || wayIn(chat) === "blocked") return;
    const list = await commandMenu(chat.id);
    if (key === `${world.me}|${world.chatId}`) this.#take(list, key);
  }

  #take(list, key) {
    this.#all = list;
    this.#key = key;
    if (this.isOpen) this.#show(this.#typed);
    else if (this.#text) this.onTyping(this.#text);
    this.field.loaded();
  }

  /** @param {string} text what stands in the field; a menu that is still on its way opens when it has come */
  onTyping(text) {
    const isCommand = /^\/[a-z0-9_]*$/i.test(text);
    this.#text = isCommand ? text : "";
    if (isCommand) this.#show(text.slice(1).toLowerCase());
    else this.close();
  }

  toggle() {
    if (this.isOpen) this.close();
    else this.#show("");
  }

  #show(typed) {
    this.#typed = typed;
    this.#shown = this.#all.filter(({ command }) => command.startsWith(typed));
    this.#at = 0;
    if (this.#shown.length === 0) {
      this.node.hidden = true;
      return;
    }
    this.node.setAttribute("aria-label", t("menu"));
    this.node.replaceChildren(...this.#shown.map((entry, i) => this.#line(entry, i)));
    this.node.hidden = false;
    this.#mark();
  }

  #line({ command, description }, i) {
    const words = [el("b", {}, `/${command}`), el("span", {}, description)];
    const choose = el("div", { class: "command-choice", role: "option", id: `command-${i}`, on: { click: () => this.#send(command) } }, words);
    const insert = iconButton("insert", t("menu-insert", { command: `/${command}` }), () => this.#insert(command), { tabindex: "-1" });
    return el("div", { class: "command-line" }, choose, insert);
  }

  /** @returns {string | null} the marked option's id, for aria-activedescendant */
  get activeId() {
    return this.isOpen ? `command-${this.#at}` : null;
  }

  #mark() {
    [...this.node.children].forEach((line, i) => {
      line.classList.toggle("marked", i === this.#at);
      line.firstElementChild.setAttribute("aria-selected", String(i === this.#at));
    });
    this.node.children[this.#at]?.scrollIntoView({ block: "nearest" });
  }

  /** @param {KeyboardEvent} event @returns {boolean} whether the menu took the key */
  onKey(event) {
    if (!this.isOpen) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      this.#at = (this.#at + step + this.#shown.length) % this.#shown.length;
      this.#mark();
    } else if (event.key === "Enter") this.#send(this.#shown[this.#at].command);
    else if (event.key === "Tab") this.#insert(this.#shown[this.#at].command);
    else if (event.key === "Escape") this.close();
    else return false;
    event.preventDefault();
    return true;
  }

  #send(command) {
    this.close();
    this.field.sent();
    sendCommand(command);
  }

  #insert(command) {
    this.close();
    this.field.insert(`${addressed(command, openChat())} `);
  }

  close() {
    this.#text = "";
    this.node.hidden = true;
  }
}
