"""Which values the hits of a search have, and how many opinions each: what the filters offer (G3)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dialogue_desktop.domain.search import Filter
from dialogue_desktop.storage.database import Database
from dialogue_desktop.storage.failures import translated

#: What an opinion has of each, with what it has where nothing is written; as `search_index` counts them.
_OWN = {
    Filter.CONFERENCE: "o.conference_id",
    Filter.FIELD: "coalesce(o.field, '')",
    Filter.UNIT: "coalesce(o.unit, '')",
    Filter.LOCALITY: "coalesce(json_extract(v.value, '$.locality'), '')",
}
_VOICES = (
    " LEFT JOIN json_each(CASE WHEN coalesce(o.voices, '') IN ('', '[]') THEN '[{}]' ELSE o.voices END) v"
)
_HITS = "FROM record_search s JOIN opinion o ON o.key = s.rowid"
_HERE = "JOIN conference c ON c.id = o.conference_id AND c.removed = 0"


class SearchValues:
    """Reads; `match` is the expression of the index that the hits come from, None for all opinions."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def values(self, kind: Filter, match: str | None) -> list[tuple[str, int]]:
        """Each value that occurs, with its opinions; "" for what has none."""
        own = _OWN[kind]
        more = _VOICES if kind is Filter.LOCALITY else ""
        what = "count(DISTINCT o.key)" if more else "count(*)"
        if match is None:
            source, where, given = f"FROM opinion o {_HERE}", "o.alive = 1", []
        else:
            source, where, given = _HITS, "record_search MATCH ? AND s.rowid > 0", [match]
        rows = self._rows(f"SELECT {own}, {what} {source}{more} WHERE {where} GROUP BY 1", given)
        return [(str(value), int(count)) for value, count in rows]

    def _rows(self, statement: str, given: Iterable[str]) -> list[Any]:
        with self._database.lock, translated():
            return self._database.raw.execute(statement, tuple(given)).fetchall()
