/** The page's own words in Chinese and English. What people and bots write is never translated. */

import { EN } from "./words-en.js";
import { ZH } from "./words-zh.js";

const WORDS = { zh: ZH, en: EN };
const KEY = "page.lang";

let current = initial();

function initial() {
  const asked = new URLSearchParams(location.search).get("lang");
  const kept = asked ?? localStorage.getItem(KEY);
  return kept === "en" ? "en" : "zh";
}

/** @returns {"zh" | "en"} */
export function lang() {
  return current;
}

/** @returns {string} the BCP 47 tag for dates and for the document */
export function locale() {
  return current === "en" ? "en-GB" : "zh-CN";
}

/** @param {"zh" | "en"} next */
export function setLang(next) {
  current = next;
  localStorage.setItem(KEY, next);
  const url = new URL(location.href);
  if (url.searchParams.has("lang")) {
    url.searchParams.set("lang", next);
    history.replaceState(null, "", url);
  }
  applyToDocument();
}

export function applyToDocument() {
  document.documentElement.lang = current === "en" ? "en" : "zh-Hans";
  document.title = t("page-title");
}

/**
 * @param {keyof ZH} key
 * @param {Object<string, string | number>} [values] for the {places}
 * @returns {string}
 */
export function t(key, values = {}) {
  return WORDS[current][key].replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}
