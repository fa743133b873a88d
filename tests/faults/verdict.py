"""What must be true in the end, from the database and from what people see; each check returns what is wrong."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row, Table, select

from bot.store.attention_tables import held_answers, tellings
from bot.store.tables import chats, dialogs, files, inbox_keys, messages, notices, people, slots
from bot.store.verdict_tables import askings, verdicts
from bot.store.wish_tables import answer_photos, answers, followers, thanks, wishes
from simulator.model import Chat, Message
from tests.faults import phrases, residents
from tests.faults.duplicates import Duplicates, ours, unowned
from tests.faults.ledger import Answering, Filing, Ledger
from tests.faults.stage import Stage

#: The slot showed it already; the person cannot be written to.
SKIPPED_FOR = frozenset({"already-shown", "never-started"})
#: Nobody here gives a cause for any of these, unless what they say is heard twice.
NEVER_SAID = (
    "apology",
    "dialog-leave-ask",
    "preview-words-replaced",
    "preview-photo-replaced",
    "refused-unknown-button",
)
ZONE = ZoneInfo("Asia/Shanghai")  #: the estate's
KEYS_KEPT = timedelta(days=3)  #: config.yaml, inbox.keep_keys_days


@dataclass(eq=False)
class Verdict:
    stage: Stage
    ledger: Ledger
    wrong: list[str] = field(default_factory=list)
    duplicates: int = 0
    tables: dict[str, Sequence[Row[Any]]] = field(default_factory=dict)

    @classmethod
    async def on(cls, stage: Stage, ledger: Ledger) -> Verdict:
        """Look at everything once the world is calm."""
        verdict = cls(stage, ledger)
        for table in (
            *(answer_photos, answers, chats, dialogs, files, followers, inbox_keys, messages, notices, people, slots),
            *(thanks, wishes, held_answers, tellings, askings, verdicts),
        ):
            await verdict._read(table)
        verdict.wrong += [f"never answered: {what}" for what in ledger.unanswered]
        verdict.wrong += [f"the log: {line}" for line in stage.bot.errors()]
        checks = (
            verdict._nothing_is_stuck(),
            verdict._every_word_was_kept(),
            verdict._wishes_are_there_once(),
            verdict._numbers_have_no_gaps(),
            verdict._stances_are_counted_once(),
            verdict._answers_are_as_given(),
            verdict._takings_and_thanks_are_there(),
            verdict._those_concerned_were_told(),
            verdict._nobody_was_disturbed(),
            verdict._cards_are_true(),
            verdict._committee_wishes_stay_private(),
            verdict._open_dialogs_ended(),
            verdict._every_question_was_answered_once(),
            verdict._duplicates_are_few(),
        )
        for check in checks:
            verdict.wrong += list(check)
        verdict.wrong += [f"failed update {row}" for row in await stage.books.store.inbox.failed()]
        return verdict

    async def _read(self, table: Table) -> None:
        self.tables[table.name] = await self.stage.books.rows(select(table))

    # ---- the checks ----

    def _nothing_is_stuck(self) -> Iterator[str]:
        for row in self.tables["messages"]:
            if row.state not in ("sent", "skipped"):
                yield f"message {row.id} to chat {row.chat_id} is {row.state}: {row.reason}"
            if row.state == "skipped" and row.reason not in SKIPPED_FOR:
                yield f"message {row.id} to chat {row.chat_id} was skipped: {row.reason}"
        for row in self.tables["notices"]:
            if row.settled_at is None:
                yield f"notice {row.id} was never told"
        for row in self.tables["slots"]:
            if row.sent_rev != row.wanted_rev:
                yield f"slot {row.chat_id}/{row.name} shows {row.sent_rev}, wanted {row.wanted_rev}"
        for row in self.tables["held_answers"]:
            yield f"answer {row.answer_id} never came out"
        for row in self.tables["tellings"]:
            if row.told_at is None:
                yield f"notice {row.notice_id} still waits for person {row.person_id} until {row.due_at}"
        for row in self.tables["files"]:
            if row.sha256 is None:
                yield f"photo {row.key} was never fetched"

    def _every_word_was_kept(self) -> Iterator[str]:
        """Presses may be lost while the bot is down; words are not. In private everything is for the bot."""
        kept = {row.update_id for row in self.tables["inbox_keys"]}
        since = (self.stage.telegram.clock.now() - KEYS_KEPT).timestamp()
        for _, update in self.stage.telegram.recorded_updates:
            message = update.get("message")
            if message is None or message["chat"]["type"] != "private" or message["date"] <= since:
                continue
            if update["update_id"] not in kept:
                yield f"update {update['update_id']} was never kept: {message.get('text')}"

    def _wishes_are_there_once(self) -> Iterator[str]:
        by_words = Counter(row.words for row in self.tables["wishes"])
        rows = {row.words: row for row in self.tables["wishes"]}
        ids = {row.id: row.telegram_id for row in self.tables["people"]}
        filed = {filing.words: filing for filing in self.ledger.filings}
        for words, count in by_words.items():
            if count > 1:
                yield f"{count} wishes: {words}"
            if words not in filed:
                yield f"a wish nobody said: {words}"
        for filing in self.ledger.filings:
            row = rows.get(filing.words)
            if row is None:
                if filing.number is not None:
                    yield f"confirmed as {filing.number}, but not there: {filing.words}"
                continue
            yield from _wrong_wish(filing, row, author=ids[row.author_id])

    def _numbers_have_no_gaps(self) -> Iterator[str]:
        numbers = sorted(row.number for row in self.tables["wishes"])
        if numbers != list(range(1, len(numbers) + 1)):
            yield f"numbers {numbers}"

    def _stances_are_counted_once(self) -> Iterator[str]:
        numbers = {row.id: row.number for row in self.tables["wishes"]}
        ids = {row.id: row.telegram_id for row in self.tables["people"]}
        held = Counter((numbers[row.wish_id], ids[row.person_id], row.stance) for row in self.tables["followers"])
        for key, count in held.items():
            if count > 1:
                yield f"counted {count} times: {key}"
            if key not in self.ledger.stands:
                yield f"nobody pressed that: {key}"
        for key, stand in self.ledger.stands.items():
            if stand.confirmed and not held[key]:
                yield f"confirmed, but not counted: {key}"

    def _answers_are_as_given(self) -> Iterator[str]:
        numbers = {row.id: row.number for row in self.tables["wishes"]}
        pictures = Counter(row.answer_id for row in self.tables["answer_photos"])
        rows: dict[str, list[Row[Any]]] = defaultdict(list)
        for row in self.tables["answers"]:
            rows[row.words].append(row)
        given = {account.words: account for account in self.ledger.answerings if account.words}
        yield from (f"an answer nobody gave: {words}" for words in rows if words not in given)
        for words, account in given.items():
            found = rows[words]
            if len(found) > 1 or (account.confirmed and not found) or (found and not account.pressed):
                yield f"{len(found)} answers: {account}"
            if found:
                told = numbers[found[0].wish_id], found[0].kind, found[0].due_on, pictures[found[0].id]
                yield from _wrong_answer(account, *told)

    def _takings_and_thanks_are_there(self) -> Iterator[str]:
        by_number = {row.number: row for row in self.tables["wishes"]}
        ids = {row.id: row.telegram_id for row in self.tables["people"]}
        for taking in self.ledger.takings:
            if ids.get(by_number[taking.number].taken_by or 0) != taking.person:
                yield f"confirmed as theirs, but not: {taking}"
        wish_of = {row.id: row.wish_id for row in self.tables["answers"]}
        number_of = {row.id: row.number for row in self.tables["wishes"]}
        thanked = {(number_of[wish_of[row.answer_id]], ids[row.person_id]) for row in self.tables["thanks"]}
        for each in self.ledger.thankings:
            if (each.number, each.person) not in thanked:
                yield f"thanks confirmed, but not there: {each}"

    def _those_concerned_were_told(self) -> Iterator[str]:
        """A message of its own, or a line in the one that another notice heads."""
        own = {(row.notice_id, row.person_id): row for row in self.tables["messages"] if row.notice_id is not None}
        told: dict[tuple[int, int], list[Row[Any]]] = defaultdict(list)
        for key, row in own.items():
            told[key].append(row)
        for row in self.tables["tellings"]:
            if row.told_with is not None and row.told_with != row.notice_id:
                told[row.notice_id, row.person_id].append(own[row.told_with, row.person_id])
        by_answer: dict[int, list[Row[Any]]] = defaultdict(list)
        for row in self.tables["notices"]:
            body = json.loads(row.body)
            if body["type"] == "wish-answered":
                by_answer[body["answer_id"]].append(row)
        for answer in self.tables["answers"]:
            if len(by_answer[answer.id]) != 1:
                yield f"answer {answer.id} has {len(by_answer[answer.id])} notices"
                continue
            yield from self._told_of(answer, by_answer[answer.id][0].id, told)
        yield from self._asked_once(told)

    def _nobody_was_disturbed(self) -> Iterator[str]:
        """Nobody here chose anything: one message a day at once and one digest, never at night."""
        moments: dict[tuple[int, object], set[Any]] = defaultdict(set)
        for row in self.tables["tellings"]:
            if row.told_at is not None and not row.urgent:
                there = row.told_at.astimezone(ZONE)
                moments[row.person_id, there.date()].add(there)
                if not 8 <= there.hour < 22:
                    yield f"notice {row.notice_id} was told to person {row.person_id} at {there:%H:%M}"
        yield from (f"person {who} was told at {sorted(at)}" for (who, _), at in moments.items() if len(at) > 2)

    def _asked_once(self, told: dict[tuple[int, int], list[Row[Any]]]) -> Iterator[str]:
        """Whether a wish is done: everybody who is asked, once for each question."""
        for row in self.tables["notices"]:
            body = json.loads(row.body)
            if body["type"] != "verdict-asked":
                continue
            asked = {each.person_id for each in self.tables["verdicts"] if each.asking_id == body["asking_id"]}
            still_open = {each.id for each in self.tables["askings"] if each.outcome is None}
            for person_id in asked:  # of one that is closed by the time it is told, nobody is told any more
                if len(told[row.id, person_id]) > 1 or (
                    body["asking_id"] in still_open and not told[row.id, person_id]
                ):
                    yield f"question {body['asking_id']}: {len(told[row.id, person_id])} messages for {person_id}"

    def _asked_about(self, answer_id: int) -> set[int]:
        ids = {row.id for row in self.tables["askings"] if row.answer_id == answer_id}
        return {row.person_id for row in self.tables["verdicts"] if row.asking_id in ids}

    def _told_of(self, answer: Row[Any], notice_id: int, told: dict[tuple[int, int], list[Row[Any]]]) -> Iterator[str]:
        wish = next(row for row in self.tables["wishes"] if row.id == answer.wish_id)
        before = [row for row in self.tables["followers"] if row.since < answer.answered_at]
        owed = {wish.author_id, *(row.person_id for row in before if row.wish_id == wish.id)} - {answer.speaker_id}
        owed -= self._asked_about(answer.id)  # they hear of it with the question whether it is done
        for person in self.tables["people"]:
            rows = told[notice_id, person.id]
            if len(rows) > 1 or (person.id in owed and not rows):
                yield f"notice {notice_id}: {len(rows)} messages for {person.name}"
            if not rows:
                continue
            row = rows[0]
            if row.state == "skipped" and (person.started or row.reason != "never-started"):
                yield f"notice {notice_id} for {person.name} was skipped: {row.reason}"
            if row.state == "sent":
                chat = self.stage.chat(person.telegram_id)
                seen = [message for message in self._ours(chat) if answer.words in message.body]
                if row.message_id not in {message.id for message in seen}:
                    yield f"notice {notice_id} for {person.name} does not show"

    def _cards_are_true(self) -> Iterator[str]:
        chat_ids = {row.id: row for row in self.tables["chats"]}
        standing = Counter((row.wish_id, row.stance) for row in self.tables["followers"])
        shown = {(row.chat_id, row.name): row.message_id for row in self.tables["slots"]}
        desks = [row.id for row in self.tables["chats"] if row.purpose == "staff"]
        last = {row.wish_id: row for row in sorted(self.tables["answers"], key=lambda row: row.id)}
        for wish in self.tables["wishes"]:
            places = [(desk, f"desk:{wish.id}") for desk in desks]
            if wish.visibility != "committee":
                places.append((wish.chat_id, f"wish:{wish.id}"))
            for place in places:
                chat = self.stage.chat(chat_ids[place[0]].telegram_id)
                message = chat.messages.get(shown.get(place) or 0)
                if message is None:
                    yield f"no card {place}"
                    continue
                counts = {stance: standing[wish.id, stance] for stance in ("join", "support", "help")}
                yield from _wrong_card(message, wish, counts, last.get(wish.id))

    def _committee_wishes_stay_private(self) -> Iterator[str]:
        buildings = (self.stage.estate.building3, self.stage.estate.building5)
        groups = [self.stage.telegram.groups[group.id] for group in buildings]
        for wish in self.tables["wishes"]:
            if wish.visibility == "committee":
                for group in groups:
                    if any(wish.words in message.body for message in self._ours(group)):
                        yield f"a wish for the committee alone shows in {group.title}: {wish.number}"

    def _open_dialogs_ended(self) -> Iterator[str]:
        """Nobody came back: one reminder, one last word; the day is over for all of them."""
        yield from (f"a dialog is still open: {row}" for row in self.tables["dialogs"])
        for sleep in self.ledger.sleeps:
            if sleep.ended:
                continue
            chat = self.stage.chat(sleep.person)
            since = [message for message in self._ours(chat) if message.id > sleep.last_message]
            for key, least in (("dialog-reminder", int(sleep.watched)), ("refused-dialog-expired", 1)):
                said = [message for message in since if phrases.says(message, key)]
                times = len(said) - sum(message.id in self._unowned(chat) for message in said)
                if not least <= times <= 1:
                    yield f"{times} times {key} for {sleep}"

    def _every_question_was_answered_once(self) -> Iterator[str]:
        """What is done twice shows here, although it changes nothing: a second answer with a row of its own."""
        for person in self.stage.telegram.people:
            chat = self.stage.chat(person)
            owned = [message for message in self._ours(chat) if message.id not in self._unowned(chat)]
            for command in residents.LOOKED_UP:
                asked = self.ledger.questions[person, command]
                answered = sum(residents.answers(command, message) for message in owned)
                if asked != answered:
                    yield f"{person} said {command} {asked} times and was answered {answered} times"
        for chat in self.stage.telegram.chats():
            for message in self._ours(chat):
                for key in NEVER_SAID:
                    if any(opening in message.body for opening in phrases.opening(key)):
                        yield f"in {chat.title or chat.id} without a cause: {message.body}"

    def _duplicates_are_few(self) -> Iterator[str]:
        """See `Duplicates`."""
        chat_ids = {row.telegram_id: row.id for row in self.tables["chats"]}
        found = Duplicates.of(self.stage, chat_ids, self.tables["messages"])
        self.duplicates = found.many
        yield from found.wrong

    # ---- looking ----

    def _ours(self, chat: Chat) -> list[Message]:
        return ours(self.stage, chat)

    def _unowned(self, chat: Chat) -> frozenset[int]:
        key = next((row.id for row in self.tables["chats"] if row.telegram_id == chat.id), None)
        return unowned(self._ours(chat), key, self.tables["messages"])


def _wrong_wish(filing: Filing, row: Row[Any], *, author: int) -> Iterator[str]:
    if filing.number is not None and filing.number != row.number:
        yield f"confirmed as {filing.number}, kept as {row.number}: {filing.words}"
    if author != filing.author:
        yield f"somebody else's wish: {filing.words}"
    if row.visibility != filing.visibility:
        yield f"{row.visibility} instead of {filing.visibility}: {filing.words}"
    if filing.photo and row.photo is None:
        yield f"without its photo: {filing.words}"
    if filing.category is not None and row.category != filing.category:
        yield f"{row.category} instead of {filing.category}: {filing.words}"


def _wrong_answer(account: Answering, number: int, kind: str, due: object, photos: int) -> Iterator[str]:
    told = (number, kind, str(due) if due else None, photos)
    meant = (account.number, account.kind, account.due, account.photos)
    if told != meant:
        yield f"answered {told} instead of {meant}: {account.words}"


def _wrong_card(message: Message, wish: Row[Any], counts: dict[str, int], last: Row[Any] | None) -> Iterator[str]:
    body = message.body
    if wish.words not in body or phrases.number_in("card-head", body) != wish.number:
        yield f"card {message.id} in {message.chat.title} is not that of wish {wish.number}: {body}"
    patterns = {"join": r"(\d+)家也是", "support": r"(\d+)人支持", "help": r"(\d+)人来帮"}
    for stance, pattern in patterns.items():
        hit = re.search(pattern, body)
        if (int(hit.group(1)) if hit else 0) != counts[stance]:
            yield f"card of wish {wish.number} in {message.chat.title} shows other counts than {counts}: {body}"
    if last is not None and last.words not in body:
        yield f"card of wish {wish.number} in {message.chat.title} does not show its last answer: {body}"
    if last is None and wish.taken_by_name and wish.taken_by_name not in body:
        yield f"card of wish {wish.number} in {message.chat.title} does not show who has it: {body}"
