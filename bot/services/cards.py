"""How a wish looks: the neighbours' card, the staff's card, and the view one asks for. Pure but for `compose`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain import rights
from bot.domain.buttons import data
from bot.domain.people import Chat, Person
from bot.domain.places import Place
from bot.domain.wishes import Answer, AnswerKind, Counts, State, Visibility, Wish
from bot.messages import Arg, Button, Day, Line, Mention, Reply, Spot, Term, Texts, line
from bot.ports import UnitOfWork

WISH_SLOT = "wish"
DESK_SLOT = "desk"


@dataclass(frozen=True, slots=True)
class Standing:
    """All that a card shows besides the wish itself."""

    author: Person
    counts: Counts
    last: Answer | None
    same_as: Wish | None = None  #: the wish that its author said is the same


def wish_slot(wish_id: int) -> str:
    return f"{WISH_SLOT}:{wish_id}"


def desk_slot(wish_id: int) -> str:
    return f"{DESK_SLOT}:{wish_id}"


def spot(place: Place) -> Spot:
    return Spot(place.building, place.unit, place.floor, place.door)


def counted(counts: Counts) -> tuple[Line, ...]:
    """One line of the counts; a zero is never shown."""
    pairs = (
        ("count-joined", counts.joined),
        ("count-supported", counts.supported),
        ("count-helping", counts.helping),
        ("count-thanked", counts.thanked),
    )
    shown: tuple[Term, ...] = tuple(Term(key, {"n": n}) for key, n in pairs if n)
    return (line("card-counts", counts=Texts(shown)),) if shown else ()


def place_line(place: Place, wish: Wish) -> Line:
    category = Term(f"category-{wish.category}")
    if place.is_stated:
        return line("card-place", place=spot(place), category=category)
    return line("card-category", category=category)


def state_lines(wish: Wish, last: Answer | None) -> tuple[Line, ...]:
    """Where the wish stands, with its next date or its end, and the last answer under body and name."""
    lines: list[Line] = []
    if wish.state is State.OPEN and wish.next_date:
        lines.append(line("card-open", day=Day(wish.next_date)))
    elif wish.state is State.TAKEN and wish.next_date:
        lines.append(line("card-taken", name=wish.taken_by_name or "", day=Day(wish.next_date)))
    if wish.state is State.WITHDRAWN:
        lines.append(line("state-withdrawn"))
    elif last is not None and wish.state not in (State.OPEN, State.TAKEN):
        lines.append(answer_line(last))
    return tuple(lines)


def same_line(same_as: Wish | None) -> tuple[Line, ...]:
    return () if same_as is None else (line("card-same-as", number=str(same_as.number)),)


_ANSWER_KEYS = {
    AnswerKind.PROMISE: "card-promise",
    AnswerKind.DECLINE: "card-decline",
    AnswerKind.REPLY: "card-reply",
    AnswerKind.DONE: "card-done",
}


def answer_line(answer: Answer) -> Line:
    """One answer as a card shows it. Texts: card-promise, card-decline, card-reply, card-done."""
    args: dict[str, Arg] = {"body": Term(f"body-{answer.speaker.body}"), "name": answer.speaker.name}
    if answer.due_on:
        args["day"] = Day(answer.due_on)
    key = _ANSWER_KEYS[answer.kind]
    if answer.words:
        return Line(f"{key}-words", {**args, "words": answer.words})
    return Line(key, args)


def author_line(wish: Wish, author: Person) -> Line:
    if wish.visibility is Visibility.NAMELESS:
        return line("card-nameless")
    name: Arg = Mention(wish.author_name, author.telegram_id) if author.may_be_mentioned else wish.author_name
    return line("card-author", name=name)


def head_line(wish: Wish) -> Line:
    return line("card-head", number=str(wish.number), kind=Term(f"kind-{wish.kind}"))


def wish_card(wish: Wish, standing: Standing) -> Reply:
    """The card in the group: what neighbours may see, no more."""
    place = wish.place_for_neighbours()
    lines = (
        head_line(wish),
        line("card-words", words=wish.words),
        place_line(place, wish),
        author_line(wish, standing.author),
        *(same_line(standing.same_as) or state_lines(wish, standing.last)),
        *counted(standing.counts),
    )
    photos: tuple[str, ...] = (wish.photo,) if wish.photo else ()
    if wish.state is State.DONE and standing.last and standing.last.photos:
        photos = standing.last.photos[:1]
    return Reply(lines, buttons=card_buttons(wish, standing.last), photos=photos, silent=True)


def card_buttons(wish: Wish, last: Answer | None) -> tuple[tuple[Button, ...], ...]:
    if wish.state is State.DONE:
        return ((Button("button-thanks", data("thanks", last.id)),),) if last else ()
    if wish.state is State.WITHDRAWN:
        return ()
    follow = (Button("button-join", data("join", wish.id)), Button("button-support", data("support", wish.id)))
    if wish.has_ended:
        return (follow,)
    return (follow, (Button("button-help-with", data("help", wish.id)),))


def desk_card(wish: Wish, standing: Standing) -> Reply:
    """The card in the staff chat: the whole place, and the author unless they asked to go without a name."""
    author = (
        line("desk-nameless") if wish.visibility is Visibility.NAMELESS else line("card-author", name=wish.author_name)
    )
    lines = [head_line(wish), line("card-words", words=wish.words), place_line(wish.place, wish), author]
    if wish.visibility is not Visibility.PUBLIC:
        lines.append(line("desk-visibility", visibility=Term(f"visibility-{wish.visibility}")))
    lines += same_line(standing.same_as) or state_lines(wish, standing.last)
    if wish.taken_by is not None and wish.state is not State.TAKEN:
        lines.append(line("desk-taken", name=wish.taken_by_name or ""))
    lines += counted(standing.counts)
    return Reply(tuple(lines), buttons=desk_buttons(wish), photos=(wish.photo,) if wish.photo else (), silent=True)


def desk_buttons(wish: Wish) -> tuple[tuple[Button, ...], ...]:
    answer = Button("button-answer", data("answer", wish.id))
    more = Button("button-more", data("more", wish.id))
    if wish.state is State.WITHDRAWN:
        return ((more,),)
    if wish.taken_by is None and not wish.has_ended:
        return ((Button("button-take", data("take", wish.id)),), (answer, more))
    return ((answer, more),)


async def standing_of(wish: Wish, uow: UnitOfWork) -> Standing:
    return Standing(
        author=await uow.people.get(wish.author_id),
        counts=await uow.followers.counts(wish.id),
        last=await uow.answers.last(wish.id),
        same_as=await uow.wishes.duplicate_of(wish.id) if wish.state is State.WITHDRAWN else None,
    )


async def compose(slot: str, *, chat: Chat, uow: UnitOfWork, now: datetime) -> Reply | None:
    """Draw a card as the wish stands now. None: there is nothing to show in this chat."""
    del now
    name, _, wish_id = slot.partition(":")
    if name not in (WISH_SLOT, DESK_SLOT):
        return None
    wish = await uow.wishes.get(int(wish_id))
    if chat.estate_key != wish.estate_key:
        return None
    standing = await standing_of(wish, uow)
    if name == DESK_SLOT:  # the chat may have been bound to a building since the card was wanted
        return desk_card(wish, standing) if rights.sees_staff_matters(chat, wish.estate_key) else None
    return wish_card(wish, standing) if wish.is_public else None
