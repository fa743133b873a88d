"""Whatever people say and press, in whatever order: no exception, always a prompt or an end, no answer lost."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.errors import NothingOpen
from bot.domain.wishes import Display
from bot.messages import Reply
from conversations import engine
from conversations.controls import Control
from conversations.engine import End
from tests.conversations.fakes import BUILDING, PRIVATE, STAFF, FakeUnitOfWork, Talker
from tests.conversations.walking import OPENINGS, QUESTION, TABLE, TYPED, WISH, Event, opened, values

WORDS = st.one_of(st.sampled_from(TYPED), st.text(max_size=40))
PHOTO = st.sampled_from([None, None, None, "p1", "p2", "p3", "p4", "p5", "p6"])
SAID = st.builds(Event, words=WORDS, photo=PHOTO)
PRESSED = st.integers(min_value=0, max_value=30)  #: the how-many-eth button
FORGED = st.builds(Event, press=st.one_of(st.sampled_from([*Control, "yes", "no", "2026-13-01"]), st.text(max_size=9)))


@settings(max_examples=150, deadline=None)
@given(
    opening=st.sampled_from(sorted(OPENINGS)), events=st.lists(st.one_of(SAID, PRESSED, PRESSED, FORGED), max_size=25)
)
def test_the_engine_takes_any_sequence(opening, events):
    dialog, state, context = opened(opening)
    for event in events:
        if isinstance(event, int):
            offered = values(dialog, state, context)
            event = Event(press=offered[event % len(offered)])
        before, move = state, event.on(dialog, state, context)
        if move.end is End.CANCELLED or move.end is End.FINISHED:
            return
        state = move.state
        assert state.step in dialog.by_name
        assert dialog.by_name[state.step].lines(state.answers, context)
        assert len(state.trail) <= engine.LONGEST_TRAIL
        assert_nothing_lost(dialog, before, event, move)


def assert_nothing_lost(dialog, before, event, move):
    """Only the question itself, starting over and undoing touch an answer."""
    old, new = engine.spoken(before.answers), engine.spoken(move.state.answers)
    changed = {name for name in old.keys() | new.keys() if old.get(name, ...) != new.get(name, ...)}
    if move.refused is not None:
        assert not changed
    if move.state.trail == () and new == engine.spoken(engine.started_over(dialog, before).answers):
        return
    if any(note.key == "dialog-undone" for note in move.notes):
        return
    assert changed <= {before.step} | COMES_ALONG.get(before.step, set()), event


#: What the answer to a question settles besides itself.
COMES_ALONG = {
    "preview": {"words", "photo"},
    # a ready sentence, and what its blanks are; what is told many, with photos, or by a template
    "words": {"photo", "rather_not", "template", "filled", "files", "use_template"},
    "template": {"words", "filled", "use_template"},
    "blanks": {"words", "template", "filled"},
    "other": {"words"},
    "change": {"words", "photo", "voice"},
    "day": {"time"},  # said along with it
    "look": {"photo"},  # a button there takes the picture off
    "faces": {"photo", "photo_seen", "preview"},
    "confirm": {"photos", "ask_read", "emergency"},
    "who": {"firm"},  # in whose name somebody claims
}


DISPLAYS = {"rule-on-wish": Display.CHECKING, "contest-removal": Display.REMOVED}  #: what these are about
WAITS = st.sampled_from([timedelta(minutes=5), timedelta(hours=2), timedelta(days=2)])
TALK = st.lists(
    st.one_of(
        st.tuples(st.just("says"), WORDS, PHOTO),
        st.tuples(st.just("presses"), PRESSED),
        st.tuples(st.just("presses old"), st.integers(0, 200)),
        st.tuples(st.just("commands"), st.sampled_from(["wishes", "want"])),
        st.tuples(st.just("cancels")),
        st.tuples(st.just("waits"), WAITS),
    ),
    max_size=20,
)


#: What these do at their end needs more than the fakes hold; the stories walk them to it, with the real store.
END_ELSEWHERE = frozenset(
    {
        *("add-to-verdict", "contribute", "answer-question", "write-minutes"),
        *("open-project", "move-project", "reschedule-project", "project-money", "put-milestone", "link-wishes"),
        "drop-milestone",
        *("file-quarrel", "quarrel-view", "quarrel-time", "quarrel-end"),
        *("report-progress", "report-days", "accept-project", "object-to-project", "name-residents"),
        *("list-service", "take-service-off", "ask-service", "answer-service", "list-phone", "take-phone-off"),
        *("tell-many", "correct-broadcast", "move-planned", "keep-template"),
        *("add-place", "name-place", "name-grid"),
        *("publish-entry", "correct-entry", "ask-of-entry", "answer-of-entry"),
        *("open-signup", "change-signup", "cancel-signup", "sign-up-other", "name-guests"),
        *("post-thing", "answer-thing", "pass-thing-contact", "take-down-thing"),
        *("open-poll", "cancel-poll", "state-on-poll"),
        *("give-role", "take-role"),
        *("make-item", "change-item", "item-wishes", "drop-item", "year-list", "plan-review"),
    }
)
RUN = sorted(opening for opening, (name, *_) in OPENINGS.items() if name not in END_ELSEWHERE)


@settings(max_examples=120, deadline=None)
@given(opening=st.sampled_from([opening for opening in RUN if opening != "answer, in private"]), events=TALK)
def test_the_runner_takes_any_sequence(opening, events):
    asyncio.run(_talk(opening, events))


async def _talk(opening, events):
    name, given_answers, context = OPENINGS[opening]
    chat = PRIVATE if context.private else (STAFF if name == "answer-wish" else BUILDING)
    uow = FakeUnitOfWork()
    uow.wishes.rows[WISH.id] = replace(WISH, display=DISPLAYS.get(name, Display.SHOWN))
    uow.questions.rows[QUESTION.id] = QUESTION
    talker = Talker(uow, chat=chat, table=TABLE)
    await talker.begins(name, given=given_answers)
    for what, *details in events:
        buttons = [b.data for row in talker.prompt.buttons for b in row if b.data and b.data.startswith("d:")]
        old = [
            b.data for reply in talker.shown for row in reply.buttons for b in row if (b.data or "").startswith("d:")
        ]
        match what:
            case "says" if talker.state is not None:
                await talker.says_words(*details)
            case "presses" if buttons:
                await talker.presses_data(buttons[details[0] % len(buttons)])
            case "presses old" if old:
                await talker.presses_data(old[details[0] % len(old)])
            case "commands" if talker.state is not None:
                await talker.commands(*details)
                assert talker.state.pending
            case "cancels":
                was_open = talker.state is not None
                try:
                    await talker.cancels()
                except NothingOpen:
                    assert not was_open
                assert talker.state is None
                if not was_open:
                    continue
            case "waits":
                await talker.waits(*details)
                assert await talker.waits(timedelta(0)) == 0, "what was due is due once"
                continue
            case _:
                continue
        assert talker.says or talker.run
        if talker.state is None:
            assert not any(isinstance(say, Reply) and say.ask for say in talker.says)
        assert len(uow.wishes.rows) <= 2, "one dialog files one wish at most"


def dialog_buttons(reply):
    return [button.data for row in reply.buttons for button in row if (button.data or "").startswith("d:")]
