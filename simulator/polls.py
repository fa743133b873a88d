"""Native polls: people answer, change their minds and take answers back; a poll closes by its bot or at its time."""

from collections.abc import Sequence

from simulator import screen, wire
from simulator.errors import Impossible
from simulator.model import Chat, Message, Person, Poll
from simulator.world import World


def vote(world: World, person: Person, chat: Chat, message_id: int, options: Sequence[int]) -> Message:
    """Choose these options, by their positions from 0; none of them takes the answer back.

    The bot that sent the poll is told how it stands, and of one that is not anonymous who chose what.
    """
    close_due(world)
    message = chat.message(message_id)
    if message is None or message.poll is None or not screen.reads(message, person.id):
        raise Impossible(f"there is no poll {message_id} in this chat")
    if chat.migrated_to is not None:
        raise Impossible("nothing can be answered any more in a group that was upgraded (assumed)")
    poll, chosen = message.poll, tuple(sorted(set(options)))
    _check(poll, chosen, before=poll.votes.get(person.id))
    member = chat.member(person.id)
    hidden = member is not None and member.anonymous
    if chosen:
        poll.votes[person.id] = chosen
    else:
        del poll.votes[person.id]
    if not poll.anonymous:
        who = {"voter_chat": wire.chat(chat)} if hidden else {"user": wire.user(person)}
        ids = {"option_ids": list(chosen), "option_persistent_ids": [str(at) for at in chosen]}
        world.deliver(poll.bot, "poll_answer", {"poll_id": poll.id, **who, **ids})
    _changed(world, message)
    return message


def _check(poll: Poll, chosen: tuple[int, ...], *, before: tuple[int, ...] | None) -> None:
    if poll.closed:
        raise Impossible("this poll is closed")
    if any(at not in range(len(poll.options)) for at in chosen):
        raise Impossible(f"there are options 0 to {len(poll.options) - 1}, not {list(chosen)}")
    if len(chosen) > 1 and not poll.several:
        raise Impossible("this poll takes one answer")
    if before is None and not chosen:
        raise Impossible("there is no answer to take back")
    if before is not None and not poll.revoting:
        raise Impossible("this poll lets nobody change an answer")


def close(world: World, message: Message) -> None:
    assert message.poll is not None, "whoever closes it has looked"
    message.poll.closed = True
    _changed(world, message)


def close_due(world: World) -> None:
    """Close those whose time has come."""
    now = world.clock.seconds()
    for message in list(world.polls.values()):
        poll = message.poll
        if poll is not None and not poll.closed and poll.close_at is not None and poll.close_at <= now:
            close(world, message)


def _changed(world: World, message: Message) -> None:
    """The bot hears how it stands (Bot API, Update.poll), wherever the poll is; everybody there sees it."""
    assert message.poll is not None
    world.deliver(message.poll.bot, "poll", wire.poll(message.poll))
    world.redrawn(message)
