"""A picture, a sticker, a place instead of a word, at every question of every dialog: told so, and asked again."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from bot.domain.errors import NotAChoice, NotAPhoto, OnlyWordsAndPhotos, WordsExpected
from bot.domain.rights import Role
from bot.messages import Actor, Reply, Said
from bot.texts.catalog import Catalog
from bot.texts.renderer import Renderer
from conversations import engine, talk
from tests.conversations.fakes import ESTATE, PRIVATE, STAFF, WANG, FakeUnitOfWork
from tests.conversations.walking import NOW, OPENINGS, TABLE, Event, explored, opened

WHO = frozenset({Role.RESIDENT})


@cache
def states(opening):
    """One at each question that can be reached, and each as it stands with and without an answer."""
    _, first, _ = opened(opening)
    found = [first, *(move.state for _, _, move in explored(opening, depth=5, most=300) if move.end is None)]
    return list({(state.step, state.step in state.answers): state for state in found}.values())


#: but for what is looked up anew with every answer: here nobody mediates
_LASTING = [opening for opening in OPENINGS if opening != "file, a quarrel"]


@pytest.mark.parametrize("opening", _LASTING)
@pytest.mark.parametrize("language", ["zh", "en"])
async def test_what_nobody_takes_is_told_so_and_the_question_is_asked_again(opening, language):
    renderer = Renderer(Catalog.load(strict=True), "wishwell_bot")
    _, _, context = opened(opening)
    actor = Actor(WANG, PRIVATE if context.private else STAFF, language, ESTATE, WHO)
    for state in states(opening):
        uow = FakeUnitOfWork()
        open_ = replace(state, expires_at=NOW, idle_at=NOW)
        turn = await talk.on_unreadable(Said(actor, "", 40), open_, OnlyWordsAndPhotos(), uow=uow, now=NOW, table=TABLE)
        (reply,) = turn.say
        assert isinstance(reply, Reply)
        assert reply.lines[0].key == "refused-only-words-and-photos"
        assert len(reply.lines) > 1, "the question follows"
        assert renderer.render(reply, language=language).text
        kept = await uow.dialogs.open(actor.chat.id, actor.person.id)
        assert (kept.step, kept.trail) == (state.step, state.trail)
        assert engine.spoken(kept.answers) == engine.spoken(state.answers)


@pytest.mark.parametrize("opening", OPENINGS)
def test_a_picture_is_taken_or_the_question_says_what_it_wants(opening):
    dialog, _, context = opened(opening)
    for state in states(opening):
        move = Event(photo="p1").on(dialog, state, context)
        if engine.takes_photo(dialog, state):
            assert move.refused is None or state.answers.get(state.step), state.step
        else:
            assert isinstance(move.refused, WordsExpected | NotAChoice), state.step
            assert move.state == replace(state, pending=None)


@pytest.mark.parametrize("opening", OPENINGS)
def test_words_instead_of_a_picture_or_a_button_are_refused_and_nothing_is_lost(opening):
    dialog, _, context = opened(opening)
    for state in states(opening):
        move = Event(words="👍").on(dialog, state, context)
        if move.refused is not None:
            assert move.state.answers == state.answers
            assert not isinstance(move.refused, NotAPhoto) or engine.takes_photo(dialog, state)
