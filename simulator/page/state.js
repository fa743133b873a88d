/**
 * What the page knows: the world as one person sees it. Views read it and are told when a part has changed.
 *
 * @typedef {{id: number, first_name: string, last_name?: string, username?: string, is_bot?: boolean}} User
 * @typedef {{id: number, type: "private" | "supergroup", title?: string, bot?: number, started?: boolean, blocked?: boolean,
 *            pinned_message_id?: number | null, members?: object[]}} Chat
 * @typedef {object} Message  the Bot API's Message as this person reads it, and `mine`, `silent`, `photo_url`,
 *   `force_reply` {for_me, input_field_placeholder}
 * @typedef {"people" | "chats" | "messages" | "chat" | "clock" | "menu" | "draft"} Topic
 */

export const world = {
  /** @type {number | null} the person one is */
  me: null,
  /** @type {number | null} the open chat */
  chatId: null,
  /** @type {User[]} */
  people: [],
  /** @type {User[]} */
  bots: [],
  /** @type {Map<number, Chat>} */
  chats: new Map(),
  /** @type {Map<number, Map<number, Message>>} by chat, by message id */
  messages: new Map(),
  /** @type {Set<number>} people (not oneself) whom something new awaits in private */
  news: new Set(),
};

const listeners = new Map();
let pending = new Set();

/**
 * @param {Topic[]} topics
 * @param {() => void} listener called once after any of them changed
 */
export function whenChanged(topics, listener) {
  for (const topic of topics) listeners.set(topic, [...(listeners.get(topic) ?? []), listener]);
}

/** @param {...Topic} topics */
export function changed(...topics) {
  if (pending.size === 0) queueMicrotask(tell);
  for (const topic of topics) pending.add(topic);
}

function tell() {
  const topics = pending;
  pending = new Set();
  const called = new Set([...topics].flatMap((topic) => listeners.get(topic) ?? []));
  for (const listener of called) listener();
}

/** Take over a whole state as `GET /control/state` gives it. */
export function replaceWorld(state) {
  world.people = state.people ?? [];
  world.bots = state.bots ?? [];
  world.chats = new Map((state.chats ?? []).map((chat) => [chat.id, chat]));
  world.messages = new Map();
  for (const [chatId, list] of Object.entries(state.messages ?? {})) {
    putHistory(Number(chatId), list);
  }
  offerPrivateChat();
  changed("people", "chats", "messages", "chat", "menu");
}

/** Everybody can open the bot's private chat, also before anything was said there. */
function offerPrivateChat() {
  if (world.me === null || world.bots.length === 0 || world.chats.has(world.me)) return;
  world.chats.set(world.me, { id: world.me, type: "private", bot: world.bots[0].id, started: false });
}

/** @param {Chat & {left?: boolean}} chat */
export function putChat(chat) {
  if (chat.left || isOutside(chat)) {
    world.chats.delete(chat.id);
    world.messages.delete(chat.id);
  } else world.chats.set(chat.id, { ...world.chats.get(chat.id), ...chat });
  if (world.chatId !== null && !world.chats.has(world.chatId)) world.chatId = null;
  changed("chats", "chat", "menu");
}

/** The chat's member list is known and this person is not on it. */
function isOutside(chat) {
  if (chat.type === "private" || !Array.isArray(chat.members)) return false;
  const status = memberStatus(chat, world.me);
  return status === null || status === "left" || status === "kicked";
}

/** @returns {string | null} null: not a member, as far as the page knows */
export function memberStatus(chat, userId) {
  const entry = (chat.members ?? []).find((member) => memberId(member) === userId);
  if (entry === undefined) return null;
  return typeof entry === "object" ? entry.status ?? "member" : "member";
}

/** A member may be given as an id, as `{id, status}` or as the Bot API's ChatMember. */
export function memberId(member) {
  return typeof member === "object" ? member.user?.id ?? member.user_id ?? member.id : member;
}

/** @param {User[]} bots */
export function putBots(bots) {
  world.bots = bots;
  offerPrivateChat();
  changed("chats", "chat", "menu");
}

/** @param {number} chatId @param {Message[]} list all that this person can see there */
export function putHistory(chatId, list) {
  world.messages.set(chatId, new Map(list.map((message) => [message.message_id, message])));
  changed("messages", "chats");
}

/** @param {number} chatId @param {Message} message */
export function putMessage(chatId, message) {
  if (!world.messages.has(chatId)) world.messages.set(chatId, new Map());
  world.messages.get(chatId).set(message.message_id, message);
  changed("messages", "chats");
}

/** @param {number} chatId @param {number[]} ids */
export function dropMessages(chatId, ids) {
  const kept = world.messages.get(chatId);
  for (const id of ids) kept?.delete(id);
  changed("messages", "chats");
}

/** @returns {Message[]} oldest first */
export function messagesOf(chatId) {
  // As they came: the numbers of ephemeral messages say nothing about their place.
  return [...(world.messages.get(chatId)?.values() ?? [])].sort((a, b) => a.date - b.date);
}

/** @returns {Message | undefined} */
export function lastMessage(chatId) {
  return messagesOf(chatId).at(-1);
}

/** @returns {Chat | undefined} */
export function openChat() {
  return world.chatId === null ? undefined : world.chats.get(world.chatId);
}

export function fullName(user) {
  return user?.name ?? ([user?.first_name, user?.last_name].filter(Boolean).join(" ") || user?.title || "?");
}

/** @returns {User | undefined} a person or a bot */
export function userById(id) {
  return world.people.find((person) => person.id === id) ?? world.bots.find((bot) => bot.id === id);
}

/** The bot of a private chat; in a group the one bot of the world, which its commands are addressed to. */
export function botOf(chat) {
  return world.bots.find((bot) => bot.id === (chat?.bot?.id ?? chat?.bot_id ?? chat?.bot)) ?? world.bots[0];
}

export function chatTitle(chat) {
  return chat.type === "private" ? fullName(botOf(chat)) : chat.title ?? "";
}

/** Whether the person may write here, and if not, what the way in is. */
export function wayIn(chat) {
  if (chat.type !== "private") return "open";
  if (chat.blocked) return "blocked";
  const started = chat.started ?? messagesOf(chat.id).length > 0;
  return started ? "open" : "start";
}

/** @returns {Message | undefined} the newest pinned one, if this person can see it */
export function pinnedMessage(chat) {
  const pinned = chat.pinned_message_id ?? chat.pinned_message;
  const id = typeof pinned === "object" ? pinned?.message_id : pinned;
  return id ? world.messages.get(chat.id)?.get(id) : undefined;
}
