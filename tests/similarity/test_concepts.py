"""The file of concepts: what a steward may write, and what is told where it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.similarity import Lexicon, Sort
from bot.domain.similarity.lexicon import tokens_of
from bot.texts.concepts import ConceptsRefused, load, shipped, standing


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "concepts.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def meant(words: str, lexicon: Lexicon) -> set[str]:
    return {
        meaning.name for piece in lexicon.pieces(words) for meaning in piece.meanings if meaning.sort is not Sort.IDLE
    }


def test_a_steward_adds_a_thing(tmp_path: Path) -> None:
    lexicon = load(written(tmp_path, "things:\n  pond: {scope: estate, zh: 鱼池 水池, en: pond / fish pond}\n"))
    assert meant("鱼池脏了", lexicon) == {"pond"}
    assert meant("The fish ponds are dirty", lexicon) == {"pond"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("things: [a]", "things"),
        ("nonsense: {}", "nothing else"),
        ("things:\n  pond: {scope: planet, zh: 池}", "pond: scope"),
        ("things:\n  pond: {scope: local}", "pond: has no words"),
        ("things:\n  pond: {zh: 池, fr: étang}", "pond: knows"),
        ("things:\n  pond: {zh: 3}", "pond: zh"),
        ("things:\n  pond: {zh: 池}\nmatters:\n  pond: {zh: 脏}", "same name"),
        ("opposites: [[hot, cold]]", "two matters"),
        ("akin: hot", "list of pairs"),
        ("things:\n  pond: {en: a very long name of a thing that nobody would ever say}", "pond"),
        ("things: {", "concepts.yaml"),
    ],
)
def test_a_mistake_is_told_with_its_entry(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(ConceptsRefused, match=told):
        load(written(tmp_path, text))


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConceptsRefused, match=r"none\.yaml"):
        load(tmp_path / "none.yaml")


@pytest.mark.parametrize(
    ("words", "concepts"),
    [
        ("水管漏水", {"pipe", "leak"}),
        ("热水不热", {"hot-water", "not-heating"}),
        ("電梯壞了", {"lift", "dead"}),
        ("The lights aren't working", {"lamp", "dead"}),
        ("想看电影", set()),
    ],
)
def test_the_longest_expression_wins(words: str, concepts: set[str]) -> None:
    assert meant(words, shipped()) == concepts


@pytest.mark.parametrize(
    ("one", "other"),
    [("lights", "light"), ("stopped", "stop"), ("leaking", "leak"), ("dates", "date"), ("isn't", "is not")],
)
def test_endings_do_not_matter(one: str, other: str) -> None:
    assert tokens_of(one) == tokens_of(other)


def test_a_stewards_own_file_is_laid_over_the_shipped_one(tmp_path: Path) -> None:
    own = """
things:
  lamp: {zh: 吸顶盘, en: downlight}
  koi-pool: {scope: estate, zh: 锦鲤缸}
matters:
  mud-coloured: {zh: 发稠}
akin: [[mud-coloured, dirty]]
idle: {zh: 劳驾, en: kindly}
"""
    lexicon = standing(written(tmp_path, own))
    assert meant("吸顶盘和灯", lexicon) == {"lamp"}
    assert meant("downlights and lamps", lexicon) == {"lamp"}
    assert meant("劳驾，锦鲤缸发稠", lexicon) == {"koi-pool", "mud-coloured"}
    assert frozenset({"mud-coloured", "dirty"}) in lexicon.akin
    assert len(lexicon.concepts) == len(shipped().concepts) + 2
    assert lexicon.scopes["lamp"] is shipped().scopes["lamp"]
    assert standing(None) is shipped()


@pytest.mark.parametrize(
    ("own", "told"),
    [
        ("things: [a]", "things"),
        ("nonsense: {}", "nothing else"),
        ("- a", "nothing else"),
        ("things:\n  lamp: {scope: planet}", "lamp: scope"),
        ("things:\n  dead: {zh: 池}", "same name"),
        ("akin: [[dead, no-such-thing]]", "two matters"),
        ("akin: hot", "list of pairs"),
        ("matters:\n  murky: {zh: 3}", "murky: zh"),
        ("things: {", "concepts.yaml"),
    ],
)
def test_a_mistake_in_their_own_file_is_told_with_its_entry(tmp_path: Path, own: str, told: str) -> None:
    with pytest.raises(ConceptsRefused, match=told):
        standing(written(tmp_path, own))


def test_an_empty_file_of_ones_own_changes_nothing(tmp_path: Path) -> None:
    assert standing(written(tmp_path, "# nothing yet\n")).concepts == shipped().concepts
