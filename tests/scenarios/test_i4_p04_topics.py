"""A forum of neighbours: a topic for the cards, one for the board, one for news; closed, opened again and deleted."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from simulator.client import Group, Message, Person
from tests.scenarios.broadcasting import sends
from tests.scenarios.conftest import Open
from tests.scenarios.estate import BOT, UNHURRIED, Estate
from tests.scenarios.polled import answers_all, poll_in

MATTERS = (
    "三楼走廊灯坏了",
    "电梯里有异味",
    "门口地砖松了",
    "快递柜总是满",
    "楼道堆了旧沙发",
    "单元门关不上",
    "信箱锁坏了",
)
LIMITED = {"quiet": {**UNHURRIED, "cards_a_day": 2}}


@dataclass
class Forum:
    town: Estate
    group: Group

    async def topic(self, name: str) -> int:
        made: int = (await self.town.secretary.act("topic", chat=self.group.id, name=name))["topic"]
        return made

    async def says(self, person: Person, words: str, topic: int | None = None) -> None:
        await person.act("say", chat=self.group.id, text=words, thread=topic)
        await self.town.world.settle()

    async def chooses(self, person: Person, topic: int | None, label: str) -> None:
        """By the buttons of `/bind`, given there."""
        await self.says(person, f"/bind@{BOT}", topic)
        await person.presses(label, to=self.group)

    async def does(self, act: str, topic: int) -> None:
        await self.town.secretary.act(act, chat=self.group.id, topic=topic)
        await self.town.world.settle()

    async def files(self, words: str) -> None:
        await self.town.wang.says(words)
        await self.town.wang.presses("发到群里")

    async def by_the_bot(self) -> list[Message]:
        return [each for each in await self.town.chen.reads(to=self.group) if each.sender == "邻愿"]

    async def card(self, number: int) -> Message:
        return await self.town.chen.sees(f"第{number}件 · 我", to=self.group)

    async def boards(self) -> list[Message]:
        return [each for each in await self.by_the_bot() if "的心愿" in each.text.partition("\n")[0]]

    async def menus(self) -> list[Message]:
        return [each for each in await self.by_the_bot() if each.text.startswith("有事说一声")]


def where(message: Message) -> int | None:
    """The topic it stands in; None: General."""
    return message.body["message_thread_id"] if message.body.get("is_topic_message") else None


@asynccontextmanager
async def forum(open_estate: Open, **how: object) -> AsyncIterator[Forum]:
    async with open_estate(bound=False, **how) as town:
        group = await town.world.group("7号楼", creator=town.secretary, members=[town.wang, town.chen], forum=True)
        await town.secretary.says(f"/bind@{BOT} 7号楼", to=group)
        await town.wang.presses("我想要", to=group)
        await town.wang.presses("取消")
        yield Forum(town, group)


async def test_each_purpose_has_a_topic_chosen_by_buttons_in_it(open_estate: Open) -> None:
    async with forum(open_estate, extra=LIMITED) as here:
        town = here.town
        board, news = await here.topic("心愿板"), await here.topic("通知")
        await here.says(town.secretary, f"/bind@{BOT}", board)
        asked = await town.secretary.sees("这个话题用来发什么", to=here.group)
        assert where(asked) == board, "a command is answered in its topic"
        assert asked.labels == ["心愿卡片", "每天的心愿板", "给大家的通知", "投票"]
        assert "心愿卡片：发到主话题" in asked.text
        pressed = await town.secretary.presses("每天的心愿板", on=asked)
        assert pressed.toast == "好，以后发在这个话题。"
        asked = await town.secretary.sees("这个话题用来发什么", to=here.group)
        assert asked.labels == ["心愿卡片", "✓ 每天的心愿板", "给大家的通知", "投票"]
        assert "每天的心愿板：发在这个话题" in asked.text
        await here.chooses(town.secretary, news, "给大家的通知")

        for words in MATTERS[:3]:
            await here.files(words)
        assert [where(await here.card(number)) for number in (1, 2)] == [None, None]
        [shown] = await here.boards()
        assert where(shown) == board
        await town.world.advances(hours=24 * 8)  # nobody answers: no more wishes are taken, and all are told
        paused = await town.chen.sees("先不收", to=here.group)
        assert where(paused) == news

        await here.says(town.secretary, f"/bind@{BOT}")
        overview = await town.secretary.sees("想让哪个话题发什么", to=here.group)
        assert where(overview) is None
        assert "给大家的通知：发在另一个话题" in overview.text
        assert "投票：和给大家的通知一起" in overview.text
        says = ["✓ 心愿", "✓ 通知", "✓ 投票", "只聊天"]
        assert overview.labels == ["每天的心愿板：不用单独的话题", "给大家的通知：不用单独的话题", *says]
        pressed = await town.secretary.presses("给大家的通知", on=overview)
        assert pressed.toast == "好，不再单独放了。"
        overview = await town.secretary.sees("想让哪个话题发什么", to=here.group)
        assert "给大家的通知：发到主话题" in overview.text
        assert overview.labels == ["每天的心愿板：不用单独的话题", *says]


async def test_the_board_goes_along_with_the_cards_and_moves_when_it_gets_its_own(open_estate: Open) -> None:
    async with forum(open_estate, extra=LIMITED) as here:
        town = here.town
        for words in MATTERS[:3]:
            await here.files(words)
        [board] = await here.boards()
        assert where(board) is None
        [menu] = await here.menus()

        wishes = await here.topic("心愿")
        await here.chooses(town.secretary, wishes, "心愿卡片")
        assert "每天的心愿板：和心愿卡片一起" in (await town.secretary.sees("这个话题用来发什么", to=here.group)).text
        [moved] = await here.boards()
        assert where(moved) == wishes, "the old one is gone"
        assert moved.id != board.id
        [pinned] = await here.menus()
        assert (where(pinned), pinned.id != menu.id) == (wishes, True), "the buttons are where the cards are"
        assert where(await here.card(1)) is None, "a card stays where people found it"
        await town.chen.presses("我家也是", on=await here.card(1))
        assert "1家也是" in (await here.card(1)).text, "and lives"
        await here.files(MATTERS[3])
        assert where(await here.card(4)) == wishes, "new ones go to the topic, as many as there are"
        await town.chen.presses("3 我家也是", to=here.group)
        [moved] = await here.boards()
        assert "1家也是" in moved.text

        own = await here.topic("心愿板")
        await here.chooses(town.secretary, own, "每天的心愿板")
        [again] = await here.boards()
        assert where(again) == own
        assert "1家也是" in again.text
        assert again.labels == ["3 我家也是"]
        assert len(await here.menus()) == 1
        await here.chooses(town.secretary, own, "✓ 每天的心愿板")
        [back] = await here.boards()
        assert where(back) == wishes
        await town.bot_restarts()
        await here.files(MATTERS[4])
        assert where(await here.card(5)) == wishes


async def test_a_closed_topic_is_kept_until_it_opens_and_concerns_nothing_else(open_estate: Open) -> None:
    async with forum(open_estate, extra=LIMITED) as here:
        town = here.town
        wishes, board = await here.topic("心愿"), await here.topic("心愿板")
        await here.chooses(town.secretary, wishes, "心愿卡片")
        await here.chooses(town.secretary, board, "每天的心愿板")
        await here.files(MATTERS[0])
        assert where(await here.card(1)) == wishes
        await here.does("close_topic", wishes)
        await here.files(MATTERS[1])
        assert where(await here.card(2)) is None, "for now"
        await here.files(MATTERS[2])
        [shown] = await here.boards()
        assert where(shown) == board, "in General the limit counts again, and the board has its own topic"
        await town.chen.presses("我家也是", on=await here.card(1))
        assert "1家也是" in (await here.card(1)).text, "what stands in a closed topic is still edited"
        await here.says(town.secretary, f"/bind@{BOT}")
        assert "心愿卡片：选好的话题关着" in (await town.secretary.sees("心愿卡片：", to=here.group)).text

        await here.does("reopen_topic", wishes)
        await here.files(MATTERS[3])
        assert where(await here.card(4)) == wishes
        refused = [call for call in await town.world.calls() if "TOPIC_CLOSED" in call.get("description", "")]
        assert len(refused) == 1, "it does not knock on a closed door"


async def test_news_of_a_closed_topic_go_to_everybody_and_back_once_it_opens(open_estate: Open) -> None:
    async with forum(open_estate, extra=LIMITED) as here:
        town = here.town
        wishes, news = await here.topic("心愿"), await here.topic("通知")
        await here.chooses(town.secretary, wishes, "心愿卡片")
        await here.chooses(town.secretary, news, "给大家的通知")
        await here.files(MATTERS[0])
        await here.does("close_topic", news)
        await town.world.advances(hours=24 * 8)
        assert where(await town.chen.sees("先不收", to=here.group)) is None
        await here.does("reopen_topic", news)
        await town.secretary.says(f"/bind@{BOT} staff", to=town.staff)
        assert where(await town.chen.sees("又有人答复了", to=here.group)) == news
        await here.files(MATTERS[1])
        assert where(await here.card(2)) == wishes, "the cards' topic was never closed"


async def test_an_administrator_writes_in_a_closed_topic_too(open_estate: Open) -> None:
    async with forum(open_estate, extra=LIMITED) as here:
        town = here.town
        wishes = await here.topic("心愿")
        await here.chooses(town.secretary, wishes, "心愿卡片")
        await here.does("close_topic", wishes)
        await here.files(MATTERS[0])
        assert where(await here.card(1)) is None
        await town.secretary.promotes(
            town.world.bot(), in_=here.group, rights=["can_manage_topics", "can_pin_messages"]
        )
        await here.files(MATTERS[1])
        assert where(await here.card(2)) == wishes


async def test_a_deleted_topic_is_forgotten_and_only_for_what_it_was_for(open_estate: Open) -> None:
    async with forum(open_estate, extra=LIMITED) as here:
        town = here.town
        wishes, board = await here.topic("心愿"), await here.topic("心愿板")
        await here.chooses(town.secretary, wishes, "心愿卡片")
        await here.chooses(town.secretary, board, "每天的心愿板")
        await here.does("delete_topic", board)
        await here.files(MATTERS[0])
        assert where(await here.card(1)) == wishes
        await here.does("delete_topic", wishes)
        await here.files(MATTERS[1])
        assert where(await here.card(2)) is None
        await here.files(MATTERS[2])
        await here.files(MATTERS[3])
        [shown] = await here.boards()
        assert where(shown) is None
        await here.says(town.secretary, f"/bind@{BOT}", await here.topic("别的"))
        asked = await town.secretary.sees("这个话题用来发什么", to=here.group)
        assert "心愿卡片：发到主话题" in asked.text
        assert "每天的心愿板：发到主话题" in asked.text


async def test_what_is_asked_in_a_topic_is_answered_there(open_estate: Open) -> None:
    async with forum(open_estate) as here:
        town = here.town
        talk = await here.topic("闲聊")
        await here.says(town.wang, f"/want@{BOT} 三楼走廊的灯坏了", talk)
        preview = await town.wang.sees("这样写对吗", to=here.group)
        assert where(preview) == talk
        await town.wang.presses("发到群里", on=preview)
        assert where(await town.wang.sees("记好了，第1件", to=here.group)) == talk
        assert where(await here.card(1)) is None
        await here.says(town.chen, f"/wishes@{BOT}", talk)
        listed = await town.chen.sees("等答复", to=here.group)
        assert where(listed) == talk
        await here.says(town.chen, f"/nonsense@{BOT}", talk)
        assert where(await town.chen.sees("我不认得 /nonsense", to=here.group)) == talk
        # closed before the answer comes: it is said in General, not lost
        await town.world.fails("sendMessage", kind="500", times=1, chat=here.group)
        await town.chen.act("say", chat=here.group.id, text=f"/find@{BOT} 秋千", thread=talk)
        await town.is_heard()
        await town.secretary.act("close_topic", chat=here.group.id, topic=talk)
        await town.world.settle()
        assert where(await town.chen.sees("没找到带“秋千”", to=here.group)) is None


async def test_who_may_choose_and_what_others_see(open_estate: Open) -> None:
    async with forum(open_estate) as here:
        town = here.town
        topic = await here.topic("心愿")
        await here.says(town.chen, f"/bind@{BOT}", topic)
        seen = await town.chen.sees("心愿卡片：发到主话题", to=here.group)
        assert seen.labels == []
        assert str(town.chen.id) in seen.text, "the number by which somebody is listed"
        await here.says(town.secretary, f"/bind@{BOT}", topic)
        asked = await town.secretary.sees("这个话题用来发什么", to=here.group)
        assert "这一步要" in ((await town.chen.presses("心愿卡片", on=asked)).alert or "")
        await town.secretary.promotes(town.chen, in_=here.group)
        await town.world.advances(minutes=6)
        assert (await town.chen.presses("心愿卡片", on=asked)).toast == "好，以后发在这个话题。"
        await here.says(town.secretary, f"/bind@{BOT} staff")
        await here.says(town.secretary, f"/bind@{BOT} 7号楼")
        await here.files(MATTERS[0])
        assert where(await here.card(1)) is None, "a staff chat has no such topics"


async def test_in_english_and_an_anonymous_administrator_too(open_estate: Open) -> None:
    async with forum_in_english(open_estate) as here:
        town = here.town
        topic = await here.topic("Wishes")
        await town.secretary.remains_anonymous(in_=here.group)
        await here.says(town.secretary, f"/bind@{BOT}", topic)
        question = await town.secretary.sees("An anonymous administrator wrote this", to=here.group)
        assert where(question) == topic
        await town.secretary.presses("It is me", on=question)
        asked = await town.secretary.sees("What is this topic for?", to=here.group)
        assert where(asked) == topic
        assert asked.labels == ["Wishes’ cards", "The board of the day", "News for everybody", "Polls"]
        assert "Wishes’ cards: in General" in asked.text
        await town.secretary.presses("Wishes’ cards", on=asked)
        asked = await town.secretary.sees("What is this topic for?", to=here.group)
        assert "The board of the day: along with the cards" in asked.text
        assert asked.labels[0] == "✓ Wishes’ cards"
        assert (await town.secretary.presses("✓ Wishes’ cards", on=asked)).toast == (
            "Good, it has no topic of its own any more."
        )


@asynccontextmanager
async def forum_in_english(open_estate: Open) -> AsyncIterator[Forum]:
    async with open_estate(bound=False, language="en") as town:
        group = await town.world.group("Building 7", creator=town.secretary, members=[town.emma], forum=True)
        await town.secretary.says(f"/bind@{BOT} building 7", to=group)
        yield Forum(town, group)


async def test_polls_and_notices_of_an_office_go_where_they_were_told_to(open_estate: Open) -> None:
    async with forum(open_estate) as here:
        town = here.town
        await town.secretary.starts()
        news, votes = await here.topic("通知"), await here.topic("投票")
        await here.chooses(town.secretary, news, "给大家的通知")
        assert where(await _asked(town, here.group, "先问一次")) == news, "until they have their own"
        await here.chooses(town.secretary, votes, "投票")
        assert where(await _asked(town, here.group, "再问一次")) == votes
        await sends(town.secretary, "明天停水")
        assert where(await town.chen.sees("明天停水", to=here.group)) == news


async def _asked(town: Estate, group: Group, question: str) -> Message:
    await town.secretary.says("/poll")
    await answers_all(town.secretary, question=question)
    await town.secretary.presses("发到群里")
    return await poll_in(town.chen, group, says=question)
