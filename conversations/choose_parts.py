"""Which part of an estate is told: some of its buildings, some of its grids, or both."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.broadcasts import Audience
from bot.messages import Texts
from conversations.questions import Answers, Choice, Context, Option
from conversations.steps import ChooseMany

_GRID = "grid-"  #: before its id, in what was chosen


def options(answers: Answers, context: Context) -> tuple[Option, ...]:
    """Grids by their names, and buildings."""
    grids = tuple(
        Option(
            f"{_GRID}{grid_id}",
            "button-broadcast-grid",
            (name,),
            {"grid": name, "buildings": Texts(tuple(held)), "n": len(held)},
        )
        for grid_id, name, held in answers.get("grids_known") or ()
    )
    return grids + tuple(
        Option(each, "button-words", (each, f"{each}号楼", f"building {each}"), {"words": each})
        for each in answers.get("buildings_known") or ()
    )


def parts(answers: Answers) -> tuple[tuple[str, ...], tuple[tuple[int, str], ...]]:
    """What was chosen of it: buildings, and grids with their names."""
    chosen = answers.get("buildings") or ()
    grids = tuple(
        (int(grid_id), str(name))
        for grid_id, name, _ in answers.get("grids_known") or ()
        if f"{_GRID}{grid_id}" in chosen
    )
    return tuple(each for each in chosen if not each.startswith(_GRID)), grids


def chosen(audience: Audience) -> list[str]:
    """As the answer that chose it."""
    return [*(f"{_GRID}{grid_id}" for grid_id, _ in audience.grids), *audience.buildings]


@dataclass(frozen=True, slots=True)
class ChooseParts(ChooseMany):
    """A grid, whose button is long, has a row of its own."""

    def rows(self, answers: Answers, context: Context) -> tuple[tuple[Choice, ...], ...]:
        whole = super(ChooseParts, self).rows(answers, context)
        grids = len(answers.get("grids_known") or ())
        *options, done = [choice for row in whole for choice in row]
        rest = options[grids:]
        rows: list[tuple[Choice, ...]] = [(each,) for each in options[:grids]]
        rows += [tuple(rest[at : at + self.columns]) for at in range(0, len(rest), self.columns)]
        return (*rows, (done,))
