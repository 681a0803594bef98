"""The units with what they were given, what came back, who is late and since when."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent

from ui.answers.screen import Screen
from ui.answers.words import UNITS, UnitRow
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button
from ui.widgets.panes import HBox, Pane, VBox, follow
from ui.widgets.row_table import RowTable
from ui.widgets.rows import Cell, Column, Row
from ui.widgets.text import Label

_DUE_FROM = 125  # u; in a narrower table the next day stands under how much came back
COLUMNS = (
    Column("unit", "Đơn vị", gap=3),
    Column("progress", "Đã có", 24, keep=True, gap=2),
    Column("due", "Hạn tới", 22, keep=True, least=_DUE_FROM, gap=2),
    Column("state", "Tình trạng", 34, keep=True, gap=2),
)


class UnitsPane(Pane):
    """Passive: signals say what the secretary wants."""

    selected = Signal(str)
    opened = Signal(str)
    removed = Signal()

    def __init__(self, look: Look, *, move: QAction) -> None:
        super().__init__(look)
        self._filling = self._narrow = False
        self._rows: tuple[UnitRow, ...] = ()
        column = VBox(look, (6, 3, 6, 0), 1.5)
        self.setLayout(column)
        self.table = RowTable(look, COLUMNS, name="Đơn vị được giao")
        rows = self.table.rows
        rows.current_row.connect(self._row_chosen)
        rows.opened.connect(self.opened)
        rows.installEventFilter(self)
        rows.viewport().installEventFilter(self)
        column.addWidget(self.table, 100)
        foot = HBox(look, gap=2)
        self.due = Label(look, "", Type.BODY, Role.TEXT2, icon="calendar_clock_16", elide=True)
        self.move_button = Button.of(look, move, small=True)
        foot.addWidget(self.due, 1)
        foot.addWidget(self.move_button)
        column.addLayout(foot)
        column.addStretch(1)
        self.setFocusProxy(self.table)
        rows.rows.modelReset.connect(self._fit)
        follow(look, self._fit)

    def show_units(self, screen: Screen) -> None:
        self.due.setText(screen.due)
        self.due.setToolTip(screen.counted)
        self.due.setAccessibleDescription(screen.counted)
        self._filling = True
        if screen.units != self._rows:
            self._rows = screen.units
            self._set_rows()
        rows = self.table.rows
        if screen.unit and rows.current_id() != screen.unit:
            rows.set_current(screen.unit)
        self._filling = False

    def _set_rows(self) -> None:
        self.table.set_items([unit_cells(one, narrow=self._narrow) for one in self._rows])
        self._fit()

    def _fit(self) -> None:
        self.table.setMaximumHeight(self.table.fitted_height())

    def wanted_height(self) -> int:
        """Pixels in which every unit is seen without scrolling."""
        px = self.look.px
        return self.table.fitted_height() + px(3 + 2 * 1.5) + self.move_button.sizeHint().height()

    def focus_list(self) -> None:
        self.table.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row_chosen(self, row_id: str) -> None:
        if row_id and not self._filling:
            self.selected.emit(row_id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self.table.rows.viewport():
            narrow = self.table.rows.viewport().width() < self.look.px(_DUE_FROM)
            if narrow != self._narrow:
                self._narrow, self._filling = narrow, True
                self._set_rows()
                self._filling = False
        elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if event.key() == Qt.Key.Key_Delete and bare:
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
