"""What a file brings in words, and the list of what both sides say otherwise (L11)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.look import Look
from ui.merging.screen import Mode, RowView, Screen
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.empty import EmptyState
from ui.widgets.panes import Pane, VBox
from ui.widgets.row_table import RowTable
from ui.widgets.rows import Cell, Column, Row
from ui.widgets.text import Label, Paragraph

_COLUMNS = (Column("what", "Hai bên ghi khác nhau"), Column("state", "Chọn", 25, least=70))


class ListPane(Pane):
    """Passive. `keys` is asked first for each key on the list: ← → and Space belong to what is in hand."""

    selected = Signal(str)
    opened = Signal(str)

    def __init__(self, look: Look, keys: Callable[[QKeyEvent], bool]) -> None:
        super().__init__(look)
        self._keys, self._filling = keys, False
        self._rows: tuple[RowView, ...] = ()
        column = VBox(look, (6, 3, 6, 3), 2)
        self.setLayout(column)
        self._counts_title = Label(look, "Tệp này mang về", Type.SECTION)
        column.addWidget(self._counts_title)
        self._counts = Paragraph(look)
        column.addWidget(self._counts)
        self.table = RowTable(look, _COLUMNS, name="Các chỗ hai bên ghi khác nhau")
        self.table.rows.current_row.connect(self._chosen)
        self.table.rows.opened.connect(self.opened)
        self.table.rows.installEventFilter(self)
        column.addWidget(self.table, 1)
        self._none = EmptyState(
            look, "checkmark_circle", "Không có chỗ nào phải chọn",
            "Hai bên không sửa cùng một chỗ; mọi nội dung của hai bên đều được giữ.", framed=False,
        )  # fmt: skip
        column.addWidget(self._none, 1)
        self.setFocusProxy(self.table)

    def show_screen(self, screen: Screen) -> None:
        file = screen.mode is Mode.FILE
        self._counts_title.setVisible(file and bool(screen.counts))
        self._counts.setVisible(file and bool(screen.counts))
        self._counts.set_words("\n".join(screen.counts))
        self.table.setVisible(bool(screen.rows))
        self._none.setVisible(not screen.rows)
        if file and not screen.counts and not screen.can_keep:
            self._none.set_words("Không có gì mới", "Mọi nội dung trong tệp đã có trên máy này.")
        else:
            self._none.set_words(
                "Không có chỗ nào phải chọn",
                "Hai bên không sửa cùng một chỗ; mọi nội dung của hai bên đều được giữ.",
            )
        self._filling = True
        if screen.rows != self._rows:
            self._rows = screen.rows
            self.table.set_items([_row(one) for one in screen.rows])
        if screen.detail is not None and self.table.rows.current_id() != screen.detail.key:
            self.table.rows.set_current(screen.detail.key)
        self._filling = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._keys(event):
            return True
        return super().eventFilter(watched, event)

    def _chosen(self, row_id: str) -> None:
        if row_id and not self._filling:
            self.selected.emit(row_id)

    def focus_list(self) -> None:
        self.table.rows.setFocus(Qt.FocusReason.OtherFocusReason)


def _row(one: RowView) -> Row:
    role, icon = (Role.WARN, "circle_half_fill") if one.open else (Role.OK, "checkmark_circle")
    state = Cell(one.state, role=role, icon=icon)
    return Row(one.key, (Cell(one.title, one.about), state))
