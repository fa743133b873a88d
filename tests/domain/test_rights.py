"""The one table of rights, whoever asks: roles only add, and nobody from outside gets what the staff may."""

from __future__ import annotations

from collections.abc import Iterable
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import errors, verdict_errors
from bot.domain.people import Body, Chat, Estate, Person, Purpose, Speaker
from bot.domain.rights import BARRED, RIGHTS, Act, Role, require, roles_of, sees_staff_matters

ROLES = st.sets(st.sampled_from(Role), min_size=1).map(frozenset)
ACTS = st.sampled_from(Act)
IDS = st.integers(min_value=1, max_value=2**52)
BODIES = st.sampled_from([Body.COMMITTEE, Body.PROPERTY, Body.OWNERS])

STAFF_ACTS = {
    *(Act.ASK_AUTHOR, Act.PAUSE_FILING, Act.LIFT_PAUSE),
    *(Act.READ_STAFF, Act.TAKE_WISH, Act.ANSWER_WISH, Act.RULE_ON_WISH, Act.STATE_ON_CARD),
    *(Act.BIND_CHAT, Act.SET_CHAT_LANGUAGE, Act.PIN_MENU, Act.CHOOSE_TOPIC),
    *(Act.FILE_FOR, Act.READ_REPORT, Act.REFER_WISH),
    Act.TRANSCRIBE_WISH,
    *(Act.READ_STAFF, Act.TAKE_WISH, Act.ANSWER_WISH, Act.BIND_CHAT, Act.OPEN_INTAKE),
    *(Act.SET_CHAT_LANGUAGE, Act.PIN_MENU),
}


def estate(speakers: dict[int, Body], key: str = "sunny") -> Estate:
    listed = {number: Speaker(number, "somebody", body) for number, body in speakers.items()}
    return Estate(key, "阳光小区", ZoneInfo("Asia/Shanghai"), "zh", 3, listed)


def person(telegram_id: int) -> Person:
    return Person(id=1, telegram_id=telegram_id, name="somebody")


def may(act: Act, roles: Iterable[Role]) -> bool:
    try:
        require(act, frozenset(roles), telegram_id=1)
    except errors.Refused:
        return False
    return True


def acts_of(role: Role) -> set[Act]:
    return {act for act in Act if may(act, {role})}


#: A letter for each role, in the order of `COLUMNS`; a dot where it may not.
COLUMNS = (
    *(Role.OUTSIDER, Role.RESIDENT, Role.PANEL, Role.CAPTAIN, Role.VOLUNTEER, Role.MEDIATOR, Role.ORGANISATION),
    *(Role.MODERATOR, Role.RESIDENT_MODERATOR, Role.COMMITTEE_MODERATOR, Role.GRID_WORKER),
    *(Role.PROPERTY, Role.OWNERS, Role.COMMITTEE, Role.AUDITOR, Role.ADMINISTRATOR),
)
CELLS = """
ask-help              orpcvmgMRKWPOCaA
file-wish             .r.cv..MRKWPOC..
read-wishes           .rpcv.gMRKWPOCaA
follow-wish           .r.cv..MRKWPOC..
thank                 .r.cv..MRKWPOC..
claim-wish            .r.cv.gMRKWPOC..
vouch-for-claim       ...c.........C..
file-for              ...cv..M..WPOC..
read-staff            .......MRKWPOCa.
take-wish             .......M..WPOC..
answer-wish           .......M..WPOC..
refer-wish            .......M..WPOC..
ask-author            .......MRKWPOC..
pause-filing          .......M.....C..
lift-pause            .......M...POC..
report-wish           .r.cv..MRKWPOC..
rule-on-wish          .......MRK.POC..
state-on-card         .......M..WPOC..
change-own-wish       orpcvmgMRKWPOCaA
transcribe-wish       ...cv..M..WPOC..
bind-chat             ...........POC..
open-intake           ...........POC..
suggest-binding       orpcvmgMRKWPOCaA
set-chat-language     .......M...POC.A
choose-topic          .......M...POC.A
pin-menu              .......M...POC.A
read-report           .......M..WPOCa.
open-deliberation     .......MRK...C..
read-deliberation     .rpcv..MRKWPOCa.
join-deliberation     .rpcv..MRKWPOC..
see-differently       .r.cv..MRKWPOC..
give-verdict          .r.cv..MR.......
read-projects         .r.cv..MRKWPOCa.
read-plan             .rpcv.gMRKWPOCaA
run-plan              .............C..
read-services         .rpcv.gMRKWPOCaA
ask-about-service     .r.cv..MRKWPOC..
answer-about-service  .......MRKWPOC..
run-services          .............C..
read-ledger           .rpcv.gMRKWPOCaA
ask-of-entry          .r.cv..MRKWPOC..
run-ledger            ............OC..
run-broadcasts        ...........POC..
join-signup           .r.cv..MRKWPOC..
run-signup            ...cv..M.....C..
hand-on               .r.cv..MRKWPOC..
take-down-thing       .......MRK.POC..
run-places            .............C..
read-polls            .rpcv.gMRKWPOCaA
run-functions         .............C.A
run-polls             .............C..
run-projects          .............C..
record-acceptance     ............OC..
hand-to-mediator      .......M..WPOC..
mediate               .....m..........
accept-project        .r.cv..MR.......
grant-role            .............C.A
read-audit            .............CaA
read-moderators       .rpcv.gMRKWPOCaA
"""
#: What is refused whatever else somebody is.
NEVER = {Act.GIVE_VERDICT: "KWPOC", Act.ACCEPT_PROJECT: "KWPOC"}


def test_the_table_cell_by_cell() -> None:
    written = dict(tuple(row.split()) for row in CELLS.strip().splitlines())
    assert set(written) == set(Act)
    letters = "orpcvmgMRKWPOCaA"
    assert set(COLUMNS) == set(Role)
    assert len(letters) == len(COLUMNS)
    for act in Act:
        for role, letter, cell in zip(COLUMNS, letters, written[act], strict=True):
            assert cell in (letter, "."), act
            assert may(act, {role}) == (cell == letter), f"{act} for {role}"
            barred = letter in NEVER.get(act, "")
            assert may(act, {role, Role.RESIDENT}) == (not barred and (cell == letter or may(act, {Role.RESIDENT})))


def test_the_auditor_reads_what_the_staff_reads_and_has_no_right_that_changes_anything() -> None:
    reads = {act for act in Act if act.value.startswith("read-")}
    assert acts_of(Role.AUDITOR) == reads | acts_of(Role.OUTSIDER)
    assert {act for act in acts_of(Role.COMMITTEE) if act in reads} <= acts_of(Role.AUDITOR)


def test_moderators_fold_restore_join_with_consent_deliberate_and_answer_questions_and_no_more() -> None:
    powers = {Act.READ_STAFF, Act.RULE_ON_WISH, Act.ASK_AUTHOR, Act.OPEN_DELIBERATION, Act.ANSWER_ABOUT_SERVICE}
    powers |= {Act.TAKE_DOWN_THING}
    assert acts_of(Role.RESIDENT_MODERATOR) == acts_of(Role.RESIDENT) | powers
    assert acts_of(Role.COMMITTEE_MODERATOR) == (acts_of(Role.RESIDENT) | powers) - set(BARRED)


def test_every_act_is_in_the_table_and_somebody_may_do_it() -> None:
    assert set(RIGHTS) == set(Act)
    assert all(RIGHTS.values())


def test_from_outsider_to_committee_each_may_all_that_those_before_may() -> None:
    # A wish stays its author's, whoever moves out; anybody may suggest where a group belongs.
    assert acts_of(Role.OUTSIDER) == {Act.ASK_HELP, Act.CHANGE_OWN_WISH, Act.SUGGEST_BINDING}
    assert acts_of(Role.OUTSIDER) < acts_of(Role.RESIDENT) < acts_of(Role.MODERATOR)
    assert acts_of(Role.MODERATOR) - set(BARRED) < acts_of(Role.COMMITTEE)
    committees_alone = {
        Act.GRANT_ROLE,
        Act.READ_AUDIT,
        Act.PAUSE_FILING,
        Act.VOUCH_FOR_CLAIM,
        Act.RUN_PROJECTS,
        Act.OPEN_DELIBERATION,
        Act.RUN_PLAN,
        Act.RUN_PLACES,
        Act.RUN_SERVICES,
        Act.RUN_SIGNUP,
        Act.RUN_POLLS,
        Act.RUN_FUNCTIONS,
    }
    assert acts_of(Role.OWNERS) == set(Act) - committees_alone - {Act.MEDIATE} - set(BARRED)
    assert acts_of(Role.PROPERTY) == acts_of(Role.OWNERS) - {Act.RECORD_ACCEPTANCE, Act.RUN_LEDGER}
    assert acts_of(Role.COMMITTEE) == set(Act) - {Act.MEDIATE} - set(BARRED)


@given(roles=ROLES)
def test_whether_it_is_done_is_said_by_neighbours_and_never_by_staff_whatever_else_they_are(
    roles: frozenset[Role],
) -> None:
    staff = {Role.COMMITTEE, Role.PROPERTY, Role.OWNERS, Role.GRID_WORKER, Role.COMMITTEE_MODERATOR}
    strangers = {Role.OUTSIDER, Role.ORGANISATION, Role.PANEL, Role.MEDIATOR, Role.AUDITOR, Role.ADMINISTRATOR}
    assert may(Act.GIVE_VERDICT, roles) == (bool(roles - strangers) and not roles & staff)


def test_who_may_file_is_for_the_committee_and_moderators_to_say() -> None:
    assert {role for role in Role if may(Act.PAUSE_FILING, {role})} == {Role.COMMITTEE, Role.MODERATOR}


def test_neither_outsiders_nor_neighbours_get_what_the_staff_may() -> None:
    for act in STAFF_ACTS:
        assert not may(act, {Role.OUTSIDER, Role.RESIDENT}), act
    assert not may(Act.BIND_CHAT, {Role.MODERATOR, Role.RESIDENT})


@given(act=ACTS, fewer=ROLES, more=ROLES)
def test_another_role_never_takes_a_right_away(act: Act, fewer: frozenset[Role], more: frozenset[Role]) -> None:
    if act in BARRED:
        return
    if may(act, fewer):
        assert may(act, fewer | more)
    assert may(act, fewer | more) == (may(act, fewer) or may(act, more))


@given(act=ACTS, roles=ROLES, telegram_id=IDS)
def test_a_refusal_says_what_is_missing(act: Act, roles: frozenset[Role], telegram_id: int) -> None:
    if may(act, roles):
        return
    with pytest.raises(errors.Refused) as refused:
        require(act, roles, telegram_id=telegram_id)
    if roles & BARRED.get(act, frozenset()):
        assert type(refused.value) is verdict_errors.NotForStaff
    elif Role.RESIDENT in RIGHTS[act]:
        assert type(refused.value) is errors.NotAResident
    elif act in (Act.BIND_CHAT, Act.OPEN_INTAKE):
        assert type(refused.value) is errors.NotListedYet
        assert refused.value.variables == {"id": str(telegram_id)}
    else:
        assert type(refused.value) is errors.NotAllowed


@given(
    speakers=st.dictionaries(IDS, BODIES, max_size=4),
    telegram_id=IDS,
    resident=st.booleans(),
    administers=st.booleans(),
)
def test_roles_come_from_the_list_the_building_and_the_group(
    speakers: dict[int, Body], telegram_id: int, resident: bool, administers: bool
) -> None:
    for who in (telegram_id, *speakers):
        roles = roles_of(person(who), estate=estate(speakers), resident=resident, administers=administers)
        assert roles
        assert (roles == {Role.OUTSIDER}) == (not resident and not administers and who not in speakers)
        assert (Role.RESIDENT in roles) == resident
        assert (Role.MODERATOR in roles) == (administers and who not in speakers)  # a body's speaker speaks for it
        assert bool(roles & RIGHTS[Act.BIND_CHAT]) == (who in speakers)


@given(speakers=st.dictionaries(IDS, BODIES, min_size=1, max_size=4), resident=st.booleans())
def test_a_body_of_one_estate_is_nobody_in_another(speakers: dict[int, Body], resident: bool) -> None:
    for who in speakers:
        roles = roles_of(person(who), estate=estate({}, "river"), resident=resident, administers=False)
        assert not any(may(act, roles) for act in STAFF_ACTS)


@given(
    purpose=st.sampled_from([None, *Purpose]),
    bound_to=st.sampled_from([None, "sunny", "river"]),
    asked=st.sampled_from(["sunny", "river"]),
)
def test_staff_matters_are_seen_in_the_estates_own_staff_chat_alone(
    purpose: Purpose | None, bound_to: str | None, asked: str
) -> None:
    chat = Chat(1, -1001, private=False, estate_key=bound_to, purpose=purpose)
    assert sees_staff_matters(chat, asked) == (purpose is Purpose.STAFF and bound_to == asked)
