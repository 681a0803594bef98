"""The tick box itself, as tick boxes and list rows draw it."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from ui.look import Look
from ui.theme import Role


def draw_tick(
    painter: QPainter, look: Look, box: QRect, *, on: bool, enabled: bool = True, hover: bool = False
) -> None:
    """A tick box 3.5u wide in the middle of `box`; also used by list rows."""
    side = look.px(3.75)
    square = QRect(box.x() + (box.width() - side) // 2, box.y() + (box.height() - side) // 2, side, side)
    if on:
        look.draw_box(painter, square, fill=Role.ACCENT if enabled else Role.TEXT3, radius=0.75)
        look.draw_icon(painter, square, "checkmark_16", Role.ON_ACCENT, 3)
    else:
        fill = Role.HOVER if hover else Role.SURFACE
        look.draw_box(painter, square, fill=fill, edge=Role.FIELD, radius=0.75)
