"""The estates in config.yaml: who speaks for which body, who helps, and what they ask for themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Literal, Self, TypeVar
from zoneinfo import available_timezones

from pydantic import AfterValidator, Field, Strict, model_validator
from pydantic_core import PydanticCustomError

from bot.domain.people import Body, Contact
from bot.domain.places import parse
from bot.domain.triage import Level
from bot.settings.claims import Organisations
from bot.settings.danger import ToCall
from bot.settings.desk import ReadyAnswers
from bot.settings.group import Group, Text, Whole, wrong
from bot.settings.places import LiesIn
from bot.settings.problems import meant
from bot.settings.workdays import WorkdaysOf

#: Accounts of Telegram's own that stand for nobody in particular: anonymous administrators, channels, service messages.
NOBODY_IN_PARTICULAR = frozenset({1087968824, 136817688, 777000})

Language = Literal["zh", "zh-Hant", "en"]


def raise_at(wrong: list[tuple[tuple[str | int, ...], str]]) -> None:
    """Refuse a group whose keys do not fit together; `load` finds the lines of the keys in `at`."""
    if wrong:
        text = "; ".join(message for _, message in wrong)
        raise PydanticCustomError("settings_at", "{text}", {"text": text, "at": wrong})


def _time_zone(value: str) -> str:
    if value not in available_timezones():
        hint = meant(value, available_timezones())
        raise wrong(f"must be the IANA name of a time zone, such as Asia/Shanghai.{hint}")
    return value


def _estate_key(value: str) -> str:
    if not re.fullmatch(r"[a-z][a-z0-9-]{0,15}", value):
        raise wrong("must be 1 to 16 small letters, digits and hyphens, beginning with a letter")
    return value


def _person_id(value: int) -> int:
    if value <= 0:
        raise wrong("must be the id of a person; negative ids are groups")
    if value in NOBODY_IN_PARTICULAR:
        raise wrong("is an account of Telegram's own behind which anybody may stand; list the person's own id")
    return value


def _building(value: str) -> str:
    plain = value.strip().upper()
    building = parse(value).building or (plain if re.fullmatch(r"[0-9A-Z]{1,8}", plain) else None)
    if building is None:
        raise wrong("must be a building's number, such as '3' or 3号楼")
    return building


def _name(value: str) -> str:
    if not value.strip() or len(value) > 60 or "\n" in value:
        raise wrong("must be 1 to 60 characters on one line")
    return value.strip()


Name = Annotated[Text, AfterValidator(_name)]


class SpeakerLine(Group):
    id: Annotated[Whole, AfterValidator(_person_id)]
    name: Name


Listed = TypeVar("Listed", bound=SpeakerLine)


class Bodies(Group):
    committee: tuple[SpeakerLine, ...] = ()
    property: tuple[SpeakerLine, ...] = ()
    owners: tuple[SpeakerLine, ...] = ()

    def lines(self) -> Iterator[tuple[Body, int, SpeakerLine]]:
        """Body, index within it, and line, in the order of the file's keys."""
        for body in (Body.COMMITTEE, Body.PROPERTY, Body.OWNERS):
            listed: tuple[SpeakerLine, ...] = getattr(self, body.value)
            for index, line in enumerate(listed):
                yield body, index, line

    @model_validator(mode="after")
    def _one_body_each(self) -> Self:
        seen: dict[int, Body] = {}
        wrong: list[tuple[tuple[str | int, ...], str]] = []
        for body, index, line in self.lines():
            if (first := seen.setdefault(line.id, body)) is not body:
                message = f"{line.id} speaks for {first} already; one person speaks for one body of an estate"
                wrong.append(((body.value, index, "id"), message))
            elif sum(line.id == other.id for other in getattr(self, body.value)[:index]):
                wrong.append(((body.value, index, "id"), f"{line.id} is listed twice"))
        raise_at(wrong)
        return self


class CaptainLine(SpeakerLine):
    building: Annotated[Text, AfterValidator(_building)] | None = None


def _each_once(value: tuple[Listed, ...]) -> tuple[Listed, ...]:
    ids = [line.id for line in value]
    raise_at([((index, "id"), f"{key} is listed twice") for index, key in enumerate(ids) if key in ids[:index]])
    return value


class Levels(Group):
    sub_district: Annotated[tuple[SpeakerLine, ...], AfterValidator(_each_once)] = ()
    above: Annotated[tuple[SpeakerLine, ...], AfterValidator(_each_once)] = ()

    def contacts(self) -> dict[int, Contact]:
        """By Telegram id; who is listed at both is told as one of the sub-district."""
        lines = [(Level.ABOVE, who) for who in self.above] + [(Level.SUB_DISTRICT, who) for who in self.sub_district]
        return {who.id: Contact(who.id, who.name, level.value) for level, who in lines}


class EstateLine(Group):
    key: Annotated[Text, AfterValidator(_estate_key)]
    name: Name
    time_zone: Annotated[Text, AfterValidator(_time_zone)] = "Asia/Shanghai"
    language: Language | None = None
    answer_within_days: Whole = Field(default=3, ge=1, le=30)
    decide_within_days: Whole = Field(default=8, ge=1, le=60)
    escalate_after_days: Whole = Field(default=1, ge=1, le=30)
    workdays: WorkdaysOf = WorkdaysOf()
    emergency: dict[Literal["fire", "crime", "medical", "despair"], ToCall] = Field(default_factory=dict)
    trial: Annotated[bool, Strict()] = True
    bodies: Bodies = Bodies()
    levels: Levels = Levels()
    lies_in: LiesIn = LiesIn()
    captains: Annotated[tuple[CaptainLine, ...], AfterValidator(_each_once)] = ()
    volunteers: Annotated[tuple[SpeakerLine, ...], AfterValidator(_each_once)] = ()
    mediators: Annotated[tuple[SpeakerLine, ...], AfterValidator(_each_once)] = ()
    experts: Annotated[tuple[SpeakerLine, ...], AfterValidator(_each_once)] = ()
    developer: Annotated[tuple[SpeakerLine, ...], AfterValidator(_each_once)] = ()
    departments: Annotated[tuple[SpeakerLine, ...], AfterValidator(_each_once)] = ()
    organisations: Organisations = ()
    ready_answers: ReadyAnswers = None
    categories: tuple[Text, ...] | None = None
