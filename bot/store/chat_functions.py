"""How much each function of a group was used, when that is told, and what was stopped there."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, delete, distinct, exists, func, insert, select

from bot.domain.chat_functions import Function, FunctionReview, Use
from bot.domain.people import Body, Chat, Purpose
from bot.domain.wishes import Stance
from bot.store.broadcast_tables import broadcast_reads, broadcast_recipients, broadcasts
from bot.store.chats import chat_of
from bot.store.claim_tables import wish_claims
from bot.store.function_tables import function_reviews, function_switches, stopped_functions
from bot.store.poll_tables import poll_answers, poll_posts, polls
from bot.store.session import Session
from bot.store.signup_tables import signup_chats, signup_entries, signups
from bot.store.tables import chats, residents
from bot.store.wish_tables import followers, wishes

_STANCES = (Stance.JOIN.value, Stance.SUPPORT.value)


def uncounted() -> tuple[ColumnElement[bool], ...]:
    """Of `chats`: buildings' groups of which it was never begun to count what they use."""
    begun = and_(function_reviews.c.chat_id == chats.c.id, function_reviews.c.estate_key == chats.c.estate_key)
    return chats.c.present, chats.c.purpose == Purpose.BUILDING.value, ~exists().where(begun)


class SqlChatFunctions:
    def __init__(self, session: Session) -> None:
        self._session = session

    # ---- when -----------------------------------------------------------------------------------------------------

    async def unmet(self, estate_keys: Collection[str]) -> Sequence[Chat]:
        mine = (chats.c.bot_id == self._session.bot_id, chats.c.estate_key.in_(sorted(estate_keys)))
        found = select(chats).where(*mine, *uncounted()).order_by(chats.c.id)
        return [chat_of(row) for row in await self._session.all(found)]

    async def due(self, estate_keys: Collection[str], *, now: datetime) -> Sequence[FunctionReview]:
        mine = (function_reviews.c.bot_id == self._session.bot_id, function_reviews.c.next_at <= now)
        those = select(function_reviews).where(*mine, function_reviews.c.estate_key.in_(sorted(estate_keys)))
        return [_review(row) for row in await self._session.all(those.order_by(function_reviews.c.next_at))]

    async def of(self, chat_id: int) -> FunctionReview | None:
        this = (function_reviews.c.bot_id == self._session.bot_id, function_reviews.c.chat_id == chat_id)
        row = await self._session.first(select(function_reviews).where(*this).with_for_update())
        return None if row is None else _review(row)

    async def save(self, review: FunctionReview) -> None:
        values = {
            "bot_id": self._session.bot_id,
            "estate_key": review.estate_key,
            "since": review.since,
            "next_at": review.next_at,
            "told_at": review.told_at,
            "days": review.days,
            "known": review.known,
            "uses": {each.value: [use.offered, use.times, use.persons] for each, use in review.uses.items()},
            "kept": sorted(review.kept),
        }
        insert = self._session.insert(function_reviews).values(chat_id=review.chat_id, **values)
        await self._session.run(insert.on_conflict_do_update(index_elements=["chat_id"], set_=values))

    async def forget(self, chat_id: int) -> None:
        await self._session.run(delete(function_reviews).where(function_reviews.c.chat_id == chat_id))

    # ---- what was stopped -----------------------------------------------------------------------------------------

    async def stopped(self, chat_ids: Collection[int]) -> Mapping[int, frozenset[Function]]:
        those = select(stopped_functions).where(stopped_functions.c.chat_id.in_(sorted(chat_ids)))
        found: dict[int, frozenset[Function]] = {}
        for row in await self._session.all(those):
            found[row.chat_id] = found.get(row.chat_id, frozenset()) | {Function(row.function)}
        return found

    async def stop(self, chat_id: int, function: Function, *, name: str, body: Body | None, now: datetime) -> None:
        row = {"chat_id": chat_id, "function": function.value, "stopped_at": now}
        if await self._session.run(self._session.insert(stopped_functions).values(row).on_conflict_do_nothing()):
            await self._switched(chat_id, function, stopped=True, name=name, body=body, now=now)

    async def use_again(self, chat_id: int, function: Function, *, name: str, body: Body | None, now: datetime) -> None:
        this = and_(stopped_functions.c.chat_id == chat_id, stopped_functions.c.function == function.value)
        if await self._session.run(delete(stopped_functions).where(this)):
            await self._switched(chat_id, function, stopped=False, name=name, body=body, now=now)

    async def _switched(
        self, chat_id: int, function: Function, *, stopped: bool, name: str, body: Body | None, now: datetime
    ) -> None:
        row = {
            "bot_id": self._session.bot_id,
            "estate_key": select(chats.c.estate_key).where(chats.c.id == chat_id).scalar_subquery(),
            "chat_id": chat_id,
            "function": function.value,
            "stopped": stopped,
            "at": now,
            "by_name": name,
            "by_body": None if body is None else body.value,
        }
        await self._session.run(insert(function_switches).values(row))

    # ---- how much it was used -------------------------------------------------------------------------------------

    async def known(self, chat_id: int) -> int:
        here = (residents.c.chat_id == chat_id, residents.c.left_at.is_(None))
        return int(await self._session.value(select(func.count()).select_from(residents).where(*here)))

    async def uses(self, chat_id: int, *, since: datetime, until: datetime) -> Mapping[Function, Use]:
        def within(column: Any) -> tuple[ColumnElement[bool], ...]:
            return (column > since, column <= until)

        filed = await self._counted(
            select(func.count(), func.count(distinct(wishes.c.author_id))).where(
                wishes.c.chat_id == chat_id, *within(wishes.c.filed_at)
            )
        )
        here = wishes.c.chat_id == chat_id
        support = await self._counted(
            select(func.count(), func.count(distinct(followers.c.person_id)))
            .join(wishes, wishes.c.id == followers.c.wish_id)
            .where(here, followers.c.stance.in_(_STANCES), *within(followers.c.since))
        )
        claimed = await self._counted(
            select(func.count(), func.count(distinct(wish_claims.c.claimer_id)))
            .join(wishes, wishes.c.id == wish_claims.c.wish_id)
            .where(here, *within(wish_claims.c.claimed_at))
        )
        return {
            Function.WISHES: Use(filed[0], *filed),
            Function.SUPPORT: Use(filed[0], *support),
            Function.CLAIMS: Use(filed[0], *claimed),
            Function.SIGNUPS: await self._signups(chat_id, within),
            Function.POLLS: await self._polls(chat_id, within),
            Function.BROADCASTS: await self._broadcasts(chat_id, within),
        }

    async def _signups(self, chat_id: int, within: Any) -> Use:
        posted = select(func.count(), func.count()).select_from(signup_chats)
        posted = posted.join(signups, signups.c.id == signup_chats.c.signup_id)
        offered, _ = await self._counted(posted.where(signup_chats.c.chat_id == chat_id, *within(signups.c.opened_at)))
        # Somebody without a phone is signed up by another: each entry is one of them.
        who = func.coalesce(signup_entries.c.person_id, -signup_entries.c.id)
        entered = select(func.count(), func.count(distinct(who)))
        entered = entered.where(signup_entries.c.chat_id == chat_id, *within(signup_entries.c.at))
        return Use(offered, *(await self._counted(entered)))

    async def _polls(self, chat_id: int, within: Any) -> Use:
        """Who answered an anonymous poll is known to nobody: at least as many as the fullest of them has."""
        here = (poll_posts.c.bot_id == self._session.bot_id, poll_posts.c.chat_id == chat_id)
        asked = (*here, *within(polls.c.opened_at))
        posted = (
            select(func.count(), func.coalesce(func.max(poll_posts.c.voters), 0))
            .join(polls, polls.c.id == poll_posts.c.poll_id)
            .where(*asked)
        )
        offered, _ = await self._counted(posted)
        times, fullest = await self._counted(
            select(func.coalesce(func.sum(poll_posts.c.voters), 0), func.coalesce(func.max(poll_posts.c.voters), 0))
            .join(polls, polls.c.id == poll_posts.c.poll_id)
            .where(*asked, polls.c.anonymous)
        )
        named, persons = await self._counted(
            select(func.count(), func.count(distinct(poll_answers.c.person_id)))
            .join(
                poll_posts,
                and_(
                    poll_posts.c.bot_id == poll_answers.c.bot_id,
                    poll_posts.c.telegram_poll == poll_answers.c.telegram_poll,
                ),
            )
            .where(*here, poll_answers.c.counts, *within(poll_answers.c.answered_at))
        )
        return Use(offered, times + named, max(fullest, persons))

    async def _broadcasts(self, chat_id: int, within: Any) -> Use:
        told_here = (
            select(broadcasts.c.id)
            .join(broadcast_recipients, broadcast_recipients.c.broadcast_id == broadcasts.c.id)
            .where(broadcast_recipients.c.chat_id == chat_id, broadcasts.c.ask_read, *within(broadcasts.c.at))
        )
        offered, _ = await self._counted(select(func.count(), func.count()).select_from(told_here.subquery()))
        live_here = select(residents.c.person_id).where(residents.c.chat_id == chat_id)
        read = select(func.count(), func.count(distinct(broadcast_reads.c.person_id))).where(
            broadcast_reads.c.broadcast_id.in_(told_here), broadcast_reads.c.person_id.in_(live_here)
        )
        return Use(offered, *(await self._counted(read)))

    async def _counted(self, statement: Any) -> tuple[int, int]:
        """Of a statement that selects two numbers."""
        row: Any = await self._session.first(statement)
        return int(row[0]), int(row[1])


def _review(row: Row[Any]) -> FunctionReview:
    return FunctionReview(
        chat_id=row.chat_id,
        estate_key=row.estate_key,
        since=row.since,
        next_at=row.next_at,
        told_at=row.told_at,
        days=row.days,
        known=row.known,
        uses={Function(name): Use(*counts) for name, counts in row.uses.items()},
        kept=frozenset(map(Function, row.kept)),
    )
