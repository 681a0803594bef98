"""Small tables one under the other on one sheet, all on the same columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dialogue_desktop.exchange.excel_measure import line_count, row_height
from dialogue_desktop.exchange.excel_page import page_points, points_above
from dialogue_desktop.exchange.excel_style import COUNT, DAY, HEAD, HEADING, LABEL, SIZE, Look, Pen

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_LOWEST_ROW = 20.0
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Formula:
    """A cell that counts, and what it gives now."""

    text: str
    value: float | str
    look: Look = COUNT


Cell = str | int | float | date | timedelta | Formula | None


class Blocks:
    """`at` is the row that is written next; `first` and `last` are those of the table being written."""

    def __init__(self, made: Worksheet, pen: Pen, widths: Sequence[float], at: int) -> None:
        self.made, self.pen, self.widths = made, pen, widths
        self.at = self.first = at
        self._page = 1
        self._room = page_points(widths)

    @property
    def last(self) -> int:
        """The row written last."""
        return self.at - 1

    def begin(self, title: str, heads: Sequence[str], rows: int) -> None:
        """Title and heads of the next table of so many rows, on a new page where it would be cut."""
        from openpyxl.worksheet.pagebreak import Break

        wanted = (rows + 3) * _LOWEST_ROW + 20
        used = points_above(self.made, self.at, self._page)
        if self._page < self.at and used + wanted > self._room and wanted < self._room:
            self.made.row_breaks.append(Break(id=self.at - 1))
            self._page = self.at
        self.pen.text(self.made, self.at, 1, title, HEADING)
        self.made.row_dimensions[self.at].height = 22
        self.at += 1
        for column, text in enumerate(heads, 1):
            self.pen.text(self.made, self.at, column, text, HEAD)
        pairs = zip(heads, self.widths, strict=False)
        # Bold letters are a little wider than the measure knows.
        lines = max(line_count(text, width * 0.92, SIZE) for text, width in pairs)
        self.made.row_dimensions[self.at].height = row_height(lines) + 4
        self.at += 1
        self.first = self.at

    def row(self, cells: Sequence[Cell], looks: Sequence[Look] = ()) -> None:
        """One row; where `looks` is shorter, the kind of a value decides how it looks."""
        lines = 1
        for column, cell in enumerate(cells, 1):
            look = looks[column - 1] if column <= len(looks) else None
            self._put(column, cell, look)
            if isinstance(cell, str):
                lines = max(lines, line_count(cell, (self.widths[column - 1] - 2), SIZE))
        self.made.row_dimensions[self.at].height = max(row_height(lines), _LOWEST_ROW)
        self.at += 1

    def end(self) -> None:
        """Room before the next table."""
        self.at += 1

    def _put(self, column: int, cell: Cell, look: Look | None) -> None:
        pen, made, at = self.pen, self.made, self.at
        if isinstance(cell, Formula):
            pen.formula(made, at, column, cell.text, cell.value, look or cell.look)
        elif isinstance(cell, str):
            pen.text(made, at, column, cell, look or LABEL)
        elif isinstance(cell, date):
            pen.day(made, at, column, cell, look or DAY)
        elif isinstance(cell, timedelta):
            pen.number(made, at, column, cell / _DAY, look or COUNT)
        else:
            pen.number(made, at, column, cell, look or COUNT)
