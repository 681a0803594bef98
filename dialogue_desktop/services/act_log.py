"""Writing one act: committed, followed by what is remembered of the rows, then told to who listens."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from dialogue_desktop.domain.journal import Change, Entry
from dialogue_desktop.events import EventBus, JournalAppended
from dialogue_desktop.storage.database import Database
from dialogue_desktop.storage.journal import Journal
from dialogue_desktop.storage.records_query import RecordsQuery

#: How many of the newest acts are looked through for undo and redo.
UNDO_DEPTH = 400

#: From the newest acts and the name of this device to the one that is meant.
Choice = Callable[[Iterable[Entry], str], Entry | None]


class ActLog:
    """One act is one entry of the journal, and so one undo."""

    def __init__(self, database: Database, journal: Journal, records: RecordsQuery, bus: EventBus) -> None:
        self._database, self._journal, self._records, self._bus = database, journal, records, bus

    def append(
        self,
        conference_id: str,
        kind: str,
        changes: tuple[Change, ...],
        *,
        undoes: str = "",
        entry_id: str = "",
        at: datetime | None = None,
    ) -> Entry:
        """On return the act is on the disk. StorageError leaves nothing half done.

        With an `entry_id` the act is written once, however often it is sent; `at` is its own time.
        """
        with self._database.lock:
            entry = self._journal.append(
                conference_id, kind, changes, undoes=undoes, entry_id=entry_id, at=at
            )
            self._database.check_in_place()
            self._records.follow(conference_id, changes)
        self._bus.publish(JournalAppended(conference_id, entry, entry.at))
        return entry

    def own(self, conference_id: str, choose: Choice) -> Entry | None:
        """The act that `choose` means among the newest, by this device: only that one is read with all that
        it changed."""
        with self._database.lock:
            found = choose(self._journal.outlines(conference_id, UNDO_DEPTH), self._journal.device)
            return self._journal.entry(found.id) if found is not None else None
