"""Who is in what is recorded of polls, and what becomes of them: a part of `personal.DECLARED`."""

from __future__ import annotations

from bot.store.personal_kinds import DELETE, KEEP, Nobody, Personal, Trace

_OF_A_BODY = "an act of a body, under the name it was done in"
_UNDER_IT = {"by_name": "the name under it"}

DECLARED: dict[str, Personal | Nobody] = {
    "polls": Personal(
        (Trace("by_id", KEEP, _OF_A_BODY, "polls", words="question", at="opened_at"),),
        kept_for="for good: what everybody was asked",
        stays={
            **_UNDER_IT,
            "question": "said to everybody in the name of a body",
            "options": "said to everybody in the name of a body",
            "cancelled": "said to everybody in the name of a body",
        },
    ),
    "poll_statements": Personal(
        (Trace("by_id", KEEP, _OF_A_BODY, "poll_statements", words="words", at="at"),),
        kept_for="for good: what came of it",
        stays={**_UNDER_IT, "words": "said to everybody in the name of a body"},
    ),
    "poll_posts": Nobody(
        "a poll and a group",
        stays={
            "telegram_poll": "Telegram's number of a poll",
            "says": "a fingerprint of a question",
            "counts": "how often each option was chosen",
        },
    ),
    "poll_answers": Personal(
        (
            Trace(
                "person_id",
                DELETE,
                "it was taken back, or another answer of theirs counts",
                "poll_answers_not_counted",
                at="answered_at",
                where="NOT counts",
                passing=True,
            ),
            Trace(
                "person_id",
                KEEP,
                "the poll's result stays as everybody saw it; nobody is told whose answer it was",
                "poll_answers",
                words="chosen",
                at="answered_at",
                where="counts",
            ),
        ),
        kept_for="for good: it is a part of the result",
        stays={
            "telegram_poll": "Telegram's number of a poll",
            "options": "positions of options",
            "chosen": "options in the words of whoever asked",
        },
    ),
}
