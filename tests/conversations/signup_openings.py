"""How the dialogs about sign-ups begin, for the walks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.people import Chat, Estate, Purpose
from bot.domain.places import Place
from bot.domain.signups import Event, Roll, Signup, SignupState
from conversations import open_signup, sign_up

_AT = datetime(2026, 3, 11, 4, tzinfo=UTC)
_ESTATE = Estate("sunny", "阳光小区", ZoneInfo("Asia/Shanghai"), "zh", 3)
_THREE = Chat(10, -10, False, "3号楼邻里群", "sunny", Purpose.BUILDING, Place(building="3"))
_FIVE = Chat(11, -11, False, "5号楼: 群", "sunny", Purpose.BUILDING, Place(building="5"))
_EVENT = Event("包粽子", "", _AT + timedelta(days=5), _AT + timedelta(days=4), places=20, guests=2, names=False)
ROLL = Roll(Signup(1, "sunny", 1, _EVENT, "Asia/Shanghai", 1, "李书记", _AT, next_at=_AT))
_CLOSED = Roll(replace(ROLL.signup, state=SignupState.CLOSED, event=replace(_EVENT, places=None, where="门口")))
SIGNUP_DIALOGS = {
    "open-signup": open_signup.given(_ESTATE, [_THREE, _FIVE], what="", now=_AT),
    "change-signup": open_signup.given_change(ROLL, _ESTATE, now=_AT),
    "cancel-signup": sign_up.given(ROLL),
    "sign-up-other": sign_up.given(ROLL),
    "name-guests": sign_up.given(ROLL),
}
_ALONE = Roll(replace(ROLL.signup, event=replace(_EVENT, guests=0)))
_SAID = {"what": "包粽子", "day": "2026-03-14", "time": "1400", "where": None, "places": 20}
SIGNUPS_TOO = {
    "ask who comes, said before, in one group": (
        "open-signup",
        open_signup.given(_ESTATE, [_THREE], what="包粽子 一起来", now=_AT),
    ),
    "ask who comes, all said": ("open-signup", SIGNUP_DIALOGS["open-signup"] | _SAID),
    "change what is closed": ("change-signup", open_signup.given_change(_CLOSED, _ESTATE, now=_AT)),
    "sign up another, alone": ("sign-up-other", sign_up.given(_ALONE)),
}
