"""A column of cards: one state's promises, walked with the arrows, dragged to another column by the mouse."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPalette,
)
from PySide6.QtWidgets import QApplication, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from dialogue_desktop.domain.after_records import CommitmentState
from ui.follow_up.words import Card
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.scroll import ScrollBar

MIME = "application/x-cam-ket"
_LINES = 3
_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
Index = QModelIndex | QPersistentModelIndex


class _Cards(QAbstractListModel):
    """The cards in order."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.cards: tuple[Card, ...] = ()

    def set_cards(self, cards: Sequence[Card]) -> None:
        self.beginResetModel()
        self.cards = tuple(cards)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() else len(self.cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self.cards):
            return None
        card = self.cards[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return card.spoken
        return card.tip if role == Qt.ItemDataRole.ToolTipRole else None


class CardList(QListView):
    """`opened` and `chosen` carry the key of a card; `moved` a key and by how many columns, `dropped` the key
    of a card that was let go here; `walked` asks for the column beside (-1, 1)."""

    opened = Signal(str)
    chosen = Signal(str)
    moved = Signal(str, int)
    dropped = Signal(str)
    walked = Signal(int)

    def __init__(self, look: Look, state: CommitmentState, name: str) -> None:
        super().__init__()
        self._look, self.of = look, state
        self._cards = _Cards(self)
        self._press: QPoint | None = None
        self._over = False
        self.setModel(self._cards)
        self.setItemDelegate(_Drawer(look, self))
        self.setAccessibleName(name)
        self.setFrameStyle(0)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(ScrollBar(look))
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setAcceptDrops(True)
        look.changed.connect(self._relook)
        self._relook()

    def _relook(self) -> None:
        palette = self.palette()
        role = Role.ACCENT_SOFT if self._over else Role.CANVAS
        palette.setColor(QPalette.ColorRole.Base, self._look.color(role))
        self.setPalette(palette)
        self.scheduleDelayedItemsLayout()

    # --- what is in it --------------------------------------------------------------------------------

    def set_cards(self, cards: Sequence[Card]) -> None:
        if tuple(cards) != self._cards.cards:
            scroll = self.verticalScrollBar().value()
            self._cards.set_cards(cards)
            self.verticalScrollBar().setValue(scroll)

    @property
    def cards(self) -> tuple[Card, ...]:
        return self._cards.cards

    def set_current(self, key: str) -> bool:
        for row, card in enumerate(self._cards.cards):
            if card.key == key:
                if self.currentIndex().row() != row:
                    self.setCurrentIndex(self._cards.index(row, 0))
                return True
        self.setCurrentIndex(QModelIndex())
        return False

    def current_key(self) -> str:
        row = self.currentIndex().row()
        return self._cards.cards[row].key if 0 <= row < len(self._cards.cards) else ""

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if self.hasFocus() and self.current_key():
            self.chosen.emit(self.current_key())

    # --- keys -----------------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._cards.cards:
            self.setCurrentIndex(self._cards.index(0, 0))
        if self.current_key():
            self.chosen.emit(self.current_key())
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        way = _ARROWS.get(Qt.Key(event.key()))
        key = self.current_key()
        if way is not None and held == Qt.KeyboardModifier.ControlModifier:
            if key:
                self.moved.emit(key, way)
            return
        if way is not None and not held:
            self.walked.emit(way)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held and key:
            self.opened.emit(key)
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters typed on the cards do nothing."""

    # --- mouse ----------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        point = event.position().toPoint()
        self._press = point if self.indexAt(point).isValid() else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        far = self._press is not None and (point - self._press).manhattanLength()
        if not far or far < QApplication.startDragDistance() or not self.current_key():
            return
        self._press = None
        drag, data = QDrag(self), QMimeData()
        data.setData(MIME, self.current_key().encode())
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.MoveAction)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.indexAt(event.position().toPoint()).isValid():
            self.opened.emit(self.current_key())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            self._show_over(True)
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: object) -> None:
        self._show_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_over(False)
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()
            self.dropped.emit(bytes(event.mimeData().data(MIME).data()).decode())

    def _show_over(self, over: bool) -> None:
        self._over = over
        self._relook()


class _Drawer(QStyledItemDelegate):
    """Number and urgency, the words in at most three lines, the unit below."""

    def __init__(self, look: Look, view: CardList) -> None:
        super().__init__(view)
        self._look, self._view = look, view

    def _lines(self, text: str, room: int) -> list[str]:
        lines: list[str] = []
        rest = text
        while rest and len(lines) < _LINES - 1:
            first, rest = self._look.two_lines(rest, Type.BODY, room)
            lines.append(first)
        if rest:
            lines.append(self._look.elided(rest, Type.BODY, room))
        return lines

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        look = self._look
        return QSize(1, _LINES * look.line() + 2 * look.line(Type.CAPTION) + look.px(5))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, px = self._look, self._look.px
        box: QRect = option.rect.adjusted(0, 0, 0, -px(1))  # type: ignore[attr-defined]
        card = self._view.cards[index.row()]
        current = index.row() == self._view.currentIndex().row()
        focused = current and self._view.hasFocus()
        look.draw_box(
            painter, box, fill=Role.ACCENT_SOFT if focused else Role.SURFACE,
            edge=Role.FOCUS if focused else Role.BORDER, width=look.ring if focused else 0,
        )  # fmt: skip
        room = box.adjusted(px(2), px(1.5), -px(2), -px(1.5))
        caption = look.line(Type.CAPTION)
        top = QRect(room.x(), room.y(), room.width(), caption)
        wide = look.draw_text(painter, top, card.number, Type.CAPTION_STRONG, Role.TEXT2)
        due = top.adjusted(wide + px(2), 0, 0, 0)
        if card.icon:
            look.draw_icon(painter, QRect(due.x(), due.y(), px(4), caption), f"{card.icon}_16", card.role, 4)
            due = due.adjusted(px(4.75), 0, 0, 0)
        look.draw_text(painter, due, card.due, Type.CAPTION_MEDIUM, card.role, elide=True)
        y = top.bottom() + 1
        for line in self._lines(card.text, room.width()):
            look.draw_text(painter, QRect(room.x(), y, room.width(), look.line()), line, elide=True)
            y += look.line()
        below = QRect(room.x(), room.bottom() - caption + 1, room.width(), caption)
        look.draw_text(painter, below, card.unit, Type.CAPTION, Role.TEXT2, elide=True)
