/** What a service message says, in the page's language. */

import { plainLine } from "./entities.js";
import { lang, t } from "./i18n.js";
import { fullName } from "./state.js";

const SHORT = 30;

/**
 * @param {object} message
 * @returns {string | null} null: not a service message
 */
export function serviceLine(message) {
  const name = fullName(message.from ?? message.sender_chat);
  if (message.new_chat_members) return joined(message, name);
  if (message.left_chat_member) return left(message, name);
  if (message.pinned_message) return pinned(message.pinned_message, name);
  if (message.group_chat_created || message.supergroup_chat_created) return t("service-created", { name });
  if (message.new_chat_title) return t("service-title", { name, what: message.new_chat_title });
  if (message.migrate_to_chat_id || message.migrate_from_chat_id) return t("service-moved");
  return null;
}

function joined(message, name) {
  const members = message.new_chat_members;
  if (members.length === 1 && members[0].id === message.from?.id) return t("service-joined", { name });
  return t("service-added", { name, who: members.map(fullName).join(lang() === "en" ? ", " : "、") });
}

function left(message, name) {
  const gone = message.left_chat_member;
  return gone.id === message.from?.id ? t("service-left", { name }) : t("service-removed", { name, who: fullName(gone) });
}

function pinned(original, name) {
  const words = plainLine(original);
  if (!words) return t("service-pinned-photo", { name });
  const letters = [...words];
  return t("service-pinned", { name, what: letters.length > SHORT ? `${letters.slice(0, SHORT).join("")}…` : words });
}
