"""What stands where a list would be when there is nothing in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button
from ui.widgets.icon_box import IconBox
from ui.widgets.panes import Card, HBox, VBox, follow
from ui.widgets.text import Label, Paragraph

_CENTRE = Qt.AlignmentFlag.AlignHCenter


class EmptyState(Card):
    """Icon, what is missing, one sentence, the way on and one other way."""

    def __init__(
        self,
        look: Look,
        icon: str,
        missing: str,
        sentence: str,
        buttons: Sequence[Button] = (),
        *,
        framed: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, fill=Role.SURFACE, edge=Role.BORDER if framed else None, parent=parent)
        column = VBox(look, (4, 4, 4, 4), 1)
        self.setLayout(column)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        column.addStretch(1)
        column.addWidget(IconBox(look, icon, Role.TEXT2, 8), alignment=_CENTRE)
        self._missing = Label(look, missing, Type.STRONG, align=_CENTRE)
        self._sentence = Paragraph(look, sentence, role=Role.TEXT2, align=_CENTRE)
        column.addWidget(self._missing)
        column.addWidget(self._sentence)
        self._buttons, self._gap = tuple(buttons), 2.0
        self._rows = VBox(look, (0, 1, 0, 0), self._gap)
        self._lines = [HBox(look, gap=self._gap) for _ in buttons]
        for line in self._lines:
            line.addStretch(1)
            line.addStretch(1)
            self._rows.addLayout(line)
        self._packed: list[int] = []
        column.addLayout(self._rows)
        column.addStretch(1)
        follow(look, self._arrange)

    def _arrange(self) -> None:
        """As many buttons beside each other as find room, the others below."""
        room = self.contentsRect().width() - 2 * self.look.px(4)
        packed, line, used = [], 0, 0
        for button in self._buttons:
            wide = button.sizeHint().width() + self.look.px(self._gap)
            if used and used + wide > room:
                line, used = line + 1, 0
            used += wide
            packed.append(line)
        if packed == self._packed:
            return
        self._packed = packed
        for button, number in zip(self._buttons, packed, strict=True):
            target = self._lines[number]
            for one in self._lines:
                one.removeWidget(button)
            target.insertWidget(target.count() - 1, button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def set_words(self, missing: str, sentence: str) -> None:
        self._missing.setText(missing)
        self._sentence.set_words(sentence)
