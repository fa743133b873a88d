"""Which groups hear something: those in the places it is for, or the smallest around them; each once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.chat_uses import Addressed, ChatUse, groups_for, home_groups, nearest, paths_of
from bot.domain.people import EVERYTHING, Chat, Purpose
from bot.domain.place_tree import Grid, Node, Path, PlaceLevel, Tree, is_in, path_of
from bot.domain.places import Place


def group(chat_id: int, *path: str) -> Chat:
    place = Place(building=path[0] if path else None, unit=path[1] if len(path) > 1 else None)
    return Chat(chat_id, -chat_id, False, estate_key="sunny", purpose=Purpose.BUILDING, place=place)


STAFF = Chat(9, -9, False, estate_key="sunny", purpose=Purpose.STAFF)
THREE, FIVE, FIVE_TWO = group(1, "3"), group(2, "5"), group(3, "5", "2")
GROUPS = [THREE, FIVE, FIVE_TWO, STAFF]
TREE = Tree.of(
    [
        Node(1, PlaceLevel.BUILDING, ("3",), grid_id=1),
        Node(2, PlaceLevel.BUILDING, ("5",), grid_id=2),
        Node(3, PlaceLevel.BUILDING, ("7",), grid_id=1),
    ],
    [Grid(1, "东片"), Grid(2, "西片")],
)


@pytest.mark.parametrize(
    ("addressed", "heard"),
    [
        (Addressed(whole=True), [THREE, FIVE, FIVE_TWO]),
        (Addressed((("3",),)), [THREE]),
        (Addressed((("5",),)), [FIVE, FIVE_TWO]),
        (Addressed((("5", "2"),)), [FIVE_TWO]),
        (Addressed((("5", "1"),)), [FIVE]),
        (Addressed((("5", "2", "502"),)), [FIVE_TWO]),
        (Addressed((("5", "502"),)), [FIVE]),
        (Addressed((("7",),)), []),
        (Addressed(grids=(1,)), [THREE]),
        (Addressed((("5", "2"),), grids=(1,)), [THREE, FIVE_TWO]),
        (Addressed(grids=(404,)), []),
        (Addressed(), []),
    ],
)
def test_who_hears_it(addressed: Addressed, heard: list[Chat]) -> None:
    for use in (ChatUse.WISHES, ChatUse.NOTICES, ChatUse.VOTES):
        assert groups_for(use, addressed, groups=GROUPS, tree=TREE) == heard


GRID_ONE = replace(group(4), grid_id=1)
ESTATE = group(5)


@pytest.mark.parametrize(
    ("addressed", "heard"),
    [
        (Addressed(whole=True), [THREE, FIVE, FIVE_TWO, GRID_ONE, ESTATE]),
        (Addressed((("3",),)), [THREE]),
        (Addressed((("7",),)), [GRID_ONE]),
        (Addressed((("8",),)), [ESTATE]),
        (Addressed(grids=(1,)), [THREE, GRID_ONE]),
        (Addressed(grids=(2,)), [FIVE, FIVE_TWO]),
    ],
)
def test_groups_of_a_grid_and_of_the_estate_hear_for_who_has_none(addressed: Addressed, heard: list[Chat]) -> None:
    groups = [*GROUPS, GRID_ONE, ESTATE]
    assert groups_for(ChatUse.NOTICES, addressed, groups=groups, tree=TREE) == heard


def test_a_group_that_hears_no_such_thing_leaves_it_to_the_one_around_it() -> None:
    talk = replace(THREE, says=frozenset())
    votes = replace(GRID_ONE, says=frozenset({ChatUse.VOTES}))
    groups = [talk, FIVE, votes, ESTATE]
    to_three = Addressed((("3",),))
    assert groups_for(ChatUse.VOTES, to_three, groups=groups, tree=TREE) == [votes]
    assert groups_for(ChatUse.NOTICES, to_three, groups=groups, tree=TREE) == [ESTATE]
    assert nearest(ChatUse.WISHES, talk, groups=groups, tree=TREE) == ESTATE
    assert nearest(ChatUse.VOTES, talk, groups=groups, tree=TREE) == votes
    assert nearest(ChatUse.WISHES, votes, groups=groups, tree=TREE) == ESTATE
    assert nearest(ChatUse.WISHES, talk, groups=[talk, FIVE], tree=TREE) is None
    assert groups_for(ChatUse.NOTICES, to_three, groups=[talk, FIVE], tree=TREE) == []


@given(
    says=st.lists(st.frozensets(st.sampled_from(sorted(EVERYTHING))), min_size=5, max_size=5),
    use=st.sampled_from(sorted(EVERYTHING)),
    path=st.sampled_from([(), ("3",), ("5", "2"), ("7",), ("8",)]),
)
def test_nobody_hears_what_they_do_not_want(says: list[frozenset[ChatUse]], use: ChatUse, path: Path) -> None:
    groups = [replace(chat, says=said) for chat, said in zip((*GROUPS[:3], GRID_ONE, ESTATE), says, strict=True)]
    addressed = Addressed((path,)) if path else Addressed(whole=True)
    heard = groups_for(use, addressed, groups=groups, tree=TREE)
    assert all(use in chat.says for chat in heard)
    if use in groups[-1].says:
        assert heard, "the estate's group hears what no smaller one does"


def test_what_is_for_the_staff_goes_to_the_staff_alone() -> None:
    assert groups_for(ChatUse.STAFF, Addressed((("3",),)), groups=GROUPS, tree=TREE) == [STAFF]


PATHS = st.lists(st.sampled_from(["3", "5", "2", "1", "502"]), min_size=1, max_size=3).map(tuple)


@given(paths=st.lists(PATHS, max_size=4), bound=st.lists(PATHS.map(lambda path: path[:2]), max_size=5))
def test_nobody_is_told_twice_or_from_elsewhere(paths: list[Path], bound: list[Path]) -> None:
    groups = [group(at + 1, *path) for at, path in enumerate(bound)]
    heard = groups_for(ChatUse.NOTICES, Addressed(tuple(paths)), groups=groups, tree=TREE)
    assert len({chat.id for chat in heard}) == len(heard)
    for chat in heard:
        own = path_of(chat.place)
        assert any(is_in(own, path) or is_in(path, own) for path in paths)
    for path in paths:
        assert all(chat in heard for chat in groups if is_in(path_of(chat.place), path)), "all that are in it"
    for path in paths_of(Addressed(tuple(paths)), TREE):
        assert not any(path != other and is_in(path, other) for other in paths_of(Addressed(tuple(paths)), TREE))


@given(
    path=st.sampled_from([("3",), ("5",), ("7",), ("9",)]),
    groups=st.lists(st.sampled_from([THREE, FIVE, FIVE_TWO, STAFF, GRID_ONE, ESTATE]), unique=True),
)
def test_a_home_is_in_the_groups_of_its_building_else_in_the_smallest_around_it(path: Path, groups: list[Chat]) -> None:
    for_talk = [replace(chat, says=frozenset[ChatUse]()) for chat in groups]
    homes = home_groups(path, groups=for_talk, tree=TREE)
    own = [chat for chat in for_talk if chat.place.building == path[0]]
    assert STAFF.id not in [chat.id for chat in homes]
    if own:
        assert homes == own
    elif GRID_ONE in groups and path in (("3",), ("7",)):
        assert [chat.id for chat in homes] == [GRID_ONE.id]
    else:
        assert [chat.id for chat in homes] == [ESTATE.id] * (ESTATE in groups)
