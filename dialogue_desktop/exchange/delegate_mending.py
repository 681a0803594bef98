"""A row of delegates that could not be kept, as a row of the form that goes back to be mended (C11)."""

from __future__ import annotations

from datetime import date

from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.exchange.delegate_columns import COLUMN_NAMES
from dialogue_desktop.exchange.delegate_rows_types import DelegateRow
from dialogue_desktop.exchange.list_cells import read_day
from dialogue_desktop.exchange.list_columns import Column
from dialogue_desktop.exchange.list_form_excel import FormRow


def form_row(row: DelegateRow, today: date) -> FormRow:
    """Every cell as it was typed; what headings over the row said written out."""
    typed = dict(row.typed)
    values: dict[Column, str | date] = {
        column: text for column, text in typed.items() if column not in (Column.REASON, Column.NUMBER)
    }
    headed = {Column.GROUP: row.group, Column.PLACE: row.place, Column.HAMLET: row.hamlet}
    values |= {column: text for column, text in headed.items() if text and not typed.get(column)}
    unit, office = typed.get(Column.UNIT, ""), typed.get(Column.OFFICE, "")
    if unit:  # the form has one column for both
        values.pop(Column.UNIT)
        if fold(unit) not in fold(office):
            values[Column.OFFICE] = f"{office}, {unit}" if office else unit
    day = read_day(typed.get(Column.SENT, ""), today)
    if isinstance(day.value, date) and not day.doubt:
        values[Column.SENT] = day.value
    return FormRow.to_mend(row, values, COLUMN_NAMES, {Column.UNIT: Column.OFFICE})
