"""Once a year the staff chat is told which services are used, rarely or by nobody; each is kept, changed or dropped."""

from __future__ import annotations

from tests.scenarios.conftest import Open
from tests.scenarios.estate import Estate
from tests.scenarios.forging import forges
from tests.scenarios.listed import adds, ready, services
from tests.scenarios.rights_tried import refuses
from tests.scenarios.scenes import starts

THREE = ("代办老年卡", "电梯维修", "借梯子")


async def _three(town: Estate) -> None:
    await ready(town)
    await starts(town.chen, town.building3)
    for name in THREE:
        await adds(town, name, apply="跳过", hours="跳过", contact="跳过")


async def _uses(town: Estate) -> None:
    """The first by two people, one of them twice on one day; the second once; the third by the committee alone."""
    for _ in range(2):
        await services(town.liu, "1")
    await services(town.chen, "1", to=town.building3)
    await services(town.chen, "2")
    await services(town.secretary, "3")


async def test_a_person_counts_once_a_day_and_the_committee_not_at_all(open_estate: Open) -> None:
    async with open_estate(extra={"services": {"much_used_from": 2}}) as town:
        await _three(town)
        await _uses(town)
        await town.secretary.says("/services review")
        review = await town.secretary.last()
        assert "常用1项（打开2次以上）· 少用1项 · 没人用1项" in review.text
        assert review.text.index("没人用 · 1项") < review.text.index("少用 · 1项") < review.text.index("常用 · 1项")
        assert "3 借梯子 · 打开0次" in review.text
        assert "1 代办老年卡 · 打开2次" in review.text
        await town.world.advances(days=1)
        await services(town.liu, "1")
        await town.secretary.says("/services review")
        assert "1 代办老年卡 · 打开3次" in (await town.secretary.last()).text


async def test_in_january_it_is_posted_and_each_is_kept_changed_or_taken_off(town: Estate) -> None:
    await _three(town)
    await _uses(town)
    await town.world.advances(days=313)  # 9 January, 09:00
    await town.secretary.does_not_see("一年用了多少", to=town.staff)
    await town.world.advances(days=1)
    review = await town.secretary.sees("一年用了多少", to=town.staff)
    assert "没人用 · 1项" in review.text
    assert review.labels[:3] == ["3 留着", "3 改", "3 拿掉"]
    assert len(review.labels) == 9
    for person in (town.foreman, town.chair):
        assert refuses((await person.presses("3 留着", to=town.staff, on=review)).alert or "")
    kept = await town.secretary.presses("1 留着", to=town.staff, on=review)
    assert kept.toast == "好的，服务1留着"
    review = await town.secretary.sees("一年用了多少", to=town.staff)
    assert "✅ 1 代办老年卡" in review.text
    assert "1 留着" not in review.labels
    again = await forges(town, town.secretary, "service-do:1:keep:0", to=town.staff)
    assert again == "好的，服务1留着"
    await town.secretary.presses("3 拿掉", to=town.staff, on=review)
    await town.secretary.presses("对", to=town.staff)
    await town.secretary.sees("服务3“借梯子”拿掉了", to=town.staff)
    await town.secretary.presses("2 改", to=town.staff, on=review)
    await town.secretary.presses("改时间", to=town.staff)
    await town.secretary.says("24小时", to=town.staff, reply_to=await town.secretary.last(to=town.staff))
    await town.secretary.presses("对", to=town.staff)
    await town.secretary.says("/services review", to=town.staff)
    review = await town.secretary.last(to=town.staff)
    assert "借梯子" not in review.text
    assert "✅ 2 电梯维修" in review.text
    assert review.labels == []
    before = len([each for each in await town.foreman.reads(to=town.staff) if "一年用了多少" in each.text])
    await town.bot_restarts()
    await town.world.advances(days=2)
    after = [each for each in await town.foreman.reads(to=town.staff) if "一年用了多少" in each.text]
    assert len(after) == before, "once a year"


async def test_without_a_staff_chat_it_waits_and_an_empty_list_is_not_reviewed(town: Estate) -> None:
    await town.world.advances(days=313)
    await town.world.advances(days=2)
    await town.secretary.does_not_see("一年用了多少", to=town.staff)
    await _three(town)
    await town.secretary.removes_bot(town.staff)
    await town.world.advances(days=365)
    await town.world.advances(days=3)
    await town.secretary.adds_bot(town.staff)
    await town.world.advances(days=1, minutes=1)
    review = await town.secretary.sees("一年用了多少", to=town.staff)
    assert "没人用 · 3项" in review.text


async def test_a_long_list_is_turned_in_pages_and_neighbours_have_no_part_in_it(town: Estate) -> None:
    await ready(town)
    for number in range(1, 9):
        await adds(town, f"服务甲{number}", apply="跳过", hours="跳过", contact="跳过")
    listed = await services(town.secretary)
    await town.secretary.presses("一年用了多少", on=listed)
    first = await town.secretary.last()
    assert "第1页，共2页" in first.text
    assert "3月2日才列进来" not in first.text, "looked at this year: that is what counts"
    assert "✅ 1 服务甲1" in first.text
    await town.secretary.presses("下一页", on=first)
    second = await town.secretary.last()
    assert second.id == first.id
    assert "✅ 8 服务甲8" in second.text
    assert "没找到带“review”的服务" in (await services(town.liu, "review")).text
    assert refuses(await forges(town, town.liu, "service-review:0"))
    await town.secretary.says("/services review", to=town.building3)
    assert refuses((await town.secretary.last(to=town.building3)).text)


async def test_in_english(english_town: Estate) -> None:
    town = english_town
    await town.secretary.starts()
    await town.secretary.says("/language en")
    await town.secretary.says("/services")
    await town.secretary.presses("Add a service")
    for words in ("Senior card", "committee", "must", "skip", "skip", "skip"):
        await town.secretary.says(words)
    await town.secretary.presses("Yes")
    await town.world.advances(days=314)
    review = await town.foreman.sees("their use in a year", to=town.staff)
    assert "much used 0 (opened 12 times or more) · rarely 0 · never 1" in review.text
    assert review.labels == ["1 Keep", "1 Change", "1 Take off"]
