"""The frame of what is read in full beside a list: a way back, a column that scrolls, and a foot."""

from __future__ import annotations

from PySide6.QtGui import QAction

from ui.look import Look
from ui.theme import Role
from ui.widgets.button import Button, Kind
from ui.widgets.panes import LEFT, HBox, Pane, Rule, VBox
from ui.widgets.scroll import Scroll

BESIDE, ALONE = 4.0, 6.0  # u at the left and right; alone it stands on the edges of the page's title


class SidePane(Pane):
    """Stands beside the list, or in its place where there is no room.

    Who derives fills `column` first and then `foot`: Tab walks in the order of filling.
    """

    def __init__(self, look: Look, name: str, back: QAction) -> None:
        super().__init__(look, Role.CANVAS)
        self.setAccessibleName(name)
        sides = HBox(look)
        self.setLayout(sides)
        self._side = Rule(look, upright=True, role=Role.BORDER)
        sides.addWidget(self._side)
        whole = VBox(look)
        sides.addLayout(whole, 1)
        inner = Pane(look, Role.CANVAS)
        padded = self._padded = VBox(look, (BESIDE, 3, BESIDE, 3), 2)
        inner.setLayout(padded)
        self.back_button = Button.of(look, back, kind=Kind.QUIET, small=True)
        self.back_button.hide()
        padded.addWidget(self.back_button, alignment=LEFT)
        self.column = VBox(look, gap=2)
        padded.addLayout(self.column)
        padded.addStretch(1)
        self._scroll = Scroll(look, inner, Role.CANVAS)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(Rule(look, role=Role.BORDER))
        self.foot = HBox(look, (BESIDE, 2, BESIDE, 2.5), 2)
        whole.addLayout(self.foot)
        self._shown = ""

    def begin(self, shown: str) -> None:
        """Another thing is read from its top; the same one stays where it was scrolled to."""
        if shown != self._shown:
            self._shown = shown
            self._scroll.verticalScrollBar().setValue(0)

    def set_alone(self, alone: bool) -> None:
        """In the place of the list: the way back is shown."""
        self.back_button.setVisible(alone)
        self._side.setVisible(not alone)
        for layout in (self._padded, self.foot):
            layout.set_sides(*((ALONE, ALONE) if alone else (BESIDE, BESIDE)))
