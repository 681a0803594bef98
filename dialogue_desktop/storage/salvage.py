"""What a damaged database still holds beyond its backup: acts, conferences and frozen minutes, each checked.

Read before the damaged file is replaced, added after the backup is in its place. Nothing is invented: an act
is taken only whole, under a number that the backup's journal does not have yet, for a conference that is
known.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from dialogue_desktop.codec import CodecError, from_json
from dialogue_desktop.domain.conference import Stage
from dialogue_desktop.domain.journal import ALIVE, Change, fold
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.records import RecordKind
from dialogue_desktop.errors import StorageError
from dialogue_desktop.storage import failures
from dialogue_desktop.storage.database import Database
from dialogue_desktop.storage.journal import read_entries
from dialogue_desktop.storage.projection import TABLES, rebuild
from dialogue_desktop.storage.raw_pages import RawRow, Value, main_pages, rows, wal_frames
from dialogue_desktop.storage.side_tables import insert_snapshot

#: The page size of every database that the program made (SQLite's own default).
_PAGE = 4096

_changes = msgspec.json.Decoder(tuple[Change, ...]).decode


@dataclass(frozen=True, slots=True)
class Act:
    """A row of the journal as it was read: its number there and its ten columns without it."""

    seq: int
    id: str
    conference_id: str
    at: datetime
    changes: tuple[Change, ...]
    columns: tuple[Value, ...]


@dataclass(slots=True)
class Found:
    """What could be read."""

    acts: dict[int, Act] = field(default_factory=dict)
    conferences: dict[str, tuple[Value, ...]] = field(default_factory=dict)
    bodies: dict[str, tuple[str, int, str]] = field(default_factory=dict)

    def agrees(self, other: Found) -> bool | None:
        """Whether the journals of both are one: None where they have no number in common."""
        shared = self.acts.keys() & other.acts.keys()
        return all(self.acts[n].id == other.acts[n].id for n in shared) if shared else None

    def add(self, newer: Found) -> None:
        self.acts.update(newer.acts)
        self.bodies.update(newer.bodies)
        for row in newer.conferences.values():
            _keep_newest(self.conferences, row)


@dataclass(frozen=True, slots=True)
class Salvaged:
    """How many acts came back, when the last was (UTC), and how many between them are lost at least."""

    acts: int = 0
    last: datetime | None = None
    lost: int = 0
    conferences: int = 0


NOTHING = Salvaged()


def read_damaged(path: Path) -> tuple[Found, Found]:
    """What the file itself and what its WAL hold; empty where they cannot be read at all."""
    pages = main_pages(_bytes(path), _PAGE)
    frames = wal_frames(_bytes(path.with_name(path.name + "-wal")), _PAGE)
    newest = {**pages, **dict(frames)}
    return _found(pages.items(), pages), _found(frames, newest)


def _bytes(path: Path) -> bytes:
    with contextlib.suppress(OSError):
        return path.read_bytes()
    return b""


def _found(source: Iterable[tuple[int, bytes]], pages: dict[int, bytes]) -> Found:
    found = Found()
    for number, page in source:
        for row in rows(number, page, pages):
            if len(row.values) == 10:
                act = _act(row)
                if act is not None:
                    found.acts[act.seq] = act
            elif len(row.values) == 11:
                if _is_conference(row.values):
                    _keep_newest(found.conferences, row.values)
            elif len(row.values) == 3:
                conference_id, place, body = row.values
                if isinstance(conference_id, str) and isinstance(place, int) and isinstance(body, str):
                    sha = hashlib.sha256(body.encode()).hexdigest()
                    found.bodies[sha] = (conference_id, place, body)
    return found


def _act(row: RawRow) -> Act | None:
    own, *columns = row.values
    act_id, conference_id, lamport, device, _author, at, kind, changes, _undoes = columns
    texts = all(isinstance(value, str) for index, value in enumerate(columns) if index != 2)
    if own is not None or not texts or not isinstance(lamport, int) or lamport < 1:
        return None
    if not (act_id and conference_id and device and kind):
        return None
    try:
        when, decoded = datetime.fromisoformat(str(at)), _changes(str(changes))
    except (ValueError, msgspec.MsgspecError):
        return None
    known = all(c.field == ALIVE or c.field in TABLES[c.record].columns for c in decoded)
    if when.tzinfo is None or not known:
        return None
    return Act(row.rowid, str(act_id), str(conference_id), when, decoded, tuple(columns))


def _is_conference(values: tuple[Value, ...]) -> bool:
    if not all(isinstance(v, str) for i, v in enumerate(values) if i not in (5, 10)):
        return False
    try:
        Stage(str(values[2]))
        from_json(str(values[3]), Plan)
        return all(datetime.fromisoformat(str(values[i])).tzinfo for i in (8, 9)) and values[10] in (0, 1)
    except (ValueError, CodecError):
        return False


def _keep_newest(rows_by_id: dict[str, tuple[Value, ...]], row: tuple[Value, ...]) -> None:
    known = rows_by_id.get(str(row[0]))
    if known is None or str(row[9]) >= str(known[9]):
        rows_by_id[str(row[0])] = row


def bring_back(damaged: tuple[Found, Found], database: Path, backups: Path) -> Salvaged:
    """Add to the restored database what it lacks, in one transaction; all or nothing.

    StorageError: then the restored database is as the backup was.
    """
    main, wal = damaged
    if not (main.acts or wal.acts or main.conferences or wal.conferences):
        return NOTHING
    restored = Database(database, backup_before_migration=backups)
    try:
        with restored.transaction() as db:
            return _add(db, _of_this_journal(db, main, wal))
    except sqlite3.Error as error:
        raise StorageError(failures.OTHER) from error
    finally:
        restored.close()


def _of_this_journal(db: sqlite3.Connection, main: Found, wal: Found) -> Found:
    """What belongs to the backup's journal: a file or WAL that has other acts under its numbers does not.

    One that has no number in common may hold only what came later: then some of it is of a conference that is
    known, whose id no other office has.
    """
    known = Found()
    for seq, act_id, conference_id in db.execute("SELECT seq, id, conference_id FROM journal"):
        known.acts[seq] = Act(seq, act_id, conference_id, datetime.min.replace(tzinfo=UTC), (), ())
    places = {row[0] for row in db.execute("SELECT id FROM conference")}
    ours = Found()
    for part in (main, wal):
        verdicts = {part.agrees(known), part.agrees(ours)}
        later = verdicts == {None} and any(act.conference_id in places for act in part.acts.values())
        if False not in verdicts and (True in verdicts or later):
            ours.add(part)
            places |= part.conferences.keys()
    return ours


def _add(db: sqlite3.Connection, found: Found) -> Salvaged:
    (last,) = db.execute("SELECT coalesce(max(seq), 0) FROM journal").fetchone()
    known = {row[0] for row in db.execute("SELECT id FROM journal")}
    conferences = _add_conferences(db, found)
    places = {row[0] for row in db.execute("SELECT id FROM conference")}
    taken: list[Act] = []
    for seq in sorted(found.acts):
        act = found.acts[seq]
        if seq > last and act.id not in known and act.conference_id in places and _bodies(db, found, act):
            db.execute("INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (seq, *act.columns))
            known.add(act.id)
            taken.append(act)
    for conference_id in sorted({act.conference_id for act in taken}):
        rebuild(db, conference_id, fold(read_entries(db, conference_id)))
    if not taken:
        return Salvaged(conferences=conferences)
    lost = max(found.acts) - last - len(taken)
    return Salvaged(len(taken), max(act.at for act in taken), lost, conferences)


def _add_conferences(db: sqlite3.Connection, found: Found) -> int:
    """Conferences that the backup lacks, or whose plan was written after it; how many."""
    count = 0
    for conference_id, row in found.conferences.items():
        known = db.execute("SELECT updated_at FROM conference WHERE id = ?", (conference_id,)).fetchone()
        if known is None or str(known[0]) < str(row[9]):
            db.execute("INSERT OR REPLACE INTO conference VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
            count += 1
    return count


def _bodies(db: sqlite3.Connection, found: Found, act: Act) -> bool:
    """An act that froze minutes needs what they were made of, by its sum; whether it is there."""
    for change in act.changes:
        if change.record is not RecordKind.VERSION or change.field != "sha256" or not change.new:
            continue
        body = found.bodies.get(str(change.new))
        if body is None or body[0] != act.conference_id:
            return False
        insert_snapshot(db, *body)
    return True
