"""Wishes that were there before the story begins, put into the database at once: filing them is another story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.domain import claiming, wishes
from bot.domain.claiming import Claim, ClaimKind, Phase
from bot.domain.deliberations import By, Contribution, Deliberation, Form, Part, Side
from bot.domain.deliberations import Voice as HeardAs
from bot.domain.directory import Duty, Entry, Particulars, Provider
from bot.domain.filed_for import FiledFor, Filer, Way
from bot.domain.items import Plan, Tier
from bot.domain.ledger import Draft as EntryDraft
from bot.domain.ledger import EntryKind
from bot.domain.people import Body, Purpose, Speaker
from bot.domain.people import Person as Known
from bot.domain.places import Place
from bot.domain.projects import Brief, ProjectKind, Stage
from bot.domain.verdicts import Round
from bot.domain.wishes import AnswerKind, Category, Display, Draft, Kind, Stance, State, Visibility, VoiceNote, Wish
from bot.messages import Quoted, Voice
from bot.ports import UnitOfWork
from simulator.client import Group, Person
from tests.scenarios.estate import Estate


async def filed_before(
    town: Estate,
    author: Person,
    *words: str,
    group: Group | None = None,
    visibility: Visibility = Visibility.PUBLIC,
    state: State = State.OPEN,
    display: Display = Display.SHOWN,
    lives_there: bool = True,
) -> list[Wish]:
    """One wish for each of `words`, oldest first; no card was sent. The group must be bound.

    `lives_there`: the author is known from it (still).
    """
    app = town.running.app
    assert app is not None
    now = app.clock.now()
    async with app.store.units.writing() as uow:
        home = group or town.building3
        chat = await uow.chats.seen(telegram_id=home.id, private=False, title=home.title)
        assert chat.purpose is Purpose.BUILDING
        estate = app.house.estates[chat.estate_key or ""]
        person = await _person(author, uow)
        if lives_there:
            await uow.chats.add_resident(chat.id, person.id, now=now)
        made = []
        for each in words:
            draft = Draft(Kind.WANT, each, Place(building="3"), Category.OTHER, visibility)
            wish = await uow.wishes.add(
                draft,
                estate_key=estate.key,
                author=person,
                chat_id=chat.id,
                filed_at=now,
                next_date=wishes.answer_due(now, estate),
            )
            if state is not State.OPEN:
                wish = replace(wish, state=state, next_date=None)
            if (state, display) != (State.OPEN, Display.SHOWN):
                wish = replace(wish, display=display)
                await uow.wishes.save(wish)
            made.append(wish)
        return made


async def spoken_before(town: Estate, author: Person, *visibilities: Visibility) -> list[Wish]:
    """A wish that was spoken and waits for its line, for each way of being seen. Its author is known already."""
    app = town.running.app
    assert app is not None
    now, home = app.clock.now(), town.building3
    async with app.store.units.writing() as uow:
        chat = await uow.chats.seen(telegram_id=home.id, private=False, title=home.title)
        estate = app.house.estates[chat.estate_key or ""]
        person = await _person(author, uow)
        made = []
        for number, visibility in enumerate(visibilities):
            voice = Voice(f"file-of-note-{number}", f"note-{number}", 12)
            note = VoiceNote(await uow.files.keep(voice), voice.length_s)
            draft = Draft(Kind.WANT, "", Place(building="3"), Category.OTHER, visibility, voice=note)
            due = wishes.answer_due(now, estate)
            made.append(
                await uow.wishes.add(
                    draft, estate_key=estate.key, author=person, chat_id=chat.id, filed_at=now, next_date=due
                )
            )
        return made


async def followed_before(town: Estate, person: Person, *followed: Wish, stance: Stance = Stance.JOIN) -> None:
    app = town.running.app
    assert app is not None
    async with app.store.units.writing() as uow:
        for wish in followed:
            await uow.followers.add(wish.id, (await _person(person, uow)).id, stance, now=app.clock.now())


async def _person(who: Person, uow: UnitOfWork) -> Known:
    return await uow.people.seen(telegram_id=who.id, name=who.name, username=None, client_language=None)


async def answered_before(town: Estate, speaker: Person, wish: Wish, kind: AnswerKind) -> int:
    """The id of an answer that nobody was told of."""
    app = town.running.app
    assert app is not None
    estate = app.house.estates[wish.estate_key]
    async with app.store.units.writing() as uow:
        answer = await uow.answers.add(
            wish_id=wish.id,
            kind=kind,
            words="早就办好了",
            due_on=None,
            photos=(),
            speaker=estate.speakers[speaker.id],
            speaker_id=(await _person(speaker, uow)).id,
            now=app.clock.now(),
        )
        return answer.id


async def to_pass_on_before(town: Estate, author: Person, speaker: Person, filers: Sequence[Person]) -> list[int]:
    """For each filer the id of an answer to a wish that they filed for a neighbour, and told nobody of yet."""
    made = await filed_before(town, author, *(f"{filer.name}替邻居提的" for filer in filers))
    app = town.running.app
    assert app is not None
    async with app.store.units.writing() as uow:
        for wish, filer in zip(made, filers, strict=True):
            known = await _person(filer, uow)
            await uow.filed_for.add(FiledFor(wish.id, known.id, filer.name, Filer.CAPTAIN, Way.VISIT))
    return [await answered_before(town, speaker, wish, AnswerKind.REPLY) for wish in made]


async def asked_before(town: Estate, asker: Person, authors: Sequence[Person]) -> list[int]:
    """For each author the id of a sentence of building 3's group that waits for their press."""
    app = town.running.app
    assert app is not None
    ids = []
    async with app.store.units.writing() as uow:
        chat = await uow.chats.seen(telegram_id=town.building3.id, private=False, title=town.building3.title)
        asked_by = (await _person(asker, uow)).id
        for at, author in enumerate(authors):
            quoted = Quoted(50_000 + at, author.id, author.name, "走廊也要扫一扫")
            jot = await uow.jots.add(
                quoted, author_telegram_id=author.id, chat_id=chat.id, asked_by=asked_by, now=app.clock.now()
            )
            assert jot is not None
            ids.append(jot.id)
    return ids


async def held_before(town: Estate, speaker: Person, wish: Wish) -> int:
    """The id of an answer that can be taken back for a day to come."""
    app = town.running.app
    assert app is not None
    now = app.clock.now()
    async with app.store.units.writing() as uow:
        person = await _person(speaker, uow)
        answer = await uow.answers.add(
            wish_id=wish.id,
            kind=AnswerKind.REPLY,
            words="先这样答",
            due_on=None,
            photos=(),
            speaker=Speaker(speaker.id, speaker.name, Body.MODERATOR),
            speaker_id=person.id,
            now=now,
        )
        await uow.answers.hold(answer.id, due_at=now + timedelta(days=1))
        return answer.id


async def claimed_before(town: Estate, wish: Wish, claimer: Person) -> int:
    """The id of a running claim of the wish, of which nobody was told."""
    app = town.running.app
    assert app is not None
    now = app.clock.now()
    async with app.store.units.writing() as uow:
        who = await _person(claimer, uow)
        claim = Claim(
            0, wish.id, who.id, ClaimKind.RESIDENT, helpers="", firm="", due_on=now.date() + timedelta(days=9),
            claimed_at=now, enters_home=False, needs_word=False, phase=Phase.RUNNING, phase_at=now, accepted_at=now,
        )  # fmt: skip
        await uow.wishes.save(claiming.taken_on(wish, claim, name=who.name))
        return (await uow.wish_claims.add(claim)).id


async def asking_before(town: Estate, wish: Wish, answer_id: int) -> int:
    """The id of the question to the wish's author alone whether it is done, of which nobody was told."""
    app = town.running.app
    assert app is not None
    now = app.clock.now()
    async with app.store.units.writing() as uow:
        asking = await uow.verdicts.ask(
            wish_id=wish.id,
            answer_id=answer_id,
            round=Round.FIRST,
            asked_at=now,
            closes_at=now + timedelta(days=7),
            reopen_until=None,
            people=[(wish.author_id, True, False)],
        )
        return asking.id


async def project_before(town: Estate, *, estate_key: str = "sunny") -> int:
    """The id of a project of the whole estate that is under way, of which nobody was told."""
    app = town.running.app
    assert app is not None
    async with app.store.units.writing() as uow:
        end = app.clock.now().date() + timedelta(days=60)
        brief = Brief(ProjectKind.WORKS, "换走廊的灯", None, end)
        project = await uow.projects.open(brief, estate_key=estate_key)
        await uow.projects.save(replace(project, stage=Stage.UNDER_WAY))
        return project.id


async def planned_before(town: Estate, *made_of: Wish, estate_key: str = "sunny") -> int:
    """The id of an item of the plan made of these wishes, of which everybody was told."""
    app = town.running.app
    assert app is not None
    now = app.clock.now()
    async with app.store.units.writing() as uow:
        plan = Plan("修坡道", Tier.SOON, now.date() + timedelta(days=60), Body.PROPERTY)
        item = await uow.items.make(plan, estate_key=estate_key, now=now)
        await uow.items.put_in(item.id, [wish.id for wish in made_of])
        for wish in made_of:
            await uow.items.told(item.id, wish.id)
        return item.id


async def listed_before(town: Estate, asker: Person, *, estate_key: str = "sunny") -> tuple[int, int, int]:
    """The ids of a service, of a question about it that nobody answered, and of a phone number."""
    app = town.running.app
    assert app is not None
    now = app.clock.now()
    card = Particulars("代办老年卡", Provider(Body.COMMITTEE), Duty.MUST, "带身份证来")
    async with app.store.units.writing() as uow:
        by, by_id = Speaker(0, "李书记", Body.COMMITTEE), (await _person(town.secretary, uow)).id
        wrote = {"estate_key": estate_key, "by": by, "by_id": by_id}
        service = await uow.services.add(card, today=now.date(), **wrote)
        phone = await uow.phones.add(Entry("物业前台", "021-65432100"), **wrote)
        question = await uow.service_questions.add(
            service_id=service.id,
            estate_key=estate_key,
            asker_id=(await _person(asker, uow)).id,
            words="周末能办吗",
            due_on=now.date(),
            now=now,
        )
        return service.id, question.id, phone.id


async def entry_before(town: Estate, speaker: Person, asker: Person, *, estate_key: str = "sunny") -> tuple[int, int]:
    """The ids of an entry of the ledger, of the committee's, and of a question about it, of which nobody was told."""
    app = town.running.app
    assert app is not None
    now = app.clock.now()
    async with app.store.units.writing() as uow:
        who, asks = await _person(speaker, uow), await _person(asker, uow)
        entry = await uow.ledger.publish(
            EntryDraft(EntryKind.EXPENSE, "welfare", 50_000, now.date(), "给长者送粽子"),
            estate_key=estate_key,
            by=Speaker(speaker.id, speaker.name, Body.COMMITTEE),
            by_id=who.id,
            now=now,
        )
        asked = await uow.ledger.ask(entry.id, asker_id=asks.id, name="", words="送了几位？", now=now)
        return entry.id, asked.id


async def argued_before(town: Estate, speaker: Person, wish: Wish) -> tuple[int, int]:
    """The ids of a council about the wish and of a statement in it, of which nobody was told."""
    app = town.running.app
    assert app is not None
    now = app.clock.now()
    until = now + timedelta(days=7)
    async with app.store.units.writing() as uow:
        who = (await _person(speaker, uow)).id
        argued = await uow.deliberations.add(
            Deliberation(
                *(0, wish.id, Form.COUNCIL, "装在哪？", "", "", now, until.date(), until, who),
                By(speaker.name, Body.COMMITTEE),
                next_at=until,
            )
        )
        said = await uow.deliberations.say(
            Contribution(
                *(0, argued.id, wish.id, 0, who, Part.STATEMENT, HeardAs.OWNERS, Side.FOR),
                *("钱主任", "装在门口", (), now),
            )
        )
        return argued.id, said.id
