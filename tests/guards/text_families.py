"""Keys of texts that the code puts together: each family with all that can stand in its place."""

from __future__ import annotations

from collections.abc import Iterable

from bot.domain import pauses, takedowns
from bot.domain.acceptances import Said
from bot.domain.amendments import WithdrawalReason
from bot.domain.attention import Attention
from bot.domain.broadcasts import BroadcastState, Channel, Failure, Whom
from bot.domain.bulletins import Section
from bot.domain.chat_functions import SWITCHED, Advice, Function
from bot.domain.claiming import Phase
from bot.domain.clocks import What
from bot.domain.danger import Danger
from bot.domain.deliberations import Form, Outcome, Part, Side, Tap, Voice
from bot.domain.desk import Heading
from bot.domain.directory import Duty
from bot.domain.filed_for import Way
from bot.domain.grants import GrantEvent, GrantRole
from bot.domain.items import ItemMove, ItemState, Tier
from bot.domain.ledger import SHIPPED_CATEGORIES, EntryKind
from bot.domain.people import Body, Purpose
from bot.domain.place_tree import BELOW, PlaceLevel
from bot.domain.projects import ProjectKind, Source, Stage
from bot.domain.promises import Fate
from bot.domain.quarrels import RECORDED, QuarrelOutcome, QuarrelPhase
from bot.domain.quarrels import Side as QuarrelSide
from bot.domain.report_spans import Named
from bot.domain.rights import Act, Role
from bot.domain.screening import Concern
from bot.domain.sending_days import OnDayOff, Repeat
from bot.domain.service_review import Use as ServiceUse
from bot.domain.signups import SignupNews
from bot.domain.staff_acts import StaffActKind
from bot.domain.things import ThingKind
from bot.domain.topics import TopicUse
from bot.domain.triage import Level, Matter
from bot.domain.verdicts import Finding
from bot.domain.wishes import AnswerKind, Category, Display, Kind, Stance, State, Visibility
from bot.services import saying
from bot.services.audit import COLUMNS as AUDIT_COLUMNS
from bot.services.card_lines import OWN_LINE
from bot.services.exports import EXPORTS
from bot.services.finding import STATE_FILTERS
from bot.services.ledger_files import COLUMNS as LEDGER_COLUMNS
from bot.services.place_files import COLUMNS as PLACES_COLUMNS
from bot.services.plan_files import COLUMNS
from bot.services.registers import COLUMNS as REGISTER_COLUMNS
from bot.services.registers import RegisterKind
from bot.services.report_files import COLUMNS as REPORT_COLUMNS
from bot.services.report_files import SHEETS
from bot.services.signup_files import COLUMNS as SIGNUP_COLUMNS
from bot.store.personal import traces
from bot.texts.catalog import Catalog
from handlers.own_data import NOT_ON_THE_PAGE
from handlers.routes import COMMANDS

_PARTS = ("argument", "question", "note", *(f"statement-{side}" for side in Side))
SAID = (*_PARTS, *(f"{part}-tapped" for part in _PARTS))
SAYINGS = ("argument-for", "argument-against", "statement", "note", "question")

#: Keys put together from a prefix and a value, as they stand in the code: every value has its text.
FAMILIES: dict[str, Iterable[str]] = {
    "state-*": State,
    "board-line-*": (*State, *(display for display in Display if display != "shown"), "gone", "put-away"),
    "bulletin-section-*": Section,
    "bulletin-line-*": ("missed", "moved", "promised"),
    "kind-*": Kind,
    "category-*": (*Category, "gone"),
    "matter-*": Matter,
    "level-*": Level,
    "missed-*": What,
    "body-*": Body,
    "visibility-*": Visibility,
    "role-*": (*Role, *GrantRole),
    "act-*": Act,
    "rights-*": ("title", "act", "how", "parts-title"),
    "role-does-*": GrantRole,
    "role-event-*": GrantEvent,
    "audit-role-*": GrantEvent,
    "audit-column-*": AUDIT_COLUMNS,
    "button-audit-*": ("roles", "acts"),
    "staff-act-*": StaffActKind,
    "way-*": Way,
    "tally-*": (*Kind, *Way),
    "stance-*": Stance,
    "button-unfollow-*": Stance,
    "more-step-*": (*OWN_LINE, "unclassed"),
    "notice-*": (*AnswerKind, "moved"),
    "digest-*": (*AnswerKind, "moved"),
    "claim-yours-*": Phase,
    "attention-*": Attention,
    "notices-told-*": Attention,
    "filter-*": STATE_FILTERS,
    "heading-*": Heading,
    "button-where-*": ("here", "all"),
    "button-onboard-*": Purpose,
    "language-*": Catalog.load().languages,
    "language-now-*": Catalog.load().languages,
    "command-*": ["cancel", *(name for name, route in COMMANDS.items() if route.in_menu or route.for_staff)],
    "place-*": ("building", "unit"),
    "concern-*": Concern,
    "danger-*": Danger,
    "topic-*": TopicUse,
    "use-*": (*saying.ORDER, saying.TALK),
    "topics-*": TopicUse,
    "danger-kind-*": Danger,
    "pause-reason-*": pauses.Reason,
    "takedown-*": takedowns.Reason,
    "withdrawal-*": WithdrawalReason,
    "button-verdict-*": Finding,
    "verdict-*": Finding,
    "project-kind-*": ProjectKind,
    "stage-*": Stage,
    "money-source-*": Source,
    "tier-*": Tier,
    "duty-*": Duty,
    "service-use-*": ServiceUse,
    "service-*": ("apply", "hours", "contact"),
    "button-service-*-again": ("hide", "show"),
    "item-state-*": ItemState,
    "item-move-*": ItemMove,
    "plan-changed-*": (*ItemMove, "moved-undated"),
    "fate-*": Fate,
    "function-review-*": Function,
    "function-advice-*": Advice,
    "function-hint-*": [each for each in Function if each not in SWITCHED],
    "chat-function-*": SWITCHED,
    "button-function-*": ("stop", "keep", "again", "stop-there", "again-there"),
    "function-done-*": ("stop", "keep", "again"),
    "export-*": [each.name for each in EXPORTS],
    "button-export-*": [each.name for each in EXPORTS],
    "register-*": RegisterKind,
    "register-column-*": sorted({name for columns in REGISTER_COLUMNS.values() for name in columns}),
    "register-state-*": (*BroadcastState, "retracted"),
    "broadcast-did-*": ("confirm", "decline", "pause", "resume", "cancel", "retract"),
    "broadcast-sure-*": ("cancel", "retract"),
    "broadcast-file-*": ("unread", "lobby"),
    "broadcast-whom-*": (*Whom, "every"),
    "broadcast-where-*": Channel,
    "broadcast-failure-*": Failure,
    "broadcast-state-*": ("sending", "paused", "done", "cancelled", "retracting", "retracted"),
    "broadcast-unreached-*": ("never-started", "blocked", "muted"),
    "broadcast-unread-column-*": ("name", "building", "told"),
    "broadcast-unread-told-*": ("yes", "no"),
    "button-broadcast-whom-*": ("all", "buildings", "helpers", "staff", "followers"),
    "button-broadcast-where-*": Channel,
    "button-broadcast-*": (
        *("confirm", "decline", "pause", "resume", "cancel", "cancel-yes", "correct", "retract", "retract-yes"),
        *("keep", "unread", "remind", "lobby"),
    ),
    "button-planned-*": (
        *("agree", "decline", "see", "change", "stop", "stop-yes", "keep", "take", "now", "skip", "unskip", "move"),
    ),
    "button-repeat-*": ("now", *Repeat),
    "button-day-off-*": OnDayOff,
    "planned-rule-*": Repeat,
    "planned-day-off-*": OnDayOff,
    "planned-weekday-*": [str(weekday) for weekday in range(7)],
    "planned-state-*": ("proposed", "paused", "stopped", "over"),
    "planned-did-*": ("agree", "decline", "stop", "take", "skip", "unskip"),
    "button-template-*": ("use", "change", "remove", "remove-yes", "keep"),
    "place-level-*": PlaceLevel,
    "place-count-*": BELOW,
    "place-ask-code-*": BELOW,
    "places-column-*": PLACES_COLUMNS,
    "report-by-*": ("kinds", "matters", "categories", "places"),
    "report-sheet-*": SHEETS,
    "report-column-*": REPORT_COLUMNS,
    "button-report-*": Named,
    "ledger-kind-*": EntryKind,
    "ledger-category-*": [each.key for each in SHIPPED_CATEGORIES],
    "ledger-row-*": (*EntryKind, "cancelled"),
    "ledger-new-*": EntryKind,
    "ledger-column-*": (*LEDGER_COLUMNS, "total"),
    "entry-ask-cents-*": [kind for kind in EntryKind if kind != "decision"],
    "signup-column-*": (*SIGNUP_COLUMNS, "total"),
    "signup-own-*": ("in", "waiting"),
    "signup-told-*": [news for news in SignupNews if news != "list"],
    "signup-group-*": ("changed", "cancelled"),
    **{
        f"{family}-*": ThingKind
        for family in (
            *("thing-what", "thing-ask", "thing-ask-where", "thing-preview", "thing-posted", "thing-answers"),
            *("thing-answered", "thing-accepted", "thing-in-private", "things-row", "thing-state-handed-over"),
            *(f"thing-told-{what}" for what in ("asked", "ending", "expired", "accepted", "declined")),
            *("button-thing", "button-thing-yes", "button-thing-no", "button-thing-handed", "button-thing-post"),
        )
    },
    "thing-answer-ask-*": ("found", "lost"),
    "thing-state-*": ("withdrawn", "removed", "expired"),
    "thing-response-*": ("asked", "accepted", "asked-words", "accepted-words"),
    "thing-own-*": ("asked", "waiting", "accepted"),
    "thing-sure-*": ("handed", "withdraw"),
    "thing-ended-*": ("handed-over", "withdrawn"),
    "button-things-*": ("all", *ThingKind),
    "button-thing-*-yes": ("handed", "withdraw"),
    "button-plan-*": ("all", *Tier, "done"),
    "plan-file-*": ("xlsx", "html"),
    "plan-column-*": COLUMNS,
    "acceptance-said-*": Said,
    "quarrel-card-*": (*QuarrelPhase, "over"),
    "quarrel-side-*": QuarrelSide,
    "quarrel-state-*": (
        *("not-asked", "asked", "yes", "no"),
        *("time-fits", "time-fits-not", "holds", "holds-not"),
    ),
    "quarrel-outcome-*": QuarrelOutcome,
    "quarrel-ended-*": (outcome for outcome in QuarrelOutcome if outcome != "forgotten"),
    "button-quarrel-*": (*RECORDED, "take", "release", "back", "link", "door-yes", "door-no"),
    "voice-*": Voice,
    "outcome-*": Outcome,
    "deliberation-side-*": ("for", "against"),
    "deliberation-head-*": Form,
    "deliberation-said-*": SAID,
    "deliberate-form-*": Form,
    "more-deliberation-*": Form,
    "deliberate-preview-*": Form,
    "deliberate-done-*": Form,
    "button-form-*": Form,
    "button-tap-*": (*Tap, *(f"{tap}-numbered" for tap in Tap)),
    "notice-deliberation-*": Form,
    "say-ask-*": SAYINGS,
    "say-preview-*": SAYINGS,
    "say-preview-side-*": Side,
    "say-done-*": Part,
    "mydata-section-*": [
        trace.section.replace("_", "-")
        for _, trace in traces()
        if trace.section and trace.section not in NOT_ON_THE_PAGE
    ],
    "*-words": [f"card-{kind}" for kind in AnswerKind],
}
