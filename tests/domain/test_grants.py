"""Roles that are given: when they count, who may give which, and that config.yaml stays what it says."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import grant_refusals as refusals
from bot.domain import grants
from bot.domain.errors import Refused
from bot.domain.grants import Grant, GrantEvent, GrantRole, GrantState, Terms
from bot.domain.people import Body, Captain, Estate, Office, Person, Resident, Speaker, id_of_nobody
from bot.domain.rights import RIGHTS, Act, Role, roles_of
from bot.domain.scopes import ENTIRE, Scope

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)  #: 12:00 in Shanghai
TODAY = date(2026, 3, 2)
ESTATE = Estate(
    "sunny",
    "阳光小区",
    ZoneInfo("Asia/Shanghai"),
    "zh",
    3,
    {1: Speaker(1, "李书记", Body.COMMITTEE)},
    captains={2: Captain(2, "李姐", "3")},
)
ROLES = st.sampled_from(GrantRole)
DAYS = st.integers(min_value=-30, max_value=30).map(lambda each: TODAY + timedelta(days=each))


def grant(
    role: GrantRole = GrantRole.VOLUNTEER,
    *,
    who: int | None = 7,
    starts: date = TODAY,
    ends: date | None = None,
    state: GrantState = GrantState.ACCEPTED,
    estate_key: str = "sunny",
    name: str = "王阿姨",
) -> Grant:
    answered = NOON if state in (GrantState.ACCEPTED, GrantState.DECLINED) else None
    terms = Terms(role, name, starts, ends, Scope(("3",)) if role is GrantRole.RESIDENT else ENTIRE)
    return Grant(
        *(5, estate_key, terms, state, NOON, 1, "李书记"),
        person_id=None if who is None else 70,
        telegram_id=who,
        answered_at=answered,
    )


def roles(estate: Estate, who: int) -> frozenset[Role]:
    return roles_of(Person(1, who, "somebody"), estate=estate, resident=False, administers=False)


@given(starts=DAYS, length=st.none() | st.integers(min_value=0, max_value=40), state=st.sampled_from(GrantState))
def test_it_counts_from_its_first_day_to_its_last_on_the_estates_clocks_and_only_once_accepted(
    starts: date, length: int | None, state: GrantState
) -> None:
    ends = None if length is None else starts + timedelta(days=length)
    one = grant(starts=starts, ends=ends, state=state)
    within = starts <= TODAY and (ends is None or ends >= TODAY)
    counts = grants.counts_in(one, ESTATE, NOON)
    assert counts == (within and state is GrantState.ACCEPTED)
    assert (7 in grants.merged(ESTATE, [one], NOON).volunteers) == counts


def test_its_last_day_ends_at_midnight_where_the_estate_is() -> None:
    one = grant(ends=TODAY)
    last = datetime(2026, 3, 2, 15, 59, tzinfo=UTC)  # 23:59 in Shanghai
    assert grants.counts_in(one, ESTATE, last)
    assert not grants.counts_in(one, ESTATE, last + timedelta(minutes=1))


@given(role=ROLES)
def test_whoever_accepts_has_the_role_and_nobody_else_does(role: GrantRole) -> None:
    seen = grants.merged(ESTATE, [grant(role)], NOON)
    wanted = Role.PANEL if role is GrantRole.LIAISON else Role(role.value)
    assert roles(seen, 7) == {wanted}
    assert roles(seen, 8) == {Role.OUTSIDER}
    assert seen.concerns(7)
    assert seen.lists(7) == (role is not GrantRole.RESIDENT), "who lives here is on no list of those who do something"
    assert not grants.merged(ESTATE, [grant(role, estate_key="river")], NOON).concerns(7)


@given(in_a_group=st.booleans(), starts=DAYS, length=st.none() | st.integers(min_value=0, max_value=40))
def test_a_resident_lives_here_by_a_group_or_by_a_role_that_counts(
    in_a_group: bool, starts: date, length: int | None
) -> None:
    one = grant(GrantRole.RESIDENT, starts=starts, ends=None if length is None else starts + timedelta(days=length))
    seen = grants.merged(ESTATE, [one], NOON)
    lives = roles_of(Person(70, 7, "somebody"), estate=seen, resident=in_a_group, administers=False)
    assert (Role.RESIDENT in lives) == (in_a_group or grants.counts_in(one, ESTATE, NOON))
    assert seen.residents == ({7: Resident(7, 70, "王阿姨", "3", NOON)} if one.counts_on(TODAY) else {})


@given(given_roles=st.lists(ROLES, max_size=6))
def test_what_config_says_of_somebody_no_grant_changes(given_roles: list[GrantRole]) -> None:
    seen = grants.merged(ESTATE, [grant(role, who=1, name="别人") for role in given_roles], NOON)
    assert seen.speakers[1] == ESTATE.speakers[1]
    assert seen.captains[2] == ESTATE.captains[2]
    assert roles(ESTATE, 1) <= roles(seen, 1)


@given(role=ROLES)
def test_whoever_was_forgotten_is_nothing(role: GrantRole) -> None:
    assert grants.merged(ESTATE, [grant(role, who=id_of_nobody(70))], NOON) == ESTATE


def test_an_office_speaks_in_the_name_of_its_body() -> None:
    named = [
        (GrantRole.GRID_WORKER, Body.COMMITTEE),
        (GrantRole.COMMITTEE_MODERATOR, Body.COMMITTEE),
        (GrantRole.RESIDENT_MODERATOR, Body.MODERATOR),
    ]
    for role, body in named:
        speaker = grants.merged(ESTATE, [grant(role)], NOON).spokesman(7)
        assert speaker == Speaker(7, "王阿姨", body)
    for role in (GrantRole.AUDITOR, GrantRole.ADMINISTRATOR, GrantRole.MEDIATOR):
        assert grants.merged(ESTATE, [grant(role)], NOON).spokesman(7) is None
    assert {Office(role.value) for role in grants.OFFICES} == set(Office)


# ---- giving ----------------------------------------------------------------------------------------------------------


def test_the_committee_gives_all_an_administrator_none_that_gives_roles_and_nobody_else_any() -> None:
    assert set(grants.roles_to_give(frozenset({Role.COMMITTEE}))) == set(GrantRole)
    gives = RIGHTS[Act.GRANT_ROLE]
    by_administrator = grants.roles_to_give(frozenset({Role.ADMINISTRATOR}))
    assert {role for role in GrantRole if role not in by_administrator} == {GrantRole(role.value) for role in gives}
    for role in set(Role) - gives:
        assert grants.roles_to_give(frozenset({role})) == ()


@pytest.mark.parametrize(
    ("terms", "why"),
    [
        (Terms(GrantRole.VOLUNTEER, "王", TODAY - timedelta(days=1)), refusals.RoleStartsInThePast),
        (Terms(GrantRole.VOLUNTEER, "王", TODAY, TODAY - timedelta(days=1)), refusals.RoleEndsBeforeItStarts),
        (Terms(GrantRole.VOLUNTEER, "王", TODAY, TODAY + timedelta(days=3000)), refusals.RoleTooLong),
        (Terms(GrantRole.AUDITOR, "王", TODAY, scope=Scope(("3",))), refusals.RoleForAllOfIt),
        (Terms(GrantRole.MEDIATOR, "王", TODAY, scope=Scope(("3", "1"))), refusals.RoleForWholeBuildings),
        (Terms(GrantRole.RESIDENT, "王", TODAY), refusals.BuildingNeeded),
        (Terms(GrantRole.RESIDENT, "王", TODAY, scope=Scope(grid_id=1)), refusals.BuildingNeeded),
    ],
)
def test_terms_that_cannot_be_meant_are_refused(terms: Terms, why: type[Refused]) -> None:
    with pytest.raises(why):
        grants.check_terms(terms, today=TODAY)


def test_one_person_speaks_for_one_body_and_has_a_role_once() -> None:
    def check(role: GrantRole, who: int, *held: Grant) -> None:
        grants.check_holder(Terms(role, "王", TODAY), who, estate=ESTATE, held=held)

    check(GrantRole.PROPERTY, 7)
    check(GrantRole.CAPTAIN, 7, grant(GrantRole.VOLUNTEER))
    check(GrantRole.MEDIATOR, 1)
    with pytest.raises(refusals.SpeaksForAnother):
        check(GrantRole.PROPERTY, 1)
    with pytest.raises(refusals.SpeaksForAnother):
        check(GrantRole.PROPERTY, 7, grant(GrantRole.OWNERS))
    with pytest.raises(refusals.HasThisRole):
        check(GrantRole.CAPTAIN, 2)
    with pytest.raises(refusals.HasThisRole):
        check(GrantRole.VOLUNTEER, 7, grant(GrantRole.VOLUNTEER, starts=TODAY + timedelta(days=9)))


# ---- answering and ending --------------------------------------------------------------------------------------------


def test_an_offer_is_answered_once_by_whom_it_is_for_within_a_week() -> None:
    offered = grant(state=GrantState.OFFERED)
    accepted = grants.accept(offered, person_id=70, telegram_id=7, now=NOON)
    assert accepted.state is GrantState.ACCEPTED
    with pytest.raises(refusals.OfferGone):
        grants.accept(accepted, person_id=70, telegram_id=7, now=NOON)
    with pytest.raises(refusals.NotYourOffer):
        grants.accept(offered, person_id=71, telegram_id=8, now=NOON)
    with pytest.raises(refusals.OfferLapsed):
        grants.decline(offered, person_id=70, telegram_id=7, now=NOON + grants.OFFER_LASTS)
    link = grant(who=None, state=GrantState.OFFERED)
    assert grants.decline(link, person_id=71, telegram_id=8, now=NOON).person_id == 71


@given(state=st.sampled_from(GrantState), ends=st.none() | DAYS.filter(lambda day: day >= TODAY - timedelta(days=30)))
def test_what_is_ended_counts_no_more_and_stays_ended(state: GrantState, ends: date | None) -> None:
    one = grant(state=state, starts=TODAY - timedelta(days=30), ends=ends)
    runs = state is GrantState.OFFERED or (state is GrantState.ACCEPTED and not one.is_over(TODAY))
    told = {"by_id": 1, "by": "李书记", "why": "换了班", "today": TODAY, "now": NOON}
    if not runs:
        with pytest.raises(refusals.RoleOver):
            grants.end(one, **told)  # type: ignore[arg-type]
        return
    ended = grants.end(one, **told)  # type: ignore[arg-type]
    assert not grants.counts_in(ended, ESTATE, NOON)
    with pytest.raises(refusals.RoleOver):
        grants.end(ended, **told)  # type: ignore[arg-type]


def test_its_history_says_who_did_what_in_order() -> None:
    offered = grant(state=GrantState.OFFERED)
    accepted = grants.accept(offered, person_id=70, telegram_id=7, now=NOON + timedelta(hours=1))
    told = {"why": "", "today": TODAY, "now": NOON + timedelta(hours=2)}
    taken = grants.end(accepted, by_id=1, by="李书记", **told)  # type: ignore[arg-type]
    left = grants.end(accepted, by_id=70, by="王阿姨", **told)  # type: ignore[arg-type]
    back = grants.end(offered, by_id=1, by="李书记", **told)  # type: ignore[arg-type]
    first = [(GrantEvent.OFFERED, "李书记"), (GrantEvent.ACCEPTED, "王阿姨")]

    def history(one: Grant) -> list[tuple[GrantEvent, str]]:
        moments = [at for at, _, _ in grants.events_of(one)]
        assert moments == sorted(moments)
        return [(kind, by) for _, kind, by in grants.events_of(one)]

    assert history(taken) == [*first, (GrantEvent.TAKEN, "李书记")]
    assert history(left) == [*first, (GrantEvent.LAID_DOWN, "王阿姨")]
    assert history(back) == [first[0], (GrantEvent.TAKEN_BACK, "李书记")]
