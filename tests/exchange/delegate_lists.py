"""Lists of delegates as offices and thôn send them, and the plan they are read against (invented names)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from dialogue_desktop.domain.plan import Level, Locality, ParticipantGroup, Plan, Quota
from dialogue_desktop.domain.records import Delegate
from dialogue_desktop.exchange.delegate_rows_read import read_delegates
from dialogue_desktop.exchange.delegate_rows_types import DelegateRow, DelegateSheetReport
from dialogue_desktop.exchange.table_files import read_pasted, read_tables
from tests.data.loc_thinh import loc_thinh_evening_plan

TODAY = date(2026, 4, 20)
LOCALITIES = (
    Locality("dv", "thôn", "Đồng Vạn"),
    Locality("pa", "thôn", "Phú Ấp"),
    Locality("tv", "thôn", "Thượng Vĩnh Ổn"),
)
GROUPS = (
    ParticipantGroup("tinh", "Đại diện Điện lực khu vực Đông Lâm, Chi nhánh đất đai", Level.HIGHER, 2),
    ParticipantGroup(
        "doan-the", "Thường trực Đảng ủy, Ủy ban Mặt trận Tổ quốc và các đoàn thể xã", expected=6
    ),
    ParticipantGroup("phong", "Trưởng các phòng chuyên môn, Công an, Trạm Y tế xã", expected=4),
    ParticipantGroup("thon", "Bí thư chi bộ, Trưởng thôn, Trưởng ban công tác Mặt trận", Level.LOCALITY, 9),
    ParticipantGroup("dan", "Nhân dân thôn Đồng Vạn, thôn Phú Ấp và thôn Thượng Vĩnh Ổn", Level.PEOPLE),
)
QUOTAS = (Quota("dv", 3), Quota("pa", 4), Quota("pa", 2, "xóm Đình"), Quota("tv", 2))
KNOWN = (
    Delegate("k1", 1, "phong", "ông", "Trần Hữu Lẫm", "Trưởng phòng Kinh tế"),
    Delegate("k2", 2, "dan", "bà", "Lê Thị Ổn", locality="thôn Phú Ấp", hamlet="xóm Đình"),
    Delegate("k3", 3, "dan", locality="thôn Đồng Vạn", count=3, through_locality=True),
)


def plan_of(**changes: Any) -> Plan:
    plan = replace(
        loc_thinh_evening_plan(), localities=LOCALITIES, participants=GROUPS, quotas=QUOTAS, year=2026
    )
    return replace(plan, **changes)


def pasted(text: str, known: Sequence[Delegate] = KNOWN, **changes: Any) -> DelegateSheetReport:
    return read_delegates(read_pasted(text), plan_of(**changes), known, TODAY, conference_id="hn")


def report_of(data: bytes, folder: Path, name: str = "dai-bieu.xlsx", **changes: Any) -> DelegateSheetReport:
    path = folder / name
    path.write_bytes(data)
    tables = read_tables(path)
    return read_delegates(tables, plan_of(**changes), KNOWN, TODAY, conference_id="hn", file_name=name)


def facts(row: DelegateRow) -> list[tuple[str, str, str, str, str]]:
    """(with honorific, office, group, thôn, xóm) of each delegate of a row."""
    return [
        (f"{one.honorific} {one.name}".strip(), one.office, one.group_id, one.locality, one.hamlet)
        for one in row.delegates
    ]


def sentences(row: DelegateRow) -> list[str]:
    return [problem.sentence for problem in row.problems]
