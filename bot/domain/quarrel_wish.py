"""What a wish is while it is a quarrel, and when it is a wish again. Pure."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import Any

from bot.domain import wishes
from bot.domain.places import Place
from bot.domain.quarrels import Quarrel
from bot.domain.whereabouts import whereabouts_of
from bot.domain.wishes import Category, State, Visibility, Wish


def silent(wish: Wish, *, photo: str | None) -> Wish:
    """The wish as a number. `photo`: key of the picture that stands in for its own, if it has one."""
    return wishes.gone(wish, photo=photo, words=wishes.WITH_MEDIATOR)


def kept(wish: Wish) -> str:
    """What the wish was besides its words, JSON, so that it can be that again."""
    was = {"visibility": wish.visibility.value, "category": wish.category.value, "place": asdict(wish.place)}
    return json.dumps(was, ensure_ascii=False)


def again(wish: Wish, quarrel: Quarrel, *, as_it_was: bool) -> Wish:
    """The wish that says again what it said, open, with no day on it.

    `as_it_was`: the staff was wrong, and it never was a quarrel. Otherwise the committee alone sees it from now on.
    """
    was: dict[str, Any] = json.loads(quarrel.before) if quarrel.before else {}
    place = Place(**was["place"]) if was else wish.place
    return replace(
        wish,
        words=quarrel.words,
        place=place,
        where=whereabouts_of(quarrel.words, place),
        category=Category(was["category"]) if was else wish.category,
        visibility=Visibility(was["visibility"]) if was and as_it_was else Visibility.COMMITTEE,
        photo=quarrel.photo,
        state=State.OPEN,
        next_date=None,
    )
