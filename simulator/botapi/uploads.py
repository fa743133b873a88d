"""Photos, voice notes and documents in calls: uploads, `attach://` names and file_ids; and getFile."""

from simulator.botapi.parameters import Arguments
from simulator.documents import Upload
from simulator.errors import ASSUMED, SERVER, TDLIB, bad_request
from simulator.files import MAX_DOWNLOAD_BYTES, Stored
from simulator.model import Bot, Document, Json, Photo, PhotoSize, Voice
from simulator.world import World


def given_photo(world: World, bot: Bot, arguments: Arguments) -> Photo:
    """The photo of sendPhoto."""
    if "photo" in arguments.uploads:
        return world.files.keep(arguments.uploads["photo"])
    return named_photo(world, bot, arguments.text("photo"), arguments)


def named_photo(world: World, bot: Bot, name: str, arguments: Arguments) -> Photo:
    """A photo by `attach://<upload>`, or by a file_id this bot was given."""
    if name.startswith("attach://"):
        return world.files.keep(_attached(name, arguments, "photo"))
    stored = _known(world, bot, name)
    if not isinstance(stored, PhotoSize):
        raise bad_request("can't use file of type VoiceNote as Photo", TDLIB)
    return world.files.photo_of(stored)


def given_voice(world: World, bot: Bot, arguments: Arguments) -> Voice:
    """The voice note of sendVoice. A known one keeps the duration it was first sent with (assumed)."""
    duration = arguments.number("duration") or None
    name = arguments.text("voice")
    if "voice" in arguments.uploads:
        return world.files.keep_voice(arguments.uploads["voice"], duration=duration)
    if name.startswith("attach://"):
        return world.files.keep_voice(_attached(name, arguments, "voice"), duration=duration)
    stored = _known(world, bot, name)
    if not isinstance(stored, Voice):
        raise bad_request("can't use file of type Photo as VoiceNote", TDLIB)
    return stored


def _attached(name: str, arguments: Arguments, kind: str) -> bytes:
    content = arguments.uploads.get(name.removeprefix("attach://"))
    if content is None:
        raise bad_request(f"there is no {kind} in the request", SERVER)
    return content


def _known(world: World, bot: Bot, name: str) -> Stored:
    if "." in name:  # the server takes any string with a dot for an address; this Telegram has no network
        raise bad_request("failed to get HTTP URL content", SERVER)
    stored = world.files.known_to(bot, name)
    if stored is None:
        raise bad_request("wrong file identifier/HTTP URL specified", SERVER)
    return stored


def given_document(world: World, bot: Bot, arguments: Arguments) -> Document:
    """The document of sendDocument: an upload, `attach://<upload>`, or a file_id this bot was given."""
    name = arguments.text("document")
    field = name.removeprefix("attach://") if name.startswith("attach://") else "document"
    if field in arguments.uploads:
        return world.files.documents.keep(Upload(arguments.names.get(field) or field, arguments.uploads[field]))
    if name.startswith("attach://"):
        raise bad_request("there is no document in the request", SERVER)
    if "." in name:  # as for photos: taken for an address
        raise bad_request("failed to get HTTP URL content", SERVER)
    document = world.files.documents.known_to(bot, name)
    if document is None:
        raise bad_request("wrong file identifier/HTTP URL specified", SERVER)
    return document


def get_file(world: World, bot: Bot, arguments: Arguments) -> Json:
    file_id = arguments.text("file_id")
    if document := world.files.documents.known_to(bot, file_id):
        return _file(file_id, document.file_unique_id, len(document.content), document.path)
    stored = world.files.known_to(bot, file_id)
    if stored is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable", SERVER)
    return _file(file_id, stored.file_unique_id, stored.file_size, stored.path)


def _file(file_id: str, unique_id: str, size: int, path: str) -> Json:
    if size > MAX_DOWNLOAD_BYTES:
        raise bad_request("file is too big", ASSUMED)
    return {"file_id": file_id, "file_unique_id": unique_id, "file_size": size, "file_path": path}
