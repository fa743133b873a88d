"""The preview's offer of one wish for the whole building, where the same fault is open on two other floors at least.

Pressing it turns the wish on the preview into the building's; how it is posted, and whether under a name, is chosen as
ever. Who does not look at it posts their floor's as before. `whole` in the answers: ids and numbers of those wishes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.domain.wishes import Wish
from bot.messages import Line, Term, Texts
from conversations import wish_draft
from conversations.questions import Answers, Option

OFFER = "whole"
_SAID = (
    "改成整栋楼的一件",
    "整栋楼",
    "整栋楼的",
    "改成整栋楼",
    "whole building",
    "the whole building",
    "make it the whole building",
)
_EVERY_FLOOR = "整栋楼 whole building"  #: what the place is set to says so in either language; see `whereabouts`


def shown(floors: Sequence[Wish]) -> list[list[Any]]:
    """As the hint keeps them: [id, number] each, JSON."""
    return [[wish.id, str(wish.number)] for wish in floors]


def gathered(answers: Answers) -> list[int]:
    """Ids of the wishes this one gathers; none once its author chose another place."""
    return [int(wish_id) for wish_id, _ in _standing(answers)]


def _standing(answers: Answers) -> list[list[Any]]:
    whole = answers.get(OFFER) or {}
    return list(whole.get("parts", ())) if whole and whole.get("place") == answers.get("place") else []


def lines(answers: Answers) -> tuple[Line, ...]:
    """The offer, or what was made of it."""
    if parts := _standing(answers):
        return (Line("preview-whole", {"numbers": numbered([number for _, number in parts])}),)
    if floors := _offered(answers):
        return (Line("preview-whole-offer", {"numbers": numbered([number for _, number in floors])}),)
    return ()


def options(answers: Answers) -> tuple[Option, ...]:
    if _standing(answers) or not _offered(answers):
        return ()
    return (Option(OFFER, "button-whole", _SAID),)


def taken(option: Option, answers: Answers) -> Answers | None:
    """The answers once the wish is the building's; None for any other option."""
    if option.value != OFFER:
        return None
    building = wish_draft.place(answers).building
    place = {"building": building, wish_draft.SAID: _EVERY_FLOOR}
    return {**answers, "place": place, OFFER: {"place": place, "parts": _offered(answers)}, "_similar": None}


def numbered(numbers: Sequence[str]) -> Texts:
    """第9件、第11件."""
    return Texts(tuple(Term("wish-numbered", {"number": number}) for number in numbers))


def _offered(answers: Answers) -> list[list[Any]]:
    hint = answers.get("_similar") or {}
    return list(hint.get("floors", ()))
