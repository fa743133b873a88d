"""Class, levels and category of a wish, changed with one press; what is not a demand has no clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain import categories, errors, triage
from bot.domain.categories import OwnCategory
from bot.domain.notices import WishChanged
from bot.domain.rights import Act
from bot.domain.triage import Level, Matter, Triage
from bot.domain.wishes import Category, Wish
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.services import answers, clocks, course, standing

MATTER, LEVEL, CATEGORY = "matter", "level", "category"


async def to_triage(*, actor: Actor, wish_id: int, uow: UnitOfWork) -> tuple[Wish, Triage, tuple[OwnCategory, ...]]:
    """The wish, how it is classed now, and the categories it may have.

    Raises:
        OnlyInPrivate: in a building's group, where neighbours would read along.
        WishClosed: it has ended, and nothing depends on it any more.
        WishGone, NotAllowed: see `standing.wish_to_read`.
    """
    standing.require_away_from_neighbours(actor)
    wish = await standing.wish_to_read(wish_id, actor, Act.ANSWER_WISH, uow)
    _check_open(wish)
    offered = categories.of(standing.estate_of(wish.estate_key, actor))
    return wish, await clocks.triage_of(wish, uow), offered


async def choose(
    *, actor: Actor, wish_id: int, what: str, value: str, uow: UnitOfWork, now: datetime
) -> tuple[Wish, Triage, tuple[OwnCategory, ...]]:
    """One press: a class, a level on or off, or a category.

    Raises:
        LastLevel: see `triage.toggled`.
        UnknownButton: a forged one, or a category that is not offered any more.
        OnlyInPrivate, WishGone, NotAllowed: see `to_triage`.
    """
    standing.require_away_from_neighbours(actor)
    wish = await standing.wish_to_change(wish_id, actor, Act.ANSWER_WISH, uow)
    _check_open(wish)
    estate = standing.estate_of(wish.estate_key, actor)
    offered, before = categories.of(estate), await clocks.triage_of(wish, uow)
    chosen, was = before, wish.category
    if what == CATEGORY:
        wish = await _recategorized(wish, value, offered, chosen, uow=uow)
    else:
        chosen = _chosen(wish, chosen, what, value, now=now)
        await uow.triages.save(wish.id, chosen)
    detail = None if (before, was) == (chosen, wish.category) else _detail(what, value, chosen)
    wish = await clocks.refresh(wish, estate, uow=uow)
    if detail is not None:
        await course.note_class(wish, detail, speaker=answers.speaker_for(actor, wish), uow=uow, now=now)
    await uow.outbox.put(WishChanged(wish.id))
    return wish, chosen, offered


def _detail(what: str, value: str, chosen: Triage) -> str:
    """As `CourseStep.detail`: the name of the class, with a sign before it where a level was taken off."""
    off = what == LEVEL and Level(value) not in chosen.levels
    return f"{'-' if off else ''}{what}-{value}"


def _check_open(wish: Wish) -> None:
    if wish.has_ended:
        raise errors.WishClosed(number=str(wish.number))


def _chosen(wish: Wish, chosen: Triage, what: str, value: str, *, now: datetime) -> Triage:
    try:
        if what == MATTER:
            return triage.with_matter(chosen, Matter(value), filed_at=wish.filed_at, now=now)
        if what == LEVEL:
            return triage.toggled(chosen, Level(value))
    except ValueError:
        pass
    raise errors.UnknownButton


async def _recategorized(
    wish: Wish, value: str, offered: tuple[OwnCategory, ...], chosen: Triage, *, uow: UnitOfWork
) -> Wish:
    """Another category suggests nothing anew: class and levels stay as they are."""
    if all(each.category.value != value for each in offered):
        raise errors.UnknownButton
    await uow.triages.save(wish.id, chosen)
    wish = replace(wish, category=Category(value))
    await uow.wishes.save(wish)
    return wish
