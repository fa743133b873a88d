"""What delivery needs besides `ports`: who composes, who renders, where bytes lie."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from bot.domain.people import Chat
from bot.messages import Attachment, Reply
from bot.ports import Rendered, UnitOfWork


class Composer(Protocol):
    async def __call__(self, slot: str, *, chat: Chat, uow: UnitOfWork, now: datetime) -> Reply | None:
        """What the slot's message says now; None if there is nothing to show any more."""


class DocumentComposer(Protocol):
    async def __call__(self, document: str, *, chat: Chat, uow: UnitOfWork, now: datetime) -> Attachment | None:
        """The file a `Reply.document` names, made now; None if there is nothing to send any more."""


async def no_document(document: str, *, chat: Chat, uow: UnitOfWork, now: datetime) -> Attachment | None:
    """For whoever sends none."""
    return None


class PictureMaker(Protocol):
    async def __call__(self, key: str) -> bool:
        """Draw the picture of the house's own that has this key in `files`. False: it is none, or could not be."""


async def no_picture(key: str) -> bool:
    """For whoever draws none."""
    return False


class Renderer(Protocol):
    def render(self, reply: Reply, *, language: str, caption: bool = False, whole: bool = False) -> Rendered:
        """The reply in this language; with `caption` within the 1024 characters of a caption.

        `whole`: the text of a message as long as it is, perhaps longer than one message holds.
        """


class PhotoBytes(Protocol):
    async def read(self, sha256: str) -> bytes | None:
        """The bytes of this hash; None if they are not there (any more)."""
