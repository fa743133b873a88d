"""Both READMEs say the same and nothing that is not there: commands, targets, files, keys."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import typer.main

from bot import __version__
from bot.__main__ import cli
from bot.settings import key_paths
from handlers.routes import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
READMES = ("README.md", "README.zh.md")
DOCUMENTS = (
    *READMES,
    "CHANGELOG.md",
    "CONTEXT.md",
    *(f"docs/decisions/{path.name}" for path in (ROOT / "docs/decisions").glob("*.md")),
)
TARGETS = {"demo", "run", "test", "stories", "check", "faults", "bench"}


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def command_paths(command: Any, path: tuple[str, ...] = ()) -> set[str]:
    """`failed list`, `run`, …: every command that does something."""
    below: dict[str, Any] = getattr(command, "commands", {})
    if not below:
        return {" ".join(path)}
    return {found for name, one in below.items() for found in command_paths(one, (*path, name))}


CLI = command_paths(typer.main.get_command(cli))


def cli_commands_in(words: str) -> set[str]:
    return {line.strip() for line in re.findall(r"python -m bot ((?:[a-z]+ ?){1,2})", words)}


@pytest.mark.parametrize("name", READMES)
def test_every_target_named_exists_and_all_are_named(name: str) -> None:
    named = set(re.findall(r"(?:`|^    |\.\.\. )make ([a-z]+)", text(name), re.MULTILINE))
    assert named == TARGETS
    listed = set(re.findall(r"^([a-z]+):.*## ", text("Makefile"), re.MULTILINE))
    assert listed == TARGETS


@pytest.mark.parametrize("name", READMES)
def test_the_command_line_is_told_whole_and_truly(name: str) -> None:
    assert cli_commands_in(text(name)) == CLI


@pytest.mark.parametrize("name", READMES)
def test_every_chat_command_named_exists(name: str) -> None:
    named = set(re.findall(r"`/([a-z]+)(?:@[^ `]+)?(?: [^`]*)?`", text(name))) - {"newbot"}
    known = {*COMMANDS, "cancel"}
    assert named == known - {"start"}, "Start is pressed, not typed"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_link_into_the_project_leads_somewhere(name: str) -> None:
    folder = (ROOT / name).parent
    links = [link for link in re.findall(r"\]\(([^)\s]+)\)", text(name)) if not link.startswith(("https://", "#"))]
    assert [link for link in links if not (folder / link).exists()] == []


@pytest.mark.parametrize("name", READMES)
def test_every_setting_named_exists(name: str) -> None:
    dotted = {".".join(path) for path in key_paths()}
    named = set(re.findall(r"`((?:telegram|delivery|dialogs|inbox|clock|log|files)\.[a-z_]+)`", text(name)))
    assert named
    assert named <= dotted


def test_both_languages_have_the_same_sections_commands_and_links() -> None:
    english, chinese = (text(name) for name in READMES)
    assert english.count("\n## ") == chinese.count("\n## ")
    assert re.findall(r"^    .+$", english, re.MULTILINE) == re.findall(r"^    .+$", chinese, re.MULTILINE)
    links = [
        sorted(re.findall(r"\]\(([^)\s]+)\)", words.replace("README.zh.md", "README.md")))
        for words in (english, chinese)
    ]
    assert links[0] == links[1]


def test_the_version_is_the_same_everywhere() -> None:
    assert f'version = "{__version__}"' in text("pyproject.toml")
    assert re.search(rf"^## \[{re.escape(__version__)}\]", text("CHANGELOG.md"), re.MULTILINE)
    minor = __version__.rpartition(".")[0]
    assert f"Version {minor} " in text("README.md")
    assert f"{minor} 版" in text("README.zh.md")


def test_every_dependency_is_explained_with_its_licence() -> None:
    explained = text("docs/decisions/0001-the-house-and-its-dependencies.md")
    declared = re.findall(
        r'^  "([a-z][a-z0-9.-]+)(?:\[[a-z]+\])?[><=].*",$|^  "(types-[a-z]+)",$', text("pyproject.toml"), re.MULTILINE
    )
    names = [one or other for one, other in declared]
    assert len(names) > 20
    rows = [line for line in explained.splitlines() if line.startswith("| ")]
    assert [
        name for name in names if not any(re.search(rf"\b{re.escape(name)}\b", row.split("|")[1]) for row in rows)
    ] == []
