"""5,000 opinions in Excel read and checked, against openpyxl's bare pass over the same file (C4)."""

from __future__ import annotations

import gc
import io
import random
import statistics
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from openpyxl import load_workbook

from dialogue_desktop.exchange.opinion_columns import FORM
from dialogue_desktop.exchange.opinion_rows_read import read_opinions
from dialogue_desktop.exchange.opinion_rows_types import OpinionSheetReport
from dialogue_desktop.exchange.table_files import read_tables
from tests.benchmarks.result import Result, paired_ratio
from tests.exchange.lists import CANAL, FIELDS, LIGHT, OFFICE, ROAD, WATER, as_excel_saves, rows_bytes

ROWS = 5_000
_PAIRS = 7
_FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Đinh", "Cao", "Lương", "Đỗ", "Tạ", "Bùi", "Hoàng", "Vũ")
_MIDDLES = (
    "Xuân",
    "Hồng",
    "Đức",
    "Minh",
    "Thu",
    "Quang",
    "Ngọc",
    "Hữu",
    "Thanh",
    "Kim",
    "Hải",
    "Bích",
    "Tiến",
)
_GIVEN = (
    "Hưởng",
    "Ổn",
    "Bảy",
    "Lụa",
    "Ỷ",
    "Ngọ",
    "Khỏe",
    "Thuý",
    "Hoà",
    "Tuyển",
    "Xuyến",
    "Đạt",
    "Bình",
    "Mơ",
)


def run() -> list[Result]:
    with tempfile.TemporaryDirectory() as folder:
        inline = Path(folder) / "thon.xlsx"
        inline.write_bytes(rows_bytes(_list()))
        shared = Path(folder) / "excel.xlsx"
        shared.write_bytes(as_excel_saves(inline.read_bytes()))
        report = _read(shared)
        assert len(report.rows) == ROWS
        shared_ratio, seconds = _ratio(shared)
        inline_ratio, _ = _ratio(inline)
        peak = _peak(lambda: _read(shared))
        bare_peak = _peak(lambda: _bare(shared))
    return [
        Result("Đọc và kiểm tra 5.000 dòng Excel, so với openpyxl chỉ đọc", shared_ratio, 2.0),
        Result("Như trên, tệp có chữ nằm ngay trong ô", inline_ratio, 2.0),
        Result("Đọc và kiểm tra 5.000 dòng Excel", seconds * 1000, None, "ms"),
        Result("Bộ nhớ cao nhất khi đọc 5.000 dòng, cả báo cáo", peak / 2**20, None, "MiB"),
        Result("Bộ nhớ cao nhất của openpyxl chỉ đọc, không giữ dòng nào", bare_peak / 2**20, None, "MiB"),
    ]


def _list() -> list[list[object]]:
    """The form as a whole commune fills it in; every eighth row has something to be said about it."""
    chance = random.Random(43)
    texts = (ROAD, CANAL, WATER, LIGHT)
    rows: list[list[object]] = [[one.head for one in FORM]]
    for number in range(1, ROWS + 1):
        woman = chance.random() < 0.5
        # Two middle names: in a commune few of five thousand people have one name.
        middle = f"{'Thị' if woman else 'Văn'} {chance.choice(_MIDDLES)}"
        name = f"{chance.choice(_FAMILIES)} {middle} {chance.choice(_GIVEN)}"
        day: object = date(2026, 3, 1) + timedelta(days=chance.randrange(45))
        if number % 8 == 0:
            day = chance.choice(("31/02/2026", "15/4", "14/04/2026", 46120))
        rows.append(
            [
                number,
                f"{'Bà' if woman else 'Ông'} {name}",
                chance.choice(
                    ("thôn Phú Ấp", "Thôn Đồng Vạn", "xóm Đình, thôn Phú Ấp", "dong van", "Phú Ấpp")
                ),
                f"09{chance.randrange(10**8):08}",
                chance.choice((*FIELDS, "Cầu đường")),
                f"{chance.choice(texts)} Vị trí: thửa số {number}, tờ bản đồ {chance.randrange(60)}.",
                chance.choice(("Phát biểu trực tiếp", "Gửi câu hỏi qua thư ký", "Chỉ gửi văn bản")),
                chance.choice(("Có", "Không", None)),
                day,
                chance.choice(("Ông Lương Văn Khỏe", "Bà Đinh Thị Ngọ")),
                f"{number:04}",
            ]
        )
    return rows


def _ratio(path: Path) -> tuple[float, float]:
    """Median ratio of pairs, and the median of our seconds."""
    ours: list[float] = []
    theirs: list[float] = []
    for _ in range(_PAIRS):
        theirs.append(_seconds(lambda: _bare(path)))
        ours.append(_seconds(lambda: _read(path)))
    return paired_ratio(ours, theirs), statistics.median(ours)


def _seconds(work: Callable[[], object]) -> float:
    gc.collect()
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _bare(path: Path) -> int:
    """Every row of every sheet and nothing done with it."""
    workbook = load_workbook(io.BytesIO(path.read_bytes()), read_only=True, data_only=True)
    count = sum(1 for sheet in workbook.worksheets for _ in sheet.iter_rows(values_only=True))
    workbook.close()
    return count


def _read(path: Path) -> OpinionSheetReport:
    return read_opinions(read_tables(path), OFFICE, conference_id="hn", file_name=path.name)


def _peak(work: Callable[[], object]) -> int:
    gc.collect()
    tracemalloc.start()
    result = work()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert result
    return peak
