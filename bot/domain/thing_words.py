"""Words about a thing: what comes before it, and whether they ask for money for it. Pure."""

from __future__ import annotations

import re

from bot.domain.folding import folded
from bot.domain.things import ThingKind

_COUNTED = r"\d[\d,.]*\s?(?:元|圆|rmb|cny|yuan|usd|dollars?|euros?)"
#: 五块 is five yuan, 五块木板 five boards.
_SAID = r"(?:\d+|[一二两三四五六七八九十百千]+)\s?块(?:钱|$|(?=[\s,，。.!！;；、就出给包]))"
_AMOUNT = rf"(?:[¥￥$€£]\s?\d[\d,.]*|{_COUNTED}|{_SAID})"
#: A price that only says what it was worth.
_WORTH = re.compile(
    r"(?:原价|原来|当时|买的?时候?|买来|花了?|值|市价|省|worth|cost|paid|originally|was)"
    rf"[^\d\n,，。;；]{{0,6}}{_AMOUNT}"
)
_NOT_SOLD = re.compile(
    r"不卖|不要钱|不收钱|免费|分文不取|not (?:for sale|selling)|no(?:t a)? price|free of charge|for free"
)
_PRICE = re.compile(_AMOUNT)
_SALE = re.compile(
    r"卖(?![部场点菜饭])|(?:出|转)售|转让费|低价|便宜(?:出|转|处理)|二手价|面议|出价|标价|价格|议价|几块钱|"
    r"\b(?:for sale|sell(?:ing)?|price|asking|best offer|obo|cheap)\b"
)


def asks_for_money(words: str) -> bool:
    """A price, or selling. "Free", "not for sale" and what it once cost are no price."""
    said = _NOT_SOLD.sub(" ", _WORTH.sub(" ", folded(words)))
    return bool(_PRICE.search(said) or _SALE.search(said))


_OPENINGS = {
    ThingKind.FOUND: re.compile(
        r"(?:我\s*)?(?:捡|撿|拾)到了?[\s:：,，]*|i(?:['’]ve| have)?(?: just)? found\s+", re.IGNORECASE
    ),
    ThingKind.LOST: re.compile(
        r"(?:我\s*)?(?:把\s*)?(?:丢|丟|遗失|丢失)了?[\s:：,，]*|i(?:['’]ve| have)?(?: just)? lost\s+", re.IGNORECASE
    ),
    ThingKind.GIVEAWAY: re.compile(r"(?:闲置|閒置|免费|免費)?送(?:人|出)?[\s:：,，]+", re.IGNORECASE),
}


def without_opening(words: str, kind: ThingKind) -> str:
    """The thing alone: its card says already that somebody found, lost, or gives it away."""
    opening = _OPENINGS[kind].match(words)
    return words[opening.end() :].strip() or words if opening else words
