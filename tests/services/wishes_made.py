"""A wish, an answer, an author: as the rules could have made them, for tests that need no store."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from bot.domain.people import Body, Speaker
from bot.domain.places import Place
from bot.domain.wishes import ENDED, Answer, AnswerKind, Category, Kind, State, Visibility, Wish

DUE = date(2026, 3, 14)
PROMISED = date(2026, 3, 20)
WISH = Wish(
    id=40, estate_key="garden", number=12, kind=Kind.WANT, words="走廊的灯坏了", place=Place("3", "2", 7, "702"),
    category=Category.REPAIR, visibility=Visibility.PUBLIC, state=State.OPEN, author_id=1, author_name="王阿姨",
    chat_id=1, filed_at=datetime(2026, 3, 11, 4, 0, tzinfo=UTC), next_date=DUE,
)  # fmt: skip
KIND_OF_END = {
    State.PROMISED: AnswerKind.PROMISE,
    State.DECLINED: AnswerKind.DECLINE,
    State.ANSWERED: AnswerKind.REPLY,
    State.DONE: AnswerKind.DONE,
    State.LATER: AnswerKind.LATER,
}
#: Promised, or to be looked at again.
NAMED_DAY = frozenset({State.PROMISED, State.LATER})


def made(**differently: Any) -> Wish:
    """A wish with its next date and hands as its state wants them."""
    wish = replace(WISH, **differently)
    if wish.state in ENDED:
        return replace(wish, next_date=None)
    if wish.state in NAMED_DAY:
        return replace(wish, next_date=PROMISED)
    if wish.state is State.TAKEN and wish.taken_by is None:
        return replace(wish, taken_by=5, taken_by_name="周经理")
    return wish


def last_answer(wish: Wish, *, words: str = "周五来修") -> Answer | None:
    """What brought the wish where it stands; None before any answer."""
    if wish.state not in KIND_OF_END:
        return None
    kind = KIND_OF_END[wish.state]
    photos = ("done-1", "done-2") if kind is AnswerKind.DONE else ()
    due_on = PROMISED if wish.state in NAMED_DAY else None
    speaker = Speaker(502, "李主任", Body.COMMITTEE)
    return Answer(8, wish.id, kind, words, due_on, photos, speaker, 2, datetime(2026, 3, 12, tzinfo=UTC))
