"""A list read and checked by us, against openpyxl's bare pass over the same file in the same run."""

from __future__ import annotations

import gc
import io
import random
import statistics
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from tests.benchmarks.result import paired_ratio
from tests.exchange.lists import as_excel_saves, rows_bytes

_PAIRS = 7
#: Names of a commune, put together by chance.
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


@dataclass(frozen=True, slots=True)
class Measured:
    """A list read as Excel saves it. `report` is what came of it, `seconds` our median, the ratios are to
    openpyxl's bare pass: `shared` for texts kept once for the file, `inline` for texts in the cells."""

    report: Any
    shared: float
    inline: float
    seconds: float
    most: int
    bare_most: int


def measured(rows: Sequence[Sequence[object]], read: Callable[[Path], Any]) -> Measured:
    """The rows, their heads first, as two workbooks, read by `read`; nothing may be lost."""
    with tempfile.TemporaryDirectory() as folder:
        inline = Path(folder) / "thon.xlsx"
        inline.write_bytes(rows_bytes(rows))
        shared = Path(folder) / "excel.xlsx"
        shared.write_bytes(as_excel_saves(inline.read_bytes()))
        report = read(shared)
        assert len(report.rows) == len(rows) - 1
        shared_ratio, taken = ratio(shared, read)
        inline_ratio, _ = ratio(inline, read)
        most, bare_most = peak(lambda: read(shared)), peak(lambda: bare(shared))
    return Measured(report, shared_ratio, inline_ratio, taken, most, bare_most)


def full_name(chance: random.Random, *, woman: bool) -> str:
    """Two middle names: in a commune few of five thousand people have one name."""
    middle = f"{'Thị' if woman else 'Văn'} {chance.choice(_MIDDLES)}"
    return f"{chance.choice(_FAMILIES)} {middle} {chance.choice(_GIVEN)}"


def ratio(path: Path, read: Callable[[Path], object]) -> tuple[float, float]:
    """Median ratio of pairs, and the median of our seconds."""
    ours: list[float] = []
    theirs: list[float] = []
    for _ in range(_PAIRS):
        theirs.append(seconds(lambda: bare(path)))
        ours.append(seconds(lambda: read(path)))
    return paired_ratio(ours, theirs), statistics.median(ours)


def seconds(work: Callable[[], object]) -> float:
    gc.collect()
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def bare(path: Path) -> int:
    """Every row of every sheet and nothing done with it."""
    workbook = load_workbook(io.BytesIO(path.read_bytes()), read_only=True, data_only=True)
    count = sum(1 for sheet in workbook.worksheets for _ in sheet.iter_rows(values_only=True))
    workbook.close()
    return count


def peak(work: Callable[[], object]) -> int:
    gc.collect()
    tracemalloc.start()
    result = work()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert result
    return most
