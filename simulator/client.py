"""People in the simulated Telegram, for stories that read like one.

    world = await World.connect(base_url, settled=bot_is_quiet)
    wang = await world.person("王阿姨")
    group = await world.group("3号楼邻居群", creator=secretary, members=[wang, li])
    await wang.says("/want@wishwell_bot 楼道灯坏了", to=group)
    await li.presses("我家也是", to=group)
    await li.sees("我家也是 1", to=group)

Everything goes over the control API, so the simulator may run in another process. After each act the world settles:
the simulator is idle, then the host's own `settled()` has returned, and meanwhile nothing has happened.
What people fail to see is an AssertionError that shows what they do see.
"""

import asyncio
import inspect
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime, timedelta
from typing import Any

import aiohttp

from simulator.client_people import BotAccount, Group, Person
from simulator.client_view import Message, Pressed

__all__ = ["BotAccount", "Group", "Message", "NotSettled", "Person", "Pressed", "Refused", "World"]

#: Between two looks at whether all is quiet; a tighter loop would take the computer away from the bot it waits for.
LOOK_AGAIN_S = 0.004

Json = dict[str, Any]
Settled = Callable[[], Awaitable[object]]


class Refused(Exception):
    """The simulator would not do it: no app offers this act, or the call made no sense."""


class NotSettled(AssertionError):
    """The bot kept working, or nobody polls, beyond the limit; the text shows the state."""


class World:
    """The whole simulated Telegram; `await World.connect(...)` makes one, `close()` or `async with` ends it."""

    def __init__(self, base_url: str, session: aiohttp.ClientSession, settled: Settled | None) -> None:
        self.base_url = base_url
        self.autosettle = True
        self.settle_limit_s = 20.0  #: real seconds
        self.act_takes_s = 0.0  #: simulator seconds that pass before each act, as people are no machines
        self._session = session
        self._settled = settled
        self._bots: dict[str, BotAccount] = {}

    @classmethod
    async def connect(cls, base_url: str, settled: Settled | None = None) -> "World":
        """`settled` is awaited by `settle()`; it returns when the bot is quiet, or a bool that says whether it is."""
        world = cls(base_url.rstrip("/"), aiohttp.ClientSession(), settled)
        for bot in (await world.control("GET", "state"))["bots"]:
            world._remember(bot)
        return world

    async def close(self) -> None:
        await self._session.close()

    async def __aenter__(self) -> "World":
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self.close()

    async def control(self, verb: str, path: str, body: Json | None = None, query: Json | None = None) -> Any:
        """One call of the control API; its result.

        Raises:
            Refused: with the simulator's reason.
        """
        url = f"{self.base_url}/control/{path}"
        params = {name: str(value) for name, value in (query or {}).items() if value is not None}
        async with self._session.request(verb, url, json=body, params=params) as response:
            answer = await response.json()
        if not answer["ok"]:
            raise Refused(answer["error"])
        return answer["result"]

    # who there is

    def bot(self, username: str | None = None) -> BotAccount:
        """The bot with this username, or the first one."""
        if username is None:
            return next(iter(self._bots.values()))
        return self._bots[username.lower().removeprefix("@")]

    async def new_bot(self, *, token: str, name: str, username: str, sees_all: bool = False) -> BotAccount:
        body = {"token": token, "name": name, "username": username, "sees_all": sees_all}
        return self._remember(await self.control("POST", "bots", body))

    def _remember(self, bot: Json) -> BotAccount:
        account = BotAccount(bot["id"], bot["first_name"], bot["username"])
        self._bots[account.username.lower()] = account
        return account

    async def person(
        self,
        name: str,
        language: str = "zh-hans",
        id: int | None = None,
        username: str | None = None,
        last_name: str | None = None,
    ) -> Person:
        body = {"name": name, "language": language, "id": id, "username": username, "last_name": last_name}
        made = await self.control("POST", "people", {key: value for key, value in body.items() if value is not None})
        return Person(self, made["id"], made["name"])

    async def people(self) -> list[Person]:
        """Everybody there is, such as those a seed has made."""
        state = await self.control("GET", "state")
        return [Person(self, one["id"], one["name"]) for one in state["people"]]

    async def groups(self) -> list[Group]:
        state = await self.control("GET", "state")
        return [Group(one["id"], one["title"]) for one in state["chats"] if one["type"] != "private"]

    async def group(
        self,
        title: str,
        creator: Person,
        members: Iterable[Person] = (),
        bot: bool = True,
        id: int | None = None,
        forum: bool = False,
        basic: bool = False,
        settle: bool | None = None,
    ) -> Group:
        body: Json = {
            "title": title,
            "creator": creator.id,
            "members": [member.id for member in members],
            "bot": bot,
            "forum": forum,
            "basic": basic,
        }
        if id is not None:
            body["id"] = id
        made = await self.control("POST", "groups", body)
        await self.after_act(settle)
        return Group(made["id"], made["title"])

    # time, quiet and misfortune

    async def settle(self) -> None:
        """Return when simulator and bot are quiet.

        Raises:
            NotSettled: after `settle_limit_s` real seconds.
        """
        loop = asyncio.get_running_loop()
        deadline = loop.time() + self.settle_limit_s
        while loop.time() < deadline:
            before = await self.control("GET", "idle", query={"wait_s": 1})
            if before["idle"] and await self._bot_settled(deadline - loop.time()):
                # Nothing may have happened on either side while the other one was asked.
                after = await self.control("GET", "idle")
                if after["idle"] and after["activity"] == before["activity"]:
                    return
            else:
                await asyncio.sleep(LOOK_AGAIN_S)
        raise NotSettled(f"not settled after {self.settle_limit_s:g} s\n{await self._state_for_humans()}")

    async def _bot_settled(self, left_s: float) -> bool:
        if self._settled is None:
            return True
        try:
            async with asyncio.timeout(max(left_s, 0.05)):
                said = self._settled()
                return (await said if inspect.isawaitable(said) else said) is not False
        except TimeoutError:
            return False

    async def _state_for_humans(self) -> str:
        idle, clock = await self.control("GET", "idle"), await self.control("GET", "clock")
        calls = (await self.control("GET", "calls"))[-8:]
        lines = [f"idle: {idle}", f"clock: {clock}", "last calls:"]
        lines += [
            f"  {call['method']} {'ok' if call['ok'] else call.get('description', 'no answer')} {call['params']}"[:300]
            for call in calls
        ]
        return "\n".join(lines)

    async def after_act(self, settle: bool | None) -> None:
        if self.autosettle if settle is None else settle:
            await self.settle()

    async def now(self) -> datetime:
        """The simulator's time, aware, UTC."""
        return datetime.fromisoformat((await self.control("GET", "clock"))["now"])

    async def advances(
        self, *, days: float = 0, hours: float = 0, minutes: float = 0, seconds: float = 0, settle: bool | None = None
    ) -> datetime:
        """Move the clock forward, then settle; the new time."""
        span = timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
        await self.control("POST", "clock", {"advance_s": span.total_seconds()})
        await self.after_act(settle)
        return await self.now()

    async def fails(
        self,
        method: str,
        kind: str,
        times: int = 1,
        retry_after_s: int | None = None,
        delay_s: float | None = None,
        chat: Group | Person | None = None,
        for_s: float | None = None,
    ) -> None:
        """The next `times` fitting calls fail: kind is 429, 500, 502, drop_before, drop_after or slow.

        `for_s`: all fitting calls fail for so many simulator seconds.
        """
        body: Json = {"method": method, "kind": kind, "times": times, "retry_after_s": retry_after_s}
        body |= {"delay_s": delay_s, "for_s": for_s, "chat": None if chat is None else chat.id}
        await self.control("POST", "faults", {key: value for key, value in body.items() if value is not None})

    async def is_down(self, *, hours: float) -> None:
        """For so long nothing of Telegram answers, neither polls nor calls. People go on writing, webhooks go on."""
        for method in ("*", "getUpdates"):
            await self.fails(method, kind="502", for_s=hours * 3600)

    async def cuts_off(self, *, hours: float) -> None:
        """For so long nothing gets through to the bot or from it. A poll under way still brings one answer."""
        await self.is_down(hours=hours)
        await self.fails("webhook", kind="502", for_s=hours * 3600)

    async def numbers_updates_from(self, next_id: int) -> None:
        """The ids of updates jump, forwards or backwards."""
        await self.control("POST", "update_ids", {"next": next_id})

    async def ephemerals(self, *, server: str | None = None, lose: int | None = None, expire: bool = False) -> None:
        """Telegram's ephemeral messages: `server` is knows or too_old; `lose` so many of the next; all `expire`."""
        body: Json = {"server": server, "lose": lose, "expire": expire}
        await self.control("POST", "ephemeral", {key: value for key, value in body.items() if value is not None})

    async def forgets_faults(self) -> None:
        await self.control("DELETE", "faults")

    async def redelivers(self, update_id: int | None = None, settle: bool | None = None) -> Json:
        """The bot gets an update (the latest by default) once more; returns it."""
        update: Json = await self.control("POST", "redeliver", {} if update_id is None else {"update_id": update_id})
        await self.after_act(settle)
        return update

    async def fetches(self, path: str) -> bytes:
        """The bytes of a photo or a document, from the address its message shows."""
        async with self._session.get(f"{self.base_url}{path}") as response:
            response.raise_for_status()
            return await response.read()

    async def limits(self, enforce: bool) -> None:
        await self.control("POST", "limits", {"enforce": enforce})

    async def calls(self, method: str | None = None) -> list[Json]:
        """Every Bot API call so far, polls left out: `{at, bot, method, params, ok, error_code?, description?}`."""
        calls: list[Json] = await self.control("GET", "calls", query={"method": method})
        return calls

    async def updates(self) -> list[Json]:
        """Every update the bot was sent so far."""
        updates: list[Json] = await self.control("GET", "updates")
        return updates
