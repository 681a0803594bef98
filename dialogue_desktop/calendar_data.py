"""Calendars of days off as TOML files, one a year: those that come with the program and shared ones."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

from dialogue_desktop.domain.own_calendar import OwnCalendar, YearDay, YearTable
from dialogue_desktop.domain.text_vi import clean
from dialogue_desktop.domain.words_vi import FIRST_YEAR, LAST_YEAR, date_short, make_date
from dialogue_desktop.domain.work_calendar import CalendarDay, DayKind, WorkCalendar
from dialogue_desktop.errors import BadInput

CULTURE_DAY = "culture_day"
"""Switch of the rows of 24/11, Ngày Văn hóa Việt Nam: resolved by the Party, no law seen yet."""

_WRITTEN_DAY = re.compile(r"^\s*day\s*=\s*\"?(\d{4})-(\d{1,2})-(\d{1,2})", re.MULTILINE)
_MOST_BYTES = 200_000  # a year's calendar takes five thousand
_LONGEST_NAME, _LONGEST_SOURCE = 200, 1000


def load_calendar(folder: Path, *, off_switches: Iterable[str] = ()) -> WorkCalendar:
    """Read all ``<year>.toml`` of a folder; rows whose switch is in ``off_switches`` are left out.

    BadInput with one sentence when a file cannot be read or says something impossible.
    """
    return OwnCalendar(off_switches=tuple(off_switches)).over(load_tables(folder))


def load_tables(folder: Path) -> tuple[YearTable, ...]:
    """All ``<year>.toml`` of a folder, by year. BadInput as `read_table`."""
    return tuple(read_table(path) for path in sorted(folder.glob("[0-9][0-9][0-9][0-9].toml")))


def read_table(path: Path) -> YearTable:
    """The calendar of one year from its file. BadInput with one sentence that names file and day."""
    name = path.name
    unreadable = f"Không đọc được tệp lịch nghỉ {name}."
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise BadInput(f"Tệp {name} quá lớn, không phải tệp lịch nghỉ của một năm.")
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(unreadable) from error
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        written = _impossible_day(text)
        if written:
            raise BadInput(f"Tệp lịch nghỉ {name} có ngày không có thật: {written}") from error
        raise BadInput(unreadable) from error
    year = data.get("year")
    rows = data.get("days", [])
    if not isinstance(year, int) or isinstance(year, bool) or not isinstance(rows, list):
        raise BadInput(f"Tệp lịch nghỉ {name} thiếu năm hoặc danh sách ngày.")
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise BadInput(f"Tệp lịch nghỉ {name} ghi năm {year}, nằm ngoài lịch ({FIRST_YEAR}–{LAST_YEAR}).")
    days = tuple(_read_row(row, year, name) for row in rows)
    _refuse_duplicates(days, name)
    return YearTable(year, data.get("announced") is True, days)


def write_table(table: YearTable) -> str:
    """The text of a calendar file, as `read_table` reads it."""
    lines = [f"# Ngày nghỉ và ngày làm bù năm {table.year}. T7, CN nghỉ hằng tuần không ghi ở đây."]
    lines += [f"year = {table.year}", f"announced = {'true' if table.announced else 'false'}"]
    for day in table.days:
        row = day.row
        lines += ["", "[[days]]", f"day = {row.day.isoformat()}", f'kind = "{row.kind.value}"']
        lines += [f"name = {_quoted(row.name)}", f"source = {_quoted(row.source)}"]
        if day.switch:
            lines.append(f"switch = {_quoted(day.switch)}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A TOML basic string: JSON's escapes are a part of TOML's."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "")


def _impossible_day(text: str) -> str:
    """What is wrong with the first day that no calendar has ("Tháng 2 năm 2026 chỉ có 28 ngày.")."""
    for found in _WRITTEN_DAY.finditer(text):
        try:
            make_date(int(found[3]), int(found[2]), int(found[1]))
        except ValueError as error:
            return f"{int(found[3])}/{int(found[2])}/{found[1]}. {error}"
    return ""


def _refuse_duplicates(days: tuple[YearDay, ...], name: str) -> None:
    seen: set[date] = set()
    for day in days:
        if day.row.day in seen:
            raise BadInput(f"Tệp lịch nghỉ {name} ghi ngày {date_short(day.row.day)} hai lần.")
        seen.add(day.row.day)


def _read_row(row: object, year: int, file_name: str) -> YearDay:
    if not isinstance(row, dict):
        raise BadInput(f"Tệp lịch nghỉ {file_name} có dòng không đọc được.")
    day = row.get("day")
    if not isinstance(day, date) or isinstance(day, datetime) or day.year != year:
        raise BadInput(f"Tệp lịch nghỉ {file_name} có ngày không thuộc năm {year}: {_shown(day)}.")
    try:
        kind = DayKind(str(row.get("kind")))
    except ValueError as error:
        raise BadInput(
            f"Tệp lịch nghỉ {file_name}: ngày {day.day}/{day.month} có loại không đúng"
            f" ({_shown(row.get('kind'))})."
        ) from error
    made = CalendarDay(day, kind, _text(row, "name")[:_LONGEST_NAME], _text(row, "source")[:_LONGEST_SOURCE])
    return YearDay(made, _text(row, "switch"))


def _shown(value: object) -> str:
    return "không ghi" if value is None else clean(str(value)[:40]).text


def _text(row: dict[str, object], key: str) -> str:
    return " ".join(clean(str(row.get(key, ""))).text.split())
