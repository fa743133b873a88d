"""Photos: by file_id while it is good, else from our bytes, else the words alone."""

from __future__ import annotations

import pytest

from bot.messages import Button, Line, Reply
from bot.nursery import Nursery
from bot.ports import Ambiguous, Rejected, Retry, SendState
from tests.delivery.fakes import PostOffice

SHA = "ab" * 32
THANKS = ((Button("button-thanks", data="thanks:1"),),)


def done(*photos: str, words: str = "done", slot: str | None = None) -> Reply:
    return Reply((Line(words),), buttons=THANKS, photos=photos, slot=slot)


@pytest.fixture
def office(roomy: PostOffice) -> PostOffice:
    for key in ("a", "b", "c"):
        roomy.shelf.put(key, file_id=f"id-{key}", sha256=SHA)
    roomy.bytes.contents[SHA] = b"jpeg"
    return roomy


def kinds(office: PostOffice) -> list[str]:
    return [call[0] for call in office.telegram.calls]


async def test_one_photo_bears_the_words_and_the_buttons(office: PostOffice) -> None:
    office.queue.say(office.store.building(), done("a"))
    await office.settles()
    (shown,) = office.telegram.shown
    assert (shown.photo, shown.message.text) == ("id-a", "zh|done")
    assert shown.message.buttons[0][0].data == "thanks:1"


async def test_of_several_photos_the_last_bears_the_words(office: PostOffice) -> None:
    row = office.queue.say(office.store.building(), done("a", "b", "c"))
    await office.settles()
    assert [shown.photo for shown in office.telegram.shown] == ["id-a", "id-b", "id-c"]
    assert [shown.message.text for shown in office.telegram.shown] == ["", "", "zh|done"]
    assert [shown.reply.silent for shown in office.telegram.shown] == [True, True, False]
    assert row.message_id == office.telegram.shown[-1].id


async def test_a_text_too_long_for_a_caption_follows_as_a_message(office: PostOffice) -> None:
    office.queue.say(office.store.building(), done("a", words="长" * 1025))
    await office.settles()
    assert [(shown.photo, len(shown.message.text)) for shown in office.telegram.shown] == [("id-a", 0), (None, 1028)]
    assert office.telegram.shown[1].message.buttons
    assert not office.telegram.shown[0].message.buttons


async def test_who_goes_on_after_a_process_died_sends_no_photo_a_second_time(office: PostOffice) -> None:
    office.telegram.fails = [None, None, Ambiguous()]
    row = office.queue.say(office.store.building(), done("a", "b", "c"))
    await office.settles()
    assert (row.state, row.parts_sent) == (SendState.UNSURE, 2)
    office.delivery.stop()
    office.begins()
    await office.passes(60)
    assert [shown.photo for shown in office.telegram.shown] == ["id-a", "id-b", "id-c"]
    assert row.state is SendState.SENT


async def test_the_length_of_a_caption_is_counted_without_markup(office: PostOffice) -> None:
    office.queue.say(office.store.building(), done("a", words="&" * 1000))  # &amp; each in HTML
    await office.settles()
    assert kinds(office) == ["photo"]


async def test_a_slot_with_a_photo_stays_one_message_whatever_its_length(office: PostOffice) -> None:
    chat = office.store.building()
    for words in ("short", "长" * 2000, "short again"):
        office.queue.say(chat, done("a", words=words, slot="wish:1"))
        await office.settles()
    assert kinds(office) == ["photo", "edit", "edit"]
    assert office.telegram.texts(chat) == ["zh|short again"]


async def test_a_slot_that_gets_a_photo_stays_one_message_and_only_losing_it_makes_another(office: PostOffice) -> None:
    chat = office.store.building()
    for reply in (
        Reply((Line("card"),), slot="wish:1"),
        done("a", slot="wish:1"),
        done("b", slot="wish:1"),
        Reply((Line("card"),), slot="wish:1"),
    ):
        office.queue.say(chat, reply)
        await office.settles()
    assert kinds(office) == ["text", "edit-photo", "edit-photo", "text"]
    assert [shown.photo for shown in office.telegram.shown] == ["id-b", None]
    assert office.queue.slots[chat.id, "wish:1"].message_id == office.telegram.shown[-1].id


async def test_a_slot_whose_new_photo_nobody_takes_gets_the_words_alone(office: PostOffice) -> None:
    chat = office.store.building()
    office.queue.say(chat, Reply((Line("card"),), slot="wish:1"))
    await office.settles()
    office.telegram.wrong_file_ids = {"id-a"}
    office.telegram.wrong_bytes = True
    office.queue.say(chat, done("a", slot="wish:1"))
    await office.settles()
    assert office.telegram.texts(chat) == ["zh|done"]
    assert office.telegram.shown[0].photo is None


async def test_a_refused_file_id_is_uploaded_anew_and_not_tried_again(office: PostOffice) -> None:
    chat = office.store.building()
    office.telegram.wrong_file_ids = {"id-a"}
    for _ in range(2):
        office.queue.say(chat, done("a"))
        await office.settles()
    assert [shown.photo for shown in office.telegram.shown] == [b"jpeg", b"jpeg"]
    assert kinds(office) == ["photo", "photo", "photo"]


async def test_without_bytes_either_the_words_go_alone(office: PostOffice) -> None:
    chat = office.store.building()
    office.telegram.wrong_file_ids = {"id-a"}
    office.telegram.wrong_bytes = True
    row = office.queue.say(chat, done("a"))
    await office.settles()
    assert row.state is SendState.SENT
    (shown,) = office.telegram.shown
    assert (shown.photo, shown.message.text) == (None, "zh|done")


async def test_a_slot_whose_photo_is_lost_is_edited_as_text_ever_after(office: PostOffice) -> None:
    chat = office.store.building()
    office.telegram.wrong_file_ids = {"id-a"}
    office.bytes.contents.clear()
    for words in ("one", "two", "three"):
        office.queue.say(chat, done("a", words=words, slot="wish:1"))
        await office.settles()
    assert kinds(office) == ["photo", "text", "edit", "edit"]
    assert office.telegram.texts(chat) == ["zh|three"]


async def test_a_photo_nobody_knows_is_left_out(office: PostOffice) -> None:
    chat = office.store.building()
    office.queue.say(chat, done("unknown", "a"))
    await office.settles()
    assert [shown.photo for shown in office.telegram.shown] == ["id-a"]


async def test_refused_words_are_not_blamed_on_the_photo(office: PostOffice) -> None:
    chat = office.store.building()
    office.telegram.fails = [Rejected("can't parse entities")] * 3
    row = office.queue.say(chat, done("a"))
    await office.settles()
    assert (row.state, row.reason) == (SendState.FAILED, "can't parse entities")
    await office.queue.retry(row.id)
    await office.settles()
    assert office.telegram.shown[0].photo == "id-a"


@pytest.mark.parametrize("error", [Retry(7, flood=True, reason="429"), Retry(3, flood=False, reason="502")])
async def test_what_was_sent_of_several_photos_is_not_sent_again(office: PostOffice, error: Retry) -> None:
    office.telegram.fails = [None, None, error]
    office.queue.say(office.store.building(), done("a", "b", "c"))
    await office.settles()
    await office.passes(10, step_s=1)
    assert [shown.photo for shown in office.telegram.shown] == ["id-a", "id-b", "id-c"]


async def test_a_lost_answer_in_the_middle_repeats_that_photo_alone(office: PostOffice) -> None:
    office.telegram.fails = [None, Ambiguous("ReadTimeout")]
    office.queue.say(office.store.building(), done("a", "b", "c"))
    await office.settles()
    await office.passes(10, step_s=1)
    assert [shown.photo for shown in office.telegram.shown] == ["id-a", "id-b", "id-c"]


async def test_more_photos_than_a_burst_keep_the_pace(paced_office: PostOffice) -> None:
    office = paced_office
    row = office.queue.say(office.store.building(), done("a", "b", "c", "d", "e"))
    await office.settles()
    assert len(office.telegram.shown) == 3
    assert await office.delivery.next_due() is not None
    await office.passes(2, step_s=0.5)
    assert (len(office.telegram.shown), row.state) == (5, SendState.SENT)
    assert row.attempts == 1


@pytest.fixture
def paced_office(nursery: Nursery) -> PostOffice:
    office = PostOffice(nursery)
    for key in "abcde":
        office.shelf.put(key, file_id=f"id-{key}")
    return office


async def test_a_picture_of_our_own_is_drawn_when_it_is_first_shown_and_without_it_the_words_go_alone(
    office: PostOffice,
) -> None:
    office.draws = {"chart"}
    office.queue.say(office.store.building(), done("chart", words="drawn"))
    office.queue.say(office.store.building(), done("no chart", words="not drawn"))
    await office.settles()
    assert [(shown.photo, shown.message.text) for shown in office.telegram.shown] == [
        (b"png", "zh|drawn"),
        (None, "zh|not drawn"),
    ]
