"""Opinions of all conferences that somebody has sorted, and the bodies that were named, for learning (C6)."""

from __future__ import annotations

from dataclasses import dataclass

from dialogue_desktop.storage.database import Database
from dialogue_desktop.storage.failures import translated

_SORTED = (
    "SELECT o.conference_id, o.id, o.field, o.text FROM opinion o"
    " JOIN conference c ON c.id = o.conference_id AND c.removed = 0"
    " WHERE o.alive = 1 AND coalesce(o.field, '') <> '' AND coalesce(o.text, '') <> ''"
)
_BODIES = (
    "SELECT receiving_body, count(*) FROM opinion WHERE alive = 1 AND coalesce(receiving_body, '') <> ''"
    " GROUP BY 1 ORDER BY 2 DESC LIMIT 200"
)
_UNITS = (
    "SELECT o.field, o.unit, count(*) FROM opinion o"
    " JOIN conference c ON c.id = o.conference_id AND c.removed = 0"
    " WHERE o.alive = 1 AND coalesce(o.field, '') <> '' AND coalesce(o.unit, '') <> ''"
    " GROUP BY 1, 2 ORDER BY 3 DESC, 2"
)


@dataclass(frozen=True, slots=True)
class SortedOpinion:
    conference_id: str
    id: str
    field: str
    text: str

    @property
    def key(self) -> tuple[str, str]:
        return (self.conference_id, self.id)


class SortedRows:
    """Reads; knows nothing of fields."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def newest(self, limit: int) -> tuple[SortedOpinion, ...]:
        """Those that were written down last."""
        return self._read(f"{_SORTED} ORDER BY o.key DESC LIMIT ?", (limit,))

    def one(self, conference_id: str, opinion_id: str) -> SortedOpinion | None:
        """None where it is gone, put away or not sorted."""
        found = self._read(f"{_SORTED} AND o.conference_id = ? AND o.id = ?", (conference_id, opinion_id))
        return found[0] if found else None

    def bodies(self) -> tuple[str, ...]:
        """Receiving bodies as they were written, the usual ones first."""
        with self._database.lock, translated():
            return tuple(row[0] for row in self._database.raw.execute(_BODIES))

    def usual_units(self) -> dict[str, str]:
        """For each field the unit that had most of its opinions."""
        with self._database.lock, translated():
            found: dict[str, str] = {}
            for field, unit, _ in self._database.raw.execute(_UNITS):
                found.setdefault(field, unit)
            return found

    def _read(self, statement: str, values: tuple[object, ...]) -> tuple[SortedOpinion, ...]:
        with self._database.lock, translated():
            return tuple(SortedOpinion(*row) for row in self._database.raw.execute(statement, values))
