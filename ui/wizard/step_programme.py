"""Step 5: the steps of the evening, who leads each and how long it takes (P9)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import Qt

from dialogue_desktop.domain.plan import Plan, ProgrammeStep, TimeKind
from dialogue_desktop.domain.words_vi import time_hm
from ui.theme import Role
from ui.widgets.checkbox import CheckBox
from ui.widgets.field_row import Note
from ui.widgets.rows import Cell, Column
from ui.wizard import rows
from ui.wizard.checks import programme_minutes, programme_warning, session_minutes
from ui.wizard.desk import WizardDesk
from ui.wizard.parts import Inputs, OfficeList, attr, offer
from ui.wizard.reading import read_count, write_count
from ui.wizard.row_form import ListWords, RowForm
from ui.wizard.row_source import TupleRows
from ui.wizard.rows_editor import RowsEditor
from ui.wizard.step_view import StepView

_LEADS = ("Chủ trì", "Văn phòng", "Thư ký", "Ủy ban MTTQ Việt Nam xã")


def lines_of(text: str) -> tuple[str, ...]:
    """One detail a line; empty lines and the dashes that people type before them are dropped."""
    bare = (line.strip().lstrip("-+•").strip() for line in text.split("\n"))
    return tuple(line for line in bare if line)


def starts(plan: Plan) -> tuple[str, ...]:
    """When each step begins ("08:10"), as far as the hour and the minutes before it are known."""
    when = plan.time
    if when.kind is not TimeKind.EXACT or when.start is None:
        return tuple("" for _ in plan.programme)
    at: datetime | None = datetime.combine(datetime.min.date(), when.start)
    found = []
    for step in plan.programme:
        found.append(time_hm(at.time()) if at is not None else "")
        at = at + timedelta(minutes=step.minutes) if at is not None and step.minutes is not None else None
    return tuple(found)


class ProgrammeStepView(StepView):
    """The list, the editor of the selected step, and the sum of minutes against the hours held."""

    def __init__(self, desk: WizardDesk) -> None:
        super().__init__(desk)
        self.steps = self._steps()
        self.column.addWidget(self.steps)
        self.place("programme", self.steps)
        self.first = self.steps.table
        self._sum = Note(desk.look)
        self.column.addWidget(self._sum)
        make = Inputs(desk, self.form)
        turn = make.parsed(
            "turn_minutes",
            "Mỗi lượt phát biểu (phút)",
            read_count,
            write_count,
            lambda plan: plan.turn_minutes,
            lambda plan, value: replace(plan, turn_minutes=min(value or 5, 60)),
            units=44,
            right=True,
        )
        row = self.side_by_side(turn)
        row.end()
        self.column.addLayout(row)
        self.column.addWidget(
            make.lines(
                "fields",
                "Lĩnh vực của ý kiến, mỗi lĩnh vực một dòng",
                lambda plan: "\n".join(plan.fields),
                lambda plan, text: replace(plan, fields=lines_of(text)),
                rows=5,
            )
        )
        self._office_fields = OfficeList(desk, "fields", "lĩnh vực")
        self.column.addWidget(self._office_fields, alignment=Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self.anchors |= {"turn_minutes": "", "fields": ""}

    def _steps(self) -> RowsEditor[ProgrammeStep]:
        desk = self.desk
        form: RowForm[ProgrammeStep] = RowForm(desk)
        make = Inputs(desk, form.form)
        form.column.addWidget(make.lines("text", "Nội dung", *attr("text")))
        form.first = form.form.fields["text"]
        lead = make.line("lead", "Người điều hành", *attr("lead"))
        minutes = make.parsed(
            "minutes", "Số phút", read_count, write_count, *attr("minutes"), units=22, right=True
        )
        speaking = CheckBox(self.look, "Nhân dân phát biểu ở bước này")
        form.form.tick("speaking", speaking, *attr("speaking"))
        form.column.addLayout(self.side_by_side(lead, 1, minutes))
        form.column.addWidget(speaking)
        form.column.addWidget(
            make.lines(
                "details",
                "Các ý nhỏ, mỗi ý một dòng",
                lambda row: "\n".join(row.details),
                lambda row, text: replace(row, details=lines_of(text)),
                rows=3,
            )
        )
        offer(desk, form, "lead", lambda: (*_LEADS, *desk.presenter.plan.units))
        return RowsEditor(
            desk,
            ListWords("programme", "Các bước", "bước"),
            TupleRows[ProgrammeStep](
                get=lambda plan: plan.programme,
                set=lambda plan, value: replace(plan, programme=value),
                id_of=lambda row, place: row.id,
                blank=lambda plan: ProgrammeStep(rows.new_id(), "", "Chủ trì"),
            ),
            (
                Column("start", "Giờ", units=14, keep=True),
                Column("text", "Nội dung"),
                Column("lead", "Điều hành", units=40),
                Column("minutes", "Phút", units=12, right=True, keep=True),
            ),
            self._cells,
            (form,),
            anchor=lambda row: f"step:{row.id}",
            most=7,
            two_lines=True,
        )

    def _cells(self, row_id: str, row: ProgrammeStep, place: int, plan: Plan) -> tuple[Cell, ...]:
        notes = []
        if row.speaking:
            notes.append("Nhân dân phát biểu")
        if row.details:
            notes.append(f"{len(row.details)} ý nhỏ")
        at = starts(plan)[place]
        return (
            Cell(at or f"{place + 1}.", role=Role.TEXT2),
            Cell(" ".join(row.text.split()) or "Bước để trống", "  ·  ".join(notes)),
            Cell(row.lead, role=Role.TEXT2),
            Cell(write_count(row.minutes) or "–"),
        )

    def refresh(self, plan: Plan) -> None:
        self.steps.show_plan(self.shown)
        self._office_fields.show_plan(plan)
        total = programme_minutes(plan)
        held = session_minutes(plan)
        if warning := programme_warning(plan):
            self._sum.say(warning, warning=True)
        elif not total:
            self._sum.say("")
        elif held is None:
            self._sum.say(f"Cộng {total} phút.")
        else:
            spare = f", còn {held - total} phút" if held > total else ", vừa hết giờ họp"
            self._sum.say(f"Cộng {total} phút trong {held} phút họp{spare}.")
