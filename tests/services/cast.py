"""Two estates with their groups, and people of every role."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.attention import Courtesy
from bot.domain.daily import DailyLimits
from bot.domain.house import House, Pace
from bot.domain.people import Body, Chat, Estate, Person, Purpose, Speaker
from bot.domain.places import Place
from bot.domain.rights import Role
from bot.messages import Actor, Foothold

NOON = datetime(2026, 3, 11, 4, 0, tzinfo=UTC)  #: a Wednesday, 12:00 in Shanghai
#: The clock stands still: a person may post a whole list in one day. Cards are as in config.yaml.
_UNHURRIED = DailyLimits(public_wishes_a_day=1000, alike_wishes_a_day=1000)
_LI, _ZHOU, _WU, _HE = 502, 504, 505, 602
GARDEN = Estate(
    "garden", "花园小区", ZoneInfo("Asia/Shanghai"), "zh", 3,
    {
        _LI: Speaker(_LI, "李主任", Body.COMMITTEE),
        _ZHOU: Speaker(_ZHOU, "周经理", Body.PROPERTY),
        _WU: Speaker(_WU, "吴先生", Body.OWNERS),
    },
    courtesy=Courtesy(answer_hold=timedelta(0)),  # answers are out at once, but where a test is about just that
    daily=_UNHURRIED,
)  # fmt: skip
RIVERSIDE = Estate(
    "riverside",
    "Riverside",
    ZoneInfo("Europe/Berlin"),
    "en",
    7,
    {_HE: Speaker(_HE, "Ms He", Body.COMMITTEE)},
    daily=_UNHURRIED,
)
ESTATES = {"garden": GARDEN, "riverside": RIVERSIDE}
HOUSE = House("wishwell_bot", False, "zh", ("en", "zh"), ESTATES, Pace())
PLACE = Place("3", "2", 3, "302")

GROUPS = {
    "building3": Chat(1, -1003, False, "3号楼邻里群", "garden", Purpose.BUILDING, Place("3")),
    "building5": Chat(2, -1005, False, "5号楼邻里群", "garden", Purpose.BUILDING, Place("5")),
    "staff": Chat(3, -1009, False, "居委会工作群", "garden", Purpose.STAFF),
    "riverside": Chat(4, -2001, False, "Riverside 1", "riverside", Purpose.BUILDING, Place("1")),
    "unbound": Chat(5, -3001, False, "买菜群"),
}
PEOPLE = {
    "wang": Person(1, 501, "王阿姨", home_chat_id=1),
    "chen": Person(2, 503, "陈师傅", home_chat_id=1),
    "li": Person(3, _LI, "李"),
    "zhou": Person(4, _ZHOU, "周"),
    "wu": Person(5, _WU, "吴"),
    "qian": Person(6, 506, "钱组长"),  # administers the group of building 3
    "emma": Person(7, 601, "Emma", home_chat_id=4),
    "he": Person(8, _HE, "He"),
    "both": Person(9, 603, "两家", home_chat_id=1),
    "stranger": Person(10, 999, "过路人"),
}
ROLES: Mapping[str, Mapping[str, Role]] = {
    "wang": {"garden": Role.RESIDENT},
    "chen": {"garden": Role.RESIDENT},
    "li": {"garden": Role.COMMITTEE},
    "zhou": {"garden": Role.PROPERTY},
    "wu": {"garden": Role.OWNERS},
    "qian": {"garden": Role.MODERATOR},
    "emma": {"riverside": Role.RESIDENT},
    "he": {"riverside": Role.COMMITTEE},
    "both": {"garden": Role.RESIDENT, "riverside": Role.RESIDENT},
    "stranger": {},
}


class Cast:
    """They who act, each in a chat."""

    def __init__(self) -> None:
        self.people, self.groups = dict(PEOPLE), dict(GROUPS)

    def chat(self, name: str) -> Chat:
        """The group of this name: building3, building5, staff, riverside, unbound."""
        return self.groups[name]

    def actor(self, name: str, where: Chat | str | None = None) -> Actor:
        """This person in this chat, or the group of this name; without one, in private."""
        person = self.people[name]
        there = self.chat(where) if isinstance(where, str) else where
        chat = there or Chat(9000 + person.id, person.telegram_id, True)
        footholds = {key: Foothold(ESTATES[key], frozenset({role})) for key, role in ROLES[name].items()}
        here = ESTATES.get(chat.estate_key or "")
        if chat.private and footholds:
            here = next(iter(footholds.values())).estate
        if here is not None and here.key not in footholds:
            footholds[here.key] = Foothold(here, frozenset({Role.OUTSIDER}))
        roles_here = footholds[here.key].roles if here else frozenset({Role.OUTSIDER})
        return Actor(person, chat, "zh", here, roles_here, footholds)
