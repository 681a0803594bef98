"""The days that a count runs over: which are off or made up, and how that is said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dialogue_desktop.domain.words_vi import date_dm, date_plain, weekday_short
from dialogue_desktop.domain.work_calendar import DayKind, WorkCalendar

_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class DayMark:
    """One day of the strip; `number` is its place in the count, None when it is not counted."""

    day: date
    working: bool
    number: int | None = None
    is_start: bool = False
    is_end: bool = False
    reason: str = ""


def weekends(days: list[DayMark]) -> list[str]:
    """ "T7", "CN": which of them stand off among the days."""
    found = {weekday_short(m.day) for m in days if m.day.weekday() >= _SATURDAY and not m.working}
    return [name for name in ("T7", "CN") if name in found]


def breaks(days: list[DayMark]) -> list[tuple[date, date, str]]:
    """Runs of weekdays off with one name, across the weekends inside them."""
    runs: list[tuple[date, date, str]] = []
    open_run = False
    for m in days:
        if m.working:
            open_run = False
        elif m.day.weekday() < _SATURDAY:
            if open_run and runs[-1][2] == m.reason:
                runs[-1] = (runs[-1][0], m.day, m.reason)
            else:
                runs.append((m.day, m.day, m.reason))
            open_run = True
    return runs


def run_dates(first: date, last: date) -> str:
    """ "27/4", "16–20/2", "30/4–3/5"."""
    if first == last:
        return date_plain(first)
    if first.month == last.month:
        return f"{first.day}–{date_plain(last)}"
    return f"{date_plain(first)}–{date_plain(last)}"


def named_run(first: date, last: date, name: str) -> str:
    if first == last and date_plain(first) in name.split():
        return date_plain(first)  # "30/4" and "1/5" are their own names
    return f"{run_dates(first, last)} ({name})"


def makeup_days(days: list[DayMark], calendar: WorkCalendar) -> list[str]:
    rows = (calendar.row(m.day) for m in days)
    return [
        f"{weekday_short(row.day)} {date_dm(row.day)}"
        for row in rows
        if row is not None and row.kind is DayKind.MAKEUP
    ]
