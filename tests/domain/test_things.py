"""What is found, lost and given away: who answers keeps their place, one is asked at a time, and all ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import thing_refusals as refusals
from bot.domain import things
from bot.domain.errors import Refused
from bot.domain.thing_terms import ThingTerms
from bot.domain.thing_words import asks_for_money, without_opening
from bot.domain.things import Affair, Response, Standing, Thing, ThingDue, ThingKind, ThingNews, ThingState

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 3, 2, 1, tzinfo=UTC)  #: a Monday, 9:00
TERMS = ThingTerms()
POSTER = 100


def affair_of(kind: ThingKind = ThingKind.GIVEAWAY) -> Affair:
    drafted = Thing(1, "sunny", 1, kind, "餐椅", "", POSTER, "王阿姨", NOW, NOW)
    return Affair(things.timed(drafted, since=NOW, terms=TERMS, zone=ZONE))


def come(affair: Affair, person: int, *, minutes: int = 0) -> Affair:
    """As the store would number them."""
    after = things.respond(affair, Response(0, person, f"p{person}", "", NOW + timedelta(minutes=minutes)))
    numbered = max((each.id for each in after.responses), default=0) + 1
    return Affair(after.thing, tuple(replace(each, id=each.id or numbered) for each in after.responses))


def test_a_yes_to_whoever_came_later_lets_the_first_wait_and_they_are_asked_about_should_it_come_to_nothing() -> None:
    affair = come(come(affair_of(ThingKind.GIVEAWAY), 1), 2)
    second = affair.of(2)
    assert second is not None
    promised = things.accept(affair, second)
    assert [each.standing for each in promised.responses] == [Standing.WAITING, Standing.ACCEPTED]
    assert things.news_of(affair, promised) == [(second.id, ThingNews.ACCEPTED)]
    assert [each.standing for each in things.leave(promised, 2).responses] == [Standing.ASKED, Standing.LEFT]


ACTS = st.lists(st.tuples(st.sampled_from(["come", "leave", "yes", "no"]), st.integers(1, 6)), max_size=40)


@given(kind=st.sampled_from(ThingKind), acts=ACTS)
def test_whatever_people_do_the_order_holds_and_nobody_waits_while_nobody_is_asked(
    kind: ThingKind, acts: list[tuple[str, int]]
) -> None:
    affair, order = affair_of(kind), []  # type: ignore[var-annotated]
    for what, person in acts:
        mine = affair.of(person)
        try:
            if what == "come":
                after = come(affair, person)
            elif what == "leave":
                after = things.leave(affair, person)
            elif mine is None:
                continue
            else:
                after = things.accept(affair, mine) if what == "yes" else things.decline(affair, mine)
        except Refused:
            continue
        if what == "come" and person not in order:
            order.append(person)
        if what in ("leave", "no"):
            order.remove(person)
        told = things.news_of(affair, after)
        assert len(told) == len(set(told)), "nothing is told twice"
        affair = after
        assert [each.person_id for each in affair.queue] == order
        taken = affair.standing_at(Standing.ASKED, Standing.ACCEPTED)
        if kind is ThingKind.GIVEAWAY:
            assert len(taken) <= 1
            assert taken or not affair.queue, "nobody waits while nobody is asked about"
        else:
            assert not affair.standing_at(Standing.WAITING), "of these whoever posted it hears at once"
        if kind is not ThingKind.LOST:
            assert len(affair.standing_at(Standing.ACCEPTED)) <= 1
        assert len({each.person_id for each in affair.responses}) == len(affair.responses)


def test_who_steps_back_or_is_passed_over_makes_room_and_comes_again_at_the_end() -> None:
    affair = come(come(come(affair_of(), 1), 2), 3)
    assert [each.standing for each in affair.responses] == [Standing.ASKED, Standing.WAITING, Standing.WAITING]
    after = things.leave(affair, 1)
    assert things.news_of(affair, after) == [(1, ThingNews.LEFT), (2, ThingNews.ASKED)]
    (second,) = after.standing_at(Standing.ASKED)
    passed = things.decline(after, second)
    assert things.news_of(after, passed) == [(2, ThingNews.DECLINED), (3, ThingNews.ASKED)]
    again = come(passed, 1, minutes=5)
    assert [each.person_id for each in again.queue] == [3, 1]
    waiting = things.leave(again, 1)
    assert things.news_of(again, waiting) == [], "who only waited is missed by nobody"


def test_who_posted_it_does_not_answer_and_only_one_is_told_yes() -> None:
    affair = come(come(affair_of(ThingKind.FOUND), 1), 2)
    with pytest.raises(refusals.OwnThing):
        come(affair, POSTER)
    first, second = affair.responses
    taken = things.accept(affair, first)
    with pytest.raises(refusals.ThingPromised):
        things.accept(taken, second)
    with pytest.raises(refusals.NoThingResponse):
        things.passed_on(taken, second, "门口")
    shown = things.passed_on(taken, taken.responses[0], "门口")
    over = things.ended(shown, ThingState.HANDED_OVER, now=NOW)
    assert all(each.contact is None for each in over.responses)
    assert things.news_of(shown, over) == [(2, ThingNews.OVER)], "who got it needs not be told"
    for act in (lambda: come(over, 3), lambda: things.leave(over, 2), lambda: things.accept(over, second)):
        with pytest.raises(refusals.ThingOver):
            act()
    seen = come(come(affair_of(ThingKind.LOST), 1), 2)
    both = things.accept(things.accept(seen, seen.responses[0]), seen.responses[1])
    assert len(both.standing_at(Standing.ACCEPTED)) == 2, "several may have seen what is lost"


def test_it_is_asked_about_prolonged_and_comes_to_its_end_by_day() -> None:
    thing = affair_of().thing
    assert thing.expires_at == datetime(2026, 3, 16, 10, tzinfo=ZONE)
    assert thing.ask_at == datetime(2026, 3, 14, 10, tzinfo=ZONE) == thing.next_at
    assert things.due_of(thing, now=thing.ask_at - timedelta(seconds=1)) is None
    assert things.due_of(thing, now=thing.ask_at) is ThingDue.ASK
    assert things.due_of(thing, now=thing.expires_at) is ThingDue.EXPIRE, "slept through, it is not asked about"
    asked = things.asked(thing)
    assert asked.next_at == thing.expires_at
    later = things.prolonged(asked, now=thing.ask_at, terms=TERMS, zone=ZONE)
    assert later.expires_at == datetime(2026, 3, 28, 10, tzinfo=ZONE)
    for _ in range(TERMS.most_prolongings - 1):
        later = things.prolonged(later, now=later.expires_at, terms=TERMS, zone=ZONE)
    with pytest.raises(refusals.NoMoreProlonging):
        things.prolonged(later, now=later.expires_at, terms=TERMS, zone=ZONE)
    over = things.ended(Affair(later), ThingState.EXPIRED, now=later.expires_at).thing
    assert over.next_at == later.expires_at + things.KEPT_FOR
    assert things.due_of(over, now=over.next_at) is ThingDue.FORGET
    with pytest.raises(refusals.ThingOver):
        things.prolonged(over, now=NOW, terms=TERMS, zone=ZONE)


@pytest.mark.parametrize("days", [1, 2])
def test_where_it_stays_up_for_less_than_that_nobody_is_asked(days: int) -> None:
    short = replace(TERMS, giveaway_days=days, ask_days_before=2)
    thing = things.timed(affair_of().thing, since=NOW, terms=short, zone=ZONE)
    assert thing.ask_at is None or thing.ask_at > NOW
    assert thing.next_at is not None


def test_how_much_one_person_posts_and_a_group_shows() -> None:
    mine = affair_of().thing
    over = replace(mine, state=ThingState.WITHDRAWN, ended_at=NOW)
    before = [replace(mine, posted_at=NOW - timedelta(days=3))] * 4
    things.check_limits(before, terms=TERMS, zone=ZONE, now=NOW)
    with pytest.raises(refusals.TooManyThings):
        things.check_limits([*before, mine], terms=TERMS, zone=ZONE, now=NOW)
    with pytest.raises(refusals.TooManyThingsToday):
        things.check_limits([over, over, mine], terms=TERMS, zone=ZONE, now=NOW)
    assert things.has_card(cards=9, things=9, most_cards=None, most_things=2)
    assert things.has_card(cards=4, things=1, most_cards=5, most_things=2)
    assert not things.has_card(cards=5, things=0, most_cards=5, most_things=2)
    assert not things.has_card(cards=2, things=2, most_cards=5, most_things=2)


@pytest.mark.parametrize(
    ("words", "asks"),
    [
        *(
            ("儿童餐椅，50元", True),
            ("餐椅 ￥20", True),
            ("五块钱拿走", True),
            ("餐椅便宜转", True),
            ("书柜出售", True),
        ),
        *(("卖旧书", True), ("a chair, $20", True), ("chair for sale", True)),
        ("旧电视，100块，自提", True),
        *(("儿童餐椅，八成新", False), ("原价300元的餐椅，送人", False), ("五块木板", False), ("不卖，免费送", False)),
        *(("小卖部送的杯子", False), ("花盆2个", False), ("a chair, free of charge", False), ("不要钱", False)),
    ],
)
def test_a_price_is_noticed_and_what_it_once_cost_is_none(words: str, asks: bool) -> None:
    assert asks_for_money(words) is asks


@pytest.mark.parametrize(
    ("kind", "words", "thing"),
    [
        (ThingKind.FOUND, "我捡到了一串钥匙", "一串钥匙"),
        (ThingKind.FOUND, "捡到：一把伞", "一把伞"),
        (ThingKind.FOUND, "I found a red umbrella", "a red umbrella"),
        (ThingKind.FOUND, "捡到了", "捡到了"),
        (ThingKind.LOST, "我丢了手套", "手套"),
        (ThingKind.LOST, "I’ve lost my glove", "my glove"),
        (ThingKind.LOST, "红色手套丢了", "红色手套丢了"),
        (ThingKind.GIVEAWAY, "送人：一张餐椅", "一张餐椅"),
        (ThingKind.GIVEAWAY, "送货车模型", "送货车模型"),
    ],
)
def test_the_card_says_that_it_was_found_so_the_words_need_not(kind: ThingKind, words: str, thing: str) -> None:
    assert without_opening(words, kind) == thing
