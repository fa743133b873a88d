import pytest

from bot.domain.wishes import Category, Kind, Visibility
from conversations import file_wish
from tests.conversations.fakes import BUILDING, OTHER_BUILDING, ZHAO, FakeUnitOfWork, Talker


@pytest.fixture
def uow():
    return FakeUnitOfWork()


@pytest.fixture
def wang(uow):
    return Talker(uow)


def given(words="三楼走廊灯坏了", **known):
    return file_wish.given(words=words, **{"chats": [BUILDING], **known})


def only_wish(uow):
    (wish,) = uow.wishes.rows.values()
    return wish


async def test_one_sentence_and_one_press_file_a_wish(uow, wang):
    await wang.begins("file-wish", given=given())
    assert wang.keys == ["preview-ask", "preview-words", "preview-about", "preview-place-said"]
    assert wang.prompt.lines[1].args == {"words": "三楼走廊灯坏了"}
    await wang.presses("post")
    wish = only_wish(uow)
    assert (wish.kind, wish.category, wish.visibility) == (Kind.WANT, Category.REPAIR, Visibility.PUBLIC)
    assert (wish.place.building, wish.place.floor) == ("3", 3)
    assert wang.keys == ["wish-filed"]
    assert wang.values == ["edit:101", "withdraw:101", "mine:0"]
    assert wang.prompt.slot == "dialog"
    assert not wang.prompt.fresh
    assert wang.state is None


@pytest.mark.parametrize(
    ("value", "visibility"),
    [("post", Visibility.PUBLIC), ("nameless", Visibility.NAMELESS), ("committee", Visibility.COMMITTEE)],
)
async def test_who_may_see_it_is_chosen_on_the_preview(uow, wang, value, visibility):
    await wang.begins("file-wish", given=given())
    await wang.presses(value)
    assert only_wish(uow).visibility is visibility


async def test_the_words_are_asked_when_there_are_none(uow, wang):
    await wang.begins("file-wish", given=given("", kind=Kind.OFFER))
    assert wang.keys == ["file-ask-offer"]
    await wang.says_words("周末可以教老人用手机")
    await wang.says_words("发，不露姓名")
    wish = only_wish(uow)
    assert (wish.kind, wish.category, wish.visibility) == (Kind.OFFER, Category.CARE, Visibility.NAMELESS)


async def test_two_presses_of_the_last_button_file_once(uow, wang):
    await wang.begins("file-wish", given=given())
    data = wang.data_of("post")
    await wang.presses_data(data)
    await wang.presses_data(data)
    assert len(uow.wishes.rows) == 1
    assert wang.toasts == ["dialog-already-over"]


async def test_a_photo_may_come_before_the_words(uow, wang):
    await wang.begins("file-wish", given=given(""))
    await wang.says_words(photo="p1")
    assert wang.keys == ["dialog-photo-taken", "file-ask-words"]
    await wang.says_words("灯坏了")
    assert "preview-photo" in wang.keys
    await wang.presses("post")
    await wang.presses("send")
    assert only_wish(uow).photo == "p1"


async def test_a_photo_with_a_caption_is_both(uow, wang):
    await wang.begins("file-wish", given=given(""))
    await wang.says_words("灯坏了", photo="p1")
    await wang.presses("post")
    await wang.presses("send")
    assert (only_wish(uow).words, only_wish(uow).photo) == ("灯坏了", "p1")


async def test_a_photo_after_the_words_joins_the_preview(uow, wang):
    await wang.begins("file-wish", given=given())
    await wang.says_words(photo="p1")
    assert wang.keys[0] == "dialog-photo-taken"
    await wang.says_words(photo="p2")
    assert wang.keys[0] == "preview-photo-replaced"
    assert not wang.prompt.fresh, "an album makes one preview"
    await wang.presses("~back")
    await wang.presses("post")
    await wang.presses("send")
    assert only_wish(uow).photo == "p1"


async def test_words_at_the_preview_replace_the_words_and_back_undoes(uow, wang):
    await wang.begins("file-wish", given=given("灯坏了"))
    await wang.says_words("电梯也坏了")
    assert wang.keys[0] == "preview-words-replaced"
    assert wang.state.answers["words"] == "电梯也坏了"
    await wang.presses("~back")
    assert wang.keys[0] == "dialog-undone"
    await wang.presses("post")
    assert only_wish(uow).words == "灯坏了"


@pytest.mark.parametrize("words", ["对", "好的", "谢谢", "OK"])
async def test_a_polite_yes_neither_posts_nor_becomes_the_wish(uow, wang, words):
    await wang.begins("file-wish", given=given())
    await wang.says_words(words)
    assert wang.keys[0] == "refused-not-a-choice"
    assert not uow.wishes.rows
    assert wang.state.answers["words"] == "三楼走廊灯坏了"


async def test_several_building_chats_are_asked_about(uow, wang):
    await wang.begins("file-wish", given=given(chats=[BUILDING, OTHER_BUILDING]))
    assert wang.keys == ["file-ask-chat"]
    await wang.presses(str(OTHER_BUILDING.id))
    assert "preview-chat" in wang.keys
    await wang.presses("post")
    assert only_wish(uow).chat_id == OTHER_BUILDING.id
    assert only_wish(uow).place.building == "5"


async def test_a_chat_that_is_sure_is_not_asked_about(wang):
    await wang.begins("file-wish", given=given(chats=[BUILDING, OTHER_BUILDING], chat_id=OTHER_BUILDING.id))
    assert wang.keys[0] == "preview-ask"


@pytest.mark.parametrize(
    ("what", "answer", "check"),
    [
        ("words", "电梯坏了", lambda wish: wish.words == "电梯坏了"),
        ("kind", "我建议", lambda wish: wish.kind is Kind.SUGGESTION),
        ("place", "5号楼2单元", lambda wish: (wish.place.building, wish.place.unit) == ("5", "2")),
        ("place", "整个小区", lambda wish: not wish.place.is_stated),
        ("category", "安全", lambda wish: wish.category is Category.SAFETY),
    ],
)
async def test_change_asks_one_question_and_returns_to_the_preview(uow, wang, what, answer, check):
    await wang.begins("file-wish", given=given())
    await wang.presses("change")
    await wang.presses(what)
    await wang.says_words(answer)
    assert wang.keys[0] == "preview-ask"
    await wang.presses("post")
    assert check(only_wish(uow))


async def test_back_on_the_preview_undoes_the_last_change(uow, wang):
    await wang.begins("file-wish", given=given())
    await wang.presses("change")
    await wang.presses("kind")
    await wang.presses("suggestion")
    await wang.presses("~back")
    await wang.presses("post")
    assert only_wish(uow).kind is Kind.WANT


async def test_a_photo_is_added_and_removed_under_change(uow, wang):
    await wang.begins("file-wish", given=given())
    await wang.presses("change")
    await wang.presses("photo")
    await wang.says_words(photo="p1")
    assert "preview-photo" in wang.keys
    await wang.presses("change")
    await wang.presses("photo-off")
    assert "preview-photo" not in wang.keys
    await wang.presses("post")
    assert only_wish(uow).photo is None


async def test_a_spot_of_the_whole_estate_is_not_put_into_the_authors_building(uow, wang):
    await wang.begins("file-wish", given=given("小区大门坏了"))
    await wang.presses("post")
    assert not only_wish(uow).place.is_stated


async def test_new_words_are_guessed_anew(uow, wang):
    await wang.begins("file-wish", given=given("灯坏了"))
    await wang.says_words("楼上半夜打麻将，吵得睡不着")
    await wang.presses("post")
    assert only_wish(uow).category is Category.NOISE


class TestInTheGroup:
    @pytest.fixture
    def wang(self, uow):
        return Talker(uow, chat=BUILDING)

    async def test_the_preview_never_offers_to_hide_the_name(self, uow, wang):
        await wang.begins("file-wish", given=given(in_group=True, private_link="w-abc"))
        assert wang.values == ["post", "change", "~over", "~cancel"]
        assert [b.start for row in wang.prompt.buttons for b in row if b.start] == ["w-abc"]
        await wang.presses("post")
        assert only_wish(uow).visibility is Visibility.PUBLIC
        assert wang.keys == ["wish-filed"]
        assert [b.start for row in wang.prompt.buttons for b in row] == ["wish-101"], "second thoughts go on in private"

    async def test_typing_that_it_be_hidden_does_not_post_it_openly(self, uow, wang):
        await wang.begins("file-wish", given=given(in_group=True))
        await wang.says_words("不露姓名")
        assert wang.keys[0] == "refused-only-in-private"
        assert not uow.wishes.rows
        assert wang.state.answers["words"] == "三楼走廊灯坏了"

    async def test_the_words_are_asked_of_the_person_alone(self, wang):
        await wang.begins("file-wish", given=given("", in_group=True))
        assert wang.prompt.ask
        assert wang.prompt.answers == 1001
        assert wang.prompt.buttons == ()
        assert wang.prompt.slot is None
        assert wang.keys[-1] == "dialog-hint-reply"

    async def test_the_preview_answers_the_person_and_only_they_may_press(self, uow, wang):
        await wang.begins("file-wish", given=given(in_group=True))
        assert wang.prompt.answers == 1001
        zhao = Talker(uow, person=ZHAO, chat=BUILDING)
        await zhao.presses_data(wang.data_of("post"))
        assert zhao.toasts == ["refused-not-your-button"]
        assert not uow.wishes.rows


async def test_start_over_forgets_the_words(wang):
    await wang.begins("file-wish", given=given(kind=Kind.WANT))
    await wang.presses("~over")
    assert wang.keys == ["file-ask-want"]
    assert wang.state.step == "words"
