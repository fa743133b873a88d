"""Ways into the filing dialog: commands, the greeting's buttons, deep links, any sentence said in private."""

from __future__ import annotations

from datetime import datetime

from bot.domain import errors
from bot.domain.buttons import number
from bot.domain.house import House
from bot.domain.people import Chat
from bot.domain.rights import Act
from bot.domain.wishes import Kind
from bot.messages import Actor, Command, Line, Photo, Press, Reply, Said, Say, Voice
from bot.ports import UnitOfWork
from bot.services import (
    broadcast_lines,
    chats,
    deliberation_lines,
    filing,
    intakes,
    ledger_lines,
    pauses,
    plan_lines,
    quarrel_lines,
    questions,
    role_lines,
    service_lines,
    service_questions,
    signup_lines,
    standing,
    thing_lines,
)
from bot.services.bulletins import ALL_WISHES
from conversations import asides, file_wish, talk, wish_draft
from handlers import (
    authors,
    broadcasts,
    claiming,
    deliberations,
    directory,
    filing_for,
    finding,
    ledger,
    notices,
    own_data,
    people,
    plan,
    projects,
    quarrels,
    roles,
    signups,
    things,
    verdicts,
    voices,
)

_KIND_OF_COMMAND = {"want": Kind.WANT, "willdo": Kind.OFFER, "suggest": Kind.SUGGESTION}


async def on_file(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """/want, /willdo, /suggest, with or without words."""
    return await file(
        command.actor,
        words=command.words,
        kind=_KIND_OF_COMMAND[command.name],
        photo=command.photo,
        voice=command.voice,
        message_id=command.message_id,
        sent_at=command.sent_at,
        uow=uow,
        now=now,
        house=house,
    )


async def on_file_pressed(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    if len(press.args) != 1 or press.args[0] not in list(Kind):
        raise errors.UnknownButton
    return await file(
        press.actor, words="", kind=Kind(press.args[0]), photo=None, message_id=None, uow=uow, now=now, house=house
    )


async def on_another(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """The same words once more, and they are meant: another matter."""
    wish = await filing.own_words(actor=press.actor, wish_id=number(press.args, 0), uow=uow)
    return await file(
        press.actor,
        words=wish.words,
        kind=wish.kind,
        photo=None,
        message_id=None,
        uow=uow,
        now=now,
        house=house,
        another=True,
    )


async def on_sentence(said: Said, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """Any other sentence, a picture or a voice note, in private: offered as a wish."""
    return await file(
        said.actor,
        words=said.words,
        kind=None,
        photo=said.photo,
        voice=said.voice,
        message_id=said.message_id,
        sent_at=said.sent_at,
        uow=uow,
        now=now,
        house=house,
    )


async def on_start(command: Command, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """Start, with or without a deep link's payload."""
    what, _, code = command.words.strip().partition("-")
    if what == "mine":
        return (await finding.mine(command.actor, page=0, uow=uow),)
    if what == ALL_WISHES:
        return (await finding.everything(command.actor, uow=uow),)
    if what == "question" and code.isdecimal() and command.actor.chat.private:
        return await authors.open_question(
            command.actor, question_id=int(code[:18]), message_id=command.message_id, uow=uow, now=now, house=house
        )
    if what == "verdict" and code.isdecimal() and command.actor.chat.private:
        return (await verdicts.open_asking(command.actor, asking_id=int(code[:18]), uow=uow),)
    if what == deliberation_lines.LINK and command.actor.chat.private:
        return await deliberations.open_link(
            command.actor, code, message_id=command.message_id, uow=uow, now=now, house=house
        )
    if what == quarrel_lines.LINK and command.actor.chat.private:
        return (await quarrels.open_link(command.actor, code, uow=uow, now=now),)
    if what == "claimed" and code.isdecimal() and command.actor.chat.private:
        return (await claiming.open_claim(command.actor, claim_id=int(code[:18]), uow=uow),)
    if what == plan_lines.LINK:
        return (await plan.whole(command.actor, uow=uow, now=now),)
    if what == service_lines.ASK_LINK and code.isdecimal() and command.actor.chat.private:
        return await directory.open_link(
            command.actor, int(code[:18]), message_id=command.message_id, uow=uow, now=now, house=house
        )
    if what == ledger_lines.LINK and command.actor.chat.private:
        return (await ledger.open_link(command.actor, code, uow=uow, now=now, house=house),)
    if what == broadcast_lines.LINK and command.actor.chat.private:
        return (await broadcasts.open_link(command.actor, code, uow=uow, now=now, house=house),)
    if what == signup_lines.LINK and code.isdecimal() and command.actor.chat.private:
        return (await signups.look(command.actor, int(code[:18]), uow=uow, now=now),)
    if what in thing_lines.LINKS and command.actor.chat.private:
        return await things.open_link(
            command.actor, what, code, message_id=command.message_id, uow=uow, now=now, house=house
        )
    if what == role_lines.LINK and code and command.actor.chat.private:
        return (await roles.open_link(command.actor, code, uow=uow, now=now, house=house),)
    if what == "project" and code.isdecimal() and command.actor.chat.private:
        return (await projects.open_shown(command.actor, project_id=int(code[:18]), uow=uow),)
    if what == "object" and code.isdecimal() and command.actor.chat.private:
        return await projects.open_objection(
            command.actor, project_id=int(code[:18]), message_id=command.message_id, uow=uow, now=now, house=house
        )
    if what == "wish" and command.actor.chat.private and code.isdecimal():
        wish = await standing.wish_to_read(int(code[:18]), command.actor, Act.READ_WISHES, uow)
        return (await finding.show(wish, command.actor, uow=uow, now=now),)
    if what == "for" and command.actor.chat.private:
        return await filing_for.begin(command.actor, message_id=command.message_id, uow=uow, now=now, house=house)
    if what == voices.VOICES and command.actor.chat.private:
        return (await voices.play_next(command.actor, after=0, uow=uow),)
    if what == "on" and command.actor.chat.private:
        return await _carry_on(command, code, uow=uow, now=now, house=house)
    if what == "mydata":
        return await own_data.on_mydata(command, uow=uow, now=now, house=house)
    if what == "forgetme":
        return (await own_data.on_forgetme(command, uow=uow, now=now, house=house),)
    if what == "notices":
        return (await notices.on_notices(command, uow=uow, now=now, house=house),)
    if not command.actor.chat.private or what not in list(Kind):
        waited = await questions.waiting_for(command.actor, uow=uow)
        waited += await service_questions.waiting_for(command.actor, uow=uow)
        return (await people.hello(command.actor, uow=uow), *waited)
    home = await chats.come_by_link(actor=command.actor, code=code, uow=uow, now=now)
    estate = house.estates.get(home.estate_key or "")
    if estate is None:
        raise errors.StaleDeepLink
    if closed := await intakes.why_closed(estate, uow):  # said, not raised: they live here from now on all the same
        return (Reply((Line(closed.text_key(), dict(closed.variables)),)),)
    return await file(
        chats.at_home(command.actor, estate),
        words="",
        kind=Kind(what),
        photo=None,
        message_id=command.message_id,
        uow=uow,
        now=now,
        house=house,
        home=home,
    )


async def _carry_on(command: Command, code: str, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """What they began in the group of this code, in the private chat from here on, unless it is done by now."""
    group = await uow.chats.by_link_code(code)
    estate = house.estates.get(group.estate_key or "") if group else None
    actor = chats.at_home(command.actor, estate) if estate else command.actor
    says = await asides.carry_on(actor, code, uow=uow, now=now, pace=house.pace)
    return (Reply((Line("whisper-over"),)),) if says is None else says


async def file(
    actor: Actor,
    *,
    words: str,
    kind: Kind | None,
    photo: Photo | None,
    voice: Voice | None = None,
    message_id: int | None,
    uow: UnitOfWork,
    now: datetime,
    house: House,
    home: Chat | None = None,
    another: bool = False,
    sent_at: datetime | None = None,
) -> tuple[Say, ...]:
    """Open the dialog with all that can be guessed from the sentence and the place it is said in.

    The same words said again moments after they were filed are asked about instead, unless `another`.

    Raises:
        NotAResident, ChatNotBound: nowhere to file to.
        FilingIsPaused, OnlyInPrivate: see `pauses.require_none`; nobody writes in vain.
    """
    choice = [home] if home else await filing.chats_to_file_in(actor, uow)
    await pauses.require_somewhere(actor, (chat.estate_key or "" for chat in choice), uow=uow, now=now)
    if not another and photo is None:
        for chat in choice:
            if same := await filing.filed_just_now(actor=actor, words=words, chat_id=chat.id, uow=uow, now=now):
                return (file_wish.just_filed(same, in_group=not actor.chat.private),)
    given = file_wish.given(
        words=words,
        chats=choice,
        kind=kind,
        photo=await uow.files.keep(photo) if photo else None,
        voice=wish_draft.voice_value(voice, key=await uow.files.keep(voice)) if voice else None,
        in_group=not actor.chat.private,
        another=another,
        private_link=f"{kind or Kind.WANT}-{choice[0].link_code}" if choice[0].link_code else None,
        hidden=actor.hidden,
    )
    return await talk.begin(
        *(file_wish.FILE_WISH, actor),
        given=given,
        uow=uow,
        now=now,
        message_id=message_id,
        pace=house.pace,
        sent_at=sent_at if words.strip() else None,
    )
