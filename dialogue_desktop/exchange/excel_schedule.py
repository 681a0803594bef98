"""The schedule as a line of cells: a row for each dated duty in the order of the days (P10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialogue_desktop.domain.schedule_line import Mark, Off, Scale, ScheduleLine, Tick
from dialogue_desktop.domain.words_vi import weekday_long
from dialogue_desktop.exchange.excel_measure import row_height, wrapped
from dialogue_desktop.exchange.excel_page import HEAD_ROW, Heading, sheet
from dialogue_desktop.exchange.excel_style import (
    CENTRED,
    DATE,
    HEAD,
    NOTE,
    STEP,
    STEP_CONFERENCE,
    STEP_DUE,
    STEP_HEAD,
    STEP_HOLIDAY,
    STEP_NAMED,
    STEP_WEEKEND,
    STRONG,
    TEXT,
    Look,
    Pen,
)

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

NAME = "Lịch chung"
_HEADS = ("Thứ", "Ngày", "Việc đến hạn", "Đơn vị")
_WIDTHS = (9.0, 11.5, 40.0, 27.0)
_STEP_WIDTHS = {Scale.DAY: 3.2, Scale.WEEK: 6.6, Scale.MONTH: 4.0}
_LOOKS = {Off.NO: STEP, Off.WEEKEND: STEP_WEEKEND, Off.HOLIDAY: STEP_HOLIDAY}
_KEYS = {
    Scale.DAY: "Ô đen: ngày đến hạn. Xám đậm: ngày tổ chức hội nghị. Xám nhạt: thứ Bảy, Chủ nhật. "
    "Gạch chéo: ngày nghỉ lễ, nghỉ bù.",
    Scale.WEEK: "Mỗi cột là một tuần, ghi ngày thứ Hai. Ô có ghi ngày: tuần đến hạn. "
    "Xám đậm: tuần tổ chức hội nghị.",
    Scale.MONTH: "Mỗi cột là một tháng. Ô đen: tháng đến hạn. Xám đậm: tháng tổ chức hội nghị.",
}


def add(workbook: Workbook, pen: Pen, line: ScheduleLine, heading: Heading) -> None:
    """A sheet of its own, as wide as one page, its head repeated on the others."""
    widths = (*_WIDTHS, *(_STEP_WIDTHS[line.scale] for _ in line.ticks))
    made = sheet(workbook, pen, NAME, "LỊCH CHUNG", heading, widths)
    head = HEAD_ROW
    if above := line.above():
        _above(made, pen, above)
        head += 1
    for column, words in enumerate(_HEADS, 1):
        pen.text(made, head, column, words, HEAD)
    for column, tick in enumerate(line.ticks, len(_HEADS) + 1):
        pen.text(made, head, column, line.label(tick), STEP_HEAD)
    made.row_dimensions[head].height = row_height(1) + 4
    made.print_title_rows = f"{HEAD_ROW}:{head}"
    for row, mark in enumerate(line.marks, head + 1):
        _row(made, pen, row, line, mark)
    last = head + len(line.marks)
    pen.text(made, last + 1, 1, _KEYS[line.scale], NOTE)
    made.merge_cells(start_row=last + 1, start_column=1, end_row=last + 1, end_column=len(widths))
    made.freeze_panes = f"E{head + 1}"


def _above(made: Worksheet, pen: Pen, above: tuple[tuple[str, int], ...]) -> None:
    for column in range(1, len(_HEADS) + 1):
        pen.text(made, HEAD_ROW, column, "", HEAD)
    column = len(_HEADS) + 1
    for words, span in above:
        for place in range(column, column + span):
            pen.text(made, HEAD_ROW, place, words if place == column else "", STEP_HEAD)
        if span > 1:
            made.merge_cells(
                start_row=HEAD_ROW, start_column=column, end_row=HEAD_ROW, end_column=column + span - 1
            )
        column += span


def _row(made: Worksheet, pen: Pen, row: int, line: ScheduleLine, mark: Mark) -> None:
    pen.text(made, row, 1, weekday_long(mark.day), CENTRED)
    pen.day(made, row, 2, mark.day, DATE)
    texts = {3: mark.work, 4: mark.unit}
    for column, words in texts.items():
        pen.text(made, row, column, words[:1].upper() + words[1:], STRONG if mark.is_conference else TEXT)
    place = line.place(mark.day)
    for index, tick in enumerate(line.ticks):
        words = line.mark_words(mark) if index == place else ""
        look = _look(line, tick) if index != place else STEP_NAMED if words else STEP_DUE
        pen.text(made, row, len(_HEADS) + 1 + index, words, look)
    lines = max(len(wrapped(words, _WIDTHS[column - 1], TEXT.size)) for column, words in texts.items())
    made.row_dimensions[row].height = row_height(lines)


def _look(line: ScheduleLine, tick: Tick) -> Look:
    if line.day is not None and tick.holds(line.day):
        return STEP_CONFERENCE
    return _LOOKS[tick.off]
