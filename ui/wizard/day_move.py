"""Moving the conference day: what moves with it is shown while it is typed, before it is done (P10)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.words_vi import date_short, weekday_date
from ui.calendar.moved_list import MovedList
from ui.calendar.words import moved_words
from ui.widgets.button import Button, Kind
from ui.widgets.field import Field
from ui.wizard.checks import duty_name
from ui.wizard.desk import WizardDesk
from ui.wizard.reading import read_day, write_day

_MOST = 6


def with_day(plan: Plan, day: date | None) -> Plan:
    return replace(plan, time=replace(plan.time, day=day))


class DayMove(QObject):
    """Holds a typed day back while it would move deadlines.

    Enter, leaving the field, saving or leaving the step does it; Esc or the button keeps the old day.
    Afterwards the list stays, with the same button, until the day becomes another or the step is left.
    """

    def __init__(self, desk: WizardDesk, field: Field) -> None:
        super().__init__(field)
        self._desk, self._field = desk, field
        self._wanted: tuple[date | None] | None = None
        self._old: tuple[date | None, date | None] | None = None  # before and after, once it is done
        self.back = Button(desk.look, "", kind=Kind.BAR, icon="arrow_undo")
        self.back.clicked.connect(self.keep_old)
        self.card = MovedList(desk.look, (self.back,))
        self.card.hide()
        field.settled.connect(self._typed)
        field.returnPressed.connect(self.do)
        field.left.connect(self.do)
        field.installEventFilter(self)
        desk.presenter.before_flush(self.do)

    def put(self, plan: Plan, day: date | None) -> Plan:
        """The plan with the day, or as it is while the day waits."""
        if day == plan.day or plan.day is None or not self._moved(plan, day):
            self._wanted = None
            return with_day(plan, day)
        self._wanted = (day,)
        return plan

    @property
    def shown(self) -> date | None:
        """The day that waits, else the plan's."""
        return self._desk.presenter.plan.day if self._wanted is None else self._wanted[0]

    def show_plan(self, plan: Plan) -> None:
        """The plan became another: what was done before no longer stands there when the day is another."""
        if self._old is not None and plan.day != self._old[1]:
            self._old = None
        if self._wanted is None and self._old is None:
            self.card.hide()

    def forget(self) -> None:
        """The step is left."""
        self.do()
        self._old = None
        self.card.hide()

    def do(self) -> None:
        """Move the day that waits."""
        if self._wanted is None:
            return
        (day,), self._wanted = self._wanted, None
        before = self._desk.presenter.plan
        moved = self._moved(before, day)
        words = f"Đã chuyển ngày họp sang {weekday_date(day)}" if day else "Đã bỏ ngày họp"
        self._old = (before.day, day)
        self._show(f"{words}: {len(moved)} hạn đã thay đổi.", moved, before.day)
        self._desk.presenter.edit(with_day(before, day), anchor="time", label=words, source=self._field)

    def keep_old(self) -> None:
        """The day as it was, whether the new one still waits or not."""
        plan = self._desk.presenter.plan
        waiting, self._wanted = self._wanted is not None, None
        if waiting:
            self._field.set_value(write_day(plan.day))
        elif self._old is not None:
            day, self._old = self._old[0], None
            words = f"Giữ ngày họp {date_short(day)}" if day else ""
            self._desk.presenter.edit(with_day(plan, day), anchor="time", label=words)
        self._wanted = None
        self.card.hide()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and self._wanted is not None:
                self.keep_old()
                return True
        return False

    # --- inside ---------------------------------------------------------------------------------------

    def _typed(self, _text: str) -> None:
        """After the form has read the text: show what waits; what cannot be read waits no longer."""
        try:
            read_day(self._field.value())
        except ValueError:
            self._wanted = None
        plan = self._desk.presenter.plan
        if self._wanted is None:
            self.card.setVisible(self._old is not None)
            return
        day = self._wanted[0]
        moved = self._moved(plan, day)
        fact = f"Chuyển ngày họp sang {weekday_date(day)}" if day else "Bỏ ngày họp"
        off = self._desk.presenter.facts.day_off(day) if day else ""
        doubt = f" Ngày này là ngày nghỉ ({off})." if off else ""
        self._show(f"{fact} thì {len(moved)} hạn thay đổi.{doubt}", moved, plan.day)

    def _show(self, fact: str, moved: list[str], old: date | None) -> None:
        lines = moved[:_MOST]
        if len(moved) > _MOST:
            lines.append(f"và {len(moved) - _MOST} hạn khác")
        self.card.show_words(fact, lines)
        self.back.set_words(f"Giữ ngày {date_short(old)}" if old else "Giữ như cũ")
        self.card.show()

    def _moved(self, plan: Plan, day: date | None) -> list[str]:
        """Each duty whose day becomes another, with both days."""
        count = self._desk.presenter.facts.schedule
        after = {line.duty.id: line.due for line in count(with_day(plan, day))}
        return [
            moved_words(
                self._desk.words(duty_name(line.duty)) or "Việc để trống", line.due, after[line.duty.id]
            )
            for line in count(plan)
            if line.due != after[line.duty.id]
        ]
