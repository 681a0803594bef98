"""The sheet of the chair's conclusions: settled or not, whose and until when (L8, M4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dialogue_desktop.domain.records import Conclusion
from dialogue_desktop.exchange import excel_due
from dialogue_desktop.exchange.excel_page import Heading
from dialogue_desktop.exchange.excel_style import CENTRED, DATE, TEXT, Pen
from dialogue_desktop.exchange.excel_table import SheetColumn, table

if TYPE_CHECKING:
    from openpyxl import Workbook

NAME = "Kết luận"
_TITLE = "KẾT LUẬN CỦA NGƯỜI CHỦ TRÌ"
_SETTLED, _OPEN = "Đã giải quyết", "Còn phải giải quyết"
_DUE = excel_due.Due("E", state="C", ends=(_SETTLED,))

_COLUMNS = (
    SheetColumn("TT", "place", 5, CENTRED),
    SheetColumn("Nội dung kết luận", "text", 72, TEXT),
    SheetColumn("Phân loại", "kind", 15, CENTRED, repeated=True),
    SheetColumn("Đơn vị thực hiện", "unit", 24, TEXT, repeated=True),
    SheetColumn("Thời hạn", "deadline", 11, DATE, repeated=True),
    SheetColumn("Còn lại", "left", 15, CENTRED, repeated=True, formula=excel_due.formula(_DUE)),
    SheetColumn("Ý kiến số", "opinions", 14, CENTRED, repeated=True),
)


@dataclass(frozen=True, slots=True)
class _Row:
    place: int
    text: str
    kind: str
    unit: str
    deadline: date | None
    left: str
    opinions: str


def write(
    workbook: Workbook, pen: Pen, heading: Heading, conclusions: Sequence[Conclusion],
    numbers: Mapping[str, int], today: date,
) -> None:  # fmt: skip
    """Nothing where nothing was concluded. `numbers` are those of the opinions, by id."""
    rows = [
        _Row(
            place,
            one.text,
            _SETTLED if one.settled else _OPEN,
            one.unit,
            one.deadline,
            excel_due.words(one.deadline, today, ended=_SETTLED if one.settled else ""),
            ", ".join(map(str, sorted(numbers[key] for key in one.opinion_ids if key in numbers))),
        )
        for place, one in enumerate((one for one in conclusions if one.text.strip()), 1)
    ]
    if rows:
        written = table(workbook, pen, NAME, _TITLE, heading, _COLUMNS, rows, "")
        excel_due.colour(written, ("deadline", "left"), _DUE)
