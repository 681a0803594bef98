"""Choosing one of a few things from a list that drops down."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.scroll import ScrollBar


class Combo(QComboBox):
    """`chosen` carries the value when a person picks one; `set_value` is silent.

    The wheel never changes it: scrolling a page must not change what was chosen long ago.
    """

    chosen = Signal(object)

    def __init__(
        self,
        look: Look,
        items: Iterable[tuple[Any, str]] = (),
        *,
        name: str = "",
        icon: str = "",
        placeholder: str = "",
        small: bool = False,
        units: float | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._icon, self._small, self._units = look, icon, small, units
        self._placeholder = placeholder
        self._values: list[Any] = []
        self.setAccessibleName(name or placeholder)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(
            QSizePolicy.Policy.Fixed if units else QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed
        )
        # Fusion would lay the list over the box and hide what is chosen.
        self.setStyleSheet("QComboBox { combobox-popup: 0 }")
        self.setItemDelegate(_ItemDelegate(look, self))
        self.view().setVerticalScrollBar(ScrollBar(look))
        self.setMaxVisibleItems(12)
        self.set_items(items)
        self.activated.connect(self._activated)
        look.changed.connect(self._relook)

    def set_items(self, items: Iterable[tuple[Any, str]]) -> None:
        """(value, words) in order; keeps the chosen value where it is still among them."""
        old = self.value()
        pairs = list(items)
        blocked = self.blockSignals(True)
        self.clear()
        # Kept here and not as item data: QVariant turns a StrEnum into str and a tuple into a list.
        self._values = [value for value, _ in pairs]
        self.addItems([words for _, words in pairs])
        self.setCurrentIndex(-1 if self._placeholder else 0)
        self.blockSignals(blocked)
        self.set_value(old)
        self._relook()

    def value(self) -> Any:
        """The chosen value, None where nothing is chosen."""
        index = self.currentIndex()
        return self._values[index] if 0 <= index < len(self._values) else None

    def items(self) -> list[tuple[Any, str]]:
        """(value, words) as they were given."""
        return [(value, self.itemText(index)) for index, value in enumerate(self._values)]

    def set_value(self, value: Any) -> None:
        for index, known in enumerate(self._values):
            if known == value:
                self._turn_to(index)
                return
        if self._placeholder and value is None:
            self._turn_to(-1)

    def _turn_to(self, index: int) -> None:
        if index != self.currentIndex():
            self.setCurrentIndex(index)
            self.update()

    def _activated(self, index: int) -> None:
        self.chosen.emit(self._values[index])

    def _relook(self) -> None:
        self.setFont(self._look.font())
        self.updateGeometry()
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def showPopup(self) -> None:
        look = self._look
        widest = max((look.width(self.itemText(i)) for i in range(self.count())), default=0)
        self.view().setMinimumWidth(max(self.width() - 2 * look.edge, widest + look.px(8)))
        super().showPopup()

    def _words(self) -> tuple[str, Role]:
        if self.currentIndex() < 0:
            return self._placeholder, Role.TEXT3
        return self.currentText(), Role.TEXT

    def sizeHint(self) -> QSize:
        look = self._look
        height = look.px(7 if self._small else 8)
        if self._units:
            return QSize(look.px(self._units), height)
        widest = max([look.width(self.itemText(i)) for i in range(self.count())] + [look.px(8)])
        widest = max(widest, look.width(self._placeholder))
        icon = look.px(6) if self._icon else 0
        return QSize(widest + icon + look.px(10), height)

    def minimumSizeHint(self) -> QSize:
        size = self.sizeHint()
        return size if self._units else QSize(min(size.width(), self._look.px(60)), size.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        focused = self.hasFocus() or self.view().isVisible()
        fill = Role.SUNKEN if not self.isEnabled() else Role.HOVER if self.underMouse() else Role.SURFACE
        edge = Role.FOCUS if focused else Role.FIELD
        look.draw_box(painter, self.rect(), fill=fill, edge=edge, width=look.ring if focused else 0)
        px, h = look.px, self.height()
        x = px(2)
        if self._icon:
            look.draw_icon(painter, QRect(x, 0, px(4), h), f"{self._icon}_16", Role.TEXT2, 4)
            x += px(5)
        words, role = self._words()
        room = QRect(x, 0, self.width() - x - px(7), h)
        look.draw_text(painter, room, words, Type.BODY, role if self.isEnabled() else Role.TEXT3, elide=True)
        self.setToolTip(words if look.width(words) > room.width() else "")
        look.draw_icon(painter, QRect(self.width() - px(6), 0, px(4), h), "chevron_down_16", Role.TEXT2, 4)


class _ItemDelegate(QStyledItemDelegate):
    """Rows of the dropped list, 8u high so that no hat is cut."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self._look.px(20), self._look.px(8))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look = self._look
        box: QRect = option.rect  # type: ignore[attr-defined]  # the stubs leave the fields out
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(box, look.color(Role.ACCENT_SOFT if chosen else Role.SURFACE))
        if chosen:
            painter.fillRect(QRect(box.x(), box.y(), look.px(0.75), box.height()), look.color(Role.ACCENT))
        words = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        look.draw_text(painter, box.adjusted(look.px(3), 0, -look.px(2), 0), words, elide=True)
