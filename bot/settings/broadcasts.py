"""Broadcasts in config.yaml: whether a second officer has to agree."""

from __future__ import annotations

from bot.domain.broadcast_terms import BroadcastTerms, SecondOfficer
from bot.settings.group import Group


class BroadcastSettings(Group):
    second_officer: SecondOfficer = SecondOfficer.NEVER

    def terms(self, *, messages_per_s: float) -> BroadcastTerms:
        """As the rules know it."""
        return BroadcastTerms(second_officer=self.second_officer, messages_per_s=messages_per_s)
