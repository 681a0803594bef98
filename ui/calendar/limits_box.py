"""The law's limits with the office's own numbers of days in their place (P10)."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.law_limits import LimitKind, limits_for
from dialogue_desktop.domain.own_calendar import LEAST_LIMIT, MOST_LIMIT, OwnCalendar
from ui.calendar.words import LIMIT_LABELS, limit_hint
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.field import Field, FieldBox
from ui.widgets.panes import HBox, VBox
from ui.widgets.text import Label


class LimitsBox(QWidget):
    """`changed` carries kind and number; None for the shipped number again."""

    changed = Signal(object, object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        column = VBox(look, gap=2)
        self.setLayout(column)
        column.addWidget(Label(look, "Giới hạn của luật, ngày", Type.STRONG))
        self.fields: dict[LimitKind, Field] = {}
        self._boxes: dict[LimitKind, FieldBox] = {}
        self._hints: dict[LimitKind, Label] = {}
        for kind, label in LIMIT_LABELS:
            field = Field(look, name=label, units=16, align=Qt.AlignmentFlag.AlignRight)
            box = FieldBox(look, "", field)
            field.settled.connect(lambda _text, k=kind: self._typed(k))
            words = VBox(look, gap=0)
            words.addWidget(Label(look, label))
            hint = Label(look, "", Type.CAPTION, Role.TEXT2, elide=True)
            words.addWidget(hint)
            line = HBox(look, gap=3)
            line.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
            line.addLayout(words, 1)
            column.addLayout(line)
            self.fields[kind], self._boxes[kind], self._hints[kind] = field, box, hint

    def show_own(self, own: OwnCalendar, today: date) -> None:
        shipped = {limit.kind: limit for limit in limits_for(today)}
        for kind, field in self.fields.items():
            limit = shipped.get(kind)
            field.setPlaceholderText(str(limit.days) if limit else "")
            if not field.hasFocus():
                number = own.limits.get(kind)
                field.set_value("" if number is None else str(number))
            self._say(kind, limit_hint(limit))

    def _say(self, kind: LimitKind, hint: str, *, wrong: bool = False) -> None:
        label = self._hints[kind]
        label.setText(hint)
        label.setToolTip(hint)
        label.set_role(Role.BAD if wrong else Role.TEXT2)
        label.set_icon("error_circle_16" if wrong else "", Role.BAD)
        self.fields[kind].set_warned(wrong)
        self.fields[kind].setAccessibleDescription(hint)

    def _typed(self, kind: LimitKind) -> None:
        text = self.fields[kind].value()
        if not text:
            self.changed.emit(kind, None)
        elif text.isascii() and text.isdigit() and LEAST_LIMIT <= int(text[:5]) <= MOST_LIMIT:
            self.changed.emit(kind, int(text))
        else:
            self._say(kind, f"Số ngày từ {LEAST_LIMIT} đến {MOST_LIMIT}; số cũ được giữ.", wrong=True)
