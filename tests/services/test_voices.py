"""Voice notes: who may hear them and write them down, who is refused without a trace, what the author may mend."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain import errors
from bot.domain.errors import Refused
from bot.domain.people import Chat
from bot.domain.wishes import Category, Draft, Kind, Visibility, VoiceNote, Wish
from bot.messages import Voice
from bot.services import cards, filing, voices
from tests.services.cast import PLACE
from tests.services.town import Town, texts


async def spoken(town: Town, visibility: Visibility = Visibility.PUBLIC, *, key: str = "note") -> Wish:
    home = town.chat("building3")
    async with town.store.units.writing() as uow:
        note = VoiceNote(await uow.files.keep(Voice(f"file-of-{key}", key, 12)), 12)
        draft = Draft(Kind.WANT, "  ", PLACE, Category.OTHER, visibility, voice=note)
        return await filing.file_wish(
            actor=town.actor("wang", home), draft=draft, chat_id=home.id, uow=uow, now=town.clock.now()
        )


async def transcribes(town: Town, name: str, wish: Wish, words: str = "三楼灯坏了", where: str | None = None) -> Wish:
    async with town.store.units.writing() as uow:
        return await voices.transcribe_wish(
            actor=town.actor(name, where), wish_id=wish.id, words=words, uow=uow, now=town.clock.now()
        )


async def test_a_spoken_wish_gets_its_number_at_once_and_no_words(town: Town) -> None:
    wish = await spoken(town)
    assert (wish.number, wish.words, wish.next_date is not None) == (1, "", True)
    assert (await town.files()).number == 2


@pytest.mark.parametrize("where", [None, "staff"])
@pytest.mark.parametrize("who", ["li", "zhou", "wu", "qian"])
async def test_staff_and_moderators_write_it_down_and_the_author_is_to_be_told(
    town: Town, who: str, where: str | None
) -> None:
    wish = await transcribes(town, who, await spoken(town), where=where)
    assert wish == await town.wish(wish)
    assert (wish.words, wish.category) == ("三楼灯坏了", Category.REPAIR)
    assert f'{{"type":"voice-written","wish_id":{wish.id}}}' in town.notices()
    async with town.store.units.reading() as uow:
        transcript = await uow.transcripts.of(wish.id)
    assert transcript is not None
    assert transcript.name == town.people[who].name


@pytest.mark.parametrize("visibility", [Visibility.PUBLIC, Visibility.COMMITTEE])
@pytest.mark.parametrize(
    ("who", "where", "refusal"),
    [
        ("wang", None, errors.NotAllowed),
        ("chen", None, errors.NotAllowed),
        ("stranger", None, errors.NotAllowed),
        ("he", None, errors.NotAllowed),
        ("li", "building3", errors.WishGone),
        ("li", "unbound", errors.WishGone),
        ("he", "riverside", errors.WishGone),
        ("chen", "staff", errors.NotAllowed),
    ],
)
async def test_nobody_else_hears_it_anywhere(
    town: Town, visibility: Visibility, who: str, where: str | None, refusal: type[Refused]
) -> None:
    wish = await spoken(town, visibility)
    for call in (voices.wish_to_transcribe, voices.transcribe_wish):
        more = {"words": "灯", "now": town.clock.now()} if call is voices.transcribe_wish else {}
        async with town.refusing(refusal) as uow:
            await call(actor=town.actor(who, where), wish_id=wish.id, uow=uow, **more)  # type: ignore[operator]


async def test_the_first_line_stands_and_made_up_wishes_are_gone(town: Town) -> None:
    wish, written = await spoken(town), await town.files()
    await transcribes(town, "li", wish)
    async with town.refusing(errors.AlreadyWritten) as uow:
        await voices.transcribe_wish(
            actor=town.actor("zhou"), wish_id=wish.id, words="别的", uow=uow, now=town.clock.now()
        )
    async with town.refusing(errors.NoVoiceHere) as uow:
        await voices.wish_to_transcribe(actor=town.actor("zhou"), wish_id=written.id, uow=uow)
    async with town.refusing(errors.WishGone) as uow:
        await voices.wish_to_transcribe(actor=town.actor("zhou"), wish_id=404, uow=uow)
    async with town.refusing(errors.WishGone) as uow:
        await voices.retell_wish(actor=town.actor("wang"), wish_id=404, words="灯", uow=uow, now=town.clock.now())


async def test_what_waits_is_heard_one_after_the_other_and_then_from_the_beginning(town: Town) -> None:
    async with town.store.units.reading() as uow:
        assert await voices.next_waiting(actor=town.actor("li"), after=0, uow=uow) is None
    first, second = await spoken(town, key="a"), await spoken(town, Visibility.COMMITTEE, key="b")
    heard = []
    async with town.store.units.reading() as uow:
        for after in (0, first.id, second.id, 404):
            waiting = await voices.next_waiting(actor=town.actor("li"), after=after, uow=uow)
            assert waiting is not None
            assert waiting.total == 2
            heard.append(waiting.wish.id)
    assert heard == [first.id, second.id, first.id, first.id]
    async with town.store.units.reading() as uow:
        assert await voices.next_waiting(actor=town.actor("he"), after=0, uow=uow) is None, "of the estate next door"


@pytest.mark.parametrize(
    ("who", "where", "refusal"),
    [
        ("wang", None, errors.NotAllowed),
        ("stranger", None, errors.NotAResident),
        ("li", "staff", errors.OnlyInPrivate),
        ("li", "building3", errors.OnlyInPrivate),
    ],
)
async def test_nobody_else_is_played_what_waits(
    town: Town, who: str, where: str | None, refusal: type[Refused]
) -> None:
    await spoken(town)
    async with town.refusing(refusal) as uow:
        await voices.next_waiting(actor=town.actor(who, where), after=0, uow=uow)


async def test_the_author_says_it_better_and_only_they(town: Town) -> None:
    wish = await transcribes(town, "li", await spoken(town))
    async with town.store.units.writing() as uow:
        retold = await voices.retell_wish(
            actor=town.actor("wang"), wish_id=wish.id, words="四楼的灯", uow=uow, now=town.clock.now()
        )
        transcript = await uow.transcripts.of(wish.id)
    assert retold == await town.wish(wish)
    assert retold.words == "四楼的灯"
    assert transcript is not None
    assert transcript.corrected_at == town.clock.now()
    assert town.notices()[-1] == f'{{"type":"wish-changed","wish_id":{wish.id}}}'
    for who, where, refusal in (
        ("chen", None, errors.WishGone),
        ("li", None, errors.WishGone),
        ("wang", "building3", errors.OnlyInPrivate),
    ):
        async with town.refusing(refusal) as uow:
            await voices.wish_to_retell(actor=town.actor(who, where), wish_id=wish.id, uow=uow)


# ---- what is shown ----------------------------------------------------------------------------------------------


async def composed(town: Town, slot: str, chat: Chat) -> list[str] | None:
    """The keys of what this slot shows in this chat."""
    async with town.store.units.reading() as uow:
        reply = await cards.compose(slot, chat=chat, uow=uow, now=town.clock.now())
    return None if reply is None else [line.key for line in reply.lines]


async def test_the_note_is_shown_in_the_staff_chat_alone(town: Town) -> None:
    wish = await spoken(town)
    slot = cards.voice_slot(wish.id)
    assert await composed(town, slot, town.chat("staff")) == ["voice-of"]
    for name in ("building3", "riverside", "unbound"):
        assert await composed(town, slot, town.chat(name)) is None
    assert await composed(town, cards.voice_slot((await town.files()).id), town.chat("staff")) is None
    assert await composed(town, cards.wish_slot(wish.id), town.chat("building3")) is None
    wish = await transcribes(town, "li", wish)
    assert await composed(town, slot, town.chat("staff")) == ["voice-of", "voice-written-by"]


@pytest.mark.parametrize("visibility", [Visibility.PUBLIC, Visibility.NAMELESS])
async def test_neighbours_never_get_the_voice_nor_who_wrote_it_down(town: Town, visibility: Visibility) -> None:
    wish = await transcribes(town, "zhou", await spoken(town, visibility))
    async with town.store.units.reading() as uow:
        card = await cards.compose(cards.wish_slot(wish.id), chat=town.chat("building3"), uow=uow, now=town.clock.now())
        desk = await cards.compose(cards.desk_slot(wish.id), chat=town.chat("staff"), uow=uow, now=town.clock.now())
    assert card is not None
    assert desk is not None
    assert (card.voice, desk.voice) == (None, None)
    assert "card-words-written" in [line.key for line in card.lines]
    assert town.people["zhou"].name not in {str(arg) for line in card.lines for arg in line.args.values()}
    [words] = [line for line in desk.lines if line.key == "desk-words-written"]
    assert words.args == {"words": wish.words, "name": town.people["zhou"].name}


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_a_note_without_words_has_a_name_wherever_words_are_quoted(town: Town, language: str) -> None:
    wish = await spoken(town)
    term = cards.words_of(wish)
    assert not isinstance(term, str)
    assert "0:12" in texts().text(term.key, dict(term.args), language)
    assert cards.words_of(replace(wish, words="灯")) == "灯"
