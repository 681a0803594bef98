"""A list read and checked by us, against openpyxl's bare pass over the same file in the same run."""

from __future__ import annotations

import gc
import io
import statistics
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

from openpyxl import load_workbook

from tests.benchmarks.result import paired_ratio

_PAIRS = 7
#: Names of a commune, put together by chance.
FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Đinh", "Cao", "Lương", "Đỗ", "Tạ", "Bùi", "Hoàng", "Vũ")
MIDDLES = (
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
GIVEN = (
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
