"""Draws one picture: a chart comes in as JSON, a PNG goes out. A process of its own, see `drawing`.

The font comes from a package, so that a picture looks the same on every machine and has all Chinese characters.
"""

from __future__ import annotations

import io
import sys

import msgspec
import pylopdf_fonts_zh_cn as font_files
from PIL import Image, ImageDraw, ImageFont, ImageOps

from bot.domain.charts import Chart, Shown

WIDTH, CHART_HEIGHT, PHOTO_HEIGHT = 1000, 560, 330  #: pixels; a phone shows a picture about 1000 wide
MARGIN, BAR_GAP = 48, 6
PAPER, INK, FAINT, FILED, DONE = "#fffdf8", "#2b2b2b", "#d9d4c8", "#e0a83a", "#3d8b62"
LARGE, SMALL = 34, 24
BIGGEST_PIXELS = 60_000_000  #: of a photo; Telegram's own are far smaller, and a bomb is none of them


def main() -> None:
    chart = msgspec.json.decode(sys.stdin.buffer.read(), type=Chart)
    sys.stdout.buffer.write(painted(chart))


def painted(chart: Chart) -> bytes:
    """The PNG. The same chart is the same bytes, so that two processes that draw it keep one file."""
    photos = [photo for photo in (_opened(each) for each in chart.photos) if photo is not None]
    height = CHART_HEIGHT + (PHOTO_HEIGHT if photos else 0)
    picture = Image.new("RGB", (WIDTH, height), PAPER)
    draw = ImageDraw.Draw(picture)
    _head(draw, chart)
    _bars(draw, chart)
    _photos(picture, draw, photos)
    kept = io.BytesIO()
    picture.save(kept, "PNG", optimize=True)
    return kept.getvalue()


def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(font_files.sans_path()), size)


def _head(draw: ImageDraw.ImageDraw, chart: Chart) -> None:
    draw.text((MARGIN, 28), _cut(chart.title, _font(LARGE), WIDTH - 2 * MARGIN), font=_font(LARGE), fill=INK)
    x = float(MARGIN)
    for words, colour in ((chart.filed, FILED), (chart.done, DONE)):
        draw.rounded_rectangle((x, 92, x + 22, 114), radius=4, fill=colour)
        draw.text((x + 32, 103), words, font=_font(SMALL), fill=INK, anchor="lm")
        x += 32 + _font(SMALL).getlength(words) + 40


def _bars(draw: ImageDraw.ImageDraw, chart: Chart) -> None:
    top, bottom = 160, CHART_HEIGHT - 72
    draw.line((MARGIN, bottom, WIDTH - MARGIN, bottom), fill=FAINT, width=2)
    if not chart.weeks:
        return
    most = max(1, *(max(week.filed, week.done) for week in chart.weeks))
    step = (WIDTH - 2 * MARGIN) / len(chart.weeks)
    bar = (step * 0.64 - BAR_GAP) / 2
    for index, week in enumerate(chart.weeks):
        middle = MARGIN + step * (index + 0.5)
        draw.text((middle, bottom + 14), week.label, font=_font(SMALL), fill=INK, anchor="mt")
        for count, colour, left in (
            (week.filed, FILED, middle - bar - BAR_GAP / 2),
            (week.done, DONE, middle + BAR_GAP / 2),
        ):
            if not count:
                continue
            high = bottom - (bottom - top) * count / most
            draw.rounded_rectangle((left, high, left + bar, bottom - 1), radius=5, fill=colour)
            draw.text((left + bar / 2, high - 6), str(count), font=_font(SMALL), fill=INK, anchor="mb")


def _opened(shown: Shown) -> tuple[str, Image.Image] | None:
    """The photo upright; None: nobody can open it, and the picture goes without."""
    try:
        photo = Image.open(io.BytesIO(shown.content))
        if photo.width * photo.height > BIGGEST_PIXELS:
            return None
        return shown.label, ImageOps.exif_transpose(photo).convert("RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


def _photos(picture: Image.Image, draw: ImageDraw.ImageDraw, photos: list[tuple[str, Image.Image]]) -> None:
    if not photos:
        return
    wide = (WIDTH - 2 * MARGIN - 20 * (len(photos) - 1)) // len(photos)
    for index, (label, photo) in enumerate(photos):
        left = MARGIN + index * (wide + 20)
        fitted = ImageOps.pad(photo, (wide, PHOTO_HEIGHT - 80), color=PAPER)
        picture.paste(fitted, (left, CHART_HEIGHT))
        words = _cut(label, _font(SMALL), wide)
        draw.text((left, CHART_HEIGHT + PHOTO_HEIGHT - 68), words, font=_font(SMALL), fill=INK)


def _cut(words: str, font: ImageFont.FreeTypeFont, width: float) -> str:
    if font.getlength(words) <= width:
        return words
    while words and font.getlength(words + "…") > width:
        words = words[:-1]
    return words + "…"


if __name__ == "__main__":
    main()
