"""The list of the office above: what is to be decided there, what is overdue and by whom, what bounced."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.domain import desk, office
from bot.domain.course import CourseStep, Mover, Step
from bot.domain.office import MOST_PASSED_ON, Waiting
from bot.domain.people import Body, Estate, Speaker
from bot.domain.places import Place
from bot.domain.triage import Level, Matter
from bot.domain.wishes import Category, Display, Kind, State, Visibility, Wish

NINE = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)  #: a Monday, in Shanghai
TODAY = date(2026, 3, 12)
ESTATE = Estate("garden", "花园小区", ZoneInfo("Asia/Shanghai"), "zh", 3)
WISH = Wish(
    id=1, estate_key="garden", number=1, kind=Kind.WANT, words="灯坏了", place=Place(), category=Category.REPAIR,
    visibility=Visibility.PUBLIC, state=State.OPEN, author_id=5, author_name="王", chat_id=1, filed_at=NINE,
    next_date=None,
)  # fmt: skip

levels = st.frozensets(st.sampled_from(Level))
waiting = st.builds(
    Waiting,
    st.builds(
        replace,
        st.just(WISH),
        number=st.integers(1, 99),
        state=st.sampled_from(State),
        display=st.sampled_from(Display),
        next_date=st.none() | st.integers(-9, 9).map(lambda n: TODAY + timedelta(days=n)),
    ),
    st.sampled_from(Matter),
    levels,
    levels,
    st.integers(0, 3),
    st.none() | st.sampled_from(Body),
)


@given(st.lists(waiting, max_size=30), st.sampled_from(Level))
def test_each_heading_has_what_belongs_there_and_nothing_else(found: list[Waiting], level: Level) -> None:
    told = office.office_list(found, level=level, today=TODAY)
    theirs = [each for each in found if desk.waits(each.wish)]
    decided = {State.PROMISED, State.RETURNED}
    assert len(told.to_decide) == sum(
        each.matter is Matter.DEMAND and each.wish.state not in decided and level in each.levels | each.went_up_to
        for each in theirs
    )
    late = [each for each in theirs if each.went_up_to and each.wish.next_date and each.wish.next_date < TODAY]
    assert sum(map(len, told.overdue.values())) == len(late)
    assert {body: len(wishes) for body, wishes in told.overdue.items()} == {
        body: n for body in (*Body, None) if (n := sum(each.body is body for each in late))
    }
    assert len(told.bounced) == sum(
        each.passed_on >= MOST_PASSED_ON or each.wish.state is State.RETURNED for each in theirs
    )
    assert told.says_nothing == (not told.to_decide and not late and not told.bounced)


def test_who_has_it() -> None:
    owners, property_ = Speaker(1, "钱主任", Body.OWNERS), Speaker(2, "张师傅", Body.PROPERTY)

    def step(what: Step, by: Speaker | None, mover: Mover = Mover.STAFF) -> CourseStep:
        return CourseStep(1, what, State.TAKEN, mover, NINE, by)

    taken = [step(Step.TAKEN, owners)]
    assert office.body_of([], passed_on_to=None) is None
    assert office.body_of([], passed_on_to=Body.PROPERTY) is Body.PROPERTY
    assert office.body_of(taken, passed_on_to=Body.PROPERTY) is Body.OWNERS
    assert office.body_of([*taken, step(Step.HANDED_BACK, owners)], passed_on_to=None) is None
    assert office.body_of([*taken, step(Step.PROMISED, property_)], passed_on_to=None) is Body.PROPERTY
    classed = [*taken, step(Step.CLASSED, property_), step(Step.CAME_BACK, None, Mover.CLOCK)]
    assert office.body_of(classed, passed_on_to=None) is Body.OWNERS, "who classes it does not have it"


@given(st.integers(0, 24 * 60 * 30))
def test_the_next_list_is_on_a_working_day_at_its_time(minutes: int) -> None:
    now = NINE + timedelta(minutes=minutes)
    moment = office.next_list(now, ESTATE)
    local = ESTATE.local(moment)
    assert now < moment <= now + timedelta(days=3)
    assert local.time() == ESTATE.list_at
    assert local.weekday() < 5
