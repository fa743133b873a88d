"""One update, one unit of work: who is this, in which place, which language; what to say; one commit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

import msgspec
import structlog

from bot.dispatch import decode
from bot.dispatch.asides import aside, holding
from bot.dispatch.decode import Envelope
from bot.dispatch.floods import FloodGate
from bot.dispatch.front import Front
from bot.dispatch.polls import tell_of_poll
from bot.domain import rights
from bot.domain.errors import NotAVoiceNote, OnlyWordsAndPhotos, OurOwnWords, Refused
from bot.domain.floods import Flow
from bot.domain.house import House
from bot.domain.people import Chat, Estate, Person, Purpose, language_for
from bot.domain.unsigned import ROUTE as SIGNATURE
from bot.domain.whispers import UNSEEN
from bot.messages import Actor, BotMoved, Command, Foothold, Incoming, Line, Press, Reply, Said, Say, Toast, hung_on
from bot.ports import (
    Ambiguous,
    Clock,
    CountedTap,
    Gone,
    Inbox,
    InboxRow,
    Moved,
    Rejected,
    Retry,
    TapAnswer,
    Transport,
    UnitOfWork,
    UnitsOfWork,
)
from bot.services import roster

ADMINISTRATORS_FOR = timedelta(minutes=5)  #: how long a read list of administrators is trusted

_log = structlog.get_logger(__name__)


class NotMetYet(Exception):
    """Said in a group that nobody told us of: the word that it is one we know may be on its way, to another process."""


class Dispatcher:
    """Handles inbox rows.

    `committed` is called after each commit, so that delivery looks at once; `file_came` after one that may have kept
    a photo or a voice note, whose bytes are to be fetched. `must_hear`: whether words are handled even in a flood.
    """

    def __init__(
        self,
        *,
        units: UnitsOfWork,
        inbox: Inbox,
        front: Front,
        house: House,
        bot_id: int,
        transport: Transport,
        clock: Clock,
        answer_query: Callable[[str, Toast | None, str], None],
        committed: Callable[[], None],
        file_came: Callable[[], None] | None = None,
        must_hear: Callable[[str], bool] | None = None,
    ) -> None:
        self._units, self._inbox, self._front, self._house = units, inbox, front, house
        self._bot_id, self._transport, self._clock = bot_id, transport, clock
        self._answer_query, self._committed, self._file_came = answer_query, committed, file_came
        self._gate = FloodGate(house.floods, must_hear=must_hear)

    async def handle(self, row: InboxRow) -> None:
        """Do what the update asks and commit it with the row's removal.

        Whatever else is raised is a bug or an outage: nothing was committed, the row is still there.

        Raises:
            NotMetYet: at the first attempt only; a moment later it is handled as it is.
        """
        envelope = decode.read(row.payload, bot_id=self._bot_id, username=self._house.bot_username)
        if envelope is not None:
            await self._met_before(row, envelope)
        flow = self._flow(row, envelope) if envelope else Flow.HEARD
        if envelope is not None and flow is not Flow.HEARD:
            await self._turn_away(row, envelope, told=flow is Flow.TOLD)
            return
        administrators = await self._read_administrators(envelope) if envelope else {}
        press: tuple[str, Toast | None, str] | None = None
        async with self._units.writing() as uow:
            await self._inbox.hold(uow, row.update_id)
            if envelope is not None:
                press = await self._effects(envelope, administrators, uow, received_at=row.received_at)
            await self._inbox.done(uow, row.update_id)
        if press is not None:
            self._answer_query(*press)
        self._committed()
        if envelope is not None and _holds_a_file(envelope) and self._file_came is not None:
            self._file_came()

    async def _met_before(self, row: InboxRow, envelope: Envelope) -> None:
        if row.attempts > 1 or envelope.where.private or isinstance(envelope.what, decode.OF_THE_GROUP):
            return
        async with self._units.reading() as uow:
            if not await uow.chats.is_known(envelope.where.telegram_id):
                raise NotMetYet

    def _flow(self, row: InboxRow, envelope: Envelope) -> Flow:
        what = envelope.what
        if isinstance(what, decode.OF_THE_GROUP):
            return Flow.HEARD
        words = "" if isinstance(what, decode.PressSeen) else what.words
        return self._gate.flow(row, sent_at=envelope.sent_at, words=words)

    async def _turn_away(self, row: InboxRow, envelope: Envelope, *, told: bool) -> None:
        """Unhandled, but done with. `told`: this time they are asked to slow down. A press never goes on spinning."""
        what = envelope.what
        language = self._house.default_language
        async with self._units.writing() as uow:
            await self._inbox.hold(uow, row.update_id)
            if told:
                actor = await self._actor(envelope, uow, now=self._clock.now())
                language = actor.language
                if not isinstance(what, decode.PressSeen):
                    answers = None if envelope.where.private else getattr(what, "message_id", None) or None
                    slower = Reply((Line("flood-slower"),), answers=answers, silent=True)
                    since = envelope.sent_at or row.received_at
                    slower = self._aside(slower, envelope, _incoming(envelope, actor), since=since)
                    await uow.outbox.say(actor.chat.id, slower, language=language)
            await self._inbox.done(uow, row.update_id)
        if isinstance(what, decode.PressSeen):
            self._answer_query(what.query_id, Toast("flood-slower", alert=True) if told else None, language)
        _log.info("flood_dropped", update_id=row.update_id)
        self._committed()

    async def judge(self, tap: CountedTap, uow: UnitOfWork, now: datetime) -> TapAnswer:
        """Count one press of a counted button, or refuse it; fulfils `ports.Judge`. It commits nothing.

        Whatever is raised is a bug: the caller undoes this one.
        """
        envelope = decode.tapped(tap)
        row = InboxRow(tap.update_id, *tap.lane, payload="", received_at=now, attempts=1)
        flow = self._flow(row, envelope)
        if flow is Flow.DROPPED:
            return TapAnswer(tap.query_id, None, self._house.default_language)
        actor = await self._actor(envelope, uow, now=now)
        if flow is Flow.TOLD:
            return TapAnswer(tap.query_id, Toast("flood-slower", alert=True), actor.language)
        says = await self._answers(envelope, _incoming(envelope, actor), uow, now)
        toast = next((say for say in says if isinstance(say, Toast)), None)
        for say in says:
            if isinstance(say, Reply):
                await uow.outbox.say(actor.chat.id, say, language=actor.language)
        return TapAnswer(tap.query_id, toast, actor.language)

    async def apologise(self, row: InboxRow) -> None:
        """The update failed for good: its sender gets one apology, where they are."""
        envelope = decode.read(row.payload, bot_id=self._bot_id, username=self._house.bot_username)
        if envelope is None or isinstance(envelope.what, decode.OF_THE_GROUP):
            return
        async with self._units.writing() as uow:
            actor = await self._actor(envelope, uow, now=self._clock.now())
            answers = None if envelope.where.private else getattr(envelope.what, "message_id", None) or None
            incoming = _incoming(envelope, actor)
            first = await self._front.first_of_all(incoming, uow=uow, now=self._clock.now())
            for say in (*first, Reply((Line("apology"),))):
                if isinstance(say, Reply):
                    reply = msgspec.structs.replace(say, answers=answers)
                    reply = self._aside(reply, envelope, incoming, since=envelope.sent_at or row.received_at)
                    await uow.outbox.say(actor.chat.id, reply, language=actor.language)
        if isinstance(envelope.what, decode.PressSeen):
            self._answer_query(envelope.what.query_id, None, actor.language)
        self._committed()

    async def _effects(
        self,
        envelope: Envelope,
        administrators: Mapping[int, frozenset[int]],
        uow: UnitOfWork,
        *,
        received_at: datetime,
    ) -> tuple[str, Toast | None, str] | None:
        now = self._clock.now()
        if isinstance(envelope.what, decode.MigratedSeen):
            chat = await self._chat(envelope, uow)
            await uow.chats.move(chat.id, telegram_id=envelope.what.new_telegram_id)
            new_id, title = envelope.what.new_telegram_id, envelope.where.title
            chat = await uow.chats.seen(telegram_id=new_id, private=False, title=title)
            await self._front.group_moved(chat, uow=uow, now=now)
            return None
        if isinstance(envelope.what, decode.PollAnsweredSeen | decode.PollStoodSeen):
            await tell_of_poll(envelope.sender, envelope.what, self._front, uow=uow, now=now)
            return None
        if isinstance(envelope.what, decode.TopicOpenedSeen):
            await uow.topics.opened((await self._chat(envelope, uow)).id, envelope.what.topic_id)
            return None
        if isinstance(moved := envelope.what, decode.PeopleMovedSeen):
            chat = await self._chat(envelope, uow)
            await self._front.people_moved(chat, moved.telegram_ids, left=moved.left, uow=uow, now=now)
            return None
        for chat_id, telegram_ids in administrators.items():
            await uow.chats.set_administrators(chat_id, telegram_ids, now=now)
        actor = await self._actor(envelope, uow, now=now)
        incoming = _incoming(envelope, actor)
        if isinstance(incoming, Command) and not actor.chat.private and not self._front.knows(incoming.name):
            # A bare command in a group may be meant for another bot: only what names us is answered.
            assert isinstance(envelope.what, decode.CommandSeen)
            if not envelope.what.named_us:
                return None
        says = await self._answers(envelope, incoming, uow, now)
        toast = next((say for say in reversed(says) if isinstance(say, Toast)), None)
        replies = [
            self._aside(_aimed(say, incoming), envelope, incoming, since=envelope.sent_at or received_at)
            for say in says
            if isinstance(say, Reply)
        ]
        replies = holding(replies, toast, incoming)
        for reply in replies:
            await uow.outbox.say(actor.chat.id, reply, language=actor.language)
        if isinstance(incoming, Press) and not any(reply.whisper and reply.whisper.holds_query for reply in replies):
            return incoming.query_id, toast, actor.language
        return None

    def _aside(self, reply: Reply, envelope: Envelope, incoming: Incoming, *, since: datetime) -> Reply:
        allowed, unseen = self._house.whispers, envelope.ephemeral_id
        return aside(reply, incoming, ephemeral_id=unseen, since=since, allowed=allowed)

    async def _answers(self, envelope: Envelope, incoming: Incoming, uow: UnitOfWork, now: datetime) -> tuple[Say, ...]:
        try:
            seen = envelope.what
            if envelope.sender.anonymous and isinstance(incoming, Command | Said):
                if isinstance(seen, decode.SaidSeen) and (seen.unreadable or seen.our_own):
                    return ()
                return await self._front.ask_who(incoming, uow=uow, now=now)
            if isinstance(seen, decode.SaidSeen) and seen.our_own:
                raise OurOwnWords
            async with uow.savepoint():
                if isinstance(incoming, Said) and incoming.document is not None:
                    taken = await self._front.file(incoming, uow=uow, now=now)
                    if taken:
                        return taken
                if isinstance(incoming, Said) and isinstance(seen, decode.SaidSeen) and seen.unreadable:
                    why = NotAVoiceNote() if seen.recorded else OnlyWordsAndPhotos()
                    return await self._front.cannot_read(incoming, why, uow=uow, now=now)
                said = await self._front.answer(incoming, uow=uow, now=now)
                left_out = said and isinstance(seen, decode.SaidSeen) and seen.left_out
                return (*said, Reply((Line("attachment-left-out"),))) if left_out else said
        except Refused as refused:
            return (_refusal(refused, incoming),)

    async def _read_administrators(self, envelope: Envelope) -> dict[int, frozenset[int]]:
        """By our chat id, the lists that matter here and are too old: this group's, and those the person stands on.

        So whoever administers a group no longer is no moderator in private either.
        """
        what = envelope.what
        if not isinstance(what, decode.CommandSeen | decode.PressSeen):
            return {}
        name = what.name if isinstance(what, decode.CommandSeen) else what.data.partition(":")[0]
        if not self._front.asks_administrators(name):
            return {}
        read: dict[int, frozenset[int]] = {}
        trusted_for = timedelta(0) if name == SIGNATURE else ADMINISTRATORS_FOR
        for chat in await self._outdated(envelope, trusted_for):
            try:
                read[chat.id] = await self._transport.administrators(chat.telegram_id)
            except (Retry, Ambiguous, Gone, Moved, Rejected) as why:
                _log.warning("administrators_unread", chat_id=chat.id, reason=type(why).__name__)
        return read

    async def _outdated(self, envelope: Envelope, trusted_for: timedelta) -> list[Chat]:
        async with self._units.writing() as uow:
            matter = list(await uow.chats.administered_by(envelope.sender.telegram_id))
            if not envelope.where.private:
                matter.append(await self._chat(envelope, uow))
            trusted_since = self._clock.now() - trusted_for
            read_at = {chat.id: await uow.chats.administrators_read_at(chat.id) for chat in matter}
        by_id = {chat.id: chat for chat in matter}
        return [chat for key, chat in by_id.items() if (at := read_at[key]) is None or at <= trusted_since]

    async def _chat(self, envelope: Envelope, uow: UnitOfWork) -> Chat:
        where = envelope.where
        return await uow.chats.seen(telegram_id=where.telegram_id, private=where.private, title=where.title)

    async def _actor(self, envelope: Envelope, uow: UnitOfWork, *, now: datetime) -> Actor:
        sender = envelope.sender
        chat = await self._chat(envelope, uow)
        person = await uow.people.seen(
            telegram_id=sender.telegram_id,
            name=sender.name,
            username=sender.username,
            client_language=sender.client_language,
        )
        if not isinstance(envelope.what, decode.BotMovedSeen) and not sender.anonymous:
            person = await self._met(person, chat, uow, now=now)
        all_estates = await roster.estates_now(self._house.estates, uow=uow, now=now)
        estates = await self._footholds(person, chat, all_estates, uow)
        home = await self._estate_of_home(person, all_estates, uow) if chat.private else None
        estate = all_estates.get(chat.estate_key or "") or home
        if estate is None and chat.private and estates:
            estate = next(iter(estates.values())).estate
        language = language_for(person=person, chat=chat, estate=estate, default=self._house.default_language)
        roles = estates[estate.key].roles if estate and estate.key in estates else frozenset({rights.Role.OUTSIDER})
        return Actor(person, chat, language, estate, roles, estates)

    async def _met(self, person: Person, chat: Chat, uow: UnitOfWork, *, now: datetime) -> Person:
        """Remember what meeting them here means: they can be written to, or they live here."""
        if chat.private and not person.started:
            await uow.people.set_started(person.id, True)
            return replace(person, started=True)
        if chat.purpose is Purpose.BUILDING:
            await uow.chats.add_resident(chat.id, person.id, now=now)
            if person.home_chat_id is None or await self._is_nearer(chat, person.home_chat_id, uow):
                await uow.people.set_home(person.id, chat.id)
                return replace(person, home_chat_id=chat.id)
        return person

    async def _is_nearer(self, chat: Chat, home_chat_id: int, uow: UnitOfWork) -> bool:
        """A building's group, where a wider one of its estate was known as the home."""
        if chat.place.building is None or chat.id == home_chat_id:
            return False
        home = await uow.chats.get(home_chat_id)
        return home.estate_key == chat.estate_key and home.place.building is None

    async def _estate_of_home(self, person: Person, estates: Mapping[str, Estate], uow: UnitOfWork) -> Estate | None:
        if person.home_chat_id is None:
            return None
        home = await uow.chats.get(person.home_chat_id)
        return estates.get(home.estate_key or "")

    async def _footholds(
        self, person: Person, chat: Chat, estates: Mapping[str, Estate], uow: UnitOfWork
    ) -> dict[str, Foothold]:
        """The roles in every estate the person has to do with; where they are now is among them."""
        lives_in = {home.estate_key for home in await uow.chats.homes_of(person.id)}
        administers = {group.estate_key for group in await uow.chats.administered_by(person.telegram_id)}
        concerned = lives_in | administers | {chat.estate_key}
        footholds: dict[str, Foothold] = {}
        for key, estate in estates.items():
            if key not in concerned and not estate.concerns(person.telegram_id):
                continue
            roles = rights.roles_of(person, estate=estate, resident=key in lives_in, administers=key in administers)
            footholds[key] = Foothold(estate, roles)
        return footholds


def _incoming(envelope: Envelope, actor: Actor) -> Incoming:
    what = envelope.what
    if isinstance(what, decode.CommandSeen):
        return Command(
            *(actor, what.name, what.words, what.message_id, what.photo, what.about, what.voice, what.topic_id),
            sent_at=envelope.sent_at,
            document=what.document,
        )
    if isinstance(what, decode.PressSeen):
        unseen = envelope.ephemeral_id is not None
        return Press(actor, what.data, what.query_id, what.message_id, what.topic_id, secret=unseen)
    if isinstance(what, decode.BotMovedSeen):
        return BotMoved(actor, what.present, what.administrator, what.was_present)
    assert isinstance(what, decode.SaidSeen)
    return Said(
        *(actor, what.words, what.message_id, what.photo, what.answers, what.voice, what.topic_id),
        sent_at=envelope.sent_at,
        document=what.document,
        markup=what.markup,
    )


def _holds_a_file(envelope: Envelope) -> bool:
    return any(getattr(envelope.what, name, None) is not None for name in ("photo", "voice", "document"))


def _refusal(refused: Refused, incoming: Incoming) -> Say:
    key = type(refused).text_key()
    if isinstance(incoming, Press):
        return Toast(key, dict(refused.variables), alert=True)
    return Reply((Line(key, dict(refused.variables)),))


def _aimed(reply: Reply, incoming: Incoming) -> Reply:
    """In a group an answer hangs on the message it answers, so that everyone sees what it is about; in its topic."""
    if incoming.actor.chat.private or isinstance(incoming, BotMoved):
        return reply
    if reply.topic is None and reply.edits is None and incoming.topic_id is not None:
        reply = msgspec.structs.replace(reply, thread_id=incoming.topic_id)
    if isinstance(incoming, Press) or incoming.message_id == UNSEEN:  # which names nothing to hang on
        return reply
    return hung_on(reply, incoming.message_id)
