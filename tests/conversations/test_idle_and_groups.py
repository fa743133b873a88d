"""The runner: idle hours and expiry; and how a dialog is held in a group."""

from datetime import timedelta

import pytest

from bot.domain.wishes import Kind
from conversations import file_wish, talk
from tests.conversations.fakes import (
    BUILDING,
    LI_PERSON,
    LINKED,
    NOON,
    OTHER_BUILDING,
    STAFF,
    FakeUnitOfWork,
    Talker,
)
from tests.conversations.walking import SAMPLE, TABLE


@pytest.fixture
def uow():
    return FakeUnitOfWork()


@pytest.fixture
def wang(uow):
    return Talker(uow, table=TABLE)


def filing(words="", **known):
    return file_wish.given(words=words, **{"chats": [BUILDING], **known})


# ---- idle -------------------------------------------------------------------------------------------------------


async def test_after_an_idle_hour_one_reminder_repeats_the_question(uow, wang):
    await wang.begins("file-wish", given=filing())
    assert await wang.waits(timedelta(minutes=59)) == 0
    assert await wang.waits(timedelta(minutes=1)) == 1
    ((chat_id, reply, language),) = uow.outbox.said
    assert (chat_id, language) == (wang.actor.chat.id, "zh")
    assert [line.key for line in reply.lines] == ["dialog-reminder", "file-ask-words"]
    assert reply.fresh
    assert await wang.waits(timedelta(hours=5)) == 0
    await wang.says_words("灯坏了")
    assert await wang.waits(timedelta(hours=1)) == 1, "said something again, idle again"


async def test_after_a_day_it_is_put_aside_and_told_in_private(uow, wang):
    await wang.begins("file-wish", given=filing("灯坏了"))
    old = wang.data_of("post")
    await wang.waits(timedelta(hours=1))
    assert await wang.waits(timedelta(hours=23)) == 1
    assert [line.key for line in uow.outbox.said[-1][1].lines] == ["refused-dialog-expired"]
    assert wang.state is None
    await wang.presses_data(old)
    assert wang.toasts == ["dialog-already-over"]


async def test_in_a_group_it_ends_without_a_word(uow):
    wang = Talker(uow, chat=BUILDING)
    await wang.begins("file-wish", given=filing("灯坏了", in_group=True))
    await wang.waits(timedelta(days=2))
    assert uow.outbox.said == []
    assert wang.state is None


async def test_a_reminder_in_a_group_is_silent_and_aimed(uow):
    wang = Talker(uow, chat=BUILDING)
    await wang.begins("file-wish", given=filing(in_group=True))
    await wang.waits(timedelta(hours=1))
    reply = uow.outbox.said[0][1]
    assert (reply.silent, reply.ask, reply.answers) == (True, True, 1001)


async def test_a_dialog_over_its_day_is_not_gone_on_with_even_before_a_tick(uow, wang):
    await wang.begins("file-wish", given=filing())
    assert await talk.open_state(wang.actor, uow=uow, now=NOON + timedelta(hours=23)) is not None
    assert await talk.open_state(wang.actor, uow=uow, now=NOON + timedelta(hours=24)) is None
    assert wang.state is None


async def test_one_tick_takes_a_bounded_number_and_the_next_the_rest(uow):
    for person in range(5):
        state = talk.engine.begin(SAMPLE, {}, run=person, language="zh", idle_at=NOON, expires_at=NOON)
        await uow.dialogs.save(20, 1 if person == 0 else 2, state)
        await uow.dialogs.save(21, 1 if person == 0 else 2, state)
    assert await talk.tick(uow=uow, now=NOON, table=TABLE, limit=3) == 3
    assert await talk.tick(uow=uow, now=NOON, table=TABLE, limit=3) == 1
    assert uow.dialogs.rows == {}


# ---- groups -----------------------------------------------------------------------------------------------------


async def test_in_a_group_words_are_asked_for_in_the_persons_own_input_field(uow):
    wang = Talker(uow, chat=BUILDING)
    await wang.begins("file-wish", given=filing(in_group=True, kind=Kind.WANT))
    first = wang.prompt
    assert (first.ask, first.answers, first.placeholder, first.slot) == (True, 1001, "placeholder-wish", None)
    await wang.says_words("灯坏了")
    assert wang.prompt.answers == 1002, "the newest message of theirs is answered"
    assert not wang.prompt.ask
    assert wang.prompt.buttons


async def test_in_a_group_a_press_that_leads_to_an_input_field_takes_the_old_buttons_away(uow):
    wang = Talker(uow, chat=BUILDING)
    await wang.begins("file-wish", given=filing("灯坏了", in_group=True))
    await wang.presses("change")
    await wang.presses("words")
    answered, asked = wang.says
    assert (answered.slot, answered.fresh, answered.buttons) == (f"dialog-{wang.actor.person.id}", False, ())
    assert (asked.ask, asked.slot) == (True, None)


async def test_without_a_message_of_theirs_the_question_names_the_person_and_keeps_its_buttons(uow):
    li = Talker(uow, LI_PERSON, STAFF)
    await li.begins("answer-wish", given={"wish_id": 7, "number": "12"}, by_press=True)
    assert li.keys == ["dialog-for", "answer-ask-kind"]
    assert li.prompt.lines[0].args == {"name": "李主任"}
    await li.presses("decline")
    assert not li.prompt.ask
    assert li.keys == ["dialog-for", "answer-ask-words-decline", "dialog-hint-reply"]
    assert "~cancel" in li.values


async def test_one_person_has_a_dialog_in_private_and_another_in_the_group(uow, wang):
    await wang.begins("file-wish", given=filing("灯坏了", chats=[BUILDING, OTHER_BUILDING]))
    in_group = wang.moved_to(BUILDING)
    await in_group.begins("file-wish", given=filing("电梯坏了", in_group=True))
    assert wang.state.step == "chat"
    assert in_group.state.step == "preview"


# ---- what nobody else sees --------------------------------------------------------------------------------------


async def test_what_the_bot_alone_saw_is_answered_to_one_person_and_names_no_message(uow):
    wang = Talker(uow, chat=LINKED)
    await wang.begins("file-wish", given=filing(in_group=True, kind=Kind.WANT), unseen=True)
    asked = wang.prompt
    assert (asked.ask, asked.answers) == (True, None)
    assert asked.whisper is not None
    assert (asked.whisper.telegram_id, asked.whisper.link) == (wang.actor.person.telegram_id, "on-c0de")


async def test_a_dialog_held_before_all_is_aimed_by_name_instead(uow):
    li = Talker(uow, LI_PERSON, STAFF)
    await li.begins("answer-wish", given={"wish_id": 7, "number": "12"}, unseen=True)
    await li.presses("decline")
    assert (li.prompt.ask, li.prompt.answers, li.prompt.whisper) == (False, None, None)
    assert li.keys[0] == "dialog-for"


async def test_its_reminder_repeats_nothing_in_the_group(uow):
    wang = Talker(uow, chat=LINKED)
    await wang.begins("file-wish", given=filing("三楼的灯坏了", in_group=True), unseen=True)
    await wang.waits(timedelta(hours=1))
    ((_, told, _),) = uow.outbox.said
    assert not any("三楼" in str(line.args) for line in told.lines)
    ((button,),) = told.buttons
    assert button.start == "on-c0de"


async def test_the_question_for_a_photo_leads_into_the_private_chat(uow):
    wang = Talker(uow, chat=LINKED)
    await wang.begins("file-wish", given=filing("三楼的灯坏了", in_group=True), unseen=True)
    await wang.presses("change")
    await wang.presses("photo")
    assert wang.keys == ["whisper-photo"]
    assert wang.prompt.buttons[0][0].start == "on-c0de"
    assert not wang.prompt.ask
