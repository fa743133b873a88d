"""The author changes a wish for some minutes, adds to it afterwards, withdraws it, and thinks better of that."""

from __future__ import annotations

from simulator.client import Message
from tests.scenarios.estate import BOT, Estate
from tests.scenarios.forging import forges
from tests.scenarios.scenes import answers, files, starts


async def card_of(town: Estate, number: int = 1) -> Message:
    return await town.chen.sees(f"第{number}件", to=town.building3)


async def test_changed_in_the_first_minutes_on_one_card(town: Estate) -> None:
    """Right after filing, by the button below "noted". Place and category are read anew from the new words."""
    await files(town, town.wang, "三楼走廊的灯坏了")
    filed = await town.wang.sees("记好了，第1件")
    assert filed.labels == ["改", "撤回", "我的"]
    await town.wang.presses("改", on=filed)
    await town.wang.sees("第1件改成什么")
    await town.wang.says("五楼走廊没人扫")
    await town.bot_restarts()
    await town.wang.presses("就这样")
    await town.wang.sees("改好了，第1件")

    card = await card_of(town)
    assert "五楼走廊没人扫" in card.text
    assert "🧹 保洁 · 3号楼5楼" in card.text
    assert "三楼" not in card.text
    assert "五楼走廊没人扫" in (await town.secretary.sees("第1件", to=town.staff)).text
    await town.chen.says(f"/find@{BOT} 灯坏了", to=town.building3)
    await town.chen.sees("没找到带“灯坏了”的", to=town.building3)
    for group in (town.building3, town.staff):
        cards = [one for one in await town.secretary.reads(to=group) if one.text.startswith("第1件")]
        assert len(cards) == 1

    await town.wang.says("第1件")
    await town.wang.presses("改")
    await town.wang.presses("不改")
    await town.wang.presses("地点")
    await town.wang.says("3号楼2单元7楼")
    await town.wang.presses("加照片")
    await town.wang.photographs()
    await town.wang.presses("对，照片里没有")
    card = await card_of(town)
    assert "3号楼2单元7楼" in card.text
    assert card.photo
    with_picture = card.photo

    await town.wang.says("第1件")
    await town.wang.presses("改")
    await town.wang.presses("不改")
    await town.wang.presses("去掉照片")
    await town.wang.presses("就这样")
    card = await card_of(town)
    assert card.photo != with_picture, "what shows a face is gone"
    assert "五楼走廊没人扫" in card.text


async def test_after_the_first_support_or_five_minutes_it_is_added_to(small_town: Estate) -> None:
    town = small_town
    await files(town, town.wang, "三楼走廊的灯坏了")
    filed = await town.wang.sees("记好了，第1件")
    await starts(town.chen, town.building3)
    await town.chen.presses("支持", to=town.building3)
    late = await town.wang.presses("改", on=filed)
    assert "第1件不能改了" in (late.alert or "")
    assert "可以补充" in (late.alert or "")
    await town.wang.says("第1件")
    assert (await town.wang.last()).labels[:2] == ["补充", "撤回"]

    await town.wang.presses("补充")
    await town.wang.photographs(caption="晚上也不亮，老人差点摔了")
    await town.wang.presses("对")
    await town.wang.sees("补上了")
    card = await card_of(town)
    assert "➕ 补充：晚上也不亮，老人差点摔了" in card.text
    assert card.photo, "the first picture that there is"
    news = await town.chen.sees("第1件，提的人补充了：晚上也不亮")
    assert news.photo
    for words in ("四楼也是", "五楼也是", "修过一次", "还是不亮"):
        await town.wang.says("第1件")
        await town.wang.presses("补充")
        await town.wang.says(words)
        await town.wang.presses("对")
    card = await card_of(town)
    assert "➕ 前面还补充过2条" in card.text
    assert "➕ 补充：还是不亮" in card.text
    assert "四楼也是" not in card.text
    await town.wang.says("第1件")
    assert (await town.wang.last()).labels[0] == "撤回"
    assert "最多补充5条" in await forges(town, town.wang, "add:1")

    await files(town, town.wang, "门口缺个凳子")
    await town.world.advances(minutes=6)
    await town.wang.says("第2件")
    assert (await town.wang.last()).labels[:2] == ["补充", "撤回"]
    assert "第2件不能改了" in await forges(town, town.wang, "edit:2")
    await answers(town, town.foreman, "答应办", day="明天", about="凳子")
    await town.wang.says("第2件")
    assert (await town.wang.last()).labels[:2] == ["补充", "撤回"]


async def test_withdrawn_by_mistake_and_withdrawn_for_good(town: Estate) -> None:
    """On both databases: a deadline. Followers hear only of what stays withdrawn."""
    await files(town, town.wang, "三楼走廊的灯坏了")
    await starts(town.chen, town.building3)
    await town.chen.presses("我家也是", to=town.building3)
    await town.foreman.presses("我来办", to=town.staff)
    await town.wang.says("第1件")
    await town.wang.presses("撤回")
    await town.wang.presses("写错了")
    look = await town.wang.sees("第1件撤回？")
    assert "跟着的人会知道撤回了" in look.text
    await town.wang.presses("对")
    done = await town.wang.sees("第1件撤回了。按错了，两分钟内可以恢复")
    assert (await card_of(town)).text == "第1件提的人撤回了：写错了"
    assert (await card_of(town)).labels == []
    await town.wang.presses("恢复", on=done)
    await town.wang.sees("第1件恢复了，和原来一样")
    card = await card_of(town)
    assert "张师傅在办" in card.text
    assert "1家也是" in card.text
    await town.world.advances(minutes=5)
    assert not [one for one in await town.chen.reads() if "撤回" in one.text], "a mistake is no news"

    await town.wang.says("第1件")
    await town.wang.presses("撤回")
    await town.wang.presses("别的原因")
    await town.wang.says("邻居自己换了灯泡")
    await town.wang.presses("对")
    await town.bot_restarts()
    await town.world.advances(minutes=3)
    news = await town.chen.sees("提的人撤回了：邻居自己换了灯泡")
    assert "3号楼3楼" in news.text
    assert "走廊的灯坏了" not in news.text, "her words are hers again"
    assert (await card_of(town)).text == "第1件提的人撤回了：邻居自己换了灯泡"
    late = await forges(town, town.wang, "unwithdraw:1")
    assert late == "第1件来不及恢复了。还想说，请另说一件。"

    assert "已经了结了" in await forges(town, town.secretary, "answer:1", to=town.staff)
    assert "已经了结了" in await forges(town, town.chen, "join:1", to=town.building3)
    await town.chen.says("/wishes")
    await town.chen.presses("全部")
    assert "走廊的灯坏了" not in (await town.chen.last()).text
    await town.chen.says("走廊的灯坏了")
    assert "好像有人说过" not in (await town.chen.sees("这样写对吗")).text
    await town.chen.presses("取消")
    await town.wang.says("我的")
    await town.wang.sees("“三楼走廊的灯坏了” · 撤回了")
    staff = (await town.secretary.sees("第1件", to=town.staff)).text
    assert "撤回了：邻居自己换了灯泡" in staff


async def test_nameless_and_committee_only_leak_nothing_on_the_way(small_town: Estate) -> None:
    town = small_town
    await files(town, town.wang, "502室半夜吵", how="发，不露姓名")
    await town.wang.says("第1件")
    await town.wang.presses("改")
    await town.wang.says("楼上半夜吵")
    await town.wang.presses("地点")
    await town.wang.says("3号楼7楼702")
    await town.wang.presses("就这样")
    card = await card_of(town)
    assert "一位邻居说的" in card.text
    for secret in ("王阿姨", "702", "7楼"):
        assert secret not in card.text
    await town.world.advances(minutes=6)
    await town.wang.says("第1件")
    await town.wang.presses("补充")
    await town.wang.says("每周三最响")
    await town.wang.presses("对")
    assert "每周三最响" in (await card_of(town)).text
    assert "王阿姨" not in (await card_of(town)).text
    assert "王阿姨" not in (await town.secretary.sees("每周三最响", to=town.staff)).text

    await files(town, town.wang, "帮我领血压药", how="只给居委会")
    await town.wang.says("第2件")
    assert (await town.wang.last()).labels[:2] == ["改", "撤回"]
    await town.wang.presses("撤回")
    await town.wang.presses("跳过")
    await town.wang.presses("对")
    await town.wang.sees("第2件撤回了")
    await town.world.advances(minutes=3)
    for group in (town.building3, town.building5):
        assert not [one for one in await town.chen.reads(to=group) if "第2件" in one.text or "血压" in one.text]
    assert "第2件提的人撤回了" in (await town.secretary.sees("血压药", to=town.staff)).text


async def test_only_the_author_and_only_in_private(small_town: Estate) -> None:
    """Filed in the group by who never pressed Start: second thoughts go on in private, one press away."""
    town = small_town
    await town.zhao.says(f"/want@{BOT} 车棚要装灯", to=town.building3)
    await town.zhao.presses("发到群里", to=town.building3)
    noted = await town.zhao.sees("记好了，第1件", to=town.building3)
    assert noted.labels == ["改，或者撤回"]
    await town.zhao.presses("改，或者撤回", on=noted)
    await town.zhao.sees("这件是您提的")
    await town.zhao.presses("改")
    await town.zhao.says("车棚要装灯，还要插座")
    await starts(town.chen, town.building3)
    for button in ("edit:1", "add:1", "withdraw:1", "unwithdraw:1", "contest:1"):
        assert await forges(town, town.chen, button) == "第1件是别人提的，只有提的人能改。"
        assert "单独说" in await forges(town, town.zhao, button, to=town.building3)
    assert "认得" in await forges(town, town.chen, "edit:x")
    await town.zhao.presses("就这样")
    assert "还要插座" in (await card_of(town)).text


async def test_in_english(small_town: Estate) -> None:
    town = small_town
    await town.emma.presses("我想要", to=town.building5)
    await town.emma.says("The gate is broken")
    await town.emma.presses("Post")
    noted = await town.emma.sees("Noted: no. 1")
    assert noted.labels == ["Change", "Withdraw", "Mine"]
    await town.emma.presses("Change", on=noted)
    await town.emma.says("The gate of building 5 squeaks")
    await town.emma.presses("Save")
    assert "squeaks" in (await town.chen.sees("第1件", to=town.building5)).text
    await town.world.advances(minutes=6)
    await town.emma.says("no. 1")
    await town.emma.presses("Add something")
    await town.emma.says("Since Monday")
    await town.emma.presses("Yes")
    await town.emma.says("no. 1")
    assert "➕ Added: Since Monday" in (await town.emma.last()).text
    await town.emma.presses("Withdraw")
    await town.emma.presses("It is solved")
    await town.emma.presses("Yes")
    done = await town.emma.sees("No. 1 is withdrawn. By mistake?")
    await town.emma.presses("No, restore it", on=done)
    await town.emma.sees("No. 1 is back as it was")


async def test_what_is_added_is_looked_at_like_what_is_filed(small_town: Estate) -> None:
    """Private matters are pointed out, a picture is asked about once; what went to the committee alone is not."""
    town = small_town
    await starts(town.wang, town.building3)
    await files(town, town.wang, "三楼走廊的灯坏了")
    await town.chen.presses("我家也是", to=town.building3)
    await town.wang.says("第1件")
    await town.wang.presses("补充")
    await town.wang.photographs(caption="夜里打我电话13800138000")
    look = await town.wang.sees("照片里有没有别人的脸、孩子？")
    assert "里面提到电话号码" in look.text
    assert look.labels[:2] == ["对，照片里没有", "去掉照片再发"]
    await town.wang.presses("返回")
    await town.wang.says("每天晚上七点以后都不亮")
    await town.wang.presses("去掉照片再发")
    card = await town.chen.sees("七点以后都不亮", to=town.building3)
    assert card.photo is None

    await files(town, town.wang, "大门口的灯也不亮")
    await town.wang.presses("改", on=await town.wang.sees("记好了，第2件"))
    await town.wang.photographs(caption="大门口的灯也不亮，像这样")
    changed = await town.wang.sees("照片里有没有别人的脸、孩子？")
    assert changed.labels[0] == "对，照片里没有"
    await town.wang.presses("对，照片里没有", on=changed)
    assert (await town.chen.sees("像这样", to=town.building3)).photo
