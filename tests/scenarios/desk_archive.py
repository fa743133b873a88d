"""What the committee's desk did before the story begins, put into the database at once."""

from __future__ import annotations

from datetime import time, timedelta

from bot.domain import grants
from bot.domain.broadcast_templates import Template
from bot.domain.broadcasts import Audience, BroadcastState, Channel, Content, Whom
from bot.domain.bulletins import BulletinLine, Section, Sums
from bot.domain.grants import GrantRole
from bot.domain.grants import Terms as RoleTerms
from bot.domain.people import Body, Purpose, Speaker
from bot.domain.place_tree import Path
from bot.domain.planned_broadcasts import PlannedBroadcast, PlannedState
from bot.domain.polls import Draft as PollDraft
from bot.domain.sending_days import Repeat, Rule
from bot.domain.signups import Event, Signup, scheduled
from bot.domain.things import Thing, ThingKind
from bot.domain.things import scheduled as thing_scheduled
from bot.domain.wishes import Wish
from bot.ports.broadcasts import Reached
from simulator.client import Person
from tests.scenarios.archive import _person
from tests.scenarios.estate import Estate


async def broadcast_before(town: Estate, speaker: Person, *, estate_key: str = "sunny", words: str = "明天停水") -> int:
    """The id of a broadcast that stands in the building's group, as far as the bot remembers."""
    app = town.running.app
    assert app is not None
    now = app.clock.now()
    async with app.store.units.writing() as uow:
        who = await _person(speaker, uow)
        home = await uow.chats.seen(telegram_id=town.building3.id, private=False, title=town.building3.title)
        told = await uow.broadcasts.add(
            Content({"zh": words}),
            Audience(Whom.ALL, (estate_key,)),
            estate_key=estate_key,
            channel=Channel.GROUPS,
            ask_read=True,
            emergency=False,
            state=BroadcastState.DONE,
            by=Speaker(speaker.id, speaker.name, Body.COMMITTEE),
            by_id=who.id,
            desk_chat_id=(await uow.chats.private_of(who)).id,
            starts_at=now,
            reached=Reached((home,), (), {}),
            now=now,
        )
        return told.id


async def told_later_before(
    town: Estate, speaker: Person, *, estate_key: str = "sunny", words: str = "下周停水"
) -> int:
    """The id of what is planned to be told in a week, once."""
    app = town.running.app
    assert app is not None
    now = app.clock.now()
    async with app.store.units.writing() as uow:
        who = await _person(speaker, uow)
        planned = await uow.planned_broadcasts.add(
            PlannedBroadcast(
                *(0, estate_key, 0, Content({"zh": words}), Audience(Whom.ALL, (estate_key,)), Channel.GROUPS),
                ask_read=False,
                emergency=False,
                rule=Rule(Repeat.ONCE, now.date() + timedelta(days=7), time(9)),
                state=PlannedState.PLANNED,
                by=Speaker(speaker.id, speaker.name, Body.COMMITTEE),
                by_id=who.id,
                at=now,
                zone="Asia/Shanghai",
                desk_chat_id=None,
                desk_language="",
                due_day=now.date() + timedelta(days=7),
                due_at=now + timedelta(days=7),
            )
        )
        return planned.id


async def template_before(
    town: Estate, speaker: Person, *, estate_key: str = "sunny", words: str = "要告诉邻居的"
) -> int:
    """The id of a template of the estate's own."""
    app = town.running.app
    assert app is not None
    now = app.clock.now()
    async with app.store.units.writing() as uow:
        who = await _person(speaker, uow)
        kept = Template(0, estate_key, f"{estate_key}的范本", {"zh": words}, who.id, who.name, now)
        return (await uow.broadcast_templates.add(kept)).id


async def signup_before(town: Estate, organiser: Person, *, estate_key: str = "sunny") -> int:
    """The id of a sign-up in both groups, without a limit, of which no card was sent."""
    app = town.running.app
    assert app is not None
    now = app.clock.now()
    event = Event("包粽子", "", now + timedelta(days=9), now + timedelta(days=8), guests=2)
    async with app.store.units.writing() as uow:
        who = await _person(organiser, uow)
        chats = [chat.id for chat in await uow.chats.of_estate(estate_key, Purpose.BUILDING)]
        asked = Signup(0, estate_key, 0, event, "Asia/Shanghai", who.id, who.name, now)
        return (await uow.signups.open(scheduled(asked), chats)).id


async def thing_before(town: Estate, finder: Person, *, estate_key: str = "sunny") -> int:
    """The id of something found in the estate, of which no card was sent."""
    app = town.running.app
    assert app is not None
    now = app.clock.now()
    async with app.store.units.writing() as uow:
        who, until = await _person(finder, uow), now + timedelta(days=90)
        found = Thing(0, estate_key, 0, ThingKind.FOUND, "一串钥匙", "", who.id, who.name, now, until)
        chats = [(chat.id, None) for chat in await uow.chats.of_estate(estate_key, Purpose.BUILDING)]
        return (await uow.things.post(thing_scheduled(found), chats, most_things=2, day=now.date())).id


async def gridded_before(town: Estate, *, estate_key: str = "sunny", path: Path = ("3",)) -> tuple[int, int]:
    """The ids of a place that is there and of a grid."""
    assert town.running.app is not None
    async with town.running.app.store.units.writing() as uow:
        grid = await uow.place_trees.add_grid(estate_key, "东片")
        return (await uow.place_trees.tree(estate_key)).nodes[path].id, grid.id


async def told_week_before(town: Estate, wish: Wish) -> int:
    """The id of a week told in the wish's group, which is not sent there."""
    app = town.running.app
    assert app is not None
    told = BulletinLine(wish, Section.NEW, wish.state, None, shown=True)
    async with app.store.units.writing() as uow:
        sums = Sums(filed=1, done=0, left_out=0, overdue=0)
        week = await uow.bulletins.add(wish.chat_id, until=app.clock.now(), language="zh", sums=sums, lines=[told])
        assert week is not None
        return week.id


async def poll_before(town: Estate, speaker: Person, *, estate_key: str = "sunny") -> int:
    """The id of a poll that runs and was posted nowhere."""
    app = town.running.app
    assert app is not None
    now = app.clock.now()
    async with app.store.units.writing() as uow:
        until = now + timedelta(days=5)
        draft = PollDraft("装几盏灯？", ("一盏", "两盏"), False, True, False, until.date())
        by = Speaker(speaker.id, speaker.name, Body.COMMITTEE)
        told = {"by": by, "by_id": (await _person(speaker, uow)).id, "now": now, "closes_at": until}
        return (await uow.polls.open(draft, estate_key=estate_key, **told)).id


async def offered_before(town: Estate, giver: Person, person: Person, *, estate_key: str = "sunny") -> int:
    """The id of an offer to become a volunteer, which nobody answered or was told of."""
    app = town.running.app
    assert app is not None
    now = app.clock.now()
    async with app.store.units.writing() as uow:
        by, who = await _person(giver, uow), await _person(person, uow)
        terms = RoleTerms(GrantRole.VOLUNTEER, "周老师", now.date())
        told = {"estate_key": estate_key, "by_id": by.id, "by": "李书记", "now": now}
        return (await uow.grants.offer(terms, **told, person_id=who.id, link=False)).id  # type: ignore[arg-type]


async def granted_before(town: Estate, giver: Person, person: Person, role: GrantRole) -> None:
    """They said yes to this role, and nobody was told of it."""
    app = town.running.app
    assert app is not None
    now = app.clock.now()
    async with app.store.units.writing() as uow:
        by, who = await _person(giver, uow), await _person(person, uow)
        terms = RoleTerms(role, person.name, now.date())
        told = {"estate_key": "sunny", "by_id": by.id, "by": "李书记", "now": now}
        offered = await uow.grants.offer(terms, **told, person_id=who.id, link=False)  # type: ignore[arg-type]
        await uow.grants.save(grants.accept(offered, person_id=who.id, telegram_id=person.id, now=now))
