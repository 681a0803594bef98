"""What the columns of a table without heads may be, for a person to confirm: never read by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.exchange import list_cells
from dialogue_desktop.exchange.list_columns import Column
from dialogue_desktop.exchange.opinion_rows_check import RowReader
from dialogue_desktop.exchange.table_types import Row, Table, Value

_ROWS_LOOKED_AT = 60
_MOST = 0.6
#: An opinion is longer than a name or an address.
_LEAST_TEXT = 25
_LONGEST_NAME = 45


def guessed_columns(table: Table, reader: RowReader) -> tuple[Column | None, ...]:
    """One for each column of the table; empty where not even the opinions can be told from the rest."""
    rows = [row.cells for row in table.rows[:_ROWS_LOOKED_AT]]
    width = max((len(row) for row in rows), default=0)
    values = [
        [v for row in rows if place < len(row) and (v := row[place]) not in (None, "")]
        for place in range(width)
    ]
    lengths = [_length(column) for column in values]
    text = max(range(width), key=lambda place: lengths[place], default=-1)
    if text < 0 or lengths[text] < _LEAST_TEXT:
        return ()
    guess: list[Column | None] = [None] * width
    guess[text] = Column.TEXT
    for column, test in _tests(reader):
        shares = [(_share(values[place], test), -place) for place in range(width) if guess[place] is None]
        share, place = max(shares, default=(0.0, 0))
        if share >= _MOST:
            guess[-place] = column
    return tuple(guess)


def first_place(rows: Sequence[Row], guess: Sequence[Column | None], reader: RowReader) -> int:
    """The place of the first row that looks like an opinion, 0 where that cannot be told: a row too many is
    seen in the report."""
    tests = dict(_tests(reader))
    del tests[Column.NAME]  # a head may look like a name: "Ai nói"
    if not tests.keys() & set(guess):
        return 0

    def told(cells: Sequence[Value]) -> bool:
        filled = [(v, column) for v, column in zip(cells, guess, strict=False) if v not in (None, "")]
        if any(column in tests and tests[column](value) for value, column in filled):
            return True
        texts = [list_cells.shown(value) for value, column in filled if column is Column.TEXT]
        return len(filled) > 1 and any(len(text) >= _LEAST_TEXT for text in texts)

    return next((at for at, row in enumerate(rows) if told(row.cells)), 0)


def _tests(reader: RowReader) -> tuple[tuple[Column, Callable[[Value], bool]], ...]:
    """What the values of a column look like; those that look like nothing else first."""
    places, fields = reader.places, reader.fields

    def number(value: Value) -> bool:
        text = list_cells.shown(value).strip(" .")
        return text.isdigit() and len(text) < 5

    def day(value: Value) -> bool:
        return not isinstance(value, int) and list_cells.read_day(value, reader.today).value is not None

    def place(value: Value) -> bool:
        text = list_cells.shown(value)
        return bool(places.exact(text)) or places.starts_as_place(text)

    return (
        (Column.NUMBER, number),
        (Column.PHONE, lambda value: 9 <= sum(map(str.isdigit, list_cells.shown(value))) <= 11),
        (Column.RECEIVED, day),
        (Column.PLACE, place),
        (Column.FIELD, lambda value: bool(fields.exact(list_cells.shown(value)))),
        (Column.CONSENT, lambda value: fold(list_cells.shown(value)) in ("co", "khong", "dong y", "x")),
        (Column.NAME, _may_be_name),
    )


def _length(column: Sequence[Value]) -> float:
    texts = [len(value) for value in column if isinstance(value, str)]
    return sum(texts) / len(texts) if texts else 0.0


def _share(column: Sequence[Value], test: Callable[[Value], bool]) -> float:
    return sum(map(test, column)) / len(column) if column else 0.0


def _may_be_name(value: Value) -> bool:
    if not isinstance(value, str) or len(value) > _LONGEST_NAME or any(map(str.isdigit, value)):
        return False
    words = value.split()
    return 2 <= len(words) <= 8 and sum(word[0].isupper() for word in words) * 2 >= len(words)
