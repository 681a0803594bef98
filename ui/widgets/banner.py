"""A band across the page that stays until what it says is solved."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button
from ui.widgets.icon_box import IconBox
from ui.widgets.panes import Card, HBox
from ui.widgets.text import Paragraph, Span


class Banner(Card):
    """A bold fact, one sentence, at most two buttons. BAD only for "Chưa lưu được"."""

    def __init__(
        self,
        look: Look,
        fact: str = "",
        sentence: str = "",
        *,
        role: Role = Role.WARN,
        icon: str = "warning",
        buttons: Sequence[Button] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, fill=role.soft, edge=None, parent=parent)
        if len(buttons) > 2:
            raise ValueError("a banner has at most two buttons")
        row = HBox(look, (3, 2, 2, 2), 2)
        self.setLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._icon = IconBox(look, icon, role)
        self._words = Paragraph(look)
        # The first line stands level with the words of the buttons, whether there are one or two lines.
        words = HBox(look, (0, 1.5, 0, 1.5), 2)
        words.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        words.addWidget(self._words, 1)
        row.addLayout(words, 1)
        for button in buttons:
            row.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)
        self.set_words(fact, sentence)

    def set_words(self, fact: str, sentence: str = "") -> None:
        spans = [Span(fact + (" " if sentence else ""), Type.STRONG), Span(sentence)]
        self._words.set_words(spans)
        self.setAccessibleName(f"{fact} {sentence}".strip())

    def set_state(self, role: Role, icon: str) -> None:
        self.set_colors(role.soft, None)
        self._icon.set_icon(icon, role)
