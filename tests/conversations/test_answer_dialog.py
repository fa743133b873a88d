"""Answering a wish: each kind asks for what it needs, and nothing of a kind thought of before comes along."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.domain.notices import WishAnswered
from bot.domain.wishes import AnswerKind, State
from conversations import answer_wish
from tests.conversations.fakes import LI_PERSON, LI_PRIVATE, STAFF, FakeUnitOfWork, Talker
from tests.conversations.walking import WISH


@pytest.fixture
def uow():
    uow = FakeUnitOfWork()
    uow.wishes.rows[WISH.id] = WISH
    return uow


@pytest.fixture(params=["private", "group"])
async def li(request, uow):
    li = Talker(uow, LI_PERSON, LI_PRIVATE if request.param == "private" else STAFF)
    await li.begins("answer-wish", given=answer_wish.given(WISH), by_press=True)
    return li


def only_answer(uow):
    (answer,) = uow.answers.rows
    return answer


async def test_a_promise_needs_a_date_and_may_have_words(uow, li):
    await li.presses("promise")
    await li.presses("2026-03-18")
    await li.says_words("张师傅来修")
    assert [line.key for line in li.prompt.lines if line.key.startswith("answer")] == [
        "answer-preview-ask",
        "answer-preview-promise",
    ]
    await li.presses("yes")
    answer = only_answer(uow)
    assert (answer.kind, answer.due_on, answer.words) == (AnswerKind.PROMISE, date(2026, 3, 18), "张师傅来修")
    assert answer.speaker.name == "李主任"
    assert uow.wishes.rows[WISH.id].state is State.PROMISED
    assert uow.outbox.notices == [WishAnswered(WISH.id, answer.id)]
    assert li.keys == ["answer-given"]
    assert li.state is None


async def test_the_whole_answer_can_be_typed(uow, li):
    for words in ("答应", "下周五", "跳过", "是"):
        await li.says_words(words)
    assert only_answer(uow).due_on == date(2026, 3, 20)
    assert only_answer(uow).words == ""


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        ("不知道", "refused-not-a-date"),
        ("", "refused-not-a-date"),
        ("昨天", "refused-date-in-past"),
        ("2026-03-10", "refused-date-in-past"),
        ("2030-01-01", "refused-promise-too-far"),
        ("2月30日", "refused-not-a-date"),
        ("明" * 500, "refused-not-a-date"),
    ],
)
async def test_what_is_no_day_to_promise_is_refused(li, words, refusal):
    await li.presses("promise")
    await li.says_words(words)
    assert refusal in li.keys
    assert li.state.step == "due"
    await li.says_words(photo="p1")
    assert "refused-words-expected" in li.keys


async def test_today_pressed_after_midnight_is_refused_and_fresh_days_can_be_had(li):
    await li.presses("promise")
    li.now += timedelta(hours=13)
    await li.presses("2026-03-11")
    assert li.toasts == ["refused-date-in-past"]
    await li.says_words("今天")
    assert li.state.answers["due"] == "2026-03-12"


@pytest.mark.parametrize("kind", ["decline", "reply"])
async def test_a_no_and_a_plain_answer_need_words(uow, li, kind):
    await li.presses(kind)
    await li.says_words("跳过")
    assert "refused-cannot-skip" in li.keys
    await li.says_words("x" * 801)
    assert "refused-too-long" in li.keys
    await li.says_words("管道要等夏天换")
    await li.presses("yes")
    assert (only_answer(uow).kind.value, only_answer(uow).words) == (kind, "管道要等夏天换")


async def test_done_needs_a_picture_and_takes_up_to_five(uow, li):
    await li.presses("done")
    await li.says_words("跳过")
    await li.says_words("修好了，真的")
    assert "refused-not-a-photo" in li.keys
    await li.says_words("好了")
    assert "refused-not-a-photo" in li.keys
    for at in range(1, 6):
        await li.says_words(photo=f"p{at}")
    await li.says_words(photo="p6")
    assert "refused-too-many-photos" in li.keys
    await li.says_words(photo="p5")
    assert "refused-too-many-photos" not in li.keys, "the same picture again is no sixth"
    await li.presses("~done")
    await li.presses("yes")
    assert only_answer(uow).photos == ("p1", "p2", "p3", "p4", "p5")
    assert uow.wishes.rows[WISH.id].state is State.DONE


async def test_pictures_can_be_taken_anew(uow, li):
    await li.presses("done")
    await li.says_words("跳过")
    await li.says_words("修好了", photo="p1")
    assert "dialog-caption-not-kept" in li.keys
    await li.presses("~clear")
    assert li.state.answers["photos"] == []
    await li.says_words(photo="p2")
    await li.says_words("好了")
    await li.says_words("确认")
    assert only_answer(uow).photos == ("p2",)


async def test_another_kind_after_all_leaves_the_date_behind(uow, li):
    await li.presses("promise")
    await li.presses("2026-03-18")
    await li.says_words("返回")
    await li.says_words("返回")
    await li.says_words("这次办不了")
    await li.says_words("没有预算")
    await li.presses("yes")
    assert (only_answer(uow).kind, only_answer(uow).due_on) == (AnswerKind.DECLINE, None)


async def test_two_presses_answer_once(uow, li):
    await li.presses("reply")
    await li.says_words("知道了")
    data = li.data_of("yes")
    await li.presses_data(data)
    await li.presses_data(data)
    assert len(uow.answers.rows) == 1
    assert li.toasts == ["dialog-already-over"]


async def test_a_wish_done_meanwhile_is_told_and_the_answer_stays_to_be_changed(uow, li):
    await li.presses("reply")
    await li.says_words("知道了")
    uow.wishes.rows[WISH.id] = replace(WISH, state=State.DONE, next_date=None)
    await li.presses("yes")
    assert li.toasts == ["refused-wish-closed"]
    assert not uow.answers.rows
    assert li.state.answers["words"] == "知道了"


async def test_what_is_put_off_offers_months_and_needs_a_reason(uow, li):
    await li.presses("later")
    assert [choice.key for row in li.prompt.buttons for choice in row][:3] == [
        "button-in-a-month",
        "button-in-three-months",
        "button-in-half-a-year",
    ]
    await li.presses("2026-04-10")
    await li.says_words("跳过")
    assert "refused-cannot-skip" in li.keys
    await li.says_words("等花坛修完")
    await li.presses("yes")
    answer = only_answer(uow)
    assert (answer.kind, answer.due_on, answer.words) == (AnswerKind.LATER, date(2026, 4, 10), "等花坛修完")
    assert uow.wishes.rows[WISH.id].state is State.LATER
    assert [step.step for step in uow.course.steps] == ["parked"]
