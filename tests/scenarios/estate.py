"""A small estate in a simulated Telegram, with the real bot at work in it: the stage of every story."""

from __future__ import annotations

import asyncio
import contextlib
import os
import random
import socket
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import yaml

from bot import app
from bot.app import App
from bot.settings import Settings
from bot.webhook import Address
from simulator.client import Group, Person, World
from simulator.server import serve
from simulator.world import World as Telegram
from tests.scenarios.balancer import Balancer, balancing

CHECKOUT = Path(__file__).resolve().parents[2]
TOKEN = "7000000001:local-telegram-needs-no-secret"
BOT = "wishwell_bot"
#: A Monday, 09:00 in Shanghai.
BEGINNING = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
#: What the bot waits for by itself, such as Telegram's limits; whatever lies further off is for the story to reach.
PATIENCE = timedelta(minutes=3)

#: `WISHWELL_INTAKE=webhook`: every story is played by webhook.
BY_WEBHOOK = os.environ.get("WISHWELL_INTAKE", "polling") == "webhook"

#: `WISHWELL_PROCESSES=2`: on PostgreSQL every story is played by so many processes behind one address.
PROCESSES = int(os.environ.get("WISHWELL_PROCESSES", "1"))

#: For stories of many messages in which Telegram's limits play no part: `world.limits(False)` goes with it.
WITHOUT_PACE: dict[str, object] = {"delivery": {"messages_per_s": 1000, "per_chat_per_s": 30, "per_group_per_min": 600}}

#: Where the clock stands still, all happens within one morning: only stories about quiet set limits to it.
UNHURRIED: dict[str, object] = {
    "cards_a_day": 1000,
    "edits_per_min": 600,
    "public_wishes_a_day": 1000,
    "alike_wishes_a_day": 1000,
    "flood_in_10_s": 10_000,
    "flood_in_a_minute": 10_000,
}
#: For stories about quiet: config.yaml's own defaults.
QUIET: dict[str, object] = {"quiet": {}}

SECRETARY, FOREMAN, CHAIR, FOREIGN_SECRETARY = 9001, 9002, 9003, 9101
CAPTAIN, VOLUNTEER, EXPERT = 9004, 9005, 9006  #: in no group, until a story brings them

ESTATES: list[dict[str, object]] = [
    {
        "key": "sunny",
        "name": "阳光小区",
        "trial": False,
        "bodies": {
            "committee": [{"id": SECRETARY, "name": "李书记"}],
            "property": [{"id": FOREMAN, "name": "张师傅"}],
            "owners": [{"id": CHAIR, "name": "钱主任"}],
        },
        "captains": [{"id": CAPTAIN, "name": "李姐", "building": "3"}],
        "volunteers": [{"id": VOLUNTEER, "name": "小周"}],
        "experts": [{"id": EXPERT, "name": "陈工"}],
    }
]
RIVER: dict[str, object] = {
    "key": "river",
    "name": "河畔花园",
    "bodies": {"committee": [{"id": FOREIGN_SECRETARY, "name": "何书记"}]},
}


@dataclass
class Estate:
    """Building 3 with four residents, building 5 with one, the staff chat, and somebody from elsewhere."""

    world: World
    running: Running
    wang: Person  #: 71, building 3
    chen: Person
    liu: Person
    zhao: Person  #: never pressed Start
    emma: Person  #: building 5, her phone speaks English
    secretary: Person
    foreman: Person
    chair: Person
    outsider: Person
    building3: Group
    building5: Group
    staff: Group
    telegram: Telegram  #: the simulator itself, for what no app offers: see `forging`

    async def is_heard(self) -> None:
        """Until all that people did has been handled; unlike `settle`, time does not pass for what then waits."""
        apps = self.running.apps
        while True:
            before = await self.world.control("GET", "idle", query={"wait_s": 1})
            handled = not (self.running.busy or await apps[0].store.inbox.waiting())
            after = await self.world.control("GET", "idle")
            if handled and after["idle"] and before["activity"] == after["activity"]:
                return
            await asyncio.sleep(0.002)

    async def bot_restarts(self) -> None:
        """Stop the bot as SIGTERM does and start it anew on the same database."""
        await self.running.stop()
        await self.running.start()
        await self.world.settle()


def config_for(
    base_url: str,
    folder: Path,
    *,
    estates: list[dict[str, object]],
    language: str,
    extra: dict[str, object] | None = None,
    listen: str = "127.0.0.1:0",
) -> Path:
    """config.yaml's defaults, these estates, the simulator's address and clock, and what the story wants otherwise.

    What it wants of `telegram` is laid over the address.
    """
    config = folder / "config.yaml"
    extra = dict(extra or {})
    own = extra.pop("telegram", {})
    assert isinstance(own, dict)
    settings = {
        "language": language,
        "telegram": {"base_url": base_url, "poll_timeout_s": 30, "webhook": {"listen": listen}, **own},
        "estates": estates,
        "files": {"folder": str(folder / "files")},
        "clock": {"url": base_url.replace("http", "ws") + "/clock"},
        "quiet": UNHURRIED,
    }
    config.write_text(yaml.safe_dump(settings | extra, allow_unicode=True))
    return config


class Running:
    """The bot in this process, over real HTTP; it can be stopped and started again.

    With `listens` it is as many of it as there are addresses, on one database, each with its own connections to it.
    """

    def __init__(self, settings: Settings, *, webhook: Address | None = None, listens: Sequence[str] = ()) -> None:
        self.settings = settings
        self.webhook = webhook  #: where Telegram brings updates after the next start; None: they are polled
        self.listens = listens
        self.lives: list[_Life] = []
        self.world: World | None = None  #: for moving its clock
        self.balancer: Balancer | None = None  #: None: nobody stands before it
        self.patience = PATIENCE  #: for stories of what happens within these minutes it can be made shorter
        self.stride = timedelta(0)  #: how far the clock moves at least when the bot waits for a moment near by

    @property
    def app(self) -> App | None:
        """The first of them."""
        return self.apps[0] if self.lives else None

    @property
    def apps(self) -> list[App]:
        return [life.app for life in self.lives if life.app is not None]

    @property
    def busy(self) -> bool:
        return any(each.lanes.busy or each.delivery.busy for each in self.apps)

    async def start(self) -> App:
        for number, listen in enumerate(self.listens or (None,)):
            settings = self.settings if listen is None else self.settings.listening_at(listen)
            life = _Life(settings, self.webhook, name="main" if listen is None else f"p{number}")
            self.lives.append(life)
            await life.begin()
        return self.apps[0]

    async def stop(self) -> None:
        lives, self.lives = self.lives, []
        for life in lives:
            await life.end()

    async def stop_one(self, number: int) -> None:
        await self.lives.pop(number).end()

    def another(self, life: _Life) -> _Life:
        """One more of the same name, not begun yet; it listens elsewhere."""
        return _Life(life.settings.listening_at(free_port()), self.webhook, name=life.name)

    async def kill_one(self, number: int) -> None:
        """As SIGKILL: no last words, no lease is given back."""
        await self.lives.pop(number).break_off()

    async def quiet(self) -> bool:
        """Whether nothing is left to do; where the bot only waits for a moment near by, that moment comes."""
        assert self.world is not None
        while self.busy:
            await asyncio.sleep(0.002)  # cheaper than asking the database and the simulator all the while
        # Only whoever sends knows when Telegram's limits let it go on; to the others its parcels are overdue meanwhile.
        asked = [each for each in self.apps if each.membership.sends()] or self.apps
        for each in asked:
            if not await each.quiet():
                return False
        first = asked[0]
        due = await first.next_due()
        if due is None or due - first.clock.now() > self.patience:
            return not self.busy
        moment = max(due, first.clock.now() + self.stride)
        await self.world.control("POST", "clock", {"set": moment.isoformat()})
        return False


class _Life:
    """One process of the bot, from its start to its end, as `python -m bot run` lives it."""

    def __init__(self, settings: Settings, webhook: Address | None, *, name: str) -> None:
        self.settings, self.name, self._webhook = settings, name, webhook
        self._stop, self._ready = asyncio.Event(), asyncio.Event()
        self._work: asyncio.Task[None] | None = None
        self.app: App | None = None

    async def begin(self) -> None:
        self._work = asyncio.create_task(self._live())
        waiting = asyncio.create_task(self._ready.wait())
        await asyncio.wait({self._work, waiting}, return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()
        if self._work.done():
            await self._work

    async def _live(self) -> None:
        async with app.opened(self.settings, webhook=self._webhook, name=self.name) as running:
            self.app = running
            await app.show_menus(running)
            self._ready.set()
            await running.run(self._stop)

    async def ended(self) -> None:
        """Return when it has ended by itself."""
        if self._work is not None:
            await self._work

    async def end(self) -> None:
        self._stop.set()
        await self.ended()

    async def break_off(self) -> None:
        assert self._work is not None
        assert self.app is not None
        self.app.scheduler.shutdown(wait=False)  # it runs beside the work, and the dead do not tick
        self._work.cancel()
        await asyncio.wait([self._work])


def free_port() -> str:
    """A host and port that were free a moment ago, below those that connections take for themselves."""
    while True:
        with socket.socket() as taken, contextlib.suppress(OSError):
            taken.bind(("127.0.0.1", random.randint(20_000, 32_000)))
            return f"127.0.0.1:{taken.getsockname()[1]}"


@contextlib.asynccontextmanager
async def telegram(*, sees_all: bool = False) -> AsyncIterator[tuple[Telegram, str]]:
    """A simulated Telegram whose clock stands still at `BEGINNING`."""
    world = Telegram(start=BEGINNING, rate=0)
    world.add_bot(token=TOKEN, name="邻愿", username=BOT, sees_all=sees_all)
    async with serve(world) as running:
        yield world, running.base_url


@contextlib.asynccontextmanager
async def estate(
    database_url: str,
    folder: Path,
    *,
    language: str = "zh",
    bound: bool = True,
    sees_all: bool = False,
    answer_within_days: int = 3,
    time_zone: str = "Asia/Shanghai",
    trial: bool = False,
    extra: dict[str, object] | None = None,
    webhook: bool = BY_WEBHOOK,
    processes: int = PROCESSES,
) -> AsyncIterator[Estate]:
    """The estate with everyone in it, the chats bound by the secretary as anybody would bind them.

    `trial`: wishes are taken only after two of the staff have tried it.

    `extra`: further groups of config.yaml. `webhook`: Telegram brings updates to the bot, which else polls.
    `processes`: of the bot, where the database is PostgreSQL; on SQLite there is one.
    """
    how = {"answer_within_days": answer_within_days, "time_zone": time_zone, "trial": trial}
    estates = [{**one, **how} for one in (*ESTATES, RIVER)]
    several = processes if processes > 1 and not database_url.startswith("sqlite") else 0
    async with contextlib.AsyncExitStack() as stack:
        simulated, base_url = await stack.enter_async_context(telegram(sees_all=sees_all))
        listen, listens = free_port(), [free_port() for _ in range(several)]
        config = config_for(base_url, folder, estates=estates, language=language, extra=extra, listen=listen)
        settings = Settings.load(config, {"BOT_TOKEN": TOKEN, "DATABASE_URL": database_url})
        address = Address.read(f"http://{listen}/tg/hook") if webhook else None
        running = Running(settings, webhook=address, listens=listens)
        if several and webhook:
            running.balancer = await stack.enter_async_context(balancing(listen, listens))
        await running.start()
        try:
            async with await World.connect(base_url, settled=running.quiet) as world:
                running.world = world
                built = await _people_and_chats(world, running, simulated)
                if bound:
                    await bind(built)
                yield built
        finally:
            await running.stop()


async def _people_and_chats(world: World, running: Running, simulated: Telegram) -> Estate:
    world.autosettle = False
    secretary = await world.person("李书记", id=SECRETARY)
    foreman = await world.person("张师傅", id=FOREMAN)
    chair = await world.person("钱主任", id=CHAIR)
    wang, chen = await world.person("王阿姨"), await world.person("小陈")
    liu, zhao = await world.person("刘敏"), await world.person("老赵")
    emma = await world.person("Emma", language="en")
    outsider = await world.person("过路人")
    building3 = await world.group("3号楼邻居群", creator=secretary, members=[wang, chen, liu, zhao])
    building5 = await world.group("5号楼邻居群", creator=secretary, members=[emma, chen])
    staff = await world.group("阳光小区工作群", creator=secretary, members=[foreman, chair])
    await world.settle()
    world.autosettle = True
    return Estate(
        world,
        running,
        wang,
        chen,
        liu,
        zhao,
        emma,
        secretary,
        foreman,
        chair,
        outsider,
        building3,
        building5,
        staff,
        simulated,
    )


async def bind(estate: Estate) -> None:
    """The secretary ties the three groups to the estate; wang, chen, liu and emma press the pinned card's button."""
    await estate.secretary.says(f"/bind@{BOT} 3号楼", to=estate.building3)
    await estate.secretary.says(f"/bind@{BOT} 5号楼", to=estate.building5)
    await estate.secretary.says(f"/bind@{BOT} staff", to=estate.staff)
