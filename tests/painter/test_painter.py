"""Charts: drawn by a child, the same each time; and what comes when there is none."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from bot import painter
from bot.domain.charts import Chart, Shown, Week
from bot.drawing import ChildPainter


def photo(kind: str = "JPEG", size: tuple[int, int] = (600, 900)) -> bytes:
    kept = io.BytesIO()
    Image.new("RGB", size, "#8888aa").save(kept, kind)
    return kept.getvalue()


def chart(*counts: tuple[int, int], photos: tuple[Shown, ...] = (), title: str = "3号楼 · 每周新提的和办好的") -> Chart:
    weeks = tuple(Week(f"3月{n + 1}日", filed, done) for n, (filed, done) in enumerate(counts))
    return Chart(title, "新提的", "办好的", weeks, photos)


def opened(content: bytes | None) -> Image.Image:
    assert content is not None
    picture = Image.open(io.BytesIO(content))
    picture.load()
    return picture


def colours(picture: Image.Image) -> set[str]:
    counted = picture.convert("RGB").getcolors(picture.width * picture.height)
    return {"#" + bytes(colour).hex() for _, colour in counted or ()}


async def test_a_child_draws_what_is_asked_for() -> None:
    wanted = chart((3, 1), (0, 0), (12, 4), photos=(Shown("第3件，办好了", photo()),))
    content = await ChildPainter().paint(wanted)
    assert content == painter.painted(wanted), "the same chart is the same bytes"
    picture = opened(content)
    assert picture.size == (painter.WIDTH, painter.CHART_HEIGHT + painter.PHOTO_HEIGHT)
    assert {painter.FILED, painter.DONE} <= colours(picture)


def test_empty_weeks_have_no_bars() -> None:
    assert opened(painter.painted(chart((0, 0), (0, 0)))).size == (painter.WIDTH, painter.CHART_HEIGHT)
    assert opened(painter.painted(chart())).size == (painter.WIDTH, painter.CHART_HEIGHT)


@pytest.mark.parametrize("content", [b"", b"no picture at all", photo()[:200]])
def test_a_photo_that_nobody_can_open_is_left_out(content: bytes) -> None:
    drawn = opened(painter.painted(chart((1, 1), photos=(Shown("第3件", content), Shown("第4件", photo("PNG"))))))
    assert drawn.height == painter.CHART_HEIGHT + painter.PHOTO_HEIGHT
    alone = opened(painter.painted(chart((1, 1), photos=(Shown("第3件", content),))))
    assert alone.height == painter.CHART_HEIGHT


def test_a_long_title_is_cut_and_every_character_is_in_the_font() -> None:
    painter.painted(chart((1, 0), title="很长的名字" * 40))
    font = painter._font(painter.LARGE)
    missing = font.getmask("\U000fffff").getbbox(), bytes(font.getmask("\U000fffff"))
    for sign in "每周新提的办好第件楼号單元辦週樓":
        assert (font.getmask(sign).getbbox(), bytes(font.getmask(sign))) != missing, sign


async def test_a_child_that_is_too_slow_or_fails_leaves_no_picture() -> None:
    assert await ChildPainter(within_s=0).paint(chart((1, 1))) is None
    assert await ChildPainter(python="/bin/false").paint(chart((1, 1))) is None
