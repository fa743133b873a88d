"""How a poll stands, and what the cards of a wish say of the poll about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain import polls
from bot.domain.polls import Poll, Statement, Tally
from bot.domain.projects import Project
from bot.domain.shortening import shortened
from bot.domain.wishes import Wish
from bot.messages import Arg, Day, Line, Term, Texts
from bot.ports import UnitOfWork

WORDS_COLUMNS = 90  #: of a statement, on a card and in a list
_OPTION_COLUMNS = 30


@dataclass(frozen=True, slots=True)
class View:
    """A poll, how it stands, and what came of it."""

    poll: Poll
    tally: Tally
    statements: Sequence[Statement] = ()
    wish: Wish | None = None
    project: Project | None = None
    missing: int = 0  #: answers that Telegram counts and we do not, of a poll with names that is closed

    @property
    def shows_counts(self) -> bool:
        return not self.poll.is_open or not self.poll.draft.hidden


async def view_of(poll: Poll, uow: UnitOfWork) -> View:
    """With all that is known of its answers, and what came of it."""
    wish = await uow.wishes.get(poll.draft.wish_id) if poll.draft.wish_id is not None else None
    project = await uow.projects.get(poll.draft.project_id) if poll.draft.project_id is not None else None
    tally, statements = await tally_of(poll, uow), await uow.polls.statements(poll.id)
    return View(poll, tally, statements, wish, project, missing=await _missing(poll, uow))


async def _missing(poll: Poll, uow: UnitOfWork) -> int:
    """Of who answered as a group, and what came while nobody was there for longer than Telegram keeps it."""
    if poll.draft.anonymous or poll.is_open:
        return 0
    given = await uow.polls.given(poll.id)
    return sum(max(0, post.voters - given.get(post.id, 0)) for post in await uow.polls.posts(poll.id) if post.final)


async def tally_of(poll: Poll, uow: UnitOfWork) -> Tally:
    options = len(poll.draft.options)
    if poll.draft.anonymous:
        return polls.tally_summed(options, await uow.polls.posts(poll.id))
    return polls.tally_named(options, (chosen for _, chosen in await uow.polls.counted(poll.id)))


async def about(wish: Wish, uow: UnitOfWork) -> View | None:
    """The newest poll about this wish that was not cancelled."""
    asked = [poll for poll in await uow.polls.of_wish(wish.id) if not poll.cancelled]
    return await view_of(asked[-1], uow) if asked else None


async def of_project(project: Project, uow: UnitOfWork) -> tuple[Line, ...]:
    """A line for each poll about it, the newest last."""
    lines: list[Line] = []
    for poll in await uow.polls.of_project(project.id):
        if not poll.cancelled:
            lines += lines_about(await view_of(poll, uow))
    return tuple(lines)


def by(poll: Poll) -> dict[str, Arg]:
    return {"body": Term(f"body-{poll.by.body}"), "who": poll.by.name}


def most(view: View) -> Texts:
    """What was chosen most often: one, or several as often."""
    highest = max(view.tally.counts)
    named = [option for at, option in enumerate(view.poll.draft.options) if view.tally.counts[at] == highest]
    return Texts(tuple(shortened(option, columns=_OPTION_COLUMNS) for option in named))


def lines_about(polled: View | None) -> tuple[Line, ...]:
    """On the card of the wish it is about, or with the project. Texts: card-poll-runs, -nobody, -closed, -stated."""
    if polled is None:
        return ()
    poll = polled.poll
    args: dict[str, Arg] = {"number": str(poll.number)}
    if poll.is_open:
        return (Line("card-poll-runs", {**args, "question": poll.draft.question, "day": Day(poll.draft.until)}),)
    if polled.statements:
        words = shortened(polled.statements[-1].words, columns=WORDS_COLUMNS)
        return (Line("card-poll-stated", {**args, **by(poll), "words": words}),)
    if not polled.tally.people:
        return (Line("card-poll-nobody", args),)
    return (Line("card-poll-closed", {**args, "n": polled.tally.people, "most": most(polled)}),)
