"""SQL, and the only place that knows it.

database = Database.open(url)             # after `await migrate(url)`
store = Store(database, bot_id, clock)    # after getMe: every key begins with the bot's id
store.units, store.inbox, store.taps, store.queue, store.shelf
"""

from __future__ import annotations

from bot.domain.similarity import Lexicon
from bot.ports import Clock, EditPace, SenderLease
from bot.store.bell import SqlBell
from bot.store.database import Database, DatabaseUrlRefused, NestedWriting
from bot.store.files import SqlFileShelf
from bot.store.inbox import SqlInbox
from bot.store.leases import SqlLeases
from bot.store.queue import SqlOutboxQueue
from bot.store.revisions import current_revision, head_revision, migrate, steps_from
from bot.store.session import NotStored
from bot.store.taps import SqlTapWriter
from bot.store.unit import Offer, SqlUnitsOfWork

__all__ = [
    "Database",
    "DatabaseUrlRefused",
    "NestedWriting",
    "NotStored",
    "Offer",
    "SqlBell",
    "SqlLeases",
    "Store",
    "current_revision",
    "head_revision",
    "migrate",
    "steps_from",
]


class Store:
    """One bot's view of a database.

    `owner` names this process among all that work on the database at the same time. Under the same name a process that
    starts again takes up its own rows at once, instead of waiting until their leases end.
    `lexicon`: by which similar wishes are found; None: the one that comes with Wishwell. `edit_pace`: see `EditPace`;
    None: edits go like everything else. `sender`: by which it is known whether this process sends; None: it does.
    """

    def __init__(
        self,
        database: Database,
        bot_id: int,
        clock: Clock,
        *,
        owner: str = "main",
        lexicon: Lexicon | None = None,
        edit_pace: EditPace | None = None,
        sender: SenderLease | None = None,
    ) -> None:
        self.database, self.bot_id, self.owner = database, bot_id, owner
        self.units = SqlUnitsOfWork(
            database, bot_id, clock, owner=owner, lexicon=lexicon, edit_pace=edit_pace, sender=sender
        )
        self.inbox = SqlInbox(database, bot_id, owner=owner)
        self.taps = SqlTapWriter(database, bot_id, lexicon=lexicon)
        self.queue = SqlOutboxQueue(database, bot_id, clock, owner=owner, edit_pace=edit_pace, sender=sender)
        self.shelf = SqlFileShelf(database, bot_id, clock)

    async def close(self) -> None:
        await self.database.close()
