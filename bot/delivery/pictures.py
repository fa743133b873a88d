"""Pictures of the house's own, drawn when a message first shows them, and kept like those people sent."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Protocol

from bot.delivery.contracts import Renderer
from bot.domain.charts import Bar, Chart, Figure, Panel, Picture, Sheet, Shown, Week
from bot.domain.people import Estate
from bot.messages import Line, Reply, Spot, Term, line
from bot.ports import FileShelf, Painter, UnitsOfWork
from bot.services import bulletins, report_drawings
from bot.services.bulletins import Drawing
from bot.services.report_drawings import ReportDrawing
from bot.texts.fitting import plain

_NO_LETTERS = frozenset({"So", "Sk", "Cf", "Mn"})  #: Unicode: signs, their colours, what joins and changes them


class Folder(Protocol):
    """Bytes by their hash."""

    async def read(self, sha256: str) -> bytes | None: ...
    async def write(self, content: bytes) -> str: ...


class Pictures:
    """Called with the key of a picture that nobody has: True once it is drawn and kept.

    Two processes that draw the same one keep the same bytes.
    """

    def __init__(
        self,
        units: UnitsOfWork,
        shelf: FileShelf,
        folder: Folder,
        painter: Painter,
        renderer: Renderer,
        estates: Mapping[str, Estate],
    ) -> None:
        self._units, self._shelf, self._folder, self._painter = units, shelf, folder, painter
        self._renderer, self._estates = renderer, estates

    async def __call__(self, key: str) -> bool:
        picture = await self._picture(key)
        content = None if picture is None else await self._painter.paint(picture)
        if content is None:
            return False
        await self._shelf.own(key, sha256=await self._folder.write(content), size_bytes=len(content))
        return True

    async def _picture(self, key: str) -> Picture | None:
        async with self._units.reading() as uow:
            report = await report_drawings.drawing_of(key, self._estates, uow)
            drawing = await bulletins.drawing_of(key, self._estates, uow)
        if report is not None:
            return self._sheet(report)
        return None if drawing is None else await self._chart(drawing)

    def _words(self, said: Line, language: str) -> str:
        return plain(self._renderer.render(Reply((said,)), language=language).text)

    def _sheet(self, report: ReportDrawing) -> Sheet:
        def words(said: Line) -> str:
            return _drawable(self._words(said, report.language))

        def label(of: Spot | Term) -> str:
            return words(line("report-label", what=of))

        return Sheet(
            title=words(report.title),
            about=words(report.about),
            figures=tuple(Figure(words(what), words(value)) for what, value in report.figures),
            panels=tuple(
                Panel(words(panel.title), tuple(Bar(label(of), n) for of, n in panel.bars)) for panel in report.panels
            ),
        )

    async def _chart(self, drawing: Drawing) -> Chart:
        def words(said: Line) -> str:
            return self._words(said, drawing.language)

        weeks = tuple(
            Week(words(line("chart-week", month=day.month, day=day.day)), filed, done)
            for day, filed, done in drawing.weeks
        )
        photos = [
            Shown(words(line("chart-photo", number=str(number))), content)
            for number, key in drawing.photos
            if (content := await self._bytes(key)) is not None
        ]
        return Chart(
            title=words(line("chart-title", place=drawing.place)),
            filed=words(line("chart-filed")),
            done=words(line("chart-done")),
            weeks=weeks,
            photos=tuple(photos),
        )

    async def _bytes(self, key: str) -> bytes | None:
        stored = await self._shelf.get(key)
        return None if stored is None or stored.sha256 is None else await self._folder.read(stored.sha256)


def _drawable(words: str) -> str:
    """Without the little pictures that people put before names: the font has letters alone."""
    return "".join(sign for sign in words if unicodedata.category(sign) not in _NO_LETTERS).strip()
