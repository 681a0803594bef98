"""Read the rows of a conference back as values."""

from __future__ import annotations

from typing import Any

from dialogue_desktop.codec import convert
from dialogue_desktop.domain.records import RecordKind, Records, Session
from dialogue_desktop.storage.database import Database
from dialogue_desktop.storage.failures import translated
from dialogue_desktop.storage.projection import TABLES, from_column

_BOOLEANS = frozenset(
    {"adopted", "consent", "anonymous", "beyond_competence", "withheld", "marked", "settled"}
)


def _values(columns: tuple[str, ...], row: tuple[Any, ...]) -> dict[str, Any]:
    """Column values as JSON values; a column never written falls back to the field's default."""
    values: dict[str, Any] = {"id": row[0]}
    for name, value in zip(columns, row[1:], strict=True):
        if value is None:
            continue
        values[name] = bool(value) if name in _BOOLEANS else from_column(name, value)
    return values


class RecordsQuery:
    """All live records of a conference in their printed order."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def records(self, conference_id: str) -> Records:
        lists: dict[RecordKind, tuple[Any, ...]] = {}
        with self._database.lock, translated():
            for kind, table in TABLES.items():
                rows = self._database.raw.execute(table.select, (conference_id,)).fetchall()
                lists[kind] = tuple(convert(_values(table.columns, row), table.cls) for row in rows)
        sessions = lists[RecordKind.SESSION]
        return Records(
            session=sessions[0] if sessions else Session("session"),
            turns=lists[RecordKind.TURN],
            opinions=lists[RecordKind.OPINION],
            answers=lists[RecordKind.ANSWER],
            attendance=lists[RecordKind.ATTENDANCE],
            conclusions=lists[RecordKind.CONCLUSION],
            versions=lists[RecordKind.VERSION],
        )

    def counts(self, conference_id: str) -> tuple[int, int]:
        """Opinions in all, and those with an outcome."""
        with self._database.lock, translated():
            row = self._database.raw.execute(
                "SELECT count(*), count(outcome) FROM opinion WHERE conference_id = ? AND alive = 1",
                (conference_id,),
            ).fetchone()
        return int(row[0]), int(row[1])
