"""News that waits: told together, wish by wish, in as few messages as it fits into; none is lost, none told twice."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.delivery.digests import MOST_ENTRIES, News, message_of, parts_of
from bot.delivery.notices import HEARINGS, Facts
from bot.domain.attention import Attention
from bot.domain.notices import AnswerTooLate, WishAnswered, WishThanked
from bot.domain.people import Body, Person, Speaker
from bot.domain.places import Place
from bot.domain.wishes import Answer, AnswerKind, Category, Kind, Stance, State, Visibility, Wish
from bot.messages import Reply, Texts
from bot.ports import Telling
from bot.texts.catalog import Catalog
from bot.texts.fitting import plain, units
from bot.texts.renderer import Renderer
from tests.delivery.fakes import PostOffice, Row

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
HOUR = 3600


def rows_to(office: PostOffice, name: str) -> list[Row]:
    person = next(person for person in office.store.people.values() if person.name == name)
    return [row for row in office.queue.rows if row.person_id == person.id]


def keys(row: Row) -> list[str]:
    assert row.reply is not None
    return [line.key for line in row.reply.lines]


async def answered(office: PostOffice, wish: Wish, speaker: Person, kind: AnswerKind, **more: object) -> int:
    """Everyone concerned is to hear it; the notice's id."""
    answer = office.store.answer(wish, speaker, kind, **more)
    notice_id = office.queue.put(WishAnswered(wish.id, answer.id))
    await office.settles()
    return notice_id


async def three_answers(office: PostOffice) -> tuple[Person, Person, list[Wish]]:
    """At nine: the first is told at once, the others wait for the evening."""
    author, speaker = office.store.person("王"), office.store.person("陈主任")
    wishes = [office.store.wish(author, office.store.building()) for _ in range(2)]
    await answered(office, wishes[0], speaker, AnswerKind.REPLY)
    await answered(office, wishes[1], speaker, AnswerKind.PROMISE, due_on=date(2026, 3, 20))
    await answered(office, wishes[0], speaker, AnswerKind.DONE, photos=("p1",))
    return author, speaker, wishes


async def test_the_first_of_a_day_at_once_the_rest_in_the_evening_in_one_message(roomy: PostOffice) -> None:
    await three_answers(roomy)
    assert [keys(row) for row in rows_to(roomy, "王")] == [["notice-reply"]]
    await roomy.passes(10 * HOUR - 1)
    assert len(rows_to(roomy, "王")) == 1
    await roomy.passes(1)
    (_, digest) = rows_to(roomy, "王")
    assert keys(digest) == ["digest-head", "digest-promise", "digest-done"]
    assert digest.reply is not None
    assert [[button.data for button in row] for row in digest.reply.buttons] == [["photos:3", "thanks:3"], ["notices"]]
    await roomy.passes(24 * HOUR, step_s=HOUR)
    assert len(rows_to(roomy, "王")) == 2


async def test_what_fell_due_while_nobody_worked_is_told_once_afterwards(roomy: PostOffice) -> None:
    await three_answers(roomy)
    await roomy.passes(3 * 24 * HOUR)
    assert [keys(row)[0] for row in rows_to(roomy, "王")] == ["notice-reply", "digest-head"]


async def test_what_fell_due_by_day_and_is_found_at_night_waits_until_the_morning(roomy: PostOffice) -> None:
    await three_answers(roomy)
    await roomy.passes(14 * HOUR)  # at once: nobody worked in the evening
    assert [keys(row)[0] for row in rows_to(roomy, "王")] == ["notice-reply"]
    await roomy.passes(9 * HOUR)
    assert [keys(row)[0] for row in rows_to(roomy, "王")] == ["notice-reply", "digest-head"]


async def test_a_digest_of_one_reads_as_the_news_itself(roomy: PostOffice) -> None:
    author, speaker = roomy.store.person("王"), roomy.store.person("陈主任")
    wish = roomy.store.wish(author, roomy.store.building())
    for kind in (AnswerKind.REPLY, AnswerKind.DECLINE):
        await answered(roomy, wish, speaker, kind)
    await roomy.passes(10 * HOUR)
    assert [keys(row) for row in rows_to(roomy, "王")] == [["notice-reply"], ["notice-decline"]]


async def test_at_night_it_waits_until_the_morning_and_who_talks_is_answered_meanwhile(roomy: PostOffice) -> None:
    author, speaker = roomy.store.person("王"), roomy.store.person("陈主任")
    wish = roomy.store.wish(author, roomy.store.building())
    await roomy.passes(14 * HOUR)  # 23:00
    await answered(roomy, wish, speaker, AnswerKind.REPLY)
    roomy.queue.say(roomy.store.private(author), Reply(()))
    await roomy.settles()
    assert [row.state.value for row in roomy.queue.rows if row.chat == roomy.store.private(author)] == ["sent"]
    assert rows_to(roomy, "王") == []
    await roomy.passes(9 * HOUR)
    assert [keys(row) for row in rows_to(roomy, "王")] == [["notice-reply"]]


@pytest.mark.parametrize(
    ("for_all", "for_wish", "told"),
    [
        (None, Attention.AT_ONCE, [0, 0, 0]),
        (Attention.AT_ONCE, None, [0, 0, 0]),
        (Attention.AT_ONCE, Attention.MUTED, [0]),
        (Attention.MUTED, None, []),
        (Attention.MUTED, Attention.AT_ONCE, [0, 0]),
        (Attention.WEEKLY, None, [6]),
        (Attention.WEEKLY, Attention.AT_ONCE, [0, 0, 6]),
    ],
)
async def test_each_is_told_as_they_chose(
    roomy: PostOffice, for_all: Attention | None, for_wish: Attention | None, told: list[int]
) -> None:
    """`told`: the day of each message; of three answers two are about the wish that has a setting of its own."""
    author = roomy.store.person("王")
    speaker = roomy.store.person("陈主任")
    wishes = [roomy.store.wish(author, roomy.store.building()) for _ in range(2)]
    chosen = {(author.id, None): for_all, (author.id, wishes[0].id): for_wish}
    roomy.store.attention = {about: setting for about, setting in chosen.items() if setting is not None}
    for wish, kind in ((0, AnswerKind.REPLY), (1, AnswerKind.REPLY), (0, AnswerKind.DECLINE)):
        await answered(roomy, wishes[wish], speaker, kind)
    days: list[int] = []
    for day in range(8):
        await roomy.passes(24 * HOUR, step_s=8 * HOUR)
        days += [day] * (len(rows_to(roomy, "王")) - len(days))
    assert days == told
    told_or_muted = len(rows_to(roomy, "王")) + len(roomy.queue.skips)
    assert {reason for _, _, reason in roomy.queue.skips} <= {"muted"}
    assert told_or_muted == (1 if for_all is Attention.WEEKLY and for_wish is None else 3)


async def test_who_mutes_what_waits_is_not_told_and_who_left_neither(roomy: PostOffice) -> None:
    author, speaker, wishes = await three_answers(roomy)
    roomy.store.attention[author.id, wishes[0].id] = Attention.MUTED
    joiner = roomy.store.person("李")
    for wish in wishes:
        roomy.store.follow(wish, joiner, Stance.JOIN)
    later = [await answered(roomy, wish, speaker, AnswerKind.DECLINE) for wish in (wishes[0], wishes[1], wishes[1])]
    roomy.store.followers[wishes[1].id] = []
    await roomy.passes(10 * HOUR)
    assert [keys(row) for row in rows_to(roomy, "王")] == [
        ["notice-reply"],
        ["digest-head", "digest-promise", "digest-decline", "digest-decline"],
    ]
    assert [keys(row) for row in rows_to(roomy, "李")] == [["notice-decline"]]
    reasons = Counter(reason for _, person_id, reason in roomy.queue.skips if person_id == joiner.id)
    assert reasons == {"not-concerned": 2}
    assert (later[0], author.id, "muted") in roomy.queue.skips


async def test_who_blocks_the_bot_meanwhile_is_skipped_with_the_reason(roomy: PostOffice) -> None:
    author, _, _ = await three_answers(roomy)
    private = roomy.store.private(author)
    roomy.store.chats[private.id] = replace(private, present=False)
    await roomy.passes(10 * HOUR)
    assert len(rows_to(roomy, "王")) == 1
    assert [reason for _, _, reason in roomy.queue.skips] == ["blocked", "blocked"]


async def test_what_is_urgent_comes_by_itself_even_to_who_muted_all(roomy: PostOffice) -> None:
    speaker = roomy.store.person("陈主任")
    wish = roomy.store.wish(roomy.store.person("王"), roomy.store.building())
    roomy.store.attention[speaker.id, None] = Attention.MUTED
    roomy.queue.put(AnswerTooLate(wish.id, speaker.id))
    await roomy.settles()
    await roomy.passes(14 * HOUR)
    for _ in range(2):
        roomy.queue.put(AnswerTooLate(wish.id, speaker.id))
    await roomy.settles()
    assert len(rows_to(roomy, "陈主任")) == 1
    await roomy.passes(9 * HOUR)
    assert [keys(row) for row in rows_to(roomy, "陈主任")] == [["notice-answer-too-late"]] * 3


async def test_a_digest_that_breaks_is_tried_again_and_silences_no_other(roomy: PostOffice) -> None:
    author, speaker, wishes = await three_answers(roomy)
    other = roomy.store.person("李")
    for wish in wishes:
        roomy.store.follow(wish, other, Stance.JOIN)
        await answered(roomy, wish, speaker, AnswerKind.DECLINE)
    roomy.store.fails = 1
    await roomy.passes(10 * HOUR)
    told = [len(rows_to(roomy, name)) for name in ("王", "李")]
    assert told == [1, 2]
    await roomy.passes(31)
    assert len(rows_to(roomy, author.name)) == 2


# ---- how it reads -------------------------------------------------------------------------------------------------

PERSON = Person(1, 501, "王")


def wish_of(wish_id: int, words: str = "三楼的灯坏了") -> Wish:
    return Wish(
        wish_id, "linyuan", wish_id + 11, Kind.WANT, words, Place("3"), Category.REPAIR, Visibility.PUBLIC, State.OPEN,
        9, "王", 1, NOON, None,
    )  # fmt: skip


@st.composite
def pieces(draw: st.DrawFn) -> tuple[int, AnswerKind | None, str, bool]:
    """A wish, what came of it (None: thanks), in which words, with a photo."""
    words = draw(st.sampled_from(["", "下周换", "很长" * 400, "🛗" * 400, "<b>&" * 200]))
    return draw(st.integers(1, 6)), draw(st.sampled_from(AnswerKind) | st.none()), words, draw(st.booleans())


def news_of(made: list[tuple[int, AnswerKind | None, str, bool]]) -> list[News]:
    told = []
    for number, (wish_id, kind, words, photo) in enumerate(made, 1):
        answer = Answer(
            number, wish_id, kind or AnswerKind.DONE, words, date(2026, 3, 20), ("p",) if photo else (),
            Speaker(9, "陈主任", Body.COMMITTEE), 9, NOON,
        )  # fmt: skip
        notice = WishAnswered(wish_id, number) if kind else WishThanked(wish_id, number, 1)
        telling = Telling(number, 100 + number, notice, 1, "linyuan", wish_id, False, NOON)
        facts = Facts(wish_of(wish_id, "长" * 900), answer, Person(number, number, f"邻居{number}"))
        hearing = HEARINGS[type(notice)]
        assert hearing is not None
        told.append(News(telling, facts, hearing))
    return told


@settings(deadline=None)
@given(st.lists(pieces(), min_size=1, max_size=60))
def test_every_piece_of_news_is_in_exactly_one_message_that_fits(
    made: list[tuple[int, AnswerKind | None, str, bool]],
) -> None:
    news = news_of(made)
    parts = parts_of(news)
    assert sorted(each.telling.id for part in parts for each in part.news) == list(range(1, len(news) + 1))
    in_order = [each.telling.wish_id for part in parts for each in part.news]
    assert list(dict.fromkeys(in_order)) == list(dict.fromkeys(wish_id for wish_id, *_ in made))
    renderer = Renderer(Catalog.load(strict=True), "wishwell_bot")
    for number, part in enumerate(parts, 1):
        reply = message_of(part, number=number, parts=len(parts))
        assert len(part.entries) <= MOST_ENTRIES
        for language in ("zh", "en"):
            text = plain(renderer.render(reply, language=language).text)
            assert units(text) <= 4096
            if len(part.news) > 1:
                for each in part.news:
                    words = each.facts.answered().words if isinstance(each.telling.notice, WishAnswered) else ""
                    assert words in text, "what was said stands there whole"


def test_many_thanks_for_one_wish_are_one_line_with_every_name() -> None:
    (part,) = parts_of(news_of([(1, None, "", False), (2, AnswerKind.REPLY, "好", False), (1, None, "", False)]))
    reply = message_of(part, number=1, parts=1)
    assert [line.key for line in reply.lines] == ["digest-head", "digest-thanked", "digest-reply"]
    assert reply.lines[1].args["names"] == Texts(("邻居1", "邻居3"))
