"""The workbook "So sánh các năm": figures as numbers and formulas, charts, one page wide (F5, M8)."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from openpyxl import load_workbook

from dialogue_desktop.domain.years import Comparison
from dialogue_desktop.exchange.excel_years import FIELDS, LOCALITIES, NAME, TIMES, build
from tests.domain.past_years import TODAY, years

ISSUER = "Ủy ban nhân dân xã Minh Khê"


def _book(count: int, *, values: bool = True) -> Any:
    return load_workbook(io.BytesIO(build(years(count), ISSUER, TODAY)), data_only=values)


@pytest.mark.parametrize("count", [1, 4, 10])
def test_sheets_say_what_was_counted(count: int) -> None:
    comparison, book = years(count), _book(count)
    assert book.sheetnames == [NAME, FIELDS, LOCALITIES, TIMES]
    sheet = book[NAME]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=6, max_row=5 + count)]
    for row, year in zip(rows, comparison.years, strict=True):
        assert row[:4] == [year.year, year.conferences, year.petitions, year.settled]
        assert row[4] == pytest.approx(year.share(year.settled))
        assert row[5::2] == [year.owed, year.beyond, year.unknown]
    total = [cell.value for cell in sheet[6 + count]]
    assert total[:3] == ["Cộng", count, sum(year.petitions for year in comparison.years)]
    for name, lines in ((FIELDS, comparison.fields), (LOCALITIES, comparison.localities)):
        crossing = book[name]
        lines_shown = list(crossing.iter_rows(min_row=6, max_row=5 + len(lines), values_only=True))
        assert [row[2:-1] for row in lines_shown] == [line.counts for line in lines]
        assert [row[-1] for row in lines_shown] == [line.total for line in lines]
        sums = [cell.value for cell in crossing[6 + len(lines)]]
        assert sums[2:-1] == [year.petitions for year in comparison.years], "every petition is in one row"
    times = book[TIMES]
    for at, year in enumerate(comparison.years, 6):
        found = [cell.value for cell in times[at]]
        assert found == [
            year.year, year.promises, year.kept, year.days_kept, year.open, year.days_open, year.late,
        ]  # fmt: skip


def test_sums_are_formulas_that_follow_a_changed_cell() -> None:
    sheet = _book(4, values=False)[NAME]
    assert sheet["C6"].value == "=D6+F6+H6+J6"
    assert sheet["E6"].value == "=IF($C6=0,0,D6/$C6)"
    assert sheet["D10"].value == "=SUM(D6:D9)"


def test_every_sheet_is_a_page_wide_in_the_offices_letters_with_its_head_repeated() -> None:
    for sheet in _book(10, values=False).worksheets:
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth) == ("landscape", 1)
        assert sheet.print_title_rows == "$5:$5"
        assert sheet["A5"].font.name == "Times New Roman"
        assert sheet.freeze_panes is not None


def test_no_chart_has_more_series_than_a_copier_keeps_apart() -> None:
    with zipfile.ZipFile(io.BytesIO(build(years(10), ISSUER, TODAY))) as book:
        charts = [book.read(name).decode() for name in book.namelist() if name.startswith("xl/charts/chart")]
    assert len(charts) == 4
    assert [chart.count("<ser>") + chart.count("<c:ser>") for chart in charts] == [4, 4, 4, 1]
    assert "4 năm gần nhất" in charts[1]


def test_the_same_figures_give_the_same_bytes_and_none_is_refused() -> None:
    assert build(years(3), ISSUER, TODAY) == build(years(3), ISSUER, TODAY)
    with pytest.raises(ValueError, match="no year"):
        build(Comparison(), ISSUER, TODAY)
