"""Sums of money as people write them. Kept in cents (分) as integers: a fraction of a cent does not exist."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from bot.domain import project_refusals
from bot.domain.script import simplified

CENTS = 100  #: in a yuan
MOST_CENTS = 10**13  #: a hundred billion yuan: whoever writes more mistyped
MAX_CHARS = 40
_SCALES = {
    "": 1,
    "百": 100,
    "千": 1000,
    "万": 10_000,
    "百万": 1_000_000,
    "千万": 10_000_000,
    "亿": 100_000_000,
    "k": 1000,
    "thousand": 1000,
    "m": 1_000_000,
    "million": 1_000_000,
}
_PLAIN = r"\d+|\d{1,3}(?:,\d{3})+"
_AMOUNT = re.compile(
    rf"(?:¥|rmb|cny|人民币)?\s*(?P<number>(?:{_PLAIN})(?:\.\d+)?)\s*"
    r"(?P<scale>百万|千万|百|千|万|亿|k|m|thousand|million)?\s*"
    r"(?:元|块|块钱|元钱|圆|元整|yuan|rmb|cny)?"
)


def parse(words: str, *, zero: bool = False) -> int:
    """Cents out of 12万, 3,000.50元, 5000, ¥1.5万, 2 million yuan. `zero`: nothing at all is a sum as well.

    Raises:
        NotMoney: no sum, a sum below nothing, or one with fractions of a cent.
        TooMuchMoney: beyond what any estate will see.
    """
    said = " ".join(words.split())
    plain = simplified(unicodedata.normalize("NFKC", said)).casefold().strip()
    found = _AMOUNT.fullmatch(plain)
    if found is None or len(said) > MAX_CHARS:
        raise project_refusals.NotMoney(words=said[:MAX_CHARS])
    cents = Decimal(found["number"].replace(",", "")) * _SCALES[found["scale"] or ""] * CENTS
    if cents != cents.to_integral_value() or (cents == 0 and not zero):
        raise project_refusals.NotMoney(words=said[:MAX_CHARS])
    if cents > MOST_CENTS:
        raise project_refusals.TooMuchMoney
    return int(cents)
