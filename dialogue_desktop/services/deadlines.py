"""The office's calendar of working days and the schedule that follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType

from dialogue_desktop.calendar_data import load_tables
from dialogue_desktop.clock import Clock
from dialogue_desktop.domain.law_limits import LimitKind
from dialogue_desktop.domain.own_calendar import OwnCalendar, YearTable
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.schedule import ScheduledDuty, schedule
from dialogue_desktop.domain.work_calendar import CalendarDay, WorkCalendar
from dialogue_desktop.services.settings import Settings

#: Where the office's own part of the calendar is kept: rows, switches that are off, numbers of days.
DAYS_KEY, SWITCHES_KEY, LIMITS_KEY = "calendar.days", "calendar.off_switches", "calendar.limits"


@dataclass(frozen=True, slots=True)
class _KeptDays:
    """The part of `OwnCalendar` under DAYS_KEY."""

    days: tuple[CalendarDay, ...] = ()
    removed: tuple[date, ...] = ()
    announced: tuple[int, ...] = ()


class Deadlines:
    """Counts with the shipped calendars and what the office has put over them."""

    def __init__(self, resources: Path, settings: Settings, clock: Clock) -> None:
        self._folder = resources / "calendar"
        self._settings = settings
        self._clock = clock
        self._tables: tuple[YearTable, ...] | None = None
        self._held: tuple[OwnCalendar, WorkCalendar] | None = None

    def tables(self) -> tuple[YearTable, ...]:
        """The calendars that come with the program, by year."""
        if self._tables is None:
            self._tables = load_tables(self._folder)
        return self._tables

    def own(self) -> OwnCalendar:
        """What the office has put over them."""
        return self._in_force()[0]

    def calendar(self) -> WorkCalendar:
        """The days off and made up that hold here."""
        return self._in_force()[1]

    def keep_own(self, own: OwnCalendar) -> None:
        """Keep the office's part; `calendar` reflects it at once. StorageError keeps what was."""
        self._settings.set_all(
            {
                DAYS_KEY: _KeptDays(own.days, own.removed, own.announced),
                SWITCHES_KEY: own.off_switches,
                LIMITS_KEY: dict(own.limits),
            }
        )
        self._held = (own, own.over(self.tables()))

    def schedule(
        self, plan: Plan, *, notice_day: date | None = None, own: OwnCalendar | None = None
    ) -> tuple[ScheduledDuty, ...]:
        """Every duty of the plan with its day, explanation and open warnings; with `own`, as it would be."""
        calendar = self.calendar() if own is None else own.over(self.tables())
        limits = (self.own() if own is None else own).limits
        return schedule(plan, calendar, notice_day=notice_day, today=self._clock.today(), own_limits=limits)

    def _in_force(self) -> tuple[OwnCalendar, WorkCalendar]:
        if self._held is None:
            own = self._read()
            self._held = (own, own.over(self.tables()))
        return self._held

    def _read(self) -> OwnCalendar:
        read = self._settings.read
        days = read(DAYS_KEY, _KeptDays, _KeptDays())
        limits = read(LIMITS_KEY, dict[LimitKind, int], {})
        switches = read(SWITCHES_KEY, tuple[str, ...], ())
        return OwnCalendar(days.days, days.removed, days.announced, switches, MappingProxyType(limits))
