"""The one table of commands, words and buttons."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from bot.domain.house import House
from bot.domain.rights import Act
from bot.messages import Say
from bot.ports import UnitOfWork
from handlers import (
    asking_same,
    audit,
    authors,
    broadcasts,
    bulletins,
    chats,
    checking,
    claiming,
    clocks,
    danger,
    deliberations,
    desk,
    directory,
    duplicates,
    exports,
    filing,
    filing_for,
    finding,
    following,
    jotting,
    ledger,
    notices,
    onboarding,
    own,
    own_data,
    people,
    phones,
    places,
    plan,
    polls,
    projects,
    quarrels,
    referring,
    reports,
    roles,
    signups,
    topics,
    verdicts,
    voices,
    worklist,
)

Answer = Say | tuple[Say, ...]


class Handler(Protocol):
    """Unpacks what came in, calls one service, returns what to say."""

    def __call__(self, incoming: Any, /, *, uow: UnitOfWork, now: datetime, house: House) -> Awaitable[Answer]: ...


@dataclass(frozen=True, slots=True)
class Route:
    """`act`: the right it needs, checked by its service. `interrupts`: asks first when a dialog is open.

    `counted`: a button pressed by many, which travels on the tap lane (bot/taps.py): neither a dialog nor the list of
    administrators may matter to it, and it answers with a toast alone.
    """

    act: Act
    handler: Callable[..., Awaitable[Answer]]
    asks_administrators: bool = False  #: needs to know who administers the group
    interrupts: bool = False
    in_menu: bool = True  #: shown in the command menu of everybody
    for_staff: bool = False  #: shown in the menu of group administrators only
    counted: bool = False


COMMANDS: dict[str, Route] = {
    "want": Route(Act.FILE_WISH, filing.on_file, interrupts=True),
    "willdo": Route(Act.FILE_WISH, filing.on_file, interrupts=True),
    "suggest": Route(Act.FILE_WISH, filing.on_file, interrupts=True),
    "jot": Route(Act.FILE_WISH, jotting.on_jot),
    "wishes": Route(Act.READ_WISHES, finding.on_wishes, asks_administrators=True, interrupts=True),
    "wish": Route(Act.READ_WISHES, finding.on_wish, asks_administrators=True, interrupts=True),
    "mine": Route(Act.ASK_HELP, finding.on_mine, interrupts=True),
    "projects": Route(Act.READ_PROJECTS, projects.on_projects, asks_administrators=True, interrupts=True),
    "plan": Route(Act.READ_PLAN, plan.on_plan, asks_administrators=True, interrupts=True),
    "ledger": Route(Act.READ_LEDGER, ledger.on_ledger, asks_administrators=True, interrupts=True),
    "signups": Route(Act.JOIN_SIGNUP, signups.on_signups, asks_administrators=True, interrupts=True),
    "bulletin": Route(Act.READ_WISHES, bulletins.on_bulletin, asks_administrators=True, interrupts=True),
    "polls": Route(Act.READ_POLLS, polls.on_polls, asks_administrators=True, interrupts=True),
    "moderators": Route(Act.READ_MODERATORS, audit.on_moderators, asks_administrators=True, interrupts=True),
    "promises": Route(Act.READ_PLAN, plan.on_promises, asks_administrators=True, interrupts=True),
    "services": Route(Act.READ_SERVICES, directory.on_services, asks_administrators=True, interrupts=True),
    "phone": Route(Act.READ_SERVICES, phones.on_phone, asks_administrators=True, interrupts=True),
    "find": Route(Act.READ_WISHES, finding.on_find, asks_administrators=True, interrupts=True),
    "mediate": Route(Act.ASK_HELP, quarrels.on_mediate, interrupts=True),
    "help": Route(Act.ASK_HELP, people.on_help, asks_administrators=True),
    "language": Route(Act.ASK_HELP, people.on_language, asks_administrators=True),
    "privacy": Route(Act.ASK_HELP, people.on_privacy),
    "voices": Route(
        Act.TRANSCRIBE_WISH,
        voices.on_voices,
        asks_administrators=True,
        in_menu=False,
        for_staff=True,
        interrupts=True,
    ),
    "mydata": Route(Act.ASK_HELP, own_data.on_mydata),
    "forgetme": Route(Act.ASK_HELP, own_data.on_forgetme),
    "notices": Route(Act.ASK_HELP, notices.on_notices, interrupts=True),
    "start": Route(Act.ASK_HELP, filing.on_start, in_menu=False, interrupts=True),
    "for": Route(
        Act.FILE_FOR, filing_for.on_for, asks_administrators=True, in_menu=False, for_staff=True, interrupts=True
    ),
    "report": Route(
        Act.READ_REPORT, reports.on_report, asks_administrators=True, in_menu=False, for_staff=True, interrupts=True
    ),
    "queue": Route(
        Act.READ_STAFF, worklist.on_queue, asks_administrators=True, in_menu=False, for_staff=True, interrupts=True
    ),
    "project": Route(
        Act.RUN_PROJECTS, projects.on_project, asks_administrators=True, in_menu=False, for_staff=True, interrupts=True
    ),
    "progress": Route(
        Act.RUN_PROJECTS, projects.on_progress, asks_administrators=True, in_menu=False, for_staff=True, interrupts=True
    ),
    "signup": Route(
        Act.RUN_SIGNUP, signups.on_signup, asks_administrators=True, in_menu=False, for_staff=True, interrupts=True
    ),
    "places": Route(
        Act.RUN_PLACES, places.on_places, asks_administrators=True, in_menu=False, for_staff=True, interrupts=True
    ),
    "poll": Route(
        Act.RUN_POLLS, polls.on_poll, asks_administrators=True, in_menu=False, for_staff=True, interrupts=True
    ),
    "item": Route(Act.RUN_PLAN, plan.on_item, asks_administrators=True, in_menu=False, for_staff=True, interrupts=True),
    "broadcast": Route(
        Act.RUN_BROADCASTS,
        broadcasts.on_broadcast,
        asks_administrators=True,
        in_menu=False,
        for_staff=True,
        interrupts=True,
    ),
    "broadcasts": Route(
        Act.RUN_BROADCASTS,
        broadcasts.on_broadcasts,
        asks_administrators=True,
        in_menu=False,
        for_staff=True,
        interrupts=True,
    ),
    "export": Route(
        Act.READ_STAFF, exports.on_export, asks_administrators=True, in_menu=False, for_staff=True, interrupts=True
    ),
    "entry": Route(
        Act.RUN_LEDGER, ledger.on_entry, asks_administrators=True, in_menu=False, for_staff=True, interrupts=True
    ),
    "role": Route(
        Act.GRANT_ROLE, roles.on_role, asks_administrators=True, in_menu=False, for_staff=True, interrupts=True
    ),
    "audit": Route(
        Act.READ_AUDIT, audit.on_audit, asks_administrators=True, in_menu=False, for_staff=True, interrupts=True
    ),
    "yearlist": Route(
        Act.RUN_PLAN, plan.on_year_list, asks_administrators=True, in_menu=False, for_staff=True, interrupts=True
    ),
    "review": Route(
        Act.RUN_PLAN, plan.on_review, asks_administrators=True, in_menu=False, for_staff=True, interrupts=True
    ),
    "bind": Route(
        Act.BIND_CHAT, chats.on_bind, asks_administrators=True, in_menu=False, for_staff=True, interrupts=True
    ),
    "menu": Route(
        Act.PIN_MENU, chats.on_menu, asks_administrators=True, in_menu=False, for_staff=True, interrupts=True
    ),
}
"""`/cancel` is answered by the front itself: it belongs to no topic."""

#: What these begin in a group concerns one person alone (`Dialog.aside`); /cancel ends it.
UNSEEN_COMMANDS = frozenset({"want", "willdo", "suggest", "cancel"})

BUTTONS: dict[str, Route] = {
    "join": Route(Act.FOLLOW_WISH, following.on_stance, counted=True),
    "support": Route(Act.FOLLOW_WISH, following.on_stance, counted=True),
    "help": Route(Act.FOLLOW_WISH, following.on_stance, counted=True),
    "unfollow": Route(Act.FOLLOW_WISH, following.on_unfollow),
    "unfollow-yes": Route(Act.FOLLOW_WISH, following.on_unfollow_confirmed),
    "same": Route(Act.FILE_WISH, duplicates.on_same),
    "same-as": Route(Act.FILE_WISH, duplicates.on_same_as),
    "same-yes": Route(Act.FILE_WISH, duplicates.on_same_confirmed),
    "another": Route(Act.READ_WISHES, filing.on_another, interrupts=True),
    "thanks": Route(Act.THANK, desk.on_thanks, counted=True),
    "take": Route(Act.TAKE_WISH, desk.on_take, asks_administrators=True),
    "handback": Route(Act.TAKE_WISH, desk.on_hand_back, asks_administrators=True),
    "answer": Route(Act.ANSWER_WISH, desk.on_answer, asks_administrators=True, interrupts=True),
    "transcribe": Route(Act.TRANSCRIBE_WISH, voices.on_transcribe, asks_administrators=True, interrupts=True),
    "voices": Route(Act.TRANSCRIBE_WISH, voices.on_next_voice, asks_administrators=True),
    "retell": Route(Act.FILE_WISH, voices.on_retell, interrupts=True),
    "takeback": Route(Act.ANSWER_WISH, desk.on_take_back, asks_administrators=True),
    "verdict": Route(Act.GIVE_VERDICT, verdicts.on_verdict, counted=True),
    "broke": Route(Act.GIVE_VERDICT, verdicts.on_broke, counted=True),
    "contact": Route(Act.GIVE_VERDICT, verdicts.on_contact),
    "verdict-words": Route(Act.GIVE_VERDICT, verdicts.on_words, interrupts=True),
    "differ": Route(Act.SEE_DIFFERENTLY, deliberations.on_differ),
    "deliberate": Route(Act.OPEN_DELIBERATION, deliberations.on_deliberate, asks_administrators=True, interrupts=True),
    "delib": Route(Act.READ_DELIBERATION, deliberations.on_whole, asks_administrators=True),
    "say": Route(Act.JOIN_DELIBERATION, deliberations.on_say, interrupts=True),
    "tap": Route(Act.JOIN_DELIBERATION, deliberations.on_tap),
    "one-by-one": Route(Act.JOIN_DELIBERATION, deliberations.on_one_by_one),
    "said-photos": Route(Act.READ_DELIBERATION, deliberations.on_said_photos),
    "unsay": Route(Act.JOIN_DELIBERATION, deliberations.on_unsay, asks_administrators=True),
    "answer-question": Route(Act.JOIN_DELIBERATION, deliberations.on_answer_question, interrupts=True),
    "end-delib": Route(Act.OPEN_DELIBERATION, deliberations.on_end, asks_administrators=True),
    "minutes": Route(Act.OPEN_DELIBERATION, deliberations.on_minutes, asks_administrators=True, interrupts=True),
    "decide": Route(Act.ANSWER_WISH, deliberations.on_decide, asks_administrators=True, interrupts=True),
    "claim": Route(Act.CLAIM_WISH, claiming.on_claim, interrupts=True),
    "claim-wisher": Route(Act.CHANGE_OWN_WISH, claiming.on_wisher),
    "claim-mine": Route(Act.ASK_HELP, claiming.on_mine),
    "claim-later": Route(Act.ASK_HELP, claiming.on_later, interrupts=True),
    "claim-contact": Route(Act.CHANGE_OWN_WISH, claiming.on_contact, interrupts=True),
    "claim-vouch": Route(Act.VOUCH_FOR_CLAIM, claiming.on_vouch),
    "claim-release": Route(Act.TAKE_WISH, claiming.on_release, asks_administrators=True),
    "claim-thanks": Route(Act.THANK, claiming.on_thanks),
    "match-no": Route(Act.ASK_HELP, claiming.on_match_declined),
    "report-see": Route(Act.READ_REPORT, reports.on_see, asks_administrators=True),
    "report-days": Route(Act.READ_REPORT, reports.on_days, asks_administrators=True, interrupts=True),
    "report-file": Route(Act.READ_REPORT, reports.on_file, asks_administrators=True),
    "queue": Route(Act.READ_STAFF, worklist.on_queue_pressed, asks_administrators=True),
    "several": Route(Act.ANSWER_WISH, worklist.on_several, asks_administrators=True, interrupts=True),
    "takeback-several": Route(Act.ANSWER_WISH, worklist.on_take_several_back, asks_administrators=True),
    "refer": Route(Act.REFER_WISH, referring.on_refer, asks_administrators=True),
    "refer-other": Route(Act.REFER_WISH, referring.on_refer_other, asks_administrators=True, interrupts=True),
    "unrefer": Route(Act.REFER_WISH, referring.on_unrefer, asks_administrators=True),
    "triage": Route(Act.ANSWER_WISH, clocks.on_triage, asks_administrators=True),
    "triage-set": Route(Act.ANSWER_WISH, clocks.on_triage_chosen, asks_administrators=True),
    "move": Route(Act.ANSWER_WISH, clocks.on_move, asks_administrators=True, interrupts=True),
    "projects": Route(Act.READ_PROJECTS, projects.on_projects_pressed, asks_administrators=True),
    "project": Route(Act.READ_PROJECTS, projects.on_project_pressed, asks_administrators=True),
    "project-do": Route(Act.RUN_PROJECTS, projects.on_do, asks_administrators=True, interrupts=True),
    "project-accept": Route(Act.RECORD_ACCEPTANCE, projects.on_accept, asks_administrators=True, interrupts=True),
    "project-say": Route(Act.ACCEPT_PROJECT, projects.on_say, asks_administrators=True, interrupts=True),
    "polls": Route(Act.READ_POLLS, polls.on_polls_pressed, asks_administrators=True),
    "poll": Route(Act.READ_POLLS, polls.on_poll_pressed, asks_administrators=True),
    "poll-about": Route(Act.RUN_POLLS, polls.on_poll_about, asks_administrators=True, interrupts=True),
    "poll-do": Route(Act.RUN_POLLS, polls.on_do, asks_administrators=True, interrupts=True),
    "plan": Route(Act.READ_PLAN, plan.on_plan_pressed, asks_administrators=True),
    "plan-file": Route(Act.READ_PLAN, plan.on_file, asks_administrators=True),
    "item": Route(Act.READ_PLAN, plan.on_item_pressed, asks_administrators=True),
    "item-do": Route(Act.RUN_PLAN, plan.on_do, asks_administrators=True, interrupts=True),
    "to-plan": Route(Act.RUN_PLAN, plan.on_to_plan, asks_administrators=True, interrupts=True),
    "promises": Route(Act.READ_PLAN, plan.on_promises_pressed, asks_administrators=True),
    "attend": Route(Act.JOIN_SIGNUP, signups.on_sign),
    "attend-names": Route(Act.JOIN_SIGNUP, signups.on_names, interrupts=True),
    "signup": Route(Act.JOIN_SIGNUP, signups.on_look, asks_administrators=True),
    "signup-for": Route(Act.FILE_FOR, signups.on_for, asks_administrators=True, interrupts=True),
    "signup-do": Route(Act.RUN_SIGNUP, signups.on_do, asks_administrators=True, interrupts=True),
    "bulletin": Route(Act.READ_WISHES, bulletins.on_bulletin_pressed, asks_administrators=True),
    "bulletin-picture": Route(Act.READ_WISHES, bulletins.on_picture, asks_administrators=True),
    "services": Route(Act.READ_SERVICES, directory.on_services_pressed, asks_administrators=True),
    "service": Route(Act.READ_SERVICES, directory.on_service_pressed, asks_administrators=True),
    "service-qa": Route(Act.READ_SERVICES, directory.on_qa, asks_administrators=True),
    "service-ask": Route(Act.ASK_ABOUT_SERVICE, directory.on_ask, asks_administrators=True, interrupts=True),
    "service-answer": Route(Act.ANSWER_ABOUT_SERVICE, directory.on_answer, asks_administrators=True, interrupts=True),
    "service-question": Route(Act.ANSWER_ABOUT_SERVICE, directory.on_question, asks_administrators=True),
    "service-waiting": Route(Act.ANSWER_ABOUT_SERVICE, directory.on_waiting, asks_administrators=True),
    "service-review": Route(Act.RUN_SERVICES, directory.on_review, asks_administrators=True),
    "service-do": Route(Act.RUN_SERVICES, directory.on_do, asks_administrators=True, interrupts=True),
    "phone": Route(Act.READ_SERVICES, phones.on_phone_pressed, asks_administrators=True),
    "phone-do": Route(Act.RUN_SERVICES, phones.on_do, asks_administrators=True, interrupts=True),
    "export": Route(Act.READ_STAFF, exports.on_export_pressed, asks_administrators=True),
    "bcast": Route(Act.RUN_BROADCASTS, broadcasts.on_do, asks_administrators=True, interrupts=True),
    "bcasts": Route(Act.RUN_BROADCASTS, broadcasts.on_page, asks_administrators=True),
    "bc-read": Route(Act.ASK_HELP, broadcasts.on_read),
    "places": Route(Act.RUN_PLACES, places.on_places_pressed, asks_administrators=True),
    "place-do": Route(Act.RUN_PLACES, places.on_do, asks_administrators=True, interrupts=True),
    "grid-do": Route(Act.RUN_PLACES, places.on_grid_do, asks_administrators=True, interrupts=True),
    "places-file": Route(Act.RUN_PLACES, places.on_file, asks_administrators=True),
    "place-import": Route(Act.RUN_PLACES, places.on_import, asks_administrators=True),
    "ledger": Route(Act.READ_LEDGER, ledger.on_ledger_pressed, asks_administrators=True),
    "ledger-file": Route(Act.READ_LEDGER, ledger.on_file, asks_administrators=True),
    "entry": Route(Act.READ_LEDGER, ledger.on_entry_pressed, asks_administrators=True),
    "entry-see": Route(Act.READ_LEDGER, ledger.on_see, asks_administrators=True),
    "entry-correct": Route(Act.RUN_LEDGER, ledger.on_correct, asks_administrators=True, interrupts=True),
    "entry-ask": Route(Act.ASK_OF_ENTRY, ledger.on_ask, interrupts=True),
    "entry-answer": Route(Act.RUN_LEDGER, ledger.on_answer, asks_administrators=True, interrupts=True),
    "entry-fold": Route(Act.RUN_LEDGER, ledger.on_fold, asks_administrators=True),
    "ledger-import": Route(Act.RUN_LEDGER, ledger.on_import, asks_administrators=True),
    "role": Route(Act.GRANT_ROLE, roles.on_role_pressed, asks_administrators=True),
    "role-do": Route(Act.GRANT_ROLE, roles.on_role_do, asks_administrators=True, interrupts=True),
    "role-yes": Route(Act.ASK_HELP, roles.on_yes),
    "role-no": Route(Act.ASK_HELP, roles.on_no),
    "role-leave": Route(Act.ASK_HELP, roles.on_leave),
    "my-roles": Route(Act.ASK_HELP, roles.on_mine),
    "audit": Route(Act.READ_AUDIT, audit.on_audit_pressed, asks_administrators=True),
    "audit-file": Route(Act.READ_AUDIT, audit.on_file, asks_administrators=True),
    "moderators-shown": Route(Act.ASK_HELP, audit.on_shown),
    "quarrel-hand": Route(Act.HAND_TO_MEDIATOR, quarrels.on_hand_over, asks_administrators=True),
    "quarrel-undo": Route(Act.HAND_TO_MEDIATOR, quarrels.on_undo, asks_administrators=True),
    "quarrel": Route(Act.ASK_HELP, quarrels.on_open),
    "quarrel-do": Route(Act.ASK_HELP, quarrels.on_do),
    "quarrel-write": Route(Act.ASK_HELP, quarrels.on_write, interrupts=True),
    "quarrel-say": Route(Act.ASK_HELP, quarrels.on_say),
    "photos": Route(Act.READ_WISHES, desk.on_photos),
    "more": Route(Act.READ_STAFF, desk.on_more, asks_administrators=True),
    "ask": Route(Act.ASK_AUTHOR, authors.on_ask, asks_administrators=True, interrupts=True),
    "ask-same": Route(Act.ASK_AUTHOR, asking_same.on_ask_same, asks_administrators=True, interrupts=True),
    "several-same": Route(Act.ASK_AUTHOR, asking_same.on_several_same, asks_administrators=True, interrupts=True),
    "is-same": Route(Act.ASK_HELP, asking_same.on_is_same),
    "not-same": Route(Act.ASK_HELP, asking_same.on_not_same),
    "reply": Route(Act.ASK_HELP, authors.on_reply, interrupts=True),
    "rathernot": Route(Act.ASK_HELP, authors.on_rather_not),
    "pause": Route(Act.PAUSE_FILING, authors.on_pause, asks_administrators=True, interrupts=True),
    "resume": Route(Act.LIFT_PAUSE, authors.on_resume, asks_administrators=True),
    "mistake": Route(Act.ASK_HELP, danger.on_mistake),
    "report": Route(Act.REPORT_WISH, checking.on_report, asks_administrators=True),
    "rule": Route(Act.RULE_ON_WISH, checking.on_rule, asks_administrators=True, interrupts=True),
    "statement": Route(Act.STATE_ON_CARD, checking.on_statement, asks_administrators=True, interrupts=True),
    "contest": Route(Act.CHANGE_OWN_WISH, checking.on_contest, interrupts=True),
    "edit": Route(Act.CHANGE_OWN_WISH, own.on_edit, interrupts=True),
    "add": Route(Act.CHANGE_OWN_WISH, own.on_add, interrupts=True),
    "withdraw": Route(Act.CHANGE_OWN_WISH, own.on_withdraw, interrupts=True),
    "unwithdraw": Route(Act.CHANGE_OWN_WISH, own.on_unwithdraw),
    "jot": Route(Act.FILE_WISH, jotting.on_jot_pressed),
    "jotting": Route(Act.ASK_HELP, jotting.on_asking_chosen),
    "told": Route(Act.FILE_FOR, filing_for.on_told, asks_administrators=True),
    "untold": Route(Act.FILE_FOR, filing_for.on_untold, asks_administrators=True),
    "file": Route(Act.FILE_WISH, filing.on_file_pressed, interrupts=True),
    "list": Route(Act.READ_WISHES, finding.on_list, asks_administrators=True),
    "wish": Route(Act.READ_WISHES, finding.on_wish_pressed, asks_administrators=True),
    "mine": Route(Act.ASK_HELP, finding.on_mine_pressed),
    "onboard": Route(Act.SUGGEST_BINDING, onboarding.on_onboard, asks_administrators=True),
    "bind-yes": Route(Act.BIND_CHAT, onboarding.on_bind_yes, asks_administrators=True),
    "bind-no": Route(Act.BIND_CHAT, onboarding.on_bind_no, asks_administrators=True),
    "bind-says": Route(Act.BIND_CHAT, chats.on_bind_says, asks_administrators=True),
    "trial": Route(Act.OPEN_INTAKE, onboarding.on_trial, asks_administrators=True, interrupts=True),
    "here": Route(Act.OPEN_INTAKE, onboarding.on_here, asks_administrators=True),
    "topic": Route(Act.CHOOSE_TOPIC, topics.on_topic, asks_administrators=True),
    "language": Route(Act.ASK_HELP, people.on_language_chosen, asks_administrators=True),
    "mention": Route(Act.ASK_HELP, people.on_mention_chosen),
    "mydata": Route(Act.ASK_HELP, own_data.on_mydata_pressed),
    "forget": Route(Act.ASK_HELP, own_data.on_forget),
    "forget-yes": Route(Act.ASK_HELP, own_data.on_forget_confirmed),
    "forget-no": Route(Act.ASK_HELP, own_data.on_forget_not),
    "notices": Route(Act.ASK_HELP, notices.on_notices_pressed),
    "notices-set": Route(Act.ASK_HELP, notices.on_chosen),
    "notices-wish": Route(Act.READ_WISHES, notices.on_notices_of_wish),
    "notices-keep": Route(Act.READ_WISHES, notices.on_chosen_for_wish),
}

COUNTED = frozenset(name for name, route in BUTTONS.items() if route.counted)
