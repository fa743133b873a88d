"""Asking Telegram every minute how it goes: by webhook nothing else tells a quiet hour from an hour out of reach."""

from __future__ import annotations

from datetime import timedelta

from bot.ports import Ambiguous, Clock, Gone, Rejected, Retry, Touch, Webhooks, WebhookStanding

LOOK_EVERY = timedelta(seconds=60)


class Lookout:
    def __init__(self, *, telegram: Webhooks, touch: Touch, clock: Clock) -> None:
        self._telegram, self._touch, self._clock = telegram, touch, clock

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            await self._clock.sleep_until(self._clock.now() + LOOK_EVERY)
            await self.look()

    async def look(self) -> None:
        """Tell `touch` what Telegram says. To be asked to wait (429) is no evidence of anything."""
        try:
            standing = await self._telegram.webhook_standing()
        except Retry as why:
            if not why.flood:
                self._touch.missed()
        except (Ambiguous, Gone, Rejected):
            self._touch.missed()
        else:
            await self._heard(standing)

    async def _heard(self, standing: WebhookStanding) -> None:
        failed_at = standing.failed_at
        if failed_at is not None and self._touch.met_at is not None:
            last = self._touch.met_at.replace(microsecond=0)  # Telegram's moments are whole seconds
            if failed_at > last or (standing.waiting and failed_at == last):
                self._touch.missed(failed_at)
                if standing.waiting:  # it still does not get through
                    return
        await self._touch.met()
