"""The register of documents as a workbook: one line a paper, dates as dates, ready to print (F5)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dialogue_desktop.domain.after_records import PAPER_STATE_LABELS
from dialogue_desktop.domain.plan import Issuer
from dialogue_desktop.domain.register_checks import is_incoming
from dialogue_desktop.domain.register_numbers import shown
from dialogue_desktop.domain.register_rows import Group, RegisterRow
from dialogue_desktop.domain.words_vi import date_short
from dialogue_desktop.exchange import excel_style
from dialogue_desktop.exchange.excel_finish import finished
from dialogue_desktop.exchange.excel_measure import row_height, wrapped
from dialogue_desktop.exchange.excel_page import FIRST_ROW, HEAD_ROW, Heading, column_heads, sheet
from dialogue_desktop.exchange.excel_plan import new_workbook
from dialogue_desktop.exchange.excel_style import CENTRED, COUNT, DATE, NOTE, TEXT

NAME = "Sổ văn bản"
_HEADS = (
    "TT",
    "Số, ký hiệu",
    "Ngày văn bản",
    "Tên, trích yếu",
    "Hội nghị",
    "Nơi nhận",
    "Số trang",
    "Tình trạng",
    "Ngày gửi",
    "Ngày niêm yết",
    "Nơi niêm yết",
    "Hạn",
    "Ghi chú",
)
_WIDTHS = (5.0, 14.0, 11.0, 36.0, 20.0, 20.0, 7.0, 14.0, 11.0, 11.0, 18.0, 11.0, 18.0)


def build(rows: Sequence[RegisterRow], issuer: Issuer, today: date) -> bytes:
    """XLSX bytes, the rows in the order given."""
    workbook = new_workbook("Sổ văn bản hội nghị đối thoại")
    pen = excel_style.pen(workbook)
    occasion = f"Đến ngày {date_short(today)}, {len(rows)} văn bản"
    heading = Heading(issuer.body if issuer.name else "", "Hội nghị đối thoại với Nhân dân", occasion)
    made = sheet(workbook, pen, NAME, "SỔ VĂN BẢN", heading, _WIDTHS)
    column_heads(made, pen, _HEADS, _WIDTHS)
    at = FIRST_ROW
    for order, row in enumerate(rows, start=1):
        paper = row.paper
        texts = {
            2: shown(paper.number, paper.symbol),
            4: row.title,
            5: row.conference,
            6: "; ".join(paper.recipients or paper.part("recipients").splitlines()),
            8: state_words(row),
            11: "; ".join(paper.posted_at),
            13: "; ".join(part for part in (paper.reason, *paper.note.splitlines()) if part),
        }
        pen.number(made, at, 1, order, CENTRED)
        for column, words in texts.items():
            pen.text(made, at, column, words, TEXT)
        for column, day in ((3, paper.dated_on), (9, paper.sent_on), (10, paper.posted_on)):
            pen.day(made, at, column, day, DATE)
        pen.day(made, at, 12, row.due.day if row.due is not None else None, DATE)
        pen.number(made, at, 7, pages_of(row) or None, COUNT)
        lines = max(len(wrapped(words, _WIDTHS[c - 1], TEXT.size)) for c, words in texts.items())
        made.row_dimensions[at].height = row_height(lines)
        at += 1
    if at == FIRST_ROW:
        pen.text(made, at, 4, "Sổ chưa có văn bản nào", NOTE)
        at += 1
    made.freeze_panes = f"C{FIRST_ROW}"
    made.auto_filter.ref = f"A{HEAD_ROW}:{made.cell(at - 1, len(_HEADS)).coordinate}"
    return finished(workbook, pen.values)


def state_words(row: RegisterRow) -> str:
    """ "Đã gửi", "Dự thảo", "Bản cũ", "Văn bản đến"."""
    if row.group is Group.OLD:
        return "Bản cũ, đã thay thế"
    if not row.kind.name:
        return "Văn bản đến" if is_incoming(row.paper) else "Văn bản khác"
    return PAPER_STATE_LABELS[row.paper.state]


def pages_of(row: RegisterRow) -> int:
    """Pages of one copy as PDF; 0 where they are not known."""
    files = [file for file in row.paper.files if file.name.lower().endswith(".pdf")]
    return max((file.pages for file in files), default=0)
