"""Who is in a quarrel, and what becomes of them: a part of `personal.DECLARED`."""

from __future__ import annotations

from bot.domain.quarrels import NO_WORDS
from bot.store.personal_kinds import KEEP, Blank, Nobody, Personal, Trace

DECLARED: dict[str, Personal | Nobody] = {
    "quarrels": Personal(
        (
            Trace(
                "author_id",
                Blank(
                    {"words": NO_WORDS, "photo": None, "where_named": "", "before": "", "time": "", "note": ""},
                ),
                "that there was a quarrel stays as a number; not a word of it",
                "quarrels",
                words="words",
                at="filed_at",
            ),
            Trace(
                "mediator_id",
                Blank({"mediator_name": ""}),
                "an open one waits for another mediator; of one that ended nobody needs to know who it was",
                passing=True,
            ),
            Trace("wish_id", KEEP, "its wish says nothing"),
        ),
        kept_for="60 days after its end; then nothing is left but what came of it, as a number",
        stays={
            "code": "of the other side's link; tells nobody anything",
            "mediator_name": "of a quarrel of somebody else, as long as the mediator does not ask to be forgotten",
        },
    ),
    "quarrel_sides": Personal(
        (
            Trace(
                "person_id",
                Blank({"view": "", "holds": None}),
                "whether a mediator was wanted stays as a number; what they said goes",
                "quarrel-sides",
                words="view",
            ),
        ),
        kept_for="as the quarrel",
    ),
}
