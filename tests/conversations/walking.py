"""Walks through dialogs: every button and a handful of typed answers at each state, and the sensible way on."""

from __future__ import annotations

import json
from collections import deque
from dataclasses import dataclass
from datetime import UTC, date, datetime

from bot.domain.people import Chat, Purpose
from bot.domain.places import Place
from bot.domain.wishes import Category, Kind, State, Visibility, Wish
from bot.messages import Line, Reply, Toast
from bot.ports import DialogState
from conversations import answer_wish, engine, file_wish, prompts
from conversations.ask_date import AskDate
from conversations.ask_photo import AskPhoto
from conversations.controls import Control
from conversations.dialogs import DIALOGS
from conversations.engine import Dialog, Move
from conversations.questions import Context, Heard, Option
from conversations.steps import Ask, Choose, ChooseMany, Confirm

NOW = datetime(2026, 3, 11, 4, tzinfo=UTC)
PRIVATE = Context(date(2026, 3, 11), "zh", True, 1, "王阿姨")
IN_GROUP = Context(date(2026, 3, 11), "en", False, 1, "王阿姨")

TYPED = (
    *("灯坏了", "3号楼2单元", "明天", "", "x" * 1200, "好的", "发", "改", "跳过", "保留", "水果", "水果，茶"),
    *(
        "next Friday",
        "yesterday's news",
        "2020-01-01",
        "返回",
        "重来",
        "2026-12-31",
        "整个小区",
        "👍",
        "保洁",
        "好了",
        "重拍",
    ),
)


async def _served(actor, answers, *, uow, now):
    return Reply((Line("dialog-left"),))


def _fruit(answers, context):
    names = ("水果", "蔬菜", "茶") if answers.get("party") == "yes" else ("水果", "茶")
    return tuple(Option(str(at), "button-words", (name,), {"words": name}) for at, name in enumerate(names))


_YES_OR_NO = (Option("yes", "button-confirm", ("是",)), Option("no", "button-skip", ("否",)))


def _has_no_title(answers):
    return not answers.get("title")


#: Every kind of question, optional ones and such that depend on answers.
SAMPLE = Dialog(
    "sample",
    version=3,
    steps=(
        Choose(
            "party", "file-ask-kind", options=(Option("yes", "button-confirm", ("是",)), Option("no", "button-skip"))
        ),
        Ask("title", "file-ask-words", max_chars=80, optional=True),
        ChooseMany("bring", "file-ask-category", options=_fruit, columns=2),
        ChooseMany("more", "file-ask-category", options=_fruit, optional=True),
        AskDate("day", "answer-ask-due", farthest_days=400, optional=_has_no_title),
        AskPhoto("pictures", "file-ask-photo", most=3, optional=True),
        AskPhoto("cover", "file-ask-photo", most=2),
        Confirm("sure", "preview-ask"),
    ),
    done=_served,
)

TABLE = {**DIALOGS, SAMPLE.name: SAMPLE}

_HOME = Chat(10, -10, False, "3号楼邻里群", "garden", Purpose.BUILDING, Place(building="3"))
_OTHER = Chat(11, -11, False, "5号楼: 群", "garden", Purpose.BUILDING, Place(building="5"))
WISH = Wish(
    *(7, "garden", 12, Kind.WANT, "三楼灯坏了", Place(building="3"), Category.REPAIR, Visibility.PUBLIC, State.OPEN),
    *(1, "王阿姨", 10, NOW, None),
)

#: (dialog, what it begins with, private or group): the ways each dialog of the table is opened.
OPENINGS = {
    "file, nothing said": ("file-wish", file_wish.given(words="", chats=[_HOME, _OTHER]), PRIVATE),
    "file, a sentence": ("file-wish", file_wish.given(words="三楼灯坏了", chats=[_HOME], kind=Kind.WANT), PRIVATE),
    "file, a photo": ("file-wish", file_wish.given(words="", chats=[_HOME], kind=Kind.OFFER, photo="p0"), PRIVATE),
    "file, in the group": (
        "file-wish",
        file_wish.given(words="", chats=[_HOME], in_group=True, private_link="want-abc"),
        IN_GROUP,
    ),
    "answer, in the staff chat": ("answer-wish", answer_wish.given(WISH), IN_GROUP),
    "answer, in private": ("answer-wish", answer_wish.given(WISH), PRIVATE),
    "trial, in the staff chat": ("answer-trial", {}, IN_GROUP),
    "trial, in private": ("answer-trial", {}, PRIVATE),
    "sample": ("sample", {}, PRIVATE),
    "sample in a group": ("sample", {}, IN_GROUP),
}


def opened(opening: str) -> tuple[Dialog, DialogState, Context]:
    name, given, context = OPENINGS[opening]
    dialog = TABLE[name]
    state = engine.begin(dialog, given, run=2**40, language=context.language, idle_at=NOW, expires_at=NOW)
    return dialog, state, context


@dataclass(frozen=True)
class Event:
    """`press` a value, or say words and a photo."""

    press: str | None = None
    words: str = ""
    photo: str | None = None

    def on(self, dialog: Dialog, state: DialogState, context: Context) -> Move:
        if self.press is not None:
            return engine.press(dialog, state, self.press, context)
        kept = self.photo if self.photo and engine.takes_photo(dialog, state) else None
        return engine.hear(dialog, state, Heard(self.words, kept, pictured=self.photo is not None), context)


def values(dialog: Dialog, state: DialogState, context: Context) -> list[str]:
    """What the buttons of the question stand for, the controls among them."""
    rows = dialog.by_name[state.step].rows(state.answers, context)
    own = [choice.value for row in rows for choice in row if choice.start is None]
    controls = [choice.value for choice in prompts.controls(dialog, state)]
    return own + controls


def events_at(dialog: Dialog, state: DialogState, context: Context) -> list[Event]:
    presses = [Event(press=value) for value in values(dialog, state, context)]
    return [*presses, *(Event(words=words) for words in TYPED), Event(photo="p1"), Event(words="灯", photo="p2")]


def signature(state: DialogState) -> str:
    return json.dumps([state.step, state.trail, dict(state.answers)], sort_keys=True, ensure_ascii=False)


def explored(opening: str, *, depth: int, most: int = 4000) -> list[tuple[DialogState, Event, Move]]:
    """Every event at every state within `depth` events of the beginning, breadth first."""
    dialog, state, context = opened(opening)
    seen, edges = {signature(state)}, []
    queue = deque([(state, 0)])
    while queue and len(seen) < most:
        state, at = queue.popleft()
        for event in events_at(dialog, state, context):
            move = event.on(dialog, state, context)
            edges.append((state, event, move))
            if move.end is None and at + 1 < depth and signature(move.state) not in seen:
                seen.add(signature(move.state))
                queue.append((move.state, at + 1))
    return edges


def sensible(dialog: Dialog, state: DialogState, context: Context) -> Event:
    """What somebody who wants to get to the end does next."""
    step = dialog.by_name[state.step]
    own = [value for value in values(dialog, state, context) if not value.startswith("~")]
    offered = values(dialog, state, context)
    if isinstance(step, AskPhoto):
        return Event(press=Control.DONE) if Control.DONE in offered else Event(photo="p9")
    if isinstance(step, ChooseMany) and state.answers.get(step.name):
        return Event(press=Control.DONE)
    if own:
        return Event(press=own[0])
    return Event(words="灯坏了")


def shown(dialog: Dialog, state: DialogState, context: Context) -> Reply:
    return prompts.question(dialog, state, context, fresh=True)


def refusal(move: Move) -> Toast | None:
    return Toast(move.refused.text_key(), dict(move.refused.variables)) if move.refused else None
