"""What stands in the staff chat beside a wish's card: that it waits for a ruling, and its voice note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain import takedowns
from bot.domain.buttons import data
from bot.domain.wishes import Wish
from bot.messages import Button, Reply, line
from bot.services import card_buttons, card_lines

if TYPE_CHECKING:
    from bot.services.cards import Standing


def check_card(wish: Wish, standing: Standing) -> Reply:
    """In the staff chat, below everything else: a wish waits for a ruling; afterwards what came of it."""
    number, last = str(wish.number), standing.last_step
    if not takedowns.waits_for_ruling(wish, last):
        ruled = (card_lines.step_line(last),) if last else ()
        return Reply((line("check-ruled", number=number), *ruled), silent=True)
    lines = [line("check-wanted", number=number), line("card-words", words=wish.words)]
    lines += card_lines.desk_lines(wish, standing.reports, last, standing.removal)
    lines.append(line("check-how"))
    return Reply(tuple(lines), buttons=(card_buttons.ruling_buttons(wish),))


def voice_message(wish: Wish, standing: Standing) -> Reply:
    """The voice note itself, for staff alone, with the button to write its line; below it what was written, by whom."""
    assert wish.voice is not None, "only a wish that was spoken has one"
    lines = [line("voice-of", number=str(wish.number), length=wish.voice.length)]
    buttons: tuple[tuple[Button, ...], ...] = ()
    if wish.waits_for_words:
        buttons = ((Button("button-transcribe", data("transcribe", wish.id)),),)
    elif standing.transcript is not None:
        key = "voice-written-by" if standing.transcript.corrected_at is None else "voice-corrected"
        lines.append(line(key, name=standing.transcript.name, words=wish.words))
    return Reply(tuple(lines), buttons=buttons, voice=wish.voice.key, silent=True)
