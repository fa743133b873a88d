"""Who is in what is kept of places, and what becomes of them: a part of `personal.DECLARED`."""

from __future__ import annotations

from bot.store.personal_kinds import DELETE, Nobody, Personal, Trace

DECLARED: dict[str, Personal | Nobody] = {
    "place_nodes": Nobody(
        "buildings, stairwells and doors: nobody is said to live behind one",
        stays={"path": "numbers of places", "name": "of a place"},
    ),
    "place_grids": Nobody(
        "buildings looked after together", stays={"name": "of a grid", "name_folded": "of a grid, as it is compared"}
    ),
    "place_imports": Personal(
        (
            Trace("person_id", DELETE, "a file not taken over yet", "place_imports", at="sent_at", passing=True),
            Trace("chat_id", DELETE, "likewise, sent in private", passing=True),
        ),
        kept_for="a day, or until it is taken over",
        stays={"language": "a word of ours"},
    ),
}
