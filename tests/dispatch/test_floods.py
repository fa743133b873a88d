"""A flood at the dispatcher: told once, then done with unheard; presses stop spinning; some words always pass."""

from __future__ import annotations

from dataclasses import replace

from bot.dispatch import Dispatcher
from bot.dispatch.floods import FORGET_ABOVE, FloodGate
from bot.domain.floods import FloodLimits, Flow
from bot.messages import Line, Said, Toast
from bot.ports import InboxRow
from tests.dispatch.office import Office, keys_of
from tests.intake.updates import GROUP, PRIVATE, message, moved, press, written_by
from tests.services.cast import HOUSE, NOON
from tests.services.town import BOT_ID

FROM_US = written_by({"id": 7, "is_bot": True, "first_name": "邻愿"})


def slow(office: Office) -> Office:
    """Three in ten seconds are too many; 煤气 is always heard."""
    office.dispatcher = Dispatcher(
        units=office.town.store.units,
        inbox=office.town.store.inbox,
        front=office.front,
        house=replace(HOUSE, floods=FloodLimits(in_10_s=2, in_a_minute=20)),
        bot_id=BOT_ID,
        transport=office.telegram,
        clock=office.town.clock,
        answer_query=lambda *answer: office.answered.append(answer),
        committed=lambda: office.commits.append(len(office.town.rows()["inbox"])),
        must_hear=lambda words: "煤气" in words,
    )
    return office


async def test_told_once_then_silence_and_nothing_stays_in_the_inbox(office: Office) -> None:
    slow(office)
    for n in range(6):
        await office.handles(message(f"灯{n}", chat=PRIVATE))
    assert [came.words for came in office.front.came if isinstance(came, Said)] == ["灯0", "灯1"]
    assert keys_of(await office.said()) == ["flood-slower"]
    assert await office.town.store.inbox.waiting() == 0


async def test_in_a_group_the_word_hangs_on_the_message_and_is_silent(office: Office) -> None:
    slow(office)
    for n in range(3):
        await office.handles(message(f"灯{n}", chat=GROUP, reply_to_message=FROM_US))
    [(_, told, _)] = await office.said()
    assert (told.lines, told.answers, told.silent) == ((Line("flood-slower"),), 40, True)


async def test_every_press_is_answered_the_first_too_many_with_a_word(office: Office) -> None:
    slow(office)
    for _ in range(5):
        await office.handles(press())
    assert len(office.front.came) == 2
    toasts = [toast for _, toast, _ in office.answered]
    assert toasts == [None, None, Toast("flood-slower", alert=True), None, None]
    assert await office.said() == []


async def test_some_words_are_heard_whatever_else_was_sent(office: Office) -> None:
    slow(office)
    for n in range(5):
        await office.handles(message(f"灯{n}", chat=PRIVATE))
    came = await office.handles(message("有煤气味", chat=PRIVATE))
    assert isinstance(came, Said)


async def test_what_telegram_tells_of_the_bot_itself_is_no_flood(office: Office) -> None:
    slow(office)
    for _ in range(5):
        await office.handles(moved("left", "member"))
    assert len(office.front.came) == 5


def row(chat: int, *, attempts: int = 1) -> InboxRow:
    return InboxRow(1, chat, 501, "{}", NOON, attempts)


def test_a_second_attempt_and_what_piled_up_meanwhile_are_heard() -> None:
    gate = FloodGate(FloodLimits(in_10_s=2, in_a_minute=20))
    assert {gate.flow(row(1, attempts=2), sent_at=None, words="") for _ in range(5)} == {Flow.HEARD}
    hours = [NOON.replace(hour=0, minute=n) for n in range(20)]
    assert {gate.flow(row(2), sent_at=at, words="") for at in hours} == {Flow.HEARD}


def test_each_chat_of_a_person_is_counted_by_itself_and_those_at_rest_are_forgotten() -> None:
    gate = FloodGate(FloodLimits(in_10_s=2, in_a_minute=20))
    early = NOON.replace(hour=0)
    assert {gate.flow(row(n), sent_at=early, words="") for n in range(FORGET_ABOVE)} == {Flow.HEARD}
    for _ in range(3):
        last = gate.flow(row(-1), sent_at=None, words="")
    assert last is Flow.TOLD
    assert gate.flow(row(-1), sent_at=None, words="") is Flow.DROPPED, "it is not at rest, so it is kept in mind"
