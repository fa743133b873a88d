"""How polls look: what stands above a native poll, results, the list, reminders, what the staff is told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.domain.buttons import data
from bot.domain.people import Chat, Person, Purpose
from bot.domain.polls import Poll, Statement
from bot.domain.shortening import shortened
from bot.domain.topics import TopicUse
from bot.messages import Arg, Button, Day, Line, Reply, Term, Texts, line
from bot.ports import UnitOfWork
from bot.services.polled import WORDS_COLUMNS, View, by, most

SLOT = "poll"
BAR = "▇"
BARS = 10  #: of all
NAMES_SHOWN = 40  #: of one option
_QUESTION_COLUMNS = 60


def slot_of(poll: Poll) -> str:
    return f"{SLOT}:{poll.id}"


def args_of(poll: Poll) -> dict[str, Arg]:
    return {"number": str(poll.number), "question": poll.draft.question}


def _number(poll: Poll) -> dict[str, Arg]:
    return {"number": str(poll.number)}


def _until(poll: Poll) -> dict[str, Arg]:
    return {**args_of(poll), "day": Day(poll.draft.until)}


# ---- the native poll ------------------------------------------------------------------------------------------------


def advice(poll: Poll) -> Line:
    """Behind the question, where also an old app shows it. Texts: poll-advice-named, -anonymous."""
    return line("poll-advice-anonymous" if poll.draft.anonymous else "poll-advice-named")


def above(view: View) -> tuple[Line, ...]:
    """What stands above it: whose question it is, until when, who learns what, and that it is advice."""
    poll = view.poll
    lines = [Line("poll-above", {**_number(poll), **by(poll)}), *_about(view)]
    lines.append(line("poll-above-until", day=Day(poll.draft.until)))
    return (*lines, *how_lines(anonymous=poll.draft.anonymous, several=poll.draft.several, hidden=poll.draft.hidden))


def how_lines(*, anonymous: bool, several: bool, hidden: bool) -> tuple[Line, ...]:
    lines = [line("poll-how-anonymous" if anonymous else "poll-how-named")]
    if several:
        lines.append(line("poll-how-several"))
    if hidden:
        lines.append(line("poll-how-hidden"))
    return (*lines, line("poll-how-advice"))


def _about(view: View) -> tuple[Line, ...]:
    if view.wish is not None:
        return (line("poll-about-wish", number=str(view.wish.number)),)
    if view.project is not None:
        return (line("poll-about-project", number=str(view.project.number), name=view.project.name),)
    return ()


# ---- results --------------------------------------------------------------------------------------------------------


def option_lines(view: View) -> tuple[Line, ...]:
    """Each option with its bar; without numbers while they are hidden."""
    poll, tally = view.poll, view.tally
    if not view.shows_counts:
        return tuple(line("poll-option", option=option) for option in poll.draft.options)
    lines = []
    for at, option in enumerate(poll.draft.options):
        share = tally.share(at)
        args: dict[str, Arg] = {"option": option, "n": tally.counts[at], "percent": str(share)}
        bar = BAR * max(1, round(BARS * share / 100))
        lines.append(
            Line("poll-option-bar", {**args, "bar": bar}) if tally.counts[at] else Line("poll-option-none", args)
        )
    return tuple(lines)


def _people(view: View) -> tuple[Line, ...]:
    """Of an anonymous one in several groups nobody knows whether somebody answered twice."""
    said = line("poll-people", n=view.tally.people) if view.tally.people else line("poll-nobody")
    return (said, line("poll-missing", n=view.missing)) if view.missing else (said,)


def result(view: View, *, chat: Chat) -> Reply:
    """The message that tells how it ended, in the groups and in the staff chat; there with what is to be done."""
    poll = view.poll
    lines = [Line("poll-result-head", args_of(poll)), *_about(view)]
    if poll.was_late:
        lines.append(line("poll-late", day=Day(poll.draft.until)))
    lines += [*option_lines(view), *_people(view), line("poll-how-advice")]
    if chat.purpose is not Purpose.STAFF:
        if not view.statements:
            lines.append(line("poll-result-wait", body=Term(f"body-{poll.by.body}")))
        return Reply(tuple(lines), silent=True, topic=TopicUse.VOTES)
    if view.statements:
        return Reply((*lines, line("poll-stated-already")), buttons=((look(poll),),), silent=True)
    lines.append(line("poll-statement-please"))
    return Reply(tuple(lines), buttons=((state_button(poll),), (look(poll),)))


async def compose(slot: str, *, chat: Chat, view: View, uow: UnitOfWork) -> Reply | None:
    """Draw the result as it stands. None: there is nothing to show in this chat."""
    poll = view.poll
    if poll.is_open or poll.cancelled or chat.estate_key != poll.estate_key:
        return None
    posted = {post.chat_id for post in await uow.polls.posts(poll.id)}
    return result(view, chat=chat) if chat.purpose is Purpose.STAFF or chat.id in posted else None


def look(poll: Poll) -> Button:
    return Button("button-poll-look", data("poll", poll.id), args={"number": str(poll.number)})


def state_button(poll: Poll) -> Button:
    return Button("button-poll-state", data("poll-do", poll.id, "state"))


# ---- one poll, and the list -----------------------------------------------------------------------------------------


def view_lines(view: View) -> tuple[Line, ...]:
    """All that everybody may know of it."""
    poll = view.poll
    lines = [Line("poll-head", args_of(poll)), *_about(view)]
    if poll.cancelled:
        lines.append(line("poll-was-cancelled", reason=poll.cancelled))
    elif poll.is_open:
        lines.append(Line("poll-runs", _until(poll)))
    else:
        lines.append(Line("poll-is-closed", _until(poll)))
    if not poll.cancelled:
        lines += [*option_lines(view), *(_people(view) if view.shows_counts else (line("poll-how-hidden"),))]
    lines.append(line("poll-how-anonymous" if poll.draft.anonymous else "poll-how-named"))
    lines.append(line("poll-how-advice"))
    lines.append(Line("poll-by", by(poll)))
    for at, statement in enumerate(view.statements):
        lines += statement_lines(statement, first=at == 0)
    return tuple(lines)


def view_rows(view: View) -> tuple[tuple[Button, ...], ...]:
    """What the committee does with it."""
    poll = view.poll

    def do(key: str, what: str) -> tuple[Button, ...]:
        return (Button(key, data("poll-do", poll.id, what)),)

    rows = [] if poll.draft.anonymous else [do("button-poll-voters", "voters")]
    if poll.is_open:
        rows.append(do("button-poll-cancel", "cancel"))
    elif not poll.cancelled:
        rows.append(do("button-poll-state-again", "state") if view.statements else (state_button(poll),))
    return tuple(rows)


def statement_lines(statement: Statement, *, first: bool) -> tuple[Line, ...]:
    """Texts: poll-statement, poll-statement-again."""
    args: dict[str, Arg] = {
        "body": Term(f"body-{statement.by.body}"),
        "who": statement.by.name,
        "words": statement.words,
    }
    said = Line("poll-statement" if first else "poll-statement-again", args)
    if statement.review_on is None:
        return (said,)
    return (said, line("poll-review-on", day=Day(statement.review_on)))


def row(view: View) -> Line:
    """Of the list. Texts: poll-row-runs, -runs-hidden, -closed, -nobody, -stated, -cancelled."""
    poll = view.poll
    args: dict[str, Arg] = {
        **_until(poll),
        "question": shortened(poll.draft.question, columns=_QUESTION_COLUMNS),
        "n": view.tally.people,
    }
    if poll.cancelled:
        return Line("poll-row-cancelled", args)
    if poll.is_open:
        return Line("poll-row-runs-hidden" if poll.draft.hidden else "poll-row-runs", args)
    if view.statements:
        words = shortened(view.statements[-1].words, columns=WORDS_COLUMNS)
        return Line("poll-row-stated", {**args, **by(poll), "words": words})
    if not view.tally.people:
        return Line("poll-row-nobody", args)
    return Line("poll-row-closed", {**args, "most": most(view)})


def voter_lines(poll: Poll, voters: Sequence[tuple[Person, Sequence[int]]]) -> tuple[Line, ...]:
    """By option, who chose it."""
    lines = [Line("poll-voters-head", args_of(poll))]
    for at, option in enumerate(poll.draft.options):
        chosen = [_name(person) for person, options in voters if at in options]
        if not chosen:
            continue
        lines.append(line("poll-voters-option", option=option, n=len(chosen), names=Texts(tuple(chosen[:NAMES_SHOWN]))))
        if len(chosen) > NAMES_SHOWN:
            lines.append(line("poll-voters-more", n=len(chosen) - NAMES_SHOWN))
    return tuple(lines) if voters else (*lines, line("poll-nobody"))


def _name(person: Person) -> str | Term:
    return Term("poll-voter-forgotten") if person.is_forgotten else person.name


# ---- said once ------------------------------------------------------------------------------------------------------


def cancelled(poll: Poll) -> Reply:
    said = Line("poll-cancelled-group", {**args_of(poll), **by(poll), "reason": poll.cancelled})
    return Reply((said,), silent=True, topic=TopicUse.VOTES)


def posted_again(poll: Poll) -> Reply:
    return Reply((Line("poll-posted-again", args_of(poll)),), silent=True, topic=TopicUse.VOTES)


def stated(poll: Poll, statement: Statement, *, first: bool) -> Reply:
    lines = (Line("poll-stated-head", args_of(poll)), *statement_lines(statement, first=first))
    return Reply(lines, silent=True, topic=TopicUse.VOTES)


def reminder(poll: Poll, *, path: str | None) -> Reply:
    """In private, to somebody who has not answered. `path`: to where it stands in a group they are known from."""
    there = () if path is None else ((Button("button-poll-there", path=path),),)
    return Reply((Line("poll-reminder", _until(poll)),), buttons=(*there, (look(poll),)), silent=True)


def reminder_below(poll: Poll, *, message_id: int) -> Reply:
    return Reply((Line("poll-reminder-group", _until(poll)),), answers=message_id, silent=True, topic=TopicUse.VOTES)


def refused(poll: Poll, chat: Chat) -> Reply:
    return Reply((Line("poll-refused-by-group", {**args_of(poll), "title": chat.title}),))


def statement_wanted(poll: Poll, *, now: datetime) -> Reply:
    days = max(1, round((now - poll.closes_at) / timedelta(days=1)))
    said = Line("poll-statement-wanted", {**args_of(poll), "days": days})
    return Reply((said,), buttons=((state_button(poll),), (look(poll),)))


def review_due(poll: Poll, last: Statement) -> Reply:
    said = Line("poll-review-due", {**args_of(poll), "words": last.words})
    again = Button("button-poll-state-again", data("poll-do", poll.id, "state"))
    return Reply((said,), buttons=((again,), (look(poll),)))
