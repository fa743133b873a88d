"""Bytes of photos and voice notes on disk under the names of their hashes, and the loop that fetches them."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import os
import re
import tempfile
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import structlog

from bot.ports import Ambiguous, Clock, FileShelf, Gone, Moved, Rejected, Retry, StoredFile, Transport, always

FETCH_AT_ONCE = 10
#: Waits between tries that were refused; a file_id that is good for nothing is asked for once a day.
REFUSED_RETRY_S = (60.0, 600.0, 3600.0, 21600.0, 86400.0)

_SHA256 = re.compile(r"[0-9a-f]{64}")

log = structlog.get_logger(__name__)


class FolderOfBytes:
    """Contents by SHA-256 (lower-case hex). Each is written once, whole, and never changed."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def path(self, sha256: str) -> Path:
        """Where the bytes of this hash are, if they are there.

        Raises:
            ValueError: that is no hash.
        """
        if not _SHA256.fullmatch(sha256):
            raise ValueError("not a SHA-256 in lower-case hex")
        return self._root / sha256[:2] / sha256

    async def write(self, content: bytes) -> str:
        """Keep the bytes, on disk when this returns; return their hash."""
        return await asyncio.to_thread(self._write, content)

    async def read(self, sha256: str) -> bytes | None:
        """The bytes of this hash; None if they are missing or damaged."""
        content = await asyncio.to_thread(self._read, sha256)
        if content is not None and hashlib.sha256(content).hexdigest() != sha256:
            log.error("file_damaged", key=sha256)
            return None
        return content

    async def delete(self, sha256: str) -> None:
        """Take the bytes off the disk; those that are not there are gone already."""
        await asyncio.to_thread(self.path(sha256).unlink, missing_ok=True)

    def _write(self, content: bytes) -> str:
        sha256 = hashlib.sha256(content).hexdigest()
        path = self.path(sha256)
        if self._read(sha256) == content:
            return sha256
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        except BaseException:
            with contextlib.suppress(FileNotFoundError):
                Path(name).unlink()
            raise
        _sync_folder(path.parent)
        return sha256

    def _read(self, sha256: str) -> bytes | None:
        try:
            return self.path(sha256).read_bytes()
        except FileNotFoundError:
            return None


def _sync_folder(folder: Path) -> None:
    """The name in its folder must survive a power cut too, not only the content."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


class FileFetcher:
    """Fetches the bytes of photos and voice notes soon after they came.

    `wake()` after commits, and from time to time for retries. `may_fetch`: whether it is this process that does so.
    `came`: awaited with the key and the bytes of each file once it is kept.
    """

    def __init__(
        self,
        *,
        shelf: FileShelf,
        folder: FolderOfBytes,
        transport: Transport,
        clock: Clock,
        may_fetch: Callable[[], bool] = always,
        came: Callable[[str, bytes], Awaitable[None]] | None = None,
    ) -> None:
        self._shelf, self._folder, self._transport, self._clock = shelf, folder, transport, clock
        self._may_fetch = may_fetch
        self._came = came
        self._woken = asyncio.Event()
        self._fetching = False
        self._refused: Counter[str] = Counter()

    def wake(self) -> None:
        self._woken.set()

    async def keep_own(self, key: str, content: bytes) -> None:
        """Keep a picture of the house, so that it can be sent like one that people sent."""
        sha256 = await self._folder.write(content)
        await self._shelf.own(key, sha256=sha256, size_bytes=len(content))

    @property
    def busy(self) -> bool:
        return self._fetching or self._woken.is_set()

    async def quiet(self) -> bool:
        """Whether no bytes are wanted now, and none to be thrown away."""
        return not self.busy and not await self._shelf.has_work(now=self._clock.now()) and not self._fetching

    async def run(self) -> None:
        """Until cancelled."""
        self._woken.set()
        while True:
            await self._woken.wait()
            self._fetching = True
            self._woken.clear()
            try:
                if self._may_fetch():
                    await self._fetch_all()
                    await self._throw_away()
            finally:
                self._fetching = False

    async def _fetch_all(self) -> None:
        """One after the other: these are few, and nobody waits for them."""
        while wanted := await self._shelf.wanted(now=self._clock.now(), limit=FETCH_AT_ONCE):
            for file in wanted:
                await self._fetch(file)

    async def _throw_away(self) -> None:
        """In the same loop as fetching, so that nothing is thrown away while it is being fetched again."""
        while thrown := await self._shelf.discarded(limit=FETCH_AT_ONCE):
            for sha256 in thrown:
                if not await self._shelf.is_used(sha256):
                    await self._folder.delete(sha256)
                await self._shelf.is_off_the_disk(sha256)

    async def _fetch(self, file: StoredFile) -> None:
        try:
            if file.file_id is None:
                raise Rejected("no file_id")
            content = await self._transport.fetch(file.file_id)
        except (Retry, Ambiguous) as error:
            after_s = error.after_s if isinstance(error, Retry) else REFUSED_RETRY_S[0]
            await self._later(file, after_s, str(error))
        except (Rejected, Gone, Moved) as error:
            tries = min(self._refused[file.key], len(REFUSED_RETRY_S) - 1)
            self._refused[file.key] += 1
            await self._later(file, REFUSED_RETRY_S[tries], str(error))
        else:
            sha256 = await self._folder.write(content)
            self._refused.pop(file.key, None)
            await self._shelf.fetched(file.key, sha256=sha256, size_bytes=len(content))
            log.info("file_fetched", key=file.key, size_bytes=len(content))
            if self._came is not None:
                await self._came(file.key, content)

    async def _later(self, file: StoredFile, after_s: float, reason: str) -> None:
        log.warning("file_not_fetched", key=file.key, reason=reason, again_in_s=after_s)
        await self._shelf.fetch_failed(file.key, next_try=self._clock.now() + timedelta(seconds=after_s))
