/** The strip above the messenger: who one is, the simulated clock, language and text size. */

import { moveClock } from "./actions.js";
import { avatar, el, icon, iconButton } from "./dom.js";
import { lang, t } from "./i18n.js";
import { sheet } from "./overlays.js";
import { openPopup } from "./popup.js";
import { fullName, userById, world } from "./state.js";
import { clockStands, clockText } from "./time.js";
import { splitName } from "./view-message.js";

const STEPS = [
  ["clock-hour", 3600],
  ["clock-day", 86400],
  ["clock-week", 604800],
];
const SIZE_KEY = "page.text-size";

/**
 * @param {HTMLElement} root
 * @param {{person: (id: number) => void, language: (lang: "zh" | "en") => void}} choose
 */
export function renderTopbar(root, choose) {
  const focused = root.contains(document.activeElement) ? document.activeElement.dataset.part : undefined;
  root.replaceChildren(
    whoButton(choose),
    el("div", { class: "clock", role: "group" }, clockChip(), el("div", { class: "clock-steps" }, STEPS.map(stepButton))),
    el("div", { class: "wide-settings" }, languageSwitch(choose), sizeSwitch()),
    iconButton("settings", t("settings"), () => openSettings(choose), { class: "narrow-settings", "data-part": "settings" }),
  );
  if (focused) root.querySelector(`[data-part="${CSS.escape(focused)}"]`)?.focus();
}

function whoButton(choose) {
  const person = userById(world.me);
  const name = fullName(person);
  const { name: short, role } = splitName(name);
  const open = (event) => openPopup(people(choose), { anchor: event.currentTarget }, t("who-am-i"));
  const props = { type: "button", class: "who", "data-part": "who", "aria-haspopup": "menu", "aria-expanded": "false", on: { click: open } };
  const news = world.news.size > 0 ? el("span", { class: "news-dot", role: "img", "aria-label": t("who-has-news") }) : null;
  if (!person) return el("div", { class: "who" }, t("who-am-i"));
  return el(
    "button",
    { ...props, "aria-label": t("who-i-am", { name }) },
    el("span", { class: "who-face" }, avatar(name, person.id, "small"), news),
    el("span", { class: "who-words" }, el("small", {}, el("span", { class: role ? "prefix" : "" }, role ? `${t("i-am")} · ` : t("i-am")), role), el("b", {}, short)),
    icon("down"),
  );
}

function people(choose) {
  return world.people.map((person) => {
    const { name, role } = splitName(fullName(person));
    const dot = world.news.has(person.id) ? el("span", { class: "news-dot", role: "img", "aria-label": t("who-has-news") }) : null;
    const node = el("span", { class: "who-face" }, avatar(fullName(person), person.id, "small"), dot);
    return { label: name, hint: role, node, checked: person.id === world.me, run: () => choose.person(person.id) };
  });
}

function clockChip() {
  const now = clockText();
  const open = (event) => openPopup(clockItems(), { anchor: event.currentTarget }, t("clock-label", { now }));
  const props = { type: "button", class: "clock-chip", "data-part": "clock", "aria-haspopup": "menu", "aria-label": t("clock-label", { now }) };
  return el("button", { ...props, title: clockStands() ? t("clock-stands") : null, on: { click: open } }, icon("clock"), el("span", {}, now));
}

function clockItems() {
  return STEPS.map(([key, seconds]) => ({ label: t(key), icon: "clock", run: () => moveClock(seconds) }));
}

function stepButton([key, seconds]) {
  return el("button", { type: "button", class: "step", "data-part": key, on: { click: () => moveClock(seconds) } }, t(key));
}

function segmented(label, options) {
  const button = ({ words, name, chosen, run }) =>
    el("button", { type: "button", "aria-pressed": String(chosen), "aria-label": name, "data-part": name, on: { click: run } }, words);
  return el("div", { class: "segmented", role: "group", "aria-label": label }, options.map(button));
}

function languageSwitch(choose, done = () => {}) {
  const option = (words, code) => ({
    words,
    name: words,
    chosen: lang() === code,
    run: () => {
      done();
      choose.language(code);
    },
  });
  return segmented(t("language"), [option("中文", "zh"), option("English", "en")]);
}

function sizeSwitch(done = () => {}) {
  const size = document.documentElement.dataset.size;
  const option = (words, name, value) => ({
    words,
    name,
    chosen: (size ?? "normal") === value,
    run: () => {
      done();
      setTextSize(value);
    },
  });
  return segmented(t("text-size"), [option("A", t("text-normal"), "normal"), option("A+", t("text-large"), "large")]);
}

function openSettings(choose) {
  const close = sheet(t("settings"), [
    el("div", { class: "setting" }, el("span", {}, t("language")), languageSwitch(choose, () => close())),
    el("div", { class: "setting" }, el("span", {}, t("text-size")), sizeSwitch(() => close())),
  ]);
}

let afterSize = () => {};

/** @param {() => void} redraw called after the text size has changed */
export function whenTextSizeChanges(redraw) {
  afterSize = redraw;
}

function setTextSize(size) {
  localStorage.setItem(SIZE_KEY, size);
  applyTextSize();
  afterSize();
}

export function applyTextSize() {
  document.documentElement.dataset.size = localStorage.getItem(SIZE_KEY) === "large" ? "large" : "normal";
}
