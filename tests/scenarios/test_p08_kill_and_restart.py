"""A small helping of `make faults`: the bot as a process of its own, killed in the middle of what people do."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.play import play


async def test_what_was_confirmed_survives_three_kills(sqlite_url: str, tmp_path: Path) -> None:
    verdict, figures = await play(sqlite_url, tmp_path, kills=3, seed=11)
    if verdict.wrong:
        pytest.fail("\n".join([figures, *verdict.wrong]), pytrace=False)
    assert verdict.ledger.confirmed >= 3, figures
