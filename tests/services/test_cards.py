"""What each card shows, by state, visibility and counts; and what it never shows."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.people import Person
from bot.domain.places import Place
from bot.domain.wishes import ENDED, AnswerKind, Counts, State, Visibility, Wish
from bot.messages import Button, Day, Mention, Reply, Spot, Term, Texts
from bot.services import cards
from bot.services.cards import Standing
from bot.texts.catalog import Catalog
from bot.texts.renderer import Renderer
from tests.services.cast import NOON
from tests.services.town import Town
from tests.services.wishes_made import DUE, NAMED_DAY, PROMISED, last_answer, made

WANG = Person(1, 501, "王阿姨（新名字）")
IN_SIGHT = [state for state in State if state is not State.WITHDRAWN]
NONE, SOME = Counts(), Counts(2, 1, 3, 4)
EVERY_WISH = [made(state=state, visibility=visibility) for state, visibility in product(IN_SIGHT, Visibility)]


def standing(wish: Wish, counts: Counts = NONE, author: Person = WANG) -> Standing:
    return Standing(author, counts, last_answer(wish))


def keys(card: Reply) -> list[str]:
    return [line.key for line in card.lines]


def args(card: Reply, key: str) -> dict[str, object]:
    [line] = [line for line in card.lines if line.key == key]
    return line.args


def buttons(card: Reply) -> list[list[str | None]]:
    return [[button.data for button in row] for row in card.buttons]


def everything(card: Reply) -> str:
    return msgspec.json.encode(card).decode()


def every_button(card: Reply) -> list[Button]:
    return [button for row in card.buttons for button in row]


# ---- the neighbours' card -------------------------------------------------------------------------------------------

STATE_LINES = {
    State.OPEN: ["card-open"],
    State.TAKEN: ["card-taken"],
    State.PROMISED: ["card-promise-words"],
    State.LATER: ["card-later-words"],
    State.RETURNED: ["card-returned"],
    State.DECLINED: ["card-decline-words"],
    State.ANSWERED: ["card-reply-words"],
    State.DONE: ["card-done-words"],
    State.WITHDRAWN: ["state-withdrawn"],
}
FOLLOW, HELP, THANKS = ["join:40", "support:40"], ["help:40", "report:40"], ["thanks:8", "report:40"]
DIFFER = ["differ:40"]
CARD_BUTTONS = {
    State.OPEN: [FOLLOW, HELP, DIFFER],
    State.TAKEN: [FOLLOW, HELP, DIFFER],
    State.PROMISED: [FOLLOW, HELP, DIFFER],
    State.LATER: [FOLLOW, HELP, DIFFER],
    State.RETURNED: [FOLLOW, HELP, DIFFER],
    State.DECLINED: [FOLLOW, ["report:40"]],
    State.ANSWERED: [FOLLOW, ["report:40"]],
    State.DONE: [THANKS],
    State.WITHDRAWN: [],
}


@pytest.mark.parametrize("state", IN_SIGHT)
def test_the_card_shows_where_the_wish_stands(state: State) -> None:
    wish = made(state=state)
    card = cards.wish_card(wish, standing(wish))
    assert keys(card) == ["card-head", "card-words", "card-place", "card-author", *STATE_LINES[state]]
    assert buttons(card) == CARD_BUTTONS[state]
    assert card.silent
    assert args(card, "card-head") == {"number": "12", "kind": Term("kind-want")}


@pytest.mark.parametrize("state", IN_SIGHT)
def test_a_card_bears_a_date_or_an_end(state: State) -> None:
    wish = made(state=state)
    shown = cards.state_lines(wish, last_answer(wish))[-1].args.get("day")
    assert shown == (None if state in ENDED else Day(PROMISED if state in NAMED_DAY else DUE))


def test_an_answer_bears_body_and_name() -> None:
    wish = made(state=State.DECLINED)
    assert args(cards.wish_card(wish, standing(wish)), "card-decline-words") == {
        "body": Term("body-committee"), "name": "李主任", "words": "周五来修",
    }  # fmt: skip


@pytest.mark.parametrize("kind", AnswerKind)
def test_an_answer_without_words_has_its_own_text(kind: AnswerKind) -> None:
    state = {AnswerKind.PROMISE: State.PROMISED, AnswerKind.DECLINE: State.DECLINED, AnswerKind.REPLY: State.ANSWERED,
             AnswerKind.LATER: State.LATER}  # fmt: skip
    answer = last_answer(made(state=state.get(kind, State.DONE)), words="")
    assert answer is not None
    assert cards.answer_line(answer).key == f"card-{kind}"
    assert "words" not in cards.answer_line(answer).args


def test_who_has_it_in_hand_is_named() -> None:
    wish = made(state=State.TAKEN)
    assert args(cards.wish_card(wish, standing(wish)), "card-taken") == {"name": "周经理", "day": Day(DUE)}


@given(st.integers(0, 3), st.integers(0, 3), st.integers(0, 3), st.integers(0, 3))
@settings(deadline=None)
def test_a_zero_is_never_shown(joined: int, supported: int, helping: int, thanked: int) -> None:
    shown = cards.counted(Counts(joined, supported, helping, thanked))
    numbers = {"joined": joined, "supported": supported, "helping": helping, "thanked": thanked}
    expected = tuple(Term(f"count-{name}", {"n": n}) for name, n in numbers.items() if n > 0)
    assert [line.args for line in shown] == ([{"counts": Texts(expected)}] if expected else [])


@pytest.mark.parametrize("wish", EVERY_WISH, ids=lambda wish: f"{wish.state}-{wish.visibility}")
def test_both_cards_end_with_the_counts(wish: Wish) -> None:
    for draw in (cards.wish_card, cards.desk_card):
        assert keys(draw(wish, standing(wish, SOME))) == [*keys(draw(wish, standing(wish))), "card-counts"]


# ---- what neighbours never see --------------------------------------------------------------------------------------


@pytest.mark.parametrize("state", IN_SIGHT)
@pytest.mark.parametrize("may_be_mentioned", [False, True])
def test_without_a_name_neither_name_nor_floor_nor_door_leaks(state: State, may_be_mentioned: bool) -> None:
    wish = made(state=state, visibility=Visibility.NAMELESS)
    author = replace(WANG, may_be_mentioned=may_be_mentioned, username="auntie_wang")
    card = cards.wish_card(wish, standing(wish, SOME, author))
    shown = everything(card)
    for secret in ("王阿姨", "auntie_wang", "501", "702", '"2"', '"floor":7'):
        assert secret not in shown, secret
    assert args(card, "card-place")["place"] == Spot("3")
    assert "card-nameless" in keys(card)
    assert "card-author" not in keys(card)


def test_without_a_name_and_without_a_building_no_place_is_shown() -> None:
    wish = made(visibility=Visibility.NAMELESS, place=Place(floor=7, door="702"))
    assert "card-category" in keys(cards.wish_card(wish, standing(wish)))


def test_an_author_is_linked_to_only_if_they_allowed_it() -> None:
    wish = made()
    assert args(cards.wish_card(wish, standing(wish)), "card-author") == {"name": "王阿姨"}
    linked = cards.wish_card(wish, standing(wish, author=replace(WANG, may_be_mentioned=True)))
    assert args(linked, "card-author") == {"name": Mention("王阿姨", 501)}


def test_who_has_a_promised_wish_in_hand_is_told_to_the_staff_alone() -> None:
    wish = made(state=State.PROMISED, taken_by=5, taken_by_name="周经理")
    assert args(cards.desk_card(wish, standing(wish)), "desk-taken") == {"name": "周经理"}
    assert "周经理" not in everything(cards.wish_card(wish, standing(wish)))


# ---- the staff's card -----------------------------------------------------------------------------------------------

ANSWER = ["answer:40", "more:40"]


@pytest.mark.parametrize("state", IN_SIGHT)
@pytest.mark.parametrize("taken", [False, True])
def test_a_wish_can_be_taken_until_it_is_taken_or_has_ended(state: State, taken: bool) -> None:
    wish = made(state=state, **({"taken_by": 5, "taken_by_name": "周经理"} if taken else {}))
    can_be_taken = wish.taken_by is None and not wish.has_ended
    if wish.has_ended:
        wanted = [["more:40"] if state is State.WITHDRAWN else ANSWER]
    else:
        wanted = [[*(["take:40"] if can_be_taken else []), "answer:40", "refer:40:property"], ["more:40"]]
    assert buttons(cards.desk_card(wish, standing(wish))) == wanted


@pytest.mark.parametrize(
    ("visibility", "author", "says_how_it_was_filed"),
    [
        (Visibility.PUBLIC, "card-author", False),
        (Visibility.NAMELESS, "desk-nameless", True),
        (Visibility.COMMITTEE, "card-author", True),
    ],
)
def test_the_staff_see_the_whole_place_and_the_name_unless_it_was_kept_back(
    visibility: Visibility, author: str, says_how_it_was_filed: bool
) -> None:
    wish = made(visibility=visibility)
    card = cards.desk_card(wish, standing(wish, author=replace(WANG, may_be_mentioned=True)))
    assert args(card, "card-place")["place"] == Spot("3", "2", 7, "702")
    assert author in keys(card)
    assert ("desk-visibility" in keys(card)) == says_how_it_was_filed
    assert ("王阿姨" in everything(card)) == (author == "card-author")
    assert "501" not in everything(card), "the staff chat calls nobody"


# ---- pictures, buttons, words ---------------------------------------------------------------------------------------


def test_the_picture_is_the_wishes_until_there_is_one_that_it_is_done() -> None:
    for state in IN_SIGHT:
        wish = made(state=state, photo="before")
        expected = ("done-1",) if state is State.DONE else ("before",)
        assert cards.wish_card(wish, standing(wish)).photos == expected
        assert cards.desk_card(wish, standing(wish)).photos == ("before",)
    plain = made()
    assert cards.wish_card(plain, standing(plain)).photos == ()


def test_no_button_is_longer_than_telegram_carries() -> None:
    for state in State:
        wish = made(state=state, id=2**63 - 1)
        last = last_answer(wish)
        told = Standing(WANG, SOME, replace(last, id=2**63 - 1) if last else None)
        for button in (*every_button(cards.wish_card(wish, told)), *every_button(cards.desk_card(wish, told))):
            assert button.data is not None
            assert 1 <= len(button.data.encode()) <= 64


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_card_can_be_said_in_both_languages(language: str) -> None:
    renderer = Renderer(Catalog.load(strict=True), "wishwell_bot", today=NOON.date)
    for wish in EVERY_WISH:
        for draw in (cards.wish_card, cards.desk_card):
            said = renderer.render(draw(wish, standing(wish, SOME)), language=language)
            assert "走廊的灯坏了" in said.text
            assert all(button.label for row in said.buttons for button in row)


# ---- in which chat --------------------------------------------------------------------------------------------------


async def test_a_card_is_drawn_in_its_own_estate_as_the_wish_stands_now(town: Town) -> None:
    wish = await town.files()
    await town.follows("chen", wish)
    async with town.store.units.reading() as uow:
        card = await cards.compose(cards.wish_slot(wish.id), chat=town.chat("building3"), uow=uow, now=NOON)
        desk = await cards.compose(cards.desk_slot(wish.id), chat=town.chat("staff"), uow=uow, now=NOON)
        assert card is not None
        assert desk is not None
        assert args(card, "card-counts") == args(desk, "card-counts") == {
            "counts": Texts((Term("count-joined", {"n": 1}),))
        }  # fmt: skip
        for group in (town.chat("riverside"), town.chat("unbound")):
            for slot in (cards.wish_slot(wish.id), cards.desk_slot(wish.id)):
                assert await cards.compose(slot, chat=group, uow=uow, now=NOON) is None


async def test_a_wish_for_the_committee_alone_has_no_card_but_the_staffs(town: Town) -> None:
    wish = await town.files(visibility=Visibility.COMMITTEE)
    async with town.store.units.reading() as uow:
        for group in (town.chat("building3"), town.chat("building5"), town.chat("staff")):
            assert await cards.compose(cards.wish_slot(wish.id), chat=group, uow=uow, now=NOON) is None
        assert await cards.compose(cards.desk_slot(wish.id), chat=town.chat("staff"), uow=uow, now=NOON) is not None


async def test_the_staffs_card_is_drawn_in_the_staff_chat_alone(town: Town) -> None:
    """Also when that chat was bound to a building after the card was wanted."""
    wish = await town.files(visibility=Visibility.COMMITTEE)
    rebound = replace(town.chat("staff"), purpose=town.chat("building3").purpose)
    async with town.store.units.reading() as uow:
        for group in (town.chat("building3"), rebound):
            assert await cards.compose(cards.desk_slot(wish.id), chat=group, uow=uow, now=NOON) is None


@pytest.mark.parametrize("slot", ["menu", "dialog:3", "", "wishes:1"])
async def test_other_messages_are_no_cards(town: Town, slot: str) -> None:
    async with town.store.units.reading() as uow:
        assert await cards.compose(slot, chat=town.chat("building3"), uow=uow, now=NOON) is None
