"""Filter chips: what a list is narrowed to, and a cross to widen it again."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type


class Chip(QAbstractButton):
    """ "Thôn ⌄" while it filters nothing, "Lĩnh vực: Giao thông ✕" while it does.

    `clicked` opens the choice; `cleared` is the cross, Backspace or Delete.
    """

    cleared = Signal()

    def __init__(self, look: Look, label: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._label, self._value = look, label, ""
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_value("")
        look.changed.connect(self._relook)

    @property
    def value(self) -> str:
        return self._value

    def set_value(self, value: str) -> None:
        """The words of the chosen filter; "" for none."""
        self._value = value
        self.setAccessibleName(self._words())
        self.setAccessibleDescription("Phím Delete bỏ lọc" if value else "")
        self._relook()

    def _words(self) -> str:
        return f"{self._label}: {self._value}" if self._value else self._label

    def _relook(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        look = self._look
        return QSize(look.width(self._words(), Type.MEDIUM) + look.px(9.5), look.px(7))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _end(self) -> QRect:
        return QRect(self.width() - self._look.px(7), 0, self._look.px(6), self.height())

    def _on_cross(self, point: QPoint) -> bool:
        return bool(self._value) and self._end().contains(point)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._on_cross(event.position().toPoint()) and self.isDown():
            self.setDown(False)
            self.cleared.emit()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._value and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        on = bool(self._value)
        fill = Role.ACCENT_SOFT if on else Role.HOVER if self.underMouse() else Role.SURFACE
        edge = Role.ACCENT if on else Role.FIELD
        look.draw_box(painter, self.rect(), fill=fill, edge=edge)
        words = Role.ACCENT if on else Role.TEXT
        box = QRect(look.px(2), 0, self.width(), self.height())
        look.draw_text(painter, box, self._words(), Type.MEDIUM, words)
        look.draw_icon(painter, self._end(), "dismiss_16" if on else "chevron_down_16", words, 4)
        if self.hasFocus():
            look.draw_box(painter, self.rect(), edge=Role.FOCUS, width=look.ring)
