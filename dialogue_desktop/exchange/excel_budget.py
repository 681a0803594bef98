"""The workbook of the budget estimate: amounts and total are formulas, so a changed price counts (P11)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogue_desktop.domain.plan import BudgetLine, Plan
from dialogue_desktop.domain.words_vi import money_words
from dialogue_desktop.exchange import excel_style
from dialogue_desktop.exchange.excel_finish import finished
from dialogue_desktop.exchange.excel_measure import row_height, wrapped
from dialogue_desktop.exchange.excel_page import FIRST_ROW, Heading, column_heads, sheet
from dialogue_desktop.exchange.excel_plan import heading_of, new_workbook
from dialogue_desktop.exchange.excel_style import (
    CENTRED,
    MONEY,
    NOTE,
    QUANTITY,
    TEXT,
    TOTAL_LABEL,
    TOTAL_MONEY,
    Pen,
)

if TYPE_CHECKING:
    from openpyxl import Workbook

NAME = "Dự toán"
_HEADS = ("TT", "Nội dung chi", "ĐVT", "Số lượng", "Đơn giá (đồng)", "Thành tiền (đồng)", "Căn cứ")
_WIDTHS = (6.0, 44.0, 13.0, 11.0, 16.0, 19.0, 40.0)
_ROWS_TO_FILL = 8


def build(plan: Plan) -> bytes:
    """XLSX bytes. An estimate without lines has rows whose formulas wait for figures; the words of the
    total are those of the plan's figures and say so."""
    workbook = new_workbook("Dự toán kinh phí")
    pen = excel_style.pen(workbook)
    add(workbook, pen, plan, heading_of(plan))
    return finished(workbook, pen.values)


def add(workbook: Workbook, pen: Pen, plan: Plan, heading: Heading) -> None:
    """The sheet, in a workbook of its own or among others."""
    made = sheet(workbook, pen, NAME, "DỰ TOÁN KINH PHÍ", heading, _WIDTHS)
    column_heads(made, pen, _HEADS, _WIDTHS)
    lines: tuple[BudgetLine | None, ...] = plan.budget or (None,) * _ROWS_TO_FILL
    for at, line in enumerate(lines, start=FIRST_ROW):
        item, unit, basis = (line.item, line.unit, line.basis) if line else ("", "", "")
        pen.number(made, at, 1, at - FIRST_ROW + 1, CENTRED)
        pen.text(made, at, 2, item, TEXT)
        pen.text(made, at, 3, unit, CENTRED)
        pen.number(made, at, 4, float(line.quantity) if line else None, QUANTITY)
        pen.number(made, at, 5, line.price if line else None, MONEY)
        pen.formula(made, at, 6, f"ROUND(D{at}*E{at},0)", line.amount if line else 0, MONEY)
        pen.text(made, at, 7, basis, TEXT)
        tall = max(len(wrapped(item, _WIDTHS[1], TEXT.size)), len(wrapped(basis, _WIDTHS[6], TEXT.size)))
        made.row_dimensions[at].height = row_height(tall)
    last = FIRST_ROW + len(lines) - 1
    total = sum(line.amount for line in plan.budget)
    end = last + 1
    for column in range(1, len(_HEADS) + 1):
        pen.text(made, end, column, "Tổng cộng" if column == 1 else "", TOTAL_LABEL)
    made.merge_cells(start_row=end, start_column=1, end_row=end, end_column=5)
    pen.formula(made, end, 6, f"SUM(F{FIRST_ROW}:F{last})", total, TOTAL_MONEY)
    if plan.budget:
        words = f"Bằng chữ (theo số liệu của Kế hoạch): {money_words(total)}."
        made.merge_cells(start_row=end + 1, start_column=1, end_row=end + 1, end_column=len(_HEADS))
        pen.text(made, end + 1, 1, words, NOTE)
        made.row_dimensions[end + 1].height = row_height(len(wrapped(words, sum(_WIDTHS), NOTE.size))) + 4
    made.freeze_panes = f"C{FIRST_ROW}"
