"""What is too long for one message: several, in order, buttons below the last."""

from __future__ import annotations

from bot.delivery.packing import MAX_TEXT, pack
from bot.messages import Button, Reply, line
from tests.delivery.fakes import PlainRenderer

LONG = tuple(line("lamp", note="灯坏了。" * 40) for _ in range(40))
BUTTONS = ((Button("yes", data="yes:1"),),)


def test_a_long_reply_is_said_in_parts() -> None:
    reply = Reply(LONG, buttons=BUTTONS, answers=7)
    packed = pack(reply, language="zh", photos=(), renderer=PlainRenderer())
    *before, last = packed.parts
    assert len(before) == 1
    assert all(len(part.message.text) <= MAX_TEXT for part in packed.parts)
    assert "".join(part.message.text for part in packed.parts).count("灯坏了。") == 1600
    assert [part.message.buttons for part in before] == [()]
    assert [part.reply.silent for part in packed.parts] == [True, False]
    assert [part.reply.answers for part in packed.parts] == [7, 7]
    assert last.message.buttons
    assert last.reply == reply


def test_an_open_reply_and_a_pin_come_with_the_last_part() -> None:
    packed = pack(Reply(LONG, ask=True, pin=True, placeholder="p"), language="zh", photos=(), renderer=PlainRenderer())
    assert [(part.reply.ask, part.reply.pin) for part in packed.parts] == [(False, False), (True, True)]
    assert [part.message.placeholder for part in packed.parts] == [None, "p"]


def test_behind_photos_it_is_divided_as_well() -> None:
    packed = pack(Reply(LONG, photos=("p",)), language="zh", photos=("p",), renderer=PlainRenderer())
    assert [part.photo for part in packed.parts] == ["p", None, None]


def test_what_is_edited_in_its_place_stays_one_message() -> None:
    for reply in (Reply(LONG, slot="card"), Reply(LONG, edits=3)):
        assert len(pack(reply, language="zh", photos=(), renderer=PlainRenderer()).parts) == 1
