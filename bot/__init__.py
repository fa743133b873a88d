"""Wishwell (邻愿): a Telegram bot for the group chats of residential buildings."""

__version__ = "0.2.0"
