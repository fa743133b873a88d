"""A config.yaml in a folder of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from textwrap import dedent

import pytest

from bot.settings import Settings, SettingsError

Load = Callable[..., Settings]
Refused = Callable[..., list[str]]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    """Load settings from YAML written here, with nothing in the environment unless given."""

    def load_text(text: str, environ: Mapping[str, str] | None = None) -> Settings:
        path = tmp_path / "config.yaml"
        path.write_text(dedent(text), encoding="utf-8")
        return Settings.load(path, environ or {})

    return load_text


@pytest.fixture
def refused(load: Load) -> Refused:
    """The problems of a YAML text, one string each."""

    def problems_of(text: str, environ: Mapping[str, str] | None = None) -> list[str]:
        with pytest.raises(SettingsError) as caught:
            load(text, environ)
        return [str(problem) for problem in caught.value.problems]

    return problems_of
