"""The table of dialogs, by the name their states are kept under."""

from __future__ import annotations

from conversations.answer_wish import ANSWER_WISH
from conversations.ask_author import ASK_AUTHOR
from conversations.engine import Dialog
from conversations.file_wish import FILE_WISH
from conversations.pause_filing import PAUSE_FILING
from conversations.reply_question import REPLY_QUESTION
from conversations.write_down import RETELL, WRITE_DOWN

DIALOGS: dict[str, Dialog] = {
    dialog.name: dialog
    for dialog in (FILE_WISH, ANSWER_WISH, ASK_AUTHOR, REPLY_QUESTION, PAUSE_FILING, WRITE_DOWN, RETELL)
}
