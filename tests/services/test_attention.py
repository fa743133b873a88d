"""Choosing how to be told; and answers that are held: let out in time, or taken back without a trace."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain import errors
from bot.domain.attention import Attention, Courtesy
from bot.domain.people import Estate
from bot.domain.wishes import AnswerKind, State, Visibility, Wish
from bot.messages import Actor
from bot.services import answers, attention
from tests.services.cast import ESTATES, GARDEN
from tests.services.town import Town

HELD = replace(GARDEN, courtesy=Courtesy())
EVENING = datetime(2026, 3, 11, 11, 0, tzinfo=UTC)  #: 19:00 in Shanghai


def at_the_desk(town: Town, name: str) -> Actor:
    """Where answers are held for two minutes."""
    return replace(town.actor(name, "staff"), estate=HELD)


async def gives(town: Town, name: str, wish: Wish, kind: AnswerKind = AnswerKind.REPLY, words: str = "来看看") -> int:
    photos = (await town.photo(),) if kind is AnswerKind.DONE else ()
    async with town.store.units.writing() as uow:
        answer = await answers.answer_wish(
            actor=at_the_desk(town, name), wish_id=wish.id, kind=kind, words=words, due_on=None, photos=photos,
            uow=uow, now=town.clock.now(),
        )  # fmt: skip
    return answer.id


async def lets_out(town: Town, minutes: float) -> int:
    town.clock.moment += timedelta(minutes=minutes)
    async with town.store.units.writing() as uow:
        return await answers.let_answers_out(ESTATES, uow=uow, now=town.clock.now())


# ---- answers that are held ----------------------------------------------------------------------------------------


async def test_until_it_is_out_the_wish_stands_as_before(town: Town) -> None:
    wish = await town.files()
    answer_id = await gives(town, "li", wish)
    assert await town.wish(wish) == wish
    assert await lets_out(town, 1.9) == 0
    assert await lets_out(town, 0.1) == 1
    assert (await town.wish(wish)).state is State.ANSWERED
    assert f'"wish-answered","wish_id":{wish.id},"answer_id":{answer_id}' in town.notices()[-1]
    assert await lets_out(town, 5) == 0


async def test_taken_back_nothing_is_left_of_it(town: Town) -> None:
    wish = await town.files()
    before = town.rows()
    answer_id = await gives(town, "li", wish)
    async with town.store.units.writing() as uow:
        await answers.take_answer_back(actor=at_the_desk(town, "li"), answer_id=answer_id, uow=uow)
    after = town.rows()
    assert {name for name in before if after[name] != before[name]} <= {"notices", "intakes"}
    assert not [body for body in town.notices() if "answered" in body]
    assert await lets_out(town, 9) == 0


async def test_only_who_gave_it_takes_it_back_and_only_in_time(town: Town) -> None:
    wish = await town.files()
    answer_id = await gives(town, "li", wish)
    for who, refusal in (("zhou", errors.NotYourAnswer), ("chen", errors.NotAllowed)):
        async with town.refusing(refusal) as uow:
            await answers.take_answer_back(actor=town.actor(who, "staff"), answer_id=answer_id, uow=uow)
    async with town.refusing(errors.WishGone) as uow:
        await answers.take_answer_back(actor=town.actor("li", "staff"), answer_id=404, uow=uow)
    await lets_out(town, 2)
    async with town.refusing(errors.AnswerIsOut) as uow:
        await answers.take_answer_back(actor=town.actor("li", "staff"), answer_id=answer_id, uow=uow)


async def test_what_is_held_is_shown_to_no_neighbour_and_thanked_for_by_none(town: Town) -> None:
    wish = await town.files()
    await town.answers("li", wish, AnswerKind.DONE)
    held = await gives(town, "li", wish, AnswerKind.DONE)
    private = await town.in_private("chen")
    async with town.refusing(errors.WishGone) as uow:
        await answers.answer_to_show(actor=private, answer_id=held, uow=uow)
    async with town.refusing(errors.WishGone) as uow:
        await answers.thank(actor=town.actor("chen"), answer_id=held, uow=uow, now=town.clock.now())
    await lets_out(town, 2)
    async with town.store.units.reading() as uow:
        _, shown = await answers.answer_to_show(actor=private, answer_id=held, uow=uow)
    assert shown.photos == ("photo-1",)
    async with town.refusing(errors.OnlyInPrivate) as uow:
        await answers.answer_to_show(actor=town.actor("chen", "building3"), answer_id=held, uow=uow)


async def test_what_would_not_stand_behind_the_held_one_is_refused_at_once(town: Town) -> None:
    wish = await town.files()
    await gives(town, "li", wish, AnswerKind.DONE)
    async with town.refusing(errors.WishClosed) as uow:
        await answers.answer_wish(
            actor=at_the_desk(town, "zhou"), wish_id=wish.id, kind=AnswerKind.REPLY, words="x", due_on=None, photos=(),
            uow=uow, now=town.clock.now(),
        )  # fmt: skip


async def test_one_that_is_out_at_once_still_waits_behind_those_that_are_held(town: Town) -> None:
    wish = await town.files()
    await gives(town, "li", wish, words="先")
    town.clock.moment += timedelta(minutes=1)
    await town.answers("zhou", wish, AnswerKind.DONE)  # where config.yaml says 0
    assert await town.wish(wish) == wish
    assert await lets_out(town, 1) == 2
    async with town.store.units.reading() as uow:
        assert [answer.kind for answer in await uow.answers.of(wish.id)] == [AnswerKind.REPLY, AnswerKind.DONE]
    assert (await town.wish(wish)).state is State.DONE


async def test_a_wish_closed_meanwhile_keeps_its_end_and_the_speaker_is_told(town: Town) -> None:
    wish = await town.files()
    answer_id = await gives(town, "li", wish)
    async with town.store.units.writing() as uow:
        await uow.wishes.save(replace(await uow.wishes.lock(wish.id), state=State.DONE, next_date=None))
    assert await lets_out(town, 2) == 1
    assert (await town.wish(wish)).state is State.DONE
    assert '"answer-too-late"' in town.notices()[-1]
    async with town.store.units.reading() as uow:
        assert await uow.answers.of(wish.id) == []
        with pytest.raises(LookupError):
            await uow.answers.get(answer_id)


# ---- choosing -----------------------------------------------------------------------------------------------------


async def waits(town: Town, name: str, wish: Wish, *, urgent: bool = False) -> int:
    """Something waits for them until the evening; the notice's id."""
    (await town.answers("li", wish, AnswerKind.REPLY),)
    notice = (await town.store.queue.notices(limit=99))[-1]
    async with town.store.units.writing() as uow:
        await uow.tellings.add(
            notice_id=notice.id, person_id=town.people[name].id, estate_key=wish.estate_key, wish_id=wish.id,
            urgent=urgent, due_at=EVENING, told=False,
        )  # fmt: skip
    return notice.id


async def moments(town: Town, name: str) -> list[datetime]:
    async with town.store.units.writing() as uow:
        return [each.due_at for each in await uow.tellings.waiting_for(town.people[name].id)]


async def chooses(
    town: Town,
    name: str,
    setting: Attention | None,
    wish: Wish | None = None,
    *,
    estates: Mapping[str, Estate] = ESTATES,
) -> None:
    actor = await town.in_private(name)
    async with town.store.units.writing() as uow:
        if wish is not None:
            await attention.choose_for_wish(
                actor=actor, wish_id=wish.id, setting=setting, uow=uow, now=town.clock.now(), estates=estates
            )
        elif setting is not None:
            await attention.choose_for_all(actor=actor, setting=setting, uow=uow, now=town.clock.now(), estates=estates)


async def test_what_waits_goes_by_the_new_choice(town: Town) -> None:
    one, two = await town.files(), await town.files("门禁坏了")
    await waits(town, "chen", one)
    await waits(town, "chen", two)
    await waits(town, "chen", two, urgent=True)
    await chooses(town, "chen", Attention.WEEKLY)
    sunday = datetime(2026, 3, 15, 11, 0, tzinfo=UTC)
    assert await moments(town, "chen") == [sunday, sunday, EVENING]
    await chooses(town, "chen", Attention.AT_ONCE, two)
    assert await moments(town, "chen") == [sunday, town.clock.now(), EVENING]
    await chooses(town, "chen", Attention.MUTED)
    assert (await moments(town, "chen"))[0] == sunday, "it may be thought of again until then"
    await chooses(town, "chen", None, two)
    async with town.store.units.reading() as uow:
        assert await attention.attention_of(town.people["chen"].id, two.id, uow) is Attention.MUTED
    await chooses(town, "chen", Attention.AT_ONCE, one, estates={})  # taken out of config.yaml meanwhile
    assert (await moments(town, "chen"))[0] == sunday


async def test_settings_are_seen_in_private_and_for_wishes_that_may_be_seen(town: Town) -> None:
    public, secret = await town.files(), await town.files(visibility=Visibility.COMMITTEE)
    async with town.refusing(errors.OnlyInPrivate) as uow:
        await attention.settings_of(actor=town.actor("chen", "building3"), page=0, uow=uow)
    private = await town.in_private("chen")
    for wish_id in (secret.id, 404):
        async with town.refusing(errors.WishGone) as uow:
            await attention.setting_of_wish(actor=private, wish_id=wish_id, uow=uow)
    async with town.store.units.reading() as uow:
        assert await attention.setting_of_wish(actor=private, wish_id=public.id, uow=uow) == (
            public, None, Attention.DAILY,
        )  # fmt: skip


async def test_many_wishes_with_settings_of_their_own_come_page_by_page(town: Town) -> None:
    for number in range(9):
        wish = await town.files(f"第{number}盏灯坏了")
        await chooses(town, "chen", Attention.MUTED, wish)
    private = await town.in_private("chen")
    async with town.store.units.reading() as uow:
        first = await attention.settings_of(actor=private, page=0, uow=uow)
        last = await attention.settings_of(actor=private, page=7, uow=uow)
    assert (len(first.wishes), first.pages, first.page) == (8, 2, 0)
    assert (len(last.wishes), last.page) == (1, 1)
