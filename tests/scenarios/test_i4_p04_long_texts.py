"""What the bot says and is longer than Telegram lets a message be."""

from __future__ import annotations

from bot.messages import Button, Reply, line
from tests.scenarios.estate import Estate
from tests.scenarios.scenes import starts

#: More than one message holds, in either language.
LONG = Reply((line("flood-slower"),) * 300, buttons=((Button("button-cancel", data="x"),),))


async def test_a_long_answer_comes_in_parts_that_end_with_sentences(town: Estate) -> None:
    await starts(town.wang, town.building3)
    await starts(town.emma, town.building5)
    app = town.running.app
    assert app is not None
    for person, language in ((town.wang, "zh"), (town.emma, "en")):
        async with app.store.units.writing() as uow:
            chat = await uow.chats.seen(telegram_id=person.id, private=True, title=person.name)
            await uow.outbox.say(chat.id, LONG, language=language)
        app.delivery.wake()
        await town.world.settle()
        whole = app.renderer.words("flood-slower", language)
        parts = [message for message in await person.reads() if message.text.startswith(whole)]
        assert len(parts) > 1
        assert all(len(part.text) <= 4096 for part in parts)
        assert sum(part.text.count(whole) for part in parts) == 300
        assert all(part.text[-1] in "。！？.!?" for part in parts)
        assert [bool(part.labels) for part in parts] == [False] * (len(parts) - 1) + [True]
