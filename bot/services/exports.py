"""What an office takes along as a file: plan, ledger, registers, places, reports; in the chat and from the command line
alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain import errors, report_spans
from bot.domain.people import Estate
from bot.domain.report_spans import Named
from bot.domain.rights import RIGHTS, Act
from bot.messages import Actor
from bot.services import ledger_files, ledger_lines, place_files, plan_files, report_files, standing
from bot.services.registers import RegisterKind
from bot.services.registers import document_of as register_document


@dataclass(frozen=True, slots=True)
class Export:
    """`named`: (estate key, language, today) -> the name under which a `Reply` asks for the file."""

    name: str
    act: Act
    named: Callable[[str, str, date], str]

    def document(self, estate: Estate, language: str, *, now: datetime) -> str:
        """The name under which a `Reply` asks for the file."""
        return self.named(estate.key, language, estate.local(now).date())


def _register(kind: RegisterKind) -> Callable[[str, str, date], str]:
    return lambda estate_key, language, today: register_document(kind, estate_key, language)


def _plan(estate_key: str, language: str, today: date) -> str:
    return plan_files.document_of("xlsx", estate_key, language)


def _ledger(estate_key: str, language: str, today: date) -> str:
    everything = ledger_lines.ALL
    return ledger_files.table_document(estate_key, language, year=everything, category=everything)


def _places(estate_key: str, language: str, today: date) -> str:
    return place_files.document_of(estate_key, language)


def _report(estate_key: str, language: str, today: date) -> str:
    """Of the last whole month: what does not change any more from day to day. Other days are chosen with `/report`."""
    span = report_spans.span_of(Named.LAST_MONTH, today=today, beginning=today)
    return report_files.document_of(estate_key, language, span=span, building=None)


#: Texts: export-plan, button-export-plan and so on.
EXPORTS: tuple[Export, ...] = (
    Export("plan", Act.READ_PLAN, _plan),
    Export("ledger", Act.READ_LEDGER, _ledger),
    Export("broadcasts", Act.RUN_BROADCASTS, _register(RegisterKind.BROADCASTS)),
    Export("services", Act.READ_SERVICES, _register(RegisterKind.SERVICES)),
    Export("phones", Act.READ_SERVICES, _register(RegisterKind.PHONES)),
    Export("places", Act.RUN_PLACES, _places),
    Export("report", Act.READ_REPORT, _report),
)


def offered(actor: Actor) -> tuple[Estate, tuple[Export, ...]]:
    """What this officer may take along, of which estate.

    Raises:
        OnlyInPrivate: in a building's group.
        ChatNotBound, NotAResident, NotAllowed: see `standing.estate_for`.
    """
    estate = standing.estate_allowing(actor, Act.READ_STAFF)
    standing.require_away_from_neighbours(actor)
    roles = actor.roles_in(estate.key)
    return estate, tuple(each for each in EXPORTS if roles & RIGHTS[each.act])


def named(name: str, actor: Actor) -> tuple[Estate, Export]:
    """Raises UnknownButton: there is none of this name for them. And as `offered`."""
    estate, mine = offered(actor)
    for each in mine:
        if each.name == name:
            return estate, each
    if any(each.name == name for each in EXPORTS):
        raise errors.NotAllowed
    raise errors.UnknownButton
