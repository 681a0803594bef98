"""A bar for each year in parts that differ without colour, each with its number (F5)."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QBrush, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import Look
from ui.qt_later import Qt
from ui.theme import Role
from ui.type_scale import Type

_ROW, _BAR, _LEGEND = 8.0, 5.5, 8.0  # u


class Fill(Enum):
    """How a part is filled: pale, hatched, empty, full."""

    SOFT = "soft"
    HATCHED = "hatched"
    EMPTY = "empty"
    SOLID = "solid"


class Part(NamedTuple):
    """A kind of part: its words in the legend, its colour and its fill."""

    words: str
    role: Role
    fill: Fill


class Bar(NamedTuple):
    """One line: its name, a number for each part, and what stands at its end."""

    label: str
    counts: tuple[float, ...]
    end: str


class YearBars(QWidget):
    """As long as they are many; no part is too short for its number. Above them the legend, where there is
    more than one kind of part."""

    def __init__(self, look: Look, parts: Sequence[Part], *, name: str) -> None:
        super().__init__()
        self._look, self._parts = look, tuple(parts)
        self._bars: tuple[Bar, ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    @property
    def bars(self) -> tuple[Bar, ...]:
        return self._bars

    def show_bars(self, bars: Sequence[Bar], spoken: str) -> None:
        self._bars = tuple(bars)
        self.setAccessibleDescription(spoken)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        px = self._look.px
        return QSize(px(60), self._legend_lines() * px(_LEGEND) + len(self._bars) * px(_ROW))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: object) -> None:
        self.updateGeometry()  # the legend may take another line

    def _legend_places(self) -> list[tuple[Part, int, int]]:
        """Each sample with its x and its line."""
        look, px = self._look, self._look.px
        if len(self._parts) < 2:
            return []
        places, x, line = [], 0, 0
        for part in self._parts:
            wide = px(8) + look.width(part.words, Type.CAPTION)
            if x and x + wide > self.width():
                x, line = 0, line + 1
            places.append((part, x, line))
            x += wide
        return places

    def _legend_lines(self) -> int:
        return max((line + 1 for _, _, line in self._legend_places()), default=0)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, px = self._look, self._look.px
        painter = QPainter(self)
        for part, x, line in self._legend_places():
            top = line * px(_LEGEND)
            self._draw(painter, QRect(x, top + (px(_LEGEND) - px(3)) // 2, px(3), px(3)), part)
            room = QRect(x + px(4.5), top, self.width(), px(_LEGEND))
            look.draw_text(painter, room, part.words, Type.CAPTION, Role.TEXT2)
        above = self._legend_lines() * px(_LEGEND)
        label = max((look.width(bar.label) for bar in self._bars), default=0)
        end = max((look.width(bar.end, Type.STRONG) for bar in self._bars), default=0) + px(2)
        left = label + px(3)
        least = look.width("000", Type.CAPTION_STRONG) + px(1)
        most = max((sum(bar.counts) for bar in self._bars), default=0) or 1
        kinds = max((sum(count > 0 for count in bar.counts) for bar in self._bars), default=0)
        free = max(0, self.width() - left - end - kinds * (least + look.edge))
        for at, bar in enumerate(self._bars):
            top = above + at * px(_ROW)
            look.draw_text(painter, QRect(0, top, label, px(_ROW)), bar.label)
            x = left
            for part, count in zip(self._parts, bar.counts, strict=True):
                if count <= 0:
                    continue
                wide = least + int(free * count / most)
                box = QRect(x, top + (px(_ROW) - px(_BAR)) // 2, wide, px(_BAR))
                self._draw(painter, box, part)
                self._draw_number(painter, box, f"{count:g}".replace(".", ","), part)
                x += wide + look.edge
            words = QRect(x + px(1.5), top, end, px(_ROW))
            look.draw_text(painter, words, bar.end, Type.STRONG)

    def _draw(self, painter: QPainter, box: QRect, part: Part) -> None:
        look, edge = self._look, self._look.edge
        look.fill(painter, box, part.role)
        if part.fill is Fill.SOLID:
            return
        inner = box.adjusted(edge, edge, -edge, -edge)
        look.fill(painter, inner, Role.SURFACE if part.fill is Fill.EMPTY else part.role.soft)
        if part.fill is Fill.HATCHED:
            painter.fillRect(inner, QBrush(look.color(part.role), Qt.BrushStyle.BDiagPattern))

    def _draw_number(self, painter: QPainter, box: QRect, words: str, part: Part) -> None:
        """On a plain ground where the part is hatched, so that it is read between the lines."""
        look = self._look
        if part.fill is Fill.HATCHED:
            wide = look.width(words, Type.CAPTION_STRONG) + look.px(1)
            plain = QRect(
                box.center().x() - wide // 2, box.y() + look.edge, wide, box.height() - 2 * look.edge
            )
            look.fill(painter, plain, part.role.soft)
        ink = Role.SURFACE if part.fill is Fill.SOLID else Role.TEXT
        look.draw_text(painter, box, words, Type.CAPTION_STRONG, ink, Qt.AlignmentFlag.AlignHCenter)
