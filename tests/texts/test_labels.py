"""What stands on a dialog's button may be typed instead of pressed, in either language."""

from __future__ import annotations

import re

import pytest

from bot.texts.catalog import Catalog
from bot.texts.renderer import Renderer
from conversations import answer_wish, file_for, file_wish, preview, steps
from conversations.controls import LABELS, TYPED, plain
from conversations.questions import Option
from tests.texts.sources import LANGUAGES

_EMOJI = re.compile(r"^\W+")


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer(Catalog.load(strict=True), "wishwell_bot")


def options() -> list[Option]:
    """Those that stand in the dialogs' modules as constants."""
    found = []
    for module in (answer_wish, file_for, file_wish, preview, steps):
        for value in vars(module).values():
            found += [one for one in (value if isinstance(value, tuple) else (value,)) if isinstance(one, Option)]
    return [option for option in found if option.key != "button-words"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("option", options(), ids=lambda option: option.key)
def test_the_label_of_an_option_is_among_its_words(renderer: Renderer, option: Option, language: str) -> None:
    label = _EMOJI.sub("", renderer.words(option.key, language))
    assert option.is_said(plain(label))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("control", LABELS)
def test_the_label_of_a_control_is_understood(renderer: Renderer, control: str, language: str) -> None:
    assert plain(renderer.words(LABELS[control], language)) in TYPED[control]
