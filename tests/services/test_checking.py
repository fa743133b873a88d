"""Who folds a wish, who rules on it, who may contest; and what is refused without a trace."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain import errors
from bot.domain.errors import Refused
from bot.domain.takedowns import Pressed, Reason, Step
from bot.domain.wishes import Display, Visibility, Wish
from bot.services import cards, checking, stating
from bot.services.checking import Reported
from tests.services.town import Town


async def presses(town: Town, name: str, wish: Wish, where: str = "building3") -> Reported:
    async with town.store.units.writing() as uow:
        return await checking.report_wish(actor=town.actor(name, where), wish_id=wish.id, uow=uow, now=town.clock.now())


async def reports(town: Town, name: str, wish: Wish, where: str = "building3") -> Reported:
    await presses(town, name, wish, where)
    town.clock.moment += timedelta(seconds=5)
    return await presses(town, name, wish, where)


async def rules(town: Town, name: str, wish: Wish, step: Step, reason: Reason | None = None, words: str = "") -> Wish:
    async with town.store.units.writing() as uow:
        return await checking.rule_on_wish(
            actor=town.actor(name, "staff"), wish_id=wish.id, step=step, reason=reason, words=words, uow=uow,
            now=town.clock.now(),
        )  # fmt: skip


async def contests(town: Town, wish: Wish) -> None:
    author = await town.in_private("wang")
    async with town.store.units.writing() as uow:
        await checking.contest(actor=author, wish_id=wish.id, words="不对", uow=uow, now=town.clock.now())


@pytest.mark.parametrize("name", ["li", "zhou", "wu", "qian"])
async def test_one_of_those_who_answer_folds_it_alone(town: Town, name: str) -> None:
    wish = await town.files()
    assert (await reports(town, name, wish)).folded
    assert (await town.wish(wish)).display is Display.CHECKING
    async with town.store.units.reading() as uow:
        [step] = await uow.takedowns.of(wish.id)
    assert (step.step, step.person_id, step.reports) == (Step.FOLDED, town.people[name].id, 1)
    assert [body.partition('"type":"')[2].partition('"')[0] for body in town.notices()][-2:] == [
        "wish-ruled", "check-wanted",
    ]  # fmt: skip


async def test_two_neighbours_do_not(town: Town) -> None:
    wish = await town.files()
    assert not (await reports(town, "chen", wish)).folded
    second = await reports(town, "both", wish)
    assert (second.pressed, second.folded) == (Pressed.REPORTED, False)
    assert (await town.wish(wish)).display is Display.SHOWN


@pytest.mark.parametrize(
    ("name", "where", "visibility", "refusal"),
    [
        ("wang", "building3", Visibility.PUBLIC, errors.OwnReport),
        ("stranger", "building3", Visibility.PUBLIC, errors.NotAResident),
        ("emma", "riverside", Visibility.PUBLIC, errors.WishGone),
        ("chen", "building3", Visibility.COMMITTEE, errors.WishGone),
        ("li", "staff", Visibility.COMMITTEE, errors.UnknownButton),
    ],
)
async def test_who_may_not_report(
    town: Town, name: str, where: str, visibility: Visibility, refusal: type[Refused]
) -> None:
    wish = await town.files(visibility=visibility)
    async with town.refusing(refusal) as uow:
        await checking.report_wish(actor=town.actor(name, where), wish_id=wish.id, uow=uow, now=town.clock.now())


@pytest.mark.parametrize(
    ("reason", "words", "refusal"),
    [
        (None, "", errors.NotAChoice),
        (Reason.OTHER, " ", errors.EmptyWords),
        (Reason.OTHER, "长" * 301, errors.TooLong),
    ],
)
async def test_a_removal_needs_its_reason(
    town: Town, reason: Reason | None, words: str, refusal: type[Refused]
) -> None:
    wish = await town.files()
    await reports(town, "li", wish)
    async with town.refusing(refusal) as uow:
        await checking.rule_on_wish(
            actor=town.actor("li", "staff"), wish_id=wish.id, step=Step.REMOVED, reason=reason, words=words, uow=uow,
            now=town.clock.now(),
        )  # fmt: skip


async def test_nobody_rules_on_their_own_wish(town: Town) -> None:
    wish = await town.files(author="qian")
    await reports(town, "li", wish)
    async with town.refusing(errors.OwnRuling) as uow:
        await checking.rule_on_wish(
            actor=town.actor("qian", "staff"), wish_id=wish.id, step=Step.RESTORED, reason=None, words="", uow=uow,
            now=town.clock.now(),
        )  # fmt: skip
    assert (await rules(town, "li", wish, Step.RESTORED)).is_public


async def test_a_contest_is_decided_by_somebody_else_and_giving_in_is_open_to_all(town: Town) -> None:
    kept, given_up = await town.files("甲"), await town.files("乙")
    for wish in (kept, given_up):
        await reports(town, "li", wish)
        await rules(town, "li", wish, Step.REMOVED, Reason.INSULT)
        await contests(town, wish)
    async with town.refusing(errors.OwnRuling) as uow:
        await checking.wish_to_rule_on(actor=town.actor("li", "staff"), wish_id=kept.id, step=Step.UPHELD, uow=uow)
    assert (await rules(town, "zhou", kept, Step.UPHELD)).display is Display.REMOVED
    assert (await rules(town, "li", given_up, Step.RESTORED)).is_public
    async with town.refusing(errors.AlreadyRuled) as uow:
        await checking.wish_to_rule_on(actor=town.actor("wu", "staff"), wish_id=kept.id, step=Step.RESTORED, uow=uow)
    author = await town.in_private("wang")
    async with town.refusing(errors.AlreadyContested) as uow:
        await checking.contest(actor=author, wish_id=kept.id, words="再说", uow=uow, now=town.clock.now())


async def test_a_message_of_its_own_asks_the_staff_and_then_says_what_came_of_it(town: Town) -> None:
    wish = await town.files()
    await reports(town, "li", wish)
    slot = cards.check_slot(wish.id)
    async with town.store.units.reading() as uow:
        asked = await cards.compose(slot, chat=town.chat("staff"), uow=uow, now=town.clock.now())
        assert await cards.compose(slot, chat=town.chat("building3"), uow=uow, now=town.clock.now()) is None
    assert asked is not None
    assert [button.data for row in asked.buttons for button in row] == [
        f"rule:restored:{wish.id}", f"rule:removed:{wish.id}",
    ]  # fmt: skip
    await rules(town, "zhou", wish, Step.RESTORED)
    async with town.store.units.reading() as uow:
        ruled = await cards.compose(slot, chat=town.chat("staff"), uow=uow, now=town.clock.now())
    assert ruled is not None
    assert ([line.key for line in ruled.lines], ruled.buttons) == (["check-ruled", "more-restored"], ())


async def test_a_statement_leaves_the_wish_as_it_is_and_three_are_shown(town: Town) -> None:
    wish = await town.files()
    for at in range(4):
        async with town.store.units.writing() as uow:
            await stating.state_on_card(
                actor=town.actor("zhou", "staff"), wish_id=wish.id, words=f"说明{at}", uow=uow, now=town.clock.now()
            )
    now = await town.wish(wish)
    assert now == replace(wish, next_date=now.next_date), "it is heard: the next day is that of the decision"
    async with town.store.units.reading() as uow:
        card = await cards.compose(cards.wish_slot(wish.id), chat=town.chat("building3"), uow=uow, now=town.clock.now())
    assert card is not None
    stated = [line.args["words"] for line in card.lines if line.key == "card-statement"]
    assert stated == ["说明1", "说明2", "说明3"]
    async with town.refusing(errors.NotAllowed) as uow:
        await stating.state_on_card(
            actor=town.actor("chen", "building3"), wish_id=wish.id, words="不对", uow=uow, now=town.clock.now()
        )
