"""Writing one act: committed, followed by what is remembered of the rows, then told to who listens."""

from __future__ import annotations

from dialogue_desktop.domain.journal import Change, Entry
from dialogue_desktop.events import EventBus, JournalAppended
from dialogue_desktop.storage.database import Database
from dialogue_desktop.storage.journal import Journal
from dialogue_desktop.storage.records_query import RecordsQuery


class ActLog:
    """One act is one entry of the journal, and so one undo."""

    def __init__(self, database: Database, journal: Journal, records: RecordsQuery, bus: EventBus) -> None:
        self._database, self._journal, self._records, self._bus = database, journal, records, bus

    def append(
        self, conference_id: str, kind: str, changes: tuple[Change, ...], *, undoes: str = ""
    ) -> Entry:
        """On return the act is on the disk. StorageError leaves nothing half done."""
        with self._database.lock:
            entry = self._journal.append(conference_id, kind, changes, undoes=undoes)
            self._records.follow(conference_id, changes)
        self._bus.publish(JournalAppended(conference_id, entry, entry.at))
        return entry
