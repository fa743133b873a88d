"""Asking neighbours to sign up: what, when, where, how many; the rest has likely answers that the last look changes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain import dates, signups
from bot.domain import signup_refusals as refusals
from bot.domain.buttons import data
from bot.domain.errors import NotADate
from bot.domain.people import Chat, Estate
from bot.domain.places import number
from bot.domain.script import simplified
from bot.domain.signups import AT_START, DAY_BEFORE, Event, Roll, SignupState
from bot.messages import Actor, Arg, Button, Day, Line, Reply, Term, Texts
from bot.ports import UnitOfWork
from bot.services import signup_lines, signup_running
from bot.services import signups as service
from conversations.ask_date import MAX_DATE_CHARS
from conversations.ask_when import AskWhen, ask_time
from conversations.engine import Dialog
from conversations.list_service import on_one_line
from conversations.questions import Answers, Context, Option
from conversations.steps import YES, Ask, Choose, ChooseMany, Confirm
from conversations.to_all import warning

_ORDER = ("what", "day", "time", "where", "places")
_ANY = "any"
_TIMES = (time(9), time(14), time(19))

_CHANGES = (
    Option("what", "button-signup-what", ("改内容", "change what")),
    Option("day", "button-signup-day", ("改日子", "change the day")),
    Option("time", "button-signup-time", ("改时间", "改時間", "change the time")),
    Option("where", "button-signup-where", ("改地点", "改地點", "change the place")),
    Option("places", "button-signup-places", ("改名额", "改名額", "change the places")),
    Option("closes", "button-signup-closes", ("改截止", "change the closing")),
    Option("guests", "button-signup-guests", ("能带几人", "带人", "how many to bring")),
    Option("names", "button-signup-names", ("写不写名字", "名字", "names or not")),
)
_CHATS = Option("chats", "button-signup-chats", ("发到哪些群", "改群", "which groups"))


# ---- what is known, and what comes next -----------------------------------------------------------------------------


def given(estate: Estate, groups: Sequence[Chat], *, what: str, now: datetime) -> dict[str, Any]:
    """What is known when it begins. `what`: said behind the command; "" : nothing."""
    known: dict[str, Any] = {"zone": estate.time_zone.key, "begun_at": now.isoformat()}
    known["groups"] = [[str(chat.id), chat.title] for chat in groups]
    if what and len(what) <= signups.MAX_WHAT_CHARS:
        known["what"] = " ".join(what.split())
    return known


def given_change(roll: Roll, estate: Estate, *, now: datetime) -> dict[str, Any]:
    """All of it as it stands."""
    signup, event = roll.signup, roll.signup.event
    starts = event.starts_at.astimezone(estate.time_zone)
    return {
        "signup_id": signup.id,
        "number": str(signup.number),
        "zone": estate.time_zone.key,
        "begun_at": now.isoformat(),
        "what": event.what,
        "day": starts.date().isoformat(),
        "time": f"{starts:%H%M}",
        "where": event.where or None,
        "places": _ANY if event.places is None else event.places,
        "guests": str(event.guests),
        "names": "shown" if event.names else "hidden",
        "old_day": starts.date().isoformat(),
        "old_closes": event.closes_at.isoformat(),
        "was_closed": signup.state is SignupState.CLOSED,
    }


def _next(step: str | None, answers: Answers) -> str | None:
    """What is wanted, in order; then from the look to whatever is to change, and back."""
    if step == "confirm":
        return None if answers["confirm"] == YES.value else str(answers["confirm"])
    return next((name for name in _ORDER if name not in answers), "confirm")


def event_of(answers: Answers, *, now: datetime) -> Event:
    zone = ZoneInfo(answers["zone"])
    day, at = date.fromisoformat(answers["day"]), time.fromisoformat(answers["time"])
    starts_at = signups.moment(day, at, zone)
    places = answers["places"]
    return Event(
        what=answers["what"],
        where=answers.get("where") or "",
        starts_at=starts_at,
        closes_at=_closes_at(answers, starts_at, zone, now),
        places=None if places == _ANY else int(places),
        guests=int(answers.get("guests") or 0),
        names=answers.get("names") != "hidden",
    )


def _closes_at(answers: Answers, starts_at: datetime, zone: ZoneInfo, now: datetime) -> datetime:
    """As chosen; where nothing is, as it stood, unless the day is another one now."""
    stood = answers.get("old_closes")
    if answers.get("closes") is None and stood and answers["day"] == answers["old_day"]:
        closes_at = datetime.fromisoformat(stood)
        return closes_at if answers["was_closed"] else min(closes_at, starts_at)
    return signups.closing(answers.get("closes"), starts_at=starts_at, zone=zone, now=now)


# ---- the questions --------------------------------------------------------------------------------------------------


_PLACES = re.compile(r"(\d{1,4}|[一二两三四五六七八九十百零]{1,5})\s*[个人位名]*(?:名额)?|(\d{1,4}) (?:places?|people)")


def _read_places(words: str, context: Context) -> int:
    found = _PLACES.fullmatch(simplified(unicodedata.normalize("NFKC", words)).strip().lower())
    places = number(found[1] or found[2]) if found else None
    if places is None or not 1 <= places <= signups.MOST_PLACES:
        raise refusals.NotAPlaceCount(words=words, most=signups.MOST_PLACES)
    return places


def _shown_places(value: Any) -> Arg:
    return Term("button-signup-any") if value == _ANY else str(value)


_ANY_PLACES = Option(_ANY, "button-signup-any", ("不限", "没有限制", "不限人数", "no limit", "any", "unlimited"))
_CLOSINGS = (
    Option(DAY_BEFORE, "button-signup-day-before", ("前一天", "前一天傍晚", "day before", "the evening before")),
    Option(AT_START, "button-signup-at-start", ("开始的时候", "开始前", "when it begins", "at the start")),
)


class AskClosing(Ask):
    """A day not after it, or one of the two likely moments."""

    __slots__ = ()

    def put(self, answers: Answers, value: Any) -> dict[str, Any]:
        if value not in (None, DAY_BEFORE, AT_START) and value > answers["day"]:
            raise refusals.SignupClosesTooLate
        return super().put(answers, value)


def _read_closing(words: str, context: Context) -> str:
    day = dates.parse_day(words, today=context.today, month_first=context.language != "en")
    if day is None:
        raise NotADate(words=words)
    if day < context.today:
        raise refusals.SignupClosesInPast
    return day.isoformat()


def _shown_closing(value: Any) -> Arg:
    for option in _CLOSINGS:
        if option.value == value:
            return Term(option.key)
    return Day(date.fromisoformat(value))


_NOBODY = Option("0", "button-signup-guests-none", ("0", "不带人", "nobody"))
_GUESTS = tuple(
    Option(str(n), "button-signup-guests-n", (str(n), f"最多{n}人", f"up to {n}"), {"n": n})
    for n in range(1, signups.MOST_GUESTS + 1)
)
_NAMES = (
    Option("shown", "button-signup-names-shown", ("写名字", "show names")),
    Option("hidden", "button-signup-names-hidden", ("只写人数", "only how many")),
)


def _groups(answers: Answers, context: Context) -> tuple[Option, ...]:
    return tuple(Option(key, "button-words", (title,), {"words": title}) for key, title in answers.get("groups") or ())


def _chosen_groups(answers: Answers) -> list[tuple[str, str]]:
    chosen = answers.get("chats")
    return [(key, title) for key, title in answers.get("groups") or () if not chosen or key in chosen]


# ---- the last look --------------------------------------------------------------------------------------------------


def _last_look(answers: Answers, context: Context) -> tuple[Option, ...]:
    if answers.get("signup_id"):
        return (_SAVE, *_CHANGES)
    return (_POST, *_CHANGES, *((_CHATS,) if len(answers.get("groups") or ()) > 1 else ()))


_POST = Option(YES.value, "button-signup-post", (*YES.words, "发到群里", "發到群裡", "post", "post it"))
_SAVE = Option(YES.value, "button-signup-save", (*YES.words, "就这样改", "改好了", "save", "change it"))


def _preview(answers: Answers, context: Context) -> tuple[Line, ...]:
    event = event_of(answers, now=datetime.fromisoformat(answers["begun_at"]))
    lines = signup_lines.event_lines(event, answers["zone"])
    if answers.get("signup_id"):
        head = Line("signup-preview-change", {"number": answers["number"]})
        return (head, *lines, *warning(event.what))
    titles = Texts(tuple(title for _, title in _chosen_groups(answers)))
    return (Line("signup-preview"), *lines, Line("signup-preview-groups", {"groups": titles}), *warning(event.what))


def look(signup_id: int, signup_number: int) -> Button:
    return Button("button-signup-look", data("signup", signup_id), args={"number": str(signup_number)})


async def _post(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    chat_ids = [int(key) for key, _ in _chosen_groups(answers)]
    signup, groups = await service.open_signup(
        actor=actor, event=event_of(answers, now=now), chat_ids=chat_ids, uow=uow, now=now
    )
    posted = Line("signup-posted", {"number": str(signup.number), "n": groups})
    return Reply((posted,), buttons=((look(signup.id, signup.number),),))


async def _change(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    roll, is_other = await signup_running.change(
        actor=actor, signup_id=int(answers["signup_id"]), event=event_of(answers, now=now), uow=uow, now=now
    )
    key = "signup-changed-told" if is_other else "signup-changed"
    said = Line(key, {"number": str(roll.signup.number), "n": len(roll.entries)})
    return Reply((said,), buttons=((look(roll.signup.id, roll.signup.number),),))


_QUESTIONS = (
    Ask("what", "signup-ask-what", max_chars=signups.MAX_WHAT_CHARS, read=on_one_line),
    AskWhen("day", "signup-ask-day", farthest_days=366),
    ask_time("signup-ask-time", *_TIMES),
    Ask("where", "signup-ask-where", max_chars=signups.MAX_WHERE_CHARS, read=on_one_line, optional=True),
    Ask(
        "places",
        "signup-ask-places",
        max_chars=20,
        read=_read_places,
        show=_shown_places,
        shortcuts=(_ANY_PLACES,),
        placeholder="placeholder-signup-places",
    ),
    AskClosing(
        "closes",
        "signup-ask-closes",
        max_chars=MAX_DATE_CHARS,
        read=_read_closing,
        show=_shown_closing,
        shortcuts=_CLOSINGS,
    ),
    Choose("guests", "signup-ask-guests", options=(_NOBODY, *_GUESTS), columns=3),
    Choose("names", "signup-ask-names", options=_NAMES),
    ChooseMany("chats", "signup-ask-chats", options=_groups),
)

OPEN_SIGNUP = Dialog(
    "open-signup",
    version=1,
    steps=(*_QUESTIONS, Confirm("confirm", _preview, options=_last_look, columns=2)),
    done=_post,
    next=_next,
    hub="confirm",
)

CHANGE_SIGNUP = Dialog(
    "change-signup",
    version=1,
    steps=(*_QUESTIONS[:-1], Confirm("confirm", _preview, options=_last_look, columns=2)),
    done=_change,
    next=_next,
    hub="confirm",
)
