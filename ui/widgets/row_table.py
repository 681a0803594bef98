"""The list with a heading: rows painted whole, ticked, opened and folded by keyboard or mouse."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QListView, QSizePolicy, QVBoxLayout, QWidget

from ui.look import Look
from ui.qt_later import ALWAYS_OFF, NO_EDIT, PER_PIXEL, Qt
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.row_delegate import RowDelegate
from ui.widgets.rows import AnyIndex, Cell, Column, Group, Item, Row, RowsModel
from ui.widgets.scroll import ScrollBar

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

_AHEAD = 2  # a growing list asks for more so many screens before its end
MANY = 2_000  # from here on all rows are given one height, so that nothing is measured one by one


class RowList(QListView):
    """A list of rows and groups.

    Keys: ↑ ↓ move, Enter opens, Space ticks, ← → close and open a group. `opened`, `current_row` and
    `ticked` carry the row's id; `acted` the id of the group whose action was clicked, `acted_other` of its
    second one. `near_end` asks for more of a list that grows (`append_items`) while its last rows come near.
    """

    opened = Signal(str)
    current_row = Signal(str)  # "" while a group or nothing is current
    ticked = Signal(str, bool)
    acted = Signal(str)
    near_end = Signal()
    acted_other = Signal(str)

    def __init__(
        self, look: Look, columns: Sequence[Column], *, name: str, two_lines: bool = True,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._look = look
        self._rows = RowsModel(self)
        self._drawer = RowDelegate(look, columns, two_lines, self)
        self.setFrameStyle(0)
        # A viewport of our own: asked for Qt's, PySide would load every class of widgets to find which
        # of them it is.
        viewport = QWidget()
        viewport.setAutoFillBackground(True)
        viewport.setBackgroundRole(QPalette.ColorRole.Base)
        self.setViewport(viewport)
        self.setAccessibleName(name)
        self.setItemDelegate(self._drawer)
        self.setModel(self._rows)
        self.setProperty("verticalScrollMode", PER_PIXEL)
        self.setProperty("horizontalScrollBarPolicy", ALWAYS_OFF)
        self.setVerticalScrollBar(ScrollBar(look))
        self.setProperty("editTriggers", NO_EDIT)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.verticalScrollBar().setSingleStep(look.px(5))
        self._even = False
        look.changed.connect(self._relook)
        self._relook()

    # --- what is in it ------------------------------------------------------------------------

    @property
    def rows(self) -> RowsModel:
        return self._rows

    @property
    def drawer(self) -> RowDelegate:
        return self._drawer

    def set_items(self, items: Iterable[Item]) -> None:
        """Replace all; the current row and the scroll stay where they were when the row is still there."""
        keep, scroll = self.current_id(), self.verticalScrollBar().value()
        self._rows.set_items(items)
        self._measure_one()
        self._restore(keep, scroll)

    def _measure_one(self) -> None:
        many = self._even or len(self._rows.items()) > MANY
        self._drawer.set_even(many)
        self.setUniformItemSizes(many)

    def set_growing(self) -> None:
        """The list is given page by page: one height for all, and `near_end` before the rows run out."""
        self._even = True
        self._drawer.set_even()
        self.setUniformItemSizes(True)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def append_items(self, items: Iterable[Item]) -> None:
        """More at the end; neither the current row nor the scroll moves."""
        self._rows.append(items)

    def _scrolled(self, value: int) -> None:
        bar = self.verticalScrollBar()
        if bar.maximum() - value < _AHEAD * max(1, self.viewport().height()):
            self.near_end.emit()

    def set_row(self, row: Row) -> None:
        self._rows.set_row(row)

    def current_id(self) -> str:
        item = self._rows.item(self.currentIndex().row())
        return item.id if item is not None else ""

    def set_current(self, item_id: str) -> bool:
        """Go to a row; False where it is not on view."""
        place = self._rows.place_of(item_id)
        if place < 0:
            return False
        index = self._rows.index(place, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def set_first_current(self) -> None:
        """Go to the first row (not to its group's heading)."""
        for item in self._rows.items():
            if isinstance(item, Row):
                self.set_current(item.id)
                return

    def _restore(self, item_id: str, scroll: int) -> None:
        place = self._rows.place_of(item_id) if item_id else -1
        if place >= 0:
            self.setCurrentIndex(self._rows.index(place, 0))
        self.verticalScrollBar().setValue(scroll)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        item = self._rows.item(current.row())
        self.current_row.emit(item.id if isinstance(item, Row) else "")

    def content_height(self) -> int:
        """Pixels that all rows take together."""
        groups = sum(1 for item in self._rows.items() if isinstance(item, Group))
        rest = len(self._rows.items()) - groups
        return groups * self._drawer.group_height() + rest * self._drawer.row_height()

    # --- acts ---------------------------------------------------------------------------------

    def toggle_group(self, group_id: str) -> None:
        keep, scroll = self.current_id(), self.verticalScrollBar().value()
        self._rows.toggle_group(group_id)
        self._measure_one()
        self._restore(keep if self._rows.place_of(keep) >= 0 else group_id, scroll)

    def _tick(self, row: Row) -> None:
        for cell in row.cells:
            if cell.tick is not None:
                self.ticked.emit(row.id, not cell.tick)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self._rows.item(self.currentIndex().row())
        key = event.key()
        if item is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if isinstance(item, Group):
            wants_open = {Qt.Key.Key_Left: False, Qt.Key.Key_Right: True}.get(Qt.Key(key))
            if enter or key == Qt.Key.Key_Space or (wants_open is not None and wants_open != item.open):
                self.toggle_group(item.id)
                return
        elif enter:
            self.opened.emit(item.id)
            return
        elif key == Qt.Key.Key_Space:
            self._tick(item)
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters typed on a list do nothing: Qt's search knows no Vietnamese order."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        point = event.position().toPoint()
        index = self.indexAt(point)
        item = self._rows.item(index.row())
        if isinstance(item, Group):
            box = self.visualRect(index)
            if item.action and self._drawer.action_box(box, item).contains(point):
                self.acted.emit(item.id)
            elif item.other and self._drawer.other_box(box, item).contains(point):
                self.acted_other.emit(item.id)
            else:
                self.toggle_group(item.id)
        elif isinstance(item, Row) and self._on_tick(item, point):
            self._tick(item)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        item = self._rows.item(self.indexAt(point).row())
        if isinstance(item, Row) and not self._on_tick(item, point):
            self.opened.emit(item.id)

    def _on_tick(self, row: Row, point: QPoint) -> bool:
        column = self._drawer.column_at(point.x(), self.viewport().width())
        return 0 <= column < len(row.cells) and row.cells[column].tick is not None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A banner or a bar that takes room from the list does not push the row in hand out of sight."""
        box = self.visualRect(self.currentIndex())
        seen = box.isValid() and QRect(QPoint(0, 0), event.oldSize()).intersects(box)
        super().resizeEvent(event)
        if seen:
            self.scrollTo(self.currentIndex())

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid():
            self.set_first_current()  # before Qt takes the first line, which is a heading
        super().focusInEvent(event)
        self._drawer.set_focused(True)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._drawer.set_focused(False)
        self.viewport().update()

    def _relook(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, self._look.color(Role.SURFACE))
        self.setPalette(palette)
        self.scheduleDelayedItemsLayout()


class Heading(QWidget):
    """Column titles above a list; clicking a sortable one asks for that order."""

    sort_asked = Signal(str)

    def __init__(self, look: Look, rows: RowList) -> None:
        super().__init__()
        self._look, self._rows = look, rows
        self._sorted, self._down = "", False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_order(self, column_id: str, *, down: bool = False) -> None:
        self._sorted, self._down = column_id, down
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(1, self._look.px(7.25))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drawer = self._rows.drawer
        number = drawer.column_at(event.position().toPoint().x(), self._rows.viewport().width())
        if number >= 0 and drawer.columns[number].sortable:
            self.sort_asked.emit(drawer.columns[number].id)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, drawer = self._look, self._rows.drawer
        painter = QPainter(self)
        look.fill(painter, self.rect(), Role.CANVAS)
        below = QRect(0, self.height() - look.edge, self.width(), look.edge)
        look.fill(painter, below, Role.BORDER)
        for column, place in zip(drawer.columns, drawer.places(self._rows.viewport().width()), strict=True):
            if place is None or not column.title:
                continue
            box = QRect(place[0], 0, place[1], self.height())
            on = column.id == self._sorted
            align = Qt.AlignmentFlag.AlignRight if column.right else None
            kind, role = (Type.CAPTION_STRONG, Role.TEXT) if on else (Type.CAPTION_MEDIUM, Role.TEXT2)
            wide = look.draw_text(painter, box, column.title, kind, role, align)
            if on:
                arrow = QRect(box.x() + wide + look.px(1), 0, look.px(4), self.height())
                look.draw_icon(painter, arrow, "arrow_down_16" if self._down else "arrow_up_16", role, 3.5)


class RowTable(QWidget):
    """A `RowList` in a square frame, with a `Heading` where the columns have titles."""

    def __init__(
        self, look: Look, columns: Sequence[Column], *, name: str, two_lines: bool = True,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._look = look
        self._box = QVBoxLayout(self)
        self._box.setSpacing(0)
        self.rows = RowList(look, columns, name=name, two_lines=two_lines)
        self.heading: Heading | None = None
        if any(column.title for column in columns):
            self.heading = Heading(look, self.rows)
            self._box.addWidget(self.heading)
        self._box.addWidget(self.rows)
        self.setFocusProxy(self.rows)
        look.changed.connect(self._relook)
        self._relook()

    def set_items(self, items: Iterable[Item]) -> None:
        self.rows.set_items(items)
        self.updateGeometry()

    def set_hidden(self, ids: Iterable[str]) -> None:
        """Leave columns out (a narrow window shows them in the second line instead)."""
        self.rows.drawer.set_hidden(frozenset(ids))
        self.rows.viewport().update()
        if self.heading is not None:
            self.heading.update()

    def _relook(self) -> None:
        e = self._look.edge
        self._box.setContentsMargins(e, e, e, e)
        self.update()

    def fitted_height(self) -> int:
        """Pixels in which every row is seen without scrolling."""
        heading = self.heading.sizeHint().height() if self.heading is not None else 0
        return self.rows.content_height() + heading + 2 * self._look.edge

    def paintEvent(self, event: QPaintEvent) -> None:
        self._look.draw_box(QPainter(self), self.rect(), fill=Role.SURFACE, edge=Role.BORDER, radius=0)


__all__ = ["Cell", "Column", "Group", "Heading", "Item", "Row", "RowList", "RowTable"]
