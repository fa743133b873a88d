"""How the dialogs about what is found, lost and given away begin, for the walks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.people import Chat, Estate, Purpose
from bot.domain.places import Place
from bot.domain.things import Affair, Response, Standing, Thing, ThingKind
from bot.services.things import Opening
from conversations import answer_thing, post_thing

_AT = datetime(2026, 3, 11, 4, tzinfo=UTC)
_ESTATE = Estate("sunny", "阳光小区", ZoneInfo("Asia/Shanghai"), "zh", 3)
_THREE = Chat(10, -10, False, "3号楼邻里群", "sunny", Purpose.BUILDING, Place(building="3"))
_FIVE = Chat(11, -11, False, "5号楼: 群", "sunny", Purpose.BUILDING, Place(building="5"))
_HOME = Opening(_ESTATE, [_THREE], [_THREE, _FIVE])
_RESPONSE = Response(1, 2, "小陈", "红色的", _AT, Standing.ACCEPTED)
AFFAIR = Affair(
    Thing(1, "sunny", 1, ThingKind.FOUND, "一串钥匙", "", 1, "王阿姨", _AT, _AT + timedelta(days=30)), (_RESPONSE,)
)
THING_DIALOGS = {
    "post-thing": post_thing.given(_HOME, ThingKind.FOUND),
    "answer-thing": answer_thing.given(AFFAIR),
    "pass-thing-contact": answer_thing.given_contact(AFFAIR, _RESPONSE),
    "take-down-thing": answer_thing.given(AFFAIR),
}
THINGS_TOO = {
    "something lost, said before, with a photo": (
        "post-thing",
        post_thing.given(_HOME, ThingKind.LOST, words="我丢了一只手套", photo="p0"),
    ),
    "something to give away, where there is one group": (
        "post-thing",
        post_thing.given(Opening(_ESTATE, [_FIVE], [_FIVE]), ThingKind.GIVEAWAY, hidden=True),
    ),
}
