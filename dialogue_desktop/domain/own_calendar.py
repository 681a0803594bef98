"""What the office has put over the calendars that come with the program, and what comes of both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from dialogue_desktop.domain.law_limits import LimitKind
from dialogue_desktop.domain.work_calendar import CalendarDay, WorkCalendar

LEAST_LIMIT, MOST_LIMIT = 1, 99


@dataclass(frozen=True, slots=True)
class YearDay:
    """A row of a year's calendar; rows with the same `switch` are left out together ("" without one)."""

    row: CalendarDay
    switch: str = ""


@dataclass(frozen=True, slots=True)
class YearTable:
    """The days off and made up of one year, and whether the Government has announced them."""

    year: int
    announced: bool
    days: tuple[YearDay, ...] = ()


@dataclass(frozen=True, slots=True)
class BookRow:
    """A row as the office's book of days shows it.

    `own`: written here. `gone`: a shipped row that was taken away, or left out by its switch.
    """

    row: CalendarDay
    own: bool = False
    gone: bool = False


def _no_limits() -> Mapping[LimitKind, int]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class OwnCalendar:
    """The office's edits; a day stands at most once in `days` and once in `removed`.

    `removed` are days whose shipped row does not hold here. `limits` are days in place of the law limits'
    shipped numbers, for what the office has read in the law itself.
    """

    days: tuple[CalendarDay, ...] = ()
    removed: tuple[date, ...] = ()
    announced: tuple[int, ...] = ()
    off_switches: tuple[str, ...] = ()
    limits: Mapping[LimitKind, int] = field(default_factory=_no_limits)

    # --- what comes of it -----------------------------------------------------------------------------

    def over(self, tables: Sequence[YearTable]) -> WorkCalendar:
        """The calendar that holds: the shipped rows that were left, and the office's own over them."""
        gone = frozenset(self.removed)
        shipped = [
            day.row
            for table in tables
            for day in table.days
            if day.switch not in self.off_switches and day.row.day not in gone
        ]
        announced = {table.year for table in tables if table.announced} | set(self.announced)
        return WorkCalendar((*shipped, *self.days), frozenset(announced))

    def rows(self, tables: Sequence[YearTable], year: int) -> tuple[BookRow, ...]:
        """All rows of a year in the order of the days; an own row stands in place of the shipped one."""
        found = {row.day: BookRow(row, own=True) for row in self.days if row.day.year == year}
        for table in tables:
            for day in table.days if table.year == year else ():
                off = day.switch in self.off_switches or day.row.day in self.removed
                found.setdefault(day.row.day, BookRow(day.row, gone=off))
        return tuple(found[day] for day in sorted(found))

    def effective(self, tables: Sequence[YearTable], year: int) -> YearTable:
        """The year as it holds, for a file to be shared."""
        calendar = self.over(tables)
        rows = tuple(YearDay(row) for row in calendar.days if row.day.year == year)
        return YearTable(year, calendar.is_known(year), rows)

    # --- edits ----------------------------------------------------------------------------------------

    def with_day(self, row: CalendarDay, *, instead_of: date | None = None) -> OwnCalendar:
        """A row of the office's own; `instead_of` is the day of the row that it was made from."""
        made = self
        if instead_of is not None and instead_of != row.day:
            made = made.without_day(instead_of)
        others = tuple(one for one in made.days if one.day != row.day)
        return replace(made, days=tuple(sorted((*others, row), key=lambda one: one.day)))

    def without_day(self, day: date) -> OwnCalendar:
        """The day follows its weekday again, whoever wrote its row."""
        kept = tuple(one for one in self.days if one.day != day)
        return replace(self, days=kept, removed=tuple(sorted({*self.removed, day})))

    def as_shipped(self, day: date) -> OwnCalendar:
        """The shipped row of the day holds again, or none where none was shipped."""
        return replace(
            self,
            days=tuple(one for one in self.days if one.day != day),
            removed=tuple(one for one in self.removed if one != day),
        )

    def with_switch(self, switch: str, on: bool) -> OwnCalendar:
        others = {one for one in self.off_switches if one != switch}
        return replace(self, off_switches=tuple(sorted(others if on else {*others, switch})))

    def with_announced(self, year: int, on: bool) -> OwnCalendar:
        others = {one for one in self.announced if one != year}
        return replace(self, announced=tuple(sorted({*others, year} if on else others)))

    def with_limit(self, kind: LimitKind, days: int | None) -> OwnCalendar:
        """The office's number for a law limit, or the shipped one again. ValueError with a sentence."""
        limits = {one: number for one, number in self.limits.items() if one is not kind}
        if days is not None:
            if not LEAST_LIMIT <= days <= MOST_LIMIT:
                raise ValueError(f"Số ngày từ {LEAST_LIMIT} đến {MOST_LIMIT}.")
            limits[kind] = days
        return replace(self, limits=MappingProxyType(limits))

    def with_table(self, tables: Sequence[YearTable], table: YearTable) -> OwnCalendar:
        """The year becomes what a shared file says; other years and the switches stay."""
        year = table.year
        others = replace(
            self,
            days=tuple(one for one in self.days if one.day.year != year),
            removed=tuple(one for one in self.removed if one.year != year),
        )
        base = {row.day: row for row in others.over(tables).days if row.day.year == year}
        wanted = {day.row.day: day.row for day in table.days}
        own = [row for day, row in wanted.items() if base.get(day) != row]
        taken = replace(
            others,
            days=_sorted_days((*others.days, *own)),
            removed=tuple(sorted({*others.removed, *(day for day in base if day not in wanted)})),
        )
        return taken.with_announced(year, True) if table.announced else taken


def _sorted_days(days: Iterable[CalendarDay]) -> tuple[CalendarDay, ...]:
    return tuple(sorted(days, key=lambda one: one.day))
