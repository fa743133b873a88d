"""Who may do what: the one table."""

from __future__ import annotations

from enum import StrEnum

from bot.domain import errors, verdict_errors
from bot.domain.people import Body, Chat, Estate, Person, Purpose
from bot.domain.scopes import Scope


class Role(StrEnum):
    """What somebody is, seen from one estate. A person may be several at once."""

    OUTSIDER = "outsider"  #: known from no building chat of the estate, and nothing was given to them
    RESIDENT = "resident"  #: seen in a building chat, or came by its link, or by a role
    PANEL = "panel"  #: expert, developer or liaison of a department, heard in deliberations
    CAPTAIN = "captain"  #: of a building: files for neighbours who cannot
    VOLUNTEER = "volunteer"  #: files for neighbours who cannot
    MEDIATOR = "mediator"  #: hears quarrelling neighbours in private
    ORGANISATION = "organisation"  #: of a firm or organisation that does what neighbours want
    MODERATOR = "moderator"  #: administrator of a bound group who speaks for no body
    RESIDENT_MODERATOR = "resident-moderator"  #: a neighbour to whom looking after the neighbours' talk was given
    COMMITTEE_MODERATOR = "committee-moderator"  #: the committee's moderator beside them
    GRID_WORKER = "grid-worker"  #: of the committee: takes wishes down, sees to them, answers them
    AUDITOR = "auditor"  #: reads what the staff reads, changes nothing
    ADMINISTRATOR = "administrator"  #: gives and takes roles
    PROPERTY = "property"
    OWNERS = "owners"
    COMMITTEE = "committee"


class Act(StrEnum):
    """What can be done; each command and button names one."""

    ASK_HELP = "ask-help"  #: help, start, language and notices of one's own, privacy, cancel
    FILE_WISH = "file-wish"
    READ_WISHES = "read-wishes"  #: public ones: lists, search, one wish
    FOLLOW_WISH = "follow-wish"  #: same here, support, I can help, and taking it back
    THANK = "thank"
    CLAIM_WISH = "claim-wish"  #: take a want upon oneself until a day, say that it is done, hand it back
    VOUCH_FOR_CLAIM = "vouch-for-claim"  #: say that whoever claims is known; a firm's claim is the committee's matter
    FILE_FOR = "file-for"  #: for a neighbour who cannot, and say that they were told
    READ_STAFF = "read-staff"  #: the staff card and what stands behind [more]
    TAKE_WISH = "take-wish"
    ANSWER_WISH = "answer-wish"
    REFER_WISH = "refer-wish"  #: pass it on to another body
    ASK_AUTHOR = "ask-author"  #: through the bot, without learning who it is
    PAUSE_FILING = "pause-filing"  #: of whoever filed a wish, likewise
    LIFT_PAUSE = "lift-pause"
    REPORT_WISH = "report-wish"  #: something is wrong with it
    RULE_ON_WISH = "rule-on-wish"  #: restore, take down
    STATE_ON_CARD = "state-on-card"  #: a body's statement on a card
    CHANGE_OWN_WISH = "change-own-wish"  #: edit, add, withdraw, contest; of its author alone
    TRANSCRIBE_WISH = "transcribe-wish"  #: hear a voice note and write a line for it
    BIND_CHAT = "bind-chat"
    OPEN_INTAKE = "open-intake"  #: try it before wishes are taken; say that somebody is there
    SUGGEST_BINDING = "suggest-binding"  #: as administrator of that very group, whatever one is elsewhere
    SET_CHAT_LANGUAGE = "set-chat-language"
    CHOOSE_TOPIC = "choose-topic"  #: what a forum topic of the group is for
    PIN_MENU = "pin-menu"
    READ_REPORT = "read-report"
    OPEN_DELIBERATION = "open-deliberation"  #: and end it, and write its minutes
    READ_DELIBERATION = "read-deliberation"
    JOIN_DELIBERATION = "join-deliberation"  #: say something in it, tap what others said
    SEE_DIFFERENTLY = "see-differently"  #: a private press on a wish
    GIVE_VERDICT = "give-verdict"  #: say whether a wish is done; of those who were asked alone
    READ_PROJECTS = "read-projects"
    READ_PLAN = "read-plan"  #: and its files, and what became of promises
    RUN_PLAN = "run-plan"  #: make items, change them; publish the year's list and the review
    READ_SERVICES = "read-services"  #: the list of services and the phone numbers
    ASK_ABOUT_SERVICE = "ask-about-service"
    ANSWER_ABOUT_SERVICE = "answer-about-service"
    RUN_SERVICES = "run-services"  #: put services and phone numbers on their lists, change them, review them
    READ_LEDGER = "read-ledger"  #: entries, their documents, questions and answers, the table
    ASK_OF_ENTRY = "ask-of-entry"  #: a public question
    RUN_BROADCASTS = "run-broadcasts"  #: tell many something in a body's name, watch it, correct and retract it
    RUN_LEDGER = "run-ledger"  #: publish entries in a body's name, correct them, answer questions about them
    JOIN_SIGNUP = "join-signup"  #: see what neighbours meet for, and be on its list
    RUN_SIGNUP = "run-signup"  #: ask who comes, change it, call it off, have the list
    HAND_ON = "hand-on"  #: see what neighbours found, lost and give away, post some, answer, hand it over
    TAKE_DOWN_THING = "take-down-thing"  #: what somebody posted as found, lost or to give away
    RUN_PLACES = "run-places"  #: the tree of places and its grids: read it, change it, take over files
    READ_POLLS = "read-polls"  #: those that run and those that are over, with what came of them
    RUN_FUNCTIONS = "run-functions"  #: stop sign-ups and polls in one group, and use them again there
    RUN_POLLS = "run-polls"  #: ask the neighbours in the committee's name, cancel, say what comes of it
    RUN_PROJECTS = "run-projects"  #: open one, move it on, its money, milestones and progress
    RECORD_ACCEPTANCE = "record-acceptance"  #: of a project, in the name of a body
    HAND_TO_MEDIATOR = "hand-to-mediator"  #: say that a wish is a quarrel between neighbours
    MEDIATE = "mediate"  #: take a quarrel, ask the sides, say what came of it
    ACCEPT_PROJECT = "accept-project"  #: as a resident; of those who were asked alone
    GRANT_ROLE = "grant-role"  #: give a role and take it
    READ_AUDIT = "read-audit"  #: who had which role when, and what was done by the staff
    READ_MODERATORS = "read-moderators"  #: who looks after the neighbours' talk


_EVERYBODY = frozenset(Role)
_STAFF = frozenset({Role.PROPERTY, Role.OWNERS, Role.COMMITTEE})
_TRUSTED = frozenset({Role.CAPTAIN, Role.VOLUNTEER})
_MODERATORS = frozenset({Role.RESIDENT_MODERATOR, Role.COMMITTEE_MODERATOR})
_GRID = frozenset({Role.GRID_WORKER})
_NEIGHBOURS = frozenset({Role.RESIDENT, Role.MODERATOR}) | _TRUSTED | _STAFF | _MODERATORS | _GRID
_DESK = _STAFF | {Role.MODERATOR}
_LOOKS_ON = frozenset({Role.AUDITOR})
_GUESTS = frozenset({Role.PANEL, Role.ORGANISATION, Role.ADMINISTRATOR}) | _LOOKS_ON
#: Of the verdict: who reports wishes done does not say that they are.
_REPORTS_DONE = _STAFF | _GRID | {Role.COMMITTEE_MODERATOR}

RIGHTS: dict[Act, frozenset[Role]] = {
    Act.ASK_HELP: _EVERYBODY,
    Act.FILE_WISH: _NEIGHBOURS,
    Act.READ_WISHES: _NEIGHBOURS | _GUESTS,
    Act.FOLLOW_WISH: _NEIGHBOURS,
    Act.THANK: _NEIGHBOURS,
    Act.CLAIM_WISH: _NEIGHBOURS | {Role.ORGANISATION},
    Act.VOUCH_FOR_CLAIM: frozenset({Role.COMMITTEE, Role.CAPTAIN}),
    Act.FILE_FOR: _TRUSTED | _DESK | _GRID,
    Act.READ_STAFF: _DESK | _GRID | _MODERATORS | _LOOKS_ON,
    Act.TAKE_WISH: _DESK | _GRID,
    Act.ANSWER_WISH: _DESK | _GRID,
    Act.REFER_WISH: _DESK | _GRID,
    Act.ASK_AUTHOR: _DESK | _GRID | _MODERATORS,
    Act.PAUSE_FILING: frozenset({Role.COMMITTEE, Role.MODERATOR}),
    Act.LIFT_PAUSE: _DESK,
    Act.REPORT_WISH: _NEIGHBOURS,
    Act.RULE_ON_WISH: _DESK | _MODERATORS,
    Act.STATE_ON_CARD: _DESK | _GRID,
    Act.CHANGE_OWN_WISH: _EVERYBODY,
    Act.TRANSCRIBE_WISH: _TRUSTED | _DESK | _GRID,
    Act.BIND_CHAT: _STAFF,
    Act.OPEN_INTAKE: _STAFF,
    Act.SUGGEST_BINDING: _EVERYBODY,
    Act.SET_CHAT_LANGUAGE: _DESK | {Role.ADMINISTRATOR},
    Act.CHOOSE_TOPIC: _DESK | {Role.ADMINISTRATOR},
    Act.PIN_MENU: _DESK | {Role.ADMINISTRATOR},
    Act.READ_REPORT: _DESK | _GRID | _LOOKS_ON,
    Act.OPEN_DELIBERATION: frozenset({Role.COMMITTEE, Role.MODERATOR}) | _MODERATORS,
    Act.READ_DELIBERATION: _NEIGHBOURS | _LOOKS_ON | {Role.PANEL},
    Act.JOIN_DELIBERATION: _NEIGHBOURS | {Role.PANEL},
    Act.SEE_DIFFERENTLY: _NEIGHBOURS,
    Act.GIVE_VERDICT: _NEIGHBOURS - _REPORTS_DONE,
    Act.READ_PROJECTS: _NEIGHBOURS | _LOOKS_ON,
    Act.READ_PLAN: _NEIGHBOURS | _GUESTS,
    Act.RUN_PLAN: frozenset({Role.COMMITTEE}),
    Act.READ_SERVICES: _NEIGHBOURS | _GUESTS,
    Act.ASK_ABOUT_SERVICE: _NEIGHBOURS,
    Act.ANSWER_ABOUT_SERVICE: _DESK | _GRID | _MODERATORS,
    Act.RUN_SERVICES: frozenset({Role.COMMITTEE}),
    Act.READ_LEDGER: _NEIGHBOURS | _GUESTS,
    Act.ASK_OF_ENTRY: _NEIGHBOURS,
    Act.RUN_BROADCASTS: _STAFF,
    Act.RUN_LEDGER: frozenset({Role.COMMITTEE, Role.OWNERS}),
    Act.JOIN_SIGNUP: _NEIGHBOURS,
    Act.RUN_SIGNUP: _TRUSTED | {Role.COMMITTEE, Role.MODERATOR},
    Act.HAND_ON: _NEIGHBOURS,
    Act.TAKE_DOWN_THING: _DESK | _MODERATORS,
    Act.RUN_PLACES: frozenset({Role.COMMITTEE}),
    Act.READ_POLLS: _NEIGHBOURS | _GUESTS,
    Act.RUN_FUNCTIONS: frozenset({Role.COMMITTEE, Role.ADMINISTRATOR}),
    Act.RUN_POLLS: frozenset({Role.COMMITTEE}),
    Act.RUN_PROJECTS: frozenset({Role.COMMITTEE}),
    Act.RECORD_ACCEPTANCE: frozenset({Role.COMMITTEE, Role.OWNERS}),
    Act.HAND_TO_MEDIATOR: _DESK | _GRID,
    Act.MEDIATE: frozenset({Role.MEDIATOR}),
    Act.ACCEPT_PROJECT: _NEIGHBOURS - _REPORTS_DONE,
    Act.GRANT_ROLE: frozenset({Role.COMMITTEE, Role.ADMINISTRATOR}),
    Act.READ_AUDIT: frozenset({Role.COMMITTEE, Role.ADMINISTRATOR}) | _LOOKS_ON,
    Act.READ_MODERATORS: _NEIGHBOURS | _GUESTS,
}

#: What a role takes away, whatever else somebody is: those who report a wish done do not say that it is.
BARRED: dict[Act, frozenset[Role]] = {Act.GIVE_VERDICT: _REPORTS_DONE, Act.ACCEPT_PROJECT: _REPORTS_DONE}

#: What can be given for a part of an estate: a grid, a building, a stairwell. All others act for a body, or for all.
IN_PARTS = _TRUSTED | _MODERATORS | _GRID | {Role.MEDIATOR}

_ROLE_OF_BODY = {
    Body.COMMITTEE: Role.COMMITTEE,
    Body.PROPERTY: Role.PROPERTY,
    Body.OWNERS: Role.OWNERS,
    Body.MODERATOR: Role.MODERATOR,
}


def roles_of(person: Person, *, estate: Estate, resident: bool, administers: bool) -> frozenset[Role]:
    """The roles of a person that count in all of one estate.

    `resident`: known from one of its building chats; else a role can make them one. `administers`: administrator of
    one of its bound groups.

    Whoever has a role for a part of it is one of the neighbours elsewhere, if that role makes them one: they may there
    what everybody who lives here may, and nothing more.
    """
    who = person.telegram_id
    roles = {Role.RESIDENT} if resident or who in estate.residents else set()
    if speaker := estate.speakers.get(who):
        roles.add(_ROLE_OF_BODY[speaker.body])
    elif administers:
        roles.add(Role.MODERATOR)
    if who in estate.captains:
        roles.add(Role.CAPTAIN)
    if who in estate.panel:
        roles.add(Role.PANEL)
    if who in estate.volunteers:
        roles.add(Role.VOLUNTEER)
    if who in estate.mediators:
        roles.add(Role.MEDIATOR)
    if who in estate.organisations:
        roles.add(Role.ORGANISATION)
    roles |= {Role(office.value) for office in estate.offices.get(who, ())}
    in_parts = _in_parts(who, estate)
    if in_parts & _NEIGHBOURS:
        roles.add(Role.RESIDENT)
    return frozenset(roles - in_parts or {Role.OUTSIDER})


def _in_parts(telegram_id: int, estate: Estate) -> frozenset[Role]:
    return frozenset(Role(role) for role in estate.roles_in_parts(telegram_id))


def roles_at(roles: frozenset[Role], *, telegram_id: int, estate: Estate, at: Scope) -> frozenset[Role]:
    """With those that count in a part of the estate, if what they are asked for lies in it.

    `roles`: see `roles_of`. `at`: where it is; `ENTIRE`: it concerns all of the estate, so that none of these counts.
    """
    there = {role for role in _in_parts(telegram_id, estate) if estate.counts(telegram_id, role, at)}
    return roles - {Role.OUTSIDER} | there if there else roles


def roles_somewhere(roles: frozenset[Role], *, telegram_id: int, estate: Estate) -> frozenset[Role]:
    """With all that count in whatever part: for what is offered, and for lists that are cut to what one may see."""
    in_parts = _in_parts(telegram_id, estate)
    return roles - {Role.OUTSIDER} | in_parts if in_parts else roles


def require(act: Act, roles: frozenset[Role], *, telegram_id: int) -> None:
    """Let the act pass or refuse it.

    Raises:
        NotForStaff: a speaker tries what only those they speak to may.
        NotAResident: an outsider tries what neighbours may.
        NotListedYet: it needs a speaker; tells the id that config.yaml wants.
        NotAllowed: a neighbour tries what staff may.
    """
    allowed = RIGHTS[act]
    if roles & BARRED.get(act, frozenset()):
        raise verdict_errors.NotForStaff
    if roles & allowed:
        return
    if Role.RESIDENT in allowed:
        raise errors.NotAResident
    if act in (Act.BIND_CHAT, Act.OPEN_INTAKE):
        raise errors.NotListedYet(id=str(telegram_id))
    raise errors.NotAllowed


def sees_staff_matters(chat: Chat, estate_key: str) -> bool:
    """Staff cards and committee-only wishes are shown in the estate's own staff chat alone."""
    return chat.purpose is Purpose.STAFF and chat.estate_key == estate_key
