"""One whole play: stage, fate, verdict, and a line of figures."""

from __future__ import annotations

import time
from pathlib import Path

from tests.faults.fate import Fate
from tests.faults.ledger import Ledger
from tests.faults.stage import staged
from tests.faults.verdict import Verdict


async def play(database_url: str, folder: Path, *, kills: int, seed: int) -> tuple[Verdict, str]:
    """Play it to its end; what is wrong is in the verdict."""
    began = time.monotonic()
    async with staged(database_url, folder, seed_number=seed) as stage:
        ledger = Ledger()
        fate = Fate.of(stage, ledger, kills=kills, seed=seed)
        await fate.runs_its_course()
        verdict = await Verdict.on(stage, ledger)
        figures = (
            f"seed {seed}: {ledger.acts} acts, {ledger.confirmed} confirmed, {ledger.retries} presses repeated; "
            f"{stage.bot.kills} kills, {stage.bot.starts} starts, {fate.troubles} troubles planned; "
            f"{len(verdict.tables['wishes'])} wishes, {len(verdict.tables['answers'])} answers, "
            f"{len(verdict.tables['messages'])} messages, {verdict.duplicates} duplicates; "
            f"{time.monotonic() - began:.0f} s"
        )
    return verdict, figures
