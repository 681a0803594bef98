"""What was understood of a list of delegates, row by row, before anything is kept (C11)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.records import Delegate
from dialogue_desktop.exchange.list_columns import Column
from dialogue_desktop.exchange.list_types import ListReport, ListRow, Problem


@dataclass(frozen=True, slots=True)
class DelegateRow(ListRow):
    """One row of the list. `delegates` are those whom it names, usually one.

    `phone` and `house` are contact data: they never enter the journal. `group_said` whether the list itself
    says the group. `repeats_row` is the number of an earlier row, `repeats_known` says who is on the list
    already; `double` is what is to be said of one who may be the same. `place` and `group` are those of the
    heading over the row.
    """

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

    @property
    def problems(self) -> tuple[Problem, ...]:
        return self.own_problems if self.double is None else (*self.own_problems, self.double)

    @property
    def typed(self) -> tuple[tuple[Column, str], ...]:
        return self.cells.typed(self.texts)

    @property
    def again(self) -> bool:
        """Whether all of it is on the list already, or stands higher up in the file."""
        return bool(self.repeats_row or self.repeats_known)

    @property
    def ready(self) -> bool:
        return self.savable and not self.again

    @property
    def seats(self) -> int:
        return sum(one.count for one in self.delegates)


@dataclass(frozen=True, slots=True)
class DelegateSheetReport(ListReport[DelegateRow]):
    """A list of delegates read for one conference. `plan` and `known` are what it was read against.

    `default_group` is where rows go whose group the list does not say; None: each is placed by itself.
    """

    plan: Plan = field(kw_only=True)
    known: tuple[Delegate, ...] = ()
    default_group: str | None = None

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
