"""A whole conference written from a package, in one transaction: all of it or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from dialogue_desktop.codec import to_json
from dialogue_desktop.domain.checklist import KeptItem
from dialogue_desktop.domain.conference import Contact, Stage, when_text
from dialogue_desktop.domain.journal import Entry
from dialogue_desktop.domain.notice_proof import NoticeProof
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.errors import BadInput
from dialogue_desktop.storage.database import Database
from dialogue_desktop.storage.duties import insert_kept
from dialogue_desktop.storage.journal import Journal, utc_text
from dialogue_desktop.storage.proof_rows import insert_proofs
from dialogue_desktop.storage.side_tables import insert_snapshot

TAKEN = (
    "Nhật ký trong gói đã thuộc một hội nghị khác trong dữ liệu; gói chưa được nhập, dữ liệu không thay đổi."
)

_CONFERENCE = (
    "INSERT INTO conference"
    " (id, title, stage, plan, plan_step, day, when_text, place, created_at, updated_at, removed)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)"
)


@dataclass(frozen=True, slots=True)
class ConferenceRows:
    """Everything stored of one conference; times in UTC, `snapshots` as (number, body), `draft` as JSON,
    `settings` as key and JSON."""

    id: str
    title: str
    stage: Stage
    plan: Plan
    plan_step: str
    created_at: datetime
    updated_at: datetime
    entries: Sequence[Entry]
    contacts: Sequence[Contact] = ()
    snapshots: Sequence[tuple[int, str]] = ()
    draft: str | None = None
    kept: Sequence[KeptItem] = ()
    proofs: Sequence[NoticeProof] = ()
    settings: Mapping[str, str] = field(default_factory=dict)


def take_in(database: Database, journal: Journal, rows: ConferenceRows) -> None:
    """Write a conference that is not there yet. BadInput where its acts belong to another; StorageError."""
    plan = rows.plan
    with database.transaction() as db:
        for entry in rows.entries:
            if db.execute("SELECT 1 FROM journal WHERE id = ?", (entry.id,)).fetchone() is not None:
                raise BadInput(TAKEN)
        db.execute(
            _CONFERENCE,
            (
                rows.id,
                rows.title,
                rows.stage.value,
                to_json(plan).decode(),
                rows.plan_step,
                plan.day.isoformat() if plan.day else None,
                when_text(plan),
                plan.places[0] if plan.places else "",
                utc_text(rows.created_at),
                utc_text(rows.updated_at),
            ),
        )
        journal.take_in(rows.id, rows.entries)
        db.executemany(
            "INSERT INTO contact (conference_id, opinion_id, phone, house_address) VALUES (?, ?, ?, ?)",
            [(rows.id, c.opinion_id, c.phone, c.house_address) for c in rows.contacts],
        )
        for number, body in rows.snapshots:
            insert_snapshot(db, rows.id, number, body)
        insert_kept(db, rows.id, rows.kept)
        insert_proofs(db, rows.id, rows.proofs)
        db.executemany("INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)", rows.settings.items())
        if rows.draft is not None:
            db.execute(
                "INSERT INTO draft (conference_id, body, at) VALUES (?, ?, ?)",
                (rows.id, rows.draft, utc_text(rows.updated_at)),
            )
