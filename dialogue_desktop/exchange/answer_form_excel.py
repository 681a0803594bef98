"""The Excel sheet of questions that goes to a unit to be answered (C7)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.records import Opinion
from dialogue_desktop.exchange import excel_style
from dialogue_desktop.exchange.excel_finish import finished
from dialogue_desktop.exchange.excel_measure import row_height, wrapped
from dialogue_desktop.exchange.excel_page import print_setup
from dialogue_desktop.exchange.excel_plan import heading_of, new_workbook
from dialogue_desktop.exchange.excel_rows import ANONYMOUS
from dialogue_desktop.exchange.excel_style import (
    CENTRED,
    DATE,
    HEAD,
    ISSUER,
    NOTE,
    SIZE,
    SUBTITLE,
    TEXT,
    TITLE,
    Look,
    Pen,
)
from dialogue_desktop.exchange.table_types import column_letters

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

NAME = "Giao trả lời"
UNIT = "Đơn vị trả lời: "
NO_UNIT = "……………………………………………………"
#: Who asked not to be named is known to the office alone: the sheet goes from hand to hand.
NOT_NAMED = "Công dân đề nghị không nêu tên"
HOW = (
    "Cách ghi: ghi câu trả lời và người trả lời vào hai cột cuối, ngay trên dòng của ý kiến, rồi gửi lại"
    " tệp này."
    " Không đổi số ý kiến và nội dung ý kiến: chương trình dựa vào đó để đưa câu trả lời về đúng chỗ."
)
_COLUMNS = (
    ("Số ý kiến", 7.0),
    ("Người có ý kiến", 18.0),
    ("Thôn", 13.0),
    ("Lĩnh vực", 13.0),
    ("Nội dung ý kiến, kiến nghị", 42.0),
    ("Thời hạn trả lời", 11.0),
    ("Nội dung trả lời", 48.0),
    ("Người trả lời", 17.0),
)
_HEAD_ROW = 6
_FIRST_ROW = _HEAD_ROW + 1
#: Room to write an answer with a pen.
_LEAST_LINES = 4
_ANSWER = Look(locked=False)
_LINE = Look(size=12, bordered=False, vertical="center", wrap=False)
_HINT = Look(italic=True, size=10, bordered=False, vertical="center")


def build(plan: Plan, unit: str, opinions: Sequence[Opinion]) -> bytes:
    """XLSX bytes: one row an opinion; only the cells of the answer can be written in (no password)."""
    workbook = new_workbook("Danh sách ý kiến giao trả lời")
    pen = excel_style.pen(workbook, _ANSWER, _LINE, _HINT)
    sheet: Worksheet = workbook.create_sheet(NAME)
    _headings(sheet, pen, plan, unit)
    at = _FIRST_ROW
    for opinion in opinions:
        _row(sheet, pen, at, opinion)
        at += 1
    if not opinions:
        pen.text(sheet, at, 2, "Chưa có ý kiến nào giao cho đơn vị", NOTE)
    sheet.freeze_panes = f"C{_FIRST_ROW}"
    protection = sheet.protection
    protection.sheet = True
    protection.formatCells = protection.formatColumns = protection.formatRows = False
    return finished(workbook, pen.values, growing=(NAME,))


def _headings(sheet: Worksheet, pen: Pen, plan: Plan, unit: str) -> None:
    widths = [width for _, width in _COLUMNS]
    heading = heading_of(plan)
    for index, width in enumerate(widths):
        sheet.column_dimensions[column_letters(index)].width = width
    pen.text(sheet, 1, 1, heading.issuer.upper(), ISSUER)
    lines = (
        (2, "DANH SÁCH Ý KIẾN, KIẾN NGHỊ GIAO TRẢ LỜI", TITLE),
        (3, heading.conference, SUBTITLE),
        (4, f"{UNIT}{unit or NO_UNIT}", _LINE),
        (5, HOW, _HINT),
    )
    for row, text, look in lines:
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=len(_COLUMNS))
        pen.text(sheet, row, 1, text, look)
        tall = len(wrapped(text, sum(widths), look.size)) if look.wrap else 1
        sheet.row_dimensions[row].height = row_height(tall) * look.size / SIZE + (6 if look is TITLE else 2)
    for column, (head, _) in enumerate(_COLUMNS, 1):
        pen.text(sheet, _HEAD_ROW, column, head, HEAD)
    tall = max(len(wrapped(head, width * 0.9, SIZE)) for head, width in _COLUMNS)
    sheet.row_dimensions[_HEAD_ROW].height = row_height(tall) + 4
    sheet.print_title_rows = f"{_HEAD_ROW}:{_HEAD_ROW}"
    print_setup(sheet)


def _row(sheet: Worksheet, pen: Pen, at: int, opinion: Opinion) -> None:
    pen.number(sheet, at, 1, opinion.number, CENTRED)
    pen.day(sheet, at, 6, opinion.draft_due, DATE)
    texts = {2: _who(opinion), 3: _where(opinion), 4: opinion.field, 5: opinion.text}
    answers = {7: opinion.prepared_answer, 8: opinion.prepared_by}
    for column, text in texts.items():
        pen.text(sheet, at, column, text, TEXT)
    for column, text in answers.items():
        pen.text(sheet, at, column, text, _ANSWER)
    tall = max(len(wrapped(text, _COLUMNS[c - 1][1], SIZE)) for c, text in (texts | answers).items())
    sheet.row_dimensions[at].height = row_height(max(tall, _LEAST_LINES))


def _who(opinion: Opinion) -> str:
    if opinion.anonymous:
        return ANONYMOUS
    if opinion.consent is False:
        return NOT_NAMED
    names = [voice.shown for voice in opinion.voices if voice.name]
    return "\n".join(text for text in (*names, opinion.group_note) if text)


def _where(opinion: Opinion) -> str:
    """Down to the xóm, but only the thôn of one who is not to be known."""
    hidden = opinion.anonymous or opinion.consent is False
    places = (voice.locality if hidden else voice.address for voice in opinion.voices)
    return "; ".join(dict.fromkeys(place for place in places if place))
