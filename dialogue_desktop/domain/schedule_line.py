"""The whole schedule on a line of days, weeks or months, as paper and workbook draw it (P10)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from dialogue_desktop.domain.placeholders import fill, values_of
from dialogue_desktop.domain.plan import ChairRole, Plan
from dialogue_desktop.domain.schedule import ScheduledDuty, time_words
from dialogue_desktop.domain.words_vi import date_dm, date_plain, weekday_date, weekday_long
from dialogue_desktop.domain.work_calendar import WorkCalendar

#: So many days, weeks and months still have room for themselves on a lying A4 page.
MOST_DAYS, MOST_WEEKS, MOST_MONTHS = 36, 16, 24
_SATURDAY = 5


class Scale(Enum):
    """What one step of the line is."""

    DAY = "ngày"
    WEEK = "tuần"
    MONTH = "tháng"


class Off(Enum):
    """A day without work: weekends and the calendar's own days off are told apart, as in the window."""

    NO = "làm việc"
    WEEKEND = "thứ Bảy, Chủ nhật"
    HOLIDAY = "nghỉ lễ, nghỉ bù"


@dataclass(frozen=True, slots=True)
class Tick:
    """One step: its first and last day. `off` is told of days only; `holidays` are those of a week."""

    first: date
    last: date
    off: Off = Off.NO
    holidays: tuple[date, ...] = ()

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Mark:
    """What is due on a day. `duty_id` is empty for the conference itself."""

    day: date
    work: str
    unit: str
    duty_id: str = ""

    @property
    def is_conference(self) -> bool:
        return not self.duty_id


@dataclass(frozen=True, slots=True)
class ScheduleLine:
    """Steps from the first day to the last, and what is due in the order of the days.

    The steps end after MOST_MONTHS months; what is due later has no step.
    """

    scale: Scale
    ticks: tuple[Tick, ...]
    marks: tuple[Mark, ...]
    day: date | None

    def place(self, day: date) -> int | None:
        """The step that holds the day."""
        for index, tick in enumerate(self.ticks):
            if tick.holds(day):
                return index
        return None

    @property
    def conference_place(self) -> int | None:
        return self.place(self.day) if self.day else None

    def label(self, tick: Tick) -> str:
        """ "24" for a day, "20/4" for a week by its Monday, "4" for a month."""
        match self.scale:
            case Scale.DAY:
                return str(tick.first.day)
            case Scale.WEEK:
                return date_dm(tick.first)
            case Scale.MONTH:
                return str(tick.first.month)

    def above(self) -> tuple[tuple[str, int], ...]:
        """What stands over the steps with how many it spans: months over days, years over months."""
        if self.scale is Scale.WEEK:
            return ()
        found: list[tuple[str, int]] = []
        for tick in self.ticks:
            year = str(tick.first.year)
            name = f"{tick.first.month}/{year}" if self.scale is Scale.DAY else year
            if found and found[-1][0] == name:
                found[-1] = (name, found[-1][1] + 1)
            else:
                found.append((name, 1))
        return tuple(found)

    def day_words(self, mark: Mark) -> str:
        """ "thứ Sáu 24/4"; with the year where the line goes over several."""
        if self.over_years:
            return weekday_date(mark.day)
        return f"{weekday_long(mark.day)} {date_dm(mark.day)}"

    @property
    def over_years(self) -> bool:
        return self.marks[0].day.year != self.marks[-1].day.year

    def mark_words(self, mark: Mark) -> str:
        """What is written on the mark's step: its day where the step is a week."""
        return date_dm(mark.day) if self.scale is Scale.WEEK else ""

    def holiday_words(self, tick: Tick) -> str:
        """ "30/4, 1/5"."""
        return ", ".join(date_plain(day) for day in tick.holidays)


def schedule_line(plan: Plan, duties: Sequence[ScheduledDuty], calendar: WorkCalendar) -> ScheduleLine | None:
    """The line of a plan: its dated duties and the conference itself; None while nothing has a day."""
    values = values_of(plan, time_text=time_words(plan))
    marks = [
        Mark(
            line.due,
            fill(line.duty.summary.strip() or line.duty.text, values).strip(" .;"),
            fill(line.unit, values),
            line.duty.id,
        )
        for line in duties
        if line.dated and line.due is not None
    ]
    if plan.day is not None:
        chairs = [chair.official.position for chair in plan.chairs if chair.role is not ChairRole.DEPUTY]
        marks.append(
            Mark(plan.day, "Tổ chức hội nghị", chairs[0] if len(chairs) == 1 else "Chủ trì hội nghị")
        )
    if not marks:
        return None
    marks.sort(key=lambda mark: (mark.day, not mark.is_conference, mark.work))
    scale, ticks = _steps(marks[0].day, marks[-1].day, calendar)
    return ScheduleLine(scale, ticks, tuple(marks), plan.day)


def _steps(first: date, last: date, calendar: WorkCalendar) -> tuple[Scale, tuple[Tick, ...]]:
    days = (last - first).days + 1
    if days <= MOST_DAYS:
        return Scale.DAY, tuple(_day(first + timedelta(days=n), calendar) for n in range(days))
    monday = first - timedelta(days=first.weekday())
    weeks = (last - monday).days // 7 + 1
    if weeks <= MOST_WEEKS:
        return Scale.WEEK, tuple(_week(monday + timedelta(weeks=n), calendar) for n in range(weeks))
    months = min((last.year - first.year) * 12 + last.month - first.month + 1, MOST_MONTHS)
    return Scale.MONTH, tuple(_month(first.year, first.month + n) for n in range(months))


def _day(day: date, calendar: WorkCalendar) -> Tick:
    if calendar.is_working(day):
        return Tick(day, day)
    if day.weekday() >= _SATURDAY:
        return Tick(day, day, Off.WEEKEND)
    return Tick(day, day, Off.HOLIDAY, (day,))


def _week(monday: date, calendar: WorkCalendar) -> Tick:
    days = [monday + timedelta(days=n) for n in range(_SATURDAY)]
    holidays = tuple(day for day in days if not calendar.is_working(day))
    return Tick(monday, monday + timedelta(days=6), holidays=holidays)


def _month(year: int, month: int) -> Tick:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    following = date(year + month // 12, month % 12 + 1, 1)
    return Tick(date(year, month, 1), following - timedelta(days=1))
