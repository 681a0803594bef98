"""The opinions to be sorted, each with its suggestion; digits and letters answer without leaving the list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.look import Look
from ui.sorting.core import Part
from ui.sorting.looks import SURENESS
from ui.sorting.screen import Screen
from ui.sorting.words import EMPTY, GROUPS, SURE, SortRow
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.empty import EmptyState
from ui.widgets.fitted_list import FittedList
from ui.widgets.panes import VBox
from ui.widgets.rows import Cell, Column, Group, Item, Row
from ui.widgets.text import Paragraph

_SURE_FROM = 160  # u; in a narrower table the degree stands under the suggestion
COLUMNS = (
    Column("number", "Số", 10, keep=True, gap=4),
    Column("text", "Nội dung", gap=1.5),
    Column("suggestion", "Gợi ý", 58),
    Column("sure", "Mức chắc", 27, least=_SURE_FROM),
)


class SortListPane(FittedList):
    """Passive: signals say what the secretary wants, `show_screen` shows what came of it."""

    taken = Signal()  # Enter: the suggestion of the selected row
    digit = Signal(str)  # "0" to "9"
    letters = Signal(str)  # the first letter of a field's name
    all_taken = Signal()
    other_asked = Signal()  # the button of an empty view: to the list of opinions

    def __init__(self, look: Look) -> None:
        super().__init__(look, COLUMNS, "Ý kiến cần xếp", (_SURE_FROM,))
        self._rows: tuple[SortRow, ...] = ()
        self._part = Part.UNSORTED
        self._sure = 0
        column = VBox(look, (6, 3, 6, 3), 2)
        self.setLayout(column)
        rows = self.table.rows
        rows.opened.connect(lambda _row: self.taken.emit())
        rows.acted.connect(lambda _group: self.all_taken.emit())
        column.addWidget(self.table, 100)
        back = Button(look, "Danh sách ý kiến", kind=Kind.DEFAULT)
        back.clicked.connect(self.other_asked)
        self.back_button = back
        self._none = EmptyState(look, "tag", "", "", (back,))
        column.addWidget(self._none)
        column.addStretch(1)
        self.trust = Paragraph(look, "", Type.CAPTION, Role.TEXT2)
        column.addWidget(self.trust)
        for widget in (self.table, self._none, self.trust):
            widget.hide()

    def show_screen(self, screen: Screen) -> None:
        there = bool(screen.rows)
        self.table.setVisible(screen.loaded and there)
        self._none.setVisible(screen.loaded and not there)
        self._none.set_words(*EMPTY[screen.part])
        self.trust.set_words(screen.trust)
        self.trust.setVisible(bool(screen.trust))
        with self.filling():
            if (screen.rows, screen.part, screen.sure) != (self._rows, self._part, self._sure):
                self._rows, self._part, self._sure = screen.rows, screen.part, screen.sure
                self.set_rows()
            self.go_to(screen.selected)
            rows = self.table.rows
            if screen.rows and rows.currentIndex().row() <= 1:
                rows.scrollToTop()  # its heading says how sure

    def set_rows(self) -> None:
        items: list[Item] = []
        (narrow,) = self.narrow
        group = ""
        for one in self._rows:
            if one.sure in GROUPS and one.sure != group:
                group = one.sure
                items.append(self._group(group))
            items.append(row(one, narrow=narrow))
        self.table.set_items(items)
        self.fit()

    def _group(self, sure: str) -> Group:
        look, count = SURENESS[sure], sum(1 for one in self._rows if one.sure == sure)
        all_at_once = f"Nhận cả {self._sure}" if sure == SURE and self._sure > 1 else ""
        return Group(sure, look.words, f"{count} ý kiến", look.icon, look.role, action=all_at_once)

    def focus_list(self) -> None:
        target: QWidget = self.back_button if self.table.isHidden() else self.table.rows
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.table.rows.currentIndex().row() > 1:
            self.show_current()

    def key(self, event: QKeyEvent) -> bool:
        """Bare digits and letters are for the list here: no text field has the focus."""
        kept = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        text = event.text()
        if event.modifiers() & ~kept or len(text) != 1:
            return False
        if text in "0123456789":
            self.digit.emit(text)
            return True
        if text.isalpha():
            self.letters.emit(text)
            return True
        return False


def row(one: SortRow, *, narrow: bool) -> Row:
    """The cells of a line. `narrow`: how sure stands before the reason."""
    state = SURENESS[one.sure]
    note = "  ·  ".join(part for part in (state.short if narrow else "", one.note) if part)
    return Row(
        one.id,
        (
            Cell(one.number, role=Role.TEXT2),
            Cell(one.text, one.who),
            Cell(one.suggestion, note),
            Cell(state.short, role=state.role, icon=state.icon),
        ),
    )
