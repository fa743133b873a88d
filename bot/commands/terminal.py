"""What the commands share: settings, the bot's own rows, what is printed, and how a refusal ends.

Exit codes: 0 done, 1 refused by what was found, 2 by what was typed or by config.yaml.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator, Coroutine
from pathlib import Path
from typing import Annotated, Any, NoReturn, TypeVar

import typer
from rich.console import Console

from bot import logs
from bot.clock import SystemClock
from bot.domain.people import Estate
from bot.ports import Ambiguous, Gone, Rejected, Retry
from bot.settings import Settings, SettingsError
from bot.store import Database, Store

T = TypeVar("T")

ConfigPath = Annotated[Path, typer.Option("--config", help="The settings file.")]
EstateKey = Annotated[str | None, typer.Option(help="Its key in config.yaml; not needed where there is one.")]
Language = Annotated[str | None, typer.Option(help="zh, zh-Hant or en; the estate's unless given.")]

out = Console()
err = Console(stderr=True)


def settings_of(path: Path) -> Settings:
    try:
        settings = Settings.load(path, os.environ)
    except SettingsError as error:
        refuse(error)
    logs.configure(style=settings.log.format, level=settings.log.level, secrets=secrets_of(settings))
    return settings


def secrets_of(settings: Settings) -> list[str]:
    token = settings.secrets.bot_token
    given = [secret.get_secret_value() for secret in (token, settings.secrets.webhook_secret) if secret]
    return [settings.database_url, *given]


def refuse(error: SettingsError) -> NoReturn:
    for problem in error.problems:
        err.print(str(problem), style="red", markup=False, highlight=False, soft_wrap=True)
    raise typer.Exit(2)


def mistyped(words: str) -> NoReturn:
    err.print(words, markup=False, highlight=False, soft_wrap=True)
    raise typer.Exit(2)


def run_to_end(work: Coroutine[Any, Any, T]) -> T:
    """Run it to its end; what Telegram or the settings refuse is told in one line."""
    try:
        return asyncio.run(work)
    except SettingsError as error:
        refuse(error)
    except (Rejected, Gone) as error:
        err.print(f"Telegram refuses: {error}", style="red", markup=False)
    except (Retry, Ambiguous) as error:
        err.print(f"Telegram cannot be reached: {error}", style="red", markup=False)
    raise typer.Exit(1)


def estate_of(settings: Settings, key: str | None) -> Estate | None:
    """The estate of this key, or the only one; None: that is none, or it has to be said which."""
    estates = settings.estates_by_key()
    if key is None:
        return next(iter(estates.values())) if len(estates) == 1 else None
    return estates.get(key)


@contextlib.asynccontextmanager
async def rows_of(settings: Settings) -> AsyncIterator[Store]:
    """The bot's own rows, without asking Telegram who it is: the token says so."""
    database = Database.open(settings.database_url)
    try:
        yield Store(database, int(settings.token().partition(":")[0]), SystemClock())
    finally:
        await database.close()
