"""Step 6: who does what until when, every deadline counted, explained and warned of (P10)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.deadlines import Conflict
from dialogue_desktop.domain.law_limits import LawLimit
from dialogue_desktop.domain.plan import Duty, Plan, UnitTasks
from dialogue_desktop.domain.schedule import ScheduledDuty
from dialogue_desktop.domain.words_vi import date_plain, weekday_date, weekday_dm
from ui.theme import Role
from ui.widgets.banner import Banner
from ui.widgets.button import Button, Kind
from ui.widgets.field_row import Note
from ui.widgets.panes import HBox
from ui.widgets.rows import Cell, Column
from ui.widgets.segment import Segment
from ui.wizard.checks import duty_name, short
from ui.wizard.desk import WizardDesk
from ui.wizard.duty_form import DutyForm
from ui.wizard.law_lines import LawLines, with_law_duty
from ui.wizard.parts import Inputs, OfficeList, attr, offer
from ui.wizard.row_form import ListWords, RowForm
from ui.wizard.rows_editor import RowsEditor
from ui.wizard.step_programme import lines_of
from ui.wizard.step_view import StepView
from ui.wizard.task_rows import TaskRow, TaskRows, change_duty, give_to, unit_of
from ui.wizard.timeline import Mark, Timeline

LEGEND = "Ô vuông: hạn. Tam giác: hạn cần xem lại. Nền xám: T7, CN. Gạch chéo: ngày nghỉ."
_INDENT = "\u2003"


class TasksStep(StepView):
    """Banner of what speaks against a day, the table, the editor of the selected duty."""

    def __init__(self, desk: WizardDesk) -> None:
        super().__init__(desk)
        self._lines: dict[str, ScheduledDuty] = {}
        self._conflict: tuple[str, Conflict] | None = None
        self.keep = Button(desk.look, "Giữ", kind=Kind.BAR)
        self.change = Button(desk.look, "Chuyển")
        self.keep.clicked.connect(self._keep_day)
        self.change.clicked.connect(self._move_day)
        self.banner = Banner(desk.look, buttons=(self.keep, self.change))
        self.column.addWidget(self.banner)

        self._source = TaskRows(desk.presenter.facts.schedule)
        self.order = Segment(
            desk.look,
            (("due", "Theo hạn", ""), ("unit", "Theo đơn vị", ""), ("time", "Trên trục thời gian", "")),
            name="Xếp các việc",
        )
        self.order.chosen.connect(self._reorder)
        self.calendar = Button(desk.look, "Lịch làm việc…", kind=Kind.BAR, icon="calendar_ltr", small=True)
        self.calendar.clicked.connect(desk.open_calendar)
        views = HBox(desk.look, gap=2)
        views.addWidget(self.order)
        views.addStretch(1)
        views.addWidget(self.calendar)
        self.column.addLayout(views)
        add_unit = Button(desk.look, "Thêm đơn vị", kind=Kind.BAR, icon="building", small=True)
        add_unit.clicked.connect(self._add_unit)
        self._duty = DutyForm(desk, self._give, self._put_duty)
        self.tasks: RowsEditor[TaskRow] = RowsEditor(
            desk,
            ListWords("tasks", "Các việc", "việc", add="Thêm việc"),
            self._source,
            (
                Column("task", "Việc"),
                Column("unit", "Đơn vị", units=42),
                Column("rule", "Quy tắc", units=38),
                Column("due", "Hạn", units=24, keep=True),
            ),
            self._cells,
            (self._unit_form(), self._duty),
            anchor=_anchor,
            most=6,
            beside=(add_unit,),
        )
        self.tasks.table.rows.current_row.connect(self._selected)
        self.column.addWidget(self.tasks)
        self.place("tasks", self.tasks)
        self.timeline = Timeline(desk.look, lambda day: desk.presenter.facts.day_off(day))
        self.timeline.walked.connect(self._walked)
        self.timeline.opened.connect(self._open_in_list)
        self.timeline.hide()
        self.column.addWidget(self.timeline)
        self.undated = Note(desk.look)
        self.column.addWidget(self.undated)
        self.law = LawLines(desk.look, self._add_law_duty)
        self.column.addWidget(self.law)
        self.place("law", self.law)
        self.first = self.tasks.table
        self.column.addWidget(
            Inputs(desk, self.form).lines(
                "units",
                "Đơn vị có thể giao trả lời ý kiến, mỗi đơn vị một dòng",
                lambda plan: "\n".join(plan.units),
                lambda plan, text: replace(plan, units=lines_of(text)),
                rows=4,
            )
        )
        self.anchors["units"] = ""
        self._office_units = OfficeList(desk, "units", "đơn vị")
        self.column.addWidget(self._office_units, alignment=Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        # The banner stands above the table but comes after the rule: first one sees what was counted.
        QWidget.setTabOrder(self._duty.again, self.keep)
        QWidget.setTabOrder(self.keep, self.change)

    def showEvent(self, event: QShowEvent) -> None:
        """Opened: the first due stands first."""
        super().showEvent(event)
        self._source.sort(self.desk.presenter.plan)
        self.tasks.show_plan(self.shown)

    def lead(self, plan: Plan) -> str:
        if plan.day is None:
            return "Chưa định ngày họp: quy tắc vẫn in vào kế hoạch, ngày cụ thể tính khi biết ngày họp."
        return f"Hạn tự tính từ ngày họp, {weekday_date(plan.day)}. Đổi ngày họp thì mọi hạn tính lại."

    def _unit_form(self) -> RowForm[TaskRow]:
        form: RowForm[TaskRow] = RowForm(self.desk, lambda row: isinstance(row, UnitTasks))
        make = Inputs(self.desk, form.form)
        form.column.addWidget(make.line("unit", "Đơn vị", *attr("unit")))
        form.column.addWidget(
            make.line("heading", "Kế hoạch viết là", *attr("heading"), placeholder="Giao Văn phòng …")
        )
        form.first = form.form.fields["unit"]
        offer(self.desk, form, "unit", lambda: self.desk.lists.units)
        return form

    # --- rows -----------------------------------------------------------------------------------------

    def _cells(self, row_id: str, row: TaskRow, place: int, plan: Plan) -> tuple[Cell, ...]:
        if isinstance(row, UnitTasks):
            name = row.heading or row.unit or "Đơn vị chưa có tên"
            return (Cell(name, strong=True), Cell(), Cell(f"{len(row.duties)} việc", role=Role.TEXT2), Cell())
        owner = unit_of(plan, row.id)
        unit = "" if owner is None or self._source.by_unit else owner.unit
        indent = _INDENT if self._source.by_unit else ""
        name = duty_name(row) or "Việc để trống"
        return (
            Cell(f"{indent}{name}"),
            Cell(unit, role=Role.TEXT2),
            Cell(_rule_words(row)),
            self._due_cell(row),
        )

    def _due_cell(self, duty: Duty) -> Cell:
        line = self._lines.get(duty.id)
        if line is None or not line.dated:
            return Cell("–", role=Role.TEXT3)
        if line.due is None:
            return Cell("Chưa rõ", role=Role.TEXT2)
        if line.conflicts:
            return Cell(weekday_dm(line.due), icon="warning", role=Role.WARN)
        icon = "calendar_arrow_right" if duty.moved_to else "calendar_checkmark"
        return Cell(weekday_dm(line.due), icon=icon)

    def _add_law_duty(self, limit: LawLimit) -> None:
        made = with_law_duty(self.desk.presenter.plan, limit, self.desk.lists.law_duties)
        if made is not None:
            self._to_list("due")
            self.tasks.take(*made)

    def _add_unit(self) -> None:
        self._to_list("unit")
        made = self._source.add_unit(self.desk.presenter.plan, self.tasks.current)
        self.tasks.take(*made)

    def _reorder(self, view: str) -> None:
        self.tasks.setVisible(view != "time")
        self.timeline.setVisible(view == "time")
        if view == "time":
            self._draw_timeline(self.desk.presenter.plan)
            self.timeline.set_current(self.tasks.current)
            return
        self.undated.say("")
        self._source.by_unit = view == "unit"
        self._source.sort(self.desk.presenter.plan)
        self.tasks.set_movable(self._source.by_unit)
        self.tasks.table.set_hidden(("unit",) if self._source.by_unit else ())
        self.tasks.show_plan(self.shown)
        self.tasks.table.rows.set_current(self.tasks.current)

    def _draw_timeline(self, plan: Plan) -> None:
        lines = [line for line in self._lines.values() if line.dated]
        marks = [
            Mark(
                line.duty.id,
                line.due,
                self.desk.words(duty_name(line.duty)) or "Việc để trống",
                self.desk.words(line.unit),
                bool(line.conflicts),
            )
            for line in lines
            if line.due is not None
        ]
        self.timeline.show_marks(marks, plan.day, self.desk.presenter.facts.today)
        left = len(lines) - len(marks)
        missing = f" {left} việc chưa tính được ngày, không có trên trục." if left else ""
        self.undated.say(f"{LEGEND}{missing}")

    def _walked(self, duty_id: str) -> None:
        """What speaks against the day of the duty in hand stands above, as in the list."""
        self.tasks.table.rows.set_current(duty_id)

    def _open_in_list(self, duty_id: str) -> None:
        self._to_list("due")
        self.tasks.choose(duty_id)

    def _to_list(self, view: str) -> None:
        self.order.set_value(view)
        self._reorder(view)

    def _focus_view(self) -> None:
        shown = self.timeline if self.order.value() == "time" else self.tasks.table.rows
        shown.setFocus()

    def choose_row(self, row: str) -> None:
        """A unit is seen in the list by unit only, the fields of a duty in a list only."""
        if self.order.value() == "time":
            self._to_list("due")
        if row and any(unit.id == row for unit in self.desk.presenter.plan.tasks):
            self._to_list("unit")

    def go_to(self, field: str, row: str = "") -> bool:
        self.choose_row(row)
        return super().go_to(field, row)

    # --- acts -----------------------------------------------------------------------------------------

    def _give(self, unit_id: str) -> None:
        duty_id = self.tasks.current
        plan = give_to(self.desk.presenter.plan, duty_id, unit_id)
        self.desk.presenter.edit(plan, anchor=f"duty:{duty_id}", label="Đã giao việc cho đơn vị khác")

    def _put_duty(self, duty: Duty) -> None:
        plan = change_duty(self.desk.presenter.plan, duty.id, lambda _: duty)
        self.desk.presenter.edit(plan, anchor=f"duty:{duty.id}")

    def _keep_day(self) -> None:
        if self._conflict is None:
            return
        duty_id, conflict = self._conflict
        plan = change_duty(self.desk.presenter.plan, duty_id, lambda duty: replace(duty, kept=True))
        words = f"Giữ hạn {date_plain(conflict.day)}"
        self.desk.presenter.edit(plan, anchor=f"duty:{duty_id}", label=words)
        self.desk.say(words)
        self._focus_view()

    def _move_day(self) -> None:
        if self._conflict is None or self._conflict[1].suggested is None:
            return
        duty_id, conflict = self._conflict
        day = conflict.suggested
        plan = change_duty(
            self.desk.presenter.plan, duty_id, lambda duty: replace(duty, moved_to=day, kept=False)
        )
        words = f"Đã chuyển hạn sang {weekday_date(day)}" if day else ""
        self.desk.presenter.edit(plan, anchor=f"duty:{duty_id}", label=words)
        self.desk.say(words)
        self.tasks.table.rows.set_current(duty_id)
        self._focus_view()

    # --- what follows ---------------------------------------------------------------------------------

    def refresh(self, plan: Plan) -> None:
        self._office_units.show_plan(plan)
        self._lines = {line.duty.id: line for line in self.desk.presenter.facts.schedule(plan)}
        self._duty.show_choices(plan)
        self.tasks.set_movable(self._source.by_unit)
        self._duty.show_day(plan, self._lines.get(self.tasks.current))
        self.tasks.show_plan(self.shown)
        self._selected(self.tasks.current)
        self.law.show_checks(self.desk.presenter.facts.law(plan))
        if self.order.value() == "time":
            self._draw_timeline(plan)

    def _selected(self, row_id: str) -> None:
        plan = self.desk.presenter.plan
        self._duty.show_day(plan, self._lines.get(row_id))
        self.tasks.fit_form()
        self._show_conflict(row_id)

    def _show_conflict(self, row_id: str) -> None:
        """Of the selected duty, or else the first one that the plan has."""
        lines: Sequence[ScheduledDuty] = tuple(self._lines.values())
        chosen = self._lines.get(row_id)
        line = chosen if chosen is not None and chosen.conflicts else None
        line = line or next((one for one in lines if one.conflicts), None)
        self._conflict = None if line is None else (line.duty.id, line.conflicts[0])
        self.banner.setVisible(line is not None)
        if line is None:
            return
        conflict = line.conflicts[0]
        name = self.desk.words(duty_name(line.duty))
        self.banner.set_words(f"{name} {conflict.predicate}.", conflict.advice)
        self.keep.set_words(f"Giữ {date_plain(conflict.day)}")
        self.change.setVisible(conflict.suggested is not None)
        if conflict.suggested is not None:
            self.change.set_words(f"Chuyển sang {date_plain(conflict.suggested)}")


def _anchor(row: TaskRow) -> str:
    return f"unit:{row.id}" if isinstance(row, UnitTasks) else f"duty:{row.id}"


def _rule_words(duty: Duty) -> str:
    if duty.rule is not None:
        return duty.rule.short
    return short(duty.fixed.words, 40) if duty.fixed is not None else "–"
