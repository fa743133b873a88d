"""Raw updates as Telegram sends them (Bot API: Update, Message, CallbackQuery, ChatMemberUpdated)."""

from __future__ import annotations

from itertools import count
from typing import Any

Json = dict[str, Any]

BOT = {"id": 7, "is_bot": True, "first_name": "邻愿", "username": "wishwell_bot"}
OTHER_BOT = {"id": 8, "is_bot": True, "first_name": "别的", "username": "other_bot"}
WANG = {"id": 501, "is_bot": False, "first_name": "王", "last_name": "阿姨", "language_code": "zh-hans"}
ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
#: in whose name Telegram shows what a channel posts into its group
CHANNEL_BOT = {"id": 136817688, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"}

PRIVATE = {"id": 501, "type": "private", "first_name": "王", "last_name": "阿姨"}
GROUP = {"id": -1003, "type": "supergroup", "title": "3号楼邻里群"}
SMALL_GROUP = {"id": -77, "type": "group", "title": "3号楼"}
CHANNEL = {"id": -1009, "type": "channel", "title": "小区公告"}

PHOTO = [
    {"file_id": "small", "file_unique_id": "s", "width": 90, "height": 60, "file_size": 900},
    {"file_id": "large", "file_unique_id": "l", "width": 1280, "height": 960, "file_size": 90000},
]
VOICE = {"file_id": "v", "file_unique_id": "v", "duration": 3}
AUDIO = {"file_id": "a", "file_unique_id": "a", "duration": 180, "title": "song"}
ROUND = {"file_id": "r", "file_unique_id": "r", "duration": 5, "length": 240}
STICKER = {
    "file_id": "t", "file_unique_id": "t", "type": "regular", "width": 512, "height": 512, "is_animated": False,
    "is_video": False,
}  # fmt: skip

_ids = count(1)


def update(kind: str, body: Json, *, update_id: int | None = None) -> Json:
    return {"update_id": next(_ids) if update_id is None else update_id, kind: body}


def message(text: str | None = None, *, chat: Json = GROUP, sender: Json | None = WANG, **fields: Any) -> Json:
    """An update with a message. `sender` None: as a channel posts."""
    body: Json = {"message_id": 40, "date": 1773201600, "chat": chat, **fields}
    if sender is not None:
        body["from"] = sender
    if text is not None:
        body["text"] = text
    return update("message", body)


def unseen(text: str | None = None, *, number: int = 3, **fields: Any) -> Json:
    """What the bot alone sees in the group (Bot API 10.2): its id is 0, what it answers may be left out."""
    alone = {"message_id": 0, "ephemeral_message_id": number, "receiver_user": BOT}
    return message(text, **{**alone, **fields})


def written_by(sender: Json, *, chat: Json = GROUP, message_id: int = 30, **fields: Any) -> Json:
    """A message that another one answers."""
    return {"message_id": message_id, "date": 1773201500, "chat": chat, "from": sender, "text": "…", **fields}


def press(data: str | None = "join:1", *, shows: tuple[str, ...] | None = ("join:1",), chat: Json = GROUP) -> Json:
    """A press on our message with these buttons. `shows` None: on a message that is no longer accessible."""
    on: Json = {"message_id": 40, "date": 0, "chat": chat}
    if shows is not None:
        keyboard = [[{"text": each, "callback_data": each}] for each in shows]
        on = written_by(BOT, chat=chat, message_id=40, reply_markup={"inline_keyboard": keyboard})
    body = {"id": "q1", "from": WANG, "chat_instance": "c", "message": on}
    return update("callback_query", body if data is None else {**body, "data": data})


def inline_press() -> Json:
    """On a message sent by way of the bot into a chat it is not in: only its inline id is known."""
    body = {"id": "q2", "from": WANG, "chat_instance": "c", "inline_message_id": "i", "data": "join:1"}
    return update("callback_query", body)


def moved(was: str, now: str, *, chat: Json = GROUP, sender: Json = WANG, **fields: Any) -> Json:
    """The bot's own standing changed. `fields`: of the new standing."""
    return update(
        "my_chat_member",
        {
            "chat": chat,
            "from": sender,
            "date": 1773201600,
            "old_chat_member": member(was),
            "new_chat_member": {**member(now), **fields},
        },
    )


_RIGHTS = (
    "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
    "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories",
    "can_edit_stories", "can_delete_stories",
)  # fmt: skip
_PERMISSIONS = (
    "can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos", "can_send_videos",
    "can_send_video_notes", "can_send_voice_notes", "can_send_polls", "can_send_other_messages",
    "can_add_web_page_previews", "can_change_info", "can_invite_users", "can_pin_messages", "can_manage_topics",
    "can_react_to_messages", "can_edit_tag",
)  # fmt: skip


def member(status: str) -> Json:
    """A ChatMember of this status; "restricted" is in the group, "-out" is not, "-mute" may not write."""
    body: Json = {"user": BOT, "status": status.partition("-")[0]}
    if status == "administrator":
        body |= dict.fromkeys(_RIGHTS, False)
    if status.startswith("restricted"):
        inside, speaks = status != "restricted-out", status != "restricted-mute"
        body |= {**dict.fromkeys(_PERMISSIONS, speaks), "until_date": 0, "is_member": inside}
    if status == "kicked":
        body["until_date"] = 0
    return body
