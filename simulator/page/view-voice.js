/** A voice note in a bubble: play or pause, how far it is, how long it lasts. One plays at a time. */

import { el, icon } from "./dom.js";
import { t } from "./i18n.js";

const BARS = 28;

/** The note that was started last; its row may be drawn anew while it plays. */
let playing = null;

/** @param {{voice: {duration: number, file_unique_id: string}, voice_url?: string}} message @returns {HTMLElement} */
export function voiceNote(message) {
  const { duration, file_unique_id: id } = message.voice;
  const url = message.voice_url ?? `/control/voices/${encodeURIComponent(id)}`;
  const sound = playing?.id === id ? playing.sound : el("audio", { src: url, preload: "none" });
  const time = el("span", { class: "voice-time" }, clock(duration));
  const wave = el("span", { class: "voice-wave", "aria-hidden": "true" }, bars(id));
  const button = el("button", { type: "button", class: "voice-play", on: { click: () => toggle(id, sound) } });
  const show = () => {
    const isOn = !sound.paused && !sound.ended;
    const label = t(isOn ? "voice-pause" : "voice-play", { length: clock(duration) });
    button.replaceChildren(icon(isOn ? "pause" : "play"));
    button.setAttribute("aria-label", label);
    button.title = label;
    const done = sound.ended ? 0 : sound.currentTime;
    wave.style.setProperty("--done", `${Math.min(100, (100 * done) / duration)}%`);
    time.textContent = clock(done > 0 ? done : duration);
  };
  for (const event of ["play", "pause", "ended", "timeupdate"]) sound.addEventListener(event, show);
  show();
  return el("div", { class: "voice", data: { voice: id } }, button, wave, time, sound);
}

function toggle(id, sound) {
  if (!sound.paused) return sound.pause();
  if (playing && playing.sound !== sound) playing.sound.pause();
  playing = { id, sound };
  return sound.play();
}

/** 12 → "0:12" */
export function clock(seconds) {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** Bars whose heights come from the id: two notes look different, one always looks the same. */
function bars(id) {
  let seed = 7;
  for (const sign of id) seed = (seed * 31 + sign.codePointAt(0)) % 65_521;
  return Array.from({ length: BARS }, () => {
    seed = (seed * 75 + 74) % 65_537;
    const bar = el("i");
    bar.style.height = `${22 + (seed % 78)}%`;
    return bar;
  });
}
