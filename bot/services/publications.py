"""The list at the start of a year and the quarterly public review: published by the committee, in every chat."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.domain import item_refusals, publications
from bot.domain.items import LIVING, MOST_ITEMS_OFFERED, Item, ItemState
from bot.domain.people import Estate
from bot.domain.publications import Publication, PublicationKind
from bot.domain.rights import Act, require
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.services import plan_lines, plan_posts, standing
from bot.services.items import estate_to_plan
from bot.services.project_standing import speaker_of


def period_of(kind: PublicationKind, estate: Estate, now: datetime) -> str:
    today = estate.local(now).date()
    return publications.year_of(today) if kind is PublicationKind.YEAR else publications.quarter_of(today)


async def offered(*, actor: Actor, kind: PublicationKind, uow: UnitOfWork) -> tuple[Estate, Sequence[Item]]:
    """What can be in it: the plan; in a review also what is done.

    Raises:
        NothingPlanned: there is nothing.
        NotAllowed, OnlyInPrivate, …: see `items.estate_to_plan`.
    """
    estate = estate_to_plan(actor)
    states = tuple(LIVING) if kind is PublicationKind.YEAR else (*LIVING, ItemState.DONE)
    found = await uow.items.find(estate.key, states=states, limit=MOST_ITEMS_OFFERED)
    if not found:
        raise item_refusals.NothingPlanned
    return estate, found


async def publish(
    *,
    actor: Actor,
    estate_key: str,
    kind: PublicationKind,
    period: str,
    words: str,
    rows: Sequence[tuple[int, str]],
    uow: UnitOfWork,
    now: datetime,
) -> tuple[Publication, int, bool]:
    """Post it in every chat of the estate; returns in how many, and whether it took the place of an earlier one.

    Raises:
        NothingPlanned: none of these items is there any more.
        NotAllowed, OnlyInPrivate, …: see `items.estate_to_plan`.
    """
    estate_to_plan(actor)
    estate = standing.estate_of(estate_key, actor)
    require(Act.RUN_PLAN, actor.roles_in(estate.key), telegram_id=actor.person.telegram_id)
    there = {each.id for each in await uow.items.find(estate.key, states=tuple(ItemState))}
    kept = [(item_id, said) for item_id, said in rows if item_id in there]
    if not kept:
        raise item_refusals.NothingPlanned
    again = await uow.plan_posts.published(estate.key, kind, period) is not None
    by = speaker_of(actor, estate)
    published = await uow.plan_posts.publish(
        estate.key, kind, period, words=words, rows=kept, by=by, by_id=actor.person.id, now=now
    )
    chats = await plan_posts.show_everywhere(estate, plan_lines.publication_slot(published.id), uow=uow)
    return published, chats, again
