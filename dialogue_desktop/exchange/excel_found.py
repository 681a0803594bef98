"""The workbook of what a search found: opinions of several conferences in one list (G3, M8)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dialogue_desktop.exchange import excel_style
from dialogue_desktop.exchange.excel_finish import finished
from dialogue_desktop.exchange.excel_opinions import EMPTY
from dialogue_desktop.exchange.excel_page import Heading
from dialogue_desktop.exchange.excel_plan import new_workbook
from dialogue_desktop.exchange.excel_rows import OpinionRow
from dialogue_desktop.exchange.excel_style import CENTRED, DATE
from dialogue_desktop.exchange.excel_table import SheetColumn, table

NAME = "Ý kiến tìm thấy"
_TITLE = "Ý KIẾN, KIẾN NGHỊ CỦA NHÂN DÂN QUA CÁC HỘI NGHỊ ĐỐI THOẠI"

_COLUMNS = (
    SheetColumn("TT", "place", 5, CENTRED),
    SheetColumn("Họ và tên", "who", 16, repeated=True),
    SheetColumn("Thôn", "locality", 11.5, repeated=True),
    SheetColumn("Hội nghị", "conference", 16, repeated=True),
    SheetColumn("Số ý kiến", "number", 6, CENTRED),
    SheetColumn("Nguồn", "source", 10, repeated=True),
    SheetColumn("Lĩnh vực", "field", 12, repeated=True),
    SheetColumn("Nội dung ý kiến, kiến nghị", "text", 42),
    SheetColumn("Nội dung trả lời", "answer", 42),
    SheetColumn("Kết quả", "outcome", 10, repeated=True),
    SheetColumn("Đơn vị giải quyết", "unit", 14, repeated=True),
    SheetColumn("Thời hạn", "deadline", 10.5, DATE, repeated=True),
    SheetColumn("Ghi chú", "note", 12),
)


@dataclass(frozen=True, slots=True)
class FoundRow:
    """An opinion as the sheet of its conference shows it, and which conference that is."""

    conference: str
    row: OpinionRow


@dataclass(frozen=True, slots=True)
class _Line:
    place: int
    conference: str
    number: int
    who: str
    locality: str
    source: str
    field: str
    text: str
    answer: str
    outcome: str
    unit: str
    deadline: date | None
    note: str


def build(rows: Sequence[FoundRow], query: str) -> bytes:
    """XLSX bytes, the rows in their order; `query` is what was searched for, empty for the whole list."""
    workbook = new_workbook(NAME)
    pen = excel_style.pen(workbook)
    what = f"Tìm: {query}" if query else ""
    heading = Heading("", what, f"{len(rows)} ý kiến")
    lines = [
        _Line(
            at, one.conference, one.row.number, one.row.who, one.row.locality, one.row.source, one.row.field,
            one.row.text, one.row.answer, one.row.outcome, one.row.unit, one.row.deadline, one.row.note,
        )
        for at, one in enumerate(rows, start=1)
    ]  # fmt: skip
    table(workbook, pen, NAME, _TITLE, heading, _COLUMNS, lines, EMPTY)
    return finished(workbook, pen.values, long=pen.long)
