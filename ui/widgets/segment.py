"""Switching between a few views of the same thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import Look
from ui.qt_later import Qt
from ui.widgets.button import Button, Kind
from ui.widgets.panes import HBox

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class Segment(QWidget):
    """A few views of the same thing, one of them on ("Bảng", "Cột"); ← → change it."""

    chosen = Signal(str)

    def __init__(
        self, look: Look, views: Sequence[tuple[str, str, str]], *, name: str,
        keys: Mapping[str, str] | None = None, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """`views`: (id, words, icon); the first is on. `keys`: their caps, if any."""
        super().__init__(parent)
        self._at, self._look = views[0][0], look
        self.setAccessibleName(name)
        row = HBox(look, gap=1)
        self.setLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._buttons: dict[str, Button] = {}
        for view, words, icon in views:
            key = (keys or {}).get(view, "")
            button: Button = _ViewButton(look, words, kind=Kind.BAR, icon=icon, key=key, small=True)
            button.setProperty("view", view)
            button.clicked.connect(self._clicked)
            row.addWidget(button)
            self._buttons[view] = button
        self.set_value(self._at)

    def value(self) -> str:
        return self._at

    def set_value(self, view: str) -> None:
        self._at = view
        for key, button in self._buttons.items():
            button.set_kind(Kind.SOFT if key == view else Kind.BAR)
            button.setAccessibleDescription("đang xem" if key == view else "")

    def set_words(self, view: str, words: str) -> None:
        """Other words for a view ("Chưa xếp (12)")."""
        self._buttons[view].set_words(words)

    def fit(self, room: int) -> None:
        """The caps of the keys go where all views would not find room with them."""
        for shown in (True, False):
            for button in self._buttons.values():
                button.set_cap_shown(shown)
            if sum(button.sizeHint().width() + self._look.px(1) for button in self._buttons.values()) <= room:
                break

    def _clicked(self) -> None:
        view = str(self.sender().property("view"))
        if view != self._at:
            self.set_value(view)
            self.chosen.emit(view)

    def step(self, way: int) -> None:
        """To the next view (1) or the one before (-1), around."""
        keys = list(self._buttons)
        target = self._buttons[keys[(keys.index(self._at) + way) % len(keys)]]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        target.click()


class _ViewButton(Button):
    """Gives ← and → to the segment; a button would only move the focus."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        segment = self.parent()
        if way is not None and isinstance(segment, Segment):
            segment.step(way)
            return
        super().keyPressEvent(event)
