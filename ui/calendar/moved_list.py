"""A framed fact with the deadlines that it moves, shown before it is done (P10)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy

from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button
from ui.widgets.icon_box import IconBox
from ui.widgets.panes import Card, HBox, VBox
from ui.widgets.text import Paragraph

_MOST = 8


class MovedList(Card):
    """A bold fact, a line for each deadline, buttons below. Read aloud as a whole by its name."""

    def __init__(self, look: Look, buttons: Sequence[Button] = ()) -> None:
        super().__init__(look, fill=Role.WARN_SOFT, edge=None)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column = VBox(look, (3, 2, 3, 2.5), 1)
        self.setLayout(column)
        head = HBox(look, gap=2)
        self._icon = IconBox(look, "calendar_arrow_right", Role.WARN)
        self._fact = Paragraph(look, "", Type.STRONG)
        head.addWidget(self._icon)
        head.addWidget(self._fact, 1)
        column.addLayout(head)
        self._lines = [Paragraph(look) for _ in range(_MOST)]
        for line in self._lines:
            line.hide()
            column.addWidget(line)
        if buttons:
            row = HBox(look, (0, 1, 0, 0), 2)
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)

    def show_words(self, fact: str, lines: Sequence[str], *, warn: bool = True) -> None:
        """At most eight lines; `warn` is off where nothing moves."""
        self._fact.set_words(fact)
        for place, label in enumerate(self._lines):
            words = lines[place] if place < len(lines) else ""
            label.set_words(words)
            label.setVisible(bool(words))
        role = Role.WARN if warn else Role.ACCENT
        self.set_colors(role.soft, None)
        self._icon.set_icon("calendar_arrow_right" if warn else "calendar_checkmark", role)
        self.setAccessibleName(" ".join((fact, *(f"{line}." for line in lines))))
