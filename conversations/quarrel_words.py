"""What is written about a quarrel, in private: a quarrel to be filed, how a side sees it, a time, and its end."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.domain.errors import NotAResident
from bot.domain.quarrels import MAX_NOTE_CHARS, MAX_TIME_CHARS, MAX_VIEW_CHARS, MAX_WHERE_CHARS, Quarrel
from bot.domain.wishes import MAX_CHARS, Wish
from bot.messages import Actor, Line, Reply, Term
from bot.ports import UnitOfWork
from bot.services import mediating, quarrel_lines, quarrel_sides, quarrels
from conversations.engine import Dialog
from conversations.questions import Answers, Context, Option
from conversations.steps import Ask, Choose, Confirm


def given(quarrel: Quarrel, number: int) -> dict[str, Any]:
    return {"quarrel_id": quarrel.id, "number": str(number), "both": quarrel.both_agree}


# ---- filing one ----------------------------------------------------------------------------------------------------


def given_home(chats: list[tuple[int, str]]) -> dict[str, Any]:
    """The building chats of who files it, the likeliest first."""
    return {"chats": [[chat_id, title] for chat_id, title in chats]}


def _homes(answers: Answers, context: Context) -> tuple[Option, ...]:
    return tuple(
        Option(str(chat_id), "button-words", (title,), {"words": title}) for chat_id, title in answers["chats"]
    )


def _next_filing(step: str | None, answers: Answers) -> str | None:
    order = ["words", "where", *(["chat"] if len(answers["chats"]) > 1 else []), "confirm"]
    at = -1 if step is None else order.index(step)
    return order[at + 1] if at + 1 < len(order) else None


def _look(answers: Answers, context: Context) -> tuple[Line, ...]:
    lines = [Line("quarrel-preview"), Line("preview-words", {"words": answers["words"]})]
    if answers.get("where"):
        lines.append(Line("quarrel-case-where", {"where": answers["where"]}))
    return tuple(lines)


async def _file(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    if not answers["chats"]:
        raise NotAResident
    photos = answers.get("photo") or ()
    wish = await quarrels.file_quarrel(
        actor=actor,
        words=str(answers["words"]),
        where=str(answers.get("where") or ""),
        photo=str(photos[0]) if photos else None,
        chat_id=int(answers.get("chat") or answers["chats"][0][0]),
        uow=uow,
        now=now,
    )
    return filed(wish)


def filed(wish: Wish) -> Reply:
    return Reply((Line("quarrel-filed", {"number": str(wish.number)}),))


FILE_QUARREL = Dialog(
    "file-quarrel",
    version=1,
    steps=(
        Ask("words", "quarrel-ask-words", max_chars=MAX_CHARS, photo_to="photo", placeholder="placeholder-quarrel"),
        Ask("where", "quarrel-ask-where", max_chars=MAX_WHERE_CHARS, optional=True, placeholder="placeholder-place"),
        Choose("chat", "file-ask-chat", options=_homes),
        Confirm("confirm", _look),
    ),
    done=_file,
    next=_next_filing,
)

# ---- how one side sees it ------------------------------------------------------------------------------------------


def _look_at_view(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("quarrel-view-preview"), Line("preview-words", {"words": answers["view"]}))


async def _view(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    await quarrel_sides.say_view(
        actor=actor, quarrel_id=int(answers["quarrel_id"]), words=str(answers["view"]), uow=uow, now=now
    )
    return Reply((Line("quarrel-view-kept"),))


SAY_VIEW = Dialog(
    "quarrel-view",
    version=1,
    steps=(
        Ask("view", "quarrel-ask-view", max_chars=MAX_VIEW_CHARS, placeholder="placeholder-quarrel"),
        Confirm("confirm", _look_at_view),
    ),
    done=_view,
)

# ---- the mediator --------------------------------------------------------------------------------------------------


def _look_at_time(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("quarrel-time-preview", {"time": answers["time"]}),)


async def _time(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    quarrel, _ = await mediating.propose_time(
        actor=actor, quarrel_id=int(answers["quarrel_id"]), words=str(answers["time"]), uow=uow, now=now
    )
    return Reply(
        (Line("quarrel-time-agreed" if quarrel.time_is_agreed else "quarrel-time-asked", {"time": quarrel.time}),)
    )


PROPOSE_TIME = Dialog(
    "quarrel-time",
    version=1,
    steps=(
        Ask("time", "quarrel-ask-which-time", max_chars=MAX_TIME_CHARS, placeholder="placeholder-quarrel-time"),
        Confirm("confirm", _look_at_time),
    ),
    done=_time,
)

_SAID = {
    "settled": ("谈成了", "谈好了", "settled"),
    "not-settled": ("没谈成", "not settled"),
    "withdrawn": ("不谈了", "撤了", "withdrawn"),
    "referred": ("转给派出所或法院", "派出所", "法院", "to the police or a court", "police", "court"),
}


def _ends(answers: Answers, context: Context) -> tuple[Option, ...]:
    """Nothing is settled, or not, between people who did not both say yes."""
    open_to = [each for each in quarrel_lines.outcome_options() if answers["both"] or "settled" not in each[0]]
    return tuple(Option(value, key, _SAID[value]) for value, key in open_to)


def _look_at_end(answers: Answers, context: Context) -> tuple[Line, ...]:
    ask = Line("quarrel-end-preview", {"outcome": Term(f"quarrel-outcome-{answers['outcome']}")})
    return (ask, Line("preview-words", {"words": answers["note"]})) if answers.get("note") else (ask,)


async def _end(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    await mediating.record(
        actor=actor,
        quarrel_id=int(answers["quarrel_id"]),
        outcome=str(answers["outcome"]),
        note=str(answers.get("note") or ""),
        uow=uow,
        now=now,
    )
    return Reply((Line("quarrel-end-kept", {"number": answers["number"]}),))


END_QUARREL = Dialog(
    "quarrel-end",
    version=1,
    steps=(
        Choose("outcome", "quarrel-ask-outcome", options=_ends),
        Ask(
            "note", "quarrel-ask-note", max_chars=MAX_NOTE_CHARS, optional=True, placeholder="placeholder-quarrel-note"
        ),
        Confirm("confirm", _look_at_end),
    ),
    done=_end,
)
