"""Who may see which wish, and where it may be spoken of: the whole table."""

from __future__ import annotations

import pytest

from bot.domain import errors
from bot.domain.errors import Refused
from bot.domain.rights import Act
from bot.domain.wishes import Visibility, Wish
from bot.services import standing
from tests.services.cast import GARDEN, RIVERSIDE, Cast
from tests.services.town import Town
from tests.services.wishes_made import made

#: A wish of wang's in the estate "garden". Visibility: who sees it, and where; all others do not.
IN_PRIVATE = {
    Visibility.PUBLIC: {"wang", "chen", "li", "zhou", "wu", "qian", "both"},
    Visibility.NAMELESS: {"wang", "chen", "li", "zhou", "wu", "qian", "both"},
    Visibility.COMMITTEE: {"wang", "li", "zhou", "wu", "qian"},
}
IN_GROUPS = {
    Visibility.PUBLIC: {"building3", "building5", "staff"},
    Visibility.NAMELESS: {"building3", "building5", "staff"},
    Visibility.COMMITTEE: {"staff"},
}
EVERYBODY = {"wang", "chen", "li", "zhou", "wu", "qian", "both", "emma", "he", "stranger"}
GROUPS = {"building3", "building5", "staff", "riverside", "unbound"}


@pytest.fixture
def wish(cast: Cast) -> Wish:
    return made(author_id=cast.people["wang"].id)


def test_who_may_see_a_wish_in_private(cast: Cast, wish: Wish) -> None:
    for visibility, seers in IN_PRIVATE.items():
        asked = made(author_id=wish.author_id, visibility=visibility)
        assert {name for name in EVERYBODY if standing.may_see(asked, cast.actor(name))} == seers


def test_where_a_wish_may_be_spoken_of_whoever_asks(cast: Cast, wish: Wish) -> None:
    """A group is read by all its members: what counts is the group, not who typed the command."""
    for visibility, seen_in in IN_GROUPS.items():
        asked = made(author_id=wish.author_id, visibility=visibility)
        for name in EVERYBODY:
            assert {group for group in GROUPS if standing.may_see(asked, cast.actor(name, group))} == seen_in, name


@pytest.mark.parametrize(
    ("who", "where", "act", "refusal"),
    [
        # seen, and may be done
        ("chen", None, Act.FOLLOW_WISH, None),
        ("li", None, Act.ANSWER_WISH, None),
        ("qian", "building3", Act.TAKE_WISH, None),
        ("li", "staff", Act.READ_WISHES, None),
        ("qian", "staff", Act.READ_STAFF, None),
        # seen, but not for them to do
        ("chen", None, Act.ANSWER_WISH, errors.NotAllowed),
        ("chen", "building3", Act.TAKE_WISH, errors.NotAllowed),
        ("stranger", "building3", Act.FOLLOW_WISH, errors.NotAResident),
        ("he", "building3", Act.FOLLOW_WISH, errors.NotAResident),
        ("he", "building3", Act.ANSWER_WISH, errors.NotAllowed),
        # a guest in the staff chat looks on, and does nothing
        ("chen", "staff", Act.READ_WISHES, errors.NotAllowed),
        ("chen", "staff", Act.FOLLOW_WISH, errors.NotAllowed),
        ("stranger", "staff", Act.READ_WISHES, errors.NotAllowed),
        # not seen
        ("emma", None, Act.READ_WISHES, errors.WishNotFound),
        ("wang", "riverside", Act.READ_WISHES, errors.WishNotFound),
        ("li", "unbound", Act.READ_WISHES, errors.WishNotFound),
    ],
)
def test_what_may_be_done_with_a_wish(
    cast: Cast, wish: Wish, who: str, where: str | None, act: Act, refusal: type[Refused] | None
) -> None:
    actor = cast.actor(who, where)
    if refusal is None:
        assert standing.check(wish, actor, act, named="12") is wish
        return
    with pytest.raises(Refused) as refused:
        standing.check(wish, actor, act, named="12")
    assert type(refused.value) is refusal


def test_a_wish_that_is_not_there_and_one_not_for_these_eyes_cannot_be_told_apart(cast: Cast) -> None:
    hidden = made(author_id=cast.people["wang"].id, visibility=Visibility.COMMITTEE)
    answers = []
    for wish in (None, hidden):
        with pytest.raises(errors.WishNotFound) as refused:
            standing.check(wish, cast.actor("chen"), Act.READ_WISHES, named="12")
        answers.append(refused.value.variables)
    assert answers == [{"number": "12"}] * 2


@pytest.mark.parametrize(
    ("who", "where", "act", "expected"),
    [
        ("wang", None, Act.READ_WISHES, GARDEN),
        ("emma", None, Act.READ_WISHES, RIVERSIDE),
        ("wang", "building3", Act.FILE_WISH, GARDEN),
        ("qian", "building3", Act.PIN_MENU, GARDEN),
        ("stranger", None, Act.READ_WISHES, errors.NotAResident),
        ("stranger", "building3", Act.READ_WISHES, errors.NotAResident),
        ("stranger", "unbound", Act.READ_WISHES, errors.ChatNotBound),
        ("li", "unbound", Act.READ_WISHES, errors.ChatNotBound),
        ("chen", "building3", Act.PIN_MENU, errors.NotAllowed),
        ("qian", "building3", Act.BIND_CHAT, errors.NotListedYet),
    ],
)
def test_in_which_estate_something_is_done(cast: Cast, who: str, where: str | None, act: Act, expected: object) -> None:
    actor = cast.actor(who, where)
    if not isinstance(expected, type):
        assert standing.estate_for(actor, act) is expected
        return
    with pytest.raises(Refused) as refused:
        standing.estate_for(actor, act)
    assert type(refused.value) is expected


def test_who_must_be_listed_is_told_the_id_to_list(cast: Cast) -> None:
    with pytest.raises(errors.NotListedYet) as refused:
        standing.estate_for(cast.actor("qian", "building3"), Act.BIND_CHAT)
    assert refused.value.variables == {"id": str(cast.people["qian"].telegram_id)}


def test_an_estate_one_has_nothing_to_do_with(cast: Cast) -> None:
    assert standing.estate_of("garden", cast.actor("both")) is GARDEN
    assert standing.estate_of("riverside", cast.actor("both")) is RIVERSIDE
    with pytest.raises(errors.NotAResident):
        standing.estate_of("riverside", cast.actor("li"))


async def test_a_button_of_a_wish_not_for_these_eyes_says_that_it_is_gone(town: Town) -> None:
    hidden = await town.files(visibility=Visibility.COMMITTEE)
    for read in (standing.wish_to_read, standing.wish_to_change):
        for wish_id in (hidden.id, 404):
            async with town.refusing(errors.WishGone) as uow:
                await read(wish_id, town.actor("chen"), Act.READ_WISHES, uow)
        async with town.store.units.writing() as uow:
            assert await read(hidden.id, town.actor("li"), Act.READ_STAFF, uow) == hidden
