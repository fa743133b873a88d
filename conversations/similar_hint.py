"""The preview's line about a wish that a neighbour may have filed already, and its two buttons.

Never a question of its own: who does not look at it posts as before. What it knows is kept in the dialog's answers:
`_similar` the wish shown, `_similar_for` what it was looked up for, `_similar_apart` the wishes said to be different.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.domain.places import Place
from bot.domain.similarity import Verdict
from bot.domain.wishes import Wish
from bot.messages import Actor, Arg, Line, Reply
from bot.ports import UnitOfWork
from bot.services import similar
from bot.services.similar import Hint
from conversations import whole_building, wish_draft
from conversations.questions import Answers, Option

_SAME, _DIFFERENT = "same-", "different-"
_SAID_SAME = ("我家也是", "我也是", "是同一件", "same here", "same", "me too")
_SAID_DIFFERENT = ("不是一回事", "不是同一件", "不一样", "不一樣", "it's different", "it is different", "different")
_SHOWN_CHARS = 60  #: of the neighbour's words: one line of a phone or two


async def look_up(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Answers:
    """The answers with the hint for the wish as it stands; looked up anew only where the wish has changed."""
    answers = await _kept_apart(actor, answers, uow, now)
    asked = _question(answers)
    if asked == answers.get("_similar_for"):
        return answers
    hint = None
    if answers.get("words") and answers.get("chat") and not whole_building.gathered(answers):
        hint = await similar.look_for(
            actor=actor,
            words=str(answers["words"]),
            kind=wish_draft.kind(answers),
            where=wish_draft.where(answers),
            chat_id=int(answers["chat"]),
            passed_over=list(answers.get("_similar_apart", ())),
            uow=uow,
        )
    return {**answers, "_similar": _shown(hint, wish_draft.place(answers)) if hint else None, "_similar_for": asked}


async def _kept_apart(actor: Actor, answers: Answers, uow: UnitOfWork, now: datetime) -> Answers:
    """A wish just said to be different is recorded as such. Steps are pure, so it is done here."""
    apart = answers.get("_similar_told")
    if apart is None:
        return answers
    await similar.tell_apart(actor=actor, wish_id=int(apart), words=str(answers["words"]), uow=uow, now=now)
    return {name: value for name, value in answers.items() if name != "_similar_told"}


def _question(answers: Answers) -> list[Any]:
    """What the hint depends on, as JSON."""
    names = ("words", "kind", "place", "chat", "_similar_apart")
    return [answers.get(name) for name in names]


def _shown(hint: Hint, place: Place) -> dict[str, Any]:
    asked = _asked_place(hint.wish, place) if hint.verdict is Verdict.ASK_PLACE else Place()
    return {
        "id": hint.wish.id,
        "number": str(hint.wish.number),
        "words": _cut(hint.wish.words),
        "verdict": hint.verdict.value,
        "place": wish_draft.place_value(asked),
        "floors": whole_building.shown(hint.floors),
    }


def _asked_place(wish: Wish, place: Place) -> Place:
    """What the neighbour's wish says of the place and this one does not; without a name, nothing finer is shown."""
    known = wish.place_for_neighbours()
    return Place(
        unit=known.unit if place.unit is None else None,
        floor=known.floor if place.floor is None else None,
    )


def _cut(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN_CHARS else f"{line[: _SHOWN_CHARS - 1]}…"


def lines(answers: Answers) -> tuple[Line, ...]:
    """One line, or none; where there is an offer of one wish for the whole building, that."""
    hint = answers.get("_similar")
    if whole := whole_building.lines(answers):
        return whole
    if not hint:
        return ()
    about: dict[str, Arg] = {"number": hint["number"], "words": hint["words"]}
    match hint["verdict"]:
        case Verdict.OTHER_FLOOR:
            return (Line("preview-similar-elsewhere", about),)
        case Verdict.ASK_PLACE if hint["place"]:
            asked = wish_draft.spot(wish_draft.place_of_value(hint["place"]))
            return (Line("preview-similar-ask", {**about, "place": asked}),)
        case Verdict.ASK_PLACE:
            return (Line("preview-similar-where", about),)
    return (Line("preview-similar", about),)


def options(answers: Answers) -> tuple[Option, ...]:
    """Same here, it's different; where the line is information none, but for the offer of `whole_building`."""
    hint = answers.get("_similar")
    if not hint or not Verdict(hint["verdict"]).is_card:
        return whole_building.options(answers)
    return (
        Option(f"{_SAME}{hint['id']}", "button-similar-same", _SAID_SAME),
        Option(f"{_DIFFERENT}{hint['id']}", "button-similar-different", _SAID_DIFFERENT),
    )


def dismissed(option: Option, answers: Answers) -> Answers | None:
    """The answers after "it's different"; None for any other option."""
    if not option.value.startswith(_DIFFERENT):
        return None
    wish_id = int(option.value.removeprefix(_DIFFERENT))
    apart = [*answers.get("_similar_apart", ()), wish_id]
    return {**answers, "_similar": None, "_similar_apart": apart, "_similar_told": wish_id}


def joined(answers: Answers) -> int | None:
    """The wish that "same here" was said to."""
    chosen = str(answers.get("preview"))
    return int(chosen.removeprefix(_SAME)) if chosen.startswith(_SAME) else None


async def join(wish_id: int, actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    """Counted there instead of filed here; and said so."""
    wish = await similar.join(actor=actor, wish_id=wish_id, words=str(answers["words"]), uow=uow, now=now)
    key = "similar-joined" if actor.person.started else "similar-joined-not-started"
    return Reply((Line(key, {"number": str(wish.number)}),))
