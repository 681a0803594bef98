"""The schedule of the plan in hand, counted once per plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from dialogue_desktop.domain.law_checks import LawCheck, law_checks
from dialogue_desktop.domain.law_limits import LimitKind
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.schedule import ScheduledDuty, schedule
from dialogue_desktop.domain.work_calendar import WorkCalendar


class ScheduleCache:
    """Several parts of the window ask for the schedule of the same plan at every key."""

    def __init__(
        self, calendar: WorkCalendar, today: date, own_limits: Mapping[LimitKind, int] | None = None
    ) -> None:
        self._calendar, self._today, self._limits = calendar, today, own_limits
        self._plan: Plan | None = None
        self._lines: Sequence[ScheduledDuty] = ()

    def __call__(self, plan: Plan) -> Sequence[ScheduledDuty]:
        if plan is not self._plan:
            self._lines = schedule(plan, self._calendar, today=self._today, own_limits=self._limits)
            self._plan = plan
        return self._lines

    def law(self, plan: Plan) -> Sequence[LawCheck]:
        """How the plan stands to the law's own limits."""
        return law_checks(plan, self(plan), self._limits)
