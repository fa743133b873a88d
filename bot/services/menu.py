"""The pinned card with its three buttons into the private chat."""

from __future__ import annotations

from bot.domain.people import Chat, Purpose
from bot.domain.topics import TopicUse
from bot.messages import Button, Line, Reply, line

MENU_SLOT = "menu"


def menu_buttons(chat: Chat) -> tuple[tuple[Button, ...], ...]:
    """By this chat's own deep links; none outside a building's group."""
    if chat.purpose is not Purpose.BUILDING or chat.link_code is None:
        return ()
    code = chat.link_code
    return (
        (Button("button-want", start=f"want-{code}"),),
        (Button("button-offer", start=f"offer-{code}"), Button("button-suggestion", start=f"suggestion-{code}")),
    )


def menu_card(chat: Chat, *, first: tuple[Line, ...] = ()) -> Reply:
    """Something broken, wanted, offered, an idea. `first`: said above it, once."""
    return Reply(
        (*first, line("menu-card")),
        buttons=menu_buttons(chat),
        slot=MENU_SLOT,
        fresh=True,
        silent=True,
        pin=True,
        topic=TopicUse.WISHES,
    )
