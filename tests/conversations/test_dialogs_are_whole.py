"""For every dialog of the table: each step is reachable, renders in both languages, can be left again, and ends."""

from __future__ import annotations

from functools import cache

import pytest

from bot.domain.buttons import MAX_BYTES
from bot.messages import Reply
from bot.texts.catalog import Catalog
from bot.texts.renderer import Renderer
from conversations import engine
from conversations.controls import Control
from conversations.dialogs import DIALOGS
from conversations.engine import End
from tests.conversations.walking import (
    IN_GROUP,
    OPENINGS,
    PRIVATE,
    TABLE,
    Event,
    explored,
    opened,
    refusal,
    sensible,
    shown,
)

LANGUAGES = ("zh", "en")
DEPTH = 5
each_opening = pytest.mark.parametrize("opening", OPENINGS)


@cache
def edges(opening):
    return explored(opening, depth=DEPTH, most=300)


@cache
def states(opening):
    _, first, _ = opened(opening)
    found = [first, *(move.state for _, _, move in edges(opening) if move.end is None)]
    return list({repr((state.step, state.trail, state.answers)): state for state in found}.values())


@cache
def renderer():
    return Renderer(Catalog.load(strict=True), "wishwell_bot")


def test_every_dialog_is_walked_in_private_and_in_a_group():
    for name in DIALOGS:
        contexts = [context for dialog, _, context in OPENINGS.values() if dialog == name]
        assert PRIVATE in contexts
        assert IN_GROUP in contexts


@pytest.mark.parametrize("name", TABLE)
def test_every_step_is_reachable(name):
    dialog = TABLE[name]
    reached = set()
    for opening, (of, _, _) in OPENINGS.items():
        if of == name:
            reached |= {state.step for state in states(opening)}
            reached |= {state.step for state in on_the_way_to_the_end(opening)}
    assert reached == set(dialog.by_name)


def on_the_way_to_the_end(opening):
    dialog, state, context = opened(opening)
    yield state
    for _ in range(40):
        move = sensible(dialog, state, context).on(dialog, state, context)
        if move.end is End.FINISHED:
            return
        state = move.state
        yield state


@each_opening
def test_every_path_can_be_brought_to_its_end(opening):
    dialog, _, context = opened(opening)
    for state in states(opening):
        for _ in range(20):
            move = sensible(dialog, state, context).on(dialog, state, context)
            assert move.refused is None, (state.step, move.refused)
            state = move.state
            if move.end is End.FINISHED:
                break
        assert move.end is End.FINISHED


@each_opening
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_renders(opening, language):
    dialog, _, context = opened(opening)
    for state in states(opening):
        reply = shown(dialog, state, context)
        rendered = renderer().render(reply, language=language)
        assert rendered.text.strip(), state.step
        assert len(rendered.buttons) <= 12, state.step
        assert all(len(row) <= 4 for row in rendered.buttons)
        for button in (button for row in rendered.buttons for button in row):
            assert button.label.strip()
            assert button.url or 1 <= len((button.data or "").encode()) <= MAX_BYTES
        data = [button.data for row in rendered.buttons for button in row if button.data]
        assert len(data) == len(set(data)), "two buttons do the same"


@each_opening
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_and_note_renders(opening, language):
    toasts = {toast.key: toast for _, _, move in edges(opening) if (toast := refusal(move))}
    assert toasts
    for toast in toasts.values():
        assert renderer().toast(toast, language)
    notes = {note.key: note for _, _, move in edges(opening) for note in move.notes}
    for note in notes.values():
        assert renderer().render(Reply((note,)), language=language).text


@each_opening
def test_cancel_ends_it_anywhere(opening):
    dialog, _, context = opened(opening)
    for state in states(opening):
        assert Event(press=Control.CANCEL).on(dialog, state, context).end is End.CANCELLED
        assert Event(words="取消").on(dialog, state, context).end is End.CANCELLED


@each_opening
def test_back_returns_to_the_question_before_and_keeps_its_answer(opening):
    dialog, _, context = opened(opening)
    for before, event, move in edges(opening):
        went_on = move.end is None and move.state.trail == (*before.trail, before.step)
        if not went_on:
            continue
        back = Event(press=Control.BACK).on(dialog, move.state, context)
        if engine.can_go_back(move.state) and back.state.step == move.state.step:
            continue  # it undid a change made here, see the undo tests
        assert back.state.step == before.step, event
        assert engine.spoken(back.state.answers) == engine.spoken(move.state.answers)


@each_opening
def test_the_back_button_is_there_exactly_when_it_works(opening):
    dialog, _, context = opened(opening)
    for state in states(opening):
        refused = Event(press=Control.BACK).on(dialog, state, context).refused
        assert (refused is None) == engine.can_go_back(state)


@each_opening
def test_a_refusal_changes_no_answer(opening):
    for before, event, move in edges(opening):
        if move.refused is not None:
            assert move.state.answers == before.answers, event
            assert (move.state.step, move.state.trail) == (before.step, before.trail)


@pytest.mark.parametrize("opening", [name for name, (dialog, _, _) in OPENINGS.items() if dialog in DIALOGS])
@pytest.mark.parametrize("language", LANGUAGES)
def test_typing_a_buttons_label_does_what_the_button_does(opening, language):
    """So that somebody who types what they read is understood. (Labels of days name it twice: those are pressed.)"""
    dialog, _, context = opened(opening)
    tried = set()
    for state in states(opening):
        reply = shown(dialog, state, context)
        rendered = renderer().render(reply, language=language)
        for button, label in pairs(reply, rendered):
            value = button.data.split(":")[4]
            if (state.step, value) in tried or value[:2] == "20":
                continue
            tried.add((state.step, value))
            pressed = Event(press=value).on(dialog, state, context)
            typed = Event(words=label).on(dialog, state, context)
            assert type(typed.refused) is type(pressed.refused), (state.step, label)
            assert (typed.state, typed.end) == (pressed.state, pressed.end), (state.step, label)
    assert {step for step, _ in tried} <= set(dialog.by_name)
    few = (
        "restore",
        "pass on a door",
        "take-",
        "name-guests",
        "answer-thing",
        "pass-thing-contact",
        "sign up another",
        "add-place",
        "name-place",
        "name-grid",
    )
    few += ("a household", "a grid")
    assert len(tried) > 5 or opening.startswith(few), "there is one button there, and to cancel"


def pairs(reply, rendered):
    for row, labels in zip(reply.buttons, rendered.buttons, strict=True):
        for button, label in zip(row, labels, strict=True):
            if button.data is not None:
                yield button, label.label
