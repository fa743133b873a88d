"""A project's stages: no dead ends, nothing moves without what it needs, what was kept gives the stage."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bot.domain import acceptances, projects
from bot.domain import project_refusals as refusals
from bot.domain.acceptances import Party, Said, Say
from bot.domain.errors import Refused
from bot.domain.people import Body, Speaker
from bot.domain.projects import Brief, Money, Move, Project, ProjectKind, ProjectStep, Side, Source, Stage

BEGAN = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
TODAY = BEGAN.date()
END = date(2026, 3, 20)
LI = Speaker(9001, "李书记", Body.COMMITTEE)
NO_MONEY = Money({})
ALL_THERE = Money({(Source.GOVERNMENT, Side.PLANNED): 100, (Source.GOVERNMENT, Side.RECEIVED): 100})


def a_project(kind: ProjectKind = ProjectKind.WORKS, stage: Stage = Stage.PROPOSED) -> Project:
    return Project(1, "sunny", 1, Brief(kind, "换灯", "3", END), stage)


def moved(
    project: Project, move: Move, *, words: str = "因为", money: Money = ALL_THERE, accepted: bool = True
) -> Project:
    return projects.advance(project, move, words=words, today=TODAY, money=money, accepted=accepted, day=END)


def test_every_stage_is_reached_and_no_stage_is_a_dead_end() -> None:
    ways = {stage: {after for move in Move if (after := projects.leads_to(stage, move))} for stage in Stage}

    def within_reach(stage: Stage) -> set[Stage]:
        found = edge = {stage}
        while edge := {after for each in edge for after in ways[each]} - found:
            found = found | edge
        return found

    for stage in Stage:
        assert within_reach(stage) == set(Stage), f"from {stage}"


@pytest.mark.parametrize(
    ("stage", "money", "accepted", "refusal"),
    [
        (Stage.PROPOSED, NO_MONEY, False, refusals.CostUnknown),
        (Stage.APPROVED, Money({(Source.SOCIETY, Side.PLANNED): 5}), False, refusals.NothingReceived),
        (Stage.ACCEPTANCE, ALL_THERE, False, refusals.NotAccepted),
        (Stage.DONE, ALL_THERE, True, refusals.NoStepThere),
        (Stage.STOPPED, ALL_THERE, True, refusals.NoStepThere),
    ],
)
def test_nothing_goes_on_without_what_it_needs(
    stage: Stage, money: Money, accepted: bool, refusal: type[Refused]
) -> None:
    with pytest.raises(refusal):
        moved(a_project(stage=stage), Move.ON, money=money, accepted=accepted)


def test_residents_who_need_no_money_go_on_without_it() -> None:
    project = a_project(ProjectKind.SELF_SERVICE)
    for _ in range(4):
        project = moved(project, Move.ON, money=NO_MONEY)
    assert project.stage is Stage.UNDER_WAY


def test_a_day_that_is_over_is_not_promised() -> None:
    late = replace(
        a_project(stage=Stage.COSTED), brief=Brief(ProjectKind.WORKS, "换灯", "3", TODAY - timedelta(days=1))
    )
    with pytest.raises(refusals.EndIsPast):
        moved(late, Move.ON)


@pytest.mark.parametrize("move", [Move.BACK, Move.STOPPED, Move.RESCHEDULED])
def test_what_goes_back_says_why(move: Move) -> None:
    with pytest.raises(refusals.ReasonNeeded):
        moved(a_project(stage=Stage.APPROVED), move, words=" ")


def test_progress_is_never_lower_without_a_reason() -> None:
    under_way = replace(a_project(stage=Stage.UNDER_WAY), percent=60)
    with pytest.raises(refusals.LowerNeedsReason):
        projects.report(under_way, percent=50, reason=" ")
    assert projects.report(under_way, percent=50, reason="返工").percent == 50
    with pytest.raises(refusals.NotUnderWay):
        projects.report(a_project(), percent=50, reason="")


class Life(RuleBasedStateMachine):
    """A project moved at random: its history gives its stage, and it is done only after it was accepted."""

    @initialize(kind=st.sampled_from(ProjectKind))
    def opens(self, kind: ProjectKind) -> None:
        self.project = a_project(kind)
        self.steps: list[ProjectStep] = []
        self.accepted = False
        self._keep(Move.OPENED, Stage.PROPOSED)

    def _keep(self, move: Move, before: Stage) -> None:
        self.steps.append(ProjectStep(len(self.steps), 1, move, before, self.project.stage, BEGAN, LI, 1))

    @rule(
        move=st.sampled_from([each for each in Move if each is not Move.OPENED]),
        words=st.sampled_from(["", "因为"]),
        money=st.sampled_from([NO_MONEY, ALL_THERE]),
        accepted=st.booleans(),
    )
    def moves(self, move: Move, words: str, money: Money, accepted: bool) -> None:
        before = self.project
        try:
            self.project = moved(before, move, words=words, money=money, accepted=accepted)
        except Refused:
            assert self.project == before
            return
        self._keep(move, before.stage)
        if self.project.stage is Stage.DONE:
            assert accepted
        if move in (Move.BACK, Move.STOPPED, Move.RESCHEDULED):
            assert words

    @invariant()
    def history_gives_the_stage(self) -> None:
        assert projects.replay(self.steps) is self.project.stage
        assert self.project.round == sum(step.after is Stage.ACCEPTANCE and step.move is Move.ON for step in self.steps)


TestLife = Life.TestCase


def test_a_history_with_a_gap_is_found() -> None:
    step = ProjectStep(1, 1, Move.ON, Stage.COSTED, Stage.APPROVED, BEGAN, LI, 1)
    with pytest.raises(ValueError, match="does not follow"):
        projects.replay([step])


# ---- money ----------------------------------------------------------------------------------------------------------


@given(st.lists(st.tuples(st.sampled_from(Source), st.sampled_from(Side), st.booleans(), st.integers(0, 10**12))))
def test_sums_are_what_was_said_last_and_never_below_nothing(
    entries: list[tuple[Source, Side, bool, int]],
) -> None:
    sums: dict[tuple[Source, Side], int] = {}
    wanted: dict[tuple[Source, Side], int] = {}
    for source, side, corrects, cents in entries:
        change = projects.change_of(Money(sums), source, side, cents, corrects=corrects)
        sums[source, side] = sums.get((source, side), 0) + change
        adds = side is Side.RECEIVED and not corrects
        wanted[source, side] = wanted.get((source, side), 0) + cents if adds else cents
    assert sums == wanted
    assert all(each >= 0 for each in sums.values())


# ---- what people type -----------------------------------------------------------------------------------------------


def test_indicators_have_a_number_and_a_unit() -> None:
    meals, helpers = projects.read_indicators("每月送餐120份\n\n1,200 meals a month")
    assert (meals.number, meals.unit, meals.words) == (120, "份", "每月送餐120份")
    assert (helpers.number, helpers.unit) == (1200, "meals")
    for nonsense in ("很多", "120", "0份", "\n".join(["1份"] * 6)):
        with pytest.raises(refusals.NotAnIndicator):
            projects.read_indicators(nonsense)


def test_percent_and_numbers_of_wishes_are_read() -> None:
    assert [projects.read_percent(each) for each in ("40", "４０％", "百分之7", "100%")] == [40, 40, 7, 100]
    for nonsense in ("101", "-1", "一半", "4.5", ""):
        with pytest.raises(refusals.NotAPercentage):
            projects.read_percent(nonsense)
    assert projects.read_numbers("第3件、第5件, 3") == (3, 5)
    for nonsense in ("三", "0", " ".join(map(str, range(1, 30)))):
        with pytest.raises(refusals.NotWishNumbers):
            projects.read_numbers(nonsense)


# ---- acceptance -----------------------------------------------------------------------------------------------------


def says(*said: tuple[Party, Said, int | None]) -> list[Say]:
    return [Say(at, 1, 1, party, what, BEGAN, person) for at, (party, what, person) in enumerate(said)]


YES, NO, ASKED = Said.ACCEPTED, Said.OBJECTED, Said.ASKED
_COMMITTEE = (Party.COMMITTEE, YES, 1)


@pytest.mark.parametrize(
    ("record", "complete"),
    [
        ([_COMMITTEE], False),
        ([_COMMITTEE, (Party.RESIDENT, ASKED, 5)], False),
        ([_COMMITTEE, (Party.RESIDENT, YES, 5)], True),
        ([(Party.RESIDENT, YES, 5), (Party.RESIDENT, YES, 6)], False),
        ([_COMMITTEE, (Party.RESIDENT, YES, 5), (Party.RESIDENT, ASKED, 6)], False),
        ([_COMMITTEE, (Party.RESIDENT, YES, 5), (Party.RESIDENT, YES, 6), (Party.RESIDENT, ASKED, 7)], True),
        ([_COMMITTEE, (Party.RESIDENT, YES, 5), (Party.RESIDENT, YES, 6), (Party.RESIDENT, NO, 7)], False),
        ([_COMMITTEE, (Party.OWNERS, NO, 2), (Party.RESIDENT, YES, 5)], False),
        ([_COMMITTEE, (Party.OWNERS, NO, 2), (Party.OWNERS, YES, 3), (Party.RESIDENT, YES, 5)], True),
        ([_COMMITTEE, (Party.OWNERS, Said.ABSENT, None), (Party.RESIDENT, YES, 5)], True),
    ],
)
def test_it_is_accepted_by_committee_and_residents_without_an_objection(
    record: list[tuple[Party, Said, int | None]], complete: bool
) -> None:
    assert acceptances.standing(says(*record)).is_complete is complete


def test_who_was_not_asked_and_who_said_so_before_are_refused() -> None:
    (asked, yes) = says((Party.RESIDENT, ASKED, 5), (Party.RESIDENT, YES, 5))
    check = acceptances.check_say
    with pytest.raises(refusals.NotAskedToAccept):
        check(None, YES, words="", party=Party.RESIDENT, name="x")
    with pytest.raises(refusals.AcceptanceCounted):
        check(yes, YES, words="", party=Party.RESIDENT, name="x")
    with pytest.raises(refusals.ReasonNeeded):
        check(asked, NO, words=" ", party=Party.RESIDENT, name="x")
    check(asked, YES, words="", party=Party.RESIDENT, name="x")
    check(yes, NO, words="灯不亮", party=Party.RESIDENT, name="x")
    check(None, YES, words="", party=Party.COMMITTEE, name="x")
