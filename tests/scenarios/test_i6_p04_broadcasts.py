"""Broadcasts: written in a dialog with a last look, sent to groups and in private, watched on one card."""

from __future__ import annotations

from tests.scenarios.broadcasting import ready, sends, writes
from tests.scenarios.estate import Estate


async def test_the_secretary_tells_the_whole_estate_in_its_groups(town: Estate) -> None:
    await ready(town)
    look = await writes(town.secretary)
    assert "明天8点到12点停水" in look.text
    assert "居委会公告" in look.text
    assert "Notice from" in look.text, "as who reads English sees it"
    assert "一共2个群、0个人的私聊" in look.text
    assert "不到一分钟就发完" in look.text
    await town.secretary.presses("发出去")
    shown = await town.secretary.sees("第1则公告")
    assert "送到2，等着0" in shown.text
    assert "发完了" in shown.text
    for reader, home in ((town.liu, town.building3), (town.emma, town.building5)):
        told = await reader.sees("明天8点到12点停水", to=home)
        assert "居委会公告" in told.text
        assert told.silent


async def test_both_in_groups_and_in_private_and_who_cannot_be_told(town: Estate) -> None:
    await ready(town)
    look = await writes(town.secretary, where="群里和私聊")
    assert "一共2个群、3个人的私聊" in look.text
    await town.secretary.presses("发出去")
    await town.liu.sees("明天8点到12点停水")
    told = await town.emma.sees("明天8点到12点停水")
    assert "Notice from the committee" in told.text
