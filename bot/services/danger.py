"""Danger words: the staff is told at once, wherever they were said. Life before privacy, and the person is told so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain import errors, places, rights
from bot.domain.alarms import Alarm
from bot.domain.danger import Danger, Watch, to_flag
from bot.domain.people import Estate, Purpose
from bot.domain.places import Place
from bot.messages import Actor, Line, Mention, Moment, Reply, Term, Texts, line
from bot.ports import UnitOfWork
from bot.services import cards, desks, homes


class Told(StrEnum):
    """What became of it: the person is told."""

    NOW = "now"
    BEFORE = "before"  #: the same kind from the same person, a few minutes ago
    HERE = "here"  #: it was said among those who would be told
    NOBODY = "nobody"  #: no estate, or none with a staff chat


@dataclass(frozen=True, slots=True)
class Passed:
    told: Told
    alarm: Alarm | None = None  #: what may be called off


async def pass_on(
    *, actor: Actor, words: str, dangers: Sequence[Danger], watch: Watch, uow: UnitOfWork, now: datetime
) -> Passed:
    """Tell the estate's staff chats who said what, where, when; once a kind within `watch.flag_again_after`."""
    again_after = watch.flag_again_after
    estate = actor.estate
    if estate is None:
        return Passed(Told.NOBODY)
    if rights.sees_staff_matters(actor.chat, estate.key):
        return Passed(Told.HERE)
    recent = await uow.alarms.raised_since(actor.person.id, estate.key, now - again_after)
    standing = [alarm for alarm in recent if alarm.called_off_at is None]
    flagged = [(danger, alarm.raised_at) for alarm in standing for danger in alarm.dangers]
    fresh = to_flag(dangers, flagged=flagged, now=now, again_after=again_after)
    if not fresh:
        return Passed(Told.BEFORE, standing[-1])
    place = places.parse(words).or_else(await _home(actor, estate, uow))
    if not await desks.tell(estate, _alarm(actor, estate, words, fresh, place, now), uow=uow):
        return Passed(Told.NOBODY)
    alarm = await uow.alarms.add(person_id=actor.person.id, estate_key=estate.key, dangers=fresh, now=now)
    return Passed(Told.NOW, alarm)


async def _home(actor: Actor, estate: Estate, uow: UnitOfWork) -> Place:
    """The building of the group it was said in; in private, of the person's home chat in this estate."""
    if actor.chat.purpose is Purpose.BUILDING:
        return actor.chat.place
    theirs = [chat for chat in await homes.chats_of(actor, uow) if chat.estate_key == estate.key]
    theirs.sort(key=lambda chat: chat.id != actor.person.home_chat_id)
    resident = estate.residents.get(actor.person.telegram_id)
    if resident is not None and not any(chat.place.building for chat in theirs[:1]):
        return Place(building=resident.building)
    return theirs[0].place if theirs else Place()


def _alarm(actor: Actor, estate: Estate, words: str, dangers: Sequence[Danger], place: Place, now: datetime) -> Reply:
    """What the staff reads; loud, and with a way to the person."""
    who = Mention(actor.person.name, actor.person.telegram_id)
    lines: list[Line] = [
        line("alarm-head", dangers=_named(dangers), moment=Moment(now, estate.time_zone.key)),
        line("alarm-who", name=who, place=cards.spot(place)) if place.is_stated else line("alarm-who-alone", name=who),
        line("card-words", words=words),
        line("alarm-in-private") if actor.chat.private else line("alarm-in-group", chat=actor.chat.title),
        line("alarm-gently") if Danger.DESPAIR in dangers else line("alarm-go"),
    ]
    return Reply(tuple(lines))


def _named(dangers: Sequence[Danger]) -> Texts:
    return Texts(tuple(Term(f"danger-kind-{danger}") for danger in dangers))


async def call_off(*, actor: Actor, alarm_id: int, uow: UnitOfWork, now: datetime) -> Alarm:
    """It was a misunderstanding: the staff is told that nobody need go.

    Raises:
        NoSuchAlarm: not this person's, or called off already.
    """
    try:
        alarm = await uow.alarms.get(alarm_id)
    except LookupError:
        raise errors.NoSuchAlarm from None
    if alarm.person_id != actor.person.id or not await uow.alarms.call_off(alarm.id, now=now):
        raise errors.NoSuchAlarm
    estate = actor.estate_named(alarm.estate_key)
    if estate is not None:
        raised = Moment(alarm.raised_at, estate.time_zone.key)
        off = line("alarm-called-off", name=actor.person.name, dangers=_named(alarm.dangers), moment=raised)
        await desks.tell(estate, Reply((off,)), uow=uow)
    return alarm
