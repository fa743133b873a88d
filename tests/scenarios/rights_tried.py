"""Who tries what, where, and what the table of rights says must come of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from bot.domain import errors, verdict_errors
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
            Act.REPORT_WISH,
            Act.FILE_FOR,
            Act.GIVE_VERDICT,
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
    "help": Try(Act.ASK_HELP, "邻愿能做什么"),
    "language": Try(Act.ASK_HELP, "好的，以后我说中文", "zh", in_groups=Act.SET_CHAT_LANGUAGE),
    "privacy": Try(Act.ASK_HELP, "我听得到什么", works_in=dict.fromkeys(GROUPS, "在这个群里，Telegram")),
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
    "bind": Try(  # the last: what it binds is bound from then on
        Act.BIND_CHAT,
        "好了，这个群接到",
        "3号楼",
        not_in=frozenset({Place.PRIVATE}),
        works_in={Place.STAFF: "好了，这里是阳光小区的工作群"},
    ),
}

BUTTONS_TRIED: dict[str, Try] = {
    "join": Try(Act.FOLLOW_WISH, "记上了", "{open}", ours=True),
    "support": Try(Act.FOLLOW_WISH, "记上了", "{open}", ours=True),
    "help": Try(Act.FOLLOW_WISH, "记上了", "{open}", ours=True),
    "unfollow": Try(Act.FOLLOW_WISH, "要收回“我家也是”吗", "{open}:join", ours=True),
    "unfollow-yes": Try(Act.FOLLOW_WISH, "第1件收回了", "{open}:join", ours=True),
    "thanks": Try(Act.THANK, "谢意带到了", "{done_answer}", ours=True),
    # Of those who were asked; to everybody else it is said whose word counts.
    "verdict": Try(Act.GIVE_VERDICT, "只问提的人", "{asking}:fixed", ours=True),
    "broke": Try(Act.GIVE_VERDICT, "只问提的人", "{asking}", ours=True),
    "contact": Try(Act.GIVE_VERDICT, "只问提的人", "{asking}:yes", ours=True, not_in=GROUPS),
    "verdict-words": Try(Act.GIVE_VERDICT, "只问提的人", "{asking}", ours=True, not_in=GROUPS),
    "take": Try(Act.TAKE_WISH, "归您办了", "{own}", ours=True),
    "handback": Try(Act.TAKE_WISH, "交回来了", "{own}", ours=True),
    "answer": Try(Act.ANSWER_WISH, "怎么答复", "{open}", ours=True, opens_dialog=True),
    "takeback": Try(Act.ANSWER_WISH, "答复撤回了", "{own_held}", ours=True),
    "queue": Try(
        Act.READ_STAFF,
        "阳光小区 · 要办的",
        "all:any:0",
        not_in=frozenset({Place.BUILDING, Place.UNBOUND}),
        next_door="河畔花园 · 要办的",
        for_staff=True,
    ),
    "several": Try(
        Act.ANSWER_WISH,
        "一起答复哪几件",
        "all:any",
        not_in=frozenset({Place.BUILDING, Place.UNBOUND}),
        next_door="没有要办的|一起答复哪几件",
        opens_dialog=True,
        for_staff=True,
    ),
    "takeback-several": Try(Act.ANSWER_WISH, "1件的答复撤回了", "{own_held_too}:{own_held_too}", ours=True),
    "refer": Try(Act.REFER_WISH, "转给|已经在|转过两次", "{open}:property", ours=True),
    "refer-other": Try(
        Act.REFER_WISH,
        "转给哪家|转过两次",
        "{open}",
        ours=True,
        not_in=frozenset({Place.BUILDING}),
        opens_dialog=True,
    ),
    "unrefer": Try(Act.REFER_WISH, "收不回来", "99:{open}", ours=True),
    "photos": Try(Act.READ_WISHES, "早就办好了", "{done_answer}", ours=True, not_in=GROUPS),
    "more": Try(Act.READ_STAFF, "来龙去脉", "{open}", ours=True, not_in=frozenset({Place.BUILDING})),
    "transcribe": Try(
        Act.TRANSCRIBE_WISH,
        "请听第4件的语音",
        "{spoken}",
        ours=True,
        not_in=frozenset({Place.BUILDING}),
        opens_dialog=True,
    ),
    "voices": Try(Act.TRANSCRIBE_WISH, "等人写成一句话|没有等着写的语音", "0", not_in=GROUPS),
    "retell": Try(Act.FILE_WISH, words="{spoken}", ours=True, not_in=frozenset(Place)),  # but for its author
    "ask-same": Try(
        Act.ASK_AUTHOR,
        "跟哪一件是同一件事|刚问过",
        "{open}",
        ours=True,
        not_in=frozenset({Place.BUILDING}),
        opens_dialog=True,
    ),
    "several-same": Try(
        Act.ASK_AUTHOR,
        "哪几件说的是同一件事",
        "all:any",
        not_in=frozenset({Place.BUILDING, Place.UNBOUND}),
        next_door="没有要办的|哪几件说的是同一件事",
        opens_dialog=True,
        for_staff=True,
    ),
    "ask": Try(
        Act.ASK_AUTHOR,
        "想问提第1件的人什么",
        "{open}",
        ours=True,
        not_in=frozenset({Place.BUILDING}),
        opens_dialog=True,
    ),
    "is-same": Try(Act.ASK_HELP, "您不用管它", "99", not_in=GROUPS),
    "not-same": Try(Act.ASK_HELP, "您不用管它", "99", not_in=GROUPS),
    "reply": Try(Act.ASK_HELP, "您不用管它", "99", not_in=GROUPS),
    "rathernot": Try(Act.ASK_HELP, "您不用管它", "99", not_in=GROUPS),
    "pause": Try(
        Act.PAUSE_FILING,
        "为什么要停他七天",
        "{open}",
        ours=True,
        not_in=frozenset({Place.BUILDING}),
        opens_dialog=True,
    ),
    "resume": Try(Act.LIFT_PAUSE, "没有停着", "{open}", ours=True, not_in=frozenset({Place.BUILDING})),
    "mistake": Try(Act.ASK_HELP, "这一条不用您来撤", "99"),
    "report": Try(Act.REPORT_WISH, "再按一次", "{open}", ours=True),
    "rule": Try(
        Act.RULE_ON_WISH,
        "为什么要撤下",
        "removed:{checking}",
        ours=True,
        opens_dialog=True,
        not_in=frozenset({Place.BUILDING}),
    ),
    "statement": Try(
        Act.STATE_ON_CARD, "要说明什么", "{open}", ours=True, opens_dialog=True, not_in=frozenset({Place.BUILDING})
    ),
    # Of one's own wish, wherever one lives by now.
    "contest": Try(Act.CHANGE_OWN_WISH, "为什么不用撤", "{removed}", ours=True, opens_dialog=True, not_in=GROUPS),
    "edit": Try(Act.CHANGE_OWN_WISH, "改成什么", "{mine}", ours=True, opens_dialog=True, not_in=GROUPS),
    "add": Try(Act.CHANGE_OWN_WISH, "要补充什么", "{mine}", ours=True, opens_dialog=True, not_in=GROUPS),
    "withdraw": Try(Act.CHANGE_OWN_WISH, "为什么撤回", "{mine}", ours=True, opens_dialog=True, not_in=GROUPS),
    "unwithdraw": Try(Act.CHANGE_OWN_WISH, "来不及恢复了", "{mine}", ours=True, not_in=GROUPS),
    "jot": Try(Act.FILE_WISH, "好，没有留", "{own_jot}:leave", not_in=frozenset(Place) - {Place.BUILDING}),
    "jotting": Try(Act.ASK_HELP, "我会当着大家问您一声", "1", not_in=GROUPS),
    "told": Try(Act.FILE_FOR, "记下了：邻居知道了", "{own_answer}", ours=True, not_in=frozenset({Place.BUILDING})),
    "untold": Try(Act.FILE_FOR, "收回了", "{own_answer}", ours=True, not_in=frozenset({Place.BUILDING})),
    "file": Try(Act.FILE_WISH, "想要什么，或者哪里坏了", "want", opens_dialog=True),
    "list": Try(Act.READ_WISHES, "阳光小区 · 全部", "all:all:0", next_door="河畔花园 · 全部"),
    "wish": Try(Act.READ_WISHES, OPEN_WORDS, "{open}", ours=True),
    "mine": Try(Act.ASK_HELP, "我的", "0", not_in=GROUPS),
    "topic": Try(Act.CHOOSE_TOPIC, "不再单独放了", "clear:board", not_in=frozenset({Place.PRIVATE, Place.STAFF})),
    "language": Try(Act.ASK_HELP, "好的，以后我说中文", "zh", in_groups=Act.SET_CHAT_LANGUAGE),
    "same": Try(Act.FILE_WISH, "只有提的人能改", "{open}", ours=True, not_in=GROUPS),
    "same-as": Try(Act.FILE_WISH, "只有提的人能改", "{open}:{done}", ours=True, not_in=GROUPS),
    "same-yes": Try(Act.FILE_WISH, "只有提的人能改", "{open}:{done}", ours=True, not_in=GROUPS),
    "another": Try(Act.READ_WISHES, "只有提的人能改", "{open}", ours=True),
    "onboard": Try(
        Act.SUGGEST_BINDING,
        "这个群已经接好了",
        "purpose:building",
        not_in=frozenset({Place.PRIVATE}),
        works_in={Place.UNBOUND: "是哪栋楼的群|是哪个小区的"},
    ),
    "bind-yes": Try(Act.BIND_CHAT, "接上了|已经有人定了", "{pending}", not_in=frozenset(Place) - {Place.STAFF}),
    "bind-no": Try(Act.BIND_CHAT, "不接|已经有人定了", "{pending}", not_in=frozenset(Place) - {Place.STAFF}),
    "trial": Try(Act.OPEN_INTAKE, "不用试了", not_in=frozenset({Place.UNBOUND}), next_door="不用试了"),
    "here": Try(Act.OPEN_INTAKE, "好，接着收", not_in=frozenset({Place.UNBOUND}), next_door="好，接着收"),
    "mention": Try(Act.ASK_HELP, "好的，记下了", "0", not_in=GROUPS),
    "mydata": Try(Act.ASK_HELP, "和您有关的都在这里", not_in=GROUPS),
    "forget-no": Try(Act.ASK_HELP, "什么都没动", not_in=GROUPS),
    "forget": Try(Act.ASK_HELP, "按钮过时了", "0", not_in=GROUPS),  # one's own id is needed, or one would be forgotten
    "forget-yes": Try(Act.ASK_HELP, "按钮过时了", "0", not_in=GROUPS),
    "notices": Try(Act.ASK_HELP, "有消息怎么告诉您", "0", not_in=GROUPS),
    "notices-set": Try(Act.ASK_HELP, "好的，记下了", "weekly", not_in=GROUPS),
    "notices-wish": Try(Act.READ_WISHES, "第1件有消息怎么告诉您", "{open}", ours=True, not_in=GROUPS),
    "notices-keep": Try(Act.READ_WISHES, "好的，记下了", "{open}:muted", ours=True, not_in=GROUPS),
}

_ALWAYS_CLEAR: tuple[type[Refused], ...] = (
    errors.NotAllowed,
    errors.NotAResident,
    errors.NotListedYet,
    errors.ChatNotBound,
    errors.WishGone,
    errors.WishNotFound,
    errors.OnlyInGroup,
    errors.OnlyInPrivate,
    errors.OnlyInBuildingGroup,
    errors.UnknownButton,
    errors.GroupLanguageIsTheStaffs,
    errors.JotOver,
    verdict_errors.NotForStaff,
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
