"""Filing in one sentence: what was said, one preview of all that was guessed, and the way to change any of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.domain.buttons import data
from bot.domain.categories import OwnCategory
from bot.domain.errors import FiledJustNow, NotAResident, UnknownPlace
from bot.domain.people import Chat
from bot.domain.places import parse
from bot.domain.quarrels import MAX_WHERE_CHARS
from bot.domain.wishes import MAX_CHARS, Draft, Kind, Visibility, Wish
from bot.messages import Actor, Button, Line, Reply, Spot
from bot.ports import UnitOfWork
from bot.services import clock_lines, filing, quarrels, similar
from conversations import ask_faces, day_limit, quarrel_hint, quarrel_words, similar_hint, whole_building, wish_draft
from conversations.ask_faces import ASK_FACES
from conversations.ask_photo import AskPhoto
from conversations.engine import Dialog
from conversations.preview import CHANGE, COMMITTEE, NAMELESS, POST, Preview
from conversations.quarrel_hint import QUARREL
from conversations.questions import Answers, Context, Option
from conversations.steps import Ask, Choose, nothing_stands

_VISIBILITIES = {NAMELESS: Visibility.NAMELESS, COMMITTEE: Visibility.COMMITTEE}
_WHOLE_ESTATE = Option(
    "estate",
    "button-whole-estate",
    ("全小区", "整个小区", "小区", "公共的", "whole estate", "the whole estate", "estate"),
    sets={"place": {}},
)
_KINDS = (
    Option("want", "kind-want", ("我想要", "想要", "要", "want", "i want")),
    Option(
        "offer", "kind-offer", ("我愿做", "愿做", "我能帮", "我愿意", "offer", "i can help", "i'll do", "i will do")
    ),
    Option("suggestion", "kind-suggestion", ("我建议", "建议", "我期望", "suggest", "i suggest", "suggestion")),
)
#: What people may type instead of pressing.
_CATEGORY_WORDS: dict[str, tuple[str, ...]] = {
    "repair": ("报修", "维修", "修", "repair"),
    "cleaning": ("卫生", "保洁", "cleaning"),
    "safety": ("安全", "safety"),
    "parking": ("停车", "车", "parking"),
    "noise": ("噪音", "吵", "noise"),
    "greenery": ("绿化", "树", "greenery", "green"),
    "care": ("邻里互助", "互助", "照顾", "care", "help", "neighbourly help"),
    "other": ("其他", "别的", "other"),
}


def _categories(answers: Answers, context: Context) -> tuple[Option, ...]:
    """Those offered here, by their names, also without the sign before them."""
    return tuple(
        Option(each.category.value, f"category-{each.category}", _said(each)) for each in wish_draft.offered(answers)
    )


def _said(own: OwnCategory) -> tuple[str, ...]:
    names = [name for name in (own.zh, own.en) if name]
    bare = [name.lstrip("".join(sign for sign in name if not sign.isalnum())) for name in names]
    return (*names, *(name for name in bare if name), *_CATEGORY_WORDS.get(own.category.value, ()))


def given(
    *,
    words: str,
    chats: Sequence[Chat],
    kind: Kind | None = None,
    photo: str | None = None,
    voice: Mapping[str, Any] | None = None,
    chat_id: int | None = None,
    in_group: bool = False,
    another: bool = False,
    private_link: str | None = None,
    hidden: bool = False,
) -> dict[str, Any]:
    """What is known when the dialog begins.

    `kind`: fixed by the command or button; None lets the words decide. `photo`: key of `files`. `voice`: as
    `wish_draft.voice_value`. `chats`: the building chats the wish may go to; a single one is taken. `chat_id`: the one
    that is sure, if any. `another`: the same words as a wish filed just now, and meant. `private_link`: deep-link
    payload that goes on in private. `hidden`: said in a group by an administrator who hides there.
    """
    sure = chat_id if chat_id is not None else (chats[0].id if len(chats) == 1 else None)
    return {
        "words": words.strip(),
        "kind": kind.value if kind else None,
        "photo": [photo] if photo else [],
        "voice": dict(voice) if voice else None,
        **wish_draft.chats_value(chats),
        "chat": str(sure) if sure is not None else None,
        "in_group": in_group,
        "another": another,
        "private_link": private_link,
        "hidden": hidden,
    }


def _what_was_given_but_words(answers: Answers) -> Answers:
    return {**answers, "words": "", "photo": [], "voice": None}


def _next(step: str | None, answers: Answers) -> str | None:
    if step == "preview":
        if answers["preview"] == CHANGE:
            return "change"
        if answers["preview"] == QUARREL:
            return "other_side"
        return "faces" if answers["preview"] in (POST, NAMELESS) and ask_faces.is_due(answers) else None
    if step == "other_side":
        return None
    if step == "faces":
        return "photo" if answers["faces"] == ask_faces.OTHER_PHOTO else None
    if step == "change" and answers["change"] not in ("photo-off", "voice-off"):
        return str(answers["change"])
    if not answers.get("words") and not answers.get("voice"):
        return "words"
    if not answers.get("chat"):
        return "chat"
    return "place" if wish_draft.lacks_place(answers) else "preview"


def _ask_words(answers: Answers, context: Context) -> tuple[Line, ...]:
    match answers.get("kind"):
        case Kind.WANT:
            return (Line("file-ask-want"),)
        case Kind.OFFER:
            return (Line("file-ask-offer"),)
        case Kind.SUGGESTION:
            return (Line("file-ask-suggestion"),)
    return (Line("file-ask-words"),)


def _chats(answers: Answers, context: Context) -> tuple[Option, ...]:
    return tuple(
        Option(str(chat_id), "button-words", (title,), {"words": title}) for chat_id, title, *_ in answers["chats"]
    )


def _changeable(answers: Answers, context: Context) -> tuple[Option, ...]:
    options = [
        Option("words", "button-change-words", ("内容", "文字", "words", "text")),
        Option("kind", "button-change-kind", ("类型", "kind")),
        Option("place", "button-change-place", ("地点", "地方", "位置", "place", "where")),
        Option("category", "button-change-category", ("分类", "类别", "category")),
    ]
    if wish_draft.photo(answers):
        options.append(
            Option(
                "photo",
                "button-change-photo",
                ("照片", "换照片", "photo"),
            )
        )
        options.append(
            Option("photo-off", "button-remove-photo", ("去掉照片", "不要照片", "remove photo"), sets={"photo": []})
        )
    else:
        options.append(Option("photo", "button-add-photo", ("照片", "加照片", "photo", "add photo")))
    if wish_draft.voice(answers):
        said = ("去掉语音", "不要语音", "remove voice", "remove the voice note")
        options.append(Option("voice-off", "button-remove-voice", said, sets={"voice": None}))
    if len(answers["chats"]) > 1 and not answers["in_group"]:
        options.append(Option("chat", "button-change-chat", ("群", "哪个群", "group", "chat")))
    return tuple(options)


def _read_place(words: str, context: Context) -> dict[str, Any]:
    place = parse(words)
    if not place.is_stated:
        raise UnknownPlace(words=words)
    return {**wish_draft.place_value(place), wish_draft.SAID: words}


def _standing_place(answers: Answers) -> dict[str, Any]:
    return wish_draft.place_value(wish_draft.place(answers))


def _show_place(value: Any) -> Spot:
    return wish_draft.spot(wish_draft.place_of_value(value))


async def _look_up(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Answers:
    """What the preview should know besides what was said."""
    answers = wish_draft.offer(answers, actor.estate)
    answers = await similar_hint.look_up(actor, answers, uow=uow, now=now)
    answers = quarrel_hint.look_up(actor, answers)
    return await day_limit.look_up(actor, answers, uow=uow, now=now)


async def _done(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    """File it. In a group the name is plain to see already and never left out, unless its owner hides there."""
    if suggested := similar_hint.joined(answers):
        return await similar_hint.join(suggested, actor, answers, uow=uow, now=now)
    if answers["preview"] == QUARREL:
        return await _to_mediator(actor, answers, uow=uow, now=now)
    chosen = _VISIBILITIES.get(str(answers["preview"]), Visibility.PUBLIC)
    if answers["in_group"] and chosen is Visibility.NAMELESS and not answers.get("hidden"):
        chosen = Visibility.PUBLIC
    draft = Draft(
        kind=wish_draft.kind(answers),
        words=str(answers["words"]),
        place=wish_draft.place(answers),
        category=wish_draft.category(answers),
        visibility=chosen,
        photo=wish_draft.photo(answers),
        where=wish_draft.where(answers),
        voice=wish_draft.voice(answers),
    )
    if not answers.get("chat"):
        raise NotAResident
    another = bool(answers.get("another"))
    try:
        wish = await filing.file_wish(
            actor=actor, draft=draft, chat_id=int(answers["chat"]), uow=uow, now=now, another=another
        )
    except FiledJustNow as again:
        return _just_filed(str(again.variables["number"]), int(again.variables["wish_id"]), actor.chat.private)
    await similar.gather(actor=actor, whole=wish, part_ids=whole_building.gathered(answers), uow=uow)
    filed = [clock_lines.filed_line(wish)]
    if wish.visibility is Visibility.COMMITTEE:
        filed.append(Line("wish-filed-committee" if chosen is Visibility.COMMITTEE else "wish-filed-day-full"))
    elif answers.get("cardless"):
        filed.append(Line("wish-filed-listed"))
    return Reply(tuple(filed), buttons=_after_filing(actor, wish))


async def _to_mediator(actor: Actor, answers: Answers, *, uow: UnitOfWork, now: datetime) -> Reply:
    """A quarrel: nothing of it becomes a wish."""
    wish = await quarrels.file_quarrel(
        actor=actor,
        words=str(answers["words"]),
        where=str(answers.get("other_side") or ""),
        photo=wish_draft.photo(answers),
        chat_id=int(answers["chat"]),
        uow=uow,
        now=now,
    )
    return quarrel_words.filed(wish)


def _after_filing(actor: Actor, wish: Wish) -> tuple[tuple[Button, ...], ...]:
    """Second thoughts come at once. In a group they go on in private, where the wish is its author's alone."""
    if not actor.chat.private:
        return ((Button("button-change-in-private", start=f"wish-{wish.id}"),),)
    withdraw = Button("button-withdraw", data("withdraw", wish.id))
    if wish.waits_for_words:
        change = Button("button-own-words", data("retell", wish.id))
    else:
        change = Button("button-change", data("edit", wish.id))
    return ((change, withdraw), (Button("button-mine", data=data("mine", 0)),))


def just_filed(wish: Wish, *, in_group: bool) -> Reply:
    """These words were filed a moment ago: which number they have, and the way on if they are meant again."""
    return _just_filed(str(wish.number), wish.id, not in_group)


def _just_filed(number: str, wish_id: int, private: bool) -> Reply:
    look = (Button("button-number", data("wish", wish_id), args={"number": number}),) if private else ()
    another = Button("button-another", data("another", wish_id))
    return Reply((Line(FiledJustNow.text_key(), {"number": number}),), buttons=((*look, another),), silent=not private)


FILE_WISH = Dialog(
    "file-wish",
    version=1,
    steps=(
        Ask(
            "words", _ask_words, max_chars=MAX_CHARS, photo_to="photo", voice_to="voice", placeholder="placeholder-wish"
        ),
        Choose("chat", "file-ask-chat", options=_chats),
        Preview("preview", "preview-ask", current=nothing_stands),
        Choose("change", "file-ask-change", options=_changeable, current=nothing_stands),
        Choose("kind", "file-ask-kind", options=_KINDS, current=wish_draft.kind),
        Ask(
            "place",
            "file-ask-place",
            max_chars=120,
            read=_read_place,
            show=_show_place,
            current=_standing_place,
            shortcuts=(_WHOLE_ESTATE,),
            placeholder="placeholder-place",
        ),
        Choose("category", "file-ask-category", options=_categories, columns=2, current=wish_draft.category),
        AskPhoto("photo", "file-ask-photo"),
        Ask(
            "other_side",
            "quarrel-ask-where",
            max_chars=MAX_WHERE_CHARS,
            optional=True,
            placeholder="placeholder-place",
        ),
        ASK_FACES,
    ),
    done=_done,
    next=_next,
    hub="preview",
    look_up=_look_up,
    on_start_over=_what_was_given_but_words,
    aside=True,
)
