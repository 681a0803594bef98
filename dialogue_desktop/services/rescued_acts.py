"""An act from a rescue file held against what was written since: what still fits is kept (L9)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dialogue_desktop.domain.journal import ALIVE, Change, Entry, State, is_alive
from dialogue_desktop.domain.records import RecordKind

#: Records that are counted: one that comes late takes the next number.
_NUMBERED = frozenset({RecordKind.TURN, RecordKind.OPINION})


def fitting(act: Entry, state: State) -> Entry | None:
    """The act as it can be written now; None where nothing of it is left to do.

    Usually nothing was written since, and the act is what it was. Else a record that it made comes in with
    the next free number, and of a change only what no later one has overtaken.
    """
    born = {(c.record, c.id) for c in act.changes if c.field == ALIVE and c.old is None and c.new is True}
    kept = tuple(
        _numbered(change, state) if (change.record, change.id) in born else change
        for change in act.changes
        if (change.record, change.id) in born or _stands(change, state)
    )
    return replace(act, changes=kept) if kept else None


def _stands(change: Change, state: State) -> bool:
    fields = state.get((change.record, change.id))
    return fields is not None and fields.get(change.field) == change.old


def _numbered(change: Change, state: State) -> Change:
    if change.field != "number" or change.record not in _NUMBERED:
        return change
    taken = set(_numbers(change.record, state))
    return replace(change, new=max(taken) + 1) if change.new in taken else change


def _numbers(kind: RecordKind, state: State) -> Iterable[int]:
    for (record, _), fields in state.items():
        if record is kind and is_alive(fields) and isinstance(number := fields.get("number"), int):
            yield number
