"""What was promised for the six weeks: by which row of the table of deadlines, how often in the database, in which
words in whose chat."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Row, Select, func, select

from bot.store.bulletin_tables import bulletins
from bot.store.clock_tables import misses
from bot.store.course_tables import wish_steps
from bot.store.item_tables import plan_posts
from bot.store.ledger_tables import ledger_imports
from bot.store.place_tables import place_imports
from bot.store.tables import chats, dialogs, messages, notices, slots
from bot.store.verdict_tables import askings
from bot.store.wish_tables import answers
from handlers.deadlines import DEADLINES
from simulator.model import Chat, Message
from tests.faults import diary as told
from tests.faults.diary import ZONE, Diary
from tests.faults.duplicates import Duplicates
from tests.faults.stage import Stage

#: Rows of the table of deadlines that say nothing to anybody, and why: nothing of them can be lost, or come twice.
SILENT = {
    "jots": "what was jotted down is forgotten",
    "unsigned": "what a hidden administrator left unsigned is forgotten",
    "farewells": "the private chat of who was forgotten is closed, without a word",
    "retention": "what was kept long enough is forgotten",
    "old-presses": "what was pressed on cards is forgotten",
    "function-reviews": "a group's first is told after 60 days, and six weeks have 42",
}


@dataclass(frozen=True, slots=True)
class Promised:
    """`keys`: of texts of which one stands in the row of the outbox. `about`: what else stands there. `words`: seen in
    the chat. `times`: in the database exactly; in the chat at least."""

    row: str  #: of the table of deadlines
    where: str  #: a person, or one of the three groups
    keys: tuple[str, ...]
    words: str
    times: int = 1
    about: str = ""


HOUSE3, HOUSE5, DESK = "3号楼", "5号楼", "工作群"

PROMISED = (
    Promised("answers", "王阿姨", ("verdict-ask",), "您看呢，好了没有？", 2),
    Promised("answers", "陈伟", ("verdict-ask",), "您看呢，好了没有？"),
    Promised("answers", "刘敏", ("verdict-ask",), "您看呢，好了没有？"),
    Promised("answers", "王阿姨", ("notice-promise", "digest-promise"), told.LOCKER, about=told.LOCKER),
    Promised("dialogs", "郑洁", ("dialog-reminder",), "刚才这件还没说完"),
    Promised("dialogs", "郑洁", ("refused-dialog-expired",), "隔了一天，上次没说完的"),
    Promised("withdrawals", "郑洁", ("notice-withdrawn", "notice-withdrawn-reason"), "提的人撤回了"),
    Promised("intakes", HOUSE3, ("intake-paused-group",), "我先不收新的", 2),
    Promised("intakes", HOUSE5, ("intake-paused-group",), "我先不收新的", 2),
    Promised("agendas", DESK, ("agenda-head",), "🗂"),
    Promised("put-off", DESK, ("desk-came-back",), "说好今天再议，回来了", about=told.RACK),
    Promised("put-off", "王阿姨", ("notice-came-back",), "说好今天再议，我又交上去了", about=told.RACK),
    Promised("missed-days", "张科长", ("notice-missed",), told.LOCKER, about=told.LOCKER),
    Promised("missed-days", DESK, ("desk-went-up",), f"{told.LOCKER}\n已经告诉：张科长", about=told.LOCKER),
    Promised("unknown-years", DESK, ("desk-unknown-year",), "年的放假安排我还不知道"),
    Promised("late-projects", DESK, ("desk-project-late",), "已经过了。请改日子", about=told.WORKS),
    Promised("plan-posts", "孙丽", ("notice-planned",), "列进项目单了", about=told.ITEM),
    Promised("acceptances", "刘敏", ("acceptance-question",), "请您验收：行不行"),
    Promised("deliberations", DESK, ("deliberation-is-over",), "议完了，请居委会写纪要"),
    Promised("deliberations", DESK, ("minutes-wanted",), "还没有纪要。大家等着呢", 2),
    Promised("deliberations", "李书记", ("notice-minutes-overdue",), "早议完了，还没有纪要", 2),
    Promised("polls", "孙浩", ("poll-reminder",), "还没听到您的意见", 2, about=told.POLLED),
    Promised("polls", "郑洁", ("poll-reminder",), "还没听到您的意见", 2, about=told.POLLED),
    Promised("polls", DESK, ("poll-statement-wanted",), "还没说怎么办", 2, about=told.POLLED),
    Promised("polls", DESK, ("poll-review-due",), "到了回头看的日子", about=told.POLLED),
    Promised("claims", "王阿姨", ("claim-question",), "愿意帮您办", 2, about=told.UMBRELLAS),
    Promised("claims", "陈伟", ("notice-claim-unanswered",), "提的人一直没回话，就不等了"),
    Promised("claims", "刘敏", ("notice-claim-soon",), "提醒您一声"),
    Promised("claims", "刘敏", ("notice-claim-overdue",), "忙不过来也没关系"),
    Promised("claims", DESK, ("claim-stuck",), "问过一次，没有回音"),
    Promised("claims", "孙丽", ("claim-is-it-done",), "说办好了。您看呢", 2),
    Promised("claims", DESK, ("claim-stuck-reported",), "提的人一直没回话，不算办好"),
    Promised("claims", "许明", ("notice-claim-not-vouched",), "这回没能请到人担保"),
    Promised("quarrels", "徐阿姨", ("quarrel-remind",), "好几天没动静了"),
    Promised("quarrels", "陈伟", ("quarrel-ended-given-back",), "只有居委会看得到"),
    Promised("quarrels", "孙丽", ("quarrel-ask-holds",), "上回谈好的事"),
    Promised("signups", "王阿姨", ("signup-told-moved-up",), f"有空位了，“{told.DUMPLINGS}”", about=told.DUMPLINGS),
    Promised("signups", "王阿姨", ("signup-told-reminder",), f"提醒您一声，“{told.DUMPLINGS}”", about=told.DUMPLINGS),
    Promised("signups", "李书记", ("signup-list",), "的名单，一共1人", about=told.DUMPLINGS),
    Promised("planned", HOUSE3, ("broadcast-words",), told.LATER, about=told.LATER),
    Promised("planned", HOUSE5, ("broadcast-words",), told.LATER, about=told.LATER),
    Promised("things", "孙丽", ("thing-told-asked-giveaway",), "刘敏想要", about=told.COT),
    Promised("things", "孙丽", ("thing-told-ending-giveaway",), f"“{told.COT}”挂到", about=told.COT),
    Promised("things", "孙丽", ("thing-told-expired-giveaway",), "没有送出去", about=told.COT),
    Promised("things", "刘敏", ("thing-told-over",), "就不麻烦您了", about=told.COT),
    Promised("service-reviews", DESK, ("service-review-head",), "服务清单，一年用了多少"),
    Promised("service-answers", "刘敏", ("service-question-told",), "您问过", about=told.ASKED),
    Promised("role-letters", "郑洁", ("role-over",), "志愿者做满日子了"),
    Promised("matches", "孙浩", ("match-question",), "您说过能帮忙"),
    Promised("verdicts", "刘敏", ("notice-returned",), "大家说还没好，退回给物业"),
    Promised("verdicts", DESK, ("desk-returned",), "退回来了，请物业"),
    Promised("verdicts", "王阿姨", ("verdict-question-again",), "还好着吗"),
    Promised("verdicts", "陈伟", ("verdict-question-again",), "还好着吗"),
)
#: Told by checks of their own below.
ALSO = ("bulletins", "morning-lists", "office-lists", "ledger-tables", "place-files")  #: and digests
#: Notices that are told of one thing each: no two of them say the same.
ONCE = frozenset(
    {"wish-answered", "wish-withdrawn", "wish-came-back", "day-missed", "verdict-asked", "wish-returned", "claim-ended"}
    | {"match-asked", "wish-planned", "deliberation-opened", "claim-reminded"}
)


def unpromised() -> list[str]:
    """Rows of the table of deadlines of which nothing is known here."""
    known = {each.row for each in PROMISED} | {*ALSO, *SILENT}
    return [each.name for each in DEADLINES if each.name not in known]


@dataclass(eq=False)
class Kept:
    """What was ever in the outbox: the bot itself forgets what is a week old."""

    stage: Stage
    diary: Diary
    messages: dict[int, Row[Any]] = field(default_factory=dict)  #: by their ids
    contents: dict[int, str] = field(default_factory=dict)  #: of messages; of slots, what they wanted at the time
    notices: dict[int, str] = field(default_factory=dict)  #: their bodies

    async def read(self) -> None:
        found = await self._rows(select(messages).order_by(messages.c.id))
        shown = {(row.chat_id, row.name): row.content for row in await self._rows(select(slots))}
        for row in reversed(found):
            if row.id not in self.messages:
                in_slot = shown.pop((row.chat_id, row.slot), None) if row.slot else None
                self.contents[row.id] = row.content or in_slot or ""
        self.messages |= {row.id: row for row in found}
        self.notices |= {row.id: row.body for row in await self._rows(select(notices))}

    async def _rows(self, statement: Select[Any]) -> Sequence[Row[Any]]:
        return await self.stage.books.rows(statement)


async def judged(kept: Kept) -> tuple[list[str], str]:
    """What is wrong, and a few words about duplicates."""
    rows = await kept.stage.books.rows(select(chats))
    judge = _Judge(kept, {row.telegram_id: row.id for row in rows})
    wrong = [f"nothing is known of {row}" for row in unpromised()]
    for check in (
        judge.what_was_promised(),
        judge.nothing_twice(),
        await judge.days_that_were_missed(),
        await judge.what_is_asked(),
        await judge.plans(),
        await judge.weeks(),
        judge.mornings(),
        judge.office(),
        judge.digests(),
        await judge.left_over(),
    ):
        wrong += check
    duplicates = Duplicates.of(kept.stage, judge.chat_ids, list(kept.messages.values()))
    wrong += duplicates.wrong
    wrong += [f"the log: {line}" for line in kept.stage.bot.errors()]
    wrong += [f"failed update {row}" for row in await kept.stage.books.store.inbox.failed()]
    [(what, most)] = judge.more.most_common(1)
    promises = sum(each.times for each in PROMISED)
    return wrong, f"{promises} promises, {duplicates.many} messages twice, of one kind at most {most} ({what})"


@dataclass(eq=False)
class _Judge:
    kept: Kept
    chat_ids: dict[int, int]  #: by Telegram's
    more: Counter[str] = field(default_factory=Counter)  #: how much more often than promised, in the chat

    def _chat(self, where: str) -> Chat:
        estate = self.kept.stage.estate
        group = {HOUSE3: estate.building3, HOUSE5: estate.building5, DESK: estate.staff}.get(where)
        return self.kept.stage.chat(group.id if group else self.kept.diary[where].id)

    def _said(self, where: str, words: str) -> list[Message]:
        """By the bot."""
        us = self.kept.stage.us
        said = [each for each in self._chat(where).messages.values() if each.sender is us and not each.service]
        return [each for each in said if words in each.body]

    def _kept(self, where: str, keys: Sequence[str], about: str) -> int:
        chat_id = self.chat_ids.get(self._chat(where).id)
        return sum(
            row.chat_id == chat_id and any(f'"{key}"' in content for key in keys) and about in content
            for row, content in ((row, self.kept.contents[row.id]) for row in self.kept.messages.values())
        )

    def _seen(self, what: str, times: int, least: int) -> Iterator[str]:
        """As often as it was promised; more often only where a kill explains it."""
        self.more[what] = times - least
        if not least <= times <= least + self.kept.stage.bot.kills:
            yield f"{what}: seen {times} times, promised {least}"

    def what_was_promised(self) -> Iterator[str]:
        for each in PROMISED:
            what = f"{each.row}, {each.where}: {each.words}"
            if (times := self._kept(each.where, each.keys, each.about)) != each.times:
                yield f"{what}: {times} times in the database, promised {each.times}"
            yield from self._seen(what, len(self._said(each.where, each.words)), each.times)

    def nothing_twice(self) -> Iterator[str]:
        for body, times in Counter(self.kept.notices.values()).items():
            if times > 1 and any(f'"type":"{kind}"' in body for kind in ONCE):
                yield f"{times} notices {body}"
        for row in self.kept.messages.values():
            if row.state == "failed":
                yield f"message {row.id} to chat {row.chat_id} failed: {row.reason}"

    async def days_that_were_missed(self) -> list[str]:
        """Each that went up: one notice, one message to the staff."""
        went_up = [row for row in await self._rows(select(misses)) if row.went_up_at is not None]
        times = self._kept(DESK, ("desk-went-up",), "")
        wrong = [] if times == len(went_up) else [f"{times} times in the staff chat of {len(went_up)} that went up"]
        heard = Counter(body for body in self.kept.notices.values() if '"type":"day-missed"' in body)
        if sum(heard.values()) != len(went_up):
            wrong.append(f"{sum(heard.values())} notices of {len(went_up)} that went up")
        return wrong

    async def what_is_asked(self) -> list[str]:
        """Put off and brought back once, each question asked once a round and closed, each answer let out once."""
        count = func.count().label("n")
        came = (
            select(wish_steps.c.wish_id, count).where(wish_steps.c.step == "came-back").group_by(wish_steps.c.wish_id)
        )
        rows = await self._rows(came)
        wrong = [] if [row.n for row in rows] == [1] else [f"what was put off came back {rows}"]
        asked = [(row.wish_id, row.round) for row in await self._rows(select(askings))]
        if sorted(round_ for _, round_ in asked) != ["again", "first", "first", "first"] or len(set(asked)) != 4:
            wrong.append(f"asked whether it is done: {asked}")
        wrong += [f"never closed: {row}" for row in await self._rows(select(askings)) if row.outcome is None]
        let_out = sum('"type":"wish-answered"' in body for body in self.kept.notices.values())
        given = len(await self._rows(select(answers)))
        return wrong if let_out == given else [*wrong, f"{given} answers were given, {let_out} told"]

    async def plans(self) -> list[str]:
        """A post a day at most, in every chat."""
        days = len(await self._rows(select(plan_posts)))
        wrong = [] if days else ["the plan was never posted"]
        for where in (HOUSE3, HOUSE5, DESK):
            wrong += self._seen(f"the plan in {where}", len(self._said(where, "📋 项目单有变化")), days)
        return wrong

    async def weeks(self) -> list[str]:
        """Each week that is kept was told, those among them in which something was wished for."""
        rows, wrong = await self._rows(select(bulletins)), []
        for where in (HOUSE3, HOUSE5):
            kept = [row.until for row in rows if row.chat_id == self.chat_ids[self._chat(where).id]]
            said = [self._day(each) for each in self._said(where, "📰")]
            if set(said) != {_of_telling(until) for until in kept}:
                wrong.append(f"weeks told in {where}: {said}, kept: {kept}")
            wrong += self._seen(f"the week in {where}", len(said), len(kept))
            if where == HOUSE3 and len(kept) <= self.kept.diary.wished:
                wrong.append(f"weeks kept: {kept}")
        return wrong

    def mornings(self) -> Iterator[str]:
        """Something waits on each of them, so there is a list for each."""
        said = Counter(self._day(message) for message in self._said(DESK, "☀️"))
        today = self.kept.stage.telegram.clock.now().astimezone(ZONE).date()
        days = [self.kept.diary.on(n) for n in range(1, (today - self.kept.diary.on(0)).days + 1)]
        for day in sorted({*days} - said.keys()):
            yield f"no list of the morning on {day}"
        times = self._kept(DESK, ("morning-head",), "")
        if times != len(said):
            yield f"{times} lists of the morning in the database, on {len(said)} days"
        yield from self._seen("the lists of the morning", sum(said.values()), len(said))

    def office(self) -> Iterator[str]:
        """What was promised and missed lies there to the end: a list a working day, each once."""
        said = Counter(self._day(message) for message in self._said("张科长", "🏛"))
        yield from (f"a list of the office on {day}" for day in said if day.weekday() > 4)
        if len(said) < 5:
            yield f"lists of the office on these days alone: {sorted(said)}"
        times = self._kept("张科长", ("office-head",), "")
        if times != len(said):
            yield f"{times} lists of the office in the database, on {len(said)} days"
        yield from self._seen("the lists of the office", sum(said.values()), len(said))

    def digests(self) -> Iterator[str]:
        """Whoever has one in the database has read it."""
        kept = {name: self._kept(name, ("digest-head", "digest-head-part"), "") for name in self.kept.diary.people}
        for name, times in kept.items():
            yield from self._seen(f"digests of {name}", len(self._said(name, "条消息")), times)
        if not kept["王阿姨"]:
            yield f"no digest for whoever filed most: {kept}"

    async def left_over(self) -> list[str]:
        """Nobody came back to what they left open; of table and file it was said what they hold; they are forgotten."""
        wrong = [f"a dialog is still open: {row}" for row in await self._rows(select(dialogs))]
        wrong += [f"a table is still there: {row}" for row in await self._rows(select(ledger_imports))]
        wrong += [f"a file of places is still there: {row}" for row in await self._rows(select(place_imports))]
        wrong += self._seen("the file of places", len(self._said("李书记", "要加：1栋楼")), 1)
        wrong += self._seen("the table", len(self._said("李书记", "里可以公开的有1条")), 1)
        return wrong

    async def _rows(self, statement: Select[Any]) -> Sequence[Row[Any]]:
        return await self.kept.stage.books.rows(statement)

    def _day(self, message: Message) -> date:
        return datetime.fromtimestamp(message.date, ZONE).date()


def _of_telling(until: datetime) -> date:
    return (until - timedelta(microseconds=1)).astimezone(ZONE).date()
