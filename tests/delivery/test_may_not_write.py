"""A group that does not let the bot write is tried once an hour, and no other chat waits for it."""

from __future__ import annotations

from bot.messages import Line, Reply, say
from bot.ports import MayNotWrite, Rejected, SendState
from tests.delivery.fakes import PostOffice

SHA = "ab" * 32
REFUSAL = MayNotWrite("Bad Request: not enough rights to send text messages to the chat")


async def test_it_waits_an_hour_and_the_others_do_not(office: PostOffice) -> None:
    chat, other = office.store.building(-1), office.store.building(-2)
    office.telegram.fails += [REFUSAL] * 2
    first = office.queue.say(chat, say("m", n=1))
    await office.settles()
    office.queue.say(chat, say("m", n=2))
    await office.passes(3599)
    assert (first.state, office.telegram.texts(chat)) == (SendState.WAITING, [])
    office.telegram.fails.clear()
    office.queue.say(other, say("beside"))
    await office.settles()
    assert office.telegram.texts(other) == ["zh|beside"]
    await office.passes(10)
    assert office.telegram.texts(chat) == ["zh|m n=1", "zh|m n=2"]


async def test_a_photo_that_waits_goes_out_with_its_photo(office: PostOffice) -> None:
    """Telegram refuses the photo in words of its own first, and then the words that would have gone without it."""
    chat = office.store.building(-1)
    office.shelf.put("lamp", file_id="id-lamp", sha256=SHA)
    office.bytes.contents[SHA] = b"jpeg"
    no_photos = Rejected("Bad Request: not enough rights to send photos to the chat")
    office.telegram.fails += [no_photos, no_photos, REFUSAL]
    office.queue.say(chat, Reply((Line("done"),), photos=("lamp",)))
    await office.settles()
    await office.passes(3700)
    (shown,) = office.telegram.shown
    assert (shown.photo, shown.message.text) == ("id-lamp", "zh|done")


async def test_in_private_it_is_a_failure_like_any_other(office: PostOffice) -> None:
    office.telegram.fails.append(REFUSAL)
    row = office.queue.say(office.store.private(office.store.person("王")), say("m"))
    await office.settles()
    assert row.state is SendState.FAILED
