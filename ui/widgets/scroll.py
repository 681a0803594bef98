"""Scroll bars and scroll areas, thin and without arrows."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QStyle, QStyleOptionSlider, QWidget

from ui.look import Look
from ui.theme import Role


class ScrollBar(QScrollBar):
    """A thumb on nothing; 3u wide, wide enough to be caught with an old mouse."""

    def __init__(self, look: Look, orientation: Qt.Orientation = Qt.Orientation.Vertical) -> None:
        super().__init__(orientation)
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        wide = self._look.px(3)
        return (
            QSize(wide, wide * 3) if self.orientation() is Qt.Orientation.Vertical else QSize(wide * 3, wide)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        thumb = self.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, self
        )
        painter = QPainter(self)
        if self.minimum() == self.maximum():
            return
        e = self._look.px(0.75)
        upright = self.orientation() is Qt.Orientation.Vertical
        box = thumb.adjusted(e, 0, -e, 0) if upright else thumb.adjusted(0, e, 0, -e)
        role = Role.TEXT3 if self.underMouse() or self.isSliderDown() else Role.FIELD
        self._look.draw_box(painter, QRect(box), fill=role, radius=0.75)


class Scroll(QScrollArea):
    """Holds one widget higher than the room; never scrolls sideways."""

    def __init__(self, look: Look, content: QWidget, role: Role = Role.SURFACE) -> None:
        super().__init__()
        self._look, self._role = look, role
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setVerticalScrollBar(ScrollBar(look))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        look.changed.connect(self._relook)
        self._relook()

    def _relook(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, self._look.color(self._role))
        self.setPalette(palette)
