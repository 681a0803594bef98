"""Whose file is this, and of which schema? Looks without changing anything."""

from __future__ import annotations

from pathlib import Path

from dialogue_desktop.errors import DamagedDatabase, NewerDatabase
from dialogue_desktop.storage import failures
from dialogue_desktop.storage.pragmas import APPLICATION_ID, SCHEMA_VERSION, read_only

NEWER = (
    "Dữ liệu này do bản chương trình mới hơn tạo ra nên bản này không mở được. "
    "Dữ liệu không bị thay đổi. Hãy cài bản chương trình mới rồi mở lại."
)


def recognise(path: Path) -> int:
    """The schema number of a database file, 0 for a new one; refuses files that are not ours.

    Errors: DamagedDatabase, NewerDatabase, StorageError, each with its sentence.
    """
    if not path.exists() or path.stat().st_size == 0:
        return 0
    with failures.translated():
        connection = read_only(path)
        try:
            version = int(connection.execute("PRAGMA user_version").fetchone()[0])
            application = int(connection.execute("PRAGMA application_id").fetchone()[0])
            tables = int(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
        finally:
            connection.close()
    if application != APPLICATION_ID and tables:
        raise DamagedDatabase(failures.DAMAGED)
    if version > SCHEMA_VERSION:
        raise NewerDatabase(NEWER)
    return version
