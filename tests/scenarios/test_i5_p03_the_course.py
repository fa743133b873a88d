"""The course of a wish: put off until a day on which it comes back by itself; who took which step, when and why."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.domain.course import Step, replay
from bot.domain.wishes import State
from tests.scenarios.conftest import Open
from tests.scenarios.estate import Estate
from tests.scenarios.scenes import answers, files, starts

BEFORE_THE_DAY = datetime(2026, 3, 31, 12, 0, tzinfo=UTC)
THE_DAY = datetime(2026, 4, 1, 0, 31, tzinfo=UTC)  #: half past eight in Shanghai


async def test_what_is_put_off_comes_back_on_its_day_and_everybody_hears_it(town: Estate) -> None:
    await starts(town.chen, town.building3)
    await files(town, town.wang, "楼下加一排晾衣架")
    await town.chen.presses("我家也是", to=town.building3)

    await answers(town, town.secretary, "先记着", day="4月1日", words="等花坛修完才有地方")
    for person in (town.wang, town.chen):
        told = await person.sees("第1件先记着")
        assert "4月1日（周三）再议" in told.text
        assert "等花坛修完才有地方" in told.text
        assert "居委会李书记" in told.text
    card = await town.zhao.sees("第1件", to=town.building3)
    assert "先记着，4月1日（周三）再议，因为等花坛修完才有地方" in card.text

    await starts(town.zhao, town.building3)
    await town.zhao.says("/wishes")
    await town.zhao.presses("先记着")
    assert "晾衣架" in (await town.zhao.last()).text

    await goes_to(town, BEFORE_THE_DAY)
    await town.wang.does_not_see("说好今天再议")
    await goes_to(town, THE_DAY)
    for person in (town.wang, town.chen):
        assert "最晚4月7日" in (await person.sees("第1件说好今天再议")).text
    back = await town.foreman.sees("第1件说好今天再议，回来了", to=town.staff)
    assert "晾衣架" in back.text
    assert "等答复，最晚4月7日" in (await town.zhao.sees("第1件", to=town.building3)).text

    await town.secretary.presses("答复", to=town.staff, on=back)
    await town.secretary.presses("答应", to=town.staff)
    await town.secretary.says("4月20日", to=town.staff, reply_to=await town.secretary.last(to=town.staff))
    await town.secretary.says("跳过", to=town.staff, reply_to=await town.secretary.last(to=town.staff))
    await town.secretary.presses("对", to=town.staff)
    assert "答应4月20日" in (await town.zhao.sees("第1件", to=town.building3)).text
    await town.world.advances(hours=12)  # one message a day comes at once, the second in the evening
    await town.wang.sees("答应4月20日")


async def goes_to(town: Estate, moment: datetime, *, settle: bool = True) -> None:
    await town.world.advances(seconds=(moment - await town.world.now()).total_seconds(), settle=settle)


async def test_it_comes_back_once_whatever_restarts(open_estate: Open) -> None:
    async with open_estate() as town:
        await files(town, town.wang, "楼下加一排晾衣架")
        await answers(town, town.secretary, "先记着", day="4月1日", words="等花坛修完")
        await town.running.stop()
        await goes_to(town, THE_DAY, settle=False)
        for _ in range(2):
            await town.running.start()
            await town.world.settle()
            await town.running.stop()
        await town.running.start()
        await town.world.advances(hours=30)
        backs = [message for message in await town.foreman.reads(to=town.staff) if "回来了：" in message.text]
        assert len(backs) == 1
        told = [message for message in await town.wang.reads() if "说好今天再议" in message.text]
        assert len(told) == 1


async def test_a_day_that_has_passed_and_no_reason_are_asked_again(town: Estate) -> None:
    await files(town, town.wang, "楼下加一排晾衣架")
    await town.secretary.presses("答复", to=town.staff)
    await town.secretary.presses("先记着", to=town.staff)
    assert "哪天再议" in (await town.secretary.last(to=town.staff)).text
    await town.secretary.says("2月1日2026", to=town.staff, reply_to=await town.secretary.last(to=town.staff))
    await town.secretary.says("4月1日", to=town.staff, reply_to=await town.secretary.last(to=town.staff))
    await town.secretary.says("跳过", to=town.staff, reply_to=await town.secretary.last(to=town.staff))
    assert "这个" in (await town.secretary.last(to=town.staff)).text
    await town.wang.does_not_see("先记着")


async def test_who_took_which_step_when_and_why_stands_behind_more(town: Estate) -> None:
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.foreman.presses("我来办", to=town.staff)
    await town.foreman.presses("更多", to=town.staff)
    await town.foreman.presses("我办不了，交回", to=town.staff)
    await answers(town, town.foreman, "答应", day="3月20日", words="灯具订了")
    await answers(town, town.foreman, "办好了", words="换好了", photo=True)
    [card] = [each for each in await town.secretary.reads(to=town.staff) if "更多" in each.labels]
    await town.secretary.presses("更多", to=town.staff, on=card)
    history = (await town.secretary.sees("来龙去脉", to=town.staff)).text
    order = ["物业张师傅接手了", "物业张师傅交回来了", "灯具订了", "换好了"]
    places = [history.index(words) for words in order]
    assert places == sorted(places)
    assert town.running.app is not None
    async with town.running.app.store.units.reading() as uow:
        steps = await uow.course.of(1)
    assert [step.step for step in steps] == [Step.TAKEN, Step.HANDED_BACK, Step.PROMISED, Step.DONE]
    assert replay(steps) is State.DONE


async def test_the_same_in_english(open_estate: Open) -> None:
    async with open_estate(language="en") as town:
        await town.emma.presses("I want", to=town.building5)
        await town.emma.says("A rack to dry clothes on")
        await town.emma.presses("Post")
        await town.secretary.presses("Answer", to=town.staff)
        await town.secretary.presses("Later", to=town.staff)
        await town.secretary.says("1 April", to=town.staff, reply_to=await town.secretary.last(to=town.staff))
        asked = await town.secretary.last(to=town.staff)
        await town.secretary.says("the flower bed comes first", to=town.staff, reply_to=asked)
        await town.secretary.presses("Yes", to=town.staff)
        told = await town.emma.sees("No. 1 has to wait")
        assert "1 April" in told.text
        await goes_to(town, THE_DAY)
        await town.emma.sees("No. 1 was put off until today")
        await town.foreman.sees("is back", to=town.staff)
