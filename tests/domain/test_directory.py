"""Services and phone numbers: what is found, what is a number, what is refused; questions; and the yearly review."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import directory, directory_refusals, errors, service_questions, service_review
from bot.domain.directory import Duty, Entry, Particulars, Phone, Provider, Service
from bot.domain.people import Body, Estate, Speaker
from bot.domain.service_questions import QuestionState, ServiceQuestion
from bot.domain.service_review import Use

BY = Speaker(1, "李书记", Body.COMMITTEE)
DAY = date(2026, 3, 2)
CARD = Particulars("代办老年卡", Provider(Body.COMMITTEE), Duty.MUST, "带身份证", "周一到周五", "2号窗口")
SERVICE = Service(1, "east", 1, CARD, DAY, DAY, BY)
PHONE = Phone(1, "east", Entry("电梯困人", "12345"), BY)
ESTATE = Estate("east", "东苑", ZoneInfo("Asia/Shanghai"), "zh", 3)
ASKED = ServiceQuestion(1, 1, "east", 7, "周末能办吗", datetime(2026, 3, 2, 1, tzinfo=UTC), date(2026, 3, 5))

# ---- the list --------------------------------------------------------------------------------------------------------

WORDS = st.text(min_size=1, max_size=12).filter(lambda words: words.strip())


@given(name=WORDS, apply=st.text(max_size=20), others=st.lists(WORDS, max_size=4))
def test_a_service_is_found_by_any_part_of_what_it_says(name: str, apply: str, others: list[str]) -> None:
    wanted = replace(SERVICE, particulars=replace(CARD, name=name, apply=apply))
    listed = [replace(SERVICE, id=at, particulars=replace(CARD, name=each)) for at, each in enumerate(others, 2)]
    assert wanted in directory.found([*listed, wanted], name)
    assert directory.found([wanted], "") == [wanted]
    found = directory.found([*listed, wanted], name)
    assert found == [each for each in [*listed, wanted] if each in found], "in their order"


def test_search_knows_traditional_characters_widths_and_every_word_has_to_stand() -> None:
    assert directory.found([SERVICE], "老年 身份證") == [SERVICE]
    assert directory.found([SERVICE], "２号窗口") == [SERVICE]
    assert directory.found([SERVICE], "居委会") == [SERVICE]
    assert directory.found([SERVICE], "老年 电梯") == []


def test_what_is_off_is_changed_no_more_and_comes_back_once() -> None:
    other = replace(CARD, hours="周六")
    later = DAY + timedelta(days=9)
    assert directory.change(SERVICE, other, by=BY, today=later).checked_on == later
    with pytest.raises(directory_refusals.ListingUnchanged):
        directory.change(SERVICE, CARD, by=BY, today=later)
    off = directory.take_off(SERVICE, by=BY)
    for act in (
        lambda: directory.take_off(off, by=BY),
        lambda: directory.change(off, other, by=BY, today=later),
        lambda: directory.keep(off, by=BY, today=later),
    ):
        with pytest.raises(directory_refusals.ServiceOff):
            act()
    assert directory.put_back(off, by=BY, today=later) == replace(SERVICE, checked_on=later)
    with pytest.raises(directory_refusals.ServiceListed):
        directory.put_back(SERVICE, by=BY, today=later)


def test_a_phone_number_goes_the_same_way() -> None:
    with pytest.raises(directory_refusals.ListingUnchanged):
        directory.change_phone(PHONE, PHONE.entry, by=BY)
    off = directory.take_phone_off(PHONE, by=BY)
    with pytest.raises(directory_refusals.PhoneOff):
        directory.take_phone_off(off, by=BY)
    with pytest.raises(directory_refusals.PhoneOff):
        directory.change_phone(off, Entry("物业", "12345"), by=BY)
    assert directory.put_phone_back(off, by=BY) == PHONE
    with pytest.raises(directory_refusals.PhoneListed):
        directory.put_phone_back(PHONE, by=BY)


# ---- numbers ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("110", "110"),
        ("12345", "12345"),
        (" 021－6543 2100 ", "021-6543 2100"),
        ("（021）65432100", "(021)65432100"),
        ("+86 21 6543 2100", "+86 21 6543 2100"),
        ("４００—８００—１２３４", "400-800-1234"),
        ("021-65432100转8", "021-65432100转8"),
        ("021-65432100 ext. 88", "021-65432100 ext. 88"),
        ("(852) 2345 6789", "(852) 2345 6789"),
    ],
)
def test_numbers_as_people_write_them(typed: str, shown: str) -> None:
    assert directory.read_number(typed) == shown


NO_NUMBERS = (
    *("", "没有", "11", "1" * 16, "110、119", "021-65432100\n021-65432101 转", "(021", "021)", "((021))123", "--110"),
    *("0x1F", "021-65432100转", "电话 12345", "12345 <b>", "110" + " " * 60 + "5 转 1234567", "021\u202e123"),
)


@pytest.mark.parametrize("typed", NO_NUMBERS)
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(directory_refusals.NotAPhoneNumber):
        directory.read_number(typed)


@given(st.text(max_size=60))
def test_whatever_is_typed_it_is_a_number_that_reads_the_same_again_or_it_is_refused(typed: str) -> None:
    try:
        shown = directory.read_number(typed)
    except directory_refusals.NotAPhoneNumber:
        return
    assert directory.read_number(shown) == shown
    assert len(shown) <= directory.MAX_NUMBER_CHARS
    assert sum(sign.isdigit() for sign in shown) >= directory.MIN_DIGITS


@given(st.from_regex(r"\A\+?[0-9]{3,15}\Z"))
def test_plain_digits_of_any_length_in_use_are_a_number(digits: str) -> None:
    assert directory.read_number(digits) == digits.strip()


# ---- questions -------------------------------------------------------------------------------------------------------


@given(hours=st.integers(0, 24 * 14))
def test_an_answer_is_out_after_the_moment_in_which_it_can_be_taken_back_and_never_at_night(hours: int) -> None:
    now = ASKED.asked_at + timedelta(hours=hours)
    held = service_questions.answered(ASKED, words="能", shown=True, by=BY, by_id=3, now=now, estate=ESTATE)
    assert held.out_at is not None
    assert held.out_at >= now + ESTATE.courtesy.answer_hold
    assert not ESTATE.courtesy.sleeps_at(ESTATE.local(held.out_at).time())
    assert service_questions.taken_back(held, person_id=3) == ASKED
    with pytest.raises(errors.NotYourAnswer):
        service_questions.taken_back(held, person_id=4)
    out = service_questions.let_out(held, told=True)
    with pytest.raises(directory_refusals.ServiceAnswerOut):
        service_questions.taken_back(out, person_id=3)
    for answered in (held, out):
        with pytest.raises(directory_refusals.ServiceQuestionAnswered):
            service_questions.answered(answered, words="x", shown=False, by=BY, by_id=4, now=now, estate=ESTATE)


@given(days=st.integers(-5, 30), state=st.sampled_from(QuestionState))
def test_a_question_is_overdue_from_the_day_after_its_last_one_until_it_is_answered(
    days: int, state: QuestionState
) -> None:
    assert ASKED.due_on is not None
    question = replace(ASKED, state=state)
    overdue = service_questions.is_overdue(question, today=ASKED.due_on + timedelta(days=days))
    assert overdue == (state is QuestionState.OPEN and days > 0)


def test_three_working_days_leave_out_the_weekend_and_only_so_many_are_open() -> None:
    friday = datetime(2026, 3, 6, 4, tzinfo=UTC)
    assert service_questions.due_on(friday, ESTATE) == date(2026, 3, 11)
    service_questions.check_ask(service_questions.MOST_OPEN - 1)
    with pytest.raises(directory_refusals.TooManyServiceQuestions):
        service_questions.check_ask(service_questions.MOST_OPEN)


# ---- the review ------------------------------------------------------------------------------------------------------

USES = st.lists(st.integers(0, 40), max_size=12)


@given(uses=USES, much_from=st.integers(1, 30), today=st.dates(date(2026, 3, 2), date(2030, 12, 31)))
def test_a_review_names_each_service_once_and_counts_them_all(uses: list[int], much_from: int, today: date) -> None:
    services = [replace(SERVICE, id=at, number=at) for at in range(1, len(uses) + 1)]
    by_id = {at: n for at, n in enumerate(uses, 1) if n}
    rows = service_review.review(services, by_id, much_from=much_from, today=today)
    assert sorted(row.service.number for row in rows) == [service.number for service in services]
    assert sum(service_review.counts(rows).values()) == len(services)
    assert set(service_review.counts(rows)) == set(Use)
    assert [row.uses for row in rows] == sorted(uses), "what is used least comes first"
    for row in rows:
        assert (row.use is Use.NEVER) == (row.uses == 0)
        assert (row.use is Use.MUCH) == (row.uses >= much_from)


@given(fewer=st.integers(0, 50), more=st.integers(0, 50), much_from=st.integers(1, 30))
def test_more_use_never_counts_as_less(fewer: int, more: int, much_from: int) -> None:
    order = list(Use)
    fewer, more = sorted((fewer, more))
    below, above = (service_review.use_of(each, much_from=much_from) for each in (fewer, more))
    assert order.index(below) <= order.index(above)


@given(today=st.dates(date(2026, 3, 2), date(2040, 12, 31)))
def test_a_year_back_is_a_day_of_the_year_before(today: date) -> None:
    since = service_review.since(today)
    assert since.year == today.year - 1
    assert 365 <= (today - since).days <= 366


@given(now=st.integers(0, 7 * 365 * 24).map(lambda hours: ASKED.asked_at + timedelta(hours=hours)))
def test_the_next_review_is_ahead_within_a_year_at_the_time_of_the_list(now: datetime) -> None:
    moment = service_review.next_review(now, ESTATE)
    assert now < moment <= now + timedelta(days=367)
    local = ESTATE.local(moment)
    assert (local.month, local.day, local.time()) == (1, 10, ESTATE.list_at)


def test_what_was_looked_at_this_year_is_done_and_what_is_new_says_so() -> None:
    today = date(2027, 1, 10)
    old = replace(SERVICE, checked_on=date(2026, 12, 31))
    fresh = replace(SERVICE, id=2, number=2, listed_on=date(2026, 12, 1), checked_on=date(2027, 1, 4))
    rows = {row.service.number: row for row in service_review.review([old, fresh], {}, much_from=12, today=today)}
    assert (rows[1].is_done, rows[1].is_new) == (False, False)
    assert (rows[2].is_done, rows[2].is_new) == (True, True)
