/** The foot of a conversation: the strip of a reply, the photo to send, the text field, or the one big button. */

import { editMessage, say, sendPhoto, sendVoice, startBot, unblockBot } from "./actions.js";
import { CallRefused } from "./api.js";
import { CommandMenu } from "./command-menu.js";
import { el, icon, iconButton } from "./dom.js";
import { cancelStrip, draft, draftKey, followForceReply, giveBack, setPhoto, startEdit, takeDraft } from "./drafts.js";
import { t } from "./i18n.js";
import { toast } from "./overlays.js";
import { readPhoto } from "./photo-file.js";
import { openPopup } from "./popup.js";
import { botOf, fullName, messagesOf, openChat, wayIn, world } from "./state.js";
import { previewLine, senderOf, splitName } from "./view-message.js";

/** Telegram's limits for a text and for a caption, in characters. */
const TEXT_CHARS = 4096;
const CAPTION_CHARS = 1024;
/** How long the sample is that the microphone's button sends. */
const VOICE_S = 6;

export class Composer {
  #key = "";
  #strip = "";

  constructor() {
    this.commands = new CommandMenu({ insert: (text) => this.#fill(text), sent: () => this.#fill(""), loaded: () => this.#renderMenuButton() });
    this.strip = el("div", { class: "strip", hidden: true });
    this.photo = el("div", { class: "photo-draft", hidden: true });
    this.field = el("textarea", { rows: "1", enterkeyhint: "send", autocomplete: "off", "aria-controls": "commands", dir: "auto" });
    this.file = el("input", { type: "file", accept: "image/*", class: "only-spoken", tabindex: "-1", "aria-hidden": "true" });
    this.menuButton = iconButton("menu", t("menu"), () => this.#onMenuButton(), { class: "menu-button" });
    this.attach = iconButton("attach", t("attach"), () => this.#onAttach(), { class: "attach", "aria-haspopup": "menu" });
    this.voice = iconButton("voice", t("voice-sample"), () => this.#speak(), { class: "speak" });
    this.send = iconButton("send", t("send"), () => this.#send(), { class: "send" });
    this.row = el("div", { class: "compose-row" }, this.menuButton, this.attach, this.field, this.voice, this.send, this.file);
    this.gate = el("div", { class: "gate", hidden: true });
    this.node = el("footer", { class: "composer" }, this.commands.node, this.strip, this.photo, this.row, this.gate);
    this.#listen();
  }

  #listen() {
    this.field.addEventListener("input", () => this.#onInput());
    this.field.addEventListener("keydown", (event) => this.#onKey(event));
    this.field.addEventListener("paste", (event) => this.#takeFile(event.clipboardData?.files[0], event));
    this.field.addEventListener("blur", (event) => !this.node.contains(event.relatedTarget) && setTimeout(() => this.commands.close(), 150));
    this.file.addEventListener("change", () => this.#takeFile(this.file.files[0]));
    this.commands.node.addEventListener("mousedown", (event) => event.preventDefault());
  }

  render() {
    const chat = openChat();
    if (!chat) return;
    const way = wayIn(chat);
    this.row.hidden = way !== "open";
    this.gate.hidden = way === "open";
    if (way !== "open") return this.#renderGate(chat, way);
    followForceReply();
    const moved = this.#key !== draftKey();
    this.#key = draftKey();
    if (this.field.value !== draft().text) this.#setField(draft().text);
    if (moved) this.#onMoved();
    this.#renderLabels();
    this.#renderStrip(moved);
    return this.#renderPhoto();
  }

  /** Another chat or person: at a desk one can write at once; on a phone the keyboard stays away. */
  #onMoved() {
    this.commands.close();
    const isBusy = document.querySelector("dialog[open], .popup") !== null;
    if (matchMedia("(hover: hover) and (pointer: fine) and (min-width: 761px)").matches && !isBusy) this.field.focus();
  }

  #renderGate(chat, way) {
    const bot = botOf(chat);
    const isStart = way === "start";
    const press = () => (isStart ? startBot(bot) : unblockBot(bot.id));
    const words = t(isStart ? "start-hint" : "blocked-hint", { name: fullName(bot) });
    const button = el("button", { type: "button", class: "primary start", on: { click: press } }, t(isStart ? "start" : "unblock-bot"));
    for (const part of [this.strip, this.photo, this.commands.node]) part.hidden = true;
    this.#key = "";
    this.gate.replaceChildren(el("p", {}, words), button);
  }

  #renderLabels() {
    const { editing, photo, replyTo } = draft();
    const asked = replyTo?.force_reply?.input_field_placeholder;
    const placeholder = photo ? t("caption") : asked || t("write");
    this.field.placeholder = placeholder;
    this.field.setAttribute("aria-label", placeholder);
    this.field.maxLength = photo ? CAPTION_CHARS : TEXT_CHARS;
    for (const [button, key] of [[this.send, editing ? "save" : "send"], [this.voice, "voice-sample"], [this.attach, "attach"], [this.menuButton, "menu"]]) {
      button.setAttribute("aria-label", t(key));
      button.title = t(key);
    }
    this.attach.hidden = Boolean(editing);
    this.#renderSend();
  }

  #renderSend() {
    const isReady = Boolean(this.field.value.trim() || draft().photo);
    this.send.classList.toggle("ready", isReady);
    // As apps do: with nothing to send, the microphone stands in the button's place.
    this.voice.hidden = isReady || Boolean(draft().editing);
    this.send.hidden = !this.voice.hidden;
  }

  #renderMenuButton() {
    this.menuButton.hidden = this.commands.isEmpty;
  }

  #renderStrip(moved) {
    const { replyTo, editing } = draft();
    const about = editing ?? replyTo;
    this.strip.hidden = !about;
    const key = about ? `${this.#key}|${editing ? "edit" : "reply"}|${about.message_id}` : "";
    const isNew = key !== this.#strip;
    this.#strip = key;
    if (!about) return;
    const name = splitName(fullName(senderOf(about))).name;
    const title = editing ? t("editing") : t("replying-to", { name });
    this.strip.replaceChildren(
      icon(editing ? "edit" : "reply"),
      el("span", { class: "strip-words" }, el("b", {}, title), el("span", { class: "strip-line" }, previewLine(about))),
      iconButton("close", t("cancel"), () => this.#cancel()),
    );
    if (isNew && !(moved && !draft().forced)) this.field.focus();
  }

  #renderPhoto() {
    const { photo } = draft();
    this.photo.hidden = !photo;
    if (!photo) return this.photo.replaceChildren();
    const picture = photo.url ? el("img", { src: photo.url, alt: "" }) : el("span", { class: "sample" }, icon("picture"));
    const words = el("span", { class: "strip-words" }, el("b", {}, t(photo.url ? "photo-ready" : "sample-photo")));
    return this.photo.replaceChildren(picture, words, iconButton("close", t("photo-remove"), () => setPhoto(null)));
  }

  #onInput() {
    draft().text = this.field.value;
    this.#grow();
    this.#renderSend();
    this.commands.onTyping(this.field.value);
    this.#renderExpanded();
  }

  #renderExpanded() {
    const { activeId } = this.commands;
    if (activeId) this.field.setAttribute("aria-activedescendant", activeId);
    else this.field.removeAttribute("aria-activedescendant");
  }

  #onKey(event) {
    if (event.isComposing || event.keyCode === 229) return;
    if (this.commands.onKey(event)) return this.#renderExpanded();
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.#send();
    } else if (event.key === "Escape") this.#cancel();
    else if (event.key === "ArrowUp" && !this.field.value) this.#editLast(event);
  }

  #editLast(event) {
    const last = messagesOf(world.chatId).findLast((message) => message.mine && message.text !== undefined);
    if (!last) return;
    event.preventDefault();
    startEdit(last);
  }

  #cancel() {
    cancelStrip();
    this.field.focus();
  }

  #onMenuButton() {
    this.field.focus();
    this.commands.toggle();
    this.#renderExpanded();
  }

  #onAttach() {
    const items = [
      { label: t("attach-file"), icon: "attach", run: () => this.file.click() },
      { label: t("attach-sample"), icon: "picture", run: () => this.#attachSample() },
    ];
    openPopup(items, { anchor: this.attach }, t("attach"));
  }

  #attachSample() {
    setPhoto({ base64: null, url: null });
    this.field.focus();
  }

  async #takeFile(file, event) {
    if (!file) return;
    event?.preventDefault();
    try {
      setPhoto(await readPhoto(file));
      this.field.focus();
    } catch (error) {
      if (!(error instanceof CallRefused)) throw error;
      toast(error.message, "error");
    }
    this.file.value = "";
  }

  #fill(text) {
    this.#setField(text);
    draft().text = text;
    this.#renderSend();
    this.field.focus();
  }

  #setField(text) {
    this.field.value = text;
    this.#grow();
    this.field.setSelectionRange(text.length, text.length);
  }

  #grow() {
    this.field.style.height = "auto";
    this.field.style.height = `${this.field.scrollHeight}px`;
  }

  async #speak() {
    const [key, chatId] = [draftKey(), world.chatId];
    const taken = takeDraft();
    this.render();
    const result = await sendVoice(chatId, VOICE_S, taken.replyTo?.message_id);
    if (result === null) giveBack(key, taken);
  }

  async #send() {
    const { text: typed, editing, photo } = draft();
    const text = typed.trim();
    if (!text && !photo) return this.field.focus();
    const [key, chatId] = [draftKey(), world.chatId];
    const taken = takeDraft();
    const replyTo = taken.replyTo?.message_id;
    this.render();
    this.field.focus();
    const result = editing
      ? await editMessage(chatId, editing.message_id, text)
      : await (photo ? sendPhoto(chatId, { caption: text, replyTo, base64: photo.base64 }) : say(chatId, text, replyTo));
    if (result === null) return giveBack(key, taken);
    if (photo?.url) URL.revokeObjectURL(photo.url);
    return undefined;
  }
}
