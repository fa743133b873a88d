"""The one table of commands, words and buttons."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from bot.domain.house import House
from bot.domain.rights import Act
from bot.messages import Say
from bot.ports import UnitOfWork
from handlers import chats, desk, duplicates, filing, finding, following, onboarding, people

Answer = Say | tuple[Say, ...]


class Handler(Protocol):
    """Unpacks what came in, calls one service, returns what to say."""

    def __call__(self, incoming: Any, /, *, uow: UnitOfWork, now: datetime, house: House) -> Awaitable[Answer]: ...


@dataclass(frozen=True, slots=True)
class Route:
    """`act`: the right it needs, checked by its service. `interrupts`: asks first when a dialog is open."""

    act: Act
    handler: Callable[..., Awaitable[Answer]]
    asks_administrators: bool = False  #: needs to know who administers the group
    interrupts: bool = False
    in_menu: bool = True  #: shown in the command menu of everybody
    for_staff: bool = False  #: shown in the menu of group administrators only


COMMANDS: dict[str, Route] = {
    "want": Route(Act.FILE_WISH, filing.on_file, interrupts=True),
    "willdo": Route(Act.FILE_WISH, filing.on_file, interrupts=True),
    "suggest": Route(Act.FILE_WISH, filing.on_file, interrupts=True),
    "wishes": Route(Act.READ_WISHES, finding.on_wishes, asks_administrators=True, interrupts=True),
    "wish": Route(Act.READ_WISHES, finding.on_wish, asks_administrators=True, interrupts=True),
    "mine": Route(Act.ASK_HELP, finding.on_mine, interrupts=True),
    "find": Route(Act.READ_WISHES, finding.on_find, asks_administrators=True, interrupts=True),
    "help": Route(Act.ASK_HELP, people.on_help, asks_administrators=True),
    "language": Route(Act.ASK_HELP, people.on_language, asks_administrators=True),
    "privacy": Route(Act.ASK_HELP, people.on_privacy),
    "start": Route(Act.ASK_HELP, filing.on_start, in_menu=False, interrupts=True),
    "bind": Route(
        Act.BIND_CHAT, chats.on_bind, asks_administrators=True, in_menu=False, for_staff=True, interrupts=True
    ),
    "menu": Route(
        Act.PIN_MENU, chats.on_menu, asks_administrators=True, in_menu=False, for_staff=True, interrupts=True
    ),
}
"""`/cancel` is answered by the front itself: it belongs to no topic."""

BUTTONS: dict[str, Route] = {
    "join": Route(Act.FOLLOW_WISH, following.on_stance),
    "support": Route(Act.FOLLOW_WISH, following.on_stance),
    "help": Route(Act.FOLLOW_WISH, following.on_stance),
    "unfollow": Route(Act.FOLLOW_WISH, following.on_unfollow),
    "unfollow-yes": Route(Act.FOLLOW_WISH, following.on_unfollow_confirmed),
    "same": Route(Act.FILE_WISH, duplicates.on_same),
    "same-as": Route(Act.FILE_WISH, duplicates.on_same_as),
    "same-yes": Route(Act.FILE_WISH, duplicates.on_same_confirmed),
    "another": Route(Act.READ_WISHES, filing.on_another, interrupts=True),
    "thanks": Route(Act.THANK, desk.on_thanks),
    "take": Route(Act.TAKE_WISH, desk.on_take, asks_administrators=True),
    "handback": Route(Act.TAKE_WISH, desk.on_hand_back, asks_administrators=True),
    "answer": Route(Act.ANSWER_WISH, desk.on_answer, asks_administrators=True, interrupts=True),
    "more": Route(Act.READ_STAFF, desk.on_more, asks_administrators=True),
    "file": Route(Act.FILE_WISH, filing.on_file_pressed, interrupts=True),
    "list": Route(Act.READ_WISHES, finding.on_list, asks_administrators=True),
    "wish": Route(Act.READ_WISHES, finding.on_wish_pressed, asks_administrators=True),
    "mine": Route(Act.ASK_HELP, finding.on_mine_pressed),
    "onboard": Route(Act.SUGGEST_BINDING, onboarding.on_onboard, asks_administrators=True),
    "bind-yes": Route(Act.BIND_CHAT, onboarding.on_bind_yes, asks_administrators=True),
    "bind-no": Route(Act.BIND_CHAT, onboarding.on_bind_no, asks_administrators=True),
    "trial": Route(Act.OPEN_INTAKE, onboarding.on_trial, asks_administrators=True, interrupts=True),
    "here": Route(Act.OPEN_INTAKE, onboarding.on_here, asks_administrators=True),
    "language": Route(Act.ASK_HELP, people.on_language_chosen, asks_administrators=True),
    "mention": Route(Act.ASK_HELP, people.on_mention_chosen),
}
