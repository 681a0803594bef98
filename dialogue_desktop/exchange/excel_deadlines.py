"""The sheet of what plan and law ask for: whose, which day, how it was counted, done or not (P14, M8)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dialogue_desktop.domain.checklist import ChecklistItem, ItemState
from dialogue_desktop.domain.words_vi import weekday_long
from dialogue_desktop.exchange import excel_due
from dialogue_desktop.exchange.excel_page import FIRST_ROW, Heading
from dialogue_desktop.exchange.excel_style import CENTRED, DATE, SMALL, TEXT, Pen
from dialogue_desktop.exchange.excel_table import Fixed, SheetColumn, table

if TYPE_CHECKING:
    from openpyxl import Workbook

NAME = "Thời hạn"
_TITLE = "CÁC VIỆC PHẢI LÀM VÀ THỜI HẠN"
_DONE = "Đã xong"
#: A preparation that nobody ticked, and the day of the conference is over.
_LAPSED = "Đã qua"
_DUE = excel_due.Due("E", done="G")

_COLUMNS = (
    SheetColumn("TT", "place", 5, CENTRED),
    SheetColumn("Nội dung công việc", "title", 44, TEXT),
    SheetColumn("Đơn vị", "unit", 22, TEXT, repeated=True),
    SheetColumn("Thứ", "weekday", 9, CENTRED, repeated=True),
    SheetColumn("Thời hạn", "due", 11, DATE, repeated=True),
    SheetColumn("Còn lại", "left", 13, CENTRED, repeated=True, formula=excel_due.formula(_DUE)),
    SheetColumn("Ngày xong", "done_on", 11, DATE, repeated=True),
    SheetColumn("Người làm", "done_by", 14, SMALL, repeated=True),
    SheetColumn("Căn cứ", "source", 18, SMALL, repeated=True),
    SheetColumn("Cách tính thời hạn", "counted", 26, SMALL),
    SheetColumn("Ghi chú", "note", 14, SMALL),
)


@dataclass(frozen=True, slots=True)
class _Row:
    place: int
    title: str
    unit: str
    weekday: str
    due: date | None
    left: str
    done_on: date | None
    done_by: str
    source: str
    counted: str
    note: str


def write(
    workbook: Workbook, pen: Pen, heading: Heading, items: Sequence[ChecklistItem],
    conference_day: date | None, today: date,
) -> None:  # fmt: skip
    """Nothing where nothing has to be done."""
    rows = [
        _Row(
            place,
            one.title,
            one.unit,
            weekday_long(one.due) if one.due is not None else "",
            one.due,
            _left(one, conference_day, today),
            one.done_on,
            one.own.done_by,
            one.source,
            one.counted,
            "\n".join(words for words in (one.own.note, one.warning) if words.strip()),
        )
        for place, one in enumerate(items, 1)
    ]
    if rows:
        written = table(workbook, pen, NAME, _TITLE, heading, _COLUMNS, rows, "")
        letter = written.letter("left")
        over = (f'${letter}{FIRST_ROW}="{_LAPSED}"',)
        excel_due.colour(written, ("weekday", "due", "left"), _DUE, over=over)


def _left(item: ChecklistItem, conference_day: date | None, today: date) -> str:
    """What is left of the time; of a preparation for a day that is over nothing is."""
    if item.state(today, conference_day) is ItemState.LAPSED:
        return Fixed(_LAPSED)
    return excel_due.words(item.due, today, ended=_DONE if item.done_on is not None else "")
