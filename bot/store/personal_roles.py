"""Who is in what is recorded of roles, and what becomes of them: a part of `personal.DECLARED`."""

from __future__ import annotations

from bot.store.personal_kinds import DELETE, KEEP, Nobody, Personal, Trace

_OF_A_BODY = "an act of a body, under the name it was done in"

DECLARED: dict[str, Personal | Nobody] = {
    "role_grants": Personal(
        (
            Trace(
                "person_id",
                KEEP,
                "who could do what here, and when, is for the estate to know; it ends with them",
                "roles",
                words="name",
                at="offered_at",
                where="answered_at IS NOT NULL AND state <> 'declined' AND role <> 'resident'",
            ),
            Trace(
                "person_id",
                DELETE,
                "where somebody lived is for nobody to look through: nothing was done in its name",
                "residence_roles",
                words="name",
                at="offered_at",
                where="answered_at IS NOT NULL AND state <> 'declined' AND role = 'resident'",
            ),
            Trace(
                "person_id",
                DELETE,
                "nobody became anything by it",
                "role_offers",
                words="name",
                at="offered_at",
                where="answered_at IS NULL OR state = 'declined'",
            ),
            Trace("offered_by_id", KEEP, _OF_A_BODY, "roles_given", words="name", at="offered_at"),
            Trace(
                "ended_by_id", KEEP, _OF_A_BODY, "roles_ended", words="why", at="ended_at", where="ended_at IS NOT NULL"
            ),
        ),
        kept_for="for good: whoever looks it through asks about years that are past",
        stays={
            "name": "the name they acted under",
            "building": "of estates; where a resident lives, gone with the row",
            "unit": "likewise",
            "code": "a random code, gone once it was answered",
            "offered_by": "the name of whoever acted for a body",
            "ended_by": "likewise",
            "why": "said by whoever acted for a body",
        },
    ),
}
