"""5,000 delegates in Excel read and checked, against openpyxl's bare pass over the same file (C11, G5)."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

from dialogue_desktop.domain.records import Delegate
from dialogue_desktop.domain.seat_change import seat_changes
from dialogue_desktop.domain.seats import SeatMap
from dialogue_desktop.exchange.delegate_columns import FORM
from dialogue_desktop.exchange.delegate_rows_read import read_delegates
from dialogue_desktop.exchange.delegate_rows_types import DelegateSheetReport
from dialogue_desktop.exchange.table_files import read_tables
from tests.benchmarks.list_pairs import full_name, measured, seconds
from tests.benchmarks.result import Result
from tests.exchange.delegate_lists import LOCALITIES, TODAY, plan_of
from tests.exchange.test_table_xlsx import tall

ROWS = 5_000
_OFFICES = ("", "", "nông dân", "Trưởng thôn", "Bí thư chi bộ", "Trưởng phòng Kinh tế", "Hội Nông dân xã")


def run() -> list[Result]:
    found = measured(_list(), _read)
    report: DelegateSheetReport = found.report
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "trong.xlsx"
        empty.write_bytes(tall(lambda _: ""))
        emptiness = seconds(lambda: _read(empty))
    more = [one for row in report.rows for one in row.delegates]
    seats = seconds(lambda: seat_changes(SeatMap(report.plan), report.known, more))
    return [
        Result("Đọc và kiểm tra 5.000 đại biểu trong Excel, so với openpyxl chỉ đọc", found.shared, 2.0),
        Result("Như trên, tệp có chữ nằm ngay trong ô", found.inline, 2.0),
        Result("Đọc và kiểm tra 5.000 đại biểu", found.seconds * 1000, None, "ms"),
        Result("Đếm chỗ theo thôn, xóm, nhóm cho 5.000 đại biểu", seats * 1000, None, "ms"),
        Result("Đọc tệp có 1.048.576 dòng trống", emptiness * 1000, None, "ms"),
        Result("Bộ nhớ cao nhất khi đọc 5.000 đại biểu, cả báo cáo", found.most / 2**20, None, "MiB"),
        Result(
            "Bộ nhớ cao nhất của openpyxl chỉ đọc, không giữ dòng nào", found.bare_most / 2**20, None, "MiB"
        ),
    ]


def _list() -> list[list[object]]:
    """The form as a whole commune fills it in; every eighth row has something to be said about it."""
    chance = random.Random(57)
    rows: list[list[object]] = [[one.head for one in FORM]]
    groups = ("Nhân dân các thôn", "Thường trực Đảng ủy", "Đại biểu cấp tỉnh", "", "")
    for number in range(1, ROWS + 1):
        woman = chance.random() < 0.5
        rows.append(
            [
                number,
                "Bà" if woman else "Ông",
                full_name(chance, woman=woman),
                chance.choice(_OFFICES),
                "Câu lạc bộ thơ" if number % 8 == 0 else chance.choice(groups),
                chance.choice([one.label for one in LOCALITIES]),
                chance.choice(("xóm Đình", "xóm Trại", "Chợ", None)),
                f"09{chance.randrange(10**8):08}",
                f"Số nhà {chance.randrange(1, 400)}",
                chance.choice((None, "đi xe riêng")),
            ]
        )
    return rows


def _read(path: Path) -> DelegateSheetReport:
    known = (Delegate("k", 1, "dan", "bà", "Lê Thị Ổn", locality="thôn Phú Ấp"),)
    return read_delegates(read_tables(path), plan_of(), known, TODAY, conference_id="hn", file_name=path.name)
