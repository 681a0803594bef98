"""One row of a list while it is understood, whatever the list: its cells, and what is to be said of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from dialogue_desktop.domain.text_vi import clean
from dialogue_desktop.exchange.list_cells import Said, read_day, shown
from dialogue_desktop.exchange.list_columns import Column
from dialogue_desktop.exchange.list_types import CellNames, ListRow, Problem, Severity
from dialogue_desktop.exchange.table_types import Value


@dataclass(slots=True)
class Taken:
    """One row before it is understood: its cells by column, problems of the file itself, the names of the
    row above where this one may belong to it."""

    sheet: str
    number: int
    values: dict[Column, Value]
    cells: CellNames
    problems: list[Problem] = field(default_factory=list)
    before: str = ""


def taken_again(row: ListRow, column: Column, text: str) -> Taken:
    """The row with another text in one cell, put into whole letters as a file's own are (a paste may bring
    them in parts); what the file itself said of the others stays."""
    values: dict[Column, Value] = dict(row.typed)
    values[column] = clean(text).text.strip()
    found = [p for p in row.problems if p.of_cell and p.column is not column]
    return Taken(row.sheet, row.number, values, row.cells.with_column(column), found)


class Days:
    """Days as they are written, each read once."""

    def __init__(self, today: date) -> None:
        self.today = today
        self._read: dict[tuple[type, Value], Said] = {}

    def read(self, value: Value) -> Said:
        key = (type(value), value)  # True is no 1 here
        found = self._read.get(key)
        if found is None:
            found = self._read[key] = read_day(value, self.today)
        return found


class RowReading:
    """The state while one row is understood. A cell in which the file has an error says nothing."""

    def __init__(self, taken: Taken) -> None:
        self._taken = taken
        self._problems = list(taken.problems)
        self._faulty = {p.column for p in taken.problems if p.severity is Severity.ERROR}
        self._typed = {c: v if type(v) is str else shown(v) for c, v in taken.values.items()}

    def _texts(self) -> tuple[str, ...]:
        """What stands in the known cells, in their order."""
        return tuple([self._typed.get(column, "") for column, _ in self._taken.cells.places])

    def _value(self, column: Column) -> Value:
        return None if column in self._faulty else self._taken.values.get(column)

    def _shown(self, column: Column) -> str:
        return "" if column in self._faulty else self._typed.get(column, "")

    def _said(self, column: Column, said: Said) -> object:
        """The value of a cell, once everything that is to be said about it has been noted."""
        if not (said.error or said.doubt or said.note):
            return said.value
        for severity, sentence in (
            (Severity.ERROR, said.error),
            (Severity.DOUBT, said.doubt),
            (Severity.NOTE, said.note),
        ):
            if sentence:
                self._add(severity, column, sentence, said.choices)
        return said.value

    def _add(
        self,
        severity: Severity,
        column: Column,
        sentence: str,
        choices: tuple[str, ...] = (),
        *,
        of_cell: bool = False,
    ) -> None:
        where = self._taken.cells.of(column, self._taken.number)
        typed = self._typed.get(column, "")
        self._problems.append(Problem(severity, column, where, sentence, typed, choices, of_cell))
