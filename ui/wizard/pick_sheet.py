"""Choosing a ready row from the office's library: searched without accents, read whole, taken by Enter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent

from dialogue_desktop.domain.text_vi import fold
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.field import SearchField
from ui.widgets.panes import Card, HBox, Pane, VBox
from ui.widgets.row_table import RowTable
from ui.widgets.rows import Cell, Column, Group, Item, Row
from ui.widgets.text import Label, Paragraph

_SIDE = 5.0  # u left and right, as in the steps
_CARD_FROM = 62  # u of the sheet from which the whole text stands below the list
_MARK_FROM = 150  # u of the list; in a narrower one the second line says it
_LEADING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True, slots=True)
class PickItem:
    """A ready row: `title`, `second` line and `mark` in the list, `text` whole below it; `group` is its
    heading."""

    id: str
    title: str
    text: str
    second: str = ""
    group: str = ""
    mark: Cell | None = None
    faded: bool = False


class PickSheet(Pane):
    """Stands in place of the step until one is taken or Esc is pressed.

    The cursor never leaves the search field: ↑ ↓ go along the list, Enter takes, Esc empties the field
    and then closes.
    """

    taken = Signal(str)
    closed = Signal()

    def __init__(self, look: Look, title: str, *, take: str, mark_units: float = 0) -> None:
        super().__init__(look, Role.SURFACE)
        self._items: tuple[PickItem, ...] = ()
        self.setAccessibleName(title)
        column = VBox(look, (_SIDE, 0, _SIDE, 3), 2)
        self.setLayout(column)
        head = HBox(look, gap=2)
        head.addWidget(Label(look, title, Type.STRONG))
        self._count = Label(look, "", role=Role.TEXT2)
        head.addWidget(self._count)
        head.addStretch(1)
        self.take_button = Button(look, take, icon="add", key="Enter", small=True)
        self.take_button.clicked.connect(self._take)
        head.addWidget(self.take_button)
        self.close_button = Button(look, "Đóng", kind=Kind.BAR, icon="dismiss", key="Esc", small=True)
        self.close_button.clicked.connect(self.closed)
        head.addWidget(self.close_button)
        column.addLayout(head)
        self.search = SearchField(look, "Tìm, không cần gõ dấu", units=None)
        self.search.settled.connect(lambda _text: self._filter())
        self.search.installEventFilter(self)
        column.addWidget(self.search)
        columns = [Column("text")]
        if mark_units:
            columns.append(Column("mark", units=mark_units, keep=True, least=_MARK_FROM))
        self._marked = bool(mark_units)
        self.table = RowTable(look, columns, name=title)
        self.table.rows.current_row.connect(self._show_whole)
        self.table.rows.opened.connect(self.taken)
        self.table.rows.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.table.rows.installEventFilter(self)
        column.addWidget(self.table, 1)
        self._none = Label(look, "", role=Role.TEXT2)
        column.addWidget(self._none)
        self._card = Card(look)
        inside = VBox(look, (3, 2, 3, 2), 2)
        self._card.setLayout(inside)
        self.whole = Paragraph(look, "")
        inside.addWidget(self.whole)
        column.addWidget(self._card)

    def show_items(self, items: Iterable[PickItem]) -> None:
        """Those that can be taken, in their order; items of one group stand together."""
        self._items = tuple(items)
        self.search.setText("")
        self._filter()

    def focus_first(self) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- what is shown --------------------------------------------------------------------------------

    def _filter(self) -> None:
        parts = fold(self.search.text()).split()
        fitting = [item for item in self._items if all(part in fold(_words(item)) for part in parts)]
        shown: list[Item] = []
        group = ""
        for item in fitting:
            if item.group != group:
                group = item.group
                amount = sum(1 for one in fitting if one.group == group)
                shown.append(Group(f"group:{group}", group, str(amount)))
            shown.append(self._row(item))
        self.table.set_items(shown)
        self._count.setText(str(len(fitting)))
        self.table.setVisible(bool(fitting))
        self._none.setVisible(not fitting)
        words = "Không có đoạn khớp. Xóa bớt chữ ở ô tìm." if parts else "Chưa có gì để chọn."
        self._none.setText(words)
        self.table.rows.set_first_current()
        self.table.rows.scrollToTop()  # with the heading of its group
        self.take_button.lock("" if fitting else "Chưa chọn được gì.")
        self._show_whole(self.table.rows.current_id())

    def _row(self, item: PickItem) -> Row:
        first = Cell(item.title, item.second, medium=True)
        cells = (first, item.mark or Cell()) if self._marked else (first,)
        return Row(item.id, cells, faded=item.faded)

    def _show_whole(self, item_id: str) -> None:
        item = next((one for one in self._items if one.id == item_id), None)
        self.whole.set_words(item.text if item is not None else "")
        self._card.setVisible(item is not None and self.height() >= self.look.px(_CARD_FROM))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_whole(self.table.rows.current_id())

    # --- keys -----------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if self.search.composing or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key = Qt.Key(event.key())
        if watched is self.search and key in _LEADING:
            self._walk(key)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _walk(self, key: Qt.Key) -> None:
        """Over the rows, past the headings between them."""
        rows = self.table.rows
        ids = [item.id for item in rows.rows.items() if isinstance(item, Row)]
        if not ids:
            return
        now = ids.index(rows.current_id()) if rows.current_id() in ids else -1
        page = max(1, rows.viewport().height() // rows.drawer.row_height())
        by = {_LEADING[0]: -1, _LEADING[1]: 1, _LEADING[2]: -page, _LEADING[3]: page}[key]
        rows.set_current(ids[max(0, min(len(ids) - 1, now + by))])

    def _take(self) -> None:
        chosen = self.table.rows.current_id()
        if any(item.id == chosen for item in self._items):
            self.taken.emit(chosen)


def _words(item: PickItem) -> str:
    return f"{item.title} {item.text} {item.group}"
