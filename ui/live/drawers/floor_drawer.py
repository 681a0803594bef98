"""How long each thôn has spoken, for the chair who asks who has not yet (L7)."""

from __future__ import annotations

from PySide6.QtCore import Qt

from ui.live.drawers.drawer import Drawer
from ui.live.session.floor_words import FloorView
from ui.live.session.screen_words import capital
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.panes import VBox
from ui.widgets.row_table import RowTable
from ui.widgets.rows import Cell, Column, Row
from ui.widgets.text import Paragraph


class FloorDrawer(Drawer):
    """A list to read; the whole session at its foot."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "Thời gian nói")
        columns = (Column("who", gap=2.5), Column("time", units=13, right=True, keep=True, gap=1))
        self.table = RowTable(look, columns, name="Thời gian nói theo thôn")
        self.whole = Paragraph(look, "", Type.STRONG)
        middle = VBox(look, (3, 1, 3, 1), 2)
        middle.addWidget(self.table, 1)
        column = self.layout()
        assert isinstance(column, VBox)
        column.insertLayout(1, middle, 1)
        self.scroller.hide()  # the table scrolls by itself
        self.foot.addWidget(self.whole)
        self._shown = FloorView()

    def show_floor(self, floor: FloorView) -> None:
        if floor == self._shown:
            return
        self._shown = floor
        self.table.set_items(
            Row(
                f"{number} {row.locality}",
                (
                    Cell(capital(row.locality), row.note, second_role=Role.TEXT2 if row.time else Role.WARN),
                    Cell(row.time or "–"),
                ),
            )
            for number, row in enumerate(floor.rows)
        )
        self.whole.set_words(f"Cả phiên: {floor.whole}" if floor.whole else "Chưa có ai phát biểu.")

    def focus_first(self) -> None:
        self.table.rows.setFocus(Qt.FocusReason.ShortcutFocusReason)
