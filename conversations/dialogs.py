"""The table of dialogs, by the name their states are kept under."""

from __future__ import annotations

from conversations.answer_trial import ANSWER_TRIAL
from conversations.answer_wish import ANSWER_WISH
from conversations.engine import Dialog
from conversations.file_wish import FILE_WISH

DIALOGS: dict[str, Dialog] = {dialog.name: dialog for dialog in (FILE_WISH, ANSWER_WISH, ANSWER_TRIAL)}
