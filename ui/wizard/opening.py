"""What the wizard reads from the core before its first step is shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.work_calendar import WorkCalendar
from dialogue_desktop.lists import OfficeLists
from dialogue_desktop.lists import load as load_lists
from ui.wizard.checks import Facts
from ui.wizard.schedule_cache import ScheduleCache


class PlanKeeper(Protocol):
    """What the wizard asks of services.planning."""

    def plan(self, cid: str, /) -> Plan: ...
    def step(self, cid: str, /) -> str: ...
    def save_plan(self, cid: str, plan: Plan, /, *, step: str = "") -> datetime: ...
    def finish_plan(self, cid: str, /) -> None: ...


@dataclass(frozen=True, slots=True)
class Opened:
    """What is read before the first step is shown."""

    plan: Plan
    step: str
    calendar: WorkCalendar
    lists: OfficeLists

    def facts(self, today: date) -> Facts:
        """What the checks must know, answered from memory."""
        calendar = self.calendar
        return Facts(today, lambda day: calendar.reason_off(day) or "", ScheduleCache(calendar, today))


def read(services: Any, conference_id: str) -> Opened:
    """On the database's thread."""
    planning: PlanKeeper = services.planning
    return Opened(
        planning.plan(conference_id),
        planning.step(conference_id),
        services.deadlines.calendar(),
        load_lists(services.resources / "lists"),
    )
