"""docs/rights.md says what the table of rights says: `python -m bot rights` prints it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.domain.rights import BARRED, RIGHTS, Act, Role
from bot.texts import rights_page
from bot.texts.catalog import Catalog

PAGE = Path(__file__).resolve().parents[2] / "docs" / "rights.md"


def test_the_page_is_as_it_is_printed() -> None:
    assert PAGE.read_text() == rights_page.page(Catalog.load()), "print it anew: python -m bot rights > docs/rights.md"


@pytest.mark.parametrize("at", range(len(rights_page.LANGUAGES)))
def test_every_cell_of_the_page_is_that_of_the_table(at: int) -> None:
    """Read from the page itself, in each language."""
    table = re.split(r"^# ", PAGE.read_text(), flags=re.MULTILINE)[1:][at]
    rows = [[cell.strip() for cell in row.split("|")[1:-1]] for row in table.splitlines() if row.startswith("|")]
    assert len(rows[0]) == len(Role) + 1
    assert len(rows) == len(Act) + 2
    assert len({row[0] for row in rows}) == len(rows), "no two rows are called the same"
    assert len(set(rows[0])) == len(rows[0]), "nor two columns"
    for act, row in zip(Act, rows[2:], strict=True):
        for role, cell in zip(rights_page.COLUMNS, row[1:], strict=True):
            assert (cell == "✓") == (role in RIGHTS[act]), (act, role)
            assert (cell == "✗") == (role in BARRED.get(act, frozenset())), (act, role)
