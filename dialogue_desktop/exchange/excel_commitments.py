"""The sheet of promises: whose, until when, how far, which letter; late and near ones in colour (F1, M8)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dialogue_desktop.domain.after_records import COMMITMENT_STATE_LABELS, Commitment, CommitmentState
from dialogue_desktop.exchange import excel_due
from dialogue_desktop.exchange.excel_follow_up import CARRIED, FollowedUp, state_words
from dialogue_desktop.exchange.excel_page import FIRST_ROW, Heading
from dialogue_desktop.exchange.excel_rows import NO_UNIT
from dialogue_desktop.exchange.excel_style import CENTRED, DATE, SMALL, TEXT, Pen
from dialogue_desktop.exchange.excel_table import SheetColumn, Table, table

if TYPE_CHECKING:
    from openpyxl import Workbook

NAME = "Cam kết"
_TITLE = "CÁC VIỆC ĐÃ HỨA VỚI NHÂN DÂN VÀ TÌNH HÌNH THỰC HIỆN"
_EMPTY = "Chưa có cam kết nào"
SPARE_ROWS = 50

DONE = COMMITMENT_STATE_LABELS[CommitmentState.DONE]
STATES = (*COMMITMENT_STATE_LABELS.values(), CARRIED)
_DUE = excel_due.Due("F", state="G", ends=(DONE, CARRIED))

_COLUMNS = (
    SheetColumn("TT", "number", 5, CENTRED),
    SheetColumn("Việc đã hứa", "text", 38, TEXT),
    SheetColumn("Ý kiến số", "opinions", 8, CENTRED, repeated=True),
    SheetColumn("Đơn vị thực hiện", "unit", 17, TEXT, repeated=True),
    SheetColumn("Hẹn ban đầu", "promised", 11, DATE, repeated=True),
    SheetColumn("Thời hạn", "deadline", 11, DATE, repeated=True),
    SheetColumn("Tình trạng", "state", 11.5, CENTRED, repeated=True),
    SheetColumn("Còn lại", "left", 12, CENTRED, repeated=True, formula=excel_due.formula(_DUE)),
    SheetColumn("Ngày xong", "done_on", 11, DATE, repeated=True),
    SheetColumn("Văn bản", "letters", 14, SMALL, repeated=True),
    SheetColumn("Quá trình, minh chứng", "evidence", 30, SMALL),
    SheetColumn("Ghi chú", "note", 16, SMALL),
)
#: Column → name under which formulas know it ("CK": cam kết).
NAMES = {"number": "CK_So", "unit": "CK_DonVi", "deadline": "CK_ThoiHan", "state": "CK_TinhTrang"}


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """One promise as the sheet shows it."""

    number: int
    text: str
    opinions: str
    unit: str
    promised: date | None
    deadline: date | None
    state: str
    left: str
    done_on: date | None
    letters: str
    evidence: str
    note: str


def write(
    workbook: Workbook, pen: Pen, heading: Heading, followed: FollowedUp, numbers: Mapping[str, int],
    today: date,
) -> Table:  # fmt: skip
    """`numbers` are those of the opinions as the list shows them, by id. The columns get their names."""
    from openpyxl.workbook.defined_name import DefinedName
    from openpyxl.worksheet.datavalidation import DataValidation

    rows = [_row(one, followed, numbers, today) for one in followed.commitments]
    written = table(workbook, pen, NAME, _TITLE, heading, _COLUMNS, rows, _EMPTY)
    for field, name in NAMES.items():
        cells = f"'{NAME}'!{written.cells(field, spare=SPARE_ROWS)}"
        workbook.defined_names[name] = DefinedName(name, attr_text=cells)
    states = DataValidation(
        type="list", formula1=f'"{",".join(STATES)}"', allow_blank=True, showErrorMessage=True
    )
    states.errorTitle = "Tình trạng"
    states.error = f"Chọn một trong các tình trạng: {', '.join(STATES)}."
    states.add(f"G{FIRST_ROW}:G{written.last_row + SPARE_ROWS}")
    written.made.add_data_validation(states)
    if rows:
        waiting = (COMMITMENT_STATE_LABELS[CommitmentState.WAITING],)
        excel_due.colour(written, ("deadline", "state", "left"), _DUE, waiting=waiting)
    return written


def _row(one: Commitment, followed: FollowedUp, numbers: Mapping[str, int], today: date) -> CommitmentRow:
    state = state_words(one)
    shown = sorted(numbers[key] for key in one.opinion_ids if key in numbers)
    return CommitmentRow(
        number=one.number,
        text=one.text,
        opinions=", ".join(map(str, shown)),
        unit=one.unit or NO_UNIT,
        promised=one.promised,
        deadline=one.deadline,
        state=state,
        left=excel_due.words(one.deadline, today, ended=state if state in _DUE.ends else ""),
        done_on=one.done_on,
        letters=followed.letters_for(one),
        evidence=followed.evidence_of(one),
        note="\n".join(_notes(one)),
    )


def _notes(one: Commitment) -> list[str]:
    return [
        words
        for words in (
            f"Lý do: {one.state_reason}" if one.state_reason.strip() else "",
            f"Cơ quan có thẩm quyền: {one.receiving_body}" if one.receiving_body.strip() else "",
            "Chuyển từ hội nghị trước" if one.carried_from else "",
        )
        if words
    ]
