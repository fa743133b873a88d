"""The buttons on a wish's card: same here, support, I can help; and taking one back, confirmed."""

from __future__ import annotations

from datetime import datetime

from bot.domain import errors
from bot.domain.buttons import data, number
from bot.domain.house import House
from bot.domain.presses import Meaning
from bot.domain.wishes import Stance
from bot.messages import Button, Press, Reply, Say, Toast, line
from bot.ports import UnitOfWork
from bot.services import following

_COUNTED = {Stance.JOIN: "counted-join", Stance.SUPPORT: "counted-support", Stance.HELP: "counted-help"}
_ASK_BACK = {Stance.JOIN: "unfollow-ask-join", Stance.SUPPORT: "unfollow-ask-support", Stance.HELP: "unfollow-ask-help"}
_STANCE_OF = {"join": Stance.JOIN, "support": Stance.SUPPORT, "help": Stance.HELP}


async def on_stance(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Toast:
    """Count it once and say so; whoever cannot be written to is told where the news will be.

    What was taken back is said in a window: a mistaken thumb must not lose a neighbour's voice unseen.
    """
    stance = _STANCE_OF[press.route]
    wish, meant = await following.press(
        actor=press.actor, wish_id=number(press.args, 0), stance=stance, uow=uow, now=now
    )
    if meant in (Meaning.TAKE_BACK, Meaning.NERVOUS_TAKEN_BACK):
        return Toast("taken-back", {"number": str(wish.number)}, alert=True)
    if meant is Meaning.ASK:
        key = "counted-before" if press.actor.person.started else "counted-before-press-again"
        return Toast(key, {"number": str(wish.number)}, alert=True)
    if press.actor.person.started:
        return Toast(_COUNTED[stance], {"number": str(wish.number)})
    return Toast("counted-not-started", {"number": str(wish.number)}, alert=True)


async def on_unfollow(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    """The first of two presses: ask."""
    wish_id, stance = number(press.args, 0), stance_of(press.args)
    await following.stance_to_take_back(actor=press.actor, wish_id=wish_id, stance=stance, uow=uow)
    return Reply(
        (line(_ASK_BACK[stance]),),
        buttons=(
            (
                Button("button-unfollow-yes", data("unfollow-yes", wish_id, stance)),
                Button("button-unfollow-no", data("wish", wish_id)),
            ),
        ),
        edits=press.message_id,
    )


async def on_unfollow_confirmed(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """The second press: it counts no more, and they hear no more of it."""
    wish = await following.unfollow_wish(
        actor=press.actor, wish_id=number(press.args, 0), stance=stance_of(press.args), uow=uow
    )
    return (Toast("noted"), Reply((line("unfollowed", number=str(wish.number)),), edits=press.message_id))


def stance_of(args: tuple[str, ...]) -> Stance:
    """The stance a button names.

    Raises:
        UnknownButton: none.
    """
    if len(args) < 2 or args[1] not in _STANCE_OF:
        raise errors.UnknownButton
    return _STANCE_OF[args[1]]
