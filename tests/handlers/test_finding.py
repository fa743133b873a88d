"""How a wish, a list, one's own and a search are asked for, and which buttons stand below them."""

from __future__ import annotations

import pytest

from bot.domain import errors
from bot.domain.wishes import Stance, Visibility
from bot.messages import Reply
from tests.handlers.hall import Hall, data_of, keys, rendered

TOO_LONG = "9" * 10


async def test_the_ways_to_write_a_number(hall: Hall) -> None:
    await hall.town.files()
    for words in ("1", "#1", "第1件", " 第 1 件 ", "１", "01", "# 1"):
        assert "card-head" in keys(await hall.commands("chen", "wish", words)), words
    for words in ("", "灯", "一", "1.5", "-1", "²", "1 2", "no. 1"):
        assert keys(await hall.commands("chen", "wish", words)) == ["wish-usage"], words


@pytest.mark.parametrize(("words", "named"), [("2", "2"), ("0", "0"), (TOO_LONG, TOO_LONG), ("9" * 50, "9" * 20)])
async def test_a_number_that_is_not_there(hall: Hall, words: str, named: str) -> None:
    await hall.town.files()
    with pytest.raises(errors.WishNotFound) as refused:
        await hall.commands("chen", "wish", words)
    assert refused.value.variables == {"number": named}


@pytest.mark.parametrize(
    ("who", "where", "visibility", "shown"),
    [
        ("chen", None, Visibility.PUBLIC, "card"),
        ("chen", None, Visibility.NAMELESS, "card"),
        ("li", "building3", Visibility.PUBLIC, "card"),  # a group reads along
        ("li", "building3", Visibility.NAMELESS, "card"),
        ("li", None, Visibility.NAMELESS, "desk"),
        ("li", "staff", Visibility.COMMITTEE, "desk"),
        ("qian", None, Visibility.PUBLIC, "desk"),
        ("wang", None, Visibility.PUBLIC, "own"),
        ("wang", None, Visibility.COMMITTEE, "own"),
        ("wang", "building3", Visibility.PUBLIC, "card"),
    ],
)
async def test_a_wish_is_shown_as_its_reader_may_see_it_here(
    hall: Hall, who: str, where: str | None, visibility: Visibility, shown: str
) -> None:
    await hall.town.files(visibility=visibility)
    said = await hall.commands(who, "wish", "1", where)
    data = data_of(said)
    assert ("take:1" in data) == (shown == "desk")
    assert ("join:1" in data) == (shown == "card")
    assert ("wish-yours" in keys(said)) == (shown == "own")
    if shown == "card" and visibility is Visibility.NAMELESS:
        assert "王阿姨" not in rendered(said, "zh")
        assert "302" not in rendered(said, "zh")


async def test_what_one_stands_by_can_be_taken_back_in_private_alone(hall: Hall) -> None:
    wish = await hall.town.files()
    for stance in (Stance.JOIN, Stance.HELP):
        await hall.town.follows("chen", wish, stance)
    shown = data_of(await hall.commands("chen", "wish", "1"))
    assert shown[-3:] == ["unfollow:1:join", "unfollow:1:help", "notices-wish:1"]
    assert not [data for data in data_of(await hall.commands("chen", "wish", "1", "building3")) if "unfollow" in data]


async def test_a_long_list_is_turned_page_by_page_in_its_message(hall: Hall) -> None:
    for _ in range(9):
        await hall.town.files()
    first = await hall.commands("chen", "wishes")
    assert {"list:open:all:1", "list:promised:all:0", "list:open:here:0"} <= set(data_of(first))
    assert "list:open:all:-1" not in data_of(first)
    second = await hall.presses("chen", "list:open:all:1", message_id=77)
    assert [say.edits for say in second if isinstance(say, Reply)] == [77]
    assert "list:open:all:0" in data_of(second)
    assert "list:open:all:2" not in data_of(second)
    assert keys(second) == ["list-head", "list-row", "list-page"]


@pytest.mark.parametrize("data", ["list:open", "list:open:all", "list:shut:all:0", "list:open:there:0", "list:a:b:c:d"])
async def test_a_list_that_nobody_drew_is_an_unknown_button(hall: Hall, data: str) -> None:
    with pytest.raises(errors.UnknownButton):
        await hall.presses("chen", data)


async def test_a_list_in_a_group_has_no_buttons_that_open_a_wish(hall: Hall) -> None:
    await hall.town.files()
    assert "wish:1" in data_of(await hall.commands("chen", "wishes"))
    assert "wish:1" not in data_of(await hall.commands("chen", "wishes", where="building3"))


async def test_ones_own_are_never_listed_in_a_group(hall: Hall) -> None:
    await hall.town.files(visibility=Visibility.COMMITTEE)
    said = await hall.commands("wang", "mine", where="building3")
    assert (keys(said), data_of(said)) == (["mine-in-private"], ["mine"])
    with pytest.raises(errors.OnlyInPrivate):
        await hall.presses("wang", "mine:0", "building3")
    assert keys(await hall.commands("wang", "mine")) == ["mine-head", "mine-row-filed"]


@pytest.mark.parametrize(
    ("words", "found"),
    [("灯", 2), ("路 灯", 1), ("路  灯 ", 1), ("LAMP", 1), ("%", 0), ("_", 0), ("电梯", 0)],
)
async def test_a_search_takes_each_sign_as_it_is(hall: Hall, words: str, found: int) -> None:
    await hall.town.files("三楼的灯坏了")
    await hall.town.files("门口的路 灯 lamp 坏了")
    said = await hall.commands("chen", "find", words)
    assert keys(said) == (["find-head", *["list-row"] * found] if found else ["find-none"])


async def test_a_search_for_nothing_or_for_a_novel(hall: Hall) -> None:
    assert keys(await hall.commands("chen", "find", "  ")) == ["find-usage"]
    with pytest.raises(errors.TooLong) as refused:
        await hall.commands("chen", "find", "灯" * 61)
    assert refused.value.variables == {"max_chars": 60, "chars": 61}
