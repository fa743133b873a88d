"""Places written as YAML, as rows of a table: a list of mappings; `children` of one lie in it.

Read as plain text throughout: no value becomes a number, a day or an object, and nothing refers to anything else.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import structlog
import yaml

from bot.domain import place_refusals as refusals
from bot.domain import place_rows
from bot.domain.place_rows import Row

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  #: the C one is ten times as fast, where PyYAML has it
_DEEPEST = 24  #: a list and a mapping for each level, and some to spare
_CHILDREN = ("children", "下级", "places", "buildings", "楼")
_MOST_COLUMNS = 20

log = structlog.get_logger(__name__)


def rows_of_yaml(content: bytes) -> list[Row]:
    """The first row names the columns, as in a table.

    Raises:
        PlacesTooBig: see `place_rows.MAX_YAML_BYTES`.
        PlaceAliases: it refers back to its own parts, names types, or nests too deep.
        TooManyPlaceRows: see `place_rows.MOST_ROWS`.
        NotPlaces: it is damaged, or no list of places.
    """
    if len(content) > place_rows.MAX_YAML_BYTES:
        raise refusals.PlacesTooBig(most=place_rows.MAX_YAML_BYTES // 1024)
    try:
        text = content.decode("utf-8-sig")
        _check_plain(text)
        found = yaml.load(text, Loader=_LOADER)
    except (UnicodeDecodeError, yaml.YAMLError, RecursionError) as error:
        log.info("table_damaged", reason=type(error).__name__)
        raise refusals.NotPlaces from None
    return _rows(found)


def _check_plain(text: str) -> None:
    """Raises PlaceAliases; yaml.YAMLError: it is damaged."""
    depth = documents = 0
    for event in yaml.parse(text, Loader=_LOADER):
        match event:
            case yaml.AliasEvent():
                raise refusals.PlaceAliases
            case yaml.DocumentStartEvent():
                documents += 1
            case yaml.CollectionStartEvent():
                depth += 1
            case yaml.CollectionEndEvent():
                depth -= 1
        if depth > _DEEPEST or documents > 1 or getattr(event, "anchor", None) is not None:
            raise refusals.PlaceAliases


def _rows(found: Any) -> list[Row]:
    if isinstance(found, Mapping):  # a list under a name: places: [...]
        lists = [value for key, value in found.items() if str(key).casefold() in _CHILDREN and isinstance(value, list)]
        found = lists[0] if len(lists) == 1 else None
    if not isinstance(found, list):
        raise refusals.NotPlaces
    flat: list[dict[str, str]] = []
    _flatten(found, (), flat)
    columns: list[str] = []
    for cells in flat:
        columns += [name for name in cells if name not in columns]
    if not columns or len(columns) > _MOST_COLUMNS:
        raise refusals.NotPlaces
    return [columns, *([cells.get(name, "") for name in columns] for cells in flat)]


def _flatten(found: list[Any], above: tuple[str, ...], flat: list[dict[str, str]]) -> None:
    for each in found:
        if not isinstance(each, Mapping):
            raise refusals.NotPlaces
        cells, below = _cells(each)
        if above and not any(name in cells for name in place_rows.COLUMNS["parent"]):
            cells["parent"] = "-".join(above)
        if len(flat) > place_rows.MOST_ROWS:
            raise refusals.TooManyPlaceRows(most=place_rows.MOST_ROWS)
        flat.append(cells)
        if below:
            own = next((cells[name] for name in _OWN if cells.get(name)), "")
            _flatten(below, (*above, own), flat)


_OWN = (*place_rows.COLUMNS["code"], *place_rows.COLUMNS["name"])


def _cells(each: Mapping[Any, Any]) -> tuple[dict[str, str], list[Any]]:
    """What is said of it, and what lies in it. Raises NotPlaces."""
    cells: dict[str, str] = {}
    below: list[Any] = []
    for key, value in each.items():
        name = str(key).strip().casefold()
        if isinstance(value, list) and name in _CHILDREN:
            below = value
        elif isinstance(value, str):
            cells[name] = value
        else:
            raise refusals.NotPlaces
    return cells, below
