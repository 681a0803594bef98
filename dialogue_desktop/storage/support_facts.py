"""What can be said of a database without a word that stands in it: its schema, sizes and counts of rows."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from dialogue_desktop.storage.pragmas import read_only

#: Settings that say nothing of people or places; others are only counted: keys hold names of conferences.
PLAIN_SETTINGS = ("ui.theme", "ui.scale", "device")
_PLAIN_VALUE = re.compile(r'"?[a-z0-9_.-]{1,40}"?', re.ASCII)


@dataclass(frozen=True, slots=True)
class DatabaseFacts:
    """`counts` by table; `settings` the plain ones, `other_settings` how many there are besides."""

    schema: int
    sqlite: str
    journal_mode: str
    pages: int
    free_pages: int
    counts: tuple[tuple[str, int], ...]
    settings: tuple[tuple[str, str], ...]
    other_settings: int


def facts_of(path: Path) -> DatabaseFacts:
    """Read without changing anything. sqlite3's errors come out as StorageError's: see `failures`."""
    from dialogue_desktop.storage.failures import translated

    with translated():
        connection = read_only(path)
        try:
            return _facts(connection)
        finally:
            connection.close()


def _facts(db: sqlite3.Connection) -> DatabaseFacts:
    def one(statement: str) -> str:
        return str(db.execute(statement).fetchone()[0])

    tables = [
        name
        for (name,) in db.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
            " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'record_search_%' ORDER BY name"
        )
    ]
    # The names of tables come from the file itself: of ours only letters and lines below are repeated.
    named = [name for name in tables if re.fullmatch(r"[a-z_]{1,30}", name, re.ASCII)]
    counts = tuple((name, int(one(f'SELECT count(*) FROM "{name}"'))) for name in named)  # noqa: S608
    settings: list[tuple[str, str]] = []
    for key in PLAIN_SETTINGS:
        row = db.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
        if row is not None and _PLAIN_VALUE.fullmatch(str(row[0])):
            settings.append((key, str(row[0]).strip('"')))
    return DatabaseFacts(
        int(one("PRAGMA user_version")),
        sqlite3.sqlite_version,
        one("PRAGMA journal_mode"),
        int(one("PRAGMA page_count")),
        int(one("PRAGMA freelist_count")),
        counts,
        tuple(settings),
        int(one("SELECT count(*) FROM setting")) - len(settings),
    )
