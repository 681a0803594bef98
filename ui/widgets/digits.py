"""Clock digits that do not dance, and the bar below them."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type


def _cells(look: Look, kind: Type) -> tuple[int, int]:
    """Width of a digit's cell and of a sign's."""
    digit = ceil(max(look.advance(d, kind) for d in "0123456789"))
    return digit, ceil(digit * 0.55)


def digits_width(look: Look, text: str, kind: Type) -> int:
    """Pixels that the text takes in cells."""
    digit, sign = _cells(look, kind)
    return sum(sign if letter == ":" else digit for letter in text)


def draw_digits(look: Look, painter: QPainter, box: QRect, text: str, kind: Type, role: Role) -> None:
    """From the left edge of the box, each digit in the middle of its cell."""
    digit, sign = _cells(look, kind)
    x = box.x()
    for letter in text:
        wide = sign if letter == ":" else digit
        cell = QRect(x, box.y(), wide, box.height())
        look.draw_text(painter, cell, letter, kind, role, Qt.AlignmentFlag.AlignHCenter)
        x += wide


class Digits(QWidget):
    """Each digit centred in a cell as wide as the widest: the font has no figures of equal width.

    The accessible name is set once (`name`): a reader must not call every second.
    """

    def __init__(
        self,
        look: Look,
        text: str = "",
        kind: Type = Type.CLOCK,
        role: Role = Role.TEXT,
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._text, self._kind, self._role = look, text, kind, role
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._relook)

    @property
    def text(self) -> str:
        return self._text

    def set_text(self, text: str, role: Role | None = None) -> None:
        longer = len(text) != len(self._text)
        if text == self._text and role in (None, self._role):
            return
        self._text = text
        self._role = role or self._role
        if longer:
            self.updateGeometry()
        self.update()

    def _relook(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wide = digits_width(self._look, self._text, self._kind)
        return QSize(wide, ceil(self._look.metrics.em_of(self._kind.pt) * 1.2))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_digits(self._look, painter, self.rect(), self._text, self._kind, self._role)


class Meter(QWidget):
    """A bar that fills from the left; what it says always stands in words beside it."""

    def __init__(
        self,
        look: Look,
        fraction: float = 0.0,
        role: Role = Role.ACCENT,
        *,
        height: float = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._fraction, self._role, self._units = look, fraction, role, height
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._relook)

    def set_fraction(self, fraction: float, role: Role | None = None) -> None:
        """0.0 to 1.0."""
        fraction = min(1.0, max(0.0, fraction))
        if (fraction, role or self._role) != (self._fraction, self._role):
            self._fraction, self._role = fraction, role or self._role
            self.update()

    def _relook(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(20), self._look.px(self._units))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(4), self._look.px(self._units))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = self.rect()
        self._look.draw_box(painter, box, fill=Role.BORDER, radius=self._units / 2)
        part = round(box.width() * self._fraction)
        if part:
            done = QRect(box.x(), box.y(), part, box.height())
            self._look.draw_box(painter, done, fill=self._role, radius=self._units / 2)
