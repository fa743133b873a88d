"""Native polls as delivery sends and closes them: made from the store at that moment, what came of it kept at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.delivery.contracts import Renderer
from bot.domain import polls
from bot.domain.people import Estate
from bot.messages import PollStood, PollToSend, Reply
from bot.ports import UnitsOfWork
from bot.services import poll_answers, poll_lines
from bot.services.polled import View, view_of
from bot.texts.fitting import plain


@dataclass(frozen=True, slots=True)
class StoredPolls:
    """Fulfils `ports.PollPosts`."""

    units: UnitsOfWork
    renderer: Renderer
    estates: Mapping[str, Estate]

    async def to_send(self, post_id: int, *, language: str, now: datetime) -> PollToSend | int | None:
        async with self.units.writing() as uow:
            post = await uow.polls.get_post(post_id)
            if post.message_id is not None:
                return post.message_id
            poll = await uow.polls.get(post.poll_id)
            if not poll.is_open or poll.closes_at - now < polls.LEAST_AHEAD:
                return None
            ready = self._ready(await view_of(poll, uow), language)
            await uow.polls.says(post.id, polls.fingerprint(ready.question, ready.options))
            return ready

    def _ready(self, view: View, language: str) -> PollToSend:
        draft = view.poll.draft
        advice = self.renderer.render(Reply((poll_lines.advice(view.poll),)), language=language)
        above = self.renderer.render(Reply(poll_lines.above(view)), language=language, caption=True)
        return PollToSend(
            question=f"{draft.question}\n{plain(advice.text)}",
            options=draft.options,
            description=above.text,
            several=draft.several,
            anonymous=draft.anonymous,
            hidden=draft.hidden,
            closes_at=view.poll.closes_at + polls.CLOSE_GRACE,
        )

    async def was_sent(self, post_id: int, *, message_id: int, telegram_id: str, now: datetime) -> None:
        async with self.units.writing() as uow:
            await poll_answers.was_sent(post_id, message_id=message_id, telegram_id=telegram_id, uow=uow)

    async def was_refused(self, post_id: int, *, now: datetime) -> None:
        async with self.units.writing() as uow:
            await poll_answers.was_refused(post_id, self.estates, uow=uow)

    async def to_stop(self, post_id: int) -> int | None:
        async with self.units.writing() as uow:  # the row is locked for a moment, which takes a writing unit
            post = await uow.polls.get_post(post_id)
            return None if post.final else post.message_id

    async def was_stopped(self, post_id: int, stood: PollStood | None, *, now: datetime) -> None:
        async with self.units.writing() as uow:
            await poll_answers.was_stopped(post_id, stood, uow=uow)
