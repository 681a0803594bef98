"""The counts over the list: each a button that narrows the list to what it counts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.follow_up.looks import COUNTS
from ui.look import Look
from ui.qt_later import Qt
from ui.state_looks import StateLook
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.panes import HBox


class CountTile(QAbstractButton):
    """Icon, number, words; with an accent edge while the list is narrowed to it."""

    def __init__(self, look: Look, state: StateLook) -> None:
        super().__init__()
        self._look, self._state, self._count = look, state, 0
        self._short = self._bare = False
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)
        self.show_count(0, on=False)

    def show_count(self, count: int, *, on: bool) -> None:
        self._count = count
        self.setChecked(on)
        state = ", đang lọc" if on else ""
        self.setAccessibleName(f"{count} {self._state.words}{state}")
        self.update()

    def set_short(self, short: bool, *, bare: bool) -> None:
        """`bare`: without the icon, for words go before icons."""
        self._short, self._bare = short, bare
        self.setToolTip(self._state.words if short else "")
        self.update()

    def words_width(self, *, short: bool) -> int:
        look = self._look
        words = self._state.short if short else self._state.words
        number = look.width(str(self._count), Type.TITLE)
        return look.px(2 + 6.5 + 1.5 + 1.5) + number + look.width(words)

    @property
    def count(self) -> int:
        return self._count

    def nextCheckState(self) -> None:
        """What is shown decides, not the click."""

    def sizeHint(self) -> QSize:
        look = self._look
        return QSize(look.px(30), max(look.px(11), look.line(Type.TITLE) + look.px(2)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(14), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        look, px = self._look, self._look.px
        painter = QPainter(self)
        on = self.isChecked()
        fill = Role.ACCENT_SOFT if on else Role.HOVER if self.underMouse() else Role.SURFACE
        edge = Role.ACCENT if on else Role.BORDER
        look.draw_box(painter, self.rect(), fill=fill, edge=edge, width=look.ring if on else 0, radius=1.5)
        role = self._state.role if self._count else Role.TEXT3
        x, h = px(2), self.height()
        if not self._bare:
            look.draw_icon(painter, QRect(x, 0, px(5), h), self._state.icon, role)
            x += px(6.5)
        number = QRect(x, 0, self.width() - x, h)
        # Zero late ones are no alarm: the colour of a state is for what there is.
        number_role = role if self._state.role is Role.BAD else Role.TEXT
        x += look.draw_text(painter, number, str(self._count), Type.TITLE, number_role) + px(1.5)
        words = self._state.short if self._short else self._state.words
        box = QRect(x, 0, self.width() - x - px(1), h)
        look.draw_text(painter, box, words, elide=True)
        if self.hasFocus():
            look.draw_box(painter, self.rect(), edge=Role.FOCUS, width=look.ring, radius=1.5)


class CountTiles(QWidget):
    """`chosen` carries the count that was pressed; ← → go along."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName("Số cam kết theo hạn")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = HBox(look, gap=2)
        self.setLayout(row)
        self.tiles: dict[str, CountTile] = {}
        for name, state in COUNTS.items():
            tile = CountTile(look, state)
            tile.clicked.connect(partial(self.chosen.emit, name))
            row.addWidget(tile)
            self.tiles[name] = tile

    def show_counts(self, counts: Mapping[str, int], group: str) -> None:
        for name, tile in self.tiles.items():
            tile.show_count(counts.get(name, 0), on=name == group)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Shorter words, then no icons, where there is no room for all."""
        each = (self.width() - self._look.px(2) * (len(self.tiles) - 1)) // len(self.tiles)
        tiles = self.tiles.values()
        short = any(tile.words_width(short=False) > each for tile in tiles)
        bare = short and any(tile.words_width(short=True) > each for tile in tiles)
        for tile in tiles:
            tile.set_short(short, bare=bare)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        tiles = list(self.tiles.values())
        at = next((n for n, tile in enumerate(tiles) if tile.hasFocus()), -1)
        if way is not None and at >= 0:
            tiles[(at + way) % len(tiles)].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)
