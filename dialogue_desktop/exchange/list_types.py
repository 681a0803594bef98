"""What every list that is read gives besides its rows: problems by cell, columns, lines that are none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dialogue_desktop.exchange.list_columns import Column
from dialogue_desktop.exchange.table_types import cell_name


class Severity(StrEnum):
    """ERROR: the row cannot be kept as it is. DOUBT: it can, once someone has looked. NOTE: for
    information."""

    ERROR = "error"
    DOUBT = "doubt"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing about one cell. `where` is its name ("F12"; "dòng 12, cột 6"), `typed` what stands in it.

    `column` None: the row as a whole. `choices` are texts that `mend` of its service may put in its place.
    `of_cell`: it comes from the file itself (a formula, an error value), not from what the text says.
    """

    severity: Severity
    column: Column | None
    where: str
    sentence: str
    typed: str = ""
    choices: tuple[str, ...] = ()
    of_cell: bool = False


@dataclass(frozen=True, slots=True)
class CellNames:
    """Where the columns of one list stand (place from 0, -1 for one that a person added), for the names of
    cells; `letters` as in Excel."""

    places: tuple[tuple[Column, int], ...] = ()
    letters: bool = True

    def of(self, column: Column | None, row: int) -> str:
        """ "F12", or "dòng 12, cột 6"; empty where the list has no such column."""
        for own, place in self.places:
            if own is column and place >= 0:
                return cell_name(row, place, letters=self.letters)
        return ""

    def with_column(self, column: Column) -> CellNames:
        """The same list with a column more, unless it has it."""
        if any(own is column for own, _ in self.places):
            return self
        return CellNames((*self.places, (column, -1)), self.letters)


NO_CELLS = CellNames()


@dataclass(frozen=True, slots=True)
class ReadColumn:
    """A head of the list and what it was taken for; `column` None: not read, `reason` says why."""

    sheet: str
    head: str
    column: Column | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class OutsideLine:
    """A line that is no opinion: a title, a sum, a signature. Shown, so that nothing is lost silently."""

    sheet: str
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class UnreadSheet:
    """A sheet whose columns were not recognised, with its first rows, so that a person can say what they are.
    `guess` is what each column may be, empty when nothing can be told; `numbers` are those of `rows` in the
    sheet, and `first` is the place of the row that seems to be the first one of the list. `filled` are the
    places of the columns in which anything stands, also further down."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    guess: tuple[Column | None, ...] = ()
    numbers: tuple[int, ...] = ()
    first: int = 0
    filled: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Assigned:
    """The columns of one sheet as a person said they are; `first` is the place of the first row of the list
    among the rows that hold something."""

    columns: tuple[Column | None, ...]
    first: int = 0


def problem_words(
    problems: Sequence[Problem], names: Mapping[Column, str], *, cells_named: bool = False
) -> str:
    """Problems as one text: "Ngày nhận: Tháng 2 năm 2026 chỉ có 28 ngày." on lines of their own."""
    lines = []
    for problem in problems:
        name = names.get(problem.column, "") if problem.column else ""
        cell = f" (ô {problem.where})" if cells_named and problem.where else ""
        lines.append(f"{name}{cell}: {problem.sentence}" if name else problem.sentence)
    return "\n".join(lines)
