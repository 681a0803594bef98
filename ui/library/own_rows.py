"""A list of the library as rows to be edited: the office's rows over the shipped ones (P3, P4, C6)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from dialogue_desktop.domain.office_library import HasId, OwnRows, RowState, Shelf, Shelved
from dialogue_desktop.domain.text_vi import fold
from ui.theme import Role
from ui.widgets.rows import Cell

R = TypeVar("R", bound=HasId)

_WHOSE = {
    RowState.SHIPPED: Cell("Có sẵn", role=Role.TEXT2),
    RowState.CHANGED: Cell("Đã sửa", role=Role.ACCENT, icon="edit"),
    RowState.OWN: Cell("Của cơ quan", role=Role.ACCENT, icon="building"),
    RowState.HIDDEN: Cell("Đang ẩn", role=Role.TEXT2, icon="eye_off"),
}


def whose(state: RowState) -> Cell:
    """Where a row comes from, for the last column."""
    return _WHOSE[state]


class OwnSource(Generic[R]):
    """Rows are `Shelved`; removing hides a shipped row, and brings a hidden one back.

    `closing` tells of a last row that new rows are put before; `wanted` are words that a row must hold to
    be on view, none for all rows.
    """

    def __init__(
        self,
        shipped: Sequence[R],
        get: Callable[[Shelf], OwnRows[R]],
        put: Callable[[Shelf, OwnRows[R]], Shelf],
        blank: Callable[[R | None], R],
        *,
        closing: Callable[[R], bool] = lambda row: False,
        words: Callable[[R], str] = lambda row: "",
    ) -> None:
        self.shipped = tuple(shipped)
        self.get, self._put = get, put
        self._blank, self._closing, self._words = blank, closing, words
        self.wanted = ""

    def rows(self, plan: Shelf) -> list[tuple[str, Shelved[R]]]:
        parts = fold(self.wanted).split()
        found = []
        for one in self.get(plan).over(self.shipped):
            key = fold(self._words(one.row)) if parts else ""
            if all(part in key for part in parts):
                found.append((one.row.id, one))
        return found

    def state(self, plan: Shelf, row_id: str) -> RowState | None:
        rows = self.get(plan).over(self.shipped)
        return next((one.state for one in rows if one.row.id == row_id), None)

    def put(self, plan: Shelf, row_id: str, row: Shelved[R]) -> Shelf:
        return self._put(plan, self.get(plan).put(self.shipped, row.row))

    def add(self, plan: Shelf, after: str) -> tuple[Shelf, str] | None:
        self.wanted = ""  # a new row is on view whatever was searched for
        before = next((one.row for one in self.get(plan).over(self.shipped) if one.row.id == after), None)
        row = self._blank(before)
        return self._put(plan, self.get(plan).insert(self.shipped, row, after, self._closing)), row.id

    def remove(self, plan: Shelf, row_id: str) -> Shelf | None:
        own = self.get(plan)
        if self.state(plan, row_id) is RowState.HIDDEN:
            return self._put(plan, own.back(row_id))
        return self._put(plan, own.without(self.shipped, row_id))

    def move(self, plan: Shelf, row_id: str, by: int) -> tuple[Shelf, str] | None:
        own = self.get(plan)
        moved = own.moved(self.shipped, row_id, by)
        return None if self.wanted or moved == own else (self._put(plan, moved), row_id)

    def as_shipped(self, plan: Shelf, row_id: str) -> Shelf:
        """One row as it came."""
        return self._put(plan, self.get(plan).as_shipped(self.shipped, row_id))

    def all_as_shipped(self, plan: Shelf) -> Shelf:
        """The whole list as it came: own rows go, hidden ones come back."""
        return self._put(plan, OwnRows())

    def touched(self, plan: Shelf) -> bool:
        """Whether the office did anything to the list."""
        return self.get(plan) != OwnRows()
