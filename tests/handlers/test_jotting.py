"""What is said to `/jot` and to the author's press, in the words and buttons of the handlers."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain import errors
from bot.messages import Command, Photo, Quoted, Reply, Toast
from handlers import jotting as handlers
from tests.handlers.hall import Hall, data_of, keys
from tests.services.cast import PEOPLE

LAMP = "三楼的灯又坏了"


async def jots(
    hall: Hall, asker: str, author: str, words: str = LAMP, *, photo: Photo | None = None, where="building3"
):
    person = PEOPLE[author]
    about = Quoted(70, person.telegram_id, person.name, words, photo)
    return await hall.comes(Command(await hall.actor(asker, where), "jot", "", 1, about=about))


async def test_the_asker_is_told_nothing_the_question_stands_for_itself(hall: Hall) -> None:
    assert await jots(hall, "chen", "wang") == ()


async def test_the_press_of_the_author_turns_the_question_into_the_receipt(hall: Hall) -> None:
    await jots(hall, "chen", "wang")
    toast, receipt = await hall.presses("wang", "jot:1:note", "building3")
    assert isinstance(receipt, Reply)
    assert keys((toast, receipt)) == ["jot-noted-not-started", "wish-filed"]
    assert (receipt.slot, receipt.answers, receipt.buttons, receipt.silent) == ("jot:1", 70, (), True)
    await hall.meets("chen")
    await jots(hall, "wang", "chen")
    said = await hall.presses("chen", "jot:2:note", "building3")
    assert keys(said) == ["jot-noted", "wish-filed"], "whoever pressed Start is told in private later on"


@pytest.mark.parametrize(("choice", "said"), [("leave", ["jot-left"]), ("never", ["jot-never"])])
async def test_no_leaves_nothing(hall: Hall, choice: str, said: list[str]) -> None:
    await jots(hall, "chen", "wang")
    assert keys(await hall.presses("wang", f"jot:1:{choice}", "building3")) == said
    assert hall.town.rows()["jots"] == []


async def test_a_question_that_is_over_is_taken_out_of_the_chat_too(hall: Hall) -> None:
    await jots(hall, "chen", "wang")
    hall.town.clock.moment += timedelta(hours=1)
    toast, gone = await hall.presses("wang", "jot:1:note", "building3", message_id=55)
    assert toast == Toast("refused-jot-over", alert=True)
    assert isinstance(gone, Reply)
    assert (gone.absent, gone.edits) == (True, 55)
    forged = await hall.presses("wang", "jot:1:note", "building3", message_id=None)
    assert len(forged) == 1, "a message without this button is not touched"


@pytest.mark.parametrize("data", ["jot", "jot:1", "jot:1:yes", "jot:x:note", "jot:1:note:more"])
async def test_a_made_up_button_is_none(hall: Hall, data: str) -> None:
    await jots(hall, "chen", "wang")
    with pytest.raises(errors.UnknownButton):
        await hall.presses("wang", data, "building3")


async def test_a_picture_is_asked_for_its_line(hall: Hall) -> None:
    await jots(hall, "chen", "wang", "", photo=Photo("file", "unique"))
    (question,) = await hall.presses("wang", "jot:1:note", "building3")
    assert isinstance(question, Reply)
    assert (question.ask, question.answers) == (True, 70)
    state = await hall.state("wang", "building3")
    assert state is not None
    assert state.answers["photo"] == ["unique"]


async def test_ones_own_sentence_and_what_stands_behind_the_command_are_filed(hall: Hall) -> None:
    (preview,) = await jots(hall, "wang", "wang")
    assert isinstance(preview, Reply)
    assert "preview-words" in keys((preview,))
    said = await hall.commands("chen", "jot", "电梯抖", "building3")
    assert "preview-words" in keys(said)
    assert keys(await hall.commands("li", "jot", "", "staff")) == ["jot-usage"]


async def test_asking_can_be_turned_off_and_on_in_private_alone(hall: Hall) -> None:
    said = await hall.commands("wang", "privacy")
    assert "privacy-jot-on" in keys(said)
    assert "jotting:0" in data_of(said)
    assert keys(await hall.presses("wang", "jotting:0")) == ["noted", "privacy-jot-off"]
    assert "privacy-jot-off" in keys(await hall.commands("wang", "privacy"))
    assert keys(await hall.presses("wang", "jotting:1")) == ["noted", "privacy-jot-on"]
    for data, where in (("jotting:0", "building3"), ("jotting:2", None), ("jotting", None)):
        with pytest.raises(errors.UnknownButton):
            await hall.presses("wang", data, where)
    assert handlers.asking(True)[1].data == "jotting:0"
