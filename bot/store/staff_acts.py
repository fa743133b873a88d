"""What was done in the name of bodies, read off what is recorded anyway: every source in the same columns."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, case, literal, select, union_all

from bot.domain.staff_acts import StaffActKind
from bot.store.broadcast_tables import broadcasts
from bot.store.course_tables import wish_steps
from bot.store.deliberation_tables import deliberations
from bot.store.directory_tables import service_questions, services
from bot.store.function_tables import function_switches
from bot.store.item_tables import item_steps, items, plan_publications
from bot.store.ledger_tables import ledger_entries, ledger_questions
from bot.store.planned_tables import planned_agreements, planned_broadcasts
from bot.store.poll_tables import poll_statements, polls
from bot.store.project_tables import project_steps, projects
from bot.store.signup_tables import signup_steps, signups
from bot.store.tables import chats
from bot.store.takedown_tables import statements, takedowns
from bot.store.thing_tables import things
from bot.store.wish_tables import wishes


def acts_in(estate_key: str, *, bot_id: int) -> Any:
    """`source` and `id` (unique together), `at`, `kind`, `number`, `name`, `body`, `about`; of the staff alone."""
    parts = (
        *(*_of_wishes(), *_of_deliberations(), *_of_what_is_kept(), *_of_what_is_asked()),
        *(*_of_what_is_told(), *_of_what_neighbours_do()),
    )
    return union_all(*(part.where(of.c.bot_id == bot_id, of.c.estate_key == estate_key) for part, of in parts))


_Part = tuple[Select[Any], Any]  #: and the table that says of which estate it is


def _row(
    source: str, key: Any, at: Any, kind: StaffActKind | Any, number: Any, name: Any, body: Any, about: Any = None
) -> Select[Any]:
    said = literal(kind.value) if isinstance(kind, StaffActKind) else kind
    named = (literal(source).label("source"), key.label("id"), at.label("at"), said.label("kind"))
    to_what = literal("") if about is None else about
    return select(*named, number.label("number"), name.label("name"), body.label("body"), to_what.label("about"))


def _of_wishes() -> tuple[_Part, ...]:
    kinds = [kind.value for kind in StaffActKind]
    steps, downs, said, number = wish_steps.c, takedowns.c, statements.c, wishes.c.number
    taken = _row("wish", steps.id, steps.at, steps.step, number, steps.speaker_name, steps.speaker_body)
    taken = taken.join(wishes, wishes.c.id == steps.wish_id)
    ruled = _row("takedown", downs.id, downs.at, downs.step, number, downs.name, downs.body)
    ruled = ruled.join(wishes, wishes.c.id == downs.wish_id)
    stated = _row(
        "statement", said.id, said.stated_at, StaffActKind.STATED, number, said.speaker_name, said.speaker_body
    )
    return (
        (taken.where(steps.speaker_body.is_not(None), steps.step.in_(kinds)), wishes),
        (ruled.where(downs.body.is_not(None), downs.step.in_(kinds)), wishes),
        (stated.join(wishes, wishes.c.id == said.wish_id), wishes),
    )


def _of_deliberations() -> tuple[_Part, ...]:
    held, number = deliberations.c, wishes.c.number
    opened = _row("argued", held.id, held.opened_at, StaffActKind.ARGUED, number, held.opener_name, held.opener_body)
    ended = _row(
        "ended", held.id, held.closed_at, StaffActKind.ENDED_ARGUING, number, held.ended_by_name, held.ended_by_body
    ).where(held.ended_by_name.is_not(None))
    minuted = _row(
        "minuted", held.id, held.minutes_at, StaffActKind.MINUTED, number, held.minutes_by_name, held.minutes_by_body
    ).where(held.minutes_by_name.is_not(None))
    return tuple((each.join(wishes, wishes.c.id == held.wish_id), wishes) for each in (opened, ended, minuted))


def _of_what_is_kept() -> tuple[_Part, ...]:
    """Ledger, projects, plan."""
    entry, move, change, out = ledger_entries.c, project_steps.c, item_steps.c, plan_publications.c
    kind = case((entry.corrects_id.is_(None), StaffActKind.ENTRY.value), else_=StaffActKind.CORRECTION.value)
    kept = _row("ledger", entry.id, entry.at, kind, entry.number, entry.by_name, entry.by_body)
    built = _row("project", move.id, move.at, StaffActKind.PROJECT, projects.c.number, move.by_name, move.by_body)
    planned = _row("item", change.id, change.at, StaffActKind.ITEM, items.c.number, change.by_name, change.by_body)
    published = _row("published", out.id, out.at, StaffActKind.PUBLISHED, literal(0), out.by_name, out.by_body)
    return (
        (kept, ledger_entries),
        (built.join(projects, projects.c.id == move.project_id), projects),
        (planned.join(items, items.c.id == change.item_id).where(change.by_body.is_not(None)), items),
        (published, plan_publications),
    )


def _of_what_is_asked() -> tuple[_Part, ...]:
    """Answers to questions; polls and what comes of them."""
    asked, of_entry, poll, said = service_questions.c, ledger_questions.c, polls.c, poll_statements.c
    served = _row(
        "service",
        asked.id,
        asked.answered_at,
        StaffActKind.SERVICE_ANSWER,
        services.c.number,
        asked.by_name,
        asked.by_body,
    ).join(services, services.c.id == asked.service_id)
    explained = _row(
        "entry",
        of_entry.id,
        of_entry.answered_at,
        StaffActKind.ENTRY_ANSWER,
        ledger_entries.c.number,
        of_entry.answered_by_name,
        of_entry.answered_by_body,
    ).join(ledger_entries, ledger_entries.c.id == of_entry.entry_id)
    polled = _row("poll", poll.id, poll.opened_at, StaffActKind.POLL, poll.number, poll.by_name, poll.by_body)
    became = _row("poll-said", said.id, said.at, StaffActKind.POLL_SAID, poll.number, said.by_name, said.by_body)
    return (
        (served.where(asked.answered_at.is_not(None)), services),
        (explained.where(of_entry.answered_at.is_not(None)), ledger_entries),
        (polled, polls),
        (became.join(polls, polls.c.id == said.poll_id), polls),
    )


def _of_what_is_told() -> tuple[_Part, ...]:
    """Broadcasts, and who agreed to them; to a planned one once, for all that is made of it."""
    told, yes = broadcasts.c, planned_agreements.c
    sent = _row("broadcast", told.id, told.at, StaffActKind.BROADCAST, told.number, told.by_name, told.by_body)
    agreed = _row(
        "confirmed",
        told.id,
        told.confirmed_at,
        StaffActKind.CONFIRMED,
        told.number,
        told.confirmed_by,
        told.confirmed_body,
    )
    for_all = _row(
        *("planned", yes.id, yes.at, StaffActKind.PLANNED_CONFIRMED, planned_broadcasts.c.number),
        *(yes.by_name, yes.by_body),
    )
    return (
        (sent, broadcasts),
        (agreed.where(told.confirmed_at.is_not(None)), broadcasts),
        (for_all.join(planned_broadcasts, planned_broadcasts.c.id == yes.planned_id), planned_broadcasts),
    )


def _of_what_neighbours_do() -> tuple[_Part, ...]:
    """Sign-ups, what was found, lost or to give away, and what a group does without."""
    step, thing, switch = signup_steps.c, things.c, function_switches.c
    signed = _row(
        "signup", step.id, step.at, literal("signup-").concat(step.step), signups.c.number, step.by_name, step.by_body
    )
    down = _row(
        "thing",
        thing.id,
        thing.ended_at,
        StaffActKind.THING_REMOVED,
        thing.number,
        thing.removed_by_name,
        thing.removed_by_body,
    )
    what = switch.function.concat(case((switch.stopped, "-stopped"), else_="-used"))
    switched = _row(
        "function", switch.id, switch.at, what, literal(0), switch.by_name, switch.by_body, about=chats.c.title
    )
    return (
        (signed.join(signups, signups.c.id == step.signup_id), signups),
        (down.where(thing.removed_by_body.is_not(None)), things),
        (switched.join(chats, chats.c.id == switch.chat_id), function_switches),
    )
