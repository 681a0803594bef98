"""Cross tables of the opinions: counted by formulas that follow when a cell of the list is changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialogue_desktop.domain.text_vi import sort_key
from dialogue_desktop.exchange.excel_measure import row_height, wrapped
from dialogue_desktop.exchange.excel_opinions import Ranges
from dialogue_desktop.exchange.excel_page import FIRST_ROW, HEAD_ROW, Heading, column_heads, sheet
from dialogue_desktop.exchange.excel_rows import OpinionRow
from dialogue_desktop.exchange.excel_style import (
    COUNT,
    LABEL,
    SHARE,
    SIZE,
    TOTAL,
    TOTAL_LABEL,
    TOTAL_SHARE,
    Pen,
)

if TYPE_CHECKING:
    from openpyxl import Workbook

_LONGEST_CRITERION = 200


@dataclass(frozen=True, slots=True)
class Table:
    """One cross table: `row_field` and `column_field` are those of OpinionRow."""

    name: str
    title: str
    row_head: str
    row_field: str
    rows: tuple[str, ...]
    column_field: str
    columns: tuple[str, ...]


def same(one: str, other: str) -> bool:
    """As Excel compares: capitals do not count."""
    return one.strip().casefold() == other.strip().casefold()


def values_of(rows: Sequence[OpinionRow], field: str, known: Sequence[str] = ()) -> tuple[str, ...]:
    """The values that are there: known ones in their order, the others after them by the alphabet, what is in
    brackets ("chưa rõ") last. Spellings that differ in capitals are one."""
    found: dict[str, str] = {}
    for row in rows:
        value = str(getattr(row, field)).strip()
        found.setdefault(value.casefold(), value)
    listed = [value for value in known if found.pop(value.casefold(), None) is not None]
    return (*listed, *sorted(found.values(), key=lambda value: (value.startswith("("), sort_key(value))))


def criterion(cell: str, value: str) -> str | None:
    """What COUNTIFS compares with; None where its wildcards or its length would count wrongly."""
    if len(value) > _LONGEST_CRITERION or any(mark in value for mark in "*?~"):
        return None
    return f'"="&{cell}'


def count_formula(ranges: Ranges, conditions: Sequence[tuple[str, str, str]]) -> str | None:
    """COUNTIFS over the list of opinions; conditions are (field, cell with the value, value). None where a
    value cannot be a criterion, so that the count must be written as a number."""
    parts = [f'{ranges.of("number")},">0"']
    for field, cell, wanted in conditions:
        said = criterion(cell, wanted)
        if said is None:
            return None
        parts.append(f"{ranges.of(field)},{said}")
    return f"COUNTIFS({','.join(parts)})"


def write(
    workbook: Workbook,
    pen: Pen,
    heading: Heading,
    opinions: Sequence[OpinionRow],
    ranges: Ranges,
    table: Table,
) -> None:
    """One sheet: rows × columns, totals both ways, and each row's share."""
    from openpyxl.utils import get_column_letter

    narrow = 11.5 if len(table.columns) > 5 else 14
    widths = [6, 38, *[narrow] * len(table.columns), 10, 10]
    made = sheet(workbook, pen, table.name, table.title, heading, widths)
    column_heads(made, pen, ["STT", table.row_head, *table.columns, "Cộng", "Tỷ lệ"], widths)
    first_column, sum_column = 3, 3 + len(table.columns)
    last_letter, sum_letter = get_column_letter(sum_column - 1), get_column_letter(sum_column)
    last = FIRST_ROW + len(table.rows) - 1
    total_row = last + 1
    for number, label in enumerate(table.rows, 1):
        at = FIRST_ROW + number - 1
        own = [row for row in opinions if same(getattr(row, table.row_field), label)]
        pen.number(made, at, 1, number, COUNT)
        pen.text(made, at, 2, label, LABEL)
        made.row_dimensions[at].height = max(row_height(len(wrapped(label, widths[1] - 2, SIZE))), 20)
        for index, column in enumerate(table.columns):
            letter = get_column_letter(first_column + index)
            conditions = (
                (table.row_field, f"$B{at}", label),
                (table.column_field, f"{letter}${HEAD_ROW}", column),
            )
            value = sum(same(getattr(row, table.column_field), column) for row in own)
            pen.count(made, at, first_column + index, count_formula(ranges, conditions), value)
        pen.formula(made, at, sum_column, f"SUM(C{at}:{last_letter}{at})", len(own), COUNT)
        share = len(own) / len(opinions) if opinions else 0
        total = f"${sum_letter}${total_row}"
        pen.formula(made, at, sum_column + 1, f"IF({total}=0,0,{sum_letter}{at}/{total})", share, SHARE)
    pen.text(made, total_row, 1, "", TOTAL_LABEL)
    pen.text(made, total_row, 2, "Cộng", TOTAL_LABEL)
    made.row_dimensions[total_row].height = 22
    for index, column in enumerate((*table.columns, "")):
        letter = get_column_letter(first_column + index)
        value = (
            sum(same(getattr(row, table.column_field), column) for row in opinions)
            if column
            else len(opinions)
        )
        formula = f"SUM({letter}{FIRST_ROW}:{letter}{max(last, FIRST_ROW)})" if table.rows else "0"
        pen.formula(made, total_row, first_column + index, formula, value, TOTAL)
    formula = f"IF({sum_letter}{total_row}=0,0,1)"
    pen.formula(made, total_row, sum_column + 1, formula, 1 if opinions else 0, TOTAL_SHARE)
    made.freeze_panes = f"C{FIRST_ROW}"
