"""What has happened, as past facts. `delivery/notices.py` says who hears each of them, and how."""

from __future__ import annotations

import msgspec


class WishFiled(msgspec.Struct, frozen=True, tag="wish-filed"):
    """A wish got its number: its card goes to the group (unless committee-only) and to the staff chat."""

    wish_id: int


class WishChanged(msgspec.Struct, frozen=True, tag="wish-changed"):
    """Counts or hands changed: the cards are drawn anew, nobody is written to."""

    wish_id: int


class WishAnswered(msgspec.Struct, frozen=True, tag="wish-answered"):
    """A body answered: the cards change; author and followers are told once each, in private."""

    wish_id: int
    answer_id: int


class WishThanked(msgspec.Struct, frozen=True, tag="wish-thanked"):
    """A neighbour said thanks: who reported it done is told."""

    wish_id: int
    answer_id: int
    person_id: int


class WishSaidTwice(msgspec.Struct, frozen=True, tag="wish-said-twice"):
    """The author ended a wish as the same as another: who follows it is asked whether they follow that one too."""

    wish_id: int
    other_id: int


Notice = WishFiled | WishChanged | WishAnswered | WishThanked | WishSaidTwice
