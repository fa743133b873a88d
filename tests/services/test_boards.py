"""What a board shows, and what it never does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import shortening
from bot.domain.daily import LINES_A_BOARD
from bot.domain.places import Place
from bot.domain.topics import TopicUse
from bot.domain.wishes import MAX_CHARS, Category, Display, Draft, Kind, State, Visibility, Wish, gone
from bot.messages import Day
from bot.services import boards, filing
from bot.texts.fitting import columns, plain, units
from bot.texts.renderer import Renderer
from tests.services.cast import NOON
from tests.services.town import Town, texts
from tests.services.wishes_made import DUE, PROMISED, made

MONDAY = date(2026, 3, 9)
SLOT = "board:2026-03-11:1"


@pytest.mark.parametrize("state", State)
def test_a_line_says_where_its_wish_stands(state: State) -> None:
    shown = boards.wish_line(made(state=state), 2)
    assert shown.key == f"board-line-{state}"
    if state is State.WITHDRAWN:
        assert shown.args == {"number": "12"}
        return
    days = {State.PROMISED: PROMISED, State.LATER: PROMISED, State.RETURNED: DUE}
    day = {"day": Day(days[state])} if state in days else {}
    assert shown.args == {"number": "12", "words": "走廊的灯坏了", "joined": 2, **day}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("state", State)
def test_a_full_board_of_long_wishes_fits_a_message_and_its_buttons_a_row(state: State, language: str) -> None:
    wishes = [(made(state=state, id=n, number=900 + n, words="灯" * MAX_CHARS), 300) for n in range(LINES_A_BOARD)]
    board = boards.board(MONDAY, 12, wishes)
    assert board is not None
    shown = Renderer(texts(), "wishwell_bot").render(board, language=language)
    assert units(plain(shown.text)) < 4096
    assert ("灯" * 23 + "…" in shown.text) == (state is not State.WITHDRAWN), "not cut any further"
    silent = state in (State.DONE, State.WITHDRAWN)
    assert sum(len(row) for row in shown.buttons) == (0 if silent else LINES_A_BOARD)
    assert all(columns(button.label) <= 14 for row in shown.buttons for button in row)


@given(st.text(min_size=1, max_size=200))
def test_words_are_cut_to_a_line(words: str) -> None:
    cut = boards.shortened(words)
    assert "\n" not in cut
    assert shortening._columns(cut) <= shortening.LINE_COLUMNS
    assert cut == " ".join(words.split()) or cut.endswith("…")


def test_an_empty_board_is_no_message() -> None:
    assert boards.board(MONDAY, 1, []) is None


async def test_without_a_name_no_line_tells_whose_it_is_or_where(town: Town) -> None:
    wishes = [await _filed(town, visibility=Visibility.NAMELESS) for _ in range(6)]
    board = await _composed(town, SLOT)
    assert board is not None
    shown = msgspec.json.encode(board).decode()
    assert str(wishes[5].number) in shown
    for secret in ("王阿姨", "501", "302", '"floor"'):
        assert secret not in shown


async def test_a_board_is_drawn_from_the_store_for_its_own_chat_alone(town: Town) -> None:
    wishes = [await _filed(town) for _ in range(7)]
    await town.follows("chen", wishes[6])
    board = await _composed(town, SLOT)
    assert board is not None
    assert [line.args.get("joined") for line in board.lines] == [None, 0, 1, None]
    assert (board.silent, board.topic, board.slot) == (True, TopicUse.BOARD, None)
    assert await _composed(town, SLOT, chat="building5") is None
    assert await _composed(town, "board:2026-03-11:2") is None
    async with town.store.units.reading() as uow:
        assert [await boards.slot_of(wish, uow) for wish in wishes] == [
            *(f"wish:{wish.id}" for wish in wishes[:5]),
            SLOT,
            SLOT,
        ]


@pytest.mark.parametrize("display", [Display.CHECKING, Display.REMOVED])
def test_of_what_is_out_of_sight_the_number_is_left(display: Display) -> None:
    board = boards.board(MONDAY, 1, [(made(display=display), 2)])
    assert board is not None
    assert [(line.key, line.args) for line in board.lines[1:-1]] == [(f"board-line-{display}", {"number": "12"})]
    assert board.buttons == ()


async def test_a_wish_that_goes_with_its_author_leaves_its_number(town: Town) -> None:
    wishes = [await _filed(town) for _ in range(6)]
    async with town.store.units.writing() as uow:
        await uow.wishes.save(gone(wishes[5], photo=None))
    board = await _composed(town, SLOT)
    assert board is not None
    assert board.lines[1].key == "board-line-gone"


async def test_what_is_public_no_more_leaves_its_line(town: Town) -> None:
    wishes = [await _filed(town) for _ in range(7)]
    async with town.store.units.writing() as uow:
        await uow.wishes.save(replace(wishes[5], visibility=Visibility.COMMITTEE))
    board = await _composed(town, SLOT)
    assert board is not None
    assert [line.args.get("number") for line in board.lines[1:-1]] == [str(wishes[6].number)]


async def test_committee_only_takes_no_place_and_a_topic_gives_everybody_a_card(town: Town) -> None:
    chat = town.chat("building3")
    for _ in range(6):
        await _filed(town, visibility=Visibility.COMMITTEE)
    async with town.store.units.writing() as uow:
        await uow.topics.choose(chat.id, TopicUse.WISHES, 77)
    wishes = [await _filed(town) for _ in range(8)]
    async with town.store.units.reading() as uow:
        postings = [await uow.postings.of(wish.id) for wish in wishes]
        assert [posting and (posting.position, posting.board) for posting in postings] == [
            (n, None) for n in range(1, 9)
        ]
        card = await boards.compose(f"wish:{wishes[0].id}", chat=chat, uow=uow, now=NOON)
        assert card is not None
        assert card.topic is TopicUse.WISHES


async def _filed(town: Town, visibility: Visibility = Visibility.PUBLIC) -> Wish:
    home = town.chat("building3")
    draft = Draft(Kind.WANT, "灯坏了", Place("3", "2", 3, "302"), Category.REPAIR, visibility)
    async with town.store.units.writing() as uow:
        return await filing.file_wish(
            actor=town.actor("wang", home), draft=draft, chat_id=home.id, uow=uow, now=town.clock.now(), another=True
        )


async def _composed(town: Town, slot: str, chat: str = "building3"):
    async with town.store.units.reading() as uow:
        return await boards.compose(slot, chat=town.chat(chat), uow=uow, now=NOON)
