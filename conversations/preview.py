"""The one look at a wish before it goes out. Words typed here replace its words, a photo is added; back undoes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.domain.errors import NotAChoice, OnlyInPrivate
from bot.domain.wishes import MAX_CHARS, clean_words
from bot.messages import Arg, Line, Term
from conversations import similar_hint, wish_draft
from conversations.controls import plain
from conversations.questions import Answers, Choice, Context, Heard, Heed, Option
from conversations.steps import Choose

POST, NAMELESS, COMMITTEE, CHANGE = "post", "nameless", "committee", "change"

_POST = Option(
    POST,
    "button-post",
    ("发", "發", "发到群里", "發到群裡", "发群里", "发吧", "发出去", "post", "post it", "send", "send it"),
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
    ),
)
_COMMITTEE = Option(
    COMMITTEE,
    "button-committee-only",
    ("只给居委会", "给居委会", "居委会", "只給居委會", "committee only", "only the committee", "committee", "private"),
)
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


@dataclass(frozen=True, slots=True)
class Preview(Choose):
    """Post, post without name, committee only, or change. In a group post or change: the name shows there anyway."""

    def lines(self, answers: Answers, context: Context) -> tuple[Line, ...]:
        asked = super(Preview, self).lines(answers, context)
        place = wish_draft.place(answers)
        about: dict[str, Arg] = {
            "kind": Term(f"kind-{wish_draft.kind(answers)}"),
            "category": Term(f"category-{wish_draft.category(answers)}"),
            "place": wish_draft.spot(place),
        }
        lines = [*asked, Line("preview-words", {"words": answers["words"]}), Line("preview-about", about)]
        if wish_draft.photo(answers):
            lines.append(Line("preview-photo"))
        if title := wish_draft.chat_title(answers):
            lines.append(Line("preview-chat", {"title": title}))
        return (*lines, *similar_hint.lines(answers))

    def offered(self, answers: Answers, context: Context) -> tuple[Option, ...]:
        own = (_POST, _CHANGE) if answers["in_group"] else (_POST, _NAMELESS, _COMMITTEE, _CHANGE)
        return (*own, *similar_hint.options(answers))

    def rows(self, answers: Answers, context: Context) -> tuple[tuple[Choice, ...], ...]:
        hint = similar_hint.options(answers)
        rows = super(Preview, self).rows(answers, context)
        if hint:  # side by side: they answer one line
            rows = (*rows[: -len(hint)], tuple(Choice.of(option) for option in hint))
        if answers["in_group"] and answers.get("private_link"):
            rows = (*rows, (Choice("", "button-in-private", start=str(answers["private_link"])),))
        return rows

    def take(self, option: Option, answers: Answers) -> Heed:
        dismissed = similar_hint.dismissed(option, answers)
        return super(Preview, self).take(option, answers) if dismissed is None else Heed(dismissed, stays=True)

    def takes_photo(self, answers: Answers) -> bool:
        return True

    def hear(self, heard: Heard, answers: Answers, context: Context) -> Heed:
        notes: list[Line] = []
        words = heard.words.strip()
        album = heard.photo is not None and not words and wish_draft.photo(answers) is not None
        if heard.photo is not None:
            notes.append(Line("preview-photo-replaced" if wish_draft.photo(answers) else "dialog-photo-taken"))
            answers = {**answers, "photo": [heard.photo]}
        elif option := self.typed_option(words, answers, context):
            return self.take(option, answers)
        if words or heard.photo is None:
            answers = {**answers, "words": self.new_words(words)}
            notes.append(Line("preview-words-replaced"))
        return Heed(answers, stays=True, notes=tuple(notes), undoable=True, quiet=album)

    def typed_option(self, words: str, answers: Answers, context: Context) -> Option | None:
        said = plain(words)
        if _ONLY_TO.fullmatch(said):  # whatever the committee is called in this house
            said = plain(_COMMITTEE.words[0])
        if answers["in_group"] and (_NAMELESS.is_said(said) or _COMMITTEE.is_said(said)):
            raise OnlyInPrivate
        return next((option for option in self.offered(answers, context) if option.is_said(said)), None)

    def new_words(self, words: str) -> str:
        """Refused is what is plainly an answer to the preview's question, but names none of its buttons."""
        if plain(words) in _NOT_WORDS:
            raise NotAChoice
        return clean_words(words, max_chars=MAX_CHARS)
