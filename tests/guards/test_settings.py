"""Every setting is explained in config.yaml, stands there with its default, and is read by something in the bot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.domain.people import Body
from bot.settings import DEFAULT_PATH, Settings, key_paths
from bot.settings.model import Config

ROOT = Path(__file__).resolve().parents[2]
TEXT = DEFAULT_PATH.read_text(encoding="utf-8")
KEYS = list(key_paths())

AS_SPEAKERS = (
    "property",
    "owners",
    "volunteers",
    "mediators",
    "sub_district",
    "above",
    "experts",
    "developer",
    "departments",
)

#: Read under another name: as part of an object, or through a property.
READ_AS = {
    **dict.fromkeys(("city", "district", "community"), "lies_in"),
    **dict.fromkeys(("stairwell", "household"), "level_names"),
    "base_file_url": "file_url",
    "folder": "path",
    "terms_file": "terms_path",
    "lexicon_file": "lexicon_path",
    "estates": "estates_by_key",
    **dict.fromkeys(("fire", "crime", "medical", "despair", "innocent", "number", "zh", "en"), "watch"),
    "flag_again_after_min": "flag_again_after",
    "answer_hold_min": "answer_hold",
    "reopen_within_days": "reopen_within",
    **dict.fromkeys(("country", "off", "working"), "workdays"),
    **dict.fromkeys(("levels", "sub_district", "above"), "contacts"),
    "ask_again_after_days": "ask_again_after",
    "known_after_days": "known_after",
    "ids": "organisations",
    "services": "directory",
    "review_on": "review_month",
    "needed_from": "deliberate_from",
    **dict.fromkeys(("experts", "developer", "departments"), "panel"),
    **dict.fromkeys(("id", "name", "bodies", "committee", "property", "owners"), "speakers"),
}


def keys_in(node: yaml.Node, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], int]]:
    """Every key of a YAML text with the index of its line."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield (*path, key.value), key.start_mark.line
            yield from keys_in(value, (*path, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from keys_in(item, path)


WRITTEN = dict(keys_in(yaml.compose(TEXT, Loader=yaml.SafeLoader)))


def example_of(key: str, *, keys: int, nth: int = 0) -> str:
    """The line `# key:` and the commented lines of its example's keys, without their marks; the `nth` such example."""
    lines = TEXT.splitlines()
    start = [index for index, line in enumerate(lines) if re.fullmatch(rf"\s*#\s+{key}:", line)][nth]
    block = [lines[start + offset].strip().removeprefix("#") for offset in range(keys + 1)]
    return "\n".join(block)


def example_speakers() -> str:
    return example_of("committee", keys=2)


def example_captains() -> str:
    return example_of("captains", keys=3)


def example_categories() -> str:
    return example_of("categories", keys=5)


def example_ledger_categories() -> str:
    return example_of("categories", keys=4, nth=1)


def example_organisations() -> str:
    return example_of("organisations", keys=2)


@pytest.mark.parametrize("path", KEYS, ids=".".join)
def test_every_setting_stands_in_the_file_with_its_explanation(path: tuple[str, ...]) -> None:
    if path[-2:-1] == ("committee",):
        assert re.search(rf"^\s*(- )?{path[-1]}: .*#", example_speakers(), re.MULTILINE), "explained in the example"
    elif path[-2:-1] == ("captains",):
        assert re.search(rf"^\s*(- )?{path[-1]}: .*#", example_captains(), re.MULTILINE), "explained in the example"
    elif path[:-1] == ("categories",):
        assert re.search(rf"^\s*(- )?{path[-1]}: .*#", example_categories(), re.MULTILINE), "explained in the example"
    elif path[:-1] == ("ledger", "categories"):
        assert re.search(rf"^\s*(- )?{path[-1]}: .*#", example_ledger_categories(), re.MULTILINE)
    elif path[-2:-1] == ("organisations",):
        assert re.search(rf"^\s*(- )?{path[-1]}: .*#", example_organisations(), re.MULTILINE), (
            "explained in the example"
        )
    elif path[0] == "estates" and path[-2:-1] in {(name,) for name in AS_SPEAKERS}:
        assert ("estates", "bodies", "committee", path[-1]) in KEYS, "as in the example of the committee"
    else:
        lines = TEXT.splitlines()
        line = WRITTEN[path]
        assert "#" in lines[line - 1] or lines[line - 1].strip().startswith("#"), f"nothing explains {'.'.join(path)}"


def test_the_file_holds_nothing_but_settings() -> None:
    assert set(WRITTEN) <= set(KEYS)


def test_the_example_of_speakers_is_right() -> None:
    bodies: dict[str, Any] = yaml.safe_load(example_speakers())
    config = Config.model_validate({"estates": [{"key": "home", "name": "Home", "bodies": bodies}]})
    assert [who.name for who in config.estates_by_key()["home"].speakers.values()] == ["王主任"]


def test_the_example_of_captains_is_right() -> None:
    captains: dict[str, Any] = yaml.safe_load(example_captains())
    config = Config.model_validate({"estates": [{"key": "home", "name": "Home", **captains}]})
    (captain,) = config.estates_by_key()["home"].captains.values()
    assert (captain.name, captain.building) == ("李姐", "3")


def test_the_example_of_categories_is_right() -> None:
    config = Config.model_validate(
        {"estates": [{"key": "home", "name": "Home"}], **yaml.safe_load(example_categories())}
    )
    lift, repair, other = config.estates_by_key()["home"].categories
    assert (lift.category.value, lift.zh, lift.en, lift.words) == ("lift", "🛗 电梯", "🛗 Lift", ("电梯", "升降机"))
    assert (repair.category.value, repair.zh, other.category.value) == ("repair", None, "other")


def test_the_example_of_the_ledgers_categories_is_right() -> None:
    named: dict[str, Any] = yaml.safe_load(example_ledger_categories())
    both = {"categories": [*named["categories"], {"key": "affairs", "bodies": ["committee"]}]}
    config = Config.model_validate({"estates": [{"key": "home", "name": "Home"}], "ledger": both})
    fund, affairs = config.estates_by_key()["home"].ledger
    assert (fund.key, fund.zh, fund.en, fund.bodies) == ("lift-fund", "电梯基金", "Lift fund", (Body.OWNERS,))
    assert (affairs.zh, affairs.bodies) == (None, (Body.COMMITTEE,))
    for wrong in (named, {"categories": []}, {"categories": [{"key": "own"}]}, {"categories": [{"key": "all"}]}):
        with pytest.raises(ValueError, match=r"must|publish"):
            Config.model_validate({"estates": [{"key": "home", "name": "Home"}], "ledger": wrong})


def test_the_example_of_organisations_is_right() -> None:
    listed: dict[str, Any] = yaml.safe_load(example_organisations())
    config = Config.model_validate({"estates": [{"key": "home", "name": "Home", **listed}]})
    (organisation,) = config.estates_by_key()["home"].organisations.values()
    assert (organisation.name, organisation.telegram_id) == ("绿园超市", 123456789)


def test_the_file_shows_the_defaults() -> None:
    assert Settings.load(DEFAULT_PATH, {}).model_dump(exclude={"secrets"}) == Config().model_dump()


@pytest.mark.parametrize("name", ["BOT_TOKEN", "DATABASE_URL"])
def test_secrets_are_explained_and_not_set(name: str) -> None:
    assert re.search(rf"^#\s+{name}\s+\S", TEXT, re.MULTILINE)
    assert not re.search(rf"^[^#]*{name}", TEXT, re.MULTILINE)


@pytest.mark.parametrize("path", KEYS, ids=".".join)
def test_every_setting_is_read_by_the_bot(path: tuple[str, ...]) -> None:
    name = READ_AS.get(path[-1], path[-1])
    readers = [file for file in (ROOT / "bot").rglob("*.py") if "settings" not in file.parts]
    assert any(re.search(rf"\.{name}\b", file.read_text(encoding="utf-8")) for file in readers), (
        f".{name} is read nowhere"
    )
