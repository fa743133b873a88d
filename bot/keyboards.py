"""What stands around a message, in the types of python-telegram-bot: its buttons, an open reply, what it answers."""

from __future__ import annotations

from telegram import ForceReply, InlineKeyboardButton, InlineKeyboardMarkup, ReplyParameters

from bot.messages import Reply
from bot.ports import Rendered


def reply_to(reply: Reply) -> ReplyParameters | None:
    """Sent as well if the message it answers is gone."""
    if reply.answers is None:
        return None
    return ReplyParameters(message_id=reply.answers, allow_sending_without_reply=True)


def markup(message: Rendered, reply: Reply) -> InlineKeyboardMarkup | ForceReply | None:
    """Telegram takes one of the two: a message with buttons cannot ask for an answer as well."""
    if message.buttons or not reply.ask:
        return keyboard(message)
    return ForceReply(
        selective=True if reply.answers is not None else None,
        input_field_placeholder=message.placeholder,
    )


def keyboard(message: Rendered) -> InlineKeyboardMarkup | None:
    """The buttons below a message; None if there are none."""
    if not message.buttons:
        return None
    return InlineKeyboardMarkup(
        [
            [InlineKeyboardButton(button.label, callback_data=button.data, url=button.url) for button in row]
            for row in message.buttons
        ]
    )
