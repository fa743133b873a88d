"""The bots that are measured against each other, each a process of its own.

python -m bench.bots_of_taps NAME URL FOLDER PORT

`ptb` and `aiogram` are their libraries' plainest bots: they answer the press, and do nothing else. `wishwell` is the
whole bot on a database in FOLDER: rights checked, counted with synchronous=FULL, the card marked, then answered.
`wishwell-webhook` is the same by webhook, at PORT; in `wishwell-unhurried` nothing waits for people's sake.
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


#: Limits for people's sake and Telegram's, out of the way.
UNHURRIED: dict[str, dict[str, int]] = {
    "quiet": {"cards_a_day": 1000, "public_wishes_a_day": 1000, "alike_wishes_a_day": 1000, "edits_per_min": 600},
    "delivery": {"messages_per_s": 1000, "per_chat_per_s": 30, "per_group_per_min": 600},
}


def wishwell(url: str, folder: Path, *, webhook_port: int | None = None, unhurried: bool = False) -> None:
    from bot.__main__ import cli

    config = folder / "config.yaml"
    settings: dict[str, Any] = {
        "telegram": {"base_url": url, "webhook": {"listen": f"127.0.0.1:{webhook_port or 0}"}},
        "estates": [{"key": "bench", "name": "阳光小区", "trial": False}],
        "files": {"folder": str(folder / "files")},
        "log": {"level": "error"},
        "quiet": {"flood_in_10_s": 10_000, "flood_in_a_minute": 10_000},
    }
    if unhurried:
        settings["quiet"] |= UNHURRIED["quiet"]
        settings["delivery"] = UNHURRIED["delivery"]
    config.write_text(yaml.safe_dump(settings, allow_unicode=True))
    further = ["--webhook", f"http://127.0.0.1:{webhook_port}/tg"] if webhook_port else []
    cli(["run", "--config", str(config), *further])


if __name__ == "__main__":
    name, address, place, port = sys.argv[1:]
    match name:
        case "ptb":
            ptb(address)
        case "aiogram":
            aiogram(address)
        case "wishwell":
            wishwell(address, Path(place))
        case "wishwell-webhook":
            wishwell(address, Path(place), webhook_port=int(port))
        case "wishwell-unhurried":
            wishwell(address, Path(place), unhurried=True)
