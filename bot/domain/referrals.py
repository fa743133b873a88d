"""Passing a wish on to another body: recorded, at most twice. Where it stands is not changed by it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain import desk_refusals, errors
from bot.domain.people import Body, Speaker
from bot.domain.wishes import Wish

MOST = 2  #: a matter passed on twice stays with the third
MAX_CHARS = 300  #: of the note that goes along
BODIES = (Body.PROPERTY, Body.COMMITTEE, Body.OWNERS)  #: to whom a wish may be passed on


@dataclass(frozen=True, slots=True)
class Referral:
    id: int
    wish_id: int
    by_id: int  #: person id
    by: Speaker
    to: Body
    words: str  #: may be empty
    at: datetime


def with_body(passed_on: Sequence[Referral]) -> Body | None:
    """Whose it is now; None: it was never passed on. `passed_on`: of one wish, oldest first."""
    return passed_on[-1].to if passed_on else None


def check(wish: Wish, passed_on: Sequence[Referral], *, to: Body, by: Speaker, person_id: int, listed: bool) -> None:
    """Let a wish be passed on, or refuse.

    `listed`: somebody answers for that body in this estate.

    Raises:
        WishClosed: it has ended.
        AlreadyTheirs: it lies with that body, or who passes it on speaks for it and it was never elsewhere.
        StaysThere: it was passed on twice.
        NobodyThere: config.yaml lists nobody for that body.
        AlreadyTaken: somebody else has it in hand.
    """
    number = str(wish.number)
    if wish.has_ended:
        raise errors.WishClosed(number=number)
    last = with_body(passed_on)
    if last is not None and len(passed_on) >= MOST:
        raise desk_refusals.StaysThere(number=number, body=last.value)
    if last is to or (last is None and by.body is to):
        raise desk_refusals.AlreadyTheirs(number=number, body=to.value)
    if to not in BODIES or not listed:
        raise desk_refusals.NobodyThere(body=to.value)
    if wish.taken_by not in (None, person_id):
        raise errors.AlreadyTaken(number=number, name=wish.taken_by_name or "")
