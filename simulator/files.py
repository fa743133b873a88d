"""Photos and voice notes: what was uploaded, under which `file_id` each bot knows it, what a download gives.

Telegram scales a photo to a list of sizes; here every size carries the bytes as posted, so a size tells a smaller width
than its picture has. A `file_id` belongs to one bot, a `file_unique_id` is the same for all (Bot API, PhotoSize,
Voice).
"""

import base64
import hashlib

from simulator.documents import Documents
from simulator.errors import ASSUMED, MTPROTO, SERVER, STRICTER, bad_request
from simulator.model import Bot, Json, Photo, PhotoSize, Voice
from simulator.pictures import dimensions
from simulator.voices import length_s

#: Longest edges Telegram offers (core.telegram.org/api/files, photo size types s, m, x, y, w).
EDGES = (90, 320, 800, 1280, 2560)
MAX_PHOTO_BYTES = 10 * 1024 * 1024  #: Bot API, sendPhoto
MAX_SIDES = 10_000  #: width and height together, same place
MAX_RATIO = 20
MAX_VOICE_BYTES = 50 * 1024 * 1024  #: Bot API, sendVoice
MAX_DOWNLOAD_BYTES = 20 * 1024 * 1024  #: Bot API, getFile

Stored = PhotoSize | Voice


class Files:
    def __init__(self) -> None:
        self._sizes: dict[str, tuple[Photo, PhotoSize]] = {}  #: by file_unique_id
        self._by_file_id: dict[tuple[int, str], str] = {}
        self._voices: dict[str, Voice] = {}  #: by file_unique_id
        self._by_path: dict[str, Stored] = {}
        self.documents = Documents()
        self._count = 0

    def keep(self, content: bytes) -> Photo:
        """Store a picture as Telegram would.

        Raises:
            Refusal: not an image, too big, or of an impossible shape.
        """
        if not content:
            raise bad_request("file must be non-empty", SERVER)
        if len(content) > MAX_PHOTO_BYTES:
            raise bad_request(f"file is too big: {len(content)} bytes, {MAX_PHOTO_BYTES} at most", ASSUMED)
        shape = dimensions(content)
        if shape is None or 0 in shape:
            raise bad_request("IMAGE_PROCESS_FAILED", MTPROTO)
        width, height = shape
        if width + height > MAX_SIDES or max(shape) > MAX_RATIO * min(shape):
            raise bad_request("PHOTO_INVALID_DIMENSIONS", MTPROTO)
        self._count += 1
        photo = Photo(sizes=[self._size(content, edge, shape) for edge in _edges(max(shape))])
        for size in photo.sizes:
            self._sizes[size.file_unique_id] = (photo, size)
            self._by_path[size.path] = size
        return photo

    def _size(self, content: bytes, edge: int, shape: tuple[int, int]) -> PhotoSize:
        width, height = shape
        scale = min(1.0, edge / max(shape))
        digest = hashlib.sha256(f"{self._count}/{edge}".encode() + content).digest()
        return PhotoSize(
            file_unique_id="AQAD" + _letters(digest[:9]),
            width=max(1, round(width * scale)),
            height=max(1, round(height * scale)),
            file_size=len(content),
            content=content,
            path=f"photos/file_{self._count}_{edge}.{_extension(content)}",
        )

    def keep_voice(self, content: bytes, *, duration: int | None = None, file_size: int | None = None) -> Voice:
        """Store a voice note. `duration`: seconds, as its sender states them (Bot API, Voice), else as they are.

        `file_size`: what it is said to weigh, for notes that are too large to be made.

        Raises:
            Refusal: empty, too big, or no Ogg Opus. Telegram also takes MP3 and M4A; nobody here sends them (assumed).
        """
        if not content:
            raise bad_request("file must be non-empty", SERVER)
        if len(content) > MAX_VOICE_BYTES:
            raise bad_request(f"file is too big: {len(content)} bytes, {MAX_VOICE_BYTES} at most", ASSUMED)
        seconds = length_s(content)
        if seconds is None:
            raise bad_request("simulator: a voice note is an OGG file encoded with OPUS", STRICTER)
        self._count += 1
        digest = hashlib.sha256(f"{self._count}/voice".encode() + content).digest()
        voice = Voice(
            file_unique_id="AgAD" + _letters(digest[:9]),
            duration=duration if duration is not None else seconds,
            mime_type="audio/ogg",
            file_size=file_size or len(content),
            content=content,
            path=f"voice/file_{self._count}.oga",
        )
        self._voices[voice.file_unique_id] = self._by_path[voice.path] = voice
        return voice

    def voice_for(self, bot: Bot, voice: Voice) -> Json:
        """The `Voice` as this bot reads it; from now on it may use this id."""
        file_id = file_id_for(bot, voice.file_unique_id, "AwACAgUAAx")
        self._by_file_id[bot.id, file_id] = voice.file_unique_id
        return {
            "duration": voice.duration,
            "mime_type": voice.mime_type,
            "file_id": file_id,
            "file_unique_id": voice.file_unique_id,
            "file_size": voice.file_size,
        }

    def sizes_for(self, bot: Bot, photo: Photo) -> list[Json]:
        """The `PhotoSize` list as this bot reads it; from now on it may use these ids."""
        return [self._for_bot(bot, size) for size in photo.sizes]

    def _for_bot(self, bot: Bot, size: PhotoSize) -> Json:
        file_id = file_id_for(bot, size.file_unique_id)
        self._by_file_id[bot.id, file_id] = size.file_unique_id
        return {
            "file_id": file_id,
            "file_unique_id": size.file_unique_id,
            "width": size.width,
            "height": size.height,
            "file_size": size.file_size,
        }

    def known_to(self, bot: Bot, file_id: str) -> Stored | None:
        """What is behind a file_id this bot was given: one size of a photo, or a voice note."""
        unique = self._by_file_id.get((bot.id, file_id))
        return self.by_unique_id(unique) if unique else None

    def photo_of(self, size: PhotoSize) -> Photo:
        return self._sizes[size.file_unique_id][0]

    def by_unique_id(self, file_unique_id: str) -> Stored | None:
        found = self._sizes.get(file_unique_id)
        return found[1] if found else self._voices.get(file_unique_id)

    def at_path(self, path: str) -> Stored | None:
        return self._by_path.get(path)

    def forget(self, bot: Bot, file_id: str) -> None:
        """The id is good for nothing any more, as happens to old ones."""
        self._by_file_id.pop((bot.id, file_id), None)


def file_id_for(bot: Bot, file_unique_id: str, kind: str = "AgACAgUAAx") -> str:
    digest = hashlib.sha256(f"{bot.id}:{file_unique_id}".encode()).digest()
    return kind + _letters(digest + hashlib.sha256(digest).digest()[:10])


def _edges(longest: int) -> list[int]:
    smaller = [edge for edge in EDGES if edge < longest]
    return [*smaller, min(longest, EDGES[-1])] if longest <= EDGES[-1] else [*EDGES]


def _extension(content: bytes) -> str:
    return "png" if content.startswith(b"\x89PNG") else "jpg"


def _letters(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")
