"""A forged client: it presses any data on any of the bot's messages, as Telegram lets it (Bot API, CallbackQuery)."""

from __future__ import annotations

from simulator import acts
from simulator.client import Group, Person
from simulator.model import Bot, Chat, Query
from tests.scenarios.estate import Estate


def forge(town: Estate, person: Person, data: str, *, to: Group | None = None) -> Query:
    """Press what no message shows, on the bot's newest message there; the bot's answer is in the query later."""
    telegram = town.telegram
    presser = telegram.people[person.id]
    chat = telegram.groups[to.id] if to else telegram.private_chat(next(iter(telegram.bots.values())), presser)
    result = acts.press(telegram, presser, chat, _newest_of_bot(chat), {"callback_data": data})
    return telegram.queries[str(result["query"])]


async def forges(town: Estate, person: Person, data: str, *, to: Group | None = None) -> str:
    """As `forge`; what the bot answered, "" if nothing."""
    query = forge(town, person, data, to=to)
    await town.world.settle()
    assert query.answered, f"{data!r} was never answered"
    return query.text or ""


def _newest_of_bot(chat: Chat) -> int:
    return max(
        message.id
        for message in chat.messages.values()
        if isinstance(message.sender, Bot) and message.service is None and not message.deleted
    )
