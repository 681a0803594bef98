"""Lists of opinions: very many rows, any cell, cells as long as Excel allows (C4, G5)."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desktop.exchange.list_types import Severity
from dialogue_desktop.exchange.opinion_rows_read import read_opinions
from dialogue_desktop.exchange.table_types import Row, Table, TableFile, trimmed
from tests.exchange.lists import CANAL, DAY, HEADS, OFFICE, report_of, rows_bytes


def test_five_thousand_rows(tmp_path: Path) -> None:
    """C4: all of them, in their order, in one report."""
    rows = [
        (n, f"Ông Nguyễn Văn {chr(65 + n % 26)}", "Phú Ấp", "", "", f"{CANAL} Thửa số {n}.", DAY)
        for n in range(5_000)
    ]
    report = report_of(rows_bytes([HEADS, *rows]), tmp_path)
    assert [row.number for row in report.rows] == list(range(2, 5_002))
    assert all(row.savable for row in report.rows)


CELL = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**12), 10**12),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(date(1950, 1, 1), date(2100, 1, 1)),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=60),
    st.sampled_from(
        ["Thôn Phú Ấp", "1. Một hai ba bốn năm. 2. Sáu bảy tám chín mười.", "Tổng cộng", "=1", "x", "31/2"]
    ),
)


@given(st.lists(st.lists(CELL, min_size=7, max_size=8), max_size=12))
def test_random_cells_never_crash(rows: list[list[Any]]) -> None:
    """G5: anything in any column; a row with words in the column of opinions never vanishes silently."""
    table = Table("Ý kiến", [Row(1, HEADS)], letters=True)
    table.rows += [Row(number, trimmed(cells)) for number, cells in enumerate(rows, start=2)]
    report = read_opinions(TableFile("Excel", (table,)), OFFICE, conference_id="hn")
    seen = {row.number for row in report.rows} | {line.number for line in report.outside}
    for number, cells in enumerate(rows, start=2):
        text = cells[5]
        if isinstance(text, str) and text.strip() and len([c for c in cells if c not in (None, "")]) > 2:
            assert number in seen or any(ord(letter) > 0x2000 or ord(letter) == 0xAD for letter in text)
    for row in report.rows:
        assert row.savable == all(problem.severity is not Severity.ERROR for problem in row.problems)
        assert all(problem.sentence.endswith((".", "?")) for problem in row.problems)


@pytest.mark.parametrize(
    "unit", [" ", "\n", ";", "T", "(", "1. ", "\n- a ", "Ông A, ", "và ", "0 ", "nhóm ", "á"]
)
def test_cells_as_long_as_excel_allows(unit: str) -> None:
    """G5: 32,000 letters of one kind in any column: read at once, where a careless search takes minutes."""
    long = "x" + unit * (32_000 // len(unit)) + "x"
    heads = (*HEADS, "Hình thức", "Công khai họ tên", "Nguồn", "Loại", "Nội dung trả lời")
    table = Table("Ý kiến", [Row(1, heads)], letters=True)
    for place in range(len(heads)):
        cells: list[Any] = [None] * len(heads)
        cells[1], cells[5], cells[place] = "Ông Ỷ", CANAL, long
        alone: list[Any] = [None] * len(heads)
        alone[place] = long
        table.rows += [Row(2 * place + 2, tuple(cells)), Row(2 * place + 3, tuple(alone))]
    report = read_opinions(TableFile("Excel", (table,)), OFFICE, conference_id="hn")
    assert {row.number for row in report.rows} >= {2 * place + 2 for place in range(len(heads))}
