"""The author's buttons on their own wish: change, add, withdraw, undo. In private alone."""

from __future__ import annotations

from datetime import datetime

import msgspec

from bot.domain import amendments, stand_in
from bot.domain.amendments import MOST_ADDITIONS
from bot.domain.buttons import data, number
from bot.domain.house import House
from bot.domain.takedowns import Step
from bot.domain.wishes import Display, State, Visibility, Wish
from bot.messages import Button, Line, Press, Reply, Say, Term, Toast, line
from bot.ports import UnitOfWork
from bot.services import amending, cards, claim_lines, verdict_lines
from bot.services.cards import Standing
from conversations import add_to_wish, edit_wish, talk, withdraw_wish


async def on_edit(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    wish = await amending.wish_to_edit(actor=press.actor, wish_id=number(press.args, 0), uow=uow, now=now)
    return await talk.begin(
        edit_wish.EDIT_WISH,
        press.actor,
        given=edit_wish.given(wish),
        uow=uow,
        now=now,
        message_id=None,
        pace=house.pace,
    )


async def on_add(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    wish = await amending.wish_to_add_to(actor=press.actor, wish_id=number(press.args, 0), uow=uow)
    return await talk.begin(
        add_to_wish.ADD_TO_WISH,
        press.actor,
        given=add_to_wish.given(wish),
        uow=uow,
        now=now,
        message_id=None,
        pace=house.pace,
    )


async def on_withdraw(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    wish = await amending.wish_to_withdraw(actor=press.actor, wish_id=number(press.args, 0), uow=uow)
    return await talk.begin(
        withdraw_wish.WITHDRAW_WISH,
        press.actor,
        given=withdraw_wish.given(wish),
        uow=uow,
        now=now,
        message_id=None,
        pace=house.pace,
    )


async def on_unwithdraw(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    wish = await amending.take_back_withdrawal(actor=press.actor, wish_id=number(press.args, 0), uow=uow, now=now)
    back = line("unwithdrawn", number=str(wish.number))
    return (Toast("noted"), Reply((back,), edits=press.message_id))


def own_view(wish: Wish, standing: Standing, *, now: datetime) -> Reply:
    """Their wish as its author sees it in private: whole, with where it stands, and what they can do with it."""
    lines: list[Line] = [*cards.whole_card(wish, standing).lines]
    if not wish.is_public and (wish.has_card or wish.state is State.WITHDRAWN):
        lines += cards.hidden_lines(wish, standing)[-1:]
    lines += cards.filed_for_lines(wish, standing.filed_for) or (line("wish-yours"),)
    if wish.visibility is not Visibility.PUBLIC:
        lines.append(line("desk-visibility", visibility=Term(f"visibility-{wish.visibility}")))
    if wish.waits_for_words and wish.visibility is not Visibility.COMMITTEE:
        lines.append(line("wish-voice-waits"))
    said, asked = claim_lines.wisher_view(standing.claim, wish, standing.filed_for)
    lines += said
    photos = (wish.photo,) if wish.photo and wish.photo != stand_in.KEY else ()
    buttons = (*asked, *verdict_lines.private_rows(standing.verdict, wish), *own_buttons(wish, standing, now=now))
    return Reply(tuple(lines), buttons=buttons, photos=photos)


def with_own_buttons(card: Reply, wish: Wish, standing: Standing, *, now: datetime) -> Reply:
    """The staff's card, for somebody who answers wishes and filed this one."""
    said, asked = claim_lines.wisher_view(standing.claim, wish, standing.filed_for)
    own = (*asked, *own_buttons(wish, standing, now=now))
    return msgspec.structs.replace(card, lines=(*card.lines, *said), buttons=(*card.buttons, *own))


def own_buttons(wish: Wish, standing: Standing, *, now: datetime) -> tuple[tuple[Button, ...], ...]:
    """Only what would work: change or add, withdraw; a contest of what was taken down; undo of a withdrawal."""
    if wish.display is Display.REMOVED:
        contestable = standing.last_step is None or standing.last_step.step not in (Step.CONTESTED, Step.UPHELD)
        return ((Button("button-contest", data("contest", wish.id)),),) if contestable else ()
    if wish.state is State.WITHDRAWN:
        undoable = standing.withdrawal and now - standing.withdrawal.withdrawn_at < amendments.UNDOABLE_FOR
        return ((Button("button-unwithdraw", data("unwithdraw", wish.id)),),) if undoable else ()
    row: list[Button] = []
    counts = standing.counts
    followed = bool(counts.joined or counts.supported or counts.helping)
    if amendments.may_edit(wish, followed=followed, now=now):
        row.append(Button("button-change", data("edit", wish.id)))
    elif wish.display is Display.SHOWN and len(standing.additions) < MOST_ADDITIONS:
        row.append(Button("button-add", data("add", wish.id)))
    if not wish.has_ended:
        row.append(Button("button-withdraw", data("withdraw", wish.id)))
    same = () if wish.has_ended else ((Button("button-same", data("same", wish.id)),),)
    return (tuple(row), *same) if row else same
