"""config.yaml and the environment, checked together: either everything holds, or every problem is told at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bot.settings.environment import CHECKOUT, ENVIRONMENT, Secrets, absolute_database_url
from bot.settings.model import Config, WebhookLine
from bot.settings.positions import Document, Loc, read
from bot.settings.problems import BOT_TOKEN, Problem, SettingsError
from bot.settings.telling import told

DEFAULT_PATH = CHECKOUT / "config.yaml"

_SECRET_KEYS = {
    **dict.fromkeys(("bot_token", "token", "api_token", "telegram_token"), "BOT_TOKEN"),
    **dict.fromkeys(("database_url", "database", "db_url", "database_password"), "DATABASE_URL"),
    **dict.fromkeys(("webhook_secret", "secret_token"), "WEBHOOK_SECRET"),
}
_SECRET_KEY_IN_FILE = "{key} is a secret and never stands in a file. Set {variable} in the environment instead."
_TOKEN_IN_FILE = (
    "this looks like a bot's token. Secrets come from the environment only: take it out and start with BOT_TOKEN=… . "
    "Has anybody else seen this file? Then have @BotFather make a new one (/revoke)."
)


class Settings(Config):
    """All settings, frozen. `config.yaml` explains the keys; secrets come from the environment."""

    secrets: Secrets

    @classmethod
    def load(cls, path: Path, environ: Mapping[str, str]) -> Settings:
        """Read a YAML file and the environment.

        Raises:
            SettingsError: with every problem found, each with its line.
        """
        document = _document(path)
        settings, problems = None, list(document.problems)
        if document.data is not None or not problems:
            settings, more = _validated(document)
            problems += more
        try:
            secrets = Secrets.from_environment(environ)
        except SettingsError as error:
            raise SettingsError([*problems, *error.problems]) from None
        if problems or settings is None:
            raise SettingsError(problems)
        return cls(**dict(settings), secrets=secrets)

    def listening_at(self, listen: str) -> Settings:
        """The same with another `telegram.webhook.listen`, for one of several processes that share a file.

        Raises:
            SettingsError: not host:port.
        """
        try:
            webhook = WebhookLine(listen=listen)
        except ValidationError as error:
            problems = [
                Problem("--listen", None, message) for details in error.errors() for _, message in told(details)
            ]
            raise SettingsError(problems) from None
        telegram = self.telegram.model_copy(update={"webhook": webhook})
        return self.model_copy(update={"telegram": telegram})

    @property
    def database_url(self) -> str:
        """For SQLAlchemy; a relative SQLite path counts from the checkout. May hold a password: never log it."""
        return absolute_database_url(self.secrets.database_url.get_secret_value())

    @property
    def webhook_secret(self) -> str | None:
        """None: one is derived from the token. Never log it."""
        secret = self.secrets.webhook_secret
        return secret.get_secret_value() if secret else None

    def token(self) -> str:
        """The bot's token. Never log it.

        Raises:
            SettingsError: BOT_TOKEN is not set.
        """
        if self.secrets.bot_token is None:
            message = "BOT_TOKEN is not set. @BotFather gives one: see README.md"
            raise SettingsError([Problem(ENVIRONMENT, None, message)])
        return self.secrets.bot_token.get_secret_value()


def _document(path: Path) -> Document:
    document = Document(path.name)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        document.refuse((), f"there is no such file: {path}")
    except UnicodeDecodeError as error:
        document.refuse((), f"must be saved as UTF-8 (byte {error.start} is not)")
    except OSError as error:
        document.refuse((), f"cannot be read: {error.strerror}")
    else:
        document = read(text, source=path.name)
        for number, line in enumerate(text.splitlines(), 1):
            if BOT_TOKEN.search(line):
                document.problems.append(Problem(path.name, number, _TOKEN_IN_FILE))
    return document


def _validated(document: Document) -> tuple[Config | None, list[Problem]]:
    data = {} if document.data is None else document.data
    problems = [
        Problem(document.source, document.line_of(loc), _SECRET_KEY_IN_FILE.format(key=loc[-1], variable=variable))
        for loc, variable in _secrets_in(data, ())
    ]
    try:
        return Config.model_validate(data), problems
    except ValidationError as error:
        refused = [
            (loc, message) for details in error.errors() for loc, message in told(details) if not _is_secret(loc)
        ]
        problems += [Problem(document.source, document.line_of(loc), message) for loc, message in refused]
        return None, problems


def _is_secret(loc: Loc) -> bool:
    return bool(loc) and str(loc[-1]).lower() in _SECRET_KEYS


def _secrets_in(value: Any, loc: Loc) -> Iterator[tuple[Loc, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if variable := _SECRET_KEYS.get(key.lower()):
                yield (*loc, key), variable
            else:
                yield from _secrets_in(inner, (*loc, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _secrets_in(inner, (*loc, index))
