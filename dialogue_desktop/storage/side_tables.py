"""Small tables beside the journal: settings, drafts, contacts, frozen snapshots."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from dialogue_desktop.domain.conference import Contact
from dialogue_desktop.storage.database import Database
from dialogue_desktop.storage.failures import translated
from dialogue_desktop.storage.journal import utc_text


class SettingsTable:
    """Key → JSON text."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, key: str) -> str | None:
        with self._database.lock, translated():
            row = self._database.raw.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row[0])

    def set(self, key: str, value: str) -> None:
        with self._database.transaction() as db:
            db.execute("INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)", (key, value))

    def set_all(self, values: Mapping[str, str], without: Collection[str] = ()) -> None:
        """All of them or none; keys in `without` are taken away with them."""
        with self._database.transaction() as db:
            db.executemany("INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)", values.items())
            db.executemany("DELETE FROM setting WHERE key = ?", [(key,) for key in without])


class Drafts:
    """Half-typed text, one per conference."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, conference_id: str, body: str, at: datetime) -> None:
        with self._database.transaction() as db:
            db.execute(
                "INSERT OR REPLACE INTO draft (conference_id, body, at) VALUES (?, ?, ?)",
                (conference_id, body, utc_text(at)),
            )

    def load(self, conference_id: str) -> str | None:
        with self._database.lock, translated():
            row = self._database.raw.execute(
                "SELECT body FROM draft WHERE conference_id = ?", (conference_id,)
            ).fetchone()
        return None if row is None else str(row[0])

    def clear(self, conference_id: str) -> None:
        with self._database.transaction() as db:
            db.execute("DELETE FROM draft WHERE conference_id = ?", (conference_id,))


class Contacts:
    """Telephone and house address of those who asked."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, conference_id: str) -> tuple[Contact, ...]:
        with self._database.lock, translated():
            rows = self._database.raw.execute(
                "SELECT opinion_id, phone, house_address FROM contact WHERE conference_id = ? ORDER BY 1",
                (conference_id,),
            ).fetchall()
        return tuple(Contact(*row) for row in rows)

    def set(self, conference_id: str, contacts: Sequence[Contact]) -> None:
        with self._database.transaction() as db:
            for contact in contacts:
                db.execute(
                    "INSERT OR REPLACE INTO contact VALUES (?, ?, ?, ?)",
                    (conference_id, contact.opinion_id, contact.phone, contact.house_address),
                )


class Snapshots:
    """What each frozen version of the minutes was built from."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, conference_id: str, number: int, body: str) -> None:
        """Adding the same body again changes nothing."""
        with self._database.transaction() as db:
            insert_snapshot(db, conference_id, number, body)

    def bodies(self, conference_id: str) -> dict[str, str]:
        """By SHA-256: the number under which one lies is only its place, since minutes frozen on two laptops
        have one number until they meet, and nothing that was frozen is ever rewritten."""
        with self._database.lock, translated():
            rows = self._database.raw.execute(
                "SELECT body FROM snapshot WHERE conference_id = ? ORDER BY number", (conference_id,)
            ).fetchall()
        return {hashlib.sha256(str(body).encode()).hexdigest(): str(body) for (body,) in rows}


def insert_snapshot(db: Any, conference_id: str, number: int, body: str) -> None:
    """Keep what was frozen, in its own place or, where another lies there, in the next; inside the caller's
    transaction."""
    rows = dict(db.execute("SELECT number, body FROM snapshot WHERE conference_id = ?", (conference_id,)))
    if body in rows.values():
        return
    place = number if number not in rows else max(rows) + 1
    db.execute(
        "INSERT INTO snapshot (conference_id, number, body) VALUES (?, ?, ?)", (conference_id, place, body)
    )
