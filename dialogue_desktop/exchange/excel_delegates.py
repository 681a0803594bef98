"""The sheet of those who are invited: by group and thôn, letter, answer, and whether they came (C10, C11)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from dialogue_desktop.domain.inviting import in_printed_order, is_open
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.records import REPLY_LABELS, Delegate
from dialogue_desktop.domain.seats import SeatMap
from dialogue_desktop.exchange.excel_page import FIRST_ROW, Heading
from dialogue_desktop.exchange.excel_style import CENTRED, DATE, SMALL, TEXT, TOTAL, Pen
from dialogue_desktop.exchange.excel_table import SheetColumn, table

if TYPE_CHECKING:
    from openpyxl import Workbook

NAME = "Đại biểu"
_TITLE = "DANH SÁCH ĐẠI BIỂU, CÔNG DÂN ĐƯỢC MỜI"
OPEN = "(chưa có tên)"
PRESENT, ABSENT = "Có mặt", "Vắng"
ATTENDED: Mapping[bool | None, str] = MappingProxyType({True: PRESENT, False: ABSENT, None: ""})

_COLUMNS = (
    SheetColumn("TT", "place", 5, CENTRED),
    SheetColumn("Họ và tên, tổ chức", "who", 25, TEXT),
    SheetColumn("Chức vụ, đơn vị", "office", 27, TEXT),
    SheetColumn("Thành phần", "group", 24, SMALL),
    SheetColumn("Thôn", "locality", 14, TEXT),
    SheetColumn("Xóm", "hamlet", 10, TEXT),
    SheetColumn("Số người", "count", 7, CENTRED),
    SheetColumn("Giấy mời số", "letter_number", 9, CENTRED),
    SheetColumn("Ngày gửi", "sent_on", 11, DATE),
    SheetColumn("Trả lời", "reply", 10, CENTRED),
    SheetColumn("Dự họp", "attended", 9, CENTRED),
    SheetColumn("Người dự thay", "replaced_by", 17, SMALL),
    SheetColumn("Ghi chú", "note", 14, SMALL),
)
#: Column → name under which formulas know it ("DB": đại biểu).
NAMES = {
    "who": "DB_HoTen",
    "group": "DB_ThanhPhan",
    "locality": "DB_Thon",
    "count": "DB_SoNguoi",
    "attended": "DB_DuHop",
}


def group_titles(seat_map: SeatMap) -> dict[str, str]:
    """By id: the first that a title names, the whole title where two groups would be called alike."""
    often = Counter(group.short.casefold() for group in seat_map.groups)
    return {
        group.id: group.short if often[group.short.casefold()] == 1 else group.title
        for group in seat_map.groups
    }


@dataclass(frozen=True, slots=True)
class _Row:
    place: int
    who: str
    office: str
    group: str
    locality: str
    hamlet: str
    count: int
    letter_number: str
    sent_on: date | None
    reply: str
    attended: str
    replaced_by: str
    note: str


def write(
    workbook: Workbook, pen: Pen, heading: Heading, plan: Plan, delegates: tuple[Delegate, ...]
) -> bool:
    """Whether there is such a sheet: nothing is written where nobody is invited."""
    from openpyxl.workbook.defined_name import DefinedName
    from openpyxl.worksheet.datavalidation import DataValidation

    if not delegates:
        return False
    seat_map = SeatMap(plan)
    titles = group_titles(seat_map)
    rows = [
        _Row(
            place,
            OPEN if is_open(one) else one.shown,
            one.office if one.name else "",
            titles[seat_map.group_of(one.group_id)],
            one.locality,
            one.hamlet,
            one.count,
            one.letter_number,
            one.sent_on,
            REPLY_LABELS[one.reply] if one.reply is not None else "",
            ATTENDED[one.attended],
            one.replaced_by,
            one.note,
        )
        for place, one in enumerate(in_printed_order(plan, delegates), 1)
    ]
    totals = {"count": (sum(row.count for row in rows), TOTAL)}
    written = table(workbook, pen, NAME, _TITLE, heading, _COLUMNS, rows, "", totals)
    for field, name in NAMES.items():
        workbook.defined_names[name] = DefinedName(name, attr_text=f"'{NAME}'!{written.cells(field)}")
    came = DataValidation(
        type="list", formula1=f'"{PRESENT},{ABSENT}"', allow_blank=True, showErrorMessage=True
    )
    letter = written.letter("attended")
    came.add(f"{letter}{FIRST_ROW}:{letter}{written.last_row}")
    written.made.add_data_validation(came)
    return True
