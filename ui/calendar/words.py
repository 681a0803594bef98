"""How the book of days off is said: rows, facts of a year, what an edit moves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from dialogue_desktop.domain.law_limits import Confidence, LawLimit, LimitKind
from dialogue_desktop.domain.own_calendar import BookRow, OwnCalendar, YearTable
from dialogue_desktop.domain.words_vi import weekday_date, weekday_dm
from dialogue_desktop.services.calendar_book import CalendarChange, Moved
from ui.prompter import Choice, Question
from ui.theme import Role
from ui.widgets.rows import Cell, Row

LIMIT_LABELS: tuple[tuple[LimitKind, str], ...] = (
    (LimitKind.NOTICE, "Thông báo trước ngày họp, ít nhất"),
    (LimitKind.RESULT, "Công bố kết quả sau ngày họp, trong"),
    (LimitKind.POSTING, "Niêm yết liên tục, ít nhất"),
    (LimitKind.LOUDSPEAKER, "Phát loa liên tục, ít nhất"),
)


class ChangeWords(NamedTuple):
    """A bold fact, and one line for each duty named."""

    fact: str
    lines: tuple[str, ...]


def day_row(found: BookRow) -> Row:
    """Day, kind, name and where the row comes from."""
    row = found.row
    whose = "Đã bỏ" if found.gone else "Đơn vị ghi" if found.own else "Có sẵn"
    role = Role.TEXT2 if found.gone or not found.own else Role.ACCENT
    icon = "dismiss" if found.gone else "edit" if found.own else ""
    return Row(
        row.day.isoformat(),
        (
            Cell(weekday_dm(row.day), medium=True),
            Cell(_capital(row.kind.label), role=Role.TEXT2),
            Cell(_capital(row.name or row.kind.label), row.source),
            Cell(whose, role=role, icon=icon),
        ),
        faded=found.gone,
    )


def year_words(own: OwnCalendar, tables: Sequence[YearTable], year: int) -> str:
    """Whether the Government has announced the year's days off, and what that means for the deadlines."""
    shipped = next((table for table in tables if table.year == year), None)
    if shipped is not None and shipped.announced:
        return f"Lịch nghỉ năm {year} đã công bố."
    if year in own.announced:
        return f"Lịch nghỉ năm {year} do đơn vị ghi nhận là đã công bố."
    if shipped is None:
        return f"Lịch nghỉ năm {year} chưa công bố và chưa có ngày nào: hạn trong năm này chỉ trừ T7, CN."
    return f"Lịch nghỉ năm {year} chưa công bố: các ngày dưới đây là dự kiến, hạn tính theo đó được nhắc."


def change_words(change: CalendarChange, most: int = 6) -> ChangeWords:
    """ "3 hạn thay đổi", and each duty with its day before and after, at most `most` of them."""
    moved = change.moved
    if not moved:
        return ChangeWords("Không hạn nào thay đổi.", ())
    many = len({one.conference_id for one in moved}) > 1
    lines = [f"{moved_words(one.duty, one.before, one.after)}{_of(one, many)}" for one in moved[:most]]
    if len(moved) > most:
        lines.append(f"và {len(moved) - most} hạn khác")
    return ChangeWords(f"{len(moved)} hạn thay đổi.", tuple(lines))


def moved_words(duty: str, before: date | None, after: date | None) -> str:
    """ "Gửi báo cáo kết quả: thứ Sáu 08/5/2026 → thứ Hai 11/5/2026"."""
    old = weekday_date(before) if before else "chưa rõ"
    new = weekday_date(after) if after else "chưa rõ"
    return f"{' '.join(duty.split())}: {old} → {new}"


def limit_hint(limit: LawLimit | None) -> str:
    """The shipped number with its source; whether the law's own words were read."""
    if limit is None:
        return "Không có số ngày kèm theo cho thời điểm này."
    doubt = ", cần đối chiếu văn bản" if limit.confidence is Confidence.UNVERIFIED else ""
    return f"Để trống: {limit.days} ngày. {limit.source}{doubt}."


def own_words(own: OwnCalendar) -> str:
    """The facts beside the page's title."""
    count = len(own.days)
    parts = [f"{count} ngày do đơn vị ghi" if count else "Theo lịch kèm chương trình"]
    if own.removed:
        parts.append(f"{len(own.removed)} ngày đã bỏ")
    return ", ".join(parts)


def leaving_unkept() -> Question:
    """Asked when the page is left with edits that are not kept: "keep", "drop" or "stay"."""
    return Question(
        "Lịch làm việc có sửa đổi chưa ghi.",
        "Các hạn chỉ tính lại khi lịch được ghi.",
        (
            Choice("keep", "Ghi lịch", "primary"),
            Choice("drop", "Bỏ các sửa đổi"),
            Choice("stay", "Ở lại trang này"),
        ),
    )


def taken_words(year: int, name: str) -> str:
    return f"Đã đọc lịch năm {year} từ tệp {name}. Xem các hạn thay đổi rồi ghi lịch."


def _of(one: Moved, many: bool) -> str:
    return f" ({one.conference})" if many else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
