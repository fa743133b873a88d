"""Photos: kept once, fetched later, tried again when due."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from bot.messages import Photo
from bot.ports import StoredFile
from bot.store import NotStored


async def test_a_photo_is_kept_once_under_its_lasting_id(store):
    async with store.units.writing() as uow:
        assert await uow.files.keep(Photo(file_id="first", unique_id="u")) == "u"
        assert await uow.files.keep(Photo(file_id="second", unique_id="u")) == "u"
    assert await store.shelf.get("u") == StoredFile(key="u", file_id="second", sha256=None, size_bytes=None)
    assert await store.shelf.get("v") is None


async def test_what_is_to_be_fetched_is_wanted_until_it_is_there(store, clock):
    async with store.units.writing() as uow:
        for key in ("a", "b", "c"):
            await uow.files.keep(Photo(file_id=key, unique_id=key))
    assert [file.key for file in await store.shelf.wanted(now=clock.now(), limit=2)] == ["a", "b"]
    await store.shelf.fetched("a", sha256="00", size_bytes=3)
    await store.shelf.fetch_failed("b", next_try=clock.now() + timedelta(minutes=5))
    assert [file.key for file in await store.shelf.wanted(now=clock.now(), limit=9)] == ["c"]
    clock.advance(minutes=5)
    assert [file.key for file in await store.shelf.wanted(now=clock.now(), limit=9)] == ["c", "b"]
    assert await store.shelf.get("a") == StoredFile(key="a", file_id="a", sha256="00", size_bytes=3)


async def test_bytes_once_fetched_stay_when_the_photo_comes_again(store):
    async with store.units.writing() as uow:
        await uow.files.keep(Photo(file_id="f", unique_id="u"))
    await store.shelf.fetched("u", sha256="00", size_bytes=3)
    await store.shelf.set_file_id("u", "mine")
    async with store.units.writing() as uow:
        await uow.files.keep(Photo(file_id="newer", unique_id="u"))
    assert await store.shelf.get("u") == StoredFile(key="u", file_id="newer", sha256="00", size_bytes=3)


async def test_unknown_files_and_impossible_sizes_are_refused(store, clock):
    for call in (
        store.shelf.fetched("x", sha256="00", size_bytes=1),
        store.shelf.fetch_failed("x", next_try=clock.now()),
        store.shelf.set_file_id("x", "f"),
    ):
        with pytest.raises(NotStored):
            await call
    async with store.units.writing() as uow:
        await uow.files.keep(Photo(file_id="f", unique_id="u"))
    with pytest.raises(IntegrityError):
        await store.shelf.fetched("u", sha256="00", size_bytes=-1)
