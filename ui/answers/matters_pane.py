"""The opinions of the chosen unit: number, text, day and whether the answer is there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent

from ui.answers.screen import Screen
from ui.answers.words import MATTERS, MatterRow
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.fitted_list import FittedList, deletes
from ui.widgets.panes import HBox, VBox
from ui.widgets.rows import Cell, Column, Row
from ui.widgets.text import Label

_DUE_FROM = 140  # u; in a narrower table the day stands under the state
COLUMNS = (
    Column("numbers", "Số", 14, gap=4),
    Column("text", "Nội dung", gap=1.5),
    Column("due", "Hạn gửi", 22, keep=True, least=_DUE_FROM, gap=2),
    Column("state", "Câu trả lời", 28, keep=True, gap=2),
)


class MattersPane(FittedList):
    """Passive: signals say what the secretary wants."""

    removed = Signal()

    def __init__(self, look: Look, *, back: QAction, take_back: QAction, give: QAction) -> None:
        super().__init__(look, COLUMNS, "Ý kiến của đơn vị", (_DUE_FROM,))
        self._rows: tuple[MatterRow, ...] = ()
        column = VBox(look, (6, 2, 6, 3), 1.5)
        self.setLayout(column)
        head = HBox(look, gap=2)
        self.back_button = Button.of(look, back, kind=Kind.QUIET, small=True)
        self.back_button.hide()
        self.title = Label(look, "", Type.SECTION, elide=True)
        self.give_button = Button.of(look, give, small=True)
        self.take_back_button = Button.of(look, take_back, kind=Kind.BAR, small=True, cap=False)
        self.take_back_button.set_key("Delete")
        head.addWidget(self.back_button)
        head.addWidget(self.title, 1)
        head.addWidget(self.take_back_button)
        head.addWidget(self.give_button)
        column.addLayout(head)
        column.addWidget(self.table, 100)
        column.addStretch(1)

    def show_matters(self, screen: Screen) -> None:
        self.title.setText(screen.head)
        self.give_button.setVisible(bool(screen.unit) and not screen.unit_name)
        self.take_back_button.setVisible(bool(screen.unit_name))
        with self.filling():
            if screen.rows != self._rows:
                self._rows = screen.rows
                self.set_rows()
            self.go_to(screen.matter)

    def set_rows(self) -> None:
        (narrow,) = self.narrow
        self.table.set_items([matter_cells(one, narrow=narrow) for one in self._rows])
        self.fit()

    def wanted_height(self) -> int:
        """Pixels in which every opinion is seen without scrolling."""
        px = self.look.px
        return self.table.fitted_height() + px(2 + 2 * 1.5 + 3) + self.give_button.sizeHint().height()

    def set_alone(self, alone: bool) -> None:
        """In the place of the units: the way back is shown."""
        self.back_button.setVisible(alone)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_current()

    def key(self, event: QKeyEvent) -> bool:
        if deletes(event):
            self.removed.emit()
            return True
        return False


def matter_cells(one: MatterRow, *, narrow: bool) -> Row:
    """The cells of a line; without a column for the day it stands under the state."""
    state = MATTERS[one.state]
    late = Role.BAD if one.state == "late" else Role.TEXT
    day = ", ".join(part for part in (one.due, one.left.lower()) if part)
    return Row(
        one.id,
        (
            Cell(one.numbers, role=Role.TEXT2),
            Cell(one.text, one.note),
            Cell(one.due, one.left, role=late),
            Cell(state.short, day if narrow else "", role=state.role, icon=state.icon),
        ),
    )
