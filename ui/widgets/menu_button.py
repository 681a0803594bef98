"""A button under which a few verbs hang, each with its key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ui.look import Look
from ui.widgets.button import Button, Kind


class MenuButton(Button):
    """The keys of the verbs work without the menu, which only shows them."""

    def __init__(
        self, look: Look, text: str, actions: Sequence[QAction], *, icon: str = "", kind: Kind = Kind.DEFAULT
    ) -> None:
        super().__init__(look, text, icon=icon, kind=kind, chevron=True)
        self._offered = tuple(actions)
        self.clicked.connect(self.offer)

    def offer(self) -> None:
        """The menu under the button, its first verb in hand."""
        menu = QMenu(self)
        menu.setObjectName("verbs")
        for action in self._offered:
            key = str(action.property("key") or "")
            line = menu.addAction(f"{action.text()}\t{key}" if key else action.text())
            line.setEnabled(action.isEnabled())
            line.triggered.connect(action.trigger)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(self.width() - menu.sizeHint().width(), self.height())))
        menu.setActiveAction(menu.actions()[0])
