"""What a notice means for each of those concerned: a message now, one that waits for its moment, or none."""

from __future__ import annotations

from datetime import datetime

import msgspec

from bot.delivery.facts import Facts, facts_of
from bot.delivery.letters import Letters
from bot.delivery.notices import HEARINGS, Hearing
from bot.domain import attention
from bot.domain.buttons import data
from bot.domain.people import Chat, ChatUse, Person, Purpose
from bot.domain.wishes import Wish
from bot.messages import Button, Reply
from bot.ports import Clock, NoticeRow, OutboxQueue, UnitOfWork
from bot.services import announcing, boards, bulletins, deliberations, project_standing, roster
from bot.services.attention import attention_of, told_today
from bot.services.cards import desk_slot, voice_slot

MUTED = "muted"  #: why somebody is not told: they asked for that


class FanOut:
    """Puts into the outbox what a notice means for each of those concerned, or keeps it until its moment."""

    def __init__(self, queue: OutboxQueue, *, letters: Letters, clock: Clock) -> None:
        self._queue, self._letters, self._clock = queue, letters, clock

    async def tell(self, row: NoticeRow, uow: UnitOfWork) -> None:
        """In one transaction: cards touched, messages addressed, those skipped noted, the notice settled."""
        # First, so that another process that tells the same notice waits here, and then finds it told.
        await self._queue.settle_notice(uow, row.id)
        estates = await roster.estates_now(self._letters.estates, uow=uow, now=self._clock.now())
        facts = await facts_of(row.notice, uow, estates=estates)
        await self._touch_cards(facts.wish, uow)
        if hearing := HEARINGS[type(row.notice)]:
            for person in await hearing.hearers(facts, uow):
                await self._tell(person, row.id, facts, hearing, uow)

    async def _touch_cards(self, wish: Wish, uow: UnitOfWork) -> None:
        if wish.has_card:
            home = await uow.chats.get(wish.chat_id)
            await announcing.draw(home, await boards.slot_of(wish, uow), use=ChatUse.WISHES, uow=uow)
        for desk in await uow.chats.bound(wish.estate_key, Purpose.STAFF):
            await _draw(desk, desk_slot(wish.id), uow)
            if wish.voice is not None:
                await _draw(desk, voice_slot(wish.id), uow)
        await bulletins.redraw_for(wish, uow)
        await deliberations.redraw_for(wish, uow)
        await project_standing.redraw_for(wish, uow)

    async def _tell(self, person: Person, notice_id: int, facts: Facts, hearing: Hearing, uow: UnitOfWork) -> None:
        if reason := await self._letters.why_not(person, uow):
            await self._letters.skip(person, notice_id=notice_id, reason=reason, uow=uow)
            return
        now = self._clock.now()
        due_at = await self._due(person, facts.wish, hearing, uow, now=now)
        if due_at is None:
            await self._letters.skip(person, notice_id=notice_id, reason=MUTED, uow=uow)
            return
        if due_at <= now:
            words = hearing.words(facts) if hearing.urgent else with_settings(hearing.words(facts), facts.wish)
            await self._letters.write(person, words, notice_id=notice_id, estate_key=facts.wish.estate_key, uow=uow)
        await uow.tellings.add(
            notice_id=notice_id,
            person_id=person.id,
            estate_key=facts.wish.estate_key,
            wish_id=facts.wish.id,
            urgent=hearing.urgent,
            due_at=due_at,
            told=due_at <= now,
        )

    async def _due(
        self, person: Person, wish: Wish, hearing: Hearing, uow: UnitOfWork, *, now: datetime
    ) -> datetime | None:
        estate = self._letters.estates.get(wish.estate_key)
        if estate is None:  # taken out of config.yaml: nobody knows its clocks any more
            return now
        return attention.due(
            await attention_of(person.id, wish.id, uow),
            urgent=hearing.urgent,
            told_today=await told_today(person.id, estate, uow=uow, now=now),
            now=now,
            zone=estate.time_zone,
            courtesy=estate.courtesy,
        )


async def _draw(chat: Chat, slot: str, uow: UnitOfWork) -> None:
    """Now, or when the bot can write there again."""
    await (uow.outbox.touch if chat.present else uow.outbox.outdate)(chat.id, slot)


def with_settings(reply: Reply, wish: Wish) -> Reply:
    """With a small button for how to be told of this wish, as long as more is to come."""
    if wish.has_ended:
        return reply
    return msgspec.structs.replace(reply, buttons=(*reply.buttons, (settings_of_wish(wish),)))


def settings_of_wish(wish: Wish) -> Button:
    return Button("button-notices-of-wish", data("notices-wish", wish.id))
