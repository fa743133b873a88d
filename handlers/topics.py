"""What each topic of a building's forum group is for: `/bind` in a topic shows it, with a button for each use."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from bot.domain import errors
from bot.domain.buttons import data
from bot.domain.house import House
from bot.domain.people import Purpose
from bot.domain.rights import RIGHTS, Act
from bot.domain.topics import Topic, TopicUse, chosen_for
from bot.messages import Actor, Button, Line, Press, Reply, Say, Term, Toast, line
from bot.ports import UnitOfWork
from bot.services import saying
from bot.services import topics as service
from bot.services.place_chats import belongs_to

_SET, _CLEAR = "set", "clear"


async def overview(
    actor: Actor,
    *,
    topic_id: int | None,
    uow: UnitOfWork,
    now: datetime,
    house: House,
    edits: int | None = None,
    asked: bool = True,
) -> Reply | None:
    """What is said here and where it goes, seen from this topic (None: from General). `asked`: by `/bind`.

    None: no topic was chosen, and none can be here.
    """
    chat, estate = actor.chat, house.estates.get(actor.chat.estate_key or "")
    if estate is None or chat.purpose is not Purpose.BUILDING:
        return None
    topics = await uow.topics.of(chat.id)
    if topic_id is None and not topics and (edits is None or not asked):
        return None
    lines = [line("bind-building", estate=estate.name, place=await belongs_to(chat, uow)), saying.says_line(chat)]
    lines += [Line(f"topics-{use}", {"where": _where(use, topics, topic_id, now)}) for use in TopicUse]
    if edits is None and not actor.hidden and actor.person.telegram_id not in estate.speakers:
        lines.append(line("bind-usage-id", id=str(actor.person.telegram_id)))  # whoever is to be listed asks so for it
    if not actor.roles & RIGHTS[Act.CHOOSE_TOPIC]:
        return Reply(tuple(lines), edits=edits)
    lines.append(line("topics-how" if topic_id is None else "topics-ask"))
    rows: tuple[tuple[Button, ...], ...] = tuple(
        (button,) for use in TopicUse if (button := _button(use, topics, topic_id)) is not None
    )
    if topic_id is None:  # in a topic the same words name what goes there
        rows = (*rows, *saying.rows(chat))
    return Reply(tuple(lines), buttons=rows, edits=edits)


def _where(use: TopicUse, topics: Mapping[TopicUse, Topic], here: int | None, now: datetime) -> str:
    topic = chosen_for(use, topics)
    if topic is None:
        return "group"
    if not topic.takes(now):
        return "closed"
    if use not in topics:
        return "along" if use is TopicUse.BOARD else "along-news"
    return "here" if topic.id == here else "other"


def _button(use: TopicUse, topics: Mapping[TopicUse, Topic], here: int | None) -> Button | None:
    """In a topic: choose it, or take that back. In General: only what can be taken back."""
    name, chosen = Term(f"topic-{use}"), topics.get(use)
    if here is None:
        return None if chosen is None else Button("button-topic-clear", data("topic", _CLEAR, use), args={"what": name})
    if chosen is not None and chosen.id == here:
        return Button("button-chosen", data("topic", _CLEAR, use), args={"choice": name})
    return Button(f"topic-{use}", data("topic", _SET, use))


async def on_topic(press: Press, *, uow: UnitOfWork, now: datetime, house: House) -> tuple[Say, ...]:
    """`topic:set:<use>`: for the topic the button stands in; `topic:clear:<use>`."""
    if len(press.args) != 2 or press.args[0] not in (_SET, _CLEAR) or press.args[1] not in list(TopicUse):
        raise errors.UnknownButton
    use = TopicUse(press.args[1])
    if press.args[0] == _SET:
        await service.choose(actor=press.actor, use=use, topic_id=press.topic_id, uow=uow, now=now)
        said = Toast("topic-chosen")
    else:
        await service.clear(actor=press.actor, use=use, uow=uow, now=now)
        said = Toast("topic-cleared")
    shown = await overview(press.actor, topic_id=press.topic_id, uow=uow, now=now, house=house, edits=press.message_id)
    return (said,) if shown is None or press.message_id is None else (said, shown)
