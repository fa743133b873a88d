"""Who hears what: one row for each kind of notice."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.buttons import data
from bot.domain.notices import Notice, WishAnswered, WishChanged, WishFiled, WishSaidTwice, WishThanked
from bot.domain.people import Chat, Estate, Person, Purpose, language_for
from bot.domain.wishes import Answer, AnswerKind, Wish
from bot.messages import Arg, Button, Day, Line, Reply, Term
from bot.ports import NoticeRow, OutboxQueue, UnitOfWork
from bot.services.cards import desk_slot, wish_slot


@dataclass(frozen=True, slots=True)
class Facts:
    """What a notice is about, as it stands when it is told."""

    wish: Wish
    answer: Answer | None = None
    thanker: Person | None = None
    other: Wish | None = None  #: the one that says the same

    def answered(self) -> Answer:
        if self.answer is None:
            raise LookupError("this notice is about no answer")
        return self.answer


@dataclass(frozen=True, slots=True)
class Hearing:
    """`hearers` are written to in private, once each, with `words`. The wish's cards are drawn anew in any case.

    `urgent`: it waits for an answer, or answers what the person just did; such a notice never waits for a digest.
    """

    hearers: Callable[[Facts, UnitOfWork], Awaitable[Sequence[Person]]]
    words: Callable[[Facts], Reply]
    urgent: bool = False


async def _those_concerned(facts: Facts, uow: UnitOfWork) -> Sequence[Person]:
    """The author and all who joined, support or help, but not who spoke."""
    people = [await uow.people.get(facts.wish.author_id)]
    people += [person for person, _ in await uow.followers.of(facts.wish.id)]
    once = {person.id: person for person in people}
    return [person for person in once.values() if person.id != facts.answered().speaker_id]


async def _who_reported_it_done(facts: Facts, uow: UnitOfWork) -> Sequence[Person]:
    speaker_id = facts.answered().speaker_id
    if facts.thanker is not None and facts.thanker.id == speaker_id:
        return ()
    return (await uow.people.get(speaker_id),)


def _answer_words(facts: Facts) -> Reply:
    """Texts: notice-promise, notice-decline, notice-reply, notice-done."""
    answer = facts.answered()
    args: dict[str, Arg] = {
        "number": str(facts.wish.number),
        "wish": facts.wish.words,
        "words": answer.words,
        "body": Term(f"body-{answer.speaker.body}"),
        "name": answer.speaker.name,
    }
    if answer.due_on is not None:
        args["day"] = Day(answer.due_on)
    done = answer.kind is AnswerKind.DONE
    return Reply(
        (Line(f"notice-{answer.kind}", args),),
        buttons=((Button("button-thanks", data=data("thanks", answer.id)),),) if done else (),
        photos=answer.photos,
    )


def _thanks_words(facts: Facts) -> Reply:
    name = facts.thanker.name if facts.thanker else ""
    return Reply((Line("notice-thanked", {"number": str(facts.wish.number), "name": name}),))


async def _followers_left_behind(facts: Facts, uow: UnitOfWork) -> Sequence[Person]:
    """Nobody's support is moved without them: they are asked, but for who follows the other one or filed it."""
    if facts.other is None:
        return ()
    there = {facts.other.author_id} | {person.id for person, _ in await uow.followers.of(facts.other.id)}
    return [person for person, _ in await uow.followers.of(facts.wish.id) if person.id not in there]


def _said_twice_words(facts: Facts) -> Reply:
    other = facts.other
    if other is None:
        raise LookupError("this notice is about no other wish")
    args: dict[str, Arg] = {"number": str(facts.wish.number), "other": str(other.number), "wish": other.words}
    return Reply((Line("notice-said-twice", args),), buttons=((Button("button-join", data=data("join", other.id)),),))


NOBODY = None
HEARINGS: Mapping[type[Notice], Hearing | None] = {
    WishFiled: NOBODY,
    WishChanged: NOBODY,
    WishAnswered: Hearing(_those_concerned, _answer_words),
    WishThanked: Hearing(_who_reported_it_done, _thanks_words),
    WishSaidTwice: Hearing(_followers_left_behind, _said_twice_words, urgent=True),
}


class FanOut:
    """Puts into the outbox what a notice means for each of those concerned."""

    def __init__(self, queue: OutboxQueue, *, estates: Mapping[str, Estate], default_language: str) -> None:
        self._queue, self._estates, self._default_language = queue, estates, default_language

    async def tell(self, row: NoticeRow, uow: UnitOfWork) -> None:
        """In one transaction: cards touched, messages addressed, those skipped noted, the notice settled."""
        # First, so that another process that tells the same notice waits here, and then finds it told.
        await self._queue.settle_notice(uow, row.id)
        facts = await _facts(row.notice, uow)
        await self._touch_cards(facts.wish, uow)
        if hearing := HEARINGS[type(row.notice)]:
            for person in await hearing.hearers(facts, uow):
                await self._write_to(person, hearing.words(facts), row.id, facts.wish, uow)

    def language_of(self, chat: Chat, person: Person | None = None) -> str:
        """The reader's language in this chat."""
        estate = self._estates.get(chat.estate_key) if chat.estate_key else None
        return language_for(person=person, chat=chat, estate=estate, default=self._default_language)

    async def _touch_cards(self, wish: Wish, uow: UnitOfWork) -> None:
        if wish.is_public:
            chat = await uow.chats.get(wish.chat_id)
            if chat.present:
                await uow.outbox.touch(chat.id, wish_slot(wish.id))
        for desk in await uow.chats.of_estate(wish.estate_key, Purpose.STAFF):
            await uow.outbox.touch(desk.id, desk_slot(wish.id))

    async def _write_to(self, person: Person, reply: Reply, notice_id: int, wish: Wish, uow: UnitOfWork) -> None:
        chat = await uow.chats.private_of(person)
        if not person.started or not chat.present:
            reason = "blocked" if not chat.present else "never-started"
            await self._queue.skip(uow, notice_id=notice_id, person_id=person.id, reason=reason)
            return
        language = language_for(
            person=person, chat=chat, estate=self._estates.get(wish.estate_key), default=self._default_language
        )
        await self._queue.address(
            uow,
            notice_id=notice_id,
            person_id=person.id,
            chat_id=chat.id,
            reply=reply,
            language=language,
            not_before=None,
        )


async def _facts(notice: Notice, uow: UnitOfWork) -> Facts:
    wish = await uow.wishes.get(notice.wish_id)
    match notice:
        case WishAnswered():
            return Facts(wish, answer=await uow.answers.get(notice.answer_id))
        case WishThanked():
            answer = await uow.answers.get(notice.answer_id)
            return Facts(wish, answer=answer, thanker=await uow.people.get(notice.person_id))
        case WishSaidTwice():
            return Facts(wish, other=await uow.wishes.get(notice.other_id))
        case WishFiled() | WishChanged():
            return Facts(wish)
