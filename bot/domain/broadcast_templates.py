"""Templates (范本): what an office tells many again and again, with blanks, `___` or `{what goes there}`. Pure.

In two languages the blanks stand for each other in their order, so that each is asked once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain import formatting, ready
from bot.domain import planned_refusals as refusals

MAX_NAME_CHARS = 30
MAX_UNITS = 1000  #: of one language, as Telegram counts them
MOST_OF_ESTATE = 30
MAX_VALUE_CHARS = 80  #: of what fills a blank


@dataclass(frozen=True, slots=True)
class Template:
    """`words`: markup by language (zh or en), one at least. `id` 0: one that comes along."""

    id: int
    estate_key: str
    name: str
    words: Mapping[str, str]
    by_id: int
    by_name: str
    at: datetime  #: when it was written, or last changed


#: What comes along: name by language, and its words.
SHIPPED: tuple[tuple[Mapping[str, str], Mapping[str, str]], ...] = (
    (
        {"zh": "停水", "en": "Water off"},
        {
            "zh": "{哪天}{几点到几点}停水，因为{原因}。请提前接好水；来水后先放一会儿再用。给大家添麻烦了。",
            "en": "No water on {day}, {from when to when}: {reason}. Please fill a bucket beforehand, and let the tap "
            "run for a moment afterwards. Sorry for the trouble.",
        },
    ),
    (
        {"zh": "停电", "en": "Power off"},
        {
            "zh": "{哪天}{几点到几点}停电，因为{原因}。电梯也会停，出门请算好时间；"
            "家里有人要用医疗设备的，请早点告诉我们。",
            "en": "No power on {day}, {from when to when}: {reason}. The lifts stand still as well. If somebody at "
            "home needs a medical device, please tell us early.",
        },
    ),
    (
        {"zh": "电梯保养", "en": "Lift maintenance"},
        {
            "zh": "{哪天}{几点到几点}保养{哪几部电梯}，那时候停用。走不了楼梯的邻居请告诉我们，我们想办法。",
            "en": "On {day}, {from when to when}, maintenance of {which lifts}: out of use during that time. If you "
            "cannot take the stairs, tell us and we find a way.",
        },
    ),
    (
        {"zh": "消杀", "en": "Pest control"},
        {
            "zh": "{哪天}{几点到几点}在{哪里}除虫。请关好窗，看好孩子和宠物，晾在外面的衣服先收一收。",
            "en": "On {day}, {from when to when}, pest control in {where}. Please close the windows, keep children and "
            "pets away, and take the washing in.",
        },
    ),
    (
        {"zh": "开会", "en": "Meeting"},
        {
            "zh": "{哪天}{几点}在{哪里}开会，商量{什么事}。有空就来坐坐；来不了的，有话可以先告诉我们。",
            "en": "On {day} at {time} we meet in {where} about {what}. Do come; if you cannot, tell us beforehand what "
            "you think.",
        },
    ),
    (
        {"zh": "台风", "en": "Typhoon"},
        {
            "zh": "{哪天}有{什么天气}。请收好阳台上的东西，关好门窗，少出门。"
            "独居的老人请邻居多问一声；有急事打{电话}。",
            "en": "On {day} we expect {what weather}. Please take in what stands on the balcony, close doors and "
            "windows, and stay in. Look after older neighbours who live alone; in need call {number}.",
        },
    ),
)


def check(words: Mapping[str, str]) -> Mapping[str, str]:
    """The words, if they can be a template.

    Raises:
        TemplateTooLong, TemplateBlanksDiffer.
    """
    for markup in words.values():
        if (units := formatting.units(markup)) > MAX_UNITS:
            raise refusals.TemplateTooLong(most=str(MAX_UNITS), chars=str(units))
    counts = {language: len(ready.blanks(markup)) for language, markup in words.items()}
    if len(set(counts.values())) > 1:
        raise refusals.TemplateBlanksDiffer(zh=str(counts["zh"]), en=str(counts["en"]))
    return words


def asked(words: Mapping[str, str], own: str) -> tuple[str, ...]:
    """The blanks by name, in the language of whoever fills them if it is written in that."""
    return ready.blanks(_read_in(words, own))


def _read_in(words: Mapping[str, str], own: str) -> str:
    return words[own] if own in words else next(iter(words.values()))


def shown(words: Mapping[str, str], own: str, values: Sequence[str] = ()) -> str:
    """As markup, with what fills its first blanks; those that are left are lines to write on."""
    return ready.shown(_read_in(words, own), [formatting.of_words(value) for value in values])


def filled(words: Mapping[str, str], values: Sequence[str]) -> dict[str, str]:
    """In each of its languages the same values. `values`: plain words, one for each blank."""
    written = [formatting.of_words(value) for value in values]
    return {language: ready.fill(markup, written) for language, markup in words.items()}


def plainly(markup: str) -> str:
    """As it is read, its blanks as lines to write on."""
    return formatting.plain(ready.shown(markup))
