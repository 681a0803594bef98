"""The composition root: builds engine, then services, for one data folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dialogue_desktop.clock import Clock, SystemClock
from dialogue_desktop.errors import StorageError
from dialogue_desktop.events import EventBus
from dialogue_desktop.paths import DataPaths, resources_dir
from dialogue_desktop.services.act_log import ActLog
from dialogue_desktop.services.assigning import Assigning
from dialogue_desktop.services.board import Boards
from dialogue_desktop.services.calendar_book import CalendarBook
from dialogue_desktop.services.checklist import Checklist
from dialogue_desktop.services.closing import Closing
from dialogue_desktop.services.comparing import Comparing
from dialogue_desktop.services.concluding import Concluding
from dialogue_desktop.services.contacts import ContactBook
from dialogue_desktop.services.deadlines import Deadlines
from dialogue_desktop.services.delegate_import import DelegateImport
from dialogue_desktop.services.evidence import Evidence
from dialogue_desktop.services.follow_up import FollowUp
from dialogue_desktop.services.grouping import Grouping
from dialogue_desktop.services.inviting import Inviting
from dialogue_desktop.services.known_people import KnownPeople
from dialogue_desktop.services.library import Library
from dialogue_desktop.services.live_session import LiveSession
from dialogue_desktop.services.maintenance import Maintenance
from dialogue_desktop.services.merge_memory import MergeMemory
from dialogue_desktop.services.notice_proofs import NoticeProofs
from dialogue_desktop.services.opinion_import import OpinionImport
from dialogue_desktop.services.paper_ticks import PaperTicks
from dialogue_desktop.services.plan_import import PlanImport
from dialogue_desktop.services.planning import Planning
from dialogue_desktop.services.register import Register
from dialogue_desktop.services.reviews import Reviews
from dialogue_desktop.services.search import Search
from dialogue_desktop.services.session_rescue import places_of
from dialogue_desktop.services.settings import Settings
from dialogue_desktop.services.sorting import Sorting
from dialogue_desktop.services.steady_session import SteadySession
from dialogue_desktop.services.trace import Traces
from dialogue_desktop.storage import failures
from dialogue_desktop.storage.commitment_rows import CommitmentRows
from dialogue_desktop.storage.conferences import Conferences
from dialogue_desktop.storage.database import Database
from dialogue_desktop.storage.file_store import FileStore
from dialogue_desktop.storage.journal import Journal
from dialogue_desktop.storage.records_query import RecordsQuery
from dialogue_desktop.storage.side_tables import Contacts, SettingsTable
from dialogue_desktop.storage.sorted_rows import SortedRows

if TYPE_CHECKING:
    from dialogue_desktop.services.documents import Documents
    from dialogue_desktop.services.dossier import Dossier
    from dialogue_desktop.services.exchange import Exchange
    from dialogue_desktop.services.issuing import Issuing
    from dialogue_desktop.services.merging import Merging
    from dialogue_desktop.services.reporting import Reporting
    from dialogue_desktop.services.travelling import Travelling


@dataclass(frozen=True, slots=True)
class App:
    """Everything the windows and the command line call; `close` ends it."""

    paths: DataPaths
    resources: Path
    clock: Clock
    bus: EventBus
    database: Database
    settings: Settings
    deadlines: Deadlines
    planning: Planning
    checklist: Checklist
    notice_proofs: NoticeProofs
    live: LiveSession
    steady: SteadySession
    inviting: Inviting
    contacts: ContactBook
    closing: Closing
    maintenance: Maintenance
    documents: Documents
    reporting: Reporting
    exchange: Exchange
    calendar_book: CalendarBook
    plan_import: PlanImport
    library: Library
    opinion_import: OpinionImport
    delegate_import: DelegateImport
    search: Search
    known_people: KnownPeople
    sorting: Sorting
    grouping: Grouping
    assigning: Assigning
    merging: Merging
    travelling: Travelling
    concluding: Concluding
    register: Register
    issuing: Issuing
    follow_up: FollowUp
    boards: Boards
    evidence: Evidence
    reviews: Reviews
    dossier: Dossier
    comparing: Comparing
    traces: Traces

    def close(self) -> None:
        self.evidence.forget()
        self.steady.close()
        self.database.close()


def build(data_dir: Path, *, clock: Clock | None = None, device: str | None = None) -> App:
    """Open (or make) the data folder and its services.

    Errors: StorageError, DamagedDatabase, NewerDatabase, each with its sentence.
    """
    from dialogue_desktop.services.documents import Documents
    from dialogue_desktop.services.dossier import Dossier
    from dialogue_desktop.services.exchange import Exchange
    from dialogue_desktop.services.issuing import Issuing
    from dialogue_desktop.services.merging import Merging
    from dialogue_desktop.services.reporting import Reporting
    from dialogue_desktop.services.travelling import Travelling

    clock = clock or SystemClock()
    paths = DataPaths(data_dir)
    try:
        paths.make()
    except OSError as error:
        raise StorageError(failures.READ_ONLY) from error
    resources = resources_dir()
    bus = EventBus()
    database = Database(paths.database, backup_before_migration=paths.backups)
    settings = Settings(SettingsTable(database))
    conferences = Conferences(database)
    journal = Journal(database, device=device or settings.device(), author=settings.author, now=clock.now)
    records = RecordsQuery(database)
    deadlines = Deadlines(resources, settings, clock)
    library = Library(settings, resources, bus, clock)
    checklist = Checklist(database, conferences, deadlines, settings, resources, bus, clock)
    checklist.bring_up_to_date()
    notice_proofs = NoticeProofs(database, conferences, deadlines, bus, clock)
    planning = Planning(conferences, records, settings, checklist, library, bus, clock)
    live = LiveSession(database, conferences, journal, records, bus, clock)
    steady = SteadySession(database, conferences, journal, records, bus, clock, lambda: places_of(paths))
    concluding = Concluding(deadlines, resources, clock)
    closing = Closing(database, conferences, journal, planning, deadlines, concluding, bus, clock)
    log = ActLog(database, journal, records, bus)
    files = FileStore(paths.documents, paths.file_copies)
    register = Register(planning, closing, deadlines, settings, files, log, bus, clock)
    bus.subscribe(PaperTicks(register, planning, deadlines, checklist).heard)
    reporting = Reporting(planning, checklist, register, clock)
    contacts = ContactBook(Contacts(database))
    documents = Documents(
        planning, closing, deadlines, reporting, library, notice_proofs, resources, clock, files, contacts
    )
    exchange = Exchange(
        database, conferences, journal, planning, checklist, settings, files, resources, bus, clock
    )
    maintenance = Maintenance(database, paths, clock)
    sorted_rows = SortedRows(database)
    inviting = Inviting(conferences, records, log, deadlines, bus, clock)
    promises = CommitmentRows(database)
    follow_up = FollowUp(conferences, records, promises, log, closing, deadlines, settings, clock)
    memory = MergeMemory(settings)
    merging = Merging(
        database,
        conferences,
        journal,
        planning,
        exchange,
        maintenance,
        memory,
        log,
        settings.author,
        bus,
        clock,
    )
    return App(
        paths,
        resources,
        clock,
        bus,
        database,
        settings,
        deadlines,
        planning,
        checklist,
        notice_proofs,
        live,
        steady,
        inviting,
        contacts,
        closing,
        maintenance,
        documents,
        reporting,
        exchange,
        CalendarBook(deadlines, planning, checklist, bus),
        PlanImport(planning, settings, library, deadlines, clock),
        library,
        OpinionImport(conferences, records, log, contacts, settings, library, clock),
        DelegateImport(conferences, records, inviting, contacts, clock),
        Search(database, records, bus),
        KnownPeople(database, bus),
        Sorting(conferences, records, sorted_rows, log, library, settings, resources, bus),
        Grouping(records, log, journal, library, resources),
        Assigning(conferences, records, sorted_rows, log, deadlines, clock),
        merging,
        Travelling(exchange, planning, memory, settings, journal.device, bus, clock),
        concluding,
        register,
        Issuing(register, planning, documents, settings, files, log, clock),
        follow_up,
        Boards(promises, records, follow_up, clock),
        Evidence(files),
        Reviews(conferences, records, log, clock),
        Dossier(planning, documents, reporting, exchange, settings, contacts, files, clock),
        Comparing(planning, documents.after, settings, clock),
        Traces(journal, memory.machines),
    )
