"""Cross tables of the opinions: counted by formulas that follow when a cell of the list is changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialogue_desktop.exchange.excel_measure import row_height, wrapped
from dialogue_desktop.exchange.excel_opinions import NAMES
from dialogue_desktop.exchange.excel_page import (
    FIRST_ROW,
    HEAD_ROW,
    Heading,
    column_heads,
    page_points,
    points_above,
    sheet,
)
from dialogue_desktop.exchange.excel_rows import OpinionRow
from dialogue_desktop.exchange.excel_style import (
    COUNT,
    LABEL,
    NOTE,
    SHARE,
    SIZE,
    TOTAL,
    TOTAL_LABEL,
    TOTAL_SHARE,
    Pen,
)

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_LONGEST_CRITERION = 200


@dataclass(frozen=True, slots=True)
class Group:
    """Columns that count the values of one field of OpinionRow."""

    field: str
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cross:
    """One cross table: `row_field` is one of OpinionRow, `blank` says the row of those without a value. The
    sum stands behind `first`; `second` tells the same opinions apart in another way."""

    name: str
    title: str
    row_head: str
    row_field: str
    rows: tuple[str, ...]
    first: Group
    second: Group
    blank: str = ""

    @property
    def shown(self) -> tuple[str, ...]:
        """The rows as they are written."""
        return tuple(value or self.blank for value in self.rows)


@dataclass(frozen=True, slots=True)
class Counted:
    """A cross table that was written: where its figures are, and what they are now."""

    made: Worksheet
    cross: Cross
    widths: Sequence[float]
    total_row: int
    sum_column: int
    second_column: int
    sums: tuple[int, ...]
    second: tuple[tuple[int, ...], ...]  # by label of the second group, then by row


def folded(value: str) -> str:
    """As Excel compares: capitals do not count."""
    return value.strip().casefold()


def criterion(cell: str, value: str) -> str | None:
    """What COUNTIFS compares with; None where its wildcards or its length would count wrongly. An empty value
    is compared with empty cells."""
    if not value:
        return '"="'
    if len(value) > _LONGEST_CRITERION or any(mark in value for mark in "*?~"):
        return None
    return f'"="&{cell}'


def count_formula(conditions: Sequence[tuple[str, str, str]]) -> str | None:
    """COUNTIFS over the list of opinions; conditions are (field, cell with the value, value). None where a
    value cannot be a criterion, so that the count must be written as a number."""
    parts = [f'{NAMES["number"]},">0"']
    for field, cell, wanted in conditions:
        said = criterion(cell, wanted)
        if said is None:
            return None
        parts.append(f"{NAMES[field]},{said}")
    return f"COUNTIFS({','.join(parts)})"


class Folded:
    """The opinions' values, field by field, as they are compared; each field is folded once."""

    def __init__(self, opinions: Sequence[OpinionRow]) -> None:
        self._opinions = opinions
        self._of: dict[str, list[str]] = {}

    def __len__(self) -> int:
        return len(self._opinions)

    def of(self, field: str) -> list[str]:
        if field not in self._of:
            known: dict[str, str] = {}
            values = (getattr(one, field) for one in self._opinions)
            self._of[field] = [known.get(v) or known.setdefault(v, folded(v)) for v in values]
        return self._of[field]


def write(workbook: Workbook, pen: Pen, heading: Heading, opinions: Folded, cross: Cross) -> Counted:
    """One sheet: rows × columns, totals both ways, and each row's share."""
    widths = _widths(cross)
    made = sheet(workbook, pen, cross.name, cross.title, heading, widths)
    heads = ["STT", cross.row_head, *cross.first.labels, "Cộng", "Tỷ lệ", *cross.second.labels]
    column_heads(made, pen, heads, widths, repeated=False)
    made.freeze_panes = f"C{FIRST_ROW}"
    counted = _Sheet(made, pen, opinions, cross, widths).write()
    if points_above(made, counted.total_row + 1) > page_points(widths):
        # Else its head would stand again above a chart alone.
        made.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
    return counted


def _widths(cross: Cross) -> list[float]:
    narrow = 10.5 if len(cross.first.labels) + len(cross.second.labels) > 6 else 13
    return [5, 34, *[narrow] * len(cross.first.labels), 8.5, 8.5, *[narrow] * len(cross.second.labels)]


class _Sheet:
    def __init__(
        self, made: Worksheet, pen: Pen, opinions: Folded, cross: Cross,
        widths: Sequence[float],
    ) -> None:  # fmt: skip
        self.made, self.pen, self.cross, self.widths = made, pen, cross, widths
        self.opinions = opinions
        self.total_row = FIRST_ROW + len(cross.rows)
        self.sum_column = 3 + len(cross.first.labels)
        self.second_column = self.sum_column + 2
        rows = opinions.of(cross.row_field)
        self._rows = Counter(rows)
        groups = (cross.first, cross.second)
        self._columns = {group.field: Counter(opinions.of(group.field)) for group in groups}
        self._cells = {
            group.field: Counter(zip(rows, opinions.of(group.field), strict=True)) for group in groups
        }

    def write(self) -> Counted:
        for number, label in enumerate(self.cross.rows, 1):
            self._row(FIRST_ROW + number - 1, number, label)
        self._totals()
        self._check()
        rows = self.cross.rows
        kept = self._cells[self.cross.second.field]
        return Counted(
            self.made, self.cross, self.widths, self.total_row, self.sum_column, self.second_column,
            tuple(self._rows[folded(label)] for label in rows),
            tuple(
                tuple(kept[(folded(label), folded(column))] for label in rows)
                for column in self.cross.second.labels
            ),
        )  # fmt: skip

    def _row(self, at: int, number: int, label: str) -> None:
        made, pen = self.made, self.pen
        pen.number(made, at, 1, number, COUNT)
        shown = label or self.cross.blank
        pen.text(made, at, 2, shown, LABEL)
        made.row_dimensions[at].height = max(row_height(len(wrapped(shown, self.widths[1] - 2, SIZE))), 20)
        self._group(at, label, self.cross.first, 3)
        own = self._rows[folded(label)]
        last, sums = _letter(self.sum_column - 1), _letter(self.sum_column)
        pen.formula(made, at, self.sum_column, f"SUM(C{at}:{last}{at})", own, COUNT)
        share = own / len(self.opinions) if self.opinions else 0
        total = f"${sums}${self.total_row}"
        pen.formula(made, at, self.sum_column + 1, f"IF({total}=0,0,{sums}{at}/{total})", share, SHARE)
        self._group(at, label, self.cross.second, self.second_column)

    def _group(self, at: int, label: str, group: Group, first: int) -> None:
        for column, wanted in enumerate(group.labels, first):
            conditions = (
                (self.cross.row_field, f"$B{at}", label),
                (group.field, f"{_letter(column)}${HEAD_ROW}", wanted),
            )
            value = self._cells[group.field][(folded(label), folded(wanted))]
            self.pen.count(self.made, at, column, count_formula(conditions), value)

    def _totals(self) -> None:
        made, pen, at = self.made, self.pen, self.total_row
        pen.text(made, at, 1, "", TOTAL_LABEL)
        pen.text(made, at, 2, "Cộng", TOTAL_LABEL)
        made.row_dimensions[at].height = 22
        for group, first in ((self.cross.first, 3), (self.cross.second, self.second_column)):
            for column, wanted in enumerate(group.labels, first):
                self._sum(column, self._columns[group.field][folded(wanted)])
        self._sum(self.sum_column, len(self.opinions))
        formula = f"IF({_letter(self.sum_column)}{at}=0,0,1)"
        pen.formula(made, at, self.sum_column + 1, formula, 1 if self.opinions else 0, TOTAL_SHARE)

    def _sum(self, column: int, value: int) -> None:
        letter, last = _letter(column), self.total_row - 1
        formula = f"SUM({letter}{FIRST_ROW}:{letter}{last})" if self.cross.rows else "0"
        self.pen.formula(self.made, self.total_row, column, formula, value, TOTAL)

    def _check(self) -> None:
        """Says so when somebody typed a value that is in no row."""
        at, sums = self.total_row + 1, f"{_letter(self.sum_column)}{self.total_row}"
        head, whole = self.cross.row_head.lower(), f"COUNT({NAMES['number']})"
        words = f'"Còn "&({whole}-{sums})&" ý kiến có {head} chưa có trong bảng này."'
        formula = f'IF({sums}={whole},"",{words})'
        self.pen.formula(self.made, at, 2, formula, "", NOTE)
        self.made.merge_cells(start_row=at, start_column=2, end_row=at, end_column=self.second_column)


def _letter(column: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(column)
