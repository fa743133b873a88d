"""Broadcasts: what may be done with one when, how far it has come, and how long it takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import broadcast_refusals as refusals
from bot.domain import broadcasts as rules
from bot.domain.attention import Courtesy
from bot.domain.broadcast_terms import SecondOfficer
from bot.domain.broadcasts import (
    Audience,
    Broadcast,
    BroadcastState,
    Channel,
    Content,
    Failure,
    Progress,
    Whom,
)
from bot.domain.errors import Refused
from bot.domain.ledger import EntryFile
from bot.domain.people import Body, Estate, Speaker

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)  #: in Shanghai
NIGHT = datetime(2026, 3, 2, 15, 30, tzinfo=UTC)  #: half past eleven there
MORNING = datetime(2026, 3, 3, 0, 0, tzinfo=UTC)  #: eight o'clock there
SHANGHAI = ZoneInfo("Asia/Shanghai")
ESTATE = Estate(key="sunny", name="阳光小区", time_zone=SHANGHAI, language="zh", answer_within_days=3)
WORDS = Content({"zh": "停水"})
PROPOSED = Broadcast(
    id=1, estate_key="sunny", number=4, content=WORDS, audience=Audience(Whom.ALL, ("sunny",)), channel=Channel.BOTH,
    ask_read=False, emergency=False, state=BroadcastState.PROPOSED, by=Speaker(0, "李书记", Body.COMMITTEE), by_id=7,
    at=NOON, desk_chat_id=3, desk_language="", starts_at=NOON,
)  # fmt: skip
SENDING = replace(PROPOSED, state=BroadcastState.SENDING)
PAUSED = replace(PROPOSED, state=BroadcastState.PAUSED)
DONE = replace(PROPOSED, state=BroadcastState.DONE, ended_at=NOON)
CANCELLED = replace(PROPOSED, state=BroadcastState.CANCELLED, ended_at=NOON)
DECLINED = replace(PROPOSED, state=BroadcastState.DECLINED, ended_at=NOON)
RETRACTED = replace(DONE, retracted=True, revision=2)

Act = Callable[[Broadcast], Broadcast]
ACTS: dict[str, Act] = {
    "confirm": lambda each: rules.confirm(each, by_id=8, name="小周", now=NOON, estate=ESTATE),
    "decline": lambda each: rules.decline(each, now=NOON),
    "pause": rules.pause,
    "resume": rules.resume,
    "cancel": lambda each: rules.cancel(each, now=NOON),
    "correct": lambda each: rules.correct(each, Content({"zh": "改了"}), now=NOON),
    "retract": lambda each: rules.retract(each, now=NOON),
}


# ---- what may be done when ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("act", "before", "after"),
    [
        ("confirm", PROPOSED, BroadcastState.SENDING),
        ("decline", PROPOSED, BroadcastState.DECLINED),
        ("pause", SENDING, BroadcastState.PAUSED),
        ("resume", PAUSED, BroadcastState.SENDING),
        ("cancel", SENDING, BroadcastState.CANCELLED),
        ("cancel", PAUSED, BroadcastState.CANCELLED),
        ("correct", SENDING, BroadcastState.SENDING),
        ("correct", PAUSED, BroadcastState.PAUSED),
        ("correct", DONE, BroadcastState.SENDING),
        ("correct", CANCELLED, BroadcastState.SENDING),
        ("retract", SENDING, BroadcastState.SENDING),
        ("retract", PAUSED, BroadcastState.SENDING),
        ("retract", DONE, BroadcastState.SENDING),
        ("retract", CANCELLED, BroadcastState.SENDING),
    ],
)
def test_what_may_be_done(act: str, before: Broadcast, after: BroadcastState) -> None:
    assert ACTS[act](before).state is after


@pytest.mark.parametrize(
    ("act", "before", "refusal"),
    [
        ("confirm", SENDING, refusals.BroadcastOver),
        ("confirm", DECLINED, refusals.BroadcastOver),
        ("decline", SENDING, refusals.BroadcastOver),
        ("pause", PAUSED, refusals.BroadcastPaused),
        ("pause", DONE, refusals.BroadcastOver),
        ("pause", PROPOSED, refusals.BroadcastOver),
        ("resume", SENDING, refusals.BroadcastNotPaused),
        ("resume", CANCELLED, refusals.BroadcastNotPaused),
        ("cancel", DONE, refusals.BroadcastOver),
        ("cancel", CANCELLED, refusals.BroadcastOver),
        ("cancel", replace(SENDING, retracted=True), refusals.BroadcastOver),
        ("cancel", replace(PAUSED, retracted=True), refusals.BroadcastOver),
        ("correct", PROPOSED, refusals.BroadcastNotYet),
        ("correct", DECLINED, refusals.BroadcastOver),
        ("correct", RETRACTED, refusals.BroadcastOver),
        ("retract", PROPOSED, refusals.BroadcastNotYet),
        ("retract", DECLINED, refusals.BroadcastOver),
        ("retract", RETRACTED, refusals.BroadcastOver),
    ],
)
def test_what_is_refused(act: str, before: Broadcast, refusal: type[Refused]) -> None:
    with pytest.raises(refusal):
        ACTS[act](before)


def test_nobody_confirms_their_own() -> None:
    with pytest.raises(refusals.SecondOfficerNeeded):
        rules.confirm(PROPOSED, by_id=PROPOSED.by_id, name="李书记", now=NOON, estate=ESTATE)
    confirmed = rules.confirm(PROPOSED, by_id=8, name="小周", now=NIGHT, estate=ESTATE)
    assert (confirmed.confirmed_by, confirmed.starts_at) == ("小周", MORNING)


@given(st.lists(st.sampled_from(sorted(ACTS)), max_size=12))
def test_whatever_is_pressed_in_whatever_order_it_stays_whole(pressed: list[str]) -> None:
    broadcast = PROPOSED
    for name in pressed:
        before = broadcast
        try:
            broadcast = ACTS[name](before)
        except Refused:
            continue
        assert broadcast.revision >= before.revision
        newer = (broadcast.content, broadcast.retracted) != (before.content, before.retracted)
        assert not newer or broadcast.revision > before.revision, "recipients are brought to a newer revision"
        assert (broadcast.ended_at is not None) == broadcast.is_over
        assert broadcast.retracted or not before.retracted, "what was withdrawn is never told again"
        if before.state is BroadcastState.DECLINED:
            raise AssertionError(f"{name} after it was declined")


# ---- content --------------------------------------------------------------------------------------------------------


def photos(count: int) -> tuple[EntryFile, ...]:
    return tuple(EntryFile(f"p{number}") for number in range(count))


PAPER = EntryFile("d", "通知.pdf")


@pytest.mark.parametrize(
    ("chars", "files"),
    [(rules.MAX_UNITS, ()), (rules.MAX_CAPTION_UNITS, photos(1)), (rules.MAX_UNITS, photos(2)), (5, photos(10))],
)
def test_words_of_this_length_are_taken(chars: int, files: tuple[EntryFile, ...]) -> None:
    content = Content({"zh": "<b>" + "停" * chars + "</b>", "en": ""}, files)
    assert rules.check(content) is content


@pytest.mark.parametrize(
    ("words", "files"),
    [
        ("停" * (rules.MAX_UNITS + 1), ()),
        ("😀" * (rules.MAX_UNITS // 2 + 1), ()),
        ("停" * (rules.MAX_CAPTION_UNITS + 1), photos(1)),
        ("停" * (rules.MAX_CAPTION_UNITS + 1), (PAPER,)),
    ],
)
def test_longer_ones_are_not_in_either_language(words: str, files: tuple[EntryFile, ...]) -> None:
    for language in ("zh", "en"):
        with pytest.raises(refusals.BroadcastTooLong):
            rules.check(Content({"zh": "短", language: words}, files))


@pytest.mark.parametrize("files", [(PAPER, EntryFile("e", "二.pdf")), (PAPER, *photos(1))])
def test_there_are_photos_or_one_file(files: tuple[EntryFile, ...]) -> None:
    with pytest.raises(refusals.PhotosOrFile):
        rules.check(Content({"zh": "停水"}, files))


def test_photos_and_the_file_are_told_apart() -> None:
    assert Content({}, photos(2)).photos == ("p0", "p1")
    assert Content({}, photos(2)).document is None
    assert (Content({}, (PAPER,)).photos, Content({}, (PAPER,)).document) == ((), PAPER)


# ---- when, and who agrees -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "plain", "emergency"),
    [
        (SecondOfficer.NEVER, False, False),
        (SecondOfficer.ALWAYS, True, True),
        (SecondOfficer.UNLESS_EMERGENCY, True, False),
    ],
)
def test_whether_a_second_officer_has_to_agree(rule: SecondOfficer, plain: bool, emergency: bool) -> None:
    assert rules.needs_second(rule, emergency=False) is plain
    assert rules.needs_second(rule, emergency=True) is emergency


def test_at_night_it_waits_for_the_morning_unless_it_is_an_emergency() -> None:
    awake = {"zone": SHANGHAI, "courtesy": Courtesy()}
    assert rules.starts_at(NOON, emergency=False, **awake) == NOON
    assert rules.starts_at(NIGHT, emergency=False, **awake) == MORNING
    assert rules.starts_at(NIGHT, emergency=True, **awake) == NIGHT
    never_quiet = Courtesy(quiet_from=time(22), quiet_until=time(22))
    assert rules.starts_at(NIGHT, emergency=False, zone=SHANGHAI, courtesy=never_quiet) == NIGHT


def test_a_message_can_be_deleted_for_almost_two_days() -> None:
    assert rules.can_be_deleted(NOON, now=NOON + timedelta(hours=47, minutes=54))
    assert not rules.can_be_deleted(NOON, now=NOON + timedelta(hours=47, minutes=55))


# ---- how far --------------------------------------------------------------------------------------------------------

counts = st.integers(0, 20_000)
progresses = st.builds(
    lambda sent, waiting, failed, dropped: Progress(
        sent + waiting + failed + dropped, sent=sent, waiting=waiting, failed={"x": failed}, dropped=dropped
    ),
    counts, counts, st.integers(0, 50), st.integers(0, 50),
)  # fmt: skip


@given(progresses)
def test_the_bar_and_the_percentage_are_full_only_when_nothing_is_left(progress: Progress) -> None:
    bar, percent = rules.bar(progress), rules.percent(progress)
    assert len(bar) == rules.BAR
    assert 0 <= percent <= 100
    assert ("░" not in bar) == (percent == 100) == (progress.waiting == 0)
    assert bar == bar.rstrip("░").ljust(rules.BAR, "░")
    if progress.waiting:
        assert bar.count("▓") == progress.done * rules.BAR // progress.total
        assert percent == min(99, 100 * progress.done // progress.total)


@given(progresses, st.integers(1, 500))
def test_neither_goes_back_as_more_are_told(progress: Progress, more: int) -> None:
    told = min(more, progress.waiting)
    later = replace(progress, sent=progress.sent + told, waiting=progress.waiting - told)
    assert rules.percent(later) >= rules.percent(progress)
    assert rules.bar(later).count("▓") >= rules.bar(progress).count("▓")


def test_to_nobody_it_is_done_at_once() -> None:
    assert (rules.bar(Progress(0)), rules.percent(Progress(0))) == ("▓" * rules.BAR, 100)


@given(st.integers(0, 50_000), st.floats(0.5, 100))
def test_it_takes_what_telegrams_limit_makes_it_take_and_little_more(messages: int, per_s: float) -> None:
    lasts_s = rules.duration(messages, per_s=per_s).total_seconds()
    fewest_s = max(0, messages - rules.BURST) / per_s
    assert fewest_s <= lasts_s <= fewest_s * 1.05 + 1
    assert rules.duration(messages + 1, per_s=per_s).total_seconds() >= lasts_s


def test_eleven_and_a_half_thousand_take_six_and_a_half_minutes() -> None:
    assert rules.duration(11_500, per_s=30) == timedelta(seconds=387)


@pytest.mark.parametrize(
    ("reason", "failure"),
    [
        ("Forbidden: bot was blocked by the user", Failure.BLOCKED),
        ("Forbidden: bot can't initiate conversation with a user", Failure.BLOCKED),
        ("Forbidden: user is deactivated", Failure.DELETED),
        ("Forbidden: bot was kicked from the supergroup chat", Failure.NOT_THERE),
        ("Bad Request: chat not found", Failure.NOT_THERE),
        ("Forbidden: bot is not a member of the channel chat", Failure.NOT_THERE),
        ("Forbidden: the group chat was deleted", Failure.NOT_THERE),
        ("not-in-group", Failure.NOT_THERE),
        ("no answer, 6 times", Failure.REFUSED),
        ("", Failure.REFUSED),
    ],
)
def test_why_somebody_was_not_told(reason: str, failure: Failure) -> None:
    assert rules.failures(Progress(2, failed={reason: 2})) == {failure: 2}


def test_reasons_of_one_kind_are_added_up() -> None:
    failed = {"Forbidden: bot was blocked by the user": 2, "can't initiate": 1, "x": 4}
    assert rules.failures(Progress(9, failed=failed)) == {Failure.BLOCKED: 3, Failure.REFUSED: 4}
