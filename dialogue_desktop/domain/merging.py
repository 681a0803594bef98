"""Two journals of one conference together, and what both sides changed without seeing the other (L11).

Nothing here depends on who merges or in which order: what stands against each other is read from the united
journal alone. A change says which value it found (`old`); where that is no longer the value that stands in
the common order, its writer had not seen the other's. So three laptops need no memory of who met whom.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from dialogue_desktop.domain.journal import ALIVE, Change, Entry, Json, is_alive
from dialogue_desktop.domain.merge_fields import blank_values, is_quiet
from dialogue_desktop.domain.records import RecordKind

#: The act that says which of several values holds; it names each of them as one that it found.
RESOLVE = "merge.resolve"
#: The act that keeps numbers and places apart after a union: the same entry on every machine.
SETTLE = "merge.settle"
#: Device of entries that follow from a union itself and that nobody typed.
SETTLE_DEVICE = "gop"

Key = tuple[RecordKind, str]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values that stand against each other: who wrote it, when, on which device. UTC.

    `named` are the values between which it was chosen, where somebody has chosen.
    """

    value: Json
    entry_id: str
    device: str
    author: str
    at: datetime
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """One field that got different values from writers who had not seen each other; `sides[0]` holds now."""

    record: RecordKind
    id: str
    field: str
    sides: tuple[Side, ...]

    @property
    def key(self) -> str:
        return f"{self.record.value}:{self.id}:{self.field}"


@dataclass(frozen=True, slots=True)
class Edit:
    """What somebody wrote into a record that another had taken away."""

    record: RecordKind
    id: str
    field: str
    side: Side


@dataclass(frozen=True, slots=True)
class Removed:
    """A record taken away by one who had not seen what another wrote into it; `removal.value` is None."""

    record: RecordKind
    id: str
    removal: Side
    edits: tuple[Edit, ...]

    @property
    def key(self) -> str:
        return f"{self.record.value}:{self.id}:{ALIVE}"


class Disagreement(ValueError):
    """Two entries with one id that say different things: one of the journals was changed by hand."""


def union(one: Iterable[Entry], other: Iterable[Entry]) -> tuple[Entry, ...]:
    """All acts of both, each once, in their common order. Disagreement where an act has two contents."""
    found: dict[str, Entry] = {entry.id: entry for entry in one}
    for entry in other:
        known = found.setdefault(entry.id, entry)
        if known is not entry and known != entry:
            raise Disagreement(entry.id)
    return tuple(sorted(found.values(), key=lambda e: e.order))


def _as_it_is(_kind: RecordKind, _field: str, value: Json) -> Json:
    return value


@dataclass(slots=True)
class _Life:
    """Whether a record is there, and what was written into it while it was not."""

    alive: bool = False
    death: Entry | None = None
    late: list[Edit] = field(default_factory=list)
    looked_at: Entry | None = None


@dataclass(slots=True)
class Reading:
    """The united journal read once: the values that nobody has superseded, and the lives of records."""

    heads: dict[tuple[RecordKind, str, str], list[Side]] = field(default_factory=dict)
    lives: dict[Key, _Life] = field(default_factory=dict)
    values: dict[Key, dict[str, Json]] = field(default_factory=dict)
    born: dict[Key, Entry] = field(default_factory=dict)
    #: What stood against each other before a choice was made, so that undoing it asks again.
    before: dict[str, dict[tuple[RecordKind, str, str], list[Side]]] = field(default_factory=dict)
    lives_before: dict[str, dict[Key, tuple[list[Edit], Entry | None]]] = field(default_factory=dict)


def read(entries: Iterable[Entry], canonical: Callable[[RecordKind, str, Json], Json] = _as_it_is) -> Reading:
    """`entries` in their common order. `canonical` gives a value in the one way of writing it; it is asked
    only where two values seem to differ (a journal by hand may write a time with another zone)."""
    found = Reading()
    for entry in entries:
        _read_entry(found, entry, canonical)
    return found


def _read_entry(found: Reading, entry: Entry, canonical: Callable[[RecordKind, str, Json], Json]) -> None:
    born = {(c.record, c.id) for c in entry.changes if c.field == ALIVE and c.old is None and c.new is True}
    lives_again = {(c.record, c.id) for c in entry.changes if c.field == ALIVE and c.new is True}
    put_away: Key | None = None
    asked_again: set[tuple[RecordKind, str, str]] = set()
    for change in entry.changes:
        key = (change.record, change.id)
        found.values.setdefault(key, {})[change.field] = change.new
        life = found.lives.setdefault(key, _Life())
        if change.field == ALIVE:
            if key in born:
                found.born.setdefault(key, entry)
            if entry.kind == SETTLE and change.new is False:
                put_away = key
            if entry.kind == RESOLVE:
                known = found.lives_before.setdefault(entry.id, {})
                known.setdefault(key, (list(life.late), life.looked_at))
            _live(life, entry, change)
            if key in found.lives_before.get(entry.undoes, ()):
                late, life.looked_at = found.lives_before[entry.undoes][key]
                life.late = list(late)
            continue
        if is_quiet(change.record, change.field):
            continue
        at = (change.record, change.id, change.field)
        heads = found.heads.get(at)
        if key in born and heads is not None and change.new == blank_values(change.record).get(change.field):
            continue  # laid out empty by one who had not seen that it is there: says nothing
        if at in asked_again or _asks_again(found, entry, at):
            asked_again.add(at)
            continue
        if entry.kind == RESOLVE:
            found.before.setdefault(entry.id, {}).setdefault(at, list(heads or ()))
        named = _named(entry, change) if entry.kind == RESOLVE else ()
        side = Side(change.new, entry.id, entry.device, entry.author, entry.at, named)
        if entry.kind == SETTLE and put_away is not None and change.old is None:
            side = _written_by(found, put_away, change.field) or side
        if life.death is not None and not life.alive and key not in lives_again and not _of_merge(entry):
            if change.old != change.new:
                life.late.append(Edit(change.record, change.id, change.field, side))
        found.heads[at] = [side] if heads is None else _superseded(heads, change, side, canonical)


def _asks_again(found: Reading, entry: Entry, at: tuple[RecordKind, str, str]) -> bool:
    """Whether the entry takes back a choice on which nobody has built since: then all stand there again."""
    before = found.before.get(entry.undoes, {}).get(at)
    heads = found.heads.get(at, [])
    if before is None or [head.entry_id for head in heads] != [entry.undoes]:
        return False
    found.heads[at] = list(before)
    return True


def _live(life: _Life, entry: Entry, change: Change) -> None:
    if change.new is True:
        if not life.alive:
            life.late.clear()
        life.alive = True
    elif life.alive or life.death is None:
        life.alive, life.death = False, entry
    if entry.kind == RESOLVE:
        life.late.clear()
        life.looked_at = entry


def _of_merge(entry: Entry) -> bool:
    return entry.kind in (RESOLVE, SETTLE)


def _superseded(
    heads: list[Side], change: Change, side: Side, canonical: Callable[[RecordKind, str, Json], Json]
) -> list[Side]:
    """The heads after one more write: those that its writer found are gone, and one that says the same.

    Two who chose between the same values had not seen each other: who sees a choice has none left to make.
    """
    left = [head for head in heads if head.value != change.old or _chosen_apart(head, side)]
    if len(left) == len(heads) and change.old is not None:
        old = canonical(change.record, change.field, change.old)
        left = [
            head
            for head in heads
            if _chosen_apart(head, side) or canonical(change.record, change.field, head.value) != old
        ]
    return [*(head for head in left if head.value != side.value), side]


def _chosen_apart(head: Side, side: Side) -> bool:
    return bool(head.named) and head.named == side.named and head.entry_id != side.entry_id


def _named(entry: Entry, about: Change) -> tuple[str, ...]:
    """The values between which a choosing act chose."""
    return tuple(
        sorted(
            repr(change.old)
            for change in entry.changes
            if (change.record, change.id, change.field) == (about.record, about.id, about.field)
        )
    )


def _written_by(found: Reading, key: Key, name: str) -> Side | None:
    """Who wrote a field of a record that a settlement laid into its twin."""
    heads = found.heads.get((*key, name))
    return heads[-1] if heads else None


def conflicts(reading: Reading) -> tuple[Conflict, ...]:
    """Fields of records that are there with more than one value, oldest record first."""
    rows = []
    for (kind, record_id, name), heads in reading.heads.items():
        if len(heads) < 2 or not reading.lives[(kind, record_id)].alive:
            continue
        held = reading.values[(kind, record_id)].get(name)
        ordered = sorted(heads, key=lambda head: head.value != held)
        rows.append(Conflict(kind, record_id, name, tuple(ordered)))
    return tuple(sorted(rows, key=lambda one: (_age(reading, (one.record, one.id)), one.key)))


def removals(reading: Reading) -> tuple[Removed, ...]:
    """Records taken away unseen, with what the others wrote. Answers stand under their opinion."""
    edits: dict[Key, list[Edit]] = {}
    for key, life in reading.lives.items():
        if life.alive or life.death is None:
            continue
        edits.setdefault(key, []).extend(life.late)
    for (kind, record_id, name), heads in reading.heads.items():
        life = reading.lives[(kind, record_id)]
        if len(heads) < 2 or life.alive or life.death is None:
            continue
        held = reading.values[(kind, record_id)].get(name)
        there = edits.setdefault((kind, record_id), [])
        known = {(edit.field, edit.side.entry_id) for edit in there}
        for head in heads:
            if head.value != held and (name, head.entry_id) not in known:
                there.append(Edit(kind, record_id, name, head))
    _under_opinions(reading, edits)
    rows = [_removed(reading, key, found) for key, found in edits.items() if found]
    return tuple(sorted(rows, key=lambda one: (_age(reading, (one.record, one.id)), one.key)))


def _under_opinions(reading: Reading, edits: dict[Key, list[Edit]]) -> None:
    """Answers belong to an opinion: where that is gone it is the opinion that is asked about."""
    for key in [key for key in reading.lives if key[0] is RecordKind.ANSWER]:
        values = reading.values[key]
        opinion = (RecordKind.OPINION, str(values.get("opinion_id") or ""))
        life = reading.lives.get(opinion)
        if life is None or life.alive or life.death is None:
            continue
        there = edits.pop(key, [])
        if reading.lives[key].alive and not _before(reading, key, life.looked_at):
            there += [
                Edit(*key, name, heads[-1])
                for name in ("follow_up", "text")
                if values.get(name) and (heads := reading.heads.get((*key, name)))
            ]
        if there:
            edits.setdefault(opinion, []).extend(there)


def _before(reading: Reading, key: Key, looked_at: Entry | None) -> bool:
    """Whether somebody has looked at the record since it was made."""
    born = reading.born.get(key)
    return looked_at is not None and born is not None and born.order < looked_at.order


def _removed(reading: Reading, key: Key, edits: list[Edit]) -> Removed:
    death = reading.lives[key].death
    assert death is not None
    by = Side(None, death.id, death.device, death.author, death.at)
    return Removed(*key, by, tuple(edits))


def _age(reading: Reading, key: Key) -> tuple[int, str, str]:
    born = reading.born.get(key)
    return born.order if born is not None else (0, "", "")


def decided(conflict: Conflict, value: Json) -> tuple[Change, ...]:
    """The changes that let one value hold, whoever wrote it. Each value that was seen is named, so that
    nobody is asked again; the one that held comes first, so that undoing puts it back."""
    return tuple(
        Change(conflict.record, conflict.id, conflict.field, side.value, value) for side in conflict.sides
    )


def kept_away(removed: Removed, reading: Reading) -> tuple[Change, ...]:
    """The record stays away, and somebody has looked at what was written into it."""
    changes = [Change(removed.record, removed.id, ALIVE, False, False)]
    for edit in removed.edits:
        held = reading.values[(edit.record, edit.id)].get(edit.field)
        if reading.lives[(edit.record, edit.id)].alive:
            gone = Change(edit.record, edit.id, ALIVE, True, False)
            if gone not in changes:
                changes.append(gone)
        elif (edit.record, edit.id) != (removed.record, removed.id):
            seen = Change(edit.record, edit.id, ALIVE, False, False)
            if seen not in changes:
                changes.append(seen)
        changes.append(Change(edit.record, edit.id, edit.field, held, held))
        changes.append(Change(edit.record, edit.id, edit.field, edit.side.value, held))
    return tuple(changes)


def brought_back(removed: Removed, reading: Reading) -> tuple[Change, ...]:
    """The record is there again with what was written into it, and so is what went with it."""
    death = reading.lives[(removed.record, removed.id)].death
    assert death is not None
    went = {
        (c.record, c.id)
        for c in death.changes
        if c.field == ALIVE and c.new is False and not reading.lives[(c.record, c.id)].alive
    }
    mine = {(removed.record, removed.id), *((edit.record, edit.id) for edit in removed.edits)}
    if removed.record is RecordKind.OPINION:
        mine |= {
            key
            for key in went
            if key[0] is RecordKind.ANSWER and reading.values[key].get("opinion_id") == removed.id
        }
    changes = [Change(*key, ALIVE, False, True) for key in sorted(mine) if not reading.lives[key].alive]
    for edit in removed.edits:
        held = reading.values[(edit.record, edit.id)].get(edit.field)
        if held != edit.side.value:
            changes.append(Change(edit.record, edit.id, edit.field, held, edit.side.value))
        changes.append(Change(edit.record, edit.id, edit.field, edit.side.value, edit.side.value))
    return tuple(changes)


def alive_of(state: Mapping[Key, Mapping[str, Json]], kind: RecordKind) -> dict[str, Mapping[str, Json]]:
    """The records of one kind that are there, by id."""
    return {key[1]: fields for key, fields in state.items() if key[0] is kind and is_alive(fields)}
