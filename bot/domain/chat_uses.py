"""Which of an estate's groups something is said to: by what it is, and by the places it is for. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.people import Chat, Purpose
from bot.domain.people import ChatUse as ChatUse
from bot.domain.place_tree import Path, Tree, is_in, path_of
from bot.domain.topics import TopicUse

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


EVERYWHERE = Addressed(whole=True)


def paths_of(addressed: Addressed, tree: Tree) -> tuple[Path, ...]:
    """The places alone: a grid is its buildings. Places that lie in others of them are left out."""
    if addressed.whole:
        return ((),)
    paths = {*addressed.paths, *(node.path for grid in addressed.grids for node in tree.buildings_of(grid))}
    return tuple(sorted(path for path in paths if not any(path != other and is_in(path, other) for other in paths)))


def groups_for(use: ChatUse, addressed: Addressed, *, groups: Sequence[Chat], tree: Tree) -> list[Chat]:
    """Those of the estate's groups that are to hear it, each once, in their order.

    Everything but what is for the staff goes to neighbours' groups that hear such things. For a place: the groups in
    it; where there is none, the smallest around it: a stairwell hears with its building, a building with its grid, and
    all with the estate. For a grid: its own group, and those of its buildings.
    """
    if use is ChatUse.STAFF:
        return [chat for chat in groups if chat.purpose is Purpose.STAFF]
    hearing = [chat for chat in groups if chat.purpose is Purpose.BUILDING and use in chat.says]
    if addressed.whole:
        return hearing
    chosen = {chat.id for chat in hearing if chat.grid_id in addressed.grids}
    for path in paths_of(addressed, tree):
        inside = [chat for chat in hearing if path_of(chat.place) and is_in(path_of(chat.place), path)]
        chosen |= {chat.id for chat in inside or _around(path, hearing, tree)}
    return [chat for chat in hearing if chat.id in chosen]


def home_groups(path: Path, *, groups: Sequence[Chat], tree: Tree) -> list[Chat]:
    """Neighbours' groups of whoever lives there, whatever is said in them: those in the place, else around it."""
    theirs = [chat for chat in groups if chat.purpose is Purpose.BUILDING]
    inside = [chat for chat in theirs if path_of(chat.place) and is_in(path_of(chat.place), path)]
    return inside or _around(path, theirs, tree)


def nearest(use: ChatUse, chat: Chat, *, groups: Sequence[Chat], tree: Tree) -> Chat | None:
    """Who hears it in place of this group: the smallest of the groups around it that does. None: nobody does."""
    hearing = [other for other in groups if other.purpose is Purpose.BUILDING and use in other.says]
    path = path_of(chat.place)
    if path:
        return next(iter(_around(path, hearing, tree)), None)
    of_grid = [other for other in hearing if chat.grid_id is not None and other.grid_id == chat.grid_id]
    return next(iter([*of_grid, *(other for other in hearing if is_of_estate(other))]), None)


def is_of_estate(chat: Chat) -> bool:
    """Whether neighbours of the whole estate talk there."""
    return chat.purpose is Purpose.BUILDING and not path_of(chat.place) and chat.grid_id is None


def _around(path: Path, groups: Sequence[Chat], tree: Tree) -> list[Chat]:
    holding = [chat for chat in groups if path_of(chat.place) and is_in(path, path_of(chat.place))]
    if holding:
        most = max(len(path_of(chat.place)) for chat in holding)
        return [chat for chat in holding if len(path_of(chat.place)) == most]
    grid_id = _grid_of(path, tree)
    of_grid = [chat for chat in groups if grid_id is not None and chat.grid_id == grid_id]
    return of_grid or [chat for chat in groups if is_of_estate(chat)]


def _grid_of(path: Path, tree: Tree) -> int | None:
    building = tree.nodes.get(path[:1])
    return building.grid_id if building is not None else None
