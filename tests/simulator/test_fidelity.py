"""A long mixed session, every word of which two libraries must understand."""

import inspect

import aiogram.methods
import aiogram.types
import pytest
import telegram

from simulator.botapi.table import METHODS, TYPES
from simulator.client import Group, Person
from simulator.client import World as Story
from simulator.pictures import drawn
from simulator.voices import recorded
from simulator.world import World
from tests.simulator.bot_api import Api, Json
from tests.simulator.fidelity import judge, judge_answer, judge_update

KEYS = {
    "inline_keyboard": [
        [{"text": "我家也是", "callback_data": "same:1"}, {"text": "支持", "callback_data": "up", "style": "success"}],
        [{"text": "私聊", "url": "https://t.me/wishwell_bot?start=w-1"}],
        [{"text": "抄下编号", "copy_text": {"text": "12"}}],
    ]
}
EVERYTHING = ["message", "edited_message", "callback_query", "my_chat_member", "chat_member", "poll", "poll_answer"]


async def test_a_long_mixed_session_reads_the_same_in_two_libraries(world: World, story: Story, api: Api) -> None:
    await api.updates(allowed_updates=EVERYTHING)
    creator = await story.person("陈", last_name="书记", username="chen_shuji")
    wang, li = await story.person("王阿姨"), await story.person("Li", language="en", username="li_wei")
    group = await story.group("3号楼邻居群", creator=creator, members=[wang])
    await li.joins(group)
    await _group_talk(story, api, group, creator, wang, li)
    await _private_talk(story, api, wang)
    await _spoken_talk(api, li)
    await _whispered_talk(api, group, wang)
    await story.advances(minutes=1)  # so that no flood limit matters
    await _polled(api, group, wang)
    await _chat_questions(api, group.id, wang.id)
    forum = await story.group("议事厅", creator=creator, members=[wang], forum=True)
    topic = (await creator.act("topic", chat=forum.id, name="电梯"))["topic"]
    await wang.act("say", chat=forum.id, text="/want@wishwell_bot 第二部", thread=topic)
    await api("sendMessage", chat_id=forum.id, message_thread_id=topic, text="好的")
    await creator.demotes(story.bot(), in_=group)
    await li.leaves(group)
    await creator.removes(wang, from_=group)
    await creator.removes_bot(group)
    await creator.adds_bot(group)
    await api("leaveChat", chat_id=group.id)
    await api.updates(allowed_updates=EVERYTHING)

    updates, answers = judge(world)
    assert updates > 20
    assert answers >= 30
    assert {call.method for call in world.calls} == set(METHODS) - {"getUpdates"}
    heard = {name for _, update in world.recorded_updates for name in update} - {"update_id"}
    assert heard == set(EVERYTHING)


async def _whispered_talk(api: Api, group: Group, wang: Person) -> None:
    """To Wang alone, and back."""
    alone = {"receiver_user_id": wang.id}
    sent = await api(
        "sendMessage", chat_id=group.id, text="您一个人看", reply_markup=KEYS, ephemeral_message_parameters=alone
    )
    which = {"chat_id": group.id, **alone, "ephemeral_message_id": sent["ephemeral_message_id"]}
    shown = await wang.sees("您一个人看", to=group)
    await wang.act("press", chat=group.id, message=shown.id, label="我家也是")
    await wang.says("收到", to=group, reply_to=shown)
    await api("editEphemeralMessageText", text="改过", reply_markup=KEYS, **which)
    await api("editEphemeralMessageReplyMarkup", **which)
    await api("deleteEphemeralMessage", **which)


async def _polled(api: Api, group: Group, wang: Person) -> None:
    options = [{"text": "白"}, {"text": "黄"}]
    sent = await api(
        "sendPoll",
        chat_id=group.id,
        question="什么颜色？",
        options=options,
        is_anonymous=False,
        open_period=3600,
        description="<b>听听</b>意见",
        description_parse_mode="HTML",
    )
    await wang.votes(await wang.sees("什么颜色", to=group), "白")
    await api("stopPoll", chat_id=group.id, message_id=sent["message_id"])


async def _group_talk(story: Story, api: Api, group: Group, creator: Person, wang: Person, li: Person) -> None:
    first = await wang.says("/want@wishwell_bot 楼道灯 #3号楼 见 example.com 和 @li_wei", to=group)
    card = await api(
        "sendMessage",
        chat_id=group.id,
        text='<b>第1件</b> <a href="https://example.com/a">详情</a> <i>楼<u>道</u></i> <code>x</code> '
        f'<a href="tg://user?id={wang.id}">王阿姨</a> <pre><code class="language-python">y</code></pre>'
        "<blockquote expandable>很长</blockquote><tg-spoiler>密</tg-spoiler>",
        parse_mode="HTML",
        reply_markup=KEYS,
        reply_parameters={"message_id": first.id, "quote": "楼道灯"},
        link_preview_options={"is_disabled": True},
        disable_notification=True,
        protect_content=True,
    )
    await li.act("press", chat=group.id, message=card["message_id"], label="我家也是")
    query = (await api.updates())[-1]["callback_query"]
    await api("answerCallbackQuery", callback_query_id=query["id"], text="记下了", show_alert=True)
    await creator.promotes(story.bot(), in_=group)
    await wang.says("现在管理员机器人听得见", to=group)
    said = await li.says("I agree", to=group, reply_to=first)
    await li.edits(said, "I do agree")
    await li.photographs(to=group, caption="门口", album="7")
    await api("sendChatAction", chat_id=group.id, action="upload_photo")
    await api("pinChatMessage", chat_id=group.id, message_id=card["message_id"])
    await api("editMessageText", chat_id=group.id, message_id=card["message_id"], text="第1件 已答复")
    await api("editMessageReplyMarkup", chat_id=group.id, message_id=card["message_id"], reply_markup=KEYS)
    ask = {"force_reply": True, "selective": True, "input_field_placeholder": "哪一层？"}
    await api(
        "sendMessage", chat_id=group.id, text="哪里？", reply_markup=ask, reply_parameters={"message_id": first.id}
    )
    await wang.says("三楼", to=group)
    await creator.promotes(li, in_=group)
    await creator.pins(first)


async def _private_talk(story: Story, api: Api, wang: Person) -> None:
    await wang.starts("w-1")
    await wang.photographs(caption="😀 看 /help")
    photo = (await api.updates())[-1]["message"]["photo"][-1]
    await api("getFile", file_id=photo["file_id"])
    sent = await api(
        "sendPhoto",
        chat_id=wang.id,
        photo=photo["file_id"],
        caption="<b>还给您</b>",
        parse_mode="HTML",
        has_spoiler=True,
        show_caption_above_media=True,
        reply_markup=KEYS,
    )
    where: Json = {"chat_id": wang.id, "message_id": sent["message_id"]}
    await api("editMessageCaption", **where, caption="新说明")
    await api("editMessageMedia", **where, media={"type": "photo", "media": photo["file_id"], "caption": "同一张"})
    await api("sendMessage", chat_id=wang.id, text="菜单", reply_markup={"keyboard": [[{"text": "我想要"}]]})
    await wang.blocks()
    await wang.starts()
    await api("deleteMessage", **where)
    await api.upload("sendPhoto", {"photo": drawn("x", 1300, 900)}, chat_id=wang.id)
    await story.advances(seconds=2)
    album = [{"type": "photo", "media": photo["file_id"], "caption": text} for text in ("一", "二")]
    await api("sendMediaGroup", chat_id=wang.id, media=album)
    sent = await api.upload(
        "sendDocument", {"document": b"{}"}, names={"document": "data.json"}, chat_id=wang.id, caption="<b>存好</b>",
        parse_mode="HTML", disable_content_type_detection=True,
    )  # fmt: skip
    await api("getFile", file_id=sent["document"]["file_id"])


async def _spoken_talk(api: Api, li: Person) -> None:
    await li.starts()
    await li.speaks(12)
    voice = (await api.updates())[-1]["message"]["voice"]
    await api("getFile", file_id=voice["file_id"])
    heard = await api("sendVoice", chat_id=li.id, voice=voice["file_id"], caption="<b>听</b>", parse_mode="HTML")
    await api("editMessageCaption", chat_id=li.id, message_id=heard["message_id"], caption="写好了", reply_markup=KEYS)
    await api.upload("sendVoice", {"voice": recorded(2, "x")}, chat_id=li.id, duration=2)


async def _chat_questions(api: Api, group_id: int, person_id: int) -> None:
    await api("getMe")
    for chat_id in (group_id, person_id):
        await api("getChat", chat_id=chat_id)
    await api("getChatMember", chat_id=group_id, user_id=person_id)
    await api("getChatMember", chat_id=group_id, user_id=int(api.token.split(":")[0]))
    await api("getChatAdministrators", chat_id=group_id)
    await api("getChatMemberCount", chat_id=group_id)
    await api("unpinChatMessage", chat_id=group_id)
    commands = [{"command": "want", "description": "我想要", "is_ephemeral": True}]
    scope = {"type": "chat", "chat_id": group_id}
    await api("setMyCommands", commands=commands, scope=scope, language_code="zh")
    await api("getMyCommands", scope=scope, language_code="zh")
    await api("deleteMyCommands", scope=scope, language_code="zh")
    await api("setMyDescription", description="邻居的愿望")
    await api("setMyShortDescription", short_description="邻愿")
    await api("setWebhook", url="https://example.org/tg", secret_token="open-sesame")
    await api("deleteWebhook")
    await api("getWebhookInfo")


def test_the_judge_notices_a_field_neither_library_knows() -> None:
    user = {"id": 1, "is_bot": False, "first_name": "王"}
    judge_answer("getMe", {**user, "is_bot": True, "username": "x_bot"})
    with pytest.raises(AssertionError, match="shoe_size"):
        judge_answer("getMe", {**user, "shoe_size": 38})
    message = {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private", "first_name": "王"}, "from": user}
    judge_update({"update_id": 1, "message": {**message, "text": "好"}})
    with pytest.raises(AssertionError, match="mood"):
        judge_update({"update_id": 1, "message": {**message, "text": "好", "mood": "good"}})


#: Parameters of Bot API 10.1 and later that PTB 22.8 (Bot API 10.0) cannot name yet.
NEWER = {
    ("editMessageText", "rich_message"),
    *((f"send{kind}", "ephemeral_message_parameters") for kind in ("Message", "Photo", "Voice", "Document")),
}
#: PTB spells these differently: its own conveniences.
PTB_ONLY = {
    "correct_option_id",  # an older name of correct_option_ids
    "reply_to_message_id",
    "allow_sending_without_reply",
    "disable_web_page_preview",
    "filename",
    "read_timeout",
    "write_timeout",
    "connect_timeout",
    "pool_timeout",
    "api_kwargs",
    "self",
}


NEWER_METHODS = {name for name in METHODS if "Ephemeral" in name}
NEWER_FIELDS = {("ReplyParameters", "ephemeral_message_id"), ("BotCommand", "is_ephemeral")}
NEWER_TYPES = {"EphemeralMessageParameters"}


@pytest.mark.parametrize("method", sorted(NEWER_METHODS))
def test_a_newer_method_has_the_parameters_aiogram_sends(method: str) -> None:
    fields = getattr(aiogram.methods, method[0].upper() + method[1:]).model_fields
    assert set(METHODS[method]) == set(fields)


def test_newer_fields_are_those_aiogram_knows() -> None:
    for kind, field in NEWER_FIELDS:
        assert field in TYPES[kind]
        assert field in getattr(aiogram.types, kind).model_fields
    for kind in NEWER_TYPES:
        assert set(TYPES[kind]) == set(getattr(aiogram.types, kind).model_fields)
    for method, parameter in NEWER:
        assert parameter in getattr(aiogram.methods, method[0].upper() + method[1:]).model_fields


@pytest.mark.parametrize("method", [name for name in METHODS if name not in NEWER_METHODS])
def test_a_method_has_the_parameters_ptb_sends(method: str) -> None:
    signature = inspect.signature(getattr(telegram.Bot, method)).parameters
    theirs = set(signature) - PTB_ONLY
    ours = {name for name in METHODS[method] if (method, name) not in NEWER}
    assert ours == theirs
    for name, row in METHODS[method].items():
        if row.startswith("!") and method not in ("setMyCommands",) and not method.startswith("edit"):
            assert signature[name].default is inspect.Parameter.empty, f"{name} is required here only"


@pytest.mark.parametrize("kind", [kind for kind in TYPES if kind not in {"BotCommandScope", *NEWER_TYPES}])
def test_a_type_has_the_fields_ptb_knows(kind: str) -> None:
    signature = inspect.signature(getattr(telegram, kind).__init__).parameters
    theirs = set(signature) - PTB_ONLY
    constant = {"type", "force_reply", "remove_keyboard", "allow_sending_without_reply"}
    newer = {field for owner, field in NEWER_FIELDS if owner == kind}
    assert not set(TYPES[kind]) - theirs - constant - newer
