"""Who is in what is recorded of the plan, and what becomes of them: a part of `personal.DECLARED`."""

from __future__ import annotations

from bot.store.personal_kinds import KEEP, Nobody, Personal, Trace

_OF_A_BODY = "an act of a body, under the name it was done in"
_UNDER_IT = {"by_name": "the name under it", "words": "said to everybody in the name of a body"}

DECLARED: dict[str, Personal | Nobody] = {
    "items": Nobody("what a body undertakes; it is said to everybody", stays={"funding": "sums by source"}),
    "item_wishes": Nobody("an item and a wish"),
    "plan_news": Nobody("when an estate's plan changed"),
    "plan_posts": Nobody("on which days an estate's plan was posted"),
    "item_steps": Personal(
        (Trace("by_id", KEEP, _OF_A_BODY, "item_steps", words="words", at="at", where="by_id IS NOT NULL"),),
        kept_for="for good: what became of the plan, and why",
        stays=_UNDER_IT,
    ),
    "plan_publications": Personal(
        (Trace("by_id", KEEP, _OF_A_BODY, "plan_publications", words="words", at="at"),),
        kept_for="for good: what was said of a year, or of a quarter",
        stays={**_UNDER_IT, "said": "said to everybody in the name of a body", "period": "a year or a quarter"},
    ),
}
