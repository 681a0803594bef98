"""What law and plan say of the proof, one line each, with how it was counted on request (C2)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.notice_verdict import Verdict
from ui.look import Look
from ui.preparation.proof_words import LOOKS, worst
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.icon_box import IconBox
from ui.widgets.panes import Card, HBox, VBox
from ui.widgets.text import Paragraph, Span


class VerdictLines(QWidget):
    """Verdicts one below the other: sign and words; `counted` adds how each was found."""

    def __init__(self, look: Look, *, counted: bool = True) -> None:
        super().__init__()
        self._look, self._counted = look, counted
        self._verdicts: tuple[Verdict, ...] = ()
        self._lines: list[tuple[QWidget, IconBox, Paragraph]] = []
        self._column = VBox(look, gap=1.5)
        self.setLayout(self._column)

    @property
    def counted(self) -> bool:
        return self._counted

    def set_counted(self, counted: bool) -> None:
        self._counted = counted
        self.show_verdicts(self._verdicts)

    def show_verdicts(self, verdicts: Sequence[Verdict]) -> None:
        self._verdicts = tuple(verdicts)
        while len(self._lines) < len(verdicts):
            self._add()
        for number, (line, icon, words) in enumerate(self._lines):
            line.setVisible(number < len(verdicts))
            if number >= len(verdicts):
                continue
            verdict = verdicts[number]
            role, name = LOOKS[verdict.state]
            icon.set_icon(f"{name}_16", role)
            spans = [Span(f"{verdict.words}.", Type.MEDIUM, role)]
            if self._counted and verdict.counted:
                spans.append(Span(f" {verdict.counted}", Type.CAPTION, Role.TEXT2))
            words.set_words(spans)
            line.setToolTip("" if self._counted else verdict.counted)
        self.setVisible(bool(verdicts))

    def _add(self) -> None:
        line = QWidget()
        row = HBox(self._look, gap=1)
        line.setLayout(row)
        icon = IconBox(self._look, "circle_16", Role.MUTE, 4)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        words = Paragraph(self._look)
        row.addWidget(words, 1)
        self._column.addWidget(line)
        self._lines.append((line, icon, words))

    def words(self) -> tuple[str, ...]:
        """The lines that are shown."""
        return tuple(words.text() for line, _, words in self._lines if not line.isHidden())


class VerdictCard(Card):
    """The verdicts on all rows together; a button tells how they were counted."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        row = HBox(look, (3, 2, 2, 2), 2)
        self.setLayout(row)
        self.lines = VerdictLines(look, counted=False)
        row.addWidget(self.lines, 1)
        self.how_button = Button(look, "Cách tính", kind=Kind.QUIET, small=True)
        self.how_button.clicked.connect(self._toggle)
        row.addWidget(self.how_button, 0, Qt.AlignmentFlag.AlignTop)

        self._verdicts: tuple[Verdict, ...] = ()
        self._low = False

    def show_verdicts(self, verdicts: Sequence[Verdict]) -> None:
        self._verdicts = tuple(verdicts)
        self.setVisible(bool(verdicts))
        self._show()

    def set_low(self, low: bool) -> None:
        """Where the page is low only the one that matters most is shown, until one asks for all."""
        if low != self._low:
            self._low = low
            self._show()

    def _show(self) -> None:
        first = worst(self._verdicts)
        few = self._low and not self.lines.counted and first is not None
        self.lines.show_verdicts((first,) if few and first is not None else self._verdicts)
        words = "Thu gọn" if self.lines.counted else "Cách tính"
        if few and len(self._verdicts) > 1:
            words = f"Xem cả {len(self._verdicts)} hạn"
        self.how_button.set_words(words)

    def _toggle(self) -> None:
        self.lines.set_counted(not self.lines.counted)
        self._show()
