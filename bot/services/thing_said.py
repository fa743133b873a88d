"""What is told of a thing in private: to whoever posted it, and to who answers."""

from __future__ import annotations

from bot.domain.buttons import data
from bot.domain.shortening import shortened
from bot.domain.things import Affair, Response, Standing, Thing, ThingKind, ThingNews
from bot.messages import Arg, Button, Line, Moment, Reply, Term, line
from bot.services.thing_lines import back_row, look_row, own_line, response_rows, state_key

_WHAT_COLUMNS = 60


def args_of(thing: Thing) -> dict[str, Arg]:
    return {"number": str(thing.number), "what": shortened(thing.words, columns=_WHAT_COLUMNS)}


# ---- to whoever posted it -------------------------------------------------------------------------------------------


def asked(affair: Affair, response: Response) -> Reply:
    """Somebody answers: is it theirs?

    Texts: thing-told-asked-found, -lost, -giveaway; thing-told-waiting.
    """
    thing = affair.thing
    lines = [Line(f"thing-told-asked-{thing.kind}", {**args_of(thing), "name": response.name})]
    if response.words:
        lines.append(line("thing-told-words", words=response.words))
    if waiting := len(affair.standing_at(Standing.WAITING)):
        lines.append(line("thing-waiting", n=waiting))
    return Reply(tuple(lines), buttons=tuple(response_rows(thing, response)))


def left(thing: Thing, response: Response) -> Reply:
    said = Line("thing-told-left", {**args_of(thing), "name": response.name})
    return Reply((said,), buttons=(look_row(thing),))


def ending(thing: Thing, *, zone: str, days: int, may_prolong: bool) -> Reply:
    """Two days before its end. Texts: thing-told-ending-found, -lost, -giveaway; button-thing-handed-found, …"""
    head = Line(f"thing-told-ending-{thing.kind}", {**args_of(thing), "moment": Moment(thing.expires_at, zone)})
    rows = [(Button(f"button-thing-handed-{thing.kind}", data("thing-do", thing.id, "handed")),)]
    if may_prolong:
        rows.insert(0, (Button("button-thing-still", data("thing-do", thing.id, "prolong"), args={"n": days}),))
    lines = (head,) if may_prolong else (head, line("thing-told-last-time"))
    return Reply(lines, buttons=tuple(rows))


def expired(thing: Thing) -> Reply:
    """What is found may be handed in. Texts: thing-told-expired-found, -lost, -giveaway."""
    said = Line(f"thing-told-expired-{thing.kind}", args_of(thing))
    again = Button(f"button-thing-post-{thing.kind}", data("thing-post", thing.kind))
    return Reply((said,), buttons=() if thing.kind is ThingKind.FOUND else ((again,),))


def removed(thing: Thing) -> Reply:
    """With the reason. `thing`: not forgotten yet."""
    return Reply((Line("thing-told-removed", {**args_of(thing), "words": thing.reason}),))


# ---- to who answers -------------------------------------------------------------------------------------------------


def accepted(thing: Thing) -> Reply:
    """Texts: thing-told-accepted-found, -lost, -giveaway."""
    return Reply((Line(f"thing-told-accepted-{thing.kind}", args_of(thing)),), buttons=(back_row(thing),))


def declined(thing: Thing) -> Reply:
    """Texts: thing-told-declined-found, -lost, -giveaway."""
    return Reply((Line(f"thing-told-declined-{thing.kind}", args_of(thing)),), buttons=(look_row(thing),))


def over(thing: Thing) -> Reply:
    """It came to its end without them."""
    if thing.is_forgotten:
        return Reply((line("thing-told-over-forgotten", number=str(thing.number)),))
    return Reply((Line("thing-told-over", {**args_of(thing), "state": Term(state_key(thing))}),))


def answered(affair: Affair, mine: Response, *, reached: bool, was_in_it: bool) -> Reply:
    """Right after answering.

    Texts: thing-answered-found, -lost, -giveaway; thing-answered-unreached, -waits, -already.
    """
    thing = affair.thing
    if was_in_it:
        lines = [line("thing-answered-already"), own_line(affair, mine)]
    elif mine.standing is Standing.WAITING:
        lines = [line("thing-answered-waits", at=str(affair.rank(mine)), before=affair.rank(mine) - 1)]
    else:
        lines = [Line(f"thing-answered-{thing.kind}", args_of(thing))]
        if not reached:
            lines.append(line("thing-answered-unreached"))
    return Reply(tuple(lines), buttons=(back_row(thing),))


def still_true(news: ThingNews, affair: Affair, response: Response | None) -> bool:
    """Whether it is so when it is told."""
    thing = affair.thing
    match news:
        case ThingNews.ENDING:
            return thing.is_open
        case ThingNews.EXPIRED | ThingNews.REMOVED:
            return not thing.is_forgotten
    if response is None:
        return False
    match news:
        case ThingNews.ASKED:
            return thing.is_open and response.standing is Standing.ASKED
        case ThingNews.LEFT:
            return thing.is_open and response.standing is Standing.LEFT
        case ThingNews.ACCEPTED:
            return thing.is_open and response.standing is Standing.ACCEPTED
        case ThingNews.DECLINED:
            return thing.is_open and response.standing is Standing.DECLINED
    return not thing.is_open
