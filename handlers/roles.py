"""Roles: who is what, giving and taking; saying yes or no, laying down."""

from __future__ import annotations

from datetime import datetime

from bot.domain import errors, grants
from bot.domain import grant_refusals as refusals
from bot.domain.buttons import data, number
from bot.domain.grants import Grant
from bot.domain.house import House
from bot.domain.people import Estate, Person
from bot.domain.place_tree import Tree
from bot.messages import Actor, Arg, Button, Command, Line, Press, Quoted, Reply, Say, Texts, Toast, line
from bot.ports import UnitOfWork
from bot.services import role_lines, roles, standing
from conversations import give_role
from handlers.beginning import begin


async def on_role(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> Say | tuple[Say, ...]:
    """`/role`: who is what. `/role @name`, or as an answer to somebody's message: a role for them."""
    actor = command.actor
    roles.to_give(actor)
    words = command.words.strip()
    if command.about is not None or words:
        known: dict[str, object] = {}
        if command.about is not None:
            known = give_role.given((), tree=Tree(), person=await _quoted(command.about, uow))
        elif (named := grants.USERNAME.fullmatch(words)) is not None:
            known = give_role.given_name(named.group(1))
        else:
            raise refusals.NotAPerson(words=words[:40])
        return await _give(actor, known, message_id=command.message_id, uow=uow, now=now, house=house)
    return await _roster(actor, page=0, uow=uow, now=now)


async def _quoted(about: Quoted, uow: UnitOfWork) -> Person:
    person = None if about.is_bot or about.telegram_id is None else await uow.people.known(about.telegram_id)
    if person is None or person.is_forgotten:
        raise refusals.NobodyQuoted
    return person


async def _give(
    actor: Actor, known: dict[str, object], *, message_id: int | None, uow: UnitOfWork, now: datetime, house: House
) -> tuple[Say, ...]:
    estate, allowed = roles.to_give(actor)
    given = {**known, **give_role.given(allowed, tree=await uow.place_trees.tree(estate.key))}
    return await begin(give_role.GIVE_ROLE, actor, given, uow=uow, now=now, house=house, message_id=message_id)


async def _roster(actor: Actor, *, page: int, uow: UnitOfWork, now: datetime, edits: int | None = None) -> Reply:
    estate, _ = roles.to_give(actor)
    held = role_lines.held_in(estate, await roles.of_estate(estate, uow=uow, now=now), now)
    return role_lines.roster(estate, held, page=page, now=now, edits=edits)


async def on_role_pressed(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Say | tuple[Say, ...]:
    """A page of the list, or somebody on it."""
    match press.args:
        case ("list", _):
            return await _roster(press.actor, page=number(press.args, 1), uow=uow, now=now, edits=press.message_id)
        case ("see", _):
            grant, estate, may = await roles.to_see(actor=press.actor, grant_id=number(press.args, 1), uow=uow)
            return role_lines.view(grant, estate, may_take=may, now=now)
        case ("listed", _):
            estate, _ = roles.to_give(press.actor)
            name = role_lines.name_in(estate, number(press.args, 1))
            raise refusals.OnlyConfigTakes(name=name)
    raise errors.UnknownButton


async def on_role_do(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """Give one, or take this one."""
    match press.args:
        case ("give",):
            return await _give(press.actor, {}, message_id=None, uow=uow, now=now, house=house)
        case ("take", _):
            grant, estate = await roles.to_end(actor=press.actor, grant_id=number(press.args, 1), uow=uow, now=now)
            given = give_role.given_taking(grant, estate)
            return await begin(give_role.TAKE_ROLE, press.actor, given, uow=uow, now=now, house=house)
    raise errors.UnknownButton


# ---- whoever was asked -----------------------------------------------------------------------------------------------


async def open_link(actor: Actor, code: str, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    """By the link of an offer."""
    grant, estate = await roles.offer_of(actor=actor, code=code, uow=uow, estates=house.estates)
    if grant.has_lapsed(now):
        raise refusals.OfferLapsed
    return role_lines.offer(grant, estate, code=code if grant.person_id is None else "")


async def on_yes(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    grant, estate = await _answer(press, yes=True, uow=uow, now=now, house=house)
    return (Toast("noted"), role_lines.accepted(grant, estate, edits=press.message_id))


async def on_no(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    grant, estate = await _answer(press, yes=False, uow=uow, now=now, house=house)
    said = line("role-declined", **role_lines.args_of(grant, estate))
    return (Toast("noted"), Reply((said,), edits=press.message_id))


async def _answer(press: Press, *, yes: bool, uow: UnitOfWork, now: datetime, house: House) -> tuple[Grant, Estate]:
    code = press.args[1] if len(press.args) > 1 else ""
    grant_id = number(press.args, 0)
    return await roles.answer(
        actor=press.actor, grant_id=grant_id, code=code, yes=yes, uow=uow, now=now, estates=house.estates
    )


async def on_mine(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    """What the actor is, with a button to lay down each that was given."""
    standing.require_private(press.actor)
    given = await roles.roles_of(press.actor, uow=uow, now=now, estates=house.estates)
    lines, rows = [Line("my-roles-head")], []
    who = press.actor.person.telegram_id
    for grant in given:
        estate = house.estates[grant.estate_key]
        lines += [line("my-roles-row", **role_lines.args_of(grant, estate)), role_lines.days(grant.terms)]
        kind = role_lines.kind_of(grant.terms.role)
        label: dict[str, Arg] = {"role": role_lines.role_of(grant.terms), "kind": kind}
        if grant.terms.role in grants.MODERATORS:
            rows.append((role_lines.showing(grant),))
        rows.append((Button("button-role-leave-this", data("role-leave", grant.id), args=label),))
    for estate in house.estates.values():
        theirs = {grant.terms.role for grant in given if grant.estate_key == estate.key}
        fixed = [role for role in grants.listed_as(estate, who) if role not in theirs]
        if fixed:
            named = Texts(tuple(role_lines.fixed_role(role, estate, who) for role in fixed))
            lines.append(line("my-roles-fixed", estate=estate.name, roles=named))
    if len(lines) == 1:
        lines.append(Line("my-roles-none"))
    return Reply(tuple(lines), buttons=tuple(rows))


async def on_leave(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Say | tuple[Say, ...]:
    """Asked once more; then at once."""
    grant_id = number(press.args, 0)
    if press.args[1:] == ("yes",):
        grant, estate = await roles.lay_down(
            actor=press.actor, grant_id=grant_id, uow=uow, now=now, estates=house.estates
        )
        said = line("role-left", **role_lines.args_of(grant, estate))
        return (Toast("noted"), Reply((said,), edits=press.message_id))
    if press.args[1:]:
        raise errors.UnknownButton
    grant, estate = await roles.to_leave(actor=press.actor, grant_id=grant_id, uow=uow, now=now, estates=house.estates)
    kind = role_lines.kind_of(grant.terms.role)
    yes = Button("button-role-leave-yes", data("role-leave", grant.id, "yes"), args={"kind": kind})
    return Reply((line("role-leave-ask", **role_lines.args_of(grant, estate)),), buttons=((yes,),))


def has_roles(actor: Actor) -> bool:
    """Whether there is something for `on_mine` to show."""
    who = actor.person.telegram_id
    estates = [foothold.estate for foothold in actor.elsewhere.values()]
    given = any(who in each.offices or who in each.residents for each in estates)
    return given or any(grants.listed_as(each, who) for each in estates)
