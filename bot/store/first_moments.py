"""When the first of each kind of thing falls due that falls due by itself, seen in one statement.

It is asked every few seconds, and after every act where somebody steers the clock; what is due is asked for with care
afterwards. So a moment may be too early here, and never too late.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    CompoundSelect,
    Select,
    and_,
    bindparam,
    exists,
    func,
    literal,
    select,
    union_all,
)

from bot.domain import ledger_rows, place_rows, presses
from bot.domain.desk import WAITING
from bot.domain.service_questions import QuestionState
from bot.domain.wishes import Display, State
from bot.store.attention_tables import held_answers
from bot.store.beginning_tables import card_presses
from bot.store.chat_functions import uncounted
from bot.store.claim_tables import match_looks, matches, wish_claims
from bot.store.clock_tables import misses
from bot.store.deliberation_tables import deliberations
from bot.store.desk_tables import mornings
from bot.store.directory_tables import service_questions, service_reviews
from bot.store.for_others_tables import jots
from bot.store.function_tables import function_reviews
from bot.store.grant_tables import role_grants
from bot.store.group_tables import unsigned
from bot.store.item_tables import plan_news
from bot.store.keeping_tables import forgotten, rounds
from bot.store.ledger_tables import ledger_imports
from bot.store.place_tables import place_imports
from bot.store.planned_tables import planned_broadcasts
from bot.store.poll_tables import polls
from bot.store.project_tables import acceptances, projects
from bot.store.quarrel_tables import quarrels
from bot.store.session import Session
from bot.store.signup_tables import signup_news, signups
from bot.store.tables import chats, dialogs, people
from bot.store.takedown_tables import withdrawals
from bot.store.thing_tables import thing_news, things
from bot.store.verdict_tables import askings
from bot.store.wish_tables import wishes

#: Some place on Earth is so far ahead of UTC: there a day begins first.
_FIRST_TO_WAKE = timedelta(hours=14)
_LONG_AGO = datetime.min.replace(tzinfo=UTC)
_BOT = bindparam("the_bot", type_=wishes.c.bot_id.type)


class SqlFirstMoments:
    def __init__(self, session: Session) -> None:
        self._session = session

    async def all(self) -> Mapping[str, datetime | None]:
        row = await self._session.first(_FIRST, {"the_bot": self._session.bot_id})
        assert row is not None, "it selects no rows, it counts"
        return {
            "dialogs": _first(row.dialog_over, row.dialog_idle),
            "withdrawals": row.withdrawn,
            "jots": row.jot,
            "unsigned": row.unsigned,
            "farewells": None if row.farewell is None else _LONG_AGO,
            "old-presses": row.pressed and row.pressed + presses.KEPT_FOR,
            "put-off": _begins(row.later),
            "missed-days": _first(_begins(row.promised, later=1), _begins(row.goes_up)),
            "late-projects": row.project_late,
            "plan-posts": row.plan_news,
            "place-files": _first(
                row.places_unread and row.places_unread + place_rows.GIVE_UP_AFTER,
                row.places_sent and row.places_sent + place_rows.KEPT_FOR,
            ),
            "ledger-tables": _first(
                row.table_unread and row.table_unread + ledger_rows.GIVE_UP_AFTER,
                row.table_sent and row.table_sent + ledger_rows.KEPT_FOR,
            ),
            "acceptances": row.acceptance,
            "role-letters": _first(row.role_holder, row.role_giver),
            "answers": row.answer,
            "deliberations": row.deliberation,
            "polls": row.poll,
            "claims": row.claim,
            "quarrels": row.quarrel,
            "signups": _first(row.signup, row.signup_news),
            "planned": row.planned,
            "things": _first(row.thing, row.thing_news),
            "matches": _first(row.match_look, row.match),
            "verdicts": row.verdict,
            "service-answers": row.service_answer,
            "function-reviews": row.function_review if row.uncounted is None else _LONG_AGO,
        }

    async def rounds(self) -> Mapping[str, datetime]:
        rows = await self._session.all(_ROUNDS, {"the_bot": self._session.bot_id})
        return {row.name: row.next_at for row in rows}


def _first(*moments: datetime | None) -> datetime | None:
    return min((moment for moment in moments if moment is not None), default=None)


def _begins(day: date | None, *, later: int = 0) -> datetime | None:
    """When that day, or so many later, begins for the first on Earth."""
    if day is None:
        return None
    return datetime.combine(day + timedelta(days=later), time(), tzinfo=UTC) - _FIRST_TO_WAKE


def _first_of(column: Column[Any], *conditions: ColumnElement[bool]) -> Select[Any]:
    return select(func.min(column)).where(column.table.c.bot_id == _BOT, *conditions)


def _statement() -> Select[Any]:
    noted = exists().where(misses.c.wish_id == wishes.c.id, misses.c.due_on == wishes.c.next_date)
    waits = and_(
        wishes.c.state.in_(sorted(state.value for state in WAITING)), wishes.c.display == Display.SHOWN.value, ~noted
    )
    my_wishes = select(wishes.c.id).where(wishes.c.bot_id == _BOT)
    my_people = select(people.c.id).where(people.c.bot_id == _BOT)
    gone = select(func.min(forgotten.c.person_id))
    first = {
        "dialog_over": _first_of(dialogs.c.expires_at),
        "dialog_idle": _first_of(dialogs.c.idle_at, ~dialogs.c.reminded),
        "withdrawn": _first_of(withdrawals.c.withdrawn_at, withdrawals.c.told_at.is_(None)),
        "jot": _first_of(jots.c.expires_at),
        "unsigned": _first_of(unsigned.c.expires_at),
        "farewell": gone.where(forgotten.c.chat_id.is_not(None), forgotten.c.person_id.in_(my_people)),
        "pressed": select(func.min(card_presses.c.pressed_at)).where(card_presses.c.wish_id.in_(my_wishes)),
        "later": _first_of(wishes.c.next_date, wishes.c.state == State.LATER.value),
        "promised": _first_of(wishes.c.next_date, waits),
        "goes_up": _first_of(misses.c.up_on, ~misses.c.settled),
        "project_late": _first_of(projects.c.late_at),
        "plan_news": _first_of(plan_news.c.due_at),
        "places_unread": _first_of(place_imports.c.sent_at, place_imports.c.file.is_not(None)),
        "places_sent": _first_of(place_imports.c.sent_at),
        "table_unread": _first_of(ledger_imports.c.sent_at, ledger_imports.c.file.is_not(None)),
        "table_sent": _first_of(ledger_imports.c.sent_at),
        "acceptance": _first_of(acceptances.c.ask_at),
        "role_holder": _first_of(role_grants.c.tell_holder_at),
        "role_giver": _first_of(role_grants.c.tell_giver_at),
        "answer": _first_of(held_answers.c.due_at),
        "deliberation": _first_of(deliberations.c.next_at),
        "poll": _first_of(polls.c.next_at),
        "claim": _first_of(wish_claims.c.next_at),
        "quarrel": _first_of(quarrels.c.next_at),
        "signup": _first_of(signups.c.next_at),
        "signup_news": _first_of(signup_news.c.due_at),
        "planned": _first_of(planned_broadcasts.c.due_at),
        "thing": _first_of(things.c.next_at),
        "thing_news": _first_of(thing_news.c.due_at),
        "match_look": _first_of(match_looks.c.next_at),
        "match": _first_of(matches.c.next_at),
        "verdict": _first_of(askings.c.next_at),
        "service_answer": _first_of(service_questions.c.out_at, service_questions.c.state == QuestionState.HELD.value),
        "function_review": _first_of(function_reviews.c.next_at),
        "uncounted": _first_of(chats.c.id, *uncounted()),
    }
    return select(*(each.scalar_subquery().label(name) for name, each in first.items()))


def _rounds() -> CompoundSelect[Any]:
    """All in one: each of these tables has a row or a few for each estate."""
    name, of_estate = rounds.c.name, {"morning:": mornings, "service-review:": service_reviews}
    named = [select(name, rounds.c.next_at).where(rounds.c.bot_id == _BOT)]
    for kind, table in of_estate.items():
        its_name = (literal(kind) + table.c.estate_key).label("name")
        named.append(select(its_name, table.c.next_at).where(table.c.bot_id == _BOT))
    return union_all(*named)


_FIRST, _ROUNDS = _statement(), _rounds()
