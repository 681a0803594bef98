"""The journal: append-only entries, their fold into records, and counter-entries for undo (L9, L11)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dialogue_desktop.domain.records import RecordKind

#: Values as JSON knows them; dates and times are ISO strings. Not recursive: the codec must resolve it.
Json = str | int | float | bool | None | list[Any] | dict[str, Any]

#: The field that says whether a record exists; undoing a creation only clears it.
ALIVE = "alive"


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one record: what it held and what it holds now."""

    record: RecordKind
    id: str
    field: str
    old: Json
    new: Json


@dataclass(frozen=True, slots=True)
class Entry:
    """One act. `id` is made by the client, so that a repeated append is recognised.

    `lamport` and `device` order the union of two journals the same way on every machine.
    `kind` is the act's name ("opinion.add"); `undoes` the id of the entry that it takes back.
    """

    id: str
    lamport: int
    device: str
    author: str
    at: datetime
    kind: str
    changes: tuple[Change, ...]
    undoes: str = ""

    @property
    def order(self) -> tuple[int, str, str]:
        return (self.lamport, self.device, self.id)


#: Field values of every record: (kind, id) → {field: value}.
State = dict[tuple[RecordKind, str], dict[str, Json]]


def apply(state: State, entry: Entry) -> None:
    """Write one entry's new values into the state."""
    for change in entry.changes:
        state.setdefault((change.record, change.id), {})[change.field] = change.new


def fold(entries: Iterable[Entry]) -> State:
    """The state after all entries, in their common order; dead records stay with alive = False."""
    state: State = {}
    for entry in sorted(entries, key=lambda e: e.order):
        apply(state, entry)
    return state


def is_alive(fields: Mapping[str, Json]) -> bool:
    return fields.get(ALIVE) is True


def creation(record: RecordKind, record_id: str, values: Mapping[str, Json]) -> tuple[Change, ...]:
    """Changes that bring a record to life with the given values."""
    alive = Change(record, record_id, ALIVE, None, True)
    return (alive, *(Change(record, record_id, field, None, new) for field, new in values.items()))


def edits(
    record: RecordKind, record_id: str, now: Mapping[str, Json], wanted: Mapping[str, Json]
) -> tuple[Change, ...]:
    """Changes for the fields of `wanted` that differ from `now`."""
    return tuple(
        Change(record, record_id, field, now.get(field), new)
        for field, new in wanted.items()
        if now.get(field) != new
    )


def removal(record: RecordKind, record_id: str) -> tuple[Change, ...]:
    """Changes that hide a record; its text stays in the journal and can come back."""
    return (Change(record, record_id, ALIVE, True, False),)


def inverse(entry: Entry) -> tuple[Change, ...]:
    """Changes that take an entry back. A created record is only hidden: its words are kept."""
    born = {(c.record, c.id) for c in entry.changes if c.field == ALIVE and c.old is None and c.new is True}
    taken_back: list[Change] = []
    for change in reversed(entry.changes):
        if (change.record, change.id) in born:
            if change.field == ALIVE:
                taken_back.append(Change(change.record, change.id, ALIVE, True, False))
            continue
        taken_back.append(Change(change.record, change.id, change.field, change.new, change.old))
    return tuple(taken_back)


def standing(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Entries that are in force: not taken back by an entry that is itself in force; oldest first."""
    ordered = sorted(entries, key=lambda e: e.order)
    taken_back: set[str] = set()
    kept: list[Entry] = []
    for entry in reversed(ordered):
        if entry.id in taken_back:
            continue
        kept.append(entry)
        if entry.undoes:
            taken_back.add(entry.undoes)
    return tuple(reversed(kept))


def undoable(entries: Iterable[Entry], device: str) -> Entry | None:
    """The newest act of this device that stands and is not itself a counter-entry."""
    own = standing(e for e in entries if e.device == device)
    return next((e for e in reversed(own) if not e.undoes), None)


def redoable(entries: Iterable[Entry], device: str) -> Entry | None:
    """The counter-entry to take back by a redo: the newest, with no newer act of one's own."""
    own = sorted((e for e in entries if e.device == device), key=lambda e: e.order)
    by_id = {e.id: e for e in own}
    stands = {e.id for e in standing(own)}
    for entry in reversed(own):
        if not entry.undoes:
            return None
        undone = by_id.get(entry.undoes)
        is_redo = undone is not None and undone.undoes != ""
        if not is_redo and entry.id in stands:
            return entry
    return None
