"""The six stages of a conference in one line, for cards."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type


def spoken_stages(names: Sequence[str], at: int) -> str:
    """ "đã xong: Kế hoạch, Ý kiến; đang ở: Mời"."""
    done = ", ".join(names[:at])
    now = f"đang ở: {names[at]}" if at < len(names) else "đã xong tất cả"
    return f"đã xong: {done}; {now}" if done and at < len(names) else now


def draw_stage_track(
    painter: QPainter, look: Look, box: QRect, names: Sequence[str], at: int, fraction: float
) -> None:
    """Six parts with their names: done ✓, the current one part filled and bold, to come in text3.

    `at` is the index of the current part, `fraction` 0.0-1.0 how much of it is done. Where the names
    find no room only the current one is written, with its number.
    """
    px = look.px
    tick, gap, bar, line = px(3.25), px(1), px(1), look.line(Type.CAPTION)
    widths = [
        look.width(name, Type.CAPTION_STRONG if n == at else Type.CAPTION) + (tick if n < at else 0)
        for n, name in enumerate(names)
    ]
    spare = box.width() - sum(widths) - gap * (len(names) - 1)
    named = spare >= 0
    if not named:
        widths = [(box.width() - gap * (len(names) - 1)) // len(names)] * len(names)
        spare = 0
    x = box.x()
    below = box.y() + bar + px(0.75)
    for n, name in enumerate(names):
        wide = widths[n] + spare // len(names)
        if n == len(names) - 1:
            wide = box.right() + 1 - x
        look.draw_box(painter, QRect(x, box.y(), wide, bar), fill=Role.BORDER, radius=0.5)
        filled = wide if n < at else round(wide * fraction) if n == at else 0
        if filled:
            look.draw_box(painter, QRect(x, box.y(), filled, bar), fill=Role.ACCENT, radius=0.5)
        if named:
            _draw_name(painter, look, QRect(x, below, wide, line), name, n - at)
        x += wide + gap
    if not named and at < len(names):
        words = f"{names[at]} ({at + 1}/{len(names)})"
        room = QRect(box.x(), below, box.width(), line)
        look.draw_text(painter, room, words, Type.CAPTION_STRONG, Role.ACCENT, elide=True)


def _draw_name(painter: QPainter, look: Look, room: QRect, name: str, place: int) -> None:
    """`place` is negative for what is done, 0 for the current part, positive for what is to come."""
    px = look.px
    if place < 0:
        tick = QRect(room.x(), room.y(), px(3), room.height())
        look.draw_icon(painter, tick, "checkmark_16", Role.OK, 3)
        look.draw_text(painter, room.adjusted(px(3.25), 0, 0, 0), name, Type.CAPTION)
    elif place == 0:
        look.draw_text(painter, room, name, Type.CAPTION_STRONG, Role.ACCENT)
    else:
        look.draw_text(painter, room, name, Type.CAPTION, Role.TEXT3)
