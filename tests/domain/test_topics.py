"""Where something goes: the topic chosen for it, what it goes along with, General; one use never moves another."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.topics import TRIED_AGAIN_AFTER, Topic, TopicUse, chosen_for, place_for

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
AGES = st.none() | st.timedeltas(timedelta(0), 2 * TRIED_AGAIN_AFTER)
TOPICS = st.builds(lambda number, age: Topic(number, None if age is None else NOW - age), st.integers(1, 9), AGES)
CHOSEN = st.dictionaries(st.sampled_from(TopicUse), TOPICS)


@given(CHOSEN, st.sampled_from(TopicUse))
def test_it_goes_where_it_was_sent_or_to_general(chosen: dict[TopicUse, Topic], use: TopicUse) -> None:
    place = place_for(use, chosen, now=NOW)
    if use in chosen:
        assert place == (chosen[use].id if chosen[use].takes(NOW) else None)
    elif use is TopicUse.BOARD:
        assert place == place_for(TopicUse.WISHES, chosen, now=NOW)
    elif use is TopicUse.VOTES:
        assert place == place_for(TopicUse.NEWS, chosen, now=NOW)
    else:
        assert place is None


@given(CHOSEN, st.sampled_from(TopicUse), TOPICS)
def test_a_choice_moves_nothing_that_has_a_topic_of_its_own(
    chosen: dict[TopicUse, Topic], use: TopicUse, topic: Topic
) -> None:
    after = {**chosen, use: topic}
    for other in set(chosen) - {use}:
        assert place_for(other, after, now=NOW) == place_for(other, chosen, now=NOW)


def test_a_closed_topic_stays_chosen_and_is_tried_again_after_an_hour() -> None:
    chosen = {TopicUse.WISHES: Topic(7, closed_at=NOW)}
    assert chosen_for(TopicUse.BOARD, chosen) == chosen[TopicUse.WISHES]
    assert place_for(TopicUse.WISHES, chosen, now=NOW + TRIED_AGAIN_AFTER - timedelta(seconds=1)) is None
    assert place_for(TopicUse.WISHES, chosen, now=NOW + TRIED_AGAIN_AFTER) == 7
