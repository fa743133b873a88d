"""Which plain words do what a command does, and which only look like it: those are wishes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.wishes import Kind
from handlers import words as table
from handlers.routes import COMMANDS
from handlers.words import Meant, meant_by


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        # what one filed and follows
        ("我的", Meant("mine")),
        ("我的。", Meant("mine")),
        (" 我的心愿！", Meant("mine")),
        ("Mine", Meant("mine")),
        ("My wishes!", Meant("mine")),
        # one by its number
        ("第12件", Meant("wish", "12")),
        ("第十二件", Meant("wish", "12")),
        ("第两百零三件", Meant("wish", "203")),
        ("第 12 件", Meant("wish", "12")),
        ("第12件。", Meant("wish", "12")),
        ("第12件？", Meant("wish", "12")),
        ("第１２件", Meant("wish", "12")),
        ("no. 12", Meant("wish", "12")),
        ("No 12", Meant("wish", "12")),
        ("number 12", Meant("wish", "12")),
        ("Wish 12", Meant("wish", "12")),
        ("wish #12", Meant("wish", "12")),
        ("#12", Meant("wish", "12")),
        # lists and search
        ("心愿", Meant("wishes")),
        ("全部", Meant("wishes")),
        ("List", Meant("wishes")),
        ("搜 灯", Meant("find", "灯")),
        ("搜索：电梯", Meant("find", "电梯")),
        ("找一下 门禁 卡", Meant("find", "门禁 卡")),
        ("find lamp", Meant("find", "lamp")),
        ("find  Li’s bicycle ", Meant("find", "Li’s bicycle")),
        ("Search: the gate", Meant("find", "the gate")),
        # help and its like
        ("帮助", Meant("help")),
        ("怎么用？", Meant("help")),
        ("怎么用", Meant("help")),
        ("help!", Meant("help")),
        ("?", Meant("help")),
        ("？", Meant("help")),
        ("？？", Meant("help")),
        ("取消", Meant("cancel")),
        ("算了~", Meant("cancel")),
        ("Never mind.", Meant("cancel")),
        ("stop", Meant("cancel")),
        ("您好", Meant("start")),
        ("Hello!", Meant("start")),
        ("隐私", Meant("privacy")),
        # languages
        ("语言", Meant("language")),
        ("Language", Meant("language")),
        ("中文", Meant("language", "中文")),
        ("English!", Meant("language", "english")),
        # a kind alone asks for the words
        ("我想要", Meant("want")),
        ("报修", Meant("want")),
        ("I want", Meant("want")),
        ("我愿做", Meant("willdo")),
        ("I can help", Meant("willdo")),
        ("I’ll do", Meant("willdo")),
        ("我建议", Meant("suggest")),
        # with words they all stay: people read back what they said
        ("我想要三楼装盏灯", Meant("want", "我想要三楼装盏灯")),
        ("我想要：三楼装盏灯", Meant("want", "我想要：三楼装盏灯")),
        ("报修 电梯停在三楼", Meant("want", "报修 电梯停在三楼")),
        ("我愿意教孩子下棋", Meant("willdo", "我愿意教孩子下棋")),
        ("我可以帮老人买菜\n周末都行", Meant("willdo", "我可以帮老人买菜\n周末都行")),
        ("建议装个充电桩", Meant("suggest", "建议装个充电桩")),
        ("I'd like a bench by the gate", Meant("want", "I'd like a bench by the gate")),
        ("I’d like a bench by the gate", Meant("want", "I’d like a bench by the gate")),
        ("I will water the flowers", Meant("willdo", "I will water the flowers")),
        ("I suggest a bench. ", Meant("suggest", "I suggest a bench.")),
    ],
)
def test_what_is_meant(words: str, meant: Meant | None) -> None:
    assert meant_by(words) == meant


@pytest.mark.parametrize(
    "words",
    [
        "",
        "。",
        "三楼走廊灯坏了",
        "我的灯坏了",
        "我的邻居太吵",
        "第12件衣服丢了",
        "第12件什么时候办",
        "12",
        "12号楼门坏了",
        "帮助老人买菜",
        "取消停车费吧",
        "算了一笔账，物业费多收了",
        "心愿墙的灯不亮",
        "全部的灯都灭了",
        "列表里没有我家",
        "中文课能不能开",
        "隐私玻璃碎了",
        "开始漏水了",
        "您好，三楼灯坏了",
        "搜救犬走丢了",
        "找到一把钥匙",
        "help me carry my shopping",
        "how long does the lift stay broken",
        "hi neighbours, the gate is stuck",
        "stop the noise on the fifth floor",
        "mine is the third lamp on the left",
        "list of broken lamps by the gate",
        "number 5 is too noisy",
        "no 12 bus stops here any more",
        "wish 12 more trees were here",
        "finding a parking place is impossible",
        "searching for my cat",
        "English lessons for the children",
        "private parking is blocked",
    ],
)
def test_a_sentence_that_only_looks_like_it_is_a_wish(words: str) -> None:
    assert meant_by(words) is None


@pytest.mark.parametrize(
    ("words", "command"),
    [(phrase, command) for command, phrases in table._WHOLE.items() for phrase in phrases],
)
def test_every_phrase_of_the_table_means_its_command_and_no_other(words: str, command: str) -> None:
    for said in (words, words.upper(), f" {words}。", f"{words}!"):
        found = meant_by(said)
        assert found is not None
        assert found.command == command


@given(st.text(max_size=30) | st.from_regex(r"(我想|搜|find|no\.?|第)[\s:：]*\w{0,9}件?", fullmatch=True))
@settings(deadline=None)
def test_whatever_is_said_it_means_a_command_that_there_is_or_none(words: str) -> None:
    found = meant_by(words)
    assert found is None or found.command in {*COMMANDS, "cancel"}


def test_every_kind_of_wish_has_its_opening_words() -> None:
    assert len({"want", "willdo", "suggest"} & table._OPENING_WORDS.keys()) == len(Kind)
