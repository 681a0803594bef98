"""The table of promises in groups by urgency, its tools above it, what is done to ticked rows below it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent

from ui.follow_up.screen import Screen
from ui.follow_up.words import BOUNDS, COLUMNS, board_items
from ui.look import Look
from ui.widgets.fitted_list import FittedList
from ui.widgets.panes import VBox
from ui.widgets.selection_bar import SelectionBar


class ListPane(FittedList):
    """Passive: signals say what the secretary wants."""

    ticked = Signal(str, bool)
    cleared = Signal()

    def __init__(self, look: Look, *, update: QAction, carry: QAction) -> None:
        super().__init__(look, COLUMNS, "Cam kết", BOUNDS)
        self._screen = Screen()
        column = VBox(look, (6, 2, 6, 3), 2)
        self.setLayout(column)
        self.table.rows.ticked.connect(self.ticked)
        column.addWidget(self.table, 100)
        self.bar = SelectionBar(look, [update, carry], {})
        self.bar.cleared.connect(self.cleared)
        column.addWidget(self.bar)
        column.addStretch(1)

    def show_rows(self, screen: Screen) -> None:
        again = (
            screen.rows, screen.ticked, screen.typed, screen.today,
        ) != (self._screen.rows, self._screen.ticked, self._screen.typed, self._screen.today)  # fmt: skip
        self._screen = screen
        with self.filling():
            if again:
                self.set_rows()
            self.go_to(screen.selected)
        many = len(screen.ticked)
        self.bar.show_words(f"Đã chọn {many} cam kết" if many else "")

    def set_rows(self) -> None:
        screen = self._screen
        narrow = (self.narrow[0], self.narrow[1])
        items = board_items(
            screen.rows, screen.today, narrow=narrow, ticked=screen.ticked, typed=screen.typed
        )
        self.table.set_items(items)
        self.fit()

    def key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape and self._screen.ticked:
            self.cleared.emit()
            return True
        return False
