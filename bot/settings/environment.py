"""Secrets: BOT_TOKEN, DATABASE_URL and WEBHOOK_SECRET, from the environment alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import SecretStr
from pydantic_settings import BaseSettings, EnvSettingsSource, PydanticBaseSettingsSource, SettingsConfigDict

from bot.settings.problems import Problem, SettingsError, meant

CHECKOUT = Path(__file__).resolve().parents[2]  #: relative paths in the settings count from here
ENVIRONMENT = "environment"  #: the source that problems name
SQLITE, POSTGRES = "sqlite+aiosqlite", "postgresql+asyncpg"
DEFAULT_DATABASE_URL = f"{SQLITE}:///var/wishwell.sqlite3"

_TOKEN = re.compile(r"(\d{1,19}):[A-Za-z0-9_-]{3,}")
_WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")  #: Bot API, setWebhook


class Secrets(BaseSettings):
    """Printing it shows stars. All are checked by `from_environment`."""

    model_config = SettingsConfigDict(frozen=True, extra="forbid", env_ignore_empty=True)

    bot_token: SecretStr | None = None
    database_url: SecretStr = SecretStr(DEFAULT_DATABASE_URL)
    webhook_secret: SecretStr | None = None

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Only what `from_environment` hands over: nothing is read behind the caller's back."""
        return (init_settings,)

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> Secrets:
        """Read and check them.

        Raises:
            SettingsError: a value that cannot be one; the value itself is not shown.
        """
        source = EnvSettingsSource(cls)
        source.env_vars = {name.lower(): value.strip() for name, value in environ.items() if value.strip()}
        secrets = cls(**source())
        token = secrets.bot_token.get_secret_value() if secrets.bot_token else None
        secret = secrets.webhook_secret.get_secret_value() if secrets.webhook_secret else None
        database = secrets.database_url.get_secret_value()
        found = (_wrong_token(token), _wrong_database(database), _wrong_webhook_secret(secret))
        if wrong := [Problem(ENVIRONMENT, None, message) for message in found if message]:
            raise SettingsError(wrong)
        return secrets

    @property
    def bot_id(self) -> int | None:
        """The bot's Telegram id: the number its token begins with."""
        hit = _TOKEN.fullmatch(self.bot_token.get_secret_value()) if self.bot_token else None
        return int(hit.group(1)) if hit else None


def absolute_database_url(url: str) -> str:
    """The URL with a relative SQLite path counted from the checkout; any other URL as it is."""
    scheme, _, path = url.partition(":///")
    if scheme != SQLITE or path.startswith(("/", "file:")):
        return url
    return f"{SQLITE}:///{CHECKOUT / path}"


def _wrong_token(token: str | None) -> str | None:
    if token is None or _TOKEN.fullmatch(token):
        return None
    return "BOT_TOKEN does not look like a bot's token: digits, a colon, then letters and digits, as @BotFather gave it"


def _wrong_webhook_secret(secret: str | None) -> str | None:
    if secret is None or _WEBHOOK_SECRET.fullmatch(secret):
        return None
    return "WEBHOOK_SECRET must be 1 to 256 letters of A-Z and a-z, digits, _ and -: Telegram takes no others"


def _wrong_database(url: str) -> str | None:
    scheme = urlsplit(url).scheme
    if scheme == SQLITE:
        path = url.partition(":///")[2].partition("?")[0]
        return None if path and ":memory:" not in path else f"DATABASE_URL must name a file: {SQLITE}:///<path>"
    if scheme == POSTGRES:
        return (
            None if _names_a_database(url) else f"DATABASE_URL must look like {POSTGRES}://<user>@<host>:<port>/<name>"
        )
    likely = {"postgres": POSTGRES, "postgresql": POSTGRES, "sqlite": SQLITE}.get(scheme.partition("+")[0])
    hint = f" Did you mean {likely}?" if likely else meant(scheme, (POSTGRES, SQLITE))
    return f"DATABASE_URL must begin with {SQLITE}:/// or {POSTGRES}://.{hint}"


def _names_a_database(url: str) -> bool:
    parts = urlsplit(url)
    try:
        _ = parts.port  # raises on anything but a number
    except ValueError:
        return False
    return len(parts.path) > 1
