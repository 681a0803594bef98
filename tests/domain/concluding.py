"""Opinions of an evening from which conclusions are drafted, with the words that the program ships."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time
from itertools import count
from pathlib import Path
from typing import Any

from dialogue_desktop.calendar_data import load_tables
from dialogue_desktop.documents.phrases import Phrases
from dialogue_desktop.domain.conclusion_draft import Drafting
from dialogue_desktop.domain.conclusion_update import Drafted, draft
from dialogue_desktop.domain.own_calendar import OwnCalendar
from dialogue_desktop.domain.plan import Plan, TimeKind, TimePlan
from dialogue_desktop.domain.records import Conclusion, Opinion, Outcome, Records, Source, Voice

RESOURCES = Path(__file__).parents[2] / "resources"
DAY = date(2026, 4, 24)  # seven working days later is 8/5: 27/4, 30/4 and 1/5 are off
PLAN = Plan(
    "ubnd_nhan_dan",
    2026,
    time=TimePlan(TimeKind.EXACT, DAY, time(8, 30)),
    fields=("Giao thông", "Đất đai", "Điện, nước"),
)
ROAD = "Đề nghị UBND xã sửa chữa đường trục thôn Phú Ấp, đoạn từ cổng làng ra cầu Ngòi"
UONG = Voice("Nguyễn Đức Ưởng", "ông", "thôn Phú Ấp", "xóm Đình")
MO = Voice("Vũ Thị Mỡ", "bà", "thôn Đồng Vạn")
KHAI = Voice("Bế Văn Khải", "ông", "thôn Đồng Vạn")


def drafting(plan: Plan = PLAN) -> Drafting:
    calendar = OwnCalendar().over(load_tables(RESOURCES / "calendar"))
    return Drafting(plan, calendar, Phrases(RESOURCES / "phrases", "conclusions"), DAY)


def said(number: int, text: str, outcome: Outcome | None, *voices: Voice, **more: Any) -> Opinion:
    """An opinion at the hall; its speakers agreed to be named unless `consent` says otherwise."""
    facts = {"source": Source.HALL, "turn_id": f"t{number}", "consent": True, **more}
    return Opinion(f"o{number}", number, text=text, outcome=outcome, voices=voices or (UONG,), **facts)


def drafted(records: Records, plan: Plan = PLAN) -> Drafted:
    ids = count(len(records.conclusions) + 1)
    return draft(drafting(plan), records, lambda: f"k{next(ids)}")


def with_draft(*opinions: Opinion, rows: Sequence[Conclusion] = ()) -> Records:
    """The records after the draft was taken over."""
    records = Records(opinions=opinions, conclusions=tuple(rows))
    return replace(records, conclusions=drafted(records).rows)
