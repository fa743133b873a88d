"""How the dialogs about a quarrel begin, for the walks."""

from __future__ import annotations

from conversations import quarrel_words

_CASE = {"quarrel_id": 1, "number": "1", "both": True}
ONE_SIDED = {**_CASE, "both": False}
TWO_HOMES = quarrel_words.given_home([(2, "3号楼"), (3, "5号楼")])
QUARREL_DIALOGS = {
    "file-quarrel": quarrel_words.given_home([(2, "3号楼")]),
    "quarrel-view": _CASE,
    "quarrel-time": _CASE,
    "quarrel-end": _CASE,
}
