"""F1: every verb with its key; pressing a line does it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSizePolicy

from ui.actions import Actions
from ui.live import verbs
from ui.live.drawer import Drawer
from ui.live.verb_button import VerbButton
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Kind
from ui.widgets.text import Label


class KeySheet(Drawer):
    """The sheet is also the menu: each line is a button, in the order of the work."""

    def __init__(self, look: Look, actions: Actions, known: dict[str, QAction]) -> None:
        super().__init__(look, "Phím và lệnh")
        self.body.addWidget(
            Label(look, "Kết quả: F7 rồi số 1–7, hoặc Ctrl + số", Type.CAPTION, Role.TEXT2, elide=True)
        )
        self._first: VerbButton | None = None
        for group, members in verbs.SHEET:
            present = [verb for verb in members if verb.id in known]
            if not present:
                continue
            self.body.addWidget(Label(look, group, Type.STRONG))
            for verb in present:
                line = VerbButton(look, known[verb.id], kind=Kind.BAR, small=True, spread=True)
                line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
                self.body.addWidget(line)
                self.keep_in_sight(line)
                self._first = self._first or line
        self.body.setSpacing(0)
        self.body.addStretch(1)

    def focus_first(self) -> None:
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.ShortcutFocusReason)
