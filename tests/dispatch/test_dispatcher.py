"""One update, one unit of work: all of it or nothing, whatever is refused or breaks."""

from __future__ import annotations

import pytest

from bot.domain.errors import AlreadyTaken, Refused, UnknownCommand
from bot.messages import BotMoved, Button, Command, Incoming, Line, Press, Reply, Said, Say, Toast, Voice, line
from bot.ports import UnitOfWork
from tests.dispatch.office import Office, keys_of
from tests.intake.updates import (
    ANONYMOUS,
    AUDIO,
    GROUP,
    PHOTO,
    PRIVATE,
    ROUND,
    STICKER,
    VOICE,
    WANG,
    message,
    moved,
    press,
    written_by,
)

FROM_US = written_by({"id": 7, "is_bot": True, "first_name": "邻愿"})


def says(*replies: Say) -> object:
    async def act(incoming: Incoming, uow: UnitOfWork) -> tuple[Say, ...]:
        return replies

    return act


async def marks(incoming: Incoming, uow: UnitOfWork) -> None:
    """An effect that can be looked for."""
    await uow.people.set_language(incoming.actor.person.id, "en")


async def language_of_wang(office: Office) -> str | None:
    async with office.town.store.units.reading() as uow:
        return (await uow.people.get(office.town.people["wang"].id)).language


# ---- all at once ----------------------------------------------------------------------------------------------------


async def test_effects_answer_and_the_rows_going_are_one_commit(office: Office) -> None:
    async def act(incoming: Incoming, uow: UnitOfWork) -> tuple[Say, ...]:
        await marks(incoming, uow)
        assert office.count("inbox") == 1, "nothing is seen from outside before the commit"
        return (Reply((line("noted"),)),)

    office.front.act = act
    came = await office.handles(message("三楼的灯坏了", chat=PRIVATE))
    assert isinstance(came, Said)
    assert came.words == "三楼的灯坏了"
    assert await language_of_wang(office) == "en"
    assert [(chat, reply.lines) for chat, reply, _ in await office.said()] == [(501, (Line("noted"),))]
    assert office.commits == [0], "delivery is told after the commit, once"
    assert office.answered == []


async def test_the_key_of_a_row_that_went_stays(office: Office) -> None:
    update = message("灯", chat=PRIVATE)
    await office.handles(update)
    await office.keeps(update)
    assert await office.town.store.inbox.waiting() == 0


async def test_a_press_is_answered_after_the_commit_in_the_pressers_language(office: Office) -> None:
    async def act(incoming: Incoming, uow: UnitOfWork) -> tuple[Say, ...]:
        assert office.answered == []
        return (Toast("noted"), Reply((line("noted"),)))

    office.front.act = act
    came = await office.handles(press())
    assert isinstance(came, Press)
    assert (came.data, came.message_id) == ("join:1", 40)
    assert office.answered == [("q1", Toast("noted"), "zh")]
    assert keys_of(await office.said()) == ["noted"]


async def test_a_press_without_a_word_is_answered_too(office: Office) -> None:
    await office.handles(press(chat=PRIVATE))
    assert office.answered == [("q1", None, "zh")]


# ---- refused --------------------------------------------------------------------------------------------------------


def refuses(refusal: Refused) -> object:
    async def act(incoming: Incoming, uow: UnitOfWork) -> tuple[Say, ...]:
        await marks(incoming, uow)
        await uow.outbox.say(incoming.actor.chat.id, Reply((line("noted"),)), language="zh")
        raise refusal

    return act


async def test_refused_what_was_done_is_undone_and_the_refusal_is_said(office: Office) -> None:
    office.front.act = refuses(AlreadyTaken(number="12", name="周经理"))
    await office.handles(message("灯", chat=PRIVATE))
    assert await language_of_wang(office) is None
    [(chat, reply, _)] = await office.said()
    assert (chat, reply.lines) == (501, (line("refused-already-taken", number="12", name="周经理"),))
    assert office.count("inbox") == 0
    assert office.commits == [0]


async def test_that_somebody_was_met_is_kept_even_if_they_are_refused(office: Office) -> None:
    office.front.act = refuses(AlreadyTaken(number="12", name="周经理"))
    await office.handles(message("/want", sender={**WANG, "id": 4711}))
    async with office.town.store.units.reading() as uow:
        newcomer = await uow.people.seen(telegram_id=4711, name="王 阿姨", username=None, client_language="zh")
        assert newcomer.home_chat_id == office.town.chat("building3").id
        assert newcomer.language is None


async def test_a_refused_press_is_answered_by_a_window_and_nothing_is_said(office: Office) -> None:
    office.front.act = refuses(AlreadyTaken(number="12", name="周经理"))
    await office.handles(press())
    window = Toast("refused-already-taken", {"number": "12", "name": "周经理"}, alert=True)
    assert office.answered == [("q1", window, "zh")]
    assert await office.said() == []
    assert await language_of_wang(office) is None


# ---- broken ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("update", [message("灯", chat=PRIVATE), press(), moved("left", "member")])
async def test_broken_nothing_is_left_of_it_but_the_row_and_the_counted_attempt(
    office: Office, update: dict[str, object]
) -> None:
    async def act(incoming: Incoming, uow: UnitOfWork) -> tuple[Say, ...]:
        await marks(incoming, uow)
        await uow.outbox.say(incoming.actor.chat.id, Reply((line("noted"),)), language="zh")
        raise ZeroDivisionError

    office.front.act = act
    await office.keeps(update)
    before = office.town.rows()
    for attempt in (1, 2):
        row = await office.next()
        assert row.attempts == attempt
        with pytest.raises(ZeroDivisionError):
            await office.dispatcher.handle(row)
    after = office.town.rows()
    assert {name for name in after if after[name] != before[name]} == {"inbox"}, "only the claim of the row"
    assert len(after["inbox"]) == 1
    assert (office.answered, office.commits) == ([], [])


async def test_a_row_that_cannot_be_read_raises_and_stays(office: Office) -> None:
    broken = message("灯", chat=PRIVATE)
    broken["message"]["date"] = "yesterday"
    await office.keeps(broken)
    with pytest.raises(TypeError):
        await office.dispatcher.handle(await office.next())
    assert office.count("inbox") == 1


async def test_a_row_that_holds_nothing_for_us_just_goes(office: Office) -> None:
    assert await office.handles(message("/want@other_bot", chat=PRIVATE)) is None
    assert await office.handles(message(pinned_message=FROM_US, chat=PRIVATE)) is None
    assert office.count("inbox") == 0
    assert await office.said() == []


# ---- who may not be answered ----------------------------------------------------------------------------------------


async def test_an_unknown_command_in_a_group_is_answered_only_if_it_names_us(office: Office) -> None:
    async def act(incoming: Incoming, uow: UnitOfWork) -> tuple[Say, ...]:
        raise UnknownCommand(command="frobnicate")

    office.front.act = act
    assert await office.handles(message("/frobnicate")) is None
    assert await office.said() == []
    assert await office.handles(message("/frobnicate@wishwell_bot")) is not None
    assert await office.handles(message("/frobnicate", chat=PRIVATE)) is not None
    assert keys_of(await office.said()) == ["refused-unknown-command"] * 2
    assert await office.handles(message("/want")) is not None, "a known one is answered"


async def test_an_administrator_who_hides_is_asked_who_it_is_and_is_nobodys_neighbour(office: Office) -> None:
    assert await office.handles(message("/want 灯", sender=ANONYMOUS, sender_chat=GROUP)) is None
    assert keys_of(await office.said()) == ["who-was-it"]
    async with office.town.store.units.reading() as uow:
        hidden = await uow.people.seen(
            telegram_id=ANONYMOUS["id"], name="Group", username="GroupAnonymousBot", client_language=None
        )
        assert list(await uow.chats.homes_of(hidden.id)) == []
    assert isinstance(await office.handles(press()), Press), "whoever taps is named"
    assert isinstance(await office.handles(moved("left", "member", sender=ANONYMOUS)), BotMoved), "it came all the same"


async def test_what_this_bot_cannot_read_is_told_so_where_it_was_meant_for_it(office: Office) -> None:
    for update in (message(sticker=STICKER, chat=PRIVATE), message(sticker=STICKER, reply_to_message=FROM_US)):
        assert await office.handles(update) is None
    assert keys_of(await office.said()) == ["refused-only-words-and-photos"] * 2
    for update in (message(audio=AUDIO, chat=PRIVATE), message(video_note=ROUND, chat=PRIVATE)):
        assert await office.handles(update) is None
    assert keys_of(await office.said())[-2:] == ["refused-not-a-voice-note"] * 2
    assert await office.handles(message(photo=PHOTO, chat=PRIVATE)) is not None


async def test_a_voice_note_reaches_the_front_and_its_bytes_are_wanted_at_once(office: Office) -> None:
    said = await office.handles(message(voice=VOICE, chat=PRIVATE))
    assert isinstance(said, Said)
    assert said.voice == Voice("v", "v", 3)
    command = await office.handles(message(voice=VOICE, caption="/want 灯", chat=PRIVATE))
    assert isinstance(command, Command)
    assert (command.words, command.voice) == ("灯", Voice("v", "v", 3))


# ---- where an answer hangs ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("update", "reply", "answers"),
    [
        (message("/want"), Reply((line("noted"),)), 40),
        (message("灯", reply_to_message=FROM_US), Reply((line("noted"),)), 40),
        (message("/want"), Reply((line("noted"),), answers=39), 39),
        (message("/want"), Reply((line("noted"),), pin=True), None),
        (message("/want"), Reply((line("noted"),), edits=38), None),
        (press(), Reply((line("noted"),)), None),
        (message("/want", chat=PRIVATE), Reply((line("noted"),)), None),
        (moved("left", "member"), Reply((line("noted"),)), None),
    ],
)
async def test_in_a_group_an_answer_hangs_on_what_it_answers(
    office: Office, update: dict[str, object], reply: Reply, answers: int | None
) -> None:
    office.front.act = says(reply)
    await office.handles(update)
    [(_, told, _)] = await office.said()
    assert told.answers == answers


# ---- what comes in --------------------------------------------------------------------------------------------------


async def test_each_kind_comes_as_what_it_is(office: Office) -> None:
    command = await office.handles(message(caption="/want 灯", photo=PHOTO))
    assert isinstance(command, Command)
    assert (command.name, command.words, command.message_id) == ("want", "灯", 40)
    assert command.photo is not None
    said = await office.handles(message("灯", reply_to_message=FROM_US))
    assert isinstance(said, Said)
    assert (said.words, said.answers) == ("灯", 30)
    bot_moved = await office.handles(moved("member", "administrator"))
    assert isinstance(bot_moved, BotMoved)
    assert (bot_moved.present, bot_moved.administrator, bot_moved.was_present) == (True, True, True)


async def test_a_group_that_moved_is_the_same_chat_with_another_id(office: Office) -> None:
    group = {**GROUP, "type": "group"}
    assert await office.handles(message(chat=group, migrate_to_chat_id=-100999)) is None
    async with office.town.store.units.reading() as uow:
        assert (await uow.chats.get(office.town.chat("building3").id)).telegram_id == -100999
    assert await office.said() == []


# ---- the apology ----------------------------------------------------------------------------------------------------


async def test_an_apology_is_said_where_they_are(office: Office) -> None:
    await office.keeps(message("灯", chat=PRIVATE), message("/want"))
    for where, answers in ((501, None), (-1003, 40)):
        row = await office.next()
        await office.dispatcher.apologise(row)
        [(chat, reply, language)] = await office.said()
        assert (chat, reply.lines, reply.answers, language) == (where, (line("apology"),), answers, "zh")
        await office.town.store.inbox.fail(row.update_id, error="x", now=office.town.clock.now())
    assert len(office.commits) == 2, "delivery is told each time"


async def test_a_press_that_failed_is_answered_so_that_it_stops_waiting(office: Office) -> None:
    await office.keeps(press())
    await office.dispatcher.apologise(await office.next())
    assert office.answered == [("q1", None, "zh")]
    assert keys_of(await office.said()) == ["apology"]


async def test_whom_to_call_is_said_even_if_all_else_broke(office: Office) -> None:
    office.front.whatever_happens = (Reply((line("danger-fire"),)),)
    await office.keeps(message("着火了", chat=PRIVATE))
    await office.dispatcher.apologise(await office.next())
    assert keys_of(await office.said()) == ["danger-fire", "apology"]


async def test_nobody_is_apologised_to_for_what_they_did_not_say(office: Office) -> None:
    for update in (moved("left", "member"), message(chat=GROUP, migrate_to_chat_id=-1), message("/x@y", chat=PRIVATE)):
        await office.keeps(update)
        row = await office.next()
        await office.dispatcher.apologise(row)
        await office.town.store.inbox.fail(row.update_id, error="x", now=office.town.clock.now())
    assert await office.said() == []
    assert office.commits == []


async def test_buttons_of_an_answer_are_kept_as_they_are(office: Office) -> None:
    reply = Reply((line("noted"),), buttons=((Button("button-take", "take:1"),),), slot="x", silent=True)
    office.front.act = says(reply)
    await office.handles(message("灯", chat=PRIVATE))
    [(_, told, _)] = await office.said()
    assert (told.buttons, told.slot, told.silent) == (reply.buttons, "x", True)
