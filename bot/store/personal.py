"""Which tables know something of a person, and what becomes of it: the one list for /mydata, /forgetme and the tests.

A new table gets one entry here, in a few lines. Either nobody is in it, and why; or every column by which a person
(or a wish of theirs that goes with them) is found, what happens to those rows, and for how long they are kept anyway.
"""

from __future__ import annotations

from sqlalchemy import Table

from bot.domain.wishes import NO_WORDS
from bot.store import (
    personal_around_wishes,
    personal_broadcasts,
    personal_directory,
    personal_ledger,
    personal_places,
    personal_plan,
    personal_planned,
    personal_polls,
    personal_projects,
    personal_quarrels,
    personal_roles,
    personal_signups,
    personal_things,
)
from bot.store.personal_kinds import BY_HAND, DELETE, KEEP, Blank, Nobody, Personal, Trace
from bot.store.tables import metadata

OPEN = "wish_id IN (SELECT id FROM wishes WHERE state IN ('open', 'taken', 'promised', 'later', 'returned'))"
_IDS_ONLY = "ids of ours, which lead to a row that stands for nobody"

DECLARED: dict[str, Personal | Nobody] = {
    "people": Personal(
        (
            Trace(
                "id",
                BY_HAND,
                "its Telegram id gives way to a number of nobody, the rest is blanked: what stays refers to it",
                "person",
                words="name",
                at="seen_on",
            ),
        ),
        kept_for="until they ask; strangers: retention.strangers_days since they were last seen",
    ),
    "chats": Personal(
        (
            Trace(
                "id",
                BY_HAND,
                "the private chat, once the last message has left it",
                "private_chat",
                words="title",
                passing=True,
            ),
        ),
        kept_for="as the person",
        stays={
            "title": "of groups: their name on Telegram",
            "link_code": "of groups: a random code",
            "building": "of groups",
            "unit": "of groups",
            "door": "of groups: none has one",
        },
    ),
    "residents": Personal(
        (Trace("person_id", DELETE, "which building they are known from", "residences", at="met_at", passing=True),),
        kept_for="as the person",
    ),
    "administrators": Personal(
        (
            Trace(
                "telegram_id",
                DELETE,
                "a copy of Telegram's list, read again while they administer the group",
                "administers",
                passing=True,
            ),
        ),
        kept_for="until the list is read again",
    ),
    "files": Nobody(
        "a photo belongs to the row that refers to it, and goes when none does (`forgetting.discard_photos`)",
        stays={"key": "Telegram's name for a picture", "file_id": "Telegram's name for a picture", "sha256": "a hash"},
    ),
    "wishes": Personal(
        (
            Trace("id", BY_HAND, "nobody else has a stake in it: words, place and photo go"),
            Trace(
                "author_id",
                Blank({"author_name": ""}),
                "others have a stake in it: it stays, without name, door, photo",
                "wishes",
                words="words",
                at="filed_at",
            ),
            Trace("taken_by", BY_HAND, "handed back, as by the button", "in_hand", words="words"),
        ),
        kept_for="for good: it is what was asked for in the estate; names and photos of ended ones: retention.*",
        stays={
            "words": "of a wish that stays: others joined these words, or they were answered",
            "words_folded": "as words",
            "building": "of a wish that stays",
            "unit": "of a wish that stays",
            "door": "blanked by `wishes.without_author`",
            "flat": "blanked by `wishes.without_author`",
            "lift": "of a wish that stays",
            "side": "of a wish that stays",
            "gate": "of a wish that stays",
            "photo": "another picture stands in",
            "voice": "taken off by `wishes.without_author`",
            "taken_by_name": "handed back",
        },
    ),
    "followers": Personal(
        (
            Trace(
                "person_id",
                DELETE,
                "a count says who stands by an open wish; who comes back must not count twice",
                "stances",
                at="since",
                where=OPEN,
            ),
            Trace(
                "person_id",
                KEEP,
                "of an ended wish: a number, with nobody behind it",
                "stances_ended",
                at="since",
                where=f"NOT {OPEN}",
            ),
            Trace("wish_id", DELETE, "of a wish that goes"),
        ),
        kept_for="as the wish",
    ),
    "answers": Personal(
        (
            Trace(
                "speaker_id",
                Blank({"speaker_telegram_id": 0}),
                "an act of a body, under the name it was given in",
                "answers",
                words="words",
                at="answered_at",
            ),
            Trace("speaker_telegram_id", KEEP, "blanked by the trace above", passing=True),
            Trace("wish_id", Blank({"words": NO_WORDS}), "of a wish that goes: what was answered quotes its matter"),
        ),
        kept_for="for good: what a body promised or refused",
        stays={"words": "said to everybody in the name of a body", "speaker_name": "the name under it"},
    ),
    "answer_photos": Nobody("pictures a body showed everybody", stays={"photo": "key of files"}),
    "thanks": Personal(
        (Trace("person_id", KEEP, "a number, with nobody behind it", "thanks", at="thanked_at"),),
        kept_for="as the answer",
    ),
    "similar_taps": Personal(
        (
            Trace(
                "person_id",
                DELETE,
                "words of theirs that need not have been filed",
                "similar_taps",
                words="words",
                at="tapped_at",
                passing=True,
            ),
            Trace("wish_id", DELETE, "quotes the words of a wish that goes"),
        ),
        kept_for="retention.similar_taps_days: a steward reads them for words",
    ),
    "dialogs": Personal(
        (Trace("person_id", DELETE, "what was not said to its end", "dialogs", at="idle_at", passing=True),),
        kept_for="dialogs.expire_after_h",
    ),
    "inbox": Personal(
        (
            Trace(
                "person_key",
                DELETE,
                "what they sent, whole, until it is handled",
                "received",
                at="received_at",
                passing=True,
            ),
        ),
        kept_for="until handled; failed ones inbox.keep_failed_days",
    ),
    "inbox_keys": Nobody("numbers of updates"),
    "notices": Nobody(_IDS_ONLY, stays={"body": _IDS_ONLY}),
    "slots": Personal(
        (Trace("chat_id", BY_HAND, "what their private chat shows; elsewhere, what quotes them", passing=True),),
        kept_for="until the message shows something else",
        stays={"text_hash": "a hash"},
    ),
    "messages": Personal(
        (
            Trace("person_id", BY_HAND, "told them for a notice", "told", at="put_at", passing=True),
            Trace(
                "chat_id",
                BY_HAND,
                "what was said in their private chat; elsewhere, what quotes them",
                "said",
                at="put_at",
                where="person_id IS NULL",
                passing=True,
            ),
        ),
        kept_for="inbox.keep_failed_days after it was sent",
        stays={"slot": "a name of ours", "reason": "a word of ours or Telegram's"},
    ),
    "counters": Nobody("counts"),
    "gathered": Nobody("two wishes"),
    "bulletins": Nobody("counts of a week"),
    "bulletin_lines": Nobody(
        "which wishes a group was told of; their words are looked up when the message is drawn",
        stays={"state": "a word of ours"},
    ),
    "forgotten": Personal(
        (
            Trace("person_id", KEEP, "says that this row stands for nobody since then", passing=True),
            Trace("chat_id", BY_HAND, "until the last message has left it", passing=True),
        ),
        kept_for="for good: two numbers of ours and a moment",
    ),
    "discarded": Nobody("until the bytes are gone", stays={"sha256": "a hash"}),
    "rounds": Nobody("moments"),
    "chat_moves": Nobody("two numbers of a group"),
    "leases": Nobody("processes of ours", stays={"name": "of a process", "holder": "a random number"}),
    "contacts": Nobody("moments"),
    "tellings": Personal(
        (
            Trace(
                "person_id", DELETE, "what they were told, or were still to be told", "news", at="due_at", passing=True
            ),
            Trace("wish_id", DELETE, "of a wish that goes"),
        ),
        kept_for="what was told: as its message, seven days; what waits: until it is told",
    ),
    "notice_settings": Personal(
        (
            Trace(
                "person_id",
                DELETE,
                "how they wanted to be told of news",
                "notice_settings",
                at="chosen_at",
                passing=True,
            ),
            Trace("wish_id", DELETE, "of a wish that goes"),
        ),
        kept_for="until they choose otherwise, or as the wish",
    ),
    "held_answers": Nobody("which answers can still be taken back; they are out, and the row gone, after minutes"),
    "onboardings": Personal(
        (
            Trace(
                "asked_by",
                KEEP,
                "that a group asked to belong to the estate",
                "group_requests",
                at="asked_at",
                where="asked_by IS NOT NULL",
            ),
            Trace("invited_by", KEEP, "who brought the bot into a group: nobody any more", passing=True),
        ),
        kept_for="as the group",
        stays={"building": "of groups", "unit": "of groups", "door": "of groups: none has one"},
    ),
    "intakes": Nobody("whether an estate takes wishes"),
    "topics": Nobody("which topics of a group are for what"),
    "function_reviews": Nobody(
        "how much a group uses what there is, in numbers",
        stays={"uses": "numbers by function", "kept": "names of functions"},
    ),
    "stopped_functions": Nobody("what a group does without"),
    "function_switches": Nobody(
        "when that was chosen, by an office",
        stays={"by_name": "the name of who acted for it", "estate_key": "a word of config.yaml"},
    ),
    "trial_hands": Personal(
        (Trace("person_id", KEEP, "that somebody tried it before it began", "trials", at="joined_at"),),
        kept_for="for good: two moments",
    ),
    **personal_around_wishes.DECLARED,
    **personal_projects.DECLARED,
    **personal_plan.DECLARED,
    **personal_directory.DECLARED,
    **personal_quarrels.DECLARED,
    **personal_signups.DECLARED,
    **personal_things.DECLARED,
    **personal_places.DECLARED,
    **personal_ledger.DECLARED,
    **personal_broadcasts.DECLARED,
    **personal_planned.DECLARED,
    **personal_polls.DECLARED,
    **personal_roles.DECLARED,
}


def traces() -> list[tuple[Table, Trace]]:
    """(table, trace), in the order of the declaration."""
    return [
        (metadata.tables[name], trace)
        for name, declared in DECLARED.items()
        if isinstance(declared, Personal)
        for trace in declared.traces
    ]
