/** The simulator's control API: calls over HTTP, events over a WebSocket that comes back by itself. */

import { t } from "./i18n.js";

/** The simulator refused a call; `message` is its reason. */
export class CallRefused extends Error {}

const RETRY_MS = [300, 700, 1500, 3000];

async function call(method, path, body) {
  const init = { method, headers: body ? { "Content-Type": "application/json" } : {} };
  if (body) init.body = JSON.stringify(body);
  let answer;
  try {
    const response = await fetch(`/control/${path}`, init);
    answer = await response.json();
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError) throw new CallRefused(t("unreachable"));
    throw error;
  }
  if (!answer.ok) throw new CallRefused(answer.error ?? t("unreachable"));
  return answer.result;
}

/**
 * The world, or what one person can see of it.
 * @param {number | null} person
 */
export function fetchState(person) {
  return call("GET", person === null ? "state" : `state?as=${person}`);
}

/** @param {number} person @param {number} chat @returns {Promise<object[]>} oldest first */
export function fetchMessages(person, chat) {
  return call("GET", `messages?chat=${chat}&as=${person}`);
}

/**
 * One human act.
 * @param {number} person
 * @param {string} kind `say`, `press`, `start`, …
 * @param {object} fields
 * @returns {Promise<{message?: object, query?: string, alert?: string, toast?: string, url?: string}>}
 */
export function act(person, kind, fields = {}) {
  return call("POST", "act", { as: person, act: kind, ...fields });
}

/** @param {number} seconds how far the simulated clock moves forward */
export function advanceClock(seconds) {
  return call("POST", "clock", { advance_s: seconds });
}

/**
 * Follow the events that one person sees (all events when `person` is null).
 * @param {number | null} person
 * @param {{opened?: () => void, event: (event: object) => void, lost?: () => void}} on
 * @returns {() => void} stops following
 */
export function followEvents(person, on) {
  let socket = null;
  let attempt = 0;
  let timer = 0;
  let stopped = false;

  function connect() {
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    const query = person === null ? "" : `?as=${person}`;
    socket = new WebSocket(`${scheme}://${location.host}/control/events${query}`);
    socket.addEventListener("open", () => {
      attempt = 0;
      on.opened?.();
    });
    socket.addEventListener("message", ({ data }) => {
      if (!stopped) on.event(JSON.parse(data));
    });
    socket.addEventListener("close", () => {
      if (stopped) return;
      on.lost?.();
      timer = setTimeout(connect, RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)]);
      attempt += 1;
    });
  }

  connect();
  return () => {
    stopped = true;
    clearTimeout(timer);
    socket.close();
  };
}
