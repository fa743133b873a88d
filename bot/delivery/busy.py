"""While a picture is drawn or a file is made, whoever waits sees in their app that it is on its way."""

from __future__ import annotations

import structlog

from bot.ports import Ambiguous, Gone, Moved, Parcel, Rejected, Retry, Transport

log = structlog.get_logger(__name__)


async def show_busy(parcel: Parcel, transport: Transport, *, with_file: bool) -> None:
    """Once, for the seconds that Telegram shows it. That it is not shown is no loss: what is made is sent anyway."""
    thread_id = parcel.reply.thread_id if parcel.reply else None
    try:
        await transport.show_busy(parcel.chat.telegram_id, with_file=with_file, topic_id=thread_id)
    except (Retry, Ambiguous, Gone, Moved, Rejected) as error:
        log.info("not_shown_busy", chat_id=parcel.chat.id, reason=str(error) or type(error).__name__)
