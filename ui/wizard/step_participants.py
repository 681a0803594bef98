"""Step 4: who chairs, who writes, who is invited, and how many seats each locality has (P5, P8)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from dialogue_desktop.domain.plan import (
    Chair,
    ChairRole,
    Level,
    Locality,
    Official,
    ParticipantGroup,
    Plan,
    Secretary,
)
from dialogue_desktop.domain.words_vi import thousands
from ui.theme import Role
from ui.widgets.field_row import Note
from ui.widgets.rows import Cell, Column
from ui.wizard import rows
from ui.wizard.checks import people_expected, quota_warning, seats
from ui.wizard.desk import WizardDesk
from ui.wizard.parts import Inputs, attr, offer, pick_from
from ui.wizard.quota_rows import QuotaRows, Seats
from ui.wizard.reading import read_count, write_count
from ui.wizard.row_form import ListWords, RowForm
from ui.wizard.row_source import TupleRows
from ui.wizard.rows_editor import RowsEditor
from ui.wizard.step_view import StepView

_ROLES = (
    (ChairRole.CHAIR, "Chủ trì"),
    (ChairRole.CO_CHAIR, "Đồng chủ trì"),
    (ChairRole.DEPUTY, "Phó chủ trì"),
)
_LEVELS = (
    (Level.HIGHER, "Cấp trên"),
    (Level.COMMUNE, "Cấp xã"),
    (Level.LOCALITY, "Thôn"),
    (Level.PEOPLE, "Nhân dân"),
)
_SIDES = ((False, "Công chức"), (True, "Người dân"))
_CHAIR_ANCHORS = {ChairRole.CHAIR: "chair", ChairRole.CO_CHAIR: "co_chair", ChairRole.DEPUTY: "deputy"}


class ParticipantsStep(StepView):
    """Four lists in the order of the page."""

    def __init__(self, desk: WizardDesk) -> None:
        super().__init__(desk)
        self.chairs = self._chairs()
        self.secretaries = self._secretaries()
        self.groups = self._groups()
        self.quotas = self._quotas()
        self.officials = self._officials()
        self._seats = Note(desk.look)
        for name, editor in (
            ("chairs", self.chairs),
            ("secretaries", self.secretaries),
            ("participants", self.groups),
            ("quotas", self.quotas),
            ("officials", self.officials),
        ):
            self.column.addWidget(editor)
            self.place(name, editor)
            if name == "quotas":
                self.column.addWidget(self._seats)
        self.first = self.chairs.table
        self.column.addStretch(1)

    # --- the lists ------------------------------------------------------------------------------------

    def _official(self, make: Inputs[Any], form: RowForm[Any], last: QWidget) -> None:
        """Position, honorific and name of the official that a row holds, and `last`, in one line."""
        position = make.line("position", "Chức vụ", *_official_field("position"))
        honorific = make.line("honorific", "Xưng hô", *_official_field("honorific"), units=16)
        name = make.line("name", "Họ tên (nếu biết)", *_official_field("name"))
        row = self.side_by_side(position, 5, honorific, name, 4)
        row.put(last)
        form.column.addLayout(row)
        offer(self.desk, form, "honorific", lambda: self.desk.lists.honorifics)
        form.first = form.form.fields["position"]

    def _chairs(self) -> RowsEditor[Chair]:
        form: RowForm[Chair] = RowForm(self.desk)
        make = Inputs(self.desk, form.form)
        role = make.choice("role", "Vai", _ROLES, *attr("role"), units=33)
        self._official(make, form, role)
        return RowsEditor(
            self.desk,
            ListWords("chairs", "Chủ trì", "người chủ trì"),
            TupleRows[Chair](
                get=lambda plan: plan.chairs,
                set=lambda plan, value: replace(plan, chairs=value),
                id_of=lambda chair, place: chair.official.id,
                blank=lambda plan: Chair(
                    Official(rows.new_id()), ChairRole.CO_CHAIR if plan.chairs else ChairRole.CHAIR
                ),
            ),
            (Column("who"), Column("name", units=56), Column("role", units=30)),
            lambda row_id, chair, place, plan: (
                _who(chair.official),
                Cell(chair.official.name, role=Role.TEXT2),
                Cell(dict(_ROLES)[chair.role], role=Role.TEXT2),
            ),
            (form,),
            anchor=lambda chair: f"chairs:{_CHAIR_ANCHORS[chair.role]}",
            most=4,
        )

    def _secretaries(self) -> RowsEditor[Secretary]:
        form: RowForm[Secretary] = RowForm(self.desk)
        make = Inputs(self.desk, form.form)
        side = make.choice("citizen", "Là", _SIDES, *attr("citizen"), units=33)
        self._official(make, form, side)
        return RowsEditor(
            self.desk,
            ListWords("secretaries", "Thư ký", "thư ký"),
            TupleRows[Secretary](
                get=lambda plan: plan.secretaries,
                set=lambda plan, value: replace(plan, secretaries=value),
                id_of=lambda secretary, place: secretary.official.id,
                blank=lambda plan: Secretary(Official(rows.new_id())),
            ),
            (Column("who"), Column("name", units=56), Column("role", units=30)),
            lambda row_id, secretary, place, plan: (
                _who(secretary.official),
                Cell(secretary.official.name, role=Role.TEXT2),
                Cell("Người dân" if secretary.citizen else "Công chức", role=Role.TEXT2),
            ),
            (form,),
            anchor=lambda secretary: "secretaries",
            most=4,
        )

    def _groups(self) -> RowsEditor[ParticipantGroup]:
        form: RowForm[ParticipantGroup] = RowForm(self.desk)
        make = Inputs(self.desk, form.form)
        form.column.addWidget(make.lines("text", "Thành phần", *attr("text")))
        form.first = form.form.fields["text"]
        level = make.choice("level", "Cấp", _LEVELS, *attr("level"), units=34)
        expected = make.parsed(
            "expected", "Dự kiến", read_count, write_count, *attr("expected"), units=24, right=True
        )
        row = self.side_by_side(level, expected)
        row.end()
        form.column.addLayout(row)
        self._group_source = TupleRows[ParticipantGroup](
            get=lambda plan: plan.participants,
            set=lambda plan, value: replace(plan, participants=value),
            id_of=lambda group, place: group.id,
            blank=lambda plan: ParticipantGroup(rows.new_id(), ""),
        )
        self._library = pick_from(self.desk, "Chọn từ danh mục…", self._take_group)
        return RowsEditor(
            self.desk,
            ListWords("participants", "Thành phần dự", "thành phần"),
            self._group_source,
            (Column("text"), Column("level", units=26), Column("expected", "", units=20, right=True)),
            lambda row_id, group, place, plan: (
                Cell(" ".join(group.text.split()) or "Thành phần để trống"),
                Cell(dict(_LEVELS)[group.level], role=Role.TEXT2),
                Cell("" if group.expected is None else f"{thousands(group.expected)} người"),
            ),
            (form,),
            anchor=lambda group: f"group:{group.id}",
            beside=(self._library,),
        )

    def _quotas(self) -> RowsEditor[Seats]:
        whole, part = self._quota_form(hamlet=False), self._quota_form(hamlet=True)
        return RowsEditor(
            self.desk,
            ListWords("quotas", "Chỉ tiêu đại biểu từng thôn, xóm", "xóm", "Thêm xóm"),
            QuotaRows(),
            (Column("name"), Column("people", units=44), Column("seats", units=28, right=True)),
            lambda row_id, one, place, plan: _quota_cells(one),
            (whole, part),
            anchor=lambda one: "quotas",
            most=8,
        )

    def _quota_form(self, *, hamlet: bool) -> RowForm[Seats]:
        """The seats of a thôn; of a xóm its name too."""
        form: RowForm[Seats] = RowForm(self.desk, lambda row: bool(row.hamlet) is hamlet)
        make = Inputs(self.desk, form.form)
        seats = make.parsed(
            "seats", "Số đại biểu", read_count, write_count, *attr("seats"), units=24, right=True
        )
        if hamlet:
            name = make.line("hamlet", "Tên xóm, cụm dân cư", *attr("hamlet"), units=60)
            row = self.side_by_side(name, seats)
        else:
            row = self.side_by_side(seats)
        row.end()
        form.column.addLayout(row)
        form.first = form.form.fields["hamlet" if hamlet else "seats"]
        return form

    def _officials(self) -> RowsEditor[Official]:
        form: RowForm[Official] = RowForm(self.desk)
        make = Inputs(self.desk, form.form)
        name = make.line("name", "Họ tên", *attr("name"))
        honorific = make.line("honorific", "Xưng hô", *attr("honorific"), units=16)
        position = make.line("position", "Chức vụ", *attr("position"))
        unit = make.line("unit", "Đơn vị", *attr("unit"))
        form.column.addLayout(self.side_by_side(honorific, name, 4, position, 5, unit, 4))
        offer(self.desk, form, "honorific", lambda: self.desk.lists.honorifics)
        offer(self.desk, form, "unit", lambda: (*self.desk.presenter.plan.units, *self.desk.lists.units))
        form.first = form.form.fields["honorific"]
        return RowsEditor(
            self.desk,
            ListWords("officials", "Người trả lời ý kiến", "người trả lời"),
            TupleRows[Official](
                get=lambda plan: plan.officials,
                set=lambda plan, value: replace(plan, officials=value),
                id_of=lambda official, place: official.id,
                blank=lambda plan: Official(rows.new_id()),
            ),
            (Column("name", keep=True), Column("position", units=60), Column("unit", units=40)),
            lambda row_id, official, place, plan: (
                Cell(f"{official.honorific} {official.name}".strip() if official.name else "Chưa ghi họ tên"),
                Cell(official.position, role=Role.TEXT2),
                Cell(official.unit, role=Role.TEXT2),
            ),
            (form,),
            anchor=lambda official: "",
            most=5,
        )

    def _take_group(self, group: ParticipantGroup) -> None:
        plan = self.desk.presenter.plan
        ready = replace(group, id=rows.new_id())
        made = self._group_source.insert(plan, ready, self.groups.current)
        self.groups.take(*made)

    # --- what follows ---------------------------------------------------------------------------------

    def refresh(self, plan: Plan) -> None:
        for editor in (self.chairs, self.secretaries, self.groups, self.quotas, self.officials):
            editor.show_plan(self.shown)
        taken = {group.text for group in plan.participants}
        self._library.set_items(
            (group, group.text) for group in self.desk.lists.participants if group.text not in taken
        )
        self.quotas.setVisible(bool(plan.localities))
        if warning := quota_warning(plan):
            self._seats.say(warning, warning=True)
        elif plan.quotas:
            wanted = people_expected(plan)
            even = ", vừa đủ số dự kiến" if wanted is not None else ""
            self._seats.say(f"Cộng {thousands(seats(plan))} đại biểu{even}.")
        elif plan.localities:
            self._seats.say("Để trống nếu không giao chỉ tiêu cho từng thôn.")
        else:
            self._seats.say("")


def _official_field(name: str) -> tuple[Callable[[Any], Any], Callable[[Any, Any], Any]]:
    """How one field of the official inside a row is read and changed."""
    inner_get, inner_put = attr(name)

    def get(row: Any) -> Any:
        return inner_get(row.official)

    def put(row: Any, value: Any) -> Any:
        return replace(row, official=inner_put(row.official, value))

    return get, put


def _who(official: Official) -> Cell:
    position = official.position
    return Cell(position[:1].upper() + position[1:] or official.name or "Chưa ghi chức vụ")


def _quota_cells(one: Seats) -> tuple[Cell, Cell, Cell]:
    name = one.locality.label[:1].upper() + one.locality.label[1:]
    seats = "–" if one.seats is None else f"{thousands(one.seats)} đại biểu"
    if one.hamlet:
        return Cell(f"–  {one.hamlet}", role=Role.TEXT2), Cell(""), Cell(seats, role=Role.TEXT2)
    size = "cộng các xóm" if one.counted else _size(one.locality)
    return Cell(name), Cell(size, role=Role.TEXT2), Cell(seats)


def _size(locality: Locality) -> str:
    parts = []
    if locality.households is not None:
        parts.append(f"{thousands(locality.households)} hộ")
    if locality.people is not None:
        parts.append(f"{thousands(locality.people)} người")
    return ", ".join(parts)
