"""What residents do: file wishes, stand by them, say thanks, look things up, leave things open."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from simulator.model import Chat, Message
from tests.faults import phrases
from tests.faults.actor import Actor, Place
from tests.faults.ledger import Filing, Sleep, Stand, Thanking

SENTENCES = (
    "三楼走廊的灯坏了，晚上看不清",
    "电梯关门的时候有怪声",
    "单元门禁刷不开",
    "楼下能不能加一排晾衣架",
    "我可以帮邻居量血压",
    "垃圾房味道很大",
    "晚上十点以后装修很吵",
    "The hallway light is broken",
)
POSTS = {"public": "button-post", "nameless": "button-post-nameless", "committee": "button-committee-only"}
STANCES = {"join": "button-join", "support": "button-support", "help": "button-help-with"}
COUNTED = (
    *("counted-join", "counted-support", "counted-help", "counted-not-started", "refused-already-counted"),
    *("counted-before", "counted-before-press-again"),
)
CATEGORIES = ("safety", "noise", "care", "parking")
LOOKED_UP = {
    "/mine": ("mine-head", "mine-empty"),
    "/help": ("help-head",),
    "/privacy": ("privacy-head",),
    "/find": ("find-head", "find-none"),
}


async def files_in_private(actor: Actor) -> None:
    """A sentence, perhaps with a photo; a look; perhaps a change; one press. Or it is left lying about."""
    chat = actor.private
    await wakes(actor)
    known = _filed_numbers(actor, chat)
    filing = await _says_wish(actor, chat)
    find = _preview_of(actor, chat, filing)
    if await actor.hears(f"a wish: {filing.words}", lambda: find("button-post")) is None:
        return
    if actor.random.random() < 0.12:
        _falls_asleep(actor, filing.words)
        return
    if actor.random.random() < 0.25:
        await _changes_category(actor, chat, filing)
    filing.visibility = actor.random.choice(("public", "public", "nameless", "committee"))
    filing.number = await _posts(actor, chat, filing, known)
    if filing.number is None:
        _falls_asleep(actor, filing.words)


async def files_in_group(actor: Actor, command: str, lock: asyncio.Lock) -> None:
    """`/want@bot …` among the neighbours. One at a time in a group: "noted" does not say whose wish it was."""
    chat = actor.home
    if chat is None or chat.id in actor.stuck_in:
        return
    async with lock:
        known = _filed_numbers(actor, chat)
        words = f"{actor.random.choice(SENTENCES)}，{actor.ledger.tag()}"
        filing = Filing(words, actor.id)
        actor.ledger.filings.append(filing)
        actor.stuck_in.add(chat.id)
        await actor.says(f"/{command}@{actor.stage.us.username} {words}", chat)
        find = _preview_of(actor, chat, filing)
        if await actor.hears(f"a wish in the group: {words}", lambda: find("button-post")) is None:
            return
        filing.number = await _posts(actor, chat, filing, known)
        if filing.number is not None:
            actor.stuck_in.discard(chat.id)


async def stands_by(actor: Actor) -> None:
    """Same here, support or help, on one of the last cards; a nervous thumb presses several times at once."""
    assert actor.home is not None
    cards = [message for message in actor.bot_messages(actor.home) if _is_card(message)][:12]
    if not cards:
        return
    card = actor.random.choice(cards)
    stance = actor.random.choice(tuple(STANCES))
    number = phrases.number_in("card-head", card.body)
    data = phrases.data_of(card, phrases.label(STANCES[stance]))
    if number is None or data is None:
        return
    stand = actor.ledger.stands.setdefault((number, actor.id, stance), Stand(number, actor.id, stance))
    queries = [await actor.taps((card, data)) for _ in range(actor.random.choice((1, 1, 2, 3)))]
    for query in queries:
        toast = await actor.answered(query)
        # A press soon after another takes it back; one that was never answered may have.
        told = toast is not None and any(toast in phrases.text(key, number=str(number)) for key in COUNTED)
        stand.confirmed = told


async def thanks(actor: Actor) -> None:
    """On a done wish, in private or on its card."""
    chats = [actor.private, *([actor.home] if actor.home else [])]
    places = [place for chat in chats if (place := actor.place(chat, "button-thanks"))]
    if not places:
        return
    place = actor.random.choice(places)
    number = _number_anywhere(place[0])
    toast = await actor.answered(await actor.taps(place))
    confirming = ("thanked", "refused-already-thanked")
    if number is None:
        return
    # As above: taken back, or maybe.
    actor.ledger.thankings = [
        each for each in actor.ledger.thankings if (each.number, each.person) != (number, actor.id)
    ]
    if toast is not None and any(toast in phrases.text(key, number=str(number)) for key in confirming):
        actor.ledger.thankings.append(Thanking(number, actor.id))


async def looks_up(actor: Actor) -> None:
    """A command in private always gets its answer."""
    await wakes(actor)
    chat = actor.private
    command = actor.random.choice(tuple(LOOKED_UP))
    words = command
    if command == "/find":
        words += " " + actor.random.choice(SENTENCES)[:1]
    actor.ledger.questions[actor.id, command] += 1
    said = await actor.says(words, chat)
    await actor.hears(words, lambda: actor.newest(chat, lambda message: answers(command, message), after=said))


def answers(command: str, message: Message) -> bool:
    """Whether this is what the command asked for."""
    if command == "/find":
        patterns = (pattern for key in LOOKED_UP[command] for pattern in phrases.quoting(key))
        return any(pattern.search(message.body) for pattern in patterns)
    first_line = message.body.partition("\n")[0]
    return any(first_line in phrases.text(key) for key in LOOKED_UP[command])


async def wakes(actor: Actor) -> None:
    """Come back to a dialog that was left open: go on where it was, or cancel it."""
    if actor.asleep is None:
        return
    sleep, actor.asleep = actor.asleep, None
    sleep.ended = True
    chat = actor.private
    filing = next(filing for filing in actor.ledger.filings if filing.words == sleep.words)
    if actor.random.random() < 0.6:
        filing.number = await _posts(actor, chat, filing, _filed_numbers(actor, chat))
        if filing.number is not None:
            return
    said = await actor.says("/cancel", chat)
    keys = ("dialog-cancelled", "refused-nothing-open")
    fits: Callable[[Message], bool] = lambda m: any(phrases.says(m, key) for key in keys)  # noqa: E731
    await actor.hears("/cancel", lambda: actor.newest(chat, fits, after=said))


def _falls_asleep(actor: Actor, words: str) -> None:
    newest = actor.private.bot.last_private_message_id if actor.private.bot else 0
    actor.asleep = Sleep(actor.id, actor.stage.telegram.clock.now(), newest, words)
    actor.ledger.sleeps.append(actor.asleep)


async def leaves_it_open(actor: Actor) -> None:
    """Say a wish and do not look at the preview."""
    await wakes(actor)
    chat = actor.private
    filing = await _says_wish(actor, chat)
    find = _preview_of(actor, chat, filing)
    if await actor.hears(f"a wish: {filing.words}", lambda: find("button-post")) is not None:
        _falls_asleep(actor, filing.words)


async def _says_wish(actor: Actor, chat: Chat) -> Filing:
    words = f"{actor.random.choice(SENTENCES)}，{actor.ledger.tag()}"
    filing = Filing(words, actor.id, photo=actor.random.random() < 0.2)
    actor.ledger.filings.append(filing)
    if filing.photo:
        await actor.photographs(chat, caption=words)
    else:
        await actor.says(words, chat)
    return filing


def _preview_of(actor: Actor, chat: Chat, filing: Filing) -> Callable[[str], Place | None]:
    def find(button: str) -> Place | None:
        return actor.place(chat, button, lambda message: filing.words in message.body)

    return find


async def _changes_category(actor: Actor, chat: Chat, filing: Filing) -> None:
    find = _preview_of(actor, chat, filing)
    category = actor.random.choice(CATEGORIES)
    if not await actor.presses(lambda: find("button-change"), lambda: actor.place(chat, "button-change-category")):
        return
    option = f"category-{category}"
    if not await actor.presses(lambda: actor.place(chat, "button-change-category"), lambda: actor.place(chat, option)):
        return

    def changed() -> Place | None:
        place = find("button-post")
        return place if place and any(each in place[0].body for each in phrases.label(option)) else None

    if await actor.presses(lambda: actor.place(chat, option), changed):
        filing.category = category


async def _posts(actor: Actor, chat: Chat, filing: Filing, known: frozenset[int]) -> int | None:
    find = _preview_of(actor, chat, filing)
    button: Callable[[], Place | None] = lambda: find(POSTS[filing.visibility])  # noqa: E731
    if filing.photo and filing.visibility != "committee":
        asked: Callable[[], Place | None] = lambda: actor.place(chat, "button-no-faces")  # noqa: E731
        if await actor.presses(button, asked) is None:
            return None
        button = asked
    return await actor.presses(button, lambda: next(iter(_filed_numbers(actor, chat) - known), None))


def _filed_numbers(actor: Actor, chat: Chat) -> frozenset[int]:
    """Numbers the bot has told there: "noted, no. 12"."""
    numbers = (phrases.number_in("wish-filed", message.body) for message in actor.bot_messages(chat))
    return frozenset(number for number in numbers if number is not None)


def _is_card(message: Message) -> bool:
    return phrases.data_of(message, phrases.label("button-support")) is not None


def _number_anywhere(message: Message) -> int | None:
    for key in ("card-head", "notice-done"):
        if (number := phrases.number_in(key, message.body)) is not None:
            return number
    return None
