"""How a question looks, in private and in a group: its lines, its buttons, the controls in a row of their own below."""

from __future__ import annotations

from bot.domain import buttons
from bot.domain.people import Chat
from bot.domain.whispers import UNSEEN
from bot.messages import Button, Line, Reply
from bot.ports import DialogState
from conversations import engine
from conversations.controls import LABELS, Control
from conversations.engine import Dialog
from conversations.questions import Choice, Context

ROUTE = "d"


def slot(context: Context) -> str:
    """The prompt's slot: one a person, so that two dialogs in a group do not edit each other."""
    return "dialog" if context.private else slot_in_group(context.person_id)


def slot_in_group(person_id: int) -> str:
    return f"dialog-{person_id}"


def link_on(chat: Chat) -> str | None:
    """Deep-link payload by which a dialog of this building's group goes on in private; None: it has no links."""
    return None if chat.private or chat.link_code is None else f"on-{chat.link_code}"


def button(choice: Choice, state: DialogState, context: Context) -> Button:
    """`d:run:version:step:value`; in a group the person's id follows, since others can press there too."""
    if choice.start is not None:
        return Button(choice.key, start=choice.start, args=dict(choice.args))
    owner = () if context.private else (context.person_id,)
    data = buttons.data(ROUTE, state.run, state.version, state.step, choice.value, *owner)
    return Button(choice.key, data=data, args=dict(choice.args))


def question(
    dialog: Dialog,
    state: DialogState,
    context: Context,
    *,
    notes: tuple[Line, ...] = (),
    fresh: bool,
) -> Reply:
    """The current question. `fresh`: as a new message below, not as an edit of the one above."""
    step = dialog.by_name[state.step]
    lines = (*notes, *step.lines(state.answers, context))
    # What the bot alone saw names no message to aim at; a dialog that is held before all names the person instead.
    unseen = state.asked_message_id == UNSEEN and not dialog.aside
    aimed = not context.private and state.asked_message_id is not None and not unseen
    if not context.private and not aimed:
        lines = (Line("dialog-for", {"name": context.name}), *lines)
    if not context.private and step.is_typed(state.answers) and not step.leads_away(context):
        lines = (*lines, *_hints(dialog, state))
        if aimed:
            # Telegram takes either an input field or buttons: here the controls are typed, as the hint says.
            return Reply(lines, answers=state.asked_message_id or None, ask=True, placeholder=step.placeholder)
    return Reply(
        lines,
        buttons=_keyboard(dialog, state, context),
        slot=slot(context),
        fresh=fresh,
        answers=None if context.private else state.asked_message_id or None,  # `UNSEEN` names nothing
        silent=not context.private,
    )


def answered(dialog: Dialog, step: str, state: DialogState, context: Context) -> Reply:
    """A question that was answered by a press, without its buttons."""
    lines = dialog.by_name[step].lines(state.answers, context)
    return Reply(lines, slot=slot(context), silent=True)


def leaving(state: DialogState, command: str, context: Context) -> Reply:
    """Whether to leave the dialog for the command that came in the middle."""
    row = tuple(button(Choice(control, LABELS[control]), state, context) for control in (Control.STAY, Control.LEAVE))
    return Reply(
        (Line("dialog-leave-ask", {"command": command}),),
        buttons=(row,),
        slot=slot(context),
        fresh=True,
        answers=None if context.private else state.asked_message_id or None,
        silent=not context.private,
    )


def _hints(dialog: Dialog, state: DialogState) -> tuple[Line, ...]:
    hints = [Line("dialog-hint-reply")]
    if dialog.by_name[state.step].may_be_skipped(state.answers):
        hints.append(Line("dialog-hint-skip"))
    return tuple(hints)


def _keyboard(dialog: Dialog, state: DialogState, context: Context) -> tuple[tuple[Button, ...], ...]:
    rows = dialog.by_name[state.step].rows(state.answers, context)
    return tuple(
        tuple(button(choice, state, context) for choice in row) for row in (*rows, controls(dialog, state)) if row
    )


def controls(dialog: Dialog, state: DialogState) -> tuple[Choice, ...]:
    """Only what can be done here, so that the row stays short."""
    possible = (
        (Control.BACK, engine.can_go_back(state)),
        (Control.SKIP, dialog.by_name[state.step].offers_skip(state.answers)),
        (Control.OVER, engine.can_start_over(dialog, state)),
        (Control.CANCEL, True),
    )
    return tuple(Choice(control, LABELS[control]) for control, can in possible if can)
