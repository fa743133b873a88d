"""A Bot API call as it arrives: query string, form, multipart or JSON (Bot API, "Making requests")."""

import json
from dataclasses import dataclass, field

from aiohttp import web

from simulator.errors import ASSUMED, SERVER, bad_request
from simulator.model import Json


@dataclass
class Request:
    """The parameters by name, strings unless they came in a JSON body, and the uploaded files by field name."""

    params: Json = field(default_factory=dict)
    uploads: dict[str, bytes] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)  #: what the uploaded files are called


async def read_request(request: web.Request) -> Request:
    """Read the query string, then the body.

    Raises:
        Refusal: 400 if the body is none of the four kinds, or broken.
    """
    found = Request(dict(request.query))
    kind = request.content_type
    if request.method == "GET" or not request.can_read_body:
        return found
    if kind == "application/json":
        found.params.update(_object(await request.text()))
    elif kind == "application/x-www-form-urlencoded":
        form = await request.post()
        found.params.update({name: value for name, value in form.items() if isinstance(value, str)})
    elif kind == "multipart/form-data":
        await _multipart(request, found)
    elif await request.read():
        raise bad_request(f"simulator: a body of type {kind} is not read", ASSUMED)
    return found


def _object(text: str) -> Json:
    try:
        body = json.loads(text) if text.strip() else {}
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise bad_request("can't parse JSON object", SERVER)
    return body


async def _multipart(request: web.Request, found: Request) -> None:
    form = await request.post()
    for name, value in form.items():
        if isinstance(value, str):
            found.params[name] = value
        elif isinstance(value, web.FileField):
            found.uploads[name] = value.file.read()
            found.names[name] = value.filename
        else:
            found.params[name] = value.decode()
