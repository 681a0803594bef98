"""When a plan was changed last, and what it was each time it left or reached this machine (L11)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from dialogue_desktop.storage.database import Database
from dialogue_desktop.storage.failures import translated
from dialogue_desktop.storage.journal import utc_text
from dialogue_desktop.storage.tables import ConferenceRow, SettingRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_KEY = "plan.line."
#: A clock that was set back must not make the newer plan the older one.
_LEAST = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class PlanLine:
    """`at` None: not changed since this was first kept; `past` are marks of plans. UTC."""

    at: datetime | None = None
    past: tuple[str, ...] = ()


def line_setting(conference_id: str, line: PlanLine) -> tuple[str, str]:
    """The setting that keeps it, as key and JSON."""
    at = utc_text(line.at) if line.at is not None else None
    return _KEY + conference_id, json.dumps({"at": at, "past": list(line.past)})


def _line(value: str | None) -> PlanLine:
    if value is None:
        return PlanLine()
    found = json.loads(value)
    at = datetime.fromisoformat(found["at"]) if found["at"] else None
    return PlanLine(at, tuple(found["past"]))


def note_change(session: Session, row: ConferenceRow, at: datetime) -> None:
    """The plan becomes another now; within the caller's unit of work."""
    key = _KEY + row.id
    kept = session.get(SettingRow, key)
    line = _line(kept.value if kept is not None else None)
    before = line.at or datetime.fromisoformat(row.created_at)
    _, value = line_setting(row.id, PlanLine(max(at, before + _LEAST), line.past))
    session.merge(SettingRow(key=key, value=value))


class PlanLines:
    """The lines of all conferences."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def line(self, conference_id: str) -> PlanLine:
        with self._database.lock, translated():
            row = self._database.raw.execute(
                "SELECT value FROM setting WHERE key = ?", (_KEY + conference_id,)
            ).fetchone()
        return _line(None if row is None else str(row[0]))

    def remember(self, conference_id: str, past: Iterable[str]) -> None:
        """The plan as it is goes out: keep its marks."""
        line = self.line(conference_id)
        if set(past) == set(line.past):
            return
        key, value = line_setting(conference_id, PlanLine(line.at, tuple(past)))
        with self._database.transaction() as db:
            db.execute("INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)", (key, value))
