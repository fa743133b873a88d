"""Quarrels between neighbours: in whatever order things happen, nothing is public, and each side stays free."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bot.domain import errors, quarrel_wish, quarrels
from bot.domain.attention import Courtesy
from bot.domain.places import Place
from bot.domain.quarrel_words import door_named, sounds_like_quarrel
from bot.domain.quarrels import (
    RECORDED,
    Clocks,
    Party,
    Quarrel,
    QuarrelDue,
    QuarrelOutcome,
    QuarrelPhase,
    Side,
)
from bot.domain.wishes import Category, Kind, State, Visibility, Wish
from bot.domain.workdays import WeekendsOnly

BEGAN = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
CLOCKS = Clocks(ZoneInfo("Asia/Shanghai"), Courtesy(), WeekendsOnly())
WORDS = "楼上602天天半夜拖椅子，说了好几次都不听"
AUTHOR, OTHER, MEDIATOR, ANOTHER = 1, 2, 3, 4


def a_wish(visibility: Visibility = Visibility.PUBLIC) -> Wish:
    return Wish(
        id=1,
        estate_key="sunny",
        number=1,
        kind=Kind.WANT,
        words=WORDS,
        place=Place(building="3", door="502"),
        category=Category.NOISE,
        visibility=visibility,
        state=State.OPEN,
        author_id=AUTHOR,
        author_name="王阿姨",
        chat_id=7,
        filed_at=BEGAN,
        next_date=BEGAN.date(),
        photo="p0",
    )


def seen_as_one(wish: Wish) -> Quarrel:
    quarrel = Quarrel(
        id=1,
        wish_id=wish.id,
        code="c",
        words=wish.words,
        photo=wish.photo,
        where="3号楼602",
        before=quarrel_wish.kept(wish),
        phase=QuarrelPhase.ASKED,
        moved_at=BEGAN,
        author=Party(AUTHOR, asked=True),
        other=Party(),
    )
    return quarrels.begun(quarrel, now=BEGAN, clocks=CLOCKS)


@pytest.mark.parametrize(
    "words",
    [
        *(WORDS, "隔壁把鞋柜堵我家门口，还骂人", "楼下邻居放音乐，每天半夜闹", "樓上天天吵架", "对门老是故意踢我家门"),
        *("My neighbour shouts at my children", "The people upstairs play loud music every night"),
    ],
)
def test_a_quarrel_is_suggested(words: str) -> None:
    assert sounds_like_quarrel(words)


@pytest.mark.parametrize(
    "words",
    [
        "三楼走廊的灯坏了",
        "楼上的水管漏到我家",
        "想和邻居一起打球",
        "楼下垃圾没人扫",
        "Our neighbours planted roses",
        "谢谢隔壁李姐",
    ],
)
def test_most_of_what_people_say_is_none(words: str) -> None:
    assert not sounds_like_quarrel(words)


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("3号楼602", Place(building="3", door="602")),
        ("3号楼602室", Place(building="3", door="602")),
        ("602", Place(door="602")),
        ("楼上那家", Place()),
        ("12号楼", Place(building="12")),
        ("building 5, 402", Place(building="5", door="402")),
    ],
)
def test_a_door_is_read_as_people_name_it(where: str, place: Place) -> None:
    assert door_named(where) == place


def test_a_wish_says_again_what_it_said() -> None:
    wish = a_wish()
    quarrel = seen_as_one(wish)
    silent = quarrel_wish.silent(wish, photo="grey")
    assert (silent.is_public, silent.has_card, silent.is_with_mediator) == (False, False, True)
    assert silent.place == Place(building="3")
    back = quarrel_wish.again(silent, quarrel, as_it_was=True)
    assert replace(back, where=wish.where, next_date=wish.next_date) == wish
    hidden = quarrel_wish.again(silent, quarrel, as_it_was=False)
    assert hidden.words == WORDS
    assert not hidden.has_card, "a quarrel that comes back is the committee's alone"


class Life(RuleBasedStateMachine):
    """Staff, both sides, two mediators and the clock act in any order. `wish` is what everybody else may see."""

    @initialize(visibility=st.sampled_from(Visibility))
    def begins(self, visibility: Visibility) -> None:
        self.now = BEGAN
        wish = a_wish(visibility)
        self.quarrel = seen_as_one(wish)
        self.wish = quarrel_wish.silent(wish, photo="grey")
        self.undone = False
        self.reminders_since_an_act = 0

    def does(self, after: Quarrel) -> None:
        self.reminders_since_an_act = 0
        self.quarrel = after
        if after.outcome is QuarrelOutcome.GIVEN_BACK and self.wish.is_with_mediator:
            self.wish = quarrel_wish.again(self.wish, after, as_it_was=False)

    @rule(yes=st.booleans(), side=st.sampled_from(Side))
    def a_side_answers(self, yes: bool, side: Side) -> None:
        with contextlib.suppress(errors.Refused):
            self.does(quarrels.agree(self.quarrel, side, yes=yes, now=self.now, clocks=CLOCKS))

    @rule()
    @precondition(lambda self: self.quarrel.is_open and self.quarrel.phase is QuarrelPhase.ASKED)
    def the_staff_was_wrong(self) -> None:
        self.quarrel = quarrels.ended(self.quarrel, QuarrelOutcome.GIVEN_BACK, note="", now=self.now, clocks=CLOCKS)
        self.wish = quarrel_wish.again(self.wish, self.quarrel, as_it_was=True)
        self.undone = True

    @rule(who=st.sampled_from([MEDIATOR, ANOTHER, AUTHOR, OTHER]))
    def somebody_takes_it(self, who: int) -> None:
        with contextlib.suppress(errors.Refused):
            self.does(quarrels.take(self.quarrel, person_id=who, name="徐阿姨", now=self.now, clocks=CLOCKS))
            assert who in (MEDIATOR, ANOTHER) or self.quarrel.side_of(who) is None

    @rule(who=st.sampled_from([MEDIATOR, ANOTHER]))
    def a_mediator_hands_it_back(self, who: int) -> None:
        with contextlib.suppress(errors.Refused):
            self.does(quarrels.hand_back(self.quarrel, person_id=who, now=self.now, clocks=CLOCKS))

    @rule(who=st.sampled_from([MEDIATOR, ANOTHER]), whom=st.sampled_from([None, AUTHOR, OTHER, MEDIATOR]))
    def the_other_side_is_asked(self, who: int, whom: int | None) -> None:
        with contextlib.suppress(errors.Refused):
            self.does(quarrels.ask_other(self.quarrel, person_id=who, whom=whom, now=self.now, clocks=CLOCKS))

    @rule(who=st.sampled_from([AUTHOR, OTHER, MEDIATOR, 9]))
    def somebody_opens_the_link(self, who: int) -> None:
        with contextlib.suppress(errors.Refused):
            self.does(quarrels.came_by_link(self.quarrel, person_id=who, now=self.now, clocks=CLOCKS))
            assert who not in (AUTHOR, self.quarrel.mediator_id)

    @rule(side=st.sampled_from(Side))
    def a_side_says_how_they_see_it(self, side: Side) -> None:
        with contextlib.suppress(errors.Refused):
            self.does(quarrels.say_view(self.quarrel, side, words="吵", now=self.now, clocks=CLOCKS))
            assert self.quarrel.party(side).agrees

    @rule(who=st.sampled_from([MEDIATOR, ANOTHER]))
    def a_time_is_proposed(self, who: int) -> None:
        with contextlib.suppress(errors.Refused):
            self.does(quarrels.propose_time(self.quarrel, person_id=who, words="周六", now=self.now, clocks=CLOCKS))
            assert self.quarrel.both_agree

    @rule(side=st.sampled_from(Side), fits=st.booleans())
    def a_side_answers_the_time(self, side: Side, fits: bool) -> None:
        with contextlib.suppress(errors.Refused):
            self.does(quarrels.answer_time(self.quarrel, side, fits=fits, now=self.now, clocks=CLOCKS))

    @rule(who=st.sampled_from([MEDIATOR, ANOTHER]), outcome=st.sampled_from(QuarrelOutcome))
    def a_mediator_records_the_end(self, who: int, outcome: QuarrelOutcome) -> None:
        with contextlib.suppress(errors.Refused):
            quarrels.check_record(self.quarrel, outcome, person_id=who)
            assert outcome in RECORDED
            self.does(quarrels.ended(self.quarrel, outcome, note="", now=self.now, clocks=CLOCKS))

    @rule(side=st.sampled_from(Side), holds=st.booleans())
    def a_side_says_whether_it_holds(self, side: Side, holds: bool) -> None:
        with contextlib.suppress(errors.Refused):
            self.quarrel = quarrels.say_whether_holds(self.quarrel, side, holds=holds)
            assert self.quarrel.outcome is QuarrelOutcome.SETTLED

    @rule(hours=st.integers(1, 24 * 20))
    def time_passes(self, hours: int) -> None:
        self.now += timedelta(hours=hours)
        what = quarrels.due_of(self.quarrel, now=self.now)
        match what:
            case QuarrelDue.LAPSE:
                self.does(quarrels.ended(self.quarrel, QuarrelOutcome.GIVEN_BACK, note="", now=self.now, clocks=CLOCKS))
            case QuarrelDue.FORGET_WORDS:
                self.quarrel = replace(quarrels.without_words(self.quarrel), next_at=None)
            case QuarrelDue.REMIND:
                self.reminders_since_an_act += 1
                self.quarrel = quarrels.nudged(self.quarrel, clocks=CLOCKS)
            case QuarrelDue.ASK_WHETHER_HOLDS:
                self.quarrel = quarrels.nudged(self.quarrel, clocks=CLOCKS)

    @invariant()
    def nothing_of_it_is_public(self) -> None:
        assert self.undone or not self.wish.has_card
        if self.wish.is_with_mediator:
            shown = repr(self.wish)
            assert "椅子" not in shown
            assert "502" not in shown
            assert "p0" not in shown

    @invariant()
    def nothing_of_it_is_lost(self) -> None:
        """Until it is long over, either the wish or the quarrel says what was said."""
        forgotten = self.quarrel.words == quarrels.NO_WORDS
        assert WORDS in (self.wish.words, self.quarrel.words) or (forgotten and not self.quarrel.is_open)

    @invariant()
    def nobody_is_drawn_in(self) -> None:
        """The other side is asked only after the author said yes; nothing is settled without both."""
        if self.quarrel.other.asked:
            assert self.quarrel.author.agrees is True
        if self.quarrel.outcome in (QuarrelOutcome.SETTLED, QuarrelOutcome.NOT_SETTLED):
            assert self.quarrel.both_agree
        sides = [self.quarrel.author.person_id, self.quarrel.other.person_id]
        assert self.quarrel.mediator_id not in [each for each in sides if each is not None]
        assert sides[0] != sides[1]

    @invariant()
    def its_mediator_is_reminded_once(self) -> None:
        assert self.reminders_since_an_act <= 1

    @invariant()
    def it_is_with_a_mediator_or_waits(self) -> None:
        if self.quarrel.is_open:
            assert (self.quarrel.phase is QuarrelPhase.TAKEN) == (self.quarrel.mediator_id is not None)
            assert (self.quarrel.phase is QuarrelPhase.ASKED) == (self.quarrel.author.agrees is None)


TestLife = Life.TestCase
