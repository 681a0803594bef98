"""The sheet for the supervisors as a workbook: every promise with its state, room for their remarks (F2)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from dialogue_desktop.domain.after_records import Commitment
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.records import Records
from dialogue_desktop.domain.supervision import SupervisionRow, supervision_rows
from dialogue_desktop.domain.words_vi import date_short
from dialogue_desktop.exchange import excel_style
from dialogue_desktop.exchange.excel_finish import finished
from dialogue_desktop.exchange.excel_measure import row_height, wrapped
from dialogue_desktop.exchange.excel_page import FIRST_ROW, HEAD_ROW, column_heads, sheet
from dialogue_desktop.exchange.excel_plan import heading_of, new_workbook
from dialogue_desktop.exchange.excel_style import CENTRED, DATE, NOTE, STRONG, TEXT, Pen

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

NAME = "Giám sát"
TITLE = "BẢNG THEO DÕI, GIÁM SÁT VIỆC THỰC HIỆN CAM KẾT VỚI NHÂN DÂN"
_HEADS = (
    "Số",
    "Nội dung đã cam kết",
    "Người có ý kiến",
    "Ý kiến số",
    "Đơn vị thực hiện",
    "Thời hạn",
    "Tình trạng",
    "Việc đã làm, văn bản, minh chứng",
    "Ý kiến của người giám sát",
)
_WIDTHS = (5.0, 34.0, 21.0, 8.0, 17.0, 11.5, 16.0, 30.0, 22.0)


def build(plan: Plan, records: Records, commitments: Iterable[Commitment], today: date) -> bytes:
    """XLSX bytes; the days are days, who is late stands bold, and only those are named who agreed to it."""
    workbook = new_workbook("Bảng theo dõi giám sát")
    pen = excel_style.pen(workbook)
    title = f"{TITLE} (ĐẾN NGÀY {date_short(today)})"
    made = sheet(workbook, pen, NAME, title, heading_of(plan), _WIDTHS)
    column_heads(made, pen, _HEADS, _WIDTHS)
    at = FIRST_ROW
    for row in supervision_rows(records, commitments, today, plan):
        _write(made, pen, at, row)
        at += 1
    if at == FIRST_ROW:
        pen.text(made, at, 2, "Không có nội dung nào phải theo dõi", NOTE)
        at += 1
    made.freeze_panes = f"C{FIRST_ROW}"
    made.auto_filter.ref = f"A{HEAD_ROW}:{made.cell(at - 1, len(_HEADS)).coordinate}"
    return finished(workbook, pen.values, growing=(NAME,))


def _write(made: Worksheet, pen: Pen, at: int, row: SupervisionRow) -> None:
    proof = "\n".join(f"- {line}" for line in row.proof)
    unit = row.unit or "Chưa giao"
    texts = {2: row.text, 3: row.who, 4: row.opinions, 5: unit, 7: row.state, 8: proof, 9: ""}
    pen.number(made, at, 1, row.number, CENTRED)
    pen.day(made, at, 6, row.deadline, DATE)
    for column, words in texts.items():
        look = CENTRED if column == 4 else STRONG if column == 7 and row.late else TEXT
        pen.text(made, at, column, words, look)
    lines = max(len(wrapped(words, _WIDTHS[column - 1], TEXT.size)) for column, words in texts.items())
    made.row_dimensions[at].height = row_height(max(lines, 2))
