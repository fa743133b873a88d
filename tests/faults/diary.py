"""What the estate's people begin in the six weeks, day by day: whatever of it falls due later does so by itself."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from simulator.client import Group, Message, Person
from simulator.seed import ESTATE
from tests.faults.stage import Stage

ZONE = ZoneInfo(str(ESTATE["time_zone"]))
_MEDIATOR, _OFFICIAL = 2101, 2102

#: The seed's estate, with a mediator, and somebody at the sub-district to whom missed days are told.
WITH_ALL: dict[str, Any] = {
    **ESTATE,
    "mediators": [{"id": _MEDIATOR, "name": "徐阿姨"}],
    "levels": {"sub_district": [{"id": _OFFICIAL, "name": "张科长"}]},
}

#: The list of services is looked through within the six weeks.
MORE: dict[str, Any] = {"services": {"review_on": "12-01"}}

LAMP, DOOR, WINDOW = "三楼走廊的灯坏了", "单元门关不上", "二楼窗玻璃裂了"
RACK, LOCKER, RUBBISH = "楼下加一排晾衣架", "想要一个快递柜", "垃圾没人扫"
UMBRELLAS, POTS, COMICS, BULB = (
    "想要一个放雨伞的架子",
    "谁有多余的花盆",
    "想看几本旧小人书",
    "家里的灯泡够不着，想请人换一下",
)
CHAIRS, QUESTION = "门口装几把椅子", "椅子装在门口还是花园？"
DRUMS, MUSIC = "楼上402天天半夜打鼓，说了好几次都不听", "隔壁501半夜放音乐吵得睡不着，说了不听"
STAIRS, WORKS, ITEM = "楼梯的扶手松了", "楼梯扶手大修", "门口铺一条坡道"
RAMP = "门口的台阶想铺一条坡道"
WANT, OFFER = "想请人修一下我的旧电脑", "我会修电脑，随时可以找我"
SERVICE, ASKED = "借梯子", "晚上也借吗？"
TABLED = "给长者送粽子"
DUMPLINGS = "周末一起包粽子"
LATER = "周四早上擦电梯，请走楼梯"
COT = "一张折叠床"
POLLED = "楼下放几张石凳？"
LIGHTS, UNSAID = "楼下路灯白天也亮着", "东门的减速带"


@dataclass(eq=False)
class Diary:
    stage: Stage
    began: datetime
    people: dict[str, Person] = field(default_factory=dict)
    wished: int = 0  #: weeks in which somebody wished for something and was answered

    @property
    def pages(self) -> list[tuple[datetime, Callable[[], Awaitable[None]]]]:
        """When they do what, in order."""
        days: tuple[tuple[float, float, Callable[[], Awaitable[None]]], ...] = (
            (0, 9.5, self._answered),
            (0, 14, self._found),
            (1, 9.5, self._claimed),
            (2, 9.5, self._argued),
            (2, 14, self._quarrelled),
            (3, 9.5, self._undertaken),
            (3, 15, self._withdrawn),
            (3, 17, self._matched),
            (4, 11.5, self._listed),
            (4, 14, self._tabled),
            (5, 9.5, self._signed_up),
            (4, 15, self._polled),
            (5, 11, self._told_later),
            (5, 10, self._appointed),
            (5, 16, self._given_away),
            (7, 11, self._wishes),
            (8, 14, self._settled),
            (14, 10, self._wishes),  # after less than a week: then no more wishes would be taken
            (17, 10.5, self._concluded),
            (20, 23, self._handed_over),
            (21, 9.25, self._wishes),
            (31, 10, self._here),
        )
        midnight = datetime.combine(self.began.astimezone(ZONE).date(), datetime.min.time(), tzinfo=ZONE)
        return [(midnight + timedelta(days=day, hours=hour), act) for day, hour, act in days]

    @property
    def house3(self) -> Group:
        return self.stage.estate.building3

    @property
    def desk(self) -> Group:
        return self.stage.estate.staff

    def __getitem__(self, name: str) -> Person:
        return self.people[name]

    def on(self, days: int) -> date:
        """So many days after the beginning."""
        return self.began.astimezone(ZONE).date() + timedelta(days=days)

    async def begin(self) -> None:
        """Everybody is there and can be written to."""
        estate, world = self.stage.estate, self.stage.world
        world.autosettle = True
        self.people = dict(estate.people)
        for name, number in (("徐阿姨", _MEDIATOR), ("张科长", _OFFICIAL)):
            self.people[name] = await world.person(name, id=number)
        for name in ("李书记", "小周", "张师傅", "徐阿姨", "张科长"):
            await self[name].starts()
        for name in ("王阿姨", "陈伟", "刘敏", "孙丽", "孙浩"):
            await self[name].presses("我想要", to=self.house3)
            await self[name].presses("取消")
        for name in ("周建国", "郑洁", "许明"):
            await self[name].presses("我想要", to=estate.building5)
            await self[name].presses("取消")
        world.autosettle = False

    # ---- how they do it ----

    # `last`: of a page; time does not pass after it, so that what falls due within minutes is still to come.

    async def _files(self, who: str, words: str, *, kind: str = "我想要", last: bool = False) -> None:
        person = self[who]
        building3 = who in ("王阿姨", "陈伟", "刘敏", "孙丽", "孙浩")
        await person.presses(kind, to=self.house3 if building3 else self.stage.estate.building5)
        await person.says(words)
        await person.presses("发到群里", settle=not last)

    async def _card(self, who: str, words: str, label: str, to: Group) -> Message:
        """The newest message there that says so and has this button."""
        found = [each for each in await self[who].reads(to=to) if each.contains(words) and label in each.labels]
        assert found, f"{who} sees no {label} under {words}"
        return found[-1]

    async def _answers(self, who: str, about: str, kind: str, *said: str, last: bool = False) -> None:
        """`said`: what is typed; or after #, pressed."""
        person = self[who]
        await person.presses("答复", to=self.desk, on=await self._card(who, about, "答复", self.desk))
        await person.presses(kind, to=self.desk)
        for each in said:
            await self._types(who, each)
        if kind == "办好了":
            await person.presses("跳过", to=self.desk)
            await person.photographs(to=self.desk, reply_to=await person.last(to=self.desk))
            await person.presses("好了", to=self.desk)
        await person.presses("对", to=self.desk, settle=not last)

    async def _types(self, who: str, said: str) -> None:
        person = self[who]
        if said.startswith("#"):
            await person.presses(said[1:], to=self.desk)
        else:
            await person.says(said, to=self.desk, reply_to=await person.last(to=self.desk))

    async def _claims(self, who: str, words: str, *, day: date) -> None:
        person = self[who]
        building3 = who in ("陈伟", "刘敏", "孙浩")
        group = self.house3 if building3 else self.stage.estate.building5
        await person.presses("我来帮", to=group, on=await self._card(who, words, "我来帮", group))
        for label in ("我来认领", "我自己"):
            await person.presses(label)
        await person.says(day.isoformat())
        await person.presses("对")

    async def _number(self, who: str, words: str) -> str:
        card = await self[who].sees(words, to=self.desk)
        return re.findall(r"第(\d+)件", card.text)[0]

    # ---- the days ----

    async def _answered(self) -> None:
        """Reported done, promised, put off."""
        for words in (LAMP, DOOR, RACK, LOCKER, RUBBISH):
            await self._files("王阿姨", words)
        await self._files("刘敏", WINDOW)
        await self["陈伟"].presses(
            "我家也是", to=self.house3, on=await self._card("陈伟", LAMP, "我家也是", self.house3)
        )
        for words in (LAMP, DOOR, WINDOW):
            await self._answers("张师傅", words, "办好了")
        await self._answers("李书记", RACK, "先记着，过些日子再议", self.on(18).isoformat(), "先看场地")
        await self._answers("李书记", LOCKER, "答应办", self.on(8).isoformat(), "跳过")
        await self._answers("张师傅", RUBBISH, "答应办", self.on(40).isoformat(), "跳过", last=True)

    async def _found(self) -> None:
        """One is content, one is not; of the third nobody says anything."""
        await self["王阿姨"].presses("好了", to=self.house3, on=await self._card("王阿姨", LAMP, "好了", self.house3))
        card = await self._card("刘敏", WINDOW, "还没好", self.house3)
        await self["刘敏"].presses("还没好", to=self.house3, on=card, settle=False)

    async def _claimed(self) -> None:
        """One whose wisher is silent, one whose claimer is, one whose wisher does not say that it is done, one for
        which nobody vouches."""
        await self._files("王阿姨", UMBRELLAS)
        await self._claims("陈伟", UMBRELLAS, day=self.on(20))
        await self._files("孙丽", POTS)
        await self._claims("刘敏", POTS, day=self.on(8))
        await self["孙丽"].presses("好，请他来办")
        await self._files("孙丽", COMICS)
        await self._claims("孙浩", COMICS, day=self.on(9))
        await self["孙丽"].presses("好，请他来办")
        await self["孙浩"].presses("办好了")
        await self._files("周建国", BULB)
        await self._claims("许明", BULB, day=self.on(20))

    async def _argued(self) -> None:
        """A council of which nobody writes the minutes."""
        secretary = self["李书记"]
        await self._files("陈伟", CHAIRS)
        await secretary.presses("更多", to=self.desk, on=await self._card("李书记", CHAIRS, "更多", self.desk))
        for said in ("#发起商议", "#议事会", QUESTION, "跳过", self.on(5).isoformat()):
            await self._types("李书记", said)
        await secretary.presses("对", to=self.desk)

    async def _quarrelled(self) -> None:
        """One in whose author's hands it lies, and one that a mediator took."""
        secretary, mediator = self["李书记"], self["徐阿姨"]
        await self._files("陈伟", DRUMS)
        await secretary.presses("更多", to=self.desk, on=await self._card("李书记", DRUMS, "更多", self.desk))
        await secretary.presses("邻里纠纷 → 老娘舅", to=self.desk)
        await self["孙丽"].says(MUSIC)
        await self["孙丽"].presses("请老娘舅私下调解")
        await self["孙丽"].says("3号楼501")
        await mediator.says("/mediate")
        await mediator.presses(next(label for label in (await mediator.last()).labels if label.startswith("看第")))
        await mediator.presses("我来管")

    async def _undertaken(self) -> None:
        """A project whose end will pass, and an item of the plan."""
        secretary = self["李书记"]
        await self._files("刘敏", STAIRS)
        await self._files("孙丽", RAMP)
        await secretary.says("/project")
        await secretary.presses("实事项目")
        for said in (WORKS, await self._number("李书记", STAIRS), "3号楼", self.on(10).isoformat()):
            await secretary.says(said)
        await secretary.presses("对")
        await self._does("记钱", "#计划给多少", "#政府", "12万", "跳过")
        for words in ("师傅看过，能做", "跳过"):
            await self._on(words)
        await self._does("记钱", "#到位了多少", "#政府", "12万", "跳过")
        for _ in range(2):
            await self._on()
        await secretary.says("/item")
        ramp = await self._number("李书记", RAMP)
        for said in (ramp, ITEM, "近期办", self.on(35).isoformat(), "物业", "政府10万"):
            await secretary.says(said)
        await secretary.presses("对")

    async def _does(self, label: str, *says: str) -> None:
        secretary = self["李书记"]
        await secretary.says("/projects 1")
        await secretary.presses(label, on=await secretary.last())
        for said in says:
            await (secretary.presses(said[1:]) if said.startswith("#") else secretary.says(said))
        await secretary.presses("对")

    async def _on(self, words: str = "跳过") -> None:
        """The project, one stage further."""
        secretary = self["李书记"]
        await secretary.says("/projects 1")
        shown = await secretary.last()
        await secretary.presses(next(label for label in shown.labels if label.startswith("下一步")), on=shown)
        await secretary.says(words)
        await secretary.presses("对")

    async def _withdrawn(self) -> None:
        """A dialog that is left open, and a wish that is withdrawn."""
        await self["郑洁"].says(UNSAID)
        await self._files("许明", LIGHTS)
        group = self.stage.estate.building5
        await self["郑洁"].presses("我家也是", to=group, on=await self._card("郑洁", LIGHTS, "我家也是", group))
        for label in ("撤回", "跳过"):
            await self["许明"].presses(label)
        await self["许明"].presses("对", settle=False)

    async def _matched(self) -> None:
        """An offer and a want that fit."""
        await self._files("王阿姨", WANT)
        await self._files("孙浩", OFFER, kind="我愿做", last=True)

    async def _listed(self) -> None:
        """A service, and an answer about it that can still be taken back."""
        secretary = self["李书记"]
        await secretary.says("/services")
        await secretary.presses("加一项服务")
        for words in (SERVICE, "居委会", "可以提供", "跳过", "跳过", "跳过"):
            await secretary.says(words)
        await secretary.presses("对")
        await self["刘敏"].says("/services 1")
        await self["刘敏"].presses("问一句")
        await self["刘敏"].says(ASKED)
        await self["刘敏"].presses("对")
        await self._types("李书记", "#回答")
        await self._types("李书记", "八点以前都可以")
        await secretary.presses("给大家看", to=self.desk)
        await secretary.presses("对", to=self.desk, settle=False)

    async def _appointed(self) -> None:
        """A volunteer for a week."""
        secretary = self["李书记"]
        await secretary.says("/role")
        for label in ("请一个人", "志愿者", "发一个链接"):
            await secretary.presses(label)
        for words in ("小郑", "今天", self.on(12).isoformat()):
            await secretary.says(words)
        await secretary.presses("对")
        link = (await secretary.presses("看一看")).url
        assert link is not None
        await self["郑洁"].follows(link)
        await self["郑洁"].presses("我愿意", settle=False)

    async def _tabled(self) -> None:
        """A file of places and a table of entries, which the secretary looks at and does nothing with."""
        await self["李书记"].sends_file("楼.yaml", b"- {building: 77}\n")
        table = f"日期,种类,分类,金额,内容\n{self.on(0).isoformat()},支出,公益金,500,{TABLED}\n"
        await self["李书记"].sends_file("账.csv", table.encode())

    async def _signed_up(self) -> None:
        """One place, and two who want it: whoever waits has it as the other gives it back."""
        secretary = self["李书记"]
        await secretary.says("/signup")
        for said in (DUMPLINGS, self.on(9).isoformat(), "14:00", "跳过", "1"):
            await secretary.says(said)
        await secretary.presses("发到群里")
        for who, label in (("陈伟", "我报名"), ("王阿姨", "我报名"), ("陈伟", "不去了")):
            card = await self._card(who, DUMPLINGS, label, self.house3)
            await self[who].presses(label, to=self.house3, on=card, settle=label == "我报名")

    async def _told_later(self) -> None:
        """What everybody is to be told in a week."""
        secretary = self["李书记"]
        await secretary.says("/broadcast")
        for words in (LATER, "全小区", "群里", "什么时候发", "过后发", self.on(12).isoformat(), "10:00"):
            await secretary.says(words)
        await secretary.presses("定下来")

    async def _given_away(self) -> None:
        """Something to give away, which a neighbour would like; its giver says nothing more."""
        giver = self["孙丽"]
        await giver.says("/giveaway")
        for said in (COT, "跳过"):
            await giver.says(said)
        await giver.presses("发到群里")
        card = await self._card("刘敏", COT, "我想要", self.house3)
        await self["刘敏"].presses("我想要", to=self.house3, on=card, settle=False)

    async def _polled(self) -> None:
        """A poll with names that nobody answers."""
        secretary = self["李书记"]
        await secretary.says("/poll")
        for words in (POLLED, "两张\n三张", "好了", "只选一项", "记名", "答了就看得到", "好了", self.on(9).isoformat()):
            await secretary.says(words)
        await secretary.says("跳过")
        await secretary.presses("发到群里")

    async def _concluded(self) -> None:
        """Long after it closed somebody says what comes of it."""
        secretary = self["李书记"]
        await secretary.says("/polls 1")
        await secretary.presses("说说怎么办")
        for words in ("先放两张", self.on(25).isoformat()):
            await secretary.says(words)
        await secretary.presses("对")

    async def _wishes(self) -> None:
        """Something new, promised by the staff: the week has something to tell."""
        self.wished += 1
        words = f"第{self.wished}回：想要一张长椅"
        await self._files("陈伟", words)
        await self._answers("张师傅", words, "答应办", self.on(45).isoformat(), "跳过", last=True)

    async def _settled(self) -> None:
        """The mediator, reminded by now, hears that the other side is willing, and has both agree."""
        mediator = self["徐阿姨"]
        await mediator.says("/mediate")
        await mediator.presses(next(label for label in (await mediator.last()).labels if label.startswith("看第")))
        for label in ("当面问过：愿意", "记结果", "谈成了"):
            await mediator.presses(label)
        await mediator.says("十点以后不放音乐")
        await mediator.presses("对")

    async def _handed_over(self) -> None:
        """Late in the evening the project is done: residents are asked in the morning."""
        await self._on()

    async def _here(self) -> None:
        """Nobody of the staff acted for long: no wishes are taken any more."""
        await self["李书记"].presses("我们在，继续收", to=self.desk)
