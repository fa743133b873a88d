"""Photos' bytes: on disk under their hash, fetched soon, tried again when that fails."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.files import REFUSED_RETRY_S, FileFetcher, FolderOfBytes
from bot.nursery import Nursery
from bot.ports import Ambiguous, Rejected, Retry
from tests.delivery.fakes import START, FakeClock, FakeShelf, FakeTransport

LIGHT = b"a photo of a lamp"
SHA = hashlib.sha256(LIGHT).hexdigest()


@pytest.fixture
def folder(tmp_path: Path) -> FolderOfBytes:
    return FolderOfBytes(tmp_path / "files")


async def test_bytes_come_back_by_their_hash(folder: FolderOfBytes) -> None:
    assert await folder.write(LIGHT) == SHA
    assert await folder.read(SHA) == LIGHT
    assert await folder.read("0" * 64) is None


async def test_the_same_bytes_are_kept_once(folder: FolderOfBytes, tmp_path: Path) -> None:
    await asyncio.gather(*(folder.write(LIGHT) for _ in range(8)))
    assert [path for path in (tmp_path / "files").rglob("*") if path.is_file()] == [folder.path(SHA)]


async def test_damaged_bytes_are_not_given_out_and_mended_by_writing(folder: FolderOfBytes) -> None:
    await folder.write(LIGHT)
    folder.path(SHA).write_bytes(LIGHT[:-1])
    assert await folder.read(SHA) is None
    await folder.write(LIGHT)
    assert await folder.read(SHA) == LIGHT


@pytest.mark.parametrize("name", ["", "../../etc/passwd", SHA.upper(), SHA + "0", "g" * 64])
async def test_what_is_no_hash_names_no_file(folder: FolderOfBytes, name: str) -> None:
    with pytest.raises(ValueError):
        await folder.read(name)


class Fetching:
    """A fetcher at work in a world of its own."""

    def __init__(self, folder: FolderOfBytes) -> None:
        self.clock, self.shelf, self.folder = FakeClock(), FakeShelf(), folder
        self.telegram = FakeTransport(self.clock)
        self.fetcher = FileFetcher(shelf=self.shelf, folder=folder, transport=self.telegram, clock=self.clock)

    def comes(self, key: str, content: bytes | Exception) -> None:
        self.shelf.put(key, file_id=f"id-{key}")
        self.telegram.contents[f"id-{key}"] = content

    async def settles(self) -> None:
        self.fetcher.wake()
        async with asyncio.timeout(30):
            while not await self.fetcher.quiet():
                await asyncio.to_thread(int)  # the bytes are written in a thread


@pytest.fixture
async def fetching(folder: FolderOfBytes) -> AsyncIterator[Fetching]:
    fetching = Fetching(folder)
    async with Nursery() as nursery:
        nursery.keep(fetching.fetcher.run, name="files")
        yield fetching
        nursery.cancel()


async def test_photos_are_fetched_and_noted(fetching: Fetching) -> None:
    fetching.comes("a", LIGHT)
    fetching.comes("b", b"another")
    await fetching.settles()
    assert (fetching.shelf.files["a"].sha256, fetching.shelf.files["a"].size_bytes) == (SHA, len(LIGHT))
    assert await fetching.folder.read(SHA) == LIGHT
    assert fetching.shelf.files["b"].sha256


@pytest.mark.parametrize(
    ("error", "after_s"),
    [
        (Retry(37.0, flood=True, reason="429"), 37.0),
        (Ambiguous("ReadTimeout"), REFUSED_RETRY_S[0]),
        (Rejected("Bad Request: wrong file_id or the file is temporarily unavailable"), REFUSED_RETRY_S[0]),
    ],
)
async def test_what_failed_is_tried_again_in_its_time(fetching: Fetching, error: Exception, after_s: float) -> None:
    fetching.comes("a", error)
    await fetching.settles()
    assert fetching.shelf.next_tries["a"] == START + timedelta(seconds=after_s)
    fetching.telegram.contents["id-a"] = LIGHT
    await fetching.settles()
    assert fetching.shelf.files["a"].sha256 is None
    fetching.clock.advance(after_s)
    await fetching.settles()
    assert fetching.shelf.files["a"].sha256 == SHA


async def test_what_is_refused_again_and_again_is_asked_for_ever_less(fetching: Fetching) -> None:
    fetching.comes("a", Rejected("Bad Request: file is too big"))
    waits = []
    for _ in range(len(REFUSED_RETRY_S) + 1):
        await fetching.settles()
        wait = fetching.shelf.next_tries["a"] - fetching.clock.now()
        waits.append(wait.total_seconds())
        fetching.clock.advance(wait.total_seconds())
    assert waits == [*REFUSED_RETRY_S, REFUSED_RETRY_S[-1]]


async def test_one_that_fails_keeps_no_other_waiting(fetching: Fetching) -> None:
    fetching.comes("a", Rejected("Bad Request: file is too big"))
    fetching.shelf.put("b")  # known, but without a file_id
    fetching.comes("c", LIGHT)
    await fetching.settles()
    assert fetching.shelf.files["c"].sha256 == SHA
    assert set(fetching.shelf.next_tries) == {"a", "b"}


async def test_it_is_not_quiet_while_bytes_are_wanted(folder: FolderOfBytes) -> None:
    fetching = Fetching(folder)
    fetching.comes("a", LIGHT)
    assert not await fetching.fetcher.quiet()
    async with Nursery() as nursery:
        nursery.keep(fetching.fetcher.run, name="files")
        await fetching.settles()
        assert await fetching.fetcher.quiet()
        nursery.cancel()


async def test_what_was_thrown_away_leaves_the_disk_unless_it_is_used(
    fetching: Fetching,
) -> None:
    fetching.comes("a", LIGHT)
    await fetching.settles()
    alone = await fetching.folder.write(b"a photo of somebody")
    fetching.shelf.thrown_away += [alone, SHA, "0" * 64]
    await fetching.settles()
    assert await fetching.folder.read(alone) is None
    assert await fetching.folder.read(SHA) == LIGHT
    assert fetching.shelf.thrown_away == []
