"""A file to send: from where Telegram has it already, else from its bytes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Protocol

import structlog

from bot.messages import Attachment
from bot.ports import MayNotWrite, MessageLost, Rejected

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
