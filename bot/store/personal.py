"""Which tables know something of a person, and what becomes of it: the one list for /mydata, /forgetme and the tests.

A new table gets one entry here, in a few lines. Either nobody is in it, and why; or every column by which a person
(or a wish of theirs that goes with them) is found, what happens to those rows, and for how long they are kept anyway.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Table

from bot.domain.wishes import NO_WORDS
from bot.store.tables import metadata


@dataclass(frozen=True, slots=True)
class Blank:
    """The rows stay, with these values in these columns."""

    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Delete:
    """The rows go."""


@dataclass(frozen=True, slots=True)
class Keep:
    """The rows stay as they are; they lead to a person's row that stands for nobody any more."""


@dataclass(frozen=True, slots=True)
class ByHand:
    """`forgetting.py` does it, because it takes more than one statement."""


Fate = Blank | Delete | Keep | ByHand
DELETE, KEEP, BY_HAND = Delete(), Keep(), ByHand()


@dataclass(frozen=True, slots=True)
class Trace:
    """Rows that lead to a person by the column `by`; what kind of id it holds is read off the column.

    A key of `people`: ours. A name that ends with `telegram_id` or `person_key`: Telegram's. A key of `wishes`: rows of
    a wish that goes with its author. A key of `chats`: rows of the private chat.
    """

    by: str
    then: Fate
    why: str
    section: str | None = None  #: under which /mydata shows them
    words: str | None = None  #: the column the page quotes
    at: str | None = None  #: the column that says when
    where: str | None = None  #: SQL: only these rows
    of_any_wish: bool = False  #: with a key of `wishes`: of every wish they filed, also of those that stay
    passing: bool = False  #: such rows alone do not keep somebody who was not seen for long


@dataclass(frozen=True, slots=True)
class Personal:
    """`stays`: columns with words in them that survive /forgetme, and why. `kept_for`: how long, and why so long."""

    traces: tuple[Trace, ...]
    kept_for: str
    stays: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Nobody:
    """No person is in it. `stays`: columns of text that nevertheless name none, and why."""

    why: str
    stays: Mapping[str, str] = field(default_factory=dict)


OPEN = "wish_id IN (SELECT id FROM wishes WHERE state IN ('open', 'taken', 'promised'))"
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
    "questions": Personal(
        (
            Trace(
                "wish_id",
                Blank({"answer": None, "photo": None}),
                "what the author answered the staff in confidence",
                "questions",
                words="answer",
                at="asked_at",
                of_any_wish=True,
            ),
            Trace("wish_id", Blank({"words": NO_WORDS}), "of a wish that goes: what was asked quotes its matter"),
            Trace("asked_by", KEEP, "an act of a body, under the name it was given in", "asked", words="words"),
        ),
        kept_for="as the wish",
        stays={"words": "asked in the name of a body", "asker_name": "the name under it"},
    ),
    "filing_pauses": Personal(
        (
            Trace("person_id", KEEP, "an act of the committee, towards nobody any more", "pauses", at="since"),
            Trace("paused_by", KEEP, "an act of a body, by nobody any more", "paused", at="since"),
            Trace("lifted_by", KEEP, "an act of a body, by nobody any more", "lifted", at="lifted_at"),
        ),
        kept_for="for good: a reason out of a list, and two moments",
    ),
    "alarms": Personal(
        (Trace("person_id", KEEP, "that there was one, raised by nobody any more", "alarms", at="raised_at"),),
        kept_for="for good: kinds of danger, no words",
        stays={"dangers": "kinds out of a list"},
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
    "reports": Personal(
        (
            Trace("person_id", DELETE, "that they said something was wrong", "reports", at="reported_at"),
            Trace("wish_id", DELETE, "of a wish that goes"),
        ),
        kept_for="as the wish: three count only once",
    ),
    "takedowns": Personal(
        (
            Trace(
                "person_id",
                Blank({"words": NO_WORDS}),
                "why their wish should stand after all",
                "contests",
                words="words",
                at="at",
                where="step = 'contested'",
            ),
            Trace(
                "person_id",
                KEEP,
                "an act of a body or moderator, with its reason",
                "takedowns",
                at="at",
                where="step <> 'contested'",
            ),
            Trace("wish_id", Blank({"words": NO_WORDS}), "of a wish that goes: what was ruled quotes its matter"),
        ),
        kept_for="as the wish: who took what out of sight, and why",
        stays={"words": "a reason given in the name of a body", "name": "the name under it"},
    ),
    "statements": Personal(
        (
            Trace(
                "speaker_id",
                Blank({"speaker_telegram_id": 0}),
                "an act of a body, under the name it was given in",
                "statements",
                words="words",
                at="stated_at",
            ),
            Trace("speaker_telegram_id", KEEP, "blanked by the trace above", passing=True),
            Trace("wish_id", Blank({"words": NO_WORDS}), "of a wish that goes: what was stated quotes its matter"),
        ),
        kept_for="for good: what a body said to everybody",
        stays={"words": "said to everybody in the name of a body", "speaker_name": "the name under it"},
    ),
    "additions": Personal(
        (
            Trace(
                "wish_id",
                Blank({"photo": None}),
                "pictures they added; the words stay with those of the wish",
                "additions",
                words="words",
                at="added_at",
                of_any_wish=True,
            ),
            Trace("wish_id", DELETE, "of a wish that goes"),
        ),
        kept_for="as the wish",
        stays={"words": "of a wish that stays, as its words"},
    ),
    "withdrawals": Personal(
        (
            Trace(
                "wish_id",
                Blank({"words": NO_WORDS}),
                "why they withdrew it, in their words",
                "withdrawals",
                words="words",
                at="withdrawn_at",
                of_any_wish=True,
            ),
        ),
        kept_for="as the wish",
    ),
    "jots": Personal(
        (
            Trace(
                "author_telegram_id",
                DELETE,
                "a sentence they were asked about and did not answer for yet",
                "jots",
                words="words",
                at="asked_at",
                passing=True,
            ),
            Trace("asked_by", KEEP, "who asked about a neighbour's sentence, gone with the row", passing=True),
        ),
        kept_for="an hour at most",
    ),
    "jot_authors": Personal(
        (
            Trace(
                "telegram_id",
                DELETE,
                "when they were last asked, and whether never again",
                "jot_wishes",
                at="refused_at",
                passing=True,
            ),
        ),
        kept_for="as the person",
    ),
    "filed_for": Personal(
        (
            Trace(
                "filer_id",
                Blank({"filer_name": NO_WORDS, "neighbour_name": None, "neighbour_door": None, "slip": None}),
                "that it was filed for a neighbour stays; who filed it, for whom and on which slip goes",
                "filed_for",
            ),
            Trace("wish_id", DELETE, "of a wish that goes"),
        ),
        kept_for="as the wish",
    ),
    "passed_on": Personal(
        (Trace("person_id", KEEP, "that the neighbour was told, by nobody any more", "passed_on", at="told_at"),),
        kept_for="as the answer",
    ),
    "transcripts": Personal(
        (
            Trace(
                "person_id",
                Blank({"name": NO_WORDS}),
                "that somebody wrote the line stays",
                "transcripts",
                at="written_at",
            ),
            Trace("wish_id", DELETE, "of a wish that goes"),
        ),
        kept_for="as the wish",
    ),
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
    "trial_hands": Personal(
        (Trace("person_id", KEEP, "that somebody tried it before it began", "trials", at="joined_at"),),
        kept_for="for good: two moments",
    ),
    "card_presses": Personal(
        (
            Trace("person_id", DELETE, "the last press of a button, for taking it back", passing=True),
            Trace("wish_id", DELETE, "of a wish that goes"),
        ),
        kept_for="a day at most",
    ),
    "duplicates": Nobody("two wishes and a moment"),
    "gathered": Nobody("two wishes"),
    "forgotten": Personal(
        (
            Trace("person_id", KEEP, "says that this row stands for nobody since then", passing=True),
            Trace("chat_id", BY_HAND, "until the last message has left it", passing=True),
        ),
        kept_for="for good: two numbers of ours and a moment",
    ),
    "discarded": Nobody("until the bytes are gone", stays={"sha256": "a hash"}),
    "rounds": Nobody("moments"),
}


def traces() -> list[tuple[Table, Trace]]:
    """(table, trace), in the order of the declaration."""
    return [
        (metadata.tables[name], trace)
        for name, declared in DECLARED.items()
        if isinstance(declared, Personal)
        for trace in declared.traces
    ]
