"""Asking and pausing an author who stays unknown: who may, once, and what is refused leaves no trace."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain import errors
from bot.domain.danger import Danger, Watch
from bot.domain.pauses import Reason, end_of_pause, last_end
from bot.domain.wishes import Visibility
from bot.services import danger, filing, pauses, questions
from bot.services.danger import Told
from tests.services.cast import GARDEN
from tests.services.test_filing import DRAFT
from tests.services.town import Town


async def _asks(town: Town, wish_id: int, who: str = "li", words: str = "哪盏灯？"):
    async with town.store.units.writing() as uow:
        return await questions.ask_author(
            actor=town.actor(who, "staff"), wish_id=wish_id, words=words, uow=uow, now=town.clock.now()
        )


async def _pauses(town: Town, wish_id: int, who: str = "li"):
    async with town.store.units.writing() as uow:
        return await pauses.pause_filing(
            actor=town.actor(who, "staff"), wish_id=wish_id, reason=Reason.FLOOD, uow=uow, now=town.clock.now()
        )


@pytest.mark.parametrize("who", ["li", "zhou", "wu", "qian"])
async def test_all_of_the_desk_may_ask(town: Town, who: str) -> None:
    wish = await town.files(visibility=Visibility.NAMELESS)
    question = await _asks(town, wish.id, who)
    assert not question.told, "she never pressed Start"
    assert town.notices()[-1] == f'{{"type":"author-asked","wish_id":{wish.id},"question_id":{question.id}}}'


@pytest.mark.parametrize("who", ["wang", "chen", "stranger", "he"])
async def test_nobody_else_may_ask_or_pause(town: Town, who: str) -> None:
    wish = await town.files()
    for act in (
        lambda uow: questions.ask_author(
            actor=town.actor(who, "building3"), wish_id=wish.id, words="？", uow=uow, now=town.clock.now()
        ),
        lambda uow: pauses.pause_filing(
            actor=town.actor(who, "building3"), wish_id=wish.id, reason=Reason.FLOOD, uow=uow, now=town.clock.now()
        ),
    ):
        with pytest.raises(errors.NotAllowed):
            async with town.store.units.writing() as uow:
                await act(uow)


async def test_a_second_question_waits_for_the_first_but_not_for_ever(town: Town) -> None:
    wish = await town.files()
    first = await _asks(town, wish.id)
    async with town.refusing(errors.AlreadyAsked) as uow:
        await questions.ask_author(
            actor=town.actor("zhou", "staff"), wish_id=wish.id, words="？", uow=uow, now=town.clock.now()
        )
    town.clock.moment += timedelta(days=3)
    assert (await _asks(town, wish.id)).id != first.id


async def test_only_the_author_answers_and_once_unless_they_declined(town: Town) -> None:
    wish = await town.files()
    question = await _asks(town, wish.id)

    def says(who: str, words: str, uow: object):
        actor = town.actor(who)
        return questions.reply(
            actor=actor, question_id=question.id, words=words, photo=None, uow=uow, now=town.clock.now()
        )

    async with town.refusing(errors.NotYourQuestion) as uow:
        await says("chen", "那盏", uow)
    async with town.refusing(errors.OnlyInPrivate) as uow:
        await questions.reply(
            actor=town.actor("wang", "building3"), question_id=question.id, words="那盏", photo=None, uow=uow,
            now=town.clock.now(),
        )  # fmt: skip
    async with town.store.units.writing() as uow:
        await says("wang", "", uow)
    async with town.store.units.writing() as uow:
        assert (await uow.questions.get(question.id)).is_declined
        await says("wang", "电梯口那盏", uow)
    async with town.refusing(errors.AlreadyReplied) as uow:
        await says("wang", "不是那盏", uow)


@pytest.mark.parametrize(("who", "may"), [("li", True), ("qian", True), ("zhou", False), ("wu", False)])
async def test_the_committee_and_moderators_pause_and_all_of_the_desk_lift(town: Town, who: str, may: bool) -> None:
    wish = await town.files()
    if not may:
        async with town.refusing(errors.NotAllowed) as uow:
            await pauses.pause_filing(
                actor=town.actor(who, "staff"), wish_id=wish.id, reason=Reason.FLOOD, uow=uow, now=town.clock.now()
            )
        await _pauses(town, wish.id)
    else:
        await _pauses(town, wish.id, who)
    async with town.refusing(errors.AlreadyPaused) as uow:
        await pauses.pause_filing(
            actor=town.actor("li", "staff"), wish_id=wish.id, reason=Reason.FLOOD, uow=uow, now=town.clock.now()
        )
    async with town.store.units.writing() as uow:
        await pauses.resume_filing(actor=town.actor(who, "staff"), wish_id=wish.id, uow=uow, now=town.clock.now())
    async with town.refusing(errors.NotPaused) as uow:
        await pauses.resume_filing(actor=town.actor("li", "staff"), wish_id=wish.id, uow=uow, now=town.clock.now())


async def test_pauses_from_two_wishes_know_nothing_of_each_other_and_the_later_end_counts(town: Town) -> None:
    nameless, named = await town.files(visibility=Visibility.NAMELESS), await town.files()
    await _pauses(town, nameless.id)
    town.clock.moment += timedelta(days=2)
    await _pauses(town, named.id)  # a refusal would say that both have one author
    async with town.store.units.writing() as uow:
        await pauses.resume_filing(actor=town.actor("li", "staff"), wish_id=named.id, uow=uow, now=town.clock.now())
    async with town.refusing(errors.FilingIsPaused) as uow:
        await filing.file_wish(
            actor=town.actor("wang"), draft=DRAFT, chat_id=town.chat("building3").id, uow=uow,
            now=town.clock.now(),
        )  # fmt: skip


async def test_a_pause_is_of_one_estate_and_no_secret_is_told_in_a_group(town: Town) -> None:
    wish = await town.files(author="both")
    await _pauses(town, wish.id)
    for chat, actor, refusal in (
        ("building3", await town.in_private("both"), errors.FilingIsPaused),
        ("building3", town.actor("both", "building3"), errors.OnlyInPrivate),
    ):
        async with town.refusing(refusal) as uow:
            await filing.file_wish(actor=actor, draft=DRAFT, chat_id=town.chat(chat).id, uow=uow, now=town.clock.now())
    async with town.store.units.writing() as uow:
        actor = town.actor("both")
        await pauses.require_somewhere(actor, ["garden", "riverside"], uow=uow, now=town.clock.now())
        abroad = await filing.file_wish(
            actor=actor, draft=DRAFT, chat_id=town.chat("riverside").id, uow=uow, now=town.clock.now()
        )
    assert abroad.estate_key == "riverside"


def test_a_pause_ends_at_a_midnight_of_the_estate_after_seven_whole_days() -> None:
    late = datetime(2026, 3, 2, 15, 59, tzinfo=UTC)  # 23:59 in Shanghai
    for now in (late, late + timedelta(minutes=2)):
        end = end_of_pause(now, GARDEN)
        assert (GARDEN.local(end).hour, GARDEN.local(end).minute) == (0, 0)
        assert timedelta(days=7) <= end - now <= timedelta(days=8)
    assert last_end([], now=late) is None


# ---- danger -------------------------------------------------------------------------------------------------------


async def _passes_on(town: Town, who: str, where: str | None, *dangers: Danger):
    async with town.store.units.writing() as uow:
        return await danger.pass_on(
            actor=town.actor(who, where), words="着火了", dangers=dangers, watch=Watch(), uow=uow, now=town.clock.now()
        )


async def test_what_becomes_of_an_alarm(town: Town) -> None:
    assert (await _passes_on(town, "stranger", None, Danger.FIRE)).told is Told.NOBODY
    assert (await _passes_on(town, "zhou", "staff", Danger.FIRE)).told is Told.HERE
    assert (await _passes_on(town, "emma", None, Danger.FIRE)).told is Told.NOBODY, "no staff chat there"
    first = await _passes_on(town, "wang", "building3", Danger.FIRE)
    assert first.told is Told.NOW
    again = await _passes_on(town, "wang", "building3", Danger.FIRE)
    assert (again.told, again.alarm) == (Told.BEFORE, first.alarm)
    assert (await _passes_on(town, "chen", "building3", Danger.FIRE)).told is Told.NOW, "somebody else"
    both = await _passes_on(town, "wang", "building3", Danger.FIRE, Danger.MEDICAL)
    assert both.alarm is not None
    assert both.alarm.dangers == (Danger.MEDICAL,), "of the fire they know"


async def test_only_who_raised_it_calls_it_off(town: Town) -> None:
    passed = await _passes_on(town, "wang", "building3", Danger.FIRE)
    assert passed.alarm is not None
    for who, alarm_id in (("chen", passed.alarm.id), ("wang", passed.alarm.id + 9)):
        async with town.refusing(errors.NoSuchAlarm) as uow:
            await danger.call_off(actor=town.actor(who), alarm_id=alarm_id, uow=uow, now=town.clock.now())
    async with town.store.units.writing() as uow:
        alarm = await danger.call_off(actor=town.actor("wang"), alarm_id=passed.alarm.id, uow=uow, now=town.clock.now())
    assert alarm == replace(passed.alarm, called_off_at=alarm.called_off_at)
    assert (await _passes_on(town, "wang", "building3", Danger.FIRE)).told is Told.NOW
