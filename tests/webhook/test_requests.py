"""What each request is answered, and when."""

from __future__ import annotations

import asyncio
import io
import json

import pytest

from bot.ports import PressAnswer
from tests.webhook.conftest import Stage, opened


def update(number: int, **more: object) -> dict[str, object]:
    return {"update_id": number, "message": {}, **more}


async def test_200_comes_after_keeping_and_not_before(stage: Stage) -> None:
    stage.inbox.open.clear()
    request = asyncio.create_task(stage.brings(update(1)))
    await stage.inbox.began.wait()
    assert not request.done()
    stage.inbox.open.set()
    assert (await request)[0] == 200
    assert stage.inbox.groups == [[1]]


async def test_what_arrives_while_one_is_kept_is_kept_together_in_order(stage: Stage) -> None:
    stage.inbox.open.clear()
    first = asyncio.create_task(stage.brings(update(1)))
    await stage.inbox.began.wait()
    others = [asyncio.create_task(stage.brings(update(number))) for number in (4, 2, 3)]
    while stage.webhook.gathering.waiting < 4:
        await asyncio.sleep(0)
    stage.inbox.open.set()
    assert {status for status, _ in await asyncio.gather(first, *others)} == {200}
    assert stage.inbox.groups == [[1], [2, 3, 4]]


@pytest.mark.parametrize("secret", [None, "", "open-sesam", "open-sesame2", "芝麻开门".encode().decode("latin-1")])
async def test_without_the_secret_nothing_is_read(stage: Stage, secret: str | None) -> None:
    assert (await stage.brings(update(1), secret=secret))[0] == 403
    assert stage.inbox.groups == []
    assert "wishwell_requests_refused_total 1.0" in (await stage.reads("/metrics"))[1]


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"7", b"{}", b'{"update_id": "7"}', b'{"update_id": true}', b"\xff", b"[" * 100_000]
)
async def test_what_is_no_update_is_refused(stage: Stage, body: bytes) -> None:
    assert await stage.posts(body) == 400
    assert stage.inbox.groups == []


async def test_what_is_kept_is_a_contact_and_what_is_not_a_miss(stage: Stage) -> None:
    assert stage.touch.told == ["met"], "Telegram took the address"
    await stage.brings(update(1))
    stage.inbox.fails.append(OSError("the disk is full"))
    await stage.brings(update(2))
    while len(stage.touch.told) < 3:
        await asyncio.sleep(0)
    assert stage.touch.told == ["met", "met", "missed"]


async def test_a_body_beyond_any_update_is_refused(stage: Stage) -> None:
    assert await stage.posts(io.BytesIO(b" " * (1024 * 1024 + 1))) == 413


async def test_when_keeping_fails_telegram_is_to_come_again(stage: Stage) -> None:
    stage.inbox.fails.append(OSError("the disk is full"))
    assert (await stage.brings(update(1)))[0] == 503
    assert (await stage.brings(update(1)))[0] == 200
    assert stage.inbox.groups == [[1]]


async def test_one_of_an_odd_shape_does_not_hold_up_the_others(stage: Stage) -> None:
    stage.inbox.open.clear()
    first = asyncio.create_task(stage.brings(update(1)))
    await stage.inbox.began.wait()
    odd = asyncio.create_task(stage.brings(update(2, odd=True)))
    third = asyncio.create_task(stage.brings(update(3)))
    while stage.webhook.gathering.waiting < 3:
        await asyncio.sleep(0)
    stage.inbox.open.set()
    assert [(await one)[0] for one in (first, odd, third)] == [200, 503, 200]
    assert stage.inbox.groups == [[1], [3]]


async def test_too_many_are_sent_away_at_once() -> None:
    async with opened(most_waiting=1) as stage:
        stage.inbox.open.clear()
        first = asyncio.create_task(stage.brings(update(1)))
        await stage.inbox.began.wait()
        status, headers = await stage.brings(update(2))
        assert (status, headers["Retry-After"]) == (503, "1")
        stage.inbox.open.set()
        assert (await first)[0] == 200
        assert "wishwell_requests_overloaded_total 1.0" in (await stage.reads("/metrics"))[1]


async def test_health_follows_the_database(stage: Stage) -> None:
    assert await stage.reads("/healthz") == (200, "ok")
    stage.inbox.answers = False
    assert (await stage.reads("/healthz"))[0] == 503
    assert "wishwell_inbox_waiting NaN" in (await stage.reads("/metrics"))[1]


async def test_numbers(stage: Stage) -> None:
    await stage.brings(update(1))
    await stage.brings({"update_id": 2, "poll": {}})
    text = (await stage.reads("/metrics"))[1]
    for line in (
        'wishwell_updates_received_total{kind="message"} 1.0',
        'wishwell_updates_received_total{kind="other"} 1.0',
        "wishwell_updates_kept_total 1.0",
        "wishwell_updates_dropped_total 1.0",
        "wishwell_update_kept_seconds_count 2.0",
        "wishwell_inbox_waiting 3.0",
        "wishwell_outbox_waiting 4.0",
    ):
        assert line in text


async def test_other_addresses_and_verbs(stage: Stage) -> None:
    assert (await stage.reads("/tg"))[0] == 405
    assert (await stage.reads("/"))[0] == 404


async def test_the_answer_to_a_press_goes_in_ours(stage: Stage) -> None:
    stage.inbox.says = {"q1": PressAnswer("q1", "记上了", alert=True), "q2": PressAnswer("q2", None, alert=False)}
    status, body = await stage.hears({"update_id": 1, "callback_query": {"id": "q1"}})
    assert status == 200
    told = {"callback_query_id": "q1", "text": "记上了", "show_alert": True}
    assert json.loads(body) == {"method": "answerCallbackQuery", **told}
    body = (await stage.hears({"update_id": 2, "callback_query": {"id": "q2"}}))[1]
    assert json.loads(body) == {"method": "answerCallbackQuery", "callback_query_id": "q2"}
    assert stage.inbox.calls == []


@pytest.mark.parametrize(
    "query", [{"id": "q3"}, {"id": 3}, {}, [], "q3"], ids=["to be handled later", "odd id", "no id", "a list", "text"]
)
async def test_without_an_answer_ours_is_empty(stage: Stage, query: object) -> None:
    assert await stage.hears({"update_id": 1, "callback_query": query}) == (200, b"")


async def test_what_could_not_be_kept_carries_no_answer(stage: Stage) -> None:
    stage.inbox.says = {"q1": PressAnswer("q1", "记上了", alert=False)}
    stage.inbox.fails = [OSError("disk full")]
    status, body = await stage.hears({"update_id": 1, "callback_query": {"id": "q1"}})
    assert (status, body) == (503, b"not kept")
    assert (await stage.hears({"update_id": 1, "callback_query": {"id": "q1"}}))[0] == 200
