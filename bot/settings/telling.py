"""What pydantic found wrong, in plain words: which key, what it must be, and what was likely meant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from bot.settings.model import Config
from bot.settings.positions import Loc
from bot.settings.problems import meant, shown


def key_paths() -> Iterator[tuple[str, ...]]:
    """Every key that config.yaml may hold, groups included, list items under the key of their list."""
    yield from _paths_below(Config)


def _paths_below(model: type[BaseModel]) -> Iterator[tuple[str, ...]]:
    for name, about in model.model_fields.items():
        yield (name,)
        if inner := _model_in(about.annotation):
            yield from ((name, *rest) for rest in _paths_below(inner))


def told(details: ErrorDetails) -> Iterator[tuple[Loc, str]]:
    """The way to each key that one of pydantic's errors is about, and the sentence for it."""
    loc, context = details["loc"], details.get("ctx", {})
    if details["type"] == "settings_at":
        yield from (((*loc, *at), f"{_dotted((*loc, *at))}: {message}") for at, message in context["at"])
    elif details["type"] == "extra_forbidden":
        yield loc, _unknown_key(loc)
    elif details["type"] == "missing":
        yield loc, f"{_dotted(loc)} is missing"
    else:
        yield loc, f"{_dotted(loc) or 'the file'} {_wrong_value(details, context)}"


def _wrong_value(details: ErrorDetails, context: Mapping[str, Any]) -> str:
    said, value = shown(details["input"]), details["input"]
    match details["type"]:
        case "settings":
            return f"{context['message']} (it says {said})"
        case "int_type" | "int_parsing" | "int_from_float":
            return f"must be a whole number (it says {said})"
        case "float_type" | "float_parsing":
            return f"must be a number (it says {said})"
        case "string_type":
            quotes = f"; write it in quotes: '{value}'" if isinstance(value, int | float) else ""
            return f"must be words (it says {said}){quotes}"
        case "literal_error":
            known = [word.strip("'") for word in context["expected"].replace(" or ", ", ").split(", ")]
            return f"must be {context['expected']} (it says {said}).{meant(str(value), known)}"
        case "greater_than_equal" | "greater_than" | "less_than_equal" | "less_than":
            return f"{details['msg'].removeprefix('Input ').replace('should be', 'must be')} (it says {said})"
        case "model_type" | "model_attributes_type" | "dict_type":
            return f"must be a group of keys, indented below it (it says {said})"
        case "tuple_type" | "list_type":
            return f"must be a list: lines that begin with a hyphen (it says {said})"
        case "too_short" | "string_too_short":
            return "must not be empty"
        case _:
            return f"is not right: {details['msg']} (it says {said})"


def _unknown_key(loc: Loc) -> str:
    key, around = str(loc[-1]), _known_keys(loc[:-1])
    if hint := meant(key, around):
        return f"{_dotted(loc)} is not a setting.{hint}"
    elsewhere = [path for path in key_paths() if path[-1] == key.lower()]
    if elsewhere:
        return f"{key} does not belong here. Did you mean {'.'.join(elsewhere[0])}?"
    return f"{_dotted(loc)} is not a setting. Known here: {', '.join(around)}."


def _known_keys(loc: Loc) -> tuple[str, ...]:
    model: type[BaseModel] = Config
    for part in loc:
        inner = _model_in(model.model_fields[part].annotation) if isinstance(part, str) else model
        model = inner or model
    return tuple(model.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((model for part in get_args(annotation) if (model := _model_in(part))), None)


def _dotted(loc: Loc) -> str:
    """`estates[0].time_zone`; the lists' indexes count from 0, as in every tool that reads YAML."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in loc).lstrip(".")
