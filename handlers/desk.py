"""The staff card's buttons: I take it, answer, more; and the neighbours' thanks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.domain import errors
from bot.domain.buttons import data, number
from bot.domain.filed_for import PassedOn
from bot.domain.house import House
from bot.domain.rights import RIGHTS, Act
from bot.domain.takedowns import Step
from bot.domain.wishes import Answer, AnswerKind, Display, Stance, State, Wish
from bot.messages import Actor, Button, Day, Line, Moment, Press, Reply, Say, Texts, Toast, line
from bot.ports import UnitOfWork
from bot.services import (
    answers,
    card_lines,
    cards,
    clock_lines,
    deliberated,
    dissents,
    pauses,
    project_steps,
    questions,
    standing,
    verdict_lines,
)
from conversations import answer_wish, talk
from handlers import deliberations


async def on_take(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Toast:
    wish = await answers.take_wish(actor=press.actor, wish_id=number(press.args, 0), uow=uow, now=now)
    return Toast("taken", {"number": str(wish.number)})


async def on_hand_back(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    wish = await answers.hand_back_wish(actor=press.actor, wish_id=number(press.args, 0), uow=uow, now=now)
    return (
        Toast("handed-back", {"number": str(wish.number)}),
        Reply((line("handed-back", number=str(wish.number)),), edits=press.message_id),
    )


async def on_answer(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """Open the answer's dialog where the button was pressed; a kind that the button names is not asked for."""
    wish = await answers.wish_to_answer(actor=press.actor, wish_id=number(press.args, 0), uow=uow)
    estate = standing.estate_of(wish.estate_key, press.actor)
    given = answer_wish.given(wish, ready=estate.ready_answers)
    first: tuple[Say, ...] = ()
    if counted := await dissents.is_barred(wish, estate, uow):
        first = (deliberations.barred(wish.id, wish.number, counted),)
        given |= {"kinds": [kind.value for kind in AnswerKind if kind not in dissents.DECISIONS]}
    if len(press.args) > 1:
        if press.args[1] != AnswerKind.DECLINE:
            raise errors.UnknownButton
        if first:
            return first
        given |= {"kind": AnswerKind.DECLINE.value, "preset": True}
    return first + await talk.begin(
        answer_wish.ANSWER_WISH, press.actor, given=given, uow=uow, now=now, message_id=None, pace=house.pace
    )


async def on_more(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    """What stands behind the card: when it was filed, who helps, every answer so far. Never in a building's group."""
    standing.require_away_from_neighbours(press.actor)
    wish = await standing.wish_to_read(number(press.args, 0), press.actor, Act.READ_STAFF, uow)
    return await _history(wish, press.actor, uow=uow, now=now)


async def _history(wish: Wish, actor: Actor, *, uow: UnitOfWork, now: datetime) -> Reply:
    estate = standing.estate_of(wish.estate_key, actor)
    zone = estate.time_zone.key
    lines: list[Line] = [
        line("more-head", number=str(wish.number)),
        line("more-filed", moment=Moment(wish.filed_at, zone)),
    ]
    followers = await uow.followers.of(wish.id)
    if wish.voice is not None and (written := await uow.transcripts.of(wish.id)) is not None:
        lines.append(line("more-written-down", name=written.name, moment=Moment(written.written_at, zone)))
    helpers = tuple(person.name for person, held in followers if Stance.HELP in held)
    if helpers:
        lines.append(line("more-helpers", names=Texts(helpers)))
    if followers:
        reachable = sum(person.started for person, _ in followers)
        lines.append(line("more-followers", n=len(followers), reachable=reachable))
    filed = await uow.filed_for.of(wish.id)
    lines += cards.filed_for_lines(wish, filed)
    passed_on = await uow.filed_for.all_passed_on(wish.id) if filed else None
    answered = await uow.answers.of(wish.id)
    for at, told in await _told(wish, answered, passed_on, zone, uow=uow):
        lines += [line("more-at", moment=Moment(at, zone)), *told]
    held = await uow.answers.held_of(wish.id)
    for answer in held:
        lines += [line("more-at", moment=Moment(answer.answered_at, zone)), *cards.held_lines(answer)]
    if not answered and not held:
        lines.append(line("more-no-answer"))
    for question in await uow.questions.of(wish.id):
        other = None if question.same_as is None else await uow.wishes.get(question.same_as)
        lines += [
            line("more-at", moment=Moment(question.asked_at, zone)),
            *questions.lines_of(question, they_said=filed is not None, other=other),
        ]
    pause = await pauses.running_from(wish, uow=uow, now=now)
    if pause is not None:
        lines.append(line("more-paused", day=Day(estate.local(pause.until).date())))
    buttons = (
        *_about_the_author(wish, actor, paused=pause is not None, filed_for=filed is not None),
        *_ways_on(wish, actor),
    )
    if filed and filed.filer_id == actor.person.id and answered and answered[-1].id not in (passed_on or {}):
        buttons = (*buttons, (Button("button-told", data("told", answered[-1].id)),))
    photos = (filed.slip,) if filed and filed.slip else ()
    return Reply(tuple(lines), buttons=buttons, photos=photos, silent=True)


def _passed_on_line(passed_on: PassedOn | None, zone: str) -> Line:
    return line("more-told", moment=Moment(passed_on.told_at, zone)) if passed_on else line("more-not-told")


async def _told(
    wish: Wish,
    answered: Sequence[Answer],
    passed_on: Mapping[int, PassedOn] | None,
    zone: str,
    *,
    uow: UnitOfWork,
) -> list[tuple[datetime, tuple[Line, ...]]]:
    """All that was said and done, in order. Who reported it is told to nobody.

    `passed_on`: by answer, of a wish that was filed for a neighbour.
    """
    told = [(answer.answered_at, _answered(answer, passed_on, zone)) for answer in answered]
    told += [(each.stated_at, (card_lines.statement_line(each),)) for each in await uow.statements.of(wish.id)]
    told += [(each.added_at, (line("more-addition", words=each.words),)) for each in await uow.amendments.of(wish.id)]
    told += [(each.at, card_lines.referral_lines((each,))) for each in await uow.referrals.of(wish.id)]
    told += [(step.at, (card_lines.step_line(step),)) for step in await uow.takedowns.of(wish.id)]
    told += [(step.at, (said,)) for step in await uow.course.of(wish.id) if (said := card_lines.course_line(step))]
    told += await verdict_lines.told(wish, uow)
    told += await clock_lines.told(wish, uow)
    told += await deliberated.told(wish, uow)
    told += [each for project in await uow.projects.of_wish(wish.id) for each in await project_steps.told(project, uow)]
    return sorted(told, key=lambda each: each[0])


def _answered(answer: Answer, passed_on: Mapping[int, PassedOn] | None, zone: str) -> tuple[Line, ...]:
    if passed_on is None:
        return (cards.answer_line(answer),)
    return (cards.answer_line(answer), _passed_on_line(passed_on.get(answer.id), zone))


def _ways_on(wish: Wish, actor: Actor) -> tuple[tuple[Button, ...], ...]:
    """What is done too rarely to stand on the card itself."""
    rows: list[tuple[Button, ...]] = []
    if wish.taken_by == actor.person.id:
        rows.append((Button("button-hand-back", data("handback", wish.id)),))
    if wish.display is Display.SHOWN and not wish.has_ended:
        refer = Button("button-refer-other", data("refer-other", wish.id))
        rows.append((Button("button-answer-decline", data("answer", wish.id, AnswerKind.DECLINE)), refer))
        rows.append((Button("button-ask-same", data("ask-same", wish.id)),))
        move = (Button("button-move", data("move", wish.id)),) if wish.state is State.PROMISED else ()
        rows.append((Button("button-triage", data("triage", wish.id)), *move))
        estate = actor.estate_named(wish.estate_key)
        if estate is not None and estate.mediators_at(wish.place):
            rows.append((Button("button-quarrel", data("quarrel-hand", wish.id)),))
        decide: tuple[Button, ...] = (Button("button-decide", data("decide", wish.id)),)
        if standing.roles_for(wish, actor) & RIGHTS[Act.OPEN_DELIBERATION]:
            decide = (*decide, Button("button-deliberate", data("deliberate", wish.id)))
        rows.append(decide)
        if actor.roles_in(wish.estate_key) & RIGHTS[Act.RUN_PLAN] and wish.is_public:
            poll = Button("button-poll-about", data("poll-about", "wish", wish.id))
            rows.append((Button("button-to-plan", data("to-plan", wish.id)), poll))
    if wish.display is Display.SHOWN and wish.state is not State.WITHDRAWN:
        rows.append((Button("button-statement", data("statement", wish.id)),))
        if wish.has_card:
            rows.append((Button("button-report", data("report", wish.id)),))
    if wish.display is Display.REMOVED:
        rows.append((Button("button-restore", data("rule", Step.RESTORED, wish.id)),))
    return tuple(rows)


def _about_the_author(wish: Wish, actor: Actor, *, paused: bool, filed_for: bool) -> tuple[tuple[Button, ...], ...]:
    rows = [(Button("button-ask-author", data("ask", wish.id)),)]
    if paused:
        rows.append((Button("button-resume", data("resume", wish.id)),))
    elif not filed_for and standing.roles_for(wish, actor) & RIGHTS[Act.PAUSE_FILING]:
        rows.append((Button("button-pause", data("pause", wish.id)),))
    return tuple(rows)


async def on_take_back(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """An answer given too early: gone, as long as no neighbour has seen it."""
    wish = await answers.take_answer_back(actor=press.actor, answer_id=number(press.args, 0), uow=uow)
    again = ((Button("button-answer", data("answer", wish.id)),),)
    return (
        Toast("answer-taken-back", {"number": str(wish.number)}),
        Reply((line("answer-taken-back", number=str(wish.number)),), buttons=again, edits=press.message_id),
    )


async def on_photos(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Reply:
    """The pictures of an answer that a digest told of in a line."""
    wish, answer = await answers.answer_to_show(actor=press.actor, answer_id=number(press.args, 0), uow=uow)
    thanks = ((Button("button-thanks", data("thanks", answer.id)),),) if answer.kind is AnswerKind.DONE else ()
    lines = (cards.head_line(wish), line("card-words", words=cards.words_of(wish)), cards.answer_line(answer))
    return Reply(lines, buttons=thanks, photos=answer.photos)


async def on_thanks(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> Toast:
    wish, thanked = await answers.thank(actor=press.actor, answer_id=number(press.args, 0), uow=uow, now=now)
    if not thanked:
        return Toast("thanks-taken-back", {"number": str(wish.number)}, alert=True)
    return Toast("thanked", {"number": str(wish.number)})
