"""What the columns of a table without heads may be, for a person to confirm: never read by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from dialogue_desktop.exchange.list_cells import shown
from dialogue_desktop.exchange.list_columns import Column
from dialogue_desktop.exchange.list_places import Places
from dialogue_desktop.exchange.list_types import UnreadSheet
from dialogue_desktop.exchange.table_types import Row, Table, Value

#: What the values of a column look like; those that look like nothing else first.
Looks = Mapping[Column, Callable[[Value], bool]]

_ROWS_LOOKED_AT, _ROWS_SHOWN = 60, 8
_MOST = 0.6
_LONGEST_NAME = 45


def values_of(table: Table) -> list[list[Value]]:
    """What stands in each column of the first rows."""
    rows = [row.cells for row in table.rows[:_ROWS_LOOKED_AT]]
    width = max((len(row) for row in rows), default=0)
    return [
        [v for row in rows if place < len(row) and (v := row[place]) not in (None, "")]
        for place in range(width)
    ]


def guess_rest(guess: list[Column | None], values: Sequence[Sequence[Value]], looks: Looks) -> None:
    """Each kind of column to the place that looks most like it, among those that are nothing yet."""
    for column, look in looks.items():
        shares = [(_share(own, look), -place) for place, own in enumerate(values) if guess[place] is None]
        share, place = max(shares, default=(0.0, 0))
        if share >= _MOST:
            guess[-place] = column


def first_place(
    rows: Sequence[Row],
    guess: Sequence[Column | None],
    looks: Looks,
    also: Callable[[Column | None, Value], bool] = lambda *_: False,
) -> int:
    """The place of the first row that looks like one of the list, 0 where that cannot be told: a row too many
    is seen in the report. `also`: what else tells such a row, beside another cell."""
    sure = {column: look for column, look in looks.items() if column is not Column.NAME}
    if not sure.keys() & set(guess):
        return 0  # a head may look like a name: "Ai nói"

    def told(cells: Sequence[Value]) -> bool:
        filled = [(column, v) for v, column in zip(cells, guess, strict=False) if v not in (None, "")]
        if any(column in sure and sure[column](value) for column, value in filled if column):
            return True
        return len(filled) > 1 and any(also(column, value) for column, value in filled)

    return next((at for at, row in enumerate(rows) if told(row.cells)), 0)


def unread_sheet(
    table: Table,
    guess: tuple[Column | None, ...],
    looks: Looks,
    also: Callable[[Column | None, Value], bool] = lambda *_: False,
) -> UnreadSheet:
    """The table as a person is asked about it."""
    first = table.rows[:_ROWS_SHOWN]
    return UnreadSheet(
        table.name,
        tuple(tuple(shown(value) for value in row.cells) for row in first),
        guess,
        tuple(row.number for row in first),
        first_place(first, guess, looks, also),
        tuple(sorted({p for row in table.rows for p, v in enumerate(row.cells) if v not in (None, "")})),
    )


def is_number(value: Value) -> bool:
    text = shown(value).strip(" .")
    return text.isdigit() and len(text) < 5


def is_phone(value: Value) -> bool:
    return 9 <= sum(map(str.isdigit, shown(value))) <= 11


def place_look(places: Places) -> Callable[[Value], bool]:
    """Whether a value is a thôn of the plan, or begins as one."""

    def look(value: Value) -> bool:
        text = shown(value)
        return bool(places.exact(text)) or places.starts_as_place(text)

    return look


def may_be_name(value: Value) -> bool:
    if not isinstance(value, str) or len(value) > _LONGEST_NAME or any(map(str.isdigit, value)):
        return False
    words = value.split()
    return 2 <= len(words) <= 8 and sum(word[0].isupper() for word in words) * 2 >= len(words)


def _share(column: Sequence[Value], look: Callable[[Value], bool]) -> float:
    return sum(map(look, column)) / len(column) if column else 0.0
