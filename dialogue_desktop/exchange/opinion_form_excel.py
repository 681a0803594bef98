"""The Excel form that a thôn fills in with the opinions of its people, and the same form with rows to mend
(C3, C4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from dialogue_desktop.domain.plan import Locality, Plan
from dialogue_desktop.exchange import excel_style
from dialogue_desktop.exchange.excel_finish import finished
from dialogue_desktop.exchange.excel_measure import row_height, wrapped
from dialogue_desktop.exchange.excel_page import print_setup
from dialogue_desktop.exchange.excel_plan import heading_of, new_workbook
from dialogue_desktop.exchange.excel_style import (
    BAD_FILL,
    CENTRED,
    DATE_FORMAT,
    HEAD,
    ISSUER,
    SIZE,
    SUBTITLE,
    TEXT,
    TITLE,
    Look,
    Pen,
)
from dialogue_desktop.exchange.opinion_columns import COLUMN_NAMES, FORM, REASON_HEAD, Column, FormColumn
from dialogue_desktop.exchange.opinion_rows_types import SpeakingForm
from dialogue_desktop.exchange.table_types import column_letters
from dialogue_desktop.exchange.table_xlsx import OWN_LISTS

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

NAME = "Ý kiến"
TITLE_TEXT = "DANH SÁCH Ý KIẾN, KIẾN NGHỊ CỦA NHÂN DÂN"
MENDING_TITLE = "CÁC DÒNG CẦN SỬA TRONG DANH SÁCH Ý KIẾN"
HOW = (
    "Cách ghi: mỗi dòng một ý kiến; một người có nhiều ý kiến thì ghi nhiều dòng; nhiều người chung một ý"
    " kiến thì"
    " ghi các tên trong một ô. Ngày ghi theo ngày/tháng/năm. Không đổi tên cột."
)
HOW_TO_MEND = (
    "Cách sửa: sửa các ô tô màu theo lời ở cột “Cần sửa”, ghi lại tệp rồi nhập tệp này vào chương trình."
    " Các dòng"
    " khác đã được nhập, không có trong tệp này."
)
PURPOSE = (
    "Thông tin cá nhân trên danh sách chỉ dùng để chuẩn bị, trả lời và theo dõi ý kiến tại hội nghị; họ"
    " tên chỉ được"
    " công khai khi người có ý kiến đồng ý. Không ghi số căn cước, ngày sinh."
)
#: Two pages to be filled in; more rows can be added under them.
ROWS = 38
#: Rows to which the checks of the cells reach.
_LAST_CHECKED = 2_000
_HEAD_ROW = 7
_FIRST_ROW = _HEAD_ROW + 1
_REASON_WIDTH = 34.0
_EXTRA_WIDTH = 20.0
#: High enough to write in with a pen.
_EMPTY_ROW_POINTS = 24.0

_INPUT = Look(locked=False)
_INPUT_CENTRED = Look(align="center", locked=False)
#: Text cells keep the zero of a telephone; long texts would show as ###, so the opinion is no text cell.
_INPUT_TEXT = Look(align="center", number_format="@", locked=False)
_INPUT_DATE = Look(align="center", number_format=DATE_FORMAT, locked=False)
_BAD = Look(fill=BAD_FILL, locked=False)
_BAD_CENTRED = Look(align="center", fill=BAD_FILL, locked=False)
_BAD_TEXT = Look(align="center", number_format="@", fill=BAD_FILL, locked=False)
_BAD_DATE = Look(align="center", number_format=DATE_FORMAT, fill=BAD_FILL, locked=False)
_REASON = Look(colour="FF9B1C1C", locked=False)
_LINE = Look(size=12, bordered=False, vertical="center", wrap=False, locked=False)
_HINT = Look(italic=True, size=10, bordered=False, vertical="center")
_LOOKS = {
    Column.NUMBER: (_INPUT_CENTRED, _BAD_CENTRED),
    Column.PHONE: (_INPUT_TEXT, _BAD_TEXT),
    Column.SLIP: (_INPUT_TEXT, _BAD_TEXT),
    Column.CONSENT: (_INPUT_CENTRED, _BAD_CENTRED),
    Column.RECEIVED: (_INPUT_DATE, _BAD_DATE),
}


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row filled in beforehand; `bad` are the cells to be mended, `reason` says why."""

    values: Mapping[Column, str | date]
    bad: frozenset[Column] = frozenset()
    reason: str = ""


@dataclass(slots=True)
class _Layout:
    """The columns of one workbook, and what its validations refer to."""

    columns: tuple[FormColumn, ...]
    lists: dict[Column, str] = field(default_factory=dict)

    @property
    def widths(self) -> list[float]:
        return [one.width for one in self.columns]

    def place_of(self, column: Column) -> int:
        """Counted from 1."""
        return next(n for n, one in enumerate(self.columns, 1) if one.column is column)


def build(plan: Plan, fields: Sequence[str], locality: Locality | None = None, rows: int = ROWS) -> bytes:
    """XLSX bytes of the empty form, for one thôn or (None) for any."""
    return _made(plan, fields, _Layout(FORM), TITLE_TEXT, HOW, locality, (), rows)


def build_mending(plan: Plan, fields: Sequence[str], rows: Sequence[FormRow]) -> bytes:
    """XLSX bytes of the same form with rows to be mended. Columns that the form lacks stand behind its
    own."""
    own = {one.column for one in FORM}
    more = dict.fromkeys(c for row in rows for c in row.values if c not in own and c is not Column.REASON)
    columns = (
        *FORM,
        *(FormColumn(column, COLUMN_NAMES[column], _EXTRA_WIDTH) for column in more),
        FormColumn(Column.REASON, REASON_HEAD, _REASON_WIDTH),
    )
    return _made(plan, fields, _Layout(columns), MENDING_TITLE, HOW_TO_MEND, None, rows, len(rows))


def _made(
    plan: Plan,
    fields: Sequence[str],
    layout: _Layout,
    title: str,
    how: str,
    locality: Locality | None,
    filled: Sequence[FormRow],
    rows: int,
) -> bytes:
    workbook = new_workbook(title.capitalize())
    looks = (look for pair in _LOOKS.values() for look in pair)
    pen = excel_style.pen(workbook, _INPUT, _BAD, _REASON, _LINE, _HINT, *looks)
    sheet: Worksheet = workbook.create_sheet(NAME)
    _headings(sheet, pen, plan, layout, title, how, locality)
    for at in range(_FIRST_ROW, _FIRST_ROW + max(rows, 1)):
        index = at - _FIRST_ROW
        _row(sheet, pen, layout, at, filled[index] if index < len(filled) else None, index + 1)
    last = _FIRST_ROW + max(rows, 1) - 1
    _lists(workbook, pen, layout, plan.localities, fields)
    _checks(sheet, layout, plan)
    _beyond(sheet, layout, last)
    _protect(sheet)
    sheet.freeze_panes = f"C{_FIRST_ROW}"
    return finished(workbook, pen.values, growing=(NAME,))


def _headings(
    sheet: Worksheet, pen: Pen, plan: Plan, layout: _Layout, title: str, how: str, locality: Locality | None
) -> None:
    widths = layout.widths
    end = len(widths)
    heading = heading_of(plan)
    for column, width in enumerate(widths):
        sheet.column_dimensions[column_letters(column)].width = width
    pen.text(sheet, 1, 1, heading.issuer.upper(), ISSUER)
    where = f"{_capital(locality.kind)}: {locality.name}" if locality else "Thôn, tổ dân phố: ……………………………"
    middle = layout.place_of(Column.FIELD)
    lines = (
        (2, 1, end, title, TITLE),
        (3, 1, end, heading.conference, SUBTITLE),
        (4, 1, middle, where, _LINE),
        (4, middle + 1, end, "Người tổng hợp: …………………………………  Điện thoại: ………………………", _LINE),
        (5, 1, end, how, _HINT),
        (6, 1, end, PURPOSE, _HINT),
    )
    for row, first, last, text, look in lines:
        sheet.merge_cells(start_row=row, start_column=first, end_row=row, end_column=last)
        pen.text(sheet, row, first, text, look)
        tall = len(wrapped(text, sum(widths[first - 1 : last]), look.size)) if look.wrap else 1
        sheet.row_dimensions[row].height = row_height(tall) * look.size / SIZE + (6 if look is TITLE else 2)
    sheet.row_dimensions[1].height = 18
    for column, one in enumerate(layout.columns, 1):
        pen.text(sheet, _HEAD_ROW, column, one.head, HEAD)
    # Bold letters are a little wider than the measure knows.
    tall = max(len(wrapped(one.head, one.width * 0.9, SIZE)) for one in layout.columns)
    sheet.row_dimensions[_HEAD_ROW].height = row_height(tall) + 4
    sheet.print_title_rows = f"{_HEAD_ROW}:{_HEAD_ROW}"
    print_setup(sheet)


def _row(sheet: Worksheet, pen: Pen, layout: _Layout, at: int, row: FormRow | None, number: int) -> None:
    lines = 1
    for column, one in enumerate(layout.columns, 1):
        good, bad = _LOOKS.get(one.column, (_INPUT, _BAD))
        look = bad if row is not None and one.column in row.bad else good
        value: str | date = row.values.get(one.column, "") if row is not None else ""
        if one.column is Column.REASON:
            value, look = (row.reason if row is not None else ""), _REASON
        if one.column is Column.NUMBER and not value:
            pen.number(sheet, at, column, number, look)
        elif isinstance(value, date):
            pen.day(sheet, at, column, value, look)
        else:
            pen.text(sheet, at, column, value, look)
            lines = max(lines, len(wrapped(value, one.width, SIZE)))
    sheet.row_dimensions[at].height = _EMPTY_ROW_POINTS if row is None else row_height(lines) + 4


def _lists(
    workbook: Workbook, pen: Pen, layout: _Layout, localities: Sequence[Locality], fields: Sequence[str]
) -> None:
    """The sheet with what can be chosen; in sight, so that it can be read and printed."""
    sheet: Worksheet = workbook.create_sheet(OWN_LISTS)
    columns = (
        (Column.PLACE, "Thôn", tuple(one.label for one in localities), 26.0),
        (Column.FIELD, "Lĩnh vực", tuple(fields), 34.0),
        (Column.FORM, "Hình thức", tuple(form.value for form in SpeakingForm), 28.0),
        (Column.CONSENT, "Công khai họ tên", ("Có", "Không"), 18.0),
    )
    pen.text(sheet, 1, 1, "Các mục chọn sẵn trong danh sách ý kiến", TITLE)
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(columns))
    for index, (column, head, values, width) in enumerate(columns):
        letter = column_letters(index)
        sheet.column_dimensions[letter].width = width
        pen.text(sheet, 3, index + 1, head, HEAD)
        for at, value in enumerate(values, start=4):
            pen.text(sheet, at, index + 1, value, CENTRED if column is Column.CONSENT else TEXT)
        if values:
            layout.lists[column] = f"'{OWN_LISTS}'!${letter}$4:${letter}${3 + len(values)}"
    print_setup(sheet)
    sheet.protection.sheet = True


def _checks(sheet: Worksheet, layout: _Layout, plan: Plan) -> None:
    """What Excel itself checks while one types; a warning, never a wall: the program reads all of it."""
    from openpyxl.worksheet.datavalidation import DataValidation

    words = {
        Column.PLACE: (
            "Thôn",
            "Chọn thôn trong danh sách; có thể ghi thêm xóm ở trước, ví dụ: xóm Đình, thôn Phú Ấp.",
        ),
        Column.FIELD: ("Lĩnh vực", "Chọn trong danh sách. Không có lĩnh vực phù hợp thì chọn Khác."),
        Column.FORM: ("Hình thức", "Chọn một trong ba hình thức."),
        Column.CONSENT: (
            "Công khai họ tên",
            "Có: được nêu tên trong bản niêm yết. Không: chỉ nêu “một công dân”.",
        ),
    }
    for column, formula in layout.lists.items():
        title, text = words[column]
        check = DataValidation(
            type="list",
            formula1=formula,
            allow_blank=True,
            showErrorMessage=True,
            showInputMessage=True,
            errorStyle="warning",
            errorTitle=title,
            error=f"{text} Vẫn giữ chữ vừa gõ?",
            promptTitle=title,
            prompt=text,
        )
        check.add(_range(layout, column))
        sheet.add_data_validation(check)
    first, last = date(plan.year - 1, 1, 1), date(plan.year + 1, 12, 31)
    check = DataValidation(
        type="date",
        operator="between",
        formula1=_serial(first),
        formula2=_serial(last),
        allow_blank=True,
        showErrorMessage=True,
        showInputMessage=True,
        errorStyle="warning",
        errorTitle="Ngày nhận",
        error=f"Ngày ghi theo ngày/tháng/năm, ví dụ 05/9/{plan.year}. Vẫn giữ chữ vừa gõ?",
        promptTitle="Ngày nhận",
        prompt="Ngày nhận phiếu hoặc ghi ý kiến, theo ngày/tháng/năm.",
    )
    check.add(_range(layout, Column.RECEIVED))
    sheet.add_data_validation(check)


def _range(layout: _Layout, column: Column) -> str:
    letter = column_letters(layout.place_of(column) - 1)
    return f"{letter}{_FIRST_ROW}:{letter}{_LAST_CHECKED}"


def _serial(day: date) -> str:
    """Excel's number of a day; as a formula it means the same in every language of Excel."""
    return str((day - date(1899, 12, 30)).days)


def _beyond(sheet: Worksheet, layout: _Layout, last: int) -> None:
    """Rows behind the drawn ones can be filled in too, and get their lines once something stands in them."""
    from openpyxl.formatting.rule import FormulaRule
    from openpyxl.styles import Alignment, Border, Font, Protection, Side

    line = Side(style="thin", color="FF9AA5B1")
    end = column_letters(len(layout.columns) - 1)
    text = column_letters(layout.place_of(Column.TEXT) - 1)
    name = column_letters(layout.place_of(Column.NAME) - 1)
    rule = FormulaRule(  # type: ignore[no-untyped-call]
        formula=[f'${name}{last + 1}&${text}{last + 1}<>""'],
        border=Border(left=line, right=line, top=line, bottom=line),
    )
    sheet.conditional_formatting.add(f"A{last + 1}:{end}{_LAST_CHECKED}", rule)
    for index, one in enumerate(layout.columns):
        look = _LOOKS.get(one.column, (_INPUT, _BAD))[0]
        whole = sheet.column_dimensions[column_letters(index)]
        whole.protection = Protection(locked=False)
        whole.number_format = look.number_format
        whole.font = Font(name=excel_style.FONT, size=look.size)
        whole.alignment = Alignment(horizontal=look.align, vertical="top", wrap_text=True)


def _protect(sheet: Worksheet) -> None:
    """The heading is locked without a password; rows may be added, deleted, sorted and made wider."""
    protection = sheet.protection
    protection.sheet = True
    protection.formatCells = protection.formatColumns = protection.formatRows = False
    protection.insertRows = protection.deleteRows = protection.sort = protection.autoFilter = False


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
