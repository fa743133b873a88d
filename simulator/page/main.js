/** Puts the page together: the address line, the events, the views. */

import { onShow } from "./actions.js";
import { CallRefused, fetchMessages, fetchState, followEvents } from "./api.js";
import { Composer } from "./composer.js";
import { applyToDocument, lang, setLang, t } from "./i18n.js";
import { toast } from "./overlays.js";
import { closePopup } from "./popup.js";
import { onAnswer } from "./presses.js";
import { beginReading, noteArrival } from "./seen.js";
import { changed, dropMessages, putBots, putChat, putHistory, putMessage, replaceWorld, whenChanged, world } from "./state.js";
import { setClock, setTimeZone } from "./time.js";
import { applyTextSize, renderTopbar, whenTextSizeChanges } from "./topbar.js";
import { renderChats } from "./view-chats.js";
import { ConversationView } from "./view-conversation.js";

const CLOCK_MS = 1000;

const byId = (id) => document.getElementById(id);
const phone = matchMedia("(max-width: 760px)");

const composer = new Composer();
const conversation = new ConversationView(byId("conversation"), composer.node, () => showChat(null));
let unfollow = () => {};

/** The address line keeps the person and the chat: `#as=101&chat=-1001`. */
function readHash() {
  const hash = new URLSearchParams(location.hash.slice(1));
  const number = (name) => (hash.get(name) && Number.isFinite(Number(hash.get(name))) ? Number(hash.get(name)) : null);
  return { person: number("as"), chat: number("chat") };
}

function writeHash() {
  const chat = world.chatId === null ? "" : `&chat=${world.chatId}`;
  const hash = `#as=${world.me}${chat}`;
  if (location.hash !== hash) history.pushState(null, "", hash);
}

function showChat(chatId) {
  world.chatId = chatId;
  document.body.dataset.screen = chatId === null ? "list" : "chat";
  writeHash();
  changed("chats", "chat", "messages", "menu");
}

/** Become a person: everything is read anew and followed from there. */
function become(person, chatId = null) {
  unfollow();
  world.me = person;
  world.news.delete(person);
  let queue = [];
  const on = {
    event: (event) => (queue === null ? onEvent(event) : queue.push(event)),
    lost: () => showOffline(true),
    opened: async () => {
      queue ??= [];
      const isLoaded = await load(person, chatId ?? world.chatId);
      if (!isLoaded) return person === world.me && becomeSomebodyElse();
      showOffline(false);
      const waiting = queue;
      queue = null;
      return waiting.forEach(onEvent);
    },
  };
  unfollow = followEvents(person, on);
}

/** The simulator was started anew with other people: be one of those. */
async function becomeSomebodyElse() {
  const state = await attempt(() => fetchState(null));
  if (state?.people.length && !state.people.some(({ id }) => id === world.me)) become(state.people[0].id);
}

async function load(person, chatId) {
  const state = await attempt(() => fetchState(person));
  if (state === null || person !== world.me) return false;
  setClock(state);
  setTimeZone(state.time_zone);
  beginReading();
  replaceWorld(state);
  showChat(choose(chatId));
  return true;
}

async function attempt(asking) {
  try {
    return await asking();
  } catch (error) {
    if (!(error instanceof CallRefused)) throw error;
    toast(t("failed", { error: error.message }), "error");
    return null;
  }
}

/** On a wide screen a chat is always open; on a phone the list comes first. */
function choose(chatId) {
  if (chatId !== null && world.chats.has(chatId)) return chatId;
  if (phone.matches) return null;
  const groups = [...world.chats.values()].filter((chat) => chat.type !== "private");
  return (groups[0] ?? world.chats.get(world.me))?.id ?? null;
}

const EVENTS = {
  message: ({ chat, message }) => putMessage(idOf(chat), message),
  edited: ({ chat, message }) => putMessage(idOf(chat), message),
  deleted: ({ chat, ids }) => dropMessages(idOf(chat), ids),
  pinned: ({ chat, message_id: id }) => putChat({ id: idOf(chat), pinned_message_id: id, pinned_message: undefined }),
  answer: onAnswer,
  clock: (event) => {
    setClock(event);
    changed("clock", "chats", "messages");
  },
  chat: ({ chat }) => {
    const isNew = !world.chats.has(chat.id) && !chat.left;
    putChat(chat);
    if (isNew) readHistory(chat.id);
  },
  bots: ({ bots }) => putBots(bots),
  people: ({ people }) => {
    world.people = people;
    changed("people");
  },
  commands: () => changed("menu"),
};

/** Somebody was let into a group: what was said before is there for them too. */
async function readHistory(chatId) {
  const person = world.me;
  const list = await attempt(() => fetchMessages(person, chatId));
  if (list !== null && person === world.me) putHistory(chatId, list);
}

function onEvent(event) {
  EVENTS[event.kind]?.(event);
}

const idOf = (chat) => (typeof chat === "object" ? chat.id : chat);

/** What comes for others meanwhile; whom the bot writes to in private gets a dot in the switch of persons. */
function followNews() {
  followEvents(null, {
    event: ({ kind, chat, message }) => {
      if (kind !== "message") return;
      const person = idOf(chat);
      noteArrival(person, message.message_id);
      if (person <= 0 || person === world.me) return;
      world.news.add(person);
      changed("people");
    },
  });
}

function showOffline(isOffline) {
  byId("offline").hidden = !isOffline;
  byId("offline").textContent = isOffline ? t("offline") : "";
}

const choices = {
  person: (id) => become(id),
  language: (next) => {
    setLang(next);
    changed("people", "clock", "chats", "chat", "messages", "draft");
  },
};

function bindViews() {
  whenChanged(["people", "clock"], () => renderTopbar(byId("topbar"), choices));
  whenChanged(["chat", "messages"], () => conversation.render());
  whenChanged(["chats", "messages"], () => renderChats(byId("chats"), showChat));
  whenChanged(["chat", "messages", "draft"], () => composer.render());
  whenChanged(["menu"], () => composer.commands.reload());
  whenTextSizeChanges(() => changed("people"));
  onShow(showChat, (messageId) => conversation.jump(messageId));
  addEventListener("popstate", () => {
    const { person, chat } = readHash();
    closePopup();
    if (person !== null && person !== world.me) become(person, chat);
    else if (chat !== world.chatId) showChat(world.chats.has(chat) ? chat : null);
  });
  setInterval(() => changed("clock"), CLOCK_MS * 15);
}

async function begin() {
  applyTextSize();
  applyToDocument();
  bindViews();
  const state = await attempt(() => fetchState(null));
  if (state === null) return setTimeout(() => location.reload(), 2000);
  setClock(state);
  world.people = state.people ?? [];
  changed("people", "clock", "chats", "chat");
  const asked = readHash();
  const person = world.people.find(({ id }) => id === asked.person) ?? world.people[0];
  followNews();
  if (person) become(person.id, asked.chat);
  else waitForPeople();
  return lang();
}

/** An empty world: the first person who moves in is who one is. */
function waitForPeople() {
  const stop = followEvents(null, {
    event: ({ kind, people }) => {
      if (kind !== "people" || !people?.length) return;
      stop();
      become(people[0].id);
    },
  });
}

begin();
