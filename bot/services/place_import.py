"""Places out of a file: an officer sends it, it is read once its bytes are here, and taken over after a last look."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain import place_refusals, place_rows, place_tree
from bot.domain.buttons import data
from bot.domain.errors import Refused
from bot.domain.people import Body, Estate
from bot.domain.place_changes import Addition, Change, Changes, changes
from bot.domain.place_rows import Row, Sheet, Words
from bot.domain.place_tree import BELOW, Grid, Tree, folded
from bot.messages import Actor, Button, Document, Line, Reply, Term, Texts, line
from bot.ports import UnitOfWork
from bot.ports.ledger import LedgerImport
from bot.ports.place_tree import PlaceImport
from bot.services import place_tree as service
from bot.services.place_lines import place_arg

MOST_PROBLEMS = 12  #: named one by one; the rest is counted
MOST_SHOWN = 8  #: places and grids as they would be
_KILOBYTE = 1024


def is_file(document: Document) -> bool:
    """By its name: whatever is inside is looked at when it is here."""
    return document.name.lower().endswith(place_rows.ENDINGS)


def is_for_places_alone(document: Document) -> bool:
    """Tables may be of the ledger as well."""
    return document.name.lower().endswith((".yaml", ".yml"))


def most_bytes(name: str) -> int:
    yaml = name.lower().endswith((".yaml", ".yml"))
    return place_rows.MAX_YAML_BYTES if yaml else place_rows.MAX_BYTES


def words_of(estate: Estate) -> Words:
    return Words((estate.name, estate.key), estate.surroundings.called)


async def take(*, actor: Actor, document: Document, uow: UnitOfWork, now: datetime) -> Reply:
    """Take a file in; what it says is told once its bytes are here.

    Raises:
        NotPlaces: another kind of file.
        PlacesTooBig: see `most_bytes`.
        OnlyInPrivate, NotAllowed: see `place_tree.estate_to_keep`.
    """
    estate = service.estate_to_keep(actor)
    if not is_file(document):
        raise place_refusals.NotPlaces
    if (document.size_bytes or 0) > most_bytes(document.name):
        raise place_refusals.PlacesTooBig(most=most_bytes(document.name) // _KILOBYTE)
    name = document.name[-100:]
    await uow.place_trees.take_file(
        estate_key=estate.key,
        chat_id=actor.chat.id,
        person_id=actor.person.id,
        language=actor.language,
        file=await uow.files.keep(document),
        name=name,
        now=now,
    )
    return Reply((line("places-file-taken", name=name),), silent=True)


async def taken_as_a_table(
    table: LedgerImport, rows: Sequence[Row], *, estates: Mapping[str, Estate], uow: UnitOfWork, now: datetime
) -> bool:
    """Whether a table that was sent without a word is one of places, of somebody who keeps them: then it goes on as
    that."""
    estate = estates.get(table.estate_key)
    person = await uow.people.get(table.person_id)
    speaker = None if estate is None else estate.speakers.get(person.telegram_id)
    if speaker is None or speaker.body is not Body.COMMITTEE or place_rows.head_of(rows) is None or table.file is None:
        return False
    said = {"estate_key": table.estate_key, "name": table.name, "language": table.language, "file": table.file}
    import_id = await uow.place_trees.take_file(chat_id=table.chat_id, person_id=table.person_id, **said, now=now)
    await uow.ledger.forget_table(table.id)
    await read(await uow.place_trees.lock_file(import_id), rows, estates=estates, uow=uow, now=now)
    return True


async def read(
    file: PlaceImport,
    rows: Sequence[Row] | Refused,
    *,
    estates: Mapping[str, Estate],
    uow: UnitOfWork,
    now: datetime,
) -> None:
    """Say what the file would change, and which rows cannot be used; nothing is changed yet.

    `rows`: its cells as text, or why it could not be read.
    """
    estate = estates.get(file.estate_key)
    person = await uow.people.get(file.person_id)
    speaker = None if estate is None else estate.speakers.get(person.telegram_id)
    if estate is None or speaker is None or speaker.body is not Body.COMMITTEE:  # no officer any more
        await _forget(file, uow)
        return
    try:
        if isinstance(rows, Refused):
            raise rows
        tree = await uow.place_trees.tree(estate.key)
        sheet, found = plan(rows, estate, tree)
    except Refused as refused:
        await _forget(file, uow)
        lines = (line("places-file-refused", name=file.name), Line(refused.text_key(), dict(refused.variables)))
        await uow.outbox.say(file.chat_id, Reply(lines), language=file.language)
        return
    if found.any:
        await uow.place_trees.file_read(file.id, rows, shown=mark_of(sheet, found))
        await _discard(file, uow)
    else:
        await _forget(file, uow)
    await uow.outbox.say(file.chat_id, look(file, sheet, found), language=file.language)


def plan(rows: Sequence[Row], estate: Estate, tree: Tree) -> tuple[Sheet, Changes]:
    """What the file says, and what it would change.

    Raises:
        NoPlacesHead, TooManyPlaceRows, …: see `place_rows.read`.
    """
    sheet = place_rows.read(rows, tree=tree, words=words_of(estate))
    return sheet, changes(sheet.places, sheet.grids, tree=tree)


def mark_of(sheet: Sheet, found: Changes) -> str:
    """What was shown of it, so that a press on something else is noticed."""
    parts = (
        *(f"+{place_tree.written(each.path)}" for each in found.added),
        *(f"~{place_tree.written(each.node.path)}" for each in found.changed),
        *(f"g{each.name}" for each in found.new_grids),
        *(f"c{grid.id}{closed}" for grid, closed in found.changed_grids),
    )
    return hashlib.sha256("\n".join((str(len(sheet.problems)), *parts)).encode()).hexdigest()[:32]


async def _forget(file: PlaceImport, uow: UnitOfWork) -> None:
    await uow.place_trees.forget_file(file.id)
    await _discard(file, uow)


async def _discard(file: PlaceImport, uow: UnitOfWork) -> None:
    if file.file is not None:
        await uow.person_data.discard_photos({file.file})


def look(file: PlaceImport, sheet: Sheet, found: Changes, *, edits: int | None = None) -> Reply:
    """What it would change, and what not, before anything is."""
    lines = told(file.name, sheet, found)
    if not found.any:
        return Reply(tuple(lines), edits=edits)
    lines.append(line("places-look-not-yet"))
    rows = (
        (Button("button-places-take", data("place-import", file.id, "yes")),),
        (Button("button-places-not", data("place-import", file.id, "no")),),
    )
    return Reply(tuple(lines), buttons=rows, edits=edits)


def told(name: str, sheet: Sheet, found: Changes, *, most_problems: int = MOST_PROBLEMS) -> list[Line]:
    """As `look`, without buttons. `most_problems`: so many are named one by one."""
    lines = [line("places-look-head", name=name)]
    added = tuple(
        Term(f"place-count-{level}", {"n": found.added_of(level)}) for level in BELOW if found.added_of(level)
    )
    if found.new_grids:
        added = (*added, Term("place-count-grid", {"n": len(found.new_grids)}))
    if added:
        lines.append(line("places-look-added", counts=Texts(added)))
        lines += _examples(found)
    if changed := len(found.changed) + len(found.changed_grids):
        lines.append(line("places-look-changed", n=changed))
        lines += [_changed(each) for each in found.changed[:MOST_SHOWN]]
        lines += [_changed_grid(grid, closed) for grid, closed in found.changed_grids[:MOST_SHOWN]]
        if changed > MOST_SHOWN:
            lines.append(line("places-look-more", n=changed - MOST_SHOWN))
    if found.unchanged:
        lines.append(line("places-look-unchanged", n=found.unchanged))
    for problem in sheet.problems[:most_problems]:
        lines.append(line("places-look-row", row=str(problem.row)))
        lines.append(Line(problem.refused.text_key(), dict(problem.refused.variables)))
    if len(sheet.problems) > most_problems:
        lines.append(line("places-look-more-rows", n=len(sheet.problems) - most_problems))
    if not found.any:
        lines.append(line("places-look-nothing" if not sheet.problems else "places-look-mend"))
    elif sheet.problems:
        lines.append(line("places-look-left-out", n=len(sheet.problems)))
    return lines


def _examples(found: Changes) -> list[Line]:
    """The first of the largest, and grids by their names: a slip of the pen makes one."""
    lines = [line("places-look-place", place=place_arg(each.path, each.level)) for each in found.added[:MOST_SHOWN]]
    lines += [line("places-look-grid", grid=each.name) for each in found.new_grids[:MOST_SHOWN]]
    more = max(0, len(found.added) - MOST_SHOWN) + max(0, len(found.new_grids) - MOST_SHOWN)
    return [*lines, line("places-look-more", n=more)] if more else lines


def _changed(change: Change) -> Line:
    """The weightiest of what changes."""
    place = place_arg(change.node.path, change.node.level)
    if change.closed is not None:
        return line("places-look-closes" if change.closed else "places-look-opens", place=place)
    if change.grid is not None:
        return line("places-look-moves", place=place, grid=change.grid)
    return line("places-look-names", place=place, name=change.name or "")


def _changed_grid(grid: Grid, closed: bool) -> Line:
    return line("places-look-closes" if closed else "places-look-opens", place=grid.name)


async def _mine(actor: Actor, import_id: int, uow: UnitOfWork) -> tuple[Estate, PlaceImport]:
    """Raises PlacesImportGone: taken over, put away, somebody else's; and what `place_tree.estate_to_keep` raises."""
    service.estate_to_keep(actor)
    try:
        file = await uow.place_trees.lock_file(import_id)
    except LookupError:
        raise place_refusals.PlacesImportGone from None
    estate = actor.estate_named(file.estate_key)
    if file.person_id != actor.person.id or file.rows is None or estate is None:
        raise place_refusals.PlacesImportGone
    return estate, file


async def take_over(
    *, actor: Actor, import_id: int, uow: UnitOfWork, now: datetime
) -> tuple[Estate, Changes, Reply | None]:
    """Change all that was shown, once. Where the tree changed meanwhile, nothing yet: the reply shows what it would be.

    Raises:
        PlacesImportGone: see `_mine`.
        PlacesAsBefore: nothing is left to change.
        OnlyInPrivate, NotAllowed: see `place_tree.estate_to_keep`.
    """
    key = service.estate_to_keep(actor).key
    await hold(key, uow=uow)
    estate, file = await _mine(actor, import_id, uow)
    tree = await uow.place_trees.tree(estate.key)
    sheet, found = plan(file.rows or (), estate, tree)
    if not found.any:
        await uow.place_trees.forget_file(file.id)
        return estate, found, look(file, sheet, found)
    if mark_of(sheet, found) != file.shown:
        await uow.place_trees.file_read(file.id, file.rows or (), shown=mark_of(sheet, found))
        return estate, found, look(file, sheet, found)
    await apply(estate, tree, found, uow=uow, now=now)
    await uow.place_trees.forget_file(file.id)
    return estate, found, None


def taken_line(estate: Estate, found: Changes) -> Line:
    added, changed = len(found.added) + len(found.new_grids), len(found.changed) + len(found.changed_grids)
    return line("places-taken", estate=estate.name, added=added, changed=changed)


async def hold(estate_key: str, *, uow: UnitOfWork) -> None:
    """Nobody else changes this estate's places until the unit of work ends."""
    await uow.alone(f"places {estate_key}")


async def apply(estate: Estate, tree: Tree, found: Changes, *, uow: UnitOfWork, now: datetime) -> None:
    """Change all of it, in a tree that is as `plan` saw it."""
    grids = {folded(grid.name): grid.id for grid in tree.grids.values()}
    for new in found.new_grids:
        grid = await uow.place_trees.add_grid(estate.key, new.name, closed_at=now if new.closed else None)
        grids[folded(grid.name)] = grid.id
    for grid, closed in found.changed_grids:
        await uow.place_trees.save_grid(replace(grid, closed_at=now if closed else None))
    added: Sequence[Addition] = found.added
    await uow.place_trees.add(estate.key, added, now=now)
    for change in found.changed:
        node = change.node
        if change.name is not None:
            node = replace(node, name=change.name)
        if change.grid is not None:
            node = replace(node, grid_id=grids[folded(change.grid)])
        if change.closed is not None:
            node = replace(node, closed_at=now if change.closed else None)
        await uow.place_trees.save(node)


async def put_away(*, actor: Actor, import_id: int, uow: UnitOfWork) -> None:
    """Raises PlacesImportGone, OnlyInPrivate, NotAllowed."""
    _, file = await _mine(actor, import_id, uow)
    await uow.place_trees.forget_file(file.id)


# ---- files that nothing comes of ------------------------------------------------------------------------------------


async def any_due(*, uow: UnitOfWork, now: datetime) -> bool:
    late = await uow.place_trees.files_before(now - place_rows.GIVE_UP_AFTER, unread=True)
    return bool(late or await uow.place_trees.files_before(now - place_rows.KEPT_FOR, unread=False))


async def meet(*, uow: UnitOfWork, now: datetime) -> int:
    """Say of which files nothing came; forget what nobody took over for a day. Returns how many were due."""
    late = await uow.place_trees.files_before(now - place_rows.GIVE_UP_AFTER, unread=True)
    for file in late:
        await _forget(file, uow)
        said = Reply((line("places-file-lost", name=file.name),))
        await uow.outbox.say(file.chat_id, said, language=file.language)
    old = await uow.place_trees.files_before(now - place_rows.KEPT_FOR, unread=False)
    for file in old:
        await _forget(file, uow)
    return len(late) + len(old)
