"""The other conferences of the year under the same plan: a list in step 3, and the way to open one (P5)."""

from __future__ import annotations

from dataclasses import replace

from dialogue_desktop.domain import sessions
from dialogue_desktop.domain.plan import Plan, PlannedSession
from dialogue_desktop.domain.words_vi import thousands
from ui.theme import Role
from ui.widgets.button import Button, Kind
from ui.widgets.field_row import FieldRow
from ui.widgets.panes import HBox
from ui.widgets.rows import Cell, Column
from ui.wizard import rows
from ui.wizard.desk import WizardDesk
from ui.wizard.parts import Inputs, attr
from ui.wizard.reading import read_count, write_count
from ui.wizard.row_form import ListWords, RowForm
from ui.wizard.row_source import TupleRows
from ui.wizard.rows_editor import RowsEditor

_OPEN = "Mở hội nghị này"
_AGAIN = "Đến hội nghị này"


class SessionsList:
    """`editor` is laid out by the step; `show` follows the plan."""

    def __init__(self, desk: WizardDesk) -> None:
        self._desk = desk
        self.open_button = Button(desk.look, _OPEN, kind=Kind.BAR, icon="calendar_arrow_right", small=True)
        self.open_button.clicked.connect(self._open)
        self.editor = self._editor()
        self.editor.table.rows.current_row.connect(lambda _row: self.show())

    def _editor(self) -> RowsEditor[PlannedSession]:
        desk = self._desk
        form: RowForm[PlannedSession] = RowForm(desk)
        make = Inputs(desk, form.form)
        when = make.parsed(
            "time",
            "Thời gian đã biết",
            sessions.read_when,
            sessions.write_when,
            *attr("time"),
            placeholder="24/4/2026 08:00, tháng 9/2026, quý III/2026",
        )
        people = make.parsed(
            "people", "Số người dự", read_count, write_count, *attr("people"), units=24, right=True
        )
        form.column.addLayout(FieldRow(desk.look, when, 1, people))
        scope = make.parsed(
            "scope",
            "Các thôn",
            self._read_scope,
            lambda found: sessions.localities_words(found.whole_commune, found.localities),
            lambda one: sessions.Scope(one.whole_commune, one.localities),
            lambda one, found: replace(one, whole_commune=found.whole_commune, localities=found.localities),
            placeholder="thôn Đông, thôn Đoài, hoặc toàn xã",
        )
        place = make.line(
            "place",
            "Địa điểm",
            lambda one: "; ".join(one.places),
            lambda one, text: replace(one, places=(text,) if text.strip() else ()),
        )
        form.column.addLayout(FieldRow(desk.look, scope, 1, place, 1))
        form.column.addWidget(make.line("topics", "Nội dung trọng tâm (nếu khác)", *attr("topics")))
        last = HBox(desk.look)
        last.addStretch(1)
        last.addWidget(self.open_button)
        form.column.addLayout(last)
        form.first = form.form.fields["time"]
        return RowsEditor(
            desk,
            ListWords("sessions", "Hội nghị khác theo kế hoạch này", "hội nghị"),
            TupleRows[PlannedSession](
                get=lambda plan: plan.more_sessions,
                set=lambda plan, value: replace(plan, more_sessions=value),
                id_of=lambda one, place: one.id,
                blank=lambda plan: PlannedSession(rows.new_id(), people=plan.people_per_session),
            ),
            (
                Column("when", "Thời gian", units=52),
                Column("where", "Các thôn, địa điểm", keep=True),
                Column("people", "Số người", units=24, right=True),
            ),
            _cells,
            (form,),
            anchor=lambda one: f"session:{one.id}",
            most=4,
        )

    def _read_scope(self, text: str) -> sessions.Scope:
        plan = self._desk.presenter.plan
        _whole, known = sessions.all_localities(plan)
        return sessions.read_scope(text, self._desk.lists.locality_kinds, (*plan.localities, *known))

    def show(self) -> None:
        """After the step's change was shown in the list."""
        row = self.editor.row(self.editor.current)
        self.open_button.set_words(_AGAIN if row is not None and row.conference else _OPEN)

    def _open(self) -> None:
        if self.editor.current:
            self._desk.open_session(self.editor.current)


def _cells(row_id: str, one: PlannedSession, place: int, plan: Plan) -> tuple[Cell, ...]:
    words = sessions.write_when(one.time)
    where = [sessions.localities_words(one.whole_commune, one.localities), *one.places]
    shown = ", ".join(part for part in where if part)
    return (
        Cell(words[:1].upper() + words[1:]),
        Cell(shown[:1].upper() + shown[1:] if shown else "Chưa ghi thôn, địa điểm", role=Role.TEXT2),
        Cell("" if one.people is None else thousands(one.people)),
    )
