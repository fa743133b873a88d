"""The promises over the labelled list; `make bench` prints the figures behind them, half by half."""

from __future__ import annotations

import pytest

from bench.similar import CONTRADICTORY, LEAST_PRECISION, LEAST_RECALL, Sentences, measure
from bot.domain.similarity import Verdict, judge
from bot.texts.concepts import shipped
from tests.similarity.labelled import Pair, pairs

LABELLED = pairs()


def named(pair: Pair) -> str:
    return f"{pair.first.words}|{pair.second.words}"


def test_the_list_is_long_enough_and_a_third_is_unseen() -> None:
    assert len(LABELLED) >= 300
    assert sum(pair.unseen for pair in LABELLED) * 3 >= len(LABELLED)
    assert len({named(pair) for pair in LABELLED}) == len(LABELLED)


def test_both_halves_hold_every_label() -> None:
    for held_out in (False, True):
        half = [pair for pair in LABELLED if pair.held_out is held_out]
        assert len(half) * 5 >= len(LABELLED) * 2
        assert {pair.label for pair in half} == {"same", "ask", "different"}


def test_no_unseen_topic_is_a_concept() -> None:
    concepts = {concept.name for concept in shipped().concepts}
    assert {pair.topic for pair in LABELLED if pair.unseen} & concepts == set()
    assert {pair.topic for pair in LABELLED if not pair.unseen} <= concepts


@pytest.mark.parametrize("pair", [pair for pair in LABELLED if pair.why in CONTRADICTORY], ids=named)
def test_what_contradicts_gets_no_card(pair: Pair) -> None:
    lexicon = shipped()
    assert not judge(pair.first.gist(lexicon), pair.second.gist(lexicon), lexicon).verdict.is_card


@pytest.mark.parametrize("pair", [pair for pair in LABELLED if pair.why == "floor" and not pair.unseen], ids=named)
def test_the_same_fault_on_another_floor_is_information(pair: Pair) -> None:
    lexicon = shipped()
    verdict = judge(pair.first.gist(lexicon), pair.second.gist(lexicon), lexicon).verdict
    assert verdict is Verdict.OTHER_FLOOR


@pytest.mark.parametrize("unseen", [False, True])
def test_precision_and_recall_are_as_promised(unseen: bool) -> None:
    seen = "unseen" if unseen else "known"
    got = measure([pair for pair in LABELLED if pair.unseen is unseen], Sentences(LABELLED, shipped()))
    assert got.contradictory == 0
    assert got.precision >= LEAST_PRECISION[seen]
    assert got.recall >= LEAST_RECALL[seen]


def test_a_card_that_asks_is_for_a_pair_that_leaves_something_open() -> None:
    lexicon = shipped()
    asking = [
        pair
        for pair in LABELLED
        if judge(pair.first.gist(lexicon), pair.second.gist(lexicon), lexicon).verdict is Verdict.ASK_PLACE
    ]
    assert sum(pair.label == "ask" for pair in asking) * 2 > len(asking)
