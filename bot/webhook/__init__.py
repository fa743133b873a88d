"""Telegram comes to us: updates by HTTP, kept before they are confirmed; health and numbers for whoever runs it."""

from bot.webhook.address import Address, WrongAddress
from bot.webhook.gathering import Gathering
from bot.webhook.metrics import Metrics
from bot.webhook.registration import polling_allowed
from bot.webhook.serving import Door
from bot.webhook.webhook import Webhook, secret_of

__all__ = ["Address", "Door", "Gathering", "Metrics", "Webhook", "WrongAddress", "polling_allowed", "secret_of"]
