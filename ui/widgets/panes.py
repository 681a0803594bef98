"""Surfaces, frames and layouts whose margins are multiples of u."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.look import Look
from ui.theme import Role

if TYPE_CHECKING:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QPaintEvent

    LEFT: Qt.AlignmentFlag
    RIGHT: Qt.AlignmentFlag
    MIDDLE: Qt.AlignmentFlag
    TOP: Qt.AlignmentFlag


def follow(look: Look, react: Callable[[], None]) -> None:
    """Call `react` now and whenever theme or scale change.

    `react` has to be a method of a QObject: Qt then drops the connection when the object goes.
    """
    look.changed.connect(react)
    react()


class Spaced:
    """A box layout's margins and gap in u, put right again when the scale changes."""

    def __init__(
        self, look: Look, layout: QBoxLayout, margins: tuple[float, float, float, float], gap: float
    ) -> None:
        self._look, self._layout, self._margins, self._gap = look, layout, margins, gap
        self.apply()

    def set_sides(self, left: float, right: float) -> None:
        self._margins = (left, self._margins[1], right, self._margins[3])
        self.apply()

    def apply(self) -> None:
        px = self._look.px
        left, top, right, bottom = self._margins
        self._layout.setContentsMargins(px(left), px(top), px(right), px(bottom))
        self._layout.setSpacing(px(self._gap))


class VBox(QVBoxLayout):
    """A column: `margins` left, top, right, bottom and `gap`, all in u."""

    def __init__(
        self, look: Look, margins: tuple[float, float, float, float] = (0, 0, 0, 0), gap: float = 0
    ) -> None:
        super().__init__()
        self._spaced = Spaced(look, self, margins, gap)
        look.changed.connect(self._relook)

    def _relook(self) -> None:
        self._spaced.apply()

    def set_sides(self, left: float, right: float) -> None:
        """Other margins beside it, in u."""
        self._spaced.set_sides(left, right)


class HBox(QHBoxLayout):
    """A row: `margins` left, top, right, bottom and `gap`, all in u."""

    def __init__(
        self, look: Look, margins: tuple[float, float, float, float] = (0, 0, 0, 0), gap: float = 0
    ) -> None:
        super().__init__()
        self._spaced = Spaced(look, self, margins, gap)
        look.changed.connect(self._relook)

    def _relook(self) -> None:
        self._spaced.apply()

    def set_sides(self, left: float, right: float) -> None:
        """Other margins beside it, in u."""
        self._spaced.set_sides(left, right)


class Space(QWidget):
    """An empty place of fixed size in u (a spacer item could not follow the scale)."""

    def __init__(self, look: Look, width: float = 0, height: float = 0) -> None:
        super().__init__()
        self._look, self._w, self._h = look, width, height
        follow(look, self._relook)

    def _relook(self) -> None:
        self.setFixedSize(self._look.px(self._w), self._look.px(self._h))


class Pane(QWidget):
    """A flat surface in the colour of its role, with an optional 1 px line on some sides ("l t r b")."""

    def __init__(
        self,
        look: Look,
        role: Role = Role.SURFACE,
        *,
        lines: str = "",
        width: float | None = None,
        height: float | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._role, self._lines = look, role, lines
        self._w, self._h = width, height
        self.setAutoFillBackground(True)
        follow(look, self._relook)

    @property
    def look(self) -> Look:
        return self._look

    def set_role(self, role: Role) -> None:
        self._role = role
        self._relook()

    def _relook(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, self._look.color(self._role))
        self.setPalette(palette)
        if self._w is not None:
            self.setFixedWidth(self._look.px(self._w))
        if self._h is not None:
            self.setFixedHeight(self._look.px(self._h))
        self.update()

    def set_width(self, units: float | None) -> None:
        """Fixed width in u; None frees it."""
        self._w = units
        if units is None:
            self.setMinimumWidth(0)
            self.setMaximumWidth(16777215)
        else:
            self.setFixedWidth(self._look.px(units))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._lines:
            return
        painter = QPainter(self)
        e, w, h = self._look.edge, self.width(), self.height()
        boxes = {"l": (0, 0, e, h), "r": (w - e, 0, e, h), "t": (0, 0, w, e), "b": (0, h - e, w, e)}
        for side, box in boxes.items():
            if side in self._lines:
                self._look.fill(painter, QRect(*box), Role.BORDER)


class Card(QFrame):
    """A frame around things that belong together: surface, 1 px border, radius 1.5u."""

    def __init__(
        self,
        look: Look,
        *,
        fill: Role = Role.SURFACE,
        edge: Role | None = Role.BORDER,
        radius: float = 1.5,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._fill, self._edge, self._radius = look, fill, edge, radius
        self._edge_width = 0
        look.changed.connect(self.update)

    @property
    def look(self) -> Look:
        return self._look

    def set_colors(self, fill: Role, edge: Role | None, *, strong: bool = False) -> None:
        """`strong` draws the edge as thick as the focus ring (chosen card)."""
        self._fill, self._edge = fill, edge
        self._edge_width = self._look.ring if strong else 0
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._look.draw_box(
            painter,
            self.rect(),
            fill=self._fill,
            edge=self._edge,
            width=self._edge_width,
            radius=self._radius,
        )


class Rule(QWidget):
    """A 1 px line, lying or standing."""

    def __init__(self, look: Look, *, upright: bool = False, role: Role = Role.LINE) -> None:
        super().__init__()
        self._look, self._upright, self._role = look, upright, role
        fixed, grow = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        self.setSizePolicy(fixed if upright else grow, grow if upright else fixed)
        look.changed.connect(self._relook)

    def _relook(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.edge, self._look.edge)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._look.fill(QPainter(self), self.rect(), self._role)


def framed(look: Look, thing: QWidget, margins: tuple[float, float, float, float] = (6, 3, 6, 0)) -> QWidget:
    """A banner, say, with the page's margins around it; hidden until there is something to say."""
    frame = QWidget()
    row = HBox(look, margins)
    row.addWidget(thing)
    frame.setLayout(row)
    frame.hide()
    return frame


def add_all(layout: QBoxLayout, *things: QWidget | QLayout | int) -> None:
    """Widgets and layouts in order; a number is a stretch."""
    for thing in things:
        if isinstance(thing, int):
            layout.addStretch(thing)
        elif isinstance(thing, QWidget):
            layout.addWidget(thing)
        else:
            layout.addLayout(thing)


def empty(layout: QBoxLayout) -> None:
    """Take everything out that stands in it; the widgets go."""
    while layout.count():
        widget = layout.takeAt(0).widget()
        widget.hide()
        widget.deleteLater()


def __getattr__(name: str) -> Qt.AlignmentFlag:
    """The four alignments by short names, looked up when asked for (see `ui.qt_later`)."""
    names = {"LEFT": "AlignLeft", "RIGHT": "AlignRight", "MIDDLE": "AlignVCenter", "TOP": "AlignTop"}
    if name not in names:
        raise AttributeError(name)
    from PySide6.QtCore import Qt

    return Qt.AlignmentFlag[names[name]]
