"""Voice notes in dialogs: taken where a wish is told, refused anywhere else, kept through interruptions."""

from dataclasses import replace

import pytest

from bot.domain.wishes import Category, Kind, Visibility, VoiceNote
from bot.messages import Voice
from conversations import answer_wish, file_wish, write_down
from tests.conversations.fakes import BUILDING, LI_PERSON, OTHER_BUILDING, STAFF, FakeUnitOfWork, Talker
from tests.conversations.walking import WISH


@pytest.fixture
def uow():
    return FakeUnitOfWork()


@pytest.fixture
def wang(uow):
    return Talker(uow)


def given(words="", **known):
    return file_wish.given(words=words, **{"chats": [BUILDING], **known})


def only_wish(uow):
    (wish,) = uow.wishes.rows.values()
    return wish


@pytest.mark.parametrize(
    ("value", "visibility"),
    [("post", Visibility.PUBLIC), ("nameless", Visibility.NAMELESS), ("committee", Visibility.COMMITTEE)],
)
async def test_one_note_and_one_press_file_a_wish(uow, wang, value, visibility):
    await wang.begins("file-wish", given=given(kind=Kind.OFFER))
    await wang.speaks()
    assert wang.keys == ["preview-ask", "preview-voice", "preview-voice-becomes", "preview-about"]
    await wang.presses(value)
    wish = only_wish(uow)
    assert (wish.words, wish.voice, wish.visibility) == ("", VoiceNote("v1", 12), visibility)
    assert (wish.kind, wish.category, wish.place.building) == (Kind.OFFER, Category.OTHER, "3")
    alone = ["wish-filed-committee"] if visibility is Visibility.COMMITTEE else []
    assert wang.keys == ["wish-filed-voice-undated", *alone], "an offer has no day for an answer"
    assert wang.values == [f"retell:{wish.id}", f"withdraw:{wish.id}", "mine:0"]
    assert uow.files.kept == ["v1"]
    assert uow.similar.asked == 0, "there are no words to compare"


async def test_after_a_note_only_the_group_may_still_be_asked(uow, wang):
    await wang.begins("file-wish", given=given(chats=[BUILDING, OTHER_BUILDING]))
    await wang.speaks()
    assert wang.keys == ["file-ask-chat"]
    await wang.presses(str(OTHER_BUILDING.id))
    assert wang.keys[1] == "preview-voice"


async def test_a_note_that_was_passed_on_may_bring_words_of_its_own(uow, wang):
    await wang.begins("file-wish", given=given())
    await wang.speaks(words="三楼走廊灯坏了")
    assert wang.keys[1:3] == ["preview-words", "preview-voice-too"]
    await wang.presses("post")
    wish = only_wish(uow)
    assert (wish.words, wish.voice, wish.place.floor) == ("三楼走廊灯坏了", VoiceNote("v1", 12), 3)
    assert wang.keys == ["wish-filed"]


async def test_on_the_preview_a_note_joins_the_words_and_back_takes_it_away(uow, wang):
    await wang.begins("file-wish", given=given("灯坏了"))
    await wang.speaks("v1")
    assert wang.keys[0] == "preview-voice-taken"
    await wang.speaks("v2", seconds=7)
    assert wang.keys[0] == "preview-voice-replaced"
    await wang.presses("~back")
    assert wang.state.answers["voice"]["key"] == "v1"
    await wang.presses("~back")
    assert wang.state.answers["voice"] is None
    assert wang.keys == ["dialog-undone", "preview-ask", "preview-words", "preview-about"]


async def test_words_typed_under_a_note_are_its_words(uow, wang):
    await wang.begins("file-wish", given=given())
    await wang.speaks()
    await wang.says_words("二楼灯不亮")
    await wang.says_words("发")
    assert (only_wish(uow).words, only_wish(uow).voice) == ("二楼灯不亮", VoiceNote("v1", 12))


async def test_without_the_note_the_words_are_asked_again(uow, wang):
    await wang.begins("file-wish", given=given())
    await wang.speaks()
    await wang.presses("change")
    await wang.presses("voice-off")
    assert wang.keys[0] == "file-ask-words"
    await wang.says_words("灯坏了")
    await wang.presses("post")
    assert only_wish(uow).voice is None


async def test_to_start_over_the_note_goes_too(uow, wang):
    await wang.begins("file-wish", given=given(voice={"key": "v0", "length_s": 3}))
    assert wang.keys[1] == "preview-voice"
    await wang.presses("~over")
    assert wang.keys[0] == "file-ask-words"
    assert wang.state.answers["voice"] is None


@pytest.mark.parametrize("step", ["place", "kind", "category", "photo"])
async def test_where_something_else_is_asked_a_note_is_refused_and_not_even_kept(uow, wang, step):
    await wang.begins("file-wish", given=given("灯坏了"))
    await wang.presses("change")
    await wang.presses(step)
    before = wang.state
    await wang.speaks(words="取消")  # what stands beside a note is no command
    assert wang.keys[0] == "refused-voice-not-taken"
    assert wang.state.step == step
    assert wang.state.answers == before.answers
    assert uow.files.kept == []


async def test_no_answer_of_the_staff_is_spoken(uow):
    li = Talker(uow, LI_PERSON, STAFF)
    await li.begins("answer-wish", given=answer_wish.given(WISH))
    await li.speaks()
    assert li.keys[0] == "refused-voice-not-taken"
    await li.presses("reply")
    await li.speaks()
    assert "refused-voice-not-taken" in li.keys


@pytest.mark.parametrize(("visibility", "told"), [(Visibility.PUBLIC, True), (Visibility.COMMITTEE, False)])
async def test_a_line_that_shows_too_much_is_pointed_out_before_all_can_read_it(uow, visibility, told):
    li = Talker(uow, LI_PERSON, STAFF)
    spoken = replace(WISH, words="", visibility=visibility, voice=VoiceNote("v1", 12))
    await li.begins("write-down", given=write_down.given(spoken))
    await li.says_words("请打13800138000")
    assert ("said-to-all-concern" in li.keys) == told
    await li.says_words("返回")
    await li.says_words("请打电话给她")
    assert "said-to-all-concern" not in li.keys


async def test_a_command_with_a_note_waits_with_it_until_the_dialog_is_left(uow, wang):
    await wang.begins("file-wish", given=given("灯坏了"))
    note = Voice("file-v1", "v1", 12, 99)
    await wang.commands("want", "门坏了", voice=note)
    await wang.presses("~leave")
    assert wang.run.incoming(wang.actor).voice == note
