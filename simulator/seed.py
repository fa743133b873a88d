"""An estate to begin with: two building groups, a staff chat, twelve residents in eight households, six weeks.

The past is played through the bot by the people themselves, so that nothing in it can be untrue: they press the buttons
and type the words they would.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from simulator import seed_directory, seed_signup, seed_things, seed_works
from simulator.client import Group, Person, World

_SECRETARY, _CLERK, _FOREMAN, _CARETAKER, _CHAIR = 2001, 2002, 2003, 2004, 2005

#: What config.yaml says of the estate: who speaks for which body.
ESTATE: dict[str, Any] = {
    "key": "sunny",
    "name": "阳光小区",
    "time_zone": "Asia/Shanghai",
    "answer_within_days": 3,
    "trial": False,  # these people know it already
    "bodies": {
        "committee": [{"id": _SECRETARY, "name": "李书记"}, {"id": _CLERK, "name": "小周"}],
        "property": [{"id": _FOREMAN, "name": "张师傅"}, {"id": _CARETAKER, "name": "马经理"}],
        "owners": [{"id": _CHAIR, "name": "钱主任"}],
    },
}

#: how far the clock goes at once between two days
STRIDE = timedelta(hours=12)
ZONE = ZoneInfo(str(ESTATE["time_zone"]))

#: name, household, app language; eight households, twelve people.
_BUILDING_3 = (
    ("王阿姨", "3-502", "zh-hans"),
    ("陈伟", "3-302", "zh-hans"),
    ("刘敏", "3-302", "zh-hans"),
    ("老赵", "3-601", "zh-hans"),
    ("孙丽", "3-201", "zh-hans"),
    ("孙浩", "3-201", "zh-hans"),
)
_BUILDING_5 = (
    ("周建国", "5-101", "zh-hans"),
    ("吴芳", "5-101", "zh-hans"),
    ("郑洁", "5-402", "zh-hans"),
    ("许阿婆", "5-703", "zh-hans"),
    ("许明", "5-703", "zh-hans"),
    ("Emma", "5-502", "en"),
)
_NEVER_STARTED = ("老赵", "吴芳")


@dataclass(frozen=True)
class Estate:
    world: World
    people: dict[str, Person]  #: by name
    building3: Group
    building5: Group
    staff: Group

    def __getitem__(self, name: str) -> Person:
        return self.people[name]


async def people_and_chats(world: World) -> Estate:
    """Make everybody and the three groups, add the bot, and tie the groups to the estate."""
    world.autosettle = False
    people: dict[str, Person] = {}
    for name, household, language in (*_BUILDING_3, *_BUILDING_5):
        people[name] = await world.person(name, last_name=household, language=language)
    for name, number, body in (
        ("李书记", _SECRETARY, "居委会"),
        ("小周", _CLERK, "居委会"),
        ("张师傅", _FOREMAN, "物业"),
        ("马经理", _CARETAKER, "物业"),
        ("钱主任", _CHAIR, "业委会"),
    ):
        people[name] = await world.person(name, last_name=f"（{body}）", id=number)
    people["小马"] = await world.person("小马", last_name="（外人）")
    secretary = people["李书记"]
    staff_people = [people[name] for name in ("小周", "张师傅", "马经理", "钱主任")]
    building3 = await world.group("3号楼邻居群", creator=secretary, members=[people[name] for name, *_ in _BUILDING_3])
    building5 = await world.group("5号楼邻居群", creator=secretary, members=[people[name] for name, *_ in _BUILDING_5])
    staff = await world.group("阳光小区工作群", creator=secretary, members=staff_people)
    await world.settle()
    world.autosettle = True
    await secretary.promotes(world.bot(), in_=building3, rights=["can_pin_messages"])
    estate = Estate(world, people, building3, building5, staff)
    bot = world.bot().username
    await secretary.says(f"/bind@{bot} 3号楼", to=building3)
    await secretary.says(f"/bind@{bot} 5号楼", to=building5)
    await secretary.says(f"/bind@{bot} staff", to=staff)
    # In building 5 the bot is no administrator: there the secretary pins the card herself.
    await secretary.pins(await secretary.last(to=building5))
    return estate


def morning(moment: datetime) -> datetime:
    """Nine o'clock in the estate on that day: at night its people would not hear of anything before the morning."""
    return moment.astimezone(ZONE).replace(hour=9, minute=0, second=0, microsecond=0).astimezone(UTC)


async def life(estate: Estate) -> AsyncIterator[str]:
    """Play the days one after the other; yields a line for each."""
    began = await estate.world.now()
    for day, (title, play) in sorted(_DAYS.items()):
        morning = began + timedelta(days=day)
        await _passes_to(estate, morning)
        await play(estate)
        yield f"{day + 1:>2}. {title}"


async def _passes_to(estate: Estate, moment: datetime) -> None:
    """In strides, so that what falls due on a Sunday evening is not told on Monday morning."""
    while (now := await estate.world.now()) < moment:
        stride = min(moment, now + STRIDE)
        await estate.world.control("POST", "clock", {"set": stride.isoformat()})
        await estate.world.settle()


async def _moves_in(estate: Estate) -> None:
    """Those who use the private chat press the pinned card's button once and look around."""
    for group, residents in ((estate.building3, _BUILDING_3), (estate.building5, _BUILDING_5)):
        for name, _, language in residents:
            if name not in _NEVER_STARTED:
                await estate[name].presses("我想要", to=group)
                await estate[name].presses("Cancel" if language == "en" else "取消")
    for name in ("李书记", "小周", "张师傅", "马经理", "钱主任"):
        await estate[name].starts()


async def _lamp(estate: Estate) -> None:
    await _files(estate["王阿姨"], "三楼走廊的灯坏了，晚上下楼看不清")
    await estate["陈伟"].presses("我家也是", to=estate.building3)
    await estate["刘敏"].presses("我家也是", to=estate.building3)
    await estate["老赵"].presses("支持", to=estate.building3)
    await estate["张师傅"].presses("我来办", to=estate.staff)
    await _answers(estate, "张师傅", "答应", days=5, words="灯具已经订了，到货就换")


async def _drying_rack(estate: Estate) -> None:
    await _files(estate["周建国"], "楼下能不能加一排晾衣架", kind="我建议")
    await estate["郑洁"].presses("支持", to=estate.building5)
    await estate["许明"].presses("支持", to=estate.building5)
    await _answers(estate, "小周", "办不了", words="消防通道不能占。东门空地在看，6月再议")


async def _blood_pressure(estate: Estate) -> None:
    await _files(estate["孙丽"], "周六上午我可以帮邻居量血压", kind="我愿做")
    await estate["王阿姨"].presses("支持", to=estate.building3)
    await estate["许阿婆"].says("买药要走很远，儿子最近不在家，能不能帮着带一下药")
    await estate["许阿婆"].presses("只给居委会")
    await estate["小周"].presses("我来办", to=estate.staff)


async def _lamp_done(estate: Estate) -> None:
    await _answers(estate, "张师傅", "办好了", words="灯换成了感应的", photo=True, about="三楼走廊")
    await estate["王阿姨"].presses("说声谢谢")
    await estate["陈伟"].presses("说声谢谢")


async def _gate(estate: Estate) -> None:
    bot = estate.world.bot().username
    await estate["郑洁"].says(f"/want@{bot} 5号楼门禁刷不开，进不了楼", to=estate.building5)
    await estate["郑洁"].presses("发到群里", to=estate.building5)
    await estate["Emma"].presses("我家也是", to=estate.building5)
    await estate["吴芳"].presses("我家也是", to=estate.building5)
    await _answers(estate, "马经理", "答应", days=7, words="门禁厂家周三来换主板")


async def _bicycles(estate: Estate) -> None:
    await estate["Emma"].says("I suggest a bicycle rack by the east gate")
    await estate["Emma"].presses("Post")
    await estate["周建国"].presses("支持", to=estate.building5)
    await estate["许明"].presses("我来帮", to=estate.building5)


async def _lift(estate: Estate) -> None:
    """And six more in building 3 on the same day: five get a card of their own, the others are lines of a board."""
    await estate["孙浩"].photographs(caption="2单元电梯关门的时候有怪声")
    await estate["孙浩"].presses("发到群里")
    await estate["孙浩"].presses("没有，发")
    await estate["王阿姨"].presses("我家也是", to=estate.building3)
    await estate["陈伟"].presses("我家也是", to=estate.building3)
    await estate["张师傅"].presses("我来办", to=estate.staff)
    for name, words in (
        ("陈伟", "单元门关不严，风一吹就响"),
        ("刘敏", "三楼过道的窗玻璃裂了一条缝"),
        ("孙丽", "门口的垃圾桶盖子掉了"),
        ("王阿姨", "楼道里堆的纸箱挡路"),
        ("孙浩", "信箱的锁锈住了"),
        ("刘敏", "花坛边的砖松了，容易绊脚"),
    ):
        await _files(estate[name], words)
    for words in ("单元门关不严", "窗玻璃裂了"):
        await estate["王阿姨"].presses("我家也是", on=await estate["王阿姨"].sees(words, to=estate.building3))
    board = await estate["老赵"].sees("信箱的锁锈住了", to=estate.building3)
    for label in board.labels:
        await estate["老赵"].presses(label, on=board)
    await _answers(estate, "张师傅", "答应", days=2, words="周末来清", about="纸箱挡路")
    await _answers(estate, "张师傅", "答应", days=4, words="换一副闭门器", about="单元门关不严")
    await _answers(estate, "马经理", "只答复", words="量好尺寸了，玻璃厂排到下周", about="窗玻璃裂了")
    # Ms Wang hears of the first answer at once, of the others in the evening.
    await estate.world.advances(hours=12)


async def _checked(estate: Estate) -> None:
    """Three neighbours say that something is wrong with a card: it is folded until somebody has looked."""
    await _files(estate["许明"], "东门的保安收了钱就放外面的车进来")
    card = await estate["郑洁"].sees("东门的保安", to=estate.building5)
    for name in ("郑洁", "吴芳", "Emma"):
        await estate[name].presses("有问题", on=card)
        await estate.world.advances(seconds=5)  # the first press only explains
        await estate[name].presses("有问题", on=card)


async def _spoken(estate: Estate) -> None:
    """One neighbour's note is written down in the staff chat, the other's still waits."""
    await estate["周建国"].speaks(14)
    await estate["周建国"].presses("写成文字，发到群里")
    await _writes_down(estate, "小周", "5号楼门口的路灯一闪一闪的")
    await estate["郑洁"].presses("我家也是", to=estate.building5)
    await estate["王阿姨"].speaks(21)
    await estate["王阿姨"].presses("写成文字，不露姓名")


async def _noise(estate: Estate) -> None:
    await estate["刘敏"].says("晚上十点以后楼上装修很吵，孩子睡不着")
    await estate["刘敏"].presses("发，不露姓名")


async def _lamp_is_fixed(estate: Estate) -> None:
    for name in ("王阿姨", "陈伟", "刘敏"):
        await _finds(estate, name, "好了", "三楼走廊的灯坏了")


async def _cartons(estate: Estate) -> None:
    """Reported done in time; whoever filed it finds it half done, and says so."""
    await _answers(estate, "张师傅", "办好了", words="纸箱清走了", photo=True, about="纸箱挡路")
    await estate.world.advances(minutes=5)
    await _finds(estate, "王阿姨", "好了一半", "纸箱挡路")


async def _gate_done(estate: Estate) -> None:
    await _answers(estate, "马经理", "办好了", words="门禁换了新主板", photo=True, about="门禁刷不开")


async def _gate_not_yet(estate: Estate) -> None:
    """Nobody else has answered yet: the author's word sends it back."""
    await _finds(estate, "郑洁", "还没好", "门禁刷不开")


async def _gate_again(estate: Estate) -> None:
    await _answers(estate, "马经理", "办好了", words="线路也换了，试过三天", photo=True, about="门禁刷不开")
    await estate.world.advances(hours=3)
    for name in ("郑洁", "吴芳"):
        await _finds(estate, name, "好了", "门禁刷不开")


async def _put_off(estate: Estate) -> None:
    words = "东门要改造，等图纸定了再议"
    await _answers(estate, "小周", "先记着", days=45, words=words, about="bicycle rack")


async def _passed_on(estate: Estate) -> None:
    await _files(estate["刘敏"], "4楼到5楼的消防门坏了，关不上")
    await estate["孙丽"].presses("我家也是", to=estate.building3)
    await estate["小周"].presses("转给物业", on=await estate["小周"].sees("消防门坏了", to=estate.staff))
    await _answers(estate, "张师傅", "答应", days=6, words="配件在路上", about="消防门坏了")


async def _caught_up(estate: Estate) -> None:
    """The desk answers what had been left lying."""
    for name, about, words in (
        ("小周", "楼上装修很吵", "跟装修的住户说好了，晚上八点以后不开工"),
        ("马经理", "垃圾桶盖子", "盖子换了新的"),
        ("马经理", "信箱的锁", "锁上过油，能开了；钥匙丢的来物业配"),
        ("马经理", "花坛边的砖", "松的砖重新砌好了"),
        ("马经理", "路灯一闪一闪", "接触不好，重新接过线了"),
    ):
        await _answers(estate, name, "只答复", words=words, about=about)


async def _withdrawn(estate: Estate) -> None:
    await _files(estate["许明"], "楼下路灯白天也亮着")
    for label in ("撤回", "跳过", "对"):
        await estate["许明"].presses(label)


async def _door_closer(estate: Estate) -> None:
    await _answers(estate, "张师傅", "办好了", words="闭门器换了", photo=True, about="单元门关不严")


async def _door_not_yet(estate: Estate) -> None:
    await _finds(estate, "陈伟", "还没好", "单元门关不严")


async def _lamp_holds(estate: Estate) -> None:
    """Four weeks after the first of them found it fixed they are asked once more."""
    await _finds(estate, "王阿姨", "好了", "三楼走廊的灯坏了")


async def _last_week(estate: Estate) -> None:
    await _files(estate["孙浩"], "2单元门口的台阶想加一段扶手")
    await estate["王阿姨"].presses("我家也是", to=estate.building3)
    await estate["老赵"].presses("支持", to=estate.building3)
    await _files(estate["郑洁"], "想要一个放快递的柜子")
    await estate["Emma"].presses("我家也是", to=estate.building5)
    await _answers(estate, "张师傅", "办好了", words="消防门修好了，能自己关上", photo=True, about="消防门坏了")


_DAYS: dict[int, tuple[str, Callable[[Estate], Awaitable[None]]]] = {
    0: ("大家进群，认识邻愿", _moves_in),
    1: ("王阿姨：三楼走廊的灯坏了", _lamp),
    2: ("周建国：楼下加一排晾衣架", _drying_rack),
    4: ("孙丽愿意给邻居量血压；许阿婆私下说了一件事", _blood_pressure),
    6: ("灯修好了，邻居道谢", _lamp_done),
    7: ("王阿姨、陈伟、刘敏：灯好了", _lamp_is_fixed),
    8: ("郑洁：5号楼门禁刷不开", _gate),
    9: ("一张卡片被三位邻居说有问题，先收起来", _checked),
    10: ("Emma suggests a bicycle rack", _bicycles),
    11: ("周建国和王阿姨说了两段语音", _spoken),
    12: ("3号楼忙了一天：七件，两件上了看板", _lift),
    13: ("一位邻居：晚上装修很吵", _noise),
    15: ("纸箱清走了，王阿姨说好了一半", _cartons),
    16: ("门禁说是修好了", _gate_done),
    17: ("郑洁：还没好，退回物业", _gate_not_yet),
    19: ("门禁这回真好了", _gate_again),
    20: ("电梯大修立项", seed_works.opened),
    21: ("电梯大修批准了，钱到位了", seed_works.approved),
    22: ("自行车棚先记着", _put_off),
    23: ("物业和居委会把攒下的几件答复了", _caught_up),
    24: ("电梯和车棚列进项目单", seed_works.planned),
    25: ("消防门坏了，居委会转给物业", _passed_on),
    26: ("服务清单和便民电话写好了", seed_directory.listed),
    27: ("电梯开工，配件到了", seed_works.begun),
    31: ("教手机挂号：孙浩认领了", seed_works.claimed),
    32: ("王阿姨捡到一串钥匙，孙丽送一把儿童餐椅", seed_things.handed_on),
    29: ("许明提了一件，又撤回了", _withdrawn),
    33: ("闭门器说是换好了", _door_closer),
    34: ("陈伟：门还没好", _door_not_yet),
    35: ("长椅放哪儿：5号楼开议事会", seed_works.argued),
    36: ("四周以后再问一遍：灯还亮着吗", _lamp_holds),
    37: ("周末包饺子：大家报名，有一位候补", seed_signup.signed_up),
    38: ("电梯的门机装好了", seed_works.half_done),
    39: ("最近几天：扶手、快递柜、消防门", _last_week),
}
DAYS = len(_DAYS)  #: on which something happens: `life` yields so many lines


async def _finds(estate: Estate, name: str, finding: str, words: str) -> None:
    """On the newest message of the group that asks about it."""
    person = estate[name]
    group = estate.building3 if name in {each for each, *_ in _BUILDING_3} else estate.building5
    asking = [
        message for message in await person.reads(to=group) if message.contains(words) and finding in message.labels
    ]
    await person.presses(finding, on=asking[-1])


async def _files(person: Person, words: str, *, kind: str | None = None) -> None:
    """In private: a sentence, and one press."""
    await person.says(words if kind is None or words.startswith(kind) else f"{kind}：{words}")
    await person.presses("发到群里")


async def _writes_down(estate: Estate, writer: str, words: str) -> None:
    """In the staff chat, on the newest voice note."""
    person, staff = estate[writer], estate.staff
    await person.presses("写成一句话", to=staff)
    await person.says(words, to=staff, reply_to=await person.last(to=staff))
    await person.presses("对", to=staff)


async def _answers(
    estate: Estate,
    speaker: str,
    kind: str,
    *,
    days: int = 0,
    words: str,
    photo: bool = False,
    about: str | None = None,
) -> None:
    """In the staff chat, on the newest card or the one that speaks of something."""
    person, staff = estate[speaker], estate.staff
    card = await person.sees(about, to=staff) if about else None
    await person.presses("答复", to=staff, on=card)
    await person.presses(kind, to=staff)
    if days:
        day = (await estate.world.now()).astimezone(ZONE).date() + timedelta(days=days)
        await person.says(day.isoformat(), to=staff, reply_to=await person.last(to=staff))
    await person.says(words, to=staff, reply_to=await person.last(to=staff))
    if photo:
        await person.photographs(to=staff, reply_to=await person.last(to=staff))
        await person.presses("好了", to=staff)
    await person.presses("对", to=staff)
