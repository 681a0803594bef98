"""The office's calendar of working days and the schedule that follows from it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from dialogue_desktop.calendar_data import load_calendar
from dialogue_desktop.clock import Clock
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.schedule import ScheduledDuty, schedule
from dialogue_desktop.domain.work_calendar import WorkCalendar


class Deadlines:
    """Computes; writes nothing."""

    def __init__(self, resources: Path, clock: Clock) -> None:
        self._folder = resources / "calendar"
        self._clock = clock
        self._calendar: WorkCalendar | None = None

    def calendar(self) -> WorkCalendar:
        """The days off and made up of the years in resources/calendar."""
        if self._calendar is None:
            self._calendar = load_calendar(self._folder)
        return self._calendar

    def schedule(self, plan: Plan, *, notice_day: date | None = None) -> tuple[ScheduledDuty, ...]:
        """Every duty of the plan with its day, explanation and open warnings."""
        return schedule(plan, self.calendar(), notice_day=notice_day, today=self._clock.today())
