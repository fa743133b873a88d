"""The one look at a wish before it goes out. Words typed here replace its words, a photo is added; back undoes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.domain.errors import NotAChoice, OnlyInPrivate
from bot.domain.places import Place, parse
from bot.domain.screening import in_order, screen
from bot.domain.wishes import MAX_CHARS, clean_words
from bot.messages import Arg, Line, Term, Texts
from conversations import day_limit, quarrel_hint, similar_hint, whole_building, wish_draft
from conversations.controls import plain
from conversations.questions import Answers, Choice, Context, Heard, Heed, Option
from conversations.steps import Choose

POST, NAMELESS, COMMITTEE, CHANGE = "post", "nameless", "committee", "change"

_POST = Option(
    POST,
    "button-post",
    (
        "发",
        "發",
        "发到群里",
        "發到群裡",
        "发群里",
        "发吧",
        "发出去",
        "post",
        "post it",
        "send",
        "send it",
        "写成文字，发到群里",
        "写下来发",
        "write it down and post",
    ),
)
_NAMELESS = Option(
    NAMELESS,
    "button-post-nameless",
    (
        "发，不露姓名",
        "不露姓名",
        "匿名",
        "不写名字",
        "不要名字",
        "post without my name",
        "without my name",
        "without name",
        "anonymous",
        "no name",
        "写成文字，不露姓名",
        "write it down, no name",
    ),
)
_COMMITTEE = Option(
    COMMITTEE,
    "button-committee-only",
    ("只给居委会", "给居委会", "居委会", "只給居委會", "committee only", "only the committee", "committee", "private"),
)
#: the same button where the words had better go to the committee alone: it comes first and says so
_ADVISED = replace(
    _COMMITTEE,
    key="button-committee-advised",
    words=(*_COMMITTEE.words, "只给居委会（建议）", "committee only (advised)"),
)
#: What is pressed where only a voice note was filed: nothing is posted before somebody wrote it down.
_SPOKEN_KEYS = {POST: "button-voice-post", NAMELESS: "button-voice-nameless"}
#: What is pressed where no group takes cards: neighbours find it in the list.
_LISTED_KEYS = {POST: "button-list-wish", NAMELESS: "button-list-wish-nameless"}
_CHANGE = Option(CHANGE, "button-change", ("改", "改一下", "修改", "不对", "不對", "change", "edit", "no", "wrong"))

#: 只给居委会, 只给管委会, 只给法团: the label of the button as typed
_ONLY_TO = re.compile("只(?:给|发给|交给).{2,6}")
# Said to a question whose answers are buttons: neither a choice between them nor new words for the wish.
_NOT_WORDS = frozenset(
    plain(words)
    for words in (
        *(
            "",
            "对",
            "對",
            "是",
            "是的",
            "好",
            "好的",
            "好吧",
            "行",
            "可以",
            "嗯",
            "嗯嗯",
            "没错",
            "谢谢",
            "謝謝",
            "谢谢您",
        ),
        *("ok", "okay", "yes", "y", "yep", "right", "correct", "fine", "good", "thanks", "thank you"),
    )
)


def _told(answers: Answers) -> tuple[Line, ...]:
    """The words, the voice note, or both; and what becomes of a note without words."""
    words = (Line("preview-words", {"words": answers["words"]}),) if answers["words"] else ()
    voice = wish_draft.voice(answers)
    if voice is None:
        return words
    if words:
        return (*words, Line("preview-voice-too", {"length": voice.length}))
    becomes = "preview-voice-becomes-in-group" if answers["in_group"] else "preview-voice-becomes"
    return (Line("preview-voice", {"length": voice.length}), Line(becomes))


@dataclass(frozen=True, slots=True)
class Preview(Choose):
    """Post, post without name, committee only, or change. In a group post or change: the name shows there anyway,
    unless an administrator spoke who hides; theirs is not posted.

    Words that had better go to the committee alone bring that button to the front, with a line that says why; in a
    group the way into the private chat comes before it. It is a suggestion: whatever is pressed is done.
    Whoever has posted enough today has the committee alone to choose, in a group as well.
    """

    def lines(self, answers: Answers, context: Context) -> tuple[Line, ...]:
        asked = super(Preview, self).lines(answers, context)
        place = wish_draft.place(answers)
        about: dict[str, Arg] = {
            "kind": Term(f"kind-{wish_draft.kind(answers)}"),
            "category": Term(f"category-{wish_draft.category(answers)}"),
            "place": wish_draft.spot(place),
        }
        lines = [*asked, *_told(answers), Line("preview-about", about)]
        if wish_draft.photo(answers):
            lines.append(Line("preview-photo"))
        if title := wish_draft.chat_title(answers):
            lines.append(Line("preview-chat", {"title": title}))
        lines += [*day_limit.lines(answers), *_advice(answers), *quarrel_hint.lines(answers)]
        return (*lines, *similar_hint.lines(answers))

    def offered(self, answers: Answers, context: Context) -> tuple[Option, ...]:
        advised = (_ADVISED,) if concerned(answers) else ()
        own: tuple[Option, ...]
        if day_limit.is_full(answers):
            own = (*(advised or (_COMMITTEE,)), _CHANGE)
        elif answers["in_group"]:
            own = (*advised, _NAMELESS if answers.get("hidden") else _POST, _CHANGE)
        else:
            own = (*advised, _POST, _NAMELESS, *(() if advised else (_COMMITTEE,)), _CHANGE)
        if answers.get("cardless"):
            own = tuple(replace(option, key=_LISTED_KEYS.get(option.value, option.key)) for option in own)
        elif not answers["words"]:
            own = tuple(replace(option, key=_SPOKEN_KEYS.get(option.value, option.key)) for option in own)
        return (*quarrel_hint.options(answers), *own, *similar_hint.options(answers))

    def rows(self, answers: Answers, context: Context) -> tuple[tuple[Choice, ...], ...]:
        hint = similar_hint.options(answers)
        rows = super(Preview, self).rows(answers, context)
        if hint:  # side by side: they answer one line
            rows = (*rows[: -len(hint)], tuple(Choice.of(option) for option in hint))
        if answers["in_group"] and answers.get("private_link"):
            private = (Choice("", "button-in-private", start=context.go_on or str(answers["private_link"])),)
            first = concerned(answers) or quarrel_hint.is_suggested(answers)
            rows = (private, *rows) if first else (*rows, private)
        return rows

    def take(self, option: Option, answers: Answers) -> Heed:
        if (dismissed := similar_hint.dismissed(option, answers)) is not None:
            return Heed(dismissed, stays=True)
        if (whole := whole_building.taken(option, answers)) is not None:
            return Heed(whole, stays=True, undoable=True)
        return super(Preview, self).take(option, answers)

    def takes_photo(self, answers: Answers) -> bool:
        return True

    def takes_voice(self, answers: Answers) -> bool:
        return True

    def hear(self, heard: Heard, answers: Answers, context: Context) -> Heed:
        notes: list[Line] = []
        words = heard.words.strip()
        album = heard.photo is not None and not words and wish_draft.photo(answers) is not None
        if heard.photo is not None:
            notes.append(Line("preview-photo-replaced" if wish_draft.photo(answers) else "dialog-photo-taken"))
            answers = {**answers, "photo": [heard.photo]}
        elif heard.voice is not None:
            notes.append(Line("preview-voice-replaced" if wish_draft.voice(answers) else "preview-voice-taken"))
            answers = {**answers, "voice": dict(heard.voice)}
        elif option := self.typed_option(words, answers, context):
            return self.take(option, answers)
        if words or (heard.photo is None and heard.voice is None):
            answers = {**answers, "words": self.new_words(words)}
            notes.append(Line("preview-words-replaced"))
        return Heed(answers, stays=True, notes=tuple(notes), undoable=True, quiet=album)

    def typed_option(self, words: str, answers: Answers, context: Context) -> Option | None:
        said = plain(words)
        if _ONLY_TO.fullmatch(said):  # whatever the committee is called in this house
            said = plain(_COMMITTEE.words[0])
        offered = self.offered(answers, context)
        option = next((option for option in offered if option.is_said(said)), None)
        if option is None and day_limit.is_full(answers) and (_POST.is_said(said) or _NAMELESS.is_said(said)):
            raise NotAChoice
        if option is None and answers.get("hidden") and _POST.is_said(said):
            raise NotAChoice
        if option is None and answers["in_group"] and (_NAMELESS.is_said(said) or _COMMITTEE.is_said(said)):
            raise OnlyInPrivate
        return option

    def new_words(self, words: str) -> str:
        """Refused is what is plainly an answer to the preview's question, but names none of its buttons."""
        if plain(words) in _NOT_WORDS:
            raise NotAChoice
        return clean_words(words, max_chars=MAX_CHARS)


def concerned(answers: Answers) -> bool:
    """The words had better go to the committee alone."""
    return bool(screen(str(answers["words"])))


def _advice(answers: Answers) -> tuple[Line, ...]:
    """Why the committee alone would be better; and what a hidden name would not hide."""
    lines: list[Line] = []
    if concerns := in_order(screen(str(answers["words"]))):
        key = "preview-concern-group" if answers["in_group"] else "preview-concern"
        named: Arg = Texts(tuple(Term(f"concern-{concern}") for concern in concerns))
        lines.append(Line(key, {"concerns": named}))
    said = parse(str(answers["words"]))
    finer = Place(unit=said.unit, floor=said.floor, door=said.door)
    if finer.is_stated and not answers["in_group"]:
        lines.append(Line("preview-place-said", {"place": wish_draft.spot(finer)}))
    return tuple(lines)
