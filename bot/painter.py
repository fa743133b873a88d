"""Draws one picture: a chart comes in as JSON, a PNG goes out. A process of its own, see `drawing`.

The font comes from a package, so that a picture looks the same on every machine and has all Chinese characters.
"""

from __future__ import annotations

import io
import sys

import msgspec
import pylopdf_fonts_zh_cn as font_files
from PIL import Image, ImageDraw, ImageFont, ImageOps

from bot.domain.charts import Bar, Chart, Panel, Picture, Sheet, Shown

WIDTH, CHART_HEIGHT, PHOTO_HEIGHT = 1000, 560, 330  #: pixels; a phone shows a picture about 1000 wide
MARGIN, BAR_GAP = 48, 6
PAPER, INK, FAINT, FILED, DONE = "#fffdf8", "#2b2b2b", "#d9d4c8", "#e0a83a", "#3d8b62"
LARGE, SMALL = 34, 24
FIGURE_HEIGHT, FIGURES_IN_A_ROW, GAP = 150, 3, 20
PANEL_HEAD, BAR_STEP, BAR_THICK, LABEL_WIDTH = 84, 46, 30, 300
BIGGEST_PIXELS = 60_000_000  #: of a photo; Telegram's own are far smaller, and a bomb is none of them


def main() -> None:
    wanted = msgspec.json.decode(sys.stdin.buffer.read(), type=Picture)
    sys.stdout.buffer.write(painted(wanted))


def painted(wanted: Picture) -> bytes:
    """The PNG. The same chart is the same bytes, so that two processes that draw it keep one file."""
    picture = _chart(wanted) if isinstance(wanted, Chart) else _sheet(wanted)
    kept = io.BytesIO()
    picture.save(kept, "PNG", optimize=True)
    return kept.getvalue()


def _chart(chart: Chart) -> Image.Image:
    photos = [photo for photo in (_opened(each) for each in chart.photos) if photo is not None]
    height = CHART_HEIGHT + (PHOTO_HEIGHT if photos else 0)
    picture = Image.new("RGB", (WIDTH, height), PAPER)
    draw = ImageDraw.Draw(picture)
    _head(draw, chart)
    _bars(draw, chart)
    _photos(picture, draw, photos)
    return picture


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


# ---- a sheet of figures and bars ------------------------------------------------------------------------------------


def _sheet(sheet: Sheet) -> Image.Image:
    """As high as what is on it."""
    rows = -(-len(sheet.figures) // FIGURES_IN_A_ROW)
    panels = sum(PANEL_HEAD + BAR_STEP * len(panel.bars) for panel in sheet.panels)
    top = 150
    picture = Image.new("RGB", (WIDTH, top + rows * (FIGURE_HEIGHT + GAP) + panels + MARGIN), PAPER)
    draw = ImageDraw.Draw(picture)
    wide = WIDTH - 2 * MARGIN
    draw.text((MARGIN, 28), _cut(sheet.title, _font(LARGE), wide), font=_font(LARGE), fill=INK)
    draw.text((MARGIN, 88), _cut(sheet.about, _font(SMALL), wide), font=_font(SMALL), fill=INK)
    _figures(draw, sheet, top)
    top += rows * (FIGURE_HEIGHT + GAP)
    for panel in sheet.panels:
        top = _panel(draw, panel, top)
    return picture


def _figures(draw: ImageDraw.ImageDraw, sheet: Sheet, top: int) -> None:
    wide = (WIDTH - 2 * MARGIN - GAP * (FIGURES_IN_A_ROW - 1)) // FIGURES_IN_A_ROW
    for index, figure in enumerate(sheet.figures):
        row, column = divmod(index, FIGURES_IN_A_ROW)
        left, upper = MARGIN + column * (wide + GAP), top + row * (FIGURE_HEIGHT + GAP)
        draw.rounded_rectangle((left, upper, left + wide, upper + FIGURE_HEIGHT), radius=14, outline=FAINT, width=2)
        middle, font = left + wide / 2, _font(LARGE + 10)
        draw.text((middle, upper + 52), _cut(figure.value, font, wide - 24), font=font, fill=INK, anchor="mm")
        label = _cut(figure.label, _font(SMALL), wide - 16)
        draw.text((middle, upper + 112), label, font=_font(SMALL), fill=INK, anchor="mm")


def _panel(draw: ImageDraw.ImageDraw, panel: Panel, top: int) -> int:
    """Draw it from there on; returns where it ends."""
    draw.text(
        (MARGIN, top + 34), _cut(panel.title, _font(SMALL + 4), WIDTH - 2 * MARGIN), font=_font(SMALL + 4), fill=INK
    )
    most = max(bar.count for bar in panel.bars)
    for index, bar in enumerate(panel.bars):
        _bar(draw, bar, top + PANEL_HEAD + BAR_STEP * index, most)
    return top + PANEL_HEAD + BAR_STEP * len(panel.bars)


def _bar(draw: ImageDraw.ImageDraw, bar: Bar, top: int, most: int) -> None:
    left, middle, font = MARGIN + LABEL_WIDTH, top + BAR_THICK / 2, _font(SMALL)
    draw.text((left - 16, middle), _cut(bar.label, font, LABEL_WIDTH - 16), font=font, fill=INK, anchor="rm")
    room = WIDTH - MARGIN - left - 80  # for the count behind the longest
    right = left + max(4, room * bar.count / max(1, most))
    draw.rounded_rectangle((left, top, right, top + BAR_THICK), radius=5, fill=FILED)
    draw.text((right + 12, middle), str(bar.count), font=font, fill=INK, anchor="lm")


def _cut(words: str, font: ImageFont.FreeTypeFont, width: float) -> str:
    if font.getlength(words) <= width:
        return words
    while words and font.getlength(words + "…") > width:
        words = words[:-1]
    return words + "…"


if __name__ == "__main__":
    main()
