"""A broadcast: what is told, to whom, where, and a last look that counts whom it reaches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain import broadcast_refusals as refusals
from bot.domain.broadcast_templates import MAX_NAME_CHARS, Template
from bot.domain.broadcasts import GROUP_AUDIENCES, Audience, Broadcast, BroadcastState, Channel, Whom
from bot.domain.errors import Refused
from bot.domain.people import Body, Estate
from bot.domain.planned_broadcasts import PlannedBroadcast, PlannedState
from bot.domain.rights import Act
from bot.messages import Actor, Line, Reply, Term, line
from bot.ports import UnitOfWork
from bot.services import broadcast_templates, planned_broadcasts, standing
from bot.services import broadcasts as service
from conversations import ask_template, broadcast_preview, choose_parts, when_to_tell
from conversations.ask_content import FILES, AskMarkup, content_of
from conversations.broadcast_preview import EVERY, SOME
from conversations.engine import Dialog
from conversations.questions import Answers, Context, Heed, Option
from conversations.steps import YES, Ask, Choose, ChooseMany, Confirm

_SHOWN_AHEAD = 3  #: turns of what is planned, in the last look

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
    templates: Sequence[Template] = (),
    *,
    grids: Sequence[tuple[int, str, Sequence[str]]] = (),
) -> dict[str, Any]:
    """What is known when one begins. `grids`: id, name, numbers of the buildings."""
    return {
        "own": own_language(actor.language),
        "body": body.value,
        "estates": [[each.key, each.name] for each in estates],
        "buildings_known": list(buildings),
        **ask_template.given(templates),
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


def given_change(planned: PlannedBroadcast, *, of_number: int | None) -> dict[str, Any]:
    """Of one that is planned and is to be changed. `of_number`: of the wish followed, or of the broadcast not read."""
    audience, content = planned.audience, planned.content
    others_too = audience.whom is Whom.ALL and audience.estate_keys != (planned.estate_key,)
    known: dict[str, Any] = {
        "planned_id": planned.id,
        "words": dict(content.words),
        FILES: [[file.key, file.name] for file in content.files],
        "whom": SOME if others_too else audience.whom.value,
        "of": list(audience.estate_keys),
        "buildings": choose_parts.chosen(audience),
        "where": planned.channel.value,
        "ask_read": planned.ask_read,
        "emergency": planned.emergency,
        **when_to_tell.given(planned),
    }
    if audience.whom is Whom.FOLLOWERS:
        known["number"] = of_number
    if audience.whom is Whom.UNREAD:
        known |= {"unread_of": audience.of_id, "unread_number": str(of_number)}
    return known


# ---- the questions --------------------------------------------------------------------------------------------------


def _whom_options(answers: Answers, context: Context) -> tuple[Option, ...]:
    options = [Option(each.value, f"button-broadcast-whom-{each}", words) for each, words in _WHOM.items()]
    if not answers.get("buildings_known") and not answers.get("grids_known"):
        options = [each for each in options if each.value != Whom.BUILDINGS]
    if len(answers["estates"]) > 1:
        name = answers["estates"][0][1]
        options[0] = Option(Whom.ALL.value, "button-words", (*_WHOM[Whom.ALL], name), {"words": name})
        some = ("几个小区", "某几个小区", "some estates")
        every = ("所有小区", "全部小区", "all estates", "every estate")
        options[1:1] = [
            Option(SOME, "button-broadcast-whom-some", some),
            Option(EVERY, "button-broadcast-whom-every", every),
        ]
    return tuple(options)


def _estates(answers: Answers, context: Context) -> tuple[Option, ...]:
    return tuple(Option(key, "button-words", (name,), {"words": name}) for key, name in answers["estates"])


def _read_number(words: str, context: Context) -> int:
    digits = "".join(sign for sign in words if sign.isdecimal())
    if not digits or len(digits) > 9:
        raise refusals.NotABroadcastNumber
    return int(digits)


def _in_groups(answers: Answers) -> bool:
    return answers.get("whom") in (EVERY, SOME, *GROUP_AUDIENCES)


def _next(step: str | None, answers: Answers) -> str | None:
    if step == "confirm":
        chosen = str(answers["confirm"])
        return None if chosen == YES.value else chosen
    if step in when_to_tell.NAMES:
        return when_to_tell.following(step, answers) or "confirm"
    if step == "words" and answers.get("use_template"):
        return "template"
    if step in (None, "template") and "template" in answers:
        return "blanks"
    if step in ("other", "keep_as") or (step in ("words", "template", "blanks") and "whom" in answers):
        return "confirm"
    if not content_of(answers).words:
        return "words"
    if "whom" not in answers:
        return "whom"
    if step == "whom" and answers["whom"] == SOME:
        return "of"
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
_PLAN = Option("yes", "button-planned-plan", (*YES.words, "定下来", "定下來", "plan it"))
_CHANGE = Option("yes", "button-planned-save", (*YES.words, "就这样改", "改好了", "change it"))
_KEEP = Option("keep_as", "button-broadcast-keep-template", ("存成范本", "存范本", "keep as a template"))
_WORDS = Option("words", "button-broadcast-words", ("改内容", "改文字", "change the words"))
_OTHER_EN = Option("other", "button-broadcast-in-english", ("加英文", "英文版", "add English"))
_OTHER_ZH = Option("other", "button-broadcast-in-chinese", ("加中文", "中文版", "add Chinese"))
_TO = Option("whom", "button-broadcast-to", ("改发给谁", "改给谁", "change to whom"))
_AT = Option("where", "button-broadcast-at", ("改发到哪", "改发到哪儿", "change where"))


def _options(answers: Answers, context: Context) -> tuple[Option, ...]:
    sends = _SEND if not when_to_tell.is_planned(answers) else _PLAN if "planned_id" not in answers else _CHANGE
    options = [sends, _READ_OFF if answers.get("ask_read") else _READ_ON]
    options.append(_ALARM_OFF if answers.get("emergency") else _ALARM_ON)
    options += [_WORDS, _OTHER_EN if answers["own"] == "zh" else _OTHER_ZH]
    if "unread_of" not in answers:
        options.append(_TO)
    if _in_groups(answers):
        options.append(_AT)
    return (*options, *when_to_tell.options(answers), _KEEP)


@dataclass(frozen=True, slots=True)
class LastLook(Confirm):
    """Two of its buttons only switch something on or off."""

    def take(self, option: Option, answers: Answers) -> Heed:
        if option.value in _TOGGLES:
            name, on = _TOGGLES[option.value]
            return Heed({**answers, name: on}, stays=True, quiet=True)
        return super(LastLook, self).take(option, answers)


def draft_of(answers: Answers) -> service.Draft:
    estates = tuple(key for key, _ in answers["estates"])
    whom, of_id = answers["whom"], None
    if whom == SOME:
        estates = tuple(answers["of"])
    elif whom != EVERY:
        estates = estates[:1]
    if whom == Whom.FOLLOWERS:
        of_id = answers.get("wish_id")
    elif whom == Whom.UNREAD:
        of_id = answers["unread_of"]
    buildings, grids = choose_parts.parts(answers) if whom == Whom.BUILDINGS else ((), ())
    audience = Audience(Whom.ALL if whom in (EVERY, SOME) else Whom(whom), estates, buildings, grids, of_id)
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
    answers = {name: value for name, value in answers.items() if name not in ("_reach", "_when")}
    try:
        estate, _ = service.officer(actor)
        draft = draft_of(await _with_wish(actor, answers, uow))
        answers = {**answers, **_ahead(actor, draft, answers, now)}
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


def _ahead(actor: Actor, draft: service.Draft, answers: Answers, now: datetime) -> dict[str, Any]:
    """When it goes out, if it is planned."""
    if not when_to_tell.is_planned(answers):
        return {}
    estate, _ = service.officer(actor)
    rule, turns = planned_broadcasts.ahead(actor, draft, when_to_tell.rule_of(answers), now=now, most=_SHOWN_AHEAD)
    shown = when_to_tell.Ahead(rule, turns)
    return {"_when": when_to_tell.kept(shown, estate, language=actor.language)}


def _preview(answers: Answers, context: Context) -> tuple[Line, ...]:
    return broadcast_preview.preview(answers, draft_of(answers).channel)


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
    if name := answers.get("keep_as"):
        words = draft.content.words
        await broadcast_templates.keep(actor=actor, name=str(name), words=words, uow=uow, now=now)
    if when_to_tell.is_planned(answers):
        return await _plan(actor, answers, draft, uow=uow, now=now)
    broadcast = await service.begin(actor=actor, draft=draft, uow=uow, now=now)
    number = str(broadcast.number)
    if broadcast.state is BroadcastState.PROPOSED:
        return Reply((line("broadcast-waits-for-second", number=number),))
    if broadcast.starts_at > now:
        return Reply((line("broadcast-begins-later", number=number),))
    return Reply((line("broadcast-begun", number=number),))


async def _plan(actor: Actor, answers: Answers, draft: service.Draft, *, uow: UnitOfWork, now: datetime) -> Reply:
    rule = when_to_tell.rule_of(answers)
    if (planned_id := answers.get("planned_id")) is None:
        planned = await planned_broadcasts.plan(actor=actor, draft=draft, rule=rule, uow=uow, now=now)
        key = "planned-waits-for-second" if planned.state is PlannedState.PROPOSED else "planned-begun"
    else:
        planned = await planned_broadcasts.change(
            actor=actor, planned_id=int(planned_id), draft=draft, rule=rule, uow=uow, now=now
        )
        key = "planned-changed-proposed" if planned.state is PlannedState.PROPOSED else "planned-changed"
    return Reply((Line(key, {"number": str(planned.number)}),))


TELL_MANY = Dialog(
    "tell-many",
    version=2,
    steps=(
        ask_template.AskContentOrTemplate("words", _ask_words),
        *ask_template.STEPS,
        Choose("whom", "broadcast-ask-whom", options=_whom_options),
        ChooseMany("of", "broadcast-ask-estates", options=_estates, columns=2),
        choose_parts.ChooseParts("buildings", "broadcast-ask-buildings", options=choose_parts.options, columns=4),
        Ask("number", "broadcast-ask-wish", max_chars=20, read=_read_number),
        Choose(
            "where",
            "broadcast-ask-where",
            options=tuple(
                Option(each.value, f"button-broadcast-where-{each}", words) for each, words in _WHERE.items()
            ),
        ),
        AskMarkup("other", "broadcast-ask-other", other=True, optional=True),
        *when_to_tell.QUESTIONS,
        Ask("keep_as", "template-ask-name", max_chars=MAX_NAME_CHARS, optional=True),
        LastLook("confirm", _preview, options=_options, columns=2),
    ),
    done=_send,
    next=_next,
    hub="confirm",
    look_up=_look_up,
)
