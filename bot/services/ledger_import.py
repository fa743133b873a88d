"""Entries out of a table: an officer sends it, it is read once its bytes are here, and published after a last look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.domain import ledger, ledger_refusals, ledger_rows
from bot.domain.buttons import data
from bot.domain.errors import Refused
from bot.domain.ledger import Draft, Entry, LedgerCategory, Totals
from bot.domain.ledger_rows import Row, Sheet
from bot.domain.people import Estate, Speaker
from bot.messages import Actor, Button, Document, Line, Reply, Texts, line
from bot.ports import UnitOfWork
from bot.ports.ledger import LedgerFilter, LedgerImport
from bot.services import ledger as service
from bot.services import ledger_lines

MOST_PROBLEMS = 12  #: named one by one; the rest is counted
MOST_SHOWN = 5  #: entries as they would be
_MEGABYTE = 1024 * 1024


def is_table(document: Document) -> bool:
    """By its name: whatever is inside is looked at when it is here."""
    return document.name.lower().endswith(ledger_rows.ENDINGS)


async def take(*, actor: Actor, document: Document, uow: UnitOfWork, now: datetime) -> Reply:
    """Take a table in; what it says is told once its bytes are here.

    Raises:
        TableTooBig: see `ledger_rows.MAX_BYTES`.
        OnlyInPrivate, NotAllowed: see `ledger.publisher`.
    """
    estate, _ = service.publisher(actor)
    if (document.size_bytes or 0) > ledger_rows.MAX_BYTES:
        raise ledger_refusals.TableTooBig(most=ledger_rows.MAX_BYTES // _MEGABYTE)
    file = await uow.files.keep(document)
    await uow.ledger.take_table(
        estate_key=estate.key,
        chat_id=actor.chat.id,
        person_id=actor.person.id,
        language=actor.language,
        file=file,
        name=document.name[:100],
        now=now,
    )
    return Reply((line("ledger-table-taken", name=document.name[:100]),), silent=True)


async def read(
    table: LedgerImport,
    rows: Sequence[Row] | Refused,
    *,
    estates: Mapping[str, Estate],
    uow: UnitOfWork,
    now: datetime,
) -> None:
    """Say what the table would publish, and which rows it could not; nothing is published yet.

    `rows`: its cells as text, or why it could not be read.
    """
    estate = estates.get(table.estate_key)
    person = await uow.people.get(table.person_id)
    speaker = None if estate is None else estate.speakers.get(person.telegram_id)
    if estate is None or speaker is None:  # no officer any more
        await _forget(table, uow)
        return
    try:
        if isinstance(rows, Refused):
            raise rows
        sheet = sheet_of(rows, estate=estate, by=speaker, now=now)
    except Refused as refused:
        await _forget(table, uow)
        lines = (line("ledger-table-refused", name=table.name), Line(refused.text_key(), dict(refused.variables)))
        await uow.outbox.say(table.chat_id, Reply(lines), language=table.language)
        return
    if not sheet.drafts:
        await _forget(table, uow)
    else:
        await uow.ledger.table_read(table.id, sheet.drafts)
        await _discard(table, uow)
    again = await there_already(estate, speaker, sheet, uow=uow)
    said = look(table, sheet, again=again, offered=ledger.categories_of(estate, speaker.body))
    await uow.outbox.say(table.chat_id, said, language=table.language)


def sheet_of(rows: Sequence[Row], *, estate: Estate, by: Speaker, now: datetime) -> Sheet:
    """What the table would publish in the name of this speaker's body, and which rows it could not.

    Raises:
        TableEmpty, NoTableHead, TooManyRows: see `ledger_rows.read`.
    """
    offered = ledger.categories_of(estate, by.body)
    return ledger_rows.read(rows, body=by.body, offered=offered, today=estate.local(now).date())


async def _forget(table: LedgerImport, uow: UnitOfWork) -> None:
    await uow.ledger.forget_table(table.id)
    await _discard(table, uow)


async def _discard(table: LedgerImport, uow: UnitOfWork) -> None:
    if table.file is not None:
        await uow.person_data.discard_photos({table.file})


async def there_already(estate: Estate, speaker: Speaker, sheet: Sheet, *, uow: UnitOfWork) -> int:
    """How many of them say what an entry of this body says: the table may have been sent before."""
    stand = await uow.ledger.find(estate.key, LedgerFilter())
    known = {_said(each.draft) for each in stand if each.by.body is speaker.body and not each.cancels}
    return sum(_said(draft) in known for draft in sheet.drafts)


def _said(draft: Draft) -> tuple[object, ...]:
    return (draft.kind, draft.category, draft.cents, draft.day, draft.words)


def look(table: LedgerImport, sheet: Sheet, *, again: int, offered: Sequence[LedgerCategory]) -> Reply:
    """What it would publish, and what not, before anything is. `again`: how many say what an entry says already."""
    lines = tuple(told(table.name, sheet, again=again, offered=offered))
    if not sheet.drafts:
        return Reply(lines)
    yes = Button("button-table-publish", data("ledger-import", table.id, "yes"), args={"n": len(sheet.drafts)})
    return Reply(lines, buttons=((yes,), (Button("button-table-not", data("ledger-import", table.id, "no")),)))


def told(
    name: str, sheet: Sheet, *, again: int, offered: Sequence[LedgerCategory], most_problems: int = MOST_PROBLEMS
) -> list[Line]:
    """As `look`, without buttons. `most_problems`: so many are named one by one."""
    lines = [line("ledger-table-head", name=name, n=len(sheet.drafts))]
    for problem in sheet.problems[:most_problems]:
        refused = problem.refused
        lines.append(line("ledger-table-row", row=str(problem.row)))
        lines.append(Line(refused.text_key(), dict(refused.variables)))
    if len(sheet.problems) > most_problems:
        lines.append(line("ledger-table-more-rows", n=len(sheet.problems) - most_problems))
    if any(isinstance(each.refused, ledger_refusals.NotACategory) for each in sheet.problems):
        names = Texts(tuple(ledger_lines.category(each.key) for each in offered))
        lines.append(line("ledger-table-categories", categories=names))
    if not sheet.drafts:
        return [*lines, line("ledger-table-nothing")]
    if sheet.problems:
        lines.append(line("ledger-table-left-out", n=len(sheet.problems)))
    lines += [ledger_lines.unnumbered(draft) for draft in sheet.drafts[:MOST_SHOWN]]
    if len(sheet.drafts) > MOST_SHOWN:
        lines.append(line("ledger-table-more", n=len(sheet.drafts) - MOST_SHOWN))
    lines += ledger_lines.total_lines(_totals(sheet.drafts))
    if again:
        lines.append(line("ledger-table-again", n=again))
    return [*lines, line("entry-preview-forever")]


def published_line(estate: Estate, published: Sequence[Entry]) -> Line:
    first, last = str(published[0].number), str(published[-1].number)
    return line("ledger-table-published", estate=estate.name, n=len(published), first=first, last=last)


def _totals(drafts: Sequence[Draft]) -> Totals:
    def of(kind: ledger.EntryKind) -> int:
        return sum(each.cents or 0 for each in drafts if each.kind is kind)

    kinds = ledger.EntryKind
    return Totals(of(kinds.INCOME), of(kinds.EXPENSE), of(kinds.ASSET))


async def _mine(actor: Actor, import_id: int, uow: UnitOfWork) -> LedgerImport:
    """Raises ImportGone: published, put away, or somebody else's."""
    try:
        table = await uow.ledger.lock_table(import_id)
    except LookupError:
        raise ledger_refusals.ImportGone from None
    if table.person_id != actor.person.id or table.entries is None:
        raise ledger_refusals.ImportGone
    return table


async def publish(*, actor: Actor, import_id: int, uow: UnitOfWork, now: datetime) -> tuple[Estate, list[Entry]]:
    """Publish them all, or none: once.

    Raises:
        ImportGone: see `_mine`.
        NotACategory, …: what could be published then cannot by now; see `ledger.check`.
        OnlyInPrivate, NotAllowed: see `ledger.publisher`.
    """
    _, by = service.publisher(actor)
    table = await _mine(actor, import_id, uow)
    estate = actor.estate_named(table.estate_key)
    if estate is None or estate.speakers.get(actor.person.telegram_id) != by:
        raise ledger_refusals.ImportGone
    published = [
        await service.publish_as(estate, by, by_id=actor.person.id, draft=draft, uow=uow, now=now)
        for draft in table.entries or ()
    ]
    await uow.ledger.forget_table(table.id)
    return estate, published


async def put_away(*, actor: Actor, import_id: int, uow: UnitOfWork) -> None:
    """Raises ImportGone, OnlyInPrivate, NotAllowed."""
    service.publisher(actor)
    await uow.ledger.forget_table((await _mine(actor, import_id, uow)).id)


# ---- tables that nothing comes of -----------------------------------------------------------------------------------


async def any_due(*, uow: UnitOfWork, now: datetime) -> bool:
    late = await uow.ledger.tables_before(now - ledger_rows.GIVE_UP_AFTER, unread=True)
    return bool(late or await uow.ledger.tables_before(now - ledger_rows.KEPT_FOR, unread=False))


async def meet(*, uow: UnitOfWork, now: datetime) -> int:
    """Say of which files nothing came; forget what nobody published for a day. Returns how many were due."""
    late = await uow.ledger.tables_before(now - ledger_rows.GIVE_UP_AFTER, unread=True)
    for table in late:
        await _forget(table, uow)
        said = Reply((line("ledger-table-lost", name=table.name),))
        await uow.outbox.say(table.chat_id, said, language=table.language)
    old = await uow.ledger.tables_before(now - ledger_rows.KEPT_FOR, unread=False)
    for table in old:
        await _forget(table, uow)
    return len(late) + len(old)
