"""What an office takes along as a file: plan, ledger, registers; in the chat and from the command line alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.domain import errors
from bot.domain.people import Estate
from bot.domain.rights import RIGHTS, Act
from bot.messages import Actor
from bot.services import ledger_files, ledger_lines, plan_files, standing
from bot.services.registers import RegisterKind
from bot.services.registers import document_of as register_document


@dataclass(frozen=True, slots=True)
class Export:
    """`document`: (estate key, language) -> the name under which a `Reply` asks for the file."""

    name: str
    act: Act
    document: Callable[[str, str], str]


def _register(kind: RegisterKind) -> Callable[[str, str], str]:
    return lambda estate_key, language: register_document(kind, estate_key, language)


def _plan(estate_key: str, language: str) -> str:
    return plan_files.document_of("xlsx", estate_key, language)


def _ledger(estate_key: str, language: str) -> str:
    everything = ledger_lines.ALL
    return ledger_files.table_document(estate_key, language, year=everything, category=everything)


#: Texts: export-plan, button-export-plan and so on.
EXPORTS: tuple[Export, ...] = (
    Export("plan", Act.READ_PLAN, _plan),
    Export("ledger", Act.READ_LEDGER, _ledger),
    Export("broadcasts", Act.RUN_BROADCASTS, _register(RegisterKind.BROADCASTS)),
    Export("services", Act.READ_SERVICES, _register(RegisterKind.SERVICES)),
    Export("phones", Act.READ_SERVICES, _register(RegisterKind.PHONES)),
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
