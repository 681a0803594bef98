"""Draws the picture of the hall at any size; a tick of the clock touches only what changed."""

from __future__ import annotations

from math import ceil, floor
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.hall import conclusion, pages
from ui.hall import floor as floor_pictures
from ui.hall.density import FULL_SIZE, LEAST, sizes_for
from ui.hall.parts import Block, Pen, Piece, Running, Sign, Text, Tick
from ui.hall.scene import HallClock, HallScreen, Scene
from ui.look import Look
from ui.theme import Role
from ui.turn_clock import Level
from ui.widgets.digits import draw_digits

_FLOOR = frozenset({Scene.SPEAKER, Scene.NEXT, Scene.STEP})
_ALIGN = {
    "l": Qt.AlignmentFlag.AlignLeft, "c": Qt.AlignmentFlag.AlignHCenter, "r": Qt.AlignmentFlag.AlignRight
}  # fmt: skip
_LEVELS = {Level.WARN: Role.WARN, Level.OVER: Role.BAD}


class Fit(NamedTuple):
    """How the picture lies in the widget: drawn `width` × `height` large, then made `factor` as large."""

    width: int
    height: int
    factor: float


def fit_of(pixels: QSize, dpi: float) -> Fit:
    """For so many pixels of the screen itself. The system's scaling (125, 150 %) does not count: what is
    readable from the last row depends on the screen alone."""
    points = 96.0 / dpi
    width, height = pixels.width() * points, pixels.height() * points
    short = min(1.0, width / LEAST[0], height / LEAST[1])
    # A short side alone makes all smaller: the other side keeps its proportion.
    return Fit(max(1, round(width / short)), max(1, round(height / short)), short / points)


def arrange(look: Look, screen: HallScreen, letters: int, fit: Fit) -> tuple[Piece, ...]:
    """Every piece of the picture in its place."""
    pen = Pen(look, fit.width, fit.height)
    if screen.scene is not Scene.OFF:
        sizes = sizes_for(fit.width, fit.height, look.u)
        if screen.scene in _FLOOR:
            floor_pictures.draw(pen, sizes, screen, letters)
        elif screen.scene is Scene.CONCLUSION:
            conclusion.draw(pen, sizes, screen)
        else:
            pages.draw(pen, sizes, screen)
    return tuple(pen.pieces)


class HallCanvas(QWidget):
    """The picture of one hall; `size` None follows the widget, else it is a small view of that screen.

    It has a Look of its own, always light, so that it does not go dark with the operator's window.
    """

    def __init__(self, look: Look, *, pixels: QSize | None = None) -> None:
        super().__init__()
        self._look, self._pixels = look, pixels
        self._screen, self._clock = HallScreen(), HallClock()
        self._fit = Fit(*FULL_SIZE, 1.0)
        self._pieces: tuple[Piece, ...] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        if pixels is not None:
            policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    # --- what it shows -------------------------------------------------------------------------------

    def show_screen(self, screen: HallScreen) -> None:
        if screen != self._screen:
            self._screen = screen
            self._pieces = None
            self.setAccessibleName(spoken(screen))
            self.update()

    def show_clock(self, clock: HallClock) -> None:
        before, self._clock = self._clock, clock
        if len(before.digits) != len(clock.digits):
            self._pieces = None
            self.update()
            return
        changed = {
            Tick.DIGITS: (before.digits, before.level) != (clock.digits, clock.level),
            Tick.LIMIT: before.limit != clock.limit,
            Tick.WORDS: (before.words, before.level) != (clock.words, clock.level),
            Tick.BAR: (before.part, before.level) != (clock.part, clock.level),
            Tick.WALL: before.wall != clock.wall,
        }
        for piece in self.pieces():
            if isinstance(piece, Running) and changed[piece.shows]:
                self.update(self._on_widget(piece.box))

    def set_pixels(self, pixels: QSize) -> None:
        """A small view of another screen."""
        if pixels != self._pixels:
            self._pixels = pixels
            self._pieces = None
            self.updateGeometry()
            self.update()

    # --- places --------------------------------------------------------------------------------------

    def pieces(self) -> tuple[Piece, ...]:
        """The picture as it is drawn now."""
        if self._pieces is None:
            self._fit_in()
            self._pieces = arrange(self._look, self._screen, len(self._clock.digits), self._fit)
        return self._pieces

    def conclusion_pages(self) -> int:
        """On how many pages the conclusion on view stands here; 1 for every other picture."""
        self.pieces()
        fit, screen = self._fit, self._screen
        if screen.scene is not Scene.CONCLUSION:
            return 1
        sizes = sizes_for(fit.width, fit.height, self._look.u)
        return conclusion.pages(self._look, sizes, screen, fit.width, fit.height)

    @property
    def fit(self) -> Fit:
        return self._fit

    def _fit_in(self) -> None:
        ratio = self.devicePixelRatioF()
        whole = self._pixels or QSize(round(self.width() * ratio), round(self.height() * ratio))
        scale = min(whole.width() / FULL_SIZE[0], whole.height() / FULL_SIZE[1])
        self._look.set_scale(scale)
        fit = fit_of(whole, self._look.metrics.dpi)
        small = min(self.width() / fit.width, self.height() / fit.height)
        self._fit = fit._replace(factor=small if self._pixels else fit.factor / ratio)

    def _on_widget(self, box: QRect) -> QRect:
        f = self._fit.factor
        left, top = floor(box.x() * f), floor(box.y() * f)
        right, bottom = ceil((box.x() + box.width()) * f), ceil((box.y() + box.height()) * f)
        return QRect(left - 1, top - 1, right - left + 2, bottom - top + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._pieces = None

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._pieces = None  # moved to a screen of another scaling
            self.update()
        return super().event(event)

    def hasHeightForWidth(self) -> bool:
        return self._pixels is not None

    def heightForWidth(self, width: int) -> int:
        whole = self._pixels or QSize(*FULL_SIZE)
        return round(width * whole.height() / max(1, whole.width()))

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(320)) if self._pixels else QSize(*FULL_SIZE)

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    # --- drawing -------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._look.fill(painter, event.rect(), Role.SURFACE)
        pieces = self.pieces()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.scale(self._fit.factor, self._fit.factor)
        for piece in pieces:
            if self._on_widget(piece.box).intersects(event.rect()):
                self._draw(painter, piece)

    def _draw(self, painter: QPainter, piece: Piece) -> None:
        look = self._look
        if isinstance(piece, Text):
            look.draw_text(painter, piece.box, piece.words, piece.kind, piece.role, _ALIGN[piece.align])
        elif isinstance(piece, Block):
            look.draw_box(painter, piece.box, fill=piece.role, radius=piece.radius)
        elif isinstance(piece, Sign):
            look.draw_icon(painter, piece.box, piece.name, piece.role, piece.units)
        else:
            self._draw_running(painter, piece)

    def _draw_running(self, painter: QPainter, piece: Running) -> None:
        look, clock = self._look, self._clock
        loud = _LEVELS.get(clock.level)
        match piece.shows:
            case Tick.DIGITS:
                role = Role.BAD if clock.level is Level.OVER else piece.role
                draw_digits(look, painter, piece.box, clock.digits, piece.kind, role)
            case Tick.WALL:
                draw_digits(look, painter, piece.box, clock.wall, piece.kind, piece.role)
            case Tick.LIMIT:
                look.draw_text(painter, piece.box, clock.limit, piece.kind, piece.role, elide=True)
            case Tick.WORDS:
                look.draw_text(painter, piece.box, clock.words, piece.kind, loud or piece.role, elide=True)
            case Tick.BAR:
                self._draw_bar(painter, piece.box, loud or Role.ACCENT)

    def _draw_bar(self, painter: QPainter, box: QRect, role: Role) -> None:
        if self._clock.part is None:
            return
        self._look.draw_box(painter, box, fill=Role.BORDER, radius=0.5)
        done = round(box.width() * self._clock.part)
        if done:
            self._look.draw_box(
                painter, QRect(box.topLeft(), QSize(done, box.height())), fill=role, radius=0.5
            )


def spoken(screen: HallScreen) -> str:
    """The picture in one line, for a reader."""
    who = screen.person.line if screen.person is not None else screen.heading
    if screen.scene is Scene.CONCLUSION:
        who = " ".join(screen.lines)
    parts = (screen.state, who, *(f"{one.label}: {one.person.line}" for one in screen.upcoming))
    return "Màn hình hội trường. " + ". ".join(part for part in parts if part)
