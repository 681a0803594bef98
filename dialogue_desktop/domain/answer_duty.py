"""By when a unit owes its prepared answers: the plan's own duty for them, or two working days before (C7)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dialogue_desktop.domain.deadlines import Anchor, DayUnit, Direction, Rule, compute
from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.schedule import ScheduledDuty
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.domain.work_calendar import WorkCalendar

#: What is proposed where the plan says nothing: two working days before the conference.
USUAL = Rule(Anchor.CONFERENCE_DAY, Direction.BEFORE, 2, DayUnit.WORKING)

# How a plan speaks of the day for prepared answers, the plainest first, and of what is another duty.
_SAYS_SO = (
    (3, re.compile(r"\b(gui|nop|trinh)\b.*\b(noi dung|du thao|van ban|phan|cau)? ?tra loi\b")),
    (2, re.compile(r"\b(nhan|thu|don doc)\b.*\btra loi\b")),
    (1, re.compile(r"\bchuan bi\b.*\btra loi\b")),
)
_OTHER_DUTY = re.compile(r"\b(bao cao|phan cong|giao)\b.*\btra loi\b")


@dataclass(frozen=True, slots=True)
class AnswerDue:
    """The day, how it was counted, and the duty of the plan that says so (empty: the usual one)."""

    day: date | None
    explanation: str
    duty_id: str = ""
    unit: str = ""

    @property
    def from_plan(self) -> bool:
        return bool(self.duty_id)


def answer_due(plan: Plan, duties: Sequence[ScheduledDuty], calendar: WorkCalendar) -> AnswerDue:
    """The plan's day where it has one; the usual one counted from the conference day; None while that day is
    not known."""
    rated = [(points, line) for line in duties if (points := _rate(line))]
    if rated:
        best = max(points for points, _ in rated)
        line = min((one for points, one in rated if points == best), key=lambda one: one.due or date.max)
        words = (line.deadline.explanation_long or line.deadline.explanation) if line.deadline else ""
        return AnswerDue(line.due, words, line.duty.id, line.unit)
    if plan.day is None:
        return AnswerDue(None, "")
    counted = compute(USUAL, plan.day, calendar)
    words = counted.explanation_long or counted.explanation
    return AnswerDue(counted.due, f"Kế hoạch không nêu hạn gửi câu trả lời. {words}")


def _rate(line: ScheduledDuty) -> int:
    """How plainly a dated duty before the day speaks of prepared answers; 0 for another duty."""
    if line.due is None or (line.duty.rule is not None and line.duty.rule.direction is Direction.AFTER):
        return 0
    words = fold(f"{line.duty.summary}. {line.duty.text}")
    if _OTHER_DUTY.search(words):
        return 0
    return next((points for points, pattern in _SAYS_SO if pattern.search(words)), 0)
