"""What was understood of a list of delegates, row by row, before anything is kept (C11)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.records import Delegate
from dialogue_desktop.exchange.list_columns import Column
from dialogue_desktop.exchange.list_types import (
    NO_CELLS,
    CellNames,
    OutsideLine,
    Problem,
    ReadColumn,
    Severity,
    UnreadSheet,
)


@dataclass(frozen=True, slots=True)
class DelegateRow:
    """One row of the list. `key` is its place in the report, from 0; `delegates` whom it names, usually one.

    `phone` and `house` are contact data: they never enter the journal. `group_said` whether the list itself
    says the group. `repeats_row` is the number of an earlier row, `repeats_known` says who is on the list
    already; `double` is what is to be said of one who may be the same. `place` and `group` are those of the
    heading over the row.
    """

    key: int
    sheet: str
    number: int
    texts: tuple[str, ...]
    delegates: tuple[Delegate, ...] = ()
    phone: str = ""
    house: str = ""
    group_said: bool = False
    own_problems: tuple[Problem, ...] = ()
    repeats_row: int = 0
    repeats_known: str = ""
    double: Problem | None = None
    place: str = ""
    hamlet: str = ""
    group: str = ""
    cells: CellNames = NO_CELLS

    @property
    def problems(self) -> tuple[Problem, ...]:
        return self.own_problems if self.double is None else (*self.own_problems, self.double)

    @property
    def typed(self) -> tuple[tuple[Column, str], ...]:
        """What stands in the cells that are not empty, by column."""
        return tuple((c, text) for (c, _), text in zip(self.cells.places, self.texts, strict=True) if text)

    @property
    def savable(self) -> bool:
        return not any(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def doubtful(self) -> bool:
        return self.savable and any(problem.severity is Severity.DOUBT for problem in self.problems)

    @property
    def again(self) -> bool:
        """Whether all of it is on the list already, or stands higher up in the file."""
        return bool(self.repeats_row or self.repeats_known)

    @property
    def ready(self) -> bool:
        """Whether it is ticked at first."""
        return self.savable and not self.again

    @property
    def where(self) -> str:
        """ "Đại biểu, dòng 12"."""
        return f"{self.sheet}, dòng {self.number}" if self.sheet else f"dòng {self.number}"

    @property
    def seats(self) -> int:
        return sum(one.count for one in self.delegates)

    def text_of(self, column: Column) -> str:
        return dict(self.typed).get(column, "")


@dataclass(frozen=True, slots=True)
class DelegateSheetReport:
    """A list read for one conference; nothing is kept yet. `plan` and `known` are what it was read against.

    `default_group` is where rows go whose group the list does not say; None: each is placed by itself.
    """

    conference_id: str
    file_name: str
    kind: str
    plan: Plan
    known: tuple[Delegate, ...] = ()
    rows: tuple[DelegateRow, ...] = ()
    columns: tuple[ReadColumn, ...] = ()
    outside: tuple[OutsideLine, ...] = ()
    unread: tuple[UnreadSheet, ...] = ()
    notes: tuple[str, ...] = ()
    default_group: str | None = None

    @property
    def bad(self) -> tuple[DelegateRow, ...]:
        return tuple(row for row in self.rows if not row.savable)

    @property
    def ready(self) -> tuple[int, ...]:
        """Keys of the rows that are ticked at first."""
        return tuple(row.key for row in self.rows if row.ready)

    @property
    def unknown_columns(self) -> tuple[ReadColumn, ...]:
        return tuple(column for column in self.columns if column.column is None)

    def row(self, key: int) -> DelegateRow:
        return self.rows[key]

    @property
    def summary(self) -> str:
        """ "Đọc được 48 dòng: 43 dòng đúng, 3 dòng cần xem lại, 2 dòng phải sửa." """
        if not self.rows:
            return "Không đọc được đại biểu nào."
        again = _count(row.savable and row.again for row in self.rows)
        doubtful = _count(row.doubtful and not row.again for row in self.rows)
        bad = len(self.bad)
        sure = len(self.rows) - again - doubtful - bad
        parts = [f"{sure} dòng đúng"] if sure else []
        parts += [f"{doubtful} dòng cần xem lại"] if doubtful else []
        parts += [f"{bad} dòng phải sửa"] if bad else []
        parts += [f"{again} dòng đã có"] if again else []
        return f"Đọc được {len(self.rows)} dòng: {', '.join(parts)}."


def _count(answers: Iterable[bool]) -> int:
    return sum(1 for answer in answers if answer)
