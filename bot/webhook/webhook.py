"""The whole of it, as the composition root opens and closes it."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
from functools import partial

import structlog

from bot.ports import Ambiguous, Clock, Gone, Nursery, Rejected, Retry, Rides, Touch, Webhooks
from bot.webhook.address import Address
from bot.webhook.application import Counts, Endpoints
from bot.webhook.gathering import MOST_WAITING, Gathering, Keep
from bot.webhook.lookout import Lookout
from bot.webhook.metrics import Metrics
from bot.webhook.registration import insisting
from bot.webhook.serving import Door

REMOVED_WITHIN_S = 1.0  #: real seconds; one that stays set is removed or set anew at the next start

_log = structlog.get_logger(__name__)


def secret_of(token: str) -> str:
    """What Telegram shows us where nobody chose a secret: the same in every process of one bot, new with its token."""
    return hmac.new(token.encode(), b"wishwell webhook", hashlib.sha256).hexdigest()


class Webhook:
    """`keep`, `touch`: see `Gathering`; `waiting`, `rides`: see `Endpoints`."""

    def __init__(
        self,
        address: Address,
        *,
        listen: tuple[str, int],
        secret: str,
        telegram: Webhooks,
        kinds: tuple[str, ...],
        keep: Keep,
        waiting: Counts,
        touch: Touch,
        clock: Clock,
        rides: Rides | None = None,
        most_waiting: int = MOST_WAITING,
    ) -> None:
        self._address, self._telegram = address, telegram
        self._secret = secret
        metrics = Metrics(kinds)
        self.gathering = Gathering(keep, metrics, touch, most_waiting=most_waiting)
        self._touch, self._lookout = touch, Lookout(telegram=telegram, touch=touch, clock=clock)
        self._endpoints = Endpoints(
            secret=self._secret, gathering=self.gathering, metrics=metrics, waiting=waiting, rides=rides
        )
        self._door = Door(self._endpoints.app(address.path), host=listen[0], port=listen[1])

    async def open(self, nursery: Nursery, *, stop: asyncio.Event) -> None:
        """Listen first, then tell Telegram.

        Raises:
            SettingsError: the port cannot be taken.
            Rejected, Gone: Telegram refuses the address.
        """
        port = self._door.bind()
        nursery.start(self.gathering.run(), name="gathering")
        nursery.start(self._door.open(), name="webhook")
        await self._door.listens.wait()
        register = partial(self._telegram.set_webhook, self._address.url, secret=self._secret)
        await insisting(register, stop=stop, what="setWebhook")
        _log.info("webhook_listens", port=port)
        if not stop.is_set():
            await self._touch.met()
            nursery.keep(self._lookout.run, name="lookout")

    async def close(self, *, remove: bool = True) -> None:
        """Ask Telegram to bring no more, answer what is under way, then close. What waits at Telegram stays there.

        Without `remove` Telegram goes on: other processes answer behind the same address.
        """
        self._endpoints.stopping = True
        if remove:
            await self._remove()
        await self._door.close()

    async def _remove(self) -> None:
        try:
            async with asyncio.timeout(REMOVED_WITHIN_S):
                await self._telegram.delete_webhook()
        except (Retry, Ambiguous, Gone, Rejected, TimeoutError) as why:
            _log.warning("webhook_not_removed", reason=type(why).__name__)
