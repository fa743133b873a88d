"""The judge of fidelity: what the simulator says must be Telegram's language, as two libraries read it.

Every update and answer is parsed by python-telegram-bot and by aiogram; no unknown field may be left over, and writing
it out again must give the same JSON. The normalisations are `_normal_ptb`, `_with_newer_rights` and
`NEWER_THAN_PTB`, nothing else.

Reusable by any suite that runs the simulator in its process: `judge(world)` looks at all that was said so far.
"""

from collections.abc import Iterator
from typing import Any

import aiogram.methods
import aiogram.types
import telegram
from pydantic import BaseModel, TypeAdapter

from simulator.world import World

Json = dict[str, Any]
#: What PTB answers with, by method; None for plain values.
PTB_TYPES: dict[str, type[telegram.TelegramObject] | None] = {
    "getMe": telegram.User,
    "getUpdates": telegram.Update,
    "setWebhook": None,
    "deleteWebhook": None,
    "getWebhookInfo": telegram.WebhookInfo,
    "sendMessage": telegram.Message,
    "sendPhoto": telegram.Message,
    "sendVoice": telegram.Message,
    "sendDocument": telegram.Message,
    "sendMediaGroup": telegram.Message,
    "sendPoll": telegram.Message,
    "stopPoll": telegram.Poll,
    "editMessageText": telegram.Message,
    "editMessageCaption": telegram.Message,
    "editMessageReplyMarkup": telegram.Message,
    "editMessageMedia": telegram.Message,
    "editEphemeralMessageText": None,
    "editEphemeralMessageReplyMarkup": None,
    "deleteEphemeralMessage": None,
    "deleteMessage": None,
    "answerCallbackQuery": None,
    "sendChatAction": None,
    "getFile": telegram.File,
    "getChat": telegram.ChatFullInfo,
    "getChatMember": telegram.ChatMember,
    "getChatAdministrators": telegram.ChatMember,
    "getChatMemberCount": None,
    "pinChatMessage": None,
    "unpinChatMessage": None,
    "leaveChat": None,
    "setMyCommands": None,
    "getMyCommands": telegram.BotCommand,
    "deleteMyCommands": None,
    "setMyDescription": None,
    "setMyShortDescription": None,
}


#: Bot API 10.2, which PTB 22.8 carries along without knowing it; aiogram knows them by their types.
NEWER_THAN_PTB = {"ephemeral_message_id", "receiver_user", "is_ephemeral"}


def judge(world: World) -> tuple[int, int]:
    """Check every recorded update and every successful answer; how many there were of each."""
    for _, update in world.recorded_updates:
        judge_update(update)
    answers = [call for call in world.calls if call.answer is not None and call.answer.get("ok")]
    for call in answers:
        assert call.answer is not None
        judge_answer(call.method, call.answer["result"])
    return len(world.recorded_updates), len(answers)


def judge_update(update: Json) -> None:
    _judge_ptb(telegram.Update, update)
    _judge_aiogram(aiogram.types.Update, update)


def judge_answer(method: str, result: Any) -> None:
    kind = PTB_TYPES[method]
    for item in result if isinstance(result, list) else [result]:
        if kind is None:
            assert isinstance(item, bool | int), f"{method} answered {item!r}"
        else:
            _judge_ptb(kind, item)
    returning = getattr(aiogram.methods, method[0].upper() + method[1:]).__returning__
    _judge_aiogram(returning, result)


def _judge_ptb(kind: type[telegram.TelegramObject], body: Json) -> None:
    read = kind.de_json(body, None)
    for part in _parts(read):
        unknown = set(part.api_kwargs) - NEWER_THAN_PTB
        assert not unknown, f"PTB {type(part).__name__} does not know {dict(part.api_kwargs)}"
    assert _normal_ptb(read.to_dict()) == _normal_ptb(body)


def _parts(value: Any) -> Iterator[telegram.TelegramObject]:
    if isinstance(value, telegram.TelegramObject):
        yield value
        for name in value.__slots__ if hasattr(value, "__slots__") else ():
            yield from _parts(getattr(value, name, None))
        for kind in type(value).__mro__:
            for name in getattr(kind, "__slots__", ()):
                if name not in ("_bot", "_id_attrs", "_frozen", "api_kwargs"):
                    yield from _parts(getattr(value, name, None))
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _parts(item)


#: Flags PTB writes as false where Telegram leaves them out.
PTB_FALSE = {"delete_chat_photo", "group_chat_created", "supergroup_chat_created", "channel_chat_created"}


def _normal_ptb(value: Any) -> Any:
    """PTB leaves out empty lists and writes four service flags as false."""
    if isinstance(value, dict):
        return {
            name: _normal_ptb(item)
            for name, item in value.items()
            if item not in ([], None) and not (name in PTB_FALSE and item is False)
        }
    if isinstance(value, list | tuple):
        return [_normal_ptb(item) for item in value]
    return value


#: Rights newer than the simulator's Bot API 10.0, which the aiogram of Bot API 10.3 already demands of administrators.
DEMANDED_BY_AIOGRAM = {"can_send_welcome_messages": False}


def _with_newer_rights(value: Any) -> Any:
    if isinstance(value, list):
        return [_with_newer_rights(item) for item in value]
    if not isinstance(value, dict):
        return value
    more = DEMANDED_BY_AIOGRAM if value.get("status") == "administrator" else {}
    return {**more, **{name: _with_newer_rights(item) for name, item in value.items()}}


def _judge_aiogram(kind: Any, body: Any) -> None:
    body = _with_newer_rights(body)
    adapter: TypeAdapter[Any] = TypeAdapter(kind)
    read = adapter.validate_python(body)
    for part in _models(read):
        assert not part.model_extra, f"aiogram {type(part).__name__} does not know {part.model_extra}"
    assert adapter.dump_python(read, mode="json", by_alias=True, exclude_unset=True) == body


def _models(value: Any) -> Iterator[BaseModel]:
    if isinstance(value, BaseModel):
        yield value
        for name in type(value).model_fields:
            yield from _models(getattr(value, name))
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _models(item)
