"""`/phone`: one card with every number, in the group and in private; the committee writes it."""

from __future__ import annotations

from tests.scenarios.estate import Estate
from tests.scenarios.forging import forges
from tests.scenarios.listed import adds_phone, ready
from tests.scenarios.rights_tried import refuses


async def test_one_card_with_all_numbers_in_private_and_in_the_group(town: Estate) -> None:
    await ready(town)
    await town.liu.says("/phone")
    empty = (await town.liu.last()).text
    assert "阳光小区 · 便民电话" in empty
    assert "着火、煤气、被困 119" in empty
    assert "要救护车 120" in empty
    assert "居委会还没写上" in empty
    added = await adds_phone(town, "电梯困人", "021－6543 2100 转 8", hours="24小时", about="困在电梯里")
    assert "“电梯困人”写上了" in added.text
    await adds_phone(town, "市民热线", "12345")
    await adds_phone(town, "片警老吴", "+86 21 6543 2100", hours="白天")
    await town.liu.says("/phone")
    await town.zhao.says("/phone", to=town.building3)
    for card in (await town.liu.last(), await town.zhao.last(to=town.building3)):
        assert "电梯困人 021-6543 2100 转 8 · 24小时 · 困在电梯里" in card.text
        assert "市民热线 12345" in card.text
        assert "片警老吴 +86 21 6543 2100 · 白天" in card.text
        assert card.silent
        assert card.labels == []
    await town.secretary.says("/phone", to=town.building3)
    assert (await town.secretary.last(to=town.building3)).labels == []


async def test_what_is_no_number_is_said_at_once_and_nothing_is_lost(town: Estate) -> None:
    await ready(town)
    secretary = town.secretary
    await secretary.says("/phone")
    await secretary.presses("加一个号码")
    await secretary.says("物业前台")
    for wrong in ("没有电话", "11", "021-65432100，021-65432101", "1234567890123456", "((021) 65432100"):
        await secretary.says(wrong)
        assert "我读不出是哪个号码" in (await secretary.last()).text, wrong
    await secretary.says("(021) 6543-2100")
    await town.bot_restarts()
    await secretary.presses("跳过")
    await secretary.presses("跳过")
    assert "物业前台 (021) 6543-2100" in (await secretary.last()).text
    await secretary.presses("改号码")
    await secretary.says("021 6543 2101")
    await secretary.presses("对")
    await secretary.says("/phone")
    assert "物业前台 021 6543 2101" in (await secretary.last()).text


async def test_a_number_is_changed_taken_off_and_put_back(town: Estate) -> None:
    await ready(town)
    await adds_phone(town, "物业前台", "021-65432100")
    secretary = town.secretary
    await secretary.says("/phone", to=town.staff)
    await secretary.presses("物业前台", to=town.staff)
    shown = await secretary.last(to=town.staff)
    assert shown.labels == ["改", "拿掉"]
    await secretary.presses("改", to=town.staff, on=shown)
    await secretary.presses("改时间", to=town.staff)
    await secretary.says("8:00-20:00", to=town.staff, reply_to=await secretary.last(to=town.staff))
    await secretary.presses("对", to=town.staff)
    await secretary.sees("“物业前台”改好了", to=town.staff)
    await secretary.presses("拿掉", to=town.staff, on=shown)
    await secretary.presses("对", to=town.staff)
    off = await secretary.sees("“物业前台”拿掉了", to=town.staff)
    await town.liu.says("/phone")
    assert "物业前台" not in (await town.liu.last()).text
    again = await secretary.presses("拿掉", to=town.staff, on=shown)
    assert again.alert == "“物业前台”已经从便民电话上拿掉了。"
    await secretary.says("/phone")
    await secretary.presses("拿掉的1个")
    assert "物业前台 021-65432100 · 8:00-20:00" in (await secretary.last()).text
    await secretary.presses("放回", to=town.staff, on=off)
    twice = await secretary.presses("放回", to=town.staff, on=off)
    assert twice.alert == "“物业前台”就在便民电话上。"
    await town.liu.says("/phone")
    assert "物业前台 021-65432100 · 8:00-20:00" in (await town.liu.last()).text


async def test_the_card_holds_as_many_as_one_message_and_no_more(town: Estate) -> None:
    await ready(town)
    for number in range(20):
        name = f"{number:02}" + "名" * 28
        await adds_phone(town, name, f"021-654321{number:02} 转 123456", hours="时" * 40, about="事" * 40)
    await town.secretary.says("/phone", to=town.building3)
    card = await town.secretary.last(to=town.building3)
    assert len(card.text) < 4096
    assert "021-65432119 转 123456" in card.text
    await town.secretary.says("/phone")
    await town.secretary.presses("加一个号码")
    for words in ("又一个", "12345", "跳过", "跳过"):
        await town.secretary.says(words)
    assert (await town.secretary.presses("对")).alert == "便民电话最多20个，请先拿掉用不着的。"


async def test_only_the_committee_writes_it(town: Estate) -> None:
    await ready(town)
    await adds_phone(town, "物业前台", "021-65432100")
    await town.liu.says("/phone")
    for person, place in ((town.liu, None), (town.foreman, town.staff), (town.chair, town.staff)):
        for data in ("phone-do:0:add", "phone-do:1:change", "phone-do:1:off", "phone:off"):
            assert refuses(await forges(town, person, data, to=place)), (person, data)
    await town.liu.says("/phone")
    assert "物业前台" in (await town.liu.last()).text


async def test_in_english(english_town: Estate) -> None:
    town = english_town
    await town.emma.presses("I want", to=town.building5)
    await town.emma.presses("Cancel")
    await town.secretary.starts()
    await town.secretary.says("/language en")
    secretary = town.secretary
    await secretary.says("/phone")
    await secretary.presses("Add a number")
    await secretary.says("Trapped in the lift")
    await secretary.says("call me")
    assert "I can’t read a number in “call me”" in (await secretary.last()).text
    for words in ("021-65432100 ext 8", "24 hours", "skip"):
        await secretary.says(words)
    await secretary.presses("Yes")
    await town.emma.says("/phone")
    card = (await town.emma.last()).text
    assert "Trapped in the lift 021-65432100 ext 8 · 24 hours" in card
    assert "ambulance needed 120" in card
