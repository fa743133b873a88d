"""As what somebody files for a neighbour, what is kept of the neighbour, and how long a telling can be taken back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import TooLateToTakeBack, TooLong
from bot.domain.filed_for import Filer, PassedOn, Way, filer_in, note
from bot.domain.people import Body, Captain, Estate, Person, Speaker, Volunteer
from bot.domain.rights import RIGHTS, Act, Role
from bot.domain.tallies import Tally
from bot.domain.wishes import Kind

NOON = datetime(2026, 3, 11, 4, tzinfo=UTC)
ESTATE = Estate(
    "sunny", "阳光小区", ZoneInfo("Asia/Shanghai"), "zh", 3,
    {1: Speaker(1, "李书记", Body.COMMITTEE), 2: Speaker(2, "张师傅", Body.PROPERTY)},
    captains={3: Captain(3, "李姐", "3"), 2: Captain(2, "张组长")},
    volunteers={4: Volunteer(4, "小周")},
)  # fmt: skip


@pytest.mark.parametrize(
    ("telegram_id", "expected"),
    [
        (1, (Filer.COMMITTEE, "李书记")),
        (2, (Filer.CAPTAIN, "张组长")),  # nearer to the neighbours than to the office
        (3, (Filer.CAPTAIN, "李姐")),
        (4, (Filer.VOLUNTEER, "小周")),
        (5, (Filer.MODERATOR, "somebody")),
    ],
)
def test_the_card_names_them_as_config_yaml_does(telegram_id: int, expected: tuple[Filer, str]) -> None:
    assert filer_in(ESTATE, Person(9, telegram_id, "somebody")) == expected


def test_whoever_may_file_for_others_has_a_word_for_what_they_are() -> None:
    as_themselves = RIGHTS[Act.FILE_FOR] - {Role.GRID_WORKER}  # who files in the committee's name
    assert {Filer(role.value) for role in as_themselves} == set(Filer)
    assert {Role(filer.value) for filer in Filer} == as_themselves


@pytest.mark.parametrize(("said", "kept"), [(None, None), ("", None), ("  \n ", None), (" 孙奶奶 ", "孙奶奶")])
def test_what_is_kept_of_a_neighbour(said: str | None, kept: str | None) -> None:
    assert note(said) == kept


def test_a_name_is_no_story() -> None:
    with pytest.raises(TooLong):
        note("孙" * 41)


def test_it_can_be_taken_back_for_two_minutes() -> None:
    passed_on = PassedOn(1, 2, NOON)
    passed_on.take_back(NOON + timedelta(minutes=2))
    with pytest.raises(TooLateToTakeBack) as refused:
        passed_on.take_back(NOON + timedelta(minutes=2, seconds=1))
    assert refused.value.variables == {"minutes": 2}


@given(
    filed=st.dictionaries(st.sampled_from(Kind), st.integers(1, 5000)),
    others=st.dictionaries(st.sampled_from(Way), st.integers(1, 5000)),
)
def test_the_share_is_a_share(filed: dict[Kind, int], others: dict[Way, int]) -> None:
    """Nothing is 0 % and everything is 100 %, and nothing else is."""
    if sum(others.values()) > sum(filed.values()):
        return
    tally = Tally(filed, others)
    assert 0 <= tally.share_percent <= 100
    assert (tally.share_percent == 0) == (tally.total_for_others == 0)
    assert (tally.share_percent == 100) == (tally.total_for_others == tally.total > 0)
