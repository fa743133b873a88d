"""Groups and who is in them: made, joined, left, bots added and removed, administrators named.

Bots hear of their own status (`my_chat_member`), administrators among them of everybody's (`chat_member`, if they asked
for it), and all of the service messages (Bot API, Update).
"""

from collections.abc import Iterable
from dataclasses import replace

from simulator import wire
from simulator.errors import Impossible
from simulator.model import SUPERGROUP_RIGHTS, USUAL_RIGHTS, Bot, Chat, Json, Member, Person, User
from simulator.world import World


def found_group(
    world: World,
    *,
    title: str,
    creator: Person,
    members: Iterable[Person] = (),
    group_id: int | None = None,
    forum: bool = False,
    basic: bool = False,
) -> Chat:
    """A new supergroup (or a basic group) with its creator and first members, no bot yet."""
    if basic and (forum or group_id is not None):
        raise Impossible("a basic group has no topics, and its id is not chosen")
    number = group_id if group_id is not None else world.new_group_id(basic=basic)
    if (number > -1_000_000_000_000 and not basic) or number in world.groups:
        raise Impossible(f"{number} cannot be a new supergroup's id: it is -100…, and new")
    if not title.strip():
        raise Impossible("a group has a title")
    chat = Chat(number, "group" if basic else "supergroup", title=title, is_forum=forum)
    world.groups[number] = chat
    chat.members[creator.id] = Member(creator, "creator", frozenset(SUPERGROUP_RIGHTS))
    for person in members:
        chat.members.setdefault(person.id, Member(person, "member"))
    world.tell_chat(chat)
    world.post(chat, creator, service={"kind": f"{chat.kind}_chat_created"})
    return chat


def upgrade(world: World, chat: Chat, by: Person) -> Chat:
    """A basic group becomes a supergroup with another id; messages are numbered anew there.

    Both groups tell of it (Bot API, Message.migrate_to_chat_id and migrate_from_chat_id). Assumed: no `my_chat_member`
    comes, pins stay behind, and the old messages' buttons can be pressed no more.
    """
    if chat.kind != "group" or not _owns(chat, by):
        raise Impossible(f"only its creator makes a basic group a supergroup; {chat.title} is a {chat.kind}")
    new = Chat(world.new_group_id(), "supergroup", title=chat.title, last_speaking_bot=chat.last_speaking_bot)
    world.groups[new.id] = new
    world.post(chat, by, service={"kind": "migrate_to_chat_id", "chat": new.id})
    people = [member for member in chat.members.values() if member.inside]
    new.members = {member.user.id: replace(member) for member in people}
    chat.members = {member.user.id: Member(member.user, "left") for member in people}
    chat.migrated_to = new.id
    for member in people:
        world.tell_chat(chat, also=member.user.id)
    world.tell_chat(new)
    world.post(new, by, service={"kind": "migrate_from_chat_id", "chat": chat.id})
    return new


def join(world: World, chat: Chat, person: Person) -> None:
    if chat.member(person.id) is not None:
        raise Impossible(f"{person.first_name} is in {chat.title} already")
    become(world, chat, person, by=person, status="member")
    world.post(chat, person, service={"kind": "new_chat_members", "users": [person]})


def leave(world: World, chat: Chat, user: User) -> None:
    if chat.member(user.id) is None:
        raise Impossible(f"{user.first_name} is not in {chat.title}")
    become(world, chat, user, by=user, status="left")
    world.post(chat, user, service={"kind": "left_chat_member", "user": user})


def add_bot(world: World, chat: Chat, by: Person, bot: Bot) -> None:
    """Any member may add it (a group's usual permissions)."""
    if chat.member(by.id) is None:
        raise Impossible(f"{by.first_name} is not in {chat.title}")
    if chat.member(bot.id) is not None:
        raise Impossible(f"{bot.first_name} is in {chat.title} already")
    become(world, chat, bot, by=by, status="member")
    world.post(chat, by, service={"kind": "new_chat_members", "users": [bot]})


def remove(world: World, chat: Chat, by: Person, user: User) -> None:
    """An administrator removes a person or a bot. In a supergroup an app's "remove" bans (assumed for people too)."""
    _needs(chat, by, "can_restrict_members")
    target = chat.member(user.id)
    if target is None or target.status == "creator" or (target.leads and not _owns(chat, by)):
        raise Impossible(f"{user.first_name} cannot be removed from {chat.title} by {by.first_name}")
    become(world, chat, user, by=by, status="kicked")
    world.post(chat, by, service={"kind": "left_chat_member", "user": user})


def restrict(world: World, chat: Chat, by: Person, user: User, *, may_write: bool) -> None:
    """An administrator takes a member's right to write, or gives it back."""
    _needs(chat, by, "can_restrict_members")
    old, new = ("restricted", "member") if may_write else ("member", "restricted")
    member = chat.member(user.id)
    if member is None or member.status != old:
        raise Impossible(f"{user.first_name} is no {old} one in {chat.title}")
    become(world, chat, user, by=by, status=new)


def promote(world: World, chat: Chat, by: Person, user: User, rights: Iterable[str] | None = None) -> None:
    wanted = USUAL_RIGHTS if rights is None else frozenset(rights) | {"can_manage_chat"}
    unknown = wanted - frozenset(SUPERGROUP_RIGHTS)
    if unknown:
        raise Impossible(f"no such rights: {', '.join(sorted(unknown))}")
    _needs(chat, by, "can_promote_members")
    if chat.member(user.id) is None or _owns(chat, user):
        raise Impossible(f"{user.first_name} is no member who could be promoted")
    become(world, chat, user, by=by, status="administrator", rights=wanted)


def demote(world: World, chat: Chat, by: Person, user: User) -> None:
    _needs(chat, by, "can_promote_members")
    member = chat.member(user.id)
    if member is None or member.status != "administrator":
        raise Impossible(f"{user.first_name} is no administrator")
    become(world, chat, user, by=by, status="member")


def remain_anonymous(world: World, chat: Chat, person: Person, *, anonymous: bool) -> None:
    """An administrator writes as the group from now on, or as themselves again; presses bear their own name always.

    Assumed: everyone sets it for themselves (in the apps the owner may tick it for others, too).
    """
    member = chat.member(person.id)
    if chat.kind != "supergroup" or member is None or not member.leads:
        raise Impossible(f"{person.first_name} is no administrator of a supergroup in {chat.title}")
    member.anonymous = anonymous
    world.tell_chat(chat)


def become(
    world: World, chat: Chat, user: User, *, by: User, status: str, rights: frozenset[str] = frozenset()
) -> None:
    """Change somebody's status and tell whoever must know."""
    old = chat.members.get(user.id) or Member(user, "left")
    new = Member(user, status, rights, promoted_by=by.id if status == "administrator" else None)
    new.since = old.since if old.inside else world.clock.timestamp()
    new.anonymous = old.anonymous and new.leads
    if (old.status, old.rights) == (new.status, new.rights):
        return
    watching = [bot for bot in _bots(chat) if bot is not user and chat.members[bot.id].leads]
    chat.members[user.id] = new
    for bot in watching:
        world.deliver(bot, "chat_member", _change(world, chat, by, old, new, bot))
    if isinstance(user, Bot):
        world.deliver(user, "my_chat_member", _change(world, chat, by, old, new, user))
    world.tell_chat(chat, also=user.id if isinstance(user, Person) else None)


def new_topic(world: World, chat: Chat, by: Person, name: str) -> int:
    """A forum topic; returns its id, the id of the message that made it."""
    if not chat.is_forum:
        raise Impossible(f"{chat.title} has no topics")
    _needs(chat, by, "can_manage_topics")
    number = chat.next_message_id
    chat.topics[number] = name
    world.post(chat, by, service={"kind": "forum_topic_created", "name": name}, thread_id=number)
    world.tell_chat(chat)
    return number


def close_topic(world: World, chat: Chat, by: Person, topic: int) -> None:
    """What stands in it stays; nobody but who may manage topics writes there any more."""
    _its_topic(chat, by, topic)
    if topic in chat.closed_topics:
        raise Impossible("this topic is closed already")
    chat.closed_topics.add(topic)
    world.post(chat, by, service={"kind": "forum_topic_closed"}, thread_id=topic)


def reopen_topic(world: World, chat: Chat, by: Person, topic: int) -> None:
    _its_topic(chat, by, topic)
    if topic not in chat.closed_topics:
        raise Impossible("this topic is not closed")
    chat.closed_topics.discard(topic)
    world.post(chat, by, service={"kind": "forum_topic_reopened"}, thread_id=topic)


def delete_topic(world: World, chat: Chat, by: Person, topic: int) -> None:
    """With all that stands in it."""
    _its_topic(chat, by, topic)
    del chat.topics[topic]
    chat.closed_topics.discard(topic)
    for message in list(chat.messages.values()):
        if message.thread_id == topic and not message.deleted:
            world.remove(message)
    world.tell_chat(chat)


def _its_topic(chat: Chat, by: Person, topic: int) -> None:
    if topic not in chat.topics:
        raise Impossible(f"there is no topic {topic} in this chat")
    _needs(chat, by, "can_manage_topics")


def _change(world: World, chat: Chat, by: User, old: Member, new: Member, reader: Bot) -> Json:
    return {
        "chat": wire.chat(chat),
        "from": wire.author(by, chat),
        "date": world.clock.timestamp(),
        "old_chat_member": wire.member(old, reader),
        "new_chat_member": wire.member(new, reader),
    }


def _bots(chat: Chat) -> list[Bot]:
    return [member.user for member in chat.members.values() if member.inside and isinstance(member.user, Bot)]


def _owns(chat: Chat, user: User) -> bool:
    member = chat.member(user.id)
    return member is not None and member.status == "creator"


def _needs(chat: Chat, by: Person, right: str) -> None:
    member = chat.member(by.id)
    if member is None or not member.may(right):
        raise Impossible(f"{by.first_name} may not do this in {chat.title} ({right})")
