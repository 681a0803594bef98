"""The day to promise for an outcome, by the plan's own duties or else by the usual rule (L3, P10)."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from dialogue_desktop.domain.deadlines import Anchor, DayUnit, Direction, Rule, compute
from dialogue_desktop.domain.plan import Duty, Plan
from dialogue_desktop.domain.records import Outcome
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.domain.work_calendar import WorkCalendar
from ui.live.service import DayOf

# Words that a duty of the plan has, folded: every one of a group, for the first group that fits.
_MARKS: dict[Outcome, tuple[tuple[str, ...], ...]] = {
    Outcome.WRITTEN: (("tra loi bang van ban",), ("van ban tra loi",)),
    Outcome.ESCALATED: (("vuot tham quyen",), ("tham quyen", "van ban de nghi"), ("kien nghi cap tren",)),
}
# What communes' plans usually say where this one is silent: replies in 7 working days, sending up in 5.
_USUAL: dict[Outcome, Rule] = {
    Outcome.WRITTEN: Rule(Anchor.CONFERENCE_DAY, Direction.AFTER, 7, DayUnit.WORKING),
    Outcome.ESCALATED: Rule(Anchor.CONFERENCE_DAY, Direction.AFTER, 5, DayUnit.WORKING),
}


class Calendar(Protocol):
    """`services.deadlines.Deadlines`, as far as it is needed here."""

    def calendar(self) -> WorkCalendar: ...


def promised_days(plan: Plan, deadlines: Calendar, today: date) -> DayOf:
    """A function from outcome to day; None for outcomes that promise nothing.

    Counted from the day of the session: the notice of conclusions, which some plans count from, is not
    issued yet, so the day is a first one that the secretary may change.
    """
    known: dict[Outcome, date | None] = {}

    def day_of(outcome: Outcome) -> date | None:
        if outcome not in _MARKS:
            return None
        if outcome not in known:
            known[outcome] = _day(plan, outcome, deadlines.calendar(), plan.day or today)
        return known[outcome]

    return day_of


def _day(plan: Plan, outcome: Outcome, calendar: WorkCalendar, session_day: date) -> date | None:
    duty = _duty(plan, outcome)
    if duty is not None and duty.moved_to is not None:
        return duty.moved_to
    if duty is not None and duty.fixed is not None:
        return duty.fixed.last_day
    rule = duty.rule if duty is not None and duty.rule is not None else _USUAL[outcome]
    anchor = plan.issued_on or session_day if rule.anchor is Anchor.PLAN_DATE else session_day
    return compute(rule, anchor, calendar).due


def _duty(plan: Plan, outcome: Outcome) -> Duty | None:
    duties = [duty for unit in plan.tasks for duty in unit.duties if duty.rule or duty.fixed]
    for marks in _MARKS[outcome]:
        for duty in duties:
            words = fold(f"{duty.summary} {duty.text}")
            if all(mark in words for mark in marks):
                return duty
    return None
