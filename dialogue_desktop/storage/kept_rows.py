"""Which kept files the rows of all conferences name (G4)."""

from __future__ import annotations

from dialogue_desktop.codec import from_json
from dialogue_desktop.domain.after_records import StoredFile
from dialogue_desktop.storage.database import Database
from dialogue_desktop.storage.failures import translated

_NAMED = """
SELECT c.title, r.files FROM conference AS c JOIN (
    SELECT conference_id, files FROM paper WHERE alive UNION ALL
    SELECT conference_id, files FROM step WHERE alive
) AS r ON r.conference_id = c.id
WHERE r.files IS NOT NULL AND r.files <> '[]' ORDER BY c.id
"""


def named_files(database: Database) -> tuple[tuple[str, StoredFile], ...]:
    """(title of the conference, file), each hash once."""
    found: dict[str, tuple[str, StoredFile]] = {}
    with database.lock, translated():
        rows = database.raw.execute(_NAMED).fetchall()
    for title, files in rows:
        for file in from_json(files, tuple[StoredFile, ...]):
            found.setdefault(file.sha256, (title, file))
    return tuple(found.values())
