"""Icons painted in the colour of their role, each drawn once per size."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPixmap

from ui.ink import Brushes


class Icons:
    """Fluent icons of one folder: NAME.svg (20 regular), NAME_16.svg, NAME_filled.svg.

    Pixmaps are kept per (name, colour, size, device pixel ratio). A name without a file draws
    nothing and is listed in `missing`: a wrong name must not stop a hearing, but a test sees it.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._drawn: dict[tuple[str, int, int, float], QPixmap] = {}
        self._brushes = Brushes()
        self.missing: set[str] = set()

    def pixmap(self, name: str, color: QColor, size: int, ratio: float = 1.0) -> QPixmap:
        """`size` in device-independent pixels."""
        key = (name, color.rgba(), size, ratio)
        found = self._drawn.get(key)
        if found is None:
            found = self._draw(name, color, size, ratio)
            self._drawn[key] = found
        return found

    def _draw(self, name: str, color: QColor, size: int, ratio: float) -> QPixmap:
        from PySide6.QtSvg import QSvgRenderer  # the first icon pays for it, not the import of the kit

        pixels = max(1, round(size * ratio))
        pixmap = QPixmap(pixels, pixels)
        pixmap.fill(QColor(0, 0, 0, 0))
        renderer = QSvgRenderer()
        path = self._folder / f"{name}.svg"
        if not path.is_file():  # asked first: Qt would warn on the console
            self.missing.add(name)
        elif renderer.load(str(path)):
            painter = QPainter(pixmap)
            renderer.render(painter, QRectF(0, 0, pixels, pixels))
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
            shape = QPainterPath()
            shape.addRect(QRectF(0, 0, pixels, pixels))
            painter.fillPath(shape, self._brushes.get(color))
            painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap
