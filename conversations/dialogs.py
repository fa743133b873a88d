"""The table of dialogs, by the name their states are kept under."""

from __future__ import annotations

from conversations.add_to_verdict import ADD_TO_VERDICT
from conversations.add_to_wish import ADD_TO_WISH
from conversations.answer_several import ANSWER_SEVERAL
from conversations.answer_trial import ANSWER_TRIAL
from conversations.answer_wish import ANSWER_WISH
from conversations.ask_author import ASK_AUTHOR
from conversations.ask_same import ASK_SAME
from conversations.contest_removal import CONTEST_REMOVAL
from conversations.edit_wish import EDIT_WISH
from conversations.engine import Dialog
from conversations.file_for import FILE_FOR
from conversations.file_wish import FILE_WISH
from conversations.pause_filing import PAUSE_FILING
from conversations.refer_wish import REFER_WISH
from conversations.reply_question import REPLY_QUESTION
from conversations.rule_on_wish import RULE_ON_WISH
from conversations.state_on_card import STATE_ON_CARD
from conversations.withdraw_wish import WITHDRAW_WISH
from conversations.write_down import RETELL, WRITE_DOWN

_ALL = (
    FILE_WISH,
    ANSWER_WISH,
    ANSWER_SEVERAL,
    ANSWER_TRIAL,
    ASK_AUTHOR,
    REPLY_QUESTION,
    PAUSE_FILING,
    FILE_FOR,
    REFER_WISH,
    ASK_SAME,
    RULE_ON_WISH,
    CONTEST_REMOVAL,
    STATE_ON_CARD,
    EDIT_WISH,
    ADD_TO_WISH,
    WITHDRAW_WISH,
    WRITE_DOWN,
    RETELL,
    ADD_TO_VERDICT,
)
DIALOGS: dict[str, Dialog] = {dialog.name: dialog for dialog in _ALL}
