"""Brushes and pens made without naming Qt's enums, which are dear before the first paint (`ui.qt_later`)."""

from __future__ import annotations

from PySide6.QtGui import QBrush, QColor, QPainter, QPalette
from PySide6.QtWidgets import QWidget


class Brushes:
    """Brushes of one colour each, for `QPainter.fillPath`; QBrush(color) itself would name Qt.BrushStyle."""

    def __init__(self) -> None:
        self._made: dict[int, tuple[QPalette, QBrush]] = {}

    def get(self, color: QColor) -> QBrush:
        found = self._made.get(color.rgba())
        if found is None:
            palette = QPalette()
            palette.setColor(QPalette.ColorRole.Window, color)
            # The palette is kept beside the brush, which is part of it.
            found = self._made[color.rgba()] = (palette, palette.window())
        return found[1]


class Pens:
    """Colours to write in, by colour.

    `QPainter.setPen` would name Qt.PenStyle and takes several times as long. A widget's palette sets the
    same pen through `initPainter`, so each colour is a child of one widget that is never shown.
    """

    def __init__(self) -> None:
        self._holder = QWidget()
        self._pens: dict[int, QWidget] = {}

    def use(self, painter: QPainter, color: QColor) -> None:
        """Write in this colour from now on. The painter's font is lost: set it afterwards."""
        found = self._pens.get(color.rgba())
        if found is None:
            found = self._pens[color.rgba()] = _Pen(self._holder)
            palette = QPalette()
            palette.setColor(QPalette.ColorRole.WindowText, color)
            found.setPalette(palette)
        found.initPainter(painter)


class _Pen(QWidget):
    """A subclass, because only those may call the protected `initPainter`."""
