"""Answers to presses: each goes once, by a call of its own or by the ride it was offered."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import date

import pytest

from bot.delivery.press_answers import KEPT_TEXTS, MOST_UNDER_WAY, PressAnswers
from bot.messages import Arg, Day, Toast
from bot.nursery import Nursery
from bot.ports import Ambiguous, PressAnswer


class Telegram:
    """`Transport.answer` alone; while `open` is not set a call lasts."""

    def __init__(self) -> None:
        self.answered: list[tuple[str, str | None, bool]] = []
        self.fails: list[Exception] = []
        self.open = asyncio.Event()
        self.open.set()
        self.under_way = 0

    async def answer(self, query_id: str, text: str | None, *, alert: bool) -> None:
        self.under_way += 1
        await self.open.wait()
        self.under_way -= 1
        if self.fails:
            raise self.fails.pop(0)
        self.answered.append((query_id, text, alert))


class Words:
    """Counts what it renders; a day is worded by what day it is."""

    def __init__(self) -> None:
        self.rendered, self.today = 0, "today"

    def toast(self, toast: Toast, language: str) -> str:
        self.rendered += 1
        args = ",".join(self.today if isinstance(arg, Day) else str(arg) for arg in toast.args.values())
        return f"{toast.key}({args}) {language}"


class Desk:
    def __init__(self, nursery: Nursery) -> None:
        self.telegram, self.words, self.nursery = Telegram(), Words(), nursery
        self.answers = PressAnswers(transport=self.telegram, renderer=self.words, nursery=nursery)

    async def all_sent(self) -> None:
        await self.nursery.drain(10)


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    async with Nursery() as nursery:
        yield Desk(nursery)


def counted(**args: Arg) -> Toast:
    return Toast("counted-join", args)


async def test_an_answer_is_sent_in_the_language_of_the_person(desk: Desk) -> None:
    desk.answers.answer("q1", counted(number="12"), "en")
    desk.answers.answer("q2", Toast("taken-back", {}, alert=True), "zh")
    desk.answers.answer("q3", None, "zh")
    await desk.all_sent()
    assert desk.telegram.answered == [
        ("q1", "counted-join(12) en", False),
        ("q2", "taken-back() zh", True),
        ("q3", None, False),
    ]


async def test_many_go_side_by_side_but_leave_connections_to_delivery(desk: Desk) -> None:
    desk.telegram.open.clear()
    for number in range(3 * MOST_UNDER_WAY):
        desk.answers.answer(f"q{number}", counted(), "zh")
    for _ in range(5):
        await asyncio.sleep(0)
    assert desk.telegram.under_way == MOST_UNDER_WAY
    desk.telegram.open.set()
    await desk.all_sent()
    assert sorted(answer[0] for answer in desk.telegram.answered) == sorted(f"q{n}" for n in range(3 * MOST_UNDER_WAY))


async def test_one_that_fails_takes_no_other_along(desk: Desk) -> None:
    desk.telegram.fails = [Ambiguous("the line went dead")]
    for number in range(3):
        desk.answers.answer(f"q{number}", counted(), "zh")
    await desk.all_sent()
    assert len(desk.telegram.answered) == 2
    desk.answers.answer("q9", counted(), "zh")
    await desk.all_sent()
    assert desk.telegram.answered[-1][0] == "q9"


async def test_the_same_words_are_rendered_once_but_for_days(desk: Desk) -> None:
    for _ in range(3):
        desk.answers.answer("q", counted(number="1"), "zh")
        desk.answers.answer("q", counted(number="1"), "en")
    assert desk.words.rendered == 2
    for today in ("today", "yesterday"):
        desk.words.today = today
        desk.answers.answer("q", counted(day=Day(date(2026, 3, 2))), "zh")
    for number in range(KEPT_TEXTS + 1):
        desk.answers.answer("q", counted(number=str(number)), "zh")
    await desk.all_sent()
    texts = [text for _, text, _ in desk.telegram.answered]
    assert "counted-join(yesterday) zh" in texts
    assert f"counted-join({KEPT_TEXTS}) zh" in texts


async def test_an_answer_takes_the_ride_it_is_offered(desk: Desk) -> None:
    with desk.answers.riding("q1") as ride:
        desk.answers.answer("q2", counted(), "zh")
        desk.answers.answer("q1", counted(), "zh")
        desk.answers.answer("q1", counted(), "en")  # the ride is taken
    assert ride.answer == PressAnswer("q1", "counted-join() zh", alert=False)
    desk.answers.answer("q1", counted(), "zh")
    await desk.all_sent()
    assert [(query, text) for query, text, _ in desk.telegram.answered] == [
        ("q2", "counted-join() zh"),
        ("q1", "counted-join() en"),
        ("q1", "counted-join() zh"),
    ]


async def test_a_press_that_is_brought_twice_at_once_is_answered_by_the_later_ride(desk: Desk) -> None:
    with desk.answers.riding("q1") as first:
        with desk.answers.riding("q1") as second:
            desk.answers.answer("q1", counted(), "zh")
        assert first.answer is None
        assert second.answer is not None
    desk.answers.answer("q1", counted(), "zh")
    await desk.all_sent()
    assert len(desk.telegram.answered) == 1
