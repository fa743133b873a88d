"""Plain words that do what a command does, in private: 我的, 第12件, 帮助, 我想要…, and their English."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.domain import places
from bot.domain.script import simplified


@dataclass(frozen=True, slots=True)
class Meant:
    """The command the words stand for, and what follows it."""

    command: str
    words: str = ""


_WHOLE: dict[str, tuple[str, ...]] = {
    "mine": ("我的", "我的心愿", "我的微心愿", "mine", "my wishes", "my own"),
    "help": ("帮助", "怎么用", "help", "how", "?", "？"),
    "cancel": ("取消", "算了", "不要了", "cancel", "stop", "never mind"),
    "wishes": ("所有心愿", "全部", "列表", "心愿", "wishes", "list", "all wishes"),
    "language": ("语言", "中文", "简体", "繁体", "繁体中文", "英文", "language", "english", "chinese"),
    "privacy": ("隐私", "privacy"),
    "notices": (
        *("通知", "通知设置", "消息设置", "别再通知我", "不要通知我", "别通知我", "别再发了", "少发点", "太吵了"),
        *("notices", "notifications", "notice settings", "stop notifying me", "too many messages", "mute", "unmute"),
    ),
    "signups": ("接龙", "报名", "接龙报名", "sign up", "sign-ups", "signups"),
    "signup": ("发起接龙", "发起报名", "开接龙"),
    "things": ("失物招领", "招领", "闲置", "东西", "lost and found", "lost-and-found", "things"),
    "found": ("捡到了", "捡到东西", "捡到东西了", "我捡到东西", "我捡到东西了", "i found something"),
    "lost": ("丢了", "丢东西了", "丢了东西", "我丢东西了", "我丢了东西", "东西丢了", "i lost something"),
    "giveaway": ("送人", "闲置送人", "送东西", "我有东西送人", "give away", "giveaway"),
    "start": ("你好", "您好", "开始", "hello", "hi", "start"),
    "want": ("我想要", "我要", "报修", "i want"),
    "willdo": ("我愿做", "我来帮", "i'll do", "i can help"),
    "suggest": ("我建议", "我期望", "i suggest"),
}
_COMMAND_OF = {phrase: command for command, phrases in _WHOLE.items() for phrase in phrases}
_NAMES_OF_LANGUAGES = frozenset({"中文", "简体", "繁体", "繁体中文", "英文", "english", "chinese"})

_COUNTED = r"第\s*(\d{1,7}|[一二两三四五六七八九十百零]{1,7})\s*件"
_NUMBER = re.compile(rf"(?:{_COUNTED}|(?:no\.?|number|wish|#)\s*#?(\d{{1,7}}))", re.IGNORECASE)

_OPENING_WORDS: dict[str, tuple[str, ...]] = {
    "want": ("我想要", "我想", "我要", "报修", "i'd like", "i would like", "i want"),
    "willdo": ("我愿做", "我愿意", "我可以帮", "我能帮", "i'll do", "i can help", "i will"),
    "suggest": ("我建议", "建议", "我期望", "期望", "i suggest", "i propose"),
    "found": ("我捡到了", "捡到了", "捡到", "我拾到", "拾到", "i found", "i've found"),
    "lost": ("我丢了", "丢失了", "我的东西丢了", "i lost", "i've lost"),
    "giveaway": ("闲置送人", "免费送", "giving away", "to give away"),
}
_SEARCH_WORDS = ("找一下", "查一下", "搜索", "搜", "find", "search")


def _opening(words: tuple[str, ...], gap: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})[\s:：，,]{gap}(.+)", re.IGNORECASE | re.DOTALL)


_OPENINGS = {
    **{command: _opening(words, "*") for command, words in _OPENING_WORDS.items()},
    "find": _opening(_SEARCH_WORDS, "+"),
}


def meant_by(words: str) -> Meant | None:
    """The command that plain words stand for; None: any other sentence, which is offered as a wish.

    An opening such as 我想要 stays in the wish's words: people read back what they said.
    """
    said = simplified(words.strip()).replace("’", "'")  # what phones write for an apostrophe
    plain = said.strip("。.!！~ ").lower()
    plain = plain.rstrip("?？ ") or plain[:1]
    if plain in _COMMAND_OF:
        return Meant(_COMMAND_OF[plain], plain if plain in _NAMES_OF_LANGUAGES else "")
    if number := _NUMBER.fullmatch(plain):
        return Meant("wish", str(places.number(number.group(1) or number.group(2))))
    for command, opening in _OPENINGS.items():
        if found := opening.fullmatch(said):
            return Meant(command, words.strip()[found.start(1) :] if command == "find" else words.strip())
    return None
