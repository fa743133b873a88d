"""The bots that are measured against each other, each a process of its own.

python -m bench.bots_of_taps ptb|aiogram|wishwell URL [FOLDER]

`ptb` and `aiogram` are their libraries' plainest bots: they answer the press, and do nothing else. `wishwell` is the
whole bot on a database in FOLDER: rights checked, counted with synchronous=FULL, the card marked, then answered.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Any

import yaml

TOKEN = "7:local-telegram-needs-no-secret"


def ptb(url: str) -> None:
    from telegram import Update
    from telegram.ext import Application, CallbackQueryHandler

    async def on_tap(update: Update, context: Any) -> None:
        assert update.callback_query is not None
        await update.callback_query.answer("+1")

    app = Application.builder().token(TOKEN).base_url(f"{url}/bot").build()
    app.add_handler(CallbackQueryHandler(on_tap))
    app.run_polling()


def aiogram(url: str) -> None:
    from aiogram import Bot, Dispatcher
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer
    from aiogram.types import CallbackQuery

    dispatcher = Dispatcher()

    @dispatcher.callback_query()
    async def on_tap(query: CallbackQuery) -> None:
        await query.answer("+1")

    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(url)))
    asyncio.run(dispatcher.start_polling(bot))


def wishwell(url: str, folder: Path) -> None:
    from bot.__main__ import cli

    config = folder / "config.yaml"
    settings = {
        "telegram": {"base_url": url},
        "estates": [{"key": "bench", "name": "阳光小区", "trial": False}],
        "files": {"folder": str(folder / "files")},
        "log": {"level": "error"},
        "quiet": {"flood_in_10_s": 10_000, "flood_in_a_minute": 10_000},
    }
    config.write_text(yaml.safe_dump(settings, allow_unicode=True))
    cli(["run", "--config", str(config)])


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["ptb", address]:
            ptb(address)
        case ["aiogram", address]:
            aiogram(address)
        case ["wishwell", address, place]:
            wishwell(address, Path(place))
