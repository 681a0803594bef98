"""The schedule on a line of days, weeks or months (P10)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from dialogue_desktop.domain.plan import Plan, TimePlan
from dialogue_desktop.domain.schedule import schedule
from dialogue_desktop.domain.schedule_line import (
    MOST_DAYS,
    MOST_MONTHS,
    MOST_WEEKS,
    Off,
    Scale,
    ScheduleLine,
    schedule_line,
)
from tests.data.loc_thinh import loc_thinh_plan
from tests.documents.paper_plans import busy, calendar, minh_khe, unknown


def line_of(plan: Plan) -> ScheduleLine:
    made = schedule_line(plan, schedule(plan, calendar()), calendar())
    assert made is not None
    return made


def test_every_dated_duty_and_the_conference_in_the_order_of_days() -> None:
    """P10: nothing that has a day is left out, nothing without one gets one."""
    plan = minh_khe()
    due = {line.duty.id: line.due for line in schedule(plan, calendar()) if line.due}
    line = line_of(plan)
    assert {mark.duty_id: mark.day for mark in line.marks if not mark.is_conference} == due
    (conference,) = (mark for mark in line.marks if mark.is_conference)
    assert (conference.day, conference.work) == (date(2026, 4, 24), "Tổ chức hội nghị")
    days = [mark.day for mark in line.marks]
    assert days == sorted(days)
    assert all(mark.work and mark.unit and "{" not in mark.work for mark in line.marks)


@pytest.mark.parametrize(
    ("days", "scale"),
    [
        (2, Scale.DAY),
        (MOST_DAYS, Scale.DAY),
        (MOST_DAYS + 2, Scale.WEEK),
        (60, Scale.WEEK),
        ((MOST_WEEKS - 1) * 7, Scale.WEEK),
        (MOST_WEEKS * 7 + 7, Scale.MONTH),
        (700, Scale.MONTH),
    ],
)
def test_the_scale_follows_the_length(days: int, scale: Scale) -> None:
    """P10: a long schedule has fewer, wider steps; they follow one another and hold every mark."""
    line = line_of(busy(days))
    assert line.scale is scale
    assert all(after.first - before.last == timedelta(days=1) for before, after in pairwise(line.ticks))
    assert len(line.ticks) <= {Scale.DAY: MOST_DAYS, Scale.WEEK: MOST_WEEKS, Scale.MONTH: MOST_MONTHS}[scale]
    for mark in line.marks:
        place = line.place(mark.day)
        assert place is not None
        assert line.ticks[place].holds(mark.day)
    assert sum(span for _, span in line.above()) == (0 if scale is Scale.WEEK else len(line.ticks))


def test_a_slip_of_the_finger_does_not_draw_a_century() -> None:
    """G5: what is due after the last month is named, and has no place."""
    line = line_of(busy(1900))
    assert len(line.ticks) == MOST_MONTHS
    assert len(line.marks) == 21
    assert line.place(line.marks[-1].day) is None


def test_days_off_are_told_apart() -> None:
    """P10: weekends, and the calendar's own days off (27/4, 30/4, 1/5 in 2026); a worked Saturday is none."""
    off = {tick.first: tick.off for tick in line_of(minh_khe()).ticks}
    assert off[date(2026, 4, 25)] is Off.WEEKEND
    assert [day for day, kind in off.items() if kind is Off.HOLIDAY] == [
        date(2026, 4, 27), date(2026, 4, 30), date(2026, 5, 1),
    ]  # fmt: skip
    assert off[date(2026, 4, 24)] is Off.NO
    weeks = line_of(busy(60))
    assert [weeks.holiday_words(tick) for tick in weeks.ticks if tick.holidays] == ["27/4, 30/4, 1/5"]
    around = replace(minh_khe(), time=replace(minh_khe().time, day=date(2026, 8, 20)))
    assert {tick.first: tick.off for tick in line_of(around).ticks}[date(2026, 8, 22)] is Off.NO


def test_steps_are_named() -> None:
    """Days under their months, weeks by their Monday, months under their years; the year where it changes."""
    days = line_of(minh_khe())
    assert days.above() == (("4/2026", 17), ("5/2026", 13))
    assert [days.label(tick) for tick in days.ticks[:3]] == ["14", "15", "16"]
    assert days.day_words(days.marks[0]) == "thứ Ba 14/4"
    weeks = line_of(busy(60))
    assert [weeks.label(tick) for tick in weeks.ticks[:2]] == ["23/3", "30/3"]
    assert weeks.mark_words(weeks.marks[0]) == "25/3"
    months = line_of(busy(400))
    assert [year for year, _ in months.above()] == ["2025", "2026"]
    assert months.label(months.ticks[0]) == "10"
    assert months.day_words(months.marks[0]) == "thứ Hai 06/10/2025"


def test_nothing_is_drawn_while_nothing_has_a_day() -> None:
    plan = unknown(minh_khe())
    assert schedule_line(plan, schedule(plan, calendar()), calendar()) is None
    later = replace(loc_thinh_plan(), time=TimePlan())
    assert schedule_line(later, schedule(later, calendar()), calendar()) is None
