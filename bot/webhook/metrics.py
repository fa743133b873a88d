"""What is counted for Prometheus: numbers only, of no chat and no person."""

from __future__ import annotations

import math

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

OTHER = "other"  #: a kind of update that we did not ask for
_KEPT_WITHIN_S = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)


class Metrics:
    """In a registry of its own, so that two bots in one process do not count together."""

    def __init__(self, kinds: tuple[str, ...]) -> None:
        self._kinds = kinds
        self._registry = registry = CollectorRegistry()
        self.received = Counter("wishwell_updates_received", "Updates by kind.", ["kind"], registry=registry)
        self.kept = Counter("wishwell_updates_kept", "Updates kept, also those kept before.", registry=registry)
        self.dropped = Counter("wishwell_updates_dropped", "Updates not addressed to the bot.", registry=registry)
        self.refused = Counter("wishwell_requests_refused", "Requests without the secret.", registry=registry)
        self.overloaded = Counter(
            "wishwell_requests_overloaded", "Requests sent away, to come again.", registry=registry
        )
        self.seconds = Histogram(
            "wishwell_update_kept_seconds", "From receipt to kept.", buckets=_KEPT_WITHIN_S, registry=registry
        )
        self._inbox = Gauge("wishwell_inbox_waiting", "Updates kept and not yet worked on.", registry=registry)
        self._outbox = Gauge("wishwell_outbox_waiting", "Messages not yet sent.", registry=registry)

    def count(self, update: dict[str, object]) -> None:
        """One more of its kind."""
        self.received.labels(next((kind for kind in self._kinds if kind in update), OTHER)).inc()

    def text(self, waiting: tuple[int, int] | None) -> bytes:
        """In Prometheus' text format. `waiting`: in the inbox and in the outbox; None if the database does not say."""
        inbox, outbox = waiting or (math.nan, math.nan)
        self._inbox.set(inbox)
        self._outbox.set(outbox)
        return generate_latest(self._registry)
