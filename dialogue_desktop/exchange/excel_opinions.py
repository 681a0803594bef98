"""The sheet with every opinion, and where its columns are for the sheets that count them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dialogue_desktop.exchange.excel_measure import divided, row_height, wrapped
from dialogue_desktop.exchange.excel_page import FIRST_ROW, HEAD_ROW, Heading, column_heads, sheet
from dialogue_desktop.exchange.excel_rows import OpinionRow
from dialogue_desktop.exchange.excel_style import CENTRED, CONTINUED, CONTINUED_TEXT, DATE, TEXT, Look, Pen

if TYPE_CHECKING:
    from openpyxl import Workbook

NAME = "Ý kiến"
CONTINUES = "(tiếp)"


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """`field` is that of OpinionRow; `repeated` columns stand again where a long text goes on in the next
    row, so that a filter keeps its rows together."""

    head: str
    field: str
    width: float
    look: Look = TEXT
    repeated: bool = False


_COLUMNS = (
    SheetColumn("STT", "number", 5, CENTRED),
    SheetColumn("Họ và tên", "who", 16, repeated=True),
    SheetColumn("Thôn", "locality", 11.5, repeated=True),
    SheetColumn("Nguồn", "source", 10, repeated=True),
    SheetColumn("Lĩnh vực", "field", 12, repeated=True),
    SheetColumn("Loại", "kind", 8.5, repeated=True),
    SheetColumn("Nội dung ý kiến, kiến nghị", "text", 43),
    SheetColumn("Nội dung trả lời", "answer", 43),
    SheetColumn("Người trả lời", "answerer", 14.5),
    SheetColumn("Kết quả", "outcome", 10, repeated=True),
    SheetColumn("Đơn vị giải quyết", "unit", 14, repeated=True),
    SheetColumn("Thời hạn", "deadline", 10.5, DATE, repeated=True),
    SheetColumn("Ghi chú", "note", 13),
)
_RECORDED = SheetColumn("Chỗ trong bản ghi âm", "recorded", 11.5, CENTRED)


@dataclass(frozen=True, slots=True)
class Ranges:
    """The rows of the opinions, for formulas on other sheets."""

    last_row: int

    def of(self, field: str) -> str:
        """ "'Ý kiến'!$E$6:$E$40"."""
        from openpyxl.utils import get_column_letter

        letter = get_column_letter(next(i for i, c in enumerate(_COLUMNS, 1) if c.field == field))
        return f"'{NAME}'!${letter}${FIRST_ROW}:${letter}${self.last_row}"


def write(workbook: Workbook, pen: Pen, heading: Heading, rows: Sequence[OpinionRow]) -> Ranges:
    """Every opinion with all its words; a text too long for one row of Excel goes on in the next."""
    # At the end, so that the columns that other sheets count stay where they are.
    columns = (*_COLUMNS, _RECORDED) if any(row.recorded for row in rows) else _COLUMNS
    last = table(workbook, pen, NAME, "TỔNG HỢP Ý KIẾN, KIẾN NGHỊ CỦA NHÂN DÂN", heading, columns, rows)
    return Ranges(last)


def table(
    workbook: Workbook, pen: Pen, name: str, title: str, heading: Heading, columns: Sequence[SheetColumn],
    rows: Sequence[object],
) -> int:  # fmt: skip
    """A sheet with these columns and rows, to be filtered and printed; the number of its last row."""
    widths = [column.width for column in columns]
    made = sheet(workbook, pen, name, title, heading, widths)
    column_heads(made, pen, [column.head for column in columns], widths)
    at = FIRST_ROW
    for row in rows:
        values = [getattr(row, column.field) for column in columns]
        pieces = [
            divided(value, column.width, column.look.size) if isinstance(value, str) else [value]
            for value, column in zip(values, columns, strict=True)
        ]
        for part in range(max(map(len, pieces))):
            lines = 1
            for index, (column, own) in enumerate(zip(columns, pieces, strict=True), 1):
                value, look = _part(column, own, part, first=index == 1)
                if isinstance(value, int):
                    pen.number(made, at, index, value, look)
                elif isinstance(value, date) or value is None:
                    pen.day(made, at, index, value, look)
                else:
                    pen.text(made, at, index, str(value), look)
                    lines = max(lines, len(wrapped(str(value), column.width, look.size)))
            made.row_dimensions[at].height = row_height(lines)
            at += 1
    if not rows:
        pen.text(made, at, 1, "", CENTRED)
        pen.text(made, at, 2, "Chưa có ý kiến nào", TEXT)
        at += 1
    made.freeze_panes = f"C{FIRST_ROW}"
    made.auto_filter.ref = f"A{HEAD_ROW}:{made.cell(at - 1, len(columns)).coordinate}"
    return at - 1


def _part(column: SheetColumn, pieces: Sequence[object], part: int, *, first: bool) -> tuple[object, Look]:
    """What a column shows in the n-th row of one opinion."""
    if part == 0:
        return pieces[0], column.look
    if first:
        return CONTINUES, CONTINUED
    if part < len(pieces):
        return pieces[part], column.look
    if column.repeated:
        again = pieces[0]
        return again, column.look if column.look is DATE else CONTINUED_TEXT
    return "", column.look
