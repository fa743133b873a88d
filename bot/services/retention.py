"""What is not kept for good: looked for once a day, some rows at a time, so that nobody ever waits for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain import polls, stand_in
from bot.domain.house import House
from bot.domain.notices import WishChanged
from bot.domain.wishes import Wish
from bot.ports import UnitOfWork
from bot.services import forgetting, report_drawings

ROUND = "retention"
EVERY = timedelta(days=1)
SOON = timedelta(minutes=1)  #: when there was more than one round could do
MOST_ROWS = 500  #: of a round; they go in one statement
MOST_CARDS = 20  #: each is an edit in a group (Bot API: 20 messages a minute to one group)


async def is_round_due(*, uow: UnitOfWork, now: datetime) -> bool:
    return await uow.retention.is_round_due(ROUND, now)


async def go_round(*, uow: UnitOfWork, now: datetime, house: House) -> int:
    """Forget what was kept long enough; returns how many things."""
    keep, done, is_more = house.retention, 0, False
    if keep.similar_taps is not None:
        n = await uow.retention.forget_similar_taps(before=now - keep.similar_taps, limit=MOST_ROWS)
        done, is_more = done + n, is_more or n == MOST_ROWS
    if keep.names_of_ended_wishes is not None:
        n = await _take_names_off(now - keep.names_of_ended_wishes, uow)
        done, is_more = done + n, is_more or n == MOST_CARDS
    if keep.photos_of_ended_wishes is not None:
        n = await _take_photos_off(now - keep.photos_of_ended_wishes, uow)
        done, is_more = done + n, is_more or n >= MOST_CARDS
    if keep.strangers is not None:
        n = await _forget_strangers(now - keep.strangers, house, uow, now)
        done, is_more = done + n, is_more or n == MOST_CARDS
    done += await uow.services.forget_openings(before=(now - EVERY).date())
    done += await _forget_pictures(now, uow)
    done += await uow.polls.forget_unknown(before=now - polls.EARLY_KEPT_FOR)
    await uow.retention.set_next_round(ROUND, now + (SOON if is_more else EVERY))
    return done


async def _forget_pictures(now: datetime, uow: UnitOfWork) -> int:
    """Of reports: a new one is drawn for each."""
    before = report_drawings.older_than(now - report_drawings.KEPT_FOR)
    return await uow.person_data.discard_photos(set(await uow.reports.old_pictures(before, limit=MOST_ROWS)))


async def _take_names_off(before: datetime, uow: UnitOfWork) -> int:
    ended = await uow.retention.ended_with_name(before=before, limit=MOST_CARDS)
    await uow.retention.take_name_off([wish.id for wish in ended])
    for wish in ended:
        await uow.outbox.put(WishChanged(wish.id))
    return len(ended)


async def _take_photos_off(before: datetime, uow: UnitOfWork) -> int:
    """The author's picture of a wish, and those that neighbours added to their verdicts."""
    shown = await uow.retention.take_photos_off_verdicts(before=before, limit=MOST_CARDS)
    for wish_id in sorted({wish_id for wish_id, _ in shown}):
        await uow.outbox.put(WishChanged(wish_id))
    await uow.person_data.discard_photos({photo for _, photo in shown})
    return len(shown) + await _take_authors_photos_off(before, uow)


async def _take_authors_photos_off(before: datetime, uow: UnitOfWork) -> int:
    ended = await uow.retention.ended_with_photo(before=before, stand_in=stand_in.KEY, limit=MOST_CARDS)
    if not ended:
        return 0
    replaced = await uow.files.stand_in()
    for wish in ended:
        await _replace_photo(wish, replaced, uow)
    await uow.person_data.discard_photos({wish.photo for wish in ended if wish.photo is not None})
    return len(ended)


async def _replace_photo(wish: Wish, photo: str, uow: UnitOfWork) -> None:
    await uow.wishes.save(replace(wish, photo=photo))
    await uow.outbox.put(WishChanged(wish.id))


async def _forget_strangers(before: datetime, house: House, uow: UnitOfWork, now: datetime) -> int:
    """Whoever config.yaml lists is no stranger, however long they were silent."""
    listed = {telegram_id for estate in house.estates.values() for telegram_id in estate.speakers}
    strangers = await uow.retention.strangers(seen_before=before, but=listed, limit=MOST_CARDS)
    for person in strangers:
        await forgetting.forget(person, uow=uow, now=now)
    return len(strangers)


async def take_leave(*, uow: UnitOfWork, limit: int = MOST_ROWS) -> int:
    """The last step of forgetting: the private chat, once nothing is on its way to it. Returns how many."""
    waiting = await uow.retention.farewells(limit=limit)
    return sum([await uow.retention.take_leave(person_id, chat_id) for person_id, chat_id in waiting])
