"""What the bot knows of a person, for themselves: in their private chat, and as a file made when it is sent."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.domain.people import Chat
from bot.domain.personal import Section
from bot.messages import Actor, Attachment
from bot.ports import UnitOfWork
from bot.services import standing

DOCUMENT = "mydata"
FORMAT, VERSION = "wishwell-mydata", 1  #: docs/mydata.md explains the keys of this version


async def of(*, actor: Actor, uow: UnitOfWork) -> Sequence[Section]:
    """All that is stored of the actor.

    Raises:
        OnlyInPrivate: neighbours would read along.
    """
    standing.require_private(actor)
    return await uow.person_data.sections(actor.person)


def document_of(person_id: int) -> str:
    """The name under which a `Reply` asks for the file."""
    return f"{DOCUMENT}:{person_id}"


async def compose(document: str, *, chat: Chat, uow: UnitOfWork, now: datetime) -> Attachment | None:
    """The file, as things stand now. None: it is not this chat's person, or they were forgotten meanwhile."""
    kind, _, person_id = document.partition(":")
    if kind != DOCUMENT or not chat.private:
        return None
    person = await uow.people.get(int(person_id))
    if person.telegram_id != chat.telegram_id:
        return None
    sections = await uow.person_data.sections(person)
    content = json.dumps(as_json(sections, now=now), ensure_ascii=False, indent=2)
    return Attachment(f"wishwell-mydata-{now:%Y-%m-%d}.json", content.encode())


def as_json(sections: Sequence[Section], *, now: datetime) -> dict[str, Any]:
    """See docs/mydata.md. Every section is a list of rows; a row's keys are the columns it is stored in."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "made_at": now.isoformat(),
        **{section.name: [dict(entry.values) for entry in section.entries] for section in sections},
    }
