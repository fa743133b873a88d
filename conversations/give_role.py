"""A role for somebody: which, who, under which name, from when to when; and taking one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from bot.domain import dates, grants
from bot.domain import grant_refusals as refusals
from bot.domain.errors import DateInPast
from bot.domain.grants import Grant, GrantRole, Terms
from bot.domain.people import Estate, Person
from bot.domain.place_tree import Tree
from bot.domain.scopes import Scope
from bot.messages import Actor, Line, Reply, Say, line
from bot.ports import UnitOfWork
from bot.services import role_lines, roles
from conversations import ask_scope
from conversations.ask_date import AskDate
from conversations.engine import Dialog
from conversations.list_service import on_one_line
from conversations.questions import Answers, Choice, Context, Heed, Option
from conversations.steps import YES, Ask, Choose, Confirm

LINK = "link"  #: instead of a @name
_WORDS: dict[GrantRole, tuple[str, ...]] = {
    GrantRole.CAPTAIN: ("楼组长", "樓組長", "building captain", "captain"),
    GrantRole.VOLUNTEER: ("志愿者", "志願者", "volunteer"),
    GrantRole.GRID_WORKER: ("网格员", "網格員", "grid worker"),
    GrantRole.RESIDENT_MODERATOR: ("居民群管理", "居民版主", "resident moderator", "resident group moderator"),
    GrantRole.COMMITTEE_MODERATOR: (
        "居委会群管理",
        "居委会版主",
        "居委會群管理",
        "committee moderator",
        "committee group moderator",
    ),
    GrantRole.COMMITTEE: ("居委会", "居委會", "committee", "committee member"),
    GrantRole.PROPERTY: ("物业", "物業", "property", "property company", "property office"),
    GrantRole.OWNERS: ("业委会", "業委會", "owners", "owners' committee", "owners’ committee"),
    GrantRole.LIAISON: ("部门联络人", "部門聯絡人", "联络人", "liaison", "department liaison"),
    GrantRole.MEDIATOR: ("老娘舅", "mediator"),
    GrantRole.ORGANISATION: ("单位", "單位", "organisation", "organization"),
    GrantRole.AUDITOR: ("监督员", "監督員", "auditor"),
    GrantRole.ADMINISTRATOR: ("管理员", "管理員", "administrator"),
    GrantRole.RESIDENT: ("住户", "住戶", "resident"),
}
_LOOK = (
    YES,
    Option("role", "button-role-change-role", ("改角色", "change the role", "another role")),
    Option("who", "button-role-change-who", ("换人", "換人", "somebody else")),
    Option("name", "button-part-name", ("改名字", "change the name")),
    Option("starts", "button-role-change-starts", ("改开始", "改開始", "change the start")),
    Option("ends", "button-role-change-ends", ("改结束", "改結束", "change the end")),
)
_WHERE = Option(
    ask_scope.WHERE,
    "button-role-change-where",
    ("改地方", "换地方", "換地方", "改楼", "改樓", "change the place", "another place", "change the building"),
)
_HOME = Option(
    ask_scope.HOME, "button-role-change-building", ("改楼", "改樓", "change the building", "another building")
)


def given(allowed: Sequence[GrantRole], *, tree: Tree, person: Person | None = None) -> dict[str, Any]:
    """What is known when it begins. `person`: whose message it was said as an answer to."""
    known: dict[str, Any] = {"allowed": [role.value for role in allowed], **ask_scope.given(tree)}
    return known if person is None else {**known, **_found(person)}


def given_name(username: str) -> dict[str, Any]:
    return {"who": f"@{username}"}


def _found(person: Person) -> dict[str, Any]:
    who = f"@{person.username}" if person.username else person.name
    return {"who": who, "person_id": person.id, "called": person.name[: grants.MAX_NAME_CHARS]}


def _order(answers: Answers) -> tuple[str, ...]:
    return ("role", *ask_scope.steps(answers), "who", "name", "starts", "ends")


def _next(step: str | None, answers: Answers) -> str | None:
    if step == "confirm":
        return None if answers["confirm"] == YES.value else str(answers["confirm"])
    return next((name for name in _order(answers) if name not in answers), "confirm")


def _roles(answers: Answers, context: Context) -> tuple[Option, ...]:
    """Nobody can be put down as living in an estate of which no building is known."""
    allowed = (GrantRole(value) for value in answers.get("allowed") or ())
    offered = (role for role in allowed if role is not GrantRole.RESIDENT or ask_scope.can_live_here(answers))
    return tuple(Option(role.value, f"role-{role}", _WORDS[role]) for role in offered)


def _read_who(words: str, context: Context) -> str:
    named = grants.USERNAME.fullmatch(words.strip())
    if named is None:
        raise refusals.NotAPerson(words=words[:40])
    return f"@{named.group(1)}"


@dataclass(frozen=True, slots=True)
class AskWho(Ask):
    """Another answer is another person."""

    def put(self, answers: Answers, value: Any) -> dict[str, Any]:
        kept = {name: each for name, each in answers.items() if name not in ("person_id", "called")}
        return {**kept, self.name: value}


_LINK = Option(
    LINK,
    "button-role-by-link",
    ("链接", "鏈接", "連結", "发链接", "发一个链接", "發一個鏈接", "link", "a link", "send a link"),
)


def _called(answers: Answers, context: Context) -> tuple[Option, ...]:
    name = answers.get("called")
    return (Option(name, "button-words", (name,), args={"words": name}),) if name else ()


class AskStart(AskDate):
    """The first day."""

    __slots__ = ()

    def likely(self, today: date) -> tuple[tuple[str, date], ...]:
        first = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
        return (("button-today", today), ("button-tomorrow", today + timedelta(days=1)), ("button-next-month", first))

    def take(self, day: date, said: str, answers: Answers, context: Context) -> Heed:
        """A last day before it is asked for anew."""
        heed = super().take(day, said, answers, context)
        ends = answers.get("ends")
        if ends and date.fromisoformat(ends) < day:
            return Heed({name: each for name, each in heed.answers.items() if name != "ends"})
        return heed


class AskEnd(AskDate):
    """The last day; skipped, there is none."""

    __slots__ = ()

    def likely(self, today: date) -> tuple[tuple[str, date], ...]:
        return (
            ("button-in-half-a-year", today + timedelta(days=182)),
            ("button-in-a-year", today + timedelta(days=365)),
            ("button-end-of-year", dates.end_of_month(today.replace(month=12, day=1))),
        )

    def rows(self, answers: Answers, context: Context) -> tuple[tuple[Choice, ...], ...]:
        """Counted from the first day."""
        starts = date.fromisoformat(answers["starts"]) if answers.get("starts") else context.today
        return super().rows(answers, replace(context, today=max(starts, context.today)))

    def take(self, day: date, said: str, answers: Answers, context: Context) -> Heed:
        starts = answers.get("starts")
        if day < context.today:
            raise DateInPast(words=said)
        if starts and day < date.fromisoformat(starts):
            raise refusals.RoleEndsBeforeItStarts
        return super().take(day, said, answers, context)


def terms_of(answers: Answers) -> Terms:
    role = GrantRole(answers["role"])
    ends = answers.get("ends")
    return Terms(
        role,
        answers["name"],
        date.fromisoformat(answers["starts"]),
        date.fromisoformat(ends) if ends else None,
        ask_scope.scope_of(answers),
    )


async def _look_up(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Answers:
    """Who the @name is, if they dealt with the bot."""
    person_id = await _person(actor, answers, uow)
    return {**answers, "_met": person_id is not None}


async def _person(actor: Actor, answers: Answers, uow: UnitOfWork) -> int | None:
    """Ours of whom it is for; None: the bot never met them, or a link was asked for."""
    if answers.get("person_id") is not None:
        return int(answers["person_id"])
    if answers["who"] == LINK:
        return None
    person = await roles.find(actor, str(answers["who"]).removeprefix("@"), uow)
    return None if person is None else person.id


def _last_look(answers: Answers, context: Context) -> tuple[Option, ...]:
    if answers.get("role") == GrantRole.RESIDENT:
        return (*_LOOK, _HOME)
    return (*_LOOK, _WHERE) if ask_scope.is_asked(answers) else _LOOK


def _preview(answers: Answers, context: Context) -> tuple[Line, ...]:
    terms = terms_of(answers)
    who = answers["who"]
    kind = role_lines.kind_of(terms.role)
    head = line("role-preview", role=role_lines.role_term(terms.role), name=terms.name, kind=kind)
    if who == LINK:
        how = Line("role-preview-link")
    elif not answers.get("_met"):
        how = line("role-preview-unknown", who=str(who))
    else:
        how = line("role-preview-asked", who=str(who))
    return (head, *role_lines.where(terms, of_a_body=True), role_lines.days(terms), role_lines.does(terms.role), how)


async def _offer(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Say | tuple[Say, ...]:
    person_id = await _person(actor, answers, uow)
    offered = await roles.offer(actor=actor, terms=terms_of(answers), person_id=person_id, uow=uow, now=now)
    grant, estate = offered.grant, offered.estate
    args = role_lines.args_of(grant, estate)
    if offered.told:
        return Reply((line("role-offered", **args),))
    if offered.waits:
        return Reply((line("role-offered-waits", **args),))
    return (Reply((line("role-offered-link", **args),)), role_lines.to_forward(grant, estate))


GIVE_ROLE = Dialog(
    "give-role",
    version=2,
    steps=(
        Choose("role", "role-ask-role", options=_roles, columns=2),
        ask_scope.ASK_SCOPE,
        ask_scope.ASK_STAIRWELL,
        ask_scope.ASK_HOME,
        AskWho("who", "role-ask-who", max_chars=80, read=_read_who, shortcuts=(_LINK,)),
        Ask("name", "role-ask-name", max_chars=grants.MAX_NAME_CHARS, read=on_one_line, shortcuts=_called),
        AskStart("starts", "role-ask-starts"),
        AskEnd("ends", "role-ask-ends", optional=True, farthest_days=grants.FARTHEST_DAYS),
        ask_scope.LastLook("confirm", _preview, options=_last_look, columns=2),
    ),
    done=_offer,
    next=_next,
    hub="confirm",
    look_up=_look_up,
)


# ---- taking ----------------------------------------------------------------------------------------------------------


def given_taking(grant: Grant, estate: Estate) -> dict[str, Any]:
    return {
        "grant_id": grant.id,
        "role": grant.terms.role.value,
        "name": grant.terms.name,
        "open": grant.is_open,
        "scope": [list(grant.terms.scope.path), grant.terms.scope.grid_id, grant.terms.scope.grid],
    }


def _ask_why(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (line("role-take-why", name=str(answers["name"])),)


def _preview_taking(answers: Answers, context: Context) -> tuple[Line, ...]:
    key = "role-take-back-preview" if answers.get("open") else "role-take-preview"
    given_role = GrantRole(answers["role"])
    path, grid_id, grid = answers.get("scope") or ((), None, "")
    role, kind = role_lines.in_part(given_role, Scope(tuple(path), grid_id, grid)), role_lines.kind_of(given_role)
    why = (line("role-ended-why", words=str(answers["why"])),) if answers.get("why") else ()
    return (line(key, name=str(answers["name"]), role=role, kind=kind), *why)


async def _take(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    why = str(answers.get("why") or "")
    grant, estate = await roles.end(actor=actor, grant_id=int(answers["grant_id"]), why=why, uow=uow, now=now)
    key = "role-taken" if grant.answered_at is not None else "role-taken-back"
    return Reply((line(key, **role_lines.args_of(grant, estate)),))


TAKE_ROLE = Dialog(
    "take-role",
    version=1,
    steps=(
        Ask("why", _ask_why, max_chars=grants.MAX_WHY_CHARS, optional=True),
        Confirm("confirm", _preview_taking),
    ),
    done=_take,
)
