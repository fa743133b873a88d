"""`/report`: the estate in numbers, with a picture and as a file; for those who answer."""

from __future__ import annotations

from datetime import datetime

from bot.domain import errors, report_spans
from bot.domain.house import House
from bot.domain.people import Estate
from bot.domain.report_spans import Named, Span
from bot.messages import Actor, Command, Press, Reply, Say, Toast, line
from bot.ports import UnitOfWork
from bot.services import report_drawings, report_files, report_lines, reports
from conversations import report_days
from handlers.beginning import begin

_LONGEST_BUILDING = 40  #: characters


async def on_report(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    """`/report`, `/report 上个月`, `/report 3号楼`, `/report 3月1日到3月15日 3号楼`."""
    estate = reports.estate_of(command.actor)
    span, building = await reports.in_words(command.words, estate, uow=uow, now=now)
    return await shown(command.actor, estate, span, building, uow=uow, now=now)


async def shown(
    actor: Actor, estate: Estate, span: Span, building: str | None, *, uow: UnitOfWork, now: datetime
) -> Reply:
    reading = await reports.read(estate, span, building, uow=uow, now=now)
    picture = report_drawings.picture_of(reading, language=actor.language)
    return report_lines.reply_of(reading, picture=picture)


async def on_see(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """Another time, or another place: told below, so that both can be read side by side."""
    if len(press.args) != 2:
        raise errors.UnknownButton
    estate = reports.estate_of(press.actor)
    span = await _span(press.args[0], estate, uow=uow, now=now)
    report = await shown(press.actor, estate, span, _building(press.args[1]), uow=uow, now=now)
    return (Toast("report-comes"), report)


async def _span(code: str, estate: Estate, *, uow: UnitOfWork, now: datetime) -> Span:
    """Raises UnknownButton: a forged one."""
    if code in tuple(Named):
        return await reports.named(Named(code), estate, uow=uow, now=now)
    span = report_spans.of_code(code)
    if span is None:
        raise errors.UnknownButton
    return report_spans.up_to_today(span, today=estate.local(now).date())


def _building(name: str) -> str | None:
    if not name or len(name) > _LONGEST_BUILDING:
        raise errors.UnknownButton
    return None if name == report_lines.WHOLE else name


async def on_days(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """Days of one's own: from when until when is asked."""
    if len(press.args) != 1:
        raise errors.UnknownButton
    reports.estate_of(press.actor)
    given = report_days.given(_building(press.args[0]))
    return await begin(report_days.REPORT_DAYS, press.actor, given, uow=uow, now=now, house=house)


async def on_file(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """All of it as tables, into the chat where it was asked for."""
    if len(press.args) != 2:
        raise errors.UnknownButton
    estate = reports.estate_of(press.actor)
    span, building = await _span(press.args[0], estate, uow=uow, now=now), _building(press.args[1])
    document = report_files.document_of(estate.key, press.actor.language, span=span, building=building)
    what = (line("report-file-caption", estate=estate.name), report_lines.about(span, building))
    file = Reply(what, document=document, silent=True)
    return (Toast("plan-file-comes"), file)
