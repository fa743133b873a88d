"""The last look at what many are to be told: as it is seen in each language, whom it reaches, when it goes out."""

from __future__ import annotations

from collections.abc import Mapping

from bot.domain import formatting
from bot.domain.broadcasts import Channel, Whom
from bot.messages import Formatted, Line, Term, Texts, line
from bot.services import broadcast_lines
from conversations import choose_parts, when_to_tell
from conversations.ask_content import content_of
from conversations.questions import Answers
from conversations.to_all import warning

EVERY, SOME = "every", "some"  #: of the estates for which this officer may speak, beside `Whom`
LANGUAGES = ("zh", "en")
MOST_SHOWN = 3300  #: units; of a second language beyond that the beginning is shown
_EXCERPT = 200


def preview(answers: Answers, channel: Channel) -> tuple[Line, ...]:
    lines: list[Line] = []
    words: Mapping[str, str] = content_of(answers).words
    own = str(answers["own"])
    shown = 0
    for language in (own, *(each for each in LANGUAGES if each != own)):
        lines.append(line("broadcast-preview-in", language=Term(f"language-{language}")))
        lines += as_seen(language, answers, words.get(language), first=not shown, room=MOST_SHOWN - shown)
        shown += formatting.units(words.get(language) or "")
    if files := content_of(answers).files:
        key = "broadcast-preview-photos" if files[0].is_photo else "broadcast-preview-file"
        lines.append(Line(key, {"n": len(files), "name": files[0].name}))
    lines.append(line("broadcast-preview-to", whom=whom(answers), where=broadcast_lines.where(channel)))
    lines += when_to_tell.lines(answers)
    lines += reached(answers)
    if name := answers.get("keep_as"):
        lines.append(line("broadcast-preview-template", name=str(name)))
    for each in words.values():
        lines += warning(formatting.plain(each))
    return tuple(lines)


def as_seen(language: str, answers: Answers, markup: str | None, *, first: bool, room: int) -> list[Line]:
    body = Term(f"body-{answers['body']}", language=language)
    key = "broadcast-head-emergency" if answers.get("emergency") else "broadcast-head"
    lines = [line("broadcast-seen", words=Term(key, {"body": body}, language=language))]
    if markup is None and not first:
        lines.append(line("broadcast-preview-same"))
    elif markup is not None and formatting.units(markup) > room:
        lines.append(line("broadcast-preview-long", words=formatting.plain(markup)[:_EXCERPT]))
    elif markup is not None:
        lines.append(line("broadcast-words", words=Formatted({language: markup})))
    if answers.get("ask_read"):
        lines.append(line("broadcast-seen", words=Term("broadcast-please-read", language=language)))
    return lines


def whom(answers: Answers) -> Term | Texts:
    """Who speaks for several estates reads which are meant."""
    chosen, estates = answers["whom"], answers["estates"]
    if chosen == SOME:
        return Texts(tuple(name for key, name in estates if key in answers["of"]))
    if chosen == EVERY or len(estates) == 1:
        return _of_estate(answers)
    return Term("broadcast-whom-of", {"estate": estates[0][1], "whom": _of_estate(answers)})


def _of_estate(answers: Answers) -> Term:
    whom = answers["whom"]
    if whom == Whom.BUILDINGS:
        buildings, grids = choose_parts.parts(answers)
        return broadcast_lines.places(buildings, [name for _, name in grids])
    if whom == Whom.UNREAD:
        return Term("broadcast-whom-unread-of", {"number": str(answers["unread_number"])})
    if whom == Whom.FOLLOWERS:
        return Term("broadcast-whom-followers-of", {"number": str(answers.get("number") or "")})
    return Term(f"broadcast-whom-{whom}")


def reached(answers: Answers) -> list[Line]:
    reach = answers.get("_reach")
    if reach is None:
        lost = answers["whom"] == Whom.FOLLOWERS
        return [line("broadcast-preview-no-wish", number=str(answers.get("number") or ""))] if lost else []
    lines = [line("broadcast-preview-reach", groups=reach["groups"], people=reach["people"])]
    if unreached := reach["unreached"]:
        reasons = Texts(tuple(Term(f"broadcast-unreached-{why}", {"n": n}) for why, n in sorted(unreached.items())))
        lines.append(line("broadcast-preview-unreached", n=sum(unreached.values()), reasons=reasons))
    if chats := reach["groups"] + reach["people"]:
        lines.append(broadcast_lines.time_left(chats, per_s=float(reach["per_s"])))
    else:
        lines.append(line("broadcast-preview-nobody"))
    if reach["sleeps"] and not when_to_tell.is_planned(answers):
        key = "broadcast-preview-night-emergency" if answers.get("emergency") else "broadcast-preview-night"
        lines.append(line(key))
    return lines
