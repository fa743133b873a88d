"""How it is shown what those affected were asked, and what they said: on cards, in private, in the staff chat."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.buttons import data
from bot.domain.people import Body, Person
from bot.domain.verdicts import Affected, Asking, Finding, Outcome, Round, Tally, tally
from bot.domain.wishes import State, Wish
from bot.messages import Arg, Button, Day, Line, Mention, Reply, Term, Texts, line
from bot.ports import UnitOfWork

_SHOWN_IN = frozenset({State.DONE, State.RETURNED})


@dataclass(frozen=True, slots=True)
class View:
    """The newest question about a wish, as cards show it."""

    asking: Asking
    counts: Tally
    returns: int  #: how often the wish went back
    broke: int  #: how many said that it broke again
    contacts: tuple[Person, ...]  #: those who may be contacted; for staff alone


async def view_of(wish: Wish, uow: UnitOfWork) -> View | None:
    """None: nobody was asked, or the wish has gone on since."""
    if wish.state not in _SHOWN_IN:
        return None
    askings = await uow.verdicts.of(wish.id)
    if not askings or askings[-1].outcome is Outcome.OVERTAKEN:
        return None
    asking = askings[-1]
    people = await uow.verdicts.people(asking.id)
    return View(
        asking,
        tally(people),
        returns=sum(each.outcome is Outcome.RETURNED for each in askings),
        broke=sum(each.broke_at is not None for each in people),
        contacts=tuple([await uow.people.get(each.person_id) for each in people if each.may_contact]),
    )


async def photos_asked_about(wish: Wish, uow: UnitOfWork) -> tuple[str, ...]:
    """Of the newest report that it was done, whatever became of it since: keys of `files`."""
    askings = await uow.verdicts.of(wish.id)
    return (await uow.answers.get(askings[-1].answer_id)).photos if askings else ()


def counted(view: View) -> Texts:
    """Asked, reached, answered, and each answer; a zero is never shown."""
    counts = view.counts
    pairs = (
        ("verdict-asked", counts.asked),
        ("verdict-reached", counts.reached),
        ("verdict-answered", counts.answered),
        ("verdict-fixed", counts.fixed),
        ("verdict-half", counts.half),
        ("verdict-not-yet", counts.not_yet),
        ("verdict-unclear", counts.unclear),
        ("verdict-broke", view.broke),
    )
    return Texts(tuple(Term(key, {"n": n}) for key, n in pairs if n))


def card_lines(view: View | None) -> tuple[Line, ...]:
    if view is None:
        return ()
    asking = view.asking
    if asking.outcome is Outcome.NOBODY:
        key = "card-verdict-nobody" if not view.broke else "card-verdict"
        return (Line(key, {"counts": counted(view)}),)
    said = line("card-verdict", counts=counted(view))
    if not asking.is_open:
        return (said,)
    return (line("card-verdict-ask" if asking.round is Round.FIRST else "card-verdict-ask-again"), said)


def desk_lines(view: View | None) -> tuple[Line, ...]:
    """What neighbours see, and below it how often it went back and who may be contacted."""
    if view is None:
        return ()
    lines = list(card_lines(view)[-1:])
    if view.returns > 1:
        lines.append(line("desk-returns", n=view.returns))
    lines += [line("desk-verdict-contact", name=Mention(each.name, each.telegram_id)) for each in view.contacts]
    return tuple(lines)


async def told(wish: Wish, uow: UnitOfWork) -> list[tuple[datetime, tuple[Line, ...]]]:
    """What was found and added, for the history behind [more]; without a name but of those who may be contacted."""
    lines: list[tuple[datetime, tuple[Line, ...]]] = []
    for asking in await uow.verdicts.of(wish.id):
        if asking.outcome is Outcome.NOBODY:
            lines.append((asking.closes_at, (line("more-verdict-nobody"),)))
        people = await uow.verdicts.people(asking.id)
        found = [(at, each) for each in people if (at := each.broke_at or each.found_at) is not None]
        lines += [(at, (await _history_line(each, uow),)) for at, each in found]
    return lines


async def _history_line(affected: Affected, uow: UnitOfWork) -> Line:
    args: dict[str, Arg] = {"said": _finding(affected)}
    if affected.may_contact:
        args["name"] = (await uow.people.get(affected.person_id)).name
    if affected.words:
        return Line(
            "more-verdict-words-named" if affected.may_contact else "more-verdict-words",
            {**args, "words": affected.words},
        )
    return Line("more-verdict-named" if affected.may_contact else "more-verdict", args)


def finding_rows(asking: Asking) -> tuple[tuple[Button, ...], ...]:
    row = [Button(f"button-verdict-{each}", data("verdict", asking.id, each)) for each in Finding]
    return (tuple(row[:2]), tuple(row[2:]))


def line_row(wish: Wish, asking: Asking) -> tuple[Button, ...]:
    """Of a wish that is a line of a board: the two plainest answers; the others are given in private."""
    number: dict[str, Arg] = {"number": str(wish.number)}
    fixed = Button("button-verdict-line-fixed", data("verdict", asking.id, Finding.FIXED), args=number)
    not_yet = Button("button-verdict-line-not-yet", data("verdict", asking.id, Finding.NOT_YET), args=number)
    return (fixed, not_yet)


def card_rows(view: View | None, wish: Wish) -> tuple[tuple[Button, ...], ...]:
    """On the group's card: the four answers while they are asked, [it broke again] afterwards."""
    if view is None or wish.state is not State.DONE:
        return ()
    more = Button("button-verdict-in-private", start=f"verdict-{view.asking.id}")
    if view.asking.is_open:
        return (*finding_rows(view.asking), (more,))
    return ((_broke(view.asking),),) if view.asking.may_be_reopened else ()


def private_rows(view: View | None, wish: Wish) -> tuple[tuple[Button, ...], ...]:
    """The same for the author in private, who needs no way there."""
    rows = card_rows(view, wish)
    return tuple(row for row in rows if all(button.start is None for button in row))


def _broke(asking: Asking) -> Button:
    return Button("button-broke", data("broke", asking.id))


def question(wish: Wish, asking: Asking, affected: Affected) -> Reply:
    """In private, for whoever came by the card's link: what they can do now."""
    number = str(wish.number)
    if affected.finding is not None or affected.broke_at is not None:
        return say_more(wish, affected, asking)
    if asking.is_open:
        return Reply((line("verdict-question", number=number, wish=wish.words),), buttons=finding_rows(asking))
    if asking.may_be_reopened and wish.state is State.DONE:
        return Reply((line("verdict-broke-question", number=number, wish=wish.words),), buttons=((_broke(asking),),))
    return Reply((line("verdict-over", number=number),))


def say_more(wish: Wish, affected: Affected, asking: Asking | None = None) -> Reply:
    """What they said, whether they may be contacted, and the way to add words. `asking`: to let them change it."""
    lines = [line("verdict-you-said", number=str(wish.number), said=_finding(affected))]
    rows: list[tuple[Button, ...]] = []
    if affected.broke_at or affected.finding in (Finding.NOT_YET, Finding.HALF):
        lines.append(line(_CONTACT_KEYS[affected.may_contact]))
        yes = Button("button-contact-yes", data("contact", affected.asking_id, "yes"))
        no = Button("button-contact-no", data("contact", affected.asking_id, "no"))
        rows.append(tuple(each for each, is_so in ((yes, True), (no, False)) if affected.may_contact is not is_so))
    rows.append((Button("button-verdict-words", data("verdict-words", affected.asking_id)),))
    if asking is not None and asking.is_open:
        rows = [*finding_rows(asking), *rows]
    return Reply(tuple(lines), buttons=tuple(rows))


_CONTACT_KEYS = {None: "verdict-contact-ask", True: "verdict-contact-yes", False: "verdict-contact-no"}


def _finding(affected: Affected) -> Term:
    return Term("verdict-said-broke") if affected.broke_at else Term(f"button-verdict-{affected.finding}")


def contact(wish: Wish, affected: Affected, person: Person) -> Reply:
    """In the staff chat: whom to contact; a second thought takes the name away again."""
    slot = f"contact-{affected.asking_id}-{person.id}"
    if not affected.may_contact:
        return Reply((line("desk-contact-withdrawn", number=str(wish.number)),), slot=slot)
    name = Mention(person.name, person.telegram_id)
    args: dict[str, Arg] = {"number": str(wish.number), "name": name, "said": _finding(affected)}
    return Reply((Line("desk-contact", args),), slot=slot)


def said_more(wish: Wish, affected: Affected, person: Person | None) -> Reply:
    """In the staff chat: what somebody added. `person`: who may be contacted; None: nobody learns who it is."""
    head: dict[str, Arg] = {"number": str(wish.number), "said": _finding(affected)}
    lines = [Line("desk-verdict-words", head)]
    if affected.words:
        lines.append(line("card-words", words=affected.words))
    if person is not None:
        lines.append(line("desk-verdict-contact", name=Mention(person.name, person.telegram_id)))
    return Reply(tuple(lines), photos=(affected.photo,) if affected.photo else ())


def returned_to_staff(wish: Wish, view: View, body: Body) -> Reply:
    """In the staff chat: who has to see to it again, and until when."""
    assert wish.next_date is not None, "what went back has a day"
    args: dict[str, Arg] = {"number": str(wish.number), "body": Term(f"body-{body}"), "day": Day(wish.next_date)}
    lines = [Line("desk-returned", args), line("card-verdict", counts=counted(view))]
    if view.returns > 1:
        lines.append(line("desk-returned-again", n=view.returns))
    answer = Button("button-answer", data("answer", wish.id))
    again = (Button("button-deliberate", data("deliberate", wish.id)),) if view.returns > 1 else ()
    return Reply(tuple(lines), buttons=((answer, *again),))
