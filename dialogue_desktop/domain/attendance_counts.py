"""How many were there each time that people were counted, read from the acts (L6)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from dialogue_desktop.domain.journal import ALIVE, Entry, Json
from dialogue_desktop.domain.records import RecordKind

#: Rows that are filled in within so long of each other are one counting.
ONE_ROUND = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class AttendanceCount:
    """One counting: when its last number was written down, and the sum of each unit ("người", "hộ")."""

    at: datetime
    present: tuple[tuple[str, int], ...]


def attendance_counts(entries: Iterable[Entry]) -> tuple[AttendanceCount, ...]:
    """The countings in their order, from acts in theirs; a number that was taken back counts no more."""
    rows: dict[str, dict[str, Json]] = {}
    counts: list[AttendanceCount] = []
    last: datetime | None = None
    for entry in entries:
        counted = False
        for change in entry.changes:
            if change.record is RecordKind.ATTENDANCE:
                rows.setdefault(change.id, {})[change.field] = change.new
                said = change.old is not None or change.new is not None
                counted = counted or (said and change.field in ("present", "counted_at"))
        if not counted:
            continue
        sums = AttendanceCount(entry.at, _sums(rows.values()))
        if last is not None and entry.at - last <= ONE_ROUND:
            counts[-1] = sums
        else:
            counts.append(sums)
        last = entry.at
    return tuple(count for count in counts if count.present)


def _sums(rows: Iterable[dict[str, Json]]) -> tuple[tuple[str, int], ...]:
    found: Counter[str] = Counter()
    for row in rows:
        present = row.get("present")
        if isinstance(present, int) and row.get(ALIVE, True) is not False:
            found[str(row.get("unit") or "người")] += present
    return tuple(found.items())
