"""The law's own limits under the plan's duties in step 6, each with how the plan stands to it (P10)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.deadlines import Rule
from dialogue_desktop.domain.law_checks import LawCheck, LawState
from dialogue_desktop.domain.law_limits import LawLimit
from dialogue_desktop.domain.plan import Duty, Plan, UnitTasks
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.lists import LawDuty
from ui.look import Look
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.panes import HBox, VBox
from ui.widgets.text import Label, Paragraph
from ui.wizard import rows

_LOOKS = {
    LawState.MET: ("checkmark_circle_16", Role.OK),
    LawState.LATE: ("warning_16", Role.WARN),
    LawState.MISSING: ("warning_16", Role.WARN),
    LawState.UNKNOWN: ("clock_16", Role.TEXT2),
    LawState.LASTING: ("info_16", Role.TEXT2),
}
_OFFICE = "Văn phòng HĐND và UBND"


class LawLines(QWidget):
    """`wanted` is called with the limit whose duty is to be added to the plan."""

    def __init__(self, look: Look, wanted: Callable[[LawLimit], object]) -> None:
        super().__init__()
        self._look, self._wanted = look, wanted
        self._shown: tuple[LawCheck, ...] = ()
        column = VBox(look, gap=1.5)
        self.setLayout(column)
        column.addWidget(Label(look, "Hạn của luật", Type.STRONG))
        self._rows = VBox(look, gap=1)
        column.addLayout(self._rows)
        self.buttons: list[Button] = []
        self._lines: list[QWidget] = []

    def show_checks(self, checks: Sequence[LawCheck]) -> None:
        """Only what changed is built anew: a button that has the focus keeps it."""
        if tuple(checks) == self._shown:
            return
        self._shown = tuple(checks)
        self.buttons = []
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = [self._row(check) for check in self._shown]
        for line in self._lines:
            self._rows.addWidget(line)
        self.setVisible(bool(self._shown))

    def choose(self, row: str = "", field: str = "") -> None:
        """Go to the first duty that can be added."""
        if self.buttons:
            self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, check: LawCheck) -> QWidget:
        look = self._look
        line = QWidget()
        box = HBox(look, gap=2)
        line.setLayout(box)
        icon, role = _LOOKS[check.state]
        box.addWidget(Label(look, "", icon=icon, icon_role=role), 0, Qt.AlignmentFlag.AlignTop)
        words = Paragraph(look, check.sentence, role=Role.TEXT if role is Role.WARN else Role.TEXT2)
        box.addWidget(words, 1)
        if check.state is LawState.MISSING:
            button = Button(look, "Thêm việc này", kind=Kind.QUIET, small=True)
            button.setAccessibleName(f"Thêm việc: {check.limit.text}")
            button.clicked.connect(lambda: self._wanted(check.limit))
            box.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            self.buttons.append(button)
        return line


def with_law_duty(plan: Plan, limit: LawLimit, wordings: Sequence[LawDuty]) -> tuple[Plan, str] | None:
    """The plan with the duty that the law asks for, given to its office; the new duty's id."""
    words = next((one for one in wordings if one.kind is limit.kind), None)
    rule: Rule | None = limit.rule
    if words is None or rule is None:
        return None
    duty = Duty(rows.new_id(), words.text, words.summary, rule=rule)
    units = list(plan.tasks) or [UnitTasks(rows.new_id(), _OFFICE)]
    at = next((n for n, unit in enumerate(units) if "van phong" in fold(unit.unit)), 0)
    unit = units[at]
    units[at] = UnitTasks(unit.id, unit.unit, unit.heading, (*unit.duties, duty))
    return replace(plan, tasks=tuple(units)), duty.id
