"""The narrow strips that stand for a pane where there is no room for it (150 and 200 %)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from ui.live.verb_button import VerbButton
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Kind, key_words
from ui.widgets.icon_box import KeyCap
from ui.widgets.panes import Pane, VBox
from ui.widgets.text import Label

_WIDTH = 11
_MIDDLE = Qt.AlignmentFlag.AlignHCenter


class Strip(Pane):
    """Icons in a column, each with its words as tool tip; the first may have its key below it."""

    def __init__(self, look: Look, *, lines: str) -> None:
        super().__init__(look, Role.CANVAS, lines=lines, width=_WIDTH)
        self._column = VBox(look, (0, 2, 0, 3), 1)
        self.setLayout(self._column)

    def add(
        self, action: QAction, *, icon: str | None = None, kind: Kind = Kind.BAR, cap: bool = False
    ) -> VerbButton:
        button = VerbButton(self.look, action, kind=kind, words="", icon=icon, cap=False)
        self._column.addWidget(button, alignment=_MIDDLE)
        if cap:
            self._column.addWidget(KeyCap(self.look, key_words(action.shortcut())), alignment=_MIDDLE)
        return button

    def add_words(self) -> Label:
        label = Label(self.look, "", Type.CAPTION, Role.TEXT2, align=_MIDDLE)
        self._column.addWidget(label, alignment=_MIDDLE)
        return label

    def add_stretch(self) -> None:
        self._column.addStretch(1)
