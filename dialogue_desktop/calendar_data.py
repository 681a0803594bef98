"""The calendars of days off that come with the program, one TOML file a year."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

from dialogue_desktop.domain.work_calendar import CalendarDay, DayKind, WorkCalendar
from dialogue_desktop.errors import BadInput

CULTURE_DAY = "culture_day"
"""Switch of the rows of 24/11, Ngày Văn hóa Việt Nam: resolved by the Party, no law seen yet."""


def load_calendar(folder: Path, *, off_switches: Iterable[str] = ()) -> WorkCalendar:
    """Read all ``<year>.toml`` of a folder; rows whose switch is in ``off_switches`` are left out.

    BadInput with one sentence when a file cannot be read or says something impossible.
    """
    calendar = WorkCalendar()
    left_out = frozenset(off_switches)
    for path in sorted(folder.glob("[0-9][0-9][0-9][0-9].toml")):
        year, announced, rows = _read_year(path)
        days = [day for day, switch in rows if switch not in left_out]
        calendar = calendar.with_days(days, [year] if announced else [])
    return calendar


def _read_year(path: Path) -> tuple[int, bool, list[tuple[CalendarDay, str]]]:
    """Year, whether announced, and its rows with the name of their switch ("" without one)."""
    try:
        with path.open("rb") as file:
            data = tomllib.load(file)
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadInput(f"Không đọc được tệp lịch nghỉ {path.name}.") from error
    year = data.get("year")
    rows = data.get("days", [])
    if not isinstance(year, int) or not isinstance(rows, list):
        raise BadInput(f"Tệp lịch nghỉ {path.name} thiếu năm hoặc danh sách ngày.")
    return year, data.get("announced") is True, [_read_row(row, year, path.name) for row in rows]


def _read_row(row: object, year: int, file_name: str) -> tuple[CalendarDay, str]:
    if not isinstance(row, dict):
        raise BadInput(f"Tệp lịch nghỉ {file_name} có dòng không đọc được.")
    day = row.get("day")
    if not isinstance(day, date) or isinstance(day, datetime) or day.year != year:
        raise BadInput(f"Tệp lịch nghỉ {file_name} có ngày không thuộc năm {year}: {day}.")
    try:
        kind = DayKind(str(row.get("kind")))
    except ValueError as error:
        raise BadInput(
            f"Tệp lịch nghỉ {file_name}: ngày {day.day}/{day.month} có loại không đúng ({row.get('kind')})."
        ) from error
    name, source = str(row.get("name", "")), str(row.get("source", ""))
    return CalendarDay(day, kind, name, source), str(row.get("switch", ""))
