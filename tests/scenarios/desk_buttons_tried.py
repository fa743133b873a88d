"""What comes of pressing the buttons of the desk: files, broadcasts, places, reports, polls; and those of things."""

from __future__ import annotations

from bot.domain.rights import Act
from tests.scenarios.rights_tried import GROUPS, Place, Try

DESK_BUTTONS_TRIED: dict[str, Try] = {
    "export": Try(
        Act.READ_STAFF,
        "文件这就来",
        "ledger",
        not_in=frozenset({Place.BUILDING, Place.UNBOUND}),
        next_door="文件这就来",
    ),
    "functions": Try(
        Act.RUN_FUNCTIONS,
        "哪个群用什么",
        "0",
        not_in=frozenset({Place.BUILDING, Place.UNBOUND}),
        next_door="河畔花园 · 哪个群用什么",
    ),
    "function": Try(
        Act.RUN_FUNCTIONS,
        "小投票可以再用了",
        "{group}:polls:again:0",
        ours=True,
        not_in=frozenset({Place.BUILDING}),
    ),
    "bcast": Try(Act.RUN_BROADCASTS, "第1则公告", "{broadcast}:card", ours=True, not_in=frozenset({Place.BUILDING})),
    "bcasts": Try(
        Act.RUN_BROADCASTS,
        "阳光小区 · 公告",
        "0",
        not_in=frozenset({Place.BUILDING, Place.UNBOUND}),
        next_door="河畔花园 · 公告",
    ),
    "calendar": Try(
        Act.RUN_BROADCASTS,
        "阳光小区 · 发送日历",
        "0",
        not_in=frozenset({Place.BUILDING, Place.UNBOUND}),
        next_door="河畔花园 · 发送日历",
    ),
    "planned": Try(
        Act.RUN_BROADCASTS,
        "第1个预定公告",
        "{planned}:card",
        ours=True,
        not_in=frozenset({Place.BUILDING}),
    ),
    "template": Try(
        Act.RUN_BROADCASTS, "要告诉邻居的", "own:{template}", ours=True, not_in=frozenset({Place.BUILDING})
    ),
    "template-do": Try(
        Act.RUN_BROADCASTS,
        "真的删掉吗",
        "own:{template}:remove",
        ours=True,
        not_in=frozenset({Place.BUILDING}),
    ),
    # Of those it was sent to alone, whoever they are.
    "bc-read": Try(Act.ASK_HELP, "没有发给您|记下了|已经记过了", "1"),
    "places": Try(
        Act.RUN_PLACES, "3号楼", "n:{place}:0", ours=True, not_in=frozenset({Place.BUILDING}), for_staff=True
    ),
    "place-do": Try(
        Act.RUN_PLACES,
        "3号楼改叫什么名字",
        "{place}:name",
        ours=True,
        not_in=frozenset({Place.BUILDING}),
        opens_dialog=True,
        for_staff=True,
    ),
    "grid-do": Try(
        Act.RUN_PLACES,
        "“东片”改叫什么",
        "{grid}:name",
        ours=True,
        not_in=frozenset({Place.BUILDING}),
        opens_dialog=True,
        for_staff=True,
    ),
    "places-file": Try(
        Act.RUN_PLACES,
        "文件这就来",
        "",
        not_in=frozenset({Place.BUILDING, Place.UNBOUND}),
        next_door="文件这就来",
        for_staff=True,
    ),
    "place-import": Try(
        Act.RUN_PLACES,
        "收走了",
        "99:yes",
        not_in=frozenset({Place.BUILDING, Place.UNBOUND}),
        next_door="收走了",
    ),
    "report-see": Try(
        Act.READ_REPORT,
        "阳光小区 · 小结",
        "month:all",
        not_in=frozenset({Place.BUILDING}),
        next_door="河畔花园 · 小结",
    ),
    "report-days": Try(
        Act.READ_REPORT,
        "从哪天开始",
        "all",
        not_in=frozenset({Place.BUILDING, Place.UNBOUND}),
        opens_dialog=True,
        for_staff=True,
    ),
    "report-file": Try(
        Act.READ_REPORT,
        "文件这就来",
        "20260301-20260302:all",
        not_in=frozenset({Place.BUILDING}),
        next_door="文件这就来",
    ),
    "bulletin": Try(Act.READ_WISHES, "3号楼这一周", "{group}", ours=True),
    "bulletin-picture": Try(Act.READ_WISHES, "图这就来", "{group}:{week}", ours=True),
    "things": Try(Act.HAND_ON, "阳光小区 · 失物招领和闲置", "all:0", next_door="河畔花园 · 失物招领和闲置"),
    "thing": Try(Act.HAND_ON, "捡到：一串钥匙", "{thing}", ours=True, not_in=frozenset({Place.BUILDING})),
    "thing-post": Try(Act.HAND_ON, "捡到什么了", "found", not_in=GROUPS, next_door="捡到什么了", opens_dialog=True),
    "thing-answer": Try(Act.HAND_ON, "您的？请说说它什么样", "{thing}", ours=True, not_in=GROUPS, opens_dialog=True),
    # Of who answers, and of whoever posted it; others are told so.
    "thing-back": Try(Act.HAND_ON, "已经不在等了", "{thing}", ours=True, not_in=GROUPS),
    "thing-do": Try(Act.HAND_ON, "这要发的人自己来", "{thing}:withdraw-yes", ours=True, not_in=GROUPS),
    "thing-off": Try(
        Act.TAKE_DOWN_THING,
        "为什么撤下",
        "{thing}",
        ours=True,
        not_in=frozenset({Place.BUILDING}),
        opens_dialog=True,
    ),
    "polls": Try(Act.READ_POLLS, "阳光小区 · 小投票", "0", next_door="河畔花园 · 小投票"),
    "poll": Try(Act.READ_POLLS, "装几盏灯？", "{poll}", ours=True),
    "poll-about": Try(
        Act.RUN_POLLS,
        "想问大家什么？",
        "wish:{open}",
        ours=True,
        not_in=frozenset({Place.BUILDING}),
        opens_dialog=True,
    ),
    "poll-do": Try(
        Act.RUN_POLLS,
        "不问了，为什么？",
        "{poll}:cancel",
        ours=True,
        not_in=frozenset({Place.BUILDING}),
        opens_dialog=True,
    ),
}
