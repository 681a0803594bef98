"""A row that could not be kept, as a row of the form that goes back to be mended."""

from __future__ import annotations

from datetime import date

from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.exchange.list_cells import read_day
from dialogue_desktop.exchange.list_columns import Column
from dialogue_desktop.exchange.list_form_excel import FormRow
from dialogue_desktop.exchange.opinion_columns import COLUMN_NAMES
from dialogue_desktop.exchange.opinion_rows_cells import read_ticked
from dialogue_desktop.exchange.opinion_rows_types import ReadRow

#: Columns that other lists have beside those of the form, and where their words go.
_INTO = {Column.HAMLET: Column.PLACE, Column.HONORIFIC: Column.NAME, Column.REFUSAL: Column.CONSENT}


def form_row(row: ReadRow, today: date) -> FormRow:
    """Every cell as it was typed; days that are understood as real days; what a group row said written
    out."""
    typed = dict(row.typed)
    values: dict[Column, str | date] = {
        column: text
        for column, text in typed.items()
        if column not in _INTO and column not in (Column.REASON, Column.OPINION, Column.NUMBER)
    }
    hamlet, place = typed.get(Column.HAMLET, ""), typed.get(Column.PLACE, "") or row.place
    voices = row.opinion.voices
    if row.place and voices and voices[0].locality == row.place and fold(row.place) not in fold(place):
        place = f"{place}, {row.place}"  # a xóm alone, in a list of one thôn
    if hamlet or place:
        values[Column.PLACE] = ", ".join(text for text in (hamlet, place) if text)
    honorific = typed.get(Column.HONORIFIC, "")
    if honorific and typed.get(Column.NAME):
        values[Column.NAME] = f"{honorific} {typed[Column.NAME]}"
    if read_ticked(typed.get(Column.REFUSAL)) and Column.CONSENT not in typed:
        values[Column.CONSENT] = "Không"
    if row.field and Column.FIELD not in typed:
        values[Column.FIELD] = row.field
    day = read_day(typed.get(Column.RECEIVED, ""), today)
    if isinstance(day.value, date) and not day.doubt:
        values[Column.RECEIVED] = day.value
    return FormRow.to_mend(row, values, COLUMN_NAMES, _INTO)
