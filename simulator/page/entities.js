/** A text and its Bot API entities as nodes. Offsets and lengths are UTF-16 code units, as JavaScript's own indices are. */

import { el } from "./dom.js";
import { t } from "./i18n.js";

/**
 * @typedef {{type: string, offset: number, length: number, url?: string, user?: object, language?: string}} Entity
 * @typedef {{command: (text: string) => void, link: (url: string) => void}} TextActions  what a click does
 */

const SIMPLE = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", blockquote: "blockquote" };
const LINKS = new Set(["url", "text_link", "email", "phone_number", "mention"]);

/**
 * @param {string} text
 * @param {Entity[]} [entities]
 * @param {TextActions} actions
 * @returns {DocumentFragment}
 */
export function richText(text, entities, actions) {
  const fragment = document.createDocumentFragment();
  fragment.append(...build(text, 0, text.length, nested(entities ?? [], text.length), actions));
  return fragment;
}

/** Outer entities before inner ones; what would overlap its neighbour's end is cut there. */
function nested(entities, end) {
  return entities
    .map((entity) => ({ ...entity, offset: Math.max(0, entity.offset), until: Math.min(end, entity.offset + entity.length) }))
    .filter((entity) => entity.until > entity.offset)
    .sort((a, b) => a.offset - b.offset || b.until - a.until);
}

function build(text, start, end, entities, actions) {
  const nodes = [];
  let at = start;
  for (let i = 0; i < entities.length; ) {
    const outer = entities[i];
    const inner = [];
    const beyond = [];
    for (i += 1; i < entities.length && entities[i].offset < outer.until; i += 1) {
      const { until } = entities[i];
      inner.push({ ...entities[i], until: Math.min(until, outer.until) });
      if (until > outer.until) beyond.push({ ...entities[i], offset: outer.until });
    }
    if (beyond.length > 0) {
      entities = [...beyond, ...entities.slice(i)].sort((a, b) => a.offset - b.offset || b.until - a.until);
      i = 0;
    }
    if (outer.offset > at) nodes.push(plain(text.slice(at, outer.offset), nodes.at(-1)));
    nodes.push(wrap(outer, build(text, outer.offset, outer.until, inner, actions), text.slice(outer.offset, outer.until), actions));
    at = outer.until;
  }
  if (at < end) nodes.push(plain(text.slice(at, end), nodes.at(-1)));
  return nodes;
}

/** A quote or a code block ends its own line: the line break after it would show as an empty line. */
function plain(words, before) {
  const afterBlock = before instanceof Element && before.matches("pre, blockquote");
  return document.createTextNode(afterBlock ? words.replace(/^\n/, "") : words);
}

function wrap(entity, children, words, actions) {
  if (entity.type in SIMPLE) return el(SIMPLE[entity.type], {}, children);
  if (entity.type === "pre") return el("pre", {}, el("code", { "data-language": entity.language }, children));
  if (entity.type === "spoiler") return spoiler(children);
  if (entity.type === "expandable_blockquote") return expandable(children);
  if (entity.type === "bot_command") return linkButton("command", children, () => actions.command(words));
  if (entity.type === "text_mention") return el("span", { class: "mention" }, children);
  if (LINKS.has(entity.type)) return link(entity, children, words, actions);
  return el("span", { class: `entity-${String(entity.type).replace(/[^a-z_]/g, "")}` }, children);
}

function link(entity, children, words, actions) {
  const url = entity.type === "text_link" ? entity.url : words;
  return linkButton(entity.type === "mention" ? "mention" : "link", children, () => actions.link(String(url)), url);
}

/** A button inside running text: it never navigates by itself, so no address can run code. */
function linkButton(kind, children, onClick, title) {
  const activate = (event) => {
    event.stopPropagation();
    onClick();
  };
  const onKey = (event) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      activate(event);
    }
  };
  return el("span", { class: `text-link ${kind}`, role: "link", tabindex: "0", title, on: { click: activate, keydown: onKey } }, children);
}

function spoiler(children) {
  const inside = el("span", { class: "spoiler-words", "aria-hidden": "true" }, children);
  const node = el("span", { class: "spoiler", role: "button", tabindex: "0", "aria-label": t("spoiler") }, inside);
  const show = (event) => {
    if (node.classList.contains("shown") || (event.type === "keydown" && event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    event.stopPropagation();
    node.classList.add("shown");
    for (const name of ["role", "tabindex", "aria-label"]) node.removeAttribute(name);
    inside.removeAttribute("aria-hidden");
  };
  for (const event of ["click", "keydown"]) node.addEventListener(event, show, { capture: true });
  return node;
}

function expandable(children) {
  const words = el("div", { class: "quote-words" }, children);
  const quote = el("blockquote", { class: "expandable" }, words);
  const toggle = el("button", { type: "button", class: "quote-toggle", "aria-expanded": "false" }, t("expand"));
  toggle.addEventListener("click", () => {
    const open = quote.classList.toggle("open");
    toggle.textContent = t(open ? "collapse" : "expand");
    toggle.setAttribute("aria-expanded", String(open));
  });
  new ResizeObserver(() => {
    toggle.hidden = !quote.classList.contains("open") && words.scrollHeight <= words.clientHeight + 1;
  }).observe(words);
  quote.append(toggle);
  return quote;
}

/** The plain words of a message for one-line places: lists, quotes, the pin bar. */
export function plainLine(message) {
  return (message.text ?? message.caption ?? "").replace(/\s+/g, " ").trim();
}
