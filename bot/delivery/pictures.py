"""Pictures of the house's own, drawn when a message first shows them, and kept like those people sent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from bot.delivery.contracts import Renderer
from bot.domain.charts import Chart, Shown, Week
from bot.domain.people import Estate
from bot.messages import Line, Reply, line
from bot.ports import FileShelf, Painter, UnitsOfWork
from bot.services import bulletins
from bot.services.bulletins import Drawing
from bot.texts.fitting import plain


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
        async with self._units.reading() as uow:
            drawing = await bulletins.drawing_of(key, self._estates, uow)
        if drawing is None:
            return False
        content = await self._painter.paint(await self._chart(drawing))
        if content is None:
            return False
        await self._shelf.own(key, sha256=await self._folder.write(content), size_bytes=len(content))
        return True

    async def _chart(self, drawing: Drawing) -> Chart:
        def words(said: Line) -> str:
            return plain(self._renderer.render(Reply((said,)), language=drawing.language).text)

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
