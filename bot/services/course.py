"""Every step that a wish takes goes through here: checked by the table, and kept with who took it and when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime

from bot.domain import course, errors
from bot.domain.buttons import data
from bot.domain.course import CourseStep, Step
from bot.domain.notices import WishCameBack
from bot.domain.people import Body, Estate, Purpose, Speaker
from bot.domain.wishes import Wish
from bot.messages import Button, Reply, line
from bot.ports import UnitOfWork
from bot.services import announcing, cards, claim_ends, clocks, plan_following

MOST_AT_ONCE = 20


async def move(
    before: Wish,
    after: Wish,
    step: Step,
    *,
    uow: UnitOfWork,
    now: datetime,
    speaker: Speaker | None = None,
    answer_id: int | None = None,
) -> Wish:
    """Store the wish as it is after the step, and that it took it. Returns `after`, out of the hands of a
    neighbour whose claim ends with it.

    `speaker`: of a step of the staff. `answer_id`: the answer that says why.

    Raises:
        StepNotNow: the table does not lead there.
    """
    rule = course.check(step, before, after)
    after = await claim_ends.settle(step, after, uow=uow, now=now)
    await uow.wishes.save(after)
    await uow.course.add(
        CourseStep(
            wish_id=after.id,
            step=step,
            state=after.state,
            mover=rule.mover,
            at=now,
            speaker=speaker if rule.mover is course.Mover.STAFF else None,
            answer_id=answer_id,
            next_date=after.next_date,
        )
    )
    if after.state is not before.state:
        await plan_following.follow((after.id,), uow=uow, now=now)
    return after


async def note_class(wish: Wish, detail: str, *, speaker: Speaker, uow: UnitOfWork, now: datetime) -> None:
    """Keep who classed the wish, when, and as what; where it stands is not changed by it.

    Raises:
        StepNotNow: it has ended.
    """
    rule = course.check(Step.CLASSED, wish, wish)
    await uow.course.add(
        CourseStep(wish.id, Step.CLASSED, wish.state, rule.mover, now, speaker, detail=detail, next_date=wish.next_date)
    )


async def in_whose_hands(wish: Wish, *, uow: UnitOfWork) -> Speaker:
    """Who took the wish, in whose name; nobody knows the body of a time before steps were kept."""
    taken = [each.speaker for each in await uow.course.of(wish.id) if each.step is Step.TAKEN and each.speaker]
    return taken[-1] if taken else Speaker(0, wish.taken_by_name or "", Body.MODERATOR)


def due_at(day: date, estate: Estate) -> datetime:
    """When the staff of the estate get that day's list; UTC."""
    return datetime.combine(day, estate.list_at, tzinfo=estate.time_zone).astimezone(UTC)


def day_begun(estate: Estate, now: datetime) -> date:
    """The last day whose list its staff should have."""
    local = estate.local(now)
    return local.date() if local.time() >= estate.list_at else date.fromordinal(local.toordinal() - 1)


async def next_due(estates: Mapping[str, Estate], *, uow: UnitOfWork) -> datetime | None:
    """When the first wish comes back that was put off."""
    days = [(await uow.course.next_later(estate.key), estate) for estate in estates.values()]
    return min((due_at(day, estate) for day, estate in days if day is not None), default=None)


async def any_due(estates: Mapping[str, Estate], *, uow: UnitOfWork, now: datetime) -> bool:
    moment = await next_due(estates, uow=uow)
    return moment is not None and moment <= now


def _back_at_the_desk(wish: Wish) -> Reply:
    buttons = (Button("button-answer", data("answer", wish.id)), Button("button-more", data("more", wish.id)))
    return Reply((line("desk-came-back", number=str(wish.number), wish=cards.words_of(wish)),), buttons=(buttons,))


async def bring_back(estates: Mapping[str, Estate], *, uow: UnitOfWork, now: datetime) -> int:
    """Wishes that were put off until today are open again, due for an answer as if filed today. Returns how many."""
    back = 0
    for estate in estates.values():
        for found in await uow.course.later_due(estate.key, today=day_begun(estate, now), limit=MOST_AT_ONCE):
            wish = await uow.wishes.lock(found.id)
            try:
                open_again = course.came_back(wish, answer_due=await clocks.first_day(wish, estate, uow=uow, now=now))
            except errors.StepNotNow:  # answered by another process while this one waited for the wish
                continue
            await move(wish, open_again, Step.CAME_BACK, uow=uow, now=now)
            await uow.outbox.put(WishCameBack(wish.id))
            await announcing.tell_all(Purpose.STAFF, _back_at_the_desk(wish), estate=estate, uow=uow)
            back += 1
    return back
