"""Rights against forged clients: made-up buttons, others' dialogs, other estates' links, yesterday's moderators."""

from __future__ import annotations

from bot.domain.wishes import Visibility
from tests.scenarios.another_estate import next_door
from tests.scenarios.archive import filed_before
from tests.scenarios.estate import BOT, Estate
from tests.scenarios.forging import forge, forges
from tests.scenarios.rights_tried import refuses
from tests.scenarios.scenes import answers, files, starts

GONE = "没找到这一件。发 /wishes 看看都有哪些。"
NEVER_WAS = 424_242
GARBAGE = (
    *("join", "join:", "join:0", "join:-1", "join:abc", "join:1e3", "JOIN:1", " join:1", "join :1", "join:1;--"),
    *(f"join:{'9' * 40}", "join:9223372036854775808", "wish:" + "9" * 59, "thanks:0", "answer:5:6:7:8:9", "take:٣٣٣"),
    *("unfollow:1", "unfollow:1:", "unfollow:1:love", "unfollow-yes:1:help", "handback:", "more:x", "mention:2"),
    *("list:open", "list:secret:all:0", "list:open:all:-1", "list:open:there:0", "mine:x", "file:", "file:want:now"),
    *("language:fr", "language:zh:en", ":", ":::::::", "null", "x" * 64, "🦄", "\u202etfel", "\x00", "'; DROP TABLE x"),
    *("d", "d:1", "d:::::", "d:1:1:preview:post", "d:1:1:preview:post:9", f"d:{'9' * 20}:1:kind:promise:1"),
)


async def test_garbage_in_buttons_is_answered_and_does_nothing(town: Estate) -> None:
    await starts(town.chen, town.building3)
    await files(town, town.wang, "三楼走廊的灯坏了")
    card = await town.chen.last(to=town.building3)
    for group in (None, town.building3):
        queries = {data: forge(town, town.chen, data, to=group) for data in GARBAGE}
        await town.world.settle()
        for data, query in queries.items():
            assert query.answered, f"{data!r}: no answer"
            assert query.text, f"{data!r}: an answer without a word"
        for page in ("list:open:all:" + "9" * 30, "mine:" + "9" * 30):
            await forges(town, town.chen, page, to=group)
    assert (await town.chen.sees("第1件 · 我想要", to=town.building3)).text == card.text
    app = town.running.app
    assert app is not None
    assert not await app.store.inbox.failed()
    await town.chen.does_not_see("对不起")  # nothing broke on the bot's side, so nothing was apologised for


async def test_a_committee_only_wish_is_answered_like_one_that_never_was(town: Estate) -> None:
    abroad = await next_door(town)
    await abroad.secretary.starts()
    await starts(town.liu, town.building3)
    await files(town, town.wang, "帮我领血压药", how="只给居委会")
    await answers(town, town.secretary, "答复", words="周五有人来")
    for data in ("join:{}", "support:{}", "help:{}", "wish:{}", "thanks:{}", "more:{}", "take:{}", "answer:{}"):
        for person, group in ((town.liu, None), (town.liu, town.building3), (abroad.secretary, None)):
            told = await forges(town, person, data.format(1), to=group)
            assert told == await forges(town, person, data.format(NEVER_WAS), to=group)
            assert told == GONE or (group and data == "more:{}" and refuses(told))
    for person, group in ((town.liu, None), (town.liu, town.building3), (town.secretary, town.building3)):
        at = f"@{BOT}" if group else ""
        await person.says(f"/wish{at} 1", to=group)
        assert (await person.last(to=group)).text.startswith("没找到第1件")
    for person in (town.liu, abroad.secretary):
        await person.does_not_see("血压药")
        await person.does_not_see("周五")
    await town.liu.does_not_see("血压药", to=town.building3)
    assert len([m for m in await town.wang.reads() if "第1件有回音" in m.text]) == 1


async def test_a_forged_press_cannot_replace_what_others_read(small_town: Estate) -> None:
    town = small_town
    await starts(town.chen, town.building3)
    await files(town, town.wang, "三楼走廊的灯坏了")
    card = await town.liu.last(to=town.building3)
    await town.chen.presses("支持", to=town.building3)
    before = await town.liu.sees("第1件 · 我想要", to=town.building3)
    for data in ("list:open:all:0", "unfollow:1:support", "unfollow-yes:1:support"):
        await forges(town, town.chen, data, to=town.building3)
    now = next(message for message in await town.liu.reads(to=town.building3) if message.id == card.id)
    assert now.text == before.text.replace("\n1人支持", "")
    assert now.labels == card.labels


async def test_another_estates_speaker_binds_nothing_here(small_town: Estate) -> None:
    town = small_town
    abroad = await next_door(town)
    await abroad.secretary.joins(town.building3)
    fresh = await town.world.group("新来的群", creator=abroad.secretary, members=[town.liu])
    for words, group in (("1号楼", town.building3), ("river 1号楼", town.building3), ("sunny 3号楼", fresh)):
        await abroad.secretary.says(f"/bind@{BOT} {words}", to=group)
        refused = (await abroad.secretary.last(to=group)).text
        assert refused.startswith("您还不在名单里。")
        assert str(abroad.secretary.id) in refused
    await town.liu.says(f"/bind@{BOT} river 1号楼", to=fresh)
    assert (await town.liu.last(to=fresh)).text.startswith("您还不在名单里。")
    await town.secretary.says(f"/bind@{BOT}", to=town.building3)
    assert "这个群接的是阳光小区3号楼" in (await town.secretary.last(to=town.building3)).text
    await town.liu.says(f"/wishes@{BOT}", to=fresh)
    assert (await town.liu.last(to=fresh)).text.startswith("这个群还没接到哪个小区")


async def test_a_link_from_next_door_makes_a_neighbour_there_and_no_more(small_town: Estate) -> None:
    town = small_town
    abroad = await next_door(town)
    (public,) = await filed_before(town, abroad.resident, "河边的灯", group=abroad.building)
    (secret,) = await filed_before(
        town, abroad.resident, "河边的药", group=abroad.building, visibility=Visibility.COMMITTEE
    )
    link = (await abroad.resident.sees("有事说一声：", to=abroad.building)).url("我想要")
    await town.foreman.starts()
    for act in ("wish", "join", "take", "answer", "more"):
        assert await forges(town, town.foreman, f"{act}:{public.id}") == GONE
    await town.foreman.follows(link)  # a neighbour sent it: the link is the invitation
    await town.foreman.presses("取消")
    assert await forges(town, town.foreman, f"join:{public.id}") == "记上了，有进展告诉您。"
    for act in ("take", "answer", "more"):  # a speaker next door is no speaker here
        assert (await forges(town, town.foreman, f"{act}:{public.id}")).startswith("这一步要居委会")
        assert await forges(town, town.foreman, f"{act}:{secret.id}") == GONE
    await town.foreman.says(f"/help@{BOT}", to=town.staff)
    assert "您在这里是物业" in (await town.foreman.last(to=town.staff)).text


async def test_a_dialog_is_its_owners_even_for_a_forged_client(small_town: Estate) -> None:
    town = small_town
    await starts(town.liu, town.building3)
    await starts(town.chen, town.building3)
    await town.chen.says("三楼走廊的灯坏了")
    preview = await town.chen.sees("这样写对吗")
    data = [button["callback_data"] for row in preview.keyboard for button in row]
    for each in data:
        assert await forges(town, town.liu, each) == "这件已经说完了，按钮不用再按。"
    await town.liu.says("大堂放一张长椅")
    for each in data:  # with a dialog of her own open she is asked her own question again
        assert (await forges(town, town.liu, each)).startswith("这个按钮过时了")
    await town.liu.does_not_see("三楼走廊")
    await town.chen.presses("发到群里")
    await town.liu.sees("三楼走廊的灯坏了", to=town.building3)
    await town.liu.does_not_see("长椅", to=town.building3)


async def test_who_administers_no_longer_is_no_moderator_in_private_either(small_town: Estate) -> None:
    town = small_town
    await files(town, town.wang, "三楼走廊的灯坏了")
    await starts(town.liu, town.building3)
    await town.secretary.promotes(town.liu, in_=town.building3)
    await town.world.advances(minutes=6)
    await town.liu.says(f"/help@{BOT}", to=town.building3)
    await town.liu.says("/wish 1")
    moderators = await town.liu.last()
    assert "我来办" in moderators.labels
    await town.secretary.demotes(town.liu, in_=town.building3)
    await town.world.advances(minutes=6)
    refused = await town.liu.presses("我来办", on=moderators)
    assert (refused.alert or "").startswith("这一步要居委会")
    await town.liu.says("/wish 1")
    assert "我来办" not in (await town.liu.last()).labels
