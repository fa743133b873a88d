"""Which presses take the tap lane, what is read of them, and that nobody is overtaken in one answer of Telegram's."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages import Toast
from bot.ports import CountedTap, Judge, TapAnswer, Written
from bot.taps import REMEMBERED, TapLane, read
from tests.delivery.fake_clock import FakeClock
from tests.intake.updates import GROUP, PRIVATE, WANG, inline_press, message, moved, press, update

COUNTED = frozenset({"join", "support"})


async def nobody(tap: CountedTap, uow: object, now: datetime) -> TapAnswer:
    raise AssertionError("the writer of these tests judges itself")


class Writer:
    """`ports.TapWriter`: counts everything but what it is told to leave, or to know already."""

    def __init__(self, *leaves: int) -> None:
        self.leaves, self.knows, self.batches = set(leaves), set(), []

    async def write(self, taps: Sequence[CountedTap], judge: Judge, *, now: datetime) -> Written:
        self.batches.append([tap.update_id for tap in taps])
        counted = [tap for tap in taps if tap.update_id not in self.leaves | self.knows]
        answers = [TapAnswer(tap.query_id, Toast("counted-join"), "zh") for tap in counted]
        left = [tap for tap in taps if tap.update_id in self.leaves]
        return Written(answers, left, [tap for tap in taps if tap.update_id in self.knows])


class Desk:
    def __init__(self, *leaves: int) -> None:
        self.writer, self.answers, self.commits = Writer(*leaves), [], 0
        self.lane = TapLane(
            writer=self.writer,
            judge=nobody,
            counted=COUNTED,
            clock=FakeClock(),
            answer_query=lambda *answer: self.answers.append(answer),
            committed=self._committed,
        )

    def _committed(self) -> None:
        self.commits += 1

    async def takes(self, *updates: dict[str, Any]) -> list[int]:
        return [each["update_id"] for each in await self.lane.take(updates)]


def numbered(update_id: int, body: dict[str, Any]) -> dict[str, Any]:
    return {**body, "update_id": update_id}


def test_what_is_read_of_a_press() -> None:
    body = press("join:7", shows=("join:7",))
    tap = read(body, COUNTED)
    assert tap is not None
    assert (tap.data, tap.query_id, tap.message_id) == ("join:7", "q1", 40)
    assert (tap.name, tap.username, tap.language_code) == ("王 阿姨", None, "zh-hans")
    assert tap.lane == (GROUP["id"], WANG["id"])
    assert not tap.private
    assert tap.raw is body


@pytest.mark.parametrize("shows", [("join:8",), None], ids=["another button", "a message out of reach"])
def test_a_button_the_message_does_not_show_is_known_as_such(shows: tuple[str, ...] | None) -> None:
    tap = read(press("join:7", shows=shows), COUNTED)
    assert tap is not None
    assert tap.message_id is None


@pytest.mark.parametrize(
    "body",
    [press("answer:7"), press(None), inline_press(), message("我想要"), moved("member", "left"), press("joined:7")],
    ids=["another route", "no data", "inline", "a message", "its own standing", "a longer name"],
)
def test_everything_else_goes_its_usual_way(body: dict[str, Any]) -> None:
    assert read(body, COUNTED) is None


@given(st.recursive(st.none() | st.integers() | st.text(max_size=5), lambda inner: st.dictionaries(
    st.sampled_from(["id", "data", "message", "from", "chat", "reply_markup", "inline_keyboard"]), inner, max_size=4
)))  # fmt: skip
def test_no_press_however_crooked_breaks_the_lane(query: Any) -> None:
    crooked = {"update_id": 1, "callback_query": query}
    if isinstance(query, dict):
        crooked["callback_query"] = {**query, "data": "join:1"}
        assert read(crooked, COUNTED) is None or isinstance(query.get("message"), dict)


async def test_counted_presses_are_settled_and_answered_and_the_rest_is_handed_on_in_order() -> None:
    desk = Desk()
    left = await desk.takes(
        numbered(1, message("hello", chat={**GROUP, "id": -9})), numbered(2, press()), numbered(3, press("answer:1"))
    )
    assert left == [1, 3]
    assert desk.answers == [("q1", Toast("counted-join"), "zh")]
    assert desk.commits == 1


async def test_what_the_writer_leaves_is_handed_on() -> None:
    desk = Desk(2)
    assert await desk.takes(numbered(1, press()), numbered(2, press())) == [2]


async def test_a_press_behind_something_else_of_the_same_person_there_waits_for_it() -> None:
    desk = Desk()
    in_private = numbered(2, message("我的", chat=PRIVATE))
    left = await desk.takes(numbered(1, press("answer:1")), in_private, numbered(3, press()), numbered(4, press()))
    assert left == [1, 2, 3, 4]
    assert not desk.writer.batches
    assert await desk.takes(in_private, numbered(5, press())) == [2], "another chat is another lane"


async def test_without_taps_nothing_is_written() -> None:
    desk = Desk()
    assert await desk.takes(numbered(1, message("你好")), numbered(2, update("poll", {}))) == [1, 2]
    assert not desk.writer.batches


async def test_what_was_counted_before_is_answered_once_more_with_the_same_words() -> None:
    desk = Desk()
    await desk.takes(numbered(1, press()))
    desk.writer.knows = {1, 7}
    of_another_life = press()
    of_another_life["callback_query"] |= {"id": "q7", "from": {**WANG, "id": 12}}
    assert await desk.takes(numbered(1, press()), numbered(7, of_another_life)) == []
    assert desk.answers[1:] == [("q1", Toast("counted-join"), "zh"), ("q7", None, "")]
    assert desk.commits == 1, "nothing was written this time"


async def test_only_the_last_answers_are_remembered() -> None:
    desk = Desk()
    bodies = [press() for _ in range(REMEMBERED + 1)]
    for number, body in enumerate(bodies):
        body["callback_query"]["id"] = f"q{number}"
    await desk.takes(*(numbered(number, body) for number, body in enumerate(bodies)))
    desk.writer.knows = {0, 1}
    desk.answers.clear()
    await desk.takes(numbered(0, bodies[0]), numbered(1, bodies[1]))
    assert desk.answers == [("q0", None, ""), ("q1", Toast("counted-join"), "zh")]


async def test_cards_are_looked_after_at_once_and_then_once_for_all_that_follow_within_a_moment() -> None:
    desk = Desk()
    for number in range(5):
        await desk.takes(numbered(number, press()))
    assert desk.commits == 1
    while desk.commits < 2:
        await asyncio.sleep(0.01)
    for number in range(5, 10):
        await desk.takes(numbered(number, press()))
    assert desk.commits == 2
