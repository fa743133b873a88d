"""Two simulated days of twelve residents while the bot is killed: what was confirmed is there once."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.faults.play import play

KILLS = int(os.environ.get("WISHWELL_KILLS", "50"))
SEED = int(os.environ.get("WISHWELL_SEED", "1"))


async def test_what_was_confirmed_survives_every_kill(
    database_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    verdict, figures = await play(database_url, tmp_path, kills=KILLS, seed=SEED)
    with capsys.disabled():
        sys.stdout.write(f"\n{database_url.partition('+')[0]}, {figures}\n")
    if verdict.wrong:
        pytest.fail("\n".join([figures, *verdict.wrong]), pytrace=False)
    assert verdict.ledger.confirmed >= KILLS, f"too little happened: {figures}"
