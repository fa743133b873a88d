"""How a sign-up looks: its card in the groups, the view one asks for, the list of what there is, what is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.buttons import data
from bot.domain.people import Chat, Estate
from bot.domain.signups import Event, Roll, Signup, SignupEntry, SignupState
from bot.domain.topics import TopicUse
from bot.messages import Arg, Button, Line, Moment, Reply, line
from bot.ports import UnitOfWork
from bot.services import boards

SLOT = "signup"
LINK = "signup"  #: deep-link payload: `signup-<id>`
MOST_SHOWN = 60  #: names on a card: a message holds 4096 characters, and a phone few lines
MOST_LISTED = 12
_NAME_COLUMNS, _WHAT_COLUMNS, _MOST_OTHERS = 24, 36, 8


def slot_of(signup: Signup) -> str:
    return f"{SLOT}:{signup.id}"


async def compose(slot: str, *, chat: Chat, uow: UnitOfWork) -> Reply | None:
    """The card as it stands. None: it was not posted in this chat, or the chat is another estate's by now."""
    roll = await uow.signups.get(int(slot.partition(":")[2]))
    posted = {each.id for each in await uow.signups.chats_of(roll.signup.id)}
    return card(roll) if chat.id in posted and chat.estate_key == roll.signup.estate_key else None


# ---- the card -------------------------------------------------------------------------------------------------------


def card(roll: Roll) -> Reply:
    signup = roll.signup
    lines = [*head_lines(signup), *_standing_lines(roll), *_names(roll)]
    buttons = (_presses(signup),) if signup.state is SignupState.OPEN else ()
    return Reply(tuple(lines), buttons=buttons, silent=True, topic=TopicUse.NEWS)


def _presses(signup: Signup, *, mine: SignupEntry | None = None) -> tuple[Button, ...]:
    brought = signup.event.guests and (mine is None or mine.guests < signup.event.guests)
    bring = (Button("button-sign-plus", data("attend", signup.id, "plus")),) if brought else ()
    out = Button("button-sign-out", data("attend", signup.id, "out"))
    return (Button("button-sign-in", data("attend", signup.id, "in")), *bring, out)


def head_lines(signup: Signup) -> tuple[Line, ...]:
    """What, when, where, who asks."""
    return (line("signup-what", what=signup.event.what), *_when_and_where(signup.event, signup.zone), *_by(signup))


def _when_and_where(event: Event, zone: str) -> tuple[Line, ...]:
    lines = [line("signup-when", moment=Moment(event.starts_at, zone))]
    if event.where:
        lines.append(line("signup-where", where=event.where))
    return tuple(lines)


def _by(signup: Signup) -> tuple[Line, ...]:
    args: dict[str, Arg] = {"number": str(signup.number), "name": signup.organiser}
    return (Line("signup-by" if signup.organiser else "signup-by-nobody", args),)


def event_lines(event: Event, zone: str) -> tuple[Line, ...]:
    """All of it, as its organiser looks at it before it is posted."""
    lines = [line("signup-what", what=event.what), *_when_and_where(event, zone)]
    lines.append(line("signup-places", n=event.places) if event.places is not None else line("signup-places-any"))
    lines.append(_closes(event, zone))
    lines.append(line("signup-guests", n=event.guests) if event.guests else line("signup-guests-none"))
    lines.append(line("signup-names-shown" if event.names else "signup-names-hidden"))
    return tuple(lines)


def _closes(event: Event, zone: str) -> Line:
    if event.closes_at == event.starts_at:
        return line("signup-closes-at-start")
    return line("signup-closes", moment=Moment(event.closes_at, zone))


def _standing_lines(roll: Roll) -> tuple[Line, ...]:
    signup = roll.signup
    if signup.state is SignupState.CANCELLED:
        return (line("signup-cancelled", words=signup.reason),)
    lines = []
    if signup.left is None:
        lines.append(line("signup-taken", n=signup.taken))
    elif signup.left:
        lines.append(line("signup-left", n=signup.taken, left=signup.left))
    else:
        lines.append(line("signup-full", n=signup.taken))
    if roll.waiting:
        lines.append(line("signup-waiting", n=roll.heads_waiting))
    if signup.state is SignupState.OPEN:
        lines.append(_closes(signup.event, signup.zone))
    elif not signup.is_forgotten:
        lines.append(line("signup-closed"))
    return tuple(lines)


def _names(roll: Roll, *, always: bool = False) -> tuple[Line, ...]:
    """A line each, as in a chain that people write themselves; then those who wait."""
    if not (roll.signup.event.names or always) or roll.signup.state is SignupState.CANCELLED:
        return ()
    lines = [_name(at, each) for at, each in enumerate(roll.placed[:MOST_SHOWN], start=1)]
    if len(roll.placed) > MOST_SHOWN:
        lines.append(line("signup-more", n=len(roll.placed) - MOST_SHOWN))
    if roll.waiting:
        lines.append(line("signup-those-waiting"))
        lines += [_name(at, each) for at, each in enumerate(roll.waiting[:MOST_SHOWN], start=1)]
    if len(roll.waiting) > MOST_SHOWN:
        lines.append(line("signup-more", n=len(roll.waiting) - MOST_SHOWN))
    return tuple(lines)


def _name(at: int, entry: SignupEntry) -> Line:
    args: dict[str, Arg] = {"at": str(at), "name": boards.shortened(entry.name, columns=_NAME_COLUMNS)}
    if entry.guests:
        return Line("signup-name-with", {**args, "n": entry.guests})
    return Line("signup-name", args)


# ---- the view one asks for ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Looker:
    """Who looks at it. `runs`: opened it, or is of the committee. `for_others`: signs up who has no phone."""

    person_id: int
    runs: bool
    for_others: bool
    private: bool


def view(roll: Roll, looker: Looker, *, now: datetime, edits: int | None = None) -> Reply:
    signup = roll.signup
    mine = roll.of(looker.person_id) if looker.private else None
    lines = [*head_lines(signup), *_standing_lines(roll), *_names(roll, always=looker.runs)]
    if mine is not None and signup.state is not SignupState.CANCELLED:
        lines.append(own_line(roll, mine))
        if mine.guest_names:
            lines.append(line("signup-own-guests", names=mine.guest_names))
    rows = _rows(roll, looker, mine, now=now)
    return Reply(tuple(lines), buttons=tuple(row for row in rows if row), edits=edits, silent=True)


def own_line(roll: Roll, mine: SignupEntry) -> Line:
    """Texts: signup-own-in, signup-own-waiting."""
    what = "in" if mine.placed else "waiting"
    return line(f"signup-own-{what}", at=str(roll.rank(mine)), n=mine.guests)


def _rows(roll: Roll, looker: Looker, mine: SignupEntry | None, *, now: datetime) -> list[tuple[Button, ...]]:
    signup, rows = roll.signup, []
    is_ahead = signup.state is not SignupState.CANCELLED and now < signup.event.starts_at
    is_open = signup.state is SignupState.OPEN and now < signup.event.closes_at
    if looker.private and is_open:
        rows.append(_presses(signup, mine=mine)[1:] if mine else _presses(signup)[:-1])
    elif looker.private and is_ahead and mine is not None:
        rows.append((Button("button-sign-out", data("attend", signup.id, "out")),))
    if looker.private and is_open and mine is not None and mine.guests:
        fewer = Button("button-sign-minus", data("attend", signup.id, "minus"))
        rows.append((fewer, Button("button-sign-names", data("attend-names", signup.id))))
    if looker.for_others and is_ahead:
        if is_open:
            rows.append((Button("button-signup-for", data("signup-for", signup.id, "new")),))
        theirs = [each for each in roll.entries if each.person_id is None and _may_take_off(each, looker)]
        rows += [
            (Button("button-signup-for-off", data("signup-for", signup.id, each.id), args={"name": each.name}),)
            for each in theirs[:_MOST_OTHERS]
        ]
    if looker.runs and not signup.is_forgotten:
        rows.append((Button("button-signup-list", data("signup-do", signup.id, "list")),))
        if is_ahead:
            change = Button("button-signup-change", data("signup-do", signup.id, "change"))
            rows.append((change, Button("button-signup-cancel", data("signup-do", signup.id, "cancel"))))
    return rows


def _may_take_off(entry: SignupEntry, looker: Looker) -> bool:
    return looker.runs or entry.by_id == looker.person_id


# ---- what there is --------------------------------------------------------------------------------------------------


def listed(estate: Estate, rolls: Sequence[Roll], *, person_id: int, private: bool, runs: bool) -> Reply:
    """Those that are ahead, and in private which of them are this person's."""
    lines = [line("signups-head", estate=estate.name)]
    lines += [_row(each, person_id=person_id, private=private) for each in rolls[:MOST_LISTED]]
    if not rolls:
        lines.append(line("signups-none"))
    if len(rolls) > MOST_LISTED:
        lines.append(line("signups-more", n=len(rolls) - MOST_LISTED))
    rows = [_look(each.signup, private=private) for each in rolls[:MOST_LISTED]]
    in_rows = [tuple(rows[at : at + 2]) for at in range(0, len(rows), 2)]
    if runs and private:
        in_rows.append((Button("button-signup-open", data("signup-do", 0, "open")),))
    return Reply(tuple(lines), buttons=tuple(in_rows), silent=True)


def _look(signup: Signup, *, private: bool) -> Button:
    args: dict[str, Arg] = {"number": str(signup.number)}
    if private:
        return Button("button-signup-look", data("signup", signup.id), args=args)
    return Button("button-signup-look", start=f"{LINK}-{signup.id}", args=args)


def _row(roll: Roll, *, person_id: int, private: bool) -> Line:
    """Texts: signups-row, -full, -any, -closed, -over; with -mine, or -waits, where they are on the list."""
    signup = roll.signup
    args: dict[str, Arg] = {
        "number": str(signup.number),
        "what": boards.shortened(signup.event.what, columns=_WHAT_COLUMNS),
        "moment": Moment(signup.event.starts_at, signup.zone),
    }
    mine = roll.of(person_id) if private else None
    if mine is not None:
        return Line("signups-row-mine" if mine.placed else "signups-row-waits", args)
    if signup.state is SignupState.CANCELLED:
        return Line("signups-row-cancelled", args)
    if signup.state is SignupState.CLOSED:
        return Line("signups-row-closed", args)
    if signup.left is None:
        return Line("signups-row-any", args)
    return Line("signups-row-left", {**args, "left": signup.left}) if signup.left else Line("signups-row-full", args)
