"""An estate in which every table has a row."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain import grants, onboarding, polls, things
from bot.domain.acceptances import Party, Said
from bot.domain.amendments import Withdrawal, WithdrawalReason
from bot.domain.attention import Attention
from bot.domain.away import AwayLine, Contact
from bot.domain.broadcast_templates import Template
from bot.domain.broadcasts import Audience, BroadcastState, Channel, Content, Whom
from bot.domain.bulletins import BulletinLine, Section, Sums
from bot.domain.chat_functions import Function, FunctionReview, Use
from bot.domain.claiming import Claim, ClaimKind, Phase
from bot.domain.clocks import What
from bot.domain.course import CourseStep, Mover
from bot.domain.course import Step as CourseStepKind
from bot.domain.danger import Danger
from bot.domain.deliberations import By, Contribution, Deliberation, Form, Part, Tap, Voice
from bot.domain.desk import Morning
from bot.domain.filed_for import FiledFor, Filer, Way
from bot.domain.grants import GrantRole
from bot.domain.grants import Terms as RoleTerms
from bot.domain.intakes import Intake, IntakeState
from bot.domain.items import Funding, ItemMove, Plan, Tier
from bot.domain.ledger import Draft as LedgerDraft
from bot.domain.ledger import EntryFile, EntryKind
from bot.domain.matching import Match
from bot.domain.notices import WishAnswered
from bot.domain.onboarding import Onboarding
from bot.domain.pauses import Reason
from bot.domain.people import Body, Speaker
from bot.domain.place_changes import Addition
from bot.domain.place_tree import PlaceLevel
from bot.domain.planned_broadcasts import PlannedBroadcast, PlannedState
from bot.domain.presses import CardButton, Outcome
from bot.domain.projects import Brief, Indicator, Move, ProjectKind, Side, Source
from bot.domain.publications import PublicationKind
from bot.domain.scopes import ENTIRE, Scope
from bot.domain.sending_days import OnDayOff, Repeat, Rule
from bot.domain.signups import Event, Signup, SignupEntry, SignupNews, SignupStep, scheduled, sign
from bot.domain.similarity import SimilarTap
from bot.domain.takedowns import Report, Step
from bot.domain.thing_terms import ThingTerms
from bot.domain.things import Response, Thing, ThingKind, ThingNews
from bot.domain.topics import TopicUse
from bot.domain.triage import Level, Matter, Triage
from bot.domain.verdicts import Round
from bot.domain.wishes import AnswerKind, Stance, State, Wish
from bot.messages import Photo, Quoted, Reply, line
from bot.ports import DialogState, InboxRow, UnitOfWork
from bot.ports.broadcasts import Reached
from bot.store.process_tables import leases
from bot.store.unit import session_of
from tests.store.building import Building
from tests.store.listed import listed
from tests.store.quarrelled import quarrelled


async def fill(building: Building, committee: Speaker) -> None:
    """At least one row in every table."""
    store, clock = building.store, building.clock
    async with store.units.writing() as uow:
        photo = await uow.files.keep(Photo(file_id="f", unique_id="u"))
        await uow.chats.add_resident(building.chat.id, building.wang.id, now=clock.now())
        await uow.chats.set_administrators(building.chat.id, frozenset({12}), now=clock.now())
        await uow.people.set_home(building.wang.id, building.chat.id)
    wish = await building.wish(photo=photo)
    whole, leaver = await building.wish(), await building.person(13, "赵")
    moving = await building.group(-7, "搬走的群", purpose=None)
    async with store.units.writing() as uow:
        await uow.gathered.add(whole.id, [wish.id])
        await uow.retention.set_next_round("retention", clock.now())
        lease = {"kind": "process", "name": "one", "holder": "h", "fence": 1, "lease_until": clock.now()}
        await session_of(uow).run(leases.insert().values(bot_id=store.bot_id, **lease))
        await uow.chats.move(moving.id, telegram_id=-1007)
        gone = await uow.files.keep(Photo(file_id="g", unique_id="v"))
    await store.shelf.fetched(gone, sha256="0" * 64, size_bytes=1)
    async with store.units.writing() as uow:
        await uow.person_data.forget(leaver, gone=(), photos={gone}, now=clock.now())
    async with store.units.writing() as uow:
        sums = Sums(filed=1, done=0, left_out=0, overdue=0)
        told = BulletinLine(wish, Section.NEW, State.OPEN, None, shown=True)
        await uow.bulletins.add(building.chat.id, until=clock.now(), language="zh", sums=sums, lines=[told])
        await uow.postings.claim(wish, day=date(2026, 3, 2), most_cards=5)
        await uow.followers.add(wish.id, building.li.id, Stance.JOIN, now=clock.now())
        await uow.transcripts.add(wish.id, building.li, now=clock.now())
        await uow.similar.tapped(
            wish_id=wish.id, person_id=building.li.id, label=SimilarTap.SAME, words="灯不亮", now=clock.now()
        )
        answer = await uow.answers.add(
            wish_id=wish.id, kind=AnswerKind.PROMISE, words="", due_on=date(2026, 4, 1), photos=(photo,),
            speaker=committee, speaker_id=building.li.id, now=clock.now(),
        )  # fmt: skip
        await uow.answers.add_thanks(answer.id, building.wang.id, now=clock.now())
        await uow.questions.add(
            wish_id=wish.id, asker=committee, asker_id=building.li.id, words="哪盏灯？", told=False, now=clock.now()
        )
        await uow.questions.add(
            wish_id=wish.id, asker=committee, asker_id=building.li.id, words="灯坏了", told=False, now=clock.now(),
            same_as=wish.id,
        )  # fmt: skip
        await uow.filing_pauses.add(
            wish_id=wish.id, person_id=building.wang.id, estate_key="east", by_id=building.li.id, reason=Reason.FLOOD,
            since=clock.now(), until=clock.now() + timedelta(days=7),
        )  # fmt: skip
        await uow.alarms.add(person_id=building.wang.id, estate_key="east", dangers=(Danger.FIRE,), now=clock.now())
        await _change(wish, photo, building, committee, uow)
        await uow.filed_for.add(FiledFor(wish.id, building.li.id, "李", Filer.CAPTAIN, Way.SLIP, "孙", "502", photo))
        await uow.filed_for.pass_on(answer.id, building.li.id, now=clock.now())
        await uow.jots.note_asked(11, on=date(2026, 3, 2))
        await uow.jots.add(
            Quoted(70, 11, "王", "灯坏了"), author_telegram_id=11, chat_id=building.chat.id, asked_by=building.li.id,
            now=clock.now(),
        )  # fmt: skip
        await uow.unsigned.add(chat_id=building.chat.id, message_id=71, body="{}", expires_at=clock.now())
        await uow.topics.choose(building.chat.id, TopicUse.WISHES, 9)
        uses = {Function.POLLS: Use(2, 5, 4)}
        review = FunctionReview(building.chat.id, "east", clock.now(), clock.now(), clock.now(), 60, 9, uses)
        await uow.functions.save(review)
        await uow.functions.stop(building.chat.id, Function.POLLS, name="李", body=None, now=clock.now())
        await uow.card_presses.put(wish.id, building.li.id, CardButton.JOIN, Outcome.COUNTED, now=clock.now())
        await uow.onboardings.save(Onboarding(building.chat.id, onboarding.Step.BOUND, building.li.id))
        await uow.intakes.save(Intake("east", IntakeState.OPEN, clock.now(), opened_at=clock.now()))
        await uow.intakes.join_trial("east", building.li.id, now=clock.now())
        await uow.mornings.save(Morning("east", next_at=clock.now() + timedelta(days=1), since=clock.now()))
        await uow.referrals.add(
            wish_id=wish.id, by=committee, by_id=building.li.id, to=Body.PROPERTY, words="", now=clock.now()
        )
        await uow.triages.save(wish.id, Triage(Matter.TALK, frozenset({Level.COMMITTEE, Level.ABOVE}), clock.now()))
        await uow.misses.add(
            wish.id, due_on=date(2026, 3, 5), what=What.PROMISE, up_on=date(2026, 3, 9), now=clock.now()
        )
        await uow.unknown_years.tell("east", 2027, now=clock.now())
        await _run_a_project(wish, photo, building, committee, uow)
        await _plan(wish, building, committee, uow)
        await listed(building, committee, uow)
        await _ledger(photo, building, committee, uow)
        await _broadcast(photo, building, committee, uow)
        await _planned(photo, building, committee, uow)
        await _signup(building, uow)
        await _thing(building, uow)
        await _polls(wish, building, committee, uow)
        await _roles(building, uow)
        await uow.contacts.save(Contact(clock.now(), AwayLine(clock.now(), clock.now(), clock.now(), several=True)))
        await uow.dialogs.save(
            building.chat.id, building.li.id,
            DialogState(
                run=await uow.dialogs.next_run(), dialog="d", version=1, step="s", answers={"a": "灯"}, trail=("a",),
                language="zh", idle_at=clock.now(), expires_at=clock.now() + timedelta(days=1),
            ),
        )  # fmt: skip
        await uow.answers.hold(answer.id, due_at=clock.now())
        await uow.verdicts.ask(
            wish_id=wish.id, answer_id=answer.id, round=Round.FIRST, asked_at=clock.now(), closes_at=clock.now(),
            reopen_until=None, people=[(building.li.id, True, True)],
        )  # fmt: skip
        await uow.wish_claims.thank((await _claimed(wish, building, uow)).id, building.li.id, now=clock.now())
        await uow.matches.look_at(wish.id, at=clock.now())
        await quarrelled(wish, photo, building, uow)
        await uow.matches.add(Match(wish.id, whole.id, building.li.id, asked_at=clock.now(), next_at=clock.now()))
        await _deliberate(wish, photo, building, committee, uow)
        await uow.attention.choose(building.li.id, wish.id, Attention.WEEKLY, now=clock.now())
        await uow.outbox.put(WishAnswered(wish.id, answer.id))
        await uow.outbox.say(building.chat.id, Reply((line("a"),), slot="card"), language="zh")
        await uow.outbox.say(building.chat.id, Reply((line("a"),)), language="zh")
    another = await building.wish("楼道的灯不亮")
    async with store.units.writing() as uow:
        await uow.wishes.end_as_duplicate(another.id, of_wish_id=wish.id, now=clock.now())
    (notice,) = await store.queue.notices(limit=1)
    async with store.units.writing() as uow:
        await uow.tellings.add(
            notice_id=notice.id, person_id=building.li.id, estate_key="east", wish_id=wish.id, urgent=False,
            due_at=clock.now(), told=True,
        )  # fmt: skip
    await store.inbox.keep([InboxRow(1, -1001, 11, "{}", clock.now(), 0)], now=clock.now())


async def _claimed(wish: Wish, building: Building, uow: UnitOfWork) -> Claim:
    now, li = building.clock.now(), building.li
    return await uow.wish_claims.add(
        Claim(
            0, wish.id, li.id, ClaimKind.GROUP, helpers="赵", firm="", due_on=date(2026, 4, 1), claimed_at=now,
            enters_home=True, needs_word=True, phase=Phase.RUNNING, phase_at=now, accepted_at=now, contact="502",
            due_before=date(2026, 3, 20), put_off_because="木板还没到货",
        )
    )  # fmt: skip


async def _deliberate(wish: Wish, photo: str, building: Building, committee: Speaker, uow: UnitOfWork) -> None:
    now, li = building.clock.now(), building.li
    argued = await uow.deliberations.add(
        Deliberation(
            0, wish.id, Form.COUNCIL, "哪盏灯？", "", "", now, date(2026, 3, 9), now + timedelta(days=7), li.id,
            By(committee.name, committee.body), next_at=now + timedelta(days=7),
        )
    )  # fmt: skip
    said = Contribution(0, argued.id, wish.id, 0, li.id, Part.NOTE, Voice.EXPERT, None, "陈工", "看过了", (photo,), now)
    said = await uow.deliberations.say(said)
    await uow.deliberations.set_tap(said.id, building.wang.id, Tap.AGREE, now=now)
    await uow.dissents.toggle(wish.id, li.id, needed_from=3, now=now)


async def _change(wish: Wish, photo: str, building: Building, committee: Speaker, uow: UnitOfWork) -> None:
    now, li = building.clock.now(), building.li
    step = CourseStep(wish.id, CourseStepKind.TAKEN, State.TAKEN, Mover.STAFF, now, speaker=committee)
    await uow.course.add(step)
    await uow.takedowns.save_report(wish.id, li.id, Report(reported_at=now))
    await uow.takedowns.add(wish_id=wish.id, step=Step.FOLDED, now=now, reports=3)
    await uow.statements.add(wish_id=wish.id, words="换过灯管了", speaker=committee, speaker_id=li.id, now=now)
    await uow.amendments.add(wish_id=wish.id, words="晚上也不亮", photo=photo, now=now)
    await uow.amendments.withdraw(Withdrawal(wish.id, WithdrawalReason.SOLVED, "", now, State.OPEN, date(2026, 3, 9)))


async def _run_a_project(wish: Wish, photo: str, building: Building, by: Speaker, uow: UnitOfWork) -> None:
    now, li = building.clock.now(), building.li
    brief = Brief(ProjectKind.WORKS, "换灯", "3", date(2026, 3, 20), indicators=(Indicator(3, "盏", "换3盏"),))
    project = await uow.projects.open(brief, estate_key="east")
    await uow.projects.link(project.id, [wish.id])
    told = {"by": by, "by_id": li.id, "now": now}
    await uow.projects.add_step(project, Move.OPENED, before=project.stage, words="", day=None, **told)
    records = uow.project_records
    paid = {"source": Source.SOCIETY, "side": Side.PLANNED, "cents": 2**40, "corrects": False, "words": ""}
    await records.add_money(project.id, **paid, **told)
    await records.put_milestone(project.id, name="到货", day=date(2026, 3, 9))
    await records.add_report(project.id, percent=40, words="", reason="", milestone_id=None, photos=[photo], **told)
    asked = {"party": Party.RESIDENT, "said": Said.ASKED, "person_id": li.id, "ask_at": now}
    await records.add_say(project.id, 1, **asked, now=now)


async def _plan(wish: Wish, building: Building, by: Speaker, uow: UnitOfWork) -> None:
    now, told = building.clock.now(), {"by": by, "by_id": building.li.id, "now": building.clock.now()}
    plan = Plan("换灯", Tier.SOON, date(2026, 6, 30), Body.PROPERTY, Funding({Source.SOCIETY: 2**40}, 500))
    item = await uow.items.make(plan, estate_key="east", now=now)
    await uow.items.put_in(item.id, [wish.id])
    await uow.items.add_step(item.id, ItemMove.MOVED, words="缺货", before=date(2026, 5, 1), day=plan.day, **told)
    await uow.plan_posts.changed("east", now=now, due_at=now)
    await uow.plan_posts.post("east", now.date(), since=now)
    await uow.plan_posts.publish("east", PublicationKind.YEAR, "2026", words="", rows=[(item.id, "")], **told)


async def _broadcast(photo: str, building: Building, by: Speaker, uow: UnitOfWork) -> None:
    now, li = building.clock.now(), building.li
    private = await uow.chats.private_of(li)
    told = await uow.broadcasts.add(
        Content({"zh": "<b>明天停水</b>"}, (EntryFile(photo),)),
        Audience(Whom.BUILDINGS, ("east",), ("3",), ((1, "东片"),)),
        estate_key="east",
        channel=Channel.BOTH,
        ask_read=True,
        emergency=False,
        state=BroadcastState.SENDING,
        by=by,
        by_id=li.id,
        desk_chat_id=private.id,
        starts_at=now,
        reached=Reached((building.chat,), ((li.id, private.id),), {"muted": 2}),
        now=now,
    )
    await uow.broadcasts.read(told.id, li.id, now=now)


async def _planned(photo: str, building: Building, by: Speaker, uow: UnitOfWork) -> None:
    now, li = building.clock.now(), building.li
    planned = await uow.planned_broadcasts.add(
        PlannedBroadcast(
            *(0, "east", 0, Content({"zh": "明天停水"}, (EntryFile(photo),)), Audience(Whom.ALL, ("east",))),
            channel=Channel.BOTH,
            ask_read=True,
            emergency=False,
            rule=Rule(Repeat.WEEKLY, now.date(), time(9), on_day_off=OnDayOff.BEFORE),
            state=PlannedState.PLANNED,
            by=by,
            by_id=li.id,
            at=now,
            zone="Asia/Shanghai",
            desk_chat_id=(await uow.chats.private_of(li)).id,
            desk_language="zh",
            skipped=frozenset({now.date()}),
            due_day=now.date() + timedelta(days=7),
            due_at=now + timedelta(days=7),
        )
    )
    await uow.planned_broadcasts.agreed(planned.id, by=by, now=now)
    await uow.broadcast_templates.add(Template(0, "east", "停水", {"zh": "{哪天}停水"}, li.id, "李", now))


async def _roles(building: Building, uow: UnitOfWork) -> None:
    now, wang, li = building.clock.now(), building.wang, building.li
    terms = RoleTerms(GrantRole.CAPTAIN, "王阿姨", now.date(), now.date() + timedelta(days=30), Scope(("3",)))
    by = {"estate_key": "east", "by_id": li.id, "by": "李", "now": now}
    given = await uow.grants.offer(terms, **by, person_id=wang.id, link=False)
    accepted = grants.accept(given, person_id=wang.id, telegram_id=wang.telegram_id, now=now)
    ended = grants.end(accepted, by_id=li.id, by="李", why="搬走了", today=now.date(), now=now)
    await uow.grants.save(ended)
    await uow.grants.tell(ended.id, holder_at=now + timedelta(hours=9), giver_at=now + timedelta(hours=9))
    await uow.grants.offer(replace(terms, scope=ENTIRE), **by, person_id=li.id, link=True)
    home = replace(terms, role=GrantRole.RESIDENT, scope=Scope(("3",)))
    lives = await uow.grants.offer(home, **by, person_id=wang.id, link=False)
    await uow.grants.save(grants.accept(lives, person_id=wang.id, telegram_id=wang.telegram_id, now=now))


async def _ledger(photo: str, building: Building, by: Speaker, uow: UnitOfWork) -> None:
    now, li = building.clock.now(), building.li
    told = {"estate_key": "east", "by": by, "by_id": li.id, "now": now}
    draft = LedgerDraft(EntryKind.INCOME, "repair-fund", 2**40, date(2026, 3, 1), "利息", (EntryFile(photo),))
    wrong = await uow.ledger.publish(draft, **told)
    entry = await uow.ledger.publish(replace(draft, cents=5), **told, corrects=wrong, reason="多写了几个零")
    asked = await uow.ledger.ask(entry.id, asker_id=li.id, name="王", words="哪家银行？", now=now)
    await uow.ledger.answer(asked.id, words="工行", by=by, by_id=li.id, now=now)
    chat = await uow.chats.private_of(li)
    table = await uow.files.keep(Photo("t", "t"))
    sent = {"chat_id": chat.id, "person_id": li.id, "language": "zh", "file": table, "name": "三月.csv"}
    await uow.ledger.take_table(estate_key="east", **sent, now=now)
    grid = await uow.place_trees.add_grid("east", "东片")
    house = Addition(PlaceLevel.BUILDING, ("3",), "玉兰楼", "东片")
    await uow.place_trees.add("east", [house, Addition(PlaceLevel.HOUSEHOLD, ("3", "502"), closed=True)], now=now)
    await uow.place_trees.save_grid(replace(grid, closed_at=now))
    places = await uow.files.keep(Photo("p", "p"))
    await uow.place_trees.take_file(estate_key="east", **{**sent, "file": places, "name": "楼.csv"}, now=now)


async def _signup(building: Building, uow: UnitOfWork) -> None:
    now = building.clock.now()
    event = Event("包粽子", "门口", now + timedelta(days=3), now + timedelta(days=2), places=3, guests=2)
    asked = Signup(0, "east", 0, event, "Asia/Shanghai", building.li.id, "李", now, remind_at=now + timedelta(days=1))
    signup = await uow.signups.open(scheduled(asked), [building.chat.id])
    for person_id, name in ((building.wang.id, "王"), (building.li.id, "李"), (None, "孙奶奶")):
        roll = await uow.signups.get(signup.id)
        entry = SignupEntry(0, person_id, person_id or building.wang.id, name, now, guest_names="小明", guests=1)
        await uow.signups.save(roll, sign(roll, entry))
    await uow.signups.record(signup.id, SignupStep.CANCELLED, by=Speaker(0, "李", Body.COMMITTEE), now=now)
    await uow.signups.tell(signup.id, [0], SignupNews.LIST, due_at=now + timedelta(days=2))


async def _thing(building: Building, uow: UnitOfWork) -> None:
    now, photo = building.clock.now(), await uow.files.keep(Photo("u", "u"))
    found = Thing(0, "east", 0, ThingKind.FOUND, "钥匙", "门口", building.li.id, "李", now, now, photo=photo)
    timed = things.timed(found, since=now, terms=ThingTerms(), zone=ZoneInfo("Asia/Shanghai"))
    thing = await uow.things.post(timed, [(building.chat.id, None)], most_things=2, day=now.date())
    before = await uow.things.get(thing.id)
    came = await uow.things.save(before, things.respond(before, Response(0, building.wang.id, "王", "红色", now)))
    (mine,) = came.responses
    taken = things.accept(came, mine)
    await uow.things.save(came, things.passed_on(taken, taken.responses[0], "门卫室"))
    await uow.things.tell(thing.id, 0, ThingNews.ENDING, due_at=now + timedelta(days=2))


async def _polls(wish: Wish, building: Building, by: Speaker, uow: UnitOfWork) -> None:
    now, li, closes_at = building.clock.now(), building.li, building.clock.now() + timedelta(days=3)
    draft = polls.Draft("什么颜色？", ("白", "黄"), False, False, True, closes_at.date(), wish_id=wish.id)
    poll = await uow.polls.open(draft, estate_key="east", by=by, by_id=li.id, now=now, closes_at=closes_at)
    await uow.polls.save(replace(poll, closed_at=now, due=polls.Due.NAG, next_at=closes_at))
    post = await uow.polls.post(poll.id, building.chat.id)
    await uow.polls.says(post.id, polls.fingerprint(draft.question, draft.options))
    await uow.polls.save_post(replace(post, telegram_id="2" * 19, message_id=2**40, counts=(1, 0), voters=1))
    await uow.polls.answer("2" * 19, li.id, [0], now=now)
    (given,) = await uow.polls.answers_of(poll.id, li.id)
    await uow.polls.count_answer(poll.id, li.id, given.id, chosen="白")
    await uow.polls.state(poll.id, words="刷成白的", by=by, by_id=li.id, now=now, review_on=closes_at.date())
