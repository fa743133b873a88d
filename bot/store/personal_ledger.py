"""Who is in what is recorded of the open ledger, and what becomes of them: a part of `personal.DECLARED`."""

from __future__ import annotations

from bot.store.personal_kinds import DELETE, KEEP, Blank, Nobody, Personal, Trace

_OF_A_BODY = "an act of a body, under the name it was done in"

DECLARED: dict[str, Personal | Nobody] = {
    "ledger_entries": Personal(
        (Trace("by_id", KEEP, _OF_A_BODY, "ledger_entries", words="words", at="at"),),
        kept_for="for good: a ledger of which something goes is none",
        stays={
            "by_name": "the name under it",
            "words": "said to everybody in the name of a body",
            "words_folded": "as words",
            "reason": "said to everybody in the name of a body",
            "category": "a word of config.yaml's",
        },
    ),
    "ledger_files": Nobody(
        "documents a body showed everybody", stays={"file": "key of files", "name": "of a document of a body's"}
    ),
    "ledger_questions": Personal(
        (
            Trace(
                "asker_id",
                DELETE,
                "nobody waits for an answer any more",
                "entry_questions_open",
                words="words",
                at="asked_at",
                where="answered_at IS NULL",
            ),
            Trace(
                "asker_id",
                Blank({"name": ""}),
                "what was asked and answered before everybody stays, without a name",
                "entry_questions",
                words="words",
                at="asked_at",
                where="answered_at IS NOT NULL",
            ),
            Trace(
                "answered_by_id",
                KEEP,
                _OF_A_BODY,
                "entry_answers",
                words="answer",
                at="answered_at",
                where="answered_by_id IS NOT NULL",
            ),
        ),
        kept_for="for good: it belongs to the entry",
        stays={
            "words": "of a question that was answered: others read both",
            "answer": "said to everybody in the name of a body",
            "answered_by_name": "the name under it",
        },
    ),
    "ledger_imports": Personal(
        (
            Trace("person_id", DELETE, "a table not published yet", "ledger_imports", at="sent_at", passing=True),
            Trace("chat_id", DELETE, "likewise, sent in private", passing=True),
        ),
        kept_for="a day, or until it is published",
        stays={"language": "a word of ours"},
    ),
}
