"""The sheet of the conference's documents: number, day, to whom, how far each has come (F5, M8)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dialogue_desktop.domain.after_records import PAPER_STATE_LABELS, Paper
from dialogue_desktop.domain.register_numbers import shown
from dialogue_desktop.domain.register_rows import Group, RegisterRow
from dialogue_desktop.domain.words_vi import date_short
from dialogue_desktop.exchange import excel_due
from dialogue_desktop.exchange.excel_page import FIRST_ROW, Heading
from dialogue_desktop.exchange.excel_style import CENTRED, DATE, SMALL, TEXT, Pen
from dialogue_desktop.exchange.excel_table import Fixed, SheetColumn, table

if TYPE_CHECKING:
    from openpyxl import Workbook

NAME = "Văn bản"
_TITLE = "SỔ VĂN BẢN CỦA HỘI NGHỊ"
_REPLACED, _NOT_YET, _DONE = "Đã được thay thế", "Chưa phát hành", "Đã xong"
_DUE = excel_due.Due("H")

_COLUMNS = (
    SheetColumn("TT", "place", 5, CENTRED),
    SheetColumn("Số, ký hiệu", "number", 15, CENTRED),
    SheetColumn("Ngày văn bản", "dated_on", 11, DATE),
    SheetColumn("Loại văn bản", "kind", 18, TEXT, repeated=True),
    SheetColumn("Trích yếu", "title", 36, TEXT),
    SheetColumn("Nơi nhận", "recipients", 28, SMALL),
    SheetColumn("Tình trạng", "state", 13, CENTRED, repeated=True),
    SheetColumn("Hạn việc tiếp theo", "due", 11, DATE, repeated=True),
    SheetColumn("Còn lại", "left", 12, CENTRED, repeated=True, formula=excel_due.formula(_DUE)),
    SheetColumn("Ngày gửi", "sent_on", 11, DATE),
    SheetColumn("Ngày niêm yết", "posted_on", 11, DATE),
    SheetColumn("Nơi niêm yết", "posted_at", 15, SMALL),
    SheetColumn("Lần", "version", 5, CENTRED),
    SheetColumn("Ghi chú", "note", 17, SMALL),
)


@dataclass(frozen=True, slots=True)
class _Row:
    place: int
    number: str
    dated_on: date | None
    kind: str
    title: str
    recipients: str
    state: str
    due: date | None
    left: str
    sent_on: date | None
    posted_on: date | None
    posted_at: str
    version: int
    note: str


def write(
    workbook: Workbook, pen: Pen, heading: Heading, register: Sequence[RegisterRow], today: date
) -> None:
    """What there is and what is still asked for; nothing where there is neither."""
    newer = {row.paper.replaces: row.paper for row in register if row.paper.replaces and row.issued}
    rows = [_row(place, one, newer.get(one.paper.id), today) for place, one in enumerate(register, 1)]
    if rows:
        written = table(workbook, pen, NAME, _TITLE, heading, _COLUMNS, rows, "")
        over = (f'${written.letter("left")}{FIRST_ROW}="{_DONE}"',)
        excel_due.colour(written, ("due", "left"), _DUE, over=over)


def _row(place: int, one: RegisterRow, newer: Paper | None, today: date) -> _Row:
    paper = one.paper
    state = PAPER_STATE_LABELS[paper.state] if one.stored else _NOT_YET
    return _Row(
        place,
        shown(paper.number, paper.symbol),
        paper.dated_on,
        one.kind.title,
        one.title,
        "\n".join(paper.recipients),
        _REPLACED if one.group is Group.OLD else state,
        one.due.day if one.due is not None else None,
        _left(one, today),
        paper.sent_on,
        paper.posted_on,
        "\n".join(paper.posted_at),
        paper.version,
        "\n".join(_notes(paper, newer)),
    )


def _left(one: RegisterRow, today: date) -> str:
    """A paper for which nothing is left to be done waits for no day."""
    if one.due is None:
        return Fixed(_DONE if one.next is None else "")
    return excel_due.words(one.due.day, today)


def _notes(paper: Paper, newer: Paper | None) -> list[str]:
    notes = [paper.note, f"Lý do thay: {paper.reason}" if paper.reason.strip() else ""]
    if newer is not None:
        day = f" ngày {date_short(newer.dated_on)}" if newer.dated_on is not None else ""
        notes.append(f"Thay bằng văn bản {shown(newer.number, newer.symbol)}{day}")
    return [words for words in notes if words.strip()]
