"""The editor of one duty: the rule as small fields, the day strip, the sentence, the wording (P10)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt

from dialogue_desktop.domain.deadlines import Anchor, DayUnit, Direction
from dialogue_desktop.domain.placeholders import mark
from dialogue_desktop.domain.plan import Bullet, Duty, Plan
from dialogue_desktop.domain.schedule import ScheduledDuty, anchor_day
from dialogue_desktop.domain.words_vi import date_short, weekday_date
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.button import Button, Kind
from ui.widgets.combo import Combo
from ui.widgets.field import Field, FieldBox
from ui.widgets.field_row import FieldRow, NarrowBox, Note
from ui.widgets.panes import HBox
from ui.widgets.text import Label, Paragraph, Span
from ui.wizard.day_strip import DayStrip
from ui.wizard.desk import WizardDesk
from ui.wizard.form import Form, check_of
from ui.wizard.parts import Inputs, attr
from ui.wizard.reading import count_within, read_count, read_day, write_count, write_day
from ui.wizard.row_form import RowForm
from ui.wizard.task_rows import (
    FIXED,
    NONE,
    TaskRow,
    counted_from,
    unit_of,
    with_count_from,
    with_fixed,
    with_rule,
)

_BULLETS = ((Bullet.DASH, "Gạch đầu dòng (-)"), (Bullet.PARAGRAPH, "Đoạn văn"), (Bullet.PLUS, "Ý nhỏ (+)"))
_DATELESS = f"Lời văn chưa có {mark('han')} nên thời hạn không in ra."
_WITHOUT_DATE = "Việc này không ghi thời hạn."


class DutyForm(RowForm[TaskRow]):
    """Bound to a Duty; `show_day` shows what the calendar makes of it."""

    def __init__(
        self, desk: WizardDesk, give: Callable[[str], None], choose_day: Callable[[Duty], None]
    ) -> None:
        super().__init__(desk, lambda row: isinstance(row, Duty))
        self._desk, self._give, self._choose = desk, give, choose_day
        self._build_rule()
        self.strip = DayStrip(desk.look)
        self.column.addWidget(self.strip)
        self.sentence = Paragraph(desk.look)
        below = HBox(desk.look, gap=2)
        below.addWidget(self.sentence, 1)
        self.again = Button(desk.look, "Tính lại", kind=Kind.QUIET, small=True)
        self.again.clicked.connect(self._count_again)
        below.addWidget(self.again, alignment=Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(below)
        self._law = Note(desk.look)
        self.column.addWidget(self._law)
        self._build_wording()

    # --- the rule -------------------------------------------------------------------------------------

    def _build_rule(self) -> None:
        desk, look = self._desk, self._desk.look
        form: Form[Any] = self.form  # it is shown duties only
        days = Field(look, units=12, name="Số ngày")
        reader = count_within(0, 999, "Số ngày")
        self._days = NarrowBox(look, "", days, check_of(reader))
        form.parsed(
            "n",
            self._days,
            days,
            reader,
            str,
            lambda d: d.rule.n if d.rule else 0,
            lambda d, v: with_rule(d, n=v),
        )
        self._unit = Combo(
            look, [(DayUnit.WORKING, "ngày làm việc"), (DayUnit.CALENDAR, "ngày")], name="Loại ngày", units=31
        )
        form.choice(
            "unit", self._unit, lambda d: d.rule.unit if d.rule else None, lambda d, v: with_rule(d, unit=v)
        )
        self._direction = Combo(
            look, [(Direction.BEFORE, "trước"), (Direction.AFTER, "sau")], name="Trước hay sau", units=19
        )
        form.choice(
            "direction",
            self._direction,
            lambda d: d.rule.direction if d.rule else None,
            lambda d, v: with_rule(d, direction=v),
        )
        self._limit = Combo(look, [(True, "chậm nhất"), (False, "trước")], name="Kể cả ngày ấy", units=26)
        form.choice(
            "inclusive",
            self._limit,
            lambda d: d.fixed.inclusive if d.fixed else None,
            lambda d, v: with_fixed(d, inclusive=v),
        )
        date_field = Field(look, units=32, name="Ngày cố định")
        self._date = NarrowBox(look, "", date_field, check_of(_needed_day))
        form.parsed(
            "date", self._date, date_field, _needed_day, write_day,
            lambda d: d.fixed.day if d.fixed else None, lambda d, v: with_fixed(d, day=v),
        )  # fmt: skip
        self._anchor = Combo(look, name="Tính từ", icon="calendar_ltr", units=53)
        form.choice(
            "anchor",
            self._anchor,
            counted_from,
            lambda d, v: with_count_from(d, v, desk.presenter.facts.today),
        )
        row = FieldRow(
            desk.look, self._days, self._unit, self._direction, self._limit, self._date, self._anchor
        )
        row.line.setSpacing(look.px(2))
        row.end()
        self._clause = Label(look, "", Type.CAPTION, Role.TEXT2, elide=True)
        row.line.addWidget(self._clause)
        self.column.addLayout(row)
        self.first = days

    # --- the wording ----------------------------------------------------------------------------------

    def _build_wording(self) -> None:
        desk, look = self._desk, self._desk.look
        make: Inputs[Any] = Inputs(desk, self.form)
        summary = make.line("summary", "Tên gọn của việc", *attr("summary"))
        self._unit_of = Combo(look, name="Giao cho", units=62)
        self._unit_of.chosen.connect(self._give)
        row = HBox(look, gap=3)
        row.addWidget(summary, 1)
        row.addWidget(FieldBox(look, "Giao cho", self._unit_of))
        self.column.addLayout(row)
        self.column.addWidget(make.lines("text", "Lời văn trong kế hoạch", *attr("text"), rows=3))
        self._dateless = Note(desk.look)
        self._insert = Button(look, f"Chèn {mark('han')}", small=True)
        self._insert.clicked.connect(self._insert_date)
        warn = HBox(look, gap=2)
        warn.addWidget(self._dateless, 1)
        warn.addWidget(self._insert)
        self.column.addLayout(warn)
        bullet = make.choice("bullet", "Cách trình bày", _BULLETS, *attr("bullet"), units=40)
        moved = make.parsed(
            "moved_to",
            "Chuyển sang ngày",
            read_day,
            write_day,
            *attr("moved_to"),
            units=34,
            placeholder="17/4/2026",
        )
        extension = make.parsed(
            "extension",
            "Tối đa khi khó",
            read_count,
            write_count,
            lambda d: d.rule.extension if d.rule else None,
            lambda d, v: with_rule(d, extension=v if v is None else min(v, 999)),
            units=24,
            right=True,
        )
        clause = make.line(
            "clause",
            "Theo điều, mục nào",
            lambda d: d.rule.clause if d.rule else d.fixed.clause if d.fixed else "",
            lambda d, v: with_rule(d, clause=v) if d.rule else with_fixed(d, clause=v),
        )
        self._rule_only = (extension,)
        self._dated_only = (moved, clause)
        last = FieldRow(look, bullet, moved, extension, clause, 1)
        self.column.addLayout(last)

    # --- showing --------------------------------------------------------------------------------------

    def show_choices(self, plan: Plan) -> None:
        """Units to give the duty to, and the days to count from with their dates."""
        items: list[tuple[Any, str]] = []
        for anchor in Anchor:
            day = anchor_day(plan, anchor, None)
            items.append((anchor, f"{anchor.label} {date_short(day)}" if day else anchor.label))
        items += [(FIXED, "một ngày cố định"), (NONE, "không ghi thời hạn")]
        if self._anchor.items() != items:
            self._anchor.set_items(items)
        units = [(unit.id, unit.unit or unit.heading or "Đơn vị chưa có tên") for unit in plan.tasks]
        if self._unit_of.items() != units:
            self._unit_of.set_items(units)

    def show_day(self, plan: Plan, line: ScheduledDuty | None) -> None:
        """What follows from the rule: days, sentence, warnings."""
        if line is None:
            return
        duty = line.duty
        source = counted_from(duty)
        ruled, fixed = duty.rule is not None, duty.fixed is not None
        for widget in (self._days, self._unit, self._direction, *self._rule_only):
            widget.setVisible(ruled)
        for widget in (self._limit, self._date):
            widget.setVisible(fixed)
        for box in self._dated_only:
            box.setVisible(line.dated)
        owner = unit_of(plan, duty.id)
        if owner is not None:
            self._unit_of.set_value(owner.id)
        clause = line.deadline.clause if line.deadline else ""
        self._clause.setText(f"Theo {clause.removesuffix(' của Kế hoạch')}" if clause else "")
        marks = line.deadline.counted if line.deadline and ruled and line.deadline.due else ()
        self.strip.setVisible(bool(marks))
        self.strip.show_days(marks, source.short if isinstance(source, Anchor) else "")
        self.sentence.set_words(day_words(line))
        self.strip.setAccessibleName(self.sentence.text())
        self.again.setVisible(duty.moved_to is not None or duty.kept)
        self._law.say(line.deadline.extended_explanation if line.deadline else "")
        missing = line.dated and "{han}" not in duty.text and bool(duty.text.strip())
        self._dateless.say(_DATELESS if missing else "", warning=True)
        self._insert.setVisible(missing)

    def _count_again(self) -> None:
        duty = self.form.value
        if isinstance(duty, Duty):
            self._choose(replace(duty, moved_to=None, kept=False))

    def _insert_date(self) -> None:
        duty = self.form.value
        if isinstance(duty, Duty):
            self._choose(replace(duty, text=f"{duty.text.rstrip(' .;')} {{han}}."))


def day_words(line: ScheduledDuty) -> list[Span]:
    """ "Hạn: thứ Tư 13/5/2026." in bold, then how it was counted or why it is another day."""
    deadline = line.deadline
    if deadline is None:
        return [Span(_WITHOUT_DATE, role=Role.TEXT2)]
    if line.due is None:
        return [Span("Chưa tính được hạn. ", Type.STRONG), Span(deadline.explanation)]
    head = Span(f"Hạn: {weekday_date(line.due)}. ", Type.STRONG)
    if line.duty.moved_to is not None and deadline.due is not None:
        return [head, Span(f"Đã chuyển từ {weekday_date(deadline.due)}.")]
    if line.duty.kept:
        return [head, Span(f"{deadline.explanation} Giữ ngày này dù đã có lưu ý.")]
    return [head, Span(deadline.explanation)]


def _needed_day(text: str) -> Any:
    day = read_day(text)
    if day is None:
        raise ValueError("Chưa nhập ngày.")
    return day
