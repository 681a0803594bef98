"""What every list that is read gives: rows with problems by cell, columns, lines that are none."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

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

    def typed(self, texts: Sequence[str]) -> tuple[tuple[Column, str], ...]:
        """The texts of one row that are not empty, by column; `texts` are in the order of `places`."""
        return tuple((column, text) for (column, _), text in zip(self.places, texts, strict=True) if text)


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


@dataclass(frozen=True, slots=True)
class ListRow(ABC):
    """One row of a list. `key` is its place in the report, from 0; `number` that of the row in its sheet."""

    key: int
    sheet: str
    number: int
    cells: CellNames = field(default=NO_CELLS, kw_only=True)

    @property
    @abstractmethod
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is to be said about it."""

    @property
    @abstractmethod
    def typed(self) -> tuple[tuple[Column, str], ...]:
        """What stands in the cells that are not empty, by column."""

    @property
    @abstractmethod
    def ready(self) -> bool:
        """Whether it is ticked at first."""

    @property
    def savable(self) -> bool:
        """Whether it can be kept."""
        return not any(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def doubtful(self) -> bool:
        return self.savable and any(problem.severity is Severity.DOUBT for problem in self.problems)

    @property
    def gravest(self) -> tuple[Problem, ...]:
        """The errors; where there is none, the doubts."""
        severity = Severity.DOUBT if self.savable else Severity.ERROR
        return tuple(problem for problem in self.problems if problem.severity is severity)

    @property
    def where(self) -> str:
        """ "Ý kiến, dòng 12"."""
        return f"{self.sheet}, dòng {self.number}" if self.sheet else f"dòng {self.number}"

    def text_of(self, column: Column) -> str:
        return dict(self.typed).get(column, "")


RowT = TypeVar("RowT", bound=ListRow)


@dataclass(frozen=True, slots=True)
class ListReport(ABC, Generic[RowT]):
    """A list read for one conference; nothing is kept yet. `file_name` is empty for pasted rows."""

    conference_id: str
    file_name: str
    kind: str
    rows: tuple[RowT, ...] = ()
    columns: tuple[ReadColumn, ...] = ()
    outside: tuple[OutsideLine, ...] = ()
    unread: tuple[UnreadSheet, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    @abstractmethod
    def summary(self) -> str:
        """The report in one sentence."""

    @property
    def bad(self) -> tuple[RowT, ...]:
        return tuple(row for row in self.rows if not row.savable)

    @property
    def ready(self) -> tuple[int, ...]:
        """Keys of the rows that are ticked at first."""
        return tuple(row.key for row in self.rows if row.ready)

    @property
    def unknown_columns(self) -> tuple[ReadColumn, ...]:
        return tuple(column for column in self.columns if column.column is None)

    def row(self, key: int) -> RowT:
        return self.rows[key]


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
