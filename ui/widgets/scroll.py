"""Scroll bars and scroll areas, thin and without arrows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QScrollArea, QScrollBar, QWidget

from ui.look import Look
from ui.qt_later import ALWAYS_OFF, NO_FOCUS, QStyle
from ui.theme import Role

if TYPE_CHECKING:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QPaintEvent


class ScrollBar(QScrollBar):
    """A thumb on nothing; 3u wide, wide enough to be caught with an old mouse."""

    def __init__(self, look: Look, orientation: Qt.Orientation | None = None) -> None:
        """Upright unless an orientation is given."""
        super().__init__()
        if orientation is not None:
            self.setOrientation(orientation)
        self._look, self._upright = look, orientation is None
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        wide = self._look.px(3)
        return QSize(wide, wide * 3) if self._upright else QSize(wide * 3, wide)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.minimum() == self.maximum():
            return
        from PySide6.QtWidgets import QStyleOptionSlider

        option = QStyleOptionSlider()
        self.initStyleOption(option)
        thumb = self.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, self
        )
        painter = QPainter(self)
        e = self._look.px(0.75)
        box = thumb.adjusted(e, 0, -e, 0) if self._upright else thumb.adjusted(0, e, 0, -e)
        role = Role.TEXT3 if self.underMouse() or self.isSliderDown() else Role.FIELD
        self._look.draw_box(painter, QRect(box), fill=role, radius=0.75)


class Scroll(QScrollArea):
    """Holds one widget higher than the room; never scrolls sideways."""

    def __init__(self, look: Look, content: QWidget, role: Role = Role.SURFACE) -> None:
        super().__init__()
        self._look, self._role = look, role
        self.setFrameStyle(0)
        self.setWidgetResizable(True)
        self.setVerticalScrollBar(ScrollBar(look))
        self.setProperty("horizontalScrollBarPolicy", ALWAYS_OFF)
        self.setProperty("focusPolicy", NO_FOCUS)
        self.setWidget(content)
        look.changed.connect(self._relook)
        self._relook()

    def _relook(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, self._look.color(self._role))
        self.setPalette(palette)
