"""Every kind of button pressed after its matter is over, or by whom it is no matter of: answered clearly, and nothing
comes of it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from bot.domain.onboarding import Onboarding, Step
from bot.domain.people import Purpose
from bot.domain.places import Place
from bot.domain.wishes import AnswerKind
from handlers.routes import BUTTONS
from tests.handlers.hall import Hall, heard
from tests.services.town import texts


@dataclass(frozen=True)
class Over:
    """Who presses what where, once it is over; `clear`: words of the answer in each language."""

    who: str
    data: str
    where: str | None
    clear: tuple[str, str]  #: en, zh


#: Wish 1 is done and thanked for, 2 was ended as the same as 4, 3 was declined, 4 is open and li's in hand.
OVER: dict[str, Over] = {
    "join": Over("chen", "join:2", "building3", ("closed", "已经了结了")),
    "support": Over("chen", "support:2", "building3", ("closed", "已经了结了")),
    "help": Over("chen", "help:3", "building3", ("closed", "已经了结了")),
    "unfollow": Over("chen", "unfollow:4:join", None, ("nothing to take back", "不用收回")),
    "unfollow-yes": Over("chen", "unfollow-yes:4:join", None, ("nothing to take back", "不用收回")),
    "thanks": Over("chen", "thanks:1", "building3", ("isn’t done yet", "还没办好")),
    "take": Over("zhou", "take:3", "staff", ("closed", "已经了结了")),
    "handback": Over("zhou", "handback:4", "staff", ("isn’t in your hands", "不在您手上")),
    "answer": Over("chen", "answer:4", "building3", ("This step is for", "这一步要")),
    "more": Over("li", "more:4", "building3", ("in a private chat", "跟我单独说")),
    "file": Over("stranger", "file:want", None, ("don’t know your building", "不知道您住哪栋楼")),
    "list": Over("chen", "list:gone:all:0", None, ("don’t know this button", "不认得了")),
    "wish": Over("chen", "wish:404", None, ("no such wish", "没找到这一件")),
    "mine": Over("chen", "mine:0", "building3", ("in a private chat", "跟我单独说")),
    "same": Over("wang", "same:3", None, ("closed", "已经了结了")),
    "same-as": Over("wang", "same-as:4:3", None, ("closed", "已经了结了")),
    "same-yes": Over("wang", "same-yes:2:4", None, ("closed", "已经了结了")),
    "another": Over("chen", "another:4", None, ("somebody else’s", "是别人提的")),
    "onboard": Over("li", "onboard:bind:building:garden:8:", "building3", ("tied already", "已经接好了")),
    "bind-yes": Over("li", "bind-yes:5", "staff", ("has decided", "已经有人定了")),
    "bind-no": Over("li", "bind-no:5", "staff", ("has decided", "已经有人定了")),
    "bind-says": Over("chen", "bind-says:votes:off", "building3", ("not on the list", "不在名单里")),
    "trial": Over("li", "trial", "staff", ("no more trying", "不用试了")),
    "here": Over("chen", "here", "building3", ("not on the list", "不在名单里")),
    "ask": Over("chen", "ask:3", "building3", ("in a private chat", "跟我单独说")),
    "ask-same": Over("chen", "ask-same:3", "building3", ("in a private chat", "跟我单独说")),
    "several-same": Over("chen", "several-same:all:any", None, ("This step is for", "这一步要")),
    "is-same": Over("chen", "is-same:99", None, ("whoever filed that wish", "您不用管它")),
    "not-same": Over("chen", "not-same:99", None, ("whoever filed that wish", "您不用管它")),
    "reply": Over("chen", "reply:99", None, ("whoever filed that wish", "您不用管它")),
    "rathernot": Over("chen", "rathernot:99", None, ("whoever filed that wish", "您不用管它")),
    "pause": Over("chen", "pause:4", "building3", ("in a private chat", "跟我单独说")),
    "resume": Over("li", "resume:4", "staff", ("is not paused", "没有停着")),
    "mistake": Over("chen", "mistake:99", None, ("not for you to call off", "不用您来撤")),
    "report": Over("wang", "report:4", "building3", ("is yours", "是您提的")),
    "rule": Over("li", "rule:restored:4", "staff", ("nothing to decide", "没有要定的")),
    "statement": Over("li", "statement:2", "staff", ("closed", "已经了结了")),
    "contest": Over("wang", "contest:4", None, ("not taken down", "没撤下来")),
    "edit": Over("chen", "edit:4", None, ("somebody else’s", "是别人提的")),
    "add": Over("chen", "add:4", None, ("somebody else’s", "是别人提的")),
    "withdraw": Over("wang", "withdraw:3", None, ("closed", "已经了结了")),
    "unwithdraw": Over("wang", "unwithdraw:4", None, ("too late", "来不及")),
    "jot": Over("chen", "jot:9:leave", "building3", ("question is over", "已经过去了")),
    "jotting": Over("chen", "jotting:1", "building3", ("don’t know this button", "不认得了")),
    "told": Over("chen", "told:1", "building3", ("in a private chat", "跟我单独说")),
    "untold": Over("chen", "untold:1", "building3", ("in a private chat", "跟我单独说")),
    "transcribe": Over("li", "transcribe:4", "staff", ("has no voice note", "没有语音")),
    "retell": Over("chen", "retell:4", None, ("no such wish", "没找到这一件")),
    "voices": Over("chen", "voices:0", None, ("This step is for", "这一步要")),
    "mydata": Over("chen", "mydata", "building3", ("in a private chat", "跟我单独说")),
    "forget": Over("chen", "forget:9", None, ("out of date", "过时了")),
    "forget-yes": Over("chen", "forget-yes:9", None, ("out of date", "过时了")),
    "forget-no": Over("chen", "forget-no", "building3", ("in a private chat", "跟我单独说")),
    "topic": Over("li", "topic:set:wishes", "building3", ("in the topic you mean", "要用的那个话题")),
    "language": Over("chen", "language:zh", "building3", ("group’s language", "这个群里说哪种话")),
    "mention": Over("chen", "mention:1", "building3", ("don’t know this button", "不认得了")),
    "takeback": Over("li", "takeback:1", "staff", ("is out already", "撤不回来")),
    "takeback-several": Over("li", "takeback-several:1:1", "staff", ("is out already", "撤不回来")),
    "queue": Over("chen", "queue:all:any:0", "building3", ("in a private chat", "跟我单独说")),
    "several": Over("chen", "several:all:any", "building3", ("in a private chat", "跟我单独说")),
    "refer": Over("li", "refer:3:property", "staff", ("closed", "已经了结了")),
    "refer-other": Over("li", "refer-other:3", "staff", ("closed", "已经了结了")),
    "triage": Over("li", "triage:3", "staff", ("closed", "已经了结了")),
    "triage-set": Over("li", "triage-set:3:matter:talk", "staff", ("closed", "已经了结了")),
    "move": Over("li", "move:3", "staff", ("Nothing is promised", "没有答应的日子")),
    "unrefer": Over("li", "unrefer:99:4", "staff", ("cannot be taken back", "收不回来")),
    "differ": Over("wang", "differ:4", "building3", ("is your own", "是您自己提的")),
    "deliberate": Over("chen", "deliberate:4", "building3", ("in a private chat", "跟我单独说")),
    "delib": Over("chen", "delib:404:0", None, ("no such wish", "没找到这一件")),
    "say": Over("chen", "say:404:pro", None, ("no such wish", "没找到这一件")),
    "tap": Over("chen", "tap:404:agree", "building3", ("no such wish", "没找到这一件")),
    "one-by-one": Over("chen", "one-by-one:404:0", None, ("no such wish", "没找到这一件")),
    "said-photos": Over("chen", "said-photos:404", None, ("no such wish", "没找到这一件")),
    "unsay": Over("chen", "unsay:404", None, ("no such wish", "没找到这一件")),
    "answer-question": Over("chen", "answer-question:404", None, ("no such wish", "没找到这一件")),
    "end-delib": Over("li", "end-delib:404", "staff", ("no such wish", "没找到这一件")),
    "minutes": Over("li", "minutes:404", "staff", ("no such wish", "没找到这一件")),
    "decide": Over("chen", "decide:4", "building3", ("in a private chat", "跟我单独说")),
    "photos": Over("chen", "photos:404", None, ("no such wish", "没找到这一件")),
    "notices": Over("chen", "notices:0", "building3", ("in a private chat", "跟我单独说")),
    "notices-set": Over("chen", "notices-set:daily", "building3", ("in a private chat", "跟我单独说")),
    "notices-wish": Over("chen", "notices-wish:4", "building3", ("in a private chat", "跟我单独说")),
    "notices-keep": Over("chen", "notices-keep:4:daily", "building3", ("in a private chat", "跟我单独说")),
    "verdict": Over("li", "verdict:1:fixed", None, ("for residents to say", "由住户来说")),
    "broke": Over("wang", "broke:1", None, ("press “Not yet”", "请按“还没好”")),
    "contact": Over("chen", "contact:1:yes", "building3", ("in a private chat", "跟我单独说")),
    "verdict-words": Over("wang", "verdict-words:1", None, ("press first", "请先按一下")),
    "claim": Over("chen", "claim:3", None, ("closed", "已经了结了")),
    "claim-wisher": Over("wang", "claim-wisher:404:yes", None, ("no such wish", "没找到这一件")),
    "claim-mine": Over("chen", "claim-mine:404:done", None, ("no such wish", "没找到这一件")),
    "claim-later": Over("chen", "claim-later:404", None, ("no such wish", "没找到这一件")),
    "claim-contact": Over("wang", "claim-contact:404", None, ("no such wish", "没找到这一件")),
    "claim-vouch": Over("li", "claim-vouch:404:yes", "staff", ("no such wish", "没找到这一件")),
    "claim-release": Over("li", "claim-release:404", "staff", ("no such wish", "没找到这一件")),
    "claim-thanks": Over("chen", "claim-thanks:404", "building3", ("no such wish", "没找到这一件")),
    "match-no": Over("chen", "match-no:4:3", None, ("question is over", "已经过去了")),
    "quarrel-hand": Over("li", "quarrel-hand:404", "staff", ("no such wish", "没找到这一件")),
    "quarrel-undo": Over("li", "quarrel-undo:404", "staff", ("no such wish", "没找到这一件")),
    "quarrel": Over("chen", "quarrel:404", None, ("I can't find that", "没找到这件事")),
    "quarrel-do": Over("chen", "quarrel-do:404:take", None, ("I can't find that", "没找到这件事")),
    "quarrel-write": Over("chen", "quarrel-write:404:view", None, ("I can't find that", "没找到这件事")),
    "quarrel-say": Over("chen", "quarrel-say:404:yes", None, ("I can't find that", "没找到这件事")),
    "projects": Over("chen", "projects:x", None, ("don’t know this button", "不认得了")),
    "project": Over("chen", "project:404", None, ("no such project", "没找到这个项目")),
    "project-do": Over("li", "project-do:404:on:proposed", "staff", ("no such project", "没找到这个项目")),
    "project-accept": Over("li", "project-accept:404", "staff", ("no such project", "没找到这个项目")),
    "project-say": Over("chen", "project-say:404:accept", None, ("no such project", "没找到这个项目")),
    "plan": Over("chen", "plan:x", None, ("don’t know this button", "不认得了")),
    "plan-file": Over("chen", "plan-file:exe", None, ("don’t know this button", "不认得了")),
    "item": Over("chen", "item:404", None, ("no such item", "没找到这个事项")),
    "item-do": Over("li", "item-do:404:day", "staff", ("no such item", "没找到这个事项")),
    "services": Over("chen", "services:x", None, ("don’t know this button", "不认得了")),
    "service": Over("chen", "service:404", None, ("no such service", "没找到这项服务")),
    "service-qa": Over("chen", "service-qa:404:0", None, ("no such service", "没找到这项服务")),
    "service-ask": Over("chen", "service-ask:404", None, ("no such service", "没找到这项服务")),
    "service-answer": Over("li", "service-answer:404", "staff", ("no such question", "没找到这个问题")),
    "service-question": Over("li", "service-question:404:hide", "staff", ("no such question", "没找到这个问题")),
    "service-waiting": Over("li", "service-waiting:x", "staff", ("don’t know this button", "不认得了")),
    "service-review": Over("li", "service-review:x", "staff", ("don’t know this button", "不认得了")),
    "service-do": Over("li", "service-do:404:change", "staff", ("no such service", "没找到这项服务")),
    "phone": Over("chen", "phone:x", None, ("don’t know this button", "不认得了")),
    "phone-do": Over("li", "phone-do:404:off", "staff", ("no such number", "没找到这个电话")),
    "to-plan": Over("li", "to-plan:404", "staff", ("no such wish", "没找到这一件")),
    "promises": Over("chen", "promises:x", None, ("don’t know this button", "不认得了")),
    "functions": Over("li", "functions:x", "staff", ("don’t know this button", "不认得了")),
    "function": Over("li", "function:404:polls:stop:0", "staff", ("don’t know this button", "不认得了")),
    "export": Over("li", "export:x", "staff", ("don’t know this button", "不认得了")),
    "bcast": Over("li", "bcast:404:pause", "staff", ("cannot be seen any more", "看不到了")),
    "calendar": Over("li", "calendar:x", "staff", ("don’t know this button", "不认得了")),
    "planned": Over("li", "planned:404:stop", "staff", ("not to be seen any more", "看不到了")),
    "template": Over("li", "template:own:404", "staff", ("not to be seen any more", "看不到了")),
    "template-do": Over("li", "template-do:own:404:use", "staff", ("not to be seen any more", "看不到了")),
    "bcasts": Over("li", "bcasts:x", "staff", ("don’t know this button", "不认得了")),
    "bc-read": Over("chen", "bc-read:404", None, ("was not sent to you", "没有发给您")),
    "attend": Over("chen", "attend:404:in", "building3", ("no such sign-up", "没找到这个接龙")),
    "attend-names": Over("chen", "attend-names:404", None, ("no such sign-up", "没找到这个接龙")),
    "signup": Over("chen", "signup:404", None, ("no such sign-up", "没找到这个接龙")),
    "signup-for": Over("li", "signup-for:404:new", "staff", ("no such sign-up", "没找到这个接龙")),
    "signup-do": Over("li", "signup-do:404:cancel", "staff", ("no such sign-up", "没找到这个接龙")),
    "things": Over("chen", "things:x:0", None, ("don’t know this button", "不认得了")),
    "thing": Over("chen", "thing:404", None, ("no such thing", "没找到这样东西")),
    "thing-post": Over("chen", "thing-post:x", None, ("don’t know this button", "不认得了")),
    "thing-answer": Over("chen", "thing-answer:404", None, ("no such thing", "没找到这样东西")),
    "thing-back": Over("chen", "thing-back:404", None, ("no such thing", "没找到这样东西")),
    "thing-do": Over("chen", "thing-do:404:handed-yes", None, ("no such thing", "没找到这样东西")),
    "thing-off": Over("li", "thing-off:404", "staff", ("no such thing", "没找到这样东西")),
    "places": Over("li", "places:n:404:0", "staff", ("can’t find this place", "没找到这个地方")),
    "place-do": Over("li", "place-do:404:close", "staff", ("can’t find this place", "没找到这个地方")),
    "grid-do": Over("li", "grid-do:404:close", "staff", ("can’t find this grid", "没找到这个网格")),
    "places-file": Over("chen", "places-file", None, ("This step is for", "这一步要")),
    "place-import": Over("li", "place-import:404:yes", "staff", ("taken over already", "已经导入了")),
    "report-see": Over("li", "report-see:x:all", "staff", ("don’t know this button", "不认得了")),
    "report-days": Over("li", "report-days:a:b", "staff", ("don’t know this button", "不认得了")),
    "report-file": Over("li", "report-file:x:all", "staff", ("don’t know this button", "不认得了")),
    "bulletin": Over("chen", "bulletin:404", None, ("don’t know this button", "不认得了")),
    "bulletin-picture": Over("chen", "bulletin-picture:404:404", None, ("don’t know this button", "不认得了")),
    "polls": Over("chen", "polls:x", None, ("don’t know this button", "不认得了")),
    "poll": Over("chen", "poll:404", None, ("no such poll", "没找到这次小投票")),
    "poll-about": Over("li", "poll-about:wish:404", "staff", ("no such wish", "没找到这一件")),
    "poll-do": Over("li", "poll-do:404:cancel", "staff", ("no such poll", "没找到这次小投票")),
    "ledger": Over("chen", "ledger:x", None, ("don’t know this button", "不认得了")),
    "ledger-file": Over("chen", "ledger-file:exe", None, ("don’t know this button", "不认得了")),
    "role": Over("li", "role:see:404", "staff", ("can’t find them", "没找到这一位")),
    "role-do": Over("li", "role-do:take:404", "staff", ("can’t find them", "没找到这一位")),
    "role-yes": Over("chen", "role-yes:404", None, ("used or taken back", "已经用过，或者收回了")),
    "role-no": Over("chen", "role-no:404", None, ("used or taken back", "已经用过，或者收回了")),
    "role-leave": Over("chen", "role-leave:404", None, ("used or taken back", "已经用过，或者收回了")),
    "my-roles": Over("chen", "my-roles", "building3", ("in a private chat", "跟我单独说")),
    "audit": Over("li", "audit:x", "staff", ("don’t know this button", "不认得了")),
    "audit-file": Over("chen", "audit-file", None, ("This step is for", "这一步要")),
    "moderators-shown": Over("chen", "moderators-shown:404:1", None, ("used or taken back", "已经用过，或者收回了")),
    "entry": Over("chen", "entry:404", None, ("no such entry", "没找到这一条")),
    "entry-see": Over("chen", "entry-see:404:files", None, ("no such entry", "没找到这一条")),
    "entry-correct": Over("li", "entry-correct:404", "staff", ("no such entry", "没找到这一条")),
    "entry-ask": Over("chen", "entry-ask:404", None, ("no such entry", "没找到这一条")),
    "entry-answer": Over("li", "entry-answer:404", "staff", ("no such question", "没找到这次提问")),
    "entry-fold": Over("li", "entry-fold:404", "staff", ("no such question", "没找到这次提问")),
    "ledger-import": Over("li", "ledger-import:404:yes", "staff", ("published already", "已经公开了")),
    "d": Over("chen", "d:1:1:preview:post", None, ("finished", "已经说完了")),
}


PROTECTED = (
    "wishes",
    "followers",
    "answers",
    "thanks",
    "duplicates",
    "chats",
    "people",
    "dialogs",
    "onboardings",
    "notice_settings",
    "askings",
    "verdicts",
    "wish_claims",
    "claim_thanks",
    "matches",
    "deliberations",
    "contributions",
    "contribution_taps",
    "dissents",
)


@pytest.fixture
async def after(hall: Hall) -> Hall:
    town = hall.town
    done, _, declined, open_ = [await town.files(words) for words in ("灯坏了", "门坏了", "墙裂了", "门又坏了")]
    await town.answers("li", done, AnswerKind.PROMISE)
    await town.answers("zhou", done, AnswerKind.DONE)
    await town.answers("li", declined, AnswerKind.DECLINE)
    await town.takes("li", open_)
    await hall.presses("wang", "same-yes:2:4")
    async with town.store.units.writing() as uow:
        settled = Onboarding(town.chat("unbound").id, Step.BOUND, purpose=Purpose.BUILDING, place=Place("8"))
        await uow.onboardings.save(settled)
    return hall


def test_no_button_is_left_out() -> None:
    assert set(OVER) == {*BUTTONS, "d"}


@pytest.mark.parametrize("route", OVER)
async def test_an_old_button_is_answered_and_nothing_comes_of_it(after: Hall, route: str) -> None:
    over = OVER[route]
    await after.actor(over.who, over.where)
    before = after.town.rows()
    said = dict(zip(texts().languages, await heard(after.presses(over.who, over.data, over.where)), strict=True))
    assert over.clear[0] in said["en"]
    assert over.clear[1] in said["zh"]
    now = after.town.rows()
    assert {name: now[name] for name in PROTECTED} == {name: before[name] for name in PROTECTED}
