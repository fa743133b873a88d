"""Who is in what is recorded of the list of services and the phone card: a part of `personal.DECLARED`."""

from __future__ import annotations

from bot.store.personal_kinds import DELETE, KEEP, Nobody, Personal, Trace

_OF_A_BODY = "an act of a body, under the name it was done in"

DECLARED: dict[str, Personal | Nobody] = {
    "services": Personal(
        (Trace("by_id", KEEP, _OF_A_BODY, "services", words="name"),),
        kept_for="for good: what the estate's residents can turn to",
        stays={
            "name": "what is offered",
            "provider_name": "said to everybody by a body",
            "apply": "said to everybody by a body",
            "hours": "said to everybody by a body",
            "contact": "said to everybody by a body",
            "by_name": "the name under it",
        },
    ),
    "service_uses": Nobody("how many opened a service on a day"),
    "service_openings": Personal(
        (Trace("person_id", DELETE, "so that nobody counts twice a day", "service_openings", at="day", passing=True),),
        kept_for="two days at most",
    ),
    "service_questions": Personal(
        (
            Trace(
                "asker_id",
                DELETE,
                "what nobody else was shown",
                "service_questions",
                words="words",
                at="asked_at",
                where="NOT shown",
            ),
            Trace(
                "asker_id",
                KEEP,
                "it stands with the service for everybody, without a name",
                "service_questions_shown",
                words="words",
                at="asked_at",
                where="shown",
            ),
            Trace(
                "by_id",
                KEEP,
                _OF_A_BODY,
                "service_answers",
                words="answer",
                at="answered_at",
                where="by_id IS NOT NULL",
            ),
        ),
        kept_for="for good: asked and answered about a service",
        stays={
            "words": "of a question that is shown to everybody",
            "answer": "said in the name of a body",
            "by_name": "the name under it",
        },
    ),
    "phones": Personal(
        (Trace("by_id", KEEP, _OF_A_BODY, "phones", words="name"),),
        kept_for="for good: numbers that residents call",
        stays={
            "name": "whose number it is",
            "number": "said to everybody by a body",
            "hours": "said to everybody by a body",
            "about": "said to everybody by a body",
            "by_name": "the name under it",
        },
    ),
    "service_reviews": Nobody("when an estate's list is looked through"),
}
