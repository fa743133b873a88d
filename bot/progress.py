"""How far long work at a terminal is: a bar on stderr where somebody looks at it, plain lines where none does.

Never on stdout, which may be piped or kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

_PARTS = 10  #: plain lines of work whose steps have no names: no more, so that logs stay readable


class Work:
    """Some work under way; whoever does it says of each step that it is done."""

    def step(self, about: str = "", *, by: int = 1) -> None:
        """So many steps more are done. `about`: what the last of them was."""
        raise NotImplementedError


class _Bar(Work):
    def __init__(self, progress: Progress, task: TaskID, what: str, *, still: bool) -> None:
        self._progress, self._task, self._what, self._still = progress, task, what, still

    def step(self, about: str = "", *, by: int = 1) -> None:
        words = f"{self._what}: {about}" if about else self._what
        self._progress.update(self._task, advance=by, description=words, refresh=self._still)


class _Lines(Work):
    def __init__(self, console: Console, what: str, total: int | None) -> None:
        self._console, self._what, self._total = console, what, total
        self._done = self._told = 0

    def step(self, about: str = "", *, by: int = 1) -> None:
        self._done += by
        parts = _PARTS * self._done // self._total if self._total else 0
        if not about and parts == self._told:
            return
        self._told = parts
        far = f"{self._done} of {self._total}" if self._total else str(self._done)
        words = f"{self._what}: {about} ({far})" if about else f"{self._what}: {far}"
        self._console.print(words, markup=False, highlight=False, soft_wrap=True)


@contextmanager
def shown(
    what: str, *, total: int | None = None, still: bool = False, console: Console | None = None
) -> Iterator[Work]:
    """Show this work until it ends; the bar goes with it.

    `total`: of steps; None: nobody knows, and the bar says that something moves. `still`: it is drawn at each step
    alone, so that nothing of it is measured along with the work. `console`: stderr unless given.
    """
    console = console or Console(stderr=True)
    if not console.is_terminal:
        yield _Lines(console, what, total)
        return
    counted = (BarColumn(), TextColumn("{task.completed}/{task.total}")) if total else ()
    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), *counted, TimeElapsedColumn())
    with Progress(
        *columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False, auto_refresh=not still
    ) as progress:
        yield _Bar(progress, progress.add_task(what, total=total), what, still=still)
