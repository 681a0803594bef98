"""The schedule of a plan: every dated duty with its day, how it was counted and what speaks against it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dialogue_desktop.domain.deadlines import (
    Anchor,
    Conflict,
    Deadline,
    Direction,
    check_day,
    compute,
    compute_fixed,
)
from dialogue_desktop.domain.law_limits import LawLimit, LimitKind, limits_for, stricter
from dialogue_desktop.domain.plan import Duty, Plan, TimeKind
from dialogue_desktop.domain.words_vi import date_doc, date_short, roman, time_doc
from dialogue_desktop.domain.work_calendar import WorkCalendar


@dataclass(frozen=True, slots=True)
class ScheduledDuty:
    """A duty with its deadline. `due` is the day that holds: the one chosen by hand, else the counted one.

    `conflicts` are those the secretary has not yet decided on.
    """

    unit_id: str
    unit: str
    duty: Duty
    deadline: Deadline | None
    due: date | None
    conflicts: tuple[Conflict, ...] = ()

    @property
    def dated(self) -> bool:
        return self.duty.rule is not None or self.duty.fixed is not None

    @property
    def warning(self) -> str:
        """The first undecided conflict in words, with the duty named; empty when there is none."""
        if not self.conflicts:
            return ""
        name = self.duty.summary or self.duty.text
        first = self.conflicts[0]
        return f"{name} {first.predicate}. {first.advice}".strip()


def anchor_day(plan: Plan, anchor: Anchor, notice_day: date | None) -> date | None:
    """The day that an anchor means for this plan; None while it is unknown."""
    match anchor:
        case Anchor.CONFERENCE_DAY:
            return plan.day
        case Anchor.NOTICE_OF_CONCLUSION:
            return notice_day
        case Anchor.PLAN_DATE:
            return plan.issued_on


def deadline_of(
    plan: Plan,
    duty: Duty,
    calendar: WorkCalendar,
    *,
    notice_day: date | None = None,
    today: date | None = None,
) -> Deadline | None:
    """The counted deadline of one duty; None for a duty without one."""
    if duty.rule is not None:
        return compute(duty.rule, anchor_day(plan, duty.rule.anchor, notice_day), calendar, today=today)
    if duty.fixed is not None:
        return compute_fixed(duty.fixed, calendar, today=today)
    return None


def schedule(
    plan: Plan,
    calendar: WorkCalendar,
    *,
    notice_day: date | None = None,
    today: date | None = None,
    own_limits: Mapping[LimitKind, int] | None = None,
) -> tuple[ScheduledDuty, ...]:
    """All duties in the plan's order. Without `notice_day` the clock of replies starts at the
    conference's own notice duty only when the plan gives it a day. `own_limits` as `limits_for`."""
    law = limits_for(plan.day, own_limits) if plan.day else ()
    if plan.day is not None and today is not None and plan.day < today:
        today = None  # a conference that is over: its days gone by are no news
    found: list[ScheduledDuty] = []
    for unit in plan.tasks:
        for duty in unit.duties:
            deadline = deadline_of(plan, duty, calendar, notice_day=notice_day, today=today)
            due = duty.moved_to or (deadline.due if deadline else None)
            speaking = [limit for limit in law if limits(limit, plan, duty, due)]
            conflicts = _open_conflicts(duty, deadline, calendar, speaking, today)
            found.append(ScheduledDuty(unit.id, unit.unit, duty, deadline, due, conflicts))
    return tuple(found)


def _open_conflicts(
    duty: Duty,
    deadline: Deadline | None,
    calendar: WorkCalendar,
    law: Sequence[LawLimit],
    today: date | None,
) -> tuple[Conflict, ...]:
    if deadline is None or duty.kept:
        return ()
    conflicts = deadline.conflicts
    if duty.moved_to is not None:  # by hand: the count no longer speaks, the law still does
        conflicts = check_day(duty.moved_to, calendar, today=today)
    late = (stricter(duty.moved_to or deadline.due, limit) for limit in law)
    return (*conflicts, *(one for one in late if one is not None))


def is_before(plan: Plan, duty: Duty, due: date | None) -> bool | None:
    """Whether a duty is one before the conference; None when nothing says it."""
    if duty.rule is not None and duty.rule.anchor is not Anchor.PLAN_DATE:
        return duty.rule.direction is Direction.BEFORE and duty.rule.anchor is Anchor.CONFERENCE_DAY
    if due is None or plan.day is None:
        return None
    return due <= plan.day


def limits(limit: LawLimit, plan: Plan, duty: Duty, due: date | None) -> bool:
    """Whether the law's limit speaks of this duty: notice duties before the day, publishing duties after."""
    before = is_before(plan, duty, due)
    return before is not None and limit.concerns(f"{duty.summary} {duty.text}", before=before)


def deadline_words(duty: Duty, due: date | None) -> str:
    """What stands for {han} in the duty's text: "chậm nhất sau 10 ngày làm việc (ngày 13/5/2026)"."""
    day = f" (ngày {date_short(due)})" if due else ""
    if duty.rule is not None:
        rule = duty.rule
        count = f"{rule.n:02d} {rule.unit.label}"
        anchor = {
            Anchor.CONFERENCE_DAY: "ngày tổ chức hội nghị",
            Anchor.NOTICE_OF_CONCLUSION: "ngày có thông báo kết luận",
            Anchor.PLAN_DATE: "ngày ban hành kế hoạch",
        }[rule.anchor]
        if rule.direction is Direction.BEFORE:
            return f"chậm nhất {count} trước {anchor}{day}"
        return f"chậm nhất {count} sau {anchor}{day}"
    if duty.moved_to is not None:
        return f"chậm nhất ngày {date_short(duty.moved_to)}"
    return duty.fixed.words if duty.fixed is not None else ""


def duty_marks(duty: Duty, due: date | None) -> dict[str, str]:
    """What the marks of a duty's own text become; days that are not known yet are empty."""
    day = due or (duty.fixed.last_day if duty.fixed is not None else None)
    return {
        "han": deadline_words(duty, due),
        "ngay_han": date_short(day) if day is not None else "",
        "ngay_sau_han": date_short(day + timedelta(days=1)) if day is not None else "",
    }


def time_words(plan: Plan) -> str:
    """The time in a document: "08 giờ 00, ngày 24 tháng 4 năm 2026", "từ 18 giờ 30 đến 21 giờ 00, ngày …"."""
    time = plan.time
    year = time.year or plan.year
    if time.kind is TimeKind.EXACT and time.day is not None:
        start = f"{time_doc(time.start)}, " if time.start else ""
        if time.start and time.end:
            start = f"từ {time_doc(time.start)} đến {time_doc(time.end)}, "
        return f"{start}{date_doc(time.day)}"
    if time.kind is TimeKind.BEFORE_MONTH and time.month:
        return f"trước tháng {time.month}/{year}"
    if time.kind is TimeKind.MONTH and time.month:
        return f"trong tháng {time.month}/{year}"
    if time.kind is TimeKind.QUARTERS and time.quarters:
        return f"quý {', '.join(roman(q) for q in time.quarters)} năm {year}"
    return "thời gian cụ thể sẽ có thông báo sau"
