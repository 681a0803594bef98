"""The workbooks made from a plan: duties with their days, the estimate with its formulas (P10, P11)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

from dialogue_desktop.calendar_data import load_calendar
from dialogue_desktop.domain.plan import BudgetLine, Plan
from dialogue_desktop.domain.schedule import schedule
from dialogue_desktop.exchange import excel_assignments, excel_budget
from tests.data.loc_thinh import loc_thinh_evening_plan
from tests.documents.conftest import RESOURCES

LINES = (
    BudgetLine("a", "=Nước uống", "người", Decimal(160), 5000, "Báo giá"),
    BudgetLine("b", "Thuê âm thanh", "buổi", Decimal("0.5"), 1150001),
)


@pytest.fixture
def plan() -> Plan:
    return replace(loc_thinh_evening_plan(), budget=LINES)


def test_every_duty_is_a_row_with_its_day(plan: Plan) -> None:
    """P10, P14: the unit in every row, days as dates, the weekday beside, a filter over all."""
    duties = schedule(plan, load_calendar(RESOURCES / "calendar"))
    sheet = load_workbook(BytesIO(excel_assignments.build(plan, duties)))["Phân công"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=6)]
    assert len(rows) == len(duties)
    assert [row[1] for row in rows] == [line.unit for line in duties]
    assert [row[5] for row in rows] == [
        datetime(line.due.year, line.due.month, line.due.day) if line.due else None for line in duties
    ]
    assert all(row[6] and row[4] for row in rows if row[5])
    assert sheet.auto_filter.ref == f"A5:J{5 + len(duties)}"
    assert sheet.print_title_rows == "$5:$5"
    assert sheet.page_setup.orientation == "landscape"


def test_amounts_are_formulas_with_their_values(plan: Plan) -> None:
    """P11: a changed price counts at once; programs that do not count see the present figures."""
    data = excel_budget.build(plan)
    counted = load_workbook(BytesIO(data))["Dự toán"]
    shown = load_workbook(BytesIO(data), data_only=True)["Dự toán"]
    assert [counted[f"F{row}"].value for row in (6, 7, 8)] == [
        "=ROUND(D6*E6,0)",
        "=ROUND(D7*E7,0)",
        "=SUM(F6:F7)",
    ]
    assert [shown[f"F{row}"].value for row in (6, 7, 8)] == [800_000, 575_001, 1_375_001]
    assert counted["B6"].value == "=Nước uống"
    assert counted["B6"].data_type == "s"  # what people typed is never a formula
    assert "Một triệu ba trăm bảy mươi lăm nghìn không trăm linh một đồng" in shown["A9"].value


def test_an_empty_plan_gives_workbooks_to_fill(plan: Plan) -> None:
    """G5: no duties, no lines; the same plan gives the same bytes."""
    empty = replace(plan, tasks=(), budget=())
    sheet = load_workbook(BytesIO(excel_budget.build(empty)))["Dự toán"]
    assert sheet["F14"].value == "=SUM(F6:F13)"
    assert (
        "chưa phân công"
        in load_workbook(BytesIO(excel_assignments.build(empty, ())))["Phân công"]["C6"].value
    )
    assert excel_budget.build(plan) == excel_budget.build(plan)
