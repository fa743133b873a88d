"""How somebody who offers to do something is asked whether they would do what a neighbour wants."""

from __future__ import annotations

from bot.domain.buttons import data
from bot.domain.wishes import Wish
from bot.messages import Arg, Button, Line, Reply
from bot.services.boards import shortened


def question(want: Wish, offer: Wish) -> Reply:
    """Its words without a name; nobody else learns that they were asked."""
    near = want.chat_id == offer.chat_id
    key = "match-question" if near else "match-question-estate"
    args: dict[str, Arg] = {"offer": shortened(offer.words, columns=48), "wish": want.words}
    yes = Button("button-match-yes", data("claim", want.id, offer.id))
    no = Button("button-match-no", data("match-no", want.id, offer.id))
    return Reply((Line(key, args),), buttons=((yes,), (no,)))
