"""One conclusion in the drawer: its words, by whom, until when, and what speaks against the day (L8)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from math import ceil

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.conclusion_update import DayNote, OutOfStep
from dialogue_desktop.domain.records import Conclusion
from ui.live import verbs
from ui.live.choice_field import ChoiceField, DateField, goes_on_to
from ui.live.key_names import KeyNames
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.checkbox import CheckBox
from ui.widgets.editor import Editor
from ui.widgets.panes import HBox, Rule, VBox
from ui.widgets.suggestions import Suggestion
from ui.widgets.text import Label, Paragraph

_MOST_LINES = ((1.8, 5), (1.3, 6), (0.0, 10))  # of the text, by the size of the letters


class ConclusionRow(QWidget):
    """`suggested` carries the day to take instead, `moved` −1 or +1, `renewed` asks for what its opinions
    say now."""

    suggested = Signal(object)
    renewed = Signal()
    moved = Signal(int)

    def __init__(
        self,
        look: Look,
        row: Conclusion,
        units: Callable[[], Sequence[Suggestion]],
        today: Callable[[], date],
    ) -> None:
        super().__init__()
        self._look, self.row = look, row
        self._day: date | None = None
        self.number = Label(look, "", Type.CAPTION, Role.TEXT2)
        self.up = Button(look, icon="arrow_up", name="Đưa lên trước", kind=Kind.BAR, small=True)
        self.down = Button(look, icon="arrow_down", name="Đưa xuống sau", kind=Kind.BAR, small=True)
        self.remove = Button(look, icon="delete", name="Xóa kết luận", kind=Kind.BAR, small=True)
        self.text = Editor(look, name="Kết luận", placeholder="Chủ trì kết luận điều gì.", kind=Type.BODY)
        self.settled = CheckBox(look, "Đã giải quyết xong")
        self.unit = ChoiceField(
            look,
            units,
            name="Đơn vị thực hiện",
            icon="people_team_16",
            placeholder="giao đơn vị",
            least=36,
            most=70,
        )
        self.day = DateField(look, today, name="Hạn của kết luận")
        self.unit.moved_on.connect(goes_on_to(self.day))
        self.note = Paragraph(look, "", Type.CAPTION, Role.TEXT2)
        self.other_day = Button(look, "", kind=Kind.QUIET, small=True)
        self.change = Paragraph(look, "", Type.CAPTION, Role.WARN)
        self.renew = Button(look, "Cập nhật", icon="arrow_sync", small=True)
        for button, steps in ((self.up, -1), (self.down, +1)):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # by keys it goes from the text itself
            button.clicked.connect(lambda _on=False, by=steps: self.moved.emit(by))
        self.other_day.clicked.connect(lambda: self.suggested.emit(self._day))
        self.renew.clicked.connect(self.renewed)
        head = HBox(look)
        head.addWidget(self.number)
        head.addStretch(1)
        for button in (self.up, self.down, self.remove):
            head.addWidget(button)
        column = VBox(look, (0, 0, 0, 1), 1)
        column.addLayout(head)
        column.addWidget(self.change)
        column.addWidget(self.renew, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.text)
        column.addWidget(self.settled)
        column.addWidget(self.unit, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.day, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.note)
        column.addWidget(self.other_day, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Rule(look))
        self.setLayout(column)
        self.text.document().documentLayout().documentSizeChanged.connect(self._relook)
        self._note, self._out = DayNote(""), OutOfStep("", "")
        look.changed.connect(self._relook)
        self._relook()
        self.show_row(row)
        self.show_advice(self._note, self._out)

    def show_keys(self, names: KeyNames) -> None:
        """Moving goes by keys from the text itself."""
        self.up.setToolTip(names.tip("Đưa lên trước", verbs.UP))
        self.down.setToolTip(names.tip("Đưa xuống sau", verbs.DOWN))

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the focus walks along, in order."""
        return (self.remove, self.renew, self.text, self.settled, self.unit, self.day, self.other_day)

    def _relook(self) -> None:
        """As high as its words, within bounds."""
        look = self._look
        most = next(lines for scale, lines in _MOST_LINES if look.metrics.scale >= scale)
        wanted = ceil(self.text.document().size().height()) + look.px(3)
        least, highest = (lines * look.line() + look.px(4) for lines in (3, most))
        self.text.setFixedHeight(min(max(least, wanted), highest))

    def show_row(self, row: Conclusion) -> None:
        """Words that are being typed are never taken away; others follow the records."""
        old, self.row = self.row, row
        typing = self.text.hasFocus() and (row.text == old.text or self.text.value() != old.text)
        if not typing:
            self.text.set_value(row.text)
        self.settled.setChecked(row.settled)
        self.unit.set_value(row.unit)
        self.day.set_day(row.deadline)
        self.show_duty()

    def show_duty(self) -> None:
        """Unit and day are asked for only while something is still owed."""
        owed = not self.settled.isChecked()
        for part in (self.unit, self.day):
            part.setVisible(owed)
        self.note.setVisible(owed and bool(self.note.text()))
        self.other_day.setVisible(owed and self._day is not None)

    def show_advice(self, note: DayNote, out: OutOfStep) -> None:
        """What is known of the day, and what the opinions say now that this row does not."""
        self._note, self._out, self._day = note, out, note.suggested
        self.note.set_words(note.words)
        self.note.set_role(Role.WARN if note.warned else Role.TEXT2)
        self.other_day.set_words(note.suggestion)
        self.change.set_words(out.sentence)
        self.change.setVisible(bool(out.sentence))
        self.renew.setVisible(bool(out.rows))
        self.show_duty()

    def value(self) -> Conclusion:
        """As it stands in the fields; unit and day are taken over when they are settled."""
        return replace(self.row, text=self.text.value(), settled=self.settled.isChecked())
