"""The rows of the proof of public notice (C2)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from dialogue_desktop.domain.notice_proof import NoticeProof, ProofForm
from dialogue_desktop.storage.database import Database
from dialogue_desktop.storage.failures import translated

_INSERT = (
    "INSERT INTO notice_proof (conference_id, id, position, form, place, first_day, last_day, times, by_whom,"
    " witness, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


class ProofRows:
    """The proofs of all conferences, each list in the order in which it was written."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, conference_id: str) -> tuple[NoticeProof, ...]:
        with self._database.lock, translated():
            rows = self._database.raw.execute(
                "SELECT id, form, place, first_day, last_day, times, by_whom, witness, note"
                " FROM notice_proof WHERE conference_id = ? ORDER BY position, id",
                (conference_id,),
            ).fetchall()
        return tuple(
            NoticeProof(key, ProofForm(form), place, _day(first), _day(last), times, by, witness, note)
            for key, form, place, first, last, times, by, witness, note in rows
        )

    def replace(self, conference_id: str, proofs: Sequence[NoticeProof]) -> None:
        """Write the whole list."""
        with self._database.transaction() as db:
            db.execute("DELETE FROM notice_proof WHERE conference_id = ?", (conference_id,))
            insert_proofs(db, conference_id, proofs)


def insert_proofs(db: Any, conference_id: str, proofs: Sequence[NoticeProof]) -> None:
    db.executemany(
        _INSERT,
        [
            (
                conference_id, proof.id, position, proof.form.value, proof.place,
                _text(proof.first_day), _text(proof.last_day), proof.times, proof.by, proof.witness,
                proof.note,
            )
            for position, proof in enumerate(proofs)
        ],
    )  # fmt: skip


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None
