"""One of everything that buttons are about, in whichever estate: what people of another one are to know nothing of."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.domain.danger import Danger
from bot.domain.matching import Match
from bot.domain.onboarding import Onboarding, Step
from bot.domain.people import Body, Speaker
from bot.domain.place_tree import Path
from bot.domain.quarrels import Party, Quarrel, QuarrelPhase
from bot.domain.wishes import AnswerKind, Display, State, Visibility, Wish
from bot.messages import Document
from simulator.client import Person
from tests.scenarios.another_estate import NextDoor
from tests.scenarios.archive import (
    answered_before,
    argued_before,
    asked_before,
    asking_before,
    claimed_before,
    entry_before,
    filed_before,
    held_before,
    listed_before,
    planned_before,
    project_before,
    spoken_before,
    to_pass_on_before,
)
from tests.scenarios.desk_archive import (
    broadcast_before,
    gridded_before,
    offered_before,
    poll_before,
    signup_before,
    template_before,
    thing_before,
    told_later_before,
    told_week_before,
)
from tests.scenarios.estate import Estate

WORDS = "别处的人不该知道的话"  #: every wish says them


def seen_from(town: Estate, abroad: NextDoor) -> Estate:
    """The estate next door as its own people see it."""
    return replace(town, building3=abroad.building, secretary=abroad.secretary)


async def one_of_everything(
    town: Estate, *, author: Person, neighbour: Person, estate_key: str, path: Path
) -> dict[str, int]:
    """Ids by the names that `buttons_tried` has for them. Nobody was told of any. `author`, `neighbour`: live there."""
    officer = town.secretary
    public, own, planned, claimed = await filed_before(town, author, *(f"{WORDS}{each}" for each in "甲乙丙丁"))
    (secret,) = await filed_before(town, author, f"{WORDS}戊", visibility=Visibility.COMMITTEE)
    (done,) = await filed_before(town, author, f"{WORDS}己", state=State.DONE)
    (checking,) = await filed_before(town, author, f"{WORDS}庚", display=Display.CHECKING)
    (removed,) = await filed_before(town, author, f"{WORDS}辛", display=Display.REMOVED)
    (spoken,) = await spoken_before(town, author, Visibility.PUBLIC)
    done_answer = await answered_before(town, officer, done, AnswerKind.DONE)
    delib, said = await argued_before(town, author, public)
    service, service_asked, phone = await listed_before(town, author, estate_key=estate_key)
    entry, entry_question = await entry_before(town, officer, author, estate_key=estate_key)
    place, grid = await gridded_before(town, estate_key=estate_key, path=path)
    (own_answer,) = await to_pass_on_before(town, author, officer, [neighbour])
    (own_jot,) = await asked_before(town, officer, [neighbour])
    return {
        "open": public.id,
        "own": own.id,
        "mine": own.id,
        "secret": secret.id,
        "done": done.id,
        "checking": checking.id,
        "removed": removed.id,
        "spoken": spoken.id,
        "done_answer": done_answer,
        "own_answer": own_answer,
        "own_jot": own_jot,
        "own_held": await held_before(town, officer, own),
        "own_held_too": await held_before(town, officer, public),
        "asking": await asking_before(town, done, done_answer),
        "claim": await claimed_before(town, claimed, neighbour),
        "project": await project_before(town, estate_key=estate_key),
        "item": await planned_before(town, planned, estate_key=estate_key),
        "delib": delib,
        "said": said,
        "service": service,
        "service_asked": service_asked,
        "phone": phone,
        "entry": entry,
        "entry_question": entry_question,
        "broadcast": await broadcast_before(town, officer, estate_key=estate_key, words=WORDS),
        "planned": await told_later_before(town, officer, estate_key=estate_key, words=WORDS),
        "template": await template_before(town, officer, estate_key=estate_key, words=WORDS),
        "signup": await signup_before(town, officer, estate_key=estate_key),
        "thing": await thing_before(town, author, estate_key=estate_key),
        "poll": await poll_before(town, officer, estate_key=estate_key),
        "offer": await offered_before(town, officer, author, estate_key=estate_key),
        "week": await told_week_before(town, public),
        "group": public.chat_id,
        "place": place,
        "grid": grid,
        **await _files(town, officer, estate_key=estate_key),
        **await _said_to_one(town, author, officer, public, own, estate_key=estate_key),
        "pending": await _group_that_asks(town, officer, estate_key=estate_key),
    }


async def _files(town: Estate, officer: Person, *, estate_key: str) -> dict[str, int]:
    """A table of the ledger and a file of places that were read and wait for their officer's press."""
    assert town.running.app is not None
    now = town.running.app.clock.now()
    async with town.running.app.store.units.writing() as uow:
        person = await uow.people.seen(telegram_id=officer.id, name=officer.name, username=None, client_language=None)
        chat = await uow.chats.private_of(person)
        known = {"estate_key": estate_key, "chat_id": chat.id, "person_id": person.id, "language": "zh", "now": now}
        keys = [await uow.files.keep(Document(f"{estate_key}-{n}", f"{estate_key}-{n}", "x.csv")) for n in range(2)]
        table = await uow.ledger.take_table(file=keys[0], name="账.csv", **known)
        await uow.ledger.table_read(table, [])
        places = await uow.place_trees.take_file(file=keys[1], name="楼.csv", **known)
        await uow.place_trees.file_read(places, [["楼"], ["77"]], shown="")
    return {"table": table, "places": places}


async def _group_that_asks(town: Estate, officer: Person, *, estate_key: str) -> int:
    """A group of which its administrator said that it belongs there."""
    group = await town.world.group(f"{estate_key}要接的群", creator=officer)
    assert town.running.app is not None
    async with town.running.app.store.units.writing() as uow:
        chat = await uow.chats.seen(telegram_id=group.id, private=False, title=group.title)
        before = await uow.onboardings.of(chat.id) or Onboarding(chat.id, Step.PURPOSE)
        by = await uow.people.seen(telegram_id=officer.id, name=officer.name, username=None, client_language=None)
        now = town.running.app.clock.now()
        asked = replace(before, step=Step.ASKED, estate_key=estate_key, asked_by=by.id, asked_at=now)
        await uow.onboardings.save(asked)
        return chat.id


async def _said_to_one(
    town: Estate, author: Person, officer: Person, wish: Wish, offer: Wish, *, estate_key: str
) -> dict[str, int]:
    """What is between the bot and one person: a question, an alarm, a match, a quarrel with a mediator to come."""
    assert town.running.app is not None
    now = town.running.app.clock.now()
    async with town.running.app.store.units.writing() as uow:
        by = await uow.people.seen(telegram_id=officer.id, name=officer.name, username=None, client_language=None)
        asker = Speaker(officer.id, officer.name, Body.COMMITTEE)
        question = await uow.questions.add(
            wish_id=wish.id, asker=asker, asker_id=by.id, words="哪一层？", told=True, now=now, same_as=offer.id
        )
        alarm = await uow.alarms.add(person_id=wish.author_id, estate_key=estate_key, dangers=(Danger.FIRE,), now=now)
        await uow.matches.add(Match(wish.id, offer.id, wish.author_id, asked_at=now, next_at=now + timedelta(days=9)))
    (fought,) = await filed_before(town, author, f"{WORDS}壬", visibility=Visibility.COMMITTEE)
    async with town.running.app.store.units.writing() as uow:
        quarrel = await uow.quarrels.add(
            Quarrel(
                *(0, fought.id, "", WORDS, None, "楼上", "", QuarrelPhase.WAITING, now),
                author=Party(person_id=fought.author_id),
                other=Party(),
                next_at=now + timedelta(days=9),
            ),
            author_id=fought.author_id,
            now=now,
        )
    return {"question": question.id, "alarm": alarm.id, "wish_offer": offer.id, "quarrel": quarrel.id}
