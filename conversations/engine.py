"""Where a dialog goes from what was said or pressed. Pure: a state in, a move out; time is not its matter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

from bot.domain.errors import CannotSkip, NothingToGoBackTo, Refused, VoiceNotTaken
from bot.messages import Actor, Line, Say
from bot.ports import DialogState, UnitOfWork
from conversations.controls import ANYWHERE, Control, typed
from conversations.questions import Answers, Context, Heard, Heed, Step

LONGEST_TRAIL = 50
MOST_UNDOS = 20
_GIVEN, _UNDO = "_given", "_undo"
_KEPT_ALWAYS = "_zone"


class Done(Protocol):
    """What the answers are for: one service call, and what to say. A Refused leaves the dialog open."""

    async def __call__(
        self, actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime
    ) -> Say | tuple[Say, ...]: ...


class LookUp(Protocol):
    """What the step about to be shown should know besides what was said, as entries beginning with `_`.

    Awaited before the dialog's hub is shown; the answers it returns take the place of the old ones.
    """

    async def __call__(self, actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Answers: ...


Next = Callable[[str | None, Answers], str | None]
"""Step just answered (None: none yet) and answers -> the next step's name, None at the end."""


def _as_they_stand(answers: Answers) -> Answers:
    return answers


@dataclass(frozen=True, slots=True)
class Dialog:
    """A dialog as data. `version` grows when a step changes its meaning: buttons shown before then are stale."""

    name: str
    version: int
    steps: tuple[Step, ...]
    done: Done
    next: Next | None = None  #: None: one step after the other
    hub: str | None = None  #: the step that changes return to, as a preview; `back` there undoes the last change
    look_up: LookUp | None = None  #: before the hub is shown
    on_start_over: Callable[[Answers], Answers] = _as_they_stand  #: what is left of what was given
    aside: bool = False  #: in a group it concerns nobody but this person: said to them alone where that can be done
    by_name: Mapping[str, Step] = field(init=False)

    def __post_init__(self) -> None:
        by_name = {step.name: step for step in self.steps}
        if len(by_name) != len(self.steps) or not by_name:
            raise ValueError(f"{self.name}: a dialog has steps, each with a name of its own")
        if any(name.startswith("_") or ":" in name for name in by_name):
            raise ValueError(f"{self.name}: no step's name begins with _ or holds a colon")
        object.__setattr__(self, "by_name", by_name)

    def after(self, step: str | None, answers: Answers) -> str | None:
        if self.next is not None:
            return self.next(step, answers)
        names = [each.name for each in self.steps]
        at = 0 if step is None else names.index(step) + 1
        return names[at] if at < len(names) else None

    def first(self, answers: Answers) -> str:
        name = self.after(None, answers)
        if name is None:
            raise ValueError(f"{self.name}: nothing is asked")
        return name


async def looked_up(dialog: Dialog, state: DialogState, actor: Actor, *, uow: UnitOfWork, now: datetime) -> DialogState:
    """The state with what its hub should know; any other step's as it is."""
    if dialog.look_up is None or state.step != dialog.hub:
        return state
    return replace(state, answers=await dialog.look_up(actor, state.answers, uow=uow, now=now))


class End(StrEnum):
    FINISHED = "finished"  #: all is answered: `done` is due
    CANCELLED = "cancelled"
    LEFT = "left"  #: for the command that came in the middle


@dataclass(frozen=True, slots=True)
class Move:
    """The state after an event. With `refused` the same question stands, and nothing said before is lost."""

    state: DialogState
    end: End | None = None
    refused: Refused | None = None
    notes: tuple[Line, ...] = ()
    quiet: bool = False


def begin(
    dialog: Dialog, given: Answers, *, run: int, language: str, idle_at: datetime, expires_at: datetime
) -> DialogState:
    """The state at the first question. `given` are answers known from elsewhere, JSON values."""
    answers = {**given, _GIVEN: dict(given)}
    return DialogState(
        run=run,
        dialog=dialog.name,
        version=dialog.version,
        step=dialog.first(answers),
        answers=answers,
        trail=(),
        language=language,
        idle_at=idle_at,
        expires_at=expires_at,
    )


def adopted(dialog: Dialog, state: DialogState) -> DialogState:
    """A state left behind by an earlier version goes on at the first question; its answers stay, to be kept."""
    if state.version == dialog.version and state.step in dialog.by_name:
        return state
    return replace(state, version=dialog.version, step=dialog.first(state.answers), trail=())


def spoken(answers: Answers) -> dict[str, Any]:
    """The answers without the engine's own entries."""
    return {name: value for name, value in answers.items() if not name.startswith("_")}


def takes_photo(dialog: Dialog, state: DialogState) -> bool:
    return dialog.by_name[state.step].takes_photo(state.answers)


def takes_voice(dialog: Dialog, state: DialogState) -> bool:
    return dialog.by_name[state.step].takes_voice(state.answers)


def takes_document(dialog: Dialog, state: DialogState) -> bool:
    return dialog.by_name[state.step].takes_document(state.answers)


def hear(dialog: Dialog, state: DialogState, heard: Heard, context: Context) -> Move:
    """What words, a photo or a voice note do. Typed controls count as their buttons."""
    if heard.spoken and heard.voice is None:
        return Move(replace(state, pending=None), refused=VoiceNotTaken())
    if not heard.pictured and not heard.spoken and heard.document is None:
        asked = (Control.STAY, Control.LEAVE) if state.pending else ()
        control = typed(heard.words, (*asked, *ANYWHERE))
        if control is not None:
            return _control(dialog, state, control)
    state = replace(state, pending=None)
    try:
        return _heeded(dialog, state, dialog.by_name[state.step].hear(heard, state.answers, context))
    except Refused as refused:
        return Move(state, refused=refused)


def press(dialog: Dialog, state: DialogState, value: str, context: Context) -> Move:
    """What a button of the current question does."""
    if value in (*ANYWHERE, Control.STAY, Control.LEAVE):
        return _control(dialog, state, Control(value))
    state = replace(state, pending=None)
    try:
        return _heeded(dialog, state, dialog.by_name[state.step].press(value, state.answers, context))
    except Refused as refused:
        return Move(state, refused=refused)


def _control(dialog: Dialog, state: DialogState, control: Control) -> Move:
    if control is Control.LEAVE and state.pending:
        return Move(state, end=End.LEFT)
    state = replace(state, pending=None)
    match control:
        case Control.CANCEL | Control.LEAVE:
            return Move(state, end=End.CANCELLED)
        case Control.BACK:
            return _back(state)
        case Control.SKIP:
            return _skip(dialog, state)
        case Control.OVER:
            return Move(started_over(dialog, state))
    return Move(state)


def _skip(dialog: Dialog, state: DialogState) -> Move:
    step = dialog.by_name[state.step]
    if not step.may_be_skipped(state.answers):
        return Move(state, refused=CannotSkip())
    return _heeded(dialog, state, Heed(step.skipped(state.answers)))


def _back(state: DialogState) -> Move:
    undos = list(state.answers.get(_UNDO, ()))
    if undos and undos[-1]["step"] == state.step:
        answers = {name: value for name, value in state.answers.items() if name not in undos[-1]["drop"]}
        answers |= undos[-1]["old"]
        return Move(replace(state, answers={**answers, _UNDO: undos[:-1]}), notes=(Line("dialog-undone"),))
    if not state.trail:
        return Move(state, refused=NothingToGoBackTo())
    return Move(replace(state, step=state.trail[-1], trail=state.trail[:-1]))


def started_over(dialog: Dialog, state: DialogState) -> DialogState:
    given: dict[str, Any] = dict(state.answers.get(_GIVEN, {}))
    answers = {**dialog.on_start_over(given), _GIVEN: given}
    if _KEPT_ALWAYS in state.answers:
        answers[_KEPT_ALWAYS] = state.answers[_KEPT_ALWAYS]
    return replace(state, answers=answers, step=dialog.first(answers), trail=(), pending=None)


def can_go_back(state: DialogState) -> bool:
    undos = state.answers.get(_UNDO, ())
    return bool(state.trail) or bool(undos and undos[-1]["step"] == state.step)


def can_start_over(dialog: Dialog, state: DialogState) -> bool:
    """There is something to start over from."""
    begun = started_over(dialog, state)
    return begun.step != state.step or spoken(begun.answers) != spoken(state.answers)


def _heeded(dialog: Dialog, state: DialogState, heed: Heed) -> Move:
    if heed.stays:
        answers = _with_undo(state, heed.answers, at=state.step) if heed.undoable else heed.answers
        return Move(replace(state, answers=answers), notes=heed.notes, quiet=heed.quiet)
    following = dialog.after(state.step, heed.answers)
    if following is None:
        return Move(replace(state, answers=heed.answers), end=End.FINISHED, notes=heed.notes)
    if following == dialog.hub and following in state.trail:
        answers = _with_undo(state, heed.answers, at=following)
        trail = state.trail[: state.trail.index(following)]
    else:
        answers, trail = heed.answers, (*state.trail, state.step)[-LONGEST_TRAIL:]
    return Move(replace(state, answers=answers, step=following, trail=trail), notes=heed.notes)


def _with_undo(state: DialogState, answers: Answers, *, at: str) -> Answers:
    """The new answers, with what `back` at the step `at` needs to restore the old ones."""
    before, after = spoken(state.answers), spoken(answers)
    old = {name: value for name, value in before.items() if after.get(name, ...) != value}
    drop = [name for name in after if name not in before]
    if not old and not drop:
        return answers
    undos = [*state.answers.get(_UNDO, ()), {"step": at, "old": old, "drop": drop}]
    return {**answers, _UNDO: undos[-MOST_UNDOS:]}
