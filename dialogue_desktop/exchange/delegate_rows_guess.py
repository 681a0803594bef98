"""What the columns of a list of delegates without heads may be (C11)."""

from __future__ import annotations

from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.exchange.delegate_rows_check import DelegateReader
from dialogue_desktop.exchange.list_cells import shown
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
from dialogue_desktop.exchange.table_types import Table


def unread_delegates(table: Table, reader: DelegateReader) -> UnreadSheet:
    """No guess at all where no column looks like names."""
    looks: Looks = {
        Column.NUMBER: is_number,
        Column.PHONE: is_phone,
        Column.HONORIFIC: lambda value: fold(shown(value)).strip(" .:") in ("ong", "ba"),
        Column.PLACE: place_look(reader.places),
        Column.GROUP: lambda value: reader.groups.is_heading(shown(value)),
        Column.NAME: may_be_name,
    }
    values = values_of(table)
    guess: list[Column | None] = [None] * len(values)
    guess_rest(guess, values, looks)
    return unread_sheet(table, tuple(guess) if Column.NAME in guess else (), looks)
