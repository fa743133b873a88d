"""Sums as people write them. The patterns are CLDR's; the currency's name is a text of the catalog."""

from __future__ import annotations

from decimal import Decimal

from babel.numbers import format_decimal

from bot.messages import Money
from bot.texts.catalog import Catalog

_CENTS = 100  #: in a yuan


def money_text(money: Money, catalog: Catalog, language: str) -> str:
    """120,000元, 3,000.50 yuan: cents are shown where there are any."""
    pattern = "#,##0.00" if money.cents % _CENTS else "#,##0"
    yuan = format_decimal(Decimal(money.cents) / _CENTS, pattern, locale=language.replace("-", "_"))
    return catalog.text("money-yuan", {"amount": yuan}, language)
