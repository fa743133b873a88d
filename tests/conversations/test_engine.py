"""The engine's own rules, on dialogs made for them."""

from __future__ import annotations

import pytest

from bot.domain.errors import NothingToGoBackTo
from conversations import engine
from conversations.controls import Control, plain, typed
from conversations.engine import Dialog, End
from conversations.questions import Heard
from conversations.steps import Ask, Confirm
from tests.conversations.walking import NOW, PRIVATE, SAMPLE


async def _done(actor, answers, *, uow, now):
    return ()


def begun(dialog, given=None):
    return engine.begin(dialog, given or {}, run=1, language="zh", idle_at=NOW, expires_at=NOW)


def dialog_of(*steps, **more):
    return Dialog("made", version=1, steps=steps, done=_done, **more)


@pytest.mark.parametrize(
    "steps",
    [
        (),
        (Ask("a", "file-ask-words"), Ask("a", "file-ask-words")),
        (Ask("_a", "file-ask-words"),),
        (Ask("a:b", "x-y"),),
    ],
)
def test_a_dialog_whose_steps_have_no_names_of_their_own_is_refused(steps):
    with pytest.raises(ValueError, match="made"):
        dialog_of(*steps)


def test_a_dialog_with_nothing_to_ask_cannot_begin():
    with pytest.raises(ValueError, match="nothing is asked"):
        begun(dialog_of(Ask("a", "file-ask-words"), next=lambda step, answers: None))


def test_without_a_route_one_step_follows_the_other_to_the_end():
    dialog = dialog_of(Ask("a", "file-ask-words"), Ask("b", "file-ask-words"), Confirm("c", "preview-ask"))
    state = begun(dialog)
    for words, trail in (("one", ("a",)), ("two", ("a", "b"))):
        move = engine.hear(dialog, state, Heard(words), PRIVATE)
        state = move.state
        assert (move.end, state.trail) == (None, trail)
    move = engine.hear(dialog, state, Heard("好的"), PRIVATE)
    assert move.end is End.FINISHED
    assert engine.spoken(move.state.answers) == {"a": "one", "b": "two", "c": "yes"}


def test_back_on_the_first_question_is_refused():
    assert isinstance(engine.press(SAMPLE, begun(SAMPLE), Control.BACK, PRIVATE).refused, NothingToGoBackTo)


def test_starting_over_returns_to_what_was_given():
    dialog = dialog_of(Ask("a", "file-ask-words"), Ask("b", "file-ask-words"))
    state = begun(dialog, {"known": [1, 2]})
    state = engine.hear(dialog, state, Heard("one"), PRIVATE).state
    again = engine.press(dialog, state, Control.OVER, PRIVATE).state
    assert (again.step, again.trail, engine.spoken(again.answers)) == ("a", (), {"known": [1, 2]})
    assert not engine.can_start_over(dialog, again)


def test_a_trail_that_goes_in_circles_stays_short():
    dialog = dialog_of(Ask("a", "file-ask-words"), next=lambda step, answers: "a")
    state = begun(dialog)
    for at in range(engine.LONGEST_TRAIL + 9):
        state = engine.hear(dialog, state, Heard(f"word {at}"), PRIVATE).state
    assert len(state.trail) == engine.LONGEST_TRAIL


def test_a_hub_takes_back_change_after_change_until_nothing_is_left():
    def route(step, answers):
        return {None: "a", "a": "hub", "hub": "b", "b": "hub"}[step]

    dialog = dialog_of(
        Ask("a", "file-ask-words"), Ask("b", "file-ask-words"), Ask("hub", "preview-ask"), next=route, hub="hub"
    )
    state = begun(dialog)
    for words in ("first", "go", "one", "go", "two"):
        state = engine.hear(dialog, state, Heard(words), PRIVATE).state
    assert (state.step, state.trail, state.answers["b"]) == ("hub", ("a",), "two")
    state = engine.press(dialog, state, Control.BACK, PRIVATE).state
    assert (state.step, state.answers["b"]) == ("hub", "one")
    state = engine.press(dialog, state, Control.BACK, PRIVATE).state
    assert state.step == "hub"
    assert "b" not in state.answers
    state = engine.press(dialog, state, Control.BACK, PRIVATE).state
    assert (state.step, state.answers["a"]) == ("a", "first")


def test_leaving_when_nothing_waits_is_cancelling():
    assert engine.press(SAMPLE, begun(SAMPLE), Control.LEAVE, PRIVATE).end is End.CANCELLED


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("  取消。", "取消"),
        ("Ｂａｃｋ！", "back"),
        ("✅ Done", "done"),
        ("“跳过”", "跳过"),
        ("that’s all", "that's all"),
        ("", ""),
    ],
)
def test_words_are_compared_without_their_trimmings(words, expected):
    assert plain(words) == expected


def test_a_sentence_that_contains_a_control_is_an_answer():
    assert typed("请取消晚上的广场舞", (Control.CANCEL,)) is None
    assert typed("取消", (Control.CANCEL,)) is Control.CANCEL
    assert typed("取消", (Control.BACK,)) is None
