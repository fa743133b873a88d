"""Who is in what neighbours found, lost and give away, and what becomes of it: a part of `personal.DECLARED`."""

from __future__ import annotations

from bot.store.personal_kinds import DELETE, Blank, Nobody, Personal, Trace

DECLARED: dict[str, Personal | Nobody] = {
    "things": Personal(
        (
            Trace(
                "poster_id",
                Blank({"words": "", "where_named": "", "poster": ""}),
                "its number and what became of it stay; `services.thing_ends` ended it and took its picture",
                "things",
                words="words",
                at="posted_at",
            ),
        ),
        kept_for="60 days after its end; then its number and what became of it, for good",
        stays={
            "photo": "key of files; the grey picture by then",
            "reason": "why staff took it down",
            "removed_by_name": "the name they did it under, for a body",
        },
    ),
    "thing_chats": Nobody("in which groups something was posted"),
    "thing_responses": Personal(
        (Trace("person_id", DELETE, "the next is asked about", "thing_responses", words="words", at="at"),),
        kept_for="60 days after the end of what it is about",
    ),
    "thing_news": Nobody("numbers, until it is told"),
}
