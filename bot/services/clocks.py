"""A wish's clock as it stands: read anew whenever something happened that bears on it. And moving a promised day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from bot.domain import clocks, triage
from bot.domain.claiming import in_hands_of
from bot.domain.clocks import Events
from bot.domain.course import Step
from bot.domain.deliberations import Form
from bot.domain.notices import WishChanged
from bot.domain.people import Estate
from bot.domain.rights import Act
from bot.domain.triage import Matter, Triage
from bot.domain.wishes import Answer, AnswerKind, State, Wish
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.services import standing


async def triage_of(wish: Wish, uow: UnitOfWork) -> Triage:
    """What somebody chose, else what its words suggest."""
    return await uow.triages.of(wish.id) or triage.of_wish(wish)


async def events_of(wish: Wish, uow: UnitOfWork) -> Events:
    stated = [each.stated_at for each in await uow.statements.of(wish.id)]
    taken = [each.at for each in await uow.course.of(wish.id) if each.step is Step.TAKEN]
    answered = [each.answered_at for each in await uow.answers.of(wish.id)]
    return Events(
        questions=await uow.questions.of(wish.id),
        referrals=await uow.referrals.of(wish.id),
        said=stated,
        acts=[*stated, *taken, *answered],
        argued=[
            (each.opened_at, each.closed_at or each.closes_at)
            for each in await uow.deliberations.of(wish.id)
            if each.form is not Form.COORDINATION  # nobody else sees that one
        ],
    )


async def since(wish: Wish, uow: UnitOfWork) -> datetime:
    """From when on its clock counts."""
    chosen = await triage_of(wish, uow)
    return clocks.began(wish, await uow.course.of(wish.id), demand_since=chosen.demand_since)


async def is_claimed(wish: Wish, uow: UnitOfWork) -> bool:
    """Whether a neighbour or an organisation has it: then the day on it is theirs, and no body's clock runs."""
    claim = await uow.wish_claims.open_of(wish.id)
    return claim is not None and in_hands_of(wish, claim)


async def refresh(wish: Wish, estate: Estate | None, *, uow: UnitOfWork) -> Wish:
    """Store the day by which something is due now. `wish`: locked, as it is stored. Returns it with that day."""
    if wish.state not in clocks.RUNS_IN or estate is None or await is_claimed(wish, uow):
        return wish
    due: date | None = None
    if (await triage_of(wish, uow)).matter is Matter.DEMAND:
        due = clocks.due(wish, await since(wish, uow), await events_of(wish, uow), estate)
    if due == wish.next_date:
        return wish
    wish = replace(wish, next_date=due)
    await uow.wishes.save(wish)
    await uow.outbox.put(WishChanged(wish.id))
    return wish


async def first_day(wish: Wish, estate: Estate, *, uow: UnitOfWork, now: datetime) -> date | None:
    """By when something is due for a wish that comes back now; None where no clock runs."""
    if (await triage_of(wish, uow)).matter is not Matter.DEMAND:
        return None
    return clocks.due(wish, now, Events(), estate)


# ---- moving a promised day ------------------------------------------------------------------------------------------


async def check_promise(
    wish: Wish, held: Sequence[Answer], *, to: date, words: str, today: date, uow: UnitOfWork
) -> None:
    """Let a promise be given, or moved; or refuse. `held`: answers that are not out yet, oldest first.

    Raises:
        MovedAlready, TooLateToMove, ReasonToMove: see `clocks.check_move`.
    """
    promised = clocks.promised(await uow.course.of(wish.id)) if wish.state is State.PROMISED else None
    for each in held:
        if each.kind is AnswerKind.PROMISE and each.due_on is not None:
            promised = promised.then(each.due_on) if promised else clocks.Promised(each.due_on)
        else:
            promised = None
    clocks.check_move(promised, to=to, words=words, number=wish.number, today=today)


async def wish_to_move(*, actor: Actor, wish_id: int, uow: UnitOfWork, now: datetime) -> Wish:
    """The wish, before it is asked to which day.

    Raises:
        NothingToMove, MovedAlready, TooLateToMove: see `clocks.check_may_move`.
        WishGone, NotAllowed: see `standing.wish_to_read`.
    """
    wish = await standing.wish_to_read(wish_id, actor, Act.ANSWER_WISH, uow)
    estate = standing.estate_of(wish.estate_key, actor)
    promised = clocks.promised(await uow.course.of(wish.id)) if wish.state is State.PROMISED else None
    clocks.check_may_move(promised, number=wish.number, today=estate.local(now).date())
    return wish


async def moved_from(wish: Wish, uow: UnitOfWork) -> date | None:
    """The day that was promised before it was moved."""
    if wish.state is not State.PROMISED:
        return None
    promised = clocks.promised(await uow.course.of(wish.id))
    return promised.moved_from if promised else None
