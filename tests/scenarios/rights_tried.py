"""Who tries what, where, and what the table of rights says must come of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from bot.domain import (
    broadcast_refusals,
    claim_refusals,
    directory_refusals,
    errors,
    grant_refusals,
    item_refusals,
    ledger_refusals,
    place_refusals,
    planned_refusals,
    poll_refusals,
    project_refusals,
    signup_refusals,
    thing_refusals,
    verdict_errors,
)
from bot.domain.errors import Refused
from bot.domain.rights import BARRED, RIGHTS, Act, Role
from bot.texts.catalog import Catalog
from simulator.client import Group, Person


class Place(StrEnum):
    PRIVATE = "private"
    BUILDING = "building"
    STAFF = "staff"
    UNBOUND = "unbound"  #: a group that belongs to no estate, one for each person


@dataclass(frozen=True)
class Tryer:
    """`roles`: in our estate, before anybody saw them in its building's group."""

    name: str
    person: Person
    roles: frozenset[Role]
    foreign: frozenset[Role] = frozenset()  #: in the estate next door
    to: Group | None = None  #: where they are; None: in private

    @property
    def speaks_for_a_body(self) -> bool:
        return bool((self.roles | self.foreign) & RIGHTS[Act.BIND_CHAT])

    def may(self, act: Act, place: Place, *, ours: bool) -> bool:
        """What RIGHTS says. `ours`: it touches a wish of our estate; in private, all else is about one's own estate."""
        if place is Place.UNBOUND:
            if act is Act.SUGGEST_BINDING:
                return True  # everybody made their own group here, and administers it
            return act is Act.ASK_HELP or (act is Act.BIND_CHAT and self.speaks_for_a_body)
        roles = self.roles
        if place is Place.BUILDING:
            roles = roles - {Role.OUTSIDER} | {Role.RESIDENT}  # whoever is in a building's group is a neighbour
        elif place is Place.PRIVATE and self.foreign and not ours:
            roles = self.foreign
        about_wishes = act in (
            Act.READ_WISHES,
            Act.FOLLOW_WISH,
            Act.THANK,
            Act.CLAIM_WISH,
            Act.VOUCH_FOR_CLAIM,
            Act.REPORT_WISH,
            Act.FILE_FOR,
            Act.GIVE_VERDICT,
            Act.SEE_DIFFERENTLY,
            Act.READ_DELIBERATION,
            Act.JOIN_DELIBERATION,
        )
        if place is Place.STAFF and about_wishes and not roles & RIGHTS[Act.READ_STAFF]:
            return False  # a guest in the staff chat looks on, no more
        return bool(roles & RIGHTS[act]) and not roles & BARRED.get(act, frozenset())

    def sees_committee_only(self, place: Place) -> bool:
        return place in (Place.PRIVATE, Place.STAFF) and bool(self.roles & RIGHTS[Act.READ_STAFF])


@dataclass(frozen=True)
class Try:
    """One command or button. `words`: what follows its name; `works`: a pattern of what is seen where it works.

    `not_in`: places where it is refused to everybody. `ours`: it touches a wish of our estate.
    """

    act: Act
    works: str = ""
    words: str = ""
    not_in: frozenset[Place] = frozenset()
    ours: bool = False
    works_in: dict[Place, str] = field(default_factory=dict)  #: where `works` differs
    next_door: str | None = None  #: in private, to those of the estate next door; None: `works`
    in_groups: Act | None = None  #: another right is needed there
    opens_dialog: bool = False
    for_staff: bool = False  #: whoever may do it sees what is for the committee alone as well
    closes_in_building: bool = True  #: what is opened stays to be cancelled there, too

    def right(self, place: Place) -> Act:
        return self.act if self.in_groups is None or place is Place.PRIVATE else self.in_groups

    def may(self, who: Tryer, place: Place) -> bool:
        return place not in self.not_in and who.may(self.right(place), place, ours=self.ours)

    def seen(self, who: Tryer, place: Place) -> str:
        if place is Place.PRIVATE and who.foreign and self.next_door is not None:
            return self.next_door
        return self.works_in.get(place, self.works)


GROUPS = frozenset({Place.BUILDING, Place.STAFF, Place.UNBOUND})
OPEN_WORDS = "二楼垃圾没人扫"  #: of our estate's wish no. 1, for neighbours
SECRET_WORDS = "帮我领血压药"  #: of no. 2, for the committee alone
DONE_WORDS = "门禁修好了"  #: of no. 3, done

COMMANDS_TRIED: dict[str, Try] = {
    "want": Try(Act.FILE_WISH, "这样写对吗|发到哪个群", "走廊要扫一扫", opens_dialog=True),
    "willdo": Try(Act.FILE_WISH, "这样写对吗|发到哪个群", "我来扫走廊", opens_dialog=True),
    "suggest": Try(Act.FILE_WISH, "这样写对吗|发到哪个群", "放一把扫帚", opens_dialog=True),
    "jot": Try(Act.FILE_WISH, "这样写对吗|发到哪个群", "走廊要扫一扫", opens_dialog=True),
    "wishes": Try(Act.READ_WISHES, "阳光小区 · 等答复", next_door="河畔花园 · 等答复"),
    "wish": Try(Act.READ_WISHES, OPEN_WORDS, "1", next_door="没找到第1件"),
    "find": Try(Act.READ_WISHES, OPEN_WORDS, "没人扫", next_door="没找到带“没人扫”的"),
    "mine": Try(Act.ASK_HELP, "我的", works_in=dict.fromkeys(GROUPS, "群里不念")),
    "mediate": Try(Act.ASK_HELP, "还没有老娘舅|还不知道您住哪", not_in=GROUPS),
    "help": Try(Act.ASK_HELP, "邻愿能做什么"),
    "language": Try(Act.ASK_HELP, "好的，以后我说中文", "zh", in_groups=Act.SET_CHAT_LANGUAGE),
    "privacy": Try(Act.ASK_HELP, "我听得到什么", works_in=dict.fromkeys(GROUPS, "在这个群里，Telegram")),
    "moderators": Try(Act.READ_MODERATORS, "这里谁是群管理", next_door="河畔花园 · 这里谁是"),
    "role": Try(
        Act.GRANT_ROLE, "阳光小区 · 谁在做什么", not_in=frozenset({Place.BUILDING}), next_door="河畔花园 · 谁在做什么"
    ),
    "audit": Try(
        Act.READ_AUDIT, "阳光小区 · 谁有过什么角色", not_in=frozenset({Place.BUILDING}), next_door="河畔花园 · 谁有过"
    ),
    "voices": Try(Act.TRANSCRIBE_WISH, "等人写成一句话|没有等着写的语音", works_in=dict.fromkeys(GROUPS, "语音私下听")),
    "mydata": Try(Act.ASK_HELP, "和您有关的都在这里", works_in=dict.fromkeys(GROUPS, "群里不念")),
    "forgetme": Try(Act.ASK_HELP, "要我把您忘了吗", works_in=dict.fromkeys(GROUPS, "群里不念")),
    "notices": Try(Act.ASK_HELP, "有消息怎么告诉您", works_in=dict.fromkeys(GROUPS, "群里不说")),
    "start": Try(Act.ASK_HELP, "您好，我是邻愿"),
    "cancel": Try(Act.ASK_HELP, "不用取消"),
    "for": Try(
        Act.FILE_FOR,
        "先说怎么来的",
        works_in={Place.BUILDING: "我们私下说"},
        opens_dialog=True,
        closes_in_building=False,
    ),
    "report": Try(Act.READ_REPORT, "阳光小区 · 小结", not_in=frozenset({Place.BUILDING}), next_door="河畔花园 · 小结"),
    "queue": Try(
        Act.READ_STAFF,
        "阳光小区 · 要办的",
        not_in=frozenset({Place.BUILDING, Place.UNBOUND}),
        next_door="河畔花园 · 要办的",
        for_staff=True,
    ),
    "menu": Try(Act.PIN_MENU, "有事说一声", not_in=frozenset({Place.PRIVATE, Place.STAFF})),
    "projects": Try(Act.READ_PROJECTS, "阳光小区 · 项目", next_door="河畔花园 · 项目"),
    "project": Try(
        Act.RUN_PROJECTS,
        "开哪种项目",
        not_in=frozenset({Place.BUILDING, Place.UNBOUND}),
        next_door="开哪种项目",
        opens_dialog=True,
        for_staff=True,
    ),
    "progress": Try(
        Act.RUN_PROJECTS,
        "做到百分之几",
        not_in=frozenset({Place.BUILDING, Place.UNBOUND}),
        next_door="做到百分之几",
        opens_dialog=True,
        for_staff=True,
    ),
    "plan": Try(Act.READ_PLAN, "阳光小区 · 项目单", next_door="河畔花园 · 项目单"),
    "places": Try(
        Act.RUN_PLACES,
        "阳光小区 · 楼和网格",
        not_in=frozenset({Place.BUILDING, Place.UNBOUND}),
        next_door="河畔花园 · 楼和网格",
        for_staff=True,
    ),
    "ledger": Try(Act.READ_LEDGER, "阳光小区 · 公开账本", next_door="河畔花园 · 公开账本"),
    "functions": Try(
        Act.RUN_FUNCTIONS,
        "哪个群用什么",
        not_in=frozenset({Place.BUILDING, Place.UNBOUND}),
        next_door="河畔花园 · 哪个群用什么",
        for_staff=True,
    ),
    "export": Try(
        Act.READ_STAFF,
        "要哪一份",
        not_in=frozenset({Place.BUILDING, Place.UNBOUND}),
        next_door="要哪一份",
        for_staff=True,
    ),
    "broadcast": Try(
        Act.RUN_BROADCASTS,
        "要告诉大家什么",
        not_in=frozenset({Place.BUILDING, Place.UNBOUND}),
        next_door="要告诉大家什么",
        opens_dialog=True,
        for_staff=True,
    ),
    "broadcasts": Try(
        Act.RUN_BROADCASTS,
        "阳光小区 · 公告",
        not_in=frozenset({Place.BUILDING, Place.UNBOUND}),
        next_door="河畔花园 · 公告",
        for_staff=True,
    ),
    "calendar": Try(
        Act.RUN_BROADCASTS,
        "阳光小区 · 发送日历",
        not_in=frozenset({Place.BUILDING, Place.UNBOUND}),
        next_door="河畔花园 · 发送日历",
        for_staff=True,
    ),
    "templates": Try(
        Act.RUN_BROADCASTS,
        "阳光小区 · 范本",
        not_in=frozenset({Place.BUILDING, Place.UNBOUND}),
        next_door="河畔花园 · 范本",
        for_staff=True,
    ),
    "entry": Try(
        Act.RUN_LEDGER,
        "写一条什么",
        not_in=frozenset({Place.BUILDING, Place.UNBOUND}),
        next_door="写一条什么",
        opens_dialog=True,
        for_staff=True,
    ),
    "signups": Try(Act.JOIN_SIGNUP, "阳光小区 · 接龙报名", next_door="河畔花园 · 接龙报名"),
    "signup": Try(
        Act.RUN_SIGNUP,
        "请大家来做什么",
        not_in=frozenset({Place.BUILDING, Place.UNBOUND}),
        next_door="请大家来做什么",
        opens_dialog=True,
        for_staff=True,
    ),
    "found": Try(
        Act.HAND_ON,
        "捡到什么了|我发到群里找失主",
        not_in=frozenset({Place.STAFF, Place.UNBOUND}),
        next_door="捡到什么了",
        opens_dialog=True,
        closes_in_building=False,
    ),
    "lost": Try(
        Act.HAND_ON,
        "丢了什么|请邻居留意",
        not_in=frozenset({Place.STAFF, Place.UNBOUND}),
        next_door="丢了什么",
        opens_dialog=True,
        closes_in_building=False,
    ),
    "giveaway": Try(
        Act.HAND_ON,
        "送什么|我发到群里问谁想要",
        not_in=frozenset({Place.STAFF, Place.UNBOUND}),
        next_door="送什么",
        opens_dialog=True,
        closes_in_building=False,
    ),
    "things": Try(Act.HAND_ON, "阳光小区 · 失物招领和闲置", next_door="河畔花园 · 失物招领和闲置"),
    "polls": Try(Act.READ_POLLS, "阳光小区 · 小投票", next_door="河畔花园 · 小投票"),
    "poll": Try(
        Act.RUN_POLLS,
        "想问大家什么？",
        not_in=frozenset({Place.BUILDING, Place.UNBOUND}),
        next_door="想问大家什么？",
        opens_dialog=True,
        for_staff=True,
    ),
    "promises": Try(Act.READ_PLAN, "阳光小区 · 答应的日子", next_door="河畔花园 · 答应的日子"),
    "bulletin": Try(Act.READ_WISHES, "号楼这一周|还没有简报", next_door="还没有简报"),
    "services": Try(Act.READ_SERVICES, "阳光小区 · 服务清单", next_door="河畔花园 · 服务清单"),
    "phone": Try(Act.READ_SERVICES, "阳光小区 · 便民电话", next_door="河畔花园 · 便民电话"),
    "item": Try(
        Act.RUN_PLAN,
        "把哪几件心愿列成一个事项",
        not_in=frozenset({Place.BUILDING, Place.UNBOUND}),
        next_door="把哪几件心愿列成一个事项",
        opens_dialog=True,
        for_staff=True,
    ),
    "yearlist": Try(
        Act.RUN_PLAN,
        "年项目单",
        not_in=frozenset({Place.BUILDING, Place.UNBOUND}),
        next_door="年项目单",
        opens_dialog=True,
        for_staff=True,
    ),
    "review": Try(
        Act.RUN_PLAN,
        "这一季办得怎么样",
        not_in=frozenset({Place.BUILDING, Place.UNBOUND}),
        next_door="这一季办得怎么样",
        opens_dialog=True,
        for_staff=True,
    ),
    "bind": Try(  # the last: what it binds is bound from then on
        Act.BIND_CHAT,
        "好了，这个群接到",
        "3号楼",
        not_in=frozenset({Place.PRIVATE}),
        works_in={Place.STAFF: "好了，这里是阳光小区的工作群"},
    ),
}

_ALWAYS_CLEAR: tuple[type[Refused], ...] = (
    errors.NotAllowed,
    errors.NotAResident,
    errors.NotListedYet,
    errors.ChatNotBound,
    errors.WishGone,
    errors.WishNotFound,
    project_refusals.ProjectGone,
    item_refusals.ItemGone,
    directory_refusals.ServiceGone,
    directory_refusals.ServiceQuestionGone,
    directory_refusals.PhoneGone,
    broadcast_refusals.BroadcastGone,
    planned_refusals.PlannedGone,
    planned_refusals.TemplateGone,
    signup_refusals.SignupGone,
    thing_refusals.ThingGone,
    thing_refusals.ThingNotFound,
    place_refusals.PlaceGone,
    place_refusals.GridGone,
    ledger_refusals.EntryGone,
    poll_refusals.PollGone,
    ledger_refusals.EntryQuestionGone,
    grant_refusals.GrantGone,
    grant_refusals.OfferGone,
    errors.OnlyInGroup,
    errors.OnlyInPrivate,
    errors.OnlyInBuildingGroup,
    errors.UnknownButton,
    errors.GroupLanguageIsTheStaffs,
    errors.JotOver,
    verdict_errors.NotForStaff,
    claim_refusals.NotTheWisher,
)


def _beginnings() -> tuple[str, ...]:
    """The words of each refusal before its first variable."""
    catalog = Catalog.load()
    texts = (catalog.text(refused.text_key(), {"id": "\0", "number": "\0"}, "zh") for refused in _ALWAYS_CLEAR)
    return tuple(text.partition("\0")[0] for text in texts)


CLEAR_REFUSALS = _beginnings()


def refuses(answer: str) -> bool:
    """Whether it says clearly that this cannot be done here, or not by this person."""
    return answer.startswith(CLEAR_REFUSALS)
