"""What can be pressed or typed at any question besides its answer: back, skip, cancel, start over, and their like."""

from __future__ import annotations

import unicodedata
from enum import StrEnum

from bot.domain.script import simplified


class Control(StrEnum):
    """A button's value that is no answer. The tilde keeps them apart from the values of options."""

    BACK = "~back"
    SKIP = "~skip"
    OVER = "~over"  #: start over
    CANCEL = "~cancel"
    KEEP = "~keep"  #: leave the answer given before as it is
    DONE = "~done"  #: no more photos, no more choices
    CLEAR = "~clear"  #: take the photos back
    STAY = "~stay"  #: a command came in the middle: carry on here
    LEAVE = "~leave"  #: a command came in the middle: leave this and run it


TYPED: dict[Control, frozenset[str]] = {
    Control.BACK: frozenset({"返回", "后退", "上一步", "返回上一步", "撤销", "back", "go back", "previous", "undo"}),
    Control.SKIP: frozenset({"跳过", "跳過", "略过", "略過", "不填", "没有", "沒有", "skip", "none"}),
    Control.OVER: frozenset(
        {"重来", "重來", "重新来", "重新來", "重新开始", "重新開始", "从头来", "start over", "restart", "begin again"}
    ),
    Control.CANCEL: frozenset({"取消", "算了", "不写了", "不寫了", "退出", "cancel", "quit", "stop", "never mind"}),
    Control.KEEP: frozenset({"保留", "不变", "不變", "不改", "不改了", "keep", "keep it", "same", "unchanged"}),
    Control.DONE: frozenset(
        {"好了", "完成", "完了", "发完了", "發完了", "没了", "就这些", "done", "finished", "that's all"}
    ),
    Control.CLEAR: frozenset(
        {"重拍", "重新拍", "删掉照片", "不要照片", "重新发", "remove photos", "send them again", "clear"}
    ),
    Control.STAY: frozenset({"继续", "繼續", "留下", "接着写", "stay", "continue", "carry on"}),
    Control.LEAVE: frozenset({"离开", "離開", "不写了", "不寫了", "退出", "leave"}),
}

LABELS: dict[Control, str] = {
    Control.BACK: "button-back",
    Control.SKIP: "button-skip",
    Control.OVER: "button-start-over",
    Control.CANCEL: "button-cancel",
    Control.KEEP: "button-keep",
    Control.DONE: "button-done",
    Control.CLEAR: "button-clear-photos",
    Control.STAY: "button-stay",
    Control.LEAVE: "button-leave",
}

ANYWHERE = (Control.BACK, Control.SKIP, Control.OVER, Control.CANCEL)  #: understood at every question


def plain(words: str) -> str:
    """Words made comparable: full-width letters, letters' case, outer blanks, punctuation and pictures do not count."""
    folded = simplified(unicodedata.normalize("NFKC", words)).casefold().replace("’", "'")
    start, end = 0, len(folded)
    while start < end and _is_trimming(folded[start]):
        start += 1
    while end > start and _is_trimming(folded[end - 1]):
        end -= 1
    return " ".join(folded[start:end].split())


def _is_trimming(sign: str) -> bool:
    """Punctuation, symbols, blanks, and the invisible parts of emoji."""
    return unicodedata.category(sign)[0] in "PSZC" or unicodedata.category(sign) == "Mn"


def typed(words: str, among: tuple[Control, ...]) -> Control | None:
    """The control that these words are, as a whole; a sentence that merely contains one is an answer."""
    said = plain(words)
    return next((control for control in among if said in TYPED[control]), None)
