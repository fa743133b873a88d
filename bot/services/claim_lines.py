"""How claims are shown: on cards, to who claimed, to who wished, in the staff chat."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.domain import claiming
from bot.domain.buttons import data
from bot.domain.claiming import Claim, ClaimKind, ClaimOutcome, Phase
from bot.domain.filed_for import FiledFor
from bot.domain.people import Chat, Person
from bot.domain.wishes import Kind, State, Visibility, Wish
from bot.messages import Arg, Button, Day, Line, Reply, Term, line
from bot.ports import UnitOfWork
from bot.services import claim_ends

Rows = tuple[tuple[Button, ...], ...]
_SHOWN_IN = frozenset({State.OPEN, State.TAKEN, State.DONE})


@dataclass(frozen=True, slots=True)
class ClaimView:
    """The newest claim of a wish, as cards show it."""

    claim: Claim
    claimer: Person
    thanked: int = 0

    def running(self, wish: Wish) -> bool:
        return claiming.in_hands_of(wish, self.claim)

    def did_it(self, wish: Wish) -> bool:
        return wish.state is State.DONE and self.claim.outcome is ClaimOutcome.CONFIRMED


async def view_of(wish: Wish, uow: UnitOfWork) -> ClaimView | None:
    """None: nobody claimed it, or it has gone on since."""
    if wish.kind is not Kind.WANT or wish.state not in _SHOWN_IN:
        return None
    claim = await uow.wish_claims.last(wish.id)
    if claim is None:
        return None
    view = ClaimView(claim, await uow.people.get(claim.claimer_id), await uow.wish_claims.thanked(claim.id))
    return view if view.running(wish) or view.did_it(wish) or claim.is_open else None


def somebody(claim: Claim) -> Term:
    """Who claims, to those who do not know them: a firm is named, a neighbour is not."""
    if claim.kind is ClaimKind.FIRM:
        return Term("claim-firm", {"firm": claim.firm})
    return Term("claim-neighbours" if claim.kind is ClaimKind.GROUP else "claim-neighbour")


def named(claim: Claim, claimer: Person) -> Term:
    """Who claims, with names: for its wisher once they said yes, and for the staff."""
    if claimer.is_forgotten:
        return somebody(claim)
    if claim.kind is ClaimKind.FIRM:
        return Term("claim-by-firm", {"firm": claim.firm, "name": claimer.name})
    if claim.kind is ClaimKind.GROUP:
        return Term("claim-by-group", {"name": claimer.name, "helpers": claim.helpers})
    return Term("claim-by-resident", {"name": claimer.name})


# ---- on cards -------------------------------------------------------------------------------------------------------


def card_lines(view: ClaimView | None, wish: Wish) -> tuple[Line, ...]:
    """What neighbours see, in place of where the wish stands; nothing before its wisher said yes."""
    if view is None:
        return ()
    if view.running(wish):
        return (line("card-claimed", who=somebody(view.claim), day=Day(view.claim.due_on)),)
    if view.did_it(wish):
        return (line("card-claim-done", who=somebody(view.claim)),)
    return ()


def untold_line(view: ClaimView | None) -> tuple[Line, ...]:
    """To its wisher, who cannot be written to: somebody asks them something in private."""
    return (line("card-claim-asks"),) if _is_untold(view) else ()


def untold_button(view: ClaimView | None) -> Rows:
    if view is None or not _is_untold(view):
        return ()
    return ((Button("button-asked-in-private", start=f"claimed-{view.claim.id}"),),)


def _is_untold(view: ClaimView | None) -> bool:
    return view is not None and view.claim.is_open and not view.claim.told


def thanks_row(view: ClaimView, wish: Wish) -> Rows:
    """On the card of what neighbours did: thanks, which reach them."""
    thanks = Button("button-thanks", data("claim-thanks", view.claim.id))
    return ((thanks, Button("button-report", data("report", wish.id))),)


def desk_lines(view: ClaimView | None, wish: Wish) -> tuple[Line, ...]:
    """The staff sees who does it until when, and whether in somebody's home; nothing before the wisher said yes."""
    if view is None or not (view.running(wish) or view.did_it(wish)):
        return ()
    key = "desk-claimed" if view.running(wish) else "desk-claim-done"
    args: dict[str, Arg] = {"who": named(view.claim, view.claimer), "day": Day(view.claim.due_on)}
    home = (line("desk-claim-home"),) if view.claim.enters_home else ()
    return (Line(key, args), *home)


# ---- to who claims --------------------------------------------------------------------------------------------------


def invitation(wish: Wish) -> Reply:
    """In private, after [I can help]: whether they would take all of it upon themselves."""
    rows = ((Button("button-claim", data("claim", wish.id)),),)
    return Reply((line("claim-invitation", number=str(wish.number)),), buttons=rows)


def claimer_rows(claim: Claim, *, later: bool = True) -> Rows:
    """What whoever claims can do, as things stand. `later`: its day has not passed yet."""
    back = Button("button-claim-back", data("claim-mine", claim.id, "back"))
    if claim.phase is not Phase.RUNNING:
        return ((back,),)
    done = Button("button-claim-done", data("claim-mine", claim.id, "done"))
    if not later or claim.due_before is not None:
        return ((done,), (back,))
    return ((done,), (Button("button-claim-later", data("claim-later", claim.id)),), (back,))


def claimer_view(
    view: ClaimView | None, wish: Wish, person: Person, *, today: date | None
) -> tuple[tuple[Line, ...], Rows]:
    """What the wish's view in private says and offers besides, to its claimer, and to who may claim it."""
    if view is not None and view.claim.is_open:
        if view.claim.claimer_id != person.id:
            return (), ()
        later = today is not None and claiming.may_put_off(view.claim, today=today)
        return (_where_it_stands(view.claim),), claimer_rows(view.claim, later=later)
    if claiming.is_claimable(wish, person_id=person.id):
        return (), ((Button("button-claim", data("claim", wish.id)),),)
    return (), ()


def _where_it_stands(claim: Claim) -> Line:
    """Texts: claim-yours-vouching, claim-yours-asked, claim-yours-running, claim-yours-reported."""
    return line(f"claim-yours-{claim.phase}", day=Day(claim.due_on))


def claimed(wish: Wish, claim: Claim) -> Reply:
    """Right after claiming."""
    key = "claim-made-vouching" if claim.phase is Phase.VOUCHING else "claim-made"
    return Reply((line(key, number=str(wish.number)),))


# ---- to who wished --------------------------------------------------------------------------------------------------


def question(wish: Wish, claim: Claim, filed: FiledFor | None) -> Reply:
    """Whether they want it: of a stranger to them, without a name."""
    args: dict[str, Arg] = {
        "number": str(wish.number),
        "wish": wish.words,
        "who": somebody(claim),
        "day": Day(claim.due_on),
    }
    lines = [Line("claim-question", args)]
    if filed is not None:
        lines.insert(0, line("for-ask-back", neighbour=filed.neighbour_name or ""))
    home = Button("button-claim-yes-home", data("claim-wisher", claim.id, "home"))
    yes = Button("button-claim-yes", data("claim-wisher", claim.id, "yes"))
    no = Button("button-claim-no", data("claim-wisher", claim.id, "no"))
    if claim.enters_home:
        return Reply((*lines, line("claim-question-home")), buttons=((yes,), (no,)))
    return Reply((*lines, line("claim-question-where")), buttons=((yes,), (home,), (no,)))


def is_it_done(wish: Wish, claim: Claim, claimer: Person) -> Reply:
    args: dict[str, Arg] = {"number": str(wish.number), "wish": wish.words, "who": named(claim, claimer)}
    return Reply((Line("claim-is-it-done", args),), buttons=(_found_row(claim),))


def _found_row(claim: Claim) -> tuple[Button, ...]:
    fixed = Button("button-claim-fixed", data("claim-wisher", claim.id, "fixed"))
    if claim.phase is not Phase.REPORTED:
        return (fixed,)
    return (fixed, Button("button-claim-not-yet", data("claim-wisher", claim.id, "not-yet")))


def accepted_by(wish: Wish, claim: Claim, claimer: Person) -> Reply:
    """To its wisher, after their yes: who it is, and the way to tell them more."""
    if claim.phase is Phase.VOUCHING:
        return Reply((line("claim-accepted-vouching", number=str(wish.number)),))
    args: dict[str, Arg] = {"number": str(wish.number), "who": named(claim, claimer), "day": Day(claim.due_on)}
    return Reply((Line("claim-accepted", args),), buttons=wisher_rows(claim)[:1])


def put_off(wish: Wish, claim: Claim, claimer: Person) -> Reply:
    """To its wisher: the new day, and why, if they said so; they may still do without."""
    before = Day(claim.due_before or claim.due_on)
    args: dict[str, Arg] = {"number": str(wish.number), "wish": wish.words, "who": named(claim, claimer)}
    because = claim.put_off_because
    why = (line("claim-put-off-because", words=because),) if because else ()
    head = Line("notice-claim-put-off", {**args, "before": before, "day": Day(claim.due_on)})
    return Reply((head, *why), buttons=wisher_rows(claim))


def wisher_rows(claim: Claim) -> Rows:
    """Pass on one's door or number, say that it is done, or that it is not needed any more."""
    contact = Button("button-claim-contact", data("claim-contact", claim.id))
    off = Button("button-claim-off", data("claim-wisher", claim.id, "off"))
    return ((contact,), _found_row(claim), (off,))


def wisher_view(view: ClaimView | None, wish: Wish, filed: FiledFor | None) -> tuple[tuple[Line, ...], Rows]:
    """What the author's own view of the wish says and offers besides."""
    if view is None or not view.claim.is_open:
        return (), ()
    if view.running(wish):
        args: dict[str, Arg] = {"who": named(view.claim, view.claimer), "day": Day(view.claim.due_on)}
        passed_on = (line("claim-contact-passed-on"),) if view.claim.contact is not None else ()
        return (Line("claim-with", args), *passed_on), wisher_rows(view.claim)
    if view.claim.phase is Phase.ASKED:
        asked = question(wish, view.claim, filed)
        return asked.lines[-1:], asked.buttons
    return (), ()


def to_wisher(wish: Wish, view: ClaimView, filed: FiledFor | None) -> Reply:
    """By the link on the card: what they are asked, as things stand."""
    if view.claim.phase is Phase.ASKED:
        return question(wish, view.claim, filed)
    if view.claim.phase is Phase.REPORTED:
        return is_it_done(wish, view.claim, view.claimer)
    lines, rows = wisher_view(view, wish, filed)
    return Reply(lines or (line("claim-accepted-vouching", number=str(wish.number)),), buttons=rows)


def wisher_of(wish: Wish) -> Line:
    """To its claimer: who wished it. Somebody nameless stays so until they say more themselves."""
    if wish.visibility is Visibility.NAMELESS or not wish.author_name:
        return line("claim-wisher-nameless")
    return line("claim-wisher", name=wish.author_name)


async def compose(slot: str, *, chat: Chat, uow: UnitOfWork) -> Reply | None:
    """Draw what a wisher passed on, as long as the claim is open. None: it is not this chat's."""
    claim = await uow.wish_claims.get(int(slot.partition(":")[2]))
    claimer = await uow.people.get(claim.claimer_id)
    if not chat.private or chat.telegram_id != claimer.telegram_id or not slot.startswith(claim_ends.CONTACT_SLOT):
        return None
    number = str((await uow.wishes.get(claim.wish_id)).number)
    if claim.contact is None:
        return Reply((line("claim-contact-gone", number=number),))
    return Reply((line("claim-contact-shown", number=number, words=claim.contact),))


# ---- to the staff ---------------------------------------------------------------------------------------------------


def word_wanted(wish: Wish, claim: Claim, claimer: Person) -> Reply:
    """Whether somebody knows who claims; for the committee, and the building's captain."""
    key = "claim-word-firm" if claim.kind is ClaimKind.FIRM else "claim-word"
    args: dict[str, Arg] = {
        "number": str(wish.number),
        "wish": wish.words,
        "who": named(claim, claimer),
        "day": Day(claim.due_on),
    }
    home = (line("desk-claim-home"),) if claim.enters_home else ()
    yes = Button("button-claim-known", data("claim-vouch", claim.id, "yes"))
    no = Button("button-claim-unknown", data("claim-vouch", claim.id, "no"))
    return Reply((Line(key, args), *home), buttons=((yes, no),))


def word_given(wish: Wish, claim: Claim, claimer: Person, *, known: bool, by: str) -> Reply:
    key = "claim-word-yes" if known else "claim-word-no"
    args: dict[str, Arg] = {"number": str(wish.number), "who": named(claim, claimer), "name": by}
    return Reply((Line(key, args),))


def stuck(wish: Wish, claim: Claim, claimer: Person) -> Reply:
    """In the staff chat: its day went by and nobody says anything; or its wisher does not say whether it is done."""
    reported = claim.phase is Phase.REPORTED
    key = "claim-stuck-reported" if reported else "claim-stuck"
    args: dict[str, Arg] = {"number": str(wish.number), "who": named(claim, claimer), "day": Day(claim.due_on)}
    release = Button("button-claim-release", data("claim-release", claim.id))
    return Reply((Line(key, args),), buttons=((release, Button("button-more", data("more", wish.id))),))
