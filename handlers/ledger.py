"""The open ledger: its list and table, an entry with documents, history and questions; publishing and correcting."""

from __future__ import annotations

import re
from datetime import datetime

from bot.domain import errors, ledger, ledger_refusals, ledger_rows
from bot.domain.buttons import number
from bot.domain.house import House
from bot.domain.ledger import Entry
from bot.domain.rights import RIGHTS, Act
from bot.messages import Actor, Command, Press, Reply, Said, Say, Toast, line
from bot.ports import UnitOfWork
from bot.ports.ledger import LedgerFilter
from bot.services import chats, ledger_files, ledger_import, ledger_lines, ledger_questions, standing
from bot.services import ledger as service
from conversations import ask_of_entry, publish_entry
from handlers.beginning import begin

_LONGEST_NUMBER = 9  #: digits
_YEAR = re.compile(r"(?:19|20)\d\d年?")
_CATEGORY = ledger.CATEGORY_KEY


async def on_ledger(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    """`/ledger`, `/ledger 12` for one entry, `/ledger 2026`, `/ledger 电梯`, `/ledger 2026 电梯`."""
    words = " ".join(command.words.split())
    if len(words) > service.MOST_SEARCH_CHARS:
        raise errors.TooLong(max_chars=service.MOST_SEARCH_CHARS, chars=len(words))
    named = words.lstrip("#")
    if named.isdecimal() and not _YEAR.fullmatch(named):
        if len(named) > _LONGEST_NUMBER:
            raise ledger_refusals.EntryNotFound(number=named[:20])
        entry = await service.by_number(actor=command.actor, number=int(named), uow=uow)
        return await show(entry, command.actor, uow=uow)
    return await _list(command.actor, _asked(words, command.actor), page=0, uow=uow)


def _asked(words: str, actor: Actor) -> LedgerFilter:
    """A year, then the name of a category, or words to look for."""
    year, rest = None, words
    first, _, others = words.partition(" ")
    if _YEAR.fullmatch(first):
        year, rest = int(first[:4]), others
    offered = (actor.estate.ledger if actor.estate else ()) or ledger.SHIPPED_CATEGORIES
    category = ledger_rows.category_named(rest, offered)
    return LedgerFilter(year, category, words=None if category else rest or None)


async def _list(actor: Actor, which: LedgerFilter, *, page: int, uow: UnitOfWork, edits: int | None = None) -> Reply:
    found = await service.list_entries(actor=actor, which=which, page=page, uow=uow)
    return ledger_lines.page_of(found, private=actor.chat.private, edits=edits)


async def on_ledger_pressed(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    """A filter or a page: the same message changes."""
    args = press.args
    if len(args) < 3:
        raise errors.UnknownButton
    which = _filter(args[0], args[1])
    words = ":".join(args[3:]).strip()[: service.MOST_SEARCH_CHARS]
    which = LedgerFilter(which.year, which.category, words or None)
    return await _list(press.actor, which, page=number(args, 2), uow=uow, edits=press.message_id)


def _filter(year: str, category: str) -> LedgerFilter:
    """Raises UnknownButton: a forged or foreign one."""
    known_year = year == ledger_lines.ALL or _YEAR.fullmatch(year)
    if not known_year or not _CATEGORY.fullmatch(category):
        raise errors.UnknownButton
    return LedgerFilter(
        None if year == ledger_lines.ALL else int(year[:4]), None if category == ledger_lines.ALL else category
    )


async def on_file(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """The table, into the chat where it was asked for."""
    if len(press.args) != 2:
        raise errors.UnknownButton
    _filter(*press.args)
    estate = standing.estate_allowing(press.actor, Act.READ_LEDGER)
    year, category = press.args
    document = ledger_files.table_document(estate.key, press.actor.language, year=year, category=category)
    file = Reply((line("ledger-file-caption", estate=estate.name),), document=document, silent=True)
    return (Toast("plan-file-comes"), file)


# ---- an entry -------------------------------------------------------------------------------------------------------


async def on_entry_pressed(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    return await show(await _of(press, uow), press.actor, uow=uow)


async def _of(press: Press, uow: UnitOfWork) -> Entry:
    return await service.to_read(actor=press.actor, entry_id=number(press.args, 0), uow=uow)


async def show(entry: Entry, actor: Actor, *, uow: UnitOfWork) -> Reply:
    """All that everybody may know of it."""
    view = await service.view_of(entry, uow)
    zone = standing.estate_of(entry.estate_key, actor).time_zone.key
    return Reply(ledger_lines.view_lines(view, zone=zone), buttons=ledger_lines.view_rows(view, actor), silent=True)


async def open_link(actor: Actor, code: str, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    """By the link under an entry in a group: `<id>-<code of the group>`. Who comes by it lives there from now on.

    Raises:
        StaleDeepLink: a made-up link, or one of a group that is not bound any more.
        EntryGone: see `ledger.to_read`.
    """
    key, _, group = code.partition("-")
    if not key.isdecimal():
        raise errors.StaleDeepLink
    home = await chats.come_by_link(actor=actor, code=group, uow=uow, now=now)
    estate = house.estates.get(home.estate_key or "")
    if estate is None:
        raise errors.StaleDeepLink
    actor = chats.at_home(actor, estate)
    return await show(await service.to_read(actor=actor, entry_id=int(key[:18]), uow=uow), actor, uow=uow)


async def on_see(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Say | tuple[Say, ...]:
    """What stands behind an entry: its documents, its history, questions about it. Not among neighbours."""
    entry = await _of(press, uow)
    standing.require_away_from_neighbours(press.actor)
    what = press.args[1] if len(press.args) > 1 else ""
    match what:
        case "files" if entry.draft.files:
            return _files(entry)
        case "history":
            zone = standing.estate_of(entry.estate_key, press.actor).time_zone.key
            return ledger_lines.history(await service.view_of(entry, uow), zone=zone)
        case "questions":
            page = number(press.args, 2)
            view = await service.view_of(entry, uow)
            turned = len(press.args) > 3
            return ledger_lines.questions(view, page, edits=press.message_id if turned else None)
    raise errors.UnknownButton


def _files(entry: Entry) -> tuple[Say, ...]:
    """Photos in one message, each document in one of its own."""
    files = entry.draft.files
    caption = line("entry-files-of", **ledger_lines.args_of(entry))
    photos = tuple(file.key for file in files if file.is_photo)
    said: list[Say] = [Toast("plan-file-comes")]
    if photos:
        said.append(Reply((caption,), photos=photos, silent=True))
    for position, file in enumerate(files):
        if not file.is_photo:
            said.append(Reply((caption,), document=ledger_files.paper_document(entry, position), silent=True))
    return tuple(said)


# ---- whoever keeps the ledger ---------------------------------------------------------------------------------------


async def on_entry(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> Say | tuple[Say, ...]:
    """Publish one; as the caption of a table, all that are in it."""
    estate, by = service.publisher(command.actor)
    if command.document is not None:
        if not ledger_import.is_table(command.document):
            raise ledger_refusals.NotATable
        return await ledger_import.take(actor=command.actor, document=command.document, uow=uow, now=now)
    given = publish_entry.given(by.body, ledger.categories_of(estate, by.body))
    return await begin(
        publish_entry.PUBLISH_ENTRY, command.actor, given, uow=uow, now=now, house=house, message_id=command.message_id
    )


async def on_correct(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    old, estate, by = await service.to_correct(actor=press.actor, entry_id=number(press.args, 0), uow=uow)
    given = publish_entry.given_correction(old, ledger.categories_of(estate, by.body))
    return await begin(publish_entry.CORRECT_ENTRY, press.actor, given, uow=uow, now=now, house=house)


async def on_ask(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    entry = await ledger_questions.may_ask(actor=press.actor, entry_id=number(press.args, 0), uow=uow)
    return await begin(ask_of_entry.ASK_OF_ENTRY, press.actor, ask_of_entry.given(entry), uow=uow, now=now, house=house)


async def on_answer(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    entry, question = await ledger_questions.to_answer(actor=press.actor, question_id=number(press.args, 0), uow=uow)
    given = ask_of_entry.given_question(entry, question)
    return await begin(ask_of_entry.ANSWER_OF_ENTRY, press.actor, given, uow=uow, now=now, house=house)


async def on_fold(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Toast:
    entry, question = await ledger_questions.fold(actor=press.actor, question_id=number(press.args, 0), uow=uow)
    key = "entry-question-folded" if question.folded else "entry-question-unfolded"
    return Toast(key, {"number": str(entry.number)}, alert=True)


# ---- tables ---------------------------------------------------------------------------------------------------------


async def on_table(said: Said, *, uow: UnitOfWork, now: datetime) -> tuple[Say, ...]:
    """A table from somebody who may publish, where no neighbour reads along; of anything else nothing is said."""
    actor, document = said.actor, said.document
    if document is None or not ledger_import.is_table(document):
        return ()
    homes = [actor.roles, *(foothold.roles for foothold in actor.elsewhere.values() if actor.chat.private)]
    if not any(roles & RIGHTS[Act.RUN_LEDGER] for roles in homes):
        return ()
    return (await ledger_import.take(actor=actor, document=document, uow=uow, now=now),)


async def on_import(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Say | tuple[Say, ...]:
    if len(press.args) != 2 or press.args[1] not in ("yes", "no"):
        raise errors.UnknownButton
    actor, import_id = press.actor, number(press.args, 0)
    if press.args[1] == "no":
        await ledger_import.put_away(actor=actor, import_id=import_id, uow=uow)
        return (Toast("noted"), Reply((line("ledger-table-put-away"),), edits=press.message_id))
    estate, published = await ledger_import.publish(actor=actor, import_id=import_id, uow=uow, now=now)
    done = ledger_import.published_line(estate, published)
    return (Toast("noted"), Reply((done,), edits=press.message_id))
