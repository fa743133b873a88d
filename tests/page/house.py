"""A group of neighbours with a scripted bot in it, and the pages people have open."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from playwright.async_api import Browser, ConsoleMessage, Error, Page, ViewportSize

from simulator.model import Person
from simulator.server import RunningServer
from tests.page.scripted_bot import ScriptedBot

DESKTOP = ViewportSize(width=1280, height=800)
PHONE = ViewportSize(width=390, height=844)
PATIENCE_MS = 5_000
START = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)  #: 09:00 on a Monday in Shanghai


class Pages:
    """Pages are made once and lent out: each test's simulator has a port and so a storage of its own."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._idle: dict[bool, list[Page]] = {True: [], False: []}

    async def lend(self, size: ViewportSize) -> Page:
        phone = size == PHONE
        if self._idle[phone]:
            return self._idle[phone].pop()
        context = await self._browser.new_context(viewport=size, has_touch=phone, reduced_motion="reduce")
        context.set_default_timeout(PATIENCE_MS)
        return await context.new_page()

    async def take_back(self, page: Page) -> None:
        await page.unroute_all()
        await page.goto("about:blank")
        await page.emulate_media(color_scheme="light")
        self._idle[page.viewport_size == PHONE].append(page)


@dataclass
class House:
    server: RunningServer
    bot: ScriptedBot
    pages: Pages
    group: int
    wang: Person
    li: Person
    chen: Person  #: made the group
    complaints: list[str] = field(default_factory=list)  #: errors of the pages
    _open: list[Page] = field(default_factory=list)

    async def opens(
        self,
        person: Person,
        chat: int | None = None,
        *,
        size: ViewportSize = DESKTOP,
        query: str = "",
        base_url: str | None = None,
    ) -> Page:
        """The page as this person, at this chat, in a browser of their own."""
        page = await self.pages.lend(size)
        self._open.append(page)
        page.on("console", self._on_console)
        page.on("pageerror", self._on_error)
        place = "" if chat is None else f"&chat={chat}"
        await page.goto(f"{base_url or self.server.base_url}/{query}#as={person.id}{place}")
        await page.wait_for_selector(".who b")
        return page

    async def closes_all(self) -> None:
        for page in self._open:
            page.remove_listener("console", self._on_console)
            page.remove_listener("pageerror", self._on_error)
            await self.pages.take_back(page)

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def _on_error(self, error: Error) -> None:
        self.complaints.append(str(error))

    async def does(self, person: Person, act: str, **fields: object) -> None:
        """An act of somebody who has no page open."""
        answer = await self._open[0].request.post(
            f"{self.server.base_url}/control/act", data={"as": person.id, "act": act, **fields}
        )
        assert answer.ok, await answer.text()
