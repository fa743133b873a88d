"""Photos in calls: uploads, `attach://` names and file_ids; and getFile."""

from simulator.botapi.parameters import Arguments
from simulator.errors import ASSUMED, SERVER, bad_request
from simulator.files import MAX_DOWNLOAD_BYTES
from simulator.model import Bot, Json, Photo
from simulator.world import World


def given_photo(world: World, bot: Bot, arguments: Arguments) -> Photo:
    """The photo of sendPhoto."""
    if "photo" in arguments.uploads:
        return world.files.keep(arguments.uploads["photo"])
    return named_photo(world, bot, arguments.text("photo"), arguments)


def named_photo(world: World, bot: Bot, name: str, arguments: Arguments) -> Photo:
    """A photo by `attach://<upload>`, or by a file_id this bot was given."""
    if name.startswith("attach://"):
        content = arguments.uploads.get(name.removeprefix("attach://"))
        if content is None:
            raise bad_request("there is no photo in the request", SERVER)
        return world.files.keep(content)
    if "." in name:  # the server takes any string with a dot for an address; this Telegram has no network
        raise bad_request("failed to get HTTP URL content", SERVER)
    size = world.files.known_to(bot, name)
    if size is None:
        raise bad_request("wrong file identifier/HTTP URL specified", SERVER)
    return world.files.photo_of(size)


def get_file(world: World, bot: Bot, arguments: Arguments) -> Json:
    size = world.files.known_to(bot, arguments.text("file_id"))
    if size is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable", SERVER)
    if size.file_size > MAX_DOWNLOAD_BYTES:
        raise bad_request("file is too big", ASSUMED)
    return {
        "file_id": arguments.text("file_id"),
        "file_unique_id": size.file_unique_id,
        "file_size": size.file_size,
        "file_path": size.path,
    }
