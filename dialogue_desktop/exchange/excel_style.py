"""Looks of the workbooks' cells, made once and shared, and texts that can never become formulas."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from dialogue_desktop.domain.text_vi import clean
from dialogue_desktop.exchange.excel_measure import MAX_CELL_LETTERS

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

FONT = "Times New Roman"
SIZE = 11
DATE_FORMAT = "dd/mm/yyyy"
COUNT_FORMAT = '#,##0;-#,##0;"–"'
MONEY_FORMAT = "#,##0"
SHARE_FORMAT = '0.0%;-0.0%;"–"'
TIME_FORMAT = '[h]:mm:ss;-[h]:mm:ss;"–"'

_INK = "FF1F2933"
_QUIET = "FF5B6770"
_LINE = "FF9AA5B1"
_HEAD_FILL = "FFDCE6F1"
_TOTAL_FILL = "FFF2F5F9"

#: Excel reads "_x0041_" in a text as the letter A; the underline itself is written as "_x005F_".
_ESCAPE_LIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
#: Excel knows no day before.
_FIRST_YEAR = 1900


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks; two cells with the same look share one style."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    size: float = SIZE
    align: str = "left"
    vertical: str = "top"
    wrap: bool = True
    indent: int = 0
    bordered: bool = True
    fill: str | None = None
    pattern: Literal["solid", "lightUp"] = "solid"
    colour: str = _INK
    number_format: str = "General"
    locked: bool = True  # counts on protected sheets only


TITLE = Look(bold=True, size=14, align="center", vertical="center", bordered=False)
SUBTITLE = Look(size=12, align="center", bordered=False)
ISSUER = Look(bold=True, size=12, bordered=False, wrap=False)
HEADING = Look(bold=True, size=12, bordered=False, wrap=False, vertical="center")
HEAD = Look(bold=True, align="center", vertical="center", fill=_HEAD_FILL)
TEXT = Look()
STRONG = Look(bold=True)
CENTRED = Look(align="center")
CONTINUED = Look(align="center", italic=True, size=9, colour=_QUIET)
CONTINUED_TEXT = Look(italic=True, size=9, colour=_QUIET)
DATE = Look(align="center", number_format=DATE_FORMAT)
LABEL = Look(vertical="center", indent=1)
COUNT = Look(align="center", vertical="center", number_format=COUNT_FORMAT)
SHARE = Look(align="center", vertical="center", number_format=SHARE_FORMAT)
DAY = Look(align="center", vertical="center", number_format=DATE_FORMAT)
TOTAL_LABEL = Look(bold=True, vertical="center", indent=1, fill=_TOTAL_FILL)
TOTAL = Look(bold=True, align="center", vertical="center", fill=_TOTAL_FILL, number_format=COUNT_FORMAT)
TOTAL_SHARE = Look(bold=True, align="center", vertical="center", fill=_TOTAL_FILL, number_format=SHARE_FORMAT)
MONEY = Look(align="right", number_format=MONEY_FORMAT)
QUANTITY = Look(align="right", number_format="General")
TOTAL_MONEY = Look(bold=True, align="right", vertical="center", fill=_TOTAL_FILL, number_format=MONEY_FORMAT)
NOTE = Look(italic=True, size=10, bordered=False, colour=_QUIET)
# Long tables: what stands beside the texts is a little smaller, so that the texts have the room.
SMALL = Look(size=10)
SMALL_CENTRED = Look(size=10, align="center")
SMALL_DATE = Look(size=10, align="center", number_format=DATE_FORMAT)
TIME = Look(align="center", vertical="center", number_format=TIME_FORMAT)
TOTAL_TIME = Look(bold=True, align="center", vertical="center", fill=_TOTAL_FILL, number_format=TIME_FORMAT)
# Steps of the line of days: greys and a hatch that a black and white print tells apart.
STEP_HEAD = Look(bold=True, size=9, align="center", vertical="center", wrap=False, fill=_HEAD_FILL)
STEP = Look(size=9, align="center", vertical="center", wrap=False)
STEP_WEEKEND = replace(STEP, fill="FFE0E0E0")
STEP_HOLIDAY = replace(STEP, fill="FF606060", pattern="lightUp")
STEP_CONFERENCE = replace(STEP, fill="FF8C8C8C")
STEP_DUE = replace(STEP, bold=True, fill="FF000000")
STEP_NAMED = replace(STEP, bold=True, fill="FFBFBFBF")
BAD_FILL = "FFFBD5D5"

_ALL = (
    TITLE, SUBTITLE, ISSUER, HEADING, HEAD, TEXT, STRONG, CENTRED, CONTINUED, CONTINUED_TEXT, DATE,
    LABEL, COUNT, SHARE, DAY, TOTAL_LABEL, TOTAL, TOTAL_SHARE, MONEY, QUANTITY, TOTAL_MONEY, NOTE,
    SMALL, SMALL_CENTRED, SMALL_DATE, TIME, TOTAL_TIME,
    STEP_HEAD, STEP, STEP_WEEKEND, STEP_HOLIDAY, STEP_CONFERENCE, STEP_DUE, STEP_NAMED,
)  # fmt: skip


@dataclass(slots=True)
class LongTable:
    """Rows of a sheet as the file holds them, below those that were written cell by cell."""

    columns: int
    last_row: int
    rows: list[bytes]


@dataclass(slots=True)
class Pen:
    """Writes cells. `removed` counts the characters that no cell can hold; `values` are what the formulas
    give, by sheet and cell, for programs that show a workbook without counting; `long` are the tables that
    `excel_finish` puts into their sheets, by sheet."""

    styles: Mapping[Look, Any]
    ids: Mapping[Look, int]
    removed: int = 0
    values: dict[tuple[str, str], float | str] = field(default_factory=dict)
    long: dict[str, LongTable] = field(default_factory=dict)

    def written(self, value: str) -> str:
        """The text as a cell holds it."""
        cleaned = clean(value)
        self.removed += len(cleaned.removed)
        text = cleaned.text
        return (_ESCAPE_LIKE.sub("_x005F_", text) if "_x" in text else text)[:MAX_CELL_LETTERS]

    def text(self, sheet: Worksheet, row: int, column: int, value: str, look: Look = TEXT) -> None:
        """A text cell, whatever the text begins with."""
        written = self.written(value)
        cell = sheet.cell(row, column)
        cell.value = written
        if written:
            cell.data_type = "s"
        cell._style = self.styles[look]  # type: ignore[union-attr]

    def number(
        self, sheet: Worksheet, row: int, column: int, value: float | None, look: Look = COUNT
    ) -> None:
        cell = sheet.cell(row, column)
        cell.value = value
        cell._style = self.styles[look]  # type: ignore[union-attr]

    def day(self, sheet: Worksheet, row: int, column: int, value: date | None, look: Look = DATE) -> None:
        if value is not None and value.year < _FIRST_YEAR:
            self.text(sheet, row, column, f"{value.day:02d}/{value.month:02d}/{value.year}", look)
            return
        cell = sheet.cell(row, column)
        cell.value = value
        cell._style = self.styles[look]  # type: ignore[union-attr]

    def formula(
        self, sheet: Worksheet, row: int, column: int, formula: str, value: float | str, look: Look = COUNT
    ) -> None:
        """A formula of our own, never made of what people typed, and what it gives now."""
        cell = sheet.cell(row, column)
        cell.value = f"={formula}"
        cell._style = self.styles[look]  # type: ignore[union-attr]
        self.values[(sheet.title, cell.coordinate)] = value

    def count(self, sheet: Worksheet, row: int, column: int, formula: str | None, value: int) -> None:
        """A count by formula where there is one."""
        if formula is None:
            self.number(sheet, row, column, value)
        else:
            self.formula(sheet, row, column, formula, value)


def pen(workbook: Workbook, *more: Look) -> Pen:
    """A pen for a new workbook; its standard font becomes Times New Roman, which column widths count in.
    `more` are looks of this workbook alone."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

    normal = workbook._named_styles["Normal"]  # type: ignore[attr-defined]
    normal.font = Font(name=FONT, size=SIZE)
    workbook._fonts[0] = normal.font  # type: ignore[attr-defined]
    scratch = workbook.create_sheet("scratch")
    line = Side(style="thin", color=_LINE)
    box = Border(left=line, right=line, top=line, bottom=line)
    styles: dict[Look, Any] = {}
    ids: dict[Look, int] = {}
    for index, look in enumerate((*_ALL, *more), 1):
        cell = scratch.cell(index, 1)
        cell.font = Font(
            name=FONT, size=look.size, bold=look.bold, italic=look.italic, color=look.colour,
            underline="single" if look.underline else None,
        )  # fmt: skip
        cell.alignment = Alignment(
            horizontal=look.align, vertical=look.vertical, wrap_text=look.wrap, indent=look.indent
        )
        if look.bordered:
            cell.border = box
        if look.fill:
            cell.fill = PatternFill(look.pattern, fgColor=look.fill)
        cell.number_format = look.number_format
        if not look.locked:
            cell.protection = Protection(locked=False)
        styles[look] = copy(cell._style)
        ids[look] = cell.style_id
    workbook.remove(scratch)
    return Pen(styles, ids)
