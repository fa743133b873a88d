"""The staff's buttons, the bot's comings and goings, language and privacy: what is said to whom."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain import errors
from bot.domain.wishes import AnswerKind, Stance, Visibility
from bot.messages import Reply, Toast
from bot.services import onboarding_message
from tests.handlers.hall import Hall, data_of, keys, rendered
from tests.services.cast import HOUSE
from tests.services.town import Town

# ---- the desk -------------------------------------------------------------------------------------------------------


async def test_behind_the_card_stands_its_whole_history(hall: Hall) -> None:
    wish = await hall.town.files()
    assert keys(await hall.presses("li", "more:1", "staff")) == ["more-head", "more-filed", "more-no-answer"]
    await hall.meets("chen")
    await hall.town.follows("chen", wish, Stance.HELP)
    await hall.town.follows("qian", wish, Stance.SUPPORT)
    await hall.town.answers("li", wish, AnswerKind.PROMISE)
    await hall.town.answers("zhou", wish, AnswerKind.DECLINE)
    said = await hall.presses("li", "more:1", "staff")
    assert keys(said) == [
        "more-head", "more-filed", "more-helpers", "more-followers",
        "more-at", "card-promise-words", "more-at", "card-decline-words",
    ]  # fmt: skip
    shown = rendered(said, "zh")
    assert "陈师傅" in shown
    assert "钱组长" not in shown, "who only supports is counted, not named"


async def test_the_history_is_never_opened_in_a_buildings_group(hall: Hall) -> None:
    await hall.town.files()
    with pytest.raises(errors.OnlyInPrivate):
        await hall.presses("li", "more:1", "building3")


async def test_only_who_has_it_is_offered_to_hand_it_back(hall: Hall) -> None:
    wish = await hall.town.files()
    assert keys(await hall.presses("zhou", "take:1", "staff")) == ["taken"]
    zhous = data_of(await hall.presses("zhou", "more:1", "staff"))
    lis = data_of(await hall.presses("li", "more:1", "staff"))
    assert zhous[:2] == ["ask:1", "handback:1"]
    assert lis[:2] == ["ask:1", "pause:1"]
    assert "handback:1" not in lis
    assert {"statement:1", "report:1"} <= set(zhous) & set(lis)
    said = await hall.presses("zhou", "handback:1", "staff", message_id=88)
    assert keys(said) == ["handed-back", "handed-back"]
    assert [say.edits for say in said if isinstance(say, Reply)] == [88]
    assert (await hall.town.wish(wish)).taken_by is None


async def test_who_can_be_written_to_gets_a_toast_and_others_a_window(hall: Hall) -> None:
    await hall.town.files()
    assert await hall.presses("chen", "join:1", "building3") == (
        Toast("counted-not-started", {"number": "1"}, alert=True),
    )
    await hall.meets("chen")
    assert await hall.presses("chen", "help:1", "building3") == (Toast("counted-help", {"number": "1"}),)


async def test_thanks_are_said_by_a_toast(hall: Hall) -> None:
    wish = await hall.town.files()
    done = await hall.town.answers("li", wish, AnswerKind.DONE)
    assert await hall.presses("chen", f"thanks:{done}", "building3") == (Toast("thanked", {"number": "1"}),)


# ---- coming and going -----------------------------------------------------------------------------------------------


async def test_who_blocks_the_bot_is_not_written_to_until_they_come_back(hall: Hall) -> None:
    for present in (True, False, True):
        assert await hall.moved("chen", present=present, was=not present) == ()
        async with hall.town.store.units.reading() as uow:
            assert (await uow.people.get(hall.town.people["chen"].id)).started == present


async def _group(town: Town, name: str):
    async with town.store.units.reading() as uow:
        return await uow.chats.get(town.chat(name).id)


# ---- binding and the pinned card ------------------------------------------------------------------------------------


async def test_bound_to_a_building_it_pins_the_card_with_that_chats_own_links(hall: Hall) -> None:
    said = await hall.commands("li", "bind", "garden 8号楼", "unbound")
    assert keys(said) == ["bound-building", "bound-pin-yourself", "menu-card"]
    code = (await _group(hall.town, "unbound")).link_code
    assert data_of(said) == [f"want-{code}", f"offer-{code}", f"suggestion-{code}"]
    assert [say.pin for say in said if isinstance(say, Reply)] == [False, True]


async def test_an_administrator_pins_by_itself(hall: Hall) -> None:
    await hall.moved("li", "building3", present=True, was=True, administrator=True)
    assert keys(await hall.commands("li", "bind", "garden 8号楼", "building3")) == ["bound-building", "menu-card"]


async def test_bind_without_words_says_what_the_group_is_bound_to(hall: Hall) -> None:
    assert keys(await hall.commands("chen", "bind", where="unbound")) == ["bind-none", "bind-usage", "bind-usage-id"]
    assert keys(await hall.commands("li", "bind", where="staff")) == ["bind-staff", "bind-usage", "bind-usage-id"]
    assert keys(await hall.commands("li", "bind", where="building3")) == [
        "bind-building",
        "says",
        "bind-usage",
        "bind-usage-id",
    ]


@pytest.mark.parametrize(
    ("who", "where", "refusal"),
    [
        ("li", None, errors.OnlyInGroup),
        ("li", "staff", errors.OnlyInBuildingGroup),
        ("chen", "building3", errors.NotAllowed),
        ("stranger", "building3", errors.NotAllowed),
        ("li", "unbound", errors.ChatNotBound),
    ],
)
async def test_the_pinned_card_is_posted_by_the_staff_in_a_buildings_group(
    hall: Hall, who: str, where: str | None, refusal: type[errors.Refused]
) -> None:
    with pytest.raises(errors.Refused) as refused:
        await hall.commands(who, "menu", where=where)
    assert type(refused.value) is refusal


# ---- deep links -----------------------------------------------------------------------------------------------------


async def test_a_link_from_the_pinned_card_goes_straight_to_the_question(hall: Hall) -> None:
    code = hall.town.chat("building5").link_code
    for kind in ("want", "offer", "suggestion"):
        assert f"file-ask-{kind}" in keys(await hall.commands("stranger", "start", f"{kind}-{code}"))
        await hall.commands("stranger", "cancel")
        said = await hall.commands("wang", "start", f"{kind}-{code}")
        if kind != "want":
            said = await hall.presses_last("wang", "~leave", said)
        assert f"file-ask-{kind}" in keys(said)


async def test_other_starts(hall: Hall) -> None:
    assert keys(await hall.commands("wang", "start")) == ["hello", "hello-private"]
    assert keys(await hall.commands("stranger", "start")) == ["hello", "hello-stranger"]
    assert keys(await hall.commands("stranger", "start", "nonsense")) == ["hello", "hello-stranger"]
    assert keys(await hall.commands("wang", "start", "mine")) == ["mine-head", "mine-empty"]
    for link in ("want-", "want-0000000000000000", "want"):
        with pytest.raises(errors.StaleDeepLink):
            await hall.commands("stranger", "start", link)


# ---- language and privacy -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "code"),
    [("zh", "zh"), ("中文", "zh"), (" Chinese ", "zh"), ("EN", "en"), ("英语", "en"), ("english", "en")],
)
async def test_a_language_by_its_names(hall: Hall, words: str, code: str) -> None:
    assert keys(await hall.commands("chen", "language", words)) == [f"language-now-{code}"]
    async with hall.town.store.units.reading() as uow:
        assert (await uow.people.get(hall.town.people["chen"].id)).language == code


async def test_a_language_that_is_not_spoken_here(hall: Hall) -> None:
    with pytest.raises(errors.UnknownLanguage) as refused:
        await hall.commands("chen", "language", "Klingon" * 10)
    assert len(str(refused.value.variables["words"])) == 40
    for data in ("language", "language:", "language:fr", "language:zh:en"):
        with pytest.raises(errors.UnknownButton):
            await hall.presses("chen", data)


async def test_in_a_group_the_language_is_the_groups(hall: Hall) -> None:
    await hall.commands("li", "language", "en", "building3")
    assert (await _group(hall.town, "building3")).language == "en"
    async with hall.town.store.units.reading() as uow:
        assert (await uow.people.get(hall.town.people["li"].id)).language is None
    for ask in (hall.commands("chen", "language", "", "building3"), hall.presses("chen", "language:en", "building3")):
        with pytest.raises(errors.GroupLanguageIsTheStaffs):
            await ask


async def test_being_linked_to_is_allowed_and_forbidden_in_private_alone(hall: Hall) -> None:
    for data, allowed in (("mention:1", True), ("mention:0", False)):
        await hall.presses("chen", data)
        async with hall.town.store.units.reading() as uow:
            assert (await uow.people.get(hall.town.people["chen"].id)).may_be_mentioned == allowed
    for data, where in (("mention:1", "building3"), ("mention:2", None), ("mention", None), ("mention:1:1", None)):
        with pytest.raises(errors.UnknownButton):
            await hall.presses("chen", data, where)


async def test_privacy_in_private_goes_chat_by_chat(hall: Hall) -> None:
    await hall.moved("li", "building3", present=True, was=True, administrator=True)
    assert keys(await hall.commands("both", "privacy"))[:4] == [
        "privacy-head", "privacy-chat-private", "privacy-chat-all", "privacy-chat-addressed",
    ]  # fmt: skip


async def test_help_is_by_role(hall: Hall) -> None:
    for who, where, expected in (
        ("chen", None, ["help-resident", "help-own"]),
        ("stranger", None, ["help-outsider"]),
        ("stranger", "building3", ["help-outsider"]),
        ("chen", "unbound", ["help-unbound"]),
        ("li", "unbound", ["help-unbound", "help-bind"]),
        (
            "qian",
            "building3",
            [
                *("help-resident", "help-own", "help-staff", "help-for", "help-signups"),
                *("help-report", "help-queue", "help-export"),
            ],
        ),
        (
            "li",
            "staff",
            [
                *("help-resident", "help-own", "help-staff", "help-for", "help-signups"),
                *("help-report", "help-queue", "help-export"),
                *("help-projects", "help-plan", "help-services", "help-broadcasts", "help-calendar", "help-places"),
                *("help-polls", "help-ledger", "help-functions", "help-roles", "help-audit", "help-bind"),
            ],
        ),
        ("he", "building3", ["help-outsider"]),
    ):
        assert keys(await hall.commands(who, "help", where=where)) == ["help-head", *expected, "help-foot"], (
            who,
            where,
        )


async def test_a_committee_only_wish_is_spoken_of_in_no_group_of_a_building(hall: Hall) -> None:
    await hall.town.files("老王家昨天吵架", visibility=Visibility.COMMITTEE)
    for who in ("wang", "chen", "li", "qian"):
        for command, words in (("wishes", ""), ("find", "吵架"), ("mine", ""), ("help", "")):
            said = await hall.commands(who, command, words, "building3")
            assert "老王家" not in rendered(said, "zh"), (who, command)
        with pytest.raises(errors.WishNotFound):
            await hall.commands(who, "wish", "1", "building3")
        for data in ("join:1", "take:1", "answer:1", "wish:1", "unfollow:1:join"):
            with pytest.raises(errors.WishGone):
                await hall.presses(who, data, "building3")


# ---- the first message ----------------------------------------------------------------------------------------------


async def first_message(hall: Hall, group: str) -> list[str]:
    """Texts' keys of what the group's one message shows, and the data of its buttons."""
    async with hall.town.store.units.reading() as uow:
        chat, state = await uow.chats.get(hall.town.chat(group).id), await uow.onboardings.of(hall.town.chat(group).id)
        assert state is not None
        inviter = await uow.people.get(state.invited_by) if state.invited_by else None
    drawn = onboarding_message.message(state, chat, inviter=inviter, estates=dict(HOUSE.estates))
    return [*(line.key for line in drawn.lines), *(str(button.data) for row in drawn.buttons for button in row)]


async def test_added_to_a_group_it_says_who_it_is_what_it_hears_and_asks(hall: Hall) -> None:
    assert await hall.moved("li", "unbound", present=True, was=False) == ()
    hello = ["chat-hello", "privacy-hears-addressed", "onboard-ask-purpose"]
    assert await first_message(hall, "unbound") == [*hello, "onboard:purpose:building", "onboard:purpose:staff"]
    await hall.moved("li", "unbound", present=True, was=True, administrator=True)
    assert (await first_message(hall, "unbound"))[1] == "privacy-hears-all"
    open_house = Hall(hall.town, replace(HOUSE, bot_sees_all=True))
    await open_house.moved("li", "unbound", present=True, was=True)
    assert (await first_message(hall, "unbound"))[1] == "privacy-hears-all"


async def test_added_again_it_says_that_it_is_back(hall: Hall) -> None:
    await hall.moved("li", "building3", present=False, was=True)
    assert not (await _group(hall.town, "building3")).present
    assert await hall.moved("li", "building3", present=True, was=False) == ()
    assert await first_message(hall, "building3") == ["chat-back", "privacy-hears-addressed"]
    assert (await _group(hall.town, "building3")).present


async def test_a_change_of_its_rights_where_it_said_nothing_is_noted_without_a_word(hall: Hall) -> None:
    for administrator in (True, False):
        assert await hall.moved("li", "building3", present=True, was=True, administrator=administrator) == ()
        assert (await _group(hall.town, "building3")).hears_all == administrator


@pytest.mark.parametrize(
    "data",
    [
        *("onboard", "onboard:purpose:all", "onboard:grid:garden:x", "onboard:place:garden::2"),
        *("onboard:place:garden:3:b<", "onboard:bind:staff:garden:3", "onboard:bind:building:garden::1"),
        "onboard:place:garden:123456789:",
    ],
)
async def test_a_forged_button_of_the_first_message(hall: Hall, data: str) -> None:
    await hall.moved("li", "unbound", present=True, was=False)
    with pytest.raises(errors.UnknownButton):
        await hall.presses("li", data, "unbound")
    with pytest.raises(errors.ButtonTooOld):
        await hall.presses("li", "onboard:place:riverside:3:", "unbound")
