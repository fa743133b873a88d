"""What a batch of presses will ask of the database, asked at once: one statement a table instead of one a press.

Nothing here is believed longer than it is true. What is written past it is noticed, and then all is forgotten and asked
anew, one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date
from typing import Any

from sqlalchemy import BindParameter, Connection, Executable, Row, bindparam, select

from bot.domain.grants import Grant
from bot.domain.notices import WishChanged
from bot.domain.people import Chat, Person, Purpose
from bot.domain.presses import CardButton, LastPress, Outcome
from bot.domain.scopes import GridOf
from bot.domain.wishes import Stance, Wish
from bot.ports import CountedTap
from bot.store.beginning_tables import card_presses
from bot.store.chats import chat_of
from bot.store.grants import ACCEPTED, GRIDS_OF_BUILDINGS, by_estate, grant_of
from bot.store.held_writes import HeldWrites
from bot.store.outbox import body_of
from bot.store.people import person_of
from bot.store.tables import administrators, chats, notices, people, residents
from bot.store.wish_tables import followers, wishes
from bot.store.wishes import wish_of

_THESE: BindParameter[Any] = bindparam("these", expanding=True)
_BOT: BindParameter[Any] = bindparam("bot")
_TABLES = (chats, people, residents, administrators, wishes, followers, card_presses)
_STANCES = frozenset({CardButton.JOIN, CardButton.SUPPORT, CardButton.HELP})

_CHATS = select(chats).where(chats.c.bot_id == _BOT, chats.c.telegram_id.in_(_THESE))
_PEOPLE = select(people).where(people.c.bot_id == _BOT, people.c.telegram_id.in_(_THESE))
# By id, so that two processes wait for each other and not crosswise.
_WISHES = select(wishes).where(wishes.c.bot_id == _BOT, wishes.c.id.in_(_THESE)).order_by(wishes.c.id).with_for_update()
_HOMES = (
    select(residents.c.person_id, chats)
    .join(chats, residents.c.chat_id == chats.c.id)
    .where(chats.c.bot_id == _BOT, chats.c.purpose == Purpose.BUILDING.value, residents.c.person_id.in_(_THESE))
    .order_by(residents.c.met_at, chats.c.id)
)
_ADMINISTERED = (
    select(administrators.c.telegram_id.label("administrator"), chats)
    .join(chats, administrators.c.chat_id == chats.c.id)
    .where(chats.c.bot_id == _BOT, chats.c.estate_key.is_not(None), chats.c.present)
    .where(administrators.c.telegram_id.in_(_THESE))
    .order_by(chats.c.id)
)
# Not by pairs: for those SQLite would go through the whole table. What is too much among the rows is none of ours.
_ON: BindParameter[Any] = bindparam("on", expanding=True)
_HELD = select(followers.c.wish_id, followers.c.person_id, followers.c.stance).where(
    followers.c.wish_id.in_(_ON), followers.c.person_id.in_(_THESE)
)
_PRESSED = select(card_presses).where(card_presses.c.wish_id.in_(_ON), card_presses.c.person_id.in_(_THESE))
# Who is telling the world of it already may have read the counts: that one is passed over, and the world told again.
_UNTOLD = (
    select(notices.c.body)
    .where(notices.c.bot_id == _BOT, notices.c.settled_at.is_(None), notices.c.body.in_(_THESE))
    .with_for_update(skip_locked=True)
)


class Foreseen:
    """Of one batch. What is in none of these was not looked up; what was looked up and is not there is in them too."""

    def __init__(self, connection: Connection, bot_id: int) -> None:
        self._connection, self._bot_id = connection, bot_id
        self.writes = HeldWrites(connection, forget=self._forget)
        self.chats: dict[int, Chat] = {}  #: by Telegram id
        self.people: dict[int, tuple[Person, date | None]] = {}  #: by Telegram id, with the day they were seen last
        self.homes: dict[int, tuple[Chat, ...]] = {}  #: by person id, as `Chats.homes_of`
        self.administered: dict[int, tuple[Chat, ...]] = {}  #: by Telegram id, as `Chats.administered_by`
        self.wishes: dict[int, Wish] = {}  #: locked
        self.grants: list[Grant] = []  #: as `Grants.accepted`
        self.grids: Mapping[str, GridOf] = {}  #: as `Grants.grids_of_buildings`, if one of the grants needs it
        self.announced: dict[int, bool] = {}  #: wishes of which the world is to be told already that they changed
        self._stances: dict[tuple[int, int], frozenset[Stance]] = {}  #: by wish and person id
        self._presses: dict[tuple[int, int, CardButton], LastPress | None] = {}  #: by wish and person id
        self._new: set[int] = set()  #: ids of people who were met for the first time

    def look_up(self, taps: Sequence[CountedTap]) -> None:
        """Wishes first, and locked: after that nobody else changes who stands how to them."""
        cards = [(wish_id, tap) for tap in taps if (wish_id := _wish_id(tap.data)) is not None]
        self.wishes = {row.id: wish_of(row) for row in self._all(_WISHES, {wish_id for wish_id, _ in cards})}
        accepted = self._connection.execute(ACCEPTED, {"bot": self._bot_id})
        self.grants = [grant_of(row) for row in accepted]
        if any(grant.terms.scope.grid_id is not None for grant in self.grants):
            self.grids = by_estate(self._connection.execute(GRIDS_OF_BUILDINGS, {"bot": self._bot_id}))
        places = {tap.chat_telegram_id for tap in taps}
        self.chats = {row.telegram_id: chat_of(row) for row in self._all(_CHATS, places)}
        senders = {tap.person_telegram_id for tap in taps}
        self.people = {row.telegram_id: (person_of(row), row.seen_on) for row in self._all(_PEOPLE, senders)}
        self._look_up_homes(senders)
        self._look_up_presses(cards)
        changed = {body_of(WishChanged(wish_id)): wish_id for wish_id in self.wishes}
        self.announced = {changed[row.body]: True for row in self._all(_UNTOLD, changed.keys())}

    def met(self, person: Person, seen_on: date) -> None:
        """Somebody of whom nothing is kept yet, so that nothing need be looked up."""
        self.people[person.telegram_id] = (person, seen_on)
        self.homes[person.id] = ()
        self._new.add(person.id)

    def stances_of(self, wish_id: int, person_id: int) -> frozenset[Stance] | None:
        """None: not known here."""
        return self._stances.get((wish_id, person_id), frozenset() if person_id in self._new else None)

    def take(self, wish_id: int, person_id: int, stances: frozenset[Stance]) -> None:
        """What a held row makes true."""
        self.writes.remember(self._stances, (wish_id, person_id), stances)

    def last_press(self, wish_id: int, person_id: int, button: CardButton) -> tuple[bool, LastPress | None]:
        """Whether it is known here, and the press, if there was one."""
        key = (wish_id, person_id, button)
        return key in self._presses or person_id in self._new, self._presses.get(key)

    def pressed(self, wish_id: int, person_id: int, button: CardButton, last: LastPress) -> None:
        """What a held row makes true."""
        self.writes.remember(self._presses, (wish_id, person_id, button), last)

    def notice(self, statement: Executable | None) -> None:
        """Something else is about to be asked or written, past all this; None: nobody knows what."""
        self.writes.make_way()
        if statement is not None and (statement.is_select or getattr(statement, "table", None) not in (None, *_TABLES)):
            return
        self._forget()

    def _look_up_homes(self, senders: set[int]) -> None:
        ids = {person.id for person, _ in self.people.values()}
        known = {chat.id: chat for chat in self.chats.values()}
        homes = ((row.person_id, row) for row in self._all(_HOMES, ids))
        administered = ((row.administrator, row) for row in self._all(_ADMINISTERED, senders))
        self.homes = _grouped(ids, homes, known)
        self.administered = _grouped(senders, administered, known)

    def _look_up_presses(self, cards: Sequence[tuple[int, CountedTap]]) -> None:
        pairs = {
            (wish_id, self.people[tap.person_telegram_id][0].id)
            for wish_id, tap in cards
            if wish_id in self.wishes and tap.person_telegram_id in self.people
        }
        wish_ids, senders = {wish_id for wish_id, _ in pairs}, {person_id for _, person_id in pairs}
        held: dict[tuple[int, int], set[Stance]] = {pair: set() for pair in pairs}
        for row in self._all(_HELD, senders, on=wish_ids):
            if (pair := (row.wish_id, row.person_id)) in pairs:
                held[pair].add(Stance(row.stance))
        self._stances = {pair: frozenset(stances) for pair, stances in held.items()}
        self._presses = {(*pair, button): None for pair in pairs for button in _STANCES}
        for row in self._all(_PRESSED, senders, on=wish_ids):
            if (row.wish_id, row.person_id) in pairs:
                last = LastPress(Outcome(row.outcome), row.pressed_at)
                self._presses[row.wish_id, row.person_id, CardButton(row.button)] = last

    def _all(self, statement: Executable, these: Set[Any], on: Set[int] | None = None) -> Sequence[Row[Any]]:
        if not these:
            return ()
        values: dict[str, Any] = {"bot": self._bot_id, "these": sorted(these)}
        if on is not None:
            values = {"these": sorted(these), "on": sorted(on)}
        return self._connection.execute(statement, values).all()

    def _forget(self) -> None:
        by_id = (self.chats, self.people, self.homes, self.administered, self.wishes)
        for known in (*by_id, self._stances, self._presses):
            known.clear()
        self._new.clear()


def _grouped(
    keys: Iterable[int], rows: Iterable[tuple[int, Row[Any]]], known: dict[int, Chat]
) -> dict[int, tuple[Chat, ...]]:
    grouped: dict[int, tuple[Chat, ...]] = dict.fromkeys(keys, ())
    for key, row in rows:
        chat = known.get(row.id) or known.setdefault(row.id, chat_of(row))
        grouped[key] = (*grouped[key], chat)
    return grouped


def _wish_id(data: str) -> int | None:
    """Of the card a stance is pressed on. A guess at what will be asked; the button's own code reads it for itself."""
    button, _, number = data.partition(":")
    return int(number) if button in _STANCES and number.isdecimal() and len(number) < 10 else None
