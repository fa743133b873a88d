"""What people's apps offer: command menus, Start, replies asked for, buttons, pins; and what they refuse."""

import asyncio

import pytest

from simulator.client import Refused
from simulator.client import World as Story
from simulator.server import RunningServer
from tests.simulator.bot_api import Api, Json


async def commands(api: Api, name: str, language: str = "", **scope: object) -> None:
    listed = [{"command": name, "description": f"{name} {language}".strip()}]
    params: Json = {"commands": listed, "language_code": language}
    await api("setMyCommands", **params, **({"scope": scope} if scope else {}))


async def test_the_menu_is_the_nearest_scope_in_ones_language(story: Story, api: Api) -> None:
    creator = await story.person("陈书记")
    wang, john = await story.person("王阿姨"), await story.person("John", language="en")
    group = await story.group("3号楼", creator=creator, members=[wang, john])
    assert await wang.menu() == []
    await commands(api, "start")
    assert await wang.menu(to=group) == [("start", "start")]
    await commands(api, "want", type="all_group_chats")
    await commands(api, "want", "en", type="all_group_chats")
    assert await wang.menu(to=group) == [("want", "want")]
    assert await john.menu(to=group) == [("want", "want en")]
    await commands(api, "mine", type="all_private_chats")
    assert await wang.menu() == [("mine", "mine")]
    await commands(api, "bind", type="all_chat_administrators")
    assert await creator.menu(to=group) == [("bind", "bind")]
    await commands(api, "here", type="chat", chat_id=group.id)
    assert await creator.menu(to=group) == [("here", "here")]
    await commands(api, "chair", type="chat_administrators", chat_id=group.id)
    assert await creator.menu(to=group) == [("chair", "chair")]
    await commands(api, "you", "zh", type="chat_member", chat_id=group.id, user_id=wang.id)
    assert await wang.menu(to=group) == [("you", "you zh")]
    assert await john.menu(to=group) == [("here", "here")]
    await api("deleteMyCommands", scope={"type": "chat", "chat_id": group.id})
    assert await john.menu(to=group) == [("want", "want en")]


@pytest.mark.parametrize(
    ("command", "text"),
    [
        ({"command": "", "description": "好"}, "command must be non-empty"),
        ({"command": "/", "description": "好"}, "command must be non-empty"),
        ({"command": "x" * 33, "description": "好"}, "command length must not exceed 32"),
        ({"command": "Want", "description": "好"}, "BOT_COMMAND_INVALID"),
        ({"command": "want", "description": " "}, "command description must be non-empty"),
        ({"command": "want", "description": "字" * 257}, "command description length must not exceed 256"),
        ({"command": "want"}, 'Can\'t find field "description"'),
    ],
)
async def test_commands_are_checked(api: Api, command: Json, text: str) -> None:
    assert text in await api.refusal("setMyCommands", commands=[command])


@pytest.mark.parametrize(
    ("scope", "text"),
    [
        ({"type": "everyone"}, "Unsupported type specified"),
        ({"type": "chat"}, "chat_id is empty"),
        ({"type": "chat", "chat_id": -1001}, "chat not found"),
        ({"type": "chat_administrators", "chat_id": 5}, "chat not found"),
    ],
)
async def test_scopes_are_checked(api: Api, scope: Json, text: str) -> None:
    assert text in await api.refusal("setMyCommands", commands=[], scope=scope)


async def test_more_limits_of_the_bots_own_texts(story: Story, api: Api) -> None:
    creator = await story.person("陈书记")
    group = await story.group("3号楼", creator=creator)
    many = [{"command": f"c{n}", "description": "x"} for n in range(101)]
    assert "BOT_COMMANDS_TOO_MUCH" in await api.refusal("setMyCommands", commands=many)
    assert "invalid language code" in await api.refusal("setMyCommands", commands=[], language_code="zho")
    member = {"type": "chat_member", "chat_id": group.id}
    assert "Invalid user_id" in await api.refusal("setMyCommands", commands=[], scope=member)
    assert "TOO_LONG" in await api.refusal("setMyDescription", description="字" * 513)
    assert "TOO_LONG" in await api.refusal("setMyShortDescription", short_description="字" * 121)
    await api("setMyCommands", commands=[{"command": "/want", "description": " 我想要 "}])
    assert await api("getMyCommands") == [{"command": "want", "description": "我想要"}]
    assert await api("getMyCommands", language_code="zh") == []


async def test_before_start_an_app_has_no_text_field(story: Story, api: Api) -> None:
    wang = await story.person("王阿姨")
    with pytest.raises(Refused, match="before Start"):
        await wang.says("你好")
    for payload in ("有", "x" * 65, "a b", ""):
        with pytest.raises(Refused, match="no deep link carries"):
            await wang.starts(payload)
    await wang.starts("w-1_A")
    [update] = await api.updates()
    assert update["message"]["text"] == "/start w-1_A"
    assert update["message"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    await wang.blocks()
    with pytest.raises(Refused, match="Restart"):
        await wang.says("你好")
    with pytest.raises(Refused, match="stopped already"):
        await wang.blocks()
    await wang.unblocks()
    with pytest.raises(Refused, match="not stopped"):
        await wang.unblocks()


async def test_a_reply_asked_for_is_what_one_answers(story: Story, api: Api) -> None:
    creator, wang = await story.person("陈书记"), await story.person("王阿姨")
    group = await story.group("3号楼", creator=creator, members=[wang])
    want = await wang.says("/want@wishwell_bot", to=group)
    ask = {"force_reply": True, "selective": True, "input_field_placeholder": "哪一层？"}
    await api(
        "sendMessage", chat_id=group.id, text="哪里？", reply_markup=ask, reply_parameters={"message_id": want.id}
    )
    asked = await wang.last(to=group)
    assert asked.asks_me
    assert asked.placeholder == "哪一层？"
    assert not (await creator.last(to=group)).asks_me
    await creator.says("你们聊", to=group)
    assert (await creator.last(to=group)).reply_to is None
    answer = await wang.says("三楼", to=group)
    assert answer.reply_to is not None
    assert answer.reply_to.id == asked.id
    assert not (await wang.sees("哪里？", to=group)).asks_me
    assert (await wang.says("还有", to=group)).reply_to is None


async def test_a_selective_reply_also_asks_whom_the_text_mentions(story: Story, api: Api) -> None:
    creator, wang = await story.person("陈书记", username="chen_shuji"), await story.person("王阿姨")
    li = await story.person("李伟")
    group = await story.group("3号楼", creator=creator, members=[wang, li])
    text = f'@chen_shuji <a href="tg://user?id={wang.id}">王阿姨</a> 怎么看？'
    ask = {"force_reply": True, "selective": True}
    await api("sendMessage", chat_id=group.id, text=text, parse_mode="HTML", reply_markup=ask)
    assert [(await one.last(to=group)).asks_me for one in (creator, wang, li)] == [True, True, False]
    await api("sendMessage", chat_id=group.id, text="大家呢？", reply_markup={"force_reply": True})
    assert (await li.last(to=group)).asks_me
    plain = await li.says("先不答", to=group, plainly=True)
    assert plain.reply_to is None


async def test_a_link_button_to_the_bot_starts_it(story: Story, api: Api) -> None:
    creator, wang = await story.person("陈书记"), await story.person("王阿姨")
    group = await story.group("3号楼", creator=creator, members=[wang])
    await api.updates()
    keys = {
        "inline_keyboard": [
            [{"text": "私聊", "url": story.bot().link("want")}, {"text": "网站", "url": "https://example.com/a"}],
            [{"text": "抄", "copy_text": {"text": "12"}}],
        ]
    }
    await api("sendMessage", chat_id=group.id, text="菜单", reply_markup=keys)
    assert (await wang.presses("网站", to=group)).url == "https://example.com/a"
    assert await api.updates() == []
    await wang.presses("私聊", to=group)
    assert (await api.updates())[0]["message"]["text"] == "/start want"
    assert (await wang.follows("tg://resolve?domain=wishwell_bot&start=x")).url is not None
    assert (await wang.follows("https://t.me/nobody_bot?start=x")).url == "https://t.me/nobody_bot?start=x"
    assert [update["message"]["text"] for update in await api.updates()] == ["/start x"]


@pytest.mark.parametrize(
    ("act", "fields", "text"),
    [
        ("dance", {}, "no such act: dance"),
        ("say", {"chat": 5, "text": "好"}, "somebody else's private chat"),
        ("say", {"chat": -5, "text": "好"}, "there is no group -5"),
        ("say", {"chat": "GROUP", "text": " "}, "empty message"),
        ("say", {"chat": "GROUP", "text": "字" * 4097}, "4096 characters at most"),
        ("say", {"chat": "GROUP", "txt": "好"}, "unknown field txt"),
        ("say", {"chat": "GROUP", "text": 5}, "text must be a text"),
        ("say", {"chat": "GROUP", "text": "好", "reply_to": 99}, "there is no message 99"),
        ("say", {"chat": "GROUP", "text": "好", "thread": 3}, "there is no topic 3"),
        ("photo", {"chat": "GROUP", "caption": "字" * 1025}, "1024 characters at most"),
        ("edit", {"chat": "GROUP", "message": 1, "text": "好"}, "only one's own messages"),
        ("delete", {"chat": "GROUP", "message": 1}, "only one's own messages"),
        ("press", {"chat": "GROUP", "message": 1}, "press needs data or label"),
        ("press", {"chat": "GROUP", "message": 1, "label": "按"}, "has no button '按'"),
        ("pin", {"chat": "GROUP", "message": 1}, "pinning needs an administrator"),
        ("unpin", {"chat": "GROUP", "message": 1}, "pinning needs an administrator"),
        ("join", {"chat": "GROUP"}, "is in 3号楼 already"),
        ("add_bot", {"chat": "GROUP"}, "is in 3号楼 already"),
        ("remove_bot", {"chat": "GROUP"}, "may not do this in 3号楼 (can_restrict_members)"),
        ("promote", {"chat": "GROUP", "bot": True}, "(can_promote_members)"),
        ("promote", {"chat": "GROUP", "bot": True, "rights": ["can_fly"]}, "no such rights: can_fly"),
        ("demote", {"chat": "GROUP", "bot": True}, "(can_promote_members)"),
        ("topic", {"chat": "GROUP", "name": "x"}, "has no topics"),
    ],
)
async def test_what_no_app_offers_is_refused(story: Story, act: str, fields: Json, text: str) -> None:
    creator, wang = await story.person("陈书记"), await story.person("王阿姨")
    group = await story.group("3号楼", creator=creator, members=[wang])
    given = {name: group.id if value == "GROUP" else value for name, value in fields.items()}
    with pytest.raises(Refused) as refused:
        await wang.act(act, **given)
    assert text in str(refused.value)


async def test_outsiders_see_and_say_nothing(story: Story) -> None:
    creator, outsider = await story.person("陈书记"), await story.person("外人")
    group = await story.group("3号楼", creator=creator)
    await creator.says("只给邻居看", to=group)
    assert await outsider.reads(to=group) == []
    with pytest.raises(Refused, match="is not in 3号楼"):
        await outsider.says("我来了", to=group)
    await outsider.joins(group)
    await outsider.sees("只给邻居看", to=group)
    await creator.removes(outsider, from_=group)
    assert await outsider.reads(to=group) == []


async def test_people_edit_and_delete_their_own_and_administrators_all(story: Story) -> None:
    creator, wang = await story.person("陈书记"), await story.person("王阿姨")
    group = await story.group("3号楼", creator=creator, members=[wang])
    said = await wang.says("停水了", to=group)
    edited = await wang.edits(said, "停电了")
    assert edited.edited
    await story.advances(hours=49)
    with pytest.raises(Refused, match="no longer be edited"):
        await wang.edits(said, "又停水了")
    await creator.pins(said)
    assert (await wang.sees("停电了", to=group)).pinned
    await creator.deletes(said)
    await wang.does_not_see("停电了", to=group)
    state = await story.control("GET", "state", query={"as": wang.id})
    assert [chat["pinned_message_id"] for chat in state["chats"] if chat["id"] == group.id] == [None]


async def test_each_person_is_told_what_they_may_see(story: Story, api: Api, running: RunningServer) -> None:
    creator, wang = await story.person("陈书记"), await story.person("王阿姨")
    async with (
        api.session.ws_connect(f"{running.base_url}/control/events?as={wang.id}") as hers,
        api.session.ws_connect(f"{running.base_url}/control/events") as everything,
    ):
        group = await story.group("3号楼", creator=creator)
        await creator.says("她还不在", to=group)
        await creator.act("promote", chat=group.id, bot=True)
        await wang.joins(group)
        sent = await api(
            "sendMessage",
            chat_id=group.id,
            text="按",
            reply_markup={"inline_keyboard": [[{"text": "按", "callback_data": "x"}]]},
            disable_notification=True,
        )
        pressed = await wang.act("press", chat=group.id, message=sent["message_id"], label="按")
        await api("answerCallbackQuery", callback_query_id=pressed["query"], text="好", show_alert=True)
        await api("editMessageText", chat_id=group.id, message_id=sent["message_id"], text="按过了")
        await api("pinChatMessage", chat_id=group.id, message_id=sent["message_id"])
        await api("deleteMessage", chat_id=group.id, message_id=sent["message_id"])
        await story.advances(hours=1)
        await wang.leaves(group)
        told = [await hers.receive_json()]
        while not told[-1].get("chat") or told[-1]["kind"] != "chat" or not told[-1]["chat"].get("left"):
            told.append(await hers.receive_json())
        assert [event["kind"] for event in told] == [
            *(
                "chat",
                "message",
                "message",
                "answer",
                "edited",
                "message",
                "pinned",
                "deleted",
                "pinned",
                "clock",
                "chat",
            )
        ]
        assert told[2]["message"]["silent"]
        assert not told[2]["message"]["mine"]
        assert told[3] == {"kind": "answer", "query": pressed["query"], "text": "好", "alert": True}
        async with asyncio.timeout(2):
            while (event := await everything.receive_json())["kind"] != "message":
                continue
        assert event["message"]["supergroup_chat_created"]


async def test_the_world_refuses_what_cannot_be(story: Story) -> None:
    wang = await story.person("王阿姨", id=5, username="wang_ayi")
    assert wang.id == 5
    for call, text in (
        (story.person("又一个", id=5), "cannot be a new person's id"),
        (story.person("又一个", username="WANG_AYI"), "is taken"),
        (story.person(" "), "has a name"),
        (story.group(" ", creator=wang), "has a title"),
        (story.group("楼", creator=wang, id=-5), "cannot be a new supergroup's id"),
        (story.new_bot(token="x", name="b", username="b_bot"), "token is"),
        (story.new_bot(token="1:x", name="b", username="robo"), "ends with 'bot'"),
        (story.redelivers(), "no update was sent yet"),
    ):
        with pytest.raises(Refused, match=text):
            await call
    assert (await story.people())[0].name == "王阿姨"
    assert await story.groups() == []
