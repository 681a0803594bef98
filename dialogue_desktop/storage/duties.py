"""The rows of all checklists: counted anew as often as the plan changes, what was put down stays (P14)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from dialogue_desktop.codec import from_json, to_json
from dialogue_desktop.domain.checklist import ChecklistItem, ItemKind, KeptItem
from dialogue_desktop.domain.deadlines import Rule
from dialogue_desktop.storage.database import Database
from dialogue_desktop.storage.failures import translated

_INSERT = (
    "INSERT INTO duty (conference_id, kind, id, position, shown, title, unit, due, hour, rule, day, rank,"
    " edited, removed, done_on, done_by, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_KEPT = (
    "SELECT kind, id, title, unit, hour, rule, day, rank, edited, removed, done_on, done_by, note"
    " FROM duty WHERE conference_id = ? ORDER BY kind, id"
)


@dataclass(frozen=True, slots=True)
class DutyLine:
    """A line as lists show it."""

    kind: ItemKind
    id: str
    title: str
    unit: str
    due: date | None
    done_on: date | None = None
    hour: time | None = None


class Duties:
    """Lines of all conferences."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def replace(self, conference_id: str, items: Sequence[ChecklistItem]) -> None:
        """Write all lines of a conference, in their order, with what was put down for each."""
        rows = [_row(conference_id, position, item) for position, item in enumerate(items)]
        with self._database.transaction() as db:
            db.execute("DELETE FROM duty WHERE conference_id = ?", (conference_id,))
            db.executemany(_INSERT, rows)

    def kept(self, conference_id: str) -> tuple[KeptItem, ...]:
        """Everything that the office has put down for a conference, by kind and id."""
        with self._database.lock, translated():
            rows = self._database.raw.execute(_KEPT, (conference_id,)).fetchall()
        found = (_kept(row) for row in rows)
        return tuple(one for one in found if not one.blank)

    def all(self, conference_id: str) -> tuple[DutyLine, ...]:
        """The lines that are shown, in their order."""
        with self._database.lock, translated():
            rows = self._database.raw.execute(
                "SELECT kind, id, title, unit, due, done_on, hour FROM duty"
                " WHERE conference_id = ? AND shown = 1 ORDER BY position",
                (conference_id,),
            ).fetchall()
        return tuple(
            DutyLine(ItemKind(kind), key, title, unit, _day(due), _day(done), _hour(hour))
            for kind, key, title, unit, due, done, hour in rows
        )


def insert_kept(db: Any, conference_id: str, kept: Iterable[KeptItem]) -> None:
    """Put down what came in a package; the first count then writes the lines."""
    items = [ChecklistItem(one.kind, one.id, one.title, one.unit, shown=False, kept=one) for one in kept]
    db.executemany(_INSERT, [_row(conference_id, 0, item) for item in items])


def _row(conference_id: str, position: int, item: ChecklistItem) -> tuple[Any, ...]:
    own = item.own
    words = own.edited or not item.shown
    return (
        conference_id,
        item.kind.value,
        item.id,
        position,
        item.shown,
        own.title if words else item.title,
        own.unit if words else item.unit,
        item.due.isoformat() if item.due else None,
        _hour_text(own.hour if words else item.hour),
        to_json(own.rule).decode() if own.rule is not None else None,
        own.day.isoformat() if own.day else None,
        own.rank,
        own.edited,
        own.removed,
        own.done_on.isoformat() if own.done_on else None,
        own.done_by,
        own.note,
    )


def _kept(row: tuple[Any, ...]) -> KeptItem:
    kind_text, key, title, unit, hour, rule, day, rank, edited, removed, done_on, by, note = row
    kind = ItemKind(kind_text)
    own_words = bool(edited)
    # A usual preparation's hour is the list's, not the office's, until somebody changes it.
    own_hour = own_words or kind is ItemKind.PLAN
    return KeptItem(
        kind=kind,
        id=key,
        title=title if own_words else "",
        unit=unit if own_words else "",
        rule=from_json(rule, Rule) if rule else None,
        day=_day(day),
        hour=_hour(hour) if own_hour else None,
        rank=rank,
        edited=own_words,
        removed=bool(removed),
        done_on=_day(done_on),
        done_by=by,
        note=note,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _hour(text: str | None) -> time | None:
    return time.fromisoformat(text) if text else None


def _hour_text(hour: time | None) -> str | None:
    return hour.isoformat() if hour else None
