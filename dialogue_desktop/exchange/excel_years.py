"""The workbook "So sánh các năm": petitions by year, field and thôn, and how long promises took (F5)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from dialogue_desktop.domain.figures import STANDING_LABELS, Standing
from dialogue_desktop.domain.words_vi import date_short
from dialogue_desktop.domain.years import Comparison, YearFigures, YearRow
from dialogue_desktop.exchange import excel_style
from dialogue_desktop.exchange.excel_charts import BarChart, Series, under_table
from dialogue_desktop.exchange.excel_finish import finished
from dialogue_desktop.exchange.excel_measure import row_height, wrapped
from dialogue_desktop.exchange.excel_page import FIRST_ROW, HEAD_ROW, Heading, column_heads, sheet
from dialogue_desktop.exchange.excel_plan import new_workbook
from dialogue_desktop.exchange.excel_style import (
    COUNT,
    LABEL,
    NOTE,
    SHARE,
    SIZE,
    TOTAL,
    TOTAL_LABEL,
    TOTAL_SHARE,
    Look,
    Pen,
)

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

NAME = "So sánh các năm"
FIELDS, LOCALITIES, TIMES = "Theo lĩnh vực", "Theo thôn", "Thời gian giải quyết"
NO_FIELD, NO_PLACE = "(chưa xếp lĩnh vực)", "(chưa rõ thôn)"

_TITLE = "SO SÁNH HỘI NGHỊ ĐỐI THOẠI QUA CÁC NĂM"
_CONFERENCE = "Hội nghị đối thoại với Nhân dân"
_HEADS = ("Năm", "Số hội nghị", "Ý kiến, kiến nghị")
_WIDTHS = (10.0, 11.0, 12.0) + (13.0, 9.0) * 4
_TIME_HEADS = (
    "Năm",
    "Cam kết đã hứa",
    "Đã xong",
    "Số ngày đến khi xong (trung vị)",
    "Còn theo dõi",
    "Số ngày đã chờ (trung vị)",
    "Trong đó trễ hạn",
)
_TIME_WIDTHS = (10.0, 16.0, 14.0, 20.0, 16.0, 20.0, 16.0)
_DAYS = Look(align="center", vertical="center", number_format="0.#")
#: A year is a number without a sign between its thousands.
_YEAR = Look(bold=True, align="center", vertical="center", number_format="0")
_COUNTED = (
    "Mỗi cam kết tính vào năm đã hứa, kể cả khi chuyển sang hội nghị sau; số ngày tính từ ngày họp. "
    "Trung vị là số ngày đứng giữa khi xếp từ ít đến nhiều."
)
#: Patterns of a chart that a copier keeps apart.
_MOST_SERIES = 4
_CLASSES: tuple[tuple[Standing, Callable[[YearFigures], int]], ...] = (
    (Standing.SETTLED, lambda year: year.settled),
    (Standing.OWED, lambda year: year.owed),
    (Standing.BEYOND, lambda year: year.beyond),
    (Standing.UNKNOWN, lambda year: year.unknown),
)


def build(comparison: Comparison, issuer: str, today: date) -> bytes:
    """XLSX bytes; the same figures on the same day give the same bytes. ValueError without a year."""
    if comparison.empty:
        raise ValueError("no year to compare")
    workbook = new_workbook(NAME)
    pen = excel_style.pen(workbook, _DAYS, _YEAR)
    years = comparison.years
    span = f"năm {years[0].year}" if len(years) == 1 else f"từ năm {years[0].year} đến năm {years[-1].year}"
    heading = Heading(issuer, f"{_CONFERENCE} {span}", f"Số liệu đến ngày {date_short(today)}")
    _results(workbook, pen, heading, years)
    _crossing(workbook, pen, heading, comparison, (FIELDS, "Lĩnh vực", NO_FIELD), comparison.fields)
    _crossing(workbook, pen, heading, comparison, (LOCALITIES, "Thôn", NO_PLACE), comparison.localities)
    _times(workbook, pen, heading, years)
    return finished(workbook, pen.values)


# --- results ------------------------------------------------------------------------------------------


def _results(workbook: Workbook, pen: Pen, heading: Heading, years: Sequence[YearFigures]) -> None:
    """A row for each year: how much of each class, and its share."""
    made = sheet(workbook, pen, NAME, _TITLE, heading, _WIDTHS)
    heads = [*_HEADS]
    for standing, _ in _CLASSES:
        heads += [STANDING_LABELS[standing], "Tỷ lệ"]
    column_heads(made, pen, heads, _WIDTHS)
    for row, year in enumerate(years, FIRST_ROW):
        pen.number(made, row, 1, year.year, _YEAR)
        pen.number(made, row, 2, year.conferences, COUNT)
        cells = [_letter(4 + 2 * n) for n in range(len(_CLASSES))]
        pen.formula(made, row, 3, "+".join(f"{cell}{row}" for cell in cells), year.petitions, COUNT)
        for n, (_, count) in enumerate(_CLASSES):
            pen.number(made, row, 4 + 2 * n, count(year), COUNT)
            _share(pen, made, row, 5 + 2 * n, year.share(count(year)), SHARE)
        made.row_dimensions[row].height = 20
    end = FIRST_ROW + len(years)
    petitions = sum(year.petitions for year in years)
    pen.text(made, end, 1, "Cộng", TOTAL_LABEL)
    _sum(pen, made, end, 2, sum(year.conferences for year in years))
    _sum(pen, made, end, 3, petitions)
    for n, (_, count) in enumerate(_CLASSES):
        total = sum(count(year) for year in years)
        _sum(pen, made, end, 4 + 2 * n, total)
        _share(pen, made, end, 5 + 2 * n, total / petitions if petitions else 0, TOTAL_SHARE)
    made.row_dimensions[end].height = 22
    made.freeze_panes = f"B{FIRST_ROW}"
    series = tuple(
        Series(
            f"'{NAME}'!${_letter(4 + 2 * n)}${HEAD_ROW}",
            STANDING_LABELS[standing],
            _cells(NAME, 4 + 2 * n, end - 1),
            tuple(count(year) for year in years),
        )
        for n, (standing, count) in enumerate(_CLASSES)
    )
    labels = tuple(str(year.year) for year in years)
    title = "Ý kiến, kiến nghị theo năm và kết quả"
    chart = BarChart(title, _cells(NAME, 1, end - 1), labels, series, roomy=True)
    under_table(made, chart, _WIDTHS, end + 2)


# --- fields and thôn ----------------------------------------------------------------------------------


def _crossing(
    workbook: Workbook,
    pen: Pen,
    heading: Heading,
    comparison: Comparison,
    words: tuple[str, str, str],
    rows: Sequence[YearRow],
) -> None:
    """A row for each field or thôn, a column for each year, sums both ways; the newest years as a chart."""
    name, label_head, unknown = words
    years = comparison.years
    widths = (6.0, 40.0, *(11.0 if len(years) > 5 else 14.0 for _ in years), 11.0)
    title = f"Ý KIẾN, KIẾN NGHỊ {name.upper()} QUA CÁC NĂM"
    made = sheet(workbook, pen, name, title, heading, widths)
    heads = ["TT", label_head, *(f"Năm {year.year}" for year in years), "Cộng"]
    column_heads(made, pen, heads, widths)
    first, last = 3, 2 + len(years)
    for row, line in enumerate(rows, FIRST_ROW):
        label = line.label or unknown
        pen.number(made, row, 1, row - FIRST_ROW + 1, COUNT)
        pen.text(made, row, 2, label, LABEL)
        for column, count in enumerate(line.counts, first):
            pen.number(made, row, column, count, COUNT)
        pen.formula(
            made, row, last + 1, f"SUM({_letter(first)}{row}:{_letter(last)}{row})", line.total, COUNT
        )
        made.row_dimensions[row].height = max(row_height(len(wrapped(label, widths[1] - 2, SIZE))), 20)
    end = FIRST_ROW + len(rows)
    pen.text(made, end, 1, "", TOTAL_LABEL)
    pen.text(made, end, 2, "Cộng", TOTAL_LABEL)
    for column, year in enumerate(years, first):
        _sum(pen, made, end, column, year.petitions)
    _sum(pen, made, end, last + 1, sum(year.petitions for year in years))
    made.row_dimensions[end].height = 22
    made.freeze_panes = f"C{FIRST_ROW}"
    if not rows:
        return
    shown = years[-_MOST_SERIES:]
    offset = len(years) - len(shown)
    series = tuple(
        Series(
            f"'{name}'!${_letter(first + offset + n)}${HEAD_ROW}",
            f"Năm {year.year}",
            _cells(name, first + offset + n, end - 1),
            tuple(row.counts[offset + n] for row in rows),
        )
        for n, year in enumerate(shown)
    )
    newest = f", {len(shown)} năm gần nhất" if offset else ""
    labels = tuple(row.label or unknown for row in rows)
    title = f"Ý kiến, kiến nghị {name.lower()}{newest}"
    chart = BarChart(title, _cells(name, 2, end - 1), labels, series, roomy=True)
    under_table(made, chart, widths, end + 2)


# --- time ---------------------------------------------------------------------------------------------


def _times(workbook: Workbook, pen: Pen, heading: Heading, years: Sequence[YearFigures]) -> None:
    """How long promises took, and those that wait still."""
    made = sheet(workbook, pen, TIMES, "THỜI GIAN GIẢI QUYẾT CAM KẾT QUA CÁC NĂM", heading, _TIME_WIDTHS)
    column_heads(made, pen, _TIME_HEADS, _TIME_WIDTHS)
    for row, year in enumerate(years, FIRST_ROW):
        pen.number(made, row, 1, year.year, _YEAR)
        pen.formula(made, row, 2, f"C{row}+E{row}", year.promises, COUNT)
        pen.number(made, row, 3, year.kept, COUNT)
        pen.number(made, row, 4, year.days_kept, _DAYS)
        pen.number(made, row, 5, year.open, COUNT)
        pen.number(made, row, 6, year.days_open, _DAYS)
        pen.number(made, row, 7, year.late, COUNT)
        made.row_dimensions[row].height = 20
    end = FIRST_ROW + len(years)
    pen.text(made, end, 1, "Cộng", TOTAL_LABEL)
    for column, count in (
        (2, sum(year.promises for year in years)),
        (3, sum(year.kept for year in years)),
        (5, sum(year.open for year in years)),
        (7, sum(year.late for year in years)),
    ):
        _sum(pen, made, end, column, count)
    for column in (4, 6):
        pen.text(made, end, column, "", TOTAL_LABEL)
    made.row_dimensions[end].height = 22
    made.merge_cells(start_row=end + 1, start_column=1, end_row=end + 1, end_column=len(_TIME_WIDTHS))
    pen.text(made, end + 1, 1, _COUNTED, NOTE)
    made.row_dimensions[end + 1].height = row_height(len(wrapped(_COUNTED, sum(_TIME_WIDTHS), NOTE.size))) + 4
    made.freeze_panes = f"B{FIRST_ROW}"
    if any(year.days_kept is not None for year in years):
        series = Series(
            f"'{TIMES}'!$D${HEAD_ROW}",
            _TIME_HEADS[3],
            _cells(TIMES, 4, end - 1),
            tuple(round(year.days_kept or 0) for year in years),
        )
        labels = tuple(str(year.year) for year in years)
        title = "Số ngày từ hội nghị đến khi xong (trung vị)"
        chart = BarChart(title, _cells(TIMES, 1, end - 1), labels, (series,), roomy=True)
        under_table(made, chart, _TIME_WIDTHS, end + 3)


# --- parts --------------------------------------------------------------------------------------------


def _letter(column: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(column)


def _cells(name: str, column: int, last: int) -> str:
    return f"'{name}'!${_letter(column)}${FIRST_ROW}:${_letter(column)}${last}"


def _sum(pen: Pen, made: Worksheet, row: int, column: int, value: int) -> None:
    letter = _letter(column)
    formula = f"SUM({letter}{FIRST_ROW}:{letter}{row - 1})" if row > FIRST_ROW else "0"
    pen.formula(made, row, column, formula, value, TOTAL)


def _share(pen: Pen, made: Worksheet, row: int, column: int, value: float, look: Look) -> None:
    count, whole = f"{_letter(column - 1)}{row}", f"$C{row}"
    pen.formula(made, row, column, f"IF({whole}=0,0,{count}/{whole})", value, look)
