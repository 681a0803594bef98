"""Step 3: when as far as it is known, where, in which form, and for which localities (P5, P6, P7)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from dialogue_desktop.domain.plan import Locality, MeetingForm, Plan, TimeKind, TimePlan
from dialogue_desktop.domain.words_vi import days_left, roman, thousands, weekday_long
from ui.theme import Role
from ui.widgets.checkbox import CheckBox, Radio
from ui.widgets.field import FieldBox
from ui.widgets.field_row import Note
from ui.widgets.panes import HBox
from ui.widgets.rows import Cell, Column
from ui.wizard import rows
from ui.wizard.checks import day_warning, hours_warning
from ui.wizard.day_move import DayMove
from ui.wizard.desk import WizardDesk
from ui.wizard.parts import Inputs, attr, field_of, offer
from ui.wizard.reading import (
    count_within,
    read_count,
    read_day,
    read_hour,
    write_count,
    write_day,
    write_hour,
)
from ui.wizard.row_form import ListWords, RowForm
from ui.wizard.row_source import TupleRows
from ui.wizard.rows_editor import RowsEditor
from ui.wizard.sessions_list import SessionsList
from ui.wizard.step_view import StepView

_TIMES = (
    (TimeKind.EXACT, "Ngày, giờ cụ thể"),
    (TimeKind.BEFORE_MONTH, "Trước một tháng"),
    (TimeKind.MONTH, "Trong một tháng"),
    (TimeKind.QUARTERS, "Theo quý"),
    (TimeKind.LATER, "Thông báo sau"),
)
_FORMS = (
    (MeetingForm.DIRECT, "Trực tiếp"),
    (MeetingForm.ONLINE, "Trực tuyến"),
    (MeetingForm.MIXED, "Trực tiếp kết hợp trực tuyến"),
)


def time_field(name: str) -> tuple[Callable[[Plan], Any], Callable[[Plan, Any], Plan]]:
    """How one field of the time is read and changed."""
    inner_get, inner_put = attr(name)

    def get(plan: Plan) -> Any:
        return inner_get(plan.time)

    def put(plan: Plan, value: Any) -> Plan:
        return replace(plan, time=inner_put(plan.time, value))

    return get, put


def with_quarter(when: TimePlan, quarter: int, on: bool) -> TimePlan:
    """The same time with a quarter ticked or not, always in order."""
    chosen = set(when.quarters) | {quarter} if on else set(when.quarters) - {quarter}
    return replace(when, quarters=tuple(sorted(chosen)))


class TimePlaceStep(StepView):
    """The kind of time and the fields that it has; then places, form and localities."""

    def __init__(self, desk: WizardDesk) -> None:
        super().__init__(desk)
        self._build_time()
        self._build_places()
        self.column.addStretch(1)
        timed = [name for name in self.form.fields if name.startswith(("time.", "quarter."))]
        self.anchors |= dict.fromkeys(timed, "time") | dict.fromkeys(("whole", "part"), "localities")

    # --- time -----------------------------------------------------------------------------------------

    def _build_time(self) -> None:
        look = self.look
        group_box = self.group("Thời gian")
        make = Inputs(self.desk, self.form)
        kind = make.choice("time.kind", "Đã biết đến", _TIMES, *time_field("kind"), units=40)
        day = make.parsed(
            "time.day",
            "Ngày họp",
            read_day,
            write_day,
            time_field("day")[0],
            lambda plan, value: self.day_move.put(plan, value),
            units=38,
            placeholder="24/4/2026",
        )
        self.day_move = DayMove(self.desk, field_of(self.form, "time.day"))
        start = make.parsed(
            "time.start",
            "Bắt đầu",
            read_hour,
            write_hour,
            *time_field("start"),
            units=24,
            placeholder="08:00",
        )
        end = make.parsed(
            "time.end", "Kết thúc", read_hour, write_hour, *time_field("end"), units=24, placeholder="10:30"
        )
        month = make.choice(
            "time.month",
            "Tháng",
            [(None, "Chọn tháng"), *((m, f"Tháng {m}") for m in range(1, 13))],
            *time_field("month"),
            units=38,
        )
        inside = QWidget()
        row = HBox(look, gap=2)
        inside.setLayout(row)
        for quarter in (1, 2, 3, 4):
            tick = CheckBox(look, f"Quý {roman(quarter)}")
            self.form.tick(
                f"quarter.{quarter}",
                tick,
                lambda plan, q=quarter: q in plan.time.quarters,  # type: ignore[misc]
                lambda plan, on, q=quarter: replace(plan, time=with_quarter(plan.time, q, on)),  # type: ignore[misc]
            )
            row.addWidget(tick)
        quarters = FieldBox(look, "Quý", inside)
        self.place("time.quarters", self.form.fields["quarter.1"])
        year = make.parsed(
            "time.year",
            "Năm",
            count_within(2000, 2100, "Năm"),
            str,
            lambda plan: plan.time.year or plan.year,
            lambda plan, value: replace(plan, time=replace(plan.time, year=value)),
            units=24,
        )
        fields = self.side_by_side(kind, day, start, end, month, quarters, year)
        fields.end()
        group_box.addLayout(fields)
        self._for_kind: dict[QWidget, tuple[TimeKind, ...]] = {
            day: (TimeKind.EXACT,),
            start: (TimeKind.EXACT,),
            end: (TimeKind.EXACT,),
            month: (TimeKind.MONTH, TimeKind.BEFORE_MONTH),
            quarters: (TimeKind.QUARTERS,),
            year: (TimeKind.MONTH, TimeKind.BEFORE_MONTH, TimeKind.QUARTERS),
        }
        self._day = day
        field_of(self.form, "time.day").settled.connect(lambda _text: self._say_weekday())
        self._warning = Note(self.desk.look)
        group_box.addWidget(self._warning)
        group_box.addWidget(self.day_move.card)

    # --- places, form, localities ---------------------------------------------------------------------

    def _build_places(self) -> None:
        desk, look = self.desk, self.look
        form: RowForm[str] = RowForm(desk)
        inside = Inputs(desk, form.form)
        form.column.addWidget(
            inside.line("place", "", lambda text: text, lambda _, text: text, placeholder="Nhà văn hóa …")
        )
        form.first = form.form.fields["place"]
        self.places: RowsEditor[str] = RowsEditor(
            desk,
            ListWords("places", "Địa điểm", "địa điểm"),
            TupleRows[str](
                get=lambda plan: plan.places,
                set=lambda plan, value: replace(plan, places=value),
                id_of=lambda _, place: str(place),
                blank=lambda plan: "",
            ),
            (Column("place"),),
            lambda row_id, text, place, plan: (Cell(text or "Địa điểm để trống"),),
            (form,),
            anchor=lambda text: "places",
            most=4,
            bare=True,
        )
        self.column.addWidget(self.places)
        self.place("places", self.places)

        make = Inputs(desk, self.form)
        meeting = make.choice("form", "Hình thức", _FORMS, *attr("form"), units=60)
        expected = make.parsed(
            "people_per_session",
            "Số người dự",
            read_count,
            write_count,
            *attr("people_per_session"),
            units=24,
            right=True,
        )
        row = self.side_by_side(meeting, expected)
        row.end()
        self.column.addLayout(row)
        self.column.addWidget(make.lines("form_note", "Ghi thêm về hình thức", *attr("form_note")))

        scope_box = self.group("Phạm vi")
        whole, part = Radio(look, "Toàn xã"), Radio(look, "Những thôn có trong danh sách")
        group = QButtonGroup(self)
        for radio in (whole, part):
            group.addButton(radio)
        self.form.tick(
            "whole", whole, lambda p: p.whole_commune, lambda p, on: replace(p, whole_commune=True)
        )
        self.form.tick(
            "part", part, lambda p: not p.whole_commune, lambda p, on: replace(p, whole_commune=False)
        )
        scope = HBox(look, gap=4)
        scope.addWidget(whole)
        scope.addWidget(part)
        scope.addStretch(1)
        scope_box.addLayout(scope)
        self.localities = self._localities()
        self.column.addWidget(self.localities)
        self.place("localities", self.localities)
        self._people = Note(desk.look)
        self.column.addWidget(self._people)
        self._topics = make.line("topics", "Nội dung trọng tâm của hội nghị này (nếu có)", *attr("topics"))
        self.column.addWidget(self._topics)
        self.sessions = SessionsList(desk)
        self.column.addWidget(self.sessions.editor)
        self.place("sessions", self.sessions.editor)

    def _localities(self) -> RowsEditor[Locality]:
        desk = self.desk
        form: RowForm[Locality] = RowForm(desk)
        make = Inputs(desk, form.form)
        kind = make.line("kind", "Gọi là", *attr("kind"), units=30)
        name = make.line("name", "Tên riêng", *attr("name"))
        head = make.line("head", "Trưởng thôn", *attr("head"))
        households = make.parsed(
            "households", "Số hộ", read_count, write_count, *attr("households"), units=20, right=True
        )
        people = make.parsed(
            "people", "Số người", read_count, write_count, *attr("people"), units=22, right=True
        )
        form.column.addLayout(self.side_by_side(kind, name, 1, head, 1, households, people))
        offer(desk, form, "kind", lambda: desk.lists.locality_kinds)
        form.first = form.form.fields["kind"]
        return RowsEditor(
            desk,
            ListWords("localities", "Các thôn", "thôn"),
            TupleRows[Locality](
                get=lambda plan: plan.localities,
                set=_with_localities,
                id_of=lambda row, place: row.id,
                blank=lambda plan: Locality(
                    rows.new_id(), plan.localities[-1].kind if plan.localities else "thôn"
                ),
            ),
            (
                Column("name", "Thôn", keep=True),
                Column("head", "Trưởng thôn", units=52),
                Column("households", "Số hộ", units=18, right=True),
                Column("people", "Số người", units=20, right=True),
            ),
            _locality_cells,
            (form,),
            anchor=lambda row: "localities",
            most=5,
        )

    # --- what follows ---------------------------------------------------------------------------------

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.day_move.forget()

    def _say_weekday(self) -> None:
        """Of the day that waits to be moved to, else of the plan's."""
        today, day = self.desk.presenter.facts.today, self.day_move.shown
        left = "" if day is None or day < today else f", {_small(days_left(today, day))}"
        self._day.set_hint(f"{_capital(weekday_long(day))}{left}" if day else "")

    def refresh(self, plan: Plan) -> None:
        self.day_move.show_plan(plan)
        for widget, kinds in self._for_kind.items():
            widget.setVisible(plan.time.kind in kinds)
        facts = self.desk.presenter.facts
        warning = day_warning(plan, facts) or hours_warning(plan)
        self._warning.say(warning, warning=True)
        self._say_weekday()
        self.places.show_plan(self.shown)
        self.localities.show_plan(self.shown)
        self._topics.setVisible(bool(plan.more_sessions or plan.topics))
        self.sessions.editor.show_plan(self.shown)
        self.sessions.show()
        households = sum(row.households or 0 for row in plan.localities)
        people = sum(row.people or 0 for row in plan.localities)
        known = households or people
        self._people.say(f"Cộng {thousands(households)} hộ, {thousands(people)} người." if known else "")


def _with_localities(plan: Plan, localities: tuple[Locality, ...]) -> Plan:
    """Seats of a removed locality go with it."""
    known = {row.id for row in localities}
    quotas = tuple(quota for quota in plan.quotas if quota.locality_id in known)
    return replace(plan, localities=localities, quotas=quotas)


def _locality_cells(row_id: str, row: Locality, place: int, plan: Plan) -> tuple[Cell, ...]:
    named = bool(row.name.strip())
    return (
        Cell(_capital(row.label) if named else f"{_capital(row.kind)} chưa có tên", medium=named),
        Cell(row.head, role=Role.TEXT2),
        Cell(write_count(row.households)),
        Cell(write_count(row.people)),
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
