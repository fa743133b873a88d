"""What a press of a counted button means, also right after the bot was away."""

from __future__ import annotations

from datetime import datetime

from bot.domain import presses
from bot.domain.presses import LastPress, Meaning
from bot.ports import UnitOfWork


async def meaning_of(*, held: bool, last: LastPress | None, uow: UnitOfWork, now: datetime) -> Meaning:
    """As `presses.meaning`; whoever was asked to press again, and had been counted after all, takes nothing back."""
    meant = presses.meaning(held=held, last=last, now=now)
    if meant is not Meaning.TAKE_BACK or last is None:
        return meant
    contact = await uow.contacts.of_bot()
    if contact is not None and contact.line is not None and presses.had_waited(last, back_at=contact.line.until):
        return Meaning.NERVOUS_COUNTED
    return meant
