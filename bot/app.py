"""The composition root: every part is made and joined here, and only here."""

from __future__ import annotations

import asyncio
import contextlib
import secrets
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot import menus
from bot.clock import FollowedClock, SystemClock
from bot.contact import LastContact
from bot.delivery import Delivery
from bot.delivery.documents import documents_of
from bot.delivery.pictures import Pictures
from bot.delivery.poll_posts import StoredPolls
from bot.delivery.press_answers import PressAnswers
from bot.dispatch import Dispatcher, Lanes
from bot.domain import stand_in
from bot.domain.house import House
from bot.drawing import ChildPainter
from bot.files import FileFetcher, FolderOfBytes
from bot.from_settings import catalog_for, house_of, lexicon_of, limits_of
from bot.intake import ALLOWED_UPDATES, Intake
from bot.nursery import Nursery
from bot.ports import Ambiguous, Bell, Clock, EditPace, Gone, Me, Rejected, Retry
from bot.processes import Membership
from bot.reach import reached
from bot.schedule import ticking
from bot.services import boards, cards, deliberation_lines, planned_lines, project_standing, signup_lines, thing_ends
from bot.settings import Settings
from bot.sheets import Sheets
from bot.store import Database, SqlBell, SqlLeases, Store, migrate
from bot.taps import TapLane
from bot.texts.catalog import Catalog
from bot.texts.renderer import Renderer
from bot.transport import BotApi
from bot.webhook import Address, Webhook, polling_allowed, secret_of
from handlers.falling_due import FallingDue
from handlers.front import Front
from handlers.routes import COMMANDS, COUNTED, UNSEEN_COMMANDS

TICK_EVERY_S = 5.0  #: how late a reminder may be, and how soon an outage of the database is forgotten
#: cards and boards: their edits in a chat are few, all together
_PACED = (
    *(cards.WISH_SLOT, boards.BOARD_SLOT, deliberation_lines.SLOT, project_standing.PROJECT_SLOT),
    *(signup_lines.SLOT, thing_ends.CARD_SLOT, thing_ends.BOARD_SLOT),
)
PACED_SLOTS = tuple(f"{slot}:" for slot in _PACED)
STOP_WITHIN_S = 4.0  #: what is under way when it is told to stop may take so long: 5 s in all

_log = structlog.get_logger(__name__)


@dataclass(slots=True)
class App:
    """A running bot. `quiet` and `tick` are for whoever steers the clock: the tests and the demo."""

    me: Me
    house: House
    store: Store
    clock: Clock
    transport: BotApi
    nursery: Nursery
    delivery: Delivery
    falling_due: FallingDue
    lanes: Lanes
    intake: Intake
    webhook: Webhook | None  #: None: we poll
    fetcher: FileFetcher
    renderer: Renderer
    membership: Membership
    bell: Bell | None  #: None: there are no other processes to ring for
    answers: PressAnswers
    scheduler: AsyncIOScheduler
    keep_keys: timedelta
    keep_failed: timedelta
    _was_quiet: tuple[datetime, int] | None = None  #: when all was, and after how many writings

    async def tick(self) -> None:
        """Do what is due, forget what is old, look for work that was left behind."""
        await self.meet_deadlines()
        now = self.clock.now()
        await self.store.inbox.forget_old(keys_before=now - self.keep_keys, failed_before=now - self.keep_failed)
        await self.store.queue.forget_old(before=now - self.keep_failed)
        self.look_for_work()

    def look_for_work(self) -> None:
        """Some may have been left behind."""
        self.lanes.wake()
        self.delivery.wake()
        self.fetcher.wake()

    async def meet_deadlines(self) -> int:
        """Do what is due by itself; returns how many things were."""
        if met := await self.falling_due.meet():
            self.delivery.wake()
            self.fetcher.wake()
        return met

    async def next_due(self) -> datetime | None:
        """When something is due next that people wait for; in the past if it waits for nothing but its turn."""
        moments = [await self.delivery.next_due(), await self.falling_due.next_due()]
        return min((moment for moment in moments if moment is not None), default=None)

    async def quiet(self) -> bool:
        """Whether everything that is due has been done: inbox, outbox and deadlines are empty.

        What comes in while it looks is missed: whoever must be sure asks twice.
        """
        seen = self.clock.now(), self.store.database.writings
        if self._busy:
            return False
        if seen == self._was_quiet:
            return True
        if not await self._still() or await self.meet_deadlines() or self._busy:
            return False
        self._was_quiet = seen
        return True

    @property
    def _busy(self) -> bool:
        return self.lanes.busy or self.delivery.busy or self.fetcher.busy

    async def _still(self) -> bool:
        if await self.store.inbox.waiting() or self._busy:
            return False
        return await self.delivery.quiet() and await self.fetcher.quiet()

    async def run(self, stop: asyncio.Event) -> None:
        """Work until `stop` is set, then end what is under way and come back within `STOP_WITHIN_S`."""
        await self.fetcher.keep_own(stand_in.KEY, stand_in.PICTURE)
        await self.membership.join()
        # What a killed process had on its way need not wait until its leases end.
        await self.store.queue.take_over()
        beating = partial(self.membership.run, changed=self.look_for_work, replaced=stop.set)
        self.nursery.keep(beating, name="membership")
        if self.bell is not None:
            self.nursery.keep(partial(self.bell.listen, self.delivery.wake), name="bell")
        self.scheduler.start()
        worked_off = asyncio.Event()
        self.nursery.start(self._work(worked_off), name="work")
        self.nursery.keep(self.fetcher.run, name="files")
        if self.webhook is None:
            self.nursery.keep(partial(self._poll, stop), name="intake")
        else:
            await self.webhook.open(self.nursery, stop=stop)
        # What fell due while no process ran must not wait for the scheduler's first turn.
        self.nursery.start(self.tick(), name="first-tick")
        await stop.wait()
        _log.info("stopping")
        self.scheduler.shutdown(wait=False)
        others_go_on = await self.membership.step_back()
        if self.webhook is not None:
            await self.webhook.close(remove=not others_go_on)
        await self.intake.touch.close()
        self.lanes.stop()
        self.delivery.stop()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(STOP_WITHIN_S):
                await worked_off.wait()
        self.nursery.cancel()
        await self.nursery.drain(STOP_WITHIN_S)
        await self.membership.leave()

    async def _poll(self, stop: asyncio.Event) -> None:
        await self.membership.until_sends()
        await polling_allowed(self.transport, stop=stop)
        await self.intake.run()

    async def _work(self, worked_off: asyncio.Event) -> None:
        async with Nursery() as crew:
            crew.keep(self.lanes.run, name="lanes")
            crew.keep(self.delivery.run, name="delivery")
        worked_off.set()


@contextlib.asynccontextmanager
async def opened(
    settings: Settings, *, stop: asyncio.Event | None = None, webhook: Address | None = None, name: str | None = None
) -> AsyncIterator[App]:
    """Everything made and joined; nothing runs yet but the followed clock. The database is brought up to date first.

    `webhook`: where Telegram brings updates; without one they are polled. `name`: of this process among several on
    PostgreSQL; started again under the same name it need not wait for what it held before. None: a new one each time.

    Raises:
        SettingsError: no token, or a file of names or of words that cannot be used.
        Rejected: Telegram refuses the token.
        Retry, Ambiguous: Telegram cannot be reached, and no `stop` was given: with one it is tried until that is set.
        Stopped: it was.
    """
    token, catalog, lexicon = settings.token(), catalog_for(settings), lexicon_of(settings)
    settings.files.path.mkdir(parents=True, exist_ok=True)
    await migrate(settings.database_url)
    async with contextlib.AsyncExitStack() as stack:
        transport = await stack.enter_async_context(
            BotApi(
                token,
                base_url=settings.telegram.base_url,
                file_url=settings.telegram.file_url,
                timeout_s=settings.telegram.request_timeout_s,
                allowed_updates=ALLOWED_UPDATES,
            )
        )
        me = await reached(transport, stop)
        database = Database.open(settings.database_url)
        stack.push_async_callback(database.close)
        nursery = await stack.enter_async_context(Nursery())
        stack.callback(nursery.cancel)
        clock = await _clock(settings, nursery)
        pace = EditPace(PACED_SLOTS, most=settings.quiet.edits_per_min)
        # On SQLite one process works at a time, and takes up at once what it held before it was killed.
        new_name = "main" if database.is_sqlite else f"{socket.gethostname()}-{secrets.token_hex(4)}"
        owner = name or new_name
        leases = None if database.is_sqlite else SqlLeases(database, me.id, name=owner, holder=secrets.token_hex(8))
        membership = Membership(leases)
        sender = membership if leases else None
        store = Store(database, me.id, clock, owner=owner, lexicon=lexicon, edit_pace=pace, sender=sender)
        app = _joined(
            settings,
            catalog=catalog,
            me=me,
            clock=clock,
            transport=transport,
            nursery=nursery,
            store=store,
            membership=membership,
            bell=SqlBell(settings.database_url, me.id, name=owner) if leases else None,
        )
        if webhook is not None:
            app.webhook = _webhook(settings, webhook, app)
        yield app


def _webhook(settings: Settings, address: Address, app: App) -> Webhook:
    async def waiting() -> tuple[int, int]:
        return await app.store.inbox.waiting(), await app.store.queue.waiting()

    return Webhook(
        address,
        listen=settings.telegram.webhook.host_and_port,
        secret=settings.webhook_secret or secret_of(settings.token()),
        telegram=app.transport,
        kinds=ALLOWED_UPDATES,
        keep=app.intake.keep,
        waiting=waiting,
        rides=app.answers.riding,
        touch=app.intake.touch,
        clock=app.clock,
    )


async def _clock(settings: Settings, nursery: Nursery) -> Clock:
    if settings.clock.url is None:
        return SystemClock()
    followed = FollowedClock(settings.clock.url)
    nursery.keep(followed.follow, name="clock")
    await followed.ready()
    return followed


def _joined(
    settings: Settings,
    *,
    catalog: Catalog,
    me: Me,
    clock: Clock,
    transport: BotApi,
    nursery: Nursery,
    store: Store,
    membership: Membership,
    bell: Bell | None,
) -> App:
    house = house_of(settings, catalog=catalog, me=me)
    # The day decides whether a date goes without its year: with estates in several zones the first one's will do.
    first = next(iter(house.estates.values()))
    renderer = Renderer(catalog, me.username, today=lambda: first.local(clock.now()).date())
    folder = FolderOfBytes(settings.files.path)
    delivery = Delivery(
        queue=store.queue,
        units=store.units,
        shelf=store.shelf,
        photos=folder,
        transport=transport,
        clock=clock,
        nursery=nursery,
        renderer=renderer,
        composer=planned_lines.compose,
        documents=documents_of(renderer, house.estates, store.shelf, folder, username=me.username),
        polls=StoredPolls(store.units, renderer, house.estates),
        pictures=Pictures(store.units, store.shelf, folder, ChildPainter(), renderer, house.estates),
        estates=house.estates,
        default_language=house.default_language,
        limits=limits_of(settings),
        lease_s=settings.delivery.lease_s,
        owner=store.owner,
        may_send=membership.sends,
        not_ours=bell.ring if bell else None,
        whispers=house.whispers,
    )
    store.units.hand_over_to(delivery.take_over)
    fetcher = FileFetcher(
        shelf=store.shelf,
        folder=folder,
        transport=transport,
        clock=clock,
        may_fetch=membership.sends,
        came=Sheets(store.units, house.estates, clock, committed=delivery.wake),
    )
    answers = PressAnswers(transport=transport, renderer=renderer, nursery=nursery)
    dispatcher = Dispatcher(
        units=store.units,
        inbox=store.inbox,
        front=Front(house),
        house=house,
        bot_id=me.id,
        transport=transport,
        clock=clock,
        answer_query=answers.answer,
        committed=delivery.wake,
        must_hear=lambda words: bool(house.watch.heard_in(words)),
        file_came=fetcher.wake,
    )
    lanes = Lanes(
        inbox=store.inbox, dispatcher=dispatcher, clock=clock, nursery=nursery, attempts=settings.inbox.attempts
    )
    taps = TapLane(
        writer=store.taps,
        judge=dispatcher.judge,
        counted=COUNTED,
        clock=clock,
        answer_query=answers.answer,
        committed=delivery.wake,
    )
    intake = Intake(
        transport=transport,
        inbox=store.inbox,
        clock=clock,
        me=me,
        poll_timeout_s=settings.telegram.poll_timeout_s,
        kept=lanes.wake,
        touch=LastContact(units=store.units, clock=clock, house=house, said=delivery.wake),
        tapped=taps.take,
        turn=membership.until_sends,
    )
    app = App(
        me=me,
        house=house,
        store=store,
        clock=clock,
        transport=transport,
        nursery=nursery,
        delivery=delivery,
        falling_due=FallingDue(units=store.units, clock=clock, house=house),
        lanes=lanes,
        intake=intake,
        webhook=None,
        fetcher=fetcher,
        renderer=renderer,
        membership=membership,
        bell=bell,
        answers=answers,
        scheduler=AsyncIOScheduler(),
        keep_keys=timedelta(days=settings.inbox.keep_keys_days),
        keep_failed=timedelta(days=settings.inbox.keep_failed_days),
    )
    app.scheduler = ticking(app.tick, every_s=TICK_EVERY_S)
    return app


async def show_menus(app: App) -> None:
    """Set the command menus; a failure is logged and leaves the old ones."""
    everyone = [*(name for name, route in COMMANDS.items() if route.in_menu), "cancel"]
    staff = [*everyone, *(name for name, route in COMMANDS.items() if route.for_staff)]
    try:
        await menus.show_menus(
            transport=app.transport,
            words=app.renderer,
            commands={menus.PRIVATE: everyone, menus.GROUPS: everyone, menus.ADMINISTRATORS: staff},
            languages=app.house.languages,
            default_language=app.house.default_language,
            ephemeral=UNSEEN_COMMANDS if app.house.whispers else frozenset(),
        )
    except (Retry, Ambiguous, Gone, Rejected) as why:
        _log.warning("menus_not_set", reason=str(why))
