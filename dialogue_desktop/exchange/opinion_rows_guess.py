"""What the columns of a list of opinions without heads may be: the long texts are the opinions (C4)."""

from __future__ import annotations

from collections.abc import Sequence

from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.exchange import list_cells
from dialogue_desktop.exchange.list_columns import Column
from dialogue_desktop.exchange.list_guess import (
    Looks,
    guess_rest,
    is_number,
    is_phone,
    may_be_name,
    place_look,
    unread_sheet,
    values_of,
)
from dialogue_desktop.exchange.list_types import UnreadSheet
from dialogue_desktop.exchange.opinion_rows_check import RowReader
from dialogue_desktop.exchange.table_types import Table, Value

#: An opinion is longer than a name or an address.
_LEAST_TEXT = 25


def unread_opinions(table: Table, reader: RowReader) -> UnreadSheet:
    """No guess at all where not even the opinions can be told from the rest."""
    looks = _looks(reader)
    values = values_of(table)
    lengths = [_length(column) for column in values]
    text = max(range(len(values)), key=lambda place: lengths[place], default=-1)
    guess: list[Column | None] = []
    if text >= 0 and lengths[text] >= _LEAST_TEXT:
        guess = [None] * len(values)
        guess[text] = Column.TEXT
        guess_rest(guess, values, looks)
    return unread_sheet(table, tuple(guess), looks, _is_opinion)


def _looks(reader: RowReader) -> Looks:
    fields = reader.fields

    def day(value: Value) -> bool:
        return not isinstance(value, int) and list_cells.read_day(value, reader.days.today).value is not None

    return {
        Column.NUMBER: is_number,
        Column.PHONE: is_phone,
        Column.RECEIVED: day,
        Column.PLACE: place_look(reader.places),
        Column.FIELD: lambda value: bool(fields.exact(list_cells.shown(value))),
        Column.CONSENT: lambda value: fold(list_cells.shown(value)) in ("co", "khong", "dong y", "x"),
        Column.NAME: may_be_name,
    }


def _is_opinion(column: Column | None, value: Value) -> bool:
    return column is Column.TEXT and len(list_cells.shown(value)) >= _LEAST_TEXT


def _length(column: Sequence[Value]) -> float:
    texts = [len(value) for value in column if isinstance(value, str)]
    return sum(texts) / len(texts) if texts else 0.0
