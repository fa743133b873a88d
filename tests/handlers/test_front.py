"""The front desk: the open dialog first, else the table, else a sentence that may be a wish."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain import errors
from bot.messages import Reply, line
from handlers.routes import BUTTONS, COMMANDS
from tests.handlers.hall import Hall, data_of, keys

ASK_WORDS = "file-ask-want"
LEAVE_ASK = "dialog-leave-ask"


async def at_the_first_question(hall: Hall, who: str = "wang", where: str | None = None) -> None:
    assert ASK_WORDS in keys(await hall.commands(who, "want", where=where))


async def at_the_preview(hall: Hall, who: str = "wang", where: str | None = None) -> None:
    assert "preview-ask" in keys(await hall.commands(who, "want", "三楼的灯坏了", where=where))


# ---- without a dialog -----------------------------------------------------------------------------------------------


async def test_any_sentence_in_private_is_offered_as_a_wish(hall: Hall) -> None:
    assert "preview-words" in keys(await hall.says("wang", "三楼的灯坏了"))


async def test_a_picture_alone_in_private_begins_a_wish_that_asks_for_its_words(hall: Hall) -> None:
    assert keys(await hall.says("wang", photo="p1"))[0] == "file-ask-words"
    said = await hall.says("wang", "三楼的灯坏了")
    assert "preview-photo" in keys(said)


async def test_plain_words_do_what_a_command_does_in_private(hall: Hall) -> None:
    await hall.town.files()
    assert "mine-head" in keys(await hall.says("wang", "我的"))
    assert "card-head" in keys(await hall.says("chen", "第1件"))
    assert "help-head" in keys(await hall.says("wang", "帮助"))
    assert "find-head" in keys(await hall.says("wang", "搜 灯"))
    assert "language-ask" in keys(await hall.says("wang", "语言"))
    assert keys(await hall.says("wang", "English!")) == ["language-now-en"]


@pytest.mark.parametrize("words", ["三楼的灯坏了", "我的", "第1件", "帮助", "取消"])
async def test_in_a_group_plain_words_without_a_dialog_are_small_talk(hall: Hall, words: str) -> None:
    assert await hall.says("wang", words, "building3", answers=7) == ()


async def test_what_nobody_knows_is_said_so(hall: Hall) -> None:
    with pytest.raises(errors.UnknownCommand) as refused:
        await hall.commands("wang", "frobnicate")
    assert refused.value.variables == {"command": "frobnicate"}
    for data in ("frobnicate:1", "", ":", "help", "JOIN:1"):
        with pytest.raises(errors.UnknownButton):
            await hall.presses("chen", data)


async def test_cancel_says_that_nothing_is_open(hall: Hall) -> None:
    for where in (None, "building3"):
        with pytest.raises(errors.NothingOpen):
            await hall.commands("wang", "cancel", where=where)
    with pytest.raises(errors.NothingOpen):
        await hall.says("wang", "算了")


def test_what_the_front_desk_says_of_itself(hall: Hall) -> None:
    for name, route in {**BUTTONS, **COMMANDS}.items():
        assert hall.front.asks_administrators(name) == route.asks_administrators, name
    assert hall.front.asks_administrators("d"), "the answer's dialog is the staff's"
    assert not hall.front.asks_administrators("cancel")
    assert not hall.front.asks_administrators("frobnicate")
    assert all(hall.front.knows(name) for name in (*COMMANDS, "cancel"))
    assert not any(hall.front.knows(name) for name in ("frobnicate", "", "WANT", "join", "d"))


# ---- in the middle of a dialog --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", COMMANDS)
async def test_a_command_that_begins_something_asks_whether_to_leave_and_the_others_are_answered(
    hall: Hall, name: str
) -> None:
    await at_the_first_question(hall)
    said = await hall.commands("wang", name)
    state = await hall.state("wang")
    assert state is not None, "the dialog is still open"
    assert (LEAVE_ASK in keys(said)) == (state.pending is not None) == COMMANDS[name].interrupts


@pytest.mark.parametrize(
    "data", ["join:1", "support:1", "unfollow:1:help", "list:open:all:0", "wish:1", "mine", "language:en", "mention:1"]
)
async def test_a_button_on_another_message_is_answered_and_the_dialog_stays(hall: Hall, data: str) -> None:
    await hall.town.files(author="chen")
    await hall.presses("wang", "help:1")
    await at_the_first_question(hall)
    before = await hall.state("wang")
    said = await hall.presses("wang", data)
    assert LEAVE_ASK not in keys(said)
    assert await hall.state("wang") == before


async def test_a_button_that_opens_a_dialog_asks_whether_to_leave(hall: Hall) -> None:
    await hall.town.files()
    await at_the_first_question(hall, "li", "building3")
    for data in ("file:offer", "answer:1"):
        assert LEAVE_ASK in keys(await hall.presses("li", data, "building3"))


async def test_who_leaves_gets_what_came_in_the_middle(hall: Hall) -> None:
    await at_the_preview(hall)
    asked = await hall.commands("wang", "mine")
    left = await hall.presses_last("wang", "~leave", asked)
    assert {"dialog-left", "mine-head"} <= set(keys(left))
    assert await hall.state("wang") is None


async def test_who_leaves_for_a_button_gets_its_dialog(hall: Hall) -> None:
    await at_the_preview(hall)
    asked = await hall.presses("wang", "file:offer")
    left = await hall.presses_last("wang", "~leave", asked)
    assert {"dialog-left", "file-ask-offer"} <= set(keys(left))
    state = await hall.state("wang")
    assert state is not None
    assert state.answers["words"] == ""


async def test_who_stays_goes_on_where_they_were(hall: Hall) -> None:
    await at_the_preview(hall)
    asked = await hall.commands("wang", "suggest", "装个椅子")
    stayed = await hall.presses_last("wang", "~stay", asked)
    assert "preview-words" in keys(stayed)
    state = await hall.state("wang")
    assert state is not None
    assert (state.answers["words"], state.pending) == ("三楼的灯坏了", None)


async def test_at_a_question_plain_words_are_its_answer(hall: Hall) -> None:
    await at_the_first_question(hall)
    assert "preview-words" in keys(await hall.says("wang", "我的"))
    state = await hall.state("wang")
    assert state is not None
    assert state.answers["words"] == "我的"


@pytest.mark.parametrize(("words", "runs"), [("我的", True), ("第1件", True), ("列表", True), ("find lamp", False)])
async def test_on_the_preview_a_few_phrases_are_no_words_for_a_wish(hall: Hall, words: str, runs: bool) -> None:
    await at_the_preview(hall)
    said = await hall.says("wang", words)
    state = await hall.state("wang")
    assert state is not None
    assert (LEAVE_ASK in keys(said)) == runs
    assert state.answers["words"] == ("三楼的灯坏了" if runs else words)


async def test_help_on_the_preview_is_given_and_the_preview_stays(hall: Hall) -> None:
    await at_the_preview(hall)
    assert "help-head" in keys(await hall.says("wang", "帮助"))
    state = await hall.state("wang")
    assert state is not None
    assert (state.step, state.answers["words"]) == ("preview", "三楼的灯坏了")


@pytest.mark.parametrize("way", ["/cancel", "取消", "算了", "cancel"])
async def test_cancel_always_works(hall: Hall, way: str) -> None:
    for begin in (at_the_first_question, at_the_preview):
        await begin(hall)
        said = await (hall.commands("wang", "cancel") if way == "/cancel" else hall.says("wang", way))
        assert keys(said) == ["dialog-cancelled"]
        assert await hall.state("wang") is None


async def test_cancel_ends_what_is_open_here_and_nothing_elsewhere(hall: Hall) -> None:
    await at_the_first_question(hall, "wang")
    await at_the_first_question(hall, "wang", "building3")
    await at_the_first_question(hall, "chen", "building3")
    await hall.commands("wang", "cancel", where="building3")
    assert await hall.state("wang") is not None
    assert await hall.state("wang", "building3") is None
    assert await hall.state("chen", "building3") is not None


async def test_a_dialog_whose_day_is_over_is_open_no_more_even_before_any_tick(hall: Hall) -> None:
    await at_the_first_question(hall)
    hall.town.clock.moment += timedelta(days=1)
    with pytest.raises(errors.NothingOpen):
        await hall.commands("wang", "cancel")
    await at_the_first_question(hall)
    hall.town.clock.moment += timedelta(days=1, seconds=-1)
    await hall.commands("wang", "cancel")


async def test_a_dialogs_button_pressed_by_somebody_else_does_nothing(hall: Hall) -> None:
    said = await hall.commands("wang", "want", "三楼的灯坏了", where="building3")
    [post] = [data for data in data_of(said) if data and ":post:" in data]
    assert keys(await hall.presses("chen", post, "building3")) == ["refused-not-your-button"]
    assert await hall.state("wang", "building3") is not None
    assert "wish-filed" in keys(await hall.presses("wang", post, "building3"))
    assert keys(await hall.presses("wang", post, "building3")) == ["dialog-already-over"]


# ---- small talk in a group ------------------------------------------------------------------------------------------


async def test_neighbours_who_answer_a_card_talk_to_each_other_even_with_a_dialog_open(hall: Hall) -> None:
    async with hall.town.store.units.writing() as uow:
        await uow.outbox.say(hall.town.chat("building3").id, Reply((line("noted"),), slot="wish:1"), language="zh")
    await hall.shown("building3", message_id=300)
    await at_the_first_question(hall, "wang", "building3")
    before = await hall.state("wang", "building3")
    assert await hall.says("wang", "我家也是这样", "building3", answers=300) == ()
    assert await hall.state("wang", "building3") == before


async def test_an_answer_to_the_question_is_one(hall: Hall) -> None:
    await at_the_first_question(hall, "wang", "building3")
    await hall.shown("building3", message_id=301)
    assert "preview-words" in keys(await hall.says("wang", "三楼的灯坏了", "building3", answers=301))
    await hall.shown("building3", message_id=302)
    said = await hall.says("wang", "四楼的灯坏了", "building3", answers=302)
    assert "preview-words-replaced" in keys(said)


async def test_somebody_elses_question_is_small_talk_to_who_was_asked_nothing(hall: Hall) -> None:
    await at_the_first_question(hall, "wang", "building3")
    await hall.shown("building3", message_id=301)
    assert await hall.says("chen", "我也想要", "building3", answers=301) == ()
