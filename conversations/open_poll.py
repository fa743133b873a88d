"""A poll: its question and options, how it is answered, in which groups and until when, about what; a last look."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from bot.domain import polls
from bot.domain.errors import NotAChoice, Refused
from bot.domain.polls import Draft
from bot.messages import Actor, Arg, Day, Line, Reply, Term, Texts
from bot.ports import UnitOfWork
from bot.services import poll_lines
from bot.services import polls as service
from conversations.ask_date import AskDate
from conversations.ask_options import AskOptions
from conversations.engine import Dialog
from conversations.questions import Answers, Context, Option
from conversations.steps import YES, Ask, Choose, ChooseMany, Confirm

ORDER = ("question", "options", "several", "names", "shown", "groups", "until", "about")
ONE, SEVERAL = "one", "several"
NAMED, ANONYMOUS = "named", "anonymous"
AT_ONCE, AT_END = "at-once", "at-end"
_MAX_ABOUT_CHARS = 12
_QUOTED_CHARS = 40

_HOW_MANY = (
    Option(ONE, "button-poll-one", ("只选一项", "一项", "单选", "one", "one only", "one answer")),
    Option(SEVERAL, "button-poll-several", ("可以选几项", "几项", "多选", "several", "several answers")),
)
_NAMES = (
    Option(ANONYMOUS, "button-poll-anonymous", ("不记名", "匿名", "anonymous", "without names")),
    Option(NAMED, "button-poll-named", ("记名", "實名", "实名", "named", "with names")),
)
_SHOWN = (
    Option(AT_ONCE, "button-poll-shown", ("答了就看得到", "看得到", "shown at once", "at once", "show")),
    Option(AT_END, "button-poll-hidden", ("截止后才看得到", "截止后", "截止後", "at the end", "hide")),
)
_POST = replace(YES, key="button-poll-post", words=(*YES.words, "发到群里", "發到群裡", "post", "post it"))
_CHANGES = {
    "question": Option("question", "button-poll-change-question", ("改问题", "改問題", "change the question")),
    "options": Option("options", "button-poll-change-options", ("改选项", "改選項", "change the options")),
    "several": Option("several", "button-poll-change-several", ("改选几项", "change how many")),
    "names": Option("names", "button-poll-change-names", ("改记名", "change names")),
    "shown": Option("shown", "button-poll-change-shown", ("改结果", "change results")),
    "groups": Option("groups", "button-poll-change-groups", ("改群", "change the groups")),
    "until": Option("until", "button-poll-change-until", ("改日期", "change the day")),
    "about": Option("about", "button-poll-change-about", ("改关于哪一件", "change the wish")),
}


def given(opening: service.Opening) -> dict[str, Any]:
    """What is known when it begins: where it can be posted; from a wish or a project, what it is about."""
    offered = [[str(chat.id), chat.title] for chat in opening.chats]
    known: dict[str, Any] = {"estate": opening.estate.key, "offered": offered}
    if len(offered) == 1:
        known["groups"] = [offered[0][0]]
    if opening.wish is not None:
        known["about"] = opening.wish.number
    if opening.project is not None:
        project = opening.project
        known |= {"about": None, "project_id": project.id, "project": [str(project.number), project.name]}
    return known


def _wanted(answers: Answers) -> str:
    """The first question that has no answer yet, else the last look."""
    return next((name for name in ORDER if name not in answers), "confirm")


def _next(step: str | None, answers: Answers) -> str | None:
    if step == "confirm":
        chosen = str(answers["confirm"])
        return chosen if chosen in ORDER else None
    if step == "options" and not answers.get("options"):
        return "options"
    return _wanted(answers)


# ---- the questions --------------------------------------------------------------------------------------------------


def _groups(answers: Answers, context: Context) -> tuple[Option, ...]:
    return tuple(
        Option(chat_id, "button-words", (title,), {"words": title}) for chat_id, title in answers.get("offered") or ()
    )


class PickGroups(ChooseMany):
    """All are ticked until somebody unticks one."""

    __slots__ = ()

    def chosen(self, answers: Answers) -> list[str]:
        given = answers.get(self.name)
        return [chat_id for chat_id, _ in answers["offered"]] if given is None else list(given)


def _ask_until(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("poll-ask-until", {"days": polls.FARTHEST_DAYS}),)


def _number(words: str, context: Context) -> int:
    """Raises NotAChoice: it names no wish."""
    found = re.fullmatch(r"\D*(\d{1,9})\D*", words)
    if found is None:
        raise NotAChoice
    return int(found[1])


def _shown_number(number: Any) -> Arg:
    return Term("wish-numbered", {"number": str(number)})


# ---- the last look --------------------------------------------------------------------------------------------------


async def _look_up(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Answers:
    """What the wish of this number says, so that a mistyped one is seen before it is too late."""
    known = {name: value for name, value in answers.items() if name not in ("_wish", "_wrong")}
    if (number := answers.get("about")) is None:
        return known
    estate = actor.estate_named(answers["estate"])
    if estate is None:
        return known
    try:
        wish = await service.wish_numbered(number, estate=estate, actor=actor, uow=uow)
    except Refused as refused:
        return {**known, "_wrong": refused.text_key()}
    words = " ".join(wish.words.split())
    return {**known, "_wish": words if len(words) <= _QUOTED_CHARS else words[: _QUOTED_CHARS - 1] + "…"}


def _about(answers: Answers) -> tuple[Line, ...]:
    if answers.get("project"):
        number, name = answers["project"]
        return (Line("poll-about-project", {"number": number, "name": name}),)
    if answers.get("about") is None:
        return ()
    number = str(answers["about"])
    if answers.get("_wrong"):
        return (Line(answers["_wrong"], {"number": number}),)
    return (Line("poll-preview-wish", {"number": number, "words": answers.get("_wish") or "…"}),)


def _preview(answers: Answers, context: Context) -> tuple[Line, ...]:
    titles = [title for chat_id, title in answers["offered"] if chat_id in (answers.get("groups") or ())]
    how = poll_lines.how_lines(
        anonymous=answers["names"] == ANONYMOUS,
        several=answers["several"] == SEVERAL,
        hidden=answers["shown"] == AT_END,
    )
    return (
        Line("poll-preview"),
        Line("poll-preview-question", {"question": answers["question"]}),
        *(Line("poll-option", {"option": option}) for option in answers["options"]),
        *_about(answers),
        *how,
        Line("poll-above-until", {"day": Day(date.fromisoformat(answers["until"]))}),
        Line("poll-preview-groups", {"groups": Texts(tuple(titles))}),
        Line("poll-preview-after"),
    )


def _last_look(answers: Answers, context: Context) -> tuple[Option, ...]:
    without = {"groups"} if len(answers["offered"]) == 1 else set()
    if answers.get("project"):
        without.add("about")
    return (_POST, *(option for name, option in _CHANGES.items() if name not in without))


def draft_of(answers: Answers, *, wish_id: int | None) -> Draft:
    return Draft(
        question=answers["question"],
        options=tuple(answers["options"]),
        several=answers["several"] == SEVERAL,
        anonymous=answers["names"] == ANONYMOUS,
        hidden=answers["shown"] == AT_END,
        until=date.fromisoformat(answers["until"]),
        wish_id=wish_id,
        project_id=answers.get("project_id"),
    )


async def _done(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    estate, number, wish_id = actor.estate_named(answers["estate"]), answers.get("about"), None
    if estate is not None and number is not None:
        wish_id = (await service.wish_numbered(int(number), estate=estate, actor=actor, uow=uow)).id
    poll = await service.open_poll(
        actor=actor,
        draft=draft_of(answers, wish_id=wish_id),
        chat_ids=[int(chat_id) for chat_id in answers.get("groups") or ()],
        estate_key=answers["estate"],
        uow=uow,
        now=now,
    )
    done = Line("poll-opened", {**poll_lines.args_of(poll), "day": Day(poll.draft.until)})
    return Reply((done,), buttons=((poll_lines.look(poll),),))


OPEN_POLL = Dialog(
    "open-poll",
    version=1,
    steps=(
        Ask("question", "poll-ask-question", max_chars=polls.MAX_QUESTION_CHARS, placeholder="placeholder-poll"),
        AskOptions("options", "poll-ask-options", placeholder="placeholder-poll-options"),
        Choose("several", "poll-ask-several", options=_HOW_MANY, columns=2),
        Choose("names", "poll-ask-names", options=_NAMES, columns=2),
        Choose("shown", "poll-ask-shown", options=_SHOWN),
        PickGroups("groups", "poll-ask-groups", options=_groups),
        AskDate("until", _ask_until, farthest_days=polls.FARTHEST_DAYS),
        Ask("about", "poll-ask-about", max_chars=_MAX_ABOUT_CHARS, read=_number, show=_shown_number, optional=True),
        Confirm("confirm", _preview, options=_last_look, columns=2),
    ),
    done=_done,
    next=_next,
    hub="confirm",
    look_up=_look_up,
)
"""A project's number stands in `project`; `about` is a wish's."""
