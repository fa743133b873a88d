"""Walks through dialogs: every button and a handful of typed answers at each state, and the sensible way on."""

from __future__ import annotations

import json
from collections import deque
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from bot.domain.acceptances import Party
from bot.domain.claim_terms import Organisation
from bot.domain.claiming import Claim, ClaimKind, Phase
from bot.domain.deliberations import By, Contribution, Deliberation, Form, Officer, Part, Side, Voice
from bot.domain.people import Body, Chat, Person, Purpose
from bot.domain.places import Place
from bot.domain.projects import Move, ProjectKind
from bot.domain.questions import Question
from bot.domain.takedowns import Step
from bot.domain.verdicts import Affected, Finding
from bot.domain.wishes import Category, Kind, State, Visibility, VoiceNote, Wish
from bot.messages import Line, Reply, Toast
from bot.ports import DialogState
from conversations import (
    accept_project,
    add_to_verdict,
    add_to_wish,
    answer_several,
    answer_wish,
    ask_author,
    ask_same,
    claim_wish,
    contest_removal,
    contribute,
    edit_wish,
    engine,
    file_for,
    file_wish,
    move_date,
    open_deliberation,
    pass_contact,
    pause_filing,
    prompts,
    put_off_claim,
    refer_wish,
    reply_question,
    report_days,
    report_progress,
    rule_on_wish,
    run_project,
    state_on_card,
    withdraw_wish,
    write_down,
    write_minutes,
)
from conversations.ask_date import AskDate
from conversations.ask_files import AskFiles
from conversations.ask_options import AskOptions
from conversations.ask_photo import AskPhoto
from conversations.controls import Control
from conversations.dialogs import DIALOGS
from conversations.engine import Dialog
from conversations.engine import Move as DialogMove
from conversations.questions import Context, Heard, Option
from conversations.steps import Ask, Choose, ChooseMany, Confirm
from tests.conversations import directory_openings, plan_openings, quarrel_openings
from tests.conversations.broadcast_openings import BROADCAST_DIALOGS, BROADCASTS_TOO
from tests.conversations.ledger_openings import CORRECTED, LEDGER_DIALOGS
from tests.conversations.place_openings import INSIDE, NAMED, PLACE_DIALOGS
from tests.conversations.plan_openings import CHANGES, PLAN_DIALOGS
from tests.conversations.poll_openings import ONE_GROUP, POLL_DIALOGS
from tests.conversations.project_openings import ON_ITS_WAY, ON_ITS_WAY_TOO, PROJECT, PROJECT_DIALOGS
from tests.conversations.role_openings import ASKED_FOR, ROLE_DIALOGS, ROLE_WORDS
from tests.conversations.signup_openings import SIGNUP_DIALOGS, SIGNUPS_TOO
from tests.conversations.thing_openings import THING_DIALOGS, THINGS_TOO

NOW = datetime(2026, 3, 11, 4, tzinfo=UTC)
PRIVATE = Context(date(2026, 3, 11), "zh", True, 1, "王阿姨")
IN_GROUP = Context(date(2026, 3, 11), "en", False, 1, "王阿姨")

READY = ("师傅{哪天}上门，请___留人。", "看过了。")

TYPED = (
    *("灯坏了", "3号楼2单元", "明天", "", "x" * 1200, "好的", "发", "改", "跳过", "保留", "水果", "水果，茶"),
    *("next Friday", "yesterday's news", "2020-01-01", "返回", "重来", "2026-12-31", "整个小区", "👍", "保洁", "好了"),
    "重拍",
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
OTHER = replace(WISH, id=8, number=13, words="走廊没有灯")

PROMISED = replace(WISH, state=State.PROMISED, next_date=NOW.date())
QUESTION = Question(3, WISH.id, 2, "李主任", Body.COMMITTEE, "是哪盏灯？", NOW, told=True)
SHOP = Organisation(9300, "绿园超市")
CLAIMER = Person(id=3, telegram_id=13, name="小陈")
CLAIM = Claim(
    1, WISH.id, CLAIMER.id, ClaimKind.RESIDENT, helpers="", firm="", due_on=NOW.date(), claimed_at=NOW,
    enters_home=False, needs_word=False, phase=Phase.RUNNING, phase_at=NOW, accepted_at=NOW,
)  # fmt: skip
FOUND = Affected(3, 1, True, True, Finding.NOT_YET, NOW)
VOICE = {"key": "v0", "length_s": 12}
SPOKEN = replace(WISH, words="", voice=VoiceNote("v0", 12))


OFFICER = Officer(70, "张师傅", Voice.PROPERTY)
ARGUED = Deliberation(
    *(5, WISH.id, Form.HEARING, "装在哪？", "", "", NOW, NOW.date(), NOW, 2, By("李主任", Body.COMMITTEE), OFFICER)
)
ASKED = Contribution(8, 5, WISH.id, 1, 3, Part.QUESTION, Voice.RESIDENT, None, "", "谁出钱？", (), NOW)


def _opening(*forms: Form) -> dict[str, object]:
    return open_deliberation.given(WISH, forms, [OFFICER])


def _saying(part: Part, side: Side | None, voice: Voice) -> dict[str, object]:
    return contribute.given(WISH, ARGUED, part=part, side=side, voice=voice)


def _for(*, words: str) -> dict[str, object]:
    return file_for.given(chats=[_HOME, _OTHER], chat_id=_HOME.id, words=words, filer=("captain", "李姐"))


#: What a question takes that takes neither any words nor has a button of its own to press.
_PRESSED_FIRST = frozenset({ProjectKind.SELF_SERVICE.value})  #: the longer way
_TAKEN_AT = {"amount": "12万", "cents": "12万", "indicators": "每月送餐120份", "wishes": "1、3", "number": "12345"}
_TAKEN_AT |= {"about": "12", **ROLE_WORDS}

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
    "file, private matters and a photo": (
        "file-wish",
        file_wish.given(words="三楼邻居天天吵，电话13800138000", chats=[_HOME], photo="p0"),
        PRIVATE,
    ),
    "file, private matters in the group": (
        "file-wish",
        file_wish.given(words="孩子没人接", chats=[_HOME], in_group=True, private_link="want-abc"),
        IN_GROUP,
    ),
    "ask the author, in the staff chat": ("ask-author", ask_author.given(WISH), IN_GROUP),
    "ask the author, in private": ("ask-author", ask_author.given(WISH), PRIVATE),
    "reply to a question, wherever": ("reply-question", reply_question.given(QUESTION, WISH), IN_GROUP),
    "pause filing, in private": ("pause-filing", pause_filing.given(WISH), PRIVATE),
    "reply to a question": ("reply-question", reply_question.given(QUESTION, WISH), PRIVATE),
    "pause filing, in the staff chat": ("pause-filing", pause_filing.given(WISH), IN_GROUP),
    "answer, in the staff chat": ("answer-wish", answer_wish.given(WISH), IN_GROUP),
    "answer, in private": ("answer-wish", answer_wish.given(WISH), PRIVATE),
    "answer, with ready answers": ("answer-wish", answer_wish.given(WISH, ready=READY), PRIVATE),
    "answer, with ready answers, in the staff chat": ("answer-wish", answer_wish.given(WISH, ready=READY), IN_GROUP),
    "this time not": ("answer-wish", {**answer_wish.given(WISH), "kind": "decline", "preset": True}, IN_GROUP),
    "done, by a photo": (
        "answer-wish",
        {**answer_wish.given(WISH), "kind": "done", "words": None, "photos": ["p0"], "reported": True},
        IN_GROUP,
    ),
    "ask whether it is the same, in the staff chat": ("ask-same", ask_same.given(WISH, [OTHER], []), IN_GROUP),
    "ask whether several are the same, in private": ("ask-same", ask_same.given_several([WISH, OTHER]), PRIVATE),
    "answer several, in the staff chat": ("answer-several", answer_several.given([WISH], ready=READY), IN_GROUP),
    "answer several, in private": ("answer-several", answer_several.given([WISH], ready=()), PRIVATE),
    "pass on, in the staff chat": ("refer-wish", refer_wish.given(WISH, [Body.PROPERTY, Body.OWNERS]), IN_GROUP),
    "move the day, in the staff chat": ("move-date", move_date.given(PROMISED), IN_GROUP),
    "move the day, in private": ("move-date", move_date.given(PROMISED), PRIVATE),
    "pass on, in private": ("refer-wish", refer_wish.given(WISH, [Body.COMMITTEE]), PRIVATE),
    **{
        f"{name}{where}": (name, given, context)
        for name, given in (
            PROJECT_DIALOGS
            | PLAN_DIALOGS
            | LEDGER_DIALOGS
            | BROADCAST_DIALOGS
            | SIGNUP_DIALOGS
            | THING_DIALOGS
            | PLACE_DIALOGS
            | {"report-days": report_days.given(None)}
            | POLL_DIALOGS
            | ROLE_DIALOGS
            | quarrel_openings.QUARREL_DIALOGS
            | directory_openings.DIRECTORY_DIALOGS
        ).items()
        for where, context in ((", in private", PRIVATE), (", in the staff chat", IN_GROUP))
    },
    **{f"{name}, what stands": (name, given, PRIVATE) for name, given in directory_openings.CHANGED.items()},
    **{name: ("correct-entry", given, PRIVATE) for name, given in CORRECTED.items()},
    **{name: (dialog, given, PRIVATE) for name, (dialog, given) in (SIGNUPS_TOO | THINGS_TOO).items()},
    **{name: (dialog, given, PRIVATE) for name, (dialog, given) in BROADCASTS_TOO.items()},
    "a household in a building": ("add-place", INSIDE, PRIVATE),
    "a grid called otherwise": ("name-grid", NAMED, PRIVATE),
    **{name: ("open-poll", given, PRIVATE) for name, given in ONE_GROUP.items()},
    **{name: ("give-role", given, PRIVATE) for name, given in ASKED_FOR.items()},
    "an item from a wish's card": ("make-item", plan_openings.from_card(WISH), IN_GROUP),
    "an item from a wish's card, the first": ("make-item", plan_openings.from_card(WISH, first=True), PRIVATE),
    **{f"change an item's {what}": ("change-item", plan_openings.change(what), PRIVATE) for what in CHANGES},
    "project stepped back": ("move-project", run_project.given(PROJECT, move=Move.BACK.value), PRIVATE),
    "project without wishes": ("link-wishes", run_project.given_wishes(PROJECT, []), PRIVATE),
    "progress of one of two": ("report-progress", report_progress.given([ON_ITS_WAY, ON_ITS_WAY_TOO]), PRIVATE),
    "accepted by the owners": ("accept-project", accept_project.given(PROJECT, Party.OWNERS), PRIVATE),
    "open a deliberation, in the staff chat": ("open-deliberation", _opening(*Form), IN_GROUP),
    "open a deliberation, in private": ("open-deliberation", _opening(Form.HEARING), PRIVATE),
    "argue, in private": ("contribute", _saying(Part.ARGUMENT, Side.FOR, Voice.RESIDENT), PRIVATE),
    "ask, in private": ("contribute", _saying(Part.QUESTION, None, Voice.RESIDENT), PRIVATE),
    "state, in the staff chat": ("contribute", _saying(Part.STATEMENT, None, Voice.PROPERTY), IN_GROUP),
    "note, in private": ("contribute", _saying(Part.NOTE, None, Voice.EXPERT), PRIVATE),
    "answer a question, in private": ("answer-question", contribute.given_question(WISH, ASKED), PRIVATE),
    "answer a question, in the staff chat": ("answer-question", contribute.given_question(WISH, ASKED), IN_GROUP),
    "minutes, in private": ("write-minutes", write_minutes.given(WISH, ARGUED), PRIVATE),
    "minutes, in the staff chat": ("write-minutes", write_minutes.given(WISH, ARGUED), IN_GROUP),
    "restore, in the staff chat": ("rule-on-wish", rule_on_wish.given(WISH, Step.RESTORED), IN_GROUP),
    "take down, in private": ("rule-on-wish", rule_on_wish.given(WISH, Step.REMOVED), PRIVATE),
    "take down, in the staff chat": ("rule-on-wish", rule_on_wish.given(WISH, Step.REMOVED), IN_GROUP),
    "uphold": ("rule-on-wish", rule_on_wish.given(WISH, Step.UPHELD), PRIVATE),
    "contest": ("contest-removal", contest_removal.given(WISH), PRIVATE),
    "contest, walked in a group": ("contest-removal", contest_removal.given(WISH), IN_GROUP),
    "statement": ("state-on-card", state_on_card.given(WISH), PRIVATE),
    "statement, in the staff chat": ("state-on-card", state_on_card.given(WISH), IN_GROUP),
    "edit": ("edit-wish", edit_wish.given(WISH), PRIVATE),
    "edit, with a photo": ("edit-wish", edit_wish.given(replace(WISH, photo="p0")), PRIVATE),
    "edit, walked in a group": ("edit-wish", edit_wish.given(WISH), IN_GROUP),
    "add": ("add-to-wish", add_to_wish.given(WISH), PRIVATE),
    "add, walked in a group": ("add-to-wish", add_to_wish.given(WISH), IN_GROUP),
    "withdraw": ("withdraw-wish", withdraw_wish.given(WISH), PRIVATE),
    "withdraw, walked in a group": ("withdraw-wish", withdraw_wish.given(WISH), IN_GROUP),
    "for, in private": ("file-for", _for(words=""), PRIVATE),
    "for, in the staff chat": ("file-for", _for(words="灯坏了"), IN_GROUP),
    "for, almost said": (
        "file-for",
        {**_for(words="灯坏了"), "way": "slip", "slip": ["p0"], "neighbour": "王奶奶", "door": None},
        PRIVATE,
    ),
    "file, a voice note": ("file-wish", file_wish.given(words="", chats=[_HOME], voice=VOICE), PRIVATE),
    "file, a voice note in the group": (
        "file-wish",
        file_wish.given(words="", chats=[_HOME], voice=VOICE, in_group=True),
        IN_GROUP,
    ),
    "write down, in the staff chat": ("write-down", write_down.given(SPOKEN), IN_GROUP),
    "write down, in private": ("write-down", write_down.given(SPOKEN), PRIVATE),
    "retell": ("retell", write_down.given(SPOKEN), PRIVATE),
    "retell, wherever": ("retell", write_down.given(SPOKEN), IN_GROUP),
    "add to a verdict": ("add-to-verdict", add_to_verdict.given(WISH, FOUND), PRIVATE),
    "add to a verdict, walked in a group": ("add-to-verdict", add_to_verdict.given(WISH, FOUND), IN_GROUP),
    "claim": ("claim-wish", claim_wish.given(WISH, listed=None, offer_id=None), PRIVATE),
    "claim, for an organisation": ("claim-wish", claim_wish.given(WISH, listed=SHOP, offer_id=7), PRIVATE),
    "claim, walked in a group": ("claim-wish", claim_wish.given(WISH, listed=None, offer_id=None), IN_GROUP),
    "pass on a door": ("pass-contact", pass_contact.given(WISH, CLAIM, CLAIMER), PRIVATE),
    "pass on a door, walked in a group": ("pass-contact", pass_contact.given(WISH, CLAIM, CLAIMER), IN_GROUP),
    "a later day": ("put-off-claim", put_off_claim.given(WISH, CLAIM, farthest_days=60), PRIVATE),
    "a later day, walked in a group": ("put-off-claim", put_off_claim.given(WISH, CLAIM, farthest_days=60), IN_GROUP),
    "file, a quarrel": (
        "file-wish",
        {**file_wish.given(words="楼上天天吵", chats=[_HOME]), "quarrel": True},
        PRIVATE,
    ),
    "file a quarrel, from two homes": ("file-quarrel", quarrel_openings.TWO_HOMES, PRIVATE),
    "the end before both agreed": ("quarrel-end", quarrel_openings.ONE_SIDED, PRIVATE),
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
    """`press` a value, or say words, a photo or a voice note."""

    press: str | None = None
    words: str = ""
    photo: str | None = None
    voice: bool = False

    def on(self, dialog: Dialog, state: DialogState, context: Context) -> DialogMove:
        if self.press is not None:
            return engine.press(dialog, state, self.press, context)
        kept = self.photo if self.photo and engine.takes_photo(dialog, state) else None
        note = VOICE if self.voice and engine.takes_voice(dialog, state) else None
        heard = Heard(self.words, kept, pictured=self.photo is not None, voice=note, spoken=self.voice)
        return engine.hear(dialog, state, heard, context)


def values(dialog: Dialog, state: DialogState, context: Context) -> list[str]:
    """What the buttons of the question stand for, the controls among them."""
    rows = dialog.by_name[state.step].rows(state.answers, context)
    own = [choice.value for row in rows for choice in row if choice.start is None]
    controls = [choice.value for choice in prompts.controls(dialog, state)]
    return own + controls


def events_at(dialog: Dialog, state: DialogState, context: Context) -> list[Event]:
    presses = [Event(press=value) for value in values(dialog, state, context)]
    return [
        *presses,
        *(Event(words=words) for words in TYPED),
        Event(photo="p1"),
        Event(words="灯", photo="p2"),
        Event(voice=True),
    ]


def signature(state: DialogState) -> str:
    return json.dumps([state.step, state.trail, dict(state.answers)], sort_keys=True, ensure_ascii=False)


def explored(opening: str, *, depth: int, most: int = 4000) -> list[tuple[DialogState, Event, DialogMove]]:
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
    if isinstance(step, AskOptions):
        return Event(press=Control.DONE) if Control.DONE in offered else Event(words="白\n米黄")
    if isinstance(step, AskPhoto | AskFiles):
        return Event(press=Control.DONE) if Control.DONE in offered else Event(photo="p9")
    if isinstance(step, ChooseMany) and state.answers.get(step.name):
        return Event(press=Control.DONE)
    if own:
        return Event(press=next((value for value in own if value in _PRESSED_FIRST), own[0]))
    return Event(words=_TAKEN_AT.get(step.name, "灯坏了"))


def shown(dialog: Dialog, state: DialogState, context: Context) -> Reply:
    return prompts.question(dialog, state, context, fresh=True)


def refusal(move: DialogMove) -> Toast | None:
    return Toast(move.refused.text_key(), dict(move.refused.variables)) if move.refused else None
