"""What Telegram shows of the bot by itself: the command menus, by scope and language, and the words above Start."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from bot.ports import Transport

PRIVATE, GROUPS, ADMINISTRATORS = "all_private_chats", "all_group_chats", "all_chat_administrators"


class Words(Protocol):
    def words(self, key: str, language: str) -> str: ...


async def show_menus(
    *,
    transport: Transport,
    words: Words,
    commands: Mapping[str, Sequence[str]],
    languages: Sequence[str],
    default_language: str,
    ephemeral: frozenset[str] = frozenset(),
) -> None:
    """Set the menus anew. `commands`: names by scope. The list without a language serves everybody else.

    `ephemeral`: commands that nobody but the bot sees in a group.

    Telegram tells languages apart by two letters only: of two catalogs of one language the default one is shown,
    or else the one with the shorter name.

    Raises what `transport` raises.
    """
    catalogs = {name[:2]: name for name in sorted(languages, key=len, reverse=True)} | {
        default_language[:2]: default_language
    }
    for language, spoken in ((None, default_language), *catalogs.items()):
        for scope, names in commands.items():
            listed = [(name, words.words(f"command-{name}", spoken)) for name in names]
            unseen = frozenset() if scope == PRIVATE else ephemeral
            await transport.set_commands(listed, scope=scope, language=language, ephemeral=unseen)
        await transport.set_description(words.words("bot-description", spoken), language=language)
