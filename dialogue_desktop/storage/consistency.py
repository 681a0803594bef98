"""Do the rows follow from the journal? Builds them again beside and compares."""

from __future__ import annotations

from dialogue_desktop.domain.journal import ALIVE, Entry, Json, fold
from dialogue_desktop.storage.database import Database
from dialogue_desktop.storage.failures import translated
from dialogue_desktop.storage.journal import read_entries
from dialogue_desktop.storage.projection import TABLES, to_column


def rows_differ(database: Database, conference_id: str) -> tuple[tuple[Entry, ...], int]:
    """The journal's entries, and how many rows are not what their fold says."""
    with database.lock, translated():
        entries = read_entries(database.raw, conference_id)
        state = fold(entries)
        differing = 0
        seen = 0
        for kind, table in TABLES.items():
            names = (ALIVE, *table.columns)
            rows = database.raw.execute(
                f"SELECT id, {', '.join(names)} FROM {table.name} WHERE conference_id = ?",  # noqa: S608
                (conference_id,),
            ).fetchall()
            for row in rows:
                seen += 1
                fields = state.get((kind, row[0]))
                if fields is None or not _same(fields, dict(zip(names, row[1:], strict=True))):
                    differing += 1
        missing = len(state) - seen
    return entries, differing + max(missing, 0)


def _same(fields: dict[str, Json], row: dict[str, object]) -> bool:
    return all(row[name] == to_column(name, fields.get(name)) for name in row if name != ALIVE) and (
        bool(row[ALIVE]) == (fields.get(ALIVE) is True)
    )
