"""How a wish looks: the neighbours' card, the staff's card, and the view one asks for. Pure but for `compose`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

import msgspec

from bot.domain import items, rights, stand_in
from bot.domain.amendments import Addition, Withdrawal
from bot.domain.clocks import Missed
from bot.domain.deliberations import NO_DISSENTS, Deliberation, Dissents
from bot.domain.filed_for import FiledFor
from bot.domain.people import Chat, Person
from bot.domain.places import Place
from bot.domain.projects import Project
from bot.domain.questions import Question
from bot.domain.referrals import Referral
from bot.domain.statements import Statement
from bot.domain.takedowns import Step, TakedownStep
from bot.domain.triage import Triage
from bot.domain.voices import Transcript
from bot.domain.wishes import Answer, AnswerKind, Counts, Display, State, Visibility, Wish
from bot.messages import Arg, Button, Day, Line, Mention, Reply, Spot, Term, Texts, line
from bot.ports import UnitOfWork
from bot.services import (
    card_buttons,
    card_lines,
    claim_ends,
    claim_lines,
    clock_lines,
    deliberated,
    desk_messages,
    polled,
    quarrel_lines,
    verdict_lines,
)

WISH_SLOT = "wish"
DESK_SLOT = "desk"
CHECK_SLOT = "check"  #: in the staff chat: a wish waits for a ruling; then what came of it
VOICE_SLOT = "voice"


@dataclass(frozen=True, slots=True)
class Standing:
    """All that a card shows besides the wish itself."""

    author: Person
    counts: Counts
    last: Answer | None
    untold: Question | None = None  #: an open question to the author, who cannot be written to
    additions: Sequence[Addition] = ()
    statements: Sequence[Statement] = ()
    reports: int = 0  #: that count now
    steps: Sequence[TakedownStep] = ()  #: oldest first
    withdrawal: Withdrawal | None = None
    filed_for: FiledFor | None = None  #: somebody filed it for a neighbour
    transcript: Transcript | None = None  #: who wrote down what was spoken
    same_as: Wish | None = None  #: the wish that its author said is the same
    gathers: Sequence[Wish] = ()  #: the floors' wishes that a wish of the whole building names
    held: Sequence[Answer] = ()  #: not out yet; for the staff card alone
    verdict: verdict_lines.View | None = None  #: whether those affected find it done
    was_done: Sequence[str] = ()  #: photos of the newest report that it was done, about which they were asked
    claim: claim_lines.ClaimView | None = None  #: a neighbour has it in hand, did it, or would
    projects: Sequence[Project] = ()  #: that came of it
    item: items.Item | None = None  #: of the plan, that it is in
    passed_on: Sequence[Referral] = ()  #: to another body; for the staff card alone
    stands_still: bool = False  #: its clock, as its author is asked
    moved_from: date | None = None  #: the day that was promised first
    missed: Missed | None = None  #: the day that stands on it has passed; for the staff card alone
    triage: Triage | None = None  #: for the staff card alone
    deliberation: Deliberation | None = None  #: the newest
    dissents: Dissents = NO_DISSENTS  #: how many see it differently
    polled: polled.View | None = None  #: the newest poll about it

    @property
    def last_step(self) -> TakedownStep | None:
        return self.steps[-1] if self.steps else None

    @property
    def removal(self) -> TakedownStep | None:
        return next((step for step in reversed(self.steps) if step.step is Step.REMOVED), None)


def numbered(wishes: Sequence[Wish]) -> Texts:
    """第9件、第11件; no. 9, no. 11."""
    return Texts(tuple(Term("wish-numbered", {"number": str(wish.number)}) for wish in wishes))


def gathers_line(standing: Standing) -> tuple[Line, ...]:
    return (line("card-gathers", numbers=numbered(standing.gathers)),) if standing.gathers else ()


def wish_slot(wish_id: int) -> str:
    return f"{WISH_SLOT}:{wish_id}"


def desk_slot(wish_id: int) -> str:
    return f"{DESK_SLOT}:{wish_id}"


def check_slot(wish_id: int) -> str:
    return f"{CHECK_SLOT}:{wish_id}"


def voice_slot(wish_id: int) -> str:
    return f"{VOICE_SLOT}:{wish_id}"


def words_of(wish: Wish) -> str | Term:
    """The words, to be quoted; a voice note that has none yet is named with its length."""
    if wish.is_with_mediator:
        return Term("quarrel-words")
    if wish.waits_for_words and wish.voice is not None:
        return Term("voice-words", {"length": wish.voice.length})
    return wish.words


def words_line(wish: Wish, standing: Standing, *, names_writer: bool = False) -> Line:
    """The words, and whether somebody else wrote them down. `names_writer`: for staff alone."""
    if wish.waits_for_words and wish.voice is not None:
        return line("card-voice", length=wish.voice.length)
    written = standing.transcript
    if written is None or written.corrected_at is not None:
        return line("card-words", words=wish.words)
    if names_writer:
        return line("desk-words-written", words=wish.words, name=written.name)
    return line("card-words-written", words=wish.words)


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
    elif wish.state is State.RETURNED and wish.next_date:
        lines.append(line("card-returned", day=Day(wish.next_date)))
    if wish.state is State.WITHDRAWN:
        lines.append(line("state-withdrawn"))
    elif last is not None and wish.state not in (State.OPEN, State.TAKEN, State.RETURNED):
        lines.append(answer_line(last))
    return tuple(lines)


def same_line(same_as: Wish | None) -> tuple[Line, ...]:
    return () if same_as is None else (line("card-same-as", number=str(same_as.number)),)


_ANSWER_KEYS = {
    AnswerKind.PROMISE: "card-promise",
    AnswerKind.DECLINE: "card-decline",
    AnswerKind.REPLY: "card-reply",
    AnswerKind.DONE: "card-done",
    AnswerKind.LATER: "card-later",
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


def held_lines(answer: Answer) -> tuple[Line, ...]:
    """An answer that neighbours do not see yet."""
    return (answer_line(answer), line("desk-held", name=answer.speaker.name))


def author_line(wish: Wish, standing: Standing) -> Line:
    if wish.visibility is Visibility.NAMELESS or not wish.author_name:
        return line("card-nameless")
    if filed := standing.filed_for:
        return line("card-filed-for", role=Term(f"role-{filed.filer}"), name=filed.filer_name)
    author = standing.author
    name: Arg = Mention(wish.author_name, author.telegram_id) if author.may_be_mentioned else wish.author_name
    return line("card-author", name=name)


def filed_for_lines(wish: Wish, filed: FiledFor | None) -> tuple[Line, ...]:
    """How a wish came that somebody filed for a neighbour, and for whom: for the committee and the filer alone."""
    if filed is None:
        return ()
    way = Term(f"way-{filed.way}")
    if wish.visibility is Visibility.NAMELESS:  # its author's name is told to nobody, and the filer is its author
        lines = [line("desk-filed-for-nameless", way=way)]
    else:
        lines = [line("desk-filed-for", way=way, role=Term(f"role-{filed.filer}"), name=filed.filer_name)]
    neighbour = tuple(part for part in (filed.neighbour_name, filed.neighbour_door) if part)
    if neighbour:
        lines.append(line("desk-neighbour", neighbour=Texts(neighbour)))
    return tuple(lines)


def head_line(wish: Wish) -> Line:
    return line("card-head", number=str(wish.number), kind=Term(f"kind-{wish.kind}"))


def wish_card(wish: Wish, standing: Standing) -> Reply:
    """The card in the group: what neighbours may see, no more."""
    card = whole_card(wish, standing)
    return _hidden(card, wish, standing) if wish.has_card and not wish.is_public else card


def whole_card(wish: Wish, standing: Standing) -> Reply:
    """The card as it is in sight; its author sees it so in any case."""
    lines = (
        head_line(wish),
        words_line(wish, standing),
        place_line(wish.place_for_neighbours(), wish),
        author_line(wish, standing),
        *card_lines.addition_lines(standing.additions),
        *gathers_line(standing),
        *(claim_lines.card_lines(standing.claim, wish) or state_lines(wish, standing.last)),
        *clock_lines.card_lines(wish, standing),
        *card_lines.project_lines(standing.projects, standing.item),
        *verdict_lines.card_lines(standing.verdict),
        *deliberated.card_lines(standing.deliberation, standing.dissents),
        *polled.lines_about(standing.polled),
        *card_lines.statement_lines(standing.statements),
        *counted(standing.counts),
        *untold_line(standing.untold),
        *claim_lines.untold_line(standing.claim),
    )
    asked = verdict_lines.card_rows(standing.verdict, wish)
    untold = (*untold_button(standing.untold), *claim_lines.untold_button(standing.claim))
    if standing.claim is not None and standing.claim.did_it(wish):
        buttons = (*claim_lines.thanks_row(standing.claim, wish), *untold)
    else:
        buttons = (*asked, *card_buttons.card_buttons(wish, standing.last), *untold)
    return Reply(lines, buttons=buttons, photos=card_photos(wish, standing), silent=True)


def untold_line(question: Question | None) -> tuple[Line, ...]:
    """To whoever filed it, wherever they read it: their answer is awaited in private."""
    return (line("card-asked", body=Term(f"body-{question.asker_body}")),) if question else ()


def untold_button(question: Question | None) -> tuple[tuple[Button, ...], ...]:
    return ((Button("button-asked-in-private", start=f"question-{question.id}"),),) if question else ()


def _hidden(card: Reply, wish: Wish, standing: Standing) -> Reply:
    """One line; a photo that was there gives way to the blank one, since its message cannot become one of text."""
    photos = (stand_in.KEY,) if card.photos else ()
    return msgspec.structs.replace(card, lines=hidden_lines(wish, standing), buttons=(), photos=photos)


def hidden_lines(wish: Wish, standing: Standing) -> tuple[Line, ...]:
    """Why there is nothing to be seen; of a wish said twice, where it is to be seen."""
    if same := same_line(standing.same_as):
        return (head_line(wish), *same)
    return (card_lines.hidden_line(wish, standing.removal, standing.withdrawal),)


def card_photos(wish: Wish, standing: Standing) -> tuple[str, ...]:
    """The picture of what was done, else the wish's own, else the first that was added.

    It stays when the wish comes back: else its message, which cannot lose a photo, would stand there as done for good.
    """
    if wish.state is State.DONE and standing.last and standing.last.photos:
        return standing.last.photos[:1]
    if standing.was_done:
        return tuple(standing.was_done[:1])
    if wish.photo:
        return (wish.photo,)
    return tuple(each.photo for each in standing.additions if each.photo)[:1]


def gone_card(wish: Wish) -> Reply:
    """What is left of a wish that its author took along; the same for everybody."""
    lines = (line("card-gone", number=str(wish.number)),)
    return Reply(lines, photos=(wish.photo,) if wish.photo else (), silent=True)


def desk_card(wish: Wish, standing: Standing) -> Reply:
    """The card in the staff chat: the whole place, and the author unless they asked to go without a name."""
    filed = standing.filed_for
    words = words_line(wish, standing, names_writer=True)
    lines = [head_line(wish), words, place_line(wish.place, wish)]
    lines += filed_for_lines(wish, filed) or (card_lines.desk_author_line(wish, standing.author),)
    if wish.visibility is not Visibility.PUBLIC:
        lines.append(line("desk-visibility", visibility=Term(f"visibility-{wish.visibility}")))
    lines += card_lines.desk_lines(wish, standing.reports, standing.last_step, standing.removal)
    lines += card_lines.addition_lines(standing.additions)
    lines += gathers_line(standing)
    if wish.state is State.WITHDRAWN:
        lines += same_line(standing.same_as) or (card_lines.withdrawn_line(str(wish.number), standing.withdrawal),)
    if wish.display is not Display.REMOVED:  # no answer is due to it
        lines += claim_lines.desk_lines(standing.claim, wish) or state_lines(wish, standing.last)
        lines += clock_lines.card_lines(wish, standing) + clock_lines.desk_lines(standing)
    lines += card_lines.project_lines(standing.projects, standing.item)
    lines += verdict_lines.desk_lines(standing.verdict)
    lines += deliberated.desk_lines(standing.deliberation, standing.dissents) + polled.lines_about(standing.polled)
    for answer in standing.held:
        lines += held_lines(answer)
    lines += card_lines.referral_lines(standing.passed_on[-1:])
    lines += card_lines.statement_lines(standing.statements)
    if wish.taken_by is not None and wish.state is not State.TAKEN:
        lines.append(line("desk-taken", name=wish.taken_by_name or ""))
    lines += counted(standing.counts)
    photo = wish.photo or (filed.slip if filed else None)
    buttons = card_buttons.desk_buttons(wish, standing.last_step, standing.passed_on)
    return Reply(tuple(lines), buttons=buttons, photos=(photo,) if photo else (), silent=True)


async def standing_of(wish: Wish, uow: UnitOfWork) -> Standing:
    claim, counts = await claim_lines.view_of(wish, uow), await uow.followers.counts(wish.id)
    if claim is not None:
        counts = replace(counts, thanked=counts.thanked + claim.thanked)
    return Standing(
        author=await uow.people.get(wish.author_id),
        counts=counts,
        last=await uow.answers.last(wish.id),
        untold=next((each for each in await uow.questions.of(wish.id) if each.is_open and not each.told), None),
        additions=await uow.amendments.of(wish.id),
        statements=await uow.statements.of(wish.id),
        reports=await uow.takedowns.reports(wish.id),
        steps=await uow.takedowns.of(wish.id),
        withdrawal=await uow.amendments.withdrawal(wish.id) if wish.state is State.WITHDRAWN else None,
        filed_for=await uow.filed_for.of(wish.id),
        transcript=await uow.transcripts.of(wish.id) if wish.voice else None,
        gathers=await uow.gathered.parts_of(wish.id),
        same_as=await uow.wishes.duplicate_of(wish.id) if wish.state is State.WITHDRAWN else None,
        held=await uow.answers.held_of(wish.id),
        verdict=await verdict_lines.view_of(wish, uow),
        was_done=await verdict_lines.photos_asked_about(wish, uow),
        claim=claim,
        projects=await uow.projects.of_wish(wish.id),
        item=await uow.items.of_wish(wish.id),
        passed_on=await uow.referrals.of(wish.id),
        **await clock_lines.standing_of(wish, uow),
        deliberation=next(iter(reversed(await uow.deliberations.of(wish.id))), None),
        dissents=await uow.dissents.on(wish.id),
        polled=await polled.about(wish, uow),
    )


async def compose(slot: str, *, chat: Chat, uow: UnitOfWork, now: datetime) -> Reply | None:
    """Draw a card as the wish stands now. None: there is nothing to show in this chat."""
    name, _, wish_id = slot.partition(":")
    if name == claim_ends.CONTACT_SLOT:
        return await claim_lines.compose(slot, chat=chat, uow=uow)
    if name not in (WISH_SLOT, DESK_SLOT, CHECK_SLOT, VOICE_SLOT):
        return None
    wish = await uow.wishes.get(int(wish_id))
    if chat.estate_key != wish.estate_key:
        return None
    if wish.is_with_mediator:
        return await quarrel_lines.card(wish, staff=rights.sees_staff_matters(chat, wish.estate_key), uow=uow)
    if wish.is_gone:
        return gone_card(wish)
    standing = await standing_of(wish, uow)
    if name == WISH_SLOT:
        return wish_card(wish, standing) if wish.has_card else None
    if not rights.sees_staff_matters(chat, wish.estate_key):
        return None  # the chat may have been bound to a building since the card was wanted
    if name == VOICE_SLOT:
        return desk_messages.voice_message(wish, standing) if wish.voice else None
    return desk_card(wish, standing) if name == DESK_SLOT else desk_messages.check_card(wish, standing)
