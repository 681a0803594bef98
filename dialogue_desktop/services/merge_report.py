"""The report of a merge: what comes new by kind, and what stands against each other in a journal (L11)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dialogue_desktop.domain.journal import State, is_alive
from dialogue_desktop.domain.merge_fields import blank_values, is_long_text, is_quiet
from dialogue_desktop.domain.merge_settling import twins_of
from dialogue_desktop.domain.merge_words import EMPTY, field_name, record_name, value_words
from dialogue_desktop.domain.merging import (
    Conflict,
    Reading,
    Removed,
    Side,
    conflicts,
    removals,
)
from dialogue_desktop.domain.records import RecordKind
from dialogue_desktop.services.merge_items import ItemKind, ItemSide, MergeItem, Renumbered
from dialogue_desktop.services.merge_union import United

#: Records that are counted in words; pairs kept apart and the session are none.
_COUNTED = tuple(kind for kind in RecordKind if kind not in (RecordKind.SESSION, RecordKind.APART))


@dataclass(frozen=True, slots=True)
class Names:
    """What devices are called: this machine, and others by the marks of their copies."""

    own: str
    known: Mapping[str, str]

    def of(self, device: str) -> str:
        if device == self.own:
            return "máy này"
        return self.known.get(device, "máy khác")


def journal_items(reading: Reading, state: State, names: Names) -> tuple[MergeItem, ...]:
    """What stands against each other in a journal, for which nobody has decided yet."""
    found = [_field_item(one, state, names) for one in conflicts(reading)]
    gone = [_removed_item(one, state, names) for one in removals(reading)]
    return (*(item for item in found if item is not None), *gone)


def _field_item(conflict: Conflict, state: State, names: Names) -> MergeItem | None:
    """None where the values read alike: a clock's seconds need no choice."""
    kind, name = conflict.record, conflict.field
    shown: dict[str, ItemSide] = {}
    for side in conflict.sides:
        words = value_words(state, kind, name, side.value)
        shown.setdefault(words, _side(side, words, names))
    if len(shown) < 2:
        return None
    sides = tuple(shown.values())
    join = is_long_text(kind, name) and all(side.words != EMPTY for side in sides)
    title = record_name(state, kind, conflict.id)
    return MergeItem(conflict.key, ItemKind.FIELD, title, field_name(kind, name), sides, may_join=join)


def _removed_item(removed: Removed, state: State, names: Names) -> MergeItem:
    lines = []
    for edit in removed.edits:
        words = value_words(state, edit.record, edit.field, edit.side.value)
        lines.append(f"{field_name(edit.record, edit.field)}: {words}")
    newest = max((edit.side for edit in removed.edits), key=lambda side: side.at)
    return MergeItem(
        removed.key,
        ItemKind.REMOVED,
        record_name(state, removed.record, removed.id),
        "Một bên bỏ, một bên ghi tiếp",
        (
            _side(removed.removal, "Bỏ khỏi danh sách", names, "away"),
            _side(newest, "\n".join(lines), names, "back"),
        ),
        sentence="Đang bỏ; chọn bên kia thì mục này có lại.",
    )


def _side(side: Side, words: str, names: Names, side_id: str = "") -> ItemSide:
    return ItemSide(side_id or side.entry_id, words, side.author, names.of(side.device), side.at)


# --- counts -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Counts:
    """Records that come, change or go by the union, by kind."""

    came: Mapping[RecordKind, int]
    changed: Mapping[RecordKind, int]
    gone: Mapping[RecordKind, int]


def counts(before: State, after: State) -> Counts:
    came: Counter[RecordKind] = Counter()
    changed: Counter[RecordKind] = Counter()
    gone: Counter[RecordKind] = Counter()
    for (kind, record_id), fields in after.items():
        if kind not in _COUNTED:
            continue
        known = before.get((kind, record_id))
        was, there = known is not None and is_alive(known), is_alive(fields)
        if there and not was:
            came[kind] += 1
        elif was and not there:
            gone[kind] += 1
        elif there and known is not None and _differ(kind, known, fields):
            changed[kind] += 1
    return Counts(MappingProxyType(came), MappingProxyType(changed), MappingProxyType(gone))


def _differ(kind: RecordKind, one: Mapping[str, object], other: Mapping[str, object]) -> bool:
    blank = blank_values(kind)
    names = [name for name in blank if not is_quiet(kind, name)]
    return any(one.get(name, blank[name]) != other.get(name, blank[name]) for name in names)


def renumbered(united: United) -> tuple[Renumbered, ...]:
    """Numbers that the union made others, in words."""
    if united.settled is None:
        return ()
    found = []
    for change in united.settled.changes:
        known = change.record in (RecordKind.OPINION, RecordKind.TURN, RecordKind.VERSION)
        if known and change.field == "number" and isinstance(change.old, int) and isinstance(change.new, int):
            name = record_name(united.state, change.record, change.id)
            found.append(Renumbered(change.record, change.id, name, change.old, change.new))
    return tuple(found)


def as_one(united: United) -> int:
    """How many rows that both sides laid out alike became one."""
    return len(twins_of([united.settled])) if united.settled is not None else 0
