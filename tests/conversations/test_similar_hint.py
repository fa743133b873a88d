"""The preview's line about a similar wish: never a step, never merged by itself, told only once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.places import Place
from bot.domain.similarity import Likeness, SimilarTap, Verdict
from bot.domain.wishes import Category, Kind, Stance, State, Visibility, Wish
from conversations import file_wish
from tests.conversations.fakes import BUILDING, NOON, WANG, ZHAO, FakeUnitOfWork, Talker

LAMP = Wish(
    id=909, estate_key="garden", number=9, kind=Kind.WANT, words="三楼灯不亮", place=Place("3", None, 3),
    category=Category.REPAIR, visibility=Visibility.PUBLIC, state=State.OPEN, author_id=ZHAO.id,
    author_name=ZHAO.name, chat_id=BUILDING.id, filed_at=NOON, next_date=None,
)  # fmt: skip
SAME = Likeness(Verdict.SAME, 0.9)


@pytest.fixture
def uow():
    uow = FakeUnitOfWork()
    suggest(uow, LAMP)
    return uow


@pytest.fixture
def wang(uow):
    return Talker(uow)


def suggest(uow, wish, likeness=SAME):
    uow.wishes.rows[wish.id] = wish
    uow.similar.found = [(wish, likeness)]


def given(words="三楼走廊灯坏了"):
    return file_wish.given(words=words, chats=[BUILDING])


def filed(uow):
    return [wish for wish in uow.wishes.rows.values() if wish.id != LAMP.id]


async def test_the_preview_carries_one_line_and_two_buttons_and_posts_as_before(uow, wang):
    await wang.begins("file-wish", given=given())
    assert wang.keys == ["preview-ask", "preview-words", "preview-about", "preview-place-said", "preview-similar"]
    assert wang.prompt.lines[-1].args == {"number": "9", "words": "三楼灯不亮"}
    labels = [[button.key for button in row] for row in wang.prompt.buttons]
    assert labels[:4] == [["button-post"], ["button-post-nameless"], ["button-committee-only"], ["button-change"]]
    assert labels[4] == ["button-similar-same", "button-similar-different"]
    await wang.presses("post")
    assert [wish.words for wish in filed(uow)] == ["三楼走廊灯坏了"]
    assert uow.similar.taps == []


async def test_same_here_counts_there_files_nothing_and_closes(uow, wang):
    await wang.begins("file-wish", given=given())
    await wang.presses("same-909")
    assert wang.keys == ["similar-joined"]
    assert wang.prompt.lines[0].args == {"number": "9"}
    assert filed(uow) == []
    assert uow.followers.rows == {(LAMP.id, WANG.id, Stance.JOIN)}
    assert uow.similar.taps == [(LAMP.id, WANG.id, SimilarTap.SAME, "三楼走廊灯坏了")]
    assert wang.state is None


async def test_who_is_counted_already_is_told_the_same_and_counted_once(uow, wang):
    uow.followers.rows.add((LAMP.id, WANG.id, Stance.JOIN))
    await wang.begins("file-wish", given=given())
    await wang.says_words("我家也是")
    assert wang.keys == ["similar-joined"]
    assert len(uow.followers.rows) == 1


async def test_who_never_pressed_start_is_told_where_the_news_will_be(uow):
    chen = Talker(uow, replace(WANG, started=False), BUILDING)
    await chen.begins("file-wish", given=file_wish.given(words="三楼灯坏了", chats=[BUILDING], in_group=True))
    await chen.presses("same-909")
    assert chen.keys == ["similar-joined-not-started"]


async def test_different_is_remembered_through_other_changes(uow, wang):
    await wang.begins("file-wish", given=given())
    await wang.presses("different-909")
    assert "preview-similar" not in wang.keys
    assert "same-909" not in wang.values
    assert uow.similar.taps == [(LAMP.id, WANG.id, SimilarTap.DIFFERENT, "三楼走廊灯坏了")]
    await wang.says_words("三楼走廊灯又坏了")
    assert "preview-similar" not in wang.keys
    await wang.presses("post")
    assert [wish.words for wish in filed(uow)] == ["三楼走廊灯又坏了"]
    assert len(uow.similar.taps) == 1


async def test_different_can_be_typed(uow, wang):
    await wang.begins("file-wish", given=given())
    await wang.says_words("不是一回事")
    assert "preview-similar" not in wang.keys
    assert wang.state.answers["words"] == "三楼走廊灯坏了"


async def test_a_press_on_a_hint_that_is_gone_does_nothing(uow, wang):
    await wang.begins("file-wish", given=given())
    pressed = wang.data_of("same-909")
    await wang.presses("different-909")
    await wang.presses_data(pressed)
    assert wang.toasts == ["refused-button-too-old"]
    assert uow.followers.rows == set()


async def test_it_is_looked_up_again_only_when_the_wish_has_changed(uow, wang):
    await wang.begins("file-wish", given=given())
    await wang.says_words(photo="u1")
    assert uow.similar.asked == 1
    await wang.says_words("电梯坏了")
    assert uow.similar.asked == 2


async def test_no_words_no_looking(uow, wang):
    await wang.begins("file-wish", given=given(""))
    assert uow.similar.asked == 0


async def test_another_floor_is_a_line_without_buttons(uow, wang):
    suggest(uow, LAMP, Likeness(Verdict.OTHER_FLOOR, 0.4))
    await wang.begins("file-wish", given=given("五楼走廊灯坏了"))
    assert wang.keys[-1] == "preview-similar-elsewhere"
    assert not {"same-909", "different-909"} & set(wang.values)


async def test_an_unsaid_floor_is_asked_by_the_line(uow, wang):
    suggest(uow, LAMP, Likeness(Verdict.ASK_PLACE, 0.8))
    await wang.begins("file-wish", given=given("走廊灯坏了"))
    assert wang.keys[-1] == "preview-similar-ask"
    assert wang.prompt.lines[-1].args["place"].floor == 3


async def test_of_a_nameless_wish_no_floor_is_told(uow, wang):
    suggest(uow, replace(LAMP, visibility=Visibility.NAMELESS), Likeness(Verdict.ASK_PLACE, 0.8))
    await wang.begins("file-wish", given=given("走廊灯坏了"))
    assert wang.keys[-1] == "preview-similar-where"


@pytest.mark.parametrize(
    "wish",
    [
        replace(LAMP, visibility=Visibility.COMMITTEE),
        replace(LAMP, state=State.DONE),
        replace(LAMP, author_id=WANG.id),
    ],
    ids=["committee only", "ended", "one's own"],
)
async def test_what_is_no_neighbours_open_public_wish_is_never_suggested(uow, wang, wish):
    suggest(uow, wish)
    await wang.begins("file-wish", given=given())
    assert wang.keys == ["preview-ask", "preview-words", "preview-about", "preview-place-said"]


async def test_one_that_is_merely_ranked_is_not_shown(uow, wang):
    suggest(uow, LAMP, Likeness(Verdict.NONE, 0.5))
    await wang.begins("file-wish", given=given())
    assert wang.keys == ["preview-ask", "preview-words", "preview-about", "preview-place-said"]
