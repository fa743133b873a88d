"""The list of a sign-up as a table for a file, before it is put into anybody's language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.people import Body, Chat, Estate
from bot.domain.rights import sees_staff_matters
from bot.domain.signups import Roll, SignupEntry
from bot.messages import Term
from bot.ports import UnitOfWork
from bot.services.plan_files import Cell

DOCUMENT = "signup"
#: Texts: signup-column-at and so on.
COLUMNS = ("at", "name", "heads", "guests", "standing", "said", "by")


@dataclass(frozen=True, slots=True)
class SignupTable:
    """`rows` and `total` by `COLUMNS`."""

    roll: Roll
    estate: Estate
    language: str
    made_at: datetime
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...]


def document_of(signup_id: int, language: str, estate_key: str) -> str:
    """The name under which a `Reply` asks for the list."""
    return f"{DOCUMENT}:{language}:{signup_id}:{estate_key}"


def estate_key_of(document: str) -> str:
    return document.split(":", 3)[-1]


async def table_of(document: str, *, estate: Estate, chat: Chat, uow: UnitOfWork, now: datetime) -> SignupTable | None:
    """What the file of this name holds, as things stand now. None: it is none of this chat's, or forgotten."""
    _, language, signup_id, _ = document.split(":", 3)
    try:
        roll = await uow.signups.get(int(signup_id))
    except LookupError:
        return None
    if roll.signup.is_forgotten or roll.signup.estate_key != estate.key or not await _may_have(roll, estate, chat, uow):
        return None
    rows = [await _row(at, each, roll, uow) for at, each in enumerate((*roll.placed, *roll.waiting), start=1)]
    total: tuple[Cell, ...] = (None, Term("signup-column-total"), roll.signup.taken, *(None for _ in COLUMNS[3:]))
    return SignupTable(roll, estate, language, now, tuple(rows), total)


async def _may_have(roll: Roll, estate: Estate, chat: Chat, uow: UnitOfWork) -> bool:
    """Whoever opened it, in private; the committee, in private; the staff chat."""
    if not chat.private:
        return sees_staff_matters(chat, estate.key)
    organiser = await uow.people.get(roll.signup.organiser_id)
    speaker = estate.speakers.get(chat.telegram_id)
    return chat.telegram_id == organiser.telegram_id or (speaker is not None and speaker.body is Body.COMMITTEE)


async def _row(at: int, entry: SignupEntry, roll: Roll, uow: UnitOfWork) -> tuple[Cell, ...]:
    by = await uow.people.get(entry.by_id) if entry.person_id is None else None
    return (
        at,
        entry.name,
        entry.heads,
        entry.guest_names or None,
        Term("signup-standing-placed" if entry.placed else "signup-standing-waiting"),
        f"{entry.at.astimezone(ZoneInfo(roll.signup.zone)):%Y-%m-%d %H:%M}",
        by.name if by is not None and not by.is_forgotten else None,
    )
