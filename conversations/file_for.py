"""Filing for a neighbour: how it came, their words, who they are (for the committee only), and one look at it all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.domain.buttons import data
from bot.domain.filed_for import MAX_NOTE_CHARS, Way
from bot.domain.people import Chat
from bot.domain.wishes import MAX_CHARS, Draft, Visibility
from bot.messages import Actor, Button, Line, Reply, Term, Texts
from bot.ports import UnitOfWork
from bot.services import clock_lines, filed_for
from conversations import ask_faces, wish_draft
from conversations.ask_photo import AskPhoto
from conversations.engine import Dialog
from conversations.file_wish import FILE_WISH
from conversations.preview import CHANGE, COMMITTEE, NAMELESS, POST, Preview
from conversations.questions import Answers, Context, Option
from conversations.steps import Ask, Choose, nothing_stands

_VISIBILITIES = {NAMELESS: Visibility.NAMELESS, COMMITTEE: Visibility.COMMITTEE}
_AT_ONCE = frozenset({"photo-off", "slip-on-card"})  #: changes that need no further question

_WAYS = (
    Option("visit", "button-way-visit", ("上门", "上门听的", "家里", "visit", "a visit", "at their door")),
    Option("counter", "button-way-counter", ("窗口", "窗口来的", "来办公室", "counter", "at the counter", "window")),
    Option("slip", "button-way-slip", ("纸条", "纸", "意见箱", "slip", "a paper slip", "paper")),
)


def given(*, chats: Sequence[Chat], chat_id: int | None, words: str, filer: tuple[str, str]) -> dict[str, Any]:
    """What is known when the dialog begins.

    `chats`: the building chats it may go to, the likeliest first. `chat_id`: the one that is sure, if any.
    `filer`: role and name as the card will show them.
    """
    return {
        "words": words.strip(),
        "kind": None,
        "photo": [],
        **wish_draft.chats_value(chats),
        "chat": str(chat_id) if chat_id is not None else None,
        "in_group": False,  # even in the staff chat: no neighbour reads there
        "filer": list(filer),
    }


def _next(step: str | None, answers: Answers) -> str | None:
    if step == "preview":
        if answers["preview"] == CHANGE:
            return "change"
        return "faces" if answers["preview"] in (POST, NAMELESS) and ask_faces.is_due(answers) else None
    if step == "faces":
        return "photo" if answers["faces"] == ask_faces.OTHER_PHOTO else None
    if step == "change" and answers["change"] not in _AT_ONCE:
        return str(answers["change"])
    if not answers.get("way"):
        return "way"
    if answers["way"] == Way.SLIP and "slip" not in answers:
        return "slip"
    if not answers.get("words"):
        return "words"
    for name in ("neighbour", "door"):
        if name not in answers:
            return name
    if not answers.get("chat"):
        return "chat"
    return "place" if wish_draft.lacks_place(answers) else "preview"


def _ask_words(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("for-ask-words-slip" if answers.get("way") == Way.SLIP else "for-ask-words"),)


def slip(answers: Answers) -> str | None:
    """The photo of the paper; one of a way that was thought of before does not come along."""
    photos = answers.get("slip") or ()
    return str(photos[0]) if photos and answers.get("way") == Way.SLIP else None


def _lines(answers: Answers, context: Context) -> tuple[Line, ...]:
    role, name = answers["filer"]
    lines = [
        Line("preview-ask"),
        Line("for-preview", {"way": Term(f"way-{answers['way']}"), "role": Term(f"role-{role}"), "name": name}),
    ]
    neighbour = tuple(str(part) for part in (answers.get("neighbour"), answers.get("door")) if part)
    if neighbour:
        lines.append(Line("for-preview-neighbour", {"neighbour": Texts(neighbour)}))
    if slip(answers):
        lines.append(Line("for-preview-slip-shown" if _slip_is_on_the_card(answers) else "for-preview-slip"))
    return tuple(lines)


def _slip_is_on_the_card(answers: Answers) -> bool:
    return slip(answers) is not None and wish_draft.photo(answers) == slip(answers)


def _changeable(answers: Answers, context: Context) -> tuple[Option, ...]:
    options = [
        Option("words", "button-change-words", ("内容", "文字", "words", "text")),
        Option("neighbour", "button-change-neighbour", ("邻居", "称呼", "neighbour", "name")),
        Option("door", "button-change-door", ("门牌", "门牌号", "door")),
        Option("place", "button-change-place", ("地点", "地方", "位置", "place", "where")),
        Option("kind", "button-change-kind", ("类型", "kind")),
        Option("category", "button-change-category", ("分类", "类别", "category")),
        Option("way", "button-change-way", ("怎么来的", "来路", "how it came", "way")),
    ]
    if answers.get("way") == Way.SLIP:
        options.append(Option("slip", "button-change-slip", ("纸条照片", "slip photo", "photo of the slip")))
    if (paper := slip(answers)) and not _slip_is_on_the_card(answers):
        shown = ("纸条也放上去", "纸条放到卡片上", "show the slip", "show the slip to all")
        options.append(Option("slip-on-card", "button-slip-on-card", shown, sets={"photo": [paper]}))
    if wish_draft.photo(answers):
        removed = ("去掉照片", "不要照片", "remove photo")
        options.append(Option("photo-off", "button-remove-photo", removed, sets={"photo": []}))
    else:
        options.append(Option("photo", "button-add-photo", ("照片", "加照片", "photo", "add photo")))
    if len(answers["chats"]) > 1:
        options.append(Option("chat", "button-change-chat", ("群", "哪个群", "group", "chat")))
    return tuple(options)


async def _done(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    draft = Draft(
        kind=wish_draft.kind(answers),
        words=str(answers["words"]),
        place=wish_draft.place(answers),
        category=wish_draft.category(answers),
        visibility=_VISIBILITIES.get(str(answers["preview"]), Visibility.PUBLIC),
        photo=wish_draft.photo(answers),
        where=wish_draft.where(answers),
    )
    wish = await filed_for.file_for(
        actor=actor,
        draft=draft,
        chat_id=int(answers["chat"]),
        way=Way(answers["way"]),
        neighbour_name=answers.get("neighbour"),
        neighbour_door=answers.get("door"),
        slip=slip(answers),
        uow=uow,
        now=now,
    )
    lines = [clock_lines.filed_line(wish)]
    # Whoever cannot be written to looks at the staff chat's card, behind [more].
    lines.append(Line("for-filed") if actor.person.started else Line("for-filed-not-started"))
    mine = ((Button("button-mine", data=data("mine", 0)),),) if actor.chat.private else ()
    return Reply(tuple(lines), buttons=mine)


async def _look_up(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Answers:
    return wish_draft.offer(answers, actor.estate)


def _of_one_who_files_alone(name: str) -> Any:
    """The same question as for a wish of one's own."""
    return FILE_WISH.by_name[name]


FILE_FOR = Dialog(
    "file-for",
    version=1,
    steps=(
        Choose("way", "for-ask-way", options=_WAYS),
        AskPhoto("slip", "for-ask-slip", optional=True),
        Ask("words", _ask_words, max_chars=MAX_CHARS, photo_to="photo", placeholder="placeholder-wish"),
        Ask("neighbour", "for-ask-neighbour", max_chars=MAX_NOTE_CHARS, optional=True),
        Ask("door", "for-ask-door", max_chars=MAX_NOTE_CHARS, optional=True),
        _of_one_who_files_alone("chat"),
        Preview("preview", _lines, current=nothing_stands),
        Choose("change", "file-ask-change", options=_changeable, current=nothing_stands),
        _of_one_who_files_alone("kind"),
        _of_one_who_files_alone("place"),
        _of_one_who_files_alone("category"),
        _of_one_who_files_alone("photo"),
        _of_one_who_files_alone("faces"),
    ),
    done=_done,
    next=_next,
    hub="preview",
    look_up=_look_up,
)
