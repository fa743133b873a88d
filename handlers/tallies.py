"""`/report`: what was filed in thirty days and ever, and how much of it for neighbours who could not."""

from __future__ import annotations

from datetime import datetime

from bot.domain import tallies as rules
from bot.domain.filed_for import Way
from bot.domain.house import House
from bot.domain.tallies import Tally
from bot.domain.wishes import Kind
from bot.messages import Command, Line, Reply, Term, Texts, line
from bot.ports import UnitOfWork
from bot.services import tallies


async def on_report(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    """For whoever answers, in the staff chat or in private."""
    read = await tallies.read(actor=command.actor, uow=uow, now=now)
    lines = (
        line("tally-head", estate=read.estate.name),
        line("tally-recent", days=rules.RECENT.days),
        *_part(read.recent),
        line("tally-ever"),
        *_part(read.ever),
    )
    return Reply(lines, silent=True)


def _part(tally: Tally) -> tuple[Line, ...]:
    if not tally.total:
        return (line("tally-none"),)
    kinds = tuple(Term(f"tally-{kind}", {"n": tally.filed[kind]}) for kind in Kind if tally.filed.get(kind))
    lines = [line("tally-filed", n=tally.total, kinds=Texts(kinds))]
    if not tally.total_for_others:
        return (*lines, line("tally-none-for-others"))
    ways = tuple(Term(f"tally-{way}", {"n": tally.for_others[way]}) for way in Way if tally.for_others.get(way))
    lines.append(line("tally-for-others", n=tally.total_for_others, percent=tally.share_percent, ways=Texts(ways)))
    if tally.answers:
        lines.append(line("tally-told", told=tally.told, answers=tally.answers))
    return tuple(lines)
