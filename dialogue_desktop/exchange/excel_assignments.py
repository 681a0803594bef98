"""The workbook of duties and deadlines: one row a duty, days as real dates, room to write what was done."""

from __future__ import annotations

from collections.abc import Sequence

from dialogue_desktop.domain.assignment import assignments
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.schedule import ScheduledDuty
from dialogue_desktop.domain.schedule_line import schedule_line
from dialogue_desktop.domain.words_vi import weekday_long
from dialogue_desktop.domain.work_calendar import WEEKENDS_ONLY, WorkCalendar
from dialogue_desktop.exchange import excel_schedule, excel_style
from dialogue_desktop.exchange.excel_finish import finished
from dialogue_desktop.exchange.excel_measure import row_height, wrapped
from dialogue_desktop.exchange.excel_page import FIRST_ROW, HEAD_ROW, column_heads, sheet
from dialogue_desktop.exchange.excel_plan import heading_of, new_workbook
from dialogue_desktop.exchange.excel_style import CENTRED, DATE, NOTE, TEXT

NAME = "Phân công"
_HEADS = (
    "TT",
    "Đơn vị",
    "Nội dung công việc",
    "Căn cứ",
    "Thứ",
    "Thời hạn",
    "Cách tính thời hạn",
    "Cần xem lại",
    "Ngày xong",
    "Ghi chú",
)
_WIDTHS = (5.0, 20.0, 44.0, 17.0, 9.0, 11.0, 24.0, 17.0, 11.0, 14.0)


def build(plan: Plan, duties: Sequence[ScheduledDuty], calendar: WorkCalendar = WEEKENDS_ONLY) -> bytes:
    """XLSX bytes; the unit stands in every row, so that a filter or a new order keeps it (P10, P14).

    A second sheet has the line of days, where anything has a day; `calendar` knows the days off.
    """
    workbook = new_workbook("Bảng phân công nhiệm vụ và thời hạn")
    pen = excel_style.pen(workbook)
    made = sheet(workbook, pen, NAME, "BẢNG PHÂN CÔNG NHIỆM VỤ VÀ THỜI HẠN", heading_of(plan), _WIDTHS)
    column_heads(made, pen, _HEADS, _WIDTHS)
    at = FIRST_ROW
    for number, line in enumerate(assignments(plan, duties), start=1):
        weekday = weekday_long(line.due) if line.due else ""
        texts = {2: line.unit, 3: line.work, 4: line.clause, 7: line.counted, 8: line.warning, 10: ""}
        pen.number(made, at, 1, number, CENTRED)
        pen.text(made, at, 5, weekday, CENTRED)
        pen.day(made, at, 6, line.due, DATE)
        pen.day(made, at, 9, None, DATE)
        for column, words in texts.items():
            pen.text(made, at, column, words, TEXT)
        lines = max(len(wrapped(words, _WIDTHS[c - 1], TEXT.size)) for c, words in texts.items())
        made.row_dimensions[at].height = row_height(lines)
        at += 1
    if at == FIRST_ROW:
        pen.text(made, at, 3, "Kế hoạch chưa phân công việc cho đơn vị nào", NOTE)
        at += 1
    made.freeze_panes = f"C{FIRST_ROW}"
    made.auto_filter.ref = f"A{HEAD_ROW}:{made.cell(at - 1, len(_HEADS)).coordinate}"
    days = schedule_line(plan, duties, calendar)
    if days is not None:
        excel_schedule.add(workbook, pen, days, heading_of(plan))
    return finished(workbook, pen.values)
