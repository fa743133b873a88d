"""Who is in what is going to be told many, and in templates: a part of `personal.DECLARED`."""

from __future__ import annotations

from bot.store.personal_kinds import KEEP, Blank, Nobody, Personal, Trace

_OF_A_BODY = "an act of a body, under the name it was done in"

DECLARED: dict[str, Personal | Nobody] = {
    "planned_broadcasts": Personal(
        (
            Trace("by_id", KEEP, _OF_A_BODY, "planned_broadcasts", at="at"),
            Trace("desk_chat_id", Blank({"desk_chat_id": None}), "its cards stand nowhere any more", passing=True),
        ),
        kept_for="for good: what an office planned to tell everybody",
        stays={
            "words": "to be said to everybody in the name of a body",
            "by_name": "the name under it",
            "confirmed_by": "the name of the colleague who agreed, in the name of a body",
            "estate_keys": "words of config.yaml",
            "buildings": "of groups",
            "grids": "of groups",
            "desk_language": "a word of ours",
            "at_time": "a time of day",
            "zone": "of the estate's clocks",
            "skipped": "days",
            "moved": "days and times",
        },
    ),
    "planned_agreements": Nobody(
        "when a second officer agreed, in the name of a body", stays={"by_name": "the name they did it under"}
    ),
    "planned_files": Nobody(
        "files a body is to show everybody", stays={"file": "key of files", "name": "of a document of a body's"}
    ),
    "broadcast_templates": Personal(
        (Trace("by_id", KEEP, _OF_A_BODY, "broadcast_templates", at="at"),),
        kept_for="until an officer removes it",
        stays={
            "name": "what an office calls it",
            "words": "an office's, with blanks for what differs",
            "by_name": "the name of the officer who wrote it last",
        },
    ),
}
