"""Who is in what is recorded of projects, and what becomes of them: a part of `personal.DECLARED`."""

from __future__ import annotations

from bot.store.personal_kinds import DELETE, KEEP, Blank, Nobody, Personal, Trace

_RESIDENT = "party = 'resident'"
_OF_A_BODY = "an act of a body, under the name it was done in"
_UNDER_IT = {"by_name": "the name under it", "words": "said to everybody in the name of a body"}

DECLARED: dict[str, Personal | Nobody] = {
    "projects": Nobody(
        "what a body undertakes; it is said to everybody",
        stays={
            "building": "of estates",
            "serves": "said to everybody in the name of a body",
            "mentor": "named to everybody by a body, as whoever guides it",
            "indicators": "said to everybody in the name of a body",
        },
    ),
    "project_wishes": Nobody("a project and a wish"),
    "milestones": Nobody("said to everybody in the name of a body"),
    "project_photos": Nobody("pictures a body showed everybody", stays={"photo": "key of files"}),
    "project_steps": Personal(
        (Trace("by_id", KEEP, _OF_A_BODY, "project_steps", words="words", at="at"),),
        kept_for="for good: which way a project went, and why",
        stays=_UNDER_IT,
    ),
    "project_money": Personal(
        (Trace("by_id", KEEP, _OF_A_BODY, "project_money", words="words", at="at"),),
        kept_for="for good: what was given, and who noted it",
        stays=_UNDER_IT,
    ),
    "progress_reports": Personal(
        (Trace("by_id", KEEP, _OF_A_BODY, "progress_reports", words="words", at="at"),),
        kept_for="for good: how far a project was",
        stays={**_UNDER_IT, "reason": "said to everybody in the name of a body"},
    ),
    "acceptances": Personal(
        (
            Trace(
                "person_id",
                DELETE,
                "a question to them waits for nobody any more",
                where="said = 'asked'",
                passing=True,
            ),
            Trace(
                "person_id",
                Blank({"words": "", "ask_at": None}),
                "that a resident accepted or objected stays as a number; what they said goes",
                "acceptances",
                words="words",
                at="at",
                where=_RESIDENT,
            ),
            Trace(
                "person_id",
                KEEP,
                _OF_A_BODY,
                "acceptances_recorded",
                words="words",
                at="at",
                where=f"NOT {_RESIDENT}",
            ),
        ),
        kept_for="for good: who accepted what was built",
        stays={"name": "the name an act of a body was done in", "words": "of a body: said in its name"},
    ),
}
