"""The days of a deadline in a row: the start dark, days off struck through, the end in accent (P10)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from dialogue_desktop.domain.deadlines import DayMark
from dialogue_desktop.domain.words_vi import weekday_date, weekday_short
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type

_WIDEST, _NARROWEST = 9.0, 7.0  # u from one day to the next


def fitting(marks: Sequence[DayMark], room: int) -> tuple[DayMark | None, ...]:
    """At most `room` places; None stands for the days left out in the middle.

    Both ends stay: the day counted from and the last day are what is looked for.
    """
    if len(marks) <= room:
        return tuple(marks)
    if room < 3:
        return (marks[0], marks[-1]) if room == 2 else (marks[-1],) if room == 1 else ()
    head = (room - 1) // 2
    tail = room - 1 - head
    return (*marks[:head], None, *marks[-tail:])


class DayStrip(QWidget):
    """Painted, not focusable; the sentence under it says the same in words."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._marks: tuple[DayMark, ...] = ()
        self._anchor = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._relook)

    def show_days(self, marks: Sequence[DayMark], anchor: str) -> None:
        """`anchor` is the short word under the day counted from ("họp")."""
        self._marks, self._anchor = tuple(marks), anchor
        self.update()

    @property
    def marks(self) -> tuple[DayMark, ...]:
        return self._marks

    def _relook(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        look = self._look
        return QSize(look.px(60), 2 * look.line(Type.CAPTION) + look.px(6) + look.px(1))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(4 * _NARROWEST), self.sizeHint().height())

    # --- drawing --------------------------------------------------------------------------------------

    def _places(self) -> list[tuple[QRect, DayMark | None]]:
        """The box of each day shown."""
        look = self._look
        gap = look.px(1)
        room = max(1, (self.width() + gap) // look.px(_NARROWEST))
        shown = fitting(self._marks, room)
        if not shown:
            return []
        pitch = min(look.px(_WIDEST), (self.width() + gap) // len(shown))
        top = look.line(Type.CAPTION)
        return [
            (QRect(place * pitch, top, pitch - gap, look.px(6)), mark) for place, mark in enumerate(shown)
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for box, mark in self._places():
            if mark is None:
                self._look.draw_text(painter, box, "…", Type.BODY, Role.TEXT3, Qt.AlignmentFlag.AlignHCenter)
            else:
                self._draw_day(painter, box, mark)

    def _draw_day(self, painter: QPainter, box: QRect, mark: DayMark) -> None:
        look = self._look
        middle = Qt.AlignmentFlag.AlignHCenter
        line = look.line(Type.CAPTION)
        head = QRect(box.x(), 0, box.width(), line)
        foot = QRect(box.x(), box.bottom() + 1, box.width(), line)
        look.draw_text(painter, head, weekday_short(mark.day), Type.CAPTION, Role.TEXT2, middle)
        off = not mark.working and not mark.is_start and not mark.is_end
        if mark.is_start:
            fill, edge, ink, kind = Role.TEXT2, Role.TEXT2, Role.SURFACE, Type.CAPTION_STRONG
        elif mark.is_end:
            fill, edge, ink, kind = Role.ACCENT, Role.ACCENT, Role.ON_ACCENT, Type.CAPTION_STRONG
        elif off:
            fill, edge, ink, kind = Role.SUNKEN, Role.BORDER, Role.TEXT3, Type.CAPTION
        else:
            fill, edge, ink, kind = Role.SURFACE, Role.BORDER, Role.TEXT, Type.CAPTION_MEDIUM
        look.draw_box(painter, box, fill=fill, edge=edge, radius=0.75)
        look.draw_text(painter, box, str(mark.day.day), kind, ink, middle)
        if off and mark.number is None:
            self._strike(painter, box)
        if mark.is_start:
            # The word may be wider than the box: at the edges it is set flush, so that nothing is cut.
            width = look.width(self._anchor, Type.CAPTION_MEDIUM)
            x = max(0, min(box.center().x() - width // 2, self.width() - width))
            wide = QRect(x, foot.y(), width, line)
            look.draw_text(painter, wide, self._anchor, Type.CAPTION_MEDIUM, Role.TEXT2)
        elif mark.number is not None:
            look.draw_text(painter, foot, str(mark.number), Type.CAPTION_STRONG, Role.ACCENT, middle)

    def _strike(self, painter: QPainter, box: QRect) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.color(Role.FIELD), self._look.edge))
        inset = self._look.px(0.5)
        painter.drawLine(
            QPointF(box.left() + inset, box.bottom() - inset), QPointF(box.right() - inset, box.top() + inset)
        )
        painter.restore()

    # --- words ----------------------------------------------------------------------------------------

    def words_at(self, point: QPoint) -> str:
        """What the day under the pointer is: "thứ Hai 27/4/2026: nghỉ bù Giỗ Tổ"."""
        for box, mark in self._places():
            if mark is not None and box.left() <= point.x() <= box.right():
                words = weekday_date(mark.day)
                return f"{words[0].upper()}{words[1:]}" + (f": {mark.reason}" if mark.reason else "")
        return ""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.words_at(event.pos()), self)
            return True
        return super().event(event)
