"""The settings of the danger words: what is listened for, and whom to call."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Annotated

from pydantic import AfterValidator, Field

from bot.domain import danger_words
from bot.domain.danger import Danger as Kind
from bot.domain.danger import Watch
from bot.settings.group import Group, Text, Whole, wrong


def _to_call(value: str) -> str:
    if not re.fullmatch(r"\+?[0-9][0-9 -]{1,18}", value):
        raise wrong("must be a number to call, such as '119', in quotes")
    return value.strip()


ToCall = Annotated[Text, AfterValidator(_to_call)]


def _said(value: str) -> str:
    if len(value.replace("*", "").strip()) < 2:
        raise wrong("must be at least two characters: a shorter word is in too many others")
    return value.strip()


Word = Annotated[Text, AfterValidator(_said)]


class WordLists(Group):
    zh: tuple[Word, ...] = ()
    en: tuple[Word, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        return self.zh + self.en


class OneDanger(WordLists):
    number: ToCall


class Fire(OneDanger):
    number: ToCall = "119"
    zh: tuple[Word, ...] = danger_words.FIRE_ZH
    en: tuple[Word, ...] = danger_words.FIRE_EN


class Crime(OneDanger):
    number: ToCall = "110"
    zh: tuple[Word, ...] = danger_words.CRIME_ZH
    en: tuple[Word, ...] = danger_words.CRIME_EN


class Medical(OneDanger):
    number: ToCall = "120"
    zh: tuple[Word, ...] = danger_words.MEDICAL_ZH
    en: tuple[Word, ...] = danger_words.MEDICAL_EN


class Despair(OneDanger):
    number: ToCall = "12356"
    zh: tuple[Word, ...] = danger_words.DESPAIR_ZH
    en: tuple[Word, ...] = danger_words.DESPAIR_EN


class Innocent(WordLists):
    zh: tuple[Word, ...] = danger_words.INNOCENT_ZH
    en: tuple[Word, ...] = danger_words.INNOCENT_EN


class Danger(Group):
    fire: Fire = Fire()
    crime: Crime = Crime()
    medical: Medical = Medical()
    despair: Despair = Despair()
    innocent: Innocent = Innocent()
    flag_again_after_min: Whole = Field(default=10, ge=1, le=1440)

    @property
    def watch(self) -> Watch:
        """As the rules know it."""
        lists: dict[Kind, OneDanger] = {
            Kind.FIRE: self.fire,
            Kind.CRIME: self.crime,
            Kind.MEDICAL: self.medical,
            Kind.DESPAIR: self.despair,
        }
        return Watch(
            words={kind: one.words for kind, one in lists.items()},
            innocent=self.innocent.words,
            numbers={kind: one.number for kind, one in lists.items()},
            flag_again_after=timedelta(minutes=self.flag_again_after_min),
        )
