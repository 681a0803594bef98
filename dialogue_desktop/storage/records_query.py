"""Read the rows of a conference back as values, remembering what has not changed since."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from dialogue_desktop.codec import convert
from dialogue_desktop.domain.journal import Change
from dialogue_desktop.domain.record_lists import follow, in_order
from dialogue_desktop.domain.records import RecordKind, Records
from dialogue_desktop.storage.database import Database
from dialogue_desktop.storage.failures import translated
from dialogue_desktop.storage.projection import TABLES, RecordTable, from_column

_BOOLEANS = frozenset(
    {
        "adopted",
        "consent",
        "anonymous",
        "beyond_competence",
        "withheld",
        "marked",
        "settled",
        "through_locality",
        "attended",
    }
)


@dataclass(slots=True)
class _Known:
    """The rows as of one entry of the journal: every change of a row comes with an entry.

    `records` lack what became of the kinds in `touched`.
    """

    seq: int
    rows: dict[RecordKind, dict[str, Any]]
    records: Records | None = None
    touched: set[RecordKind] = field(default_factory=set)


def record_value(table: RecordTable, row: tuple[Any, ...]) -> Any:
    """A row as its record; a column never written falls back to the field's default."""
    values: dict[str, Any] = {"id": row[0]}
    for name, value in zip(table.columns, row[1:], strict=True):
        if value is None:
            continue
        values[name] = bool(value) if name in _BOOLEANS else from_column(name, value)
    return convert(values, table.cls)


class RecordsQuery:
    """All live records of a conference in their printed order."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: dict[str, _Known] = {}

    def records(self, conference_id: str) -> Records:
        with self._database.lock, translated():
            known = self._known.get(conference_id)
            seq = self._newest_entry()
            if known is None or known.seq != seq:
                known = self._read_all(conference_id, seq)
            if known.records is None:
                known.records = in_order({kind: rows.values() for kind, rows in known.rows.items()})
            elif known.touched:
                touched = {kind: known.rows[kind].values() for kind in known.touched}
                known.records = follow(known.records, touched, known.touched)
            known.touched.clear()
            return known.records

    def follow(self, conference_id: str, changes: Iterable[Change]) -> None:
        """Bring what is remembered up to date after an own entry: only its rows are read again, and the lists
        of other kinds stay the objects that they were."""
        with self._database.lock, translated():
            known = self._known.get(conference_id)
            if known is None:
                return
            seq = self._newest_entry()
            if seq != known.seq + 1:  # another program wrote too: read everything next time
                return
            for kind, record_id in {(change.record, change.id) for change in changes}:
                table = TABLES[kind]
                row = self._database.raw.execute(table.select_one, (conference_id, record_id)).fetchone()
                if row is None:
                    known.rows[kind].pop(record_id, None)
                else:
                    known.rows[kind][record_id] = record_value(table, row)
                known.touched.add(kind)
            known.seq = seq

    def _newest_entry(self) -> int:
        (seq,) = self._database.raw.execute("SELECT max(seq) FROM journal").fetchone()
        return int(seq or 0)

    def _read_all(self, conference_id: str, seq: int) -> _Known:
        rows: dict[RecordKind, dict[str, Any]] = {}
        for kind, table in TABLES.items():
            found = self._database.raw.execute(table.select, (conference_id,)).fetchall()
            rows[kind] = {row[0]: record_value(table, row) for row in found}
        known = _Known(seq, rows)
        self._known[conference_id] = known
        return known
