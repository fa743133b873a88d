"""A wisher lets whoever claimed their wish know a door or a telephone number: typed here, shown there, no further."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.domain.claim_refusals import ClaimOver
from bot.domain.claiming import MAX_CONTACT_CHARS, Claim
from bot.domain.people import Person
from bot.domain.wishes import Wish
from bot.messages import Actor, Arg, Line, Reply, Term
from bot.ports import UnitOfWork
from bot.services import claims_under_way
from conversations.engine import Dialog
from conversations.questions import Answers, Context
from conversations.steps import Ask


def given(wish: Wish, claim: Claim, claimer: Person) -> dict[str, Any]:
    """What is known when the dialog begins: of which claim it is, and who will read it."""
    return {"claim_id": claim.id, "number": str(wish.number), "name": claimer.name}


def _ask(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("claim-contact-ask", {"number": answers["number"], "name": answers["name"]}),)


def _unquoted(value: Any) -> Arg:
    """Prompts are kept for some days, longer than this may be: what was typed never stands in one."""
    return Term("claim-contact-typed")


async def _done(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    """Hand it over. Where the claim has ended meanwhile, the dialog ends too and nothing is kept."""
    try:
        await claims_under_way.pass_contact(
            actor=actor, claim_id=int(answers["claim_id"]), words=str(answers["contact"]), uow=uow
        )
    except ClaimOver as over:
        return Reply((Line(over.text_key(), dict(over.variables)),))
    return Reply((Line("claim-contact-given", {"name": answers["name"]}),))


PASS_CONTACT = Dialog(
    "pass-contact",
    version=1,
    steps=(Ask("contact", _ask, max_chars=MAX_CONTACT_CHARS, show=_unquoted, placeholder="placeholder-claim-contact"),),
    done=_done,
)
