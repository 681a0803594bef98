"""Append to the journal: entry, rows and search index in one commit with one flush."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import UTC, datetime
from uuid import uuid4

import msgspec

from dialogue_desktop.domain.journal import Change, Entry, fold
from dialogue_desktop.domain.records import RecordKind
from dialogue_desktop.storage.database import Database
from dialogue_desktop.storage.failures import translated
from dialogue_desktop.storage.projection import apply_changes, rebuild, said_at_removal

_encode = msgspec.json.Encoder(order="deterministic").encode
_decode = msgspec.json.Decoder(tuple[Change, ...]).decode

_INSERT = (
    "INSERT INTO journal (id, conference_id, lamport, device, author, at, kind, changes, undoes)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_SELECT = "SELECT id, lamport, device, author, at, kind, changes, undoes FROM journal"


def utc_text(at: datetime) -> str:
    """UTC with microseconds, so that text order is time order."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _entry(row: Sequence[str]) -> Entry:
    entry_id, lamport, device, author, at, kind, changes, undoes = row
    return Entry(
        entry_id,
        int(lamport),
        device,
        author,
        datetime.fromisoformat(at),
        kind,
        _decode(changes),
        undoes,
    )


def read_entries(db: sqlite3.Connection, conference_id: str) -> tuple[Entry, ...]:
    """All acts of a conference in their common order."""
    rows = db.execute(
        f"{_SELECT} WHERE conference_id = ? ORDER BY lamport, device, id", (conference_id,)
    ).fetchall()
    return tuple(_entry(row) for row in rows)


class Journal:
    """The append-only record of acts of all conferences."""

    def __init__(
        self, database: Database, *, device: str, author: Callable[[], str], now: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._device = device
        self._author = author
        self._now = now

    @property
    def _db(self) -> sqlite3.Connection:
        return self._database.raw

    @property
    def device(self) -> str:
        return self._device

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
        """Commit one act; on return it is on the disk. A known `entry_id` is given back unchanged,
        so that a retry after a crash adds nothing; `at` is when an act happened that comes late.
        StorageError where it cannot be written."""
        db = self._db
        with translated():
            db.execute("BEGIN IMMEDIATE")
            try:
                if entry_id:
                    known = db.execute(f"{_SELECT} WHERE id = ?", (entry_id,)).fetchone()
                    if known is not None:
                        db.execute("ROLLBACK")
                        return _entry(known)
                (last,) = db.execute(
                    "SELECT max(lamport) FROM journal WHERE conference_id = ?", (conference_id,)
                ).fetchone()
                changes = (*changes, *said_at_removal(db, conference_id, changes))
                entry = Entry(
                    entry_id or uuid4().hex,
                    (last or 0) + 1,
                    self._device,
                    self._author(),
                    at or self._now(),
                    kind,
                    changes,
                    undoes,
                )
                self._write(conference_id, entry)
                apply_changes(db, conference_id, changes)
                db.execute("COMMIT")
            except BaseException:
                if db.in_transaction:
                    db.execute("ROLLBACK")
                raise
        return entry

    def _write(self, conference_id: str, entry: Entry) -> None:
        self._db.execute(
            _INSERT,
            (
                entry.id,
                conference_id,
                entry.lamport,
                entry.device,
                entry.author,
                utc_text(entry.at),
                entry.kind,
                _encode(entry.changes).decode(),
                entry.undoes,
            ),
        )

    def known(self, ids: Iterable[str]) -> frozenset[str]:
        """Those of these entries that are in the journal."""
        with translated():
            found = (
                self._db.execute("SELECT id FROM journal WHERE id = ?", (one,)).fetchone() for one in ids
            )
            return frozenset(row[0] for row in found if row is not None)

    def count(self, conference_id: str) -> int:
        with translated():
            row = self._db.execute(
                "SELECT count(*) FROM journal WHERE conference_id = ?", (conference_id,)
            ).fetchone()
        return int(row[0])

    def entries(self, conference_id: str) -> tuple[Entry, ...]:
        """All acts of a conference in their common order."""
        with translated():
            return read_entries(self._db, conference_id)

    def concerning(self, conference_id: str, kind: RecordKind) -> tuple[Entry, ...]:
        """The acts that changed records of one kind, in their common order."""
        with translated():
            rows = self._db.execute(
                f"{_SELECT} WHERE conference_id = ? AND instr(changes, ?) ORDER BY lamport, device, id",
                (conference_id, f'"record":"{kind.value}"'),
            ).fetchall()
        return tuple(_entry(row) for row in rows)

    def newest(self, conference_id: str, limit: int) -> tuple[Entry, ...]:
        """The newest acts, newest first."""
        with translated():
            rows = self._db.execute(
                f"{_SELECT} WHERE conference_id = ? ORDER BY lamport DESC, device DESC, id DESC LIMIT ?",
                (conference_id, limit),
            ).fetchall()
        return tuple(_entry(row) for row in rows)

    def outlines(self, conference_id: str, limit: int) -> tuple[Entry, ...]:
        """The newest acts without what they changed, newest first: the one that is wanted, `entry` reads."""
        with translated():
            rows = self._db.execute(
                "SELECT id, lamport, device, author, at, kind, '[]', undoes FROM journal"
                " WHERE conference_id = ? ORDER BY lamport DESC, device DESC, id DESC LIMIT ?",
                (conference_id, limit),
            ).fetchall()
        return tuple(_entry(row) for row in rows)

    def entry(self, entry_id: str) -> Entry | None:
        """One act, whole."""
        with translated():
            row = self._db.execute(f"{_SELECT} WHERE id = ?", (entry_id,)).fetchone()
        return _entry(row) if row is not None else None

    def authors(self, limit: int) -> tuple[str, ...]:
        """The names under which this device wrote, the one that wrote last first."""
        with translated():
            rows = self._db.execute(
                "SELECT author FROM journal WHERE device = ? AND author <> ''"
                " GROUP BY author ORDER BY max(at) DESC, author LIMIT ?",
                (self._device, limit),
            ).fetchall()
        return tuple(row[0] for row in rows)

    def take_in(self, conference_id: str, entries: Iterable[Entry], *, there: Collection[str] = ()) -> None:
        """Write entries of a package as they are and build the rows; inside the caller's transaction.
        Those whose id is in `there` are in the journal already."""
        ordered = sorted(entries, key=lambda e: e.order)
        for entry in ordered:
            if entry.id not in there:
                self._write(conference_id, entry)
        rebuild(self._db, conference_id, fold(ordered))

    def rebuild(self, conference_id: str) -> None:
        """Write the conference's rows again from its journal, in one transaction."""
        with translated():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                rebuild(self._db, conference_id, fold(self.entries(conference_id)))
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise
