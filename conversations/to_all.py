"""What a last look at something that all neighbours will read has to say and to ask besides."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.screening import in_order, screen
from bot.messages import Line, Term, Texts
from conversations.questions import Option
from conversations.steps import YES

#: instead of `YES` where a picture will be seen: it answers the question about faces as well
NO_FACES = replace(YES, key="button-confirm-no-faces", words=(*YES.words, "对，照片里没有", "yes, and no faces"))
WITHOUT_PHOTO = Option(
    "without-photo",
    "button-post-without-photo",
    ("去掉照片再发", "去掉照片", "不要照片", "post without the photo", "without the photo"),
    sets={"photo": []},
)


def warning(words: str) -> tuple[Line, ...]:
    """What in these words is better not read by everybody; none for harmless ones."""
    concerns = in_order(screen(words))
    if not concerns:
        return ()
    return (Line("said-to-all-concern", {"concerns": Texts(tuple(Term(f"concern-{each}") for each in concerns))}),)


def question(photo: str | None) -> tuple[Line, ...]:
    """About faces and children, where there is a picture."""
    return (Line("faces-ask"),) if photo else ()
