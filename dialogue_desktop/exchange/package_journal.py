"""Journal and records of a package: the fold of the one is the other, and each can be made from the other."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from dialogue_desktop import codec
from dialogue_desktop.domain.after_records import Commitment, Paper, Review, Step
from dialogue_desktop.domain.journal import ALIVE, Entry, State, creation, fold, is_alive
from dialogue_desktop.domain.record_lists import CLASSES, Record, each, in_order
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
from dialogue_desktop.exchange.package import Package, PackageFault
from dialogue_desktop.exchange.package_json import explained

#: Device of entries that no act at a desk has made.
IMPORT_DEVICE = "import"
IMPORT_KIND = "import"

#: For a package that tells no time at all.
NO_TIME = datetime(2000, 1, 1, tzinfo=UTC)


def each_record(records: Records) -> Iterator[tuple[RecordKind, str, Record]]:
    """Every record with its kind and its place in the package ("records.opinions[3]")."""
    for kind, where, row in each(records):
        yield kind, f"records.{where}", row


def folded_records(entries: Iterable[Entry]) -> Records:
    """What the journal says, each list in its printed order. PackageFault where a value has a wrong shape."""
    found: dict[RecordKind, list[Any]] = {kind: [] for kind in RecordKind}
    for (kind, record_id), fields in _known(fold(entries)).items():
        if is_alive(fields):
            values = {name: value for name, value in fields.items() if name != ALIVE}
            found[kind].append(_record(kind, record_id, values))
    return in_order(found)


def _known(state: State) -> State:
    for (kind, record_id), fields in state.items():
        if kind is RecordKind.SESSION and record_id != "session":
            raise PackageFault(f"nhật ký nói đến phiên “{record_id}”, chỉ có một phiên tên “session”")
        for name in fields:
            if name != ALIVE and (name == "id" or name not in CLASSES[kind].__dataclass_fields__):
                raise PackageFault(
                    f"nhật ký nói đến “{name}” của {kind.value} “{record_id}”, không có mục ấy"
                )
    return state


def _record(kind: RecordKind, record_id: str, values: dict[str, Any]) -> Record:
    try:
        return codec.convert({"id": record_id, **values}, CLASSES[kind])
    except codec.CodecError as error:
        reason = explained(str(error))
        raise PackageFault(f"nhật ký ghi {kind.value} “{record_id}” chưa đúng: {reason}") from error


def refuse_disagreement(given: Records, folded: Records) -> None:
    """PackageFault naming the first record that the list and the journal do not hold alike."""
    said = {(kind, row.id): row for kind, _, row in each_record(folded)}
    for kind, where, row in each_record(given):
        other = said.pop((kind, row.id), None)
        if other is None:
            raise PackageFault(f"ở mục {where} có “{row.id}” mà nhật ký không có")
        if other != row:
            name = next(n for n in row.__dataclass_fields__ if getattr(row, n) != getattr(other, n))
            raise PackageFault(f"ở mục {where}.{name} khác với nhật ký")
    for kind, record_id in said:
        raise PackageFault(f"nhật ký có {kind.value} “{record_id}” mà records không có")


def synthesised(package: Package) -> tuple[Entry, ...]:
    """Entries that bring the records of a hand-made package to life, one for each record.

    The same package always gives the same entries: ids come from the content, times from the records.
    """
    entries: list[Entry] = []
    head = package.conference
    fallback = head.updated_at or package.records.session.started_at or head.created_at
    for kind, _, row in each_record(package.records):
        values = codec.to_builtins(row)
        del values["id"]
        digest = hashlib.sha256(codec.to_json([head.id, kind.value, row.id, values])).hexdigest()
        entries.append(
            Entry(
                id=digest[:32],
                lamport=len(entries) + 1,
                device=IMPORT_DEVICE,
                author="",
                at=_time_of(row) or fallback or NO_TIME,
                kind=IMPORT_KIND,
                changes=creation(kind, row.id, values),
                undoes="",
            )
        )
    return tuple(entries)


def _time_of(row: Record) -> datetime | None:
    """When the record says that it happened."""
    match row:
        case Opinion():
            return row.said_at
        case Answer():
            return row.answered_at
        case Attendance():
            return row.counted_at
        case Turn():
            return row.called_at
        case Version():
            return row.frozen_at
        case Session():
            return row.ended_at or row.started_at
        case Paper():
            return row.issued_at
        case Step():
            return row.at
        case Conclusion() | Delegate() | SlipBatch() | Apart() | Commitment() | Review():
            return None
