"""Claims: taking a want on, the wisher's yes, whether it is done, what is passed on; thanks; offers asked about."""

from __future__ import annotations

from datetime import datetime

from bot.domain import errors
from bot.domain.buttons import number
from bot.domain.house import House
from bot.messages import Actor, Press, Reply, Say, Toast, line
from bot.ports import UnitOfWork
from bot.services import claim_lines, claiming, claims_under_way, matching
from conversations import claim_wish, pass_contact, put_off_claim, talk


async def on_claim(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """`claim:<want>`, or `claim:<want>:<offer>`: yes to the question whether an offer's author would do it."""
    want_id = number(press.args, 0)
    offer_id = number(press.args, 1) if len(press.args) > 1 else None
    wish, estate = await claiming.wish_to_claim(actor=press.actor, wish_id=want_id, uow=uow)
    if offer_id is not None:
        await matching.check_open(actor=press.actor, want_id=want_id, offer_id=offer_id, uow=uow)
    listed = estate.organisations.get(press.actor.person.telegram_id)
    return await talk.begin(
        claim_wish.CLAIM_WISH,
        press.actor,
        given=claim_wish.given(wish, listed=listed, offer_id=offer_id),
        uow=uow,
        now=now,
        message_id=None,
        pace=house.pace,
    )


async def on_match_declined(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    want_id, offer_id = number(press.args, 0), number(press.args, 1)
    await matching.decline(actor=press.actor, want_id=want_id, offer_id=offer_id, uow=uow, now=now)
    return (Toast("noted"), Reply((line("match-declined"),), edits=press.message_id))


async def on_wisher(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """What only the wisher says: yes, no; done, not yet; not needed any more."""
    claim_id, said = number(press.args, 0), press.args[1] if len(press.args) > 1 else ""
    actor = press.actor
    match said:
        case "yes" | "home":
            home = said == "home"
            wish, claim = await claiming.accept(actor=actor, claim_id=claim_id, home=home, uow=uow, now=now)
            reply = claim_lines.accepted_by(wish, claim, await uow.people.get(claim.claimer_id))
        case "no":
            wish = await claiming.decline(actor=actor, claim_id=claim_id, uow=uow)
            reply = Reply((line("claim-declined", number=str(wish.number)),))
        case "fixed":
            wish, _ = await claims_under_way.confirm(actor=actor, claim_id=claim_id, uow=uow, now=now)
            reply = Reply((line("claim-confirmed", number=str(wish.number)),))
        case "not-yet":
            wish, claim = await claims_under_way.not_yet(actor=actor, claim_id=claim_id, uow=uow, now=now)
            reply = Reply((line("claim-goes-on", number=str(wish.number)),), buttons=claim_lines.wisher_rows(claim))
        case "off":
            wish = await claims_under_way.call_off(actor=actor, claim_id=claim_id, uow=uow, now=now)
            reply = Reply((line("claim-called-off", number=str(wish.number)),))
        case _:
            raise errors.UnknownButton
    return (Toast("noted"), Reply(reply.lines, buttons=reply.buttons, edits=press.message_id))


async def on_mine(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """What only the claimer says: it is done, or they cannot do it after all."""
    claim_id, said = number(press.args, 0), press.args[1] if len(press.args) > 1 else ""
    if said == "done":
        wish = await claims_under_way.report_done(actor=press.actor, claim_id=claim_id, uow=uow, now=now)
        key = "claim-reported"
    elif said == "back":
        wish = await claims_under_way.hand_back(actor=press.actor, claim_id=claim_id, uow=uow, now=now)
        key = "claim-handed-back"
    else:
        raise errors.UnknownButton
    return (Toast("noted"), Reply((line(key, number=str(wish.number)),), edits=press.message_id))


async def on_later(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    wish, claim, estate = await claims_under_way.to_put_off(
        actor=press.actor, claim_id=number(press.args, 0), uow=uow, now=now
    )
    given = put_off_claim.given(wish, claim, farthest_days=estate.claims.farthest_days)
    return await talk.begin(
        put_off_claim.PUT_OFF_CLAIM, press.actor, given=given, uow=uow, now=now, message_id=None, pace=house.pace
    )


async def on_contact(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    wish, claim, claimer = await claims_under_way.to_pass_contact(
        actor=press.actor, claim_id=number(press.args, 0), uow=uow
    )
    given = pass_contact.given(wish, claim, claimer)
    return await talk.begin(
        pass_contact.PASS_CONTACT, press.actor, given=given, uow=uow, now=now, message_id=None, pace=house.pace
    )


async def on_vouch(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    if len(press.args) < 2 or press.args[1] not in ("yes", "no"):
        raise errors.UnknownButton
    known, actor = press.args[1] == "yes", press.actor
    wish, claim = await claiming.vouch(actor=actor, claim_id=number(press.args, 0), known=known, uow=uow, now=now)
    claimer = await uow.people.get(claim.claimer_id)
    reply = claim_lines.word_given(wish, claim, claimer, known=known, by=actor.person.name)
    return (Toast("noted"), Reply(reply.lines, edits=press.message_id))


async def on_release(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    wish = await claims_under_way.release(actor=press.actor, claim_id=number(press.args, 0), uow=uow, now=now)
    released = line("claim-released", number=str(wish.number), name=press.actor.person.name)
    return (Toast("noted"), Reply((released,), edits=press.message_id))


async def on_thanks(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Toast:
    wish = await claims_under_way.thank(actor=press.actor, claim_id=number(press.args, 0), uow=uow, now=now)
    return Toast("thanked", {"number": str(wish.number)})


async def open_claim(actor: Actor, *, claim_id: int, uow: UnitOfWork) -> Reply:
    """By the link on the card, for a wisher who could not be written to: what they are asked."""
    wish, claim, _ = await claiming.of_wisher(actor=actor, claim_id=claim_id, uow=uow)
    view = claim_lines.ClaimView(claim, await uow.people.get(claim.claimer_id))
    return claim_lines.to_wisher(wish, view, await uow.filed_for.of(wish.id))
