"""Who hears what: one row for each kind of notice."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.delivery import (
    change_notices,
    claim_notices,
    clock_notices,
    deliberation_notices,
    plan_notices,
    project_notices,
    quarrel_notices,
    verdict_notices,
)
from bot.delivery.facts import Facts
from bot.domain.buttons import data
from bot.domain.notices import (
    AnswerTooLate,
    AuthorAsked,
    CheckWanted,
    ClaimThanked,
    DayMissed,
    DeliberationOpened,
    FilingPaused,
    FilingResumed,
    HearingAnswered,
    HearingAsked,
    MinutesOverdue,
    MinutesWritten,
    NeighbourToTell,
    Notice,
    ProjectMoved,
    QuarrelTold,
    ReturnedTwice,
    StatementMade,
    VerdictAsked,
    VoiceWritten,
    WishAmended,
    WishAnswered,
    WishCameBack,
    WishChanged,
    WishFiled,
    WishGathered,
    WishPlanned,
    WishReturned,
    WishRuled,
    WishSaidTwice,
    WishThanked,
    WishWithdrawn,
)
from bot.domain.people import Person
from bot.domain.wishes import AnswerKind, Display, Visibility, Wish
from bot.messages import Arg, Button, Day, Line, Reply, Term, Texts
from bot.ports import UnitOfWork
from bot.services import questions
from bot.services.cards import numbered, words_of
from bot.texts.fitting import shorten

_QUOTED_CHARS = 24  #: of a wish's words in a line of a digest


@dataclass(frozen=True, slots=True)
class Entry:
    """What a digest says of a notice, or of several that are told together: lines, and rows of buttons."""

    lines: tuple[Line, ...]
    buttons: tuple[tuple[Button, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Hearing:
    """`hearers` are written to in private, once each, with `words`. The wish's cards are drawn anew in any case.

    `urgent`: it waits for an answer, or answers what the person just did; such a notice never waits for a digest.
    `entry`: what a digest says of it; without one, the same lines and buttons as `words`. It gets one fact at a time,
    or, with `together`, all of this kind about one wish, oldest first.
    """

    hearers: Callable[[Facts, UnitOfWork], Awaitable[Sequence[Person]]]
    words: Callable[[Facts], Reply]
    urgent: bool = False
    entry: Callable[[Sequence[Facts]], Entry] | None = None
    together: bool = False

    def entry_of(self, facts: Sequence[Facts]) -> Entry:
        if self.entry is not None:
            return self.entry(facts)
        said = [self.words(each) for each in facts]
        lines = tuple(line for reply in said for line in reply.lines)
        return Entry(lines, tuple(row for reply in said for row in reply.buttons))


async def _those_concerned(facts: Facts, uow: UnitOfWork) -> Sequence[Person]:
    """The author and all who joined, support or help, but not who spoke. Who filed for another hears it otherwise."""
    people = [] if facts.filed_for else [await uow.people.get(facts.wish.author_id)]
    people += [person for person, _ in await uow.followers.of(facts.wish.id)]
    once = {person.id: person for person in people if person.id != facts.answered().speaker_id}
    if facts.answered().kind is AnswerKind.DONE:
        return await verdict_notices.not_asked(tuple(once.values()), facts, uow)
    return tuple(once.values())


def _verdict_words(facts: Facts) -> Reply:
    return verdict_notices.question(facts, _answer_words(facts))


async def _who_reported_it_done(facts: Facts, uow: UnitOfWork) -> Sequence[Person]:
    speaker_id = facts.answered().speaker_id
    return () if facts.named().id == speaker_id else (await uow.people.get(speaker_id),)


async def _the_author(facts: Facts, uow: UnitOfWork) -> Sequence[Person]:
    return (await uow.people.get(facts.wish.author_id),)


def _question_words(facts: Facts) -> Reply:
    if facts.question is None:
        raise LookupError("this notice is about no question")
    return questions.asked(facts.question, facts.wish, facts.filed_for, facts.other)


def _pause_words(facts: Facts) -> Reply:
    pause = facts.pause
    if pause is None:
        raise LookupError("this notice is about no pause")
    args: dict[str, Arg] = {
        "number": str(facts.wish.number),
        "wish": facts.wish.words,
        "reason": Term(f"pause-reason-{pause.reason}"),
        "day": Day(pause.until.astimezone(facts.zone).date()),
    }
    return Reply((Line("notice-paused", args),))


def _resumed_words(facts: Facts) -> Reply:
    return Reply((Line("notice-resumed"),))


async def _the_named(facts: Facts, uow: UnitOfWork) -> Sequence[Person]:
    return (facts.named(),)


def _answer_args(facts: Facts) -> dict[str, Arg]:
    answer = facts.answered()
    args: dict[str, Arg] = {
        "number": str(facts.wish.number),
        "words": answer.words,
        "body": Term(f"body-{answer.speaker.body}"),
        "name": answer.speaker.name,
    }
    if answer.due_on is not None:
        args["day"] = Day(answer.due_on)
    return {**args, **clock_notices.moved_args(facts)}


def _answer_words(facts: Facts) -> Reply:
    """Texts: notice-promise, notice-decline, notice-reply, notice-done."""
    answer = facts.answered()
    done = answer.kind is AnswerKind.DONE
    kind = "moved" if facts.moved_from else answer.kind
    return Reply(
        (Line(f"notice-{kind}", {**_answer_args(facts), "wish": _whole(facts.wish)}),),
        buttons=((Button("button-thanks", data=data("thanks", answer.id)),),) if done else (),
        photos=answer.photos,
    )


def _answer_entry(facts: Sequence[Facts]) -> Entry:
    """Texts: digest-promise, digest-decline, digest-reply, digest-done."""
    (one,) = facts
    answer, number = one.answered(), str(one.wish.number)
    kind = "moved" if one.moved_from else answer.kind
    said = Line(f"digest-{kind}", {**_answer_args(one), "wish": quoted(one.wish)})
    if answer.kind is not AnswerKind.DONE:
        return Entry((said,))
    photos = Button("button-digest-photos", data=data("photos", answer.id), args={"number": number})
    thanks = Button("button-digest-thanks", data=data("thanks", answer.id), args={"number": number})
    return Entry((said,), ((photos, thanks),) if answer.photos else ((thanks,),))


def _thanks_words(facts: Facts) -> Reply:
    """Of a nameless wish nobody's thanks bear a name: the author's would give them away."""
    number = str(facts.wish.number)
    if facts.wish.visibility is Visibility.NAMELESS:
        return Reply((Line("notice-thanked-nameless", {"number": number}),))
    return Reply((Line("notice-thanked", {"number": number, "name": facts.named().name}),))


def _thanks_entry(facts: Sequence[Facts]) -> Entry:
    wish, names = facts[0].wish, dict.fromkeys(each.named().name for each in facts)
    args: dict[str, Arg] = {"number": str(wish.number), "wish": quoted(wish)}
    if wish.visibility is Visibility.NAMELESS:
        return Entry((Line("digest-thanked-nameless", {**args, "n": len(facts)}),))
    return Entry((Line("digest-thanked", {**args, "names": Texts(tuple(names))}),))


def _too_late_words(facts: Facts) -> Reply:
    return Reply((Line("notice-answer-too-late", {"number": str(facts.wish.number)}),))


def _whole(wish: Wish) -> str | Term:
    return words_of(wish) if wish.display is Display.SHOWN else "…"


def quoted(wish: Wish) -> str | Term:
    """The beginning of a wish's words on one line, so that nobody wonders which one it was."""
    if wish.display is not Display.SHOWN:
        return "…"  # taken out of sight since: what was said there is quoted no more
    words = words_of(wish)
    return shorten(" ".join(words.split()), _QUOTED_CHARS) if isinstance(words, str) else words


async def _who_filed_it_for_another(facts: Facts, uow: UnitOfWork) -> Sequence[Person]:
    """Also where they gave the answer themselves: the neighbour still has to be told."""
    return (await uow.people.get(facts.filed_for.filer_id),) if facts.filed_for else ()


def _to_tell_words(facts: Facts) -> Reply:
    """The answer as everybody hears it, below the request to pass it on to the neighbour named when it was filed."""
    filed, answer = facts.filed_for, facts.answered()
    neighbour = filed.neighbour_name if filed else None
    ask = Line("for-tell", {"neighbour": neighbour or ""})
    answered = _answer_words(facts)
    told = (Button("button-told", data=data("told", answer.id)),)
    return Reply((ask, *answered.lines), buttons=(told,), photos=answered.photos)


async def _who_spoke(facts: Facts, uow: UnitOfWork) -> Sequence[Person]:
    """The author, unless they wrote the line themselves."""
    author = await uow.people.get(facts.wish.author_id)
    wrote_it = facts.transcript is not None and facts.transcript.person_id == author.id
    return () if wrote_it else (author,)


def _written_words(facts: Facts) -> Reply:
    """The line, as whoever spoke may see it first; where it goes is what they chose when they filed it."""
    key = "notice-voice-written" if facts.wish.is_public else "notice-voice-written-committee"
    wrong = Button("button-voice-wrong", data=data("retell", facts.wish.id))
    return Reply((Line(key, {"number": str(facts.wish.number), "words": facts.wish.words}),), buttons=((wrong,),))


async def _those_gathered(facts: Facts, uow: UnitOfWork) -> Sequence[Person]:
    """Who filed or follows one of its parts, but not the author of the whole."""
    people: list[Person] = []
    for part in facts.parts:
        people.append(await uow.people.get(part.author_id))
        people += [person for person, _ in await uow.followers.of(part.id)]
    once = {person.id: person for person in people}
    return [person for person in once.values() if person.id != facts.wish.author_id]


def _gathered_words(facts: Facts) -> Reply:
    args: dict[str, Arg] = {
        "number": str(facts.wish.number),
        "words": facts.wish.words,
        "numbers": numbered(facts.parts),
    }
    button = Button("button-join", data=data("join", facts.wish.id))
    return Reply((Line("notice-gathered", args),), buttons=((button,),))


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
    WishAnswered: Hearing(_those_concerned, _answer_words, entry=_answer_entry),
    AnswerTooLate: Hearing(_the_named, _too_late_words, urgent=True),
    WishThanked: Hearing(_who_reported_it_done, _thanks_words, entry=_thanks_entry, together=True),
    AuthorAsked: Hearing(_the_author, _question_words, urgent=True),
    FilingPaused: Hearing(_the_author, _pause_words, urgent=True),
    FilingResumed: Hearing(_the_author, _resumed_words, urgent=True),
    WishRuled: Hearing(change_notices.author, change_notices.ruling_words, urgent=True),
    CheckWanted: Hearing(change_notices.moderators, change_notices.check_words, urgent=True),
    StatementMade: Hearing(change_notices.hearers_of_statement, change_notices.statement_words),
    WishCameBack: Hearing(change_notices.author_and_followers, change_notices.came_back_words),
    DayMissed: Hearing(clock_notices.those_above, clock_notices.missed_words, urgent=True),
    WishAmended: Hearing(change_notices.followers_and_taker, change_notices.addition_words),
    WishWithdrawn: Hearing(change_notices.followers_and_taker_of_withdrawn, change_notices.withdrawal_words),
    NeighbourToTell: Hearing(_who_filed_it_for_another, _to_tell_words, urgent=True),
    VoiceWritten: Hearing(_who_spoke, _written_words, urgent=True),
    WishGathered: Hearing(_those_gathered, _gathered_words),
    VerdictAsked: Hearing(verdict_notices.those_asked, _verdict_words, urgent=True),
    WishReturned: Hearing(verdict_notices.those_concerned, verdict_notices.returned),
    ReturnedTwice: Hearing(verdict_notices.the_committee, verdict_notices.returned_twice, urgent=True),
    DeliberationOpened: Hearing(deliberation_notices.those_invited, deliberation_notices.opened),
    MinutesWritten: Hearing(deliberation_notices.those_who_took_a_side, deliberation_notices.minuted),
    MinutesOverdue: Hearing(deliberation_notices.those_who_owe_minutes, deliberation_notices.overdue, urgent=True),
    HearingAsked: Hearing(deliberation_notices.the_officer, deliberation_notices.asked, urgent=True),
    HearingAnswered: Hearing(deliberation_notices.who_asked, deliberation_notices.answered, urgent=True),
    **{kind: Hearing(hearers, words, urgent) for kind, (hearers, words, urgent) in claim_notices.HEARD.items()},
    ClaimThanked: Hearing(claim_notices.claimer_thanked, _thanks_words, entry=_thanks_entry, together=True),
    ProjectMoved: Hearing(project_notices.those_concerned, project_notices.words),
    QuarrelTold: Hearing(quarrel_notices.hearers, quarrel_notices.words, urgent=True),
    WishPlanned: Hearing(plan_notices.those_concerned, plan_notices.words),
    WishSaidTwice: Hearing(_followers_left_behind, _said_twice_words, urgent=True),
}
