"""Rows for lists and documents, written from journal changes in the same transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any

import msgspec

from dialogue_desktop.domain.journal import ALIVE, Change, Json, State
from dialogue_desktop.domain.merge_fields import SAID_AT_REMOVAL
from dialogue_desktop.domain.record_lists import CLASSES
from dialogue_desktop.domain.records import RecordKind
from dialogue_desktop.storage import search_index

#: Columns that hold a list or an object as JSON text.
JSON_COLUMNS = frozenset(
    {
        "voices",
        "voice",
        "spans",
        "chairs",
        "secretaries",
        "recordings",
        "opinion_ids",
        "hidden_parts",
        "recipients",
        "parts",
        "files",
        "posted_at",
        "attendees",
        "tasks",
    }
)


@dataclass(frozen=True, slots=True)
class RecordTable:
    """How one kind of record lies in its table."""

    kind: RecordKind
    cls: type
    columns: tuple[str, ...]
    insert: str
    select: str
    select_one: str

    @property
    def name(self) -> str:
        return self.kind.value


def _table(kind: RecordKind, cls: type) -> RecordTable:
    columns = tuple(f.name for f in fields(cls) if f.name != "id")
    names = ", ".join(("conference_id", "id", ALIVE, *columns))
    marks = ", ".join("?" * (len(columns) + 3))
    updates = ", ".join(f"{c} = excluded.{c}" for c in (ALIVE, *columns))
    # Names come from our own dataclasses, never from data.
    insert = (
        f"INSERT INTO {kind.value} ({names}) VALUES ({marks})"  # noqa: S608
        f" ON CONFLICT (conference_id, id) DO UPDATE SET {updates}"
    )
    select = (
        f"SELECT id, {', '.join(columns)} FROM {kind.value}"  # noqa: S608
        " WHERE conference_id = ? AND alive = 1"
    )
    return RecordTable(kind, cls, columns, insert, select, f"{select} AND id = ?")


TABLES: dict[RecordKind, RecordTable] = {kind: _table(kind, cls) for kind, cls in CLASSES.items()}

_encode = msgspec.json.Encoder(order="deterministic").encode


class UnknownField(ValueError):
    """A change names a field that its record does not have."""


def to_column(field: str, value: Json) -> Any:
    """A JSON value as the column holds it."""
    if value is not None and field in JSON_COLUMNS:
        return _encode(value).decode()
    return value


def from_column(field: str, value: Any) -> Any:
    if value is not None and field in JSON_COLUMNS:
        return msgspec.json.decode(value)
    return value


def apply_changes(db: sqlite3.Connection, conference_id: str, changes: Iterable[Change]) -> None:
    """Bring the rows up to date with one entry's changes; inside the caller's transaction."""
    grouped: dict[tuple[RecordKind, str], dict[str, Json]] = {}
    born: set[tuple[RecordKind, str]] = set()
    for change in changes:
        key = (change.record, change.id)
        grouped.setdefault(key, {})[change.field] = change.new
        if change.field == ALIVE and change.old is None:
            born.add(key)
    for (kind, record_id), values in grouped.items():
        table = TABLES[kind]
        for name in values:
            if name != ALIVE and name not in table.columns:
                raise UnknownField(f"{kind.value}.{name}")
        if (kind, record_id) in born:
            _insert(db, conference_id, table, record_id, values)
        else:
            _update(db, conference_id, table, record_id, values)
    found_by = [key for key, values in grouped.items() if search_index.watches(key[0], values)]
    search_index.refresh(db, conference_id, found_by)


def said_at_removal(
    db: sqlite3.Connection, conference_id: str, changes: Iterable[Change]
) -> tuple[Change, ...]:
    """What an act that takes records away saw of their words: as changes that change nothing. Where two
    laptops meet, words that it had not seen are told from those that it had (domain.merging)."""
    said: list[Change] = []
    for change in changes:
        names = SAID_AT_REMOVAL.get(change.record, ())
        if change.field != ALIVE or change.new is not False or not names:
            continue
        row = db.execute(
            f"SELECT {', '.join(names)} FROM {TABLES[change.record].name}"  # noqa: S608
            " WHERE conference_id = ? AND id = ?",
            (conference_id, change.id),
        ).fetchone()
        for name, column in zip(names, row or (), strict=False):
            value = from_column(name, column)
            said.append(Change(change.record, change.id, name, value, value))
    return tuple(said)


def _insert(
    db: sqlite3.Connection, conference_id: str, table: RecordTable, record_id: str, values: dict[str, Json]
) -> None:
    row = [conference_id, record_id, 1 if values.get(ALIVE) else 0]
    row += [to_column(name, values.get(name)) for name in table.columns]
    db.execute(table.insert, row)


def _update(
    db: sqlite3.Connection, conference_id: str, table: RecordTable, record_id: str, values: dict[str, Json]
) -> None:
    names = sorted(values)
    assignments = ", ".join(f"{name} = ?" for name in names)
    cursor = db.execute(
        f"UPDATE {table.name} SET {assignments} WHERE conference_id = ? AND id = ?",  # noqa: S608
        [*(to_column(name, values[name]) for name in names), conference_id, record_id],
    )
    if cursor.rowcount == 0:
        # A merged journal may touch a record before its creation arrives; keep what is known.
        _insert(db, conference_id, table, record_id, values)


def rebuild(db: sqlite3.Connection, conference_id: str, state: State) -> None:
    """Throw the conference's rows away and write them again from the fold of its journal."""
    search_index.forget(db, conference_id)
    for table in TABLES.values():
        db.execute(f"DELETE FROM {table.name} WHERE conference_id = ?", (conference_id,))  # noqa: S608
    for (kind, record_id), values in state.items():
        _insert(db, conference_id, TABLES[kind], record_id, values)
    search_index.refresh(db, conference_id, state)
