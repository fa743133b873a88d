"""A broadcast: what is told, to whom, where, and a last look that counts whom it reaches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain import broadcast_refusals as refusals
from bot.domain import formatting
from bot.domain.broadcasts import GROUP_AUDIENCES, Audience, Broadcast, BroadcastState, Channel, Whom
from bot.domain.errors import Refused
from bot.domain.people import Body, Estate
from bot.domain.rights import Act
from bot.messages import Actor, Formatted, Line, Reply, Term, Texts, line
from bot.ports import UnitOfWork
from bot.services import broadcast_lines, standing
from bot.services import broadcasts as service
from conversations.ask_content import FILES, AskContent, AskMarkup, content_of
from conversations.engine import Dialog
from conversations.questions import Answers, Choice, Context, Heed, Option
from conversations.steps import YES, Ask, Choose, ChooseMany, Confirm
from conversations.to_all import warning

EVERY = "every"  #: all estates for which this officer may speak
LANGUAGES = ("zh", "en")
MOST_SHOWN = 3300  #: units; of a second language beyond that the beginning is shown
_EXCERPT = 200

_WHOM = {
    Whom.ALL: ("全小区", "整个小区", "所有人", "everybody", "all", "the whole estate"),
    Whom.BUILDINGS: ("几栋楼", "某几栋", "楼栋", "some buildings", "buildings"),
    Whom.HELPERS: ("楼组长和志愿者", "楼组长", "志愿者", "captains", "volunteers", "captains and volunteers"),
    Whom.STAFF: ("工作人员", "staff", "colleagues"),
    Whom.FOLLOWERS: ("关心一件心愿的人", "关心某件心愿的人", "关心的人", "followers", "followers of a wish"),
}
_WHERE = {
    Channel.GROUPS: ("群里", "只发群里", "发到群里", "groups", "in the groups"),
    Channel.PRIVATE: ("私聊", "只私聊", "private", "in private"),
    Channel.BOTH: ("都发", "群里和私聊", "both"),
}


def own_language(language: str) -> str:
    """Of the two in which a broadcast is written."""
    return "en" if language == "en" else "zh"


def given(
    actor: Actor,
    estates: Sequence[Estate],
    buildings: Sequence[str],
    body: Body,
    *,
    grids: Sequence[tuple[int, str, Sequence[str]]] = (),
) -> dict[str, Any]:
    """What is known when one begins. `grids`: id, name, numbers of the buildings."""
    return {
        "own": own_language(actor.language),
        "body": body.value,
        "estates": [each.key for each in estates],
        "buildings_known": list(buildings),
        "grids_known": [[grid_id, name, list(held)] for grid_id, name, held in grids],
    }


def given_reminder(broadcast: Broadcast) -> dict[str, Any]:
    """Of one that goes to those who have not said that they read an earlier one: the same words, from before."""
    content = broadcast.content
    return {
        "words": dict(content.words),
        FILES: [[file.key, file.name] for file in content.files],
        "whom": Whom.UNREAD.value,
        "unread_of": broadcast.id,
        "unread_number": str(broadcast.number),
        "ask_read": True,
        "emergency": broadcast.emergency,
    }


# ---- the questions --------------------------------------------------------------------------------------------------


def _whom_options(answers: Answers, context: Context) -> tuple[Option, ...]:
    options = [Option(each.value, f"button-broadcast-whom-{each}", words) for each, words in _WHOM.items()]
    if not answers.get("buildings_known") and not answers.get("grids_known"):
        options = [each for each in options if each.value != Whom.BUILDINGS]
    if len(answers.get("estates") or ()) > 1:
        every = ("所有小区", "全部小区", "all estates", "every estate")
        options.insert(1, Option(EVERY, "button-broadcast-whom-every", every))
    return tuple(options)


_GRID = "grid-"  #: before its id, in what was chosen


def _buildings(answers: Answers, context: Context) -> tuple[Option, ...]:
    """Grids by their names, and buildings."""
    grids = tuple(
        Option(f"{_GRID}{grid_id}", "button-broadcast-grid", (name,), {"grid": name, "buildings": "、".join(held)})
        for grid_id, name, held in answers.get("grids_known") or ()
    )
    return grids + tuple(
        Option(each, "button-words", (each, f"{each}号楼", f"building {each}"), {"words": each})
        for each in answers.get("buildings_known") or ()
    )


def _parts(answers: Answers) -> tuple[tuple[str, ...], tuple[tuple[int, str], ...]]:
    """What was chosen of it: buildings, and grids with their names."""
    chosen = answers.get("buildings") or ()
    grids = tuple(
        (int(grid_id), str(name))
        for grid_id, name, _ in answers.get("grids_known") or ()
        if f"{_GRID}{grid_id}" in chosen
    )
    return tuple(each for each in chosen if not each.startswith(_GRID)), grids


@dataclass(frozen=True, slots=True)
class ChooseParts(ChooseMany):
    """A grid, whose button is long, has a row of its own."""

    def rows(self, answers: Answers, context: Context) -> tuple[tuple[Choice, ...], ...]:
        whole = super(ChooseParts, self).rows(answers, context)
        grids = len(answers.get("grids_known") or ())
        *options, done = [choice for row in whole for choice in row]
        rest = options[grids:]
        rows: list[tuple[Choice, ...]] = [(each,) for each in options[:grids]]
        rows += [tuple(rest[at : at + self.columns]) for at in range(0, len(rest), self.columns)]
        return (*rows, (done,))


def _read_number(words: str, context: Context) -> int:
    digits = "".join(sign for sign in words if sign.isdecimal())
    if not digits or len(digits) > 9:
        raise refusals.NotABroadcastNumber
    return int(digits)


def _in_groups(answers: Answers) -> bool:
    return answers.get("whom") == EVERY or answers.get("whom") in list(GROUP_AUDIENCES)


def _next(step: str | None, answers: Answers) -> str | None:
    if step == "confirm":
        chosen = str(answers["confirm"])
        return None if chosen == YES.value else chosen
    if step == "other" or (step == "words" and "whom" in answers):
        return "confirm"
    if not content_of(answers).words:
        return "words"
    if "whom" not in answers:
        return "whom"
    if step == "whom" and answers["whom"] == Whom.BUILDINGS:
        return "buildings"
    if step == "whom" and answers["whom"] == Whom.FOLLOWERS:
        return "number"
    if _in_groups(answers) and "where" not in answers:
        return "where"
    return "confirm"


def _ask_words(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("broadcast-ask-words", {"body": Term(f"body-{answers['body']}")}),)


# ---- the last look --------------------------------------------------------------------------------------------------

_READ_ON = Option(
    "read-on",
    "button-broadcast-ask-read",
    ("要大家说看过了", "要确认", "ask them to say they read it", "ask them to confirm"),
)
_READ_OFF = Option(
    "read-off", "button-broadcast-ask-read-not", ("不用大家说看过了", "不用确认", "no need to say they read it")
)
_ALARM_ON = Option(
    "alarm-on", "button-broadcast-emergency", ("标成紧急", "紧急", "mark as urgent", "urgent", "emergency")
)
_ALARM_OFF = Option("alarm-off", "button-broadcast-emergency-not", ("不紧急", "not urgent"))
_TOGGLES = {"read-on": ("ask_read", True), "read-off": ("ask_read", False)} | {
    "alarm-on": ("emergency", True),
    "alarm-off": ("emergency", False),
}
_SEND = Option("yes", "button-broadcast-send", (*YES.words, "发出去", "發出去", "send it"))
_WORDS = Option("words", "button-broadcast-words", ("改内容", "改文字", "change the words"))
_OTHER_EN = Option("other", "button-broadcast-in-english", ("加英文", "英文版", "add English"))
_OTHER_ZH = Option("other", "button-broadcast-in-chinese", ("加中文", "中文版", "add Chinese"))
_TO = Option("whom", "button-broadcast-to", ("改发给谁", "改给谁", "change to whom"))
_AT = Option("where", "button-broadcast-at", ("改发到哪", "改发到哪儿", "change where"))


def _options(answers: Answers, context: Context) -> tuple[Option, ...]:
    options = [_SEND, _READ_OFF if answers.get("ask_read") else _READ_ON]
    options.append(_ALARM_OFF if answers.get("emergency") else _ALARM_ON)
    options += [_WORDS, _OTHER_EN if answers["own"] == "zh" else _OTHER_ZH]
    if "unread_of" not in answers:
        options.append(_TO)
    if _in_groups(answers):
        options.append(_AT)
    return tuple(options)


@dataclass(frozen=True, slots=True)
class LastLook(Confirm):
    """Two of its buttons only switch something on or off."""

    def take(self, option: Option, answers: Answers) -> Heed:
        if option.value in _TOGGLES:
            name, on = _TOGGLES[option.value]
            return Heed({**answers, name: on}, stays=True, quiet=True)
        return super(LastLook, self).take(option, answers)


def draft_of(answers: Answers) -> service.Draft:
    estates = tuple(answers["estates"])
    whom, of_id = answers["whom"], None
    if whom != EVERY:
        estates = estates[:1]
    if whom == Whom.FOLLOWERS:
        of_id = answers.get("wish_id")
    elif whom == Whom.UNREAD:
        of_id = answers["unread_of"]
    buildings, grids = _parts(answers) if whom == Whom.BUILDINGS else ((), ())
    audience = Audience(Whom.ALL if whom == EVERY else Whom(whom), estates, buildings, grids, of_id)
    channel = Channel(answers.get("where") or Channel.GROUPS) if _in_groups(answers) else Channel.PRIVATE
    return service.Draft(
        content_of(answers),
        audience,
        channel,
        ask_read=bool(answers.get("ask_read")),
        emergency=bool(answers.get("emergency")),
    )


async def _look_up(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Answers:
    """Whom it reaches as things stand, how long that takes, and whether it waits for the morning."""
    answers = {name: value for name, value in answers.items() if name != "_reach"}
    try:
        estate, _ = service.officer(actor)
        draft = draft_of(await _with_wish(actor, answers, uow))
        reached = await service.reach(actor=actor, draft=draft, uow=uow)
    except Refused:
        return answers  # said below, and when it is to be sent
    found = {
        "groups": len(reached.groups),
        "people": len(reached.people),
        "unreached": dict(reached.unreached),
        "per_s": estate.broadcasts.messages_per_s,
        "sleeps": estate.courtesy.sleeps_at(estate.local(now).time()),
    }
    return {**answers, "_reach": found}


def _preview(answers: Answers, context: Context) -> tuple[Line, ...]:
    lines: list[Line] = []
    words: Mapping[str, str] = content_of(answers).words
    own = str(answers["own"])
    shown = 0
    for language in (own, *(each for each in LANGUAGES if each != own)):
        lines.append(line("broadcast-preview-in", language=Term(f"language-{language}")))
        lines += as_seen(language, answers, words.get(language), first=not shown, room=MOST_SHOWN - shown)
        shown += formatting.units(words.get(language) or "")
    if files := content_of(answers).files:
        key = "broadcast-preview-photos" if files[0].is_photo else "broadcast-preview-file"
        lines.append(Line(key, {"n": len(files), "name": files[0].name}))
    draft = draft_of(answers)
    lines.append(line("broadcast-preview-to", whom=_whom(answers), where=broadcast_lines.where(draft.channel)))
    lines += _reached(answers, context)
    for each in words.values():
        lines += warning(formatting.plain(each))
    return tuple(lines)


def as_seen(language: str, answers: Answers, markup: str | None, *, first: bool, room: int) -> list[Line]:
    body = Term(f"body-{answers['body']}", language=language)
    key = "broadcast-head-emergency" if answers.get("emergency") else "broadcast-head"
    lines = [line("broadcast-seen", words=Term(key, {"body": body}, language=language))]
    if markup is None and not first:
        lines.append(line("broadcast-preview-same"))
    elif markup is not None and formatting.units(markup) > room:
        lines.append(line("broadcast-preview-long", words=formatting.plain(markup)[:_EXCERPT]))
    elif markup is not None:
        lines.append(line("broadcast-words", words=Formatted({language: markup})))
    if answers.get("ask_read"):
        lines.append(line("broadcast-seen", words=Term("broadcast-please-read", language=language)))
    return lines


def _whom(answers: Answers) -> Term:
    whom = answers["whom"]
    if whom == Whom.BUILDINGS:
        buildings, grids = _parts(answers)
        return broadcast_lines.places(buildings, [name for _, name in grids])
    if whom == Whom.UNREAD:
        return Term("broadcast-whom-unread-of", {"number": str(answers["unread_number"])})
    if whom == Whom.FOLLOWERS:
        return Term("broadcast-whom-followers-of", {"number": str(answers.get("number") or "")})
    return Term(f"broadcast-whom-{whom}")


def _reached(answers: Answers, context: Context) -> list[Line]:
    reach = answers.get("_reach")
    if reach is None:
        lost = answers["whom"] == Whom.FOLLOWERS
        return [line("broadcast-preview-no-wish", number=str(answers.get("number") or ""))] if lost else []
    lines = [line("broadcast-preview-reach", groups=reach["groups"], people=reach["people"])]
    if unreached := reach["unreached"]:
        reasons = Texts(tuple(Term(f"broadcast-unreached-{why}", {"n": n}) for why, n in sorted(unreached.items())))
        lines.append(line("broadcast-preview-unreached", n=sum(unreached.values()), reasons=reasons))
    if chats := reach["groups"] + reach["people"]:
        lines.append(broadcast_lines.time_left(chats, per_s=float(reach["per_s"])))
    else:
        lines.append(line("broadcast-preview-nobody"))
    if reach["sleeps"]:
        key = "broadcast-preview-night-emergency" if answers.get("emergency") else "broadcast-preview-night"
        lines.append(line(key))
    return lines


async def _with_wish(actor: Actor, answers: Answers, uow: UnitOfWork) -> Answers:
    """With the id of the wish whose followers it is for.

    Raises:
        WishNotFound: there is none of this number, or none that the actor may know of.
    """
    if answers["whom"] != Whom.FOLLOWERS:
        return answers
    estate, _ = service.officer(actor)
    named = int(answers["number"])
    wish = standing.check(await uow.wishes.by_number(estate.key, named), actor, Act.READ_STAFF, named=str(named))
    return {**answers, "wish_id": wish.id}


async def _send(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    draft = draft_of(await _with_wish(actor, answers, uow))
    broadcast = await service.begin(actor=actor, draft=draft, uow=uow, now=now)
    number = str(broadcast.number)
    if broadcast.state is BroadcastState.PROPOSED:
        return Reply((line("broadcast-waits-for-second", number=number),))
    if broadcast.starts_at > now:
        return Reply((line("broadcast-begins-later", number=number),))
    return Reply((line("broadcast-begun", number=number),))


TELL_MANY = Dialog(
    "tell-many",
    version=1,
    steps=(
        AskContent("words", _ask_words),
        Choose("whom", "broadcast-ask-whom", options=_whom_options),
        ChooseParts("buildings", "broadcast-ask-buildings", options=_buildings, columns=4),
        Ask("number", "broadcast-ask-wish", max_chars=20, read=_read_number),
        Choose(
            "where",
            "broadcast-ask-where",
            options=tuple(
                Option(each.value, f"button-broadcast-where-{each}", words) for each, words in _WHERE.items()
            ),
        ),
        AskMarkup("other", "broadcast-ask-other", other=True, optional=True),
        LastLook("confirm", _preview, options=_options, columns=2),
    ),
    done=_send,
    next=_next,
    hub="confirm",
    look_up=_look_up,
)
