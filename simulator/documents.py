"""Files of any kind that a bot sends: their bytes, the `file_id` under which each bot knows them, where they are."""

import base64
import hashlib
import mimetypes
from dataclasses import dataclass

from simulator.errors import ASSUMED, SERVER, bad_request
from simulator.model import Bot, Document, Json

MAX_DOCUMENT_BYTES = 50 * 1024 * 1024  #: Bot API, sendDocument


@dataclass(frozen=True)
class Upload:
    name: str
    content: bytes


class Documents:
    def __init__(self) -> None:
        self._by_unique_id: dict[str, Document] = {}
        self._by_file_id: dict[tuple[int, str], Document] = {}
        self._by_path: dict[str, Document] = {}

    def keep(self, upload: Upload) -> Document:
        """Store a file as Telegram would.

        Raises:
            Refusal: empty or too big.
        """
        if not upload.content:
            raise bad_request("file must be non-empty", SERVER)
        if len(upload.content) > MAX_DOCUMENT_BYTES:
            raise bad_request(f"file is too big: {len(upload.content)} bytes, {MAX_DOCUMENT_BYTES} at most", ASSUMED)
        number = len(self._by_unique_id) + 1
        digest = hashlib.sha256(f"document/{number}".encode() + upload.content).digest()
        kind = mimetypes.guess_type(upload.name)[0] or "application/octet-stream"
        document = Document(
            file_unique_id="AgAD" + _letters(digest[:9]),
            name=upload.name,
            kind=kind,
            content=upload.content,
            path=f"documents/file_{number}{upload.name[upload.name.rfind('.') :] if '.' in upload.name else ''}",
        )
        self._by_unique_id[document.file_unique_id] = document
        self._by_path[document.path] = document
        return document

    def for_bot(self, bot: Bot, document: Document) -> Json:
        """The `Document` as this bot reads it (field order of Client.cpp, JsonDocument)."""
        digest = hashlib.sha256(f"{bot.id}:{document.file_unique_id}".encode()).digest()
        file_id = "BQACAgUAAx" + _letters(digest + hashlib.sha256(digest).digest()[:10])
        self._by_file_id[bot.id, file_id] = document
        return {
            "file_name": document.name,
            "mime_type": document.kind,
            "file_id": file_id,
            "file_unique_id": document.file_unique_id,
            "file_size": len(document.content),
        }

    def known_to(self, bot: Bot, file_id: str) -> Document | None:
        """The file behind a file_id this bot was given."""
        return self._by_file_id.get((bot.id, file_id))

    def by_unique_id(self, file_unique_id: str) -> Document | None:
        return self._by_unique_id.get(file_unique_id)

    def at_path(self, path: str) -> Document | None:
        return self._by_path.get(path)


def _letters(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")
