"""How a quarrel looks: to staff and group, who learn nothing of it; to its mediator, and to each of its sides."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.buttons import data
from bot.domain.people import Person
from bot.domain.quarrels import RECORDED, Party, Quarrel, QuarrelOutcome, QuarrelPhase, Side
from bot.domain.wishes import Wish
from bot.messages import Arg, Button, Line, Reply, Term, line
from bot.ports import UnitOfWork

LINK = "quarrel"  #: deep link of the other side

Rows = tuple[tuple[Button, ...], ...]


async def card(wish: Wish, *, staff: bool, uow: UnitOfWork) -> Reply:
    """Its number. Staff see that it is with a mediator, or over; neighbours see that it is not here."""
    photos = (wish.photo,) if wish.photo else ()
    if not staff:
        return Reply((line("quarrel-card-group", number=str(wish.number)),), photos=photos, silent=True)
    quarrel = await uow.quarrels.last(wish.id)
    asked = quarrel is not None and quarrel.is_open and quarrel.phase is QuarrelPhase.ASKED
    undoable = asked and quarrel is not None and bool(quarrel.before)
    undo = Button("button-quarrel-undo", data("quarrel-undo", wish.id))
    return Reply((staff_line(wish, quarrel),), buttons=((undo,),) if undoable else (), photos=photos, silent=True)


def staff_line(wish: Wish, quarrel: Quarrel | None) -> Line:
    """Only whether somebody has it. Texts: quarrel-card-asked, -waiting, -taken, -over."""
    where = quarrel.phase.value if quarrel is not None and quarrel.is_open else "over"
    return line(f"quarrel-card-{where}", number=str(wish.number))


# ---- to its mediator -----------------------------------------------------------------------------------------------


def brought(quarrel: Quarrel, wish: Wish) -> Reply:
    """To every mediator: one waits. What it says is shown to whoever opens it."""
    return Reply((line("quarrel-brought", number=str(wish.number)),), buttons=((_open_button(quarrel, wish),),))


def _open_button(quarrel: Quarrel, wish: Wish) -> Button:
    return Button("button-quarrel-open", data("quarrel", quarrel.id), args={"number": str(wish.number)})


def case(quarrel: Quarrel, wish: Wish, known: Sequence[Person] = (), *, head: Sequence[Line] = ()) -> Reply:
    """All that its mediator knows of it, and what can be done now. `known`: who may live at the other side's door."""
    lines = [*head, line("quarrel-case", number=str(wish.number), words=quarrel.words)]
    if quarrel.where:
        lines.append(line("quarrel-case-where", where=quarrel.where))
    lines += [each for side in Side for each in _party_lines(quarrel.party(side), side)]
    if quarrel.time:
        lines.append(line("quarrel-case-time", time=quarrel.time))
    if quarrel.outcome is not None:
        lines.append(line("quarrel-case-over", outcome=Term(f"quarrel-outcome-{quarrel.outcome}")))
    photos = (quarrel.photo,) if quarrel.photo else ()
    return Reply(tuple(lines), buttons=_case_rows(quarrel, known), photos=photos)


def _party_lines(party: Party, side: Side) -> list[Line]:
    """Texts: quarrel-side-author, quarrel-side-other, each with a state, and what they said."""
    states = {None: "asked" if party.asked else "not-asked", True: "yes", False: "no"}
    state = states[party.agrees]
    if party.time_fits is not None and party.agrees:
        state = "time-fits" if party.time_fits else "time-fits-not"
    if party.holds is not None:
        state = "holds" if party.holds else "holds-not"
    who, how = Term(f"quarrel-side-{side}"), Term(f"quarrel-state-{state}")
    lines = [line("quarrel-case-side", who=who, state=how)]
    if party.view:
        lines.append(line("quarrel-case-view", who=who, words=party.view))
    return lines


def _case_rows(quarrel: Quarrel, known: Sequence[Person]) -> Rows:
    if not quarrel.is_open:
        return ()
    if quarrel.phase is not QuarrelPhase.TAKEN:
        return ((_do(quarrel, "take"),),)
    rows: list[tuple[Button, ...]] = []
    if quarrel.other.agrees is None:
        if quarrel.other.person_id is None:
            rows += [(_ask(quarrel, person),) for person in known]
            rows.append((_do(quarrel, "link"),))
            rows.append((_do(quarrel, "door-yes"), _do(quarrel, "door-no")))
    elif quarrel.both_agree:
        rows.append((Button("button-quarrel-time", data("quarrel-write", quarrel.id, "time")),))
    rows.append((Button("button-quarrel-end", data("quarrel-write", quarrel.id, "end")),))
    rows.append((_do(quarrel, "release"), _do(quarrel, "back")))
    return tuple(rows)


def _do(quarrel: Quarrel, what: str) -> Button:
    """Texts: button-quarrel-take, -link, -door-yes, -door-no, -release, -back."""
    return Button(f"button-quarrel-{what}", data("quarrel-do", quarrel.id, what))


def _ask(quarrel: Quarrel, person: Person) -> Button:
    return Button("button-quarrel-ask", data("quarrel-do", quarrel.id, "ask", person.id), args={"name": person.name})


def link(quarrel: Quarrel) -> Reply:
    """For the mediator to pass on, or to show at the door: nothing in it says what it is about."""
    return Reply(
        (line("quarrel-link"),), buttons=((Button("button-quarrel-open-link", start=f"{LINK}-{quarrel.code}"),),)
    )


def cases(found: Sequence[tuple[Quarrel, Wish]]) -> Reply:
    """What waits, or is with this mediator; each opens by its button."""
    if not found:
        return Reply((line("quarrel-none-waits"),))
    return Reply(
        (line("quarrel-cases", n=len(found)),), buttons=tuple((_open_button(quarrel, wish),) for quarrel, wish in found)
    )


# ---- to its sides --------------------------------------------------------------------------------------------------


def asked_author(quarrel: Quarrel, wish: Wish) -> Reply:
    said = line("quarrel-ask-author", number=str(wish.number), words=quarrel.words)
    return Reply((said,), buttons=_yes_no(quarrel, no="button-quarrel-rather-committee"))


def asked_other(quarrel: Quarrel) -> Reply:
    """Not who, not what, not where."""
    said = line("quarrel-ask-other", mediator=quarrel.mediator_name)
    return Reply((said,), buttons=_yes_no(quarrel, no="button-quarrel-no"))


def _yes_no(quarrel: Quarrel, *, no: str) -> Rows:
    return ((_say(quarrel, "yes", "button-quarrel-yes"),), (_say(quarrel, "no", no),))


def _say(quarrel: Quarrel, what: str, key: str) -> Button:
    return Button(key, data("quarrel-say", quarrel.id, what))


def side_view(quarrel: Quarrel, wish: Wish, side: Side) -> Reply:
    """Where it stands, for one of its sides: of the other nothing but that both said yes."""
    party = quarrel.party(side)
    if quarrel.is_open and party.agrees is None:
        return asked_author(quarrel, wish) if side is Side.AUTHOR else asked_other(quarrel)
    number = str(wish.number)
    if quarrel.outcome is not None:
        return Reply((ended_line(quarrel, wish),))
    lines = [line("quarrel-own", number=number, words=quarrel.words)] if side is Side.AUTHOR else []
    if quarrel.both_agree:
        lines.append(line("quarrel-both-agree", mediator=quarrel.mediator_name))
    elif quarrel.mediator_name:
        lines.append(line("quarrel-own-taken", mediator=quarrel.mediator_name))
    else:
        lines.append(line("quarrel-own-waits"))
    if party.view:
        lines.append(line("quarrel-own-view", words=party.view))
    rows: list[tuple[Button, ...]] = [(Button("button-quarrel-view", data("quarrel-write", quarrel.id, "view")),)]
    if quarrel.time:
        lines.append(line("quarrel-time-agreed" if quarrel.time_is_agreed else "quarrel-ask-time", time=quarrel.time))
        rows.append(
            (_say(quarrel, "fits", "button-quarrel-fits"), _say(quarrel, "fits-not", "button-quarrel-fits-not"))
        )
    if side is Side.AUTHOR:
        rows.append((_say(quarrel, "off", "button-quarrel-off"),))
    return Reply(tuple(lines), buttons=tuple(rows))


def both_agree(quarrel: Quarrel) -> Reply:
    view = Button("button-quarrel-view", data("quarrel-write", quarrel.id, "view"))
    return Reply((line("quarrel-both-agree", mediator=quarrel.mediator_name),), buttons=((view,),))


def asked_time(quarrel: Quarrel) -> Reply:
    fits, not_ = _say(quarrel, "fits", "button-quarrel-fits"), _say(quarrel, "fits-not", "button-quarrel-fits-not")
    return Reply((line("quarrel-ask-time", time=quarrel.time),), buttons=((fits,), (not_,)))


def time_agreed(quarrel: Quarrel) -> Reply:
    return Reply((line("quarrel-time-agreed", time=quarrel.time),))


def ended_line(quarrel: Quarrel, wish: Wish) -> Line:
    """What both sides are told: the same, and of a no not whose it was. Texts: quarrel-ended-… with each outcome."""
    outcome = QuarrelOutcome.DECLINED if quarrel.outcome is QuarrelOutcome.FORGOTTEN else quarrel.outcome
    return Line(f"quarrel-ended-{outcome}", {"number": str(wish.number)})


def ended(quarrel: Quarrel, wish: Wish) -> Reply:
    note = (line("quarrel-ended-note", note=quarrel.note, mediator=quarrel.mediator_name),) if quarrel.note else ()
    return Reply((ended_line(quarrel, wish), *note))


def asked_whether_holds(quarrel: Quarrel) -> Reply:
    holds, not_ = _say(quarrel, "holds", "button-quarrel-holds"), _say(quarrel, "holds-not", "button-quarrel-holds-not")
    return Reply((line("quarrel-ask-holds"),), buttons=((holds,), (not_,)))


def outcome_options() -> tuple[tuple[str, str], ...]:
    """Ends that a mediator records, with the labels of their buttons."""
    return tuple((outcome.value, f"button-quarrel-{outcome}") for outcome in RECORDED)


def mine(found: Sequence[tuple[Quarrel, Wish]]) -> Reply:
    args: dict[str, Arg] = {"n": len(found)}
    return Reply((Line("quarrel-mine", args),), buttons=tuple((_open_button(each, wish),) for each, wish in found))
