"""The day to promise for an outcome, by the plan's own duties or else by the usual rule (L3, L8, P10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dialogue_desktop.domain.deadlines import (
    Anchor,
    Conflict,
    DayUnit,
    Direction,
    Rule,
    check_day,
    compute,
    compute_fixed,
)
from dialogue_desktop.domain.plan import Duty, Plan
from dialogue_desktop.domain.records import Outcome
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.domain.work_calendar import WorkCalendar

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
# What is still owed after these is a reply to the one who asked, as after a written one.
_OWED_ALIKE = {Outcome.PARTLY: Outcome.WRITTEN, Outcome.OFF_TOPIC: Outcome.WRITTEN}
_NO_NOTICE_YET = "Tính từ ngày họp vì thông báo kết luận chưa ban hành."


@dataclass(frozen=True, slots=True)
class Promise:
    """The last day, how it was counted in one sentence, and what speaks against it."""

    day: date | None
    explanation: str = ""
    conflicts: tuple[Conflict, ...] = ()


def promise(plan: Plan, outcome: Outcome, calendar: WorkCalendar, today: date) -> Promise:
    """Counted from the day of the session: the notice of conclusions, which some plans count from, is not
    issued yet, so the day is a first one that the secretary may change. No day where nothing is owed."""
    if outcome not in _MARKS:
        return Promise(None)
    session_day = plan.day or today
    duty = _duty(plan, outcome)
    if duty is not None and duty.moved_to is not None:
        return Promise(duty.moved_to, "Ngày đã chọn trong kế hoạch.", check_day(duty.moved_to, calendar))
    if duty is not None and duty.fixed is not None:
        fixed = compute_fixed(duty.fixed, calendar)
        return Promise(duty.fixed.last_day, f"Kế hoạch ghi: {duty.fixed.words}.", fixed.conflicts)
    rule = duty.rule if duty is not None and duty.rule is not None else _USUAL[outcome]
    anchor = plan.issued_on or session_day if rule.anchor is Anchor.PLAN_DATE else session_day
    counted = compute(rule, anchor, calendar)
    words = counted.explanation
    if rule.anchor is Anchor.NOTICE_OF_CONCLUSION:
        words = f"{words} {_NO_NOTICE_YET}"
    return Promise(counted.due, words, counted.conflicts)


def owed(plan: Plan, outcome: Outcome, calendar: WorkCalendar, today: date) -> Promise:
    """The same for every outcome after which somebody still owes something (L8): the rest of a part answer
    and an answer outside the session are promised as a written reply is."""
    return promise(plan, _OWED_ALIKE.get(outcome, outcome), calendar, today)


def _duty(plan: Plan, outcome: Outcome) -> Duty | None:
    duties = [duty for unit in plan.tasks for duty in unit.duties if duty.rule or duty.fixed]
    for marks in _MARKS[outcome]:
        for duty in duties:
            words = fold(f"{duty.summary} {duty.text}")
            if all(mark in words for mark in marks):
                return duty
    return None
