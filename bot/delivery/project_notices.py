"""Who hears that a project which came of their wish took a step, and in which words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.domain.acceptances import Party
from bot.domain.buttons import data
from bot.domain.people import Person
from bot.domain.projects import Move, Stage
from bot.messages import Arg, Button, Day, Line, Reply, Term
from bot.ports import UnitOfWork

if TYPE_CHECKING:
    from bot.delivery.facts import Facts


async def those_concerned(facts: Facts, uow: UnitOfWork) -> Sequence[Person]:
    """Author and followers, but not who moved it, nor who is asked to accept it in the same moment.

    Who follows several of its wishes hears it of the first alone.
    """
    step = facts.project_step
    assert step is not None, "this notice is about a project's step"
    before = await _asked_to_accept(facts, uow)
    for wish in await uow.projects.wishes_of(step.project_id):
        if wish.is_gone:
            continue
        people = [await uow.people.get(wish.author_id), *(person for person, _ in await uow.followers.of(wish.id))]
        if wish.id == facts.wish.id:
            return [
                each for each in {each.id: each for each in people}.values() if each.id not in {*before, step.by_id}
            ]
        before |= {each.id for each in people}
    return ()


async def _asked_to_accept(facts: Facts, uow: UnitOfWork) -> set[int]:
    """Person ids of those to whom the question says it: of the same moment they need one message, not two."""
    step, project = facts.project_step, facts.project
    if step is None or project is None or step.after is not Stage.ACCEPTANCE or step.words:
        return set()
    says = await uow.project_records.says(project.id, project.round)
    return {each.person_id for each in says if each.party is Party.RESIDENT and each.person_id is not None}


def words(facts: Facts) -> Reply:
    """Texts: notice-project, -opened, -why, -end."""
    step, project = facts.project_step, facts.project
    assert step is not None, "this notice is about a project's step"
    assert project is not None, "this notice is about a project's step"
    args: dict[str, Arg] = {
        "number": str(facts.wish.number),
        "project": str(project.number),
        "name": project.name,
        "stage": Term(f"stage-{step.after}"),
    }
    look = ((Button("button-project-look", data("project", project.id)),),)
    if step.move is Move.OPENED:
        return Reply(
            (Line("notice-project-opened", {**args, "day": Day(step.day or project.brief.planned_end)}),), look
        )
    if step.move is Move.RESCHEDULED and step.day is not None:
        return Reply((Line("notice-project-end", {**args, "day": Day(step.day), "words": step.words}),), look)
    if step.words:
        return Reply((Line("notice-project-why", {**args, "words": step.words}),), look)
    return Reply((Line("notice-project", args),), look)
