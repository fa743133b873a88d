"""No table with a person in it is forgotten: `bot/store/personal.py` says who is in each, and what becomes of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from sqlalchemy import BigInteger, CheckConstraint, Column, ForeignKey, MetaData, Table, Text

from bot.store.person_data import kind_of
from bot.store.personal import DECLARED
from bot.store.personal_kinds import DELETE, KEEP, Blank, ByHand, Delete, Nobody, Personal, Trace
from bot.store.tables import metadata
from bot.store.types import JsonText
from bot.texts.catalog import Catalog
from handlers.own_data import NOT_ON_THE_PAGE

ROOT = Path(__file__).resolve().parents[2]
#: Columns of text that hold names of ours, never anything a person wrote or is called.
NAMES_OF_OURS = {"estate_key", "language", "client_language", "owner", "dialog", "step", "trail", "name", "error"}
_NAMES_SOMEBODY = ("telegram_id", "person_key")


def complaints(tables: MetaData, declared: Mapping[str, Personal | Nobody]) -> list[str]:
    """What is not declared, or not wholly."""
    found = [f"{name}: is not declared in bot/store/personal.py" for name in set(tables.tables) - set(declared)]
    found += [f"{name}: is declared, but there is no such table" for name in set(declared) - set(tables.tables)]
    for table in tables.sorted_tables:
        if table.name in declared:
            found += _of_table(table, declared[table.name])
    return sorted(found)


def _of_table(table: Table, entry: Personal | Nobody) -> list[str]:
    traces = entry.traces if isinstance(entry, Personal) else ()
    named = {trace.by for trace in traces}
    found = [f"{table.name}.{name}: there is no such column" for name in {*named, *entry.stays} - set(table.c.keys())]
    for column in table.c:
        if _leads_to_a_person(column) and column.name not in named and not _is_own_id(table, column):
            found.append(f"{table.name}.{column.name}: leads to a person and no trace follows it")
        if _may_hold_words(table, column) and not _is_dealt_with(table, column, entry):
            found.append(f"{table.name}.{column.name}: may hold words; what becomes of them, or why do they stay?")
    return found


def _leads_to_a_person(column: Column[object]) -> bool:
    return any(key.target_fullname == "people.id" for key in column.foreign_keys) or column.name.endswith(
        _NAMES_SOMEBODY
    )


def _is_own_id(table: Table, column: Column[object]) -> bool:
    return table.name in ("people", "chats") and column.name == "telegram_id"


def _may_hold_words(table: Table, column: Column[object]) -> bool:
    """Text that no constraint confines to a few values, and that is no name of ours or key of another table."""
    if not isinstance(column.type, Text | JsonText) or column.name in NAMES_OF_OURS - _own_names(table):
        return False
    confined = {str(each.name).removesuffix("_known").removeprefix(f"ck_{table.name}_") for each in table.constraints
                if isinstance(each, CheckConstraint) and str(each.name).endswith("_known")}  # fmt: skip
    return column.name not in confined


def _own_names(table: Table) -> set[str]:
    """A column `name` is somebody's where the row is a person, or leads to one."""
    return {"name"} if table.name == "people" or any(_leads_to_a_person(column) for column in table.c) else set()


def _is_dealt_with(table: Table, column: Column[object], entry: Personal | Nobody) -> bool:
    if column.name in entry.stays:
        return True
    if isinstance(entry, Nobody):
        return False
    through = {kind_of(table, trace.by) for trace in entry.traces if _deals_with(trace, column.name)}
    of_a_wish = any(key.target_fullname == "wishes.id" for each in table.c for key in each.foreign_keys)
    return bool(through) and (not of_a_wish or "wishes" in through)


def _deals_with(trace: Trace, column: str) -> bool:
    return isinstance(trace.then, Delete | ByHand) or (isinstance(trace.then, Blank) and column in trace.then.values)


def test_every_table_says_who_is_in_it_and_what_becomes_of_them() -> None:
    assert complaints(metadata, DECLARED) == []


def _planted(*columns: Column[object], name: str = "planted") -> MetaData:
    tables = MetaData()
    for known in ("people", "wishes"):
        Table(known, tables, Column("id", BigInteger, primary_key=True))
    Table(name, tables, Column("id", BigInteger, primary_key=True), *columns)
    return tables


_WISH, _PERSON = "wishes.id", "people.id"
_WITHOUT = {"people": Nobody(""), "wishes": Nobody("")}


@pytest.mark.parametrize(
    ("columns", "entry", "complaint"),
    [
        ((), None, "is not declared"),
        ((Column("asked_by", ForeignKey("people.id")),), Nobody("nobody"), "asked_by: leads to a person"),
        ((Column("flagger_telegram_id", BigInteger),), Nobody("nobody"), "flagger_telegram_id: leads to a person"),
        ((Column("transcript", Text),), Nobody("nobody"), "transcript: may hold words"),
        ((Column("person_id", ForeignKey("people.id")), Column("note", JsonText)),
         Personal((Trace("person_id", KEEP, "why"),), "long"), "note: may hold words"),
        ((Column("wish_id", ForeignKey(_WISH)), Column("person_id", ForeignKey(_PERSON)), Column("said", Text)),
         Personal((Trace("person_id", DELETE, "why"),), "long"), "said: may hold words"),
        ((), Nobody("nobody", stays={"words": "none"}), "words: there is no such column"),
    ],
)  # fmt: skip
def test_this_guard_bites(columns: tuple[Column[object], ...], entry: Personal | Nobody | None, complaint: str) -> None:
    declared = {**_WITHOUT, **({"planted": entry} if entry else {})}
    assert any(complaint in each for each in complaints(_planted(*columns), declared))


def test_this_guard_lets_the_right_ones_pass() -> None:
    columns = (
        Column("wish_id", ForeignKey("wishes.id")),
        Column("person_id", ForeignKey("people.id")),
        Column("said", Text),
    )
    entry = Personal((Trace("person_id", DELETE, "why"), Trace("wish_id", DELETE, "why")), "long")
    assert complaints(_planted(*columns), {**_WITHOUT, "planted": entry}) == []


def test_every_reason_is_given() -> None:
    for name, entry in DECLARED.items():
        assert all(entry.stays.values()), name
        if isinstance(entry, Personal):
            assert entry.kept_for, name
            assert all(trace.why for trace in entry.traces), name
        else:
            assert entry.why, name


def _sections() -> list[str]:
    return [
        trace.section
        for entry in DECLARED.values()
        if isinstance(entry, Personal)
        for trace in entry.traces
        if trace.section
    ]


def test_every_section_is_named_once_told_on_the_page_and_explained() -> None:
    sections = _sections()
    assert len(set(sections)) == len(sections)
    explained = (ROOT / "docs/mydata.md").read_text(encoding="utf-8")
    catalog = Catalog.load(strict=True)
    for section in sections:
        assert f"| `{section}` |" in explained, f"{section} is not explained in docs/mydata.md"
        if section not in NOT_ON_THE_PAGE:
            for language in catalog.languages:
                assert catalog.text(f"mydata-section-{section.replace('_', '-')}", {"n": 2}, language)


def test_every_row_of_a_person_is_shown_to_them() -> None:
    """By one trace at least, whatever else the table knows; what has none says of nobody more than another row does."""
    unseen = {name for name, entry in DECLARED.items()
              if isinstance(entry, Personal) and not any(trace.section for trace in entry.traces)}  # fmt: skip
    assert unseen == {"slots", "forgotten"}, "slots repeat what messages tell; forgotten names nobody"
