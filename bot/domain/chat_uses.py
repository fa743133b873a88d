"""Which of an estate's groups something is said to: by what it is, and by the places it is for. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.people import Chat, Purpose
from bot.domain.place_tree import Path, Tree, is_in, path_of
from bot.domain.topics import TopicUse


class ChatUse(StrEnum):
    """What the bot says in a group unasked."""

    WISHES = "wishes"  #: cards of wishes
    NOTICES = "notices"  #: what everybody there is to hear
    VOTES = "votes"  #: polls
    STAFF = "staff"  #: what is for those who answer


#: Into which topic of a building's forum group it goes.
TOPIC_OF: dict[ChatUse, TopicUse] = {
    ChatUse.WISHES: TopicUse.WISHES,
    ChatUse.NOTICES: TopicUse.NEWS,
    ChatUse.VOTES: TopicUse.VOTES,
}


@dataclass(frozen=True, slots=True)
class Addressed:
    """Whom something is for: the whole estate, or these places and grids of it."""

    paths: tuple[Path, ...] = ()
    grids: tuple[int, ...] = ()
    whole: bool = False


def paths_of(addressed: Addressed, tree: Tree) -> tuple[Path, ...]:
    """The places alone: a grid is its buildings. Places that lie in others of them are left out."""
    if addressed.whole:
        return ((),)
    paths = {*addressed.paths, *(node.path for grid in addressed.grids for node in tree.buildings_of(grid))}
    return tuple(sorted(path for path in paths if not any(path != other and is_in(path, other) for other in paths)))


def groups_for(use: ChatUse, addressed: Addressed, *, groups: Sequence[Chat], tree: Tree) -> list[Chat]:
    """Those of the estate's groups that are to hear it, each once, in their order.

    Everything but what is for the staff goes to buildings' groups. For a place: the groups in it; where there is none,
    the smallest around it, so that a stairwell without a group of its own hears with its building.
    """
    if use is ChatUse.STAFF:
        return [chat for chat in groups if chat.purpose is Purpose.STAFF]
    buildings = [chat for chat in groups if chat.purpose is Purpose.BUILDING]
    chosen: set[int] = set()
    for path in paths_of(addressed, tree):
        inside = [chat for chat in buildings if is_in(path_of(chat.place), path)]
        chosen |= {chat.id for chat in inside or _around(path, buildings)}
    return [chat for chat in buildings if chat.id in chosen]


def _around(path: Path, buildings: Sequence[Chat]) -> list[Chat]:
    holding = [chat for chat in buildings if path_of(chat.place) and is_in(path, path_of(chat.place))]
    nearest = max((len(path_of(chat.place)) for chat in holding), default=0)
    return [chat for chat in holding if len(path_of(chat.place)) == nearest]
