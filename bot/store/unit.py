"""The unit of work: one transaction with every repository."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager

from sqlalchemy import func, select

from bot.domain.similarity import Lexicon
from bot.ports import Clock, EditPace, Parcel, SenderLease, UnitOfWork
from bot.store.alarms import SqlAlarms
from bot.store.amendments import SqlAmendments
from bot.store.answers import SqlAnswers
from bot.store.attention import SqlAttentionSettings
from bot.store.broadcast_templates import SqlBroadcastTemplates
from bot.store.broadcasts import SqlBroadcasts
from bot.store.bulletins import SqlBulletins
from bot.store.card_presses import SqlCardPresses
from bot.store.chat_functions import SqlChatFunctions
from bot.store.chats import SqlChats
from bot.store.claims import Lease, claim
from bot.store.clocks import SqlMisses, SqlTriages, SqlUnknownYears
from bot.store.contacts import SqlContacts
from bot.store.course import SqlCourse
from bot.store.database import Database
from bot.store.deliberations import SqlDeliberations, SqlDissents
from bot.store.desks import SqlMornings, SqlReferrals
from bot.store.dialogs import SqlDialogs
from bot.store.filed_for import SqlFiledForOthers
from bot.store.files import SqlFiles
from bot.store.first_moments import SqlFirstMoments
from bot.store.followers import SqlFollowers
from bot.store.gathered import SqlGathered
from bot.store.grants import SqlGrants
from bot.store.intakes import SqlIntakes
from bot.store.items import SqlItems
from bot.store.jots import SqlJots
from bot.store.ledger import SqlLedger
from bot.store.matches import SqlMatches
from bot.store.onboardings import SqlOnboardings
from bot.store.outbox import SqlOutbox
from bot.store.pauses import SqlFilingPauses
from bot.store.people import SqlPeople
from bot.store.person_data import SqlPersonData
from bot.store.phones import SqlPhones
from bot.store.place_tree import SqlPlaceTrees
from bot.store.plan_posts import SqlPlanPosts
from bot.store.planned_broadcasts import SqlPlannedBroadcasts
from bot.store.polls import SqlPolls
from bot.store.postings import SqlPostings
from bot.store.project_records import SqlProjectRecords
from bot.store.projects import SqlProjects
from bot.store.quarrels import SqlQuarrels
from bot.store.questions import SqlQuestions
from bot.store.reports import SqlReports
from bot.store.retention import SqlRetention
from bot.store.service_questions import SqlServiceQuestions
from bot.store.services import SqlServices
from bot.store.session import Session
from bot.store.signups import SqlSignups
from bot.store.similar import OpenWishes, SqlSimilarWishes
from bot.store.statements import SqlStatements
from bot.store.takedowns import SqlTakedowns
from bot.store.tallies import SqlTallies
from bot.store.tellings import SqlTellings
from bot.store.things import SqlThings
from bot.store.topics import SqlTopics
from bot.store.transcripts import SqlTranscripts
from bot.store.unsigned import SqlUnsignedWords
from bot.store.verdicts import SqlVerdicts
from bot.store.wish_claims import SqlWishClaims
from bot.store.wishes import SqlWishes

BORN_LEASE_S = 60  #: for a message sent from memory right after its commit

Offer = Callable[[Sequence[Parcel]], None]
"""Takes parcels that are claimed already. Must not block and must not raise: the transaction is committed."""


class SqlUnitOfWork:
    def __init__(self, session: Session, open_wishes: OpenWishes) -> None:
        self.session = session
        self.bot_id = session.bot_id
        self.people = SqlPeople(session)
        self.chats = SqlChats(session)
        self.wishes = SqlWishes(session)
        self.similar = SqlSimilarWishes(session, open_wishes)
        self.followers = SqlFollowers(session)
        self.postings = SqlPostings(session)
        self.answers = SqlAnswers(session)
        self.course = SqlCourse(session)
        self.questions = SqlQuestions(session)
        self.filing_pauses = SqlFilingPauses(session)
        self.alarms = SqlAlarms(session)
        self.takedowns = SqlTakedowns(session)
        self.statements = SqlStatements(session)
        self.amendments = SqlAmendments(session)
        self.jots = SqlJots(session)
        self.filed_for = SqlFiledForOthers(session)
        self.tallies = SqlTallies(session)
        self.reports = SqlReports(session)
        self.card_presses = SqlCardPresses(session)
        self.onboardings = SqlOnboardings(session)
        self.intakes = SqlIntakes(session)
        self.unsigned = SqlUnsignedWords(session)
        self.topics = SqlTopics(session)
        self.functions = SqlChatFunctions(session)
        self.dialogs = SqlDialogs(session)
        self.outbox = SqlOutbox(session)
        self.files = SqlFiles(session)
        self.transcripts = SqlTranscripts(session)
        self.gathered = SqlGathered(session)
        self.person_data = SqlPersonData(session)
        self.retention = SqlRetention(session)
        self.contacts = SqlContacts(session)
        self.attention = SqlAttentionSettings(session)
        self.tellings = SqlTellings(session)
        self.verdicts = SqlVerdicts(session)
        self.deliberations = SqlDeliberations(session)
        self.dissents = SqlDissents(session)
        self.wish_claims = SqlWishClaims(session)
        self.matches = SqlMatches(session)
        self.quarrels = SqlQuarrels(session)
        self.mornings = SqlMornings(session)
        self.referrals = SqlReferrals(session)
        self.triages = SqlTriages(session)
        self.misses = SqlMisses(session)
        self.unknown_years = SqlUnknownYears(session)
        self.bulletins = SqlBulletins(session)
        self.projects = SqlProjects(session)
        self.project_records = SqlProjectRecords(session)
        self.items = SqlItems(session)
        self.plan_posts = SqlPlanPosts(session)
        self.place_trees = SqlPlaceTrees(session)
        self.ledger = SqlLedger(session)
        self.broadcasts = SqlBroadcasts(session)
        self.planned_broadcasts = SqlPlannedBroadcasts(session)
        self.broadcast_templates = SqlBroadcastTemplates(session)
        self.signups = SqlSignups(session)
        self.polls = SqlPolls(session)
        self.things = SqlThings(session)
        self.grants = SqlGrants(session)
        self.first_moments = SqlFirstMoments(session)
        self.services = SqlServices(session)
        self.service_questions = SqlServiceQuestions(session)
        self.phones = SqlPhones(session)

    async def alone(self, work: str) -> None:
        if self.session.dialect == "postgresql":
            key = func.hashtextextended(f"wishwell {self.bot_id} {work}", 0)
            await self.session.run(select(func.pg_advisory_xact_lock(key)))

    @asynccontextmanager
    async def savepoint(self) -> AsyncIterator[None]:
        async with self.session.connection.savepoint():
            yield


def session_of(uow: UnitOfWork) -> Session:
    """The session inside a unit of work of this store.

    Raises:
        TypeError: it is somebody else's.
    """
    if not isinstance(uow, SqlUnitOfWork):
        raise TypeError(f"{type(uow).__name__} is no unit of work of this store")
    return uow.session


class SqlUnitsOfWork:
    def __init__(
        self,
        database: Database,
        bot_id: int,
        clock: Clock,
        *,
        owner: str,
        lexicon: Lexicon | None = None,
        edit_pace: EditPace | None = None,
        sender: SenderLease | None = None,
    ) -> None:
        self._database, self._bot_id, self._clock, self._owner = database, bot_id, clock, owner
        self._edit_pace, self._sender = edit_pace, sender
        self._open_wishes = OpenWishes(lexicon)
        self._offer: Offer | None = None

    @property
    def writings(self) -> int:
        return self._database.writings

    def hand_over_to(self, offer: Offer) -> None:
        """From now on what is said in a free chat is born claimed and handed to `offer` right after the commit."""
        self._offer = offer

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[UnitOfWork]:
        born: list[Parcel] = []
        async with self._database.writing() as connection:
            session = Session(connection, self._bot_id, self._clock, writing=True)
            yield SqlUnitOfWork(session, self._open_wishes)
            fence = None if self._sender is None else self._sender.fence
            if self._offer is not None and session.spoken_to and (self._sender is None or fence is not None):
                lease = Lease(self._owner, self._clock.now(), BORN_LEASE_S, fence)
                spoken_to = session.spoken_to
                born = await claim(session, lease, limit=len(spoken_to), chat_ids=spoken_to, pace=self._edit_pace)
        if born and self._offer is not None:
            self._offer(born)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[UnitOfWork]:
        async with self._database.reading() as connection:
            session = Session(connection, self._bot_id, self._clock, writing=False)
            yield SqlUnitOfWork(session, self._open_wishes)
