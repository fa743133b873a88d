"""Beginning a dialog from a command or a button, at the estate's pace."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.domain.house import House
from bot.messages import Actor, Say
from bot.ports import UnitOfWork
from conversations import talk
from conversations.engine import Dialog


async def begin(
    dialog: Dialog,
    actor: Actor,
    given: Mapping[str, Any],
    *,
    uow: UnitOfWork,
    now: datetime,
    house: House,
    message_id: int | None = None,
) -> tuple[Say, ...]:
    """See `talk.begin`. `message_id`: the person's own message; None after a press."""
    return await talk.begin(dialog, actor, given=given, uow=uow, now=now, message_id=message_id, pace=house.pace)
