"""Who is in what is recorded of broadcasts, and what becomes of them: a part of `personal.DECLARED`."""

from __future__ import annotations

from bot.store.personal_kinds import DELETE, KEEP, Blank, Nobody, Personal, Trace

_OF_A_BODY = "an act of a body, under the name it was done in"

DECLARED: dict[str, Personal | Nobody] = {
    "broadcasts": Personal(
        (
            Trace("by_id", KEEP, _OF_A_BODY, "broadcasts", at="at"),
            Trace("desk_chat_id", Blank({"desk_chat_id": None}), "its card stands nowhere any more", passing=True),
        ),
        kept_for="for good: what an office told everybody",
        stays={
            "words": "said to everybody in the name of a body",
            "by_name": "the name under it",
            "confirmed_by": "the name of the colleague who agreed, in the name of a body",
            "estate_keys": "words of config.yaml",
            "buildings": "of groups",
            "grids": "of groups",
            "desk_language": "a word of ours",
            "unreached": "sums",
        },
    ),
    "broadcast_files": Nobody(
        "files a body showed everybody", stays={"file": "key of files", "name": "of a document of a body's"}
    ),
    "broadcast_recipients": Personal(
        (
            Trace("person_id", DELETE, "nobody is told any more", "broadcast_recipients", at="sent_at"),
            Trace("chat_id", DELETE, "likewise, of a private chat", passing=True),
        ),
        kept_for="as the broadcast: it may be corrected",
        stays={"reason": "Telegram's words for why it did not arrive"},
    ),
    "broadcast_reads": Personal(
        (Trace("person_id", DELETE, "that they read it", "broadcast_reads", at="at"),),
        kept_for="as the broadcast: who has not is reminded",
    ),
}
