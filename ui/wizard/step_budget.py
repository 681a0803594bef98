"""Step 7: the estimate, line by line, with its total in figures and words (P11)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from dialogue_desktop.domain.plan import BudgetLine, Plan, Section, SectionKind
from dialogue_desktop.domain.words_vi import decimal_vi, money_words, thousands
from ui.theme import Role
from ui.type_scale import Type
from ui.widgets.checkbox import CheckBox
from ui.widgets.panes import HBox
from ui.widgets.rows import Cell, Column
from ui.widgets.text import Label, Paragraph, Span
from ui.wizard import rows, sections
from ui.wizard.desk import WizardDesk
from ui.wizard.parts import Inputs, attr, pick_from
from ui.wizard.reading import read_money, read_quantity, write_money, write_quantity
from ui.wizard.row_form import ListWords, RowForm
from ui.wizard.row_source import TupleRows
from ui.wizard.rows_editor import RowsEditor
from ui.wizard.step_view import StepView


def budget_section(plan: Plan) -> Section | None:
    """The section of the page that prints the estimate."""
    found = (place.section for place in sections.walk(plan.sections))
    return next((section for section in found if section.kind is SectionKind.BUDGET), None)


def with_budget_shown(plan: Plan, on: bool) -> Plan:
    section = budget_section(plan)
    if section is None:
        return plan
    tree = sections.changed(plan.sections, section.id, lambda one: replace(one, included=on))
    return replace(plan, sections=tree)


def budget_total(plan: Plan) -> int:
    """Đồng."""
    return sum(line.amount for line in plan.budget)


class BudgetStep(StepView):
    """Whether the plan has the section, what it says, and the table."""

    def __init__(self, desk: WizardDesk) -> None:
        super().__init__(desk)
        self._shown_tick = CheckBox(self.look, "Đưa mục Kinh phí và bảng dự toán vào kế hoạch")
        self.form.tick(
            "budget_shown",
            self._shown_tick,
            lambda plan: bool((section := budget_section(plan)) and section.included),
            with_budget_shown,
        )
        self.column.addWidget(self._shown_tick)
        make = Inputs(desk, self.form)
        self.column.addWidget(make.lines("budget_note", "Nguồn kinh phí", *attr("budget_note")))
        self.lines = self._lines()
        self.column.addWidget(self.lines)
        self.place("budget", self.lines)
        total = HBox(self.look, gap=2)
        self._total = Label(self.look, "", Type.STRONG)
        self._words = Paragraph(self.look, "", role=Role.TEXT2)
        total.addWidget(Label(self.look, "Cộng", Type.STRONG))
        total.addStretch(1)
        total.addWidget(self._total)
        self.column.addLayout(total)
        self.column.addWidget(self._words)
        self.column.addStretch(1)
        self.anchors["budget_shown"] = "budget_note"

    def _lines(self) -> RowsEditor[BudgetLine]:
        desk = self.desk
        form: RowForm[BudgetLine] = RowForm(desk)
        make = Inputs(desk, form.form)
        item = make.line("item", "Nội dung chi", *attr("item"))
        unit = make.line("unit", "Đơn vị tính", *attr("unit"), units=28)
        read: Callable[[str], Decimal] = read_quantity
        quantity = make.parsed(
            "quantity", "Số lượng", read, write_quantity, *attr("quantity"), units=22, right=True
        )
        price = make.parsed(
            "price", "Đơn giá (đồng)", read_money, write_money, *attr("price"), units=34, right=True
        )
        form.column.addLayout(self.side_by_side(item, 1, unit, quantity, price))
        form.column.addWidget(make.line("basis", "Căn cứ của mức chi", *attr("basis")))
        form.first = form.form.fields["item"]
        self._source = TupleRows[BudgetLine](
            get=lambda plan: plan.budget,
            set=lambda plan, value: replace(plan, budget=value),
            id_of=lambda line, place: line.id,
            blank=lambda plan: BudgetLine(rows.new_id(), ""),
        )
        self._library = pick_from(desk, "Chọn khoản chi…", self._take_line)
        self._library.set_items((line, line.item) for line in desk.lists.budget_items)
        return RowsEditor(
            desk,
            ListWords("budget", "Dự toán", "dòng"),
            self._source,
            (
                Column("item", "Nội dung chi"),
                Column("unit", "ĐVT", units=20),
                Column("quantity", "Số lượng", units=18, right=True),
                Column("price", "Đơn giá", units=24, right=True),
                Column("amount", "Thành tiền", units=28, right=True, keep=True),
            ),
            lambda row_id, line, place, plan: (
                Cell(line.item or "Dòng chưa có nội dung"),
                Cell(line.unit, role=Role.TEXT2),
                Cell(decimal_vi(line.quantity)),
                Cell(thousands(line.price) if line.price else "–"),
                Cell(thousands(line.amount) if line.price else "–", medium=True),
            ),
            (form,),
            anchor=lambda line: f"budget:{line.id}",
            most=7,
            beside=(self._library,),
        )

    def _take_line(self, line: BudgetLine) -> None:
        plan = self.desk.presenter.plan
        made = self._source.insert(plan, replace(line, id=rows.new_id()), self.lines.current)
        self.lines.take(*made)

    def refresh(self, plan: Plan) -> None:
        self.lines.show_plan(self.shown)
        total = budget_total(plan)
        self._shown_tick.setEnabled(budget_section(plan) is not None)
        self._total.setText(f"{thousands(total)} đồng")
        self._words.setVisible(bool(total))
        self._words.set_words([Span("Bằng chữ: "), Span(f"{money_words(total)}.", role=Role.TEXT)])
