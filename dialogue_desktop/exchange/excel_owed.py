"""The sheet of what each unit owes: kept, in time, near, late, counted over the list of promises (F1, M8)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from dialogue_desktop.domain.after_records import COMMITMENT_STATE_LABELS, Commitment, CommitmentState
from dialogue_desktop.domain.commitments import SOON_DAYS, Sums, sums
from dialogue_desktop.exchange import excel_charts
from dialogue_desktop.exchange.excel_commitments import DONE, NAMES
from dialogue_desktop.exchange.excel_follow_up import CARRIED
from dialogue_desktop.exchange.excel_measure import line_count, row_height
from dialogue_desktop.exchange.excel_page import FIRST_ROW, HEAD_ROW, Heading, column_heads, sheet
from dialogue_desktop.exchange.excel_rows import NO_UNIT
from dialogue_desktop.exchange.excel_style import COUNT, LABEL, SIZE, TOTAL, TOTAL_LABEL, Pen

if TYPE_CHECKING:
    from openpyxl import Workbook

NAME = "Cam kết theo đơn vị"
_TITLE = "TÌNH HÌNH THỰC HIỆN CAM KẾT THEO ĐƠN VỊ"
_WAITING = COMMITMENT_STATE_LABELS[CommitmentState.WAITING]
_LATE, _IN_TIME = "Trễ hạn", "Còn hạn"
_HEADS = (
    "STT", "Đơn vị thực hiện", "Cộng", DONE, _IN_TIME, f"Đến hạn trong {SOON_DAYS} ngày tới", _LATE, CARRIED,
    f"Trong đó: {_WAITING.lower()}",
)  # fmt: skip
_WIDTHS = (5, 44, 11, 12, 12, 14, 12, 14, 14)
#: Columns of the figures, and which of Sums they show.
_COLUMNS = {
    "C": "total",
    "D": "done",
    "E": "in_time",
    "F": "soon",
    "G": "late",
    "H": "carried",
    "I": "waiting",
}
#: What the bars are made of, as they lie beside each other.
_PARTS = "DEFGH"


def write(
    workbook: Workbook, pen: Pen, heading: Heading, commitments: Sequence[Commitment], today: date
) -> None:
    """Nothing where nothing was promised."""
    units = tuple(dict.fromkeys(one.unit or NO_UNIT for one in commitments))
    if not units:
        return
    made = sheet(workbook, pen, NAME, _TITLE, heading, _WIDTHS)
    column_heads(made, pen, _HEADS, _WIDTHS)
    found: list[Sums] = []
    for at, unit in enumerate(units, FIRST_ROW):
        own = sums((one for one in commitments if (one.unit or NO_UNIT) == unit), today)
        found.append(own)
        pen.number(made, at, 1, at - FIRST_ROW + 1, COUNT)
        pen.text(made, at, 2, unit, LABEL)
        for column, (letter, field) in enumerate(_COLUMNS.items(), 3):
            pen.formula(made, at, column, _formula(letter, at), getattr(own, field), COUNT)
        made.row_dimensions[at].height = max(row_height(line_count(unit, _WIDTHS[1] - 2, SIZE)), 20)
    total = FIRST_ROW + len(units)
    pen.text(made, total, 1, "", TOTAL_LABEL)
    pen.text(made, total, 2, "Cộng", TOTAL_LABEL)
    for column, (letter, field) in enumerate(_COLUMNS.items(), 3):
        value = sum(getattr(own, field) for own in found)
        formula = f"SUM({letter}{FIRST_ROW}:{letter}{total - 1})"
        pen.formula(made, total, column, formula, value, TOTAL)
    made.row_dimensions[total].height = 22
    made.freeze_panes = f"C{FIRST_ROW}"
    series = tuple(
        excel_charts.Series(
            f"'{NAME}'!${letter}${HEAD_ROW}",
            _HEADS["ABCDEFGHI".index(letter)],
            f"'{NAME}'!${letter}${FIRST_ROW}:${letter}${total - 1}",
            tuple(getattr(own, _COLUMNS[letter]) for own in found),
        )
        for letter in _PARTS
        if any(getattr(own, _COLUMNS[letter]) for own in found)
    )
    labels = f"'{NAME}'!$B${FIRST_ROW}:$B${total - 1}"
    chart = excel_charts.BarChart("Cam kết theo đơn vị và tình hình thực hiện", labels, units, series)
    excel_charts.under_table(made, chart, _WIDTHS, total + 2)


def _formula(letter: str, at: int) -> str:
    of_unit = f'{NAMES["number"]},">0",{NAMES["unit"]},"="&$B{at}'
    state, day = NAMES["state"], NAMES["deadline"]
    is_open = f'{of_unit},{state},"<>{DONE}",{state},"<>{CARRIED}"'
    asked = {
        "C": of_unit,
        "D": f'{of_unit},{state},"{DONE}"',
        "F": f'{is_open},{day},">="&TODAY(),{day},"<="&TODAY()+{SOON_DAYS}',
        "G": f'{is_open},{day},"<"&TODAY()',
        "H": f'{of_unit},{state},"{CARRIED}"',
        "I": f'{of_unit},{state},"{_WAITING}"',
    }
    return f"C{at}-D{at}-F{at}-G{at}-H{at}" if letter == "E" else f"COUNTIFS({asked[letter]})"
