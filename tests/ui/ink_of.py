"""How much ink a widget shows: to prove that no hat and no tail of a letter is cut."""

from __future__ import annotations

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from ui.look import Look
from ui.theme import Role

TALL = "ẤỠỂỄỘỆgọÝ"


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def ink(widget: QWidget, look: Look, role: Role = Role.TEXT) -> int:
    """Pixels that are nearer to the role's colour than to anything light."""
    image = picture(widget)
    want = look.color(role)
    count = 0
    for y in range(image.height()):
        for x in range(image.width()):
            color = image.pixelColor(x, y)
            if (
                abs(color.red() - want.red())
                + abs(color.green() - want.green())
                + abs(color.blue() - want.blue())
            ) < 120:
                count += 1
    return count


def colored(widget: QWidget, look: Look, role: Role) -> int:
    """Pixels of exactly this role's colour."""
    image = picture(widget)
    want = look.color(role).rgb()
    return sum(image.pixel(x, y) == want for y in range(image.height()) for x in range(image.width()))
