"""The law's limits stand beside the plan's, whether the plan knows of them or not (P10, C2, M4)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dialogue_desktop.calendar_data import load_calendar
from dialogue_desktop.domain.deadlines import ConflictKind, DayUnit, Direction, FixedDate, Rule
from dialogue_desktop.domain.law_checks import LawCheck, LawState, law_checks
from dialogue_desktop.domain.law_limits import LimitKind
from dialogue_desktop.domain.plan import Duty, Plan, TimeKind, TimePlan, UnitTasks
from dialogue_desktop.domain.schedule import schedule

CALENDAR = load_calendar(Path(__file__).parents[2] / "resources" / "calendar")
DAY = date(2026, 4, 24)
POST = "Niêm yết thông báo tổ chức Hội nghị tại trụ sở, {han}"
RESULT = "Niêm yết kết luận của Chủ trì tại nhà văn hóa thôn, {han}"


def plan_with(*duties: Duty, when: TimePlan | None = None) -> Plan:
    when = when or TimePlan(TimeKind.EXACT, DAY)
    return Plan("ubnd_nhan_dan", 2026, time=when, tasks=(UnitTasks("vp", "Văn phòng", duties=duties),))


def checks(plan: Plan, own: dict[LimitKind, int] | None = None) -> dict[LimitKind, LawCheck]:
    found = law_checks(plan, schedule(plan, CALENDAR, own_limits=own), own)
    return {check.limit.kind: check for check in found}


def before(n: int, text: str = POST) -> Duty:
    return Duty(f"truoc-{n}", text, rule=Rule(direction=Direction.BEFORE, n=n))


def test_a_plan_without_these_duties_is_told_so() -> None:
    """A plan that forgets the notice or the result: the law's day is there all the same."""
    found = checks(plan_with())
    assert found[LimitKind.NOTICE].state is LawState.MISSING
    assert found[LimitKind.NOTICE].sentence == (
        "Thông báo thời gian, địa điểm, nội dung hội nghị trước ít nhất 7 ngày, chậm nhất thứ Sáu 17/4/2026: "
        "kế hoạch chưa giao việc này."
    )
    assert found[LimitKind.RESULT].state is LawState.MISSING
    assert found[LimitKind.POSTING].state is LawState.LASTING
    assert found[LimitKind.POSTING].sentence.endswith("chưa đối chiếu được với văn bản.")


def test_the_strictest_duty_answers_to_the_limit() -> None:
    found = checks(plan_with(before(5), before(10)))[LimitKind.NOTICE]
    assert found.state is LawState.MET
    assert found.line is not None
    assert found.line.duty.id == "truoc-10"
    assert found.sentence.endswith("kế hoạch ghi thứ Ba 14/4/2026, sớm hơn 3 ngày.")
    assert checks(plan_with(before(7)))[LimitKind.NOTICE].sentence.endswith(", đúng hạn ấy.")


def test_later_than_the_law_is_late_and_warned_of_at_the_duty() -> None:
    """S3: ten working days are later than the law's ten days."""
    duty = Duty("sau", RESULT, rule=Rule(n=10, unit=DayUnit.WORKING))
    plan = plan_with(duty)
    found = checks(plan)[LimitKind.RESULT]
    assert found.state is LawState.LATE
    assert found.sentence.endswith("kế hoạch ghi thứ Tư 13/5/2026, muộn hơn 9 ngày.")
    (line,) = schedule(plan, CALENDAR)
    assert "muộn hơn hạn của luật" in line.warning


@pytest.mark.parametrize(
    ("day", "state"), [(date(2026, 4, 16), LawState.MET), (date(2026, 4, 20), LawState.LATE)]
)
def test_a_duty_with_a_date_of_its_own_answers_too(day: date, state: LawState) -> None:
    """Old plans give days, not rules."""
    duty = Duty("ngay", "Thông báo trên loa truyền thanh, {han}", fixed=FixedDate(day))
    assert checks(plan_with(duty))[LimitKind.NOTICE].state is state


def test_other_duties_do_not_answer() -> None:
    others = (
        before(20, "Gửi giấy mời đến đại biểu, {han}"),
        Duty("kl", "Thông báo kết luận của Chủ trì, {han}", rule=Rule(n=5)),
        Duty("khong-han", POST),
    )
    found = checks(plan_with(*others))
    assert found[LimitKind.NOTICE].state is LawState.MISSING
    assert found[LimitKind.RESULT].state is LawState.MISSING


@pytest.mark.parametrize(
    ("when", "kinds"),
    [
        (TimePlan(TimeKind.MONTH, month=4), {*LimitKind}),
        (TimePlan(TimeKind.QUARTERS, quarters=(3, 4), year=2025), {*LimitKind}),
        (TimePlan(TimeKind.BEFORE_MONTH, month=9, year=2024), {*LimitKind} - {LimitKind.RESULT}),
        (TimePlan(), {*LimitKind}),
    ],
)
def test_without_a_day_the_law_of_that_time_is_told(when: TimePlan, kinds: set[LimitKind]) -> None:
    found = checks(plan_with(before(10), when=when))
    assert set(found) == kinds
    notice = found[LimitKind.NOTICE]
    assert notice.state is LawState.UNKNOWN
    assert notice.limit.due is None
    assert notice.sentence.endswith("ngày cụ thể tính khi biết ngày họp.")


def test_the_offices_own_number_of_days_holds() -> None:
    found = checks(plan_with(before(10)), {LimitKind.NOTICE: 12})[LimitKind.NOTICE]
    assert found.state is LawState.LATE
    assert "trước ít nhất 12 ngày" in found.sentence


def test_a_moved_day_is_the_one_that_counts() -> None:
    duty = replace(before(10), moved_to=date(2026, 4, 20))
    assert checks(plan_with(duty))[LimitKind.NOTICE].state is LawState.LATE


def test_the_law_speaks_at_the_duty_also_after_its_day_was_moved_by_hand() -> None:
    """P10: moving is her right; that the law's day is earlier is still said, until she keeps hers."""
    moved = replace(before(10), moved_to=date(2026, 4, 20))
    (line,) = schedule(plan_with(moved), CALENDAR)
    assert [(one.kind, one.suggested) for one in line.conflicts] == [
        (ConflictKind.LEGAL_LIMIT, date(2026, 4, 17))
    ]
    (in_time,) = schedule(plan_with(replace(moved, moved_to=date(2026, 4, 16))), CALENDAR)
    assert in_time.conflicts == ()
    (kept,) = schedule(plan_with(replace(moved, kept=True)), CALENDAR)
    assert kept.due == date(2026, 4, 20)
    assert kept.conflicts == ()
