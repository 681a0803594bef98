"""A conference's records in memory, kept for the hours in which the database cannot be reached."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from typing import Any

from dialogue_desktop.codec import convert
from dialogue_desktop.domain.journal import ALIVE, Entry, apply, fold, is_alive
from dialogue_desktop.domain.record_lists import CLASSES, in_order
from dialogue_desktop.domain.records import RecordKind, Records


class Mirror:
    """The fold of the journal, with the newest entries for undo; rows are made when they are asked for."""

    def __init__(self, entries: Iterable[Entry], *, depth: int) -> None:
        ordered = tuple(entries)
        self.count = len(ordered)
        self.state = fold(ordered)
        self._newest: deque[Entry] = deque(ordered[-depth:], maxlen=depth)
        self._rows: dict[tuple[RecordKind, str], Any] = {}
        self._stale: set[tuple[RecordKind, str]] = set(self.state)

    def take(self, entry: Entry) -> None:
        """One more act; one that is known already changes nothing."""
        if any(entry.id == known.id for known in self._newest):
            return
        apply(self.state, entry)
        self._stale |= {(change.record, change.id) for change in entry.changes}
        self._newest.append(entry)
        self.count += 1

    @property
    def last(self) -> Entry | None:
        return self._newest[-1] if self._newest else None

    def newest(self, limit: int) -> tuple[Entry, ...]:
        """The newest acts, newest first."""
        return tuple(reversed(self._newest))[:limit]

    def records(self) -> Records:
        for key in self._stale:
            fields = self.state[key]
            if is_alive(fields):
                values = {
                    name: value for name, value in fields.items() if name != ALIVE and value is not None
                }
                self._rows[key] = convert({**values, "id": key[1]}, CLASSES[key[0]])
            else:
                self._rows.pop(key, None)
        self._stale.clear()
        kinds: dict[RecordKind, list[Any]] = {}
        for (kind, _), row in self._rows.items():
            kinds.setdefault(kind, []).append(row)
        return in_order(kinds)
