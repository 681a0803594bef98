"""Facts of one thing: labels at the left, words at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.panes import HBox, VBox
from ui.widgets.text import Label, Paragraph


class Facts(QWidget):
    """One below the other; `label_units` is the width of the labels in u."""

    def __init__(self, look: Look, label_units: float = 24) -> None:
        super().__init__()
        self._look, self._units = look, label_units
        self._rows: list[tuple[QWidget, Label, Paragraph]] = []
        self._column = VBox(look, gap=0.5)
        self.setLayout(self._column)
        look.changed.connect(self._relook)

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """(label, words) in order; words may have several lines."""
        while len(self._rows) < len(facts):
            self._add()
        for number, (body, label, words) in enumerate(self._rows):
            body.setVisible(number < len(facts))
            if number < len(facts):
                label.setText(facts[number][0])
                words.set_words(facts[number][1])
        self.setVisible(bool(facts))

    def _add(self) -> None:
        body = QWidget()
        row = HBox(self._look, gap=1)
        body.setLayout(row)
        label = Label(self._look, "", Type.BODY, Role.TEXT2)
        words = Paragraph(self._look)
        row.addWidget(label, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        self._column.addWidget(body)
        self._rows.append((body, label, words))
        self._relook()

    def _relook(self) -> None:
        for _, label, _ in self._rows:
            label.setFixedWidth(self._look.px(self._units))
