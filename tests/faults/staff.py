"""What the staff do: take wishes in hand and answer them, step by step, changing their minds on the way."""

from __future__ import annotations

from collections.abc import Callable, Container
from datetime import timedelta
from functools import partial

from simulator.model import Chat, Message
from tests.faults import phrases
from tests.faults.actor import Actor, Place
from tests.faults.ledger import Answering, Taking

HOLD_MIN = 2  #: config.yaml, notices.answer_hold_min
KINDS = {
    "promise": "button-answer-promise",
    "decline": "button-answer-decline",
    "reply": "button-answer-reply",
    "done": "button-answer-done",
}


async def takes(actor: Actor, desk: Chat) -> None:
    place = _card(actor, desk, "button-take")
    if place is None:
        return
    number = phrases.number_in("card-head", place[0].body)
    toast = await actor.answered(await actor.taps(place))
    if number is not None and toast in phrases.text("taken", number=str(number)):
        actor.ledger.takings.append(Taking(number, actor.id))


async def answers(actor: Actor, desk: Chat, busy: set[int]) -> None:
    """The whole dialog in the staff chat. `busy`: wishes that a colleague is answering, left alone."""
    await _puts_aside(actor, desk)
    place = _card(actor, desk, "button-answer", but=busy)
    number = phrases.number_in("card-head", place[0].body) if place else None
    if place is None or number is None:
        return
    busy.add(number)
    try:
        await _Answer(actor, desk, number).give(place)
    finally:
        busy.discard(number)


async def _puts_aside(actor: Actor, desk: Chat) -> None:
    """A dialog that came to nothing may still be open."""
    if desk.id not in actor.stuck_in:
        return
    said = await actor.says(f"/cancel@{actor.stage.us.username}", desk)
    keys = ("dialog-cancelled", "refused-nothing-open")
    mine: Callable[[Message], bool] = lambda m: bool(m.reply_to and m.reply_to.id == said)  # noqa: E731
    fits: Callable[[Message], bool] = lambda m: mine(m) and any(phrases.says(m, key) for key in keys)  # noqa: E731
    if await actor.hears("/cancel in the staff chat", lambda: actor.newest(desk, fits, after=said)):
        actor.stuck_in.discard(desk.id)


def _card(actor: Actor, desk: Chat, button: str, *, but: Container[int] = ()) -> Place | None:
    """One of the last cards that has the button."""
    places = []
    for message in actor.bot_messages(desk):
        data = phrases.data_of(message, phrases.label(button))
        if data is not None and phrases.number_in("card-head", message.body) not in but:
            places.append((message, data))
    return actor.random.choice(places[:8]) if places else None


class _Answer:
    def __init__(self, actor: Actor, desk: Chat, number: int) -> None:
        self.actor, self.desk, self.number = actor, desk, number
        kind = actor.random.choice(("promise", "promise", "decline", "reply", "done"))
        self.account = Answering(number, actor.id, kind)
        self._name = phrases.text("dialog-for", name=actor.person.name)

    async def give(self, place: Place) -> None:
        actor, account = self.actor, self.account
        actor.stuck_in.add(self.desk.id)
        actor.ledger.answerings.append(account)
        if not await actor.presses(lambda: place, lambda: self.prompt("answer-ask-kind", number=str(self.number))):
            return
        if actor.random.random() < 0.2 and not await self.changes_mind():
            return
        after_kind = "answer-ask-due" if account.kind == "promise" else f"answer-ask-words-{account.kind}"
        if not await self.press(KINDS[account.kind], lambda: self.prompt(after_kind)):
            return
        if account.kind == "promise" and not await self.promises():
            return
        if not await self.words(f"answer-ask-words-{account.kind}"):
            return
        if account.kind == "done" and not await self.photos():
            return
        if actor.random.random() < 0.2 and account.kind != "done" and not await self.says_it_better():
            return
        await self.confirms()

    # ---- steps: each returns whether the next question was shown ----

    async def changes_mind(self) -> bool:
        """Another kind first, then back."""
        if not await self.press(KINDS["decline"], lambda: self.prompt("answer-ask-words-decline")):
            return False
        return await self.press("button-back", lambda: self.prompt("answer-ask-kind", number=str(self.number)))

    async def promises(self) -> bool:
        asked = self.prompt("answer-ask-due")
        follows: Callable[[], Message | None] = lambda: self.prompt("answer-ask-words-promise")  # noqa: E731
        if self.actor.random.random() < 0.5:
            place = self.place("button-in-a-week", begins=True)
            if place is None:
                return False
            self.account.due = place[1].split(":")[4]
            return await self.press("button-in-a-week", follows, begins=True)
        day = (self.actor.stage.telegram.clock.now() + timedelta(days=self.actor.random.randint(2, 20))).date()
        self.account.due = day.isoformat()
        await self.actor.says(day.isoformat(), self.desk, reply_to=asked)
        return await self.actor.hears("a date", follows) is not None

    async def words(self, question: str) -> bool:
        self.account.words = f"已经安排好了，{self.actor.ledger.tag()}"
        await self.actor.says(self.account.words, self.desk, reply_to=self.prompt(question))
        follows = (lambda: self.prompt("answer-ask-photos")) if self.account.kind == "done" else self.preview
        return await self.actor.hears(f"an answer's words {self.account.words}", follows) is not None

    async def photos(self) -> bool:
        for count in range(1, self.actor.random.choice((2, 2, 3))):
            asked = self.prompt("answer-ask-photos")
            await self.actor.photographs(self.desk, reply_to=asked)
            so_far = partial(self.prompt, "dialog-photos-so-far", photos=count, most=5)
            if await self.actor.hears(f"photo {count} of an answer", so_far) is None:
                return False
            self.account.photos = count
        return await self.press("button-done", self.preview)

    async def says_it_better(self) -> bool:
        """Back from the last look, and other words."""
        question = f"answer-ask-words-{self.account.kind}"
        if not await self.press("button-back", lambda: self.prompt(question)):
            return False
        return await self.words(question)

    async def confirms(self) -> None:
        told = self.told()
        self.account.pressed = True
        button = "button-confirm-no-faces" if self.account.kind == "done" else "button-confirm"
        if await self.press(button, lambda: next(iter(self.told() - told), None)):
            self.account.confirmed = True
            self.actor.stuck_in.discard(self.desk.id)

    # ---- what shows ----

    def told(self) -> frozenset[int]:
        """Messages that say that this wish's answer was given."""
        found = (
            message.id
            for message in self.actor.bot_messages(self.desk)
            if phrases.says(message, "answer-given-held", number=str(self.number), minutes=HOLD_MIN)
        )
        return frozenset(found)

    def preview(self) -> Message | None:
        prompt = self.prompt("answer-preview-ask", number=str(self.number))
        return prompt if prompt and self.account.words in prompt.body else None

    def prompt(self, key: str, **variables: object) -> Message | None:
        """My newest prompt in the staff chat, if it is this one."""
        mine = self.actor.newest(self.desk, self._is_mine)
        return mine if mine is not None and phrases.says(mine, key, **variables) else None

    def _is_mine(self, message: Message) -> bool:
        answers_me = message.reply_to is not None and message.reply_to.sender.id == self.actor.id
        return answers_me or any(message.body.startswith(name) or f"\n{name}" in message.body for name in self._name)

    def place(self, button: str, *, begins: bool = False) -> Place | None:
        return self.actor.place(self.desk, button, self._is_mine, begins=begins)

    async def press(self, button: str, seen: Callable[[], object | None], *, begins: bool = False) -> bool:
        return await self.actor.presses(lambda: self.place(button, begins=begins), seen) is not None
