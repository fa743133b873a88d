"""How the dialogs about broadcasts begin, for the walks."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.domain.broadcasts import Audience, Broadcast, BroadcastState, Channel, Content, Whom
from bot.domain.ledger import EntryFile
from bot.domain.people import Body, Speaker
from conversations import tell_many

_AT = datetime(2026, 3, 2, tzinfo=UTC)
BROADCAST = Broadcast(
    1,
    "sunny",
    1,
    Content({"zh": "<b>明天停水</b>", "en": "No water tomorrow"}, (EntryFile("p0"),)),
    Audience(Whom.BUILDINGS, ("sunny",), ("3", "5"), ((1, "东片"),)),
    Channel.BOTH,
    ask_read=True,
    emergency=False,
    state=BroadcastState.DONE,
    by=Speaker(1, "李书记", Body.COMMITTEE),
    by_id=1,
    at=_AT,
    desk_chat_id=1,
    desk_language="",
    starts_at=_AT,
    ended_at=_AT,
)
_KNOWN = {"own": "zh", "body": "committee", "estates": ["sunny", "river"], "buildings_known": ["3", "5"]}
BROADCAST_DIALOGS = {
    "tell-many": _KNOWN,
    "correct-broadcast": {
        **{"own": "zh", "body": "committee", "words": dict(BROADCAST.content.words), "broadcast_id": 1},
        **{"number": "1", "both": True, "files": [["p0", ""]], "emergency": False, "ask_read": True},
    },
}
assert set(tell_many.given_reminder(BROADCAST)) > {"words", "whom"}
