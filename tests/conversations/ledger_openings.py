"""How the dialogs about the open ledger begin, for the walks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.domain.ledger import SHIPPED_CATEGORIES, Draft, Entry, EntryFile, EntryKind, EntryQuestion
from bot.domain.people import Body, Speaker
from conversations import ask_of_entry, publish_entry

_AT = datetime(2026, 3, 2, tzinfo=UTC)
ENTRY = Entry(
    1,
    "sunny",
    1,
    Draft(EntryKind.INCOME, "common-income", 120_000, date(2026, 2, 1), "电梯广告", (EntryFile("p0"),)),
    Speaker(1, "钱主任", Body.OWNERS),
    _AT,
)
_DECISION = replace(ENTRY, draft=Draft(EntryKind.DECISION, "gone-by-now", None, date(2026, 2, 1), "选新一届"))
_CANCELLED = replace(ENTRY, draft=replace(ENTRY.draft, cents=0), cancels=True, corrects=7)
_OFFERED = (*(each for each in SHIPPED_CATEGORIES if Body.OWNERS in each.bodies),)
_ASKED = EntryQuestion(1, 1, 1, "", "哪家公司？", _AT)
LEDGER_DIALOGS = {
    "publish-entry": publish_entry.given(Body.OWNERS, _OFFERED),
    "correct-entry": publish_entry.given_correction(ENTRY, _OFFERED),
    "ask-of-entry": ask_of_entry.given(ENTRY),
    "answer-of-entry": ask_of_entry.given_question(ENTRY, _ASKED),
}
CORRECTED = {
    "correct a decision": publish_entry.given_correction(_DECISION, _OFFERED),
    "correct what was cancelled": publish_entry.given_correction(_CANCELLED, _OFFERED),
}
