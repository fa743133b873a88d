"""How broadcasts look: to those who are told, and the card on which an officer watches one go out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.domain import broadcasts as rules
from bot.domain import formatting
from bot.domain.broadcasts import Audience, Broadcast, BroadcastState, Channel, Content, Progress, Whom
from bot.domain.buttons import data
from bot.domain.people import Chat, Estate
from bot.domain.topics import TopicUse
from bot.messages import Arg, Button, Formatted, Line, Moment, Reply, Term, Texts, absence, line
from bot.ports import BROADCAST_SLOT, UnitOfWork
from bot.services import boards, bulletins
from bot.services.broadcasts import CARD_SLOT, Page

FILE = "bcfile"  #: document of a broadcast: `bcfile:<broadcast>`
UNREAD = "bcunread"  #: the list of who has not said that they read it: `bcunread:<language>:<broadcast>`
LOBBY = "bclobby"  #: a page to print: `bclobby:<language>:<broadcast>`
LINK = "notice"  #: deep-link payload: `notice-<id>-<code of a group>`
_EXCERPT_COLUMNS = 60
_ROUGHLY_FROM = timedelta(minutes=1)


def slot_of(broadcast_id: int) -> str:
    return f"{BROADCAST_SLOT}{broadcast_id}"


async def compose(slot: str, *, chat: Chat, uow: UnitOfWork, now: datetime) -> Reply | None:
    """Draw a broadcast, or the card of its progress; of any other slot ask whoever comes next."""
    name, _, key = slot.partition(":")
    if f"{name}:" == BROADCAST_SLOT:
        return await _told(int(key), chat=chat, uow=uow, now=now)
    if name == CARD_SLOT:
        broadcast = await uow.broadcasts.get(int(key))
        return card(broadcast, await uow.broadcasts.progress(broadcast), now=now)
    return await bulletins.compose(slot, chat=chat, uow=uow, now=now)


async def _told(broadcast_id: int, *, chat: Chat, uow: UnitOfWork, now: datetime) -> Reply | None:
    broadcast = await uow.broadcasts.get(broadcast_id)
    if not broadcast.retracted:
        return message(broadcast)
    sent_at = await uow.broadcasts.sent_at(broadcast_id, chat.id)
    # Not known to have arrived: it never did, or a moment ago.
    if sent_at is None or rules.can_be_deleted(sent_at, now=now):
        return absence()
    withdrawn = line("broadcast-withdrawn", body=Term(f"body-{broadcast.by.body}"))
    return Reply((withdrawn,), photos=broadcast.content.photos, document=_document_of(broadcast), silent=True)


def message(broadcast: Broadcast) -> Reply:
    """What everybody reads."""
    lines = [head(broadcast.by.body.value, emergency=broadcast.emergency)]
    lines.append(line("broadcast-words", words=Formatted(dict(broadcast.content.words))))
    if broadcast.corrected_at is not None:
        lines.append(line("broadcast-corrected"))
    buttons: tuple[tuple[Button, ...], ...] = ()
    if broadcast.ask_read:
        lines.append(line("broadcast-please-read"))
        buttons = ((Button("button-broadcast-read", data("bc-read", broadcast.id)),),)
    return Reply(
        tuple(lines),
        buttons=buttons,
        photos=broadcast.content.photos,
        document=_document_of(broadcast),
        silent=not broadcast.emergency,
        topic=TopicUse.NEWS,
    )


def head(body: str, *, emergency: bool) -> Line:
    return line("broadcast-head-emergency" if emergency else "broadcast-head", body=Term(f"body-{body}"))


def _document_of(broadcast: Broadcast) -> str | None:
    return f"{FILE}:{broadcast.id}" if broadcast.content.document is not None else None


# ---- the card of its progress ---------------------------------------------------------------------------------------


def excerpt(broadcast: Broadcast) -> str:
    return excerpt_of(broadcast.content)


def excerpt_of(content: Content) -> str:
    words = next(iter(content.words.values()))
    return boards.shortened(formatting.plain(words), columns=_EXCERPT_COLUMNS)


def whom(broadcast: Broadcast) -> Term:
    return whom_of(broadcast.audience, of=broadcast.estate_key)


def whom_of(audience: Audience, *, of: str) -> Term:
    """`of`: the key of the estate whose officer speaks.

    Texts: broadcast-whom-all, -buildings, -helpers, -staff, -followers, -unread.
    """
    if audience.whom is Whom.ALL and audience.estate_keys != (of,):
        return Term("broadcast-whom-estates", {"n": len(audience.estate_keys)})
    if audience.whom is Whom.BUILDINGS:
        return places(audience.buildings, [name for _, name in audience.grids])
    return Term(f"broadcast-whom-{audience.whom}")


def places(buildings: Sequence[str], grids: Sequence[str]) -> Term:
    """These buildings, and the buildings of these grids. Texts: broadcast-whom-buildings, -grids, -grids-too."""
    held, named = Texts(tuple(buildings)), Texts(tuple(grids))
    if not grids:
        return Term("broadcast-whom-buildings", {"buildings": held, "n": len(buildings)})
    if not buildings:
        return Term("broadcast-whom-grids", {"grids": named})
    return Term("broadcast-whom-grids-too", {"grids": named, "buildings": held, "n": len(buildings)})


def where(channel: Channel) -> Term:
    return Term(f"broadcast-where-{channel}")


def card(broadcast: Broadcast, progress: Progress, *, now: datetime) -> Reply:
    """How far it has come, and what can be done with it."""
    number = {"number": str(broadcast.number)}
    lines = [
        line("broadcast-card", **number, who=broadcast.by.name, whom=whom(broadcast), where=where(broadcast.channel)),
        line("broadcast-excerpt", words=excerpt(broadcast)),
        *_standing(broadcast, progress, now=now),
    ]
    if unreached := sum(broadcast.unreached.values()):
        lines.append(line("broadcast-unreached", n=unreached))
    if broadcast.ask_read and broadcast.state is not BroadcastState.PROPOSED:
        lines.append(line("broadcast-read-count", n=progress.read))
    return Reply(tuple(lines), buttons=_buttons(broadcast), silent=True)


def _standing(broadcast: Broadcast, progress: Progress, *, now: datetime) -> list[Line]:
    state = broadcast.state
    if state is BroadcastState.PROPOSED:
        return [line("broadcast-proposed", n=progress.total)]
    if state is BroadcastState.DECLINED:
        return [line("broadcast-declined")]
    lines = [line("broadcast-bar", bar=rules.bar(progress), percent=str(rules.percent(progress)))]
    lines.append(line("broadcast-counts", sent=progress.sent, waiting=progress.waiting))
    if failed := rules.failures(progress):
        reasons = Texts(tuple(Term(f"broadcast-failure-{why}", {"n": count}) for why, count in sorted(failed.items())))
        lines.append(line("broadcast-failed", n=sum(failed.values()), reasons=reasons))
    if progress.held:
        lines.append(line("broadcast-held", n=progress.held))
    if progress.dropped:
        lines.append(line("broadcast-dropped", n=progress.dropped))
    lines.append(_phase(broadcast, now=now))
    return lines


def _phase(broadcast: Broadcast, *, now: datetime) -> Line:
    if broadcast.state is BroadcastState.SENDING and broadcast.starts_at > now:
        return line("broadcast-later")
    name = "retracted" if broadcast.retracted and broadcast.is_over else broadcast.state.value
    if broadcast.retracted and broadcast.state is BroadcastState.SENDING:
        name = "retracting"
    return Line(f"broadcast-state-{name}")


def time_left(messages: int, *, per_s: float) -> Line:
    """Texts: broadcast-time-seconds, broadcast-time-minutes."""
    lasts = rules.duration(messages, per_s=per_s)
    if lasts < _ROUGHLY_FROM:
        return line("broadcast-time-short")
    return line("broadcast-time-minutes", n=-(-int(lasts.total_seconds()) // 60))


def _buttons(broadcast: Broadcast) -> tuple[tuple[Button, ...], ...]:
    def do(what: str) -> Button:
        return Button(f"button-broadcast-{what}", data("bcast", broadcast.id, what))

    match broadcast.state:
        case BroadcastState.PROPOSED:
            return ((do("confirm"), do("decline")),)
        case BroadcastState.DECLINED:
            return ()
        case BroadcastState.SENDING:
            first = [(do("pause"), do("cancel"))]
        case BroadcastState.PAUSED:
            first = [(do("resume"), do("cancel"))]
        case _:
            first = []
    if broadcast.retracted:
        return tuple(row[:1] for row in first)  # it is not left half withdrawn
    rows: list[tuple[Button, ...]] = [*first, (do("correct"), do("retract"))]
    if broadcast.ask_read:
        rows.append((do("unread"), do("remind")))
    rows.append((do("lobby"),))
    return tuple(rows)


# ---- the list -------------------------------------------------------------------------------------------------------


def page_of(page: Page, *, edits: int | None = None) -> Reply:
    lines = [line("broadcasts-head", estate=page.estate.name, n=len(page.broadcasts))]
    if not page.broadcasts:
        lines.append(line("broadcasts-empty"))
    opens = []
    for each, progress in page.broadcasts:
        number = str(each.number)
        args: dict[str, Arg] = {"number": number, "words": excerpt(each), "moment": _moment(each, page.estate)}
        lines.append(Line("broadcasts-row", {**args, "sent": progress.sent, "total": progress.total}))
        opens.append(Button("button-broadcast-number", data("bcast", each.id, "card"), args={"number": number}))
    rows = [tuple(opens[at : at + 4]) for at in range(0, len(opens), 4)]
    if page.pages > 1:
        lines.append(line("list-page", page=str(page.number + 1), pages=str(page.pages)))
        turns = []
        if page.number > 0:
            turns.append(Button("button-page-back", data("bcasts", page.number - 1)))
        if page.number + 1 < page.pages:
            turns.append(Button("button-page-on", data("bcasts", page.number + 1)))
        rows.append(tuple(turns))
    return Reply(tuple(lines), buttons=tuple(rows), edits=edits, silent=True)


def _moment(broadcast: Broadcast, estate: Estate) -> Moment:
    return Moment(broadcast.at, estate.time_zone.key)
