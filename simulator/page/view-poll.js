/** A poll in a bubble: its options to be tapped, then how often each was chosen. */

import { vote } from "./actions.js";
import { el } from "./dom.js";
import { richText } from "./entities.js";
import { t } from "./i18n.js";

/** Options ticked in a poll that takes several, until they are sent; by chat and message. */
const ticked = new Map();

/** @param {object} message with `poll`, its `chosen` positions and whether its counts are shown @returns {HTMLElement} */
export function pollBox(message) {
  const poll = message.poll;
  const box = el("div", { class: poll.is_closed ? "poll closed" : "poll", data: { poll: poll.id } });
  if (poll.description) box.append(el("div", { class: "poll-description", dir: "auto" }, richText(poll.description, poll.description_entities ?? [], {})));
  box.append(el("div", { class: "poll-question", dir: "auto" }, poll.question), el("div", { class: "poll-kind" }, kindOf(poll)));
  draw(box, message);
  return box;
}

function kindOf(poll) {
  const kinds = [t(poll.is_closed ? "poll-final" : poll.is_anonymous ? "poll-anonymous" : "poll-named")];
  if (poll.allows_multiple_answers && !poll.is_closed) kinds.push(t("poll-several"));
  return kinds.join(" · ");
}

function draw(box, message) {
  const poll = message.poll;
  box.querySelector(".poll-choices")?.remove();
  const answered = poll.chosen.length > 0;
  const open = !poll.is_closed && !answered;
  const choices = el("div", { class: "poll-choices" }, ...poll.options.map((option, at) => (open ? choice(box, message, option, at) : result(poll, option, at))));
  choices.append(el("div", { class: "poll-foot" }, ...foot(box, message, open)));
  box.append(choices);
}

function choice(box, message, option, at) {
  const several = message.poll.allows_multiple_answers;
  const chosen = ticks(message);
  const press = () => {
    if (!several) return vote(message.chat.id, message.message_id, [at]);
    if (!chosen.delete(at)) chosen.add(at);
    return draw(box, message);
  };
  const props = { type: "button", class: "poll-option", "aria-pressed": String(chosen.has(at)), on: { click: press } };
  return el("button", props, el("span", { class: several ? "poll-mark square" : "poll-mark" }), el("span", { dir: "auto" }, option.text));
}

function result(poll, option, at) {
  const share = poll.total_voter_count ? Math.round((100 * option.voter_count) / poll.total_voter_count) : 0;
  const mine = poll.chosen.includes(at);
  const bar = el("span", { class: "poll-bar" });
  bar.style.width = poll.counts_shown ? `${share}%` : "0";
  return el(
    "div",
    { class: mine ? "poll-result mine" : "poll-result" },
    el("span", { class: "poll-share" }, poll.counts_shown ? `${share}%` : mine ? "✓" : ""),
    el("span", { class: "poll-text", dir: "auto" }, mine && poll.counts_shown ? `${option.text} ✓` : option.text),
    el("span", { class: "poll-count" }, poll.counts_shown ? String(option.voter_count) : ""),
    bar,
  );
}

function foot(box, message, open) {
  const poll = message.poll;
  const parts = [el("span", {}, poll.counts_shown || !open ? t("poll-voters", { n: poll.total_voter_count }) : "")];
  if (!poll.counts_shown && poll.chosen.length) parts[0].textContent = t("poll-hidden");
  if (open && poll.allows_multiple_answers) {
    const send = () => {
      const options = [...ticks(message)];
      ticked.delete(keyOf(message));
      return vote(message.chat.id, message.message_id, options);
    };
    const props = { type: "button", class: "poll-action", on: { click: send } };
    if (!ticks(message).size) props.disabled = "";
    parts.push(el("button", props, t("poll-vote")));
  }
  if (poll.chosen.length && !poll.is_closed && poll.allows_revoting) {
    const retract = () => vote(message.chat.id, message.message_id, []);
    parts.push(el("button", { type: "button", class: "poll-action", on: { click: retract } }, t("poll-retract")));
  }
  return parts;
}

const keyOf = (message) => `${message.chat.id}|${message.message_id}`;

function ticks(message) {
  const key = keyOf(message);
  if (!ticked.has(key)) ticked.set(key, new Set());
  return ticked.get(key);
}
