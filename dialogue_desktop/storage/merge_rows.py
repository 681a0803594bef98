"""A conference that is there brought up to its union with another machine's, in one transaction (L11)."""

from __future__ import annotations

from dialogue_desktop.codec import to_json
from dialogue_desktop.domain.conference import when_text
from dialogue_desktop.errors import BadInput
from dialogue_desktop.storage.database import Database
from dialogue_desktop.storage.duties import insert_kept
from dialogue_desktop.storage.journal import Journal, utc_text
from dialogue_desktop.storage.package_rows import TAKEN, ConferenceRows
from dialogue_desktop.storage.proof_rows import insert_proofs
from dialogue_desktop.storage.side_tables import insert_snapshot

_CONFERENCE = (
    "UPDATE conference SET title = ?, stage = ?, plan = ?, plan_step = ?, day = ?, when_text = ?, place = ?,"
    " created_at = ?, updated_at = ?, removed = 0 WHERE id = ?"
)


def write_union(database: Database, journal: Journal, rows: ConferenceRows) -> None:
    """`rows` are the whole union; of its acts those that are new are written, all rows are built anew.

    The draft is left alone: it is what stands in this machine's boxes. BadInput where an act belongs to
    another conference, StorageError; then nothing is changed.
    """
    plan = rows.plan
    with database.transaction() as db:
        there: set[str] = set()
        for entry in rows.entries:
            row = db.execute("SELECT conference_id FROM journal WHERE id = ?", (entry.id,)).fetchone()
            if row is not None and row[0] != rows.id:
                raise BadInput(TAKEN)
            if row is not None:
                there.add(entry.id)
        journal.take_in(rows.id, rows.entries, there=there)
        db.execute(
            _CONFERENCE,
            (
                rows.title,
                rows.stage.value,
                to_json(plan).decode(),
                rows.plan_step,
                plan.day.isoformat() if plan.day else None,
                when_text(plan),
                plan.places[0] if plan.places else "",
                utc_text(rows.created_at),
                utc_text(rows.updated_at),
                rows.id,
            ),
        )
        db.execute("DELETE FROM contact WHERE conference_id = ?", (rows.id,))
        db.executemany(
            "INSERT INTO contact (conference_id, opinion_id, phone, house_address) VALUES (?, ?, ?, ?)",
            [(rows.id, c.opinion_id, c.phone, c.house_address) for c in rows.contacts],
        )
        for number, body in rows.snapshots:
            insert_snapshot(db, rows.id, number, body)
        db.execute("DELETE FROM duty WHERE conference_id = ?", (rows.id,))
        insert_kept(db, rows.id, rows.kept)
        db.execute("DELETE FROM notice_proof WHERE conference_id = ?", (rows.id,))
        insert_proofs(db, rows.id, rows.proofs)
        db.executemany("INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)", rows.settings.items())
