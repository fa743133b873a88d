"""Everyday sentences, as neighbours say them, and what they are taken for. The author sees it all on the preview."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.guess import guess
from bot.domain.places import Place
from bot.domain.wishes import Category, Kind

W, O, S = Kind.WANT, Kind.OFFER, Kind.SUGGESTION  # noqa: E741
REPAIR, CLEANING, SAFETY, PARKING = Category.REPAIR, Category.CLEANING, Category.SAFETY, Category.PARKING
NOISE, GREENERY, CARE, OTHER = Category.NOISE, Category.GREENERY, Category.CARE, Category.OTHER

SENTENCES = [
    # ---- broken things
    ("三楼走廊灯坏了", W, REPAIR),
    ("楼道灯不亮三天了，晚上看不见", W, REPAIR),
    ("电梯又停了，能不能快点修", W, REPAIR),
    ("我家厨房漏水漏到楼下了", W, REPAIR),
    ("下水道堵了，水都返上来了", W, REPAIR),
    ("暖气不热", W, REPAIR),
    ("家里没热水了", W, REPAIR),
    ("水压太小，五楼上不来水", W, REPAIR),
    ("墙皮掉了好大一块", W, REPAIR),
    ("单元门锁坏了关不上", W, REPAIR),
    ("3号楼2单元电梯有怪声音", W, REPAIR),
    ("快递柜老是打不开", W, REPAIR),
    ("同志你好，我们这个楼的对讲机不响，来人按了听不见", W, REPAIR),
    ("電梯壞了", W, REPAIR),
    ("The light on the third floor is out", W, REPAIR),
    ("The lift in building 3 is stuck again", W, REPAIR),
    ("No hot water since yesterday", W, REPAIR),
    ("Water is dripping from the ceiling in the garage", W, REPAIR),
    ("wifi is down in unit 2", W, REPAIR),
    ("My tap leaks and the drain is blocked", W, REPAIR),
    # ---- danger
    ("门口那个井盖松了，踩上去会响，怕小孩掉下去", W, SAFETY),
    ("消防通道被车堵了", W, SAFETY),
    ("有人遛狗不牵绳", W, SAFETY),
    ("电动车在楼道充电太危险", W, SAFETY),
    ("高空抛物，差点砸到人", W, SAFETY),
    ("一楼有股煤气味，大家当心", W, SAFETY),
    ("昨天晚上又有自行车被偷", W, SAFETY),
    ("下雪了台阶结冰，老人容易摔倒", W, SAFETY),
    ("There is a smell of gas in the stairwell", W, SAFETY),
    ("The handrail on the steps is loose", W, SAFETY),
    ("Someone keeps parking in front of the fire exit", W, SAFETY),
    ("Somebody throws bottles out of the window", W, SAFETY),
    ("老王家阳台花盆放在外面，万一掉下来", W, SAFETY),
    ("电表箱冒火花", W, SAFETY),
    ("Who took my parcel", W, SAFETY),
    # ---- noise
    ("楼上半夜打麻将，吵得睡不着", W, NOISE),
    ("广场舞声音太大了", W, NOISE),
    ("楼下装修早上六点就开始敲墙", W, NOISE),
    ("隔壁狗叫一整夜", W, NOISE),
    ("小孩天天在楼上蹦跳，咚咚响", W, NOISE),
    ("My neighbour's dog barks all night", W, NOISE),
    ("I can't sleep, the music upstairs is too loud", W, NOISE),
    ("Please turn down the TV", W, NOISE),
    # ---- cleaning
    ("楼道里有人抽烟", W, CLEANING),
    ("Please stop smoking on the stairs", W, CLEANING),
    ("垃圾桶满出来了没人收", W, CLEANING),
    ("楼梯口堆了好多纸箱", W, CLEANING),
    ("狗屎没人捡", W, CLEANING),
    ("蟑螂太多了，要打药", W, CLEANING),
    ("我家对门天天炒菜油烟大", W, CLEANING),
    ("电梯里一股尿味", W, CLEANING),
    ("Bins are overflowing behind block 2", W, CLEANING),
    ("Cockroaches in the rubbish room", W, CLEANING),
    ("The stairs haven't been swept for weeks", W, CLEANING),
    # ---- parking
    ("小区停车位不够，外面的车乱停", W, PARKING),
    ("我的车位又被人占了", W, PARKING),
    ("车棚里都是僵尸车，新车没地方放", W, PARKING),
    ("Somebody is parked in my bay again", W, PARKING),
    ("The car park barrier won't open", W, PARKING),
    # ---- greenery
    ("草坪的草长得老高了", W, GREENERY),
    ("树枝挡住我家窗户了", W, GREENERY),
    ("花坛里的花都枯了没人浇水", W, GREENERY),
    ("Branches are scratching my window", W, GREENERY),
    # ---- people
    ("谁能帮我去医院拿药", W, CARE),
    ("我腿脚不好，想找人帮忙买菜", W, CARE),
    ("想借个梯子用一下", W, CARE),
    ("我妈一个人在家，想请邻居白天去看一眼", W, CARE),
    ("有没有人会下象棋，晚上一起下", W, CARE),
    ("老太太我一个人住，灯泡换不了，请人来换一下", W, CARE),
    ("手机上那个码我不会弄，哪位教教我", W, CARE),
    ("孙子放学没人接，求帮忙", W, CARE),
    ("Could someone carry my shopping upstairs?", W, CARE),
    ("Does anyone have a ladder I could borrow?", W, CARE),
    ("My mother lives alone and needs company in the afternoon", W, CARE),
    ("I need help with my phone", W, CARE),
    ("Can volunteers help me to the clinic on Monday?", W, CARE),
    # ---- offers
    ("我可以教老人用手机", O, CARE),
    ("我会修自行车，免费帮大家修", O, None),
    ("有需要量血压的找我，我以前是护士", O, CARE),
    ("我有多余的玩具送给小朋友", O, CARE),
    ("我愿意周末接送孩子上学", O, CARE),
    ("退休了有空，志愿给大家理发", O, CARE),
    ("家里旧书不少，谁要来拿", O, CARE),
    ("我家有梯子，可以借给大家用", O, CARE),
    ("I can teach older neighbours to use a smartphone", O, CARE),
    ("Happy to walk your dog in the evenings", O, CARE),
    ("I'll water the flowers this summer", O, GREENERY),
    ("Giving away children's clothes", O, CARE),
    ("I'm a nurse; I would be glad to check blood pressure for anyone who wants", O, CARE),
    ("我会做针线，谁家裤子要改短的拿来", O, CARE),
    ("我儿子可以教小朋友英语", O, CARE),
    ("我有车，早上可以顺路带人去地铁站", O, None),
    ("多余的土豆送邻居", O, None),
    ("Free sofa, collect any evening", O, None),
    # ---- proposals
    ("建议装个充电桩", S, PARKING),
    ("希望多种点树", S, GREENERY),
    ("能不能在院子里放几张长椅", S, None),
    ("建议周末搞个旧书交换", S, CARE),
    ("咱们搞个合唱队吧", S, CARE),
    ("谢谢居委会，能不能给我们这栋楼装个扶手", S, SAFETY),
    ("要是能有个老人食堂就好了", S, CARE),
    ("建議裝監控", S, SAFETY),
    ("We should plant more trees in the courtyard", S, GREENERY),
    ("How about a book swap on Saturday?", S, CARE),
    ("It would be nice to have benches by the playground", S, None),
    ("I suggest quiet hours after ten", S, NOISE),
    ("Could we have a bike shed?", S, PARKING),
    # ---- nothing to go by
    ("你好", W, OTHER),
    ("hello there", W, OTHER),
    ("我说个事", W, OTHER),
]


@pytest.mark.parametrize(("words", "kind", "category"), SENTENCES)
def test_everyday_sentences(words: str, kind: Kind, category: Category | None) -> None:
    guessed = guess(words)
    assert guessed.kind is kind
    if category is not None:  # None: neighbours themselves would not agree
        assert guessed.category is category


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("我可以借你们的梯子吗", W),
        ("有没有志愿者帮我搬家", W),
        ("Can I borrow a drill?", W),
        ("I can't open the front door", W),
        ("I can hear drilling every morning", W),
        ("希望快点把灯修好", W),
        ("能不能来个人修修水管", W),
        ("希望有人能帮忙照看一下老人", W),
        ("The committee should fix the broken gate", W),
        ("I hope someone can help me move a sofa", W),
    ],
)
def test_words_of_an_offer_or_a_proposal_inside_a_need(words: str, kind: Kind) -> None:
    assert guess(words).kind is kind


@pytest.mark.parametrize(
    "words",
    ["小区大门坏了", "停车场太暗", "地下车库漏水", "滑梯断了", "The main gate is broken", "lights out in the car park"],
)
def test_a_spot_that_is_everybodys_is_the_estates(words: str) -> None:
    assert guess(words).whole_estate


@pytest.mark.parametrize("words", ["走廊灯坏了", "3号楼门口的路灯坏了", "my ceiling leaks", "the gate of building 3"])
def test_a_stated_place_or_a_spot_at_home_is_not_the_whole_estate(words: str) -> None:
    assert not guess(words).whole_estate


def test_the_place_is_read_from_the_words() -> None:
    assert guess("3号楼二单元五楼灯坏了").place == Place("3", "2", 5)


@given(st.text(max_size=200))
def test_any_words_are_taken_for_something(words: str) -> None:
    guessed = guess(words)
    assert guessed.kind in Kind
    assert guessed.category in Category


def test_letters_case_and_width_do_not_matter() -> None:
    assert guess("THE LIFT IS STUCK") == guess("the lift is stuck")
    assert guess("Ｌｉｆｔ ｉｓ ｓｔｕｃｋ").category is REPAIR
