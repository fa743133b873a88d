"""The open ledger: read by everybody in the estate, published and corrected in the name of a body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain import ledger, ledger_refusals, rights
from bot.domain.errors import NotAllowed
from bot.domain.ledger import Draft, Entry, EntryQuestion, Totals
from bot.domain.people import Estate, Person, Speaker
from bot.domain.rights import Act
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.ports.ledger import LedgerFilter
from bot.services import standing
from bot.services.project_standing import speaker_of

PAGE = 8  #: entries a page: fits a phone's screen
MOST_SEARCH_CHARS = 60


@dataclass(frozen=True, slots=True)
class Page:
    estate: Estate
    entries: Sequence[Entry]
    which: LedgerFilter
    totals: Totals  #: of all that was asked for, not of the page
    number: int  #: from 0
    pages: int  #: at least 1
    total: int
    years: Sequence[int]
    categories: Sequence[str]  #: in which there is something


async def list_entries(*, actor: Actor, which: LedgerFilter, page: int, uow: UnitOfWork) -> Page:
    """The entries that stand, the newest first; a page past the end is the last one.

    Raises:
        ChatNotBound, NotAResident: see `standing.estate_for`.
    """
    estate = standing.estate_allowing(actor, Act.READ_LEDGER)
    total = await uow.ledger.count(estate.key, which)
    pages = max(1, -(-total // PAGE))
    number = max(0, min(page, pages - 1))
    return Page(
        estate=estate,
        entries=await uow.ledger.find(estate.key, which, limit=PAGE, offset=number * PAGE),
        which=which,
        totals=await uow.ledger.totals(estate.key, which),
        number=number,
        pages=pages,
        total=total,
        years=await uow.ledger.years(estate.key),
        categories=await uow.ledger.categories(estate.key),
    )


async def by_number(*, actor: Actor, number: int, uow: UnitOfWork) -> Entry:
    """Raises EntryNotFound, ChatNotBound, NotAResident."""
    estate = standing.estate_allowing(actor, Act.READ_LEDGER)
    entry = await uow.ledger.by_number(estate.key, number)
    if entry is None:
        raise ledger_refusals.EntryNotFound(number=str(number))
    return entry


async def to_read(*, actor: Actor, entry_id: int, act: Act = Act.READ_LEDGER, uow: UnitOfWork) -> Entry:
    """The entry of a button.

    Raises:
        EntryGone: there is none, or it belongs to an estate the actor has nothing to do with.
        NotAResident, NotAllowed: the role may not.
    """
    try:
        entry = await uow.ledger.get(entry_id)
    except LookupError:
        raise ledger_refusals.EntryGone from None
    standing.check_estate(actor, entry.estate_key, act, gone=ledger_refusals.EntryGone())
    return entry


@dataclass(frozen=True, slots=True)
class View:
    """An entry with all that everybody may read of it."""

    entry: Entry
    chain: Sequence[Entry]  #: it, what it corrects and what corrects it, oldest first
    questions: Sequence[EntryQuestion]  #: of the whole chain, oldest first, without those out of sight
    folded: int  #: how many are out of sight

    @property
    def newest(self) -> Entry:
        return self.chain[-1]


async def view_of(entry: Entry, uow: UnitOfWork) -> View:
    chain = await uow.ledger.chain(entry.id)
    asked = await uow.ledger.questions([each.id for each in chain])
    shown = [each for each in asked if not each.folded]
    return View(entry, chain, shown, len(asked) - len(shown))


# ---- publishing -----------------------------------------------------------------------------------------------------


def publisher(actor: Actor) -> tuple[Estate, Speaker]:
    """The estate whose ledger the actor keeps, and in whose name.

    Raises:
        OnlyInPrivate: in a building's group, where neighbours would read along.
        NotAllowed, ChatNotBound, NotAResident: see `standing.estate_for`.
    """
    estate = standing.estate_allowing(actor, Act.RUN_LEDGER)
    standing.require_away_from_neighbours(actor)
    return estate, speaker_of(actor, estate)


def publisher_in(estate: Estate, person: Person) -> Speaker:
    """As `publisher`, where somebody acts for the person at a terminal.

    Raises:
        NotAllowed, NotListedYet: they do not keep this estate's ledger.
    """
    roles = rights.roles_of(person, estate=estate, resident=False, administers=False)
    rights.require(Act.RUN_LEDGER, roles, telegram_id=person.telegram_id)
    speaker = estate.speakers.get(person.telegram_id)
    if speaker is None:
        raise NotAllowed
    return speaker


async def publish(*, actor: Actor, draft: Draft, uow: UnitOfWork, now: datetime) -> Entry:
    """Publish an entry in the name of the actor's body. From then on it stays as it is.

    Raises:
        NotACategory, AmountNeeded, DecisionHasNoAmount, EntryDayAhead, …: see `ledger.check`.
        OnlyInPrivate, NotAllowed: see `publisher`.
    """
    estate, by = publisher(actor)
    return await publish_as(estate, by, by_id=actor.person.id, draft=draft, uow=uow, now=now)


async def publish_as(estate: Estate, by: Speaker, *, by_id: int, draft: Draft, uow: UnitOfWork, now: datetime) -> Entry:
    """As `publish`, once it is known who they are. `by_id`: of the person."""
    offered = ledger.categories_of(estate, by.body)
    ledger.check(draft, body=by.body, offered=offered, today=estate.local(now).date())
    return await uow.ledger.publish(draft, estate_key=estate.key, by=by, by_id=by_id, now=now)


async def to_correct(*, actor: Actor, entry_id: int, uow: UnitOfWork) -> tuple[Entry, Estate, Speaker]:
    """The entry, before anything is asked, and in whose name it is corrected.

    Raises:
        AlreadyCorrected, NotThePublisher: see `ledger.check_corrects`.
        OnlyInPrivate: in a building's group.
        EntryGone, NotAllowed: see `to_read`.
    """
    old = await to_read(actor=actor, entry_id=entry_id, act=Act.RUN_LEDGER, uow=uow)
    standing.require_away_from_neighbours(actor)
    estate = standing.estate_of(old.estate_key, actor)
    by = speaker_of(actor, estate)
    newest = (await uow.ledger.chain(old.id))[-1]
    ledger.check_corrects(old, by=by, newest=newest.number)
    return old, estate, by


async def correct(
    *, actor: Actor, entry_id: int, draft: Draft | None, reason: str, uow: UnitOfWork, now: datetime
) -> Entry:
    """Publish another entry in the place of this one. `draft` None: it never should have been.

    Raises:
        AlreadyCorrected: somebody was quicker.
        ReasonNeeded, SameEntry, NotThePublisher: see `ledger.correct`.
        NotACategory, AmountNeeded, …: see `ledger.check`. A category that is offered no more may stay.
        OnlyInPrivate, EntryGone, NotAllowed: see `to_correct`.
    """
    await uow.alone(f"ledger {(await to_read(actor=actor, entry_id=entry_id, uow=uow)).estate_key}")
    old, estate, by = await to_correct(actor=actor, entry_id=entry_id, uow=uow)
    said = ledger.cancelled(old) if draft is None else draft
    if draft is not None:
        kept = ledger.LedgerCategory(old.draft.category, (by.body,))
        offered = (*ledger.categories_of(estate, by.body), kept)
        ledger.check(draft, body=by.body, offered=offered, today=estate.local(now).date())
    ledger.correct(old, said, by=by, reason=reason, newest=old.number)
    return await uow.ledger.publish(
        said,
        estate_key=estate.key,
        by=by,
        by_id=actor.person.id,
        now=now,
        corrects=old,
        reason=reason.strip(),
        cancels=draft is None,
    )
