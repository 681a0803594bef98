"""The list of everything: hits of each kind under their headings, more of them as one scrolls (G3)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.search import SearchOrder
from dialogue_desktop.services.search import PAGE
from ui.look import Look
from ui.search.looks import STATES
from ui.search.screen import Screen
from ui.search.tools import SearchTools
from ui.search.words import Line, Section, moved
from ui.theme import Role
from ui.widgets.button import Button
from ui.widgets.empty import EmptyState
from ui.widgets.panes import Pane, VBox
from ui.widgets.row_table import RowTable
from ui.widgets.rows import Cell, Column, Group, Item, Row

_STATE_FROM = 150  # u; in a narrower table the state stands under the words
COLUMNS = (
    Column("text", "Nội dung", gap=4),
    Column("who", "Người có ý kiến", 42, sortable=True),
    Column("where", "Hội nghị", 36, sortable=True),
    Column("state", "Kết quả", 34, least=_STATE_FROM),
)
_NO_LIMIT = 16_777_215  # Qt's own: as high as there is room
_ORDERS = {"who": SearchOrder.BY_NAME, "where": SearchOrder.AS_HELD}
OPINIONS = "y-kien"


class ListPane(Pane):
    """Passive: signals say what the secretary wants, `show_screen` shows what came of it."""

    searched = Signal(str)
    sorted_by = Signal(object)  # SearchOrder
    selected = Signal(str)
    opened = Signal(str)
    ended = Signal()  # the last rows come near
    widened_all = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setAccessibleName("Kết quả tìm")
        self._filling = self._narrow = False
        self.version = -1
        self._sections: tuple[Section, ...] = ()
        self._opinions: list[Line] = []
        column = VBox(look, (6, 3, 6, 3), 3)
        self.setLayout(column)
        self.tools = SearchTools(look)
        self.search = self.tools.search
        self.search.settled.connect(self.searched)
        self.search.installEventFilter(self)
        column.addWidget(self.tools)
        self.table = RowTable(look, COLUMNS, name="Tất cả")
        self.table.rows.set_growing()
        self.table.rows.current_row.connect(self._row_chosen)
        self.table.rows.opened.connect(self.opened)
        self.table.rows.near_end.connect(self.ended)
        self.table.rows.installEventFilter(self)
        self.table.rows.viewport().installEventFilter(self)
        if self.table.heading is not None:
            self.table.heading.sort_asked.connect(lambda name: self.sorted_by.emit(_ORDERS[name]))
        column.addWidget(self.table, 100)
        widen = Button(look, "Bỏ lọc")
        widen.clicked.connect(self.widened_all)
        self.no_match = EmptyState(look, "search", "Không tìm thấy", "", (widen,))
        column.addWidget(self.no_match)
        self.none = EmptyState(
            look, "chat_multiple", "Chưa có ý kiến nào",
            "Ý kiến của mọi hội nghị, đã thu thập hay ghi tại phiên, đều tìm được ở đây.",
        )  # fmt: skip
        column.addWidget(self.none)
        column.addStretch(1)
        for widget in (self.table, self.no_match, self.none):
            widget.hide()
        QWidget.setTabOrder(self.tools.last, self.table.rows)
        self.setFocusProxy(self.search)
        self.table.rows.rows.modelReset.connect(self._fit)
        self.table.rows.rows.rowsInserted.connect(self._fit)

    # --- what it shows --------------------------------------------------------------------------------

    def show_screen(self, screen: Screen) -> None:
        self.table.setVisible(screen.loaded and not screen.empty)
        self.none.setVisible(screen.empty == "none")
        self.no_match.setVisible(screen.empty == "no_match")
        self.no_match.set_words("Không tìm thấy", screen.no_match)
        rows = self.table.rows
        self._filling = True
        if screen.version != self.version:
            self.version = screen.version
            self._sections, self._opinions = screen.sections, list(screen.lines)
            if screen.fresh:
                rows.setCurrentIndex(QModelIndex())  # so that the new list stands at its top
                rows.verticalScrollBar().setValue(0)
            self.table.set_items(self._items())
        if screen.selected and rows.current_id() != screen.selected:
            rows.set_current(screen.selected)
            if screen.fresh:
                rows.verticalScrollBar().setValue(0)
        self._filling = False
        if self.table.heading is not None:
            by = next((name for name, order in _ORDERS.items() if order is screen.order), "")
            self.table.heading.show_order(by, down=by == "where")
        self.tools.show_screen(screen)

    def show_more(self, lines: Sequence[Line]) -> None:
        self._opinions += lines
        self.table.rows.append_items([row(one, narrow=self._narrow) for one in lines])

    def _items(self) -> list[Item]:
        items: list[Item] = []
        for one in self._sections:
            items.append(Group(one.id, one.title, one.amount, one.icon, Role.TEXT, open=one.open))
            items += [row(line, narrow=self._narrow) for line in one.lines]
        if self._sections and self._opinions:
            items.append(Group(OPINIONS, "Ý kiến", "", "chat"))
        items += [row(line, narrow=self._narrow) for line in self._opinions]
        return items

    def _fit(self) -> None:
        """The frame ends with the last row; what does not fit is scrolled."""
        few = self.table.rows.rows.rowCount() <= PAGE
        self.table.setMaximumHeight(self.table.fitted_height() if few else _NO_LIMIT)

    def _widths_changed(self) -> None:
        narrow = self.table.rows.viewport().width() < self.look.px(_STATE_FROM)
        if narrow != self._narrow:
            self._narrow = narrow
            self._filling = True
            self.table.set_items(self._items())
            self._filling = False

    def focus_list(self) -> None:
        target: QWidget = self.search if self.table.isHidden() else self.table.rows
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_line(self) -> None:
        """The cursor in the search line, its words ready to be typed over."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    # --- acts -----------------------------------------------------------------------------------------

    def _row_chosen(self, row_id: str) -> None:
        if row_id and not self._filling:
            self.selected.emit(row_id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """↓ from the search line into the list and ↑ back; Enter in the line opens the selected hit."""
        if event.type() is QEvent.Type.Resize and watched is self.table.rows.viewport():
            self._widths_changed()
        elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                return False
            if watched is self.search and not self.search.composing:
                return self._line_key(event.key())
            if watched is self.table.rows and event.key() == Qt.Key.Key_Up:
                if self.table.rows.currentIndex().row() <= 0:
                    self.focus_line()
                    return True
        return False

    def _line_key(self, key: int) -> bool:
        if self.table.isHidden():
            return False
        if key == Qt.Key.Key_Down:
            self.focus_list()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.table.rows.current_id())
            return True
        return False


def row(one: Line, *, narrow: bool) -> Row:
    """The cells of a line. `narrow`: there is no column for the state, it stands under the words."""
    state = STATES.get(one.state)
    note, note_marks = one.note, one.note_marks
    if narrow and state is not None:
        lead = f"{state.short}  ·  "
        note = lead + note
        note_marks = moved(note_marks, len(lead))
    shown = Cell(state.short, one.due, role=state.role, icon=state.icon) if state is not None else Cell()
    return Row(
        one.id,
        (
            Cell(one.text, note, marks=one.text_marks, second_marks=note_marks),
            Cell(one.who, one.place, marks=one.who_marks, second_marks=one.place_marks),
            Cell(one.where, one.when),
            shown,
        ),
    )
