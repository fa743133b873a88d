"""Files around broadcasts: what an officer attached, the list of who has not read it, a page for the lobby."""

from __future__ import annotations

import asyncio
import html
import io
from collections.abc import Mapping
from datetime import datetime

import segno

from bot.delivery.contracts import DocumentComposer, PhotoBytes, Renderer
from bot.delivery.plan_files import Printed, Reading, workbook
from bot.domain import formatting
from bot.domain.broadcasts import Broadcast
from bot.domain.people import Chat, Estate
from bot.messages import Attachment, Day, Line, Moment, Term, line
from bot.ports import FileShelf, UnitOfWork
from bot.services import broadcasts as service
from bot.services import homes, roster
from bot.services.broadcast_lines import FILE, LINK, LOBBY, UNREAD, head
from bot.services.plan_files import Cell

_COLUMNS = ("name", "building", "told")
_STYLE = """@page { size: A4; margin: 18mm }
body { font: 20pt/1.6 "Noto Sans CJK SC", "WenQuanYi Zen Hei", "Microsoft YaHei", "PingFang SC", sans-serif;
  margin: 0 auto; max-width: 180mm; color: #111 }
h1 { font-size: 30pt; border-bottom: 3px solid #b00; padding-bottom: 4mm; margin: 0 0 8mm }
.words { white-space: pre-wrap; overflow-wrap: anywhere }
.signed { text-align: right; margin: 10mm 0 }
figure { margin: 0; text-align: center; font-size: 14pt }
svg { width: 52mm; height: 52mm }"""


class BroadcastFiles:
    """Makes files of broadcasts; of any other name it asks whoever comes next. `username`: the bot's."""

    def __init__(
        self,
        renderer: Renderer,
        estates: Mapping[str, Estate],
        shelf: FileShelf,
        folder: PhotoBytes,
        username: str,
        other: DocumentComposer,
    ) -> None:
        self._renderer, self._estates, self._shelf, self._folder = renderer, estates, shelf, folder
        self._username, self._other = username, other

    async def __call__(self, document: str, *, chat: Chat, uow: UnitOfWork, now: datetime) -> Attachment | None:
        name, _, rest = document.partition(":")
        if name == FILE:
            return await self._attached(await uow.broadcasts.get(int(rest)))
        if name not in (UNREAD, LOBBY):
            return await self._other(document, chat=chat, uow=uow, now=now)
        language, _, key = rest.partition(":")
        broadcast = await uow.broadcasts.get(int(key))
        estate = self._estates.get(broadcast.estate_key)
        if estate is None:
            return None
        if name == UNREAD:
            return await self._unread(broadcast, estate, language, uow=uow, now=now)
        return await self._lobby(broadcast, estate, language, uow=uow)

    async def _attached(self, broadcast: Broadcast) -> Attachment | None:
        file = broadcast.content.document
        kept = None if file is None else await self._shelf.get(file.key)
        if file is None or kept is None:
            return None
        content = await self._folder.read(kept.sha256) if kept.sha256 else None
        if content is None and kept.file_id is None:
            return None
        return Attachment(file.name, content or b"", file_id=kept.file_id)

    async def _unread(
        self, broadcast: Broadcast, estate: Estate, language: str, *, uow: UnitOfWork, now: datetime
    ) -> Attachment:
        reading = Reading(self._renderer, language)
        rows: list[tuple[Cell, ...]] = []
        estates = await roster.estates_now(self._estates, uow=uow, now=now)
        by_role = homes.by_role(estates[estate.key])
        for person in await service.unread(broadcast, list(estates.values()), uow):
            known_from = [home for home in await uow.chats.homes_of(person.id) if home.estate_key == estate.key]
            lives_in = {home.place.building for home in known_from} | {by_role.get(person.id)}
            building = "、".join(sorted(each for each in lives_in if each))
            told = await uow.broadcasts.in_chat(broadcast.id, (await uow.chats.private_of(person)).id)
            rows.append((person.name, building, Term(f"broadcast-unread-told-{'yes' if told else 'no'}")))
        number = str(broadcast.number)
        rows.append((Term("broadcast-unread-total"), None, len(rows)))
        table = Printed(
            language=language,
            title=reading.words(line("broadcast-unread-title", number=number)),
            made=reading.words(line("plan-file-made", day=Day(estate.local(now).date()))),
            sheet=reading.words(line("broadcast-unread-sheet"))[:31],
            columns=tuple(reading.words(Line(f"broadcast-unread-column-{name}")) for name in _COLUMNS),
            rows=tuple(reading.row(row) for row in rows),
        )
        return Attachment(f"wishwell-notice-{number}-unread.xlsx", await asyncio.to_thread(workbook, table))

    async def _lobby(self, broadcast: Broadcast, estate: Estate, language: str, *, uow: UnitOfWork) -> Attachment:
        """One page without anything from elsewhere. The code leads whoever scans it to the same words on a phone."""
        reading = Reading(self._renderer, language)
        words = broadcast.content.words
        markup = words.get("en" if language == "en" else "zh") or next(iter(words.values()))
        said = Moment(broadcast.at, estate.time_zone.key)
        signed = line("broadcast-lobby-signed", body=Term(f"body-{broadcast.by.body}"), moment=said)
        audience = broadcast.audience
        groups = await uow.broadcasts.groups_of([estate.key], audience.buildings, audience.grid_ids)
        code = next((group.link_code for group in groups if group.link_code), None)
        page = _page(
            language=language,
            title=reading.words(head(broadcast.by.body.value, emergency=broadcast.emergency)),
            words=formatting.plain(markup),
            signed=f"{estate.name} · {reading.words(signed)}",
            code=_code(f"https://t.me/{self._username}?start={LINK}-{broadcast.id}-{code}") if code else "",
            scan=reading.words(line("broadcast-lobby-scan")),
        )
        return Attachment(f"wishwell-notice-{broadcast.number}.html", page)


def _code(address: str) -> str:
    """A QR code (ISO/IEC 18004) as SVG, readable with a quarter of it torn off."""
    drawn = io.BytesIO()
    segno.make(address, error="q").save(drawn, kind="svg", xmldecl=False, svgns=True, border=2, omitsize=True)
    return drawn.getvalue().decode()


def _page(*, language: str, title: str, words: str, signed: str, code: str, scan: str) -> bytes:
    figure = f"<figure>{code}<figcaption>{html.escape(scan)}</figcaption></figure>" if code else ""
    return f"""<!DOCTYPE html>
<html lang="{html.escape(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{html.escape(title)}</title>
<style>
{_STYLE}
</style>
</head>
<body>
<h1>{html.escape(title)}</h1>
<p class="words">{html.escape(words)}</p>
<p class="signed">{html.escape(signed)}</p>
{figure}
</body>
</html>
""".encode()
