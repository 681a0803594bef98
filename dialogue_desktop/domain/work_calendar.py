"""The office's working days: weekends, holidays, days off in lieu, swapped days, make-up Saturdays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from dialogue_desktop.domain.words_vi import weekday_long

_ONE_DAY = timedelta(days=1)
_LONGEST_BREAK = 366  # a calendar without any working day in a year is a mistake, not a rule
_SATURDAY = 5


class DayKind(StrEnum):
    """Why a day differs from an ordinary one of its weekday."""

    HOLIDAY = "holiday"
    COMPENSATORY = "compensatory"
    SWAPPED_OFF = "swapped_off"
    MAKEUP = "makeup"

    @property
    def label(self) -> str:
        return _KIND_LABELS[self]

    @property
    def is_off(self) -> bool:
        return self is not DayKind.MAKEUP


_KIND_LABELS = MappingProxyType(
    {
        DayKind.HOLIDAY: "nghỉ lễ, tết",
        DayKind.COMPENSATORY: "nghỉ bù",
        DayKind.SWAPPED_OFF: "nghỉ hoán đổi",
        DayKind.MAKEUP: "làm bù",
    }
)


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One row of the office's calendar; `name` is the reason as it is read ("nghỉ bù Giỗ Tổ")."""

    day: date
    kind: DayKind
    name: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Immutable calendar; of two rows for one day the later one counts (the office's own after the shipped).

    `years_announced` are the years whose days off the Government has announced.
    """

    days: tuple[CalendarDay, ...] = ()
    years_announced: frozenset[int] = frozenset()
    _by_day: Mapping[date, CalendarDay] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_day = {row.day: row for row in self.days}
        object.__setattr__(self, "_by_day", MappingProxyType(by_day))
        object.__setattr__(self, "days", tuple(by_day[day] for day in sorted(by_day)))

    def is_known(self, year: int) -> bool:
        """Whether the days off of this year have been announced."""
        return year in self.years_announced

    def row(self, d: date) -> CalendarDay | None:
        """What the calendar says about this very day, if anything."""
        return self._by_day.get(d)

    def is_working(self, d: date) -> bool:
        row = self._by_day.get(d)
        return not row.kind.is_off if row is not None else d.weekday() < _SATURDAY

    def reason_off(self, d: date) -> str | None:
        """ "Chủ nhật", "nghỉ bù Giỗ Tổ" …; None on a working day."""
        if self.is_working(d):
            return None
        row = self._by_day.get(d)
        return (row.name or row.kind.label) if row is not None else weekday_long(d)

    def next_working(self, d: date) -> date:
        """The first working day after ``d``."""
        return self._step(d, _ONE_DAY)

    def previous_working(self, d: date) -> date:
        """The last working day before ``d``."""
        return self._step(d, -_ONE_DAY)

    def add_working(self, d: date, n: int) -> date:
        """The n-th working day after ``d``; ``d`` itself is not counted (Bộ luật Dân sự 2015, Điều 147)."""
        return self._walk(d, n, _ONE_DAY)

    def subtract_working(self, d: date, n: int) -> date:
        """The n-th working day before ``d``; ``d`` itself is not counted."""
        return self._walk(d, n, -_ONE_DAY)

    def with_days(self, days: Iterable[CalendarDay], announced: Iterable[int] = ()) -> WorkCalendar:
        """The same calendar with these rows put over it, and these years taken as announced."""
        return WorkCalendar((*self.days, *days), self.years_announced | frozenset(announced))

    def without_days(self, days: Iterable[date]) -> WorkCalendar:
        """The same calendar without the rows of these days: they follow their weekday again."""
        gone = frozenset(days)
        return WorkCalendar(tuple(row for row in self.days if row.day not in gone), self.years_announced)

    def _walk(self, d: date, n: int, step: timedelta) -> date:
        if n < 0:
            raise ValueError("Số ngày không được âm.")
        for _ in range(n):
            d = self._step(d, step)
        return d

    def _step(self, d: date, step: timedelta) -> date:
        found = d
        for _ in range(_LONGEST_BREAK):
            found += step
            if self.is_working(found):
                return found
        raise ValueError(f"Lịch làm việc không còn ngày làm việc nào gần ngày {d.day}/{d.month}/{d.year}.")


#: A calendar that knows no day off but the weekends.
WEEKENDS_ONLY = WorkCalendar()
