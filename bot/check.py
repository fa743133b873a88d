"""What is right and what is wrong with an installation, found out by looking; nothing is changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from email.utils import parsedate_to_datetime
from enum import StrEnum

import aiohttp

from bot.clock import SystemClock
from bot.domain.danger import NUMBERS, Danger
from bot.domain.intakes import NAMED_STAFF, IntakeState, can_ever_open, have_tried
from bot.domain.people import Chat, Estate, Purpose
from bot.intake import ALLOWED_UPDATES
from bot.ports import Ambiguous, Gone, Me, Moved, Rejected, Retry
from bot.services.intakes import state_of
from bot.settings import Settings, SettingsError
from bot.store import Database, Store, current_revision, head_revision
from bot.texts import concepts, terms
from bot.texts.catalog import Catalog, MissingText
from bot.texts.concepts import ConceptsRefused
from bot.transport import BotApi

_MAINLAND = frozenset({"Asia/Shanghai", "Asia/Chongqing", "Asia/Harbin", "Asia/Urumqi", "Asia/Kashgar", "PRC"})
CLOCK_TOLERANCE = timedelta(seconds=30)


class Verdict(StrEnum):
    RIGHT = "ok"
    LOOK = "look"  #: works, but should be looked at
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    what: str
    verdict: Verdict
    words: str


def _right(what: str, words: str) -> Finding:
    return Finding(what, Verdict.RIGHT, words)


def _look(what: str, words: str) -> Finding:
    return Finding(what, Verdict.LOOK, words)


def _wrong(what: str, words: str) -> Finding:
    return Finding(what, Verdict.WRONG, words)


async def findings(settings: Settings) -> list[Finding]:
    """Settings, texts, database, migrations, token, reachability, clock, privacy mode, and each chat."""
    found = [_settings(settings), *emergency(settings), _texts(settings), _lexicon(settings)]
    database = await _database(settings)
    found += database
    try:
        token = settings.token()
    except SettingsError as error:
        return [*found, *(_wrong("token", problem.message) for problem in error.problems)]
    found.append(await _time(settings))
    async with BotApi(
        token,
        base_url=settings.telegram.base_url,
        file_url=settings.telegram.file_url,
        timeout_s=settings.telegram.request_timeout_s,
        allowed_updates=ALLOWED_UPDATES,
    ) as transport:
        try:
            me = await transport.me()
        except Rejected as why:
            return [*found, _wrong("token", f"Telegram refuses it: {why.reason}")]
        except (Retry, Ambiguous, Gone) as why:
            return [*found, _wrong("Telegram", f"cannot be reached: {why}")]
        found += [_right("token", f"@{me.username}, id {me.id}"), _privacy(me), ephemeral(settings)]
        if all(finding.verdict is not Verdict.WRONG for finding in database):
            found += await _chats(settings, transport, me)
    return found


def _settings(settings: Settings) -> Finding:
    estates = settings.estates_by_key()
    speakers = sum(len(estate.speakers) for estate in estates.values())
    words = f"{len(estates)} estate(s), {speakers} speaker(s)"
    if speakers == 0:
        return _look("settings", f"{words}: nobody is listed to answer wishes (estates: bodies: in config.yaml)")
    return _right("settings", words)


def emergency(settings: Settings) -> list[Finding]:
    """Whom people are told to call, by estate; mainland China's numbers are not the world's."""
    return [_emergency(settings, estate) for estate in settings.estates_by_key().values()]


def _emergency(settings: Settings, estate: Estate) -> Finding:
    numbers = [settings.danger.watch.number(danger, estate) for danger in Danger]
    what, words = f"emergency numbers, {estate.key}", " ".join(numbers)
    if numbers == list(NUMBERS.values()) and estate.time_zone.key not in _MAINLAND:
        return _look(
            what, f"{words} are mainland China's, {estate.time_zone.key} is elsewhere (danger: in config.yaml)"
        )
    return _right(what, words)


def _texts(settings: Settings) -> Finding:
    try:
        languages = Catalog.load(strict=True).languages
        names = terms.load(path, languages=languages) if (path := settings.texts.terms_path) else terms.SHIPPED
    except (MissingText, OSError, terms.BadTerms) as error:
        return _wrong("texts", str(error))
    own = f"; names of bodies of its own in {', '.join(names)}" if names else ""
    return _right("texts", ", ".join(languages) + own)


def _lexicon(settings: Settings) -> Finding:
    try:
        lexicon = concepts.standing(settings.similar.lexicon_path)
    except ConceptsRefused as error:
        return _wrong("lexicon", f"similar.lexicon_file: {error}")
    own = " with the estate's own words" if settings.similar.lexicon_path else ""
    return _right("lexicon", f"{len(lexicon.concepts)} concepts{own}")


async def _database(settings: Settings) -> list[Finding]:
    kind = settings.database_url.partition(":")[0]
    try:
        revision = await current_revision(settings.database_url)
    except Exception as error:  # noqa: BLE001 - whatever the driver raises is the finding
        return [_wrong("database", f"{kind}: {type(error).__name__}")]
    head = head_revision()
    if revision == head:
        migrations = _right("migrations", f"up to date: {head}")
    else:
        migrations = _wrong("migrations", f"at {revision or 'nothing'}, the newest is {head}: run `migrate`")
    return [_right("database", kind), migrations]


async def _time(settings: Settings) -> Finding:
    """Compare this computer's clock with the Date that the Bot API server puts on every answer."""
    try:
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=10), trust_env=True) as session,
            session.get(settings.telegram.base_url) as answer,
        ):
            theirs = answer.headers.get("Date")
    except (aiohttp.ClientError, TimeoutError, OSError) as error:
        return _wrong("Telegram", f"cannot be reached: {type(error).__name__}")
    if theirs is None:
        return _look("clock", "the server tells no time to compare with")
    apart = abs(SystemClock().now() - parsedate_to_datetime(theirs))
    words = f"{apart.total_seconds():.0f} s from Telegram's"
    return _right("clock", words) if apart <= CLOCK_TOLERANCE else _wrong("clock", words)


def _privacy(me: Me) -> Finding:
    if me.sees_all:
        return _look("privacy mode", "off: Telegram shows the bot all talk in its groups (@BotFather, /setprivacy)")
    return _right("privacy mode", "on: the bot hears only what is addressed to it")


def ephemeral(settings: Settings) -> Finding:
    """What `telegram.ephemeral` means for who begins a wish in a group. The server itself is asked by `run` alone."""
    if settings.telegram.ephemeral == "off":
        return _right("ephemeral messages", "off: the dialog of who files a wish in a group is seen by all in it")
    words = "auto: seen by that one person where the server can; asked at the first use, which an old one shows to all"
    return _right("ephemeral messages", words)


async def _intakes(settings: Settings, store: Store) -> list[Finding]:
    """Whether each estate takes wishes, and what it waits for."""
    found = []
    for estate in settings.estates_by_key().values():
        what = f"wishes of {estate.key}"
        if not can_ever_open(estate):
            need = f"{NAMED_STAFF} people have to be listed for the trial, {len(estate.speakers)} are"
            found.append(_look(what, f"can never be taken: {need} (or set trial: false)"))
            continue
        async with store.units.reading() as uow:
            state = await state_of(estate, uow)
            hands = [hand for hand, _ in await uow.intakes.hands(estate.key)]
        match state:
            case IntakeState.TRIAL:
                tried = f"{len(have_tried(hands, estate))} of {NAMED_STAFF} have answered the trial wish"
                found.append(_look(what, f"not taken yet: {tried} in the staff chat"))
            case IntakeState.PAUSED:
                found.append(_look(what, f"paused: nobody of the staff acted for {estate.pause_after_days} days"))
            case _:
                found.append(_right(what, "taken"))
    return found


async def _chats(settings: Settings, transport: BotApi, me: Me) -> list[Finding]:
    database = Database.open(settings.database_url)
    try:
        store: Store = Store(database, me.id, SystemClock())
        async with store.units.reading() as uow:
            groups = await uow.chats.present()
            bound = [await uow.chats.bound(key, each) for key in settings.estates_by_key() for each in Purpose]
        begun = await _intakes(settings, store)
        held = await store.queue.held_back()
        found = [await _chat(settings, transport, chat, waiting=held.get(chat.id)) for chat in groups]
        out = [chat for chats in bound for chat in chats if not chat.present]
        mute = [await _mute(transport, chat, waiting=held.get(chat.id, 0)) for chat in out]
        found += [finding for finding in mute if finding is not None]
        return [*begun, *(found or [_look("chats", "the bot is in no group yet")])]
    finally:
        await database.close()


async def _mute(transport: BotApi, chat: Chat, *, waiting: int) -> Finding | None:
    """Of a group the bot cannot use: whether it is there after all and was only forbidden to write."""
    try:
        standing = await transport.standing(chat.telegram_id)
    except (Retry, Ambiguous, Gone, Moved, Rejected):
        return None
    what = f"chat {chat.telegram_id}"
    if standing.present and standing.may_write:
        return _look(what, "the bot is in it and takes itself to be out: a command to it in that group mends that")
    return _may_not_write(what, waiting) if standing.present else None


def _may_not_write(what: str, waiting: int) -> Finding:
    until = f"{waiting} message(s) wait for that, words for a week at most"
    return _wrong(what, f"the bot may not write there: an administrator has to let it; {until}")


async def _chat(settings: Settings, transport: BotApi, chat: Chat, *, waiting: int | None) -> Finding:
    """`waiting`: messages that wait because Telegram did not let them in; None: none was refused."""
    what = f"chat {chat.telegram_id}"
    try:
        standing = await transport.standing(chat.telegram_id)
    except (Retry, Ambiguous) as why:
        return _look(what, f"not asked: {why}")
    except (Gone, Moved, Rejected) as why:
        return _wrong(what, f"the bot is not in it: {why}")
    if not standing.present:
        return _wrong(what, "the bot is not in it")
    if waiting is not None or not standing.may_write:
        return _may_not_write(what, waiting or 0)
    if chat.estate_key not in settings.estates_by_key():
        return _look(what, "bound to no estate: an administrator of it presses the buttons there")
    bound = f"{chat.estate_key}, {chat.purpose}"
    hears = "hears all" if standing.administrator else "hears what is addressed to it"
    if chat.purpose is Purpose.BUILDING and not standing.may_pin:
        return _look(what, f"{bound}; {hears}; may not pin the card with the buttons")
    return _right(what, f"{bound}; {hears}")
