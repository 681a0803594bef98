"""The list of safety copies in words: when each was made, why, how large it is (G4)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from dialogue_desktop.domain.backup_contents import BackupContents
from dialogue_desktop.domain.date_words import date_short, weekday_long
from dialogue_desktop.domain.wall_time import on_wall
from dialogue_desktop.domain.words_vi import decimal_vi
from dialogue_desktop.services.maintenance import Maintenance

_STAMP = re.compile(r"dialogue-(\d{8}-\d{6})(?:-(.*?))?(?:-\d+)?\.sqlite3")
_REASONS = {
    "truoc-khoi-phuc": "Giữ lại trước khi khôi phục",
    "truoc-nang-cap": "Giữ lại trước khi nâng cấp dữ liệu",
    "truoc-gop": "Giữ lại trước khi nhập bản hội trường",
}
_NAMED = 3  # conferences that a question names
_MEGA = 1024 * 1024


@dataclass(frozen=True, slots=True)
class BackupLine:
    """One copy: its file, the wall's time and its words."""

    path: Path
    at: datetime
    when: str
    note: str
    size: str
    inside: str = ""


def backup_lines(
    files: Sequence[Path], today: date, look: Callable[[Path], BackupContents | None] = lambda _file: None
) -> tuple[BackupLine, ...]:
    """Reads from the disk, so not on the main thread. A file that went meanwhile is left out."""
    lines: list[BackupLine] = []
    for path in files:
        try:
            stat = path.stat()
        except OSError:
            continue
        at, reason = _stamp(path, stat.st_mtime)
        note, size = _REASONS.get(reason, ""), size_words(stat.st_size)
        lines.append(BackupLine(path, at, when_words(at, today), note, size, inside_words(look(path), today)))
    return tuple(lines)


def listed_backups(maintenance: Maintenance, today: date) -> tuple[BackupLine, ...]:
    """All that lie in the data folder, with what is in each."""
    return backup_lines(maintenance.backups(), today, maintenance.inside)


def _stamp(path: Path, modified: float) -> tuple[datetime, str]:
    found = _STAMP.fullmatch(path.name)
    if found is None:
        return on_wall(datetime.fromtimestamp(modified, UTC)), ""
    return datetime.strptime(found[1], "%Y%m%d-%H%M%S"), found[2] or ""  # the wall's time


def when_words(at: datetime, today: date) -> str:
    """ "07:30 hôm nay", "16:42 hôm qua", "16:42 thứ Sáu 17/4/2026"."""
    left = (today - at.date()).days
    day = {0: "hôm nay", 1: "hôm qua"}.get(left)
    return f"{at:%H:%M} {day or f'{weekday_long(at.date())} {date_short(at.date())}'}"


def inside_words(found: BackupContents | None, today: date) -> str:
    """ "Trong bản này có 2 hội nghị: “…”, “…”. Lần ghi cuối lúc 09:41 hôm nay. ", or empty."""
    if found is None:
        return ""
    if not found.titles:
        return "Trong bản này chưa có hội nghị nào. "
    named = ", ".join(f"“{title}”" for title in found.titles[:_NAMED])
    more = len(found.titles) - _NAMED
    others = f" và {more} hội nghị khác" if more > 0 else ""
    last = f" Lần ghi cuối lúc {when_words(on_wall(found.last), today)}." if found.last else ""
    return f"Trong bản này có {len(found.titles)} hội nghị: {named}{others}.{last} "


def size_words(size: int) -> str:
    """ "1,2 MB", "340 KB"."""
    if size >= _MEGA:
        return f"{decimal_vi(size / _MEGA, 1)} MB"
    return f"{max(1, round(size / 1024))} KB"


def facts_words(lines: Sequence[BackupLine]) -> str:
    if not lines:
        return "Chưa có bản sao lưu nào"
    return f"Sao lưu gần nhất {lines[0].when}"


def found_words(damage: Sequence[str], copies: int, at: datetime) -> tuple[str, str]:
    """The result of a check: a bold fact and its sentences."""
    when = f"{on_wall(at):%H:%M}"
    if not damage:
        also = f" và {copies} bản sao lưu" if copies else ""
        return "Dữ liệu còn nguyên vẹn.", f"Đã kiểm tra tệp dữ liệu{also} lúc {when}."
    fact = f"Có {len(damage)} chỗ cần xem." if len(damage) > 1 else "Có một chỗ cần xem."
    return fact, " ".join(damage)
