"""Laws of counting that hold for every calendar an office can make of the shipped one (P10)."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from dialogue_desktop.calendar_data import CULTURE_DAY, load_tables
from dialogue_desktop.domain.deadlines import DayUnit, Direction, Rule, compute
from dialogue_desktop.domain.own_calendar import OwnCalendar
from dialogue_desktop.domain.work_calendar import CalendarDay, DayKind

TABLES = load_tables(Path(__file__).parents[2] / "resources" / "calendar")

days = st.dates(date(2022, 12, 1), date(2028, 12, 31))
counts = st.integers(0, 40)
rows = st.builds(CalendarDay, days, st.sampled_from(DayKind), st.sampled_from(["", "nghỉ bù", "làm bù"]))


@st.composite
def edited(draw: st.DrawFn) -> OwnCalendar:
    """An office at work: adds, changes, takes away, brings back, switches."""
    own = OwnCalendar()
    shipped = st.sampled_from([day.row.day for table in TABLES for day in table.days])
    for act in draw(st.lists(st.integers(0, 5), max_size=25)):
        match act:
            case 0 | 1:
                own = own.with_day(draw(rows))
            case 2:
                own = own.with_day(draw(rows), instead_of=draw(shipped))
            case 3:
                own = own.without_day(draw(shipped | days))
            case 4:
                own = own.as_shipped(draw(shipped | days))
            case _:
                own = own.with_switch(CULTURE_DAY, draw(st.booleans()))
    return own


@given(edited(), days, counts)
def test_adding_and_subtracting_agree(own: OwnCalendar, d: date, n: int) -> None:
    calendar = own.over(TABLES)
    end = calendar.add_working(d, n)
    if calendar.is_working(d):
        assert calendar.subtract_working(end, n) == d
    assert sum(calendar.is_working(d + timedelta(days=i)) for i in range(1, (end - d).days + 1)) == n


@given(edited(), days, st.integers(1, 40), st.sampled_from(Direction))
def test_no_working_day_deadline_falls_on_a_day_off(
    own: OwnCalendar, d: date, n: int, direction: Direction
) -> None:
    calendar = own.over(TABLES)
    due = compute(Rule(n=n, unit=DayUnit.WORKING, direction=direction), d, calendar).due
    assert due is not None
    assert calendar.is_working(due)


@given(edited(), days, st.integers(0, 40), counts)
def test_a_later_start_never_gives_an_earlier_end(own: OwnCalendar, d: date, later: int, n: int) -> None:
    calendar = own.over(TABLES)
    after = d + timedelta(days=later)
    assert calendar.add_working(d, n) <= calendar.add_working(after, n)
    assert calendar.subtract_working(d, n) <= calendar.subtract_working(after, n)


@given(edited(), days)
def test_a_day_says_what_was_written_last(own: OwnCalendar, d: date) -> None:
    """Taken away it follows its weekday; written it holds; brought back it is as before all edits."""
    assert own.without_day(d).over(TABLES).row(d) is None
    row = CalendarDay(d, DayKind.MAKEUP, "làm bù")
    assert own.with_day(row).over(TABLES).row(d) == row
    switches = OwnCalendar(off_switches=own.off_switches)
    assert own.as_shipped(d).over(TABLES).row(d) == switches.over(TABLES).row(d)


@given(edited(), edited(), st.integers(2023, 2028))
def test_a_shared_year_is_the_same_elsewhere(one: OwnCalendar, other: OwnCalendar, year: int) -> None:
    table = one.effective(TABLES, year)
    taken = other.with_table(TABLES, table)
    assert taken.effective(TABLES, year).days == table.days
    for apart in {2023, 2024, 2025, 2026, 2027, 2028} - {year}:
        assert taken.effective(TABLES, apart) == other.effective(TABLES, apart)
