"""Filing for a neighbour: who may, where it goes, whom it names; and passing answers on."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain import errors
from bot.domain.filed_for import FiledFor, Filer, Way
from bot.domain.grant_refusals import OutsideYourPlaces
from bot.domain.people import Captain, Volunteer
from bot.domain.report_spans import Named
from bot.domain.rights import Role
from bot.domain.wishes import AnswerKind, Category, Draft, Kind, Visibility, Wish
from bot.messages import Actor, Foothold
from bot.services import cards, filed_for, reports
from tests.services.cast import GARDEN, PEOPLE, PLACE
from tests.services.town import Town

CHEN = PEOPLE["chen"].telegram_id
LISTED = replace(GARDEN, captains={CHEN: Captain(CHEN, "陈组长", "5")}, volunteers={506: Volunteer(506, "小钱")})
NAME, DOOR = "孙奶奶", "5楼502"


async def captain(town: Town, where: str | None = None) -> Actor:
    """陈师傅, who lives in building 3 and looks after building 5."""
    actor = town.actor("chen", where) if where else await town.in_private("chen")
    roles = frozenset({Role.RESIDENT})  # everywhere; a captain is one at home
    return replace(actor, estate=LISTED, roles=roles, elsewhere={"garden": Foothold(LISTED, roles)})


async def files_for(
    town: Town, actor: Actor, *, chat: str = "building5", visibility: Visibility = Visibility.PUBLIC
) -> Wish:
    draft = Draft(Kind.WANT, "五楼的灯太暗", replace(PLACE, building="5"), Category.REPAIR, visibility)
    async with town.store.units.writing() as uow:
        return await filed_for.file_for(
            actor=actor, draft=draft, chat_id=town.chat(chat).id, way=Way.VISIT, neighbour_name=f" {NAME} ",
            neighbour_door=DOOR, slip=None, uow=uow, now=town.clock.now(),
        )  # fmt: skip


async def test_the_filer_stands_in_for_the_author_and_the_neighbour_is_kept_beside(town: Town) -> None:
    wish = await files_for(town, await captain(town))
    assert wish.author_id == PEOPLE["chen"].id
    async with town.store.units.reading() as uow:
        kept = await filed_for.of(wish.id, uow=uow)
    assert kept == FiledFor(wish.id, PEOPLE["chen"].id, "陈组长", Filer.CAPTAIN, Way.VISIT, NAME, DOOR)
    own = await town.files()
    async with town.store.units.reading() as uow:
        assert await filed_for.of(own.id, uow=uow) is None


@pytest.mark.parametrize(
    ("name", "where", "chat", "refusal"),
    [
        ("wang", None, "building3", errors.NotAllowed),
        ("stranger", None, "building3", errors.NotAResident),
        ("he", None, "building3", errors.NotAResident),  # next door
        ("li", "building3", "building3", errors.OnlyInPrivate),
        ("li", "staff", "staff", errors.ChatNotBound),
        ("li", "staff", "unbound", errors.ChatNotBound),
        ("li", "staff", "riverside", errors.NotAResident),
    ],
)
async def test_who_may_not_and_where_not(
    town: Town, name: str, where: str | None, chat: str, refusal: type[errors.Refused]
) -> None:
    actor = town.actor(name, where) if where else await town.in_private(name)
    draft = Draft(Kind.WANT, "灯太暗", PLACE, Category.REPAIR, Visibility.PUBLIC)
    async with town.refusing(refusal) as uow:
        await filed_for.file_for(
            actor=actor, draft=draft, chat_id=town.chat(chat).id, way=Way.COUNTER, neighbour_name=None,
            neighbour_door=None, slip=None, uow=uow, now=town.clock.now(),
        )  # fmt: skip


async def test_a_captains_building_is_sure_and_others_choose(town: Town) -> None:
    async with town.store.units.reading() as uow:
        chats, sure = await filed_for.chats_to_file_in(await captain(town), LISTED, uow=uow)
        assert ([chat.title for chat in chats], sure) == (["5号楼邻里群"], town.chat("building5").id)
        chats, sure = await filed_for.chats_to_file_in(town.actor("li", "staff"), GARDEN, uow=uow)
        assert ([chat.title for chat in chats], sure) == (["3号楼邻里群", "5号楼邻里群"], None)
    for name in ("building3", "building5"):
        await town.leaves(town.chat(name))
    async with town.refusing(errors.BotNotInGroup) as uow:
        await filed_for.chats_to_file_in(town.actor("li", "staff"), GARDEN, uow=uow)


async def test_a_captain_is_a_guest_in_the_staff_chat(town: Town) -> None:
    with pytest.raises(errors.OnlyInPrivate):
        filed_for.estate_to_file_in(await captain(town, "staff"))
    assert filed_for.estate_to_file_in(await captain(town)) is LISTED
    assert filed_for.named(await captain(town), LISTED) == ("captain", "陈组长")


async def test_what_each_card_tells(town: Town) -> None:
    shown: dict[Visibility, tuple[str, str]] = {}
    for visibility in Visibility:
        wish = await files_for(town, await captain(town), visibility=visibility)
        async with town.store.units.reading() as uow:
            standing = await cards.standing_of(wish, uow)
        shown[visibility] = (str(cards.wish_card(wish, standing)), str(cards.desk_card(wish, standing)))
    for card, desk in shown.values():
        assert NAME not in card
        assert DOOR not in card
        assert NAME in desk
        assert DOOR in desk
    assert "陈组长" in shown[Visibility.PUBLIC][0]
    assert "陈组长" in shown[Visibility.COMMITTEE][1]
    for drawn in shown[Visibility.NAMELESS]:
        assert "陈" not in drawn, "its author's name is told to nobody, the staff included"


# ---- passing on -------------------------------------------------------------------------------------------------


async def test_an_answer_asks_the_filer_to_pass_it_on(town: Town) -> None:
    wish = await files_for(town, await captain(town))
    await town.answers("zhou", wish, AnswerKind.REPLY)
    own = await town.files()
    await town.answers("zhou", own, AnswerKind.REPLY)
    assert [note for note in town.notices() if "neighbour-to-tell" in note] == [
        '{"type":"neighbour-to-tell","wish_id":1,"answer_id":1}'
    ]


async def test_told_once_and_taken_back_in_time(town: Town) -> None:
    actor = await captain(town)
    answer_id = await town.answers("zhou", await files_for(town, actor), AnswerKind.REPLY)
    async with town.store.units.writing() as uow:
        now = town.clock.now()
        assert (await filed_for.tell(actor=actor, answer_id=answer_id, uow=uow, now=now))[1]
        assert not (await filed_for.tell(actor=actor, answer_id=answer_id, uow=uow, now=now))[1]
        assert (await filed_for.take_back(actor=actor, answer_id=answer_id, uow=uow, now=now))[1]
        assert not (await filed_for.take_back(actor=actor, answer_id=answer_id, uow=uow, now=now))[1]
        assert (await filed_for.tell(actor=actor, answer_id=answer_id, uow=uow, now=now))[1]
    async with town.refusing(errors.TooLateToTakeBack) as uow:
        later = town.clock.now() + timedelta(minutes=2, seconds=1)
        await filed_for.take_back(actor=actor, answer_id=answer_id, uow=uow, now=later)


async def test_only_who_filed_it_tells(town: Town) -> None:
    answer_id = await town.answers("zhou", await files_for(town, await captain(town)), AnswerKind.REPLY)
    own_id = await town.answers("zhou", await town.files(), AnswerKind.REPLY)
    for actor, of, refusal in (
        (town.actor("li", "staff"), answer_id, errors.WishGone),
        (town.actor("wang", "building3"), answer_id, errors.OnlyInPrivate),
        (await town.in_private("wang"), answer_id, errors.NotAllowed),
        (await captain(town), own_id, OutsideYourPlaces),
        (await captain(town), 404, errors.WishGone),
    ):
        async with town.refusing(refusal) as uow:
            await filed_for.tell(actor=actor, answer_id=of, uow=uow, now=town.clock.now())


async def test_the_report_is_the_staffs(town: Town) -> None:
    await files_for(town, await captain(town), visibility=Visibility.COMMITTEE)
    await town.files()
    estate = reports.estate_of(town.actor("li", "staff"))
    async with town.store.units.reading() as uow:
        span = await reports.named(Named.RECENT, estate, uow=uow, now=town.clock.now())
        told = await reports.read(estate, span, None, uow=uow, now=town.clock.now())
    tally = told.report.tally
    assert (tally.total, tally.total_for_others, tally.share_percent) == (2, 1, 50)
    assert (told.report.whole.filed, told.report.whole.for_others) == (2, 1)
    for name, where, refusal in (
        ("wang", "building3", errors.NotAllowed),
        ("qian", "building3", errors.OnlyInPrivate),
        ("stranger", "staff", errors.NotAllowed),
        ("li", "unbound", errors.ChatNotBound),
    ):
        with pytest.raises(refusal):
            reports.estate_of(town.actor(name, where))
