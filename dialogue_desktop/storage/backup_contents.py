"""What lies in a backup, read without opening the program on it: conferences and the last act."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from pathlib import Path

from dialogue_desktop.domain.backup_contents import BackupContents
from dialogue_desktop.storage.pragmas import read_only


def contents(path: Path) -> BackupContents | None:
    """None where the file cannot be read."""
    try:
        connection = read_only(path)
        try:
            titles = connection.execute(
                "SELECT title FROM conference WHERE NOT removed ORDER BY updated_at DESC, id"
            ).fetchall()
            acts, last = connection.execute("SELECT count(*), max(at) FROM journal").fetchone()
        finally:
            connection.close()
        return BackupContents(
            tuple(str(title) for (title,) in titles),
            datetime.fromisoformat(last) if last else None,
            int(acts),
        )
    except (sqlite3.Error, ValueError):
        return None
