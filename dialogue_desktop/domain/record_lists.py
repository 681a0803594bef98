"""Which record lies in which list of `Records`, and the printed order of each list, said in one place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any

from dialogue_desktop.domain.after_records import Commitment, Paper, Review, Step
from dialogue_desktop.domain.records import (
    Answer,
    Apart,
    Attendance,
    Conclusion,
    Delegate,
    Opinion,
    RecordKind,
    Records,
    Session,
    SlipBatch,
    Turn,
    Version,
)

Record = (
    Session
    | Turn
    | Opinion
    | Answer
    | Attendance
    | Conclusion
    | Version
    | Delegate
    | SlipBatch
    | Apart
    | Paper
    | Commitment
    | Step
    | Review
)


@dataclass(frozen=True, slots=True)
class RecordList:
    """One list: its name in `Records`, the class of its rows, and what they are sorted by."""

    name: str
    cls: type[Record]
    order: Callable[[Any], Any]


def _by_position(row: Any) -> tuple[int, str]:
    return (row.position, row.id)


def _by_number(row: Any) -> tuple[int, str]:
    return (row.number, row.id)


def _by_day(row: Any) -> tuple[Any, ...]:
    """Dated ones first, the oldest before; the id says the rest."""
    return (row.dated_on is None, row.dated_on or date.min, row.kind, row.version, row.id)


def _by_time(row: Any) -> tuple[Any, ...]:
    return (row.commitment_id, row.day or date.min, row.at.isoformat() if row.at else "", row.id)


#: Every list; the session is one record and stands beside them. The order is that of a package.
LISTS: Mapping[RecordKind, RecordList] = MappingProxyType(
    {
        RecordKind.TURN: RecordList("turns", Turn, lambda row: (row.position, row.number, row.id)),
        RecordKind.OPINION: RecordList("opinions", Opinion, _by_number),
        RecordKind.ANSWER: RecordList("answers", Answer, lambda row: (row.opinion_id, row.round, row.id)),
        RecordKind.ATTENDANCE: RecordList("attendance", Attendance, _by_position),
        RecordKind.CONCLUSION: RecordList("conclusions", Conclusion, _by_position),
        RecordKind.VERSION: RecordList("versions", Version, _by_number),
        RecordKind.DELEGATE: RecordList("delegates", Delegate, _by_position),
        RecordKind.SLIP_BATCH: RecordList("slip_batches", SlipBatch, _by_position),
        RecordKind.APART: RecordList("apart", Apart, lambda row: row.id),
        RecordKind.PAPER: RecordList("papers", Paper, _by_day),
        RecordKind.COMMITMENT: RecordList("commitments", Commitment, _by_number),
        RecordKind.STEP: RecordList("steps", Step, _by_time),
        RecordKind.REVIEW: RecordList("reviews", Review, lambda row: row.id),
    }
)

CLASSES: Mapping[RecordKind, type[Record]] = MappingProxyType(
    {RecordKind.SESSION: Session, **{kind: one.cls for kind, one in LISTS.items()}}
)


def in_order(rows: Mapping[RecordKind, Iterable[Any]]) -> Records:
    """Rows of every kind as the records of a conference; a kind that is not there is an empty list."""
    return replace(Records(), **{_name(kind): _listed(kind, rows.get(kind, ())) for kind in CLASSES})


def follow(before: Records, rows: Mapping[RecordKind, Iterable[Any]], kinds: Iterable[RecordKind]) -> Records:
    """The records after rows of these kinds changed; every other list is the same object as before."""
    return replace(before, **{_name(kind): _listed(kind, rows.get(kind, ())) for kind in kinds})


def _name(kind: RecordKind) -> str:
    return "session" if kind is RecordKind.SESSION else LISTS[kind].name


def _listed(kind: RecordKind, rows: Iterable[Any]) -> Any:
    if kind is RecordKind.SESSION:
        return next(iter(rows), Session("session"))
    return tuple(sorted(rows, key=LISTS[kind].order))


def each(records: Records) -> Iterator[tuple[RecordKind, str, Record]]:
    """Every record with its kind and its place ("opinions[3]"); the session only where it was touched."""
    if records.session != Session("session"):
        yield RecordKind.SESSION, "session", records.session
    for kind, one in LISTS.items():
        for index, row in enumerate(getattr(records, one.name)):
            yield kind, f"{one.name}[{index}]", row
