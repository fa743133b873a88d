"""The bot's own texts: command menus by scope and language, descriptions."""

import re

from simulator.botapi.parameters import Arguments
from simulator.errors import ASSUMED, MTPROTO, SERVER, bad_request
from simulator.model import Bot, Json
from simulator.world import World

COMMANDS_MAX = 100  #: Bot API, setMyCommands
COMMAND = re.compile(r"[a-z0-9_]{1,32}")  #: Bot API, BotCommand
DESCRIPTION_MAX = 256
LANGUAGE = re.compile(r"[a-z]{2}")
PLAIN_SCOPES = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")
CHAT_SCOPES = ("chat", "chat_administrators", "chat_member")
BOT_DESCRIPTION_MAX, BOT_SHORT_DESCRIPTION_MAX = 512, 120  #: Bot API, setMyDescription, setMyShortDescription


def set_my_commands(world: World, bot: Bot, arguments: Arguments) -> bool:
    scope, language = _scope(world, bot, arguments), _language(arguments)
    commands = [_command(given, ephemeral=world.ephemeral.knows) for given in arguments.items("commands") or []]
    if len(commands) > COMMANDS_MAX:
        raise bad_request("BOT_COMMANDS_TOO_MUCH", MTPROTO)
    bot.commands[scope, language] = commands
    world.events.tell_all({"kind": "commands"})
    return True


def get_my_commands(world: World, bot: Bot, arguments: Arguments) -> list[Json]:
    return list(bot.commands.get((_scope(world, bot, arguments), _language(arguments)), []))


def delete_my_commands(world: World, bot: Bot, arguments: Arguments) -> bool:
    bot.commands.pop((_scope(world, bot, arguments), _language(arguments)), None)
    world.events.tell_all({"kind": "commands"})
    return True


def set_my_description(world: World, bot: Bot, arguments: Arguments) -> bool:
    text, language = arguments.text("description"), _language(arguments)
    if len(text) > BOT_DESCRIPTION_MAX:
        raise bad_request("BOT_DESCRIPTION_TOO_LONG", ASSUMED)
    bot.descriptions[language] = text
    return True


def set_my_short_description(world: World, bot: Bot, arguments: Arguments) -> bool:
    text, language = arguments.text("short_description"), _language(arguments)
    if len(text) > BOT_SHORT_DESCRIPTION_MAX:
        raise bad_request("BOT_SHORT_DESCRIPTION_TOO_LONG", ASSUMED)
    bot.short_descriptions[language] = text
    return True


def _command(given: Json, *, ephemeral: bool) -> Json:
    command = given["command"].strip().removeprefix("/")
    description = given["description"].strip()
    if not command:
        raise bad_request("command must be non-empty", SERVER)
    if len(command) > 32:
        raise bad_request("command length must not exceed 32", SERVER)
    if not description:
        raise bad_request("command description must be non-empty", SERVER)
    if len(description) > DESCRIPTION_MAX:
        raise bad_request("command description length must not exceed 256", SERVER)
    if not COMMAND.fullmatch(command):
        raise bad_request("BOT_COMMAND_INVALID", MTPROTO)
    body: Json = {"command": command, "description": description}
    return {**body, "is_ephemeral": True} if ephemeral and given.get("is_ephemeral") else body


def _language(arguments: Arguments) -> str:
    code = arguments.text("language_code")
    if code and not LANGUAGE.fullmatch(code):
        raise bad_request("invalid language code specified", SERVER)
    return code


def _scope(world: World, bot: Bot, arguments: Arguments) -> str:
    """A key of `Bot.commands`, as `menus` reads it."""
    given = arguments.object("scope") or {"type": "default"}
    kind = given["type"]
    if kind in PLAIN_SCOPES:
        return str(kind)
    if kind not in CHAT_SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified", SERVER)
    chat_id = given.get("chat_id")
    if not chat_id:
        raise bad_request("can't parse BotCommandScope: chat_id is empty", SERVER)
    group = world.groups.get(chat_id) if isinstance(chat_id, int) else None
    if group is None and (kind != "chat" or (bot.id, chat_id) not in world.private):
        raise bad_request("chat not found", SERVER)
    if group is not None and group.member(bot.id) is None:
        raise bad_request("chat not found", SERVER)
    if kind != "chat_member":
        return f"{kind}/{chat_id}"
    if given.get("user_id", 0) <= 0:
        raise bad_request("can't parse BotCommandScope: Invalid user_id specified", SERVER)
    return f"{kind}/{chat_id}/{given['user_id']}"
