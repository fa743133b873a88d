"""Where a poll was posted, and who answered what there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, and_, delete, exists, func, select, update

from bot.domain.people import Person
from bot.domain.polls import Answered, Post
from bot.store.people import person_of
from bot.store.poll_tables import poll_answers, poll_posts, polls
from bot.store.session import NotStored, Session
from bot.store.tables import chats, people, residents

_KNOWN = poll_posts.c.telegram_poll == poll_answers.c.telegram_poll


class PostsAndAnswers:
    """A part of `SqlPolls`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    # ---- where it was posted --------------------------------------------------------------------------------------

    async def post(self, poll_id: int, chat_id: int | None, *, telegram_id: str | None = None) -> Post:
        where = {"poll_id": poll_id, "chat_id": chat_id, "telegram_poll": telegram_id}
        stands: dict[str, Any] = {"counts": [], "voters": 0, "final": False, "refused": False}
        values = {"bot_id": self._session.bot_id, **where, **stands}
        added = await self._session.connection.execute(poll_posts.insert().values(values).returning(poll_posts))
        return _post_of(added.one())

    async def get_post(self, post_id: int) -> Post:
        """Raises NotStored."""
        row = await self._session.first(self._posts().where(poll_posts.c.id == post_id).with_for_update())
        if row is None:
            raise NotStored(f"post {post_id} of a poll")
        return _post_of(row)

    async def posts(self, poll_id: int) -> Sequence[Post]:
        found = self._posts().where(poll_posts.c.poll_id == poll_id).order_by(poll_posts.c.id)
        return [_post_of(row) for row in await self._session.all(found)]

    async def drop_post(self, post_id: int) -> None:
        await self._session.run(delete(poll_posts).where(*self._post(post_id)))

    async def save_post(self, post: Post) -> None:
        values = {
            "telegram_poll": post.telegram_id,
            "message_id": post.message_id,
            "counts": list(post.counts),
            "voters": post.voters,
            "final": post.final,
            "refused": post.refused,
        }
        await self._session.run(update(poll_posts).where(*self._post(post.id)).values(values))

    async def says(self, post_id: int, fingerprint: str) -> None:
        await self._session.run(update(poll_posts).where(*self._post(post_id)).values(says=fingerprint))

    async def post_of(self, telegram_id: str) -> Post | None:
        found = self._posts().where(poll_posts.c.telegram_poll == telegram_id)
        row = await self._session.first(found.with_for_update())
        return _post_of(row) if row else None

    async def saying(self, fingerprint: str) -> Post | None:
        running = self._posts().join(polls, polls.c.id == poll_posts.c.poll_id).where(polls.c.closed_at.is_(None))
        found = running.where(poll_posts.c.says == fingerprint).order_by(poll_posts.c.id.desc()).limit(1)
        row = await self._session.first(found)
        return _post_of(row) if row else None

    async def running_in(self, chat_id: int) -> Sequence[Post]:
        running = self._posts().join(polls, polls.c.id == poll_posts.c.poll_id).where(polls.c.closed_at.is_(None))
        found = running.where(poll_posts.c.chat_id == chat_id, poll_posts.c.message_id.is_not(None))
        return [_post_of(row) for row in await self._session.all(found.order_by(poll_posts.c.id))]

    def _posts(self) -> Select[Any]:
        return select(poll_posts).where(poll_posts.c.bot_id == self._session.bot_id)

    def _post(self, post_id: int) -> tuple[Any, ...]:
        return (poll_posts.c.bot_id == self._session.bot_id, poll_posts.c.id == post_id)

    # ---- answers --------------------------------------------------------------------------------------------------

    async def answer(self, telegram_id: str, person_id: int, options: Sequence[int], *, now: datetime) -> None:
        key = {"bot_id": self._session.bot_id, "telegram_poll": telegram_id, "person_id": person_id}
        told = {"options": list(options), "answered_at": now}
        insert = self._session.insert(poll_answers).values(**key, **told, chosen="", counts=False)
        await self._session.run(insert.on_conflict_do_update(index_elements=list(key), set_=told))

    async def answers_of(self, poll_id: int, person_id: int) -> Sequence[Answered]:
        theirs = self._answers(poll_answers).where(
            poll_posts.c.poll_id == poll_id, poll_answers.c.person_id == person_id
        )
        return [
            Answered(row.id, row.person_id, tuple(row.options), row.answered_at)
            for row in await self._session.all(theirs.order_by(poll_answers.c.id))
        ]

    async def given(self, poll_id: int) -> Mapping[int, int]:
        theirs = self._answers(poll_posts.c.id, poll_answers.c.options).where(poll_posts.c.poll_id == poll_id)
        return Counter(row.id for row in await self._session.all(theirs) if row.options)

    async def answered_in(self, telegram_id: str) -> Sequence[int]:
        mine = (poll_answers.c.bot_id == self._session.bot_id, poll_answers.c.telegram_poll == telegram_id)
        rows = await self._session.all(select(poll_answers.c.person_id).where(*mine))
        return sorted(row.person_id for row in rows)

    async def count_answer(self, poll_id: int, person_id: int, answer_id: int | None, *, chosen: str) -> None:
        known = select(poll_posts.c.telegram_poll).where(
            poll_posts.c.bot_id == self._session.bot_id,
            poll_posts.c.poll_id == poll_id,
            poll_posts.c.telegram_poll.is_not(None),
        )
        theirs = and_(
            poll_answers.c.bot_id == self._session.bot_id,
            poll_answers.c.person_id == person_id,
            poll_answers.c.telegram_poll.in_(known),
        )
        await self._session.run(update(poll_answers).where(theirs).values(counts=False, chosen=""))
        if answer_id is not None:
            this = (poll_answers.c.bot_id == self._session.bot_id, poll_answers.c.id == answer_id)
            await self._session.run(update(poll_answers).where(*this).values(counts=True, chosen=chosen))

    async def counted(self, poll_id: int) -> Sequence[tuple[Person, Sequence[int]]]:
        found = self._answers(people, poll_answers.c.options).join(people, people.c.id == poll_answers.c.person_id)
        found = found.where(poll_posts.c.poll_id == poll_id, poll_answers.c.counts)
        rows = await self._session.all(found.order_by(poll_answers.c.answered_at, poll_answers.c.id))
        return [(person_of(row), tuple(row.options)) for row in rows]

    async def not_answered(self, poll_id: int) -> Sequence[tuple[Person, int]]:
        lives = (
            select(residents.c.person_id, func.min(poll_posts.c.id).label("post_id"))
            .join(poll_posts, poll_posts.c.chat_id == residents.c.chat_id)
            .where(poll_posts.c.poll_id == poll_id, ~poll_posts.c.refused, residents.c.left_at.is_(None))
            .group_by(residents.c.person_id)
            .subquery()
        )
        has_answer = (
            self._answers(poll_answers.c.id)
            .where(poll_posts.c.poll_id == poll_id, poll_answers.c.person_id == people.c.id, poll_answers.c.counts)
            .correlate(people)
            .exists()
        )
        reached = exists().where(
            chats.c.bot_id == people.c.bot_id, chats.c.telegram_id == people.c.telegram_id, chats.c.present
        )
        mine = (people.c.bot_id == self._session.bot_id, people.c.started, people.c.telegram_id > 0)
        found = (
            select(people, lives.c.post_id)
            .join(lives, lives.c.person_id == people.c.id)
            .where(*mine, reached, ~has_answer)
            .order_by(people.c.id)
        )
        return [(person_of(row), row.post_id) for row in await self._session.all(found)]

    async def forget_unknown(self, *, before: datetime) -> int:
        known = exists().where(_KNOWN, poll_posts.c.bot_id == poll_answers.c.bot_id)
        old = and_(poll_answers.c.bot_id == self._session.bot_id, poll_answers.c.answered_at < before, ~known)
        return await self._session.run(delete(poll_answers).where(old))

    def _answers(self, *wanted: Any) -> Select[Any]:
        joined = and_(_KNOWN, poll_posts.c.bot_id == poll_answers.c.bot_id)
        found = select(*wanted).select_from(poll_answers).join(poll_posts, joined)
        return found.where(poll_answers.c.bot_id == self._session.bot_id)


def _post_of(row: Row[Any]) -> Post:
    return Post(
        id=row.id,
        poll_id=row.poll_id,
        chat_id=row.chat_id,
        telegram_id=row.telegram_poll,
        message_id=row.message_id,
        counts=tuple(row.counts),
        voters=row.voters,
        final=row.final,
        refused=row.refused,
    )
