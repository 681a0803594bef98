"""Promises by unit, thôn or field as bars: fills that differ without colour, a number in each part."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dialogue_desktop.domain.board import Bar
from ui.look import Look
from ui.qt_later import Qt
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.panes import HBox, VBox
from ui.widgets.segment import Segment
from ui.widgets.text import Label

_ROW, _BAR, _LINE = 7.0, 5.0, 5.5  # u
_MOST = 12
VIEWS = (("unit", "Đơn vị", ""), ("place", "Thôn", ""), ("field", "Lĩnh vực", ""))
TITLES = {"unit": "Theo đơn vị", "place": "Theo thôn", "field": "Theo lĩnh vực"}
#: (name of the part, words, colour): done soft, in time white, soon hatched, late solid.
PARTS = (
    ("done", "Xong", Role.OK),
    ("in_time", "Còn hạn", Role.ACCENT),
    ("soon", "Sắp hạn", Role.WARN),
    ("late", "Trễ", Role.BAD),
)


def draw_part(painter: QPainter, look: Look, box: QRect, part: str, role: Role) -> None:
    """One part of a bar, or its sample in the legend."""
    edge = look.edge
    if part == "late":
        look.fill(painter, box, role)
        return
    look.fill(painter, box, role)
    inner = box.adjusted(edge, edge, -edge, -edge)
    look.fill(painter, inner, role.soft if part in ("done", "soon") else Role.SURFACE)
    if part != "soon":
        return
    painter.save()
    painter.setClipRect(inner)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.color(role), max(1, edge)))
    step = look.px(1.5)
    for x in range(inner.left() - inner.height(), inner.right() + step, step):
        painter.drawLine(x, inner.bottom() + 1, x + inner.height(), inner.top())
    painter.restore()


class Bars(QWidget):
    """One bar a line; its parts are as long as they are many, and never too short for their number."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._bars: tuple[Bar, ...] = ()
        self._rest = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        self._bars, self._rest = tuple(bars[:_MOST]), max(0, len(bars) - _MOST)
        spoken = [
            f"{_label(bar)}: {bar.total} cam kết, "
            + ", ".join(f"{words} {getattr(bar, part)}" for part, words, _ in PARTS if getattr(bar, part))
            for bar in bars
        ]
        self.setAccessibleName("Biểu đồ cam kết")
        self.setAccessibleDescription("; ".join(spoken))
        self.updateGeometry()
        self.update()

    @property
    def bars(self) -> tuple[Bar, ...]:
        return self._bars

    def sizeHint(self) -> QSize:
        rest = self._look.px(_ROW) if self._rest else 0
        return QSize(self._look.px(60), sum(self._heights()) + rest)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _label_width(self) -> int:
        look = self._look
        widest = max((look.width(_label(bar)) for bar in self._bars), default=0)
        return min(widest, int(max(self.width(), self._look.px(60)) * 0.42))

    def _lines(self, bar: Bar) -> tuple[str, ...]:
        """Its name, whole, on as many lines as it takes."""
        room, lines, rest = self._label_width(), [], _label(bar)
        while rest:
            line, rest = self._look.two_lines(rest, Type.BODY, room)
            lines.append(line)
        return tuple(lines)

    def _heights(self) -> list[int]:
        px = self._look.px
        return [max(px(_ROW), px(1) + len(self._lines(bar)) * px(_LINE)) for bar in self._bars]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()  # names break elsewhere

    def event(self, event: object) -> bool:
        if isinstance(event, QHelpEvent):
            below, words = 0, ""
            for bar, high in zip(self._bars, self._heights(), strict=True):
                if below <= event.pos().y() < below + high:
                    words = f"{_label(bar)}: {bar.total} cam kết"
                below += high
            from PySide6.QtWidgets import QToolTip

            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)  # type: ignore[arg-type]

    def paintEvent(self, event: QPaintEvent) -> None:
        look, px = self._look, self._look.px
        painter = QPainter(self)
        label = self._label_width()
        left = label + px(3)
        end = look.width("000") + px(2)
        most = max((bar.total for bar in self._bars), default=1)
        least = look.width("00", Type.CAPTION_STRONG) + px(1)
        room = max(px(10), self.width() - left - end)
        top = 0
        for bar, high in zip(self._bars, self._heights(), strict=True):
            lines = self._lines(bar)
            step = px(_LINE) if len(lines) > 1 else high
            for at, words in enumerate(lines):
                y = top + (high - step * len(lines)) // 2 + at * step
                look.draw_text(painter, QRect(0, y, label, step), words, elide=True)
            x = left
            there = [(part, role, int(getattr(bar, part))) for part, _, role in PARTS if getattr(bar, part)]
            free = room - len(there) * least
            for part, role, many in there:
                wide = least + int(max(0, free) * many / most)
                box = QRect(x, top + (high - px(_BAR)) // 2, wide, px(_BAR))
                draw_part(painter, look, box, part, role)
                self._draw_number(painter, box, many, part, role)
                x += wide + look.edge
            look.draw_text(painter, QRect(x + px(1.5), top, end, high), str(bar.total), Type.BODY, Role.TEXT2)
            top += high
        if self._rest:
            line = QRect(0, top, self.width(), px(_ROW))
            look.draw_text(painter, line, f"và {self._rest} dòng nữa", Type.CAPTION, Role.TEXT2)

    def _draw_number(self, painter: QPainter, box: QRect, many: int, part: str, role: Role) -> None:
        look = self._look
        if part == "soon":  # on a plain ground, so that the number is read between the lines
            wide = look.width(str(many), Type.CAPTION_STRONG) + look.px(1)
            middle = QRect(
                box.center().x() - wide // 2, box.y() + look.edge, wide, box.height() - 2 * look.edge
            )
            look.fill(painter, middle, role.soft)
        words = Role.SURFACE if part == "late" else role
        look.draw_text(painter, box, str(many), Type.CAPTION_STRONG, words, Qt.AlignmentFlag.AlignHCenter)


class Legend(QWidget):
    """A sample of each fill with its word."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def _lines(self) -> list[list[tuple[str, str, Role, int]]]:
        """Samples line by line, as many as find room."""
        look, px = self._look, self._look.px
        lines: list[list[tuple[str, str, Role, int]]] = [[]]
        x = 0
        for part, words, role in PARTS:
            wide = px(4.5) + look.width(words, Type.CAPTION) + px(3)
            if lines[-1] and x + wide > max(self.width(), px(50)):
                lines.append([])
                x = 0
            lines[-1].append((part, words, role, x))
            x += wide
        return lines

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(60), len(self._lines()) * self._look.px(6))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, px = self._look, self._look.px
        painter = QPainter(self)
        for at, line in enumerate(self._lines()):
            top = at * px(6)
            for part, words, role, x in line:
                draw_part(painter, look, QRect(x, top + px(1.5), px(3), px(3)), part, role)
                room = QRect(x + px(4.5), top, self.width(), px(6))
                look.draw_text(painter, room, words, Type.CAPTION, Role.TEXT2)


class Chart(QWidget):
    """The bars with what they are counted by; `by_chosen` asks for another."""

    by_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        column = VBox(look, gap=1.5)
        self.setLayout(column)
        head = HBox(look, gap=2)
        self.title = Label(look, "", Type.SECTION)
        self.amount = Label(look, "", Type.CAPTION, Role.TEXT2)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.amount)
        column.addLayout(head)
        self.segment = Segment(look, VIEWS, name="Biểu đồ theo")
        self.segment.chosen.connect(self.by_chosen)
        column.addWidget(self.segment)
        self.bars = Bars(look)
        column.addWidget(self.bars)
        self.legend = Legend(look)
        column.addWidget(self.legend)

    def show_bars(self, bars: Sequence[Bar], by: str, total: int) -> None:
        self.title.setText(TITLES[by])
        self.amount.setText(f"{total} cam kết")
        self.segment.set_value(by)
        self.bars.show_bars(bars)


def _label(bar: Bar) -> str:
    return bar.label[:1].upper() + bar.label[1:] if bar.label else "Chưa rõ"
