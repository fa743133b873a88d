"""How the dialogs about polls begin, for the walks."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from bot.domain.people import Body, Chat, Estate, Purpose, Speaker
from bot.domain.places import Place
from bot.domain.polls import Draft, Poll
from bot.services.polls import Opening
from conversations import end_poll, open_poll

_AT = datetime(2026, 3, 2, tzinfo=UTC)
_ESTATE = Estate("garden", "花园", ZoneInfo("Asia/Shanghai"), "zh", 3)
_HOME = Chat(10, -10, False, "3号楼邻里群", "garden", Purpose.BUILDING, Place(building="3"))
_OTHER = Chat(11, -11, False, "5号楼: 群", "garden", Purpose.BUILDING, Place(building="5"))
_POLL = Poll(
    *(1, "garden", 1, Draft("什么颜色？", ("白", "黄"), False, False, False, date(2026, 3, 9))),
    *(Speaker(1, "李主任", Body.COMMITTEE), 1, _AT, _AT),
)
POLL_DIALOGS = {
    "open-poll": open_poll.given(Opening(_ESTATE, [_HOME, _OTHER])),
    "cancel-poll": end_poll.given(_POLL),
    "state-on-poll": end_poll.given_statement(_POLL, ()),
}
ONE_GROUP = {"ask in one group": open_poll.given(Opening(_ESTATE, [_HOME]))}
