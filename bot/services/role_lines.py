"""What people read of roles that are given and taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.buttons import data
from bot.domain.grants import MODERATORS, SCOPED, Grant, GrantRole, GrantState, Terms, listed_as
from bot.domain.people import Estate
from bot.domain.rights import Role
from bot.domain.scopes import ENTIRE, Scope
from bot.messages import Arg, Button, Day, Line, Moment, Reply, Term, line

LINK = "role"  #: of the deep link by which an offer is opened: `role-<code>`
PAGE = 8  #: people a page: fits a phone's screen


@dataclass(frozen=True, slots=True)
class Held:
    """Somebody in a role. `grant` None: config.yaml says so. `seat`: place on the list, from 1."""

    role: GrantRole
    name: str
    telegram_id: int | None
    scope: Scope = ENTIRE
    grant: Grant | None = None


def role_term(role: GrantRole | Role) -> Term:
    return Term(f"role-{role}")


def kind_of(role: GrantRole) -> str:
    """Where they live is spoken of in other words than what they do: "resident" or "office"."""
    return "resident" if role is GrantRole.RESIDENT else "office"


def scope_term(scope: Scope) -> Term:
    """Where a role holds. Texts: scope-entire, -grid, -building, -stairwell."""
    if scope.is_entire:
        return Term("scope-entire")
    if scope.grid_id is not None:
        return Term("scope-grid", {"grid": scope.grid})
    if len(scope.path) == 1:
        return Term("scope-building", {"building": scope.path[0]})
    return Term("scope-stairwell", {"building": scope.path[0], "unit": scope.path[1]})


def role_of(terms: Terms) -> Term:
    """See `in_part`."""
    return in_part(terms.role, terms.scope)


def fixed_role(role: GrantRole, estate: Estate, telegram_id: int) -> Term:
    """As `role_of`, of somebody whom config.yaml lists."""
    return in_part(role, _fixed_scope(role, estate, telegram_id))


def in_part(role: GrantRole, scope: Scope) -> Term:
    """With where it holds, if that is not all of the estate."""
    if scope.is_entire:
        return role_term(role)
    return Term("role-in-part", {"role": role_term(role), "place": scope_term(scope)})


def _fixed_scope(role: GrantRole, estate: Estate, telegram_id: int) -> Scope:
    return next(iter(estate.scopes_of(telegram_id, role.value)), ENTIRE)


def days(terms: Terms) -> Line:
    """A line of its own, so that the day is written as everywhere."""
    kind = kind_of(terms.role)
    if terms.ends is None:
        return line("role-days-open", starts=Day(terms.starts), kind=kind)
    return line("role-days", starts=Day(terms.starts), ends=Day(terms.ends), kind=kind)


def args_of(grant: Grant, estate: Estate) -> dict[str, Arg]:
    """What most texts name. Where somebody lives is said on a line of its own: "a resident of Sunny Court"."""
    lives = grant.terms.role is GrantRole.RESIDENT
    return {
        "role": role_term(grant.terms.role) if lives else role_of(grant.terms),
        "name": grant.terms.name,
        "estate": estate.name,
        "by": grant.offered_by,
        "kind": kind_of(grant.terms.role),
    }


def where(terms: Terms, *, of_a_body: bool = False) -> tuple[Line, ...]:
    """Of roles that can hold in a part, and of residents. `of_a_body`: say of the others that they never do."""
    kind = kind_of(terms.role)
    if terms.role is GrantRole.RESIDENT:
        return (line("role-where", place=scope_term(terms.scope), kind=kind),)
    if terms.role not in SCOPED:
        return (Line("role-where-body"),) if of_a_body else ()
    if terms.scope.is_entire:
        return (Line("role-where-all"),)
    return (line("role-where", place=scope_term(terms.scope), kind=kind),)


def does(role: GrantRole) -> Line:
    """What they may do, in two plain sentences. Texts: role-does-captain and so on."""
    return Line(f"role-does-{role}")


# ---- to whoever is asked ---------------------------------------------------------------------------------------------


def offer(grant: Grant, estate: Estate, *, code: str = "", edits: int | None = None) -> Reply:
    """With its buttons. `code`: of a link for nobody in particular; whoever holds it may answer."""
    lines = (
        line("role-offer", **args_of(grant, estate)),
        *where(grant.terms),
        days(grant.terms),
        does(grant.terms.role),
        line("role-offer-foot", kind=kind_of(grant.terms.role)),
    )
    yes = Button("button-role-yes", data("role-yes", grant.id, *((code,) if code else ())))
    no = Button("button-role-no", data("role-no", grant.id, *((code,) if code else ())))
    return Reply(lines, buttons=((yes, no),), edits=edits)


def to_forward(grant: Grant, estate: Estate) -> Reply:
    """The message that goes to somebody the bot cannot write to."""
    button = Button("button-role-link", start=f"{LINK}-{grant.code}")
    lines = (line("role-link", **args_of(grant, estate)), *where(grant.terms))
    return Reply(lines, buttons=((button,),))


def accepted(grant: Grant, estate: Estate, *, edits: int | None = None) -> Reply:
    lines = (line("role-accepted", **args_of(grant, estate)), *where(grant.terms), days(grant.terms))
    foot = line("role-accepted-foot", kind=kind_of(grant.terms.role))
    rows = ((showing(grant),), (leave(grant),)) if grant.terms.role in MODERATORS else ((leave(grant),),)
    return Reply((*lines, does(grant.terms.role), foot), buttons=rows, edits=edits)


def showing(grant: Grant) -> Button:
    """Of a moderator: whether neighbours may read their name."""
    if grant.shown:
        return Button("button-moderator-hide", data("moderators-shown", grant.id, 0))
    return Button("button-moderator-show", data("moderators-shown", grant.id, 1))


def leave(grant: Grant) -> Button:
    return Button("button-role-leave", data("role-leave", grant.id), args={"kind": kind_of(grant.terms.role)})


def ended(grant: Grant, estate: Estate) -> Reply:
    """Kindly."""
    if grant.answered_at is None:
        return Reply((line("role-offer-taken-back", **args_of(grant, estate)),))
    why = (line("role-ended-why", words=grant.why),) if grant.why else ()
    return Reply((line("role-ended", **{**args_of(grant, estate), "by": grant.ended_by}), *why))


def over(grant: Grant, estate: Estate) -> Reply:
    return Reply((line("role-over", **args_of(grant, estate)),))


def news_for_giver(grant: Grant, estate: Estate, key: str) -> Reply:
    """Texts: role-news-accepted, role-news-declined, role-news-laid-down."""
    see = Button("button-role-see", data("role", "see", grant.id))
    return Reply((line(key, **args_of(grant, estate)),), buttons=((see,),), silent=True)


# ---- to whoever gives ------------------------------------------------------------------------------------------------


def held_in(estate: Estate, grants: Sequence[Grant], now: datetime) -> list[Held]:
    """Everybody in a role or asked to be, by role: those of config.yaml first, then as they were asked."""
    given = {(each.telegram_id, each.terms.role) for each in grants if each.counts_on(estate.local(now).date())}
    held = []
    names = _names(estate)
    for telegram_id in names:
        for role in listed_as(estate, telegram_id):
            if (telegram_id, role) not in given:
                scope = _fixed_scope(role, estate, telegram_id)
                held.append(Held(role, names[telegram_id], telegram_id, scope))
    held += [
        Held(each.terms.role, each.terms.name, each.telegram_id, each.terms.scope, each)
        for each in sorted(grants, key=lambda grant: grant.id)
    ]
    order = list(GrantRole)
    return sorted(held, key=lambda each: order.index(each.role))


def _names(estate: Estate) -> dict[int, str]:
    lists = (
        *(estate.organisations, estate.panel, estate.mediators, estate.volunteers),
        *(estate.captains, estate.speakers),
    )
    return {who: each.name for listed in lists for who, each in listed.items()}


def name_in(estate: Estate, telegram_id: int) -> str:
    """Of somebody whom config.yaml lists; empty for anybody else."""
    return _names(estate).get(telegram_id, "")


def roster(estate: Estate, held: Sequence[Held], *, page: int, now: datetime, edits: int | None = None) -> Reply:
    """Who is what, with a button for each of them."""
    pages = max(1, -(-len(held) // PAGE))
    page = max(0, min(page, pages - 1))
    shown = list(enumerate(held, start=1))[page * PAGE : (page + 1) * PAGE]
    lines = [line("role-list", estate=estate.name, n=len(held))]
    lines += [_row(at, each, estate, now) for at, each in shown]
    if not held:
        lines.append(Line("role-list-empty"))
    if any(each.grant is None for _, each in shown):
        lines.append(Line("role-list-fixed"))
    if pages > 1:
        lines.append(line("list-page", page=str(page + 1), pages=str(pages)))
    numbers = [_opens(at, each) for at, each in shown]
    rows = [tuple(numbers[at : at + 4]) for at in range(0, len(numbers), 4)]
    rows += pager("role", ("list",), page, pages)
    rows.append((Button("button-role-give", data("role-do", "give")),))
    return Reply(tuple(lines), buttons=tuple(rows), edits=edits, silent=True)


def _row(at: int, held: Held, estate: Estate, now: datetime) -> Line:
    args: dict[str, Arg] = {
        "at": str(at),
        "role": role_term(held.role),
        "name": held.name,
        "state": _state(held, estate, now),
    }
    if held.scope.is_entire:
        return Line("role-row", args)
    return Line("role-row-in-part", {**args, "place": scope_term(held.scope)})


def _state(held: Held, estate: Estate, now: datetime) -> Term:
    """Texts: role-state-fixed, -offered, -later, -runs."""
    if held.grant is None:
        return Term("role-state-fixed")
    if held.grant.state is GrantState.OFFERED:
        return Term("role-state-offered")
    return Term("role-state-runs" if held.grant.counts_on(estate.local(now).date()) else "role-state-later")


def _opens(at: int, held: Held) -> Button:
    what = ("listed", held.telegram_id or 0) if held.grant is None else ("see", held.grant.id)
    return Button("button-role-at", data("role", *what), args={"at": str(at)})


def pager(route: str, args: tuple[str, ...], page: int, pages: int) -> list[tuple[Button, ...]]:
    row = []
    if page > 0:
        row.append(Button("button-page-back", data(route, *args, page - 1)))
    if page + 1 < pages:
        row.append(Button("button-page-on", data(route, *args, page + 1)))
    return [tuple(row)] if row else []


def view(grant: Grant, estate: Estate, *, may_take: bool, now: datetime) -> tuple[Reply, ...]:
    """One of them, with how it stands; what waits for an answer by a link comes with the link once more."""
    zone = estate.time_zone.key
    lines = [line("role-view", **args_of(grant, estate)), *where(grant.terms), days(grant.terms)]
    lines.append(line("role-view-offered", by=grant.offered_by, at=Moment(grant.offered_at, zone)))
    rows: tuple[tuple[Button, ...], ...] = ()
    if grant.is_open:
        lines.append(Line("role-view-lapsed" if grant.has_lapsed(now) else "role-view-waits"))
    elif grant.answered_at is not None:
        key = "role-view-declined" if grant.state is GrantState.DECLINED else "role-view-accepted"
        lines.append(line(key, at=Moment(grant.answered_at, zone)))
    if grant.ended_at is not None:
        lines.append(line("role-view-ended", by=grant.ended_by, at=Moment(grant.ended_at, zone)))
        lines += [line("role-ended-why", words=grant.why)] if grant.why else []
    elif grant.is_over(estate.local(now).date()):
        lines.append(Line("role-view-over"))
    elif may_take and grant.state in (GrantState.OFFERED, GrantState.ACCEPTED):
        key = "button-role-take-back" if grant.is_open else "button-role-take"
        rows = ((Button(key, data("role-do", "take", grant.id)),),)
    first = Reply(tuple(lines), buttons=rows, silent=True)
    again = (to_forward(grant, estate),) if grant.is_open and grant.code and not grant.has_lapsed(now) else ()
    return (first, *again)
