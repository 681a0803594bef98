"""What every kind of file with tables gives: rows of values, merged cells, and what was found on the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

#: What a cell holds: text, a number, yes or no, a real day, or nothing.
Value = str | int | float | bool | date | None

#: More rows, cells or letters than any commune's list: the file is refused with a sentence.
MAX_ROWS = 20_000
MAX_CELLS = 3_000_000
MAX_LETTERS = 30_000_000
MAX_COLUMNS = 200


class Refused(ValueError):
    """The Vietnamese reason why a file cannot be read, to stand after "Không đọc được …: "."""


class Flag(StrEnum):
    """What is odd about a cell."""

    FORMULA = "formula"  # its value is what the other program counted last
    UNCOUNTED = "uncounted"  # a formula without any value
    FAULT = "fault"  # "#N/A", "#REF!"
    CLEANED = "cleaned"  # hidden or control characters were taken out
    RECODED = "recoded"  # typed with an old font: TCVN3 or VNI


class Row(NamedTuple):
    """One row that holds something; `number` is the one that its program shows, counted from 1."""

    number: int
    cells: tuple[Value, ...]
    hidden: bool = False


class Merge(NamedTuple):
    """Merged cells: row numbers as in `Row`, columns counted from 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Table:
    """One table. Rows without any value are left out; `flags` are by (row number, column from 0).

    `letters`: cells are named as in Excel ("C7"), else by row and column. `place` is the heading that stood
    over a table of a Word file. `hidden`: the sheet is not shown. `own`: a list that this program made.
    """

    name: str = ""
    rows: list[Row] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    flags: dict[tuple[int, int], Flag] = field(default_factory=dict)
    letters: bool = False
    place: str = ""
    hidden: bool = False
    own: bool = False
    notes: list[str] = field(default_factory=list)

    def cell_name(self, row: int, column: int) -> str:
        return cell_name(row, column, letters=self.letters)


@dataclass(frozen=True, slots=True)
class TableFile:
    """What was found in a file: `kind` in words ("Excel", "Word", "CSV"), tables, and sentences on the
    file."""

    kind: str
    tables: tuple[Table, ...]
    notes: tuple[str, ...] = ()


def cell_name(row: int, column: int, *, letters: bool) -> str:
    """ "C7", or "dòng 7, cột 3"; columns from 0."""
    return f"{column_letters(column)}{row}" if letters else f"dòng {row}, cột {column + 1}"


def column_letters(column: int) -> str:
    """ "A" for 0, "AB" for 27."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def trimmed(cells: Sequence[Value]) -> tuple[Value, ...]:
    """Without the empty cells at the end."""
    end = len(cells)
    while end and (cells[end - 1] is None or cells[end - 1] == ""):
        end -= 1
    return tuple(cells[:end])
