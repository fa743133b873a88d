"""Who moderates here; who had which role when; what the staff did, in pages and as a file."""

from __future__ import annotations

from datetime import datetime

from bot.domain import errors
from bot.domain.buttons import data, number
from bot.domain.house import House
from bot.messages import Arg, Button, Command, Line, Moment, Press, Reply, Say, Toast, line
from bot.ports import UnitOfWork
from bot.services import audit, role_lines
from bot.services.audit import Event, Page

_VIEWS = ("roles", "acts")


async def on_moderators(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    """Names of those who agreed to be named; how many more there are."""
    found = await audit.moderators(actor=command.actor, uow=uow, now=now)
    lines = [line("moderators-head", estate=found.estate.name)]
    lines += [
        line("moderators-row", role=role_lines.role_of(grant.terms), name=grant.terms.name) for grant in found.named
    ]
    if found.others:
        lines.append(line("moderators-others", n=found.others))
    if not found.named and not found.others:
        lines.append(Line("moderators-none"))
    return Reply((*lines, Line("moderators-foot")), silent=True)


async def on_shown(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Toast:
    """A moderator's own choice."""
    if len(press.args) != 2 or press.args[1] not in ("0", "1"):
        raise errors.UnknownButton
    shown = press.args[1] == "1"
    await audit.show(
        actor=press.actor, grant_id=number(press.args, 0), shown=shown, uow=uow, now=now, estates=house.estates
    )
    return Toast("moderator-shown" if shown else "moderator-hidden", alert=True)


async def on_audit(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    return _roles(await audit.page_of_roles(actor=command.actor, page=0, uow=uow))


async def on_audit_pressed(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    """A page, or the other half: the same message changes."""
    if len(press.args) != 2 or press.args[0] not in _VIEWS:
        raise errors.UnknownButton
    page = number(press.args, 1)
    if press.args[0] == "roles":
        return _roles(await audit.page_of_roles(actor=press.actor, page=page, uow=uow), edits=press.message_id)
    return _acts(await audit.page_of_acts(actor=press.actor, page=page, uow=uow), edits=press.message_id)


async def on_file(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """Both halves as a table, into the chat where it was asked for."""
    estate = audit.to_read(press.actor)
    document = audit.document_of(estate.key, press.actor.language)
    caption = line("audit-file-caption", estate=estate.name)
    return (Toast("plan-file-comes"), Reply((caption,), document=document, silent=True))


def _roles(found: Page, *, edits: int | None = None) -> Reply:
    lines = [line("audit-head-roles", estate=found.estate.name, n=found.total)]
    zone = found.estate.time_zone.key
    for row in found.rows:
        assert isinstance(row, Event)
        args = role_lines.args_of(row.grant, found.estate)
        lines.append(Line(f"audit-role-{row.kind}", {**args, "by": row.by, "at": Moment(row.at, zone)}))
        if row.grant.why and row.at == row.grant.ended_at:
            lines.append(line("role-ended-why", words=row.grant.why))
    return _page(lines, found, "roles", edits)


def _acts(found: Page, *, edits: int | None = None) -> Reply:
    lines = [line("audit-head-acts", estate=found.estate.name, n=found.total)]
    zone = found.estate.time_zone.key
    for row in found.rows:
        assert not isinstance(row, Event)
        what, body = audit.what_of(row), audit.as_whom(row)
        args: dict[str, Arg] = {"at": Moment(row.at, zone), "what": what, "name": row.name}
        lines.append(Line("audit-act-own", args) if row.body is None else Line("audit-act", {**args, "body": body}))
    return _page(lines, found, "acts", edits)


def _page(lines: list[Line], found: Page, view: str, edits: int | None) -> Reply:
    if not found.rows:
        lines.append(Line("audit-empty"))
    if found.pages > 1:
        lines.append(line("list-page", page=str(found.number + 1), pages=str(found.pages)))
    other = "acts" if view == "roles" else "roles"
    rows = role_lines.pager("audit", (view,), found.number, found.pages)
    switch = Button(f"button-audit-{other}", data("audit", other, 0))
    rows += [(switch,), (Button("button-audit-file", data("audit-file")),)]
    return Reply(tuple(lines), buttons=tuple(rows), edits=edits, silent=True)
