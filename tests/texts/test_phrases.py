"""The sentences people meet most, word for word, through the real catalogs."""

from __future__ import annotations

from datetime import date

import pytest

from bot.messages import Day, Line, Reply, Term
from bot.texts.catalog import Catalog
from bot.texts.fitting import plain
from bot.texts.renderer import Renderer

FRIDAY = Day(date(2026, 3, 20))
ZHANG = {"body": Term("body-property"), "name": "张师傅"}
ZHANG_EN = {"body": Term("body-property"), "name": "Zhang"}


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer(Catalog.load(strict=True), "wishwell_bot", today=lambda: date(2026, 3, 17))


@pytest.mark.parametrize(
    ("line", "zh"),
    [
        (Line("menu-card"), "有事说一声：要修的、想要的、能帮的、有主意的。"),
        (Line("preview-ask"), "这样写对吗？"),
        (Line("wish-filed", {"number": "12", "day": Day(date(2026, 3, 19))}), "记好了，第12件。最晚周四答复您。"),
        (Line("wish-filed", {"number": "12", "day": FRIDAY}), "记好了，第12件。最晚周五答复您。"),
        (Line("counted-join"), "记上了，有进展告诉您。"),
        (
            Line("notice-promise", {**ZHANG, "number": "12", "day": FRIDAY, "words": "", "wish": "灯坏了"}),
            "第12件有回音：物业张师傅答应3月20日（周五）前办好。办好了我告诉您。\n灯坏了",
        ),
        (
            Line(
                "notice-decline", {**ZHANG, "number": "12", "words": "没有备件。您还可以先用二号梯。", "wish": "电梯"}
            ),
            "第12件这次办不了，因为没有备件。您还可以先用二号梯。\n—— 物业张师傅\n电梯",
        ),
        (
            Line("notice-done", {**ZHANG, "number": "12", "words": "", "wish": "灯坏了"}),
            "第12件办好了。谢谢您开口，也谢谢物业张师傅。\n灯坏了",
        ),
    ],
)
def test_chinese(renderer: Renderer, line: Line, zh: str) -> None:
    assert plain(renderer.render(Reply((line,)), language="zh").text) == zh


@pytest.mark.parametrize(
    ("line", "en"),
    [
        (Line("menu-card"), "Something broken, wanted, offered, or an idea? Just say it."),
        (Line("preview-ask"), "Is this right?"),
        (
            Line("wish-filed", {"number": "12", "day": Day(date(2026, 3, 19))}),
            "Noted: no. 12. You’ll have an answer by Thursday.",
        ),
        (Line("counted-join"), "Counted. You’ll hear when it moves."),
        (
            Line("notice-promise", {**ZHANG_EN, "number": "12", "day": FRIDAY, "words": "", "wish": "light"}),
            "News on no. 12: Zhang of the property office will see to it by Fri 20 March. "
            "I’ll tell you when it’s done.\nlight",
        ),
        (
            Line("notice-done", {**ZHANG_EN, "number": "12", "words": "New bulb", "wish": "light"}),
            "No. 12 is done. Thank you for speaking up; thanks to Zhang of the property office. "
            "In their words: “New bulb”\nlight",
        ),
    ],
)
def test_english(renderer: Renderer, line: Line, en: str) -> None:
    assert plain(renderer.render(Reply((line,)), language="en").text) == en


@pytest.mark.parametrize(
    ("keys", "zh", "en"),
    [
        (("button-want", "button-offer", "button-suggestion"), "我想要 我愿做 我建议", "I want|I can help|I suggest"),
        (("button-join", "button-support", "button-help-with"), "我家也是 支持 我来帮", "Same here|Support|I can help"),
        (
            ("button-post", "button-post-nameless", "button-committee-only", "button-change"),
            "发到群里 发，不露姓名 只给居委会 改",
            "Post|Post without my name|Committee only|Change",
        ),
        (("button-take", "button-answer", "button-more"), "我来办 答复 更多", "I take it|Answer|More"),
        (("button-thanks",), "说声谢谢", "Say thanks"),
    ],
)
def test_buttons(renderer: Renderer, keys: tuple[str, ...], zh: str, en: str) -> None:
    assert [renderer.words(key, "zh") for key in keys] == zh.split(" ")
    assert [renderer.words(key, "en") for key in keys] == en.split("|")
