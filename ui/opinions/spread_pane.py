"""What nobody has yet, given away by field: a table field → unit, seen before it is done (C7)."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.look import Look
from ui.opinions.assign_pane import SidePane
from ui.opinions.assign_words import SpreadRow, SpreadView
from ui.opinions.known_field import KnownField
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.checkbox import CheckBox
from ui.widgets.panes import HBox, VBox
from ui.widgets.suggestions import Suggestion
from ui.widgets.text import Label, Paragraph

_UNIT_UNITS = 44


class _Line(QWidget):
    """One field: its tick with the count, where the unit comes from, and the unit."""

    filled = Signal(str, str, bool)  # field, unit, on

    def __init__(self, look: Look, pane: SpreadPane) -> None:
        super().__init__()
        self._field = ""
        row = HBox(look, gap=2)
        self.setLayout(row)
        words = VBox(look, gap=0.25)
        self.tick = CheckBox(look)
        self.tick.clicked.connect(self._changed)
        self.note = Label(look, "", Type.CAPTION, Role.TEXT2, elide=True)
        words.addWidget(self.tick)
        words.addWidget(self.note)
        row.addLayout(words, 1)
        self.unit = KnownField(
            look, lambda: [Suggestion(one) for one in pane.units], name="Đơn vị", placeholder="Đơn vị nhận",
            units=_UNIT_UNITS,
        )  # fmt: skip
        self.unit.settled.connect(self._changed)
        row.addWidget(self.unit, 0, Qt.AlignmentFlag.AlignTop)

    def show_row(self, row: SpreadRow, *, fresh: bool) -> None:
        self._field = row.field
        self.tick.set_words(f"{row.field}, {row.count} ý kiến")
        self.tick.setChecked(row.on)
        self.unit.setAccessibleName(f"Đơn vị trả lời {row.field}")
        self.note.setText(
            f"{'Đơn vị thường làm' if row.usual else 'Chưa có đơn vị thường làm'}; số {row.numbers}"
        )
        if fresh:
            self.unit.setText(row.unit)
            self.unit.setModified(False)
            self.unit.setCursorPosition(0)

    def _changed(self) -> None:
        self.filled.emit(self._field, self.unit.value(), self.tick.isChecked())


class SpreadPane(SidePane):
    """`filled` carries field, unit and whether it is given, after every settled key."""

    filled = Signal(str, str, bool)

    def __init__(self, look: Look) -> None:
        super().__init__(look, "Giao theo lĩnh vực", "Giao")
        self.units: tuple[str, ...] = ()
        self.lines: list[_Line] = []
        self._fresh = -1
        self._note = Paragraph(look, kind=Type.CAPTION, role=Role.TEXT2)
        self.column.addWidget(self._note)
        self._rows = VBox(look, gap=2.5)
        self.column.addLayout(self._rows)
        self.column.addStretch(1)

    def show_spread(self, view: SpreadView, fresh: int) -> None:
        self.units = view.units
        self.title.setText(view.title)
        self._note.set_words(view.due_note)
        self._note.setVisible(bool(view.due_note))
        first = fresh != self._fresh
        self._fresh = fresh
        while len(self.lines) < len(view.rows):
            self._add()
        for number, line in enumerate(self.lines):
            line.setVisible(number < len(view.rows))
            if number < len(view.rows):
                line.show_row(view.rows[number], fresh=first)
        self.give_button.set_words(f"Giao {view.total} ý kiến" if view.total else "Giao")
        self.show_trouble(view.trouble)
        if first:
            self.area.verticalScrollBar().setValue(0)
            target = next(
                (line for line in self.lines if not line.isHidden() and not line.unit.value()), None
            )
            widget: QWidget = self.give_button if target is None else target.unit
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> None:
        line = _Line(self.look, self)
        line.filled.connect(self.filled)
        for widget in (line.tick, line.unit):
            widget.installEventFilter(self)
        self.lines.append(line)
        self._rows.addWidget(line)
        order = [widget for one in self.lines for widget in (one.tick, one.unit)]
        for before, after in pairwise([*order, self.give_button, self.close_button]):
            QWidget.setTabOrder(before, after)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in a unit goes on to the next line, from the last one to the button."""
        if event.type() is QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.area.ensureWidgetVisible(watched)
        elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                if isinstance(watched, KnownField) and (watched.composing or watched.offering_chosen):
                    return False
                self._go_on(watched)
                return True
        return False

    def _go_on(self, now: QObject) -> None:
        there = [line for line in self.lines if not line.isHidden()]
        at = next((n for n, line in enumerate(there) if now in (line.tick, line.unit)), len(there))
        target: QWidget = there[at + 1].unit if at + 1 < len(there) else self.give_button
        target.setFocus(Qt.FocusReason.TabFocusReason)
