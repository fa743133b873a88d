"""The table of dialogs, by the name their states are kept under."""

from __future__ import annotations

from bot.domain.rights import Act
from conversations.accept_project import ACCEPT_PROJECT, NAME_RESIDENTS, OBJECT_TO_PROJECT
from conversations.add_to_verdict import ADD_TO_VERDICT
from conversations.add_to_wish import ADD_TO_WISH
from conversations.answer_several import ANSWER_SEVERAL
from conversations.answer_thing import ANSWER_THING, PASS_THING_CONTACT, TAKE_DOWN_THING
from conversations.answer_trial import ANSWER_TRIAL
from conversations.answer_wish import ANSWER_WISH
from conversations.ask_author import ASK_AUTHOR
from conversations.ask_of_entry import ANSWER_OF_ENTRY, ASK_OF_ENTRY
from conversations.ask_same import ASK_SAME
from conversations.ask_service import ANSWER_SERVICE, ASK_SERVICE
from conversations.change_item import CHANGE_ITEM, DROP_ITEM, ITEM_WISHES
from conversations.claim_wish import CLAIM_WISH
from conversations.contest_removal import CONTEST_REMOVAL
from conversations.contribute import ANSWER_QUESTION, CONTRIBUTE
from conversations.correct_broadcast import CORRECT_BROADCAST
from conversations.drop_milestone import DROP_MILESTONE
from conversations.edit_wish import EDIT_WISH
from conversations.end_poll import CANCEL_POLL, STATE_ON_POLL
from conversations.engine import Dialog
from conversations.file_for import FILE_FOR
from conversations.file_wish import FILE_WISH
from conversations.give_role import GIVE_ROLE, TAKE_ROLE
from conversations.keep_place import ADD_PLACE, NAME_GRID, NAME_PLACE
from conversations.keep_template import KEEP_TEMPLATE
from conversations.list_phone import LIST_PHONE, TAKE_PHONE_OFF
from conversations.list_service import LIST_SERVICE, TAKE_SERVICE_OFF
from conversations.make_item import MAKE_ITEM
from conversations.move_date import MOVE_DATE
from conversations.move_planned import MOVE_PLANNED
from conversations.open_deliberation import OPEN_DELIBERATION
from conversations.open_poll import OPEN_POLL
from conversations.open_project import OPEN_PROJECT
from conversations.open_signup import CHANGE_SIGNUP, OPEN_SIGNUP
from conversations.pass_contact import PASS_CONTACT
from conversations.pause_filing import PAUSE_FILING
from conversations.post_thing import POST_THING
from conversations.publish_entry import CORRECT_ENTRY, PUBLISH_ENTRY
from conversations.publish_plan import REVIEW, YEAR_LIST
from conversations.put_off_claim import PUT_OFF_CLAIM
from conversations.quarrel_words import END_QUARREL, FILE_QUARREL, PROPOSE_TIME, SAY_VIEW
from conversations.refer_wish import REFER_WISH
from conversations.reply_question import REPLY_QUESTION
from conversations.report_days import REPORT_DAYS
from conversations.report_progress import REPORT_PROGRESS
from conversations.rule_on_wish import RULE_ON_WISH
from conversations.run_project import (
    LINK_WISHES,
    MOVE_PROJECT,
    PROJECT_MONEY,
    PUT_MILESTONE,
    RESCHEDULE_PROJECT,
)
from conversations.sign_up import CANCEL_SIGNUP, NAME_GUESTS, SIGN_UP_OTHER
from conversations.state_on_card import STATE_ON_CARD
from conversations.tell_many import TELL_MANY
from conversations.withdraw_wish import WITHDRAW_WISH
from conversations.write_down import RETELL, WRITE_DOWN
from conversations.write_minutes import WRITE_MINUTES

_ALL = (
    FILE_WISH,
    ANSWER_WISH,
    ANSWER_SEVERAL,
    ANSWER_TRIAL,
    MOVE_DATE,
    ASK_AUTHOR,
    REPLY_QUESTION,
    PAUSE_FILING,
    FILE_FOR,
    REFER_WISH,
    ASK_SAME,
    OPEN_DELIBERATION,
    CONTRIBUTE,
    ANSWER_QUESTION,
    WRITE_MINUTES,
    OPEN_POLL,
    CANCEL_POLL,
    STATE_ON_POLL,
    RULE_ON_WISH,
    CONTEST_REMOVAL,
    STATE_ON_CARD,
    EDIT_WISH,
    ADD_TO_WISH,
    WITHDRAW_WISH,
    WRITE_DOWN,
    RETELL,
    ADD_TO_VERDICT,
    CLAIM_WISH,
    PASS_CONTACT,
    PUT_OFF_CLAIM,
    FILE_QUARREL,
    SAY_VIEW,
    PROPOSE_TIME,
    END_QUARREL,
    OPEN_PROJECT,
    MOVE_PROJECT,
    RESCHEDULE_PROJECT,
    PROJECT_MONEY,
    PUT_MILESTONE,
    DROP_MILESTONE,
    LINK_WISHES,
    REPORT_PROGRESS,
    REPORT_DAYS,
    ACCEPT_PROJECT,
    OBJECT_TO_PROJECT,
    NAME_RESIDENTS,
    OPEN_SIGNUP,
    CHANGE_SIGNUP,
    CANCEL_SIGNUP,
    SIGN_UP_OTHER,
    NAME_GUESTS,
    POST_THING,
    ANSWER_THING,
    PASS_THING_CONTACT,
    TAKE_DOWN_THING,
    MAKE_ITEM,
    CHANGE_ITEM,
    ITEM_WISHES,
    DROP_ITEM,
    YEAR_LIST,
    REVIEW,
    LIST_SERVICE,
    TAKE_SERVICE_OFF,
    ASK_SERVICE,
    ANSWER_SERVICE,
    LIST_PHONE,
    TAKE_PHONE_OFF,
    TELL_MANY,
    CORRECT_BROADCAST,
    MOVE_PLANNED,
    KEEP_TEMPLATE,
    ADD_PLACE,
    NAME_PLACE,
    NAME_GRID,
    GIVE_ROLE,
    TAKE_ROLE,
    PUBLISH_ENTRY,
    CORRECT_ENTRY,
    ASK_OF_ENTRY,
    ANSWER_OF_ENTRY,
)
#: The right without which a dialog does not go on, whatever is left to ask: a role may end in its middle. Of those in
#: neither table their service alone decides, at the end: it is theirs to do, or asked of them.
NEEDS: dict[str, Act] = {
    "answer-wish": Act.ANSWER_WISH,
    "answer-several": Act.ANSWER_WISH,
    "answer-trial": Act.OPEN_INTAKE,
    "move-date": Act.ANSWER_WISH,
    "ask-author": Act.ASK_AUTHOR,
    "pause-filing": Act.PAUSE_FILING,
    "file-for": Act.FILE_FOR,
    "refer-wish": Act.REFER_WISH,
    "ask-same": Act.ASK_AUTHOR,
    "open-deliberation": Act.OPEN_DELIBERATION,
    "write-minutes": Act.OPEN_DELIBERATION,
    "rule-on-wish": Act.RULE_ON_WISH,
    "state-on-card": Act.STATE_ON_CARD,
    "write-down": Act.TRANSCRIBE_WISH,
    "open-project": Act.RUN_PROJECTS,
    "move-project": Act.RUN_PROJECTS,
    "reschedule-project": Act.RUN_PROJECTS,
    "project-money": Act.RUN_PROJECTS,
    "put-milestone": Act.RUN_PROJECTS,
    "drop-milestone": Act.RUN_PROJECTS,
    "link-wishes": Act.RUN_PROJECTS,
    "report-progress": Act.RUN_PROJECTS,
    "accept-project": Act.RECORD_ACCEPTANCE,
    "name-residents": Act.RUN_PROJECTS,
    "tell-many": Act.RUN_BROADCASTS,
    "correct-broadcast": Act.RUN_BROADCASTS,
    "move-planned": Act.RUN_BROADCASTS,
    "keep-template": Act.RUN_BROADCASTS,
    "add-place": Act.RUN_PLACES,
    "name-place": Act.RUN_PLACES,
    "name-grid": Act.RUN_PLACES,
    "report-days": Act.READ_REPORT,
    "open-signup": Act.RUN_SIGNUP,
    "change-signup": Act.RUN_SIGNUP,
    "cancel-signup": Act.RUN_SIGNUP,
    "sign-up-other": Act.FILE_FOR,
    "take-down-thing": Act.TAKE_DOWN_THING,
    "open-poll": Act.RUN_POLLS,
    "cancel-poll": Act.RUN_POLLS,
    "state-on-poll": Act.RUN_POLLS,
    "make-item": Act.RUN_PLAN,
    "change-item": Act.RUN_PLAN,
    "item-wishes": Act.RUN_PLAN,
    "drop-item": Act.RUN_PLAN,
    "year-list": Act.RUN_PLAN,
    "plan-review": Act.RUN_PLAN,
    "list-service": Act.RUN_SERVICES,
    "take-service-off": Act.RUN_SERVICES,
    "answer-service": Act.ANSWER_ABOUT_SERVICE,
    "list-phone": Act.RUN_SERVICES,
    "take-phone-off": Act.RUN_SERVICES,
    "quarrel-end": Act.MEDIATE,
    "give-role": Act.GRANT_ROLE,
    "take-role": Act.GRANT_ROLE,
    "publish-entry": Act.RUN_LEDGER,
    "correct-entry": Act.RUN_LEDGER,
    "answer-of-entry": Act.RUN_LEDGER,
}
#: Likewise, of what whoever lives here may do: that, too, can be by a role alone.
LIVES_HERE: dict[str, Act] = {
    "file-wish": Act.FILE_WISH,
    "file-quarrel": Act.FILE_WISH,
    "contribute": Act.JOIN_DELIBERATION,
    "ask-service": Act.ASK_ABOUT_SERVICE,
    "ask-of-entry": Act.ASK_OF_ENTRY,
    "claim-wish": Act.CLAIM_WISH,
    "post-thing": Act.HAND_ON,
    "answer-thing": Act.HAND_ON,
    "name-guests": Act.JOIN_SIGNUP,
}
DIALOGS: dict[str, Dialog] = {dialog.name: dialog for dialog in _ALL}
