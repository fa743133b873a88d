"""What was confirmed, and what falls due by itself, is there once however often the bot is killed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.faults.play import play
from tests.faults.telling import play_telling
from tests.faults.weeks import play_weeks

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


async def test_what_falls_due_happens_once_whatever_is_killed(
    database_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong, figures = await play_weeks(database_url, tmp_path, kills=KILLS, seed=SEED)
    with capsys.disabled():
        sys.stdout.write(f"\n{database_url.partition('+')[0]}, {figures}\n")
    if wrong:
        pytest.fail("\n".join([figures, *wrong]), pytrace=False)


async def test_everybody_is_told_what_is_broadcast_whatever_is_killed(
    database_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong, figures = await play_telling(database_url, tmp_path, kills=min(KILLS, 20), seed=SEED)
    with capsys.disabled():
        sys.stdout.write(f"\n{database_url.partition('+')[0]}, {figures}\n")
    if wrong:
        pytest.fail("\n".join([figures, *wrong]), pytrace=False)
