"""The runner: prompts, restarts, stale and foreign presses, commands in the middle, refusing services."""

import pytest

from bot.domain.errors import NothingOpen
from bot.messages import Command, Photo, Press
from conversations import file_wish, talk
from tests.conversations.fakes import (
    BUILDING,
    LI_PERSON,
    NOON,
    STAFF,
    ZHAO,
    FakeUnitOfWork,
    Talker,
)
from tests.conversations.walking import SAMPLE, TABLE


@pytest.fixture
def uow():
    return FakeUnitOfWork()


@pytest.fixture
def wang(uow):
    return Talker(uow, table=TABLE)


def filing(words="", **known):
    return file_wish.given(words=words, **{"chats": [BUILDING], **known})


# ---- the prompt in private --------------------------------------------------------------------------------------


async def test_typed_words_are_followed_by_a_fresh_prompt_and_presses_edit_it(wang):
    await wang.begins("file-wish", given=filing())
    assert (wang.prompt.slot, wang.prompt.fresh) == ("dialog", True)
    await wang.says_words("灯坏了")
    assert (wang.prompt.slot, wang.prompt.fresh) == ("dialog", True)
    await wang.presses("change")
    assert (wang.prompt.slot, wang.prompt.fresh) == ("dialog", False)


async def test_an_album_makes_one_prompt_that_counts(uow):
    li = Talker(uow, LI_PERSON, STAFF, table=TABLE)
    await li.begins("answer-wish", given={"wish_id": 7, "number": "12"})
    await li.presses("done")
    await li.says_words("跳过")
    for at, photo in enumerate(["p1", "p2", "p3"]):
        await li.says_words(photo=photo)
        assert li.prompt.fresh is (at == 0)
    assert li.prompt.lines[-1].args == {"photos": 3, "most": 5}


async def test_controls_stand_in_one_row_at_the_bottom_and_only_where_they_work(wang):
    await wang.begins("sample", given={})
    assert [button.key for button in wang.prompt.buttons[-1]] == ["button-cancel"]
    await wang.presses("no")
    keys = [button.key for button in wang.prompt.buttons[-1]]
    assert keys == ["button-back", "button-skip", "button-start-over", "button-cancel"]


async def test_a_refused_answer_is_told_why_above_the_same_question(wang):
    await wang.begins("sample", given={})
    await wang.presses("yes")
    await wang.says_words("x" * 81)
    assert wang.keys == ["refused-too-long", "file-ask-words"]
    assert wang.prompt.lines[0].args == {"max_chars": 80, "chars": 81}
    await wang.says_words(photo="p1")
    assert wang.keys == ["refused-words-expected", "file-ask-words"]
    assert wang.uow.files.kept == [], "a photo nobody asked for is not kept"
    await wang.says_words("  ")
    assert wang.keys == ["refused-empty-words", "file-ask-words"]


async def test_a_refused_press_is_an_alert_and_leaves_the_prompt_alone(wang):
    await wang.begins("sample", given={})
    await wang.presses("yes")
    await wang.says_words("跳过")
    shown = len(wang.shown)
    await wang.presses("~done")
    assert wang.toasts == ["refused-nothing-chosen"]
    assert wang.says[0].alert
    assert len(wang.shown) == shown


async def test_going_back_shows_the_answer_and_keeps_it_with_one_press(wang):
    await wang.begins("sample", given={})
    await wang.presses("yes")
    await wang.says_words("茶会")
    await wang.presses("~back")
    assert wang.keys == ["file-ask-words", "dialog-so-far"]
    assert wang.prompt.lines[1].args == {"answer": "茶会"}
    await wang.presses("~keep")
    assert wang.state.step == "bring"
    assert wang.state.answers["title"] == "茶会"


async def test_the_choice_made_before_bears_a_tick(wang):
    await wang.begins("sample", given={})
    await wang.presses("no")
    await wang.presses("~back")
    assert [row[0].key for row in wang.prompt.buttons[:2]] == ["button-confirm", "button-ticked"]


async def test_several_are_ticked_one_by_one_and_typed_ones_too(wang):
    await wang.begins("sample", given={"party": "yes"})
    await wang.presses("yes")
    await wang.says_words("跳过")
    await wang.presses("0")
    await wang.says_words("茶、蔬菜")
    await wang.presses("0")
    await wang.presses("~done")
    assert wang.state.answers["bring"] == ["1", "2"]


async def test_skipping_leaves_an_optional_question_out(wang):
    await wang.begins("sample", given={})
    await wang.presses("yes")
    await wang.says_words("skip")
    assert wang.state.answers["title"] is None
    await wang.says_words("跳过")
    assert wang.keys[0] == "refused-cannot-skip"


# ---- restart ----------------------------------------------------------------------------------------------------


async def test_another_process_goes_on_at_every_step(uow):
    """Each turn is taken by somebody who knows nothing but the rows."""
    await Talker(uow, table=TABLE).begins("sample", given={})
    for words, photo in [("是", None), ("茶会", None), ("水果", None), ("好了", None), ("跳过", None), ("明天", None)]:
        await Talker(uow, table=TABLE).says_words(words, photo)
    for words, photo in [("", "p1"), ("好了", None), ("", "p2"), ("好了", None)]:
        await Talker(uow, table=TABLE).says_words(words, photo)
    last = Talker(uow, table=TABLE)
    assert last.state.step == "sure"
    answers = {name: last.state.answers[name] for name in ("title", "bring", "day", "pictures", "cover")}
    assert answers == {"title": "茶会", "bring": ["0"], "day": "2026-03-12", "pictures": ["p1"], "cover": ["p2"]}


async def test_a_newer_version_goes_on_at_the_first_question_with_the_answers_kept(uow, wang):
    await wang.begins("sample", given={})
    await wang.presses("yes")
    old_button = wang.data_of("~skip")
    await wang.says_words("茶会")
    row = uow.dialogs.rows[wang.key]
    uow.dialogs.rows[wang.key] = type(row)(**{**vars_of(row), "version": 2, "step": "gone"})
    await wang.presses_data(old_button)
    assert wang.toasts == ["refused-button-too-old"]
    assert (wang.state.version, wang.state.step) == (SAMPLE.version, "party")
    await wang.presses("yes")
    assert wang.prompt.lines[-1].args == {"answer": "茶会"}


async def test_a_dialog_this_program_does_not_know_is_put_aside(uow, wang):
    await wang.begins("sample", given={})
    wang.table = {}
    await wang.says_words("是")
    assert wang.keys == ["refused-dialog-expired"]
    assert wang.state is None


def vars_of(row):
    return {name: getattr(row, name) for name in row.__slots__}


# ---- stale and foreign presses ----------------------------------------------------------------------------------


async def test_a_button_of_an_earlier_question_is_too_old_and_the_current_one_comes_afresh(wang):
    await wang.begins("sample", given={})
    old = wang.data_of("yes")
    await wang.presses("yes")
    await wang.presses_data(old)
    assert wang.toasts == ["refused-button-too-old"]
    assert wang.keys == ["file-ask-words"]
    assert wang.prompt.fresh
    assert wang.state.step == "title"


async def test_a_button_of_an_earlier_run_does_nothing_in_the_next(uow, wang):
    await wang.begins("file-wish", given=filing("灯坏了"))
    old = wang.data_of("post")
    await wang.begins("file-wish", given=filing("别的事"))
    await wang.presses_data(old)
    assert wang.toasts == ["refused-button-too-old"]
    assert not uow.wishes.rows


@pytest.mark.parametrize("data", ["d", "d:1", "d:x:y:z:w", "d:1:1:words", "d:1:1:party:yes:1:1"])
async def test_data_that_is_none_is_a_button_too_old(wang, data):
    await wang.begins("sample", given={})
    await wang.presses_data(data)
    assert wang.toasts == ["refused-button-too-old"]


async def test_a_value_that_is_not_offered_is_too_old(wang):
    await wang.begins("sample", given={})
    await wang.presses_data(wang.data_of("yes").replace("yes", "maybe"))
    assert wang.toasts == ["refused-button-too-old"]


async def test_in_a_group_only_the_one_who_was_asked_may_press(uow):
    wang, zhao = Talker(uow, chat=BUILDING), Talker(uow, ZHAO, BUILDING)
    await wang.begins("file-wish", given=filing("灯坏了", in_group=True))
    await zhao.begins("file-wish", given=filing("电梯坏了", in_group=True))
    await zhao.presses_data(wang.data_of("post"))
    assert zhao.toasts == ["refused-not-your-button"]
    assert not uow.wishes.rows
    assert wang.prompt.slot != zhao.prompt.slot
    await wang.presses("post")
    await zhao.presses("post")
    assert [wish.words for wish in uow.wishes.rows.values()] == ["灯坏了", "电梯坏了"]


# ---- leaving ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["取消", "cancel", " Cancel. ", "算了"])
async def test_cancelling_in_words(wang, words):
    await wang.begins("sample", given={})
    await wang.says_words(words)
    assert wang.keys == ["dialog-cancelled"]
    assert wang.prompt.buttons == ()
    assert wang.state is None


async def test_the_cancel_command_works_at_any_question_and_says_so_when_nothing_is_open(wang):
    await wang.begins("sample", given={})
    await wang.cancels()
    assert wang.state is None
    with pytest.raises(NothingOpen):
        await wang.cancels()


async def test_a_command_in_the_middle_asks_and_staying_goes_on_where_it_was(wang):
    await wang.begins("file-wish", given=filing("灯坏了"))
    await wang.commands("wishes")
    assert wang.keys == ["dialog-leave-ask"]
    assert wang.prompt.lines[0].args == {"command": "/wishes"}
    assert wang.values == ["~stay", "~leave"]
    await wang.presses("~stay")
    assert wang.keys[0] == "preview-ask"
    assert wang.state.pending is None
    assert wang.run is None


async def test_leaving_hands_the_command_back_with_its_words_and_photo(wang):
    await wang.begins("file-wish", given=filing("灯坏了"))
    await wang.commands("want", "电梯坏了", photo="p7")
    await wang.presses("~leave")
    assert wang.keys == ["dialog-left"]
    assert wang.state is None
    command = wang.run.incoming(wang.actor)
    assert isinstance(command, Command)
    assert (command.name, command.words, command.photo) == ("want", "电梯坏了", Photo("file-p7", "p7"))


async def test_leaving_for_a_button_hands_the_press_back(uow):
    li = Talker(uow, LI_PERSON, STAFF)
    await li.begins("answer-wish", given={"wish_id": 7, "number": "12"}, by_press=True)
    state = await uow.dialogs.open(*li.key)
    press = Press(li.actor, "answer:8", "q1", 99)
    turn = await talk.on_command_in_the_middle(press, state, uow=uow, now=NOON)
    li._turn(turn)
    await li.says_words("离开")
    again = li.run.incoming(li.actor, query_id="q2")
    assert isinstance(again, Press)
    assert (again.data, again.query_id, again.message_id) == ("answer:8", "q2", 99)


async def test_words_said_instead_of_an_answer_to_leaving_go_to_the_question(wang):
    await wang.begins("file-wish", given=filing())
    await wang.commands("wishes")
    await wang.says_words("灯坏了")
    assert wang.keys[0] == "preview-ask"
    assert wang.state.pending is None


async def test_an_open_dialog_of_an_unknown_kind_does_not_hold_a_command_up(wang):
    await wang.begins("sample", given={})
    wang.table = {}
    await wang.commands("wishes")
    assert wang.run.name == "wishes"
    assert wang.state is None


# ---- the service says no ----------------------------------------------------------------------------------------


async def test_when_the_service_refuses_the_dialog_stays_and_nothing_is_filed(uow, wang):
    await wang.begins("file-wish", given=filing("灯坏了", chats=[STAFF]))
    await wang.presses("post")
    assert wang.toasts == ["refused-chat-not-bound"]
    assert wang.state.answers["words"] == "灯坏了"
    await wang.says_words("发")
    assert wang.keys[:2] == ["refused-chat-not-bound", "preview-ask"]
    assert not uow.wishes.rows
