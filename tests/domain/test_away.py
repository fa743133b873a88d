"""When the bot was away, and which line is said of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.away import AWAY_AFTER, ONE_LINE_FOR, WRITTEN_KEPT, Contact, come_back, is_away
from bot.domain.presses import COMING_BACK, LastPress, Outcome, had_waited

NOON = datetime(2026, 3, 2, 4, tzinfo=UTC)
HOUR = timedelta(hours=1)
spans = st.timedeltas(min_value=timedelta(seconds=1), max_value=timedelta(days=3))


def test_as_long_as_telegram_keeps_presses_nothing_is_lost() -> None:
    assert not is_away(NOON, until=NOON + AWAY_AFTER)
    assert is_away(NOON, until=NOON + AWAY_AFTER + timedelta(seconds=1))
    assert not is_away(NOON, until=NOON - HOUR), "a clock that was set back"


def test_over_a_day_words_are_lost_too() -> None:
    for span, lost in ((WRITTEN_KEPT, False), (WRITTEN_KEPT + HOUR, True)):
        line = come_back(Contact(NOON), since=NOON, now=NOON + span).line
        assert line is not None
        assert line.lost_words is lost


@given(st.lists(st.tuples(spans, spans), min_size=1, max_size=8))
def test_lines_are_never_close_together_and_no_absence_goes_unsaid(times: list[tuple[timedelta, timedelta]]) -> None:
    """Whatever the outages: (in touch for so long, then away for so long)."""
    contact, now, posted = Contact(NOON), NOON, []
    for touched, away in times:
        since = now + touched
        now = since + away
        contact = come_back(contact, since=since, now=now)
        line = contact.line
        assert line is not None
        assert (contact.met_at, line.until) == (now, now)
        assert line.since <= since
        if line.said_at == now:
            assert (line.since, line.several) == (since, False)
            posted.append((now, away))
        else:
            assert line.several
            assert not line.lost_words
    for (first, _), (second, away) in pairwise(posted):
        assert second - first >= ONE_LINE_FOR or away > WRITTEN_KEPT


def test_only_what_was_counted_around_coming_back_had_waited() -> None:
    for outcome, apart, waited in (
        (Outcome.COUNTED, timedelta(0), True),
        (Outcome.COUNTED, -COMING_BACK, True),
        (Outcome.COUNTED, COMING_BACK + timedelta(seconds=1), False),
        (Outcome.ASKED, timedelta(0), False),
        (Outcome.TAKEN_BACK, timedelta(0), False),
    ):
        assert had_waited(LastPress(outcome, NOON + apart), back_at=NOON) is waited
