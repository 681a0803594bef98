"""Two plans of one conference compared part by part, in words (L11)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, time
from decimal import Decimal
from enum import Enum
from types import MappingProxyType
from typing import Any

from dialogue_desktop.domain.conference import when_text
from dialogue_desktop.domain.plan import Plan

#: What the parts of a plan are called; those that are chosen together stand under one name.
PARTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Cơ quan ban hành": ("profile", "issuer"),
        "Số, ngày, trích yếu": ("year", "number", "symbol", "issued_on", "subject", "conference_name"),
        "Căn cứ": ("bases", "lead_in"),
        "Nội dung các mục": ("sections", "closing"),
        "Thời gian": ("time",),
        "Thôn tham dự, số người": ("whole_commune", "localities", "people_per_session", "quotas"),
        "Địa điểm, hình thức": ("places", "form", "form_note"),
        "Nội dung cuộc này, các cuộc khác": ("topics", "more_sessions"),
        "Chủ trì, thư ký": ("chairs", "secretaries"),
        "Thành phần": ("participants",),
        "Chương trình": ("programme", "turn_minutes"),
        "Phân công": ("tasks",),
        "Kinh phí": ("budget", "budget_note"),
        "Nơi nhận, ký": ("recipients", "signature"),
        "Biên bản": ("minutes_symbol", "minutes_number", "copies"),
        "Lĩnh vực, đơn vị, người trả lời": ("fields", "units", "officials"),
    }
)


@dataclass(frozen=True, slots=True)
class PlanDifference:
    """One part that the two plans have otherwise; the words are only what differs, a line for each."""

    name: str
    here: str
    there: str


def differences(here: Plan, there: Plan) -> tuple[PlanDifference, ...]:
    """Parts that differ, in the order of the plan."""
    found = []
    for name, parts in PARTS.items():
        if all(getattr(here, part) == getattr(there, part) for part in parts):
            continue
        ours = [line for part in parts for line in _lines(part, here)]
        others = [line for part in parts for line in _lines(part, there)]
        mine = "\n".join(line for line in ours if line not in others)
        yours = "\n".join(line for line in others if line not in ours)
        found.append(PlanDifference(name, mine or _same_words(ours), yours or _same_words(others)))
    return tuple(found)


def with_parts(held: Plan, other: Plan, names: Iterator[str] | tuple[str, ...]) -> Plan:
    """The plan that holds, with the named parts of the other."""
    values = {part: getattr(other, part) for name in names for part in PARTS[name]}
    return replace(held, **values)


def _same_words(lines: list[str]) -> str:
    """Where nothing differs but order or what is not words."""
    return "\n".join(lines[:8]) or "(để trống)"


def _lines(part: str, plan: Plan) -> list[str]:
    value = getattr(plan, part)
    if part == "time":
        hours = [f"{at.hour} giờ {at.minute:02}" for at in (plan.time.start, plan.time.end) if at is not None]
        return [", ".join([when_text(plan), *hours])]
    if part in ("whole_commune", "profile"):
        return []
    if part == "turn_minutes":
        return [f"{value} phút cho mỗi lượt phát biểu"]
    if part == "people_per_session":
        return [f"{value} người mỗi cuộc"] if value is not None else []
    if isinstance(value, tuple):
        return [line for row in value if (line := ", ".join(_words(row)))]
    return [line for line in [", ".join(_words(value))] if line]


def _words(value: Any) -> Iterator[str]:
    """The words of a value in their order, without ids."""
    if isinstance(value, Enum):
        return
    if isinstance(value, str):
        if value.strip():
            yield value.strip()
    elif isinstance(value, bool) or value is None:
        return
    elif isinstance(value, (int, Decimal)):
        yield str(value)
    elif isinstance(value, date):
        yield f"{value.day}/{value.month}/{value.year}"
    elif isinstance(value, time):
        yield f"{value.hour} giờ {value.minute:02}"
    elif isinstance(value, tuple):
        for row in value:
            yield from _words(row)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            if field.name not in ("id", "locality_id", "conference", "style", "step"):
                yield from _words(getattr(value, field.name))
