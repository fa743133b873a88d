"""Voice notes in the store: wishes without words, those who wrote them down, and which still wait."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy.exc import IntegrityError

from bot.domain.places import Place
from bot.domain.voices import Transcript
from bot.domain.wishes import Category, Draft, Kind, State, Visibility, VoiceNote, Wish
from bot.messages import Voice
from bot.ports import StoredFile, WishFilter
from tests.store.building import Building

ESTATE = "east"


async def _spoken(building: Building, key: str = "n", *, visibility: Visibility = Visibility.PUBLIC) -> Wish:
    async with building.store.units.writing() as uow:
        note = VoiceNote(await uow.files.keep(Voice(f"file-{key}", key, 12, 99)), 12)
        draft = Draft(Kind.WANT, "", Place("3"), Category.OTHER, visibility, voice=note)
        return await uow.wishes.add(
            draft, estate_key=ESTATE, author=building.wang, chat_id=building.chat.id,
            filed_at=building.clock.now(), next_date=None,
        )  # fmt: skip


async def test_a_spoken_wish_comes_back_with_its_note(store, building):
    wish = await _spoken(building)
    assert (wish.words, wish.voice) == ("", VoiceNote("n", 12))
    async with store.units.reading() as uow:
        assert await uow.wishes.get(wish.id) == wish
    assert await store.shelf.get("n") == StoredFile("n", "file-n", None, None, 12)
    assert [file.key for file in await store.shelf.wanted(now=building.clock.now(), limit=9)] == ["n"]


async def test_without_words_it_is_in_no_public_list_search_or_count(store, building):
    wish = await _spoken(building)
    for wanted in (WishFilter(), WishFilter(words="灯"), WishFilter(states=frozenset({State.OPEN}))):
        async with store.units.reading() as uow:
            assert list(await uow.wishes.find(ESTATE, wanted, limit=9)) == []
            assert await uow.wishes.count(ESTATE, wanted) == 0
            assert [each.id for each in await uow.wishes.find(ESTATE, WishFilter(public_only=False), limit=9)] == [
                wish.id
            ]
            assert [each.id for each in await uow.wishes.followed_by(building.wang.id, limit=9)] == [wish.id]
    async with store.units.writing() as uow:
        await uow.wishes.save(replace(wish, words="灯坏了"))
    async with store.units.reading() as uow:
        assert await uow.wishes.count(ESTATE, WishFilter(words="灯")) == 1


async def test_who_wrote_it_down_is_kept_once_and_that_the_author_mended_it(store, building):
    wish = await _spoken(building)
    now = building.clock.now()
    async with store.units.writing() as uow:
        assert await uow.transcripts.of(wish.id) is None
        await uow.transcripts.corrected(wish.id, now=now)  # the author was first: there is no transcript
        assert await uow.transcripts.of(wish.id) is None
        await uow.transcripts.add(wish.id, building.li, now=now)
    async with store.units.reading() as uow:
        assert await uow.transcripts.of(wish.id) == Transcript(wish.id, building.li.id, "李", now)
    with pytest.raises(IntegrityError):
        async with store.units.writing() as uow:
            await uow.transcripts.add(wish.id, building.wang, now=now)
    later = building.clock.advance(hours=1)
    async with store.units.writing() as uow:
        await uow.transcripts.corrected(wish.id, now=later)
        assert await uow.transcripts.of(wish.id) == Transcript(wish.id, building.li.id, "李", now, later)


async def test_what_waits_is_listed_oldest_first_for_those_it_is_meant_for(store, building):
    first, secret = await _spoken(building, "a"), await _spoken(building, "b", visibility=Visibility.COMMITTEE)
    written, ended, last = [await _spoken(building, key) for key in "cde"]
    await building.wish()
    async with store.units.writing() as uow:
        await uow.wishes.save(replace(written, words="灯"))
        await uow.wishes.save(replace(ended, state=State.ANSWERED))
    async with store.units.reading() as uow:
        for committee_too, wanted in ((True, [first.id, secret.id, last.id]), (False, [first.id, last.id])):
            waiting = await uow.transcripts.waiting(ESTATE, committee_too=committee_too, limit=9)
            assert [wish.id for wish in waiting] == wanted
            assert await uow.transcripts.count_waiting(ESTATE, committee_too=committee_too) == len(wanted)
        behind = await uow.transcripts.waiting(ESTATE, committee_too=True, after=first.id, limit=1)
        assert [wish.id for wish in behind] == [secret.id]
        assert await uow.transcripts.count_waiting("west", committee_too=True) == 0


async def test_no_wish_has_neither_words_nor_a_voice(store, building):
    wish = await building.wish()
    with pytest.raises(IntegrityError):
        async with store.units.writing() as uow:
            await uow.wishes.save(replace(wish, words=""))
    with pytest.raises(IntegrityError):
        async with store.units.writing() as uow:
            await uow.files.keep(Voice("f", "zero", 0))
