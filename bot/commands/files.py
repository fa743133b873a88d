"""`export` and `import`: the files of the chat at a terminal, by the same services, with the same limits and refusals.

Whoever can run this may read and write the database anyway, so nobody is asked for a right to it. But an entry of the
ledger stands before all neighbours in the name of a body and of somebody who speaks for it, and is never changed: so
that one has to be named, and only as one whom the estate lists, and whom the bot knows.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from bot import progress, sheets
from bot.clock import SystemClock
from bot.commands import terminal
from bot.commands.terminal import ConfigPath, EstateKey, Language, err, out
from bot.delivery.documents import documents_of
from bot.domain import ledger_refusals, ledger_rows, place_refusals, place_rows
from bot.domain.errors import Refused
from bot.domain.ledger import categories_of
from bot.domain.people import Chat, Estate
from bot.files import FolderOfBytes
from bot.from_settings import catalog_for
from bot.messages import Line, Reply, line
from bot.ports import UnitOfWork
from bot.services import ledger, ledger_import, place_import, roster
from bot.services.exports import EXPORTS, Export
from bot.settings import DEFAULT_PATH, Settings
from bot.store import Store
from bot.texts.fitting import plain
from bot.texts.renderer import Renderer

_KILOBYTE, _MEGABYTE = 1024, 1024 * 1024

imports = typer.Typer(
    no_args_is_help=True, help="Take over a file, as the chat does: looked at first, changed with --yes alone."
)

TheFile = Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True)]
Yes = Annotated[bool, typer.Option("--yes", help="Take it over; without this nothing is changed.")]


# ---- export ---------------------------------------------------------------------------------------------------------


def export_file(
    what: Annotated[str, typer.Argument(help=", ".join(each.name for each in EXPORTS))],
    to: Annotated[Path, typer.Argument(help="The file to write.")],
    estate: EstateKey = None,
    language: Language = None,
    config: ConfigPath = DEFAULT_PATH,
) -> None:
    """Write the file that `/export` sends in the chat."""
    settings = terminal.settings_of(config)
    chosen = terminal.estate_of(settings, estate)
    export = next((each for each in EXPORTS if each.name == what), None)
    if export is None or chosen is None:
        known = f"what: {', '.join(each.name for each in EXPORTS)}; --estate: {', '.join(settings.estates_by_key())}"
        terminal.mistyped(f"that is none of these: {known}")
    told_in = _language(settings, chosen, language)
    with progress.shown(f"export {what}"):
        written = terminal.run_to_end(_export(settings, chosen, export, told_in))
    if written is None:
        err.print("there is nothing to export")
        raise typer.Exit(1)
    to.write_bytes(written)
    out.print(f"{what} of {chosen.key}: {to}", markup=False, soft_wrap=True)


def _language(settings: Settings, estate: Estate, wanted: str | None) -> str:
    known = catalog_for(settings).languages
    if wanted is not None and wanted not in known:
        terminal.mistyped(f"--language: {', '.join(known)}")
    return wanted or estate.language


async def _export(settings: Settings, estate: Estate, export: Export, language: str) -> bytes | None:
    renderer, now = Renderer(catalog_for(settings), username=""), SystemClock().now()
    folder = FolderOfBytes(settings.files.path)
    async with terminal.rows_of(settings) as store, store.units.reading() as uow:
        made = documents_of(renderer, settings.estates_by_key(), store.shelf, folder, username="")
        office = Chat(id=0, telegram_id=0, private=True)  # whoever can run this may read the database anyway
        attachment = await made(export.document(estate, language, now=now), chat=office, uow=uow, now=now)
    return None if attachment is None else attachment.content


# ---- import ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Import:
    """A file that is to be taken over. `yes`: it is; otherwise it is only looked at."""

    settings: Settings
    estate_key: str
    language: str
    path: Path
    yes: bool

    def unit(self, store: Store) -> AbstractAsyncContextManager[UnitOfWork]:
        return store.units.writing() if self.yes else store.units.reading()

    async def estate(self, uow: UnitOfWork, now: datetime) -> Estate:
        estates = await roster.estates_now(self.settings.estates_by_key(), uow=uow, now=now)
        return estates[self.estate_key]

    def say(self, lines: Sequence[Line]) -> None:
        """On stdout, one after the other: a message's length is no limit here."""
        renderer = Renderer(catalog_for(self.settings), username="")
        for said in lines:
            words = plain(renderer.render(Reply((said,)), language=self.language, whole=True).text)
            out.print(words, markup=False, highlight=False, soft_wrap=True)

    def refuse(self, head: str, refused: Refused) -> NoReturn:
        """On stderr, in the words of the chat."""
        renderer = Renderer(catalog_for(self.settings), username="")
        lines = (line(head, name=self.path.name), Line(refused.text_key(), dict(refused.variables)))
        words = plain(renderer.render(Reply(lines), language=self.language).text)
        err.print(words, style="red", markup=False, highlight=False, soft_wrap=True)
        raise typer.Exit(1)

    def end(self, *, problems: int) -> None:
        """What is left to know: whether anything was changed, and by the exit code whether rows were left out."""
        if not self.yes:
            err.print("nothing was changed: --yes takes it over", markup=False, soft_wrap=True)
        if problems:
            raise typer.Exit(1)


def _begin(config: Path, estate: str | None, language: str | None, path: Path, yes: bool) -> _Import:
    settings = terminal.settings_of(config)
    chosen = terminal.estate_of(settings, estate)
    if chosen is None:
        terminal.mistyped(f"--estate: {', '.join(settings.estates_by_key())}")
    return _Import(settings, chosen.key, _language(settings, chosen, language), path, yes)


@imports.command(name="ledger")
def import_ledger(
    file: TheFile,
    by: Annotated[
        int, typer.Option("--as", metavar="TELEGRAM_ID", help="In whose name: who keeps this estate's ledger.")
    ],
    estate: EstateKey = None,
    language: Language = None,
    yes: Yes = False,
    config: ConfigPath = DEFAULT_PATH,
) -> None:
    """Look at a table of entries (CSV, XLSX), and publish them with --yes: they are never changed afterwards."""
    terminal.run_to_end(_ledger(_begin(config, estate, language, file, yes), by))


async def _ledger(wanted: _Import, telegram_id: int) -> None:
    now, path = SystemClock().now(), wanted.path
    try:
        async with terminal.rows_of(wanted.settings) as store, wanted.unit(store) as uow:
            estate, person = await wanted.estate(uow, now), await uow.people.known(telegram_id)
            if person is None:
                err.print(f"--as {telegram_id}: who that is has never spoken to the bot", markup=False, soft_wrap=True)
                raise typer.Exit(1)
            by = ledger.publisher_in(estate, person)
            if not path.name.lower().endswith(ledger_rows.ENDINGS):
                raise ledger_refusals.NotATable
            if path.stat().st_size > ledger_rows.MAX_BYTES:
                raise ledger_refusals.TableTooBig(most=ledger_rows.MAX_BYTES // _MEGABYTE)
            with progress.shown(f"read {path.name}"):
                rows = sheets.rows_of(path.name, path.read_bytes())
                sheet = ledger_import.sheet_of(rows, estate=estate, by=by, now=now)
            again = await ledger_import.there_already(estate, by, sheet, uow=uow)
            offered = categories_of(estate, by.body)
            wanted.say(ledger_import.told(path.name, sheet, again=again, offered=offered, most_problems=len(rows)))
            if wanted.yes and sheet.drafts:
                published = []
                with progress.shown("publish", total=len(sheet.drafts)) as work:
                    for draft in sheet.drafts:
                        entry = await ledger.publish_as(estate, by, by_id=person.id, draft=draft, uow=uow, now=now)
                        published.append(entry)
                        work.step()
                done: tuple[Line, ...] = (ledger_import.published_line(estate, published),)
            else:
                done = ()
    except Refused as refused:
        wanted.refuse("ledger-table-refused", refused)
    wanted.say(done)
    wanted.end(problems=len(sheet.problems))


@imports.command(name="places")
def import_places(
    file: TheFile,
    estate: EstateKey = None,
    language: Language = None,
    yes: Yes = False,
    config: ConfigPath = DEFAULT_PATH,
) -> None:
    """Look at a file of places (CSV, XLSX, YAML), and take it over with --yes. Sent again it changes nothing."""
    terminal.run_to_end(_places(_begin(config, estate, language, file, yes)))


async def _places(wanted: _Import) -> None:
    now, path = SystemClock().now(), wanted.path
    try:
        if not path.name.lower().endswith(place_rows.ENDINGS):
            raise place_refusals.NotPlaces
        most = place_import.most_bytes(path.name)
        if path.stat().st_size > most:
            raise place_refusals.PlacesTooBig(most=most // _KILOBYTE)
        with progress.shown(f"read {path.name}"):
            rows = sheets.place_rows_of(path.name, path.read_bytes())
        if isinstance(rows, Refused):
            raise rows
        async with terminal.rows_of(wanted.settings) as store, wanted.unit(store) as uow:
            estate = await wanted.estate(uow, now)
            if wanted.yes:
                await place_import.hold(estate.key, uow=uow)
            tree = await uow.place_trees.tree(estate.key)
            sheet, found = place_import.plan(rows, estate, tree)
            wanted.say(place_import.told(path.name, sheet, found, most_problems=len(rows)))
            done: tuple[Line, ...] = ()
            if wanted.yes and found.any:
                with progress.shown("take over"):
                    await place_import.apply(estate, tree, found, uow=uow, now=now)
                done = (place_import.taken_line(estate, found),)
    except Refused as refused:
        wanted.refuse("places-file-refused", refused)
    wanted.say(done)
    wanted.end(problems=len(sheet.problems))
