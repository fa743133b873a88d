"""The front desk: an open dialog's next step, else the route table, else a sentence that may be a wish."""

from __future__ import annotations

from datetime import datetime

import msgspec

from bot.domain import errors, voices
from bot.domain import unsigned as unsigned_rules
from bot.domain.buttons import number
from bot.domain.house import House
from bot.domain.people import Chat, Person
from bot.messages import BotMoved, Command, Incoming, Line, PollStood, Press, Reply, Said, Say, Toast, Voice, hung_on
from bot.ports import DialogState, UnitOfWork
from bot.services import leaving, poll_answers, roster, unsigned
from conversations import prompts, talk
from handlers import chats, danger, filing, ledger, photo_reports, places
from handlers.routes import BUTTONS, COMMANDS, COUNTED, Answer, Route
from handlers.words import Meant, meant_by

_DIALOG = "d"  #: route of every dialog button
_CANCEL = "cancel"


class Front:
    """Fulfils what `dispatch` asks of whoever answers."""

    def __init__(self, house: House) -> None:
        self._house = house

    def asks_administrators(self, name: str) -> bool:
        route = COMMANDS.get(name) or BUTTONS.get(name)
        return name in (_DIALOG, unsigned_rules.ROUTE) or (route is not None and route.asks_administrators)

    def knows(self, command: str) -> bool:
        return command == _CANCEL or command in COMMANDS

    async def first_of_all(self, incoming: Incoming, *, uow: UnitOfWork, now: datetime) -> tuple[Say, ...]:
        """The emergency numbers, if these are danger words; said before, and even without, any other answer."""
        if not isinstance(incoming, Command | Said):
            return ()
        return await danger.first_of_all(incoming, uow=uow, now=now, house=self._house)

    async def answer(self, incoming: Incoming, *, uow: UnitOfWork, now: datetime) -> tuple[Say, ...]:
        """What to say to this; refusals are raised."""
        if isinstance(incoming, BotMoved):
            house = await roster.house_now(self._house, uow=uow, now=now)
            return await chats.on_bot_moved(incoming, uow=uow, now=now, house=house)
        actor = incoming.actor
        if isinstance(incoming, Press) and incoming.route in COUNTED:  # no open dialog matters to it
            return await self._run(BUTTONS[incoming.route], incoming, uow=uow, now=now)
        if isinstance(incoming, Press) and incoming.route == unsigned_rules.ROUTE:
            return await self._signed(incoming, uow=uow, now=now)
        state = await talk.open_state(actor, uow=uow, now=now)
        if isinstance(incoming, Press):
            return await self._press(incoming, state, uow=uow, now=now)
        if isinstance(incoming, Said) and actor.chat.private and (meant := _meant(incoming, state)):
            incoming = Command(
                *(actor, meant.command, meant.words, incoming.message_id, incoming.photo),
                voice=incoming.voice,
                sent_at=incoming.sent_at,
            )
        first = await self.first_of_all(incoming, uow=uow, now=now)
        if not first:
            return await self._routed(incoming, state, uow=uow, now=now)
        try:
            async with uow.savepoint():
                return first + await self._routed(incoming, state, uow=uow, now=now)
        except errors.Refused as refused:  # what was said and passed on stands, whatever is refused after it
            return (*first, Reply((Line(refused.text_key(), dict(refused.variables)),)))

    async def _routed(
        self, incoming: Command | Said, state: DialogState | None, *, uow: UnitOfWork, now: datetime
    ) -> tuple[Say, ...]:
        if isinstance(incoming, Said):
            return await self._said(incoming, state, uow=uow, now=now)
        return await self._command(incoming, state, uow=uow, now=now)

    async def ask_who(self, came: Command | Said, *, uow: UnitOfWork, now: datetime) -> tuple[Say, ...]:
        """Whom to call comes first, whoever speaks; then the question who it was. Neighbours' talk is left alone.

        Raises:
            UnknownCommand: nobody need show themselves for that.
        """
        if isinstance(came, Command) and not self.knows(came.name):
            raise errors.UnknownCommand(command=came.name)
        if isinstance(came, Said):
            asked_here = await uow.dialogs.any_open(came.actor.chat.id, now)
            if not asked_here or await self._is_small_talk(came, uow):
                return ()
        first = await self.first_of_all(came, uow=uow, now=now)
        # Nobody can call it off who is not known to have said it.
        first = tuple(msgspec.structs.replace(each, buttons=()) for each in first if isinstance(each, Reply))
        return (*first, await unsigned.ask(came, uow=uow, now=now))

    async def _signed(self, press: Press, *, uow: UnitOfWork, now: datetime) -> tuple[Say, ...]:
        """[It is me]: what was said is done as whoever presses, and public answers hang on it as on anybody's.

        What is refused is told to them alone. If it was for who they are, another administrator may still press.
        """
        waiting = await unsigned.signed(actor=press.actor, unsigned_id=number(press.args, 0), uow=uow, now=now)
        came = unsigned.came(waiting, press.actor)
        state = await talk.open_state(press.actor, uow=uow, now=now)
        try:
            if isinstance(came, Said) and state is None:
                raise errors.NotYourButton
            async with uow.savepoint():
                said = await self._routed(came, state, uow=uow, now=now)
        except errors.Refused as refused:
            if not isinstance(refused, unsigned_rules.OF_THE_PERSON):
                await unsigned.settle(waiting, uow=uow)
            return (Toast(refused.text_key(), dict(refused.variables), alert=True),)
        await unsigned.settle(waiting, uow=uow)
        replies = (hung_on(each, came.message_id) for each in said if isinstance(each, Reply))
        return (Toast("unsigned-signed"), *replies)

    async def people_moved(
        self, chat: Chat, telegram_ids: tuple[int, ...], *, left: bool, uow: UnitOfWork, now: datetime
    ) -> None:
        """They came into this group, or left it; nothing is said there."""
        moved = leaving.left if left else leaving.came
        house = await roster.house_now(self._house, uow=uow, now=now)
        for telegram_id in telegram_ids:
            await moved(chat, telegram_id, house=house, uow=uow, now=now)

    async def group_moved(self, chat: Chat, *, uow: UnitOfWork, now: datetime) -> None:
        """What stood in the old group can be used no more."""
        await poll_answers.group_moved(chat, self._house.estates, uow=uow, now=now)

    async def poll_answered(
        self, poll_id: str, person: Person, options: tuple[int, ...], *, uow: UnitOfWork, now: datetime
    ) -> None:
        """Nothing is said to that: the poll itself shows it."""
        await poll_answers.answered(poll_id, person, options, uow=uow, now=now)

    async def poll_stood(
        self, poll_id: str, stood: PollStood, *, is_closed: bool, says: str, uow: UnitOfWork, now: datetime
    ) -> None:
        await poll_answers.stood(poll_id, stood, is_closed=is_closed, says=says, uow=uow)

    async def cannot_read(self, said: Said, why: errors.Refused, *, uow: UnitOfWork, now: datetime) -> tuple[Say, ...]:
        """A sticker, film, place, contact …: at an open question it is asked again; to a card it is neighbours' talk.

        Raises:
            Refused: `why`, where no question is open.
        """
        if not said.actor.chat.private and await self._is_small_talk(said, uow):
            return ()
        state = await talk.open_state(said.actor, uow=uow, now=now)
        if state is None:
            raise why
        return (await talk.on_unreadable(said, state, why, uow=uow, now=now, pace=self._house.pace)).say

    async def file(self, said: Said, *, uow: UnitOfWork, now: datetime) -> tuple[Say, ...]:
        """A document, for a question that takes them, or a table of the ledger or of places; nothing for neither."""
        if not said.actor.chat.private and await self._is_small_talk(said, uow):
            return ()
        state = await talk.open_state(said.actor, uow=uow, now=now)
        if state is not None and not talk.awaits_file(state):
            return ()
        if state is None:
            taken = await places.on_yaml(said, uow=uow, now=now) or await ledger.on_table(said, uow=uow, now=now)
        else:
            turn = await talk.on_said(said, state, uow=uow, now=now, pace=self._house.pace)
            taken = await self._turn(turn, said, uow=uow, now=now)
        return (*await self.first_of_all(said, uow=uow, now=now), *taken) if taken else ()

    async def _press(
        self, press: Press, state: DialogState | None, *, uow: UnitOfWork, now: datetime
    ) -> tuple[Say, ...]:
        if press.route == _DIALOG:
            return await self._turn(
                await talk.on_press(press, state, uow=uow, now=now, pace=self._house.pace), press, uow=uow, now=now
            )
        route = BUTTONS.get(press.route)
        if route is None:
            raise errors.UnknownButton
        if state is not None and route.interrupts:
            turn = await talk.on_command_in_the_middle(press, state, uow=uow, now=now, pace=self._house.pace)
            return await self._turn(turn, press, uow=uow, now=now)
        return await self._run(route, press, uow=uow, now=now)

    async def _said(self, said: Said, state: DialogState | None, *, uow: UnitOfWork, now: datetime) -> tuple[Say, ...]:
        if said.photo is not None and said.answers is not None:
            house = await roster.house_now(self._house, uow=uow, now=now)
            reported = await photo_reports.on_photo(said, state, uow=uow, now=now, house=house)
            if reported is not None:
                return reported
        if not said.actor.chat.private and await self._is_small_talk(said, uow):
            return ()
        if said.voice is not None and (state is not None or said.actor.chat.private):
            self._check(said.voice)
        if state is not None:
            turn = await talk.on_said(said, state, uow=uow, now=now, pace=self._house.pace)
            return await self._turn(turn, said, uow=uow, now=now)
        if said.actor.chat.private:
            house = await roster.house_now(self._house, uow=uow, now=now)
            return await filing.on_sentence(said, uow=uow, now=now, house=house)
        return ()

    def _check(self, voice: Voice) -> None:
        longest_s = self._house.longest_voice_s
        voices.check(length_s=voice.length_s, size_bytes=voice.size_bytes, longest_s=longest_s)

    async def _is_small_talk(self, said: Said, uow: UnitOfWork) -> bool:
        """Neighbours who answer a card, or somebody else's question, talk to each other."""
        slot = await uow.outbox.slot_showing(said.actor.chat.id, said.answers) if said.answers is not None else None
        return slot is not None and slot != prompts.slot_in_group(said.actor.person.id)

    async def _command(
        self, command: Command, state: DialogState | None, *, uow: UnitOfWork, now: datetime
    ) -> tuple[Say, ...]:
        if command.name == _CANCEL:
            return await talk.cancel(command.actor, state, uow=uow, now=now)
        route = COMMANDS.get(command.name)
        if route is None:
            raise errors.UnknownCommand(command=command.name)
        if command.voice is not None:
            self._check(command.voice)
        if state is not None and route.interrupts:
            turn = await talk.on_command_in_the_middle(command, state, uow=uow, now=now, pace=self._house.pace)
            return await self._turn(turn, command, uow=uow, now=now)
        return await self._run(route, command, uow=uow, now=now)

    async def _turn(
        self, turn: talk.Turn, incoming: Command | Said | Press, *, uow: UnitOfWork, now: datetime
    ) -> tuple[Say, ...]:
        """A dialog that was left hands back what came in its middle."""
        if turn.run is None:
            return turn.say
        query_id = incoming.query_id if isinstance(incoming, Press) else ""
        waiting = turn.run.incoming(incoming.actor, query_id=query_id)
        if isinstance(waiting, Press):
            return turn.say + await self._press(waiting, None, uow=uow, now=now)
        return turn.say + await self._command(waiting, None, uow=uow, now=now)

    async def _run(self, route: Route, incoming: Incoming, *, uow: UnitOfWork, now: datetime) -> tuple[Say, ...]:
        house = await roster.house_now(self._house, uow=uow, now=now)
        said: Answer = await route.handler(incoming, uow=uow, now=now, house=house)
        return said if isinstance(said, tuple) else (said,)


#: Whole phrases that are no words for a wish, even while one stands on the preview.
_NEVER_A_WISH = frozenset({"mine", "wish", "wishes", "help", "privacy", "notices"})


def _meant(said: Said, state: DialogState | None) -> Meant | None:
    """The command that plain words stand for. In a dialog they are its answers, but for a few on the preview."""
    meant = meant_by(said.words)
    if state is None or meant is None:
        return meant
    return meant if state.step == "preview" and meant.command in _NEVER_A_WISH else None
