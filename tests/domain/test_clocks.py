"""The clocks of a demand: working days, stops, and a promised day that is moved once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain import clock_refusals, clocks, workdays
from bot.domain.clocks import Events, Promised, What
from bot.domain.course import CourseStep, Mover, Step
from bot.domain.people import Body, Estate, Speaker
from bot.domain.places import Place
from bot.domain.questions import Question
from bot.domain.referrals import Referral
from bot.domain.triage import Level, Matter, Triage, suggested, toggled, with_matter
from bot.domain.wishes import Category, Kind, State, Visibility, Wish
from bot.domain.workdays import Stop, WeekendsOnly

MONDAY = date(2026, 3, 2)
NINE = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)  #: in Shanghai
ESTATE = Estate("garden", "花园小区", ZoneInfo("Asia/Shanghai"), "zh", 3)
SPEAKER = Speaker(7, "李书记", Body.COMMITTEE)
WISH = Wish(
    id=1, estate_key="garden", number=1, kind=Kind.WANT, words="灯坏了", place=Place(), category=Category.REPAIR,
    visibility=Visibility.PUBLIC, state=State.OPEN, author_id=5, author_name="王", chat_id=1, filed_at=NINE,
    next_date=None,
)  # fmt: skip

days = st.integers(0, 60).map(lambda n: MONDAY + timedelta(days=n))
ended = st.tuples(days, st.integers(0, 30)).map(lambda at: Stop(at[0], at[0] + timedelta(days=at[1])))


@dataclass(frozen=True)
class Odd:
    """A country whose working days are the odd ones."""

    def is_working(self, day: date) -> bool:
        return day.toordinal() % 2 == 1

    def knows(self, year: int) -> bool:
        return year < 2027


@settings(deadline=None)
@given(began=days, count=st.integers(1, 60), stops=st.lists(ended, max_size=4))
def test_a_stop_costs_exactly_the_working_days_it_holds(began: date, count: int, stops: list[Stop]) -> None:
    for calendar in (WeekendsOnly(), Odd()):
        due = workdays.nth_after(began, count, workdays=calendar, stops=stops)
        assert due is not None
        assert calendar.is_working(due)
        between = [began + timedelta(days=n) for n in range(1, (due - began).days + 1)]
        run = [day for day in between if calendar.is_working(day) and not any(stop.holds(day) for stop in stops)]
        assert len(run) == count
        assert run[-1] == due
        without = workdays.nth_after(began, count, workdays=calendar)
        assert without is not None
        assert due >= without


@given(began=days, count=st.integers(1, 20), first=days)
def test_an_endless_stop_stands_still_unless_the_day_came_before_it(began: date, count: int, first: date) -> None:
    plain = workdays.nth_after(began, count, workdays=WeekendsOnly())
    stopped = workdays.nth_after(began, count, workdays=WeekendsOnly(), stops=[Stop(first)])
    assert plain is not None
    assert stopped == (plain if plain <= first else None)


def test_a_clock_runs_at_least_a_day_and_ends_where_no_day_is_worked() -> None:
    with pytest.raises(ValueError, match="at least a day"):
        workdays.nth_after(MONDAY, 0, workdays=WeekendsOnly())

    class Never:
        def is_working(self, day: date) -> bool:
            return False

        def knows(self, year: int) -> bool:
            return True

    assert workdays.nth_after(MONDAY, 1, workdays=Never()) is None


def test_the_first_year_that_is_not_known() -> None:
    assert workdays.first_unknown_year(Odd(), today=date(2026, 11, 1), ahead_days=45) is None
    assert workdays.first_unknown_year(Odd(), today=date(2026, 12, 1), ahead_days=45) == 2027


def _question(asked: int, answered: int | None) -> Question:
    at = NINE + timedelta(days=asked)
    back = None if answered is None else NINE + timedelta(days=answered)
    return Question(1, 1, 9, "李书记", Body.COMMITTEE, "哪盏？", at, True, answered_at=back)


def _referral(at: int, to: Body = Body.PROPERTY) -> Referral:
    return Referral(at + 1, 1, 9, SPEAKER, to, "", NINE + timedelta(days=at))


@pytest.mark.parametrize(
    ("wish", "events", "due"),
    [
        (WISH, Events(), date(2026, 3, 5)),
        (replace(WISH, taken_by=9, taken_by_name="李", state=State.TAKEN), Events(), date(2026, 3, 12)),
        (WISH, Events(said=[NINE], acts=[NINE]), date(2026, 3, 12)),
        (WISH, Events(said=[NINE - timedelta(days=1)]), date(2026, 3, 5)),  # said before it came back
        (WISH, Events(questions=[_question(0, None)]), None),
        (WISH, Events(questions=[_question(0, 0)]), date(2026, 3, 12)),  # answered the same day: it costs nothing
        (WISH, Events(questions=[_question(0, 2)]), date(2026, 3, 16)),
        (WISH, Events(questions=[_question(4, 7)]), date(2026, 3, 13)),  # Friday to Monday: one working day
        (WISH, Events(argued=[(NINE, NINE)]), date(2026, 3, 12)),  # it is heard, and neighbours said nothing further
        (WISH, Events(argued=[(NINE, NINE + timedelta(days=11))]), date(2026, 3, 25)),  # nine working days of arguing
        (WISH, Events(referrals=[_referral(0)]), date(2026, 3, 10)),  # three days for that body, three for the answer
        (WISH, Events(referrals=[_referral(0)], acts=[NINE + timedelta(days=1)]), date(2026, 3, 6)),
        (WISH, Events(referrals=[_referral(0), _referral(1, Body.OWNERS)]), date(2026, 3, 11)),
    ],
)
def test_what_is_due_when(wish: Wish, events: Events, due: date | None) -> None:
    assert clocks.due(wish, NINE, events, ESTATE) == due


def test_what_passed() -> None:
    promised = replace(WISH, state=State.PROMISED, next_date=MONDAY)
    returned = replace(WISH, state=State.RETURNED, next_date=MONDAY)
    assert clocks.what_passed(WISH, NINE, Events()) is What.FIRST_ANSWER
    assert clocks.what_passed(WISH, NINE, Events(said=[NINE])) is What.DECISION
    assert clocks.what_passed(promised, NINE, Events()) is What.PROMISE
    assert clocks.what_passed(returned, NINE, Events()) is What.RETURNED


@given(due_on=days, late=st.integers(1, 30))
def test_the_staff_always_has_a_further_working_day(due_on: date, late: int) -> None:
    today = due_on + timedelta(days=late)
    up_on = clocks.goes_up_on(due_on, ESTATE, today=today)
    assert up_on is not None
    assert up_on > today
    worked = [today + timedelta(days=n) for n in range((up_on - today).days)]
    assert any(WeekendsOnly().is_working(day) for day in worked)


# ---- moving ---------------------------------------------------------------------------------------------------------


def _step(step: Step, day: date | None, *, state: State = State.PROMISED, answer_id: int | None = None) -> CourseStep:
    return CourseStep(1, step, state, Mover.STAFF, NINE, SPEAKER, answer_id, next_date=day)


FRIDAY, NEXT = date(2026, 3, 6), date(2026, 3, 12)


def test_a_promise_is_moved_once_and_a_new_one_begins_anew() -> None:
    first = _step(Step.PROMISED, FRIDAY, answer_id=1)
    same, moved = _step(Step.MOVED, FRIDAY, answer_id=2), _step(Step.MOVED, NEXT, answer_id=3)
    taken = _step(Step.TAKEN, FRIDAY)
    parked = _step(Step.PARKED, date(2026, 9, 1), state=State.LATER)
    assert clocks.promised([]) is None
    assert clocks.promised([first, taken, same]) == Promised(FRIDAY)
    assert clocks.promised([first, same, moved]) == Promised(NEXT, moved_from=FRIDAY)
    assert clocks.promised([first, moved, parked]) is None
    assert clocks.promised([first, moved, parked, first]) == Promised(FRIDAY)
    done, back = _step(Step.DONE, None, state=State.DONE), _step(Step.RETURNED, MONDAY, state=State.RETURNED)
    assert clocks.promised([first, moved, done, back]) is None
    again = clocks.promised([first, moved, done, back, first])
    assert again == Promised(FRIDAY), "what those affected sent back is promised anew, and may be moved once anew"
    clocks.check_move(again, to=NEXT, words="下雨", number=1, today=FRIDAY)
    assert clocks.promised([first, moved, done, back, first, moved]) == Promised(NEXT, moved_from=FRIDAY)
    assert clocks.moved_by([first, same, moved], 3) == FRIDAY
    assert clocks.moved_by([first, same, moved], 2) is None
    assert clocks.moved_by([first], 1) is None


def test_when_a_promise_may_be_moved() -> None:
    standing = Promised(FRIDAY)
    clocks.check_move(None, to=NEXT, words="", number=1, today=FRIDAY)
    clocks.check_move(standing, to=FRIDAY, words="", number=1, today=NEXT)
    clocks.check_move(standing, to=NEXT, words="下雨", number=1, today=FRIDAY)
    for refusal, promise, words, today in (
        (clock_refusals.ReasonToMove, standing, " ", FRIDAY),
        (clock_refusals.TooLateToMove, standing, "下雨", FRIDAY + timedelta(days=1)),
        (clock_refusals.MovedAlready, Promised(FRIDAY, moved_from=MONDAY), "下雨", MONDAY),
    ):
        with pytest.raises(refusal):
            clocks.check_move(promise, to=NEXT, words=words, number=1, today=today)
    with pytest.raises(clock_refusals.NothingToMove):
        clocks.check_may_move(None, number=1, today=MONDAY)


# ---- the first look -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "matter", "levels"),
    [
        ("三楼走廊的灯坏了", Matter.DEMAND, "committee"),
        ("有没有人一起跳舞", Matter.TALK, "committee"),
        ("捡到一串钥匙", Matter.TALK, "committee"),
        ("谢谢保洁阿姨", Matter.EXPRESSION, "committee"),
        ("謝謝保潔阿姨", Matter.EXPRESSION, "committee"),
        ("谢谢，不过电梯又坏了", Matter.DEMAND, "committee"),
        ("门口马路上有摊贩占道", Matter.DEMAND, "committee sub-district"),
        ("想知道加装电梯的政策，街道说过", Matter.DEMAND, "committee sub-district above"),
        ("Anyone want to play chess?", Matter.TALK, "committee"),
        ("Thank you all", Matter.EXPRESSION, "committee"),
        ("The bus stop has no bench", Matter.DEMAND, "committee sub-district"),
    ],
)
def test_what_words_suggest(words: str, matter: Matter, levels: str) -> None:
    found = suggested(Kind.WANT, words, Category.OTHER)
    assert (found.matter, " ".join(found.in_order)) == (matter, levels)


def test_an_offer_is_between_neighbours_and_what_is_unsafe_a_demand() -> None:
    assert suggested(Kind.OFFER, "我会修水管", Category.REPAIR).matter is Matter.TALK
    assert suggested(Kind.WANT, "谢谢大家，小心楼道", Category.SAFETY).matter is Matter.DEMAND


@given(st.sets(st.sampled_from(Level), min_size=1), st.sampled_from(Level))
def test_somebody_always_handles_it_and_up_is_never_below(levels: set[Level], level: Level) -> None:
    triage = Triage(Matter.DEMAND, frozenset(levels))
    order = list(Level)
    assert order.index(triage.level_up) >= max(map(order.index, levels))
    if levels == {level}:
        with pytest.raises(clock_refusals.LastLevel):
            toggled(triage, level)
    else:
        assert toggled(toggled(triage, level), level) == triage


def test_to_and_fro_wins_nobody_a_day() -> None:
    filed, later = NINE - timedelta(days=5), NINE + timedelta(days=9)

    def through(*matters: Matter) -> Triage:
        triage = Triage(matters[0], frozenset({Level.COMMITTEE}))
        for at, matter in enumerate(matters[1:]):
            triage = with_matter(triage, matter, filed_at=filed, now=later if at else NINE)
        return triage

    demand, talk = Matter.DEMAND, Matter.TALK
    assert through(talk, Matter.EXPRESSION).demand_since is None
    assert through(talk, demand).demand_since == NINE
    assert through(talk, demand, talk, demand).demand_since == NINE
    assert through(demand, talk, demand).demand_since == filed
