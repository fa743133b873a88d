"""Polls as the use cases ask for them, and the native polls of Telegram's as delivery does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from bot.domain.people import Person, Speaker
from bot.domain.polls import Answered, Draft, Poll, Post, Statement
from bot.messages import PollStood, PollToSend


class Polls(Protocol):
    async def open(
        self, draft: Draft, *, estate_key: str, by: Speaker, by_id: int, now: datetime, closes_at: datetime
    ) -> Poll:
        """Give it the estate's next number; nothing falls due yet."""

    async def get(self, poll_id: int) -> Poll:
        """Raises LookupError."""

    async def lock(self, poll_id: int) -> Poll:
        """As `get`, and nobody else changes it until this unit of work ends."""

    async def by_number(self, estate_key: str, number: int) -> Poll | None: ...
    async def save(self, poll: Poll) -> None: ...
    async def count(self, estate_key: str) -> int: ...
    async def find(self, estate_key: str, *, limit: int, offset: int = 0) -> Sequence[Poll]:
        """Those that run first, then the newest."""

    async def of_wish(self, wish_id: int) -> Sequence[Poll]:
        """Oldest first."""

    async def of_project(self, project_id: int) -> Sequence[Poll]: ...
    async def due(self, now: datetime, *, limit: int) -> Sequence[Poll]: ...
    async def next_due(self) -> datetime | None: ...

    # ---- what comes of it

    async def state(
        self, poll_id: int, *, words: str, by: Speaker, by_id: int, now: datetime, review_on: date | None
    ) -> Statement: ...
    async def statements(self, poll_id: int) -> Sequence[Statement]:
        """Oldest first."""

    # ---- where it was posted

    async def post(self, poll_id: int, chat_id: int | None, *, telegram_id: str | None = None) -> Post: ...
    async def get_post(self, post_id: int) -> Post:
        """Locked until this unit of work ends. Raises LookupError."""

    async def posts(self, poll_id: int) -> Sequence[Post]:
        """Oldest first."""

    async def drop_post(self, post_id: int) -> None: ...
    async def save_post(self, post: Post) -> None: ...
    async def says(self, post_id: int, fingerprint: str) -> None:
        """By which its native poll is known, also where its number is not."""

    async def post_of(self, telegram_id: str) -> Post | None:
        """Locked until this unit of work ends."""

    async def saying(self, fingerprint: str) -> Post | None:
        """The newest post of this fingerprint whose poll runs."""

    async def running_in(self, chat_id: int) -> Sequence[Post]:
        """Posts there that were sent, of polls that run."""

    # ---- answers

    async def answer(self, telegram_id: str, person_id: int, options: Sequence[int], *, now: datetime) -> None:
        """What this person chose in that native poll, in place of what they chose there before. It may be one that
        nobody knows yet."""

    async def answers_of(self, poll_id: int, person_id: int) -> Sequence[Answered]: ...
    async def given(self, poll_id: int) -> Mapping[int, int]:
        """By post, how many people have an answer there, whether or not it is the one of theirs that counts."""

    async def answered_in(self, telegram_id: str) -> Sequence[int]:
        """Ids of those who answered that native poll."""

    async def count_answer(self, poll_id: int, person_id: int, answer_id: int | None, *, chosen: str) -> None:
        """This one of theirs counts, and none else; `chosen`: its options as people read them."""

    async def counted(self, poll_id: int) -> Sequence[tuple[Person, Sequence[int]]]:
        """Who has an answer that counts, the first to answer first."""

    async def not_answered(self, poll_id: int) -> Sequence[tuple[Person, int]]:
        """Who is known from the groups it was posted in, has not left, can be written to, and has no answer in it.

        Each with the id of a post of it, the oldest, in a group they are known from.
        """

    async def forget_unknown(self, *, before: datetime) -> int:
        """Answers of then to native polls that nobody knows."""


class PollPosts(Protocol):
    """Delivery's side of native polls; each call a transaction of its own."""

    async def to_send(self, post_id: int, *, language: str, now: datetime) -> PollToSend | int | None:
        """What to send; the id of the message if it was sent already; None: it is not to be sent any more."""

    async def was_sent(self, post_id: int, *, message_id: int, telegram_id: str, now: datetime) -> None: ...
    async def was_refused(self, post_id: int, *, now: datetime) -> None:
        """The group takes no polls: the staff is told."""

    async def to_stop(self, post_id: int) -> int | None:
        """The message whose poll is to be closed; None: there is none."""

    async def was_stopped(self, post_id: int, stood: PollStood | None, *, now: datetime) -> None:
        """`stood`: how it ended; None: it was closed already, or is out of reach."""


@dataclass(frozen=True, slots=True)
class NoPolls:
    """For whoever sends none."""

    async def to_send(self, post_id: int, *, language: str, now: datetime) -> PollToSend | int | None:
        return None

    async def was_sent(self, post_id: int, *, message_id: int, telegram_id: str, now: datetime) -> None:
        """Nothing to keep."""

    async def was_refused(self, post_id: int, *, now: datetime) -> None:
        """Nobody to tell."""

    async def to_stop(self, post_id: int) -> int | None:
        return None

    async def was_stopped(self, post_id: int, stood: PollStood | None, *, now: datetime) -> None:
        """Nothing to keep."""
