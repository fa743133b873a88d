"""The outbox worker: who hears what, pacing, retry, slots."""

from bot.delivery.pacing import Limits
from bot.delivery.worker import Delivery

__all__ = ["Delivery", "Limits"]
