"""A photo in reply to a message to the staff about a wish, by who has it in hand: it is done. A last look, and it is
answered so.
"""

from __future__ import annotations

from datetime import datetime

from bot.domain import rights
from bot.domain.desk_refusals import AnotherQuestionIsOpen, TakeItFirst
from bot.domain.house import House
from bot.domain.rights import Act
from bot.domain.wishes import MAX_ANSWER_CHARS, AnswerKind, clean_words
from bot.messages import Actor, Said, Say
from bot.ports import DialogState, UnitOfWork
from bot.services import answers, finding, standing
from conversations import answer_wish, talk


async def on_photo(
    said: Said, state: DialogState | None, *, uow: UnitOfWork, now: datetime, house: House
) -> tuple[Say, ...] | None:
    """None: it is no such photo, and people talk to each other.

    Further photos of an album, or sent before the last look, go along with the first.

    Raises:
        TakeItFirst: nobody has the wish in hand.
        AnotherQuestionIsOpen: a dialog about something else waits for this person's answer.
        WishClosed, …: see `standing.wish_to_read`.
    """
    actor = said.actor
    wish_id = None if said.photo is None else await _about(said, actor, uow)
    if said.photo is None or wish_id is None:
        return None
    if actor.chat.private and state is not None and not _reports(state, wish_id):
        return None  # an open question comes first, and may want a picture
    wish = await answers.wish_to_answer(actor=actor, wish_id=wish_id, uow=uow)
    if wish.taken_by is None and not wish.has_ended and not actor.chat.private:
        raise TakeItFirst(number=str(wish.number))
    if wish.taken_by != actor.person.id:
        return None
    begun = state.answers if state is not None and _reports(state, wish_id) else None
    if state is not None and begun is None:
        raise AnotherQuestionIsOpen(number=str(wish.number))
    photo = await uow.files.keep(said.photo)
    photos = [each for each in (begun or {}).get("photos", ()) if each != photo]
    words = clean_words(said.words, max_chars=MAX_ANSWER_CHARS) if said.words.strip() else (begun or {}).get("words")
    given = {
        **answer_wish.given(wish, ready=standing.estate_of(wish.estate_key, actor).ready_answers),
        "kind": AnswerKind.DONE.value,
        "words": words or None,
        "photos": [*photos, photo][: answer_wish.MOST_PHOTOS],
        "reported": True,
    }
    return await talk.begin(
        answer_wish.ANSWER_WISH,
        actor,
        given=given,
        uow=uow,
        now=now,
        message_id=said.message_id,
        pace=house.pace,
        sent_at=said.sent_at,
    )


async def _about(said: Said, actor: Actor, uow: UnitOfWork) -> int | None:
    """The id of the wish that is answered: in the staff chat, or in private. Nobody else's photos are looked at."""
    if said.answers is None:
        return None
    if not actor.chat.private:
        estate_key = actor.chat.estate_key
        if estate_key is None or not rights.sees_staff_matters(actor.chat, estate_key):
            return None
        if not actor.roles_anywhere & rights.RIGHTS[Act.ANSWER_WISH]:
            return None
    elif not _speaks_somewhere(actor):
        return None
    return await finding.wish_of_staff_message(chat_id=actor.chat.id, message_id=said.answers, uow=uow)


def _speaks_somewhere(actor: Actor) -> bool:
    answering = rights.RIGHTS[Act.ANSWER_WISH]
    return any(roles & answering for roles in actor.held)


def _reports(state: DialogState, wish_id: int) -> bool:
    of_this = state.answers.get("wish_id") == wish_id and bool(state.answers.get("reported"))
    return state.dialog == answer_wish.ANSWER_WISH.name and of_this
