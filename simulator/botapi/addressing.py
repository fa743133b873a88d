"""Finding what a call is about, and whether the bot may reach it."""

from simulator.botapi.parameters import Arguments
from simulator.errors import SERVER, TDLIB, Refusal, bad_request, forbidden
from simulator.model import Bot, Chat, Message
from simulator.world import World


def chat_for(world: World, bot: Bot, arguments: Arguments) -> Chat:
    """The chat of `chat_id`, if this bot can see it.

    Raises:
        Refusal: 400 for a chat unknown to the bot, 403 for a group it is no longer in.
    """
    given = arguments.chat_id()
    if isinstance(given, str):  # no chat here has a public name
        raise bad_request("chat not found", SERVER)
    if given < 0:
        return _group(world, bot, given)
    if given in world.bots:
        raise forbidden("bot can't send messages to bots", SERVER)
    person = world.people.get(given)
    if person is None:
        raise bad_request("chat not found", SERVER)
    chat = world.private.get((bot.id, person.id))
    if chat is not None and (chat.started or chat.messages):
        return chat
    if _have_met(world, bot, person.id):
        return world.private_chat(bot, person)
    raise bad_request("chat not found", SERVER)


def _group(world: World, bot: Bot, chat_id: int) -> Chat:
    chat = world.groups.get(chat_id)
    member = chat.members.get(bot.id) if chat is not None else None
    if chat is None or member is None:
        raise bad_request("chat not found", SERVER)
    if chat.migrated_to is not None:
        said = "Bad Request: group chat was upgraded to a supergroup chat"
        raise Refusal(400, said, SERVER, parameters={"migrate_to_chat_id": chat.migrated_to})
    if member.status == "kicked":
        raise forbidden(f"bot was kicked from the {chat.kind} chat", SERVER)
    if not member.inside:
        raise forbidden(f"bot is not a member of the {chat.kind} chat", SERVER)
    return chat


def _have_met(world: World, bot: Bot, person_id: int) -> bool:
    """Whether the bot has seen this person in a group, so that the server knows the id at all."""
    return any(bot.id in chat.members and person_id in chat.members for chat in world.groups.values())


def message_in(chat: Chat, message_id: int, purpose: str) -> Message:
    """`purpose` completes Telegram's text: "message to edit not found"."""
    message = chat.message(message_id) if message_id > 0 else None  # ephemeral ones have methods of their own
    if message is None:
        raise bad_request(f"message to {purpose} not found", SERVER)
    return message


def own_right(chat: Chat, bot: Bot, right: str) -> bool:
    member = chat.member(bot.id)
    return member is not None and (chat.kind == "private" or member.may(right))


def spend(world: World, bot: Bot, chat: Chat, *, messages: int = 1) -> None:
    """The last checks before a message goes out or changes, which Telegram's servers make after all others.

    Raises:
        Refusal: 403 for a person who stopped or never started the bot, 400 where it may not write (assumed for photos
            and edits too, which Telegram words otherwise), 429 beyond the flood limits.
    """
    if chat.kind == "private":
        if chat.blocked:
            raise forbidden("bot was blocked by the user", SERVER)
        if not chat.started:
            raise forbidden("bot can't initiate conversation with a user", SERVER)
    member = chat.member(bot.id)
    if member is not None and member.status == "restricted":
        raise bad_request("not enough rights to send text messages to the chat", TDLIB)
    if world.enforce_limits:
        world.floods[bot.id].spend(
            chat.id, is_group=chat.kind != "private", now=world.clock.seconds(), messages=messages
        )
