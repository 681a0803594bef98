"""Deadlines: counted, explained, warned of, never moved (P10, C2, M4-M7, standards §4, peers §5)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desktop.calendar_data import load_calendar
from dialogue_desktop.domain.deadlines import (
    Anchor,
    ConflictKind,
    DayUnit,
    Direction,
    FixedDate,
    Rule,
    check_day,
    compute,
    compute_fixed,
)
from dialogue_desktop.domain.work_calendar import WorkCalendar

CALENDAR = load_calendar(Path(__file__).parents[2] / "resources" / "calendar")
DAY = date(2026, 4, 24)


def after(n: int, unit: DayUnit = DayUnit.WORKING, anchor: Anchor = Anchor.CONFERENCE_DAY) -> Rule:
    return Rule(anchor, Direction.AFTER, n, unit)


def before(n: int, unit: DayUnit = DayUnit.CALENDAR) -> Rule:
    return Rule(Anchor.CONFERENCE_DAY, Direction.BEFORE, n, unit)


def due(rule: Rule, anchor: date) -> date:
    found = compute(rule, anchor, CALENDAR).due
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("anchor", "ends"),
    [
        (date(2023, 9, 23), {5: date(2023, 9, 29), 7: date(2023, 10, 3), 10: date(2023, 10, 6)}),
        (date(2024, 8, 28), {5: date(2024, 9, 6), 7: date(2024, 9, 10), 10: date(2024, 9, 13)}),
        (date(2025, 12, 30), {5: date(2026, 1, 8), 7: date(2026, 1, 10), 10: date(2026, 1, 14)}),
        (date(2026, 8, 18), {5: date(2026, 8, 24), 7: date(2026, 8, 26), 10: date(2026, 9, 3)}),
        (
            DAY,
            {5: date(2026, 5, 6), 7: date(2026, 5, 8), 10: date(2026, 5, 13), 15: date(2026, 5, 20)},
        ),
        (date(2026, 11, 20), {5: date(2026, 11, 30), 10: date(2026, 12, 7)}),
    ],
)
def test_working_days_after_the_conference(anchor: date, ends: dict[int, date]) -> None:
    """P10, M4: holidays, days in lieu and make-up Saturdays are all in the count."""
    assert {n: due(after(n), anchor) for n in ends} == ends


def test_the_plan_wizard_table() -> None:
    """P10: the table of the wizard's picture for 24/4/2026."""
    assert due(before(10), DAY) == date(2026, 4, 14)
    assert due(before(5), DAY) == date(2026, 4, 19)
    assert due(before(5, DayUnit.WORKING), DAY) == date(2026, 4, 17)
    assert due(before(2, DayUnit.WORKING), DAY) == date(2026, 4, 22)
    assert due(after(5, DayUnit.CALENDAR), DAY) == date(2026, 4, 29)


def test_s0_calendar_of_2023() -> None:
    """S0: session Sat 23/9/2023; invitations 5 days, radio 7 days, hall 2 days before."""
    day = date(2023, 9, 23)
    assert [due(before(n), day) for n in (5, 7, 2)] == [date(2023, 9, d) for d in (18, 16, 21)]
    for last in (10, 17):
        conflicts = compute_fixed(FixedDate(date(2023, 9, last)), CALENDAR).conflicts
        assert [c.kind for c in conflicts] == [ConflictKind.OFF_DAY]
        assert conflicts[0].predicate == f"rơi vào Chủ nhật {last}/9"


def test_s2_days_without_the_word_working_are_calendar_days() -> None:
    """S2: "sau 05 ngày" beside "05 ngày làm việc": the rule says which, and it can be edited."""
    escalate = Rule(n=5, unit=DayUnit.CALENDAR, wording="sau 05 ngày", clause="mục III.2")
    assert escalate.short == "5 ngày sau"
    assert due(escalate, DAY) == date(2026, 4, 29)
    assert due(replace(escalate, unit=DayUnit.WORKING), DAY) == date(2026, 5, 6)


def test_s3_replies_move_with_the_notice() -> None:
    """S3: the reply clock starts at the notice; a notice after 15 working days moves the replies."""
    notice = compute(Rule(n=10, unit=DayUnit.WORKING, extension=15), DAY, CALENDAR)
    assert (notice.due, notice.extended) == (date(2026, 5, 13), date(2026, 5, 20))
    assert notice.extended_explanation == (
        "Trường hợp phức tạp: 15 ngày làm việc sau ngày họp, chậm nhất thứ Tư 20/5/2026."
    )
    reply = after(7, anchor=Anchor.NOTICE_OF_CONCLUSION)
    assert compute(reply, notice.due, CALENDAR).due == date(2026, 5, 22)
    assert compute(reply, notice.extended, CALENDAR).due == date(2026, 5, 29)


def test_the_count_is_explained_in_the_words_of_the_office() -> None:
    """P10: the sentence under the day strip, and the long form of the requirement."""
    found = compute(after(10), DAY, CALENDAR)
    assert found.explanation == "10 ngày làm việc, không tính T7, CN, 27/4 (nghỉ bù Giỗ Tổ), 30/4, 1/5."
    assert found.explanation_long == "10 ngày làm việc sau ngày 24/4/2026, trừ 27/4, 30/4, 1/5 → 13/5/2026"


@pytest.mark.parametrize(
    ("rule", "anchor", "short", "long"),
    [
        (after(2), date(2026, 4, 20), "2 ngày làm việc.", "2 ngày làm việc sau ngày 20/4/2026 → 22/4/2026"),
        (
            after(7),
            date(2025, 12, 30),
            "7 ngày làm việc, không tính T7, CN, 1/1 (Tết Dương lịch), 2/1 (nghỉ hoán đổi); "
            "có tính T7 10/01 (làm bù).",
            "7 ngày làm việc sau ngày 30/12/2025, trừ 1/1, 2/1, kể cả T7 10/01 làm bù → 10/01/2026",
        ),
        (
            after(7),
            date(2026, 2, 12),
            "7 ngày làm việc, không tính T7, CN, 16–20/2 (Tết Nguyên đán).",
            "7 ngày làm việc sau ngày 12/02/2026, trừ 16–20/2 → 02/3/2026",
        ),
        (
            after(5),
            date(2024, 2, 7),
            "5 ngày làm việc, không tính T7, CN, 8–12/2 (Tết Nguyên đán), 13–14/2 (nghỉ bù Tết Nguyên đán).",
            "5 ngày làm việc sau ngày 07/02/2024, trừ 8–12/2, 13–14/2 → 21/02/2024",
        ),
        (
            before(5),
            DAY,
            "5 ngày, tính cả CN.",
            "5 ngày trước ngày 24/4/2026 → 19/4/2026",
        ),
        (
            after(10, DayUnit.CALENDAR),
            DAY,
            "10 ngày, tính cả T7, CN, 27/4 (nghỉ bù Giỗ Tổ), 30/4, 1/5.",
            "10 ngày sau ngày 24/4/2026 → 04/5/2026",
        ),
        (after(0), DAY, "Đúng ngày họp.", "đúng ngày họp 24/4/2026"),
    ],
)
def test_explanations(rule: Rule, anchor: date, short: str, long: str) -> None:
    found = compute(rule, anchor, CALENDAR)
    assert (found.explanation, found.explanation_long) == (short, long)


def test_a_deadline_on_a_day_off_stays_and_is_warned_of() -> None:
    """P10: never silently moved; the working day before is offered for what is due before the day."""
    found = compute(before(5), DAY, CALENDAR)
    assert found.due == date(2026, 4, 19)
    (conflict,) = found.conflicts
    assert conflict.kind is ConflictKind.OFF_DAY
    assert conflict.sentence == "Hạn rơi vào Chủ nhật 19/4. Ngày làm việc liền trước: thứ Sáu 17/4."
    assert (conflict.previous, conflict.following) == (date(2026, 4, 17), date(2026, 4, 20))
    assert conflict.suggested == conflict.previous


def test_a_period_after_the_day_offers_the_next_working_day() -> None:
    """M6: Bộ luật Dân sự lets a period of days end on the next working day; the secretary decides."""
    found = compute(after(3, DayUnit.CALENDAR), DAY, CALENDAR)
    assert found.due == date(2026, 4, 27)
    (conflict,) = found.conflicts
    assert conflict.sentence == (
        "Hạn rơi vào thứ Hai 27/4 (nghỉ bù Giỗ Tổ). Ngày làm việc tiếp theo: thứ Ba 28/4."
    )
    assert conflict.suggested == conflict.following == date(2026, 4, 28)
    (holiday,) = compute(after(6, DayUnit.CALENDAR), DAY, CALENDAR).conflicts
    assert holiday.predicate == "rơi vào thứ Năm 30/4"


def test_days_gone_by_are_warned_of() -> None:
    """P10: working back from the day may end before today."""
    (conflict,) = compute(before(10), DAY, CALENDAR, today=date(2026, 4, 18)).conflicts
    assert conflict.kind is ConflictKind.PAST
    assert conflict.predicate == "đã qua 4 ngày (thứ Ba 14/4)"
    assert compute(before(10), DAY, CALENDAR, today=date(2026, 4, 14)).conflicts == ()


def test_a_year_without_announced_calendar_is_warned_of() -> None:
    """P10: counting into 2027 says that the days off are a guess."""
    (conflict,) = compute(after(10), date(2026, 12, 24), CALENDAR).conflicts
    assert conflict.kind is ConflictKind.YEAR_NOT_ANNOUNCED
    assert conflict.predicate == "tính theo lịch dự kiến, lịch nghỉ năm 2027 chưa công bố"
    assert compute(after(2), date(2026, 12, 24), CALENDAR).conflicts == ()
    before_tet = compute(before(10, DayUnit.WORKING), date(2027, 1, 8), CALENDAR)
    assert [c.kind for c in before_tet.conflicts] == [ConflictKind.YEAR_NOT_ANNOUNCED]
    calendar_days = compute(after(5, DayUnit.CALENDAR), date(2026, 12, 24), CALENDAR)
    assert calendar_days.conflicts == ()


def test_an_unknown_anchor_gives_no_date() -> None:
    """P6: the day may still be open."""
    found = compute(Rule(n=7, anchor=Anchor.NOTICE_OF_CONCLUSION, clause="mục V"), None, CALENDAR)
    assert (found.due, found.counted, found.conflicts) == (None, (), ())
    assert found.explanation == "Tính được khi biết ngày thông báo kết luận."
    assert found.clause == "mục V"


def test_the_day_strip_of_the_picture() -> None:
    """P10: start, days off with their reason, counted days with their number, end."""
    marks = compute(after(10), DAY, CALENDAR).counted
    assert [m.day for m in marks] == [DAY + timedelta(days=i) for i in range(20)]
    assert [m.number for m in marks if m.number] == list(range(1, 11))
    assert {m.day.day: m.number for m in marks if m.number in (1, 3, 10)} == {28: 1, 4: 3, 13: 10}
    assert (marks[0].is_start, marks[-1].is_end) == (True, True)
    assert sum(m.is_start or m.is_end for m in marks) == 2
    assert marks[3].reason == "nghỉ bù Giỗ Tổ"
    assert not marks[3].working


def test_the_strip_before_the_day_runs_forward_and_counts_back() -> None:
    marks = compute(before(5), DAY, CALENDAR).counted
    assert [m.day.day for m in marks] == [19, 20, 21, 22, 23, 24]
    assert [m.number for m in marks] == [5, 4, 3, 2, 1, None]
    assert (marks[0].is_end, marks[-1].is_start) == (True, True)
    assert not marks[0].working


def test_fixed_dates_keep_the_difference_of_before_and_at_the_latest() -> None:
    """P10: "trước ngày 15/4" ends on 14/4, "chậm nhất ngày 15/4" on 15/4."""
    strict = compute_fixed(FixedDate(date(2026, 4, 15), inclusive=False, clause="mục III.1"), CALENDAR)
    assert strict.due == date(2026, 4, 14)
    assert strict.explanation == "Trước ngày 15/4/2026, chậm nhất thứ Ba 14/4/2026."
    assert strict.clause == "mục III.1"
    loose = compute_fixed(FixedDate(date(2026, 4, 15)), CALENDAR, today=date(2026, 4, 16))
    assert loose.due == date(2026, 4, 15)
    assert loose.explanation == "Chậm nhất ngày 15/4/2026."
    assert [c.kind for c in loose.conflicts] == [ConflictKind.PAST]


def test_a_day_chosen_by_hand_is_checked_too() -> None:
    assert check_day(date(2026, 4, 17), CALENDAR) == ()
    kinds = [c.kind for c in check_day(date(2027, 4, 30), CALENDAR, today=date(2027, 5, 1))]
    assert kinds == [ConflictKind.OFF_DAY, ConflictKind.YEAR_NOT_ANNOUNCED, ConflictKind.PAST]


def test_rules_in_words() -> None:
    assert before(10).short == "10 ngày trước"
    assert before(5, DayUnit.WORKING).words == "5 ngày làm việc trước ngày họp"
    assert after(7, anchor=Anchor.NOTICE_OF_CONCLUSION).words == "7 ngày làm việc sau ngày thông báo kết luận"
    assert after(0).words == "đúng ngày họp"
    assert {a.short for a in Anchor} == {"họp", "thông báo", "kế hoạch"}


@pytest.mark.parametrize("days", [-1, 1000])
def test_impossible_rules_are_refused(days: int) -> None:
    """G5: a package or a file may ask for anything."""
    with pytest.raises(ValueError, match="từ 0 đến 999"):
        Rule(n=days)
    with pytest.raises(ValueError, match="từ 0 đến 999"):
        Rule(n=1, extension=days)


@pytest.mark.parametrize("year", [1, 206, 9999])
def test_a_mistyped_year_never_breaks_the_count(year: int) -> None:
    """G5: such a day may stand in a package from elsewhere."""
    for day in (date(year, 1, 1), date(year, 12, 31)):
        found = (compute(after(10), day, CALENDAR), compute_fixed(FixedDate(day, inclusive=False), CALENDAR))
        for deadline in found:
            assert deadline.due is None
            assert deadline.explanation == f"Năm {year} nằm ngoài lịch (1900–2199)."
        assert len(check_day(day, CALENDAR)) == 1


def test_an_extension_shorter_than_the_rule_or_before_the_day_is_ignored() -> None:
    assert compute(Rule(n=10, extension=10), DAY, CALENDAR).extended is None
    assert compute(replace(before(5), extension=9), DAY, CALENDAR).extended is None


rules = st.builds(
    Rule,
    anchor=st.sampled_from(Anchor),
    direction=st.sampled_from(Direction),
    n=st.integers(0, 45),
    unit=st.sampled_from(DayUnit),
    extension=st.none() | st.integers(0, 60),
)
anchors = st.dates(date(2022, 12, 1), date(2027, 12, 31))


@given(rules, anchors)
def test_the_strip_agrees_with_the_deadline(rule: Rule, anchor: date) -> None:
    found = compute(rule, anchor, CALENDAR)
    numbers = [m.number for m in found.counted if m.number is not None]
    assert sorted(numbers) == list(range(1, rule.n + 1))
    (start,) = [m for m in found.counted if m.is_start]
    (end,) = [m for m in found.counted if m.is_end]
    assert (start.day, end.day) == (anchor, found.due)
    assert all(
        b.day - a.day == timedelta(days=1) for a, b in zip(found.counted, found.counted[1:], strict=False)
    )
    if rule.unit is DayUnit.WORKING:
        assert all(m.working for m in found.counted if m.number)
        assert ConflictKind.OFF_DAY not in [c.kind for c in found.conflicts]
    if found.extended is not None:
        assert found.due is not None
        assert found.extended >= found.due


@given(rules, anchors, st.integers(0, 30))
def test_a_later_anchor_never_gives_an_earlier_deadline(rule: Rule, anchor: date, later: int) -> None:
    first = compute(rule, anchor, CALENDAR).due
    second = compute(rule, anchor + timedelta(days=later), CALENDAR).due
    assert first is not None
    assert second is not None
    assert first <= second


@given(rules, anchors)
def test_days_off_only_ever_lengthen_a_working_period(rule: Rule, anchor: date) -> None:
    plain = compute(rule, anchor, WorkCalendar()).due
    closed = CALENDAR.without_days(row.day for row in CALENDAR.days if not row.kind.is_off)
    real = compute(rule, anchor, closed).due
    assert plain is not None
    assert real is not None
    assert real >= plain if rule.direction is Direction.AFTER else real <= plain
