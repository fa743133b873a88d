"""Whoever makes files, one after the other: each makes those it knows and asks the next of any other."""

from __future__ import annotations

from collections.abc import Mapping

from bot.delivery.audit_files import AuditFiles
from bot.delivery.broadcast_files import BroadcastFiles
from bot.delivery.contracts import DocumentComposer, PhotoBytes, Renderer
from bot.delivery.ledger_files import LedgerFiles
from bot.delivery.place_files import PlaceFiles
from bot.delivery.plan_files import PlanFiles
from bot.delivery.registers import Registers
from bot.delivery.report_files import ReportFiles
from bot.delivery.signup_files import SignupFiles
from bot.domain.people import Estate
from bot.ports import FileShelf
from bot.services import mydata


def documents_of(
    renderer: Renderer, estates: Mapping[str, Estate], shelf: FileShelf, folder: PhotoBytes, *, username: str
) -> DocumentComposer:
    """`username`: the bot's, for links in files."""
    audit = AuditFiles(renderer, estates, mydata.compose)
    places = PlaceFiles(renderer, estates, audit)
    plan = PlanFiles(renderer, estates, places)
    signups = SignupFiles(renderer, estates, plan)
    ledger = LedgerFiles(renderer, estates, shelf, folder, signups)
    broadcasts = BroadcastFiles(renderer, estates, shelf, folder, username, ledger)
    reports = ReportFiles(renderer, estates, broadcasts)
    return Registers(renderer, estates, reports)
