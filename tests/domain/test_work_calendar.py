"""The calendar of working days, as shipped and as the office edits it (P10, standards §5)."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogue_desktop.calendar_data import CULTURE_DAY, load_calendar
from dialogue_desktop.domain.work_calendar import CalendarDay, DayKind, WorkCalendar
from dialogue_desktop.errors import BadInput

CALENDAR_FOLDER = Path(__file__).parents[2] / "resources" / "calendar"
CALENDAR = load_calendar(CALENDAR_FOLDER)

days = st.dates(date(2022, 11, 1), date(2028, 2, 28))
counts = st.integers(0, 60)


@st.composite
def calendars(draw: st.DrawFn) -> WorkCalendar:
    """The shipped calendar with days of the office's own put over it."""
    rows = draw(st.lists(st.tuples(st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.sampled_from(DayKind))))
    return CALENDAR.with_days(CalendarDay(d, kind, kind.label) for d, kind in rows)


def _weekdays_off(year: int) -> str:
    first = date(year, 1, 1)
    every = (first + timedelta(days=i) for i in range(366))
    off = [d for d in every if d.year == year and d.weekday() < 5 and not CALENDAR.is_working(d)]
    return " ".join(f"{d.day}/{d.month}" for d in off)


def _saturdays_worked(year: int) -> list[date]:
    return [row.day for row in CALENDAR.days if row.kind is DayKind.MAKEUP and row.day.year == year]


@pytest.mark.parametrize(
    ("year", "off", "made_up"),
    [
        (2023, "2/1 20/1 23/1 24/1 25/1 26/1 1/5 2/5 3/5 1/9 4/9", []),
        (2024, "1/1 8/2 9/2 12/2 13/2 14/2 18/4 29/4 30/4 1/5 2/9 3/9", [date(2024, 5, 4)]),
        (2025, "1/1 27/1 28/1 29/1 30/1 31/1 7/4 30/4 1/5 2/5 1/9 2/9", [date(2025, 4, 26)]),
        (
            2026,
            "1/1 2/1 16/2 17/2 18/2 19/2 20/2 27/4 30/4 1/5 31/8 1/9 2/9 24/11",
            [date(2026, 1, 10), date(2026, 8, 22)],
        ),
        (2027, "1/1 4/2 5/2 8/2 9/2 10/2 16/4 30/4 3/5 2/9 3/9 24/11", []),
    ],
)
def test_shipped_days_off(year: int, off: str, made_up: list[date]) -> None:
    """P10: the days off of each year, with the swap of 02/01/2026 that the public data set lacks."""
    assert _weekdays_off(year) == off
    assert _saturdays_worked(year) == made_up


def test_every_shipped_row_is_named_and_has_its_source() -> None:
    for row in CALENDAR.days:
        assert row.name
        assert row.source
        assert (row.day.weekday() == 5) or row.kind is not DayKind.MAKEUP
    assert len({row.day for row in CALENDAR.days}) == len(CALENDAR.days)


def test_2027_is_a_guess_until_announced() -> None:
    """P10: deadlines over a year without a calendar are warned of."""
    assert [y for y in range(2020, 2030) if CALENDAR.is_known(y)] == [2023, 2024, 2025, 2026]
    assert CALENDAR.with_days([], announced=[2027]).is_known(2027)


def test_the_culture_day_is_a_switch() -> None:
    """P10: 24/11 stands in a resolution, not yet in a law."""
    without = load_calendar(CALENDAR_FOLDER, off_switches=[CULTURE_DAY])
    assert CALENDAR.reason_off(date(2026, 11, 24)) == "Ngày Văn hóa Việt Nam"
    assert without.is_working(date(2026, 11, 24))
    assert without.is_working(date(2027, 11, 24))
    assert len(CALENDAR.days) == len(without.days) + 2


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        (date(2026, 4, 24), None),
        (date(2026, 4, 25), "thứ Bảy"),
        (date(2026, 4, 19), "Chủ nhật"),
        (date(2026, 4, 26), "Giỗ Tổ Hùng Vương"),
        (date(2026, 4, 27), "nghỉ bù Giỗ Tổ"),
        (date(2026, 1, 2), "nghỉ hoán đổi"),
        (date(2026, 1, 10), None),
        (date(2026, 8, 22), None),
        (date(2023, 9, 10), "Chủ nhật"),
        (date(2023, 9, 17), "Chủ nhật"),
    ],
)
def test_reasons(day: date, reason: str | None) -> None:
    assert CALENDAR.reason_off(day) == reason
    assert CALENDAR.is_working(day) is (reason is None)


def test_neighbours_are_strictly_after_and_before() -> None:
    assert CALENDAR.next_working(date(2026, 4, 24)) == date(2026, 4, 28)
    assert CALENDAR.previous_working(date(2026, 4, 28)) == date(2026, 4, 24)
    assert CALENDAR.next_working(date(2026, 1, 9)) == date(2026, 1, 10)
    assert CALENDAR.previous_working(date(2026, 4, 19)) == date(2026, 4, 17)


def test_the_office_may_change_a_day_without_touching_the_shipped_calendar() -> None:
    """P10: a later row for the same day counts; a removed row lets the day follow its weekday."""
    day = date(2026, 4, 28)
    closed = CALENDAR.with_days([CalendarDay(day, DayKind.SWAPPED_OFF, "nghỉ theo thông báo của tỉnh")])
    assert closed.reason_off(day) == "nghỉ theo thông báo của tỉnh"
    assert CALENDAR.is_working(day)
    assert closed.without_days([day]) == CALENDAR
    assert closed.row(day) is not None
    assert CALENDAR.row(day) is None
    unnamed = CALENDAR.with_days([CalendarDay(day, DayKind.COMPENSATORY, "")])
    assert unnamed.reason_off(day) == "nghỉ bù"


@given(calendars(), days, counts)
def test_no_counted_working_day_is_a_day_off(calendar: WorkCalendar, d: date, n: int) -> None:
    """P10: a deadline in working days never falls on a day off."""
    if n:
        assert calendar.is_working(calendar.add_working(d, n))
        assert calendar.is_working(calendar.subtract_working(d, n))


@given(calendars(), days, st.integers(0, 40), counts)
def test_a_later_start_never_ends_earlier(calendar: WorkCalendar, d: date, later: int, n: int) -> None:
    after = d + timedelta(days=later)
    assert calendar.add_working(d, n) <= calendar.add_working(after, n)
    assert calendar.subtract_working(d, n) <= calendar.subtract_working(after, n)


@given(calendars(), days, counts)
def test_adding_and_subtracting_agree(calendar: WorkCalendar, d: date, n: int) -> None:
    end = calendar.add_working(d, n)
    back = calendar.subtract_working(end, n)
    if calendar.is_working(d):
        assert back == d
    elif n:
        assert back == calendar.next_working(d) or back <= d
    passed = sum(calendar.is_working(d + timedelta(days=i)) for i in range(1, (end - d).days + 1))
    assert passed == n


def test_impossible_counts_are_refused() -> None:
    """G5: never an endless loop."""
    with pytest.raises(ValueError, match="âm"):
        CALENDAR.add_working(date(2026, 4, 24), -1)
    first = date(2026, 1, 1)
    closed = WorkCalendar(
        tuple(CalendarDay(first + timedelta(days=i), DayKind.HOLIDAY, "nghỉ") for i in range(800))
    )
    with pytest.raises(ValueError, match="không còn ngày làm việc nào gần ngày 1/1/2026"):
        closed.next_working(first)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("year = ", "Không đọc được tệp lịch nghỉ 2030.toml."),
        ("announced = true", "thiếu năm"),
        ("year = 2030\ndays = 3", "thiếu năm hoặc danh sách ngày"),
        ("year = 2030\ndays = [3]", "có dòng không đọc được"),
        ('year = 2030\n[[days]]\nday = 2029-01-01\nkind = "holiday"', "không thuộc năm 2030"),
        ('year = 2030\n[[days]]\nday = "1/1"\nkind = "holiday"', "không thuộc năm 2030"),
        ('year = 2030\n[[days]]\nday = 2030-01-01\nkind = "nghỉ"', "ngày 1/1 có loại không đúng"),
    ],
)
def test_a_broken_calendar_file_is_explained(tmp_path: Path, content: str, sentence: str) -> None:
    """G5: an edited file with a mistake gets a clear sentence."""
    (tmp_path / "2030.toml").write_text(content, encoding="utf-8")
    with pytest.raises(BadInput, match=sentence):
        load_calendar(tmp_path)


def test_a_calendar_file_that_is_no_text_is_explained(tmp_path: Path) -> None:
    (tmp_path / "2030.toml").write_bytes(b"\xff\xfe\x00year")
    with pytest.raises(BadInput, match="Không đọc được tệp lịch nghỉ"):
        load_calendar(tmp_path)


def test_a_folder_without_calendars_knows_only_weekends(tmp_path: Path) -> None:
    calendar = load_calendar(tmp_path)
    assert not calendar.is_known(2026)
    assert calendar.is_working(date(2026, 4, 30))
    assert not calendar.is_working(date(2026, 4, 25))
