"""The part "Phím tắt" of the settings: the way to the keys of the session (G6)."""

from __future__ import annotations

from collections.abc import Callable

from ui.look import Look
from ui.type_scale import Type
from ui.widgets.button import Button
from ui.widgets.panes import HBox, VBox
from ui.widgets.text import Label


class KeysPart(VBox):
    """A heading and one button."""

    def __init__(self, look: Look, open_keys: Callable[[], object]) -> None:
        super().__init__(look, gap=2)
        self.button = Button(look, "Phím của phiên đối thoại…", icon="keyboard")
        self.button.clicked.connect(lambda: open_keys())
        self.addWidget(Label(look, "Phím tắt", Type.SECTION))
        row = HBox(look)
        row.addWidget(self.button)
        row.addStretch(1)
        self.addLayout(row)
