"""A list in a pane: its frame ends with the last row, its rows say more in fewer cells where it is narrow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.look import Look
from ui.widgets.panes import Pane, follow
from ui.widgets.row_table import RowTable
from ui.widgets.rows import Column


class FittedList(Pane):
    """Passive: signals say what the secretary wants. Who derives places `table` and makes rows in `set_rows`.

    `bounds` are widths of the table in u; `narrow` says at the same place whether it is narrower than that.
    """

    selected = Signal(str)
    opened = Signal(str)

    def __init__(self, look: Look, columns: Sequence[Column], name: str, bounds: Sequence[float]) -> None:
        super().__init__(look)
        self._bounds = tuple(bounds)
        self._filling = False
        self.narrow = (False,) * len(self._bounds)
        self.table = RowTable(look, columns, name=name)
        rows = self.table.rows
        rows.current_row.connect(self.row_chosen)
        rows.opened.connect(self.opened)
        rows.installEventFilter(self)
        rows.viewport().installEventFilter(self)
        rows.rows.modelReset.connect(self.fit)
        self.setFocusProxy(self.table)
        follow(look, self.fit)

    def set_rows(self) -> None:
        """Fill the table with what is shown, as wide as it is now."""
        raise NotImplementedError

    def key(self, event: QKeyEvent) -> bool:
        """A key pressed on the list; True where it is used up."""
        return False

    @contextmanager
    def filling(self) -> Iterator[None]:
        """Where the cursor comes to stand in here was not chosen by the secretary."""
        before, self._filling = self._filling, True
        try:
            yield
        finally:
            self._filling = before

    def go_to(self, row_id: str) -> None:
        rows = self.table.rows
        if row_id and rows.current_id() != row_id:
            rows.set_current(row_id)

    def show_current(self) -> None:
        """A banner or a pane must not push the row in hand out of sight."""
        rows = self.table.rows
        rows.scrollTo(rows.currentIndex())

    def fit(self) -> None:
        """The frame ends with the last row; what does not fit is scrolled."""
        self.table.setMaximumHeight(self.table.fitted_height())

    def focus_list(self) -> None:
        self.table.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def row_chosen(self, row_id: str) -> None:
        if row_id and not self._filling:
            self.selected.emit(row_id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self.table.rows.viewport():
            self._widths_changed()
        elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self.key(event)
        return False

    def _widths_changed(self) -> None:
        wide = self.table.rows.viewport().width()
        narrow = tuple(wide < self.look.px(bound) for bound in self._bounds)
        if narrow != self.narrow:
            self.narrow = narrow
            with self.filling():
                self.set_rows()


def deletes(event: QKeyEvent) -> bool:
    """Delete, with nothing held; the one of the keypad too."""
    bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() == Qt.Key.Key_Delete and bare
