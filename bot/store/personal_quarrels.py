"""Who is in a quarrel, and what becomes of them: a part of `personal.DECLARED`."""

from __future__ import annotations

from bot.domain.quarrels import NO_WORDS
from bot.store.personal_kinds import Blank, Nobody, Personal, Trace

_SILENT = Blank({"words": NO_WORDS, "photo": None, "where_named": "", "before": "", "time": "", "note": ""})

DECLARED: dict[str, Personal | Nobody] = {
    "quarrels": Personal(
        (
            Trace(
                "author_id",
                _SILENT,
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
            Trace("wish_id", _SILENT, "of a wish that goes: what it was is gone with it"),
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
