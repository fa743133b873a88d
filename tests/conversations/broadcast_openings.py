"""How the dialogs about broadcasts begin, for the walks."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from bot.domain.broadcasts import Audience, Broadcast, BroadcastState, Channel, Content, Whom
from bot.domain.ledger import EntryFile
from bot.domain.people import Body, Speaker
from bot.domain.planned_broadcasts import PlannedBroadcast, PlannedState
from bot.domain.sending_days import OnDayOff, Repeat, Rule
from bot.services import broadcast_templates
from conversations import tell_many, when_to_tell

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
_KNOWN = {
    "own": "zh",
    "body": "committee",
    "estates": [["sunny", "阳光小区"], ["river", "河畔花园"]],
    "buildings_known": ["3", "5"],
}
_TEMPLATES = {"templates": [[template.name, dict(template.words)] for template in broadcast_templates.shipped("zh")]}
PLANNED = PlannedBroadcast(
    *(1, "sunny", 1, Content({"zh": "明天停水"}), Audience(Whom.BUILDINGS, ("sunny",), ("3",)), Channel.BOTH),
    ask_read=True,
    emergency=False,
    rule=Rule(Repeat.WEEKLY, date(2026, 3, 25), time(9), on_day_off=OnDayOff.BEFORE),
    state=PlannedState.PLANNED,
    by=Speaker(1, "李书记", Body.COMMITTEE),
    by_id=1,
    at=_AT,
    zone="Asia/Shanghai",
    desk_chat_id=1,
    desk_language="",
    due_day=date(2026, 3, 25),
    due_at=_AT,
)
BROADCAST_DIALOGS = {
    "tell-many": _KNOWN | _TEMPLATES,
    "move-planned": {
        **{"planned_id": 1, "number": "1", "turn": "2026-03-25", "stood_on": "2026-03-25", "stood_at": "09:00"},
    },
    "keep-template": {"own": "zh"},
    "correct-broadcast": {
        **{"own": "zh", "body": "committee", "words": dict(BROADCAST.content.words), "broadcast_id": 1},
        **{"number": "1", "both": True, "files": [["p0", ""]], "emergency": False, "ask_read": True},
    },
}
BROADCASTS_TOO = {
    "tell many, a template taken": (
        "tell-many",
        _KNOWN | {"template": {"zh": "{哪天}停水，{原因}", "en": "Off on {day}: {why}"}, "filled": []},
    ),
    "tell many, all said and planned": (
        "tell-many",
        _KNOWN | {"words": {"zh": "停水"}, "whom": "all", "where": "groups"} | when_to_tell.given(PLANNED),
    ),
    "change what is planned": ("tell-many", _KNOWN | tell_many.given_change(PLANNED, of_number=None)),
    "change a template": (
        "keep-template",
        {"own": "zh", "name": "停水", "words": {"zh": "{哪天}停水"}, "template_id": 1},
    ),
}
assert set(tell_many.given_reminder(BROADCAST)) > {"words", "whom"}
