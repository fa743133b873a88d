"""Refusals: each is a class of its own, named like its text, and tells nobody's words to a log."""

from __future__ import annotations

import re

import pytest

from bot.domain import errors
from bot.domain.errors import Refused


def refusals(root: type[Refused] = Refused) -> list[type[Refused]]:
    return [each for child in root.__subclasses__() for each in (child, *refusals(child))]


ALL = refusals()


@pytest.mark.parametrize(
    ("refusal", "key"),
    [
        (errors.AlreadyCounted, "refused-already-counted"),
        (errors.NotADate, "refused-not-a-date"),
        (errors.NotTakenByYou, "refused-not-taken-by-you"),
        (errors.GroupLanguageIsTheStaffs, "refused-group-language-is-the-staffs"),
    ],
)
def test_a_refusal_is_named_like_its_text(refusal: type[Refused], key: str) -> None:
    assert refusal.text_key() == key


def test_no_two_refusals_share_a_text() -> None:
    keys = [refusal.text_key() for refusal in ALL]
    assert len(set(keys)) == len(keys)
    assert all(re.fullmatch(r"refused(-[a-z]+)+", key) for key in keys)


@pytest.mark.parametrize("refusal", ALL, ids=lambda refusal: refusal.__name__)
def test_a_refusal_says_what_it_is_and_what_it_carries(refusal: type[Refused]) -> None:
    assert refusal.__doc__
    assert refusal().variables == {}
    refused = refusal(number="12", words="三楼吵架")
    assert refused.variables == {"number": "12", "words": "三楼吵架"}


@pytest.mark.parametrize("refusal", ALL, ids=lambda refusal: refusal.__name__)
def test_what_is_logged_of_a_refusal_holds_nobodys_words(refusal: type[Refused]) -> None:
    refused = refusal(words="三楼吵架", name="王阿姨")
    assert str(refused) == refusal.__name__
    assert "三楼" not in repr(refused)


def test_whoever_may_not_do_it_is_told_so_in_one_family() -> None:
    assert issubclass(errors.GroupLanguageIsTheStaffs, errors.NotAllowed)
