"""The author changes a wish within its first minutes: new words, then one look, with place and photo to change."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.domain import stand_in
from bot.domain.errors import UnknownPlace
from bot.domain.places import parse
from bot.domain.wishes import MAX_CHARS, Wish
from bot.messages import Actor, Line, Reply, Spot
from bot.ports import UnitOfWork
from bot.services import amending
from conversations import to_all, wish_draft
from conversations.ask_photo import AskPhoto
from conversations.engine import Dialog
from conversations.questions import Answers, Context, Option
from conversations.steps import Ask, Choose, nothing_stands

_SAVE = Option("save", "button-save", ("就这样", "好", "好的", "保存", "save", "ok", "yes"))
_PLACE = Option("place", "button-change-place", ("地点", "地方", "位置", "place", "where"))
_WORDS = Option("words", "button-change-words", ("文字", "内容", "words", "text"))
_PHOTO = Option("photo", "button-change-photo", ("照片", "换照片", "photo"))
_ADD_PHOTO = Option("photo", "button-add-photo", ("照片", "加照片", "photo", "add photo"))
_NO_PHOTO = Option("photo-off", "button-remove-photo", ("去掉照片", "不要照片", "remove photo"), sets={"photo": []})
_WHOLE_ESTATE = Option(
    "estate",
    "button-whole-estate",
    ("全小区", "整个小区", "小区", "公共的", "the whole estate", "whole estate", "estate"),
    sets={"place": {}},
)


def given(wish: Wish) -> dict[str, Any]:
    """The wish as it stands. `place` None: as the words say, or as it was chosen before."""
    photo = [wish.photo] if wish.photo and wish.photo != stand_in.KEY else []
    return {
        "wish_id": wish.id,
        "number": str(wish.number),
        "words": wish.words,
        "place": None,
        "photo": photo,
        "had_photo": wish.photo is not None,
        "asked_about": photo,  # its author was asked about faces when it was filed
        "to_all": wish.is_public,
    }


def _next(step: str | None, answers: Answers) -> str | None:
    if step is None:
        return "words"
    if step != "look" or answers["look"] == "photo-off":
        return "look"
    return None if answers["look"] == "save" else str(answers["look"])


def _ask_words(answers: Answers, context: Context) -> tuple[Line, ...]:
    return (Line("edit-ask-words", {"number": answers["number"]}),)


def _look(answers: Answers, context: Context) -> tuple[Line, ...]:
    lines = [Line("edit-look", {"number": answers["number"]}), Line("preview-words", {"words": answers["words"]})]
    if answers.get("place") is not None:
        lines.append(Line("edit-place", {"place": _show_place(answers["place"])}))
    if wish_draft.photo(answers):
        lines.append(Line("preview-photo"))
    if answers["to_all"]:
        lines += to_all.warning(str(answers["words"]))
    if _is_new_to_all(answers):
        lines += to_all.question(wish_draft.photo(answers))
    return tuple(lines)


def _is_new_to_all(answers: Answers) -> bool:
    """A picture that neighbours will see and that nobody was asked about."""
    return bool(answers["to_all"] and answers["photo"] and answers["photo"] != answers["asked_about"])


def _ways(answers: Answers, context: Context) -> tuple[Option, ...]:
    photo = (_PHOTO, _NO_PHOTO) if wish_draft.photo(answers) else (_ADD_PHOTO,)
    save = replace(_SAVE, key=to_all.NO_FACES.key, words=to_all.NO_FACES.words) if _is_new_to_all(answers) else _SAVE
    return (save, _WORDS, _PLACE, *photo)


def _read_place(words: str, context: Context) -> dict[str, Any]:
    place = parse(words)
    if not place.is_stated:
        raise UnknownPlace(words=words)
    return {**wish_draft.place_value(place), wish_draft.SAID: words}


def _show_place(value: Any) -> Spot:
    return wish_draft.spot(wish_draft.place_of_value(value))


async def _done(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    """Change it. A photo that goes leaves the blank one: the card's message keeps its picture (see there)."""
    chosen = answers.get("place")
    photo = wish_draft.photo(answers) or (stand_in.KEY if answers["had_photo"] else None)
    await amending.edit_wish(
        actor=actor,
        wish_id=int(answers["wish_id"]),
        words=str(answers["words"]),
        place=None if chosen is None else wish_draft.place_of_value(chosen),
        said="" if chosen is None else str(chosen.get(wish_draft.SAID, "")),
        photo=photo,
        uow=uow,
        now=now,
    )
    return Reply((Line("edit-done", {"number": answers["number"]}),))


EDIT_WISH = Dialog(
    "edit-wish",
    version=1,
    steps=(
        Ask("words", _ask_words, max_chars=MAX_CHARS, photo_to="photo", placeholder="placeholder-wish"),
        Choose("look", _look, options=_ways, current=nothing_stands),
        Ask(
            "place",
            "file-ask-place",
            max_chars=120,
            read=_read_place,
            show=_show_place,
            shortcuts=(_WHOLE_ESTATE,),
            placeholder="placeholder-place",
        ),
        AskPhoto("photo", "file-ask-photo"),
    ),
    done=_done,
    next=_next,
    hub="look",
)
