"""The settings as frozen models. `config.yaml` explains each key in place; a guard holds the two together."""

from __future__ import annotations

import re
from datetime import time, timedelta
from pathlib import Path
from typing import Annotated, Literal, Self, get_args
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Field, Strict, model_validator

from bot.domain.attention import Courtesy
from bot.domain.daily import DailyLimits
from bot.domain.people import Captain, Estate, Mediator, Speaker, Volunteer
from bot.settings.broadcasts import BroadcastSettings
from bot.settings.bulletin import BulletinSettings
from bot.settings.categories import CategoryLines, categories_of, offered_in
from bot.settings.claims import ClaimSettings, organisations
from bot.settings.danger import Danger
from bot.settings.deliberation import DeliberationSettings, panel_of
from bot.settings.desk import Desk, ready_answers
from bot.settings.directory import DirectorySettings
from bot.settings.environment import CHECKOUT
from bot.settings.estates import EstateLine, Language, raise_at
from bot.settings.group import Group, Text, TimeOfDay, Weekday, Whole, wrong
from bot.settings.keeping import Keeping
from bot.settings.ledger import LedgerSettings
from bot.settings.places import PlacesSettings
from bot.settings.things import ThingSettings
from bot.settings.verdict import VerdictSettings

Number = Annotated[float, Strict()]


def _web_address(value: str, *, schemes: tuple[str, ...]) -> str:
    parts = urlsplit(value)
    if parts.scheme not in schemes or not parts.netloc or "@" in parts.netloc:
        wanted = " or ".join(f"{scheme}://…" for scheme in schemes)
        raise wrong(f"must be an address such as {wanted}, without a password in it")
    return value.rstrip("/")


def _clock(value: str) -> str:
    return _web_address(value, schemes=("ws", "wss", "http", "https"))


def _http(value: str) -> str:
    address = _web_address(value, schemes=("https", "http"))
    if address.rpartition("/")[2].startswith("bot"):
        raise wrong("must end before /bot: that part and the token are added")
    return address


def _some(value: tuple[EstateLine, ...]) -> tuple[EstateLine, ...]:
    if not value:
        raise wrong("must list at least one estate")
    return value


def _off_or_auto(value: object) -> object:
    """Asked before its type: without quotes YAML reads off as false."""
    return "off" if value is False else value


def _listen(value: str) -> str:
    host, _, port = value.rpartition(":")
    if not re.fullmatch(r"[A-Za-z0-9.-]+|\[[0-9a-fA-F:]+\]", host) or not re.fullmatch(r"[0-9]{1,5}", port):
        raise wrong("must be host:port, such as 127.0.0.1:8443")
    if int(port) > 65535:
        raise wrong("must end with a port of 0 to 65535")
    return value


HttpAddress = Annotated[Text, AfterValidator(_http)]
Listen = Annotated[Text, AfterValidator(_listen)]
ClockAddress = Annotated[Text, AfterValidator(_clock)]


class WebhookLine(Group):
    listen: Listen = "127.0.0.1:8443"

    @property
    def host_and_port(self) -> tuple[str, int]:
        host, _, port = self.listen.rpartition(":")
        return host.strip("[]"), int(port)


class Telegram(Group):
    base_url: HttpAddress = "https://api.telegram.org"
    base_file_url: HttpAddress | None = None
    poll_timeout_s: Whole = Field(default=30, ge=0, le=50)  #: seconds; Telegram ends a long poll at 50
    request_timeout_s: Number = Field(default=20.0, ge=1, le=120)  #: seconds, for every other call
    ephemeral: Annotated[Literal["off", "auto"], BeforeValidator(_off_or_auto)] = "off"
    webhook: WebhookLine = WebhookLine()

    @property
    def file_url(self) -> str:
        """Where files are fetched from, as `base_url`: without /bot and the token."""
        return self.base_file_url or f"{self.base_url}/file"


class Delivery(Group):
    messages_per_s: Number = Field(default=30.0, gt=0, le=1000)
    per_chat_per_s: Number = Field(default=1.0, gt=0, le=30)
    per_group_per_min: Number = Field(default=20.0, gt=0, le=600)
    lease_s: Number = Field(default=60.0, ge=5, le=3600)


class Quiet(Group):
    cards_a_day: Whole = Field(default=5, ge=0, le=1000)
    edits_per_min: Whole = Field(default=6, ge=1, le=600)
    public_wishes_a_day: Whole = Field(default=3, ge=1, le=1000)
    alike_wishes_a_day: Whole = Field(default=2, ge=1, le=1000)
    flood_in_10_s: Whole = Field(default=20, ge=5, le=10_000)
    flood_in_a_minute: Whole = Field(default=60, ge=10, le=10_000)

    @model_validator(mode="after")
    def _a_minute_holds_more(self) -> Self:
        if self.flood_in_a_minute < self.flood_in_10_s:
            raise_at([(("flood_in_a_minute",), "must not be less than flood_in_10_s")])
        return self

    def daily(self) -> DailyLimits:
        return DailyLimits(
            cards_a_day=self.cards_a_day,
            public_wishes_a_day=self.public_wishes_a_day,
            alike_wishes_a_day=self.alike_wishes_a_day,
        )


class Dialogs(Group):
    remind_after_min: Whole = Field(default=60, ge=1, le=1440)
    expire_after_h: Whole = Field(default=24, ge=1, le=720)

    @model_validator(mode="after")
    def _reminder_comes_first(self) -> Self:
        if self.remind_after_min >= self.expire_after_h * 60:
            raise_at([(("remind_after_min",), "must be shorter than expire_after_h")])
        return self


class Voices(Group):
    longest_min: Whole = Field(default=5, ge=1, le=60)


class IntakeSettings(Group):
    warn_after_days: Whole = Field(default=5, ge=1, le=365)
    pause_after_days: Whole = Field(default=7, ge=2, le=366)

    @model_validator(mode="after")
    def _warning_comes_first(self) -> Self:
        if self.warn_after_days >= self.pause_after_days:
            raise_at([(("warn_after_days",), "must be fewer than pause_after_days")])
        return self


class Notices(Group):
    quiet_from: TimeOfDay = "22:00"
    quiet_until: TimeOfDay = "08:00"
    digest_at: TimeOfDay = "19:00"
    weekly_on: Weekday = "sunday"
    unprompted_a_day: Whole = Field(default=1, ge=0, le=50)
    answer_hold_min: Whole = Field(default=2, ge=0, le=60)

    @model_validator(mode="after")
    def _digest_comes_while_people_are_awake(self) -> Self:
        if self.courtesy.sleeps_at(self.courtesy.digest_at):
            message = f"must lie outside the quiet hours, which are from {self.quiet_from} to {self.quiet_until}"
            raise_at([(("digest_at",), message)])
        return self

    @property
    def courtesy(self) -> Courtesy:
        """As the rules know it."""
        return Courtesy(
            quiet_from=time.fromisoformat(self.quiet_from),
            quiet_until=time.fromisoformat(self.quiet_until),
            digest_at=time.fromisoformat(self.digest_at),
            weekly_on=get_args(Weekday).index(self.weekly_on),
            unprompted_a_day=self.unprompted_a_day,
            answer_hold=timedelta(minutes=self.answer_hold_min),
        )


class Inbox(Group):
    keep_keys_days: Whole = Field(default=3, ge=1, le=90)
    keep_failed_days: Whole = Field(default=7, ge=1, le=365)
    attempts: Whole = Field(default=3, ge=1, le=20)


class Files(Group):
    folder: Annotated[Text, Field(min_length=1)] = "var/files"

    @property
    def path(self) -> Path:
        """The folder as an absolute path."""
        return CHECKOUT / Path(self.folder).expanduser()


class Texts(Group):
    terms_file: Annotated[Text, Field(min_length=1)] | None = None

    @property
    def terms_path(self) -> Path | None:
        """The file as an absolute path."""
        return CHECKOUT / Path(self.terms_file).expanduser() if self.terms_file else None


class Similar(Group):
    lexicon_file: Annotated[Text, Field(min_length=1)] | None = None

    @property
    def lexicon_path(self) -> Path | None:
        """The file as an absolute path."""
        return None if self.lexicon_file is None else CHECKOUT / Path(self.lexicon_file).expanduser()


class FollowedTime(Group):
    url: ClockAddress | None = None


class Log(Group):
    format: Literal["console", "json"] = "console"
    level: Literal["debug", "info", "warning", "error"] = "info"


class Config(Group):
    """All that stands in config.yaml."""

    language: Language = "zh"
    telegram: Telegram = Telegram()
    categories: CategoryLines = None
    estates: Annotated[tuple[EstateLine, ...], AfterValidator(_some)] = (EstateLine(key="home", name="我们小区"),)
    delivery: Delivery = Delivery()
    quiet: Quiet = Quiet()
    dialogs: Dialogs = Dialogs()
    voices: Voices = Voices()
    intake: IntakeSettings = IntakeSettings()
    notices: Notices = Notices()
    verdict: VerdictSettings = VerdictSettings()
    deliberation: DeliberationSettings = DeliberationSettings()
    claims: ClaimSettings = ClaimSettings()
    things: ThingSettings = ThingSettings()
    broadcasts: BroadcastSettings = BroadcastSettings()
    ledger: LedgerSettings = LedgerSettings()
    places: PlacesSettings = PlacesSettings()
    desk: Desk = Desk()
    services: DirectorySettings = DirectorySettings()
    bulletin: BulletinSettings = BulletinSettings()
    inbox: Inbox = Inbox()
    files: Files = Files()
    texts: Texts = Texts()
    danger: Danger = Danger()
    retention: Keeping = Keeping()
    similar: Similar = Similar()
    clock: FollowedTime = FollowedTime()
    log: Log = Log()

    @model_validator(mode="after")
    def _keys_differ(self) -> Self:
        keys = [estate.key for estate in self.estates]
        twice = [(index, key) for index, key in enumerate(keys) if key in keys[:index]]
        raise_at([(("estates", index, "key"), f"two estates have the key {key}") for index, key in twice])
        return self

    @model_validator(mode="after")
    def _categories_are_known(self) -> Self:
        known = [each.category.value for each in categories_of(self.categories)]
        listed = [(index, key) for index, estate in enumerate(self.estates) for key in estate.categories or ()]
        raise_at(
            [
                (("estates", index, "categories"), f"{key} is none of the categories: {', '.join(known)}")
                for index, key in listed
                if key not in known
            ]
        )
        return self

    def estates_by_key(self) -> dict[str, Estate]:
        """The estates as the rules know them, in the order of the file."""
        return {line.key: _estate(line, self) for line in self.estates}


def _estate(line: EstateLine, shared: Config) -> Estate:
    language = line.language or shared.language
    speakers = (Speaker(telegram_id=who.id, name=who.name, body=body) for body, _, who in line.bodies.lines())
    return Estate(
        key=line.key,
        name=line.name,
        time_zone=ZoneInfo(line.time_zone),
        language=language,
        answer_within_days=line.answer_within_days,
        decide_within_days=max(line.decide_within_days, line.answer_within_days),
        escalate_after_days=line.escalate_after_days,
        workdays=line.workdays.workdays,
        contacts=line.levels.contacts(),
        categories=offered_in(line.categories, categories_of(shared.categories)),
        speakers={speaker.telegram_id: speaker for speaker in speakers},
        emergency={str(kind): number for kind, number in line.emergency.items()},
        captains={who.id: Captain(who.id, who.name, who.building) for who in line.captains},
        volunteers={who.id: Volunteer(who.id, who.name) for who in line.volunteers},
        mediators={who.id: Mediator(who.id, who.name) for who in line.mediators},
        organisations=organisations(line.organisations),
        trial=line.trial,
        warn_after_days=shared.intake.warn_after_days,
        pause_after_days=shared.intake.pause_after_days,
        courtesy=shared.notices.courtesy,
        daily=shared.quiet.daily(),
        verdict=shared.verdict.terms,
        claims=shared.claims.terms,
        things=shared.things.terms,
        directory=shared.services.terms,
        ready_answers=ready_answers(line.ready_answers, language=language),
        panel=panel_of(line),
        deliberate_from=shared.deliberation.needed_from,
        list_at=shared.desk.at,
        bulletin=shared.bulletin.times,
        ledger=shared.ledger.offered,
        broadcasts=shared.broadcasts.terms(messages_per_s=shared.delivery.messages_per_s),
        surroundings=shared.places.surroundings(line.lies_in),
    )
