"""Under the pages: the next step of what is in hand, its deadline, its fields and the one filled button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import Look
from ui.register.screen import Step, StepInput
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.field import Field
from ui.widgets.field_row import FieldRow, NarrowBox
from ui.widgets.panes import HBox, Pane, VBox
from ui.widgets.side_pane import ALONE, BESIDE
from ui.widgets.text import Label, Paragraph

_MOST_CHECKS = 2


class StepPane(Pane):
    """Passive. `typed` carries the fields after every settled key, `done` is the filled button."""

    typed = Signal(object)  # StepInput
    done = Signal()

    def __init__(
        self, look: Look, *, do: QAction, edit: QAction, renew: QAction, remove: QAction, past: QAction
    ) -> None:
        super().__init__(look, Role.CANVAS, lines="t")
        self.setAccessibleName("Việc tiếp theo")
        # The pages give way, never the fields.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._step = Step()
        self._filling = False
        column = self._column = VBox(look, (BESIDE, 2.5, BESIDE, 2.5), 1.5)
        self.setLayout(column)
        self.title = Label(look, "", Type.STRONG, elide=True)
        self.due = Paragraph(look, "", Type.CAPTION, Role.TEXT2)
        head = HBox(look, gap=2)
        head.addWidget(self.title, 1)
        self.past_button = Button.of(look, past, kind=Kind.BAR, cap=False, small=True)
        head.addWidget(self.past_button)
        column.addLayout(head)
        column.addWidget(self.due)
        self.number = Field(look, name="Số", units=18)
        self.day = Field(look, name="Ngày", placeholder="04/5/2026", units=30)
        self.places = Field(look, name="Nơi niêm yết", placeholder="Trụ sở UBND xã; Nhà văn hóa thôn …")
        self.symbol = Label(look, "", Type.BODY, Role.TEXT2)
        self._boxes = {
            "number": NarrowBox(look, "Số", self.number),
            "day": NarrowBox(look, "Ngày", self.day),
            "places": NarrowBox(look, "Nơi niêm yết, cách nhau bằng dấu ;", self.places),
        }
        self._symbol = QWidget()
        beside = VBox(look, (0, 6.5, 0, 0))
        beside.addWidget(self.symbol)
        self._symbol.setLayout(beside)
        self._row = FieldRow(
            look, self._boxes["number"], self._symbol, self._boxes["day"], self._boxes["places"], 100, gap=2
        )
        self._row.end()
        self._fields = QWidget()
        self._fields.setLayout(self._row)
        column.addWidget(self._fields)
        self.checks = Paragraph(look, "", Type.CAPTION, Role.WARN)
        column.addWidget(self.checks)
        foot = HBox(look, gap=1.5)
        self.edit_button = Button.of(look, edit, kind=Kind.BAR, small=True)
        self.renew_button = Button.of(look, renew, kind=Kind.BAR, small=True)
        self.remove_button = Button.of(look, remove, kind=Kind.BAR, small=True)
        for button in (self.edit_button, self.renew_button, self.remove_button):
            foot.addWidget(button)
        foot.addStretch(1)
        self.act = Button.of(look, do, kind=Kind.PRIMARY)
        foot.addWidget(self.act)
        column.addLayout(foot)
        self._do = do
        for field in (self.number, self.day, self.places):
            field.settled.connect(self._changed)

    def set_alone(self, alone: bool) -> None:
        """In the place of the list."""
        sides = ALONE if alone else BESIDE
        self._column.set_sides(sides, sides)

    # --- what is shown --------------------------------------------------------------------------------

    def show_step(self, step: Step, *, busy: bool) -> None:
        before, self._step = self._step, step
        self.title.setText(step.title)
        self.title.set_icon("error_circle_16" if step.late else "", Role.BAD)
        self.due.set_words(step.due)
        self.due.setToolTip(step.counted)
        self.due.setVisible(bool(step.due))
        self.due.set_role(Role.BAD if step.late else Role.TEXT2)
        for name, box in self._boxes.items():
            box.setVisible(name in step.fields)
            if before.fields != step.fields or before.title != step.title:
                box.set_warning("")
        self._boxes["number"].set_label(step.number_label)
        self._boxes["day"].set_label(step.day_label)
        self._symbol.setVisible("number" in step.fields)
        self.symbol.setText(f"/{step.symbol}" if "/" not in step.symbol else f"-{step.symbol}")
        self._fields.setVisible(bool(step.fields))
        self._fill(step.input)
        said = [check.sentence for check in step.checks[:_MOST_CHECKS]]
        if len(step.checks) > _MOST_CHECKS:
            said.append(f"Và {len(step.checks) - _MOST_CHECKS} điều khác, xem khi phát hành.")
        self.checks.set_words(" ".join(said))
        self.checks.set_role(Role.BAD if any(check.refused for check in step.checks) else Role.WARN)
        self.checks.setVisible(bool(said))
        self._do.setText(step.act or "Làm việc tiếp theo")
        self._do.setEnabled(bool(step.act) and not busy)
        self.act.setVisible(bool(step.act))
        self.edit_button.setVisible(step.editable)
        self.renew_button.setVisible(step.replaceable)
        self.remove_button.setVisible(step.removable)

    def _fill(self, given: StepInput) -> None:
        self._filling = True
        for field, words in ((self.number, given.number), (self.day, given.day), (self.places, given.places)):
            if field.text() != words and not (field.hasFocus() or field.composing):
                field.set_value(words)
                field.setCursorPosition(0)  # what begins it is seen
        self._filling = False

    def complain(self, name: str, sentence: str) -> bool:
        """A sentence under a field, which takes the focus; False for a field that is not here."""
        box = self._boxes.get(name)
        if box is None or box.isHidden():
            return False
        box.set_warning(sentence)
        {"number": self.number, "day": self.day, "places": self.places}[name].setFocus(
            Qt.FocusReason.OtherFocusReason
        )
        return True

    # --- typing ---------------------------------------------------------------------------------------

    def _changed(self, _text: str) -> None:
        if self._filling:
            return
        for box in self._boxes.values():
            box.set_warning("")
        self.typed.emit(StepInput(self.number.text(), self.day.text(), self.places.text()))

    def focus_first(self) -> None:
        """The first field, else the filled button."""
        fields = {"number": self.number, "day": self.day, "places": self.places}
        shown = [fields[name] for name in self._step.fields]
        target: QWidget = shown[0] if shown else self.act if self._step.act else self.edit_button
        target.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(target, Field):
            target.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._do.isEnabled():
            self.done.emit()
            return
        super().keyPressEvent(event)
