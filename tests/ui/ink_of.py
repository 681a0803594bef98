"""How much ink a widget shows: to prove that no hat and no tail of a letter is cut."""

from __future__ import annotations

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from ui.look import Look
from ui.theme import Role

TALL = "ẤỠỂỄỘỆgọÝ"


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def pixels(widget: QWidget) -> list[int]:
    """Every pixel as 0xFFRRGGBB."""
    image = picture(widget)
    return list(memoryview(bytes(image.constBits())).cast("I"))


def ink(widget: QWidget, look: Look, role: Role = Role.TEXT) -> int:
    """Pixels that are nearer to the role's colour than to anything light."""
    want = look.color(role)
    red, green, blue = want.red(), want.green(), want.blue()
    near: dict[int, bool] = {}
    count = 0
    for pixel in pixels(widget):
        found = near.get(pixel)
        if found is None:
            away = (
                abs((pixel >> 16 & 255) - red) + abs((pixel >> 8 & 255) - green) + abs((pixel & 255) - blue)
            )
            found = near[pixel] = away < 120
        count += found
    return count


def colored(widget: QWidget, look: Look, role: Role) -> int:
    """Pixels of exactly this role's colour."""
    return pixels(widget).count(look.color(role).rgb())
