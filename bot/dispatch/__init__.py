"""Inbox row -> Actor -> route or dialog -> Reply, in one unit of work."""

from bot.dispatch.dispatcher import Dispatcher
from bot.dispatch.front import Front
from bot.dispatch.lanes import Lanes

__all__ = ["Dispatcher", "Front", "Lanes"]
