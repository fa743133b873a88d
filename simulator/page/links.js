/** What an address in a chat means inside the simulated messenger. */

import { world } from "./state.js";

/**
 * @param {string} address
 * @returns {{bot: object, payload: string} | null} the bot's private chat, or null when the address leads elsewhere
 */
export function deepLink(address) {
  const found = parse(address);
  if (found === null) return null;
  const bot = world.bots.find((candidate) => candidate.username?.toLowerCase() === found.username.toLowerCase());
  return bot === undefined ? null : { bot, payload: found.payload };
}

/** A message in a supergroup of this world, by the address that apps give it. */
export function messageLink(address) {
  const found = /^https:\/\/t\.me\/c\/(\d+)\/(\d+)$/.exec(address);
  const chat = found === null ? undefined : Number(`-100${found[1]}`);
  return world.chats.has(chat) ? { chat, message: Number(found[2]) } : null;
}

function parse(address) {
  if (/^@\w+$/.test(address)) return { username: address.slice(1), payload: "" };
  let url;
  try {
    url = new URL(/^[a-z]+:/i.test(address) ? address : `https://${address}`);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
  const payload = url.searchParams.get("start") ?? "";
  if (url.protocol === "tg:" && (url.host || url.pathname.replace(/\//g, "")) === "resolve") {
    return { username: url.searchParams.get("domain") ?? "", payload };
  }
  const isTelegram = ["t.me", "telegram.me"].includes(url.hostname) && /^\/\w+$/.test(url.pathname);
  return isTelegram ? { username: url.pathname.slice(1), payload } : null;
}
