"""The first sheet of the book: whose, of which conference, its figures, and what is due next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dialogue_desktop.domain.figures import Figures
from dialogue_desktop.domain.plan import Issuer, IssuerKind
from dialogue_desktop.domain.records import OUTCOME_LABELS, Outcome
from dialogue_desktop.domain.words_vi import date_short
from dialogue_desktop.exchange import excel_due
from dialogue_desktop.exchange.excel_commitments import DONE, STATES
from dialogue_desktop.exchange.excel_commitments import NAMES as PROMISES
from dialogue_desktop.exchange.excel_cover_figures import Line, key_figures
from dialogue_desktop.exchange.excel_measure import line_count, row_height
from dialogue_desktop.exchange.excel_opinions import NAMES as OPINIONS
from dialogue_desktop.exchange.excel_page import print_setup
from dialogue_desktop.exchange.excel_rows import NO_OUTCOME
from dialogue_desktop.exchange.excel_style import (
    COUNT,
    DAY,
    HEAD,
    LABEL,
    NOTE,
    SHARE,
    SIZE,
    TOTAL,
    TOTAL_LABEL,
    TOTAL_SHARE,
    Look,
    Pen,
)

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

NAME = "Tổng hợp"
_WIDTHS = (42, 13, 2, 35, 13, 13, 2, 40, 13, 16)
_LEFT, _MIDDLE, _RIGHT = 1, 4, 8
_LAST = len(_WIDTHS)
_ROW = 19.0

_MOTTO = Look(bold=True, size=12, align="center", bordered=False, wrap=False)
_MOTTO_LINE = Look(bold=True, underline=True, size=13, align="center", bordered=False, wrap=False)
_ABOVE = Look(size=12, align="center", bordered=False, wrap=False)
_BODY_LINE = Look(bold=True, underline=True, size=12, align="center", bordered=False, wrap=False)
_BOOK = Look(bold=True, size=18, align="center", vertical="center", bordered=False)
_CONFERENCE = Look(bold=True, size=14, align="center", vertical="center", bordered=False)
_FACT = Look(bold=True, size=12, bordered=False, wrap=False)
_SAID = Look(size=12, bordered=False)
_BLOCK = Look(bold=True, size=12, bordered=False, vertical="center", wrap=False)
_MAIN = Look(bold=True, vertical="center", indent=1)
_MAIN_COUNT = Look(bold=True, size=12, align="center", vertical="center", number_format="#,##0")
_DEEPER = Look(vertical="center", indent=3)
_DUE_LEFT = Look(bold=True, align="center", vertical="center")
#: The looks of this sheet alone, for the workbook's pen.
LOOKS = (
    _MOTTO, _MOTTO_LINE, _ABOVE, _BODY_LINE, _BOOK, _CONFERENCE, _FACT, _SAID, _BLOCK, _MAIN, _MAIN_COUNT,
    _DEEPER, _DUE_LEFT,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class NextDue:
    """One thing to be done soon, or late already."""

    words: str
    unit: str
    day: date


@dataclass(frozen=True, slots=True)
class Cover:
    """What the cover says. `facts` are pairs such as ("Địa điểm", "Nhà văn hóa thôn Đồng Vạn")."""

    issuer: Issuer
    conference: str
    facts: tuple[tuple[str, str], ...]
    figures: Figures
    sources: tuple[tuple[str, int], ...]
    kinds: tuple[tuple[str, int], ...]
    states: tuple[tuple[str, int], ...]
    due: tuple[NextDue, ...]
    today: date


def prepare(workbook: Workbook) -> Worksheet:
    """The empty sheet, so that it stands first."""
    made: Worksheet = workbook.create_sheet(NAME)
    return made


def write(made: Worksheet, pen: Pen, cover: Cover) -> None:
    """All of it on one page."""
    from openpyxl.utils import get_column_letter

    for index, width in enumerate(_WIDTHS, 1):
        made.column_dimensions[get_column_letter(index)].width = width
    page = _Page(made, pen)
    page.letterhead(cover.issuer)
    page.title(cover)
    top = page.at
    ends = (
        page.key_figures(top, key_figures(cover.figures)),
        page.outcomes_and_states(top, cover),
        page.sources_and_kinds(top, cover),
    )
    page.at = max(ends) + 1
    page.due(cover)
    page.foot(cover.today)
    print_setup(made)
    made.print_area = f"A1:{get_column_letter(_LAST)}{page.at - 1}"
    made.page_setup.fitToHeight = 1


class _Page:
    """The sheet while it is written; `at` is the next row of the full width."""

    def __init__(self, made: Worksheet, pen: Pen) -> None:
        self.made, self.pen, self.at = made, pen, 1

    def merged(self, at: int, first: int, last: int, text: str, look: Look) -> None:
        """Text over several columns; the row grows with it."""
        for column in range(first, last + 1):
            self.pen.text(self.made, at, column, text if column == first else "", look)
        if last > first:
            self.made.merge_cells(start_row=at, start_column=first, end_row=at, end_column=last)
        room = sum(_WIDTHS[first - 1 : last]) - look.indent * 1.5
        lines = line_count(text, room * (0.93 if look.bold else 1), look.size) if look.wrap else 1
        self.grow(at, row_height(lines) * max(look.size, SIZE) / SIZE)

    def grow(self, at: int, height: float) -> None:
        before = self.made.row_dimensions[at].height or 0
        self.made.row_dimensions[at].height = max(before, height)

    def letterhead(self, issuer: Issuer) -> None:
        """The issuing body on the left, the State's or the Party's words on the right."""
        party = issuer.kind is IssuerKind.PARTY_COMMITTEE
        body = f"Đảng ủy {issuer.unit}" if party else issuer.unit
        if not issuer.name:
            body = ""
        above = issuer.superior if issuer.superior else "" if party else "Ủy ban nhân dân"
        if issuer.superior and not party:
            body = f"Ủy ban nhân dân {body}".strip()
        motto = ("ĐẢNG CỘNG SẢN VIỆT NAM", "") if party else (
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        )  # fmt: skip
        self.merged(1, 1, 4, above.upper(), _ABOVE if issuer.superior or party else _MOTTO)
        self.merged(2, 1, 4, body.upper(), _BODY_LINE)
        self.merged(1, 5, _LAST, motto[0], _MOTTO_LINE if party else _MOTTO)
        self.merged(2, 5, _LAST, motto[1], _MOTTO_LINE)
        self.grow(3, 10)
        self.at = 4

    def title(self, cover: Cover) -> None:
        self.merged(self.at, 1, _LAST, "SỔ TỔNG HỢP Ý KIẾN, KIẾN NGHỊ CỦA NHÂN DÂN", _BOOK)
        self.grow(self.at, 30)
        self.merged(self.at + 1, 1, _LAST, cover.conference, _CONFERENCE)
        self.grow(self.at + 2, 8)
        self.at += 3
        for name, words in cover.facts:
            self.pen.text(self.made, self.at, 1, name, _FACT)
            self.merged(self.at, 2, _LAST, words, _SAID)
            self.at += 1
        self.grow(self.at, 8)
        self.at += 1

    def head(self, at: int, column: int, title: str, heads: Sequence[str]) -> None:
        self.pen.text(self.made, at, column, title, _BLOCK)
        self.grow(at, 21)
        for offset, text in enumerate(heads):
            self.pen.text(self.made, at + 1, column + offset, text, HEAD)
        self.grow(at + 1, _ROW)

    def key_figures(self, at: int, lines: Sequence[Line]) -> int:
        """The figures that a reader asks for first; gives the row after them."""
        self.head(at, _LEFT, "Số liệu chính", ("Nội dung", "Số liệu"))
        for row, line in enumerate(lines, at + 2):
            look = _DEEPER if line.deeper else _MAIN
            self.merged(row, _LEFT, _LEFT, line.label, look)
            counted = SHARE if line.share else COUNT if line.deeper else _MAIN_COUNT
            if line.formula:
                self.pen.formula(self.made, row, _LEFT + 1, line.formula, line.value, counted)
            else:
                self.pen.number(self.made, row, _LEFT + 1, line.value, counted)
            self.grow(row, _ROW)
        return at + 2 + len(lines)

    def outcomes_and_states(self, at: int, cover: Cover) -> int:
        """The middle; gives the row after it."""
        found = [(OUTCOME_LABELS[one], cover.figures.outcome(one)) for one in Outcome]
        if cover.figures.outcome(None):
            found.append((NO_OUTCOME, cover.figures.outcome(None)))
        at = self.counts(at, _MIDDLE, "Kết quả trả lời", OPINIONS["outcome"], OPINIONS["number"], found)
        if not any(count for _, count in cover.states):
            return at
        numbers = PROMISES["number"]
        return self.counts(at + 1, _MIDDLE, "Tình trạng cam kết", PROMISES["state"], numbers, cover.states)

    def sources_and_kinds(self, at: int, cover: Cover) -> int:
        """The right side; gives the row after it."""
        numbers = OPINIONS["number"]
        at = self.counts(at, _RIGHT, "Nguồn ý kiến", OPINIONS["source"], numbers, cover.sources)
        return self.counts(at + 1, _RIGHT, "Loại ý kiến", OPINIONS["kind"], numbers, cover.kinds)

    def counts(
        self, at: int, column: int, title: str, name: str, numbers: str, found: Sequence[tuple[str, int]]
    ) -> int:
        """A table of one column of a list with shares; gives the row after it."""
        from openpyxl.utils import get_column_letter

        self.head(at, column, title, ("Nội dung", "Số lượng", "Tỷ lệ"))
        label, count = get_column_letter(column), get_column_letter(column + 1)
        total_row = at + 2 + len(found)
        total = sum(number for _, number in found)
        for row, (words, number) in enumerate(found, at + 2):
            self.merged(row, column, column, words, LABEL)
            formula = f'COUNTIFS({numbers},">0",{name},"="&${label}{row})'
            self.pen.formula(self.made, row, column + 1, formula, number, COUNT)
            formula = f"IF({count}${total_row}=0,0,{count}{row}/{count}${total_row})"
            self.pen.formula(self.made, row, column + 2, formula, number / total if total else 0, SHARE)
            self.grow(row, _ROW)
        self.merged(total_row, column, column, "Cộng", TOTAL_LABEL)
        self.pen.formula(self.made, total_row, column + 1, f"COUNT({numbers})", total, TOTAL)
        formula = f"IF({count}{total_row}=0,0,1)"
        self.pen.formula(self.made, total_row, column + 2, formula, 1 if total else 0, TOTAL_SHARE)
        self.grow(total_row, _ROW)
        return total_row + 1

    def due(self, cover: Cover) -> None:
        """Late promises, then what comes next."""
        if not cover.due:
            return
        self.pen.text(self.made, self.at, 1, "Việc đến hạn tiếp theo", _BLOCK)
        self.grow(self.at, 21)
        self.at += 1
        spans = ((1, 5), (6, 7), (8, 9), (10, 10))
        for (first, last), head in zip(spans, ("Việc", "Thời hạn", "Đơn vị", "Còn lại"), strict=True):
            self.merged(self.at, first, last, head, HEAD)
        self.at += 1
        left = excel_due.formula(excel_due.Due("F"))
        for one in cover.due:
            self.merged(self.at, 1, 5, one.words, LABEL)
            self.merged(self.at, 6, 7, "", DAY)
            self.pen.day(self.made, self.at, 6, one.day, DAY)
            self.merged(self.at, 8, 9, one.unit, LABEL)
            words = excel_due.words(one.day, cover.today)
            self.pen.formula(self.made, self.at, 10, left.format(row=self.at), words, _DUE_LEFT)
            self.grow(self.at, _ROW)
            self.at += 1

    def foot(self, today: date) -> None:
        words = (
            f"Số liệu đến ngày {date_short(today)}. Sửa một ô ở trang Ý kiến hoặc Cam kết thì các bảng và "
            "biểu đồ trong sổ tính lại theo."
        )
        self.merged(self.at, 1, _LAST, words, NOTE)
        self.at += 1
        if self.pen.removed:
            words = f"Đã bỏ {self.pen.removed} ký tự ẩn không ghi được vào bảng tính."
            self.merged(self.at, 1, _LAST, words, NOTE)
            self.at += 1


def state_counts(found: Sequence[str]) -> tuple[tuple[str, int], ...]:
    """How many promises have each state; states that none has are left out, but for what is done."""
    counts = [(state, sum(one == state for one in found)) for state in STATES]
    return tuple((state, count) for state, count in counts if count or state == DONE)
