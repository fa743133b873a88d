"""Ephemeral messages (Bot API 10.2): seen in a group by one person and one bot alone.

No public server was ever watched doing it: what the documentation leaves open is assumed, and marked so here and in
docs/simulator.md.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from simulator import menus, privacy
from simulator.errors import ASSUMED, DOCS, bad_request
from simulator.model import Bot, Chat, Json, Message, Person, Query
from simulator.utf16 import cut

if TYPE_CHECKING:
    from simulator.world import World

WINDOW_S = 15  #: after a press, an ephemeral command or an ephemeral reply (Bot API, ephemeral messages)


@dataclass(eq=False)
class Ephemeral:
    """How this Telegram stands to them. `lose`: so many of the next ones never reach the app; the bot is not told."""

    knows: bool = True  #: False: an older server, which overlooks the parameter and knows none of the methods
    lose: int = 0

    def is_lost(self) -> bool:
        """Whether this one is lost; it is counted."""
        lost = self.lose > 0
        self.lose -= lost
        return lost


def receiver_of(world: "World", person: Person, chat: Chat, content: Json, *, openly: bool) -> Bot | None:
    """The bot that alone reads what this person is about to post; None: everybody does.

    `openly`: their app is too old for ephemeral commands.
    """
    if chat.kind == "private" or not world.ephemeral.knows:
        return None
    original: Message | None = content.get("reply_to")
    if original is not None and original.ephemeral_id is not None:
        return original.sender if isinstance(original.sender, Bot) else None
    if openly:
        return None
    text, entities = content.get("text") or content.get("caption") or "", content.get("entities") or []
    inside = (one.user for one in chat.members.values() if one.inside and isinstance(one.user, Bot))
    for bot in inside:
        if privacy.commands(bot, chat, text, entities) and _is_ephemeral(bot, chat, person, text, entities):
            return bot
    return None


def _is_ephemeral(bot: Bot, chat: Chat, person: Person, text: str, entities: list[Json]) -> bool:
    """By the menu this person gets here (assumed: however the command was written, typed or chosen)."""
    named = cut(text, 0, entities[0]["length"]).partition("@")[0].removeprefix("/").lower()
    return any(one["command"] == named and one.get("is_ephemeral") for one in menus.menu(bot, chat, person))


def receiver(world: "World", bot: Bot, chat: Chat, given: Json) -> Person:
    """Whom `ephemeral_message_parameters` names, if the bot may speak to them so, here and now.

    Raises:
        Refusal: 400 outside groups, for somebody who is not there, and when the time for it is over (texts assumed).
    """
    if chat.kind == "private":
        raise bad_request("ephemeral messages can be sent in groups only", ASSUMED)
    member = chat.member(given["receiver_user_id"])
    person = None if member is None else member.user
    if not isinstance(person, Person):
        raise bad_request("PARTICIPANT_ID_INVALID", ASSUMED)
    query_id = given.get("callback_query_id")
    if query_id is not None:
        query = world.queries.get(query_id)
        if query is None or query.person is not person or query.bot is not bot or query.message.chat is not chat:
            raise bad_request("QUERY_ID_INVALID", ASSUMED)
        if given.get("replace_callback_query_message"):
            raise bad_request("simulator: replace_callback_query_message is not simulated", ASSUMED)
    place = chat.member(bot.id)
    if place is not None and place.leads:
        return person
    if not _has_time(world, bot, chat, person, world.queries.get(query_id) if query_id is not None else None):
        raise bad_request("EPHEMERAL_WINDOW_EXPIRED", ASSUMED)
    return person


def _has_time(world: "World", bot: Bot, chat: Chat, person: Person, query: Query | None) -> bool:
    now = world.clock.seconds()
    if query is not None and now - query.at <= WINDOW_S:
        return True
    written = (one for one in chat.messages.values() if one.receiver is bot and one.sender is person)
    return any(now - one.date <= WINDOW_S for one in written)


def answered(world: "World", bot: Bot, chat: Chat, ephemeral_id: int) -> Message:
    """What `reply_parameters.ephemeral_message_id` names: incoming, and no older than the window.

    Raises:
        Refusal: 400.
    """
    found = next((m for m in chat.messages.values() if m.ephemeral_id == ephemeral_id and m.receiver is bot), None)
    if found is None or found.deleted or world.clock.seconds() - found.date > WINDOW_S:
        raise bad_request("message to be replied not found", DOCS)
    return found


def sent_one(chat: Chat, bot: Bot, receiver_user_id: int, ephemeral_id: int, purpose: str) -> Message:
    """The bot's ephemeral message to this person.

    Raises:
        Refusal: 400 once it was deleted or has expired.
    """
    for one in chat.messages.values():
        to = None if one.receiver is None else one.receiver.id
        if one.ephemeral_id == ephemeral_id and one.sender is bot and to == receiver_user_id and not one.deleted:
            return one
    raise bad_request(f"message to {purpose} not found", ASSUMED)


def send(world: "World", bot: Bot, chat: Chat, to: Person, content: dict[str, Any]) -> Message:
    """Post it to this one person; a ForceReply opens in nobody else's app."""
    lost = world.ephemeral.is_lost()
    if "force_reply" in (content["reply_interface"] or {}) and not lost:
        chat.asking[to.id] = -(chat.last_ephemeral_id + 1)
    return world.post(chat, bot, receiver=to, lost=lost, **content)


def expire(world: "World") -> None:
    """All there are vanish from the apps, as after a while or a restart (assumed)."""
    for chat in world.chats():
        for message in list(chat.messages.values()):
            if message.ephemeral_id is not None and not message.deleted:
                world.remove(message)
