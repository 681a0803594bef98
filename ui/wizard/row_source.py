"""Where the rows of a list come from and how the plan changes with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from dialogue_desktop.domain.plan import Plan
from ui.wizard import rows

R = TypeVar("R")
S = TypeVar("S")


class Source(Protocol[S, R]):
    """A list inside a frozen value (the plan, the office's library), flat or a tree read from top to bottom.
    None: that cannot be done here."""

    def rows(self, plan: S) -> Sequence[tuple[str, R]]:
        """Every row with its id, in order."""
        ...

    def put(self, plan: S, row_id: str, row: R) -> S:
        """The value with this row changed."""
        ...

    def add(self, plan: S, after: str) -> tuple[S, str] | None:
        """The value with a new blank row after `after` ("": at the end), and the new row's id."""
        ...

    def remove(self, plan: S, row_id: str) -> S | None: ...

    def move(self, plan: S, row_id: str, by: int) -> tuple[S, str] | None:
        """One place up (−1) or down (1); the id that the row has then."""
        ...


class RowSource(Source[Plan, R], Protocol[R]):
    """A list inside the plan."""


@dataclass(frozen=True)  # no slots: with them Python 3.11 cannot make a `TupleRows[Chair](…)`
class TupleRows(Generic[R]):
    """A tuple of the plan. Rows without an id of their own (plain texts) are known by their place.

    `closing` tells of a last row that new rows are put before ("Lưu: VT").
    """

    get: Callable[[Plan], tuple[R, ...]]
    set: Callable[[Plan, tuple[R, ...]], Plan]
    id_of: Callable[[R, int], str]
    blank: Callable[[Plan], R] | None = None
    closing: Callable[[R], bool] = lambda row: False
    fixed: bool = False

    def rows(self, plan: Plan) -> Sequence[tuple[str, R]]:
        return [(self.id_of(row, place), row) for place, row in enumerate(self.get(plan))]

    def _place(self, plan: Plan, row_id: str) -> int:
        for place, row in enumerate(self.get(plan)):
            if self.id_of(row, place) == row_id:
                return place
        return -1

    def put(self, plan: Plan, row_id: str, row: R) -> Plan:
        place = self._place(plan, row_id)
        return plan if place < 0 else self.set(plan, rows.replaced(self.get(plan), place, row))

    def add(self, plan: Plan, after: str) -> tuple[Plan, str] | None:
        if self.blank is None:
            return None
        now = self.get(plan)
        place = self._place(plan, after)
        at = len(now) if place < 0 else place + 1
        if at == len(now) and now and self.closing(now[-1]):
            at -= 1
        row = self.blank(plan)
        return self.set(plan, rows.inserted(now, at, row)), self.id_of(row, at)

    def insert(self, plan: Plan, row: R, after: str = "") -> tuple[Plan, str]:
        """Put in a ready row (from a library)."""
        now = self.get(plan)
        place = self._place(plan, after)
        at = len(now) if place < 0 else place + 1
        if at == len(now) and now and self.closing(now[-1]):
            at -= 1
        return self.set(plan, rows.inserted(now, at, row)), self.id_of(row, at)

    def remove(self, plan: Plan, row_id: str) -> Plan | None:
        place = self._place(plan, row_id)
        if place < 0 or self.fixed:
            return None
        return self.set(plan, rows.removed(self.get(plan), place))

    def move(self, plan: Plan, row_id: str, by: int) -> tuple[Plan, str] | None:
        place = self._place(plan, row_id)
        now = self.get(plan)
        if place < 0 or self.fixed or not 0 <= place + by < len(now):
            return None
        after = rows.moved(now, place, by)
        return self.set(plan, after), self.id_of(after[place + by], place + by)
