"""A group comes to belong to an estate: three presses on its one message, by those who may.

Somebody listed in config.yaml binds at once. An administrator of the group who is not listed may press the same; then
the estate's staff chat is asked, and only a listed person's yes binds. So nobody gets to read an estate's wishes by
making a group and adding the bot.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain import errors, onboarding, rights
from bot.domain.buttons import data
from bot.domain.house import House
from bot.domain.intakes import IntakeState
from bot.domain.onboarding import Onboarding, Step
from bot.domain.people import Chat, ChatUse, Estate, Purpose
from bot.domain.places import Place
from bot.domain.rights import Act
from bot.messages import Actor, Button, Line, Reply, line
from bot.ports import UnitOfWork
from bot.services import announcing, chats, intakes
from bot.services.menu import menu_card
from bot.services.onboarding_message import of_place, of_title, show


def pending_slot(chat_id: int) -> str:
    """In the staff chat: the question whether this group is theirs."""
    return f"onboarding-{chat_id}"


async def bot_added(*, actor: Actor, house: House, uow: UnitOfWork) -> None:
    """The bot came into a group: one message, anew below; in a group bound before it is back."""
    chat = await uow.chats.get(actor.chat.id)
    known = chat.estate_key in house.estates
    state = Onboarding(chat.id, Step.BACK if known else Step.PURPOSE, invited_by=actor.person.id)
    before = await uow.onboardings.of(chat.id)
    if before is not None and before.step in (Step.ASKED, Step.REFUSED):  # throwing the bot out asks nobody anew
        state = replace(before, invited_by=actor.person.id)
    elif before is not None and not known:
        state = replace(state, refused_at=before.refused_at)
    await show(state, chat, fresh=True, house=house, uow=uow)


async def hearing_changed(*, chat_id: int, house: House, uow: UnitOfWork) -> None:
    """The bot was made an administrator, or is none any more: what the message says of its ears stays true."""
    state = await uow.onboardings.of(chat_id)
    if state is not None:
        if state.step is Step.ESTATE:  # whose choice it was is not known here
            state = replace(state, step=Step.PURPOSE)
        await show(state, await uow.chats.get(chat_id), house=house, uow=uow)


# ---- the presses ----------------------------------------------------------------------------------------------------


async def _begun(
    actor: Actor, house: House, uow: UnitOfWork, *, taking_back: bool = False
) -> tuple[Onboarding, dict[str, Estate]]:
    """The message's state and the estates the presser may choose from. A question to the staff is taken back by it.

    Raises:
        OnlyInGroup: in private.
        ChatBoundAlready: it is done.
        NotYoursToBind: neither administrator of the group nor listed.
        NotListedYet: an administrator, and nothing tells which of several estates is meant.
        AskedEnough: an administrator, while the staff are asked; `taking_back` is possible.
    """
    if actor.chat.private:
        raise errors.OnlyInGroup
    if actor.chat.estate_key in house.estates:
        raise errors.ChatBoundAlready
    listed = {key: estate for key, estate in house.estates.items() if _speaks(actor, estate)}
    if not listed and not await uow.chats.administers(actor.chat.id, actor.person.telegram_id):
        raise errors.NotYoursToBind
    choice = listed or _plain_to_see(actor.chat, house)
    if not choice:  # before a word about which estates there are
        raise errors.NotListedYet(id=str(actor.person.telegram_id))
    state = await uow.onboardings.of(actor.chat.id) or Onboarding(actor.chat.id, Step.PURPOSE)
    if state.step is Step.ASKED:
        if not (listed or taking_back):
            raise errors.AskedEnough
        await _take_back(state, actor.chat, house, uow)
    return state, choice


async def _take_back(state: Onboarding, chat: Chat, house: House, uow: UnitOfWork) -> None:
    """The staff need not answer any more."""
    if (estate := house.estates.get(state.estate_key or "")) is not None:
        gone = Reply((line("onboard-asks-no-more", chat=chat.title),), slot=pending_slot(chat.id), silent=True)
        await announcing.tell_all(Purpose.STAFF, gone, estate=estate, uow=uow)


def _speaks(actor: Actor, estate: Estate) -> bool:
    return actor.person.telegram_id in estate.speakers


def _plain_to_see(chat: Chat, house: House) -> dict[str, Estate]:
    """What an administrator who is not listed may choose: the only estate, or the one the group is named after."""
    if len(house.estates) == 1:
        return dict(house.estates)
    return {key: estate for key, estate in house.estates.items() if estate.name in chat.title}


async def start_over(*, actor: Actor, house: House, uow: UnitOfWork) -> None:
    """Back to the first question.

    Raises:
        OnlyInGroup, ChatBoundAlready, NotYoursToBind, NotListedYet: see `_begun`, as for every press below.
    """
    state, estates = await _begun(actor, house, uow)
    await _show(replace(state, step=Step.PURPOSE), actor, estates, house, uow)


async def put_off(*, actor: Actor, house: House, uow: UnitOfWork) -> None:
    """Cancelled, also while the staff are asked; one button takes it up again."""
    state, estates = await _begun(actor, house, uow, taking_back=True)
    await _show(replace(state, step=Step.LATER), actor, estates, house, uow)


async def choose_purpose(*, actor: Actor, purpose: Purpose, house: House, uow: UnitOfWork) -> None:
    """A building's group, or the staff's.

    Raises:
        StaffChatNeedsListed: every wish would be shown there, so an administrator alone does not do.
    """
    state, estates = await _begun(actor, house, uow)
    if purpose is Purpose.STAFF and not any(_speaks(actor, estate) for estate in estates.values()):
        raise errors.StaffChatNeedsListed(id=str(actor.person.telegram_id))
    state = replace(state, purpose=purpose)
    if len(estates) > 1:
        await _show(replace(state, step=Step.ESTATE), actor, estates, house, uow)
        return
    await _show(_after_estate(state, next(iter(estates)), actor.chat), actor, estates, house, uow)


async def choose_estate(*, actor: Actor, purpose: Purpose, estate_key: str, house: House, uow: UnitOfWork) -> None:
    """Which of several.

    Raises:
        ButtonTooOld: not one of those the presser may choose.
    """
    state, estates = await _begun(actor, house, uow)
    _offered(estate_key, estates)
    state = _after_estate(replace(state, purpose=purpose), estate_key, actor.chat)
    await _show(state, actor, estates, house, uow)


def _after_estate(state: Onboarding, estate_key: str, chat: Chat) -> Onboarding:
    state = replace(state, estate_key=estate_key, place=Place(), page=0)
    if state.purpose is Purpose.STAFF:
        return replace(state, step=Step.CONFIRM)
    return replace(state, step=Step.BUILDING if of_title(chat).building else Step.GRID)


def _offered(estate_key: str, estates: dict[str, Estate]) -> Estate:
    if estate_key not in estates:
        raise errors.ButtonTooOld
    return estates[estate_key]


async def turn_page(*, actor: Actor, estate_key: str, page: int, house: House, uow: UnitOfWork) -> None:
    """A page of buildings to choose from."""
    state, estates = await _begun(actor, house, uow)
    _offered(estate_key, estates)
    state = replace(state, step=Step.GRID, purpose=Purpose.BUILDING, estate_key=estate_key, page=page)
    await _show(state, actor, estates, house, uow)


async def choose_place(*, actor: Actor, estate_key: str, place: Place, house: House, uow: UnitOfWork) -> None:
    """The building; one press is left."""
    state, estates = await _begun(actor, house, uow)
    _offered(estate_key, estates)
    state = replace(state, step=Step.CONFIRM, purpose=Purpose.BUILDING, estate_key=estate_key, place=place)
    await _show(state, actor, estates, house, uow)


async def choose_grid(
    *, actor: Actor, estate_key: str, grid_id: int, house: House, uow: UnitOfWork, now: datetime
) -> None:
    """A speaker's press ties the group to a grid, as `/bind` with its name does.

    Raises:
        NotListedYet: an administrator who speaks for no body; the staff are asked about buildings alone.
        ButtonTooOld: the grid is gone.
    """
    state, estates = await _begun(actor, house, uow)
    estate = _offered(estate_key, estates)
    if not _speaks(actor, estate):
        raise errors.NotListedYet(id=str(actor.person.telegram_id))
    grid = (await uow.place_trees.tree(estate_key)).grids.get(grid_id)
    if grid is None or grid.closed_at is not None:
        raise errors.ButtonTooOld
    state = replace(state, purpose=Purpose.BUILDING, estate_key=estate_key, place=Place())
    await _bind(state, actor.chat, actor, estate, grid_id=grid_id, house=house, uow=uow, now=now)


async def _show(
    state: Onboarding, actor: Actor, estates: dict[str, Estate], house: House, uow: UnitOfWork, *more: Line
) -> None:
    await show(state, actor.chat, estates=estates, more=more, house=house, uow=uow)


async def confirm(
    *, actor: Actor, purpose: Purpose, estate_key: str, place: Place, house: House, uow: UnitOfWork, now: datetime
) -> bool:
    """The last press. Bound at once (True) by a speaker of the estate; else its staff chat is asked (False).

    What was pressed counts, whatever the message shows by now: the button carries it whole.

    Raises:
        StaffChatNeedsListed: see `choose_purpose`.
        NobodyToAsk, AskedEnough: see `_ask`.
    """
    state, estates = await _begun(actor, house, uow)
    estate = _offered(estate_key, estates)
    state = replace(state, purpose=purpose, estate_key=estate_key, place=place)
    if not _speaks(actor, estate):
        if purpose is Purpose.STAFF:
            raise errors.StaffChatNeedsListed(id=str(actor.person.telegram_id))
        await _ask(state, actor, estate, house=house, uow=uow, now=now)
        return False
    await _bind(state, actor.chat, actor, estate, house=house, uow=uow, now=now)
    return True


async def _bind(
    state: Onboarding,
    chat: Chat,
    actor: Actor,
    estate: Estate,
    *,
    grid_id: int | None = None,
    house: House,
    uow: UnitOfWork,
    now: datetime,
) -> None:
    purpose = state.purpose or Purpose.BUILDING
    bound = await chats.tie(
        actor=actor,
        chat=chat,
        estate=estate,
        purpose=purpose,
        place=state.place,
        grid_id=grid_id,
        uow=uow,
        now=now,
    )
    more: tuple[Line, ...] = ()
    takes = await intakes.state_of(estate, uow) is not IntakeState.TRIAL
    if purpose is Purpose.STAFF and takes:
        more = (line("bound-staff-waiting", n=await chats.waiting_in(estate, uow)),)
    elif purpose is Purpose.BUILDING and takes and (house.bot_sees_all or not bound.hears_all):
        more = (line("bound-pin-yourself"),)  # only an administrator may pin
    await show(replace(state, step=Step.BOUND), bound, more=more, house=house, uow=uow)
    if purpose is Purpose.BUILDING and takes and ChatUse.WISHES in bound.says:
        await announcing.tell(bound, menu_card(bound), estate=estate, uow=uow)


async def bound_by_command(*, chat: Chat, house: House, uow: UnitOfWork) -> None:
    """`/bind` was typed: the message with the buttons has done its work."""
    if (state := await uow.onboardings.of(chat.id)) is not None:
        await show(replace(state, step=Step.BOUND), chat, house=house, uow=uow)


# ---- the staff are asked --------------------------------------------------------------------------------------------


async def _ask(
    state: Onboarding, actor: Actor, estate: Estate, *, house: House, uow: UnitOfWork, now: datetime
) -> None:
    """Put the question into the staff chat.

    Raises:
        NobodyToAsk: the estate has no staff chat yet.
        AskedEnough: refused within a week, or too many of this person's groups wait.
    """
    desks = await uow.chats.of_estate(estate.key, Purpose.STAFF)
    if not desks:
        raise errors.NobodyToAsk(id=str(actor.person.telegram_id))
    too_many = await uow.onboardings.asked_by(actor.person.id) >= onboarding.MOST_ASKED
    if too_many or not state.may_be_asked_again(now):
        raise errors.AskedEnough
    asked = replace(state, step=Step.ASKED, asked_by=actor.person.id, asked_at=now)
    await show(asked, actor.chat, house=house, uow=uow)
    question = line("onboard-is-it-yours", chat=actor.chat.title, place=of_place(state.place), name=actor.person.name)
    buttons = (
        (
            Button("button-bind-yes", data("bind-yes", actor.chat.id)),
            Button("button-bind-no", data("bind-no", actor.chat.id)),
        ),
    )
    reply = Reply((question,), buttons=buttons, slot=pending_slot(actor.chat.id), fresh=True)
    for desk in desks:
        await announcing.tell(desk, reply, estate=estate, uow=uow)


async def decide(*, actor: Actor, chat_id: int, yes: bool, house: House, uow: UnitOfWork, now: datetime) -> Chat:
    """A listed person says in the staff chat whether the group is theirs.

    Raises:
        UnknownButton: not in a staff chat of the estate.
        NotListedYet: not listed.
        BindingSettled: answered before, or bound meanwhile.
        BotNotInGroup: the bot is not in that group any more.
    """
    state = await uow.onboardings.of(chat_id)
    estate = actor.estate
    if estate is None or not rights.sees_staff_matters(actor.chat, estate.key):
        raise errors.UnknownButton
    rights.require(Act.BIND_CHAT, actor.roles, telegram_id=actor.person.telegram_id)
    if state is None or state.step is not Step.ASKED or state.estate_key != estate.key:
        raise errors.BindingSettled
    chat = await uow.chats.get(chat_id)
    if chat.estate_key in house.estates:
        raise errors.BindingSettled
    if not chat.present:
        raise errors.BotNotInGroup
    if yes:
        await _bind(state, chat, actor, estate, house=house, uow=uow, now=now)
    else:
        await show(replace(state, step=Step.REFUSED, refused_at=now), chat, house=house, uow=uow)
    settled = line("onboard-said-yes" if yes else "onboard-said-no", chat=chat.title, name=_name(actor, estate))
    reply = Reply((settled,), slot=pending_slot(chat_id), silent=True)
    await announcing.tell_all(Purpose.STAFF, reply, estate=estate, uow=uow)
    return chat


def _name(actor: Actor, estate: Estate) -> str:
    return estate.speakers[actor.person.telegram_id].name
