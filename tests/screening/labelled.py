"""The labelled sentences, as written in sentences.txt."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bot.domain.screening import Concern


@dataclass(frozen=True)
class Sentence:
    words: str
    concerns: frozenset[Concern]


def sentences() -> list[Sentence]:
    lines = Path(__file__).with_name("sentences.txt").read_text(encoding="utf-8").splitlines()
    return [_sentence(line) for line in lines if line.strip() and not line.startswith("#")]


def _sentence(line: str) -> Sentence:
    labels, _, words = line.partition("|")
    return Sentence(words.strip(), frozenset(Concern(label) for label in labels.split() if label != "-"))
