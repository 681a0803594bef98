"""The units with what they were given, what came back, who is late and since when."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeyEvent

from ui.answers.screen import Screen
from ui.answers.words import UNITS, UnitRow
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button
from ui.widgets.fitted_list import FittedList, deletes
from ui.widgets.panes import HBox, VBox
from ui.widgets.rows import Cell, Column, Row
from ui.widgets.text import Label

_DUE_FROM = 125  # u; in a narrower table the next day stands under how much came back
COLUMNS = (
    Column("unit", "Đơn vị", gap=3),
    Column("progress", "Đã có", 21, keep=True, gap=2),
    Column("due", "Hạn tới", 22, keep=True, least=_DUE_FROM, gap=2),
    Column("state", "Tình trạng", 31, keep=True, gap=2),
)


class UnitsPane(FittedList):
    """Passive: signals say what the secretary wants."""

    removed = Signal()

    def __init__(self, look: Look, *, move: QAction) -> None:
        super().__init__(look, COLUMNS, "Đơn vị được giao", (_DUE_FROM,))
        self._rows: tuple[UnitRow, ...] = ()
        column = VBox(look, (6, 3, 6, 0), 1.5)
        self.setLayout(column)
        column.addWidget(self.table, 100)
        foot = HBox(look, gap=2)
        self.due = Label(look, "", Type.BODY, Role.TEXT2, icon="calendar_clock_16", elide=True)
        self.move_button = Button.of(look, move, small=True)
        foot.addWidget(self.due, 1)
        foot.addWidget(self.move_button)
        column.addLayout(foot)
        column.addStretch(1)

    def show_units(self, screen: Screen) -> None:
        self.due.setText(screen.due)
        self.due.setToolTip(screen.counted)
        self.due.setAccessibleDescription(screen.counted)
        with self.filling():
            if screen.units != self._rows:
                self._rows = screen.units
                self.set_rows()
            self.go_to(screen.unit)

    def set_rows(self) -> None:
        (narrow,) = self.narrow
        self.table.set_items([unit_cells(one, narrow=narrow) for one in self._rows])
        self.fit()

    def wanted_height(self) -> int:
        """Pixels in which every unit is seen without scrolling."""
        px = self.look.px
        return self.table.fitted_height() + px(3 + 2 * 1.5) + self.move_button.sizeHint().height()

    def key(self, event: QKeyEvent) -> bool:
        if deletes(event):
            self.removed.emit()
            return True
        return False


def unit_cells(one: UnitRow, *, narrow: bool) -> Row:
    """The cells of a line: unit and its officials, how much came back, the next day, how it stands."""
    state = UNITS[one.state]
    next_day = f"{one.due}, {one.left.lower()}" if one.due else ""
    return Row(
        one.id,
        (
            Cell(one.name, one.officials, medium=True),
            Cell(one.progress, one.missing),
            Cell(one.due, one.left),
            Cell(one.words, one.since or (next_day if narrow else ""), role=state.role, icon=state.icon),
        ),
    )
