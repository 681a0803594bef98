"""The law's own limits beside the plan's duties: met, later than allowed, or not in the plan (P10, C2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from dialogue_desktop.domain.law_limits import Confidence, LawLimit, LimitKind, limits_for
from dialogue_desktop.domain.plan import Plan, TimeKind
from dialogue_desktop.domain.schedule import ScheduledDuty, limits
from dialogue_desktop.domain.words_vi import weekday_date


class LawState(Enum):
    """How the plan stands to one limit."""

    MET = "met"
    LATE = "late"
    MISSING = "missing"
    UNKNOWN = "unknown"  # the day of the conference is not known yet
    LASTING = "lasting"  # a number of days in a row, nothing that the plan has to date


@dataclass(frozen=True, slots=True)
class LawCheck:
    """One limit in force, and the strictest duty of the plan that answers to it."""

    limit: LawLimit
    state: LawState
    line: ScheduledDuty | None = None

    @property
    def sentence(self) -> str:
        """The limit with its day and how the plan stands to it, in one sentence."""
        limit, line = self.limit, self.line
        head = limit.text
        if limit.due is not None:
            head = f"{head}, chậm nhất {weekday_date(limit.due)}"
        match self.state:
            case LawState.LASTING:
                doubt = " Số ngày này chưa đối chiếu được với văn bản."
                unsure = limit.confidence is Confidence.UNVERIFIED
                return f"{head} ({limit.source}).{doubt if unsure else ''}"
            case LawState.UNKNOWN:
                return f"{head}: ngày cụ thể tính khi biết ngày họp."
            case LawState.MET | LawState.LATE if line is not None and line.due and limit.due:
                return f"{head}: kế hoạch ghi {weekday_date(line.due)}, {_apart(limit.due, line.due)}."
        return f"{head}: kế hoạch chưa giao việc này."


def _apart(limit: date, due: date) -> str:
    days = (limit - due).days
    if days == 0:
        return "đúng hạn ấy"
    return f"{'sớm' if days > 0 else 'muộn'} hơn {abs(days)} ngày"


def law_checks(
    plan: Plan, lines: Sequence[ScheduledDuty], own_limits: Mapping[LimitKind, int] | None = None
) -> tuple[LawCheck, ...]:
    """Every limit of the law in force at the time of the conference. `lines` is the plan's schedule."""
    return tuple(_check(plan, lines, limit) for limit in limits_for(law_day(plan), own_limits))


def _check(plan: Plan, lines: Sequence[ScheduledDuty], limit: LawLimit) -> LawCheck:
    if limit.kind.is_duration:
        return LawCheck(limit, LawState.LASTING)
    answering = [line for line in lines if line.dated and limits(limit, plan, line.duty, line.due)]
    if not answering:
        return LawCheck(limit if plan.day else replace(limit, due=None), LawState.MISSING)
    if plan.day is None:
        return LawCheck(replace(limit, due=None), LawState.UNKNOWN, answering[0])
    first = min(answering, key=lambda line: line.due or date.max)
    met = first.due is not None and limit.due is not None and first.due <= limit.due
    return LawCheck(limit, LawState.MET if met else LawState.LATE, first)


def law_day(plan: Plan) -> date:
    """A day by which to know the law in force: the conference's own, or the beginning of what is known."""
    when = plan.time
    year = when.year or plan.year
    match when.kind:
        case TimeKind.EXACT if when.day is not None:
            return when.day
        case TimeKind.MONTH | TimeKind.BEFORE_MONTH if when.month:
            return date(year, when.month, 1)
        case TimeKind.QUARTERS if when.quarters:
            return date(year, 3 * when.quarters[0] - 2, 1)
    return plan.issued_on or date(year, 12, 31)
