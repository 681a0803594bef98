"""The whole schedule as a picture: days along a line, days off shaded, every dated duty a mark (P10)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from dialogue_desktop.domain.words_vi import date_dm, weekday_date, weekday_dm
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type

_ROW, _SIDE, _MARK = 6.5, 3.0, 3.0  # u: height of a duty's line, room at both ends, width of a mark
_MOST_DAYS = 800  # a slip of the finger in one date must not make a line of a century


class Mark(NamedTuple):
    """A duty on the line. `warned`: something undecided speaks against its day."""

    id: str
    day: date
    title: str
    unit: str
    warned: bool = False

    @property
    def words(self) -> str:
        doubt = ", cần xem lại ngày" if self.warned else ""
        by = f", {self.unit}" if self.unit else ""
        return f"{weekday_date(self.day)}, {self.title}{by}{doubt}"


class Timeline(QWidget):
    """One line for each duty in the order of the days. ← → ↑ ↓ Home End walk, Enter opens.

    Told apart without colour: a duty is a filled square, one with a warning an open triangle, the
    conference a thick line with its name, weekends are grey, holidays hatched.
    """

    walked = Signal(str)
    opened = Signal(str)

    def __init__(self, look: Look, day_off: Callable[[date], str]) -> None:
        super().__init__()
        self._look, self._day_off = look, day_off
        self._marks: tuple[Mark, ...] = ()
        self._day: date | None = None
        self._today = date.min
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._relook)

    # --- what it shows --------------------------------------------------------------------------------

    def show_marks(self, marks: Sequence[Mark], conference_day: date | None, today: date) -> None:
        """The mark in hand stays the one in hand."""
        keep = self.current
        self._marks = tuple(sorted(marks, key=lambda mark: (mark.day, mark.title)))
        self._day, self._today = conference_day, today
        ids = [mark.id for mark in self._marks]
        self._at = ids.index(keep) if keep in ids else 0
        self._say()
        self._relook()

    @property
    def marks(self) -> tuple[Mark, ...]:
        return self._marks

    @property
    def current(self) -> str:
        """The id of the duty in hand; "" where there is none."""
        return self._marks[self._at].id if self._marks else ""

    def set_current(self, duty_id: str) -> None:
        """Silent; a duty without a day leaves the mark in hand."""
        for place, mark in enumerate(self._marks):
            if mark.id == duty_id:
                self._at = place
                self._say()
                self.update()

    def ends(self) -> tuple[date, date]:
        """First and last day of the line."""
        days = [mark.day for mark in self._marks]
        days += [self._day] if self._day else []
        first, last = min(days), max(days)
        return first, min(last, first + timedelta(days=_MOST_DAYS))

    def _say(self) -> None:
        if not self._marks:
            self.setAccessibleName("Trục thời gian, chưa có việc nào có ngày")
            return
        mark = self._marks[self._at]
        self.setAccessibleName(f"Trục thời gian, việc {self._at + 1} trên {len(self._marks)}: {mark.words}")

    # --- walking --------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._marks) - 1
        wanted = {
            Qt.Key.Key_Left: self._at - 1,
            Qt.Key.Key_Up: self._at - 1,
            Qt.Key.Key_Right: self._at + 1,
            Qt.Key.Key_Down: self._at + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not self._marks:
            super().keyPressEvent(event)
        elif wanted is not None:
            self._go(max(0, min(last, wanted)))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.current)
        else:
            super().keyPressEvent(event)

    def _go(self, place: int) -> None:
        if place != self._at:
            self._at = place
            self._say()
            self.update()
            self.walked.emit(self.current)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        place = self._place_at(event.position().toPoint())
        if place is not None:
            self._go(place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._place_at(event.position().toPoint()) is not None:
            self.opened.emit(self.current)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.words_at(event.pos()), self)
            return True
        return super().event(event)

    def words_at(self, point: QPoint) -> str:
        """The duty on that line, or above the lines the day and why it is off."""
        place = self._place_at(point)
        if place is not None:
            return self._marks[place].words
        if not self._marks:
            return ""
        first, last = self.ends()
        for number in range((last - first).days + 1):
            day = first + timedelta(days=number)
            if abs(self.x_of(day) - point.x()) <= self._pitch() / 2:
                reason = self._day_off(day)
                return f"{weekday_date(day)}{f', {reason}' if reason else ''}"
        return ""

    # --- measures -------------------------------------------------------------------------------------

    def _relook(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        lines = max(1, len(self._marks)) * self._look.px(_ROW)
        return QSize(self._look.px(60), self._head() + lines + self._look.px(1))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(40), self.sizeHint().height())

    def _head(self) -> int:
        return 2 * self._look.line(Type.CAPTION) + self._look.px(1)

    def _pitch(self) -> float:
        """Pixels from one day to the next."""
        first, last = self.ends()
        room = self.width() - 2 * self._look.px(_SIDE)
        return room / max(1, (last - first).days)

    def x_of(self, day: date) -> int:
        """The middle of a day."""
        first, last = self.ends()
        return round(self._look.px(_SIDE) + (min(day, last) - first).days * self._pitch())

    def _row_box(self, place: int) -> QRect:
        high = self._look.px(_ROW)
        return QRect(0, self._head() + place * high, self.width(), high)

    def _place_at(self, point: QPoint) -> int | None:
        place = (point.y() - self._head()) // self._look.px(_ROW)
        return place if point.y() >= self._head() and place < len(self._marks) else None

    # --- drawing --------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = self._look, QPainter(self)
        look.draw_box(painter, self.rect(), fill=Role.SURFACE, edge=Role.BORDER, radius=0)
        if not self._marks:
            words = "Chưa có việc nào có ngày."
            look.draw_text(painter, self.rect(), words, role=Role.TEXT2, align=Qt.AlignmentFlag.AlignHCenter)
            return
        self._draw_days_off(painter)
        self._draw_dates(painter)
        self._draw_upright(painter)
        for place, mark in enumerate(self._marks):
            self._draw_mark(painter, place, mark)
        if self.hasFocus():
            look.draw_box(painter, self.rect(), edge=Role.FOCUS, width=look.ring, radius=0)

    def _draw_days_off(self, painter: QPainter) -> None:
        """Weekends plain, holidays hatched: the difference holds on a black and white print too."""
        look, pitch = self._look, self._pitch()
        first, last = self.ends()
        top, high = self._head(), self.height() - self._head() - look.edge
        for number in range((last - first).days + 1):
            day = first + timedelta(days=number)
            if not self._day_off(day):
                continue
            start = look.px(_SIDE) + (number - 0.5) * pitch
            left = round(start)
            box = QRect(left, top, max(1, round(start + pitch) - left), high)
            box = box.intersected(self.rect().adjusted(look.edge, 0, -look.edge, -look.edge))
            look.fill(painter, box, Role.SUNKEN)
            if day.weekday() < 5:
                painter.fillRect(box, QBrush(look.color(Role.FIELD), Qt.BrushStyle.BDiagPattern))

    def _draw_dates(self, painter: QPainter) -> None:
        """Mondays under the line of names, as many as find room."""
        look = self._look
        first, last = self.ends()
        monday = first + timedelta(days=-first.weekday() % 7)
        mondays = [monday + timedelta(weeks=n) for n in range((last - monday).days // 7 + 1)]
        step, wide = 1, look.width("00/00", Type.CAPTION) + look.px(1.5)
        while mondays and step * 7 * self._pitch() < wide:
            step += 1
        line = look.line(Type.CAPTION)
        for day in mondays[::step]:
            x = self.x_of(day)
            box = QRect(x - wide // 2, line, wide, line)
            if box.left() >= 0 and box.right() <= self.width():
                middle = Qt.AlignmentFlag.AlignHCenter
                look.draw_text(painter, box, date_dm(day), Type.CAPTION, Role.TEXT2, middle)
        look.fill(painter, QRect(0, self._head() - look.edge, self.width(), look.edge), Role.BORDER)

    def _draw_upright(self, painter: QPainter) -> None:
        """The conference day as a thick line with its name, today as a dashed one."""
        look = self._look
        first, last = self.ends()
        named: list[tuple[date, str, bool]] = []
        if self._day is not None:
            named.append((self._day, f"Họp {date_dm(self._day)}", True))
        if first <= self._today <= last and self._today != self._day:
            named.append((self._today, "Hôm nay", False))
        spans = []
        for day, words, solid in named:
            x, thick = self.x_of(day), look.ring if solid else look.edge
            style = Qt.PenStyle.SolidLine if solid else Qt.PenStyle.DashLine
            painter.setPen(QPen(look.color(Role.TEXT if solid else Role.TEXT2), thick, style))
            painter.drawLine(x, self._head(), x, self.height() - look.edge)
            kind = Type.CAPTION_STRONG if solid else Type.CAPTION
            wide = look.width(words, kind)
            left = max(look.px(1), min(x - wide // 2, self.width() - wide - look.px(1)))
            spans.append((left, left + wide, words, kind))
        for before, after in pairwise(sorted(spans)):
            if before[1] + look.px(1) > after[0]:
                spans = spans[:1]  # no room for both names: the conference keeps its own
        for left, right, words, kind in spans:
            look.draw_text(painter, QRect(left, 0, right - left, look.line(Type.CAPTION)), words, kind)

    def _draw_mark(self, painter: QPainter, place: int, mark: Mark) -> None:
        look, box, x = self._look, self._row_box(place), self.x_of(mark.day)
        if place == self._at:
            look.draw_box(painter, box.adjusted(look.edge, 0, -look.edge, 0), edge=Role.ACCENT, radius=0.5)
        side = look.px(_MARK)
        shape = QRect(x - side // 2, box.center().y() - side // 2, side, side)
        if mark.warned:
            self._draw_triangle(painter, shape)
        else:
            look.fill(painter, shape, Role.ACCENT)
        words = f"{weekday_dm(mark.day)}  {' '.join(mark.title.split())}"
        gap, wide = look.px(1.5), look.width(words, Type.CAPTION_MEDIUM)
        right, left = self.width() - shape.right() - 2 * gap, shape.left() - 2 * gap
        at_right = wide <= right or right >= left
        room = min(wide, right if at_right else left)
        start = shape.right() + gap if at_right else shape.left() - gap - room
        label = QRect(start, box.y() + look.edge, room, box.height() - 2 * look.edge)
        look.fill(
            painter, label.adjusted(-look.px(0.5), look.px(0.5), look.px(0.5), -look.px(0.5)), Role.SURFACE
        )
        look.draw_text(painter, label, words, Type.CAPTION_MEDIUM, elide=True)

    def _draw_triangle(self, painter: QPainter, box: QRect) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.color(Role.WARN), self._look.ring))
        painter.setBrush(self._look.color(Role.SURFACE))
        corners = [QPointF(box.left(), box.bottom()), QPointF(box.right(), box.bottom())]
        painter.drawPolygon(QPolygonF([*corners, QPointF(box.center().x(), box.top())]))
        painter.restore()
