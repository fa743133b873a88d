"""Inbox row -> Actor -> route or dialog -> Reply, in one unit of work."""

from bot.dispatch.dispatcher import Dispatcher, Front
from bot.dispatch.lanes import Lanes

__all__ = ["Dispatcher", "Front", "Lanes"]
