"""The sheet with every opinion, and the names of its columns for the formulas of other sheets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from dialogue_desktop.domain.figures import STANDING_LABELS, Standing, standing_of
from dialogue_desktop.domain.records import OUTCOME_LABELS, Opinion, Outcome
from dialogue_desktop.exchange.excel_page import FIRST_ROW, Heading
from dialogue_desktop.exchange.excel_rows import NO_OUTCOME, OpinionRow
from dialogue_desktop.exchange.excel_style import SMALL, SMALL_CENTRED, SMALL_DATE, TEXT, Pen
from dialogue_desktop.exchange.excel_table import SheetColumn, Table, table

if TYPE_CHECKING:
    from openpyxl import Workbook

NAME = "Ý kiến"
_TITLE = "TỔNG HỢP Ý KIẾN, KIẾN NGHỊ CỦA NHÂN DÂN"
EMPTY = "Chưa có ý kiến nào"
#: What is typed into so many rows under the list counts too.
SPARE_ROWS = 200

_COLUMNS = (
    SheetColumn("TT", "number", 4.5, SMALL_CENTRED),
    SheetColumn("Họ và tên", "who", 13, SMALL, repeated=True),
    SheetColumn("Thôn", "locality", 9.5, SMALL, repeated=True),
    SheetColumn("Nguồn", "source", 8.5, SMALL, repeated=True),
    SheetColumn("Lĩnh vực", "field", 10, SMALL, repeated=True),
    SheetColumn("Loại", "kind", 7, SMALL, repeated=True),
    SheetColumn("Nội dung ý kiến, kiến nghị", "text", 36, TEXT),
    SheetColumn("Nội dung trả lời", "answer", 36, TEXT),
    SheetColumn("Người trả lời", "answerer", 11, SMALL),
    SheetColumn("Kết quả", "outcome", 8.5, SMALL, repeated=True),
    SheetColumn("Phân loại kết quả", "standing", 10, SMALL, repeated=True),
    SheetColumn("Đơn vị giải quyết", "unit", 11.5, SMALL, repeated=True),
    SheetColumn("Thời hạn", "deadline", 10.5, SMALL_DATE, repeated=True),
    SheetColumn("Thực hiện", "progress", 9.5, SMALL, repeated=True),
    SheetColumn("Văn bản trả lời", "reply", 10.5, SMALL, repeated=True),
    SheetColumn("Ghi chú", "note", 10.5, SMALL),
)
_RECORDED = SheetColumn("Chỗ trong bản ghi âm", "recorded", 12, SMALL_CENTRED)

#: Column → name under which formulas know it ("YK": ý kiến).
NAMES = {
    "number": "YK_So",
    "locality": "YK_Thon",
    "source": "YK_Nguon",
    "field": "YK_LinhVuc",
    "kind": "YK_Loai",
    "outcome": "YK_KetQua",
    "standing": "YK_PhanLoai",
    "unit": "YK_DonVi",
    "deadline": "YK_ThoiHan",
    "progress": "YK_TinhTrang",
}


def write(workbook: Workbook, pen: Pen, heading: Heading, rows: Sequence[OpinionRow]) -> Table:
    """Every opinion with all its words; a text too long for one row of Excel goes on in the next. Its columns
    get their names."""
    from openpyxl.workbook.defined_name import DefinedName

    columns = tuple(
        replace(column, formula=_standing_formula()) if column.field == "standing" else column
        for column in (*_COLUMNS, *((_RECORDED,) if any(row.recorded for row in rows) else ()))
    )
    written = table(workbook, pen, NAME, _TITLE, heading, columns, rows, EMPTY)
    for field, name in NAMES.items():
        cells = f"'{NAME}'!{written.cells(field, spare=SPARE_ROWS)}"
        workbook.defined_names[name] = DefinedName(name, attr_text=cells)
    return written


def choices(written: Table, field: str, source: str) -> None:
    """Cells of a column are chosen from a list: a name, or words in quotation marks. Something else may be
    typed after a question, since no list knows every word."""
    from openpyxl.worksheet.datavalidation import DataValidation

    rule = DataValidation(
        type="list", formula1=source, allow_blank=True, showErrorMessage=True, errorStyle="warning"
    )
    rule.errorTitle, rule.error = (
        "Ngoài danh sách",
        "Giá trị này không có trong danh sách nên bảng không đếm.",
    )
    letter = written.letter(field)
    rule.add(f"{letter}{FIRST_ROW}:{letter}{written.last_row + SPARE_ROWS}")
    written.made.add_data_validation(rule)


def _standing_formula() -> str:
    """What an outcome comes to, as `standing_of` says it, so that a changed outcome or day changes it."""
    day = date(2000, 1, 1)
    outcome, deadline = (_letter(name) + "{row}" for name in ("outcome", "deadline"))
    always: dict[Standing, list[str]] = {}
    dated: dict[Standing, list[str]] = {}
    for one in Outcome:
        bare = standing_of(Opinion("", outcome=one))
        with_day = standing_of(Opinion("", outcome=one, deadline=day))
        said = f'{outcome}="{OUTCOME_LABELS[one]}"'
        if bare is with_day:
            always.setdefault(bare, []).append(said)
        else:
            always.setdefault(bare, []).append(f'AND({said},{deadline}="")')
            dated.setdefault(with_day, []).append(f'AND({said},{deadline}<>"")')
    formula = f'"{STANDING_LABELS[Standing.UNKNOWN]}"'
    for standing in reversed([one for one in Standing if one is not Standing.UNKNOWN]):
        conditions = ",".join([*always.get(standing, ()), *dated.get(standing, ())])
        formula = f'IF(OR({conditions}),"{STANDING_LABELS[standing]}",{formula})'
    return formula


def _letter(field: str) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(next(n for n, column in enumerate(_COLUMNS, 1) if column.field == field))


def outcome_choices() -> str:
    """The outcomes as a list of choices: words in one pair of quotation marks, commas between."""
    return '"{}"'.format(",".join((*OUTCOME_LABELS.values(), NO_OUTCOME)))
