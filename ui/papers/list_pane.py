"""The list of the papers by purpose; under it stands how the one on view is printed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.look import Look
from ui.papers.screen import PaperRow, Screen
from ui.theme import Role
from ui.widgets.panes import HBox, Pane, VBox
from ui.widgets.row_table import RowTable
from ui.widgets.rows import Cell, Column, Group, Item, Row

_COLUMNS = (
    Column("tick", units=8, gap=2),
    Column("paper", "Văn bản", units=59, keep=True),
    Column("holds", "Đang có"),
)


class ListPane(Pane):
    """Passive. Enter opens the pages of a paper, Space ticks it."""

    selected = Signal(str)
    opened = Signal(str)
    ticked = Signal(str, bool)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        column = VBox(look)
        self.setLayout(column)
        self.table = RowTable(look, _COLUMNS, name="Văn bản của hội nghị", two_lines=False)
        rows = self.table.rows
        rows.current_row.connect(self._current)
        rows.opened.connect(self.opened)
        rows.ticked.connect(self.ticked)
        frame = HBox(look, (6, 3, 6, 3))
        frame.addWidget(self.table)
        column.addLayout(frame, 1)
        self._column = column
        self._quiet = False

    def show_screen(self, screen: Screen) -> None:
        items: list[Item] = []
        for section in screen.sections:
            # Not the bare id: one of the papers is "plan" too.
            items.append(Group(f"group:{section.id}", section.title, f"{len(section.rows)} văn bản"))
            items += [_row(row) for row in section.rows]
        self._quiet = True  # what is on view was decided already
        self.table.set_items(items)
        if screen.kind is not None and self.table.rows.current_id() != screen.kind.name:
            self.table.rows.set_current(screen.kind.name)
        self._quiet = False

    def _current(self, name: str) -> None:
        if name and not self._quiet:
            self.selected.emit(name)

    def focus_list(self) -> None:
        rows = self.table.rows
        rows.setFocus(Qt.FocusReason.OtherFocusReason)
        rows.scrollTo(rows.currentIndex())

    def put(self, choices: QWidget) -> None:
        """The form under the list."""
        self._column.addWidget(choices)


def _row(row: PaperRow) -> Row:
    missing = row.want is not None
    title = Cell(row.title, role=Role.TEXT2 if missing else Role.TEXT)
    held = Cell(row.words, role=Role.TEXT2, icon="info" if missing else "")
    return Row(row.name, (Cell(tick=row.ticked), title, held))
