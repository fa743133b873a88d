"""How a deliberation is shown: the living message in the group and in the staff chat, all of it in private, minutes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from bot.domain import rights
from bot.domain.buttons import data
from bot.domain.deliberations import (
    Contribution,
    Deliberation,
    Form,
    Part,
    Side,
    Tap,
    Taps,
    View,
    Voice,
)
from bot.domain.people import Chat
from bot.domain.topics import TopicUse
from bot.domain.wishes import Wish
from bot.messages import Arg, Button, Day, Line, Reply, Term, Texts, line
from bot.ports import UnitOfWork
from bot.services import boards

SLOT, MINUTES_SLOT = "deliberation", "minutes"
SHOWN = 3  #: of each side, the newest; the group's message stays one screen
COLUMNS = 64  #: of somebody's words in the group's message
BACKGROUND_COLUMNS = 240
PAGE = 5  #: what one page of the whole shows

LINK = "delib"  #: deep-link payload: delib-<id>-<what>-<code of the group's link>


def slot_of(deliberation_id: int) -> str:
    return f"{SLOT}:{deliberation_id}"


def minutes_slot(deliberation_id: int) -> str:
    return f"{MINUTES_SLOT}:{deliberation_id}"


# ---- parts that several of these share ------------------------------------------------------------------------------


def _number(wish: Wish) -> dict[str, Arg]:
    return {"number": str(wish.number)}


def head(wish: Wish, deliberation: Deliberation) -> tuple[Line, ...]:
    """Texts: deliberation-head-council, -coordination, -hearing."""
    lines = [Line(f"deliberation-head-{deliberation.form}", _number(wish))]
    lines.append(line("deliberation-question", question=deliberation.question))
    return tuple(lines)


def standing_line(deliberation: Deliberation) -> Line:
    """Until when, or that it is over, or what came of it."""
    if deliberation.outcome is not None:
        return line("deliberation-outcome", outcome=Term(f"outcome-{deliberation.outcome}"))
    if not deliberation.is_open:
        return line("deliberation-dropped" if deliberation.was_dropped else "deliberation-closed")
    return line("deliberation-until", day=Day(deliberation.until))


def _hearing_lines(deliberation: Deliberation) -> tuple[Line, ...]:
    officer = deliberation.officer
    if officer is None:
        return ()
    answers = line("deliberation-officer", voice=Term(f"voice-{officer.voice}"), name=officer.name)
    agenda = (line("deliberation-agenda", agenda=deliberation.agenda),) if deliberation.agenda else ()
    return (*agenda, answers)


def _kind_of(contribution: Contribution) -> str:
    if contribution.part is Part.STATEMENT:
        return f"statement-{contribution.side}"
    return str(contribution.part)


def _said(contribution: Contribution, taps: Taps, *, columns: int | None) -> Line:
    words = contribution.words if columns is None else boards.shortened(contribution.words, columns=columns)
    args: dict[str, Arg] = {"at": str(contribution.number), "words": words, "taps": _tapped(taps)}
    if contribution.voice is not Voice.RESIDENT:
        args |= {"voice": Term(f"voice-{contribution.voice}"), "name": contribution.name}
    kind = _kind_of(contribution)
    tapped = f"{kind}-tapped" if taps.total else kind
    return Line(f"deliberation-said-{tapped}", args)


def _tapped(taps: Taps) -> Texts:
    """A zero is never shown."""
    pairs = (("taps-agree", taps.agree), ("taps-disagree", taps.disagree), ("taps-pass", taps.passed))
    return Texts(tuple(Term(key, {"n": n}) for key, n in pairs if n))


def _reply_line(contribution: Contribution, deliberation: Deliberation, *, columns: int | None) -> tuple[Line, ...]:
    if contribution.part is not Part.QUESTION or deliberation.officer is None:
        return ()
    if contribution.replied_at is None:
        return (line("deliberation-unanswered"),)
    words = contribution.reply if columns is None else boards.shortened(contribution.reply, columns=columns)
    return (line("deliberation-answered", name=deliberation.officer.name, words=words),)


def tap_row(contribution: Contribution, *, numbered: bool) -> tuple[Button, ...]:
    """Texts: button-tap-agree, -disagree, -pass and the same with -numbered."""
    names = {tap: f"{tap}-numbered" if numbered else str(tap) for tap in Tap}
    at: dict[str, Arg] = {"at": str(contribution.number)}
    return tuple(
        Button(f"button-tap-{name}", data("tap", contribution.id, tap), args=at) for tap, name in names.items()
    )


# ---- the living message ---------------------------------------------------------------------------------------------


def message(wish: Wish, view: View, *, chat: Chat) -> Reply:
    """In the building's group: a screen of it. In the staff chat: the same, with what staff does there."""
    deliberation, staff = view.deliberation, rights.sees_staff_matters(chat, wish.estate_key)
    if not staff and not wish.is_public:
        return Reply((line("deliberation-hidden", **_number(wish)),), silent=True, topic=TopicUse.NEWS)
    lines = list(head(wish, deliberation))
    if deliberation.background:
        shortened = boards.shortened(deliberation.background, columns=BACKGROUND_COLUMNS)
        lines.append(line("deliberation-background", background=shortened))
    lines += _hearing_lines(deliberation)
    lines.append(standing_line(deliberation))
    lines += _columns(view)
    buttons = _staff_buttons(wish, view) if staff else _group_buttons(view, chat)
    return Reply(tuple(lines), buttons=buttons, silent=True, topic=None if staff else TopicUse.NEWS)


def _columns(view: View) -> list[Line]:
    """For and against, one block under the other: a phone is too narrow for two columns beside each other."""
    lines: list[Line] = []
    for key, found in (
        ("deliberation-for", view.shown(Part.ARGUMENT, side=Side.FOR)),
        ("deliberation-against", view.shown(Part.ARGUMENT, side=Side.AGAINST)),
        ("deliberation-questions", view.shown(Part.QUESTION)),
        ("deliberation-voices", view.shown(Part.STATEMENT)),
        ("deliberation-notes", view.shown(Part.NOTE)),
    ):
        if found:
            lines.append(Line(key, {"n": len(found)}))
            lines += _newest(found, view)
    return lines


def _newest(found: Sequence[Contribution], view: View) -> list[Line]:
    lines: list[Line] = []
    for each in found[-SHOWN:]:
        lines.append(_said(each, view.taps_on(each), columns=COLUMNS))
        lines += _reply_line(each, view.deliberation, columns=COLUMNS)
    if older := len(found) - SHOWN if len(found) > SHOWN else 0:
        lines.append(line("deliberation-older", n=older))
    return lines


def _group_buttons(view: View, chat: Chat) -> tuple[tuple[Button, ...], ...]:
    deliberation = view.deliberation
    whole = _link("button-deliberation-whole", deliberation, "view", chat)
    if not deliberation.is_open:
        return ((whole,),)
    sides = (_link("button-say-for", deliberation, "pro", chat), _link("button-say-against", deliberation, "con", chat))
    rows: list[tuple[Button, ...]] = [sides]
    if deliberation.form is Form.HEARING:
        rows.append((_link("button-say-question", deliberation, "ask", chat),))
    taps = [tap_row(each, numbered=True) for each in view.shown(Part.STATEMENT)[-SHOWN:]]
    return (*rows, *taps, (_link("button-one-by-one", deliberation, "taps", chat), whole))


def _link(key: str, deliberation: Deliberation, what: str, chat: Chat) -> Button:
    return Button(key, start=f"{LINK}-{deliberation.id}-{what}-{chat.link_code}")


def _staff_buttons(wish: Wish, view: View) -> tuple[tuple[Button, ...], ...]:
    deliberation = view.deliberation
    whole = Button("button-deliberation-whole", data("delib", deliberation.id, 0))
    if deliberation.is_open:
        state = Button("button-say-statement", data("say", deliberation.id, "statement"))
        end = Button("button-end-deliberation", data("end-delib", deliberation.id))
        return ((state, whole), (end,))
    if deliberation.was_dropped:
        return ((whole,),)
    if deliberation.waits_for_minutes:
        return ((Button("button-minutes", data("minutes", deliberation.id)), whole),)
    return ((Button("button-decide", data("decide", wish.id)), whole),)


# ---- all of it ------------------------------------------------------------------------------------------------------


def pages(view: View, *, staff: bool) -> int:
    return max(1, -(-len(listed(view, staff=staff)) // PAGE))


def listed(view: View, *, staff: bool) -> list[Contribution]:
    """What the whole shows; staff also sees what was folded, to put it back."""
    return [each for each in view.said if each.is_shown or (staff and each.off_by == "staff")]


def whole(
    wish: Wish, view: View, *, page: int, person_id: int, telegram_id: int, voice: Voice, staff: bool, private: bool
) -> Reply:
    """A page of all that was said, in full. `staff`: who may open deliberations; a page past the end is the last."""
    deliberation, said = view.deliberation, listed(view, staff=staff)
    last = pages(view, staff=staff) - 1
    page = max(0, min(page, last))
    lines = list(head(wish, deliberation))
    if deliberation.background and page == 0:
        lines.append(line("deliberation-background", background=deliberation.background))
    lines += [*_hearing_lines(deliberation), standing_line(deliberation)]
    if deliberation.outcome is not None and page == 0:
        lines.append(line("deliberation-minutes", minutes=deliberation.minutes))
    shown = said[page * PAGE : (page + 1) * PAGE]
    rows: list[tuple[Button, ...]] = []
    for each in shown:
        lines += _whole_lines(each, view)
        rows += _rows_of(each, deliberation, person_id=person_id, telegram_id=telegram_id, staff=staff)
    if not said:
        lines.append(line("deliberation-nothing-said"))
    rows = [*_ways_in(deliberation, voice, private=private), *rows]
    if last:
        lines.append(line("deliberation-page", page=page + 1, pages=last + 1))
        back = (Button("button-page-back", data("delib", deliberation.id, page - 1)),) if page else ()
        on = (Button("button-page-on", data("delib", deliberation.id, page + 1)),) if page < last else ()
        rows.append((*back, *on))
    return Reply(tuple(lines), buttons=tuple(rows))


def _whole_lines(contribution: Contribution, view: View) -> Iterable[Line]:
    if contribution.part is Part.ARGUMENT:
        yield Line(f"deliberation-side-{contribution.side}")
    if not contribution.is_shown:
        yield line("deliberation-folded")
    yield _said(contribution, view.taps_on(contribution), columns=None)
    yield from _reply_line(contribution, view.deliberation, columns=None)


def _ways_in(deliberation: Deliberation, voice: Voice, *, private: bool) -> list[tuple[Button, ...]]:
    """What this reader can say there; in the staff chat nothing is tapped one by one."""
    if not deliberation.is_open:
        return []
    here = deliberation.id
    rows: list[tuple[Button, ...]] = []
    if voice is Voice.RESIDENT:
        rows.append(
            (
                Button("button-say-for", data("say", here, "pro")),
                Button("button-say-against", data("say", here, "con")),
            )
        )
        if deliberation.form is Form.HEARING:
            rows.append((Button("button-say-question", data("say", here, "ask")),))
    else:
        rows.append((Button("button-say-statement", data("say", here, "statement")),))
    if voice is Voice.EXPERT:
        rows.append((Button("button-say-note", data("say", here, "note")),))
    if private:
        rows.append((Button("button-one-by-one", data("one-by-one", here, 0)),))
    return rows


def _rows_of(
    contribution: Contribution, deliberation: Deliberation, *, person_id: int, telegram_id: int, staff: bool
) -> list[tuple[Button, ...]]:
    at: dict[str, Arg] = {"at": str(contribution.number)}
    row: list[Button] = []
    if contribution.photos and contribution.is_shown:
        row.append(Button("button-said-photos", data("said-photos", contribution.id), args=at))
    officer = deliberation.officer
    answers = officer is not None and officer.telegram_id == telegram_id and deliberation.outcome is None
    if contribution.part is Part.QUESTION and contribution.replied_at is None and answers:
        row.append(Button("button-answer-question", data("answer-question", contribution.id), args=at))
    if contribution.person_id == person_id and contribution.is_shown:
        row.append(Button("button-unsay", data("unsay", contribution.id), args=at))
    elif staff:
        key = "button-fold-said" if contribution.is_shown else "button-unfold-said"
        row.append(Button(key, data("unsay", contribution.id), args=at))
    return [tuple(row)] if row else []


def put_to(wish: Wish, deliberation: Deliberation, contribution: Contribution | None) -> Reply:
    """One thing that was said, for a tap; None: all was seen."""
    back = (Button("button-deliberation-whole", data("delib", deliberation.id, 0)),)
    if contribution is None:
        return Reply((line("one-by-one-over", **_number(wish)),), buttons=(back,))
    rows = [tap_row(contribution, numbered=False)]
    if contribution.photos:
        at: dict[str, Arg] = {"at": str(contribution.number)}
        rows.append((Button("button-said-photos", data("said-photos", contribution.id), args=at),))
    asked = line("one-by-one-ask", question=deliberation.question, **_number(wish))
    side = (Line(f"deliberation-side-{contribution.side}"),) if contribution.part is Part.ARGUMENT else ()
    return Reply((asked, *side, _said(contribution, Taps(), columns=None)), buttons=(*rows, back))


def with_photos(contribution: Contribution) -> Reply:
    return Reply((_said(contribution, Taps(), columns=None),), photos=contribution.photos)


# ---- minutes, and what staff is told --------------------------------------------------------------------------------


def minutes(wish: Wish, deliberation: Deliberation, *, chat: Chat) -> Reply:
    """What came of it, as a message of its own where it was argued."""
    staff = rights.sees_staff_matters(chat, wish.estate_key)
    if not staff and not wish.is_public:
        return Reply((line("deliberation-hidden", **_number(wish)),), silent=True, topic=TopicUse.NEWS)
    buttons = ((Button("button-decide", data("decide", wish.id)),),) if staff and not wish.has_ended else ()
    return Reply(
        minutes_lines(wish, deliberation), buttons=buttons, silent=True, topic=None if staff else TopicUse.NEWS
    )


def minutes_lines(wish: Wish, deliberation: Deliberation) -> tuple[Line, ...]:
    by = deliberation.minutes_by
    assert by is not None, "there are minutes"
    return (
        line("minutes-head", question=deliberation.question, **_number(wish)),
        line("deliberation-outcome", outcome=Term(f"outcome-{deliberation.outcome}")),
        line("deliberation-minutes", minutes=deliberation.minutes),
        line("minutes-by", body=Term(f"body-{by.body}"), name=by.name),
    )


def over(wish: Wish, deliberation: Deliberation) -> Reply:
    """To the staff chat: its day is over, the minutes are wanted."""
    button = Button("button-minutes", data("minutes", deliberation.id))
    return Reply((line("deliberation-is-over", question=deliberation.question, **_number(wish)),), buttons=((button,),))


def minutes_wanted(wish: Wish, deliberation: Deliberation, *, now: datetime) -> Reply:
    """The reminder; `now`: so that it says how many days it is."""
    assert deliberation.closed_at is not None, "only what is over lacks minutes"
    days = max(1, round((now - deliberation.closed_at) / timedelta(days=1)))
    said = line("minutes-wanted", question=deliberation.question, days=days, **_number(wish))
    return Reply((said,), buttons=((Button("button-minutes", data("minutes", deliberation.id)),),))


# ---- composing ------------------------------------------------------------------------------------------------------


async def compose(slot: str, *, chat: Chat, uow: UnitOfWork) -> Reply | None:
    """Draw the living message or the minutes as they stand. None: there is nothing to show in this chat."""
    name, _, key = slot.partition(":")
    deliberation = await uow.deliberations.get(int(key))
    wish = await uow.wishes.get(deliberation.wish_id)
    staff = rights.sees_staff_matters(chat, wish.estate_key)
    theirs = chat.id == wish.chat_id and chat.estate_key == wish.estate_key  # it may have been bound anew since
    if not staff and (not theirs or deliberation.form is Form.COORDINATION):
        return None
    if name == MINUTES_SLOT:
        return minutes(wish, deliberation, chat=chat) if deliberation.outcome is not None else None
    said = await uow.deliberations.said_in(deliberation.id)
    view = View(deliberation, said, await uow.deliberations.taps_in(deliberation.id))
    return message(wish, view, chat=chat)
