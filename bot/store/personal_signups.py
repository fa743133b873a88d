"""Who is in sign-ups, and what becomes of them: a part of `personal.DECLARED`."""

from __future__ import annotations

from bot.store.personal_kinds import DELETE, KEEP, Blank, Nobody, Personal, Trace

DECLARED: dict[str, Personal | Nobody] = {
    "signups": Personal(
        (
            Trace(
                "organiser_id",
                Blank({"organiser": ""}),
                "what neighbours signed up for stays, without who opened it",
                "signups",
                words="what",
                at="opened_at",
            ),
        ),
        kept_for="for good, without a name from 60 days after it took place on: what there was in the estate",
        stays={
            "what": "said to everybody in a group",
            "where_named": "said to everybody in a group",
            "reason": "why it was called off, said to everybody in a group",
            "zone": "of the estate's clocks",
        },
    ),
    "signup_steps": Nobody(
        "what was done with a sign-up in the name of a body", stays={"by_name": "the name it was done under"}
    ),
    "signup_chats": Nobody("in which groups something was posted"),
    "signup_entries": Personal(
        (
            Trace(
                "person_id",
                DELETE,
                "`services.signups.forget` gives the place to whoever waits",
                "signup_entries",
                words="name",
                at="at",
                where="person_id IS NOT NULL",
            ),
            Trace(
                "by_id",
                KEEP,
                "somebody without a phone comes all the same; who signed them up is a number, with nobody behind it",
                "signup_entries_for",
                words="name",
                at="at",
                where="person_id IS NULL",
            ),
        ),
        kept_for="60 days after it took place",
        stays={
            "name": "of somebody without a phone, whom a captain or the staff signed up",
            "guest_names": "of those whom somebody without a phone brings",
        },
    ),
    "signup_news": Nobody("numbers, until it is told"),
}
