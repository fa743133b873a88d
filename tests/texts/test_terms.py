"""What bodies are called, from a file of the house's own; what is wrong with it is told with its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.texts import terms
from bot.texts.catalog import Catalog
from tests.texts.sources import FOLDER, LANGUAGES, written

ROOT = FOLDER.parents[1]
NAMES = {
    "zh": ("居委会", "物业", "业委会", "群管理"),
    "en": ("committee", "property office", "moderator"),
}
LANGUAGES_OF_TEXTS = Catalog.load().languages


@pytest.mark.parametrize("path", sorted((ROOT / "docs/terms").glob("*.yaml")), ids=lambda path: path.stem)
def test_the_files_that_come_along_can_be_used(path: Path) -> None:
    names = terms.load(path, languages=LANGUAGES_OF_TEXTS)
    catalog = Catalog.load(terms=names, strict=True)
    assert catalog.text("body-committee", {}, "zh-Hant") == names["zh-Hant"]["committee"]
    assert names["zh-Hant"]["committee"] in catalog.text("hello", {}, "zh-Hant")
    assert catalog.text("button-committee-only", {}, "en").startswith(names["en"]["committee"][:1].upper())
    assert catalog.text("body-committee", {}, "zh") == "居委会"


def test_a_name_may_begin_with_any_sign(tmp_path: Path) -> None:
    path = tmp_path / "terms.yaml"
    path.write_text("zh:\n  committee: '[\"楼\"\\委员会]'\n", encoding="utf-8")
    catalog = Catalog.load(terms=terms.load(path, languages=("zh",)), strict=True)
    assert catalog.text("body-committee", {}, "zh") == '["楼"\\委员会]'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("zh: [a]", "below zh only these are expected: committee, property, owners, moderator"),
        ("zh: {comittee: 居委}", "below zh only these are expected"),
        ("fr: {committee: comité}", "'fr' is no language of the texts"),
        ("zh: {committee: ''}", "zh.committee must be 1 to 24 plain characters"),
        ("zh: {committee: '{ $x }'}", "zh.committee must be 1 to 24 plain characters"),
        ("zh: {committee: 7}", "zh.committee must be 1 to 24 plain characters"),
        ("[]", "languages are expected"),
        ("zh: {", "is no YAML"),
    ],
)
def test_what_is_wrong_with_it_is_told(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "terms.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(terms.BadTerms, match=r"terms\.yaml") as refused:
        terms.load(path, languages=LANGUAGES_OF_TEXTS)
    assert told in str(refused.value)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(terms.BadTerms, match="cannot be read"):
        terms.load(tmp_path / "nowhere.yaml", languages=LANGUAGES_OF_TEXTS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_says_the_bodies_by_their_terms(language: str) -> None:
    """Else a house's own names would stand in some texts and not in others."""
    said = {
        text.key: name
        for text in written(language).values()
        for run in text.runs
        for name in NAMES[language]
        if name in re.sub(r"/[a-z]+", "", run.lower()).replace("物业费", "")  # commands keep their names
    }
    assert said == {}
