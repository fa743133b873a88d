"""The JSON of the Bot API: users, chats, members and messages as one bot reads them.

Field names and order follow the Bot API server (Client.cpp, `JsonUser`, `JsonChat`, `JsonMessage`, `JsonChatMember`).
"""

from simulator.files import Files
from simulator.model import SUPERGROUP_RIGHTS, Bot, Chat, Json, Member, Message, Person, Poll, User

#: A non-administrator's permissions in a group (assumed: a group's defaults in Telegram's apps).
PERMISSIONS: Json = {
    "can_send_messages": True,
    "can_send_audios": True,
    "can_send_documents": True,
    "can_send_photos": True,
    "can_send_videos": True,
    "can_send_video_notes": True,
    "can_send_voice_notes": True,
    "can_send_polls": True,
    "can_send_other_messages": True,
    "can_add_web_page_previews": True,
    "can_react_to_messages": True,
    "can_edit_tag": False,
    "can_change_info": False,
    "can_invite_users": True,
    "can_pin_messages": False,
    "can_manage_topics": False,
}


def user(who: User) -> Json:
    if isinstance(who, Bot):
        return {"id": who.id, "is_bot": True, "first_name": who.first_name, "username": who.username}
    body: Json = {"id": who.id, "is_bot": False, "first_name": who.first_name}
    for name, value in (("last_name", who.last_name), ("username", who.username), ("language_code", who.language)):
        if value:
            body[name] = value
    return body


#: Whom bots see in place of an administrator who hides (Bot API, Message.sender_chat).
GROUP_ANONYMOUS_BOT: Json = {
    "id": 1087968824,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}


def author(who: User, where: Chat) -> Json:
    """Somebody who acts in a chat, as bots see them there."""
    member = where.members.get(who.id)
    return GROUP_ANONYMOUS_BOT if member is not None and member.anonymous and where.kind != "private" else user(who)


def bot_itself(bot: Bot) -> Json:
    """What getMe answers (Bot API 10.0)."""
    return {
        **user(bot),
        "can_join_groups": True,
        "can_read_all_group_messages": bot.sees_all,
        "supports_guest_queries": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
    }


def chat(where: Chat) -> Json:
    if where.person is not None:
        return {"id": where.id, **_names(where.person), "type": "private"}
    body: Json = {"id": where.id, "title": where.title}
    if where.is_forum:
        body["is_forum"] = True
    return {**body, "type": where.kind}


def _names(person: Person) -> Json:
    body: Json = {"first_name": person.first_name}
    if person.last_name:
        body["last_name"] = person.last_name
    if person.username:
        body["username"] = person.username
    return body


def full_chat(where: Chat, bot: Bot, files: Files) -> Json:
    """What getChat answers: ChatFullInfo."""
    body = chat(where)
    gifts = where.kind == "private"
    body["accepted_gift_types"] = {
        "unlimited_gifts": gifts,
        "limited_gifts": gifts,
        "unique_gifts": gifts,
        "premium_subscription": gifts,
        "gifts_from_channels": gifts,
    }
    if where.person is not None and where.person.username:
        body["active_usernames"] = [where.person.username]
    if where.kind != "private":
        body["permissions"] = dict(PERMISSIONS)
        body["has_visible_history"] = True
    pinned = [m for m in (where.message(i) for i in where.pinned) if m is not None]
    if pinned:
        newest = max(pinned, key=lambda one: (one.date, one.id))
        body["pinned_message"] = message(newest, bot, files, nested=True)
    body["max_reaction_count"] = 11
    body["accent_color_id"] = where.id % 7
    return body


def member(one: Member, reader: Bot) -> Json:
    """A ChatMember of whichever kind its status makes it."""
    body: Json = {"user": user(one.user), "status": one.status}
    if one.status == "creator":
        return {**body, "is_anonymous": one.anonymous}
    if one.status == "administrator":
        body["can_be_edited"] = one.promoted_by == reader.id
        body.update({right: right in one.rights for right in SUPERGROUP_RIGHTS})
        return {**body, "is_anonymous": one.anonymous}
    if one.status == "restricted":
        return {**body, "is_member": True, **dict.fromkeys(PERMISSIONS, False), "until_date": 0}
    if one.status == "kicked":
        return {**body, "until_date": 0}
    return body


def message(one: Message, reader: Bot, files: Files, *, nested: bool = False) -> Json:
    """A Message; a nested one (replied to, pinned) shows no reply of its own."""
    body: Json = {"message_id": one.id if one.ephemeral_id is None else 0}
    if one.ephemeral_id is not None and one.receiver is not None:
        body["receiver_user"] = user(one.receiver)
        body["ephemeral_message_id"] = one.ephemeral_id
    if one.thread_id is not None:
        body["message_thread_id"] = one.thread_id
    body["from"] = user(one.sender) if one.sender_chat is None else GROUP_ANONYMOUS_BOT
    if one.sender_chat is not None:
        body["sender_chat"] = chat(one.sender_chat)
    body["chat"] = chat(one.chat)
    body["date"] = one.date
    if one.edit_date is not None:
        body["edit_date"] = one.edit_date
    if one.thread_id is not None and one.thread_id in one.chat.topics:
        body["is_topic_message"] = True
    if one.forwarded is not None:
        body["forward_origin"] = _origin(one.forwarded)
    original = _answered(one)
    if original is not None and not nested:
        body["reply_to_message"] = message(original, reader, files, nested=True)
    if one.quote is not None:
        body["quote"] = one.quote
    if one.media_group_id:
        body["media_group_id"] = one.media_group_id
    if one.protected:
        body["has_protected_content"] = True
    if one.effect_id:
        body["effect_id"] = one.effect_id
    body.update(_content(one, reader, files))
    if one.keyboard:
        body["reply_markup"] = {"inline_keyboard": one.keyboard}
    return body


def _origin(one: Message) -> Json:
    if one.sender_chat is not None:
        return {"type": "chat", "sender_chat": chat(one.sender_chat), "date": one.date}
    return {"type": "user", "sender_user": user(one.sender), "date": one.date}


def _answered(one: Message) -> Message | None:
    """What it answers; in a forum topic at least the message that made the topic (as Client.cpp reports it)."""
    if one.reply_to is not None:
        hidden = one.reply_to.deleted or one.reply_to.ephemeral_id is not None  # Bot API: it may be left out
        return None if hidden else one.reply_to
    if one.thread_id in one.chat.topics and one.thread_id != one.id:
        return one.chat.message(one.thread_id)
    return None


def _content(one: Message, reader: Bot, files: Files) -> Json:
    if one.service is not None:
        return _service(one.service, reader, files)
    body: Json = {}
    if one.text is not None:
        body["text"] = one.text
        if one.entities:
            body["entities"] = list(one.entities)
        if one.link_preview:
            body["link_preview_options"] = one.link_preview
        return body
    if one.poll is not None:
        return {"poll": poll(one.poll, described=True)}
    if one.photo is not None:
        body["photo"] = files.sizes_for(reader, one.photo)
    if one.voice is not None:
        body["voice"] = files.voice_for(reader, one.voice)
    if one.document is not None:
        body["document"] = files.documents.for_bot(reader, one.document)
    if one.caption:
        body["caption"] = one.caption
        if one.entities:
            body["caption_entities"] = list(one.entities)
    if one.caption_above:
        body["show_caption_above_media"] = True
    if one.has_spoiler:
        body["has_media_spoiler"] = True
    return body


def poll(one: Poll, *, described: bool = False) -> Json:
    """A Poll. `described`: inside its message (Bot API, Poll.description).

    While its results are hidden nobody is told how often an option was chosen (assumed of bots: "may be 0 if unknown").
    """
    unknown = one.hidden and not one.closed
    counts = [0 if unknown else sum(at in chosen for chosen in one.votes.values()) for at in range(len(one.options))]
    body: Json = {
        "id": one.id,
        "question": one.question,
        "options": [
            {"persistent_id": str(at), "text": text, "voter_count": count}
            for at, (text, count) in enumerate(zip(one.options, counts, strict=True))
        ],
        "total_voter_count": len(one.votes),
        "is_closed": one.closed,
        "is_anonymous": one.anonymous,
        "type": "regular",
        "allows_multiple_answers": one.several,
        "allows_revoting": one.revoting,
        "members_only": False,
    }
    if one.open_period is not None:
        body["open_period"] = one.open_period
    if one.close_at is not None:
        body["close_date"] = one.close_at
    if described and one.description:
        body["description"] = one.description
        if one.description_entities:
            body["description_entities"] = list(one.description_entities)
    return body


def _service(service: Json, reader: Bot, files: Files) -> Json:
    kind = service["kind"]
    if kind == "new_chat_members":
        return {"new_chat_members": [user(who) for who in service["users"]]}
    if kind == "left_chat_member":
        return {"left_chat_member": user(service["user"])}
    if kind == "pinned_message":
        return {"pinned_message": message(service["message"], reader, files, nested=True)}
    if kind == "new_chat_title":
        return {"new_chat_title": service["title"]}
    if kind == "forum_topic_created":
        return {"forum_topic_created": {"name": service["name"], "icon_color": 7322096}}
    if kind in ("forum_topic_closed", "forum_topic_reopened"):
        return {kind: {}}
    if kind in ("migrate_to_chat_id", "migrate_from_chat_id"):
        return {kind: service["chat"]}
    return {kind: True}  # group_chat_created, supergroup_chat_created
