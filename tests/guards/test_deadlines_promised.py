"""Every row of the table of deadlines is met in the six weeks of `make faults`, or named there as silent."""

from __future__ import annotations

from handlers.deadlines import DEADLINES
from tests.faults.promised import PROMISED, SILENT, unpromised


def test_every_row_is_promised_or_silent() -> None:
    assert not unpromised()


def test_nothing_is_promised_of_rows_that_are_not_there() -> None:
    assert {each.row for each in PROMISED} | set(SILENT) <= {each.name for each in DEADLINES}
