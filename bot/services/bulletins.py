"""The week in a building: made when it is due, drawn from the store, drawn anew when a wish goes out of sight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from bot.domain.bulletin_times import is_due, last_due, next_week, week_ends
from bot.domain.bulletins import (
    MOST_LINES,
    MOST_PICTURES,
    STAFF_ONLY_FOR,
    WEEKS_SHOWN,
    Bulletin,
    BulletinLine,
    Happened,
    Section,
    Sums,
    shares,
    told_once,
)
from bot.domain.people import Chat, ChatUse, Estate
from bot.domain.topics import TopicUse
from bot.domain.wishes import State, Wish
from bot.messages import Arg, Button, Day, Line, Reply, Spot, Term, line
from bot.ports import UnitOfWork
from bot.services import (
    announcing,
    boards,
    cards,
    deliberation_lines,
    plan_lines,
    poll_lines,
    polled,
    project_lines,
    signup_lines,
    thing_lines,
)
from bot.services.place_chats import neighbours

BULLETIN_SLOT = "bulletin"
STALE_AFTER = timedelta(days=7)  #: one that could not be said for so long is not said any more
WORDS_COLUMNS = 36  #: of a wish's words in a line
ALL_WISHES = "wishes"  #: deep-link payload


def round_of(estate: Estate) -> str:
    return f"bulletin:{estate.key}"


def awaited(estate: Estate) -> str | None:
    """Its round, where there are to be bulletins."""
    return None if estate.bulletin.weekday is None else round_of(estate)


def slot_of(bulletin_id: int) -> str:
    return f"{BULLETIN_SLOT}:{bulletin_id}"


# ---- what falls due -------------------------------------------------------------------------------------------------


async def any_due(estates: Mapping[str, Estate], *, uow: UnitOfWork, now: datetime) -> bool:
    moments = await uow.bulletins.moments()
    return any(_is_due(estate, moments.get(round_of(estate)), now) for estate in estates.values())


def _is_due(estate: Estate, moment: datetime | None, now: datetime) -> bool:
    return awaited(estate) is not None and is_due(moment, now=now, zone=estate.time_zone, courtesy=estate.courtesy)


async def meet(estates: Mapping[str, Estate], *, uow: UnitOfWork, now: datetime) -> int:
    """Tell each building's group of the week that ended last; returns in how many. Weeks slept through are let go."""
    moments, told = await uow.bulletins.moments(), 0
    for estate in estates.values():
        moment = moments.get(round_of(estate))
        if not _is_due(estate, moment, now):
            continue
        after = partial(_following, estate)
        await uow.bulletins.set_moment(round_of(estate), after(now))
        if moment is not None:
            until = last_due(after, waited_for=moment, now=now)
            for chat in await neighbours(ChatUse.NOTICES, estate_key=estate.key, uow=uow):
                told += await _tell(chat, estate, until, uow)
    return told


def _following(estate: Estate, moment: datetime) -> datetime:
    following = next_week(estate.bulletin, after=moment, zone=estate.time_zone)
    assert following is not None, "it is due, so it has a day"
    return following


async def _tell(chat: Chat, estate: Estate, until: datetime, uow: UnitOfWork) -> bool:
    """False: nothing happened, or it was told already."""
    zone = estate.time_zone
    since, _ = week_ends(until, zone=zone, weeks=1)
    happened = list(await uow.bulletins.happened(chat.id, since=since, until=until))
    overdue = 0
    first = await uow.bulletins.first_filed(chat.id)
    if first is not None and until - first >= STAFF_ONLY_FOR:
        began, ended = since.astimezone(zone).date(), until.astimezone(zone).date()
        missed = await uow.bulletins.missed(chat.id, since=began, before=ended)
        happened += [Happened(wish, Section.MISSED, wish.next_date) for wish in missed]
        overdue = await uow.bulletins.overdue(chat.id, before=began)
    sections = told_once(happened)
    if not sections:
        return False
    given = shares({section: len(those) for section, those in sections.items()})
    lines = [_told(each) for section, those in sections.items() for each in those[: given[section]]]
    ((filed, done),) = await uow.bulletins.weeks(chat.id, (since, until))
    left_out = sum(map(len, sections.values())) - len(lines)
    assert len(lines) <= MOST_LINES, "shares gives no more"
    sums = Sums(filed=filed, done=done, left_out=left_out, overdue=overdue)
    language = announcing.language_of(chat, estate)
    bulletin = await uow.bulletins.add(chat.id, until=until, language=language, sums=sums, lines=lines)
    if bulletin is None:
        return False
    await uow.outbox.touch(chat.id, slot_of(bulletin.id))
    return True


def _told(happened: Happened) -> BulletinLine:
    return BulletinLine(happened.wish, happened.section, happened.wish.state, happened.day, shown=True)


async def redraw_for(wish: Wish, uow: UnitOfWork) -> None:
    """Its words go from every bulletin that shows them, or come back, as they do on its card."""
    for chat_id, bulletin_id in await uow.bulletins.outdated_by(wish):
        chat = await uow.chats.get(chat_id)
        await (uow.outbox.touch if chat.present else uow.outbox.outdate)(chat_id, slot_of(bulletin_id))


# ---- the message ----------------------------------------------------------------------------------------------------


async def compose(slot: str, *, chat: Chat, uow: UnitOfWork, now: datetime) -> Reply | None:
    """Draw what this slot shows: a card, a board, a bulletin and so on. None: nothing is shown."""
    if slot.startswith(f"{signup_lines.SLOT}:"):
        return await signup_lines.compose(slot, chat=chat, uow=uow)
    if thing_lines.is_slot(slot):
        return await thing_lines.compose(slot, chat=chat, uow=uow)
    if project_lines.is_slot(slot):
        return await project_lines.compose(slot, chat=chat, uow=uow)
    if plan_lines.is_slot(slot):
        return await plan_lines.compose(slot, chat=chat, uow=uow, now=now)
    name, _, key = slot.partition(":")
    if name in (deliberation_lines.SLOT, deliberation_lines.MINUTES_SLOT):
        return await deliberation_lines.compose(slot, chat=chat, uow=uow)
    if name == poll_lines.SLOT:
        view = await polled.view_of(await uow.polls.get(int(key)), uow)
        return await poll_lines.compose(slot, chat=chat, view=view, uow=uow)
    if name != BULLETIN_SLOT:
        return await boards.compose(slot, chat=chat, uow=uow, now=now)
    bulletin = await uow.bulletins.get(int(key))
    if bulletin is None or bulletin.chat_id != chat.id:
        return None
    if now - bulletin.until > STALE_AFTER and slot not in await uow.outbox.shown(chat.id, slot):
        return None
    return message(bulletin, chat)


def message(bulletin: Bulletin, chat: Chat) -> Reply:
    sums = bulletin.sums
    head = line("bulletin-head", place=place_of(chat), filed=sums.filed, done=sums.done)
    lines = [head]
    for section in Section:
        told = [each for each in bulletin.lines if each.section is section]
        if told:
            lines += [Line(f"bulletin-section-{section}"), *(_line(each) for each in told)]
    if sums.left_out or sums.overdue:
        lines.append(line("bulletin-more", n=sums.left_out, overdue=sums.overdue))
    every = Button("button-bulletin-all", start=ALL_WISHES)
    picture = picture_of(bulletin)
    return Reply(tuple(lines), buttons=((every,),), photos=(picture,), silent=True, topic=TopicUse.NEWS)


def place_of(chat: Chat) -> Spot | str:
    """The building's name; a group for the whole estate goes by its own."""
    return cards.spot(chat.place) if chat.place.building else chat.title


def _line(told: BulletinLine) -> Line:
    """Texts: bulletin-line-done, -missed, -promised, -moved, -new, -hidden."""
    wish = told.wish
    args: dict[str, Arg] = {"number": str(wish.number)}
    if not wish.is_public:
        return Line("bulletin-line-hidden", args)
    args["words"] = boards.shortened(wish.words, columns=WORDS_COLUMNS)
    match told.section:
        case Section.MISSED | Section.PROMISED if told.day is not None:
            args["day"] = Day(told.day)
        case Section.MOVED:
            args["state"] = Term(f"state-{told.state}")
        case Section.NEW:
            taken = told.state == State.TAKEN
            return Line("bulletin-line-moved", {**args, "state": Term("state-taken")}) if taken else _plain(args)
        case Section.DONE:
            return _plain(args)
    return Line(f"bulletin-line-{told.section}", args)


def _plain(args: dict[str, Arg]) -> Line:
    return Line("bulletin-line-plain", args)


# ---- the picture ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a bulletin's picture shows. `photos`: wish number and key of `files`."""

    language: str
    place: Spot | str
    weeks: Sequence[tuple[date, int, int]]  #: its last day, filed, done
    photos: Sequence[tuple[int, str]]


def picture_of(bulletin: Bulletin) -> str:
    """Its name in `files`. It names the photos in it: where one may not be seen any more, it is another picture."""
    seen = [each.wish.id for each in bulletin.lines if each.section is Section.DONE and each.wish.is_public]
    return f"{BULLETIN_SLOT}:{bulletin.id}:{'.'.join(map(str, seen[:MOST_PICTURES]))}"


async def drawing_of(picture: str, estates: Mapping[str, Estate], uow: UnitOfWork) -> Drawing | None:
    """What this picture shows; None: it is no picture of ours, or not wanted any more."""
    name, _, rest = picture.partition(":")
    key, _, _ = rest.partition(":")
    bulletin = await uow.bulletins.get(int(key)) if name == BULLETIN_SLOT and key.isdecimal() else None
    if bulletin is None or picture_of(bulletin) != picture:
        return None
    chat = await uow.chats.get(bulletin.chat_id)
    estate = estates.get(chat.estate_key or "")
    if estate is None:
        return None
    ends = week_ends(bulletin.until, zone=estate.time_zone, weeks=WEEKS_SHOWN)
    days = [estate.local(end).date() for end in ends[1:]]
    counted = await uow.bulletins.weeks(chat.id, ends)
    weeks = [(day, filed, done) for day, (filed, done) in zip(days, counted, strict=True)]
    return Drawing(bulletin.language, place_of(chat), weeks, await _photos(bulletin, picture, uow))


async def _photos(bulletin: Bulletin, picture: str, uow: UnitOfWork) -> list[tuple[int, str]]:
    ids = {int(each) for each in picture.rpartition(":")[2].split(".") if each}
    keys = await uow.bulletins.done_photos(ids, until=bulletin.until)
    numbers = {each.wish.id: each.wish.number for each in bulletin.lines}
    return [(numbers[wish_id], keys[wish_id]) for wish_id in sorted(ids) if wish_id in keys]
