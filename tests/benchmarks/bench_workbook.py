"""The workbook of 10,000 opinions against XlsxWriter, which writes the same cells in the same looks (M8).

The floor is given every cell ready: it counts nothing, measures no row, lays out no page and draws no chart.
"""

from __future__ import annotations

import io
import random
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from dialogue_desktop.domain.conference import ConferenceView, Stage
from dialogue_desktop.domain.records import Answer, Opinion, Outcome, Records, Session, Source, Voice
from dialogue_desktop.exchange.excel_summary import build
from tests.benchmarks.many_opinions import examples, name
from tests.benchmarks.result import Result, paired_ratio
from tests.data.loc_thinh import loc_thinh_evening_plan

OPINIONS, USUAL = 10_000, 300
_PAIRS = 5
_NOW = datetime(2026, 5, 5, 3, tzinfo=UTC)
_THON = tuple(f"thôn {words}" for words in ("Đồng Vạn", "Phú Ấp", "Bến Lở", "Hạ Vi", "Mỹ Trạch", "Gò Nổi"))


def run() -> list[Result]:
    many, usual = view_of(OPINIONS), view_of(USUAL)
    cells, few = cells_of(book(many)), cells_of(book(usual))
    ours, theirs = [], []
    small, small_floor = [], []
    for _ in range(_PAIRS):
        ours.append(_seconds(lambda: book(many)))
        theirs.append(_seconds(lambda: plainly(cells)))
        small.append(_seconds(lambda: book(usual)))
        small_floor.append(_seconds(lambda: plainly(few)))
    return [
        Result("Sổ tổng hợp 10.000 ý kiến, so với XlsxWriter", paired_ratio(ours, theirs), 2.5),
        Result("Sổ tổng hợp 300 ý kiến, so với XlsxWriter", paired_ratio(small, small_floor), None),
        Result("Sổ tổng hợp 300 ý kiến", min(small) * 1000, None, "ms"),
        Result("Bộ nhớ thêm khi ghi 10.000 ý kiến", _memory(many), 50, "MiB"),
    ]


def view_of(count: int) -> ConferenceView:
    """A conference with so many opinions, no two alike, most of them answered."""
    chance = random.Random(11)
    plan = loc_thinh_evening_plan()
    said, outcomes = examples(), tuple(Outcome)
    opinions: list[Opinion] = []
    answers: list[Answer] = []
    for number in range(1, count + 1):
        text = " ".join(chance.choice(said) for _ in range(chance.choice((1, 1, 2, 3))))
        outcome = chance.choice(outcomes)
        owed = outcome in (Outcome.PARTLY, Outcome.WRITTEN) and number % 10 == 0
        opinions.append(
            Opinion(
                f"o{number}",
                number,
                chance.choice(tuple(Source)),
                text=f"{text} (phiếu {number})",
                field=chance.choice(plan.fields or ("Khác",)),
                voices=(Voice(name(chance), chance.choice(("ông", "bà")), chance.choice(_THON)),),
                # As in a real list: what is owed is a part of it.
                outcome=outcome if owed else Outcome.ANSWERED,
                unit=chance.choice(plan.units) if owed and plan.units else "",
                deadline=date(2026, 5, 1) + timedelta(days=chance.randrange(60)) if owed else None,
            )
        )
        reply = f"{chance.choice(said)} Xã ghi nhận ý kiến thứ {number} và trả lời như trên."
        answers.append(Answer(f"a{number}", f"o{number}", 1, "", "ông Trần Hữu Lẫm", "Phó Chủ tịch", reply))
    records = Records(
        session=Session("session", started_at=_NOW, ended_at=_NOW + timedelta(hours=3)),
        opinions=tuple(opinions),
        answers=tuple(answers),
    )
    return ConferenceView("nhieu", "Nhiều ý kiến", Stage.CONCLUDE, replace(plan, year=2026), records)


def book(view: ConferenceView) -> bytes:
    return build(view, now=_NOW)


# --- the floor ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Look:
    bold: bool
    italic: bool
    size: float
    align: str
    vertical: str
    wrap: bool
    bordered: bool
    fill: str
    number_format: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: widths, heights, and (row, column, value, kept result of a formula, place of its look)."""

    name: str
    widths: list[tuple[int, float]]
    heights: list[tuple[int, float]]
    cells: list[tuple[int, int, Any, Any, int]]


@dataclass(frozen=True, slots=True)
class Cells:
    """Every cell of a workbook, and how cells look."""

    sheets: list[Sheet]
    looks: list[Look]


def cells_of(data: bytes) -> Cells:
    """Every cell of a workbook as it was written."""
    import openpyxl
    from openpyxl.utils import column_index_from_string, coordinate_to_tuple

    formulas = openpyxl.load_workbook(io.BytesIO(data))
    values = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    sheets: list[Sheet] = []
    looks: dict[Look, int] = {}
    for sheet in formulas:
        cells = []
        for row in sheet.iter_rows():
            for cell in row:
                if cell.has_style:
                    kept = values[sheet.title][cell.coordinate].value if cell.data_type == "f" else None
                    look = looks.setdefault(_look(cell), len(looks))
                    row_at, column_at = coordinate_to_tuple(cell.coordinate)
                    cells.append((row_at - 1, column_at - 1, cell.value, kept, look))
        widths = [
            (column_index_from_string(letter) - 1, one.width)
            for letter, one in sheet.column_dimensions.items()
        ]
        heights = [(at - 1, one.height) for at, one in sheet.row_dimensions.items() if one.height]
        sheets.append(Sheet(sheet.title, widths, heights, cells))
    return Cells(sheets, list(looks))


def _look(cell: Any) -> Look:
    return Look(
        bool(cell.font.b),
        bool(cell.font.i),
        cell.font.sz,
        cell.alignment.horizontal or "left",
        cell.alignment.vertical or "top",
        bool(cell.alignment.wrap_text),
        cell.border.left.style is not None,
        cell.fill.fgColor.rgb[2:] if cell.fill.fill_type else "",
        cell.number_format,
    )


def plainly(cells: Cells) -> bytes:
    """The same cells as a programmer writes them who knows the library."""
    import xlsxwriter

    result = io.BytesIO()
    workbook = xlsxwriter.Workbook(result, {"in_memory": True})
    formats = [workbook.add_format(_properties(look)) for look in cells.looks]
    for sheet in cells.sheets:
        made = workbook.add_worksheet(sheet.name)
        for column, width in sheet.widths:
            made.set_column(column, column, width)
        for row, height in sheet.heights:
            made.set_row(row, height)
        for row, column, value, kept, look in sheet.cells:
            shown = formats[look]
            if value is None:
                made.write_blank(row, column, None, shown)
            elif kept is not None:
                made.write_formula(row, column, value, shown, kept)
            elif isinstance(value, datetime):
                made.write_datetime(row, column, value, shown)
            elif isinstance(value, int | float):
                made.write_number(row, column, value, shown)
            else:
                made.write_string(row, column, str(value), shown)
    workbook.close()
    return result.getvalue()


def _properties(look: Look) -> dict[str, Any]:
    vertical = {"top": "top", "center": "vcenter", "bottom": "bottom"}[look.vertical]
    properties: dict[str, Any] = {
        "font_name": "Times New Roman",
        "font_size": look.size,
        "bold": look.bold,
        "italic": look.italic,
        "align": look.align,
        "valign": vertical,
        "text_wrap": look.wrap,
        "border": 1 if look.bordered else 0,
        "num_format": look.number_format,
    }
    return properties | ({"bg_color": f"#{look.fill}"} if look.fill else {})


# --- measuring ----------------------------------------------------------------------------------------


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _memory(view: ConferenceView) -> float:
    """The most that is held at once while the book is made, its opinions not counted."""
    tracemalloc.start()
    book(view)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / 2**20
