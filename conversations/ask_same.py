"""Two wishes seem to say the same: which ones, which of them stays, a last look, and the authors are asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain.errors import NotAChoice
from bot.domain.wishes import Wish
from bot.messages import Actor, Arg, Line, Reply, Term, Texts
from bot.ports import UnitOfWork
from bot.services import asking_same
from conversations import pick_wishes
from conversations.engine import Dialog
from conversations.pick_wishes import PickWishes
from conversations.questions import Answers, Choice, Context, Heard, Heed, in_rows
from conversations.steps import Choose, Confirm

_BUTTONS = 8  #: of the wishes that may stay; any other one's number may be typed


def given(wish: Wish, likely: Sequence[Wish], others: Sequence[Wish]) -> dict[str, Any]:
    """What is known when it begins at one wish: which, and what it may be the same as."""
    return {
        "which": [str(wish.id)],
        "asked": [str(wish.number)],
        "offered": pick_wishes.offered([*likely, *others]),
        "likely": [str(each.id) for each in (likely or others)[:_BUTTONS]],
    }


def given_several(wishes: Sequence[Wish]) -> dict[str, Any]:
    """What is known when it begins in the queue: the wishes to choose from."""
    return {"offered": pick_wishes.offered(wishes)}


def _next(step: str | None, answers: Answers) -> str | None:
    match step:
        case None:
            return "into" if "asked" in answers else "which"
        case "which":
            return "into"
        case "into":
            return "confirm"
    return None


def _numbers(answers: Answers) -> list[str]:
    """Of the wishes whose authors would be asked."""
    if "asked" in answers:
        return list(answers["asked"])
    stays = _number_of(answers)
    return [number for number in pick_wishes.numbers_of(answers) if number != stays]


def _number_of(answers: Answers) -> str:
    return next((row[1] for row in answers.get("offered") or () if row[0] == answers.get("into")), "")


def _named(numbers: Sequence[str]) -> Texts:
    return Texts(tuple(Term("wish-numbered", {"number": number}) for number in numbers))


def _ask_which(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("ask-same-which"), *pick_wishes.listed(answers, context))


def _ask_into(answers: Answers, context: Context) -> tuple[Line, ...]:
    shown = {**answers, "offered": _likely(answers)}
    if "asked" in answers:
        head = Line("ask-same-as-which", {"number": answers["asked"][0]})
    else:
        head = Line("ask-same-stays", {"numbers": _named(pick_wishes.numbers_of(answers))})
    return (head, *pick_wishes.listed(shown, context))


def _likely(answers: Answers) -> list[Any]:
    """The rows that have a button: the likeliest ones, or those that were chosen."""
    wanted = set(answers.get("likely") or answers.get("which") or ())
    return [row for row in answers.get("offered") or () if row[0] in wanted][:_BUTTONS]


@dataclass(frozen=True, slots=True)
class _PickOther(Choose):
    """Of the wishes by their numbers, four in a row; the numbers of others may be typed."""

    def rows(self, answers: Answers, context: Context) -> tuple[tuple[Choice, ...], ...]:
        options = pick_wishes.options({**answers, "offered": _likely(answers)}, context)
        return in_rows(tuple(Choice.of(each, ticked=self.is_ticked(each, answers)) for each in options), 4)

    def hear(self, heard: Heard, answers: Answers, context: Context) -> Heed:
        number = "".join(letter for letter in heard.words if letter.isdecimal())
        for option in self.offered(answers, context):
            if not heard.pictured and option.args["number"] == number:
                return self.take(option, answers)
        raise NotAChoice


def _preview(answers: Answers, context: Context) -> tuple[Line, ...]:
    words = next((row[3] for row in answers.get("offered") or () if row[0] == answers.get("into")), "")
    numbers = _numbers(answers)
    asked: dict[str, Arg] = {"numbers": _named(numbers), "n": len(numbers)}
    return (Line("ask-same-preview", {**asked, "other": _number_of(answers), "words": words}),)


async def _done(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    """Ask each author, and say at once whom it does not reach and what could not be asked."""
    came = await asking_same.ask(
        actor=actor,
        wish_ids=[int(each) for each in answers["which"]],
        other_id=int(answers["into"]),
        uow=uow,
        now=now,
    )
    lines = [Line("ask-same-asked", {"n": len(came.questions)})]
    for wish, question in came.questions:
        if not question.told:
            key = "ask-author-on-the-card" if wish.is_public else "ask-author-cannot-reach"
            lines.append(Line(key, {"number": str(wish.number)}))
    left_out = [Line(each.text_key(), dict(each.variables)) for each in came.refused]
    return Reply((*lines, *left_out))


ASK_SAME = Dialog(
    "ask-same",
    version=1,
    steps=(
        PickWishes("which", _ask_which, options=pick_wishes.options),
        _PickOther("into", _ask_into, options=pick_wishes.options),
        Confirm("confirm", _preview),
    ),
    done=_done,
    next=_next,
)
