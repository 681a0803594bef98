"""The schedule of the plan in hand, counted again only when what it is counted from became another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from dialogue_desktop.domain.law_checks import LawCheck, law_checks, law_day
from dialogue_desktop.domain.law_limits import LimitKind
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.schedule import ScheduledDuty, schedule
from dialogue_desktop.domain.work_calendar import WorkCalendar


class ScheduleCache:
    """Several parts of the window ask for the schedule at every key, in whatever field it is typed."""

    def __init__(
        self, calendar: WorkCalendar, today: date, own_limits: Mapping[LimitKind, int] | None = None
    ) -> None:
        self._calendar, self._today, self._limits = calendar, today, own_limits
        self._counted: Plan | None = None
        self._lines: Sequence[ScheduledDuty] = ()
        self._checked: tuple[Sequence[ScheduledDuty], date, Sequence[LawCheck]] | None = None

    def __call__(self, plan: Plan) -> Sequence[ScheduledDuty]:
        old = self._counted
        same = (
            old is not None
            and plan.tasks is old.tasks
            and plan.day == old.day
            and plan.issued_on == old.issued_on
        )
        if not same:
            self._lines = schedule(plan, self._calendar, today=self._today, own_limits=self._limits)
            self._counted = plan
        return self._lines

    def law(self, plan: Plan) -> Sequence[LawCheck]:
        """How the plan stands to the law's own limits."""
        lines, day = self(plan), law_day(plan)
        if self._checked is None or self._checked[0] is not lines or self._checked[1] != day:
            self._checked = (lines, day, law_checks(plan, lines, self._limits))
        return self._checked[2]
