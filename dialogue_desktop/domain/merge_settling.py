"""After a union: one number for one thing, one row for what both sides laid out alike (L11).

A function of the two journals alone, the same whichever is called mine: so two laptops that meet settle the
same way. Only what came to stand in each other's way by this union is touched. The older keeps its number;
what was frozen in minutes keeps it before all.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dialogue_desktop.domain.journal import ALIVE, Change, Entry, Json, State, fold, is_alive
from dialogue_desktop.domain.merge_fields import blank_values, is_quiet
from dialogue_desktop.domain.merge_ties import tie_writes
from dialogue_desktop.domain.merging import SETTLE, SETTLE_DEVICE, Key, alive_of
from dialogue_desktop.domain.records import RecordKind
from dialogue_desktop.domain.text_vi import fold as fold_text

#: Records that both sides may lay out alike; what others point to comes first.
_TWINS = (
    RecordKind.TURN,
    RecordKind.OPINION,
    RecordKind.ANSWER,
    RecordKind.ATTENDANCE,
    RecordKind.CONCLUSION,
    RecordKind.DELEGATE,
    RecordKind.SLIP_BATCH,
)
_NUMBERED = (RecordKind.OPINION, RecordKind.TURN, RecordKind.COMMITMENT)
#: Records that name several opinions in `opinion_ids`.
_OF_OPINIONS = (RecordKind.CONCLUSION, RecordKind.COMMITMENT, RecordKind.PAPER)
_PLACED = (RecordKind.ATTENDANCE, RecordKind.CONCLUSION, RecordKind.DELEGATE, RecordKind.SLIP_BATCH)
_POINTERS = (
    (RecordKind.OPINION, "turn_id", RecordKind.TURN),
    (RecordKind.OPINION, "linked_id", RecordKind.OPINION),
    (RecordKind.OPINION, "answered_with", RecordKind.OPINION),
    (RecordKind.TURN, "opinion_id", RecordKind.OPINION),
    (RecordKind.ANSWER, "opinion_id", RecordKind.OPINION),
)
_COUNTS = ("expected", "present", "total")


@dataclass(slots=True)
class _Desk:
    """What is worked on: the united state with the changes so far, and both sides as they were."""

    now: State
    mine: State
    theirs: State
    born: dict[Key, tuple[int, str, str]]
    changes: list[Change] = field(default_factory=list)
    put_away: dict[Key, str] = field(default_factory=dict)

    def alive(self, kind: RecordKind) -> list[str]:
        """Ids of the records that are there, the oldest first."""
        found = [key for key, values in self.now.items() if key[0] is kind and is_alive(values)]
        return [record_id for _, record_id in sorted(found, key=self.age)]

    def age(self, key: Key) -> tuple[int, str, str, str]:
        return (*self.born.get(key, (0, "", "")), key[1])

    def get(self, kind: RecordKind, record_id: str, name: str) -> Json:
        value = self.now[(kind, record_id)].get(name)
        return blank_values(kind).get(name) if value is None else value

    def write(self, kind: RecordKind, record_id: str, name: str, new: Json) -> None:
        old = self.now[(kind, record_id)].get(name)
        if old != new:
            self.changes.append(Change(kind, record_id, name, old, new))
            self.now[(kind, record_id)][name] = new

    def met_before(self, kind: RecordKind, one: str, other: str, name: str) -> bool:
        """Whether the two stood in each other's way on one of the sides already."""
        for state in (self.mine, self.theirs):
            first, second = state.get((kind, one)), state.get((kind, other))
            if first is None or second is None or not is_alive(first) or not is_alive(second):
                continue
            blank = blank_values(kind).get(name)
            if first.get(name, blank) == second.get(name, blank):
                return True
        return False


def settlement(
    united: Sequence[Entry],
    mine: Iterable[Entry],
    theirs: Iterable[Entry],
    *,
    printed: Callable[[str], bool] = lambda _opinion_id: False,
) -> tuple[Change, ...]:
    """What must change so that numbers, places and rows are whole; empty where nothing collides.

    `united` in the common order. `printed` says whether an opinion stands in frozen minutes.
    """
    born: dict[Key, tuple[int, str, str]] = {}
    for entry in united:
        for change in entry.changes:
            if change.field == ALIVE and change.new is True:
                born.setdefault((change.record, change.id), entry.order)
    desk = _Desk(fold(united), fold(mine), fold(theirs), born)
    _settle_session(desk, united)
    for kind in _TWINS:
        _settle_twins(desk, kind)
    opinions = RecordKind.OPINION
    for one, name, value in list(
        tie_writes(desk.now, (desk.mine, desk.theirs), lambda i: desk.age((opinions, i)))
    ):
        desk.write(opinions, one, name, value)
    for kind in _NUMBERED:
        _settle_numbers(desk, kind, printed)
    _settle_queue(desk)
    for kind in _PLACED:
        _settle_places(desk, kind)
    _settle_rounds(desk)
    _settle_versions(desk, united)
    return tuple(desk.changes)


def settling_entry(conference_id: str, united: Sequence[Entry], changes: tuple[Change, ...]) -> Entry:
    """The act of settling: made of the union alone, so that every machine makes the same one."""
    lamport = max(entry.lamport for entry in united) + 1
    said = [conference_id, lamport, [[c.record.value, c.id, c.field, c.old, c.new] for c in changes]]
    digest = hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
    at = max(entry.at for entry in united)
    return Entry(digest[:32], lamport, SETTLE_DEVICE, "", at, SETTLE, changes)


def twins_of(entries: Iterable[Entry]) -> dict[Key, str]:
    """Records that settlements put away for their twin: whose place each of them left."""
    found: dict[Key, str] = {}
    for entry in entries:
        if entry.kind != SETTLE:
            continue
        for change in entry.changes:
            if change.field == ALIVE and change.new is False and isinstance(change.old, str):
                found[(change.record, change.id)] = change.old
    return found


# --- one session for both -------------------------------------------------------------------------


def _settle_session(desk: _Desk, united: Sequence[Entry]) -> None:
    """Who opens the session without having seen that it is open lays it out empty: words stand above that."""
    key = (RecordKind.SESSION, "session")
    if key not in desk.now or key not in desk.mine or key not in desk.theirs:
        return
    blank = blank_values(RecordKind.SESSION)
    for name, value in tuple(desk.now[key].items()):
        if name == ALIVE or value != blank.get(name):
            continue
        writes = [
            (entry, change)
            for entry in united
            for change in entry.changes
            if change.record is RecordKind.SESSION and change.field == name
        ]
        last = writes[-1][1] if writes else None
        said = [change.new for _, change in writes if change.new != blank.get(name)]
        if last is not None and last.old is None and said:
            desk.write(*key, name, said[-1])


# --- the same thing laid out on both sides ----------------------------------------------------------


def _settle_twins(desk: _Desk, kind: RecordKind) -> None:
    """Two records made on two laptops that say the same become the older one."""
    ours, others = (
        _made_there(desk, kind, desk.mine, desk.theirs),
        _made_there(desk, kind, desk.theirs, desk.mine),
    )
    waiting: dict[str, list[str]] = {}
    for record_id in ours:
        waiting.setdefault(_look(desk, kind, record_id), []).append(record_id)
    pairs: list[tuple[str, str]] = []
    for record_id in others:
        alike = waiting.get(_look(desk, kind, record_id))
        if alike:
            elder, younger = sorted((alike.pop(0), record_id), key=lambda one: desk.age((kind, one)))
            pairs.append((elder, younger))
    for elder, younger in sorted(pairs, key=lambda pair: desk.age((kind, pair[0]))):
        _become_one(desk, kind, elder, younger)


def _made_there(desk: _Desk, kind: RecordKind, here: State, there: State) -> list[str]:
    """Records of one side that the other never had, the oldest first."""
    return [one for one in desk.alive(kind) if (kind, one) in here and (kind, one) not in there]


def _look(desk: _Desk, kind: RecordKind, record_id: str) -> str:
    """What a record says; two of the same look say the same thing."""
    if kind is RecordKind.ATTENDANCE:
        words = (str(desk.get(kind, record_id, name)) for name in ("label", "locality"))
        return "|".join(fold_text(word) for word in words)
    pointers = [name for owner, name, _ in _POINTERS if owner is kind]
    said: dict[str, Json] = {name: desk.get(kind, record_id, name) for name in pointers}
    for name in blank_values(kind):
        if not is_quiet(kind, name):
            said[name] = desk.get(kind, record_id, name)
    if kind is RecordKind.ANSWER:
        said["round"] = desk.get(kind, record_id, "round")
    if kind is RecordKind.SLIP_BATCH:
        said |= {name: desk.get(kind, record_id, name) for name in ("first", "last")}
    return json.dumps(said, sort_keys=True, ensure_ascii=False)


def _become_one(desk: _Desk, kind: RecordKind, elder: str, younger: str) -> None:
    # The old value names the twin that stays: contacts follow it there.
    desk.changes.append(Change(kind, younger, ALIVE, elder, False))
    desk.now[(kind, younger)][ALIVE] = False
    desk.put_away[(kind, younger)] = elder
    if kind is RecordKind.ATTENDANCE:
        for name in _COUNTS:
            here, there = desk.get(kind, elder, name), desk.get(kind, younger, name)
            if there is not None and there != here:
                # Not having seen the other's count: both stand against each other until somebody looks.
                desk.changes.append(Change(kind, elder, name, None, there))
                desk.now[(kind, elder)][name] = there
    for owner, name, target in _POINTERS:
        if target is not kind:
            continue
        for key, values in tuple(desk.now.items()):
            if key[0] is owner and values.get(name) == younger and is_alive(values):
                desk.write(owner, key[1], name, elder)
    if kind is RecordKind.OPINION:
        for key, values in tuple(desk.now.items()):
            named = values.get("opinion_ids")
            if key[0] in _OF_OPINIONS and isinstance(named, list) and younger in named:
                follow = [elder if one == younger else one for one in named]
                desk.write(*key, "opinion_ids", list(dict.fromkeys(follow)))


# --- numbers, places, rounds ------------------------------------------------------------------------


def _settle_numbers(desk: _Desk, kind: RecordKind, printed: Callable[[str], bool]) -> None:
    """Two opinions with one number: the older keeps it, the other gets the next that nobody ever had."""
    by_number: dict[int, list[str]] = {}
    for record_id in desk.alive(kind):
        number = _whole(desk.get(kind, record_id, "number"))
        if number > 0:
            by_number.setdefault(number, []).append(record_id)
    ever = [_whole(values.get("number")) for key, values in desk.now.items() if key[0] is kind]
    free = max(ever, default=0) + 1
    moved: list[str] = []
    for ids in by_number.values():
        if len(ids) > 1:
            ids.sort(key=lambda one: (kind is RecordKind.OPINION and not printed(one), desk.age((kind, one))))
            moved += [one for at, one in enumerate(ids) if _is_new(desk, kind, ids[:at], one, "number")]
    for record_id in sorted(
        moved, key=lambda one: (_whole(desk.get(kind, one, "number")), desk.age((kind, one)))
    ):
        desk.write(kind, record_id, "number", free)
        free += 1


def _is_new(desk: _Desk, kind: RecordKind, before: Sequence[str], one: str, name: str) -> bool:
    """Whether it met the earlier ones only by this union."""
    return bool(before) and not any(desk.met_before(kind, one, other, name) for other in before)


def _settle_queue(desk: _Desk) -> None:
    """Turns that came to one place in the queue stand behind each other, in the order of their age."""
    kind = RecordKind.TURN
    by_place: dict[float, list[str]] = {}
    for record_id in desk.alive(kind):
        by_place.setdefault(_real(desk.get(kind, record_id, "position")), []).append(record_id)
    places = sorted(by_place)
    for at, place in enumerate(places):
        ids = by_place[place]
        moved = [one for n, one in enumerate(ids) if _is_new(desk, kind, ids[:n], one, "position")]
        if not moved:
            continue
        behind = places[at + 1] if at + 1 < len(places) else place + 1
        for step, record_id in enumerate(moved, start=1):
            desk.write(kind, record_id, "position", place + (behind - place) * step / (len(moved) + 1))


def _settle_places(desk: _Desk, kind: RecordKind) -> None:
    """The same for lists that are counted in whole places."""
    ids = sorted(
        desk.alive(kind), key=lambda one: (_whole(desk.get(kind, one, "position")), desk.age((kind, one)))
    )
    places = [_whole(desk.get(kind, one, "position")) for one in ids]
    met = any(
        places[at] == places[at - 1] and _is_new(desk, kind, ids[at - 1 : at], ids[at], "position")
        for at in range(1, len(ids))
    )
    if not met:
        return
    last: int | None = None
    for record_id, place in zip(ids, places, strict=True):
        last = place if last is None else max(place, last + 1)
        desk.write(kind, record_id, "position", last)


def _settle_rounds(desk: _Desk) -> None:
    """Two answers in one round of an opinion: both are kept, the younger as the next round."""
    kind = RecordKind.ANSWER
    of_opinion: dict[str, list[str]] = {}
    for record_id in desk.alive(kind):
        of_opinion.setdefault(str(desk.get(kind, record_id, "opinion_id")), []).append(record_id)
    for ids in of_opinion.values():
        ids.sort(key=lambda one: (_whole(desk.get(kind, one, "round")), desk.age((kind, one))))
        rounds = [_whole(desk.get(kind, one, "round")) for one in ids]
        if not any(
            rounds[at] == rounds[at - 1] and _is_new(desk, kind, ids[at - 1 : at], ids[at], "round")
            for at in range(1, len(ids))
        ):
            continue
        last = 0
        for record_id, number in zip(ids, rounds, strict=True):
            last = max(number, last + 1)
            desk.write(kind, record_id, "round", last)


# --- frozen minutes -----------------------------------------------------------------------------------


def _settle_versions(desk: _Desk, united: Sequence[Entry]) -> None:
    """Minutes frozen on both sides are both kept, numbered in the order in which they were frozen."""
    kind = RecordKind.VERSION
    shown = {str(desk.now[(kind, one)].get("sha256")): one for one in desk.alive(kind)}
    there: dict[str, Mapping[str, Json]] = {}
    for side in (desk.mine, desk.theirs):
        there |= {str(values.get("sha256")): values for values in alive_of(side, kind).values()}
    for digest in sorted(there.keys() - shown.keys()):
        # Both sides called theirs by one id, and the later one covers it: it comes back under its own.
        made = f"v-{digest[:12]}"
        fields = {name: value for name, value in there[digest].items() if name != ALIVE}
        desk.changes.append(Change(kind, made, ALIVE, None, True))
        desk.now[(kind, made)] = {ALIVE: True}
        for name in sorted(fields):
            desk.changes.append(Change(kind, made, name, None, fields[name]))
            desk.now[(kind, made)][name] = fields[name]
        shown[digest] = made
    ids = list(_by_freezing(desk, shown.values()))
    numbers = [_whole(desk.get(kind, one, "number")) for one in ids]
    if len(set(numbers)) == len(numbers):
        return
    for number, record_id in enumerate(ids, start=1):
        desk.write(kind, record_id, "number", number)


def _by_freezing(desk: _Desk, ids: Iterable[str]) -> Iterator[str]:
    values = desk.now
    kind = RecordKind.VERSION
    yield from sorted(
        ids,
        key=lambda one: (str(values[(kind, one)].get("frozen_at")), str(values[(kind, one)].get("sha256"))),
    )


def _whole(value: Json) -> int:
    return value if isinstance(value, int) else 0


def _real(value: Json) -> float:
    return float(value) if isinstance(value, (int, float)) else 0.0
