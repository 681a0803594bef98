"""Which fields of a record hold words, which say a fact, and which only keep order and time (L11)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import Any

from dialogue_desktop.domain.record_lists import CLASSES
from dialogue_desktop.domain.records import RecordKind

#: Order, time and ties: where two laptops differ in them the later write holds, and nobody is asked.
QUIET: Mapping[RecordKind, frozenset[str]] = MappingProxyType(
    {
        RecordKind.SESSION: frozenset({"step_id", "step_started_at"}),
        RecordKind.TURN: frozenset(
            {"number", "position", "spans", "limit_seconds", "again", "called_at", "opinion_id"}
        ),
        RecordKind.OPINION: frozenset({"number", "turn_id", "said_at"}),
        RecordKind.ANSWER: frozenset({"opinion_id", "round", "answered_at"}),
        RecordKind.ATTENDANCE: frozenset({"position", "counted_at"}),
        RecordKind.CONCLUSION: frozenset({"position", "opinion_ids"}),
        RecordKind.VERSION: frozenset({"number", "frozen_at", "sha256", "reason"}),
        RecordKind.DELEGATE: frozenset({"position", "count"}),
        RecordKind.SLIP_BATCH: frozenset({"position"}),
        RecordKind.APART: frozenset({"first", "second"}),
        RecordKind.PAPER: frozenset(
            {"kind", "subject", "opinion_ids", "version", "replaces", "minutes_version", "issued_at", "files"}
        ),
        RecordKind.COMMITMENT: frozenset(
            {"number", "opinion_ids", "conclusion_id", "promised", "carried_from", "carried_to"}
        ),
        RecordKind.STEP: frozenset({"commitment_id", "paper_id", "at"}),
        RecordKind.REVIEW: frozenset(),
    }
)

#: Texts of several lines: two of them can stand one below the other.
LONG_TEXTS: Mapping[RecordKind, frozenset[str]] = MappingProxyType(
    {
        RecordKind.SESSION: frozenset({"notes"}),
        RecordKind.OPINION: frozenset({"text", "prepared_answer", "outcome_reason"}),
        RecordKind.ANSWER: frozenset({"text", "follow_up"}),
        RecordKind.CONCLUSION: frozenset({"text"}),
        RecordKind.COMMITMENT: frozenset({"text"}),
        RecordKind.STEP: frozenset({"text"}),
        RecordKind.REVIEW: frozenset({"good", "bad", "causes", "lessons"}),
    }
)

#: What an act that takes a record away says that it saw of it: another's words must not go unseen.
SAID_AT_REMOVAL: Mapping[RecordKind, tuple[str, ...]] = MappingProxyType(
    {
        RecordKind.TURN: ("topic",),
        RecordKind.OPINION: ("text", "prepared_answer", "outcome", "outcome_reason"),
        RecordKind.ANSWER: ("text", "follow_up"),
        RecordKind.ATTENDANCE: ("present",),
        RecordKind.CONCLUSION: ("text",),
        RecordKind.DELEGATE: ("honorific", "name", "office", "note"),
        RecordKind.SLIP_BATCH: ("returned", "note"),
        RecordKind.PAPER: ("title", "parts", "number", "note"),
        RecordKind.COMMITMENT: ("text", "state"),
        RecordKind.STEP: ("text",),
    }
)


def is_quiet(kind: RecordKind, field: str) -> bool:
    return field in QUIET[kind]


def is_long_text(kind: RecordKind, field: str) -> bool:
    return field in LONG_TEXTS.get(kind, ())


@cache
def blank_values(kind: RecordKind) -> Mapping[str, Any]:
    """Every field of a record at its default, as JSON has it."""
    found: dict[str, Any] = {}
    for field in fields(CLASSES[kind]):
        if field.default is not MISSING:
            found[field.name] = _plain(field.default)
    return MappingProxyType(found)


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return value
