"""The first sheet of the summary: the figures that a reader asks for before anything else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dialogue_desktop.domain.records import (
    OPEN_OUTCOMES,
    OPINION_KIND_LABELS,
    OUTCOME_LABELS,
    SOURCE_LABELS,
    Attendance,
    Outcome,
)
from dialogue_desktop.exchange.excel_counts import count_formula, same, values_of
from dialogue_desktop.exchange.excel_measure import row_height, wrapped
from dialogue_desktop.exchange.excel_opinions import Ranges
from dialogue_desktop.exchange.excel_page import HEAD_ROW, Heading, sheet
from dialogue_desktop.exchange.excel_rows import NO_OUTCOME, NO_UNIT, OpinionRow
from dialogue_desktop.exchange.excel_style import (
    COUNT,
    DAY,
    HEAD,
    HEADING,
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

NAME = "Tổng quan"

# Two columns of small tables: A–C on the left, E–I on the right.
_WIDTHS = (42, 12, 12, 3, 42, 12, 14, 14, 14)
_LEFT, _RIGHT = 1, 5

_OPEN_LABELS = tuple(label for outcome, label in OUTCOME_LABELS.items() if outcome in OPEN_OUTCOMES)


@dataclass(slots=True)
class _Overview:
    """The sheet while it is written; `heights` keeps the highest cell of each row."""

    made: Worksheet
    pen: Pen
    ranges: Ranges
    opinions: Sequence[OpinionRow]
    heights: dict[int, float]

    def heading(self, at: int, column: int, text: str) -> None:
        self.pen.text(self.made, at, column, text, HEADING)
        self.heights[at] = max(self.heights.get(at, 0), 20)

    def heads(self, at: int, column: int, texts: Sequence[str]) -> None:
        for offset, text in enumerate(texts):
            self.pen.text(self.made, at, column + offset, text, HEAD)
            self._grow(at, column + offset, text, 0.92)

    def label(self, at: int, column: int, text: str, look: Look = LABEL) -> None:
        self.pen.text(self.made, at, column, text, look)
        self._grow(at, column, text, 1)

    def _grow(self, at: int, column: int, text: str, part: float) -> None:
        lines = len(wrapped(text, (_WIDTHS[column - 1] - 2) * part, SIZE))
        self.heights[at] = max(self.heights.get(at, 0), row_height(lines), 20)

    def counts(self, at: int, title: str, field: str, labels: Sequence[str]) -> int:
        """A table of one field with shares; gives the row after it."""
        self.heading(at, _LEFT, title)
        self.heads(at + 1, _LEFT, ("Nội dung", "Số lượng", "Tỷ lệ"))
        first = at + 2
        total_row = first + len(labels)
        for row, label in enumerate(labels, first):
            own = sum(same(getattr(opinion, field), label) for opinion in self.opinions)
            self.label(row, _LEFT, label)
            conditions = ((field, f"$A{row}", label),)
            self.pen.count(self.made, row, _LEFT + 1, count_formula(self.ranges, conditions), own)
            share = own / len(self.opinions) if self.opinions else 0
            formula = f"IF($B${total_row}=0,0,B{row}/$B${total_row})"
            self.pen.formula(self.made, row, _LEFT + 2, formula, share, SHARE)
        self.label(total_row, _LEFT, "Cộng", TOTAL_LABEL)
        numbers = self.ranges.of("number")
        self.pen.formula(self.made, total_row, _LEFT + 1, f"COUNT({numbers})", len(self.opinions), TOTAL)
        share = 1 if self.opinions else 0
        self.pen.formula(self.made, total_row, _LEFT + 2, f"IF($B${total_row}=0,0,1)", share, TOTAL_SHARE)
        return total_row + 2

    def promises(self, at: int) -> int:
        """What is still owed, by unit, with the nearest day; gives the row after it."""
        owed = [row for row in self.opinions if any(same(row.outcome, label) for label in _OPEN_LABELS)]
        self.heading(at, _RIGHT, "Việc còn phải giải quyết sau hội nghị")
        self.heads(at + 1, _RIGHT, ("Đơn vị giải quyết", "Số việc", "Hạn gần nhất", "Hạn xa nhất"))
        row = at + 2
        units = values_of(owed, "unit")
        for unit in (*filter(None, units), *([""] if "" in units else [])):
            own = [opinion for opinion in owed if same(opinion.unit, unit)]
            days = sorted(opinion.deadline for opinion in own if opinion.deadline is not None)
            self.label(row, _RIGHT, unit or NO_UNIT)
            self._owed(row, unit, len(own))
            self.pen.day(self.made, row, _RIGHT + 2, days[0] if days else None, DAY)
            self.pen.day(self.made, row, _RIGHT + 3, days[-1] if days else None, DAY)
            row += 1
        self.label(row, _RIGHT, "Cộng", TOTAL_LABEL)
        formula = f"SUM(F{at + 2}:F{row - 1})" if row > at + 2 else "0"
        self.pen.formula(self.made, row, _RIGHT + 1, formula, len(owed), TOTAL)
        for offset in (2, 3):
            self.pen.text(self.made, row, _RIGHT + offset, "", TOTAL_LABEL)
        return row + 2

    def _owed(self, row: int, unit: str, value: int) -> None:
        """The sum of one COUNTIFS for each outcome after which somebody still owes something."""
        of_unit = count_formula(self.ranges, (("unit", f"$E{row}" if unit else '""', unit),))
        outcomes = self.ranges.of("outcome")
        parts = [f'{of_unit[:-1]},{outcomes},"{label}")' for label in _OPEN_LABELS] if of_unit else []
        self.pen.count(self.made, row, _RIGHT + 1, "+".join(parts) or None, value)

    def attendance(self, at: int, rows: Sequence[Attendance]) -> int:
        """Invited, present, in all; gives the row after it."""
        if not rows:
            return at
        self.heading(at, _RIGHT, "Đại biểu và người dân dự hội nghị")
        self.heads(at + 1, _RIGHT, ("Thành phần", "Mời", "Có mặt", "Tổng số", "Có mặt/mời"))
        first = at + 2
        for row, group in enumerate(rows, first):
            self.label(row, _RIGHT, f"{group.label} ({group.unit})" if group.unit else group.label)
            for offset, value in enumerate((group.expected, group.present, group.total), 1):
                self.pen.number(self.made, row, _RIGHT + offset, value, COUNT)
            self._presence(row, group.expected or 0, group.present or 0, SHARE)
        at = first + len(rows)
        units = tuple(dict.fromkeys(group.unit for group in rows))
        for unit in units:  # people and households are never added together
            own = {row: group for row, group in enumerate(rows, first) if group.unit == unit}
            self.label(at, _RIGHT, "Cộng" if len(units) == 1 else f"Cộng ({unit})", TOTAL_LABEL)
            for offset, name in enumerate(("expected", "present", "total"), 1):
                cells = "+".join(f"{'EFGH'[offset]}{row}" for row in own)
                value = sum(getattr(group, name) or 0 for group in own.values())
                self.pen.formula(self.made, at, _RIGHT + offset, cells, value, TOTAL)
            expected = sum(group.expected or 0 for group in own.values())
            self._presence(at, expected, sum(group.present or 0 for group in own.values()), TOTAL_SHARE)
            at += 1
        return at + 1

    def _presence(self, row: int, expected: int, present: int, look: Look) -> None:
        share = present / expected if expected else 0
        self.pen.formula(self.made, row, _RIGHT + 4, f"IF(F{row}=0,0,G{row}/F{row})", share, look)


def prepare(workbook: Workbook, pen: Pen, heading: Heading) -> Worksheet:
    """The empty sheet, so that it stands first."""
    return sheet(workbook, pen, NAME, "SỔ TỔNG HỢP Ý KIẾN, KIẾN NGHỊ CỦA NHÂN DÂN", heading, _WIDTHS)


def write(
    made: Worksheet,
    pen: Pen,
    opinions: Sequence[OpinionRow],
    ranges: Ranges,
    attendance: Sequence[Attendance],
) -> None:
    """All small tables."""
    page = _Overview(made, pen, ranges, opinions, {})
    top = HEAD_ROW + 1
    at = page.counts(top, "Kết quả trả lời", "outcome", _outcomes(opinions))
    at = page.counts(
        at, "Nguồn ý kiến", "source", values_of(opinions, "source", tuple(SOURCE_LABELS.values()))
    )
    left_end = page.counts(at, "Loại ý kiến", "kind", tuple(OPINION_KIND_LABELS.values()))
    right_end = page.attendance(page.promises(top), attendance)
    end = max(left_end, right_end)
    if pen.removed:
        text = f"Đã bỏ {pen.removed} ký tự ẩn không ghi được vào bảng tính."
        pen.text(made, end, 1, text, NOTE)
        end += 1
    for row, height in page.heights.items():
        made.row_dimensions[row].height = height
    made.print_area = f"A1:I{end}"
    made.page_setup.fitToHeight = 1


def _outcomes(opinions: Sequence[OpinionRow]) -> tuple[str, ...]:
    labels = tuple(OUTCOME_LABELS[outcome] for outcome in Outcome)
    missing = any(same(row.outcome, NO_OUTCOME) for row in opinions)
    return (*labels, NO_OUTCOME) if missing else labels
