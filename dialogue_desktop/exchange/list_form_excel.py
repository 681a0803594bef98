"""The Excel form of a list that goes out to be filled in, and the same form with rows to be mended (C3, C4,
C11)."""

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
from dialogue_desktop.exchange.list_columns import REASON_HEAD, Column, FormColumn
from dialogue_desktop.exchange.list_types import ListRow, problem_words
from dialogue_desktop.exchange.table_types import column_letters
from dialogue_desktop.exchange.table_xlsx import OWN_LISTS

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

HOW_TO_MEND = (
    "Cách sửa: sửa các ô tô màu theo lời ở cột “Cần sửa”, ghi lại tệp rồi nhập tệp này vào chương trình."
    " Các dòng khác đã được nhập, không có trong tệp này."
)
#: Two pages to be filled in; more rows can be added under them.
ROWS = 38
#: Rows to which the checks of the cells reach.
_LAST_CHECKED = 2_000
_REASON_WIDTH = 34.0
_EXTRA_WIDTH = 20.0
#: High enough to write in with a pen.
_EMPTY_ROW_POINTS = 24.0

INPUT = Look(locked=False)
INPUT_CENTRED = Look(align="center", locked=False)
#: Text cells keep the zero of a telephone; long texts would show as ###, so a long text is no text cell.
INPUT_TEXT = Look(align="center", number_format="@", locked=False)
INPUT_DATE = Look(align="center", number_format=DATE_FORMAT, locked=False)
BAD = Look(fill=BAD_FILL, locked=False)
_BAD_OF = {
    INPUT: BAD,
    INPUT_CENTRED: Look(align="center", fill=BAD_FILL, locked=False),
    INPUT_TEXT: Look(align="center", number_format="@", fill=BAD_FILL, locked=False),
    INPUT_DATE: Look(align="center", number_format=DATE_FORMAT, fill=BAD_FILL, locked=False),
}
_REASON = Look(colour="FF9B1C1C", locked=False)
_LINE = Look(size=12, bordered=False, vertical="center", wrap=False, locked=False)
_HINT = Look(italic=True, size=10, bordered=False, vertical="center")


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row filled in beforehand; `bad` are the cells to be mended, `reason` says why."""

    values: Mapping[Column, str | date]
    bad: frozenset[Column] = frozenset()
    reason: str = ""

    @classmethod
    def to_mend(
        cls,
        row: ListRow,
        values: Mapping[Column, str | date],
        names: Mapping[Column, str],
        into: Mapping[Column, Column],
    ) -> FormRow:
        """A row of a list with what is to be mended in it; `into` says where the words of columns stand that
        the form lacks."""
        bad = frozenset(into.get(p.column, p.column) for p in row.gravest if p.column is not None)
        return cls(values, bad, f"Dòng {row.number} của danh sách. {problem_words(row.gravest, names)}")


@dataclass(frozen=True, slots=True)
class ChoiceList:
    """What can be chosen in a column: its head and width on the sheet of choices, and what Excel says."""

    column: Column
    head: str
    values: tuple[str, ...]
    width: float
    title: str
    prompt: str


@dataclass(frozen=True, slots=True)
class DayCheck:
    """A column of days of the plan's year, and what Excel says of it; `error` ends with a question."""

    column: Column
    title: str
    prompt: str
    error: str


@dataclass(frozen=True, slots=True)
class FormKind:
    """What is the same in every form of one kind of list. `own` are its columns, `names` those of all.

    `how` says how to fill it in; `blank_place` stands under the heading where the form is not for one thôn.
    `looks` are of columns that are no plain text; `split` is the column after which the second half of the
    line under the heading begins; a row counts as filled in when one of `filled` holds something.
    """

    sheet: str
    title: str
    mending_title: str
    how: str
    blank_place: str
    own: tuple[FormColumn, ...]
    names: Mapping[Column, str]
    purpose: str
    right_line: str
    split: Column
    looks: Mapping[Column, Look]
    filled: tuple[Column, Column]
    lists_title: str


@dataclass(frozen=True, slots=True)
class Form:
    """One form: its words and rows. `lists` and `days` are checked while one types."""

    kind: FormKind
    title: str
    how: str
    left_line: str
    lists: tuple[ChoiceList, ...]
    days: tuple[DayCheck, ...] = ()
    filled: tuple[FormRow, ...] = ()


@dataclass(slots=True)
class _Layout:
    """The columns of one workbook, and what its validations refer to."""

    kind: FormKind
    columns: tuple[FormColumn, ...]
    first: int = 0
    lists: dict[Column, str] = field(default_factory=dict)

    @property
    def widths(self) -> list[float]:
        return [one.width for one in self.columns]

    def place_of(self, column: Column) -> int:
        """Counted from 1."""
        return next(n for n, one in enumerate(self.columns, 1) if one.column is column)

    def look_of(self, column: Column, *, bad: bool = False) -> Look:
        look = self.kind.looks.get(column, INPUT)
        return _BAD_OF[look] if bad else look


def empty_form(
    plan: Plan,
    kind: FormKind,
    lists: tuple[ChoiceList, ...],
    days: tuple[DayCheck, ...] = (),
    *,
    locality: Locality | None = None,
    rows: int = ROWS,
) -> bytes:
    """XLSX bytes of the form to be filled in, for one thôn or (None) for any."""
    where = f"{_capital(locality.kind)}: {locality.name}" if locality else kind.blank_place
    return _made(plan, Form(kind, kind.title, kind.how, where, lists, days), rows=rows)


def mending_form(
    plan: Plan,
    kind: FormKind,
    lists: tuple[ChoiceList, ...],
    days: tuple[DayCheck, ...] = (),
    *,
    filled: Sequence[FormRow],
) -> bytes:
    """XLSX bytes of the same form with rows to be mended. Columns that the form lacks stand behind its
    own."""
    form = Form(kind, kind.mending_title, HOW_TO_MEND, kind.blank_place, lists, days, tuple(filled))
    return _made(plan, form, mending=True, rows=len(filled))


def _made(plan: Plan, form: Form, *, mending: bool = False, rows: int) -> bytes:
    """XLSX bytes of the form with at least `rows` rows. `mending`: with the column of reasons, and columns
    behind its own that the form lacks and the filled rows have."""
    kind = form.kind
    columns = kind.own
    if mending:
        own = {one.column for one in kind.own}
        used = (c for row in form.filled for c in row.values if c not in own and c is not Column.REASON)
        columns = (
            *kind.own,
            *(FormColumn(column, kind.names[column], _EXTRA_WIDTH) for column in dict.fromkeys(used)),
            FormColumn(Column.REASON, REASON_HEAD, _REASON_WIDTH),
        )
    layout = _Layout(kind, columns)
    workbook = new_workbook(form.title.capitalize())
    pen = excel_style.pen(workbook, *_BAD_OF, *_BAD_OF.values(), _REASON, _LINE, _HINT)
    sheet: Worksheet = workbook.create_sheet(kind.sheet)
    _headings(sheet, pen, plan, layout, form)
    rows = max(rows, len(form.filled), 1)
    for index in range(rows):
        row = form.filled[index] if index < len(form.filled) else None
        _row(sheet, pen, layout, layout.first + index, row, index + 1)
    _lists(workbook, pen, layout, form)
    _checks(sheet, layout, form, plan)
    _beyond(sheet, layout, layout.first + rows - 1)
    _protect(sheet)
    sheet.freeze_panes = f"C{layout.first}"
    return finished(workbook, pen.values, growing=(kind.sheet,))


def _headings(sheet: Worksheet, pen: Pen, plan: Plan, layout: _Layout, form: Form) -> None:
    widths = layout.widths
    end = len(widths)
    heading = heading_of(plan)
    for column, width in enumerate(widths):
        sheet.column_dimensions[column_letters(column)].width = width
    pen.text(sheet, 1, 1, heading.issuer.upper(), ISSUER)
    middle = layout.place_of(form.kind.split)
    lines = (
        (2, 1, end, form.title, TITLE),
        (3, 1, end, heading.conference, SUBTITLE),
        (4, 1, middle, form.left_line, _LINE),
        (4, middle + 1, end, form.kind.right_line, _LINE),
        (5, 1, end, form.how, _HINT),
        (6, 1, end, form.kind.purpose, _HINT),
    )
    for row, first, last, text, look in lines:
        sheet.merge_cells(start_row=row, start_column=first, end_row=row, end_column=last)
        pen.text(sheet, row, first, text, look)
        tall = len(wrapped(text, sum(widths[first - 1 : last]), look.size)) if look.wrap else 1
        sheet.row_dimensions[row].height = row_height(tall) * look.size / SIZE + (6 if look is TITLE else 2)
    sheet.row_dimensions[1].height = 18
    heads = 7
    layout.first = heads + 1
    for column, one in enumerate(layout.columns, 1):
        pen.text(sheet, heads, column, one.head, HEAD)
    # Bold letters are a little wider than the measure knows.
    tall = max(len(wrapped(one.head, one.width * 0.9, SIZE)) for one in layout.columns)
    sheet.row_dimensions[heads].height = row_height(tall) + 4
    sheet.print_title_rows = f"{heads}:{heads}"
    print_setup(sheet)


def _row(sheet: Worksheet, pen: Pen, layout: _Layout, at: int, row: FormRow | None, number: int) -> None:
    lines = 1
    for column, one in enumerate(layout.columns, 1):
        look = layout.look_of(one.column, bad=row is not None and one.column in row.bad)
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


def _lists(workbook: Workbook, pen: Pen, layout: _Layout, form: Form) -> None:
    """The sheet with what can be chosen; in sight, so that it can be read and printed."""
    sheet: Worksheet = workbook.create_sheet(OWN_LISTS)
    pen.text(sheet, 1, 1, form.kind.lists_title, TITLE)
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(form.lists))
    for index, one in enumerate(form.lists):
        letter = column_letters(index)
        sheet.column_dimensions[letter].width = one.width
        pen.text(sheet, 3, index + 1, one.head, HEAD)
        centred = form.kind.looks.get(one.column) is INPUT_CENTRED
        for at, value in enumerate(one.values, start=4):
            pen.text(sheet, at, index + 1, value, CENTRED if centred else TEXT)
        if one.values:
            layout.lists[one.column] = f"'{OWN_LISTS}'!${letter}$4:${letter}${3 + len(one.values)}"
    print_setup(sheet)
    sheet.protection.sheet = True


def _checks(sheet: Worksheet, layout: _Layout, form: Form, plan: Plan) -> None:
    """What Excel itself checks while one types; a warning, never a wall: the program reads all of it."""
    from openpyxl.worksheet.datavalidation import DataValidation

    for one in form.lists:
        if one.column not in layout.lists:
            continue
        check = DataValidation(
            type="list",
            formula1=layout.lists[one.column],
            allow_blank=True,
            showErrorMessage=True,
            showInputMessage=True,
            errorStyle="warning",
            errorTitle=one.title,
            error=f"{one.prompt} Vẫn giữ chữ vừa gõ?",
            promptTitle=one.title,
            prompt=one.prompt,
        )
        check.add(_range(layout, one.column))
        sheet.add_data_validation(check)
    first, last = date(plan.year - 1, 1, 1), date(plan.year + 1, 12, 31)
    for day in form.days:
        check = DataValidation(
            type="date",
            operator="between",
            formula1=_serial(first),
            formula2=_serial(last),
            allow_blank=True,
            showErrorMessage=True,
            showInputMessage=True,
            errorStyle="warning",
            errorTitle=day.title,
            error=day.error,
            promptTitle=day.title,
            prompt=day.prompt,
        )
        check.add(_range(layout, day.column))
        sheet.add_data_validation(check)


def _range(layout: _Layout, column: Column) -> str:
    letter = column_letters(layout.place_of(column) - 1)
    return f"{letter}{layout.first}:{letter}{_LAST_CHECKED}"


def _serial(day: date) -> str:
    """Excel's number of a day; as a formula it means the same in every language of Excel."""
    return str((day - date(1899, 12, 30)).days)


def _beyond(sheet: Worksheet, layout: _Layout, last: int) -> None:
    """Rows behind the drawn ones can be filled in too, and get their lines once something stands in them."""
    from openpyxl.formatting.rule import FormulaRule
    from openpyxl.styles import Alignment, Border, Font, Protection, Side

    line = Side(style="thin", color="FF9AA5B1")
    end = column_letters(len(layout.columns) - 1)
    one, other = (column_letters(layout.place_of(column) - 1) for column in layout.kind.filled)
    rule = FormulaRule(  # type: ignore[no-untyped-call]
        formula=[f'${one}{last + 1}&${other}{last + 1}<>""'],
        border=Border(left=line, right=line, top=line, bottom=line),
    )
    sheet.conditional_formatting.add(f"A{last + 1}:{end}{_LAST_CHECKED}", rule)
    for index, column in enumerate(layout.columns):
        look = layout.look_of(column.column)
        whole = sheet.column_dimensions[column_letters(index)]
        whole.protection = Protection(locked=False)
        whole.number_format = look.number_format
        whole.font = Font(name=excel_style.FONT, size=look.size)
        whole.alignment = Alignment(horizontal=look.align, vertical="top", wrap_text=True)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _protect(sheet: Worksheet) -> None:
    """The heading is locked without a password; rows may be added, deleted, sorted and made wider."""
    protection = sheet.protection
    protection.sheet = True
    protection.formatCells = protection.formatColumns = protection.formatRows = False
    protection.insertRows = protection.deleteRows = protection.sort = protection.autoFilter = False
