"""Voice notes: by file_id while it is good, else from our bytes, else the words with a hint."""

from __future__ import annotations

import pytest

from bot.messages import Button, Line, Reply
from bot.ports import Rejected, SendState, Sound
from tests.delivery.fakes import PostOffice

SHA = "cd" * 32
WRITE = ((Button("button-transcribe", data="transcribe:1"),),)


def note(words: str = "note", *, slot: str | None = None, photos: tuple[str, ...] = ()) -> Reply:
    return Reply((Line(words),), buttons=WRITE, voice="n", photos=photos, slot=slot)


@pytest.fixture
def office(roomy: PostOffice) -> PostOffice:
    roomy.shelf.put("n", file_id="id-n", sha256=SHA, length_s=12)
    roomy.shelf.put("a", file_id="id-a", sha256=SHA)
    roomy.bytes.contents[SHA] = b"opus"
    return roomy


def kinds(office: PostOffice) -> list[str]:
    return [call[0] for call in office.telegram.calls]


async def test_a_note_bears_the_words_and_the_buttons(office: PostOffice) -> None:
    office.queue.say(office.store.staff(), note())
    await office.settles()
    (shown,) = office.telegram.shown
    assert (shown.voice, shown.photo, shown.message.text) == (Sound("id-n", 12), None, "zh|note")
    assert shown.message.buttons[0][0].data == "transcribe:1"


async def test_photos_come_before_the_note_without_words(office: PostOffice) -> None:
    office.queue.say(office.store.staff(), note(photos=("a",)))
    await office.settles()
    assert kinds(office) == ["photo", "voice"]
    assert [shown.message.text for shown in office.telegram.shown] == ["", "zh|note"]


async def test_words_too_long_for_a_caption_are_fitted(office: PostOffice) -> None:
    office.queue.say(office.store.staff(), note("长" * 2000))
    await office.settles()
    assert kinds(office) == ["voice"]


async def test_a_slot_is_sent_once_and_its_caption_edited(office: PostOffice) -> None:
    chat = office.store.staff()
    for words in ("waits", "waits", "written"):
        office.queue.say(chat, note(words, slot="voice:1"))
        await office.settles()
    assert kinds(office) == ["voice", "edit"]
    assert office.telegram.texts(chat) == ["zh|written"]


async def test_a_refused_file_id_is_uploaded_anew_with_its_length(office: PostOffice) -> None:
    office.telegram.wrong_file_ids = {"id-n"}
    for _ in range(2):
        office.queue.say(office.store.staff(), note())
        await office.settles()
    assert [shown.voice for shown in office.telegram.shown] == [Sound(b"opus", 12)] * 2
    assert kinds(office) == ["voice", "voice", "voice"], "the bad id is not tried again"


async def test_where_it_cannot_be_played_the_words_say_so(office: PostOffice) -> None:
    office.telegram.wrong_file_ids = {"id-n"}
    office.telegram.wrong_bytes = True
    office.queue.say(office.store.staff(), note())
    await office.settles()
    (shown,) = office.telegram.shown
    assert (shown.voice, shown.message.text) == (None, "zh|note\nvoice-missing")
    assert shown.message.buttons


async def test_a_note_nobody_has_is_named_as_missing(office: PostOffice) -> None:
    office.shelf.files.pop("n")
    office.queue.say(office.store.staff(), note())
    await office.settles()
    assert office.telegram.shown[0].message.text == "zh|note\nvoice-missing"


async def test_who_takes_no_voice_notes_does_not_spoil_it_for_the_others(office: PostOffice) -> None:
    shy, other = office.store.person("shy"), office.store.person("other")
    office.telegram.no_voices_in = {shy.telegram_id}
    for person in (shy, other):
        office.queue.say(office.store.private(person), note())
        await office.settles()
    assert [shown.voice for shown in office.telegram.shown] == [None, Sound("id-n", 12)]


async def test_a_slot_that_could_not_be_played_is_played_once_it_can(office: PostOffice) -> None:
    chat = office.store.staff()
    office.telegram.wrong_file_ids = {"id-n"}
    office.telegram.wrong_bytes = True
    office.queue.say(chat, note("one", slot="voice:1"))
    await office.settles()
    office.telegram.wrong_bytes = False
    office.queue.say(chat, note("two", slot="voice:1"))
    await office.settles()
    assert [shown.voice for shown in office.telegram.shown] == [None, Sound(b"opus", 12)]


async def test_refused_words_are_not_blamed_on_the_note(office: PostOffice) -> None:
    office.telegram.fails = [Rejected("can't parse entities")] * 3
    row = office.queue.say(office.store.staff(), note())
    await office.settles()
    assert (row.state, row.reason) == (SendState.FAILED, "can't parse entities")
    await office.queue.retry(row.id)
    await office.settles()
    assert office.telegram.shown[0].voice == Sound("id-n", 12)
