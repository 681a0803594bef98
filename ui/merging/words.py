"""The words of the page: counts, moments, and where two texts differ (no Qt) (L11)."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from datetime import datetime

from dialogue_desktop.domain.date_words import date_short, weekday_long
from dialogue_desktop.domain.merge_words import COUNTED
from dialogue_desktop.domain.records import RecordKind
from dialogue_desktop.domain.wall_time import on_wall
from dialogue_desktop.services.merge_items import MergeReport

_WORD = re.compile(r"\S+")
#: Longer texts are compared by their lines only, so that no key waits.
_MOST_WORDS = 1500


def counted(counts: Mapping[RecordKind, int]) -> str:
    """ "12 ý kiến, 31 câu trả lời, 4 kết luận"; "" for none."""
    return ", ".join(f"{counts[kind]} {words}" for kind, words in COUNTED.items() if counts.get(kind))


def count_lines(report: MergeReport) -> tuple[str, ...]:
    """What a file brings, a line for each sort."""
    lines = []
    if came := counted(report.came):
        lines.append(f"Mới: {came}.")
    if changed := counted(report.changed):
        lines.append(f"Sửa ở một bên, không phải chọn: {changed}.")
    if gone := counted(report.gone):
        lines.append(f"Bên kia đã bỏ: {gone}.")
    if report.plan_came:
        lines.append("Kế hoạch: lấy theo bản nhập, vì chỉ bên ấy sửa.")
    if report.as_one:
        lines.append(f"{report.as_one} dòng hai bên ghi giống hệt nhau thành một dòng.")
    if report.numbers:
        told = ", ".join(f"số {one.old} thành số {one.new}" for one in report.numbers[:6])
        more = f" và {len(report.numbers) - 6} số khác" if len(report.numbers) > 6 else ""
        lines.append(f"Số trùng nhau được đánh lại: {told}{more}.")
    if report.beside and not lines:
        lines.append("Việc chuẩn bị, nơi niêm yết hoặc liên hệ có thêm nội dung.")
    return tuple(lines)


def facts(report: MergeReport) -> str:
    """One sentence on the file."""
    whose = ""
    if report.copy is not None:
        parts = [part for part in (report.copy.by, report.copy.machine) if part]
        whose = f" của {', '.join(parts)}" if parts else ""
        whose += f", ghi lúc {short_moment(report.copy.out_at)}"
    if not report.there:
        return f"“{report.title}” chưa có trên máy này; bản{whose}"
    if not report.anything:
        return f"“{report.title}”: không có gì mới so với máy này; bản{whose}"
    return f"“{report.title}”, bản{whose}"


def moment(at: datetime | None) -> str:
    """ "7 giờ 05, thứ Sáu 24/4/2026"."""
    if at is None:
        return ""
    wall = on_wall(at)
    return f"{wall.hour} giờ {wall.minute:02}, {weekday_long(wall.date())} {date_short(wall.date())}"


def short_moment(at: datetime | None) -> str:
    """ "7 giờ 05 ngày 24/4"."""
    if at is None:
        return ""
    wall = on_wall(at)
    return f"{wall.hour} giờ {wall.minute:02} ngày {wall.day}/{wall.month}"


def different(texts: Sequence[str]) -> tuple[tuple[tuple[int, int], ...], ...]:
    """For each text the stretches of words that the first (for the first: the second) does not have."""
    if len(texts) < 2:
        return tuple(() for _ in texts)
    found = []
    for number, text in enumerate(texts):
        other = texts[1] if number == 0 else texts[0]
        found.append(_own_parts(text, other))
    return tuple(found)


def _own_parts(text: str, other: str) -> tuple[tuple[int, int], ...]:
    words = [(one.start(), one.end(), one.group()) for one in _WORD.finditer(text)]
    others = _WORD.findall(other)
    if len(words) > _MOST_WORDS or len(others) > _MOST_WORDS:
        return ()
    matcher = difflib.SequenceMatcher(None, [word for _, _, word in words], others, autojunk=False)
    parts = []
    for tag, first, last, _, _ in matcher.get_opcodes():
        if tag in ("replace", "delete"):
            start, end = words[first][0], words[last - 1][1]
            parts.append((start, end - start))
    # Where everything is other, marking all of it says nothing.
    return () if sum(length for _, length in parts) >= len(text.strip()) else tuple(parts)
