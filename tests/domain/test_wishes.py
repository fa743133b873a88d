"""The rules of a wish: what each act leads to, and what never happens whatever the order of acts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from bot.domain import errors, wishes
from bot.domain.clock_refusals import PromiseTooFar
from bot.domain.errors import Refused
from bot.domain.people import Estate
from bot.domain.places import Place
from bot.domain.wishes import DATED, ENDED, AnswerKind, Category, Display, Kind, Stance, State, Visibility, Wish

TODAY = date(2026, 3, 11)
NOON = datetime(2026, 3, 11, 4, 0, tzinfo=UTC)
AUTHOR, WANG, LI = 1, 2, 3
OPEN = Wish(
    id=40, estate_key="garden", number=12, kind=Kind.WANT, words="三楼的灯坏了", place=Place("3", "2", 3, "302"),
    category=Category.REPAIR, visibility=Visibility.PUBLIC, state=State.OPEN, author_id=AUTHOR, author_name="陈阿姨",
    chat_id=10, filed_at=NOON, next_date=TODAY + timedelta(days=3),
)  # fmt: skip

STATES = st.sampled_from(State)
STANCES = st.sampled_from(Stance)


def standing(state: State, *, taken_by: int | None = None) -> Wish:
    """A wish in this state, as the rules could have brought it there."""
    hands = WANG if state is State.TAKEN and taken_by is None else taken_by
    return replace(
        OPEN,
        state=state,
        next_date=None if state in ENDED else OPEN.next_date,
        taken_by=hands,
        taken_by_name=None if hands is None else "王师傅",
    )


def answered(wish: Wish, kind: AnswerKind, **differently: object) -> Wish:
    """Answer with all that this kind of answer needs."""
    due_on = TODAY + timedelta(days=9) if kind in DATED else None
    given = {"words": "周五来修", "due_on": due_on, "photos": ("p1",), "today": TODAY, **differently}
    return wishes.answer(wish, kind=kind, **given)


# ---- answers ------------------------------------------------------------------------------------------------------

CLOSED = None
AFTER_ANSWER = {
    # state           promise         decline         reply           done         later
    State.OPEN: (State.PROMISED, State.DECLINED, State.ANSWERED, State.DONE, State.LATER),
    State.TAKEN: (State.PROMISED, State.DECLINED, State.ANSWERED, State.DONE, State.LATER),
    State.PROMISED: (State.PROMISED, State.DECLINED, State.ANSWERED, State.DONE, State.LATER),
    State.LATER: (State.PROMISED, State.DECLINED, State.ANSWERED, State.DONE, State.LATER),
    State.RETURNED: (State.PROMISED, State.DECLINED, State.ANSWERED, State.DONE, State.LATER),
    State.DECLINED: (State.PROMISED, State.DECLINED, State.ANSWERED, State.DONE, State.LATER),
    State.ANSWERED: (State.PROMISED, State.DECLINED, State.ANSWERED, State.DONE, State.LATER),
    State.DONE: (CLOSED, CLOSED, CLOSED, State.DONE, CLOSED),
    State.WITHDRAWN: (CLOSED, CLOSED, CLOSED, CLOSED, CLOSED),
}
KINDS = (AnswerKind.PROMISE, AnswerKind.DECLINE, AnswerKind.REPLY, AnswerKind.DONE, AnswerKind.LATER)


def test_the_table_of_answers_is_whole() -> None:
    assert set(AFTER_ANSWER) == set(State)
    assert set(KINDS) == set(AnswerKind)


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("kind", KINDS)
def test_where_an_answer_leads(state: State, kind: AnswerKind) -> None:
    expected = AFTER_ANSWER[state][KINDS.index(kind)]
    before = standing(state)
    if expected is CLOSED:
        with pytest.raises(errors.WishClosed) as refused:
            answered(before, kind)
        assert refused.value.variables == {"number": "12"}
        return
    after = answered(before, kind)
    assert after.state is expected
    assert after.next_date == (TODAY + timedelta(days=9) if kind in DATED else None)
    assert after == replace(before, state=after.state, next_date=after.next_date), "an answer changes nothing else"


@pytest.mark.parametrize(
    ("kind", "lacking", "refusal"),
    [
        (AnswerKind.PROMISE, {"due_on": None}, errors.NotADate),
        (AnswerKind.PROMISE, {"due_on": TODAY - timedelta(days=1)}, errors.DateInPast),
        (AnswerKind.PROMISE, {"due_on": TODAY + timedelta(days=46)}, PromiseTooFar),
        (AnswerKind.LATER, {"due_on": TODAY + timedelta(days=731)}, errors.DateTooFar),
        (AnswerKind.DECLINE, {"words": ""}, errors.EmptyWords),
        (AnswerKind.REPLY, {"words": ""}, errors.EmptyWords),
        (AnswerKind.DONE, {"photos": ()}, errors.NotAPhoto),
    ],
)
def test_an_answer_needs_what_makes_it_one(
    kind: AnswerKind, lacking: dict[str, object], refusal: type[Refused]
) -> None:
    with pytest.raises(refusal):
        answered(OPEN, kind, **lacking)


@pytest.mark.parametrize(
    ("kind", "spare"),
    [
        (AnswerKind.PROMISE, {"words": "", "photos": ()}),
        (AnswerKind.DECLINE, {"photos": ()}),
        (AnswerKind.REPLY, {"photos": ()}),
        (AnswerKind.DONE, {"words": ""}),
    ],
)
def test_an_answer_needs_no_more_than_that(kind: AnswerKind, spare: dict[str, object]) -> None:
    assert answered(OPEN, kind, **spare).state is AFTER_ANSWER[State.OPEN][KINDS.index(kind)]


def test_only_what_names_a_day_keeps_a_date() -> None:
    late = TODAY + timedelta(days=5)
    assert [answered(OPEN, kind, due_on=late).next_date for kind in KINDS] == [late, None, None, None, late]


def test_that_it_is_done_already_is_said_before_what_the_answer_lacks() -> None:
    with pytest.raises(errors.WishClosed):
        answered(standing(State.DONE), AnswerKind.PROMISE, due_on=None, words="", photos=())


# ---- days -----------------------------------------------------------------------------------------------------------


@settings(deadline=None)
@given(st.integers(-5000, 5000), st.sampled_from([(AnswerKind.PROMISE, 45), (AnswerKind.LATER, 730)]))
def test_a_promise_lies_at_most_45_days_ahead_and_what_is_put_off_two_years(
    days: int, farthest: tuple[AnswerKind, int]
) -> None:
    (kind, most), due_on = farthest, TODAY + timedelta(days=days)
    if 0 <= days <= most:
        wishes.check_day(kind, due_on, today=TODAY)
        return
    too_far = PromiseTooFar if kind is AnswerKind.PROMISE else errors.DateTooFar
    with pytest.raises(Refused) as refused:
        wishes.check_day(kind, due_on, today=TODAY)
    assert type(refused.value) is (errors.DateInPast if days < 0 else too_far)


def test_a_refused_day_says_what_was_wrong() -> None:
    with pytest.raises(errors.DateInPast) as past:
        wishes.check_day(AnswerKind.PROMISE, date(2026, 3, 10), today=TODAY)
    assert past.value.variables == {"words": "2026-03-10"}
    with pytest.raises(errors.DateTooFar) as far:
        wishes.check_day(AnswerKind.LATER, date(2030, 1, 1), today=TODAY)
    assert far.value.variables == {"days": 730}


@pytest.mark.parametrize(
    ("zone", "filed_at", "due"),
    [
        ("Asia/Shanghai", datetime(2026, 3, 11, 15, 59, tzinfo=UTC), date(2026, 3, 16)),
        ("Asia/Shanghai", datetime(2026, 3, 11, 16, 0, tzinfo=UTC), date(2026, 3, 17)),  # midnight there
        ("America/New_York", datetime(2026, 3, 11, 3, 59, tzinfo=UTC), date(2026, 3, 13)),  # still the 10th there
        ("Europe/Berlin", datetime(2026, 3, 28, 22, 30, tzinfo=UTC), date(2026, 4, 1)),  # a day of 23 hours between
    ],
)
def test_an_answer_is_due_by_the_working_days_of_the_estates_clocks(zone: str, filed_at: datetime, due: date) -> None:
    estate = Estate("garden", "花园小区", ZoneInfo(zone), "zh", 3)
    assert wishes.answer_due(filed_at, estate) == due


# ---- in whose hands -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("held", [None, WANG, LI])
def test_who_can_take_a_wish(state: State, held: int | None) -> None:
    wish = standing(state, taken_by=held)
    if state in ENDED:
        with pytest.raises(errors.WishClosed):
            wishes.take(wish, person_id=LI, name="李主任")
    elif wish.taken_by is not None:
        with pytest.raises(errors.AlreadyTaken) as refused:
            wishes.take(wish, person_id=LI, name="李主任")
        assert refused.value.variables == {"number": "12", "name": "王师傅"}
    else:
        after = State.TAKEN if state is State.OPEN else state
        taken = replace(wish, taken_by=LI, taken_by_name="李主任", state=after)
        assert wishes.take(wish, person_id=LI, name="李主任") == taken


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("held", [None, WANG, LI])
def test_only_who_has_it_hands_it_back(state: State, held: int | None) -> None:
    wish = standing(state, taken_by=held)
    if wish.taken_by != LI:
        with pytest.raises(errors.NotTakenByYou):
            wishes.hand_back(wish, person_id=LI)
        return
    after = State.OPEN if state is State.TAKEN else state
    assert wishes.hand_back(wish, person_id=LI) == replace(wish, taken_by=None, taken_by_name=None, state=after)


@pytest.mark.parametrize("state", [State.OPEN, State.PROMISED])
def test_taking_and_handing_back_leaves_all_as_it_was(state: State) -> None:
    wish = standing(state)
    assert wishes.hand_back(wishes.take(wish, person_id=LI, name="李主任"), person_id=LI) == wish


# ---- stances --------------------------------------------------------------------------------------------------------


@settings(deadline=None)
@given(STATES, st.frozensets(STANCES), STANCES, st.sampled_from([AUTHOR, WANG]))
def test_who_may_stand_by_a_wish(state: State, held: frozenset[Stance], stance: Stance, person_id: int) -> None:
    if person_id == AUTHOR:
        expected: type[Refused] | None = errors.OwnWish
    elif state is State.WITHDRAWN:
        expected = errors.WishClosed
    elif stance in held:
        expected = errors.AlreadyCounted
    elif state in ENDED and stance is Stance.HELP:
        expected = errors.WishClosed
    else:
        expected = None
    try:
        wishes.check_stance(standing(state), person_id=person_id, held=held, stance=stance)
        refusal, named = None, {}
    except Refused as refused:
        refusal, named = type(refused), refused.variables
    assert refusal is expected
    assert refusal is None or named == {"number": "12"}


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from([AUTHOR, WANG, LI]), STANCES), max_size=30))
def test_however_often_it_is_pressed_a_stance_counts_once(presses: list[tuple[int, Stance]]) -> None:
    held: dict[int, frozenset[Stance]] = {}
    counted = []
    for person_id, stance in presses:
        mine = held.get(person_id, frozenset())
        try:
            wishes.check_stance(OPEN, person_id=person_id, held=mine, stance=stance)
        except Refused:
            continue
        counted.append((person_id, stance))
        held[person_id] = mine | {stance}
    assert sorted(counted) == sorted({(who, how) for who, how in presses if who != AUTHOR})


# ---- words ----------------------------------------------------------------------------------------------------------


@settings(deadline=None)
@given(st.text(max_size=200))
def test_words_are_trimmed_and_otherwise_kept(words: str) -> None:
    try:
        kept = wishes.clean_words(words)
    except errors.EmptyWords:
        assert words.strip() == ""
        return
    assert "".join(kept.split()) == "".join(words.split()), "not a sign is lost or added"
    assert all(line == line.strip() for line in kept.split("\n"))
    assert kept == kept.strip()
    assert wishes.clean_words(kept) == kept


def test_inner_lines_stay() -> None:
    assert wishes.clean_words("  灯坏了 \n\n  三楼，左边\t\n") == "灯坏了\n\n三楼，左边"


@settings(deadline=None)
@given(st.integers(0, 40), st.integers(1, 20))
def test_words_are_refused_only_beyond_the_limit(blanks: int, chars: int) -> None:
    words = " " * blanks + "灯" * chars + "\n" * blanks
    if chars <= 10:
        assert wishes.clean_words(words, max_chars=10) == "灯" * chars
        return
    with pytest.raises(errors.TooLong) as refused:
        wishes.clean_words(words, max_chars=10)
    assert refused.value.variables == {"max_chars": 10, "chars": chars}


# ---- who sees the place ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("visibility", "public", "place"),
    [
        (Visibility.PUBLIC, True, Place("3", "2", 3, "302")),
        (Visibility.NAMELESS, True, Place("3")),
        (Visibility.COMMITTEE, False, Place("3")),
    ],
)
def test_neighbours_see_the_whole_place_only_under_a_name(visibility: Visibility, public: bool, place: Place) -> None:
    wish = replace(OPEN, visibility=visibility)
    assert (wish.is_public, wish.place_for_neighbours()) == (public, place)


@pytest.mark.parametrize("display", Display)
@pytest.mark.parametrize("state", State)
def test_neighbours_read_what_is_in_sight_and_not_withdrawn(display: Display, state: State) -> None:
    wish = replace(standing(state), display=display)
    assert wish.has_card
    assert wish.is_public == (display is Display.SHOWN and state is not State.WITHDRAWN)


# ---- a whole life ---------------------------------------------------------------------------------------------------


class WishLife(RuleBasedStateMachine):
    """Whatever is done in whatever order, by two speakers, to one wish."""

    def __init__(self) -> None:
        super().__init__()
        self.wish, self.was_done = OPEN, False

    @rule(person_id=st.sampled_from([WANG, LI]))
    def takes(self, person_id: int) -> None:
        self._act(lambda: wishes.take(self.wish, person_id=person_id, name=f"n{person_id}"))

    @rule(person_id=st.sampled_from([WANG, LI]))
    def hands_back(self, person_id: int) -> None:
        self._act(lambda: wishes.hand_back(self.wish, person_id=person_id))

    @rule(
        kind=st.sampled_from(AnswerKind),
        words=st.sampled_from(["", "好"]),
        days=st.none() | st.integers(-2, 800),
        photos=st.sampled_from([(), ("p1",)]),
    )
    def answers(self, kind: AnswerKind, words: str, days: int | None, photos: tuple[str, ...]) -> None:
        due_on = None if days is None else TODAY + timedelta(days=days)
        self._act(lambda: wishes.answer(self.wish, kind=kind, words=words, due_on=due_on, photos=photos, today=TODAY))

    def _act(self, act: Callable[[], Wish]) -> None:
        before = self.wish
        try:
            self.wish = act()
        except Refused:
            assert self.wish is before
        self.was_done |= self.wish.state is State.DONE

    @invariant()
    def it_has_a_next_date_or_an_end(self) -> None:
        assert (self.wish.next_date is None) == self.wish.has_ended

    @invariant()
    def it_is_taken_by_somebody_with_a_name_or_by_nobody(self) -> None:
        assert (self.wish.taken_by is None) == (self.wish.taken_by_name is None)
        assert self.wish.state is not State.TAKEN or self.wish.taken_by is not None
        assert self.wish.state is not State.OPEN or self.wish.taken_by is None

    @invariant()
    def what_it_is_never_changes(self) -> None:
        fresh = {"state": OPEN.state, "next_date": OPEN.next_date, "taken_by": None, "taken_by_name": None}
        assert replace(self.wish, **fresh) == OPEN

    @invariant()
    def done_is_done(self) -> None:
        assert not self.was_done or self.wish.state is State.DONE

    @precondition(lambda self: not self.was_done)
    @invariant()
    def until_it_is_done_every_answer_is_open(self) -> None:
        assert {answered(self.wish, kind).state for kind in AnswerKind} == set(AFTER_ANSWER[State.OPEN])

    @invariant()
    def who_has_it_can_always_let_go(self) -> None:
        if self.wish.taken_by is not None:
            assert wishes.hand_back(self.wish, person_id=self.wish.taken_by).taken_by is None


TestWishLife = WishLife.TestCase
TestWishLife.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
