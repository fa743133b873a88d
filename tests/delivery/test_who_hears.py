"""The one table: who hears a notice, with which text, in which language, and who does not and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.delivery.notices import HEARINGS
from bot.domain.notices import (
    NeighbourToTell,
    Notice,
    VoiceWritten,
    WishAnswered,
    WishChanged,
    WishFiled,
    WishGathered,
    WishThanked,
)
from bot.domain.people import id_of_nobody
from bot.domain.voices import Transcript
from bot.domain.wishes import AnswerKind, Stance, State, Visibility, VoiceNote
from bot.messages import Button, Day, Reply, Term, say
from tests.delivery.fakes import PostOffice, Row


def rows_to(office: PostOffice, name: str) -> list[Row]:
    person = next(person for person in office.store.people.values() if person.name == name)
    return [row for row in office.queue.rows if row.person_id == person.id]


def touched(office: PostOffice) -> set[tuple[int, str]]:
    return {(row.chat.telegram_id, row.slot) for row in office.queue.rows if row.slot}


async def tells(office: PostOffice, notice: Notice) -> int:
    notice_id = office.queue.put(notice)
    await office.settles()
    await office.passes(30, step_s=1)
    return notice_id


def test_every_notice_has_its_row() -> None:
    assert set(HEARINGS) == set(Notice.__args__)


@pytest.mark.parametrize("notice", [WishFiled, WishChanged])
async def test_a_filed_or_changed_wish_shows_in_its_building_and_at_every_desk(
    roomy: PostOffice, notice: type[WishFiled | WishChanged]
) -> None:
    building, _other = roomy.store.building(-1), roomy.store.building(-2)
    roomy.store.staff(-8), roomy.store.staff(-9), roomy.store.staff(-10, present=False)
    wish = roomy.store.wish(roomy.store.person("王"), building)
    await tells(roomy, notice(wish.id))
    assert touched(roomy) == {(-1, "wish:1"), (-8, "desk:1"), (-9, "desk:1")}
    assert roomy.queue.untold == []


async def test_a_wish_for_the_committee_alone_shows_at_the_desk_alone(roomy: PostOffice) -> None:
    wish = roomy.store.wish(roomy.store.person("王"), roomy.store.building(-1), visibility=Visibility.COMMITTEE)
    roomy.store.staff(-9)
    await tells(roomy, WishFiled(wish.id))
    assert touched(roomy) == {(-9, "desk:1")}


async def test_a_building_chat_the_bot_left_is_not_touched(roomy: PostOffice) -> None:
    wish = roomy.store.wish(roomy.store.person("王"), roomy.store.building(-1, present=False))
    await tells(roomy, WishChanged(wish.id))
    assert touched(roomy) == set()


async def test_an_answer_is_told_once_to_each_of_those_concerned(roomy: PostOffice) -> None:
    store = roomy.store
    author, joiner, both, helper, speaker = (store.person(name) for name in ("王", "李", "张", "赵", "陈主任"))
    wish = store.wish(author, store.building(-1))
    store.staff(-9)
    store.follow(wish, joiner, Stance.JOIN)
    store.follow(wish, both, Stance.SUPPORT, Stance.HELP)
    store.follow(wish, helper, Stance.HELP)
    store.follow(wish, speaker, Stance.SUPPORT)
    answer = store.answer(wish, speaker, AnswerKind.PROMISE, words="下周换", due_on=date(2026, 3, 20))
    roomy.cards.replies = {"wish:1": say("card"), "desk:1": say("desk")}
    await tells(roomy, WishAnswered(wish.id, answer.id))
    assert {name: len(rows_to(roomy, name)) for name in ("王", "李", "张", "赵", "陈主任")} == {
        "王": 1, "李": 1, "张": 1, "赵": 1, "陈主任": 0,
    }  # fmt: skip
    assert touched(roomy) == {(-1, "wish:1"), (-9, "desk:1")}
    reply = rows_to(roomy, "李")[0].reply
    assert reply is not None
    (line,) = reply.lines
    assert line.key == "notice-promise"
    assert line.args == {
        "number": "12",
        "wish": "三楼的灯坏了",
        "words": "下周换",
        "body": Term("body-committee"),
        "name": "陈主任",
        "day": Day(date(2026, 3, 20)),
    }
    assert (reply.buttons, reply.photos) == (((Button("button-notices-of-wish", data="notices-wish:1"),),), ())


@pytest.mark.parametrize("kind", list(AnswerKind))
async def test_each_kind_of_answer_has_its_text(roomy: PostOffice, kind: AnswerKind) -> None:
    author, speaker = roomy.store.person("王"), roomy.store.person("陈主任")
    wish = roomy.store.wish(author, roomy.store.building())
    answer = roomy.store.answer(wish, speaker, kind)
    await tells(roomy, WishAnswered(wish.id, answer.id))
    reply = rows_to(roomy, "王")[0].reply
    assert reply is not None
    assert reply.lines[0].key == f"notice-{kind.value}"


async def test_done_brings_the_picture_and_a_way_to_say_thanks_to_the_author_too(roomy: PostOffice) -> None:
    author, joiner, speaker = (roomy.store.person(name) for name in ("王", "李", "陈主任"))
    wish = roomy.store.wish(author, roomy.store.building())
    roomy.store.follow(wish, joiner, Stance.JOIN)
    answer = roomy.store.answer(wish, speaker, AnswerKind.DONE, photos=("p1", "p2"))
    roomy.store.wishes[wish.id] = replace(wish, state=State.DONE)
    await tells(roomy, WishAnswered(wish.id, answer.id))
    for name in ("王", "李"):
        reply = rows_to(roomy, name)[0].reply
        assert isinstance(reply, Reply)
        assert reply.photos == ("p1", "p2")
        assert reply.buttons == ((Button("button-thanks", data=f"thanks:{answer.id}"),),)


async def test_who_cannot_be_written_to_is_skipped_with_the_reason(roomy: PostOffice) -> None:
    store = roomy.store
    author, blocker, speaker = (
        store.person("王", started=False),
        store.person("李", started=False, blocked=True),
        store.person("陈主任"),
    )
    wish = store.wish(author, store.building())
    store.follow(wish, blocker, Stance.JOIN)
    answer = store.answer(wish, speaker, AnswerKind.REPLY)
    notice_id = await tells(roomy, WishAnswered(wish.id, answer.id))
    assert roomy.queue.skips == [(notice_id, author.id, "never-started"), (notice_id, blocker.id, "blocked")]
    assert rows_to(roomy, "王") == rows_to(roomy, "李") == []


async def test_everybody_hears_in_their_own_language(roomy: PostOffice) -> None:
    author, joiner = roomy.store.person("王"), roomy.store.person("Anna", language="en")
    wish = roomy.store.wish(author, roomy.store.building())
    roomy.store.follow(wish, joiner, Stance.JOIN)
    answer = roomy.store.answer(wish, roomy.store.person("陈主任"), AnswerKind.REPLY)
    await tells(roomy, WishAnswered(wish.id, answer.id))
    assert [row.language for row in rows_to(roomy, "王") + rows_to(roomy, "Anna")] == ["zh", "en"]


async def test_thanks_reach_who_reported_it_done(roomy: PostOffice) -> None:
    author, worker = roomy.store.person("王"), roomy.store.person("刘师傅")
    wish = roomy.store.wish(author, roomy.store.building())
    answer = roomy.store.answer(wish, worker, AnswerKind.DONE, photos=("p1",))
    await tells(roomy, WishThanked(wish.id, answer.id, author.id))
    (row,) = rows_to(roomy, "刘师傅")
    assert row.reply is not None
    assert row.reply.lines == say("notice-thanked", number="12", name="王").lines
    assert rows_to(roomy, "王") == []


async def test_nobody_is_told_of_their_own_thanks(roomy: PostOffice) -> None:
    worker = roomy.store.person("刘师傅")
    wish = roomy.store.wish(worker, roomy.store.building())
    answer = roomy.store.answer(wish, worker, AnswerKind.DONE, photos=("p1",))
    await tells(roomy, WishThanked(wish.id, answer.id, worker.id))
    assert rows_to(roomy, "刘师傅") == []


async def test_a_voice_note_goes_to_every_desk_and_never_to_a_building(roomy: PostOffice) -> None:
    building = roomy.store.building(-1)
    roomy.store.staff(-9)
    wish = roomy.store.wish(roomy.store.person("王"), building)
    roomy.store.wishes[wish.id] = replace(wish, words="", voice=VoiceNote("n", 12))
    await tells(roomy, WishFiled(wish.id))
    assert touched(roomy) == {(-9, "desk:1"), (-9, "voice:1")}


@pytest.mark.parametrize("visibility", list(Visibility))
async def test_who_spoke_is_told_the_line_and_may_say_that_it_is_wrong(
    roomy: PostOffice, visibility: Visibility
) -> None:
    author, writer = roomy.store.person("王"), roomy.store.person("张师傅")
    wish = roomy.store.wish(author, roomy.store.building(-1), visibility=visibility)
    roomy.store.wishes[wish.id] = replace(wish, voice=VoiceNote("n", 12))
    roomy.store.transcripts[wish.id] = Transcript(wish.id, writer.id, writer.name, wish.filed_at)
    await tells(roomy, VoiceWritten(wish.id))
    (row,) = rows_to(roomy, "王")
    assert row.reply is not None
    key = "notice-voice-written-committee" if visibility is Visibility.COMMITTEE else "notice-voice-written"
    assert row.reply.lines == say(key, number="12", words="三楼的灯坏了").lines
    assert [button.data for line in row.reply.buttons for button in line] == [f"retell:{wish.id}"]
    assert rows_to(roomy, "张师傅") == []
    assert ((-1, "wish:1") in touched(roomy)) == (visibility is not Visibility.COMMITTEE)


async def test_whoever_writes_their_own_note_down_is_told_nothing(roomy: PostOffice) -> None:
    author = roomy.store.person("王")
    wish = roomy.store.wish(author, roomy.store.building(-1))
    roomy.store.wishes[wish.id] = replace(wish, voice=VoiceNote("n", 12))
    roomy.store.transcripts[wish.id] = Transcript(wish.id, author.id, author.name, wish.filed_at)
    await tells(roomy, VoiceWritten(wish.id))
    assert rows_to(roomy, "王") == []


async def test_a_fan_out_that_breaks_leaves_nothing_behind_and_is_tried_again(roomy: PostOffice) -> None:
    author, speaker = roomy.store.person("王"), roomy.store.person("陈主任")
    wish = roomy.store.wish(author, roomy.store.building())
    answer = roomy.store.answer(wish, speaker, AnswerKind.REPLY)
    roomy.store.fails = 1
    roomy.queue.put(WishAnswered(wish.id, answer.id))
    await roomy.settles()
    assert (roomy.queue.rows, len(roomy.queue.untold)) == ([], 1)
    await roomy.passes(31, step_s=1)
    assert (len(rows_to(roomy, "王")), roomy.queue.untold) == (1, [])


async def test_a_notice_that_cannot_be_told_silences_no_other(roomy: PostOffice) -> None:
    author, speaker = roomy.store.person("王"), roomy.store.person("陈主任")
    wish = roomy.store.wish(author, roomy.store.building())
    answer = roomy.store.answer(wish, speaker, AnswerKind.REPLY)
    for _ in range(25):
        roomy.queue.put(WishAnswered(4711, 4711))
    roomy.queue.put(WishAnswered(wish.id, answer.id))
    await roomy.settles()
    assert len(rows_to(roomy, "王")) == 1
    assert len(roomy.queue.untold) == 25


async def test_who_filed_for_a_neighbour_is_asked_to_pass_the_answer_on(roomy: PostOffice) -> None:
    """Once, with the button, whoever gave the answer; and not a second time as the author."""
    store = roomy.store
    captain, joiner, speaker = (store.person(name) for name in ("李姐", "李", "陈主任"))
    wish = store.wish(captain, store.building(-1))
    store.follow(wish, joiner, Stance.JOIN)
    store.file_for(wish, captain, neighbour="孙奶奶")
    answer = store.answer(wish, speaker, AnswerKind.DONE, photos=("after",))
    await tells(roomy, WishAnswered(wish.id, answer.id))
    assert [len(rows_to(roomy, name)) for name in ("李姐", "李")] == [0, 1]
    await tells(roomy, NeighbourToTell(wish.id, answer.id))
    (row,) = rows_to(roomy, "李姐")
    assert row.reply is not None
    assert [line.key for line in row.reply.lines] == ["for-tell", "notice-done"]
    assert row.reply.lines[0].args == {"neighbour": "孙奶奶"}
    assert row.reply.buttons == ((Button("button-told", data=f"told:{answer.id}"),),)
    assert row.reply.photos == ("after",)
    assert HEARINGS[NeighbourToTell].urgent  # type: ignore[union-attr]


async def test_who_filed_for_a_neighbour_and_answers_themselves_is_reminded_too(roomy: PostOffice) -> None:
    store = roomy.store
    secretary = store.person("陈主任")
    wish = store.wish(secretary, store.building(-1))
    store.file_for(wish, secretary)
    answer = store.answer(wish, secretary, AnswerKind.REPLY)
    await tells(roomy, NeighbourToTell(wish.id, answer.id))
    assert len(rows_to(roomy, "陈主任")) == 1


async def test_who_filed_or_follows_a_part_is_told_of_the_whole_once_and_its_author_is_not(roomy: PostOffice) -> None:
    store = roomy.store
    author, chen, liu, both = (store.person(name) for name in ("王", "陈", "刘", "张"))
    building = store.building(-1)
    third, fourth, whole = store.wish(chen, building), store.wish(liu, building), store.wish(author, building)
    store.follow(third, both, Stance.JOIN)
    store.follow(fourth, both, Stance.SUPPORT)
    store.follow(fourth, author, Stance.SUPPORT)
    store.parts[whole.id] = [third, fourth]
    await tells(roomy, WishGathered(whole.id))
    assert [len(rows_to(roomy, name)) for name in ("陈", "刘", "张", "王")] == [1, 1, 1, 0]
    (row,) = rows_to(roomy, "张")
    assert row.reply is not None
    settings = Button("button-notices-of-wish", data=f"notices-wish:{whole.id}")
    assert row.reply.buttons == ((Button("button-join", data=f"join:{whole.id}"),), (settings,))
    assert touched(roomy) >= {(-1, f"wish:{whole.id}")}


async def test_who_was_forgotten_is_skipped_with_that_reason(roomy: PostOffice) -> None:
    store = roomy.store
    author, speaker = store.person("王"), store.person("陈主任")
    store.people[author.id] = replace(author, telegram_id=id_of_nobody(author.id), name="")
    wish = store.wish(author, store.building(-1))
    answer = store.answer(wish, speaker, AnswerKind.REPLY)
    notice_id = await tells(roomy, WishAnswered(wish.id, answer.id))
    assert roomy.queue.skips == [(notice_id, author.id, "forgotten")]
    assert rows_to(roomy, "") == []
