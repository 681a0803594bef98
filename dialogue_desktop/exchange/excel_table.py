"""A sheet with one long table: filtered, printed with its head on each page, no word of it left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from dialogue_desktop.exchange.excel_lines import CellWriter, Value, row_xml
from dialogue_desktop.exchange.excel_measure import (
    MAX_CELL_LETTERS,
    divided,
    line_count,
    row_height,
)
from dialogue_desktop.exchange.excel_page import FIRST_ROW, HEAD_ROW, Heading, column_heads, sheet
from dialogue_desktop.exchange.excel_style import (
    CONTINUED,
    CONTINUED_TEXT,
    TEXT,
    TOTAL_LABEL,
    LongTable,
    Look,
    Pen,
)

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

CONTINUES = "(tiếp)"
_MOST_KNOWN = 2_000
#: A row of more lines would not be printed with others on one page; it goes on in rows that are.
_HIGHEST, _PIECE = 20, 13


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """`field` is that of the row objects. `repeated` columns stand again where a long text goes on in the
    next row, so that a filter keeps its rows together. `formula` gives the cell instead, "{row}" in it is its
    own row; the field is then what it gives now."""

    head: str
    field: str
    width: float
    look: Look = TEXT
    repeated: bool = False
    formula: str = ""


class Fixed(str):
    """A text that stands in a column of formulas as it is."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table that was written; its rows are FIRST_ROW to `last_row`."""

    made: Worksheet
    columns: Sequence[SheetColumn]
    last_row: int

    def letter(self, field: str) -> str:
        """KeyError for a field that has no column."""
        from openpyxl.utils import get_column_letter

        for index, column in enumerate(self.columns, 1):
            if column.field == field:
                return get_column_letter(index)
        raise KeyError(field)

    def cells(self, field: str, *, spare: int = 0) -> str:
        """ "$E$6:$E$40", with so many rows below for what is added by hand."""
        letter = self.letter(field)
        return f"${letter}${FIRST_ROW}:${letter}${self.last_row + spare}"

    def rows(self) -> str:
        """ "A6:P40"."""
        from openpyxl.utils import get_column_letter

        return f"A{FIRST_ROW}:{get_column_letter(len(self.columns))}{self.last_row}"


def table(
    workbook: Workbook, pen: Pen, name: str, title: str, heading: Heading, columns: Sequence[SheetColumn],
    rows: Sequence[object], empty: str, totals: Mapping[str, tuple[Value, Look]] = MappingProxyType({}),
) -> Table:  # fmt: skip
    """A sheet with these columns and rows; `empty` is said where there is no row. `totals` are the fields
    that are summed in a last row, over what a filter leaves, with what they give now and how it looks."""
    widths = [column.width for column in columns]
    made = sheet(workbook, pen, name, title, heading, widths)
    column_heads(made, pen, [column.head for column in columns], widths)
    writer = _Rows(pen, columns)
    for row in rows:
        writer.add([getattr(row, column.field) for column in columns])
    if not rows:
        writer.say(empty)
    last = writer.at - 1
    if totals and rows:
        writer.sum_up(totals)
    pen.long[made.title] = LongTable(len(columns), writer.at - 1, writer.rows)
    written = Table(made, columns, last)
    made.freeze_panes = f"C{FIRST_ROW}"
    made.auto_filter.ref = f"A{HEAD_ROW}:{written.rows().split(':')[1]}"
    return written


class _Rows:
    """The rows one after the other; `at` is the next one."""

    def __init__(self, pen: Pen, columns: Sequence[SheetColumn]) -> None:
        from openpyxl.utils import get_column_letter

        self.at = FIRST_ROW
        self.rows: list[bytes] = []
        self._columns = columns
        letters = [get_column_letter(index) for index in range(1, len(columns) + 1)]
        self._own = [CellWriter(pen, letter, c.look) for letter, c in zip(letters, columns, strict=True)]
        self._again = [
            CellWriter(pen, letter, CONTINUED_TEXT if c.look.number_format == "General" else c.look)
            for letter, c in zip(letters, columns, strict=True)
        ]
        self._lines: list[dict[str, int]] = [{} for _ in columns]
        self._mark = CellWriter(pen, letters[0], CONTINUED)
        self._pen, self._letters = pen, letters

    def add(self, values: Sequence[Value]) -> None:
        """One row, and those in which its longest texts go on."""
        tallest = 1
        whole = True
        for n, value in enumerate(values):
            if isinstance(value, str) and value:
                lines = self._count(n, value)
                tallest = max(tallest, lines)
                whole = whole and lines <= _HIGHEST and len(value) <= MAX_CELL_LETTERS
        if whole:
            pieces: list[list[Value]] = [[value] for value in values]
            self._close(self._part(pieces, 0), tallest)
            return
        pieces = [
            [*divided(value, column.width, column.look.size, _PIECE)]
            if isinstance(value, str) and value
            else [value]
            for value, column in zip(values, self._columns, strict=True)
        ]
        for part in range(max(map(len, pieces))):
            self._put(self._part(pieces, part), pieces, part)

    def say(self, words: str) -> None:
        """One row without values."""
        cells = [writer.cell(self.at, words if n == 1 else "") for n, writer in enumerate(self._own)]
        lines = line_count(words, self._columns[1].width, self._columns[1].look.size)
        self._close(cells, lines)

    def sum_up(self, totals: Mapping[str, tuple[Value, Look]]) -> None:
        """The last row: what its columns add up to."""
        cells: list[str] = []
        for n, (letter, column) in enumerate(zip(self._letters, self._columns, strict=True)):
            if column.field in totals:
                value, look = totals[column.field]
                formula = f"SUBTOTAL(109,{letter}{FIRST_ROW}:{letter}{self.at - 1})"
                cells.append(CellWriter(self._pen, letter, look).formula(self.at, formula, value))
            else:
                words = "Cộng" if n == 1 else ""
                cells.append(CellWriter(self._pen, letter, TOTAL_LABEL).cell(self.at, words))
        self._close(cells, 1)

    def _part(self, pieces: Sequence[Sequence[Value]], part: int) -> Iterable[str]:
        for n, (column, own) in enumerate(zip(self._columns, pieces, strict=True)):
            if part == 0 and column.formula and not isinstance(own[0], Fixed):
                yield self._own[n].formula(self.at, column.formula.format(row=self.at), own[0])
            elif part < len(own):
                yield self._own[n].cell(self.at, own[part])
            elif n == 0:
                yield self._mark.cell(self.at, CONTINUES)
            elif column.repeated:
                yield self._again[n].cell(self.at, own[0])
            else:
                yield self._own[n].cell(self.at, None)

    def _count(self, n: int, value: str) -> int:
        """Lines of a text in a column; words that come again are measured once."""
        known = self._lines[n]
        lines = known.get(value)
        if lines is None:
            column = self._columns[n]
            lines = line_count(value, column.width, column.look.size)
            if len(known) < _MOST_KNOWN:
                known[value] = lines
        return lines

    def _put(self, cells: Iterable[str], pieces: Sequence[Sequence[Value]], part: int) -> None:
        lines = 1
        for column, own in zip(self._columns, pieces, strict=True):
            value = own[part] if part < len(own) else own[0] if column.repeated else None
            if isinstance(value, str) and value:
                lines = max(lines, line_count(value, column.width, column.look.size))
        self._close(cells, lines)

    def _close(self, cells: Iterable[str], lines: int) -> None:
        self.rows.append(row_xml(self.at, row_height(lines), "".join(cells)))
        self.at += 1
