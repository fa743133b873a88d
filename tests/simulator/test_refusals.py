"""What Telegram refuses, in its words; and that nothing happens then."""

from dataclasses import dataclass

import pytest

from simulator.client import Group, Person
from simulator.client import Refused as ActRefused
from simulator.client import World as Story
from simulator.pictures import drawn
from simulator.world import World
from tests.simulator.bot_api import Api, Json, Refused


@dataclass
class Place:
    group: Group
    creator: Person
    wang: Person  #: has started the bot


@pytest.fixture
async def place(story: Story, api: Api) -> Place:
    await story.limits(False)
    creator, wang = await story.person("陈书记"), await story.person("王阿姨")
    group = await story.group("3号楼", creator=creator, members=[wang])
    await wang.starts()
    await api.updates()
    return Place(group, creator, wang)


def keys(**button: object) -> Json:
    return {"inline_keyboard": [[{"text": "按", **button}]]}


@pytest.mark.parametrize(
    ("params", "text"),
    [
        ({}, "chat_id is empty"),
        ({"chat_id": 1}, "message text is empty"),
        ({"chat_id": 1, "text": ""}, "message text is empty"),
        ({"chat_id": 1, "text": "好", "txet": "x"}, 'simulator: sendMessage has no parameter "txet"'),
        ({"chat_id": 1, "text": 5}, 'simulator: "text" must be a String, not 5'),
        ({"chat_id": 1.5, "text": "好"}, 'simulator: "chat_id" must be an Integer or a String, not 1.5'),
        ({"chat_id": "王", "text": "好"}, "chat not found"),
        ({"chat_id": "@wang", "text": "好"}, "chat not found"),
        ({"chat_id": 99, "text": "好"}, "chat not found"),
        ({"chat_id": -1001, "text": "好"}, "chat not found"),
        ({"chat_id": 1, "text": "好", "disable_notification": "maybe"}, '"disable_notification" must be a Boolean'),
        ({"chat_id": 1, "text": "好", "message_thread_id": "3a"}, '"message_thread_id" must be an Integer'),
        ({"chat_id": 1, "text": "好", "business_connection_id": "b"}, "is not simulated"),
        ({"chat_id": 1, "text": "好", "parse_mode": "HTLM"}, "unsupported parse_mode"),
        ({"chat_id": 1, "text": "*好*", "parse_mode": "MarkdownV2"}, "is not simulated"),
        ({"chat_id": 1, "text": "好", "reply_markup": "{"}, "can't parse reply markup JSON object"),
        ({"chat_id": 1, "text": "好", "reply_markup": {"buttons": []}}, "object expected as reply markup"),
        ({"chat_id": 1, "text": "好", "reply_markup": []}, 'field "reply_markup" must be of type Object'),
        ({"chat_id": 1, "text": "好", "reply_markup": {"inline_keyboard": [{}]}}, "must be of type Array"),
        (
            {"chat_id": 1, "text": "好", "reply_markup": {"inline_keyboard": [[{"callback_data": "x"}]]}},
            "can't parse InlineKeyboardButton: Can't find field \"text\"",
        ),
        ({"chat_id": 1, "text": "好", "reply_markup": keys()}, "Text buttons are not allowed in the inline keyboard"),
        ({"chat_id": 1, "text": "好", "reply_markup": keys(callback_data="")}, "Text buttons are not allowed"),
        ({"chat_id": 1, "text": "好", "reply_markup": keys(callback_data="x", url="https://a.com")}, "one action only"),
        ({"chat_id": 1, "text": "好", "reply_markup": keys(url="nowhere")}, "Wrong HTTP URL"),
        (
            {"chat_id": 1, "text": "好", "reply_markup": keys(colour="red")},
            'InlineKeyboardButton has no field "colour"',
        ),
        ({"chat_id": 1, "text": "好", "reply_markup": keys(pay=True)}, "is not simulated"),
        (
            {"chat_id": 1, "text": "好", "reply_markup": {"force_reply": "yes"}},
            'field "force_reply" must be of type Boo',
        ),
        (
            {"chat_id": 1, "text": "好", "reply_parameters": {"message_id": "3"}},
            'field "message_id" must be of type Num',
        ),
        ({"chat_id": 1, "text": "x" * 40000}, "text is too long"),
    ],
)
async def test_a_malformed_message_is_refused_before_the_chat_is_looked_up(api: Api, params: Json, text: str) -> None:
    assert text in await api.refusal("sendMessage", **params)


async def test_words_are_checked_once_the_chat_is_known(api: Api, place: Place) -> None:
    wang = place.wang.id
    assert await api.refusal("sendMessage", chat_id=wang, text="字" * 4097) == "Bad Request: message is too long"
    assert await api.refusal("sendMessage", chat_id=wang, text=" \u200b\n") == "Bad Request: text must be non-empty"
    too_long = keys(callback_data="我家也是" * 6)
    assert await api.refusal("sendMessage", chat_id=wang, text="好", reply_markup=too_long) == (
        "Bad Request: BUTTON_DATA_INVALID"
    )
    many = {"inline_keyboard": [[{"text": str(n), "callback_data": "x"}] for n in range(101)]}
    assert "reply markup is too long" in await api.refusal("sendMessage", chat_id=wang, text="好", reply_markup=many)
    await api("sendMessage", chat_id=wang, text="字" * 4096, reply_markup=keys(callback_data="x" * 64))
    photo = drawn("x")
    with pytest.raises(Refused, match="message caption is too long"):
        await api.upload("sendPhoto", {"photo": photo}, chat_id=wang, caption="字" * 1025)


async def test_who_never_pressed_start_cannot_be_written_to(story: Story, api: Api, place: Place) -> None:
    met, unmet = place.creator, await story.person("外人")
    assert await api.refusal("sendMessage", chat_id=met.id, text="您好") == (
        "Forbidden: bot can't initiate conversation with a user"
    )
    assert await api.refusal("sendMessage", chat_id=unmet.id, text="您好") == "Bad Request: chat not found"
    assert await met.is_at_start()
    with pytest.raises(Refused, match="bots"):
        await api("sendMessage", chat_id=int(api.token.split(":")[0]), text="我")


async def test_who_stopped_the_bot_cannot_be_written_to_until_they_restart(
    story: Story, api: Api, place: Place
) -> None:
    await place.wang.blocks()
    assert await api.refusal("sendMessage", chat_id=place.wang.id, text="在吗") == (
        "Forbidden: bot was blocked by the user"
    )
    await place.wang.starts()
    await api("sendMessage", chat_id=place.wang.id, text="欢迎回来")
    kinds = [next(name for name in update if name != "update_id") for update in await api.updates()]
    assert kinds == ["my_chat_member", "my_chat_member", "message"]


async def test_a_group_the_bot_was_put_out_of_is_closed(api: Api, place: Place) -> None:
    group = place.group.id
    await place.creator.removes_bot(place.group)
    kicked = "Forbidden: bot was kicked from the supergroup chat"
    assert await api.refusal("sendMessage", chat_id=group, text="喂") == kicked
    assert await api.refusal("getChat", chat_id=group) == kicked
    await place.creator.adds_bot(place.group)
    assert await api("leaveChat", chat_id=group)
    left = "Forbidden: bot is not a member of the supergroup chat"
    assert await api.refusal("sendMessage", chat_id=group, text="喂") == left
    assert "private chats" in await api.refusal("leaveChat", chat_id=place.wang.id)


async def test_edits_are_refused_as_telegram_refuses_them(api: Api, place: Place) -> None:
    wang = place.wang.id
    theirs = (await place.wang.last()).id
    sent = await api(
        "sendMessage", chat_id=wang, text="<b>好</b>", parse_mode="HTML", reply_markup=keys(callback_data="x")
    )
    mine = {"chat_id": wang, "message_id": sent["message_id"]}
    asked = await api("sendMessage", chat_id=wang, text="哪里？", reply_markup={"force_reply": True})

    async def refused(method: str, **params: object) -> str:
        return (await api.refusal(method, **params)).removeprefix("Bad Request: ")

    not_modified = await refused(
        "editMessageText", **mine, text="<b>好</b>", parse_mode="HTML", reply_markup=keys(callback_data="x")
    )
    assert not_modified.startswith("message is not modified: specified new message content and reply markup")
    assert await refused("editMessageReplyMarkup", **mine, reply_markup=keys(callback_data="x")) == not_modified
    assert await refused("editMessageText", chat_id=wang, message_id=9999, text="好") == "message to edit not found"
    assert await refused("editMessageText", chat_id=wang, text="好") == "message to edit not found"
    assert await refused("editMessageText", text="好") == "message identifier is not specified"
    assert await refused("editMessageText", chat_id=wang, message_id=theirs, text="好") == "message can't be edited"
    never = {"chat_id": wang, "message_id": asked["message_id"]}
    assert await refused("editMessageText", **never, text="哪一层？") == "message can't be edited"
    assert await refused("editMessageText", **mine, text="字" * 4097) == "MESSAGE_TOO_LONG"
    assert await refused("editMessageCaption", **mine, caption="好") == "there is no caption in the message to edit"
    assert "inline_message_id" in await refused("editMessageText", inline_message_id="1", text="好")
    await api("deleteMessage", **mine)
    assert await refused("editMessageText", **mine, text="好") == "message to edit not found"
    assert await refused("deleteMessage", **mine) == "message to delete not found"


async def test_an_edit_without_buttons_takes_them_away(api: Api, place: Place) -> None:
    sent = await api("sendMessage", chat_id=place.wang.id, text="好", reply_markup=keys(callback_data="x"))
    edited = await api("editMessageText", chat_id=place.wang.id, message_id=sent["message_id"], text="好")
    assert "reply_markup" not in edited
    assert (await place.wang.last()).labels == []


async def test_photo_messages_are_edited_by_caption(api: Api, place: Place) -> None:
    sent = await api.upload("sendPhoto", {"photo": drawn("x")}, chat_id=place.wang.id, caption="灯")
    mine = {"chat_id": place.wang.id, "message_id": sent["message_id"]}
    assert "there is no text in the message to edit" in await api.refusal("editMessageText", **mine, text="好")
    assert "MEDIA_CAPTION_TOO_LONG" in await api.refusal("editMessageCaption", **mine, caption="字" * 1025)
    assert "message is not modified" in await api.refusal("editMessageCaption", **mine, caption="灯")
    assert "caption" not in await api("editMessageCaption", **mine)


async def test_deleting_needs_age_and_right(story: Story, api: Api, place: Place) -> None:
    theirs = await place.wang.says("/want@wishwell_bot 灯", to=place.group)
    mine = await api("sendMessage", chat_id=place.group.id, text="好")
    where = {"chat_id": place.group.id}
    cannot = "Bad Request: message can't be deleted"
    assert await api.refusal("deleteMessage", **where, message_id=theirs.id) == cannot
    await place.creator.promotes(story.bot(), in_=place.group)
    assert await api("deleteMessage", **where, message_id=theirs.id)
    await place.wang.does_not_see("灯", to=place.group)
    await story.advances(hours=48)
    assert await api.refusal("deleteMessage", **where, message_id=mine["message_id"]) == cannot
    assert await api.refusal("deleteMessage") == "Bad Request: chat identifier is not specified"
    assert await api.refusal("deleteMessage", **where) == "Bad Request: message identifier is not specified"


async def test_what_the_bot_is_at_is_one_of_those_telegram_knows(api: Api, place: Place) -> None:
    assert await api("sendChatAction", chat_id=place.group.id, action="upload_document")
    unknown = await api.refusal("sendChatAction", chat_id=place.group.id, action="thinking")
    assert unknown == "Bad Request: wrong parameter action in request"
    assert "chat not found" in await api.refusal("sendChatAction", chat_id=-99, action="typing")


async def test_pinning_needs_the_right(story: Story, api: Api, place: Place) -> None:
    sent = await api("sendMessage", chat_id=place.group.id, text="菜单")
    where = {"chat_id": place.group.id, "message_id": sent["message_id"]}
    no_right = "Bad Request: not enough rights to manage pinned messages in the chat"
    assert await api.refusal("pinChatMessage", **where) == no_right
    assert "message to pin not found" in await api.refusal("pinChatMessage", chat_id=place.group.id, message_id=999)
    assert "message to unpin not found" in await api.refusal("unpinChatMessage", chat_id=place.group.id)
    await place.creator.promotes(story.bot(), in_=place.group, rights=["can_delete_messages"])
    assert await api.refusal("pinChatMessage", **where) == no_right
    await place.creator.promotes(story.bot(), in_=place.group)
    assert await api("pinChatMessage", **where, disable_notification=True)
    assert (await place.wang.sees("菜单", to=place.group)).pinned
    assert (await api("getChat", chat_id=place.group.id))["pinned_message"]["text"] == "菜单"
    assert await api("unpinChatMessage", chat_id=place.group.id)
    assert "pinned_message" not in await api("getChat", chat_id=place.group.id)


async def test_an_answer_to_a_press_is_short_single_and_soon(story: Story, api: Api, place: Place) -> None:
    await api("sendMessage", chat_id=place.wang.id, text="按", reply_markup=keys(callback_data="x"))
    too_old = "Bad Request: query is too old and response timeout expired or query ID is invalid"

    async def press() -> str:
        pressed = await place.wang.act("press", chat=place.wang.id, message=(await place.wang.last()).id, label="按")
        return str(pressed["query"])

    query = await press()
    assert await api.refusal("answerCallbackQuery", callback_query_id=query, text="字" * 201) == (
        "Bad Request: MESSAGE_TOO_LONG"
    )
    assert await api("answerCallbackQuery", callback_query_id=query, text="字" * 200)
    assert await api.refusal("answerCallbackQuery", callback_query_id=query) == too_old
    assert await api.refusal("answerCallbackQuery", callback_query_id="12") == too_old
    late = await press()
    await story.advances(seconds=61)
    assert await api.refusal("answerCallbackQuery", callback_query_id=late) == too_old
    other = await press()
    url = "https://example.com"
    assert "URL_INVALID" in await api.refusal("answerCallbackQuery", callback_query_id=other, url=url)
    assert await api("answerCallbackQuery", callback_query_id=other, url="https://t.me/wishwell_bot?start=x")


async def test_replies_to_what_is_gone(api: Api, place: Place) -> None:
    gone = {"message_id": 999}
    send: Json = {"chat_id": place.wang.id, "text": "好"}
    assert await api.refusal("sendMessage", **send, reply_parameters=gone) == (
        "Bad Request: message to be replied not found"
    )
    sent = await api("sendMessage", **send, reply_parameters={**gone, "allow_sending_without_reply": True})
    assert "reply_to_message" not in sent
    quoted = {"message_id": sent["message_id"], "quote": "不在里面"}
    assert await api.refusal("sendMessage", **send, reply_parameters=quoted) == "Bad Request: QUOTE_TEXT_INVALID"
    assert "another chat" in await api.refusal(
        "sendMessage", **send, reply_parameters={"message_id": 1, "chat_id": place.group.id}
    )
    assert "message thread not found" in await api.refusal("sendMessage", **send, message_thread_id=1)


async def test_members_and_administrators(story: Story, api: Api, place: Place) -> None:
    group = place.group.id
    outsider = await story.person("外人")
    assert (await api("getChatMember", chat_id=group, user_id=place.creator.id))["status"] == "creator"
    assert (await api("getChatMember", chat_id=group, user_id=outsider.id))["status"] == "left"
    assert "PARTICIPANT_ID_INVALID" in await api.refusal("getChatMember", chat_id=group, user_id=5)
    assert "invalid user_id specified" in await api.refusal("getChatMember", chat_id=group, user_id=-5)
    assert "invalid user_id specified" in await api.refusal("getChatMember", chat_id=group)
    assert "there are no administrators in the private chat" in await api.refusal(
        "getChatAdministrators", chat_id=place.wang.id
    )
    assert await api("getChatMemberCount", chat_id=group) == 3
    await place.creator.promotes(place.wang, in_=place.group, rights=["can_pin_messages"])
    found = await api("getChatAdministrators", chat_id=group)
    assert [one["status"] for one in found] == ["creator", "administrator"]
    assert found[1]["can_pin_messages"]
    assert not found[1]["can_delete_messages"]


async def test_a_refused_call_changes_nothing(world: World, api: Api, place: Place) -> None:
    before = world.events.count
    await api.refusal("sendMessage", chat_id=place.wang.id, text="<b>", parse_mode="HTML")
    await api.refusal("sendPhoto", chat_id=place.wang.id)
    assert world.events.count == before
    assert [call.to_json()["error_code"] for call in world.calls[-2:]] == [400, 400]
    assert [call.to_json()["source"] for call in world.calls[-2:]] == ["tdlib/td", "tdlib/telegram-bot-api Client.cpp"]


async def test_a_topic_that_was_closed_or_deleted_takes_no_message(story: Story, api: Api) -> None:
    creator = await story.person("陈书记")
    forum = await story.group("3号楼", creator=creator, forum=True)
    topic = (await creator.act("topic", chat=forum.id, name="心愿"))["topic"]
    there = {"chat_id": forum.id, "message_thread_id": topic}
    sent = await api("sendMessage", text="在", **there)
    await creator.act("close_topic", chat=forum.id, topic=topic)
    assert "TOPIC_CLOSED" in await api.refusal("sendMessage", text="在", **there)
    await api("editMessageText", chat_id=forum.id, message_id=sent["message_id"], text="还在")
    await creator.act("delete_topic", chat=forum.id, topic=topic)
    assert "message thread not found" in await api.refusal("sendMessage", text="在", **there)
    gone = await api.refusal("editMessageText", chat_id=forum.id, message_id=sent["message_id"], text="不在")
    assert "message to edit not found" in gone
    await api("sendMessage", chat_id=forum.id, text="在大厅")


async def test_a_basic_group_that_was_upgraded_names_its_new_id(story: Story, api: Api) -> None:
    wang = await story.person("王阿姨")
    old = await story.group("3号楼", creator=wang, basic=True)
    with pytest.raises(ActRefused, match="only its creator"):
        await (await story.person("李伟")).upgrades(old)
    await api("sendMessage", chat_id=old.id, text="好")
    new = await wang.upgrades(old)
    with pytest.raises(Refused) as refused:
        await api("sendMessage", chat_id=old.id, text="好")
    assert refused.value.body["parameters"] == {"migrate_to_chat_id": new.id}
    assert (await api("sendMessage", chat_id=new.id, text="好"))["chat"]["type"] == "supergroup"
    told = [update["message"] for update in await api.updates() if "message" in update]
    assert [m["chat"]["id"] for m in told if "migrate_to_chat_id" in m] == [old.id]
    assert [m["migrate_from_chat_id"] for m in told if m["chat"]["id"] == new.id] == [old.id]
