"""What is to be done better, a line each: the work, by whom, until when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.look import Look
from ui.opinions.known_field import KnownField
from ui.preparation.fields import Fault, put
from ui.review.entry import TaskEntry
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.field import Field
from ui.widgets.panes import LEFT, HBox, VBox
from ui.widgets.suggestions import Suggestion
from ui.widgets.text import Label


class TaskRows(QWidget):
    """`changed` after every settled key and each line that comes or goes; `grown` gives new fields."""

    changed = Signal()
    grown = Signal(list)

    def __init__(self, look: Look, units: Callable[[], Sequence[str]]) -> None:
        super().__init__()
        self._look, self._units = look, units
        self._filling = False
        self._rows: list[tuple[QWidget, Field, KnownField, Field]] = []
        column = VBox(look, gap=1)
        self.setLayout(column)
        column.addWidget(
            Label(look, "Việc cần làm tốt hơn: việc, đơn vị, thời hạn", Type.CAPTION, Role.TEXT2)
        )
        self._column = VBox(look, gap=1)
        column.addLayout(self._column)
        self.add_button = Button(look, "Thêm việc", icon="add", small=True)
        self.add_button.clicked.connect(self._add)
        column.addWidget(self.add_button, alignment=LEFT)
        self._fault = Fault(look)
        column.addWidget(self._fault)

    def tasks(self) -> tuple[TaskEntry, ...]:
        """As they stand; a line without any word is none."""
        found = [TaskEntry(text.text(), unit.text(), day.text()) for _, text, unit, day in self._rows]
        return tuple(one for one in found if one.text.strip() or one.unit.strip() or one.deadline.strip())

    def show_tasks(self, tasks: Sequence[TaskEntry]) -> None:
        if self.tasks() == tuple(tasks):
            return
        self._filling = True
        while len(self._rows) > len(tasks):
            self._take_out(self._rows[-1][0])
        while len(self._rows) < len(tasks):
            self._make()
        for (_, text, unit, day), one in zip(self._rows, tasks, strict=True):
            put(text, one.text)
            put(unit, one.unit)
            put(day, one.deadline)
        self._filling = False

    def fields(self) -> list[QLineEdit]:
        return [field for _, *fields in self._rows for field in fields]

    def complain(self, sentence: str) -> None:
        self._fault.say(sentence)

    @property
    def fault(self) -> str:
        return self._fault.words()

    def _add(self) -> None:
        self._make()
        self._rows[-1][1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self) -> None:
        look = self._look
        number = len(self._rows) + 1
        body = QWidget()
        row = HBox(look, gap=2)
        body.setLayout(row)
        text = Field(look, name=f"Việc {number}")
        unit = KnownField(look, lambda: [Suggestion(one) for one in self._units()], name=f"Đơn vị {number}")
        day = Field(look, name=f"Thời hạn {number}", placeholder="30/6/2026", units=45)
        remove = Button(look, kind=Kind.QUIET, icon="dismiss", small=True, name=f"Bỏ việc {number}")
        remove.clicked.connect(partial(self._removed, body))
        row.addWidget(text, 3)
        row.addWidget(unit, 2)
        row.addWidget(day)
        row.addWidget(remove)
        for field in (text, unit, day):
            field.settled.connect(self._typed)
        unit.suggestions.picked.connect(self._typed)
        self._rows.append((body, text, unit, day))
        before = self.add_button.previousInFocusChain() or self.add_button
        self._column.addWidget(body)
        body.show()  # at once: the next Tab goes into it
        order: list[QWidget] = [before, text, unit, day, remove, self.add_button]
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)
        self.grown.emit([text, unit, day])

    def _removed(self, body: QWidget, _on: bool = False) -> None:
        self._take_out(body)
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._typed()

    def _take_out(self, body: QWidget) -> None:
        self._rows = [row for row in self._rows if row[0] is not body]
        self._column.removeWidget(body)
        body.hide()
        body.deleteLater()

    def _typed(self, _value: object = None) -> None:
        if not self._filling:
            self.complain("")
            self.changed.emit()
