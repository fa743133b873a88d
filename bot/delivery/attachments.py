"""A file or an album to send: from where Telegram has it already, else from its bytes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Protocol

import structlog

from bot.delivery.media import Media
from bot.delivery.on_the_way import MediumUnusable, Progress
from bot.messages import Attachment
from bot.ports import MayNotWrite, MessageLost, Rejected, TopicLost

log = structlog.get_logger(__name__)


class Send(Protocol):
    def __call__(self, *, file: Attachment) -> Awaitable[int]:
        """The id of the message."""


class Paced(Protocol):
    def __call__(self, call: Callable[[], Awaitable[int]], *, patient: bool = False) -> Awaitable[int]:
        """Make the call when it may be made. `patient`: another was made in vain already."""


async def from_where_it_is(file: Attachment, send: Send, paced: Paced, *, parcel_id: int) -> int:
    """Send it; the id of the message. Telegram may know a file_id no more: then the bytes are sent, if there are any.

    Raises: what `send` and `paced` raise.
    """
    try:
        return await paced(partial(send, file=file))
    except (MessageLost, MayNotWrite):
        raise
    except Rejected as error:
        if file.file_id is None or not file.content:
            raise
        log.warning("file_refused", parcel_id=parcel_id, kind="file_id", reason=error.reason)
        return await paced(partial(send, file=Attachment(file.name, file.content)), patient=True)


class SendAlbum(Protocol):
    def __call__(self, *, photos: Sequence[str | bytes]) -> Awaitable[Sequence[int]]:
        """The ids of its messages."""


class PacedAlbum(Protocol):
    def __call__(
        self, call: Callable[[], Awaitable[Sequence[int]]], *, patient: bool = False
    ) -> Awaitable[Sequence[int]]:
        """As `Paced`."""


async def send_album(
    keys: Sequence[str], send: SendAlbum, paced: PacedAlbum, *, media: Media, progress: Progress, parcel_id: int
) -> Sequence[int]:
    """Send the photos of these keys as one; the ids of its messages.

    Raises:
        MediumUnusable: Telegram takes them from neither. And what `send` and `paced` raise.
    """
    while True:
        sources = [await media.source(key, but=progress.refused) for key in keys]
        photos = [source for source in sources if source is not None]
        if len(photos) < len(keys):
            media.unusable.update(keys)
            raise MediumUnusable
        try:
            return await paced(partial(send, photos=photos), patient=bool(progress.refused))
        except (MessageLost, MayNotWrite, TopicLost):
            raise
        except Rejected as error:
            log.warning("file_refused", parcel_id=parcel_id, kind="album", reason=error.reason)
            progress.refused.update(photos)
