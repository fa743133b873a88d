"""How the simulated Telegram says no.

Every refusal names where its text comes from, so that a reader can tell what Telegram really says from a guess.
"""

from typing import Any

#: The text stands in the source of the Bot API server (tdlib/telegram-bot-api, Client.cpp).
SERVER = "tdlib/telegram-bot-api Client.cpp"
#: The text stands in the source of TDLib (tdlib/td), on which the Bot API server is built.
TDLIB = "tdlib/td"
#: An error name Telegram's servers are documented to send; the Bot API server passes it on.
MTPROTO = "core.telegram.org/methods"
#: The text or the rule stands in the Bot API documentation.
DOCS = "core.telegram.org/bots/api"
#: Nobody documents it: our best guess.
ASSUMED = "assumed"
#: Telegram would let it pass; the simulator is stricter so that the mistake is seen.
STRICTER = "assumed: stricter than Telegram"


class Refusal(Exception):
    """A Bot API call that is refused.

    `code` is the HTTP status and `error_code`; `description` is what the bot reads; `source` says where the text is
    from (one of the constants above); `parameters` is the Bot API's `ResponseParameters`, if any.
    """

    def __init__(self, code: int, description: str, source: str, parameters: dict[str, int] | None = None) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description
        self.source = source
        self.parameters = parameters

    def to_json(self) -> dict[str, Any]:
        body: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = dict(self.parameters)
        return body


def bad_request(text: str, source: str) -> Refusal:
    return Refusal(400, f"Bad Request: {text}", source)


def forbidden(text: str, source: str) -> Refusal:
    return Refusal(403, f"Forbidden: {text}", source)


class Impossible(Exception):
    """A human act that no app would offer, or a control call that makes no sense; the text says why."""
