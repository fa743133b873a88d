"""The Bot API client over real HTTP, against the simulated Telegram."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.messages import Reply, say
from bot.ports import Ambiguous, Gone, Me, MessageLost, Rejected, Rendered, RenderedButton, Retry, Sound
from bot.transport import BotApi
from simulator.client import Group, Person
from simulator.client import World as Story
from simulator.server import RunningServer, serve
from simulator.world import World

TOKEN = "7000000001:local-secret"
ALLOWED = ("message", "callback_query", "my_chat_member")
SAYING = say("any")  # what it says is rendered already; only its flags count here
HELLO = Rendered("你好 <b>邻居</b>")


@pytest.fixture
async def running() -> AsyncIterator[RunningServer]:
    world = World(start=datetime(2026, 3, 2, 1, 0, tzinfo=UTC), rate=0)
    world.add_bot(token=TOKEN, name="邻愿", username="wishwell_bot")
    async with serve(world) as server:
        yield server


@pytest.fixture
async def story(running: RunningServer) -> AsyncIterator[Story]:
    async with await Story.connect(running.base_url) as story:
        story.autosettle = False
        await story.limits(False)
        yield story


@pytest.fixture
async def api(running: RunningServer) -> AsyncIterator[BotApi]:
    async with BotApi(
        TOKEN, base_url=running.base_url, timeout_s=5, trust_environment=False, allowed_updates=ALLOWED
    ) as api:
        yield api


@pytest.fixture
async def wang(story: Story) -> Person:
    wang = await story.person("王阿姨")
    await wang.starts()
    return wang


@pytest.fixture
async def group(story: Story, wang: Person) -> Group:
    return await story.group("3号楼邻居群", creator=wang)


async def params(story: Story, method: str) -> dict[str, Any]:
    """What the one successful call of this method was given; a form's fields are JSON."""
    (call,) = [call for call in await story.calls(method) if call["ok"]]
    given = {}
    for name, value in call["params"].items():
        with contextlib.suppress(TypeError, ValueError):
            value = json.loads(value)
        given[name] = value
    return given


async def pending(api: BotApi) -> int:
    """Confirm all there is; the offset for what comes next."""
    updates = await api.updates(offset=None, timeout_s=0)
    return int(updates[-1]["update_id"]) + 1 if updates else 0


# ---- who, updates ----------------------------------------------------------------------------------------------


async def test_it_knows_itself(api: BotApi) -> None:
    assert await api.me() == Me(7000000001, "wishwell_bot", "邻愿", sees_all=False)


async def test_a_wrong_token_is_refused_at_once(running: RunningServer) -> None:
    async with BotApi(
        "7000000001:wrong", base_url=running.base_url, trust_environment=False, allowed_updates=ALLOWED
    ) as api:
        with pytest.raises(Rejected, match="Unauthorized"):
            await api.me()


async def test_updates_come_raw_and_are_confirmed_by_the_next_offset(api: BotApi, story: Story, wang: Person) -> None:
    offset = await pending(api)
    await wang.says("我想要一盏灯")
    (update,) = await api.updates(offset=offset, timeout_s=0)
    assert update["message"]["text"] == "我想要一盏灯"
    assert update["message"]["from"]["language_code"] == "zh-hans"
    assert [each["update_id"] for each in await api.updates(offset=offset, timeout_s=0)] == [update["update_id"]]
    assert await api.updates(offset=update["update_id"] + 1, timeout_s=0) == []


async def test_a_poll_may_take_longer_than_any_other_call(running: RunningServer, story: Story) -> None:
    async with BotApi(
        TOKEN, base_url=running.base_url, timeout_s=0.2, trust_environment=False, allowed_updates=ALLOWED
    ) as hasty:
        assert await hasty.updates(offset=await pending(hasty), timeout_s=1) == []


async def test_a_long_poll_is_no_reason_to_keep_a_send_waiting(api: BotApi, wang: Person) -> None:
    offset = await pending(api)
    poll = asyncio.create_task(api.updates(offset=offset, timeout_s=30))
    await asyncio.sleep(0)
    assert await api.send(wang.id, HELLO, SAYING) > 0
    await wang.says("在")
    assert [update["message"]["text"] for update in await poll] == ["在"]


# ---- sending ---------------------------------------------------------------------------------------------------


async def test_a_message_arrives_with_its_markup_and_buttons(api: BotApi, wang: Person) -> None:
    message_id = await api.send(
        wang.id,
        Rendered(
            HELLO.text,
            buttons=(
                (RenderedButton("我家也是", data="same:1"), RenderedButton("支持", data="back:1")),
                (RenderedButton("私聊", url="https://t.me/wishwell_bot?start=x"),),
            ),
        ),
        SAYING,
    )
    message = await wang.sees("你好 邻居")
    assert message.id == message_id
    (offset,) = [await pending(api)]
    await wang.act("press", chat=wang.id, message=message_id, data="same:1")
    (update,) = await api.updates(offset=offset, timeout_s=0)
    assert update["callback_query"]["data"] == "same:1"
    assert (await wang.presses("私聊", on=message)).url is not None


async def test_flags_travel(api: BotApi, story: Story, wang: Person, group: Group) -> None:
    said = await wang.says("/want@wishwell_bot", to=group)
    await api.send(group.id, HELLO, Reply((), silent=True, answers=said.id))
    given = await params(story, "sendMessage")
    assert given["disable_notification"] is True
    assert given["reply_parameters"] == {"message_id": said.id, "allow_sending_without_reply": True}
    assert given["link_preview_options"] == {"is_disabled": True}
    assert given["parse_mode"] == "HTML"


async def test_a_question_in_a_group_is_aimed_at_who_was_answered(
    api: BotApi, story: Story, wang: Person, group: Group
) -> None:
    said = await wang.says("/want@wishwell_bot", to=group)
    question = Rendered("哪里？", placeholder="比如 3号楼三楼")
    await api.send(group.id, question, Reply((), ask=True, answers=said.id))
    assert (await params(story, "sendMessage"))["reply_markup"] == {
        "force_reply": True,
        "selective": True,
        "input_field_placeholder": "比如 3号楼三楼",
    }


async def test_an_answer_to_a_deleted_message_is_sent_all_the_same(api: BotApi, wang: Person, group: Group) -> None:
    said = await wang.says("/want@wishwell_bot", to=group)
    await wang.deletes(said)
    assert await api.send(group.id, HELLO, Reply((), answers=said.id)) > 0


async def test_a_photo_goes_as_bytes_and_as_file_id_and_comes_back(api: BotApi, wang: Person) -> None:
    offset = await pending(api)
    await wang.photographs(caption="看")
    (update,) = await api.updates(offset=offset, timeout_s=0)
    file_id = update["message"]["photo"][-1]["file_id"]
    content = await api.fetch(file_id)
    assert content[:8] == b"\x89PNG\r\n\x1a\n" or content[:2] == b"\xff\xd8"
    await api.send(wang.id, Rendered("办好了"), SAYING, photo=file_id)
    await api.send(wang.id, Rendered("又办好了"), SAYING, photo=content)
    assert (await wang.sees("又办好了")).id > (await wang.sees("办好了")).id - 1


async def test_a_voice_note_goes_as_file_id_and_as_bytes_with_its_length_and_comes_back(
    api: BotApi, story: Story, wang: Person
) -> None:
    offset = await pending(api)
    await wang.speaks(12)
    (update,) = await api.updates(offset=offset, timeout_s=0)
    file_id = update["message"]["voice"]["file_id"]
    content = await api.fetch(file_id)
    assert content[:4] == b"OggS"
    buttons = ((RenderedButton("写成一句话", data="transcribe:1"),),)
    message_id = await api.send(
        wang.id, Rendered("<b>听</b>", buttons), Reply((), silent=True), voice=Sound(file_id, 12)
    )
    heard = await wang.sees("听")
    assert (heard.id, heard.voice_s, heard.labels, heard.silent) == (message_id, 12, ["写成一句话"], True)
    await api.edit(wang.id, message_id, Rendered("写好了"), caption=True)
    assert (await wang.sees("写好了")).voice_s == 12
    await api.send(wang.id, Rendered("再听"), SAYING, voice=Sound(content, 7))
    assert (await wang.sees("再听")).voice_s == 7
    with pytest.raises(Rejected, match="wrong"):
        await api.send(wang.id, HELLO, SAYING, voice=Sound("AwACnothing", 1))


async def test_a_wrong_file_id_is_refused(api: BotApi, wang: Person) -> None:
    with pytest.raises(Rejected, match="wrong"):
        await api.send(wang.id, HELLO, SAYING, photo="AgACnothing")
    with pytest.raises(Rejected):
        await api.fetch("AgACnothing")


# ---- editing, pinning, answering ---------------------------------------------------------------------------------


async def test_a_message_is_edited_and_the_same_again_is_no_error(api: BotApi, wang: Person) -> None:
    message_id = await api.send(wang.id, Rendered("旧", ((RenderedButton("按", data="x"),),)), SAYING)
    for _ in range(2):
        await api.edit(wang.id, message_id, Rendered("新"), caption=False)
    message = await wang.sees("新")
    assert "reply_markup" not in message.body
    await wang.does_not_see("旧")


async def test_a_caption_is_edited(api: BotApi, wang: Person) -> None:
    offset = await pending(api)
    await wang.photographs()
    (update,) = await api.updates(offset=offset, timeout_s=0)
    file_id = update["message"]["photo"][-1]["file_id"]
    message_id = await api.send(wang.id, Rendered("旧"), SAYING, photo=file_id)
    await api.edit(wang.id, message_id, Rendered("新"), caption=True)
    await wang.sees("新")
    with pytest.raises(MessageLost):
        await api.edit(wang.id, message_id, Rendered("更新"), caption=False)


async def test_what_cannot_be_edited_is_lost(api: BotApi, wang: Person, group: Group) -> None:
    said = await wang.says("/want@wishwell_bot", to=group)
    question = await api.send(group.id, HELLO, Reply((), ask=True, answers=said.id))
    for message_id in (question, 987654):
        with pytest.raises(MessageLost):
            await api.edit(group.id, message_id, Rendered("新"), caption=False)


async def test_an_own_message_is_deleted_and_one_that_is_gone_is_no_error(
    api: BotApi, story: Story, wang: Person, group: Group
) -> None:
    message_id = await api.send(group.id, HELLO, SAYING)
    await wang.sees("你好", to=group)
    for _ in range(2):
        await api.delete(group.id, message_id)
    await wang.does_not_see("你好", to=group)
    old = await api.send(group.id, HELLO, SAYING)
    await story.advances(hours=48)
    await api.delete(group.id, old)
    await wang.sees("你好", to=group)  # Telegram deletes nothing so old, and asking again would change nothing
    with pytest.raises(Gone):
        await api.delete(-100987, 1)


async def test_pinning_needs_the_right_to(api: BotApi, story: Story, wang: Person, group: Group) -> None:
    message_id = await api.send(group.id, HELLO, SAYING)
    with pytest.raises(Rejected):
        await api.pin(group.id, message_id)
    await wang.promotes(story.bot(), group)
    await api.pin(group.id, message_id)
    assert (await params(story, "pinChatMessage"))["disable_notification"] is True


async def test_administrators_are_known_by_their_ids(api: BotApi, story: Story, wang: Person, group: Group) -> None:
    li = await story.person("李叔")
    await li.joins(group)
    assert await api.administrators(group.id) == {wang.id}
    await wang.promotes(li, group)
    assert await api.administrators(group.id) == {wang.id, li.id}


async def test_a_press_is_answered_and_one_too_old_is_nobodys_loss(api: BotApi, story: Story, wang: Person) -> None:
    message_id = await api.send(wang.id, Rendered("卡", ((RenderedButton("按", data="x"),),)), SAYING)
    offset = await pending(api)
    press = asyncio.create_task(wang.act("press", chat=wang.id, message=message_id, data="x", wait_s=5))
    (update,) = await api.updates(offset=offset, timeout_s=5)
    query_id = update["callback_query"]["id"]
    await api.answer(query_id, "收到", alert=True)
    assert (await press)["alert"] == "收到"
    await story.advances(hours=1)
    await api.answer(query_id, "太晚了", alert=False)
    await api.answer("4711", None, alert=False)


# ---- what goes wrong -----------------------------------------------------------------------------------------------


async def test_who_never_pressed_start_is_gone(api: BotApi, story: Story) -> None:
    li = await story.person("李叔")
    with pytest.raises(Gone):
        await api.send(li.id, HELLO, SAYING)


async def test_who_blocked_the_bot_is_gone(api: BotApi, wang: Person) -> None:
    await wang.blocks()
    with pytest.raises(Gone, match="blocked"):
        await api.send(wang.id, HELLO, SAYING)


async def test_a_group_the_bot_was_thrown_out_of_is_gone(api: BotApi, wang: Person, group: Group) -> None:
    await wang.removes_bot(group)
    with pytest.raises(Gone, match="kicked"):
        await api.send(group.id, HELLO, SAYING)


async def test_an_unknown_chat_is_gone(api: BotApi) -> None:
    with pytest.raises(Gone, match="chat not found"):
        await api.send(4711, HELLO, SAYING)


async def test_bad_html_is_refused_with_its_reason(api: BotApi, wang: Person) -> None:
    with pytest.raises(Rejected, match="can't parse entities"):
        await api.send(wang.id, Rendered("<b>不完"), SAYING)


async def test_a_flood_says_how_long_to_wait(api: BotApi, story: Story, wang: Person) -> None:
    await story.fails("sendMessage", "429", retry_after_s=37)
    with pytest.raises(Retry) as caught:
        await api.send(wang.id, HELLO, SAYING)
    assert (caught.value.after_s, caught.value.flood) == (37.0, True)


async def test_the_simulators_own_flood_limit_is_understood(api: BotApi, story: Story, wang: Person) -> None:
    await story.limits(True)
    sends = [api.send(wang.id, HELLO, SAYING) for _ in range(10)]
    results = await asyncio.gather(*sends, return_exceptions=True)
    refused = [result for result in results if isinstance(result, BaseException)]
    assert refused
    assert all(isinstance(error, Retry) and error.flood for error in refused)


@pytest.mark.parametrize("kind", ["500", "502"])
async def test_a_server_error_is_tried_again_later(api: BotApi, story: Story, wang: Person, kind: str) -> None:
    await story.fails("sendMessage", kind)
    with pytest.raises(Retry) as caught:
        await api.send(wang.id, HELLO, SAYING)
    assert not caught.value.flood
    await wang.does_not_see("你好")


@pytest.mark.parametrize(("kind", "arrived"), [("drop_before", 0), ("drop_after", 1)])
async def test_a_lost_answer_leaves_open_whether_it_arrived(
    api: BotApi, story: Story, wang: Person, kind: str, arrived: int
) -> None:
    await story.fails("sendMessage", kind)
    with pytest.raises(Ambiguous):
        await api.send(wang.id, HELLO, SAYING)
    assert sum(message.contains("你好") for message in await wang.reads()) == arrived


async def test_an_answer_that_takes_too_long_leaves_it_open_too(
    running: RunningServer, story: Story, wang: Person
) -> None:
    await story.fails("sendMessage", "slow", delay_s=2)
    async with BotApi(
        TOKEN, base_url=running.base_url, timeout_s=0.2, trust_environment=False, allowed_updates=ALLOWED
    ) as hasty:
        with pytest.raises(Ambiguous):
            await hasty.send(wang.id, HELLO, SAYING)


@pytest.mark.parametrize("method", ["getMe", "getChatAdministrators"])
async def test_what_changes_nothing_is_simply_asked_again(api: BotApi, story: Story, group: Group, method: str) -> None:
    await story.fails(method, "drop_after")
    with pytest.raises(Retry):
        await (api.me() if method == "getMe" else api.administrators(group.id))


async def test_no_connection_is_no_effect(running: RunningServer) -> None:
    async with BotApi(TOKEN, base_url="http://127.0.0.1:1", trust_environment=False, allowed_updates=ALLOWED) as api:
        with pytest.raises(Retry) as caught:
            await api.send(1, HELLO, SAYING)
        assert (caught.value.reason, caught.value.flood) == ("ClientConnectorError", False)


async def test_neither_errors_nor_logs_hold_the_token(
    api: BotApi, running: RunningServer, wang: Person, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    await api.send(wang.id, HELLO, SAYING)
    assert "local-secret" not in caplog.text
    assert "邻居" not in caplog.text
    async with BotApi(
        TOKEN, base_url="http://127.0.0.1:1", trust_environment=False, allowed_updates=ALLOWED
    ) as nowhere:
        with pytest.raises(Retry) as caught:
            await nowhere.me()
    assert "local-secret" not in f"{caught.value!r} {caught.value.__cause__!r}"
