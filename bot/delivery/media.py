"""Photos and voice notes on their way out: which can be sent, and from where."""

from __future__ import annotations

from collections.abc import AsyncIterator, Container, Iterable
from dataclasses import dataclass, field

from bot.delivery.contracts import PhotoBytes, PictureMaker, no_picture
from bot.messages import Reply
from bot.ports import FileShelf


@dataclass(slots=True)
class Media:
    """What Telegram would not have is remembered until the next start."""

    shelf: FileShelf
    photos: PhotoBytes
    pictures: PictureMaker = no_picture
    unusable: set[str] = field(default_factory=set)  #: keys of photos it takes from neither source
    voiceless: set[int] = field(default_factory=set)  #: parcels whose voice note it would not have in their chat
    _stale_ids: set[str] = field(default_factory=set)  #: file_ids Telegram refused

    async def is_usable(self, key: str) -> bool:
        if key in self.unusable:
            return False
        stored = await self.shelf.get(key)
        if stored is None:
            return await self.pictures(key)
        return bool(stored.file_id or stored.sha256)

    async def is_to_be_drawn(self, key: str) -> bool:
        """It is no file of anybody's: a picture of the house's own that is not there yet, or nothing."""
        return key not in self.unusable and await self.shelf.get(key) is None

    async def usable_voice(self, parcel_id: int, reply: Reply) -> str | None:
        if reply.voice is None or parcel_id in self.voiceless or not await self.is_usable(reply.voice):
            return None
        return reply.voice

    async def length_s(self, key: str) -> int:
        stored = await self.shelf.get(key)
        return (stored and stored.length_s) or 1

    async def sources(self, key: str) -> AsyncIterator[str | bytes]:
        """What it can be sent from: Telegram's own copy, else our bytes."""
        stored = await self.shelf.get(key)
        if stored is None:
            return
        if stored.file_id and stored.file_id not in self._stale_ids:
            yield stored.file_id
        if stored.sha256 and (content := await self.photos.read(stored.sha256)) is not None:
            yield content

    async def source(self, key: str, *, but: Container[str | bytes] = ()) -> str | bytes | None:
        """The first it can be sent from; None: there is none but these."""
        async for source in self.sources(key):
            if source not in but:
                return source
        return None

    def stale(self, refused: Iterable[str | bytes]) -> None:
        """Another source was taken: these file_ids are of no use any more."""
        self._stale_ids.update(each for each in refused if isinstance(each, str))
