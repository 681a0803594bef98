"""Where one is in a work of several steps: the rail of the wizard and the trail of a header."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.panes import VBox


class Stage(Enum):
    DONE = "done"
    CURRENT = "current"
    TO_COME = "to_come"


@dataclass(frozen=True, slots=True)
class Step:
    id: str
    words: str
    stage: Stage = Stage.TO_COME
    warned: bool = False


class _RailStep(QAbstractButton):
    """Circle with tick or number, words, and a sign when something in it is warned of."""

    def __init__(self, look: Look, step: Step, number: int, last: bool) -> None:
        super().__init__()
        self._look, self._step, self._number, self._last = look, step, number, last
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_step(step)
        look.changed.connect(self._relook)

    @property
    def step(self) -> Step:
        return self._step

    def show_step(self, step: Step) -> None:
        self._step = step
        state = {Stage.DONE: "đã xong", Stage.CURRENT: "đang làm", Stage.TO_COME: "chưa tới"}[step.stage]
        warned = ", có điều cần xem" if step.warned else ""
        self.setAccessibleName(f"Bước {self._number}: {step.words}, {state}{warned}")
        self.update()

    def _narrow(self) -> bool:
        """No room for words: the circle stands alone, the words are in its tool tip."""
        return self.width() < self._look.px(20)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setToolTip(f"{self._number}. {self._step.words}" if self._narrow() else "")

    def _relook(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        look = self._look
        return QSize(look.px(16) + look.width(self._step.words, Type.STRONG), look.px(10))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(8), self._look.px(8.5))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Up and down only along the rail: left to itself a button would leave it at its ends.
        way = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        rail = self.parent()
        if way is not None and isinstance(rail, StepRail):
            rail.move_focus(way)
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, px = self._look, self._look.px
        painter = QPainter(self)
        box = self.rect().adjusted(0, px(0.5), 0, -px(0.5))
        current = self._step.stage is Stage.CURRENT
        if current or self.underMouse():
            look.draw_box(painter, box, fill=Role.ACCENT_SOFT if current else Role.HOVER)
        narrow = self._narrow()
        left = (self.width() - px(5)) // 2 if narrow else px(3)
        circle = QRect(left, box.y() + (box.height() - px(5)) // 2, px(5), px(5))
        middle = circle.center().x()
        line = look.color(Role.BORDER)
        wide = look.edge
        if self._number > 1:
            painter.fillRect(QRect(middle, 0, wide, circle.y() - px(0.5)), line)
        if not self._last:
            low = circle.bottom() + px(0.75)
            painter.fillRect(QRect(middle, low, wide, self.height() - low), line)
        self._draw_circle(painter, circle)
        if narrow:
            if self._step.warned:
                self._draw_sign(painter, circle, Role.ACCENT_SOFT if current else Role.CANVAS)
            if self.hasFocus():
                look.draw_box(painter, box, edge=Role.FOCUS, width=look.ring)
            return
        right = self.width() - px(1.5)
        if self._step.warned:
            sign = QRect(right - px(5), box.y(), px(5), box.height())
            look.draw_icon(painter, sign, "warning_16", Role.WARN, 4)
            right = sign.x()
        room = QRect(px(10.5), box.y(), right - px(10.5), box.height())
        kind, role = Type.BODY, Role.TEXT
        if current:
            kind, role = Type.STRONG, Role.ACCENT
        elif self._step.stage is Stage.TO_COME:
            role = Role.TEXT2
        look.draw_text(painter, room, self._step.words, kind, role, elide=True)
        if self.hasFocus():
            look.draw_box(painter, box, edge=Role.FOCUS, width=look.ring)

    def _draw_sign(self, painter: QPainter, circle: QRect, ground: Role) -> None:
        """On the shoulder of the circle, the ground cleared under it, so that both are read."""
        look, px = self._look, self._look.px
        sign = QRect(circle.right() - px(1.25), circle.y() - px(1.5), px(4), px(4))
        look.draw_box(painter, sign, fill=ground, radius=2)
        look.draw_icon(painter, sign, "warning_16_filled", Role.WARN, 3.5)

    def _draw_circle(self, painter: QPainter, circle: QRect) -> None:
        look = self._look
        if self._step.stage is Stage.DONE:
            look.draw_icon(painter, circle, "checkmark_circle", Role.OK)
            return
        current = self._step.stage is Stage.CURRENT
        radius = circle.width() / 2 / look.u
        if current:
            look.draw_box(painter, circle, fill=Role.ACCENT, radius=radius)
        else:
            look.draw_box(painter, circle, fill=Role.SURFACE, edge=Role.FIELD, radius=radius)
        role = Role.ON_ACCENT if current else Role.TEXT2
        look.draw_text(
            painter, circle, str(self._number), Type.CAPTION_STRONG, role, Qt.AlignmentFlag.AlignHCenter
        )


class StepRail(QWidget):
    """Steps one below the other; any can be clicked, ↑ ↓ go along, Enter or Space opens."""

    chosen = Signal(str)

    def __init__(self, look: Look, steps: Sequence[Step] = (), *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._buttons: list[_RailStep] = []
        self._box = VBox(look)
        self.setLayout(self._box)
        self.setAccessibleName("Các bước")
        self.set_steps(steps)

    def set_steps(self, steps: Sequence[Step]) -> None:
        """Same ids in the same order are changed in place (the focus stays); others are built anew."""
        if [button.step.id for button in self._buttons] == [step.id for step in steps]:
            for button, step in zip(self._buttons, steps, strict=True):
                button.show_step(step)
            return
        for button in self._buttons:
            button.setParent(None)
            button.deleteLater()
        self._buttons = []
        for number, step in enumerate(steps, start=1):
            button = _RailStep(self._look, step, number, number == len(steps))
            button.clicked.connect(self._clicked)
            self._box.addWidget(button)
            self._buttons.append(button)

    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, _RailStep):
            self.chosen.emit(button.step.id)

    def move_focus(self, way: int) -> None:
        """To the next step (1) or the one before (-1); the ends hold it."""
        at = next((n for n, button in enumerate(self._buttons) if button.hasFocus()), -1)
        if 0 <= at + way < len(self._buttons) and at >= 0:
            self._buttons[at + way].setFocus(Qt.FocusReason.TabFocusReason)


class StepTrail(QWidget):
    """ "1. Kiểm tra > 2. Chốt > …" in a header: says, is not clicked."""

    def __init__(self, look: Look, steps: Sequence[Step] = (), *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._steps: tuple[Step, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._relook)
        self.set_steps(steps)

    def set_steps(self, steps: Sequence[Step]) -> None:
        self._steps = tuple(steps)
        current = next((f"{n}. {s.words}" for n, s in enumerate(steps, 1) if s.stage is Stage.CURRENT), "")
        self.setAccessibleName(f"Đang ở bước {current}" if current else "")
        self._relook()

    def _relook(self) -> None:
        self.updateGeometry()
        self.update()

    def _width_of(self, number: int, step: Step) -> int:
        look = self._look
        kind = Type.MEDIUM if step.stage is Stage.CURRENT else Type.BODY
        wide = look.width(f"{number}. {step.words}", kind)
        return (
            wide
            + (look.px(8) if step.stage is Stage.CURRENT else 0)
            + (look.px(5) if step.stage is Stage.DONE else 0)
        )

    def sizeHint(self) -> QSize:
        gap = self._look.px(8)
        parts = [self._width_of(number, step) for number, step in enumerate(self._steps, 1)]
        return QSize(sum(parts) + gap * max(0, len(parts) - 1), self._look.px(6))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, px, h = self._look, self._look.px, self.height()
        painter = QPainter(self)
        x = 0
        for number, step in enumerate(self._steps, 1):
            wide = self._width_of(number, step)
            words = f"{number}. {step.words}"
            if step.stage is Stage.CURRENT:
                look.draw_box(painter, QRect(x, 0, wide, h), fill=Role.ACCENT_SOFT, radius=0.75)
                icon = QRect(x + px(1.5), 0, px(4), h)
                look.draw_icon(painter, icon, "circle_half_fill_16", Role.ACCENT, 4)
                room = QRect(x + px(6.5), 0, wide, h)
                look.draw_text(painter, room, words, Type.MEDIUM, Role.ACCENT)
            elif step.stage is Stage.DONE:
                look.draw_icon(painter, QRect(x, 0, px(4), h), "checkmark_16", Role.OK, 4)
                look.draw_text(painter, QRect(x + px(5), 0, wide, h), words)
            else:
                look.draw_text(painter, QRect(x, 0, wide, h), words, role=Role.TEXT2)
            x += wide
            if number < len(self._steps):
                look.draw_icon(painter, QRect(x + px(2), 0, px(4), h), "chevron_right_16", Role.TEXT2, 4)
            x += px(8)
