"""config.yaml plus secrets from the environment, as frozen settings. Whatever is unknown or ill-typed is refused."""

from bot.settings.load import DEFAULT_PATH, Settings
from bot.settings.problems import Problem, SettingsError
from bot.settings.telling import key_paths

__all__ = ["DEFAULT_PATH", "Problem", "Settings", "SettingsError", "key_paths"]
