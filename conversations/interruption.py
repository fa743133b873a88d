"""What came in the middle of a dialog, kept in its state until the person says whether to leave."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from typing import Any

from bot.messages import Actor, Command, Document, Photo, Press, Voice


@dataclass(frozen=True, slots=True)
class Pending:
    """A command, or the press of a button that begins something else (then `data` is set)."""

    name: str = ""
    words: str = ""
    message_id: int | None = None
    photo: tuple[str, str] | None = None  #: file_id, unique_id
    data: str | None = None
    voice: dict[str, Any] | None = None  #: a `Voice`, JSON
    topic_id: int | None = None
    hidden: bool = False  #: see `Actor`
    document: dict[str, Any] | None = None  #: a `Document`, JSON

    @classmethod
    def of(cls, came: Command | Press) -> Pending:
        if isinstance(came, Press):
            return cls(data=came.data, message_id=came.message_id)
        photo = (came.photo.file_id, came.photo.unique_id) if came.photo else None
        voice = asdict(came.voice) if came.voice else None
        return cls(
            came.name,
            came.words,
            came.message_id,
            photo,
            voice=voice,
            topic_id=came.topic_id,
            hidden=came.actor.hidden,
            document=asdict(came.document) if came.document else None,
        )

    @property
    def shown(self) -> str:
        """The command as it was typed; empty for a button."""
        return f"/{self.name}" if self.name else ""

    def incoming(self, actor: Actor, *, query_id: str = "") -> Command | Press:
        """What came, to be run now."""
        if self.data is not None:
            return Press(actor, self.data, query_id, self.message_id)
        photo = Photo(*self.photo) if self.photo else None
        voice = Voice(**self.voice) if self.voice else None
        return Command(
            replace(actor, hidden=self.hidden),
            self.name,
            self.words,
            self.message_id or 0,
            photo,
            voice=voice,
            topic_id=self.topic_id,
            document=Document(**self.document) if self.document else None,
        )

    def dumps(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def loads(cls, text: str) -> Pending:
        kept: dict[str, Any] = json.loads(text)
        photo = kept.pop("photo")
        return cls(**kept, photo=tuple(photo) if photo else None)
