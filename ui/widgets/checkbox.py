"""A tick and its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QCheckBox, QRadioButton, QSizePolicy, QWidget

from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.tick import draw_tick as draw_tick

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class CheckBox(QCheckBox):
    """Tick box with words at its right; Space ticks, the whole width of the words is clickable."""

    def __init__(
        self,
        look: Look,
        text: str = "",
        *,
        name: str = "",
        kind: Type = Type.BODY,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._words, self._kind = look, text, kind
        self.setAccessibleName(name or text)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._relook)

    def _relook(self) -> None:
        self.updateGeometry()
        self.update()

    def set_words(self, text: str) -> None:
        self._words = text
        self.setAccessibleName(text)
        self._relook()

    def sizeHint(self) -> QSize:
        look = self._look
        words = look.width(self._words, self._kind) + look.px(2) if self._words else 0
        return QSize(look.px(5.5) + words, max(look.px(7), look.line(self._kind)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        h = self.height()
        self._draw_mark(painter, QRect(look.px(0.75), 0, look.px(4), h))
        role = Role.TEXT if self.isEnabled() else Role.TEXT3
        look.draw_text(painter, QRect(look.px(6.5), 0, self.width(), h), self._words, self._kind, role)
        if self.hasFocus():
            look.draw_box(painter, self.rect(), edge=Role.FOCUS, width=look.ring)

    def _draw_mark(self, painter: QPainter, box: QRect) -> None:
        draw_tick(
            painter, self._look, box, on=self.isChecked(), enabled=self.isEnabled(), hover=self.underMouse()
        )


class Radio(QRadioButton):
    """One of several that exclude each other, with words at its right."""

    def __init__(self, look: Look, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._words = look, text
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._relook)

    def _relook(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        look = self._look
        return QSize(look.px(7.5) + look.width(self._words), max(look.px(7), look.line()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        h = self.height()
        on = self.isChecked()
        role = Role.TEXT3 if not self.isEnabled() else Role.ACCENT if on else Role.FIELD
        name = "radio_button_filled" if on else "circle"
        look.draw_icon(painter, QRect(look.px(0.5), 0, look.px(5), h), name, role, 4.5)
        words = Role.TEXT if self.isEnabled() else Role.TEXT3
        look.draw_text(painter, QRect(look.px(6.5), 0, self.width(), h), self._words, Type.BODY, words)
        if self.hasFocus():
            look.draw_box(painter, self.rect(), edge=Role.FOCUS, width=look.ring)
