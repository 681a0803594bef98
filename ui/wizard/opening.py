"""What the wizard reads from the core before its first step is shown, and how it writes back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from PySide6.QtCore import QObject

from dialogue_desktop.domain.plan import LegalBasis, Plan
from dialogue_desktop.domain.work_calendar import WorkCalendar
from dialogue_desktop.lists import OfficeLists
from ui.tasks import Lane, Tasks
from ui.wizard.autosave import Runner
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
    facts: Facts
    lists: OfficeLists


def facts_of(deadlines: Any, today: date, bases: Iterable[LegalBasis] = ()) -> Facts:
    """What the checks must know, answered from memory; read on the database's thread the first time."""
    calendar: WorkCalendar = deadlines.calendar()
    limits = deadlines.own().limits
    counted = ScheduleCache(calendar, today, limits)
    known = {basis.id: basis for basis in bases}
    return Facts(today, lambda day: calendar.reason_off(day) or "", counted, counted.law, known)


def read(services: Any, conference_id: str, today: date) -> Opened:
    """On the database's thread."""
    planning: PlanKeeper = services.planning
    lists: OfficeLists = services.library.lists()
    return Opened(
        planning.plan(conference_id),
        planning.step(conference_id),
        facts_of(services.deadlines, today, lists.legal_bases),
        lists,
    )


def saving_on(tasks: Tasks, owner: QObject) -> Runner:
    """Saves follow one another on the database's thread; their answers come to the window's."""

    def run(
        work: Callable[[], datetime],
        done: Callable[[datetime], None],
        failed: Callable[[Exception], None],
    ) -> None:
        tasks.run(work, done, failed, lane=Lane.DATABASE, owner=owner)

    return run
