"""Posting what one found, lost, or gives away: what it is, roughly where, one look. A photo may come with the words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.domain import things
from bot.domain.people import Chat
from bot.domain.thing_words import asks_for_money
from bot.domain.things import ThingKind
from bot.messages import Actor, Line, Reply, Texts
from bot.ports import UnitOfWork
from bot.services import thing_lines, thing_said
from bot.services import things as service
from conversations.ask_photo import AskPhoto
from conversations.engine import Dialog
from conversations.list_service import on_one_line
from conversations.questions import Answers, Context, Heard, Heed, Option
from conversations.steps import YES, Ask, Choose, Confirm
from conversations.to_all import NO_FACES, WITHOUT_PHOTO, question, warning

_NAMELESS = "nameless"
_WORDS = (*YES.words, "发到群里", "發到群裡", "post", "post it")
_POST = replace(YES, key="button-thing-post", words=_WORDS)
_POST_PHOTO = replace(NO_FACES, words=(*NO_FACES.words, *_WORDS))
_WITHOUT_NAME = Option(
    _NAMELESS,
    "button-thing-nameless",
    (
        "不写名字发",
        "不寫名字發",
        "不写名字",
        "匿名",
        "post it without my name",
        "post without my name",
        "without my name",
        "anonymous",
    ),
)
#: It answers the question about faces as well.
_WITHOUT_NAME_PHOTO = replace(
    _WITHOUT_NAME,
    key="button-thing-nameless-no-faces",
    words=(*_WITHOUT_NAME.words, "照片里没有，不写名字发", "照片裡沒有，不寫名字發", "no faces; post without my name"),
)
_CHANGE_WORDS = Option("words", "button-thing-change-words", ("改内容", "改內容", "改字", "change what"))
_CHANGE_WHERE = Option("where", "button-thing-change-where", ("改地方", "改地点", "change where"))
_ADD_PHOTO = Option("photo", "button-add-photo", ("加照片", "照片", "add photo", "add a photo", "photo"))
_OTHER_PHOTO = Option(
    "photo", "button-change-photo", ("换照片", "換照片", "photo", "another photo", "change the photo")
)
_SPREAD = Option("spread", "button-thing-spread", ("发到哪些群", "發到哪些群", "which groups"))


def given(
    opening: service.Opening, kind: ThingKind, *, words: str = "", photo: str | None = None, hidden: bool = False
) -> dict[str, Any]:
    """What is known when it begins. `words`: said behind the command, kept if they may be posted as they are."""
    known: dict[str, Any] = {"kind": kind.value, "photo": [photo] if photo else [], "hidden": hidden}
    known["own"] = _titles(opening.own)
    known["whole"] = _titles(opening.whole)
    said = " ".join(words.split())
    if said and len(said) <= things.MAX_WHAT_CHARS and _is_free(said, kind):
        known["words"] = service.checked_words(said, kind)
    return known


def _titles(chats: Sequence[Chat]) -> list[str]:
    return [chat.title for chat in chats]


def _is_free(words: str, kind: ThingKind) -> bool:
    return kind is not ThingKind.GIVEAWAY or not asks_for_money(words)


def _next(step: str | None, answers: Answers) -> str | None:
    if step == "confirm":
        chosen = str(answers["confirm"])
        return chosen if chosen in ("words", "where", "photo", "spread") else None
    if not answers.get("words"):
        return "words"
    return "confirm" if "where" in answers else "where"


class AskThing(Ask):
    """What it is; something to give away has no price."""

    __slots__ = ()

    def hear(self, heard: Heard, answers: Answers, context: Context) -> Heed:
        heed = super().hear(heard, answers, context)
        if heed.stays:
            return heed
        words = service.checked_words(str(heed.answers["words"]), ThingKind(answers["kind"]))
        return replace(heed, answers=self.put(heed.answers, words))


def _ask_words(answers: Answers, context: Context) -> tuple[Line, ...]:
    """Texts: thing-ask-found, thing-ask-lost, thing-ask-giveaway; thing-found-advice."""
    asked = (Line(f"thing-ask-{answers['kind']}"),)
    return (*asked, Line("thing-found-advice")) if answers["kind"] == ThingKind.FOUND else asked


def _ask_where(answers: Answers, context: Context) -> tuple[Line, ...]:
    """Texts: thing-ask-where-found, -lost, -giveaway."""
    return (Line(f"thing-ask-where-{answers['kind']}"),)


def _groups(answers: Answers) -> list[str]:
    return list(answers["whole"] if answers.get("spread") == "whole" else answers["own"])


def _spreads(answers: Answers, context: Context) -> tuple[Option, ...]:
    return (
        Option("own", "button-thing-own", ("自己楼里", "只发自己楼里", "our building")),
        Option("whole", "button-thing-whole", ("全小区", "全小区的群", "whole estate", "the whole estate")),
    )


def _photo(answers: Answers) -> str | None:
    return next(iter(answers.get("photo") or ()), None)


def _last_look(answers: Answers, context: Context) -> tuple[Option, ...]:
    """The name is left out by one press, unless there is none to leave out."""
    photo = _photo(answers)
    nameless = () if answers.get("hidden") else (_WITHOUT_NAME_PHOTO if photo else _WITHOUT_NAME,)
    changes = [_CHANGE_WORDS, _CHANGE_WHERE, _OTHER_PHOTO if photo else _ADD_PHOTO]
    if set(answers["whole"]) != set(answers["own"]):
        changes.append(_SPREAD)
    return (_POST_PHOTO if photo else _POST, *((WITHOUT_PHOTO,) if photo else ()), *nameless, *changes)


def _preview(answers: Answers, context: Context) -> tuple[Line, ...]:
    """Texts: thing-preview-found, -lost, -giveaway; thing-what-found, …"""
    kind, words = answers["kind"], str(answers["words"])
    lines = [Line(f"thing-preview-{kind}"), Line(f"thing-what-{kind}", {"what": words})]
    if answers.get("where"):
        lines.append(Line("thing-where", {"where": str(answers["where"])}))
    lines.append(Line("thing-preview-groups", {"groups": Texts(tuple(_groups(answers)))}))
    if kind == ThingKind.FOUND:
        lines.append(Line("thing-found-advice"))
    return (*lines, *warning(f"{words}\n{answers.get('where') or ''}"), *question(_photo(answers)))


async def _post(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    """Texts: thing-posted-found, -lost, -giveaway."""
    draft = service.Draft(
        kind=ThingKind(answers["kind"]),
        words=str(answers["words"]),
        where=str(answers.get("where") or ""),
        photo=_photo(answers),
        named=answers["confirm"] != _NAMELESS,
        whole=answers.get("spread") == "whole",
    )
    thing, groups = await service.post(actor=actor, draft=draft, uow=uow, now=now)
    args = {**thing_said.args_of(thing), "n": groups}
    return Reply((Line(f"thing-posted-{thing.kind}", args),), buttons=(thing_lines.look_row(thing),))


POST_THING = Dialog(
    "post-thing",
    version=1,
    steps=(
        AskThing(
            "words", _ask_words, max_chars=things.MAX_WHAT_CHARS, photo_to="photo", placeholder="placeholder-thing"
        ),
        Ask("where", _ask_where, max_chars=things.MAX_WHERE_CHARS, read=on_one_line, optional=True),
        AskPhoto("photo", "thing-ask-photo"),
        Choose("spread", "thing-ask-spread", options=_spreads),
        Confirm("confirm", _preview, options=_last_look, columns=2),
    ),
    done=_post,
    next=_next,
    hub="confirm",
)
