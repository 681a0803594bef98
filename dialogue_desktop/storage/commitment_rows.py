"""The promises of all conferences with the opinions behind them and their history, in three queries (F1)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import msgspec

from dialogue_desktop.codec import convert
from dialogue_desktop.domain.after_records import Commitment, Paper, Step
from dialogue_desktop.domain.board import Asker
from dialogue_desktop.domain.record_lists import LISTS
from dialogue_desktop.domain.records import RecordKind, Voice
from dialogue_desktop.domain.stage import Stage
from dialogue_desktop.domain.wall_time import on_wall
from dialogue_desktop.storage.database import Database
from dialogue_desktop.storage.failures import translated
from dialogue_desktop.storage.projection import TABLES
from dialogue_desktop.storage.records_query import record_value

_CONFERENCES = "SELECT id, title, day, stage FROM conference WHERE removed = 0"
_ASKERS = (
    "SELECT o.conference_id, o.id, o.number, o.voices, o.group_note, o.anonymous, o.said_at, o.received_on,"
    " o.field, o.text FROM opinion o JOIN (SELECT DISTINCT c.conference_id AS cid, j.value AS oid"
    " FROM commitment c, json_each(c.opinion_ids) j WHERE c.alive = 1) w"
    " ON w.cid = o.conference_id AND w.oid = o.id WHERE o.alive = 1"
)


@dataclass(frozen=True, slots=True)
class Held:
    """A conference as the board names it."""

    id: str
    title: str
    day: date | None
    stage: Stage


@dataclass(frozen=True, slots=True)
class Stored:
    """All that is written down, by conference; what was removed is left out. `steps` by (conference,
    commitment), `askers` by (conference, opinion); `reminders` are those that were issued."""

    conferences: dict[str, Held]
    commitments: dict[str, tuple[Commitment, ...]]
    steps: dict[tuple[str, str], tuple[Step, ...]]
    askers: dict[tuple[str, str], Asker]
    reminders: dict[str, tuple[Paper, ...]]


class CommitmentRows:
    """Reads; knows nothing of urgency."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> Stored:
        with self._database.lock, translated():
            raw = self._database.raw
            held = {row[0]: _held(row) for row in raw.execute(_CONFERENCES)}
            commitments = self._of(RecordKind.COMMITMENT, held)
            steps = self._of(RecordKind.STEP, held)
            reminders = self._of(RecordKind.PAPER, held, " AND kind = 'reminders' AND issued_at IS NOT NULL")
            askers = {(row[0], row[1]): _asker(row) for row in raw.execute(_ASKERS) if row[0] in held}
        by_promise: dict[tuple[str, str], list[Step]] = defaultdict(list)
        for cid, rows in steps.items():
            for step in rows:
                by_promise[cid, step.commitment_id].append(step)
        told = {key: tuple(rows) for key, rows in by_promise.items()}
        return Stored(held, commitments, told, askers, reminders)

    def unwritten(self) -> tuple[str, ...]:
        """Conferences that follow their promises and have none written down: frozen by an older program, or
        without any."""
        found = (
            "SELECT id FROM conference k WHERE removed = 0 AND stage = ? AND NOT EXISTS"
            " (SELECT 1 FROM commitment c WHERE c.conference_id = k.id) ORDER BY id"
        )
        with self._database.lock, translated():
            return tuple(row[0] for row in self._database.raw.execute(found, (Stage.FOLLOW_UP.value,)))

    def _of(self, kind: RecordKind, held: dict[str, Held], more: str = "") -> dict[str, tuple[Any, ...]]:
        table = TABLES[kind]
        names = ", ".join(("conference_id", "id", *table.columns))
        found: dict[str, list[Any]] = defaultdict(list)
        for row in self._database.raw.execute(f"SELECT {names} FROM {table.name} WHERE alive = 1{more}"):  # noqa: S608
            if row[0] in held:
                found[row[0]].append(record_value(table, row[1:]))
        return {cid: tuple(sorted(rows, key=LISTS[kind].order)) for cid, rows in found.items()}


def _held(row: tuple[Any, ...]) -> Held:
    return Held(row[0], row[1], date.fromisoformat(row[2]) if row[2] else None, Stage(row[3]))


def _asker(row: tuple[Any, ...]) -> Asker:
    _, _, number, voices, note, anonymous, said_at, received, field, text = row
    day = date.fromisoformat(received) if received else None
    if said_at:
        day = on_wall(datetime.fromisoformat(said_at)).date()
    named = convert(msgspec.json.decode(voices), tuple[Voice, ...]) if voices else ()
    return Asker(number or 0, named, note or "", bool(anonymous), day, field or "", text or "")
