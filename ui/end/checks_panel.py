"""Left part: what is missing, each with a button to the very field, and what is complete (M3)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.closing import Gap
from ui.end.screen import capital
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.badge import Badge
from ui.widgets.button import Button
from ui.widgets.icon_box import IconBox
from ui.widgets.panes import TOP, Card, HBox, Rule, Space, VBox
from ui.widgets.text import Label, Paragraph


class GapRow(QWidget):
    """Sign, what is missing and where, and the button that goes there."""

    def __init__(self, look: Look, gap: Gap, go: Callable[[Gap], None]) -> None:
        super().__init__()
        self.gap, self._go = gap, go
        row = HBox(look, (3, 2, 2, 2), 2)
        self.setLayout(row)
        row.addWidget(IconBox(look, "warning", Role.WARN))
        words = VBox(look)
        words.addWidget(Paragraph(look, gap.text, lines=2))
        words.addWidget(Label(look, capital(gap.detail), Type.CAPTION, Role.TEXT2, elide=True))
        row.addLayout(words, 1)
        self.button = Button(look, gap.action, small=True)
        self.button.setAccessibleDescription(f"{gap.text}. {gap.detail}")
        self.button.clicked.connect(self._clicked)
        row.addWidget(self.button)

    def _clicked(self) -> None:
        self._go(self.gap)


class _DoneRow(QWidget):
    def __init__(self, look: Look, words: str) -> None:
        super().__init__()
        row = HBox(look, (3, 1, 2, 1), 2)
        self.setLayout(row)
        row.addWidget(IconBox(look, "checkmark_circle", Role.OK), alignment=TOP)
        row.addWidget(Paragraph(look, words, lines=2), 1)


class ChecksPanel(QWidget):
    """ "Cần bổ sung" over "Đã đủ"; ↑ ↓ go along the buttons.

    `emptied`: the last gap is gone, and with it the button that had the focus.
    """

    emptied = Signal()

    def __init__(self, look: Look, open_gap: Callable[[Gap], None]) -> None:
        super().__init__()
        self._look, self._open_gap = look, open_gap
        self.rows: list[GapRow] = []
        self._shown: tuple[tuple[Gap, ...], tuple[str, ...]] | None = None
        column = VBox(look, gap=3)
        self.setLayout(column)
        self._missing_badge = Badge(look, "", Role.WARN, "warning")
        self._missing_head = _head(look, "Cần bổ sung", self._missing_badge)
        self._missing = Card(look)
        self._done_badge = Badge(look, "", Role.OK, "checkmark_circle")
        self._done_head = _head(look, "Đã đủ", self._done_badge)
        self._done = Card(look)
        for card in (self._missing, self._done):
            card.setLayout(VBox(look, (0, 0.5, 0, 0.5)))
        for widget in (self._missing_head, self._missing, self._done_head, self._done):
            column.addWidget(widget)
        column.addStretch(1)
        self.setAccessibleName("Kiểm tra trước khi chốt")

    def show_check(
        self, missing: Sequence[Gap], missing_badge: str, complete: Sequence[str], complete_badge: str
    ) -> None:
        """Rows are built anew only when they differ: the focus stays on a row that is still there."""
        wanted = (tuple(missing), tuple(complete))
        if wanted == self._shown:
            return
        focused = next((row.gap.id for row in self.rows if row.button.hasFocus()), "")
        self._shown = wanted
        self._missing_badge.show_state(
            missing_badge if missing else "Đủ",
            Role.WARN if missing else Role.OK,
            "warning" if missing else "checkmark_circle",
        )
        self._done_badge.show_state(complete_badge, Role.OK, "checkmark_circle")
        self.rows = [GapRow(self._look, gap, self._open_gap) for gap in missing]
        rest: list[QWidget] = [*self.rows] or [_DoneRow(self._look, "Không còn việc nào phải bổ sung")]
        _fill(self._missing, rest)
        _fill(self._done, [_DoneRow(self._look, words) for words in complete])
        self._done_head.setVisible(bool(complete))
        self._done.setVisible(bool(complete))
        again = next((row for row in self.rows if row.gap.id == focused), None)
        if again is not None:
            again.button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif focused and self.rows:
            self.rows[0].button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif focused:
            self.emptied.emit()

    def focus_first(self) -> bool:
        """To the first gap; False where there is none."""
        if self.rows:
            self.rows[0].button.setFocus(Qt.FocusReason.TabFocusReason)
        return bool(self.rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        at = next((n for n, row in enumerate(self.rows) if row.button.hasFocus()), -1)
        if way is not None and at >= 0:
            if 0 <= at + way < len(self.rows):
                self.rows[at + way].button.setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)


def _head(look: Look, words: str, badge: Badge) -> QWidget:
    head = QWidget()
    row = HBox(look)
    head.setLayout(row)
    row.addWidget(Label(look, words, Type.SECTION))
    row.addWidget(Space(look, height=7))  # as high as the head beside it, which has a button
    row.addStretch(1)
    row.addWidget(badge)
    return head


def _fill(card: Card, rows: Sequence[QWidget]) -> None:
    """Put these rows into the card in the place of those before."""
    layout = card.layout()
    assert layout is not None
    for old in [child for child in card.children() if isinstance(child, QWidget)]:
        layout.removeWidget(old)
        old.hide()
        old.deleteLater()
    for number, row in enumerate(rows):
        if number and isinstance(row, GapRow):
            layout.addWidget(Rule(card.look))
        layout.addWidget(row)
