"""The sheet of those who spoke: in which order, how long, and how much over time (L2, L7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from dialogue_desktop.domain.merge_words import TURN_STATES
from dialogue_desktop.domain.queue_rules import spoken
from dialogue_desktop.domain.records import SOURCE_LABELS, Turn, TurnState
from dialogue_desktop.domain.speaking_time import ELSEWHERE
from dialogue_desktop.exchange.excel_page import Heading
from dialogue_desktop.exchange.excel_rows import ANONYMOUS
from dialogue_desktop.exchange.excel_style import CENTRED, TEXT, TIME, TOTAL_TIME, Pen
from dialogue_desktop.exchange.excel_table import SheetColumn, table

if TYPE_CHECKING:
    from openpyxl import Workbook

NAME = "Lượt phát biểu"
_TITLE = "THỜI GIAN PHÁT BIỂU"
#: Turns in which nobody spoke.
SILENT = tuple(TURN_STATES[one] for one in (TurnState.WAITING, TurnState.ABSENT, TurnState.WITHDRAWN))

_COLUMNS = (
    SheetColumn("Lượt", "number", 6, CENTRED),
    SheetColumn("Người phát biểu", "who", 26, TEXT),
    SheetColumn("Thôn", "locality", 18, TEXT),
    SheetColumn("Nội dung đăng ký", "topic", 38, TEXT),
    SheetColumn("Hình thức", "source", 14, CENTRED),
    SheetColumn("Tình trạng", "state", 14, CENTRED),
    SheetColumn("Được nói", "limit", 11, TIME),
    SheetColumn("Đã nói", "time", 11, TIME),
    SheetColumn("Quá giờ", "over", 11, TIME, formula="IF(G{row}=0,0,MAX(0,H{row}-G{row}))"),
)
#: Column → name under which formulas know it ("PB": phát biểu).
NAMES = {"locality": "PB_Thon", "state": "PB_TinhTrang", "time": "PB_ThoiGian", "over": "PB_QuaGio"}


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    who: str
    locality: str
    topic: str
    source: str
    state: str
    limit: timedelta
    time: timedelta
    over: timedelta


def write(workbook: Workbook, pen: Pen, heading: Heading, turns: Sequence[Turn], now: datetime) -> bool:
    """Whether there is such a sheet: nothing is written where nobody registered to speak."""
    from openpyxl.workbook.defined_name import DefinedName

    if not turns:
        return False
    rows = [_row(turn, now) for turn in sorted(turns, key=lambda turn: (turn.number, turn.position))]
    totals = {
        "time": (sum((row.time for row in rows), timedelta()), TOTAL_TIME),
        "over": (sum((row.over for row in rows), timedelta()), TOTAL_TIME),
    }
    written = table(workbook, pen, NAME, _TITLE, heading, _COLUMNS, rows, "", totals)
    for field, name in NAMES.items():
        workbook.defined_names[name] = DefinedName(name, attr_text=f"'{NAME}'!{written.cells(field)}")
    return True


def _row(turn: Turn, now: datetime) -> _Row:
    limit, time = timedelta(seconds=turn.limit_seconds), spoken(turn.spans, now)
    return _Row(
        number=turn.number,
        who=ANONYMOUS if turn.anonymous else turn.voice.shown,
        locality=turn.voice.locality or ELSEWHERE,
        topic=turn.topic,
        source=SOURCE_LABELS[turn.source],
        state=TURN_STATES[turn.state],
        limit=limit,
        time=time,
        over=max(timedelta(), time - limit) if limit else timedelta(),
    )
