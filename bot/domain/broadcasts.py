"""A broadcast (公告): what an office tells many, to whom and where, and how far it has come.

Pure: time is passed in, nothing is stored here. Each chat it goes to is a *recipient*; what a recipient is to show
follows the broadcast's revision, so that sending, correcting and retracting are one kind of work.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.domain import attention, formatting
from bot.domain import broadcast_refusals as refusals
from bot.domain.attention import Courtesy
from bot.domain.broadcast_terms import SecondOfficer
from bot.domain.ledger import EntryFile
from bot.domain.people import Body, Speaker

if TYPE_CHECKING:
    from bot.domain.people import Estate

MAX_UNITS, MAX_CAPTION_UNITS = 3500, 900  #: of 4096 and 1024 (Bot API): the head and the foot need room
MOST_PHOTOS = 10
RETRACT_WITHIN = timedelta(hours=48)  #: Bot API, deleteMessage; 5 minutes of it stay unused
#: How much of Telegram's rate for all chats broadcasts take: the rest is for whoever is talking to the bot.
SHARE = 0.99
BURST = 10  #: so many may follow each other at once
BAR = 12  #: cells


class Channel(StrEnum):
    """Where it is told."""

    GROUPS = "groups"
    PRIVATE = "private"
    BOTH = "both"

    @property
    def in_groups(self) -> bool:
        return self is not Channel.PRIVATE

    @property
    def in_private(self) -> bool:
        return self is not Channel.GROUPS


class Whom(StrEnum):
    """To whom. All but the first two are told in private alone."""

    ALL = "all"  #: of the estate
    BUILDINGS = "buildings"
    HELPERS = "helpers"  #: captains and volunteers
    STAFF = "staff"  #: those who speak for a body
    FOLLOWERS = "followers"  #: of a wish
    UNREAD = "unread"  #: who has not said that they read another broadcast


GROUP_AUDIENCES = frozenset({Whom.ALL, Whom.BUILDINGS})


@dataclass(frozen=True, slots=True)
class Audience:
    whom: Whom
    estate_keys: tuple[str, ...]
    buildings: tuple[str, ...] = ()  #: numbers alone, as in `Place`
    grids: tuple[tuple[int, str], ...] = ()  #: beside the buildings: ids, and what they were called then
    of_id: int | None = None  #: the wish followed, or the broadcast not read

    @property
    def grid_ids(self) -> tuple[int, ...]:
        return tuple(grid_id for grid_id, _ in self.grids)

    @property
    def may_be_in_groups(self) -> bool:
        return self.whom in GROUP_AUDIENCES


@dataclass(frozen=True, slots=True)
class Content:
    """`words`: markup by language (zh or en), one at least. `files`: up to ten photos, or one document."""

    words: Mapping[str, str]
    files: tuple[EntryFile, ...] = ()

    @property
    def photos(self) -> tuple[str, ...]:
        return tuple(file.key for file in self.files if file.is_photo)

    @property
    def document(self) -> EntryFile | None:
        return next((file for file in self.files if not file.is_photo), None)


class BroadcastState(StrEnum):
    PROPOSED = "proposed"  #: a second officer has to confirm it
    SENDING = "sending"  #: what recipients show is being brought to the newest revision
    PAUSED = "paused"
    DONE = "done"
    CANCELLED = "cancelled"  #: whoever was not told yet is not
    DECLINED = "declined"  #: the second officer said no, or nobody did anything


@dataclass(frozen=True, slots=True)
class Broadcast:
    id: int
    estate_key: str  #: whose officer speaks
    number: int  #: counted within the estate from 1
    content: Content
    audience: Audience
    channel: Channel
    ask_read: bool  #: "please confirm that you have read it"
    emergency: bool  #: no quiet hours, no muting, with a sound
    state: BroadcastState
    by: Speaker
    by_id: int
    at: datetime
    desk_chat_id: int | None  #: where the card of its progress stands; None: nowhere any more
    desk_language: str  #: of the one officer who reads that card; "": the chat's
    starts_at: datetime  #: the morning, if it was confirmed at night
    revision: int = 1  #: grows with each correction, and when it is retracted
    retracted: bool = False
    corrected_at: datetime | None = None
    confirmed_by: str = ""  #: name of the second officer
    confirmed_at: datetime | None = None
    confirmed_body: Body | None = None
    ended_at: datetime | None = None
    unreached: Mapping[str, int] = field(default_factory=dict)  #: people who cannot be told in private, by reason

    @property
    def is_over(self) -> bool:
        return self.state in (BroadcastState.DONE, BroadcastState.CANCELLED, BroadcastState.DECLINED)


@dataclass(frozen=True, slots=True)
class Progress:
    """Of recipients. `held`: groups that let the bot write no more for now; they count as waiting, too."""

    total: int
    sent: int = 0
    waiting: int = 0
    held: int = 0
    failed: Mapping[str, int] = field(default_factory=dict)  #: by reason
    dropped: int = 0  #: cancelled before their turn
    read: int = 0  #: people who said so

    @property
    def done(self) -> int:
        """Those for whom nothing is to be done any more."""
        return self.total - self.waiting


def check(content: Content) -> Content:
    """The content, if Telegram takes it.

    Raises:
        BroadcastTooLong, PhotosOrFile.
    """
    documents = [file for file in content.files if not file.is_photo]
    if len(documents) > 1 or (documents and content.photos):
        raise refusals.PhotosOrFile
    most = MAX_CAPTION_UNITS if len(content.files) == 1 else MAX_UNITS  # below an album the words are a message
    for words in content.words.values():
        if (units := formatting.units(words)) > most:
            raise refusals.BroadcastTooLong(most=str(most), chars=str(units))
    return content


def needs_second(rule: SecondOfficer, *, emergency: bool) -> bool:
    return rule is SecondOfficer.ALWAYS or (rule is SecondOfficer.UNLESS_EMERGENCY and not emergency)


def starts_at(now: datetime, *, emergency: bool, zone: ZoneInfo, courtesy: Courtesy) -> datetime:
    """At once in an emergency, else not in the quiet hours."""
    return now if emergency else attention.awake(now, zone=zone, courtesy=courtesy)


def duration(messages: int, *, per_s: float) -> timedelta:
    """How long sending takes under Telegram's limit, rounded up to a second."""
    return timedelta(seconds=math.ceil(max(0, messages - BURST) / (per_s * SHARE)))


def bar(progress: Progress) -> str:
    """Twelve cells; full only once nothing is left to be done."""
    share = progress.done / progress.total if progress.total else 1.0
    full = min(BAR - 1, math.floor(share * BAR)) if progress.waiting else BAR
    return "▓" * full + "░" * (BAR - full)


class Failure(StrEnum):
    """Why somebody was not told, in the words of the card."""

    BLOCKED = "blocked"
    NOT_THERE = "not-there"
    DELETED = "deleted"
    REFUSED = "refused"


def failures(progress: Progress) -> Mapping[Failure, int]:
    """The reasons that Telegram and the outbox give (Bot API server, 403 and 400), sorted."""
    sorted_out: dict[Failure, int] = {}
    for reason, count in progress.failed.items():
        said = reason.lower()
        if "blocked" in said or "can't initiate" in said:
            why = Failure.BLOCKED
        elif "deactivated" in said:
            why = Failure.DELETED
        elif any(words in said for words in ("kicked", "not a member", "not found", "not-in-group", "was deleted")):
            why = Failure.NOT_THERE
        else:
            why = Failure.REFUSED
        sorted_out[why] = sorted_out.get(why, 0) + count
    return sorted_out


def percent(progress: Progress) -> int:
    if not progress.waiting:
        return 100
    return min(99, math.floor(100 * progress.done / progress.total))


# ---- what is done with one ------------------------------------------------------------------------------------------


def confirm(broadcast: Broadcast, *, by_id: int, name: str, now: datetime, estate: Estate) -> Broadcast:
    """A second officer says yes: it begins.

    Raises:
        BroadcastOver: it is not waiting for that.
        SecondOfficerNeeded: it is their own.
    """
    if broadcast.state is not BroadcastState.PROPOSED:
        raise refusals.BroadcastOver(number=str(broadcast.number))
    if by_id == broadcast.by_id:
        raise refusals.SecondOfficerNeeded
    begins = starts_at(now, emergency=broadcast.emergency, zone=estate.time_zone, courtesy=estate.courtesy)
    return replace(broadcast, state=BroadcastState.SENDING, confirmed_by=name, starts_at=begins)


def decline(broadcast: Broadcast, *, now: datetime) -> Broadcast:
    """Raises BroadcastOver."""
    if broadcast.state is not BroadcastState.PROPOSED:
        raise refusals.BroadcastOver(number=str(broadcast.number))
    return replace(broadcast, state=BroadcastState.DECLINED, ended_at=now)


def pause(broadcast: Broadcast) -> Broadcast:
    """Raises BroadcastPaused, BroadcastOver."""
    if broadcast.state is BroadcastState.PAUSED:
        raise refusals.BroadcastPaused(number=str(broadcast.number))
    if broadcast.state is not BroadcastState.SENDING:
        raise refusals.BroadcastOver(number=str(broadcast.number))
    return replace(broadcast, state=BroadcastState.PAUSED)


def resume(broadcast: Broadcast) -> Broadcast:
    """Raises BroadcastNotPaused."""
    if broadcast.state is not BroadcastState.PAUSED:
        raise refusals.BroadcastNotPaused(number=str(broadcast.number))
    return replace(broadcast, state=BroadcastState.SENDING)


def cancel(broadcast: Broadcast, *, now: datetime) -> Broadcast:
    """What was sent stays.

    Raises:
        BroadcastOver: nothing is sent any more; or it is being withdrawn, which would stay half done for good.
    """
    if broadcast.is_over or broadcast.retracted:
        raise refusals.BroadcastOver(number=str(broadcast.number))
    return replace(broadcast, state=BroadcastState.CANCELLED, ended_at=now)


def correct(broadcast: Broadcast, content: Content, *, now: datetime) -> Broadcast:
    """The new words everywhere: who was told sees them in the same message, who was not is told them alone.

    Raises:
        BroadcastNotYet, BroadcastOver: retracted, or never sent. And as `check`.
    """
    if broadcast.state is BroadcastState.PROPOSED:
        raise refusals.BroadcastNotYet(number=str(broadcast.number))
    if broadcast.retracted or broadcast.state is BroadcastState.DECLINED:
        raise refusals.BroadcastOver(number=str(broadcast.number))
    check(content)
    state = BroadcastState.PAUSED if broadcast.state is BroadcastState.PAUSED else BroadcastState.SENDING
    revised = replace(broadcast, content=content, revision=broadcast.revision + 1, corrected_at=now)
    return replace(revised, state=state, ended_at=None)


def retract(broadcast: Broadcast, *, now: datetime) -> Broadcast:
    """It goes from wherever it was sent; whoever was not told is not.

    Raises:
        BroadcastNotYet, BroadcastOver.
    """
    if broadcast.state is BroadcastState.PROPOSED:
        raise refusals.BroadcastNotYet(number=str(broadcast.number))
    if broadcast.retracted or broadcast.state is BroadcastState.DECLINED:
        raise refusals.BroadcastOver(number=str(broadcast.number))
    revised = replace(broadcast, retracted=True, revision=broadcast.revision + 1, state=BroadcastState.SENDING)
    return replace(revised, ended_at=None)


def can_be_deleted(sent_at: datetime, *, now: datetime) -> bool:
    """Later than that, the message stays and says that it was withdrawn."""
    return now - sent_at < RETRACT_WITHIN - timedelta(minutes=5)
