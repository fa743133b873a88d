"""On the preview: words that sound like a quarrel between neighbours may go to a mediator alone."""

from __future__ import annotations

from bot.domain import quarrel_words
from bot.domain.places import Place
from bot.messages import Actor, Line
from conversations import wish_draft
from conversations.questions import Answers, Option

QUARREL = "quarrel"

_OPTION = Option(
    QUARREL,
    "button-to-mediator",
    ("请老娘舅私下调解", "请老娘舅", "老娘舅", "调解", "a mediator", "mediator", "ask a mediator, in private"),
)


def look_up(actor: Actor, answers: Answers) -> Answers:
    """Only where there is a mediator to go to."""
    estate = actor.estate
    there = Place(building=wish_draft.place(answers).building)
    fits = bool(estate and estate.mediators_at(there)) and quarrel_words.sounds_like_quarrel(str(answers["words"]))
    others = {name: value for name, value in answers.items() if name != QUARREL}
    return {**others, QUARREL: True} if fits else others


def is_suggested(answers: Answers) -> bool:
    return bool(answers.get(QUARREL))


def options(answers: Answers) -> tuple[Option, ...]:
    """Comes first; in a group there is only the way into the private chat."""
    return (_OPTION,) if is_suggested(answers) and not answers["in_group"] else ()


def lines(answers: Answers) -> tuple[Line, ...]:
    if not is_suggested(answers):
        return ()
    return (Line("preview-quarrel-group" if answers["in_group"] else "preview-quarrel"),)
