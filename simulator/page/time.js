/** The simulated clock as it runs here, and how dates read. */

import { lang, locale } from "./i18n.js";

let shown = { now: Date.now(), rate: 0, at: performance.now() };
let zone = new URLSearchParams(location.search).get("tz") ?? "Asia/Shanghai";

/**
 * @param {{now: string, rate: number}} clock `now` is ISO 8601, UTC
 */
export function setClock({ now, rate }) {
  shown = { now: Date.parse(now), rate: rate ?? 0, at: performance.now() };
}

/** @param {string | undefined} name an IANA time zone; the address line's `tz` wins */
export function setTimeZone(name) {
  if (name && !new URLSearchParams(location.search).has("tz")) zone = name;
}

/** @returns {Date} */
export function simulatedNow() {
  return new Date(shown.now + shown.rate * (performance.now() - shown.at));
}

export function clockStands() {
  return shown.rate === 0;
}

function format(date, options) {
  return new Intl.DateTimeFormat(locale(), { timeZone: zone, hourCycle: "h23", ...options }).format(date);
}

/** @param {number} seconds Unix time */
export function timeOfDay(seconds) {
  return format(new Date(seconds * 1000), { hour: "2-digit", minute: "2-digit" });
}

/** A key that is equal for two moments of one day in the estate's time zone. */
export function dayKey(seconds) {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(new Date(seconds * 1000));
}

/** "3月2日 星期一"; the year only when it is not this year. */
export function dayName(seconds) {
  const date = new Date(seconds * 1000);
  const sameYear = dayKey(seconds).slice(0, 4) === dayKey(simulatedNow() / 1000).slice(0, 4);
  return format(date, { month: "long", day: "numeric", weekday: "long", ...(sameYear ? {} : { year: "numeric" }) });
}

/** For the list of chats: the time today, the weekday within a week, else the date. */
export function shortStamp(seconds) {
  const now = simulatedNow() / 1000;
  if (dayKey(seconds) === dayKey(now)) return timeOfDay(seconds);
  if (now - seconds < 6 * 86400) return format(new Date(seconds * 1000), { weekday: "short" });
  return format(new Date(seconds * 1000), { month: "numeric", day: "numeric" });
}

/** "3月2日 周一 09:00" */
export function clockText() {
  const now = simulatedNow();
  const day = format(now, { month: lang() === "en" ? "short" : "long", day: "numeric" });
  const weekday = format(now, { weekday: "short" });
  const time = format(now, { hour: "2-digit", minute: "2-digit" });
  return lang() === "en" ? `${weekday} ${day}, ${time}` : `${day} ${weekday} ${time}`;
}

/** The whole date for a tooltip. */
export function fullStamp(seconds) {
  return format(new Date(seconds * 1000), { dateStyle: "full", timeStyle: "short" });
}
