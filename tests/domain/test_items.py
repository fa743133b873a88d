"""Items of the plan: what is refused, what state follows from their wishes, and money that adds up."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import item_refusals, items
from bot.domain.errors import DateInPast
from bot.domain.items import Funding, Item, ItemMove, ItemState, Plan, Tier
from bot.domain.people import Body
from bot.domain.places import Place
from bot.domain.project_refusals import ReasonNeeded
from bot.domain.projects import Source, Stage
from bot.domain.wishes import NO_WORDS, Category, Kind, State, Visibility, Wish

TODAY = date(2026, 3, 2)
PLAN = Plan("换灯", Tier.SOON, date(2026, 6, 30), Body.PROPERTY)
ITEM = Item(1, "east", 1, PLAN, ItemState.PLANNED)
WISH = Wish(
    id=1,
    estate_key="east",
    number=1,
    kind=Kind.WANT,
    words="灯坏了",
    place=Place(building="3"),
    category=Category.REPAIR,
    visibility=Visibility.PUBLIC,
    state=State.OPEN,
    author_id=1,
    author_name="王",
    chat_id=1,
    filed_at=datetime(2026, 3, 2, tzinfo=UTC),
    next_date=None,
)
CENTS = st.integers(0, 10**11)
FUNDINGS = st.builds(Funding, st.dictionaries(st.sampled_from(Source), CENTS), CENTS)


# ---- days ----------------------------------------------------------------------------------------------------------


@given(tier=st.sampled_from(Tier), ahead=st.integers(-400, 900))
def test_a_day_is_taken_within_its_tier_and_refused_beyond_it(tier: Tier, ahead: int) -> None:
    plan = replace(PLAN, tier=tier, day=TODAY + timedelta(days=ahead))
    if 0 <= ahead <= items.WITHIN_DAYS[tier]:
        items.check(plan, today=TODAY)
        return
    with pytest.raises((DateInPast, item_refusals.DayBeyondTier)):
        items.check(plan, today=TODAY)


def test_only_what_is_for_later_may_have_no_day() -> None:
    items.check(replace(PLAN, tier=Tier.LATER, day=None), today=TODAY)
    for tier in (Tier.NOW, Tier.SOON):
        with pytest.raises(item_refusals.TierNeedsDay):
            items.check(replace(PLAN, tier=tier, day=None), today=TODAY)


def test_another_day_needs_words_and_a_day_that_is_over_may_stay() -> None:
    with pytest.raises(ReasonNeeded):
        items.change(ITEM, replace(PLAN, day=date(2026, 7, 1)), words=" ", today=TODAY)
    with pytest.raises(item_refusals.NothingChanged):
        items.change(ITEM, PLAN, words="", today=TODAY)
    renamed = items.change(ITEM, replace(PLAN, name="换所有的灯"), words="", today=date(2027, 1, 1))
    assert renamed.plan.day == PLAN.day


@pytest.mark.parametrize("state", [ItemState.DONE, ItemState.DROPPED])
def test_what_is_over_is_not_changed_or_dropped(state: ItemState) -> None:
    over = replace(ITEM, state=state)
    with pytest.raises(item_refusals.ItemOver):
        items.change(over, replace(PLAN, name="别的"), words="", today=TODAY)
    with pytest.raises(item_refusals.ItemOver):
        items.drop(over, words="不办了")
    with pytest.raises(ReasonNeeded):
        items.drop(ITEM, words="")


# ---- what follows --------------------------------------------------------------------------------------------------

WISHES = st.lists(
    st.builds(
        lambda state, gone: replace(WISH, state=state, words=NO_WORDS if gone else "灯"),
        st.sampled_from(State),
        st.booleans(),
    ),
    max_size=6,
)


@given(wishes=WISHES, stages=st.lists(st.sampled_from(Stage), max_size=3))
def test_the_state_follows_and_done_means_that_every_wish_that_stands_is(
    wishes: list[Wish], stages: list[Stage]
) -> None:
    state = items.follow(wishes, stages)
    stand = [wish for wish in wishes if not wish.is_gone and wish.state is not State.WITHDRAWN]
    assert (state is ItemState.DONE) == (bool(stand) and all(wish.state is State.DONE for wish in stand))
    assert state is not ItemState.DROPPED
    assert items.follow([*wishes, replace(WISH, state=State.WITHDRAWN)], stages) is state


@given(before=st.sampled_from([*items.LIVING, ItemState.DONE]), wishes=WISHES)
def test_every_change_that_follows_has_a_name_and_the_same_state_has_none(
    before: ItemState, wishes: list[Wish]
) -> None:
    after = items.follow(wishes, [])
    assert (items.move_to(before, after) is None) == (before is after)
    if after is ItemState.DONE and before is not after:
        assert items.move_to(before, after) is ItemMove.DONE


# ---- money ---------------------------------------------------------------------------------------------------------


@given(fundings=st.lists(FUNDINGS, max_size=6))
def test_the_cost_is_the_sum_of_what_every_source_gives(fundings: list[Funding]) -> None:
    by_source = sum(each.by_source.get(source, 0) for each in fundings for source in Source)
    assert sum(each.total for each in fundings) == by_source + sum(each.open_cents for each in fundings)
    for each in fundings:
        assert all(each.by_source[source] for source in each.sources)


@given(
    sums=st.dictionaries(st.sampled_from(Source), st.integers(1, 10**9), min_size=1), open_yuan=st.integers(0, 10**9)
)
def test_money_is_read_as_it_is_written_in_either_language(sums: dict[Source, int], open_yuan: int) -> None:
    zh = {"government": "政府", "enterprise": "企业", "society": "社会", "residents": "居民"}
    rest = [str(open_yuan)] if open_yuan else []
    expected = Funding({source: yuan * 100 for source, yuan in sums.items()}, open_yuan * 100)
    chinese = "，".join([*(f"{zh[source]}出{yuan}元" for source, yuan in sums.items()), *rest])
    english = ", ".join([*(f"{source} {yuan:,}" for source, yuan in sums.items()), *rest])
    assert items.read_funding(chinese) == expected
    assert items.read_funding(english) == expected


@pytest.mark.parametrize("words", ["很多", "政府", "政府很多", "-5", "张三5万", "，，"])
def test_what_is_no_money_is_refused_with_its_words(words: str) -> None:
    with pytest.raises(item_refusals.NotFunding):
        items.read_funding(words)


def test_traditional_characters_are_read() -> None:
    assert items.read_funding("企業5萬").by_source == {Source.ENTERPRISE: 5_000_000}


def test_a_source_named_twice_is_added_up() -> None:
    assert items.read_funding("政府1万\n政府 2万").by_source == {Source.GOVERNMENT: 3_000_000}


@given(st.lists(st.tuples(st.sampled_from(Tier), st.none() | st.dates(date(2026, 1, 1), date(2027, 1, 1))), max_size=9))
def test_the_plan_keeps_every_item_and_what_has_no_day_comes_last(made: list[tuple[Tier, date | None]]) -> None:
    listed = [
        replace(ITEM, id=at, number=at, plan=replace(PLAN, tier=tier, day=day)) for at, (tier, day) in enumerate(made)
    ]
    by_tier = items.by_tier(listed)
    assert sorted(each.id for theirs in by_tier.values() for each in theirs) == [each.id for each in listed]
    for theirs in by_tier.values():
        days = [each.plan.day or date.max for each in theirs]
        assert days == sorted(days)
