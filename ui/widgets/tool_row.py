"""Search line, chips and count above a list, on one line or two."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import Look

_LEAST_SEARCH = 34  # u


class ToolRow(QWidget):
    """Search line, chips and count side by side. The search line gives way first; where that is not
    enough, the chips go to a second line."""

    def __init__(self, look: Look, search: QWidget, chips: Sequence[QWidget], count: QWidget) -> None:
        super().__init__()
        self._look, self._search, self._chips, self._count = look, search, tuple(chips), count
        for part in (search, *chips, count):
            part.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.arrange)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.arrange()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        px, room = self._look.px, self.width()
        gap, high = px(2), px(8)
        chips = [chip for chip in self._chips if not chip.isHidden()]
        count = self._count.sizeHint().width()
        wanted = self._search.sizeHint().width()
        beside = sum(chip.sizeHint().width() + gap for chip in chips) + count + gap
        one_line = room - beside >= px(_LEAST_SEARCH)
        search = min(wanted, room - beside if one_line else room - count - gap)
        self._put(self._search, 0, 0, search)
        self._put(self._count, room - count, 0, count)
        x, y = (search + gap, 0) if one_line else (0, high + gap)
        for chip in chips:
            wide = min(chip.sizeHint().width(), room)
            if x and x + wide > room:
                x, y = 0, y + high
            self._put(chip, x, y, wide)
            x += wide + gap
        if self.height() != y + high:
            self.setFixedHeight(y + high)

    def _put(self, part: QWidget, x: int, y: int, wide: int) -> None:
        tall = part.sizeHint().height()
        part.setGeometry(QRect(x, y + (self._look.px(8) - tall) // 2, wide, tall))

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(60), self._look.px(8))
