"""The workbooks made from a plan: duties with their days, the estimate with its formulas (P10, P11)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

from dialogue_desktop.calendar_data import load_calendar
from dialogue_desktop.domain.plan import BudgetLine, Plan, TimePlan
from dialogue_desktop.domain.schedule import schedule
from dialogue_desktop.exchange import excel_assignments, excel_budget
from tests.data.loc_thinh import loc_thinh_evening_plan
from tests.documents.conftest import RESOURCES
from tests.documents.paper_plans import busy, calendar, minh_khe

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


def test_the_schedule_is_a_line_of_cells() -> None:
    """P10: a second sheet with a row for each dated duty and the conference, a filled cell on its day."""
    plan = minh_khe()
    duties = schedule(plan, calendar())
    sheet = load_workbook(BytesIO(excel_assignments.build(plan, duties, calendar())))["Lịch chung"]
    assert plan.day is not None
    due = sorted([*(line.due for line in duties if line.due), plan.day])
    for number, day in enumerate(due, start=7):
        shown = sheet.cell(number, 2).value
        assert isinstance(shown, datetime)
        assert shown.date() == day
        fills = [sheet.cell(number, column).fill for column in range(5, 35)]
        black = [k for k, fill in enumerate(fills) if fill.patternType and fill.fgColor.rgb == "FF000000"]
        assert black == [(day - due[0]).days]
        saturday, holiday = (fills[(one - due[0]).days] for one in (date(2026, 4, 25), date(2026, 4, 27)))
        assert (saturday.patternType, saturday.fgColor.rgb) == ("solid", "FFE0E0E0")
        assert holiday.patternType == "lightUp"
    assert [sheet.cell(6, column).value for column in range(5, 9)] == ["14", "15", "16", "17"]
    assert sheet["E5"].value == "4/2026"
    assert sheet.print_title_rows == "$5:$6"
    assert "Tổ chức hội nghị" in [sheet.cell(row, 3).value for row in range(7, 7 + len(due))]


@pytest.mark.parametrize(("days", "first"), [(60, "23/3"), (400, "10")])
def test_a_long_schedule_has_wider_steps(days: int, first: str) -> None:
    """S3: weeks with the day written on them, then months."""
    plan = busy(days)
    duties = schedule(plan, calendar())
    sheet = load_workbook(BytesIO(excel_assignments.build(plan, duties, calendar())))["Lịch chung"]
    head = 5 if days == 60 else 6
    assert sheet.cell(head, 5).value == first
    assert sheet.max_column <= 4 + 24
    named = [cell.value for row in sheet.iter_rows(min_row=head + 1, min_col=5) for cell in row if cell.value]
    assert len(named) == (21 if days == 60 else 0)


def test_a_workbook_without_days_has_no_line(plan: Plan) -> None:
    """P6: and what people typed into a duty is never a formula there either."""
    bare = replace(plan, time=TimePlan())
    book = load_workbook(BytesIO(excel_assignments.build(bare, schedule(bare, calendar()), calendar())))
    assert book.sheetnames == ["Phân công"]
    duty = replace(minh_khe().tasks[1].duties[0], summary="=1+1")
    typed = replace(minh_khe(), tasks=(replace(minh_khe().tasks[1], duties=(duty,)),))
    data = excel_assignments.build(typed, schedule(typed, calendar()), calendar())
    sheet = load_workbook(BytesIO(data))["Lịch chung"]
    assert (sheet["C7"].value, sheet["C7"].data_type) == ("=1+1", "s")
