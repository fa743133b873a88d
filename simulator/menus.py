"""The command menu a person gets in a chat: by scope, then by language (Bot API, BotCommandScope)."""

from simulator.model import Bot, Chat, Json, Person


def menu(bot: Bot, chat: Chat, person: Person) -> list[Json]:
    """The first list set for a fitting scope, the person's language before the one for all."""
    language = (person.language or "").split("-")[0]
    for scope in _scopes(chat, person):
        for code in (language, ""):
            commands = bot.commands.get((scope, code))
            if commands:
                return [dict(command) for command in commands]
    return []


def _scopes(chat: Chat, person: Person) -> list[str]:
    if chat.kind == "private":
        return [f"chat/{chat.id}", "all_private_chats", "default"]
    member = chat.member(person.id)
    leads = member is not None and member.leads
    scopes = [f"chat_member/{chat.id}/{person.id}"]
    if leads:
        scopes.append(f"chat_administrators/{chat.id}")
    scopes.append(f"chat/{chat.id}")
    if leads:
        scopes.append("all_chat_administrators")
    return [*scopes, "all_group_chats", "default"]
