"""What can be pressed under a wish: in the group by neighbours, in the staff chat by staff."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain import takedowns
from bot.domain.buttons import data
from bot.domain.referrals import Referral
from bot.domain.takedowns import Step, TakedownStep
from bot.domain.wishes import Answer, Display, State, Wish
from bot.messages import Button
from bot.services import card_lines


def card_buttons(wish: Wish, last: Answer | None) -> tuple[tuple[Button, ...], ...]:
    """In the last row, beside what most people press there: [something is wrong]."""
    report = Button("button-report", data("report", wish.id))
    if wish.state is State.DONE:
        return ((Button("button-thanks", data("thanks", last.id)), report),) if last else ((report,),)
    follow = (Button("button-join", data("join", wish.id)), Button("button-support", data("support", wish.id)))
    if wish.has_ended:
        return (follow, (report,))
    differ = Button("button-differ", data("differ", wish.id))
    return (follow, (Button("button-help-with", data("help", wish.id)), report), (differ,))


def desk_buttons(
    wish: Wish, last_step: TakedownStep | None = None, passed_on: Sequence[Referral] = ()
) -> tuple[tuple[Button, ...], ...]:
    answer = Button("button-answer", data("answer", wish.id))
    more = Button("button-more", data("more", wish.id))
    if takedowns.waits_for_ruling(wish, last_step):
        return (ruling_buttons(wish), (more,))
    if wish.display is not Display.SHOWN or wish.state is State.WITHDRAWN:
        return ((more,),)
    if wish.has_ended:
        return ((answer, more),)
    take = (Button("button-take", data("take", wish.id)),) if wish.taken_by is None else ()
    return ((*take, answer, *card_lines.refer_button(wish, passed_on)), (more,))


def ruling_buttons(wish: Wish) -> tuple[Button, ...]:
    """Back into sight, or not. A removal that is contested is upheld rather than made again."""
    restore = Button("button-restore", data("rule", Step.RESTORED, wish.id))
    if wish.display is Display.REMOVED:
        return (restore, Button("button-uphold", data("rule", Step.UPHELD, wish.id)))
    return (restore, Button("button-take-down", data("rule", Step.REMOVED, wish.id)))
