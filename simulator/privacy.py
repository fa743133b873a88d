"""Which bot hears which message (core.telegram.org/bots/features#privacy-mode).

A bot in a group that is neither an administrator nor freed from privacy mode hears service messages, answers to its own
messages and commands meant for it. A mention alone never reaches it.

What the page leaves open, and what is done here (assumed):
- a command counts if it opens the text or the caption;
- a bare command reaches a bot that spoke last among the bots, or the only bot there if none has spoken yet;
- an answer to somebody's command is not yet an answer to the bot.
"""

from simulator.model import Bot, Chat, Json, Message
from simulator.utf16 import cut


def hears(bot: Bot, message: Message) -> bool:
    chat = message.chat
    if chat.kind == "private":
        return chat.bot is bot
    if message.receiver is not None:
        return message.receiver is bot
    if message.service is not None and message.service.get("user") is bot:
        return True  # the one thing a bot still hears of a group it is out of (need_skip_update_message in Client.cpp)
    place = chat.member(bot.id)
    if place is None or message.date < place.since:
        return False
    if message.service is not None:
        return True
    if isinstance(message.sender, Bot):
        return False
    if bot.sees_all or place.leads:
        return True
    return answers(bot, message) or commands(bot, chat, message.body, message.entities)


def answers(bot: Bot, message: Message) -> bool:
    return message.reply_to is not None and message.reply_to.sender is bot


def commands(bot: Bot, chat: Chat, body: str, entities: list[Json]) -> bool:
    """Whether a text or caption opens with a command meant for this bot."""
    first = next((entity for entity in entities if entity["type"] == "bot_command"), None)
    if first is None or first["offset"] != 0:
        return False
    _, _, addressee = cut(body, 0, first["length"]).partition("@")
    if addressee:
        return addressee.lower() == bot.username.lower()
    return _spoke_last(bot, chat)


def _spoke_last(bot: Bot, chat: Chat) -> bool:
    if chat.last_speaking_bot is not None:
        return chat.last_speaking_bot == bot.id
    bots = [member for member in chat.members.values() if member.inside and isinstance(member.user, Bot)]
    return len(bots) == 1
