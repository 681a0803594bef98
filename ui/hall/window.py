"""The window on the projector, and the small one that shows the same where there is none."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.hall.canvas import HallCanvas
from ui.look import Look

_TITLE = "Màn hình hội trường"
_PREVIEW_UNITS = 130  # u of the operator's look
_QUIET = Qt.WindowType.WindowDoesNotAcceptFocus  # the operator goes on typing


class HallWindow(QWidget):
    """Bare, above the taskbar of its own screen, and never the one that keys go to."""

    def __init__(self, look: Look) -> None:
        super().__init__(
            None,
            Qt.WindowType.Window
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | _QUIET,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWindowTitle(_TITLE)
        self.canvas = HallCanvas(look)
        _fill(self, self.canvas)


class PreviewWindow(QWidget):
    """An ordinary small window of the operator's; it too takes no keys. `closed`: by its cross."""

    closed = Signal()

    def __init__(self, look: Look, pixels: QSize, operator: QWidget, u: int) -> None:
        super().__init__(operator.window(), Qt.WindowType.Tool | _QUIET)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWindowTitle(f"Xem trước: {_TITLE.lower()}")
        self.canvas = HallCanvas(look, pixels=pixels)
        self.canvas.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        _fill(self, self.canvas)
        width = _PREVIEW_UNITS * u
        self.resize(width, self.canvas.heightForWidth(width))
        corner = operator.window().geometry().bottomRight()
        edge = 4 * u
        self.move(corner.x() - self.width() - edge, corner.y() - self.height() - edge)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()


def _fill(window: QWidget, canvas: HallCanvas) -> None:
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
    column.addWidget(canvas)
