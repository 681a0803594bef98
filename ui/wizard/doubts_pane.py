"""What was not understood of an old plan, line by line, each with the way to its step (P13)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from dialogue_desktop.services.plan_import import KeptDoubt
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.checkbox import CheckBox
from ui.widgets.panes import Card, HBox, Pane, VBox
from ui.widgets.scroll import Scroll
from ui.widgets.text import Paragraph, Span
from ui.wizard.steps import info_of, read_step

_LINES = 3  # of the old wording; the rest is in the tool tip
_CHANGED_LINES = 12  # where the old wording stands beside the new


class DoubtsPane(QWidget):
    """`ticked`: number and whether seen. `step_asked`: the step's name. `closed`: back to the plan."""

    ticked = Signal(int, bool)
    step_asked = Signal(str)
    closed = Signal()

    def __init__(self, look: Look, doubts: Sequence[KeptDoubt]) -> None:
        super().__init__()
        self.ticks: list[CheckBox] = []
        self.ways: list[Button] = []
        content = Pane(look)
        column = VBox(look, (5, 1, 5, 4), 1.5)
        content.setLayout(column)
        for doubt in doubts:
            column.addWidget(self._card(look, doubt))
        column.addStretch(1)
        self._scroll = Scroll(look, content)
        whole = VBox(look)
        self.setLayout(whole)
        whole.addWidget(self._scroll, 1)

    def _card(self, look: Look, doubt: KeptDoubt) -> QWidget:
        card = Card(look)
        column = VBox(look, (3, 2, 2, 1.5), 1)
        card.setLayout(column)
        reason = f"{doubt.reason[:1].upper()}{doubt.reason[1:]}."
        column.addWidget(Paragraph(look, [Span(reason, Type.MEDIUM)]))
        if doubt.text:
            lines = _CHANGED_LINES if " → " in doubt.text else _LINES
            column.addWidget(Paragraph(look, doubt.text, role=Role.TEXT2, lines=lines))
        row = HBox(look, gap=2)
        tick = CheckBox(look, "Đã xem", name=f"Đã xem: {reason}")
        tick.setChecked(doubt.seen)
        tick.toggled.connect(partial(self.ticked.emit, doubt.number))
        tick.installEventFilter(self)
        self.ticks.append(tick)
        row.addWidget(tick)
        row.addStretch(1)
        title = info_of(read_step(doubt.step)).title
        way = Button(
            look, f"Đến bước {title}", kind=Kind.QUIET, small=True, name=f"Đến bước {title}: {reason}"
        )
        way.clicked.connect(partial(self._ask_step, doubt.step))
        self.ways.append(way)
        row.addWidget(way)
        column.addLayout(row)
        return card

    def _ask_step(self, step: str, _checked: bool = False) -> None:
        self.step_asked.emit(step)

    def focus_first(self) -> None:
        """The first line that was not seen yet."""
        if self.ticks:
            target = next((tick for tick in self.ticks if not tick.isChecked()), self.ticks[0])
            target.setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go from line to line, Esc back to the plan."""
        way = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif way is not None:
            self._move(way)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Before the tick box takes the arrows to leave the list."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            way = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if way is not None:
                self._move(way)
                return True
        return False

    def _move(self, way: int) -> None:
        at = next((place for place, tick in enumerate(self.ticks) if tick.hasFocus()), None)
        if at is None:
            self.focus_first()
            return
        target = self.ticks[min(max(at + way, 0), len(self.ticks) - 1)]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(target)
