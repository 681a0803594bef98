"""Deadlines as rules: counted from a day, explained, warned of, never silently moved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from dialogue_desktop.domain.day_count import DayMark as DayMark
from dialogue_desktop.domain.day_count import breaks, makeup_days, named_run, run_dates, weekends
from dialogue_desktop.domain.words_vi import (
    FIRST_YEAR,
    LAST_YEAR,
    date_dm,
    date_plain,
    date_short,
    weekday_date,
    weekday_long,
)
from dialogue_desktop.domain.work_calendar import WorkCalendar

MOST_DAYS = 999


class Anchor(StrEnum):
    """The day that a deadline is counted from."""

    CONFERENCE_DAY = "conference_day"
    NOTICE_OF_CONCLUSION = "notice_of_conclusion"
    PLAN_DATE = "plan_date"

    @property
    def label(self) -> str:
        """As in "10 ngày sau ngày họp"."""
        return _ANCHOR_WORDS[self.value][0]

    @property
    def short(self) -> str:
        """One word or two under the first day of the day strip."""
        return _ANCHOR_WORDS[self.value][1]


class Direction(StrEnum):
    BEFORE = "before"
    AFTER = "after"

    @property
    def label(self) -> str:
        return "trước" if self is Direction.BEFORE else "sau"


class DayUnit(StrEnum):
    """ "ngày" alone means calendar days; working days are always called so."""

    CALENDAR = "calendar"
    WORKING = "working"

    @property
    def label(self) -> str:
        return "ngày" if self is DayUnit.CALENDAR else "ngày làm việc"


_ANCHOR_WORDS = MappingProxyType(
    {
        "conference_day": ("ngày họp", "họp"),
        "notice_of_conclusion": ("ngày thông báo kết luận", "thông báo"),
        "plan_date": ("ngày ban hành kế hoạch", "kế hoạch"),
    }
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A deadline n days before or after an anchor day.

    `extension` is the most days in hard cases ("phức tạp không quá 15 ngày làm việc"), after the anchor
    only. `wording` is the plan's own phrase ("chậm nhất", "trước ngày"), `clause` where it stands ("mục
    III.2 của kế hoạch").
    """

    anchor: Anchor = Anchor.CONFERENCE_DAY
    direction: Direction = Direction.AFTER
    n: int = 0
    unit: DayUnit = DayUnit.CALENDAR
    extension: int | None = None
    wording: str = ""
    clause: str = ""

    def __post_init__(self) -> None:
        for days in (self.n, self.extension):
            if days is not None and not 0 <= days <= MOST_DAYS:
                raise ValueError(f"Số ngày của thời hạn phải từ 0 đến {MOST_DAYS}.")

    @property
    def short(self) -> str:
        """ "10 ngày làm việc sau": for a column, where the anchor is understood."""
        return f"{self.n} {self.unit.label} {self.direction.label}" if self.n else f"đúng {self.anchor.label}"

    @property
    def words(self) -> str:
        """ "10 ngày làm việc sau ngày họp"."""
        return f"{self.short} {self.anchor.label}" if self.n else self.short


@dataclass(frozen=True, slots=True)
class FixedDate:
    """A deadline given as a date; "trước ngày 15/4" is not inclusive, "chậm nhất ngày 15/4" is."""

    day: date
    inclusive: bool = True
    clause: str = ""

    @property
    def last_day(self) -> date:
        """The last day on which the duty is still in time."""
        return self.day if self.inclusive else self.day - timedelta(days=1)

    @property
    def words(self) -> str:
        """ "trước ngày 15/4/2026", "chậm nhất ngày 15/4/2026"."""
        return f"{'chậm nhất' if self.inclusive else 'trước'} ngày {date_short(self.day)}"


class ConflictKind(StrEnum):
    OFF_DAY = "off_day"
    PAST = "past"
    YEAR_NOT_ANNOUNCED = "year_not_announced"
    LEGAL_LIMIT = "legal_limit"


@dataclass(frozen=True, slots=True)
class Conflict:
    """What speaks against a day, for the secretary to decide.

    `predicate` goes on after the name of the duty ("rơi vào Chủ nhật 19/4"); `advice` is one sentence.
    `previous` and `following` are the working days around a day off; `suggested` is the one to offer first.
    """

    kind: ConflictKind
    day: date
    predicate: str
    advice: str = ""
    previous: date | None = None
    following: date | None = None
    suggested: date | None = None

    @property
    def sentence(self) -> str:
        return f"Hạn {self.predicate}. {self.advice}".strip()


@dataclass(frozen=True, slots=True)
class Deadline:
    """A computed deadline. `due` is the counted day, whatever speaks against it; None while the anchor is
    unknown. `extended` is the last day in hard cases. `counted` runs in the order of the calendar.
    """

    due: date | None
    anchor_day: date | None
    explanation: str
    explanation_long: str = ""
    conflicts: tuple[Conflict, ...] = ()
    counted: tuple[DayMark, ...] = ()
    extended: date | None = None
    extended_explanation: str = ""
    clause: str = ""


def compute(
    rule: Rule, anchor_day: date | None, calendar: WorkCalendar, *, today: date | None = None
) -> Deadline:
    """Count a rule from its anchor day.

    The anchor day itself is not counted. A calendar-day deadline may fall on a day off; it then stays
    there, with a conflict that names both neighbours (Bộ luật Dân sự 2015, Điều 147, 148). ``today`` adds
    the warning of a day gone by. ValueError when the calendar has no working day within a year.
    """
    if anchor_day is None:
        return Deadline(None, None, f"Tính được khi biết {rule.anchor.label}.", clause=rule.clause)
    if not _countable(anchor_day):
        return Deadline(None, anchor_day, f"{_out_of_range(anchor_day)}.", clause=rule.clause)
    marks = _count(rule, rule.n, anchor_day, calendar)
    due = marks[-1].day
    conflicts = [] if rule.n == 0 else _off_day(due, calendar, later=rule.direction is Direction.AFTER)
    first = anchor_day if rule.unit is DayUnit.WORKING else due
    conflicts += _not_announced(first, due, calendar)
    conflicts += _past(due, today)
    extended, extended_explanation = _extension(rule, anchor_day, calendar)
    return Deadline(
        due=due,
        anchor_day=anchor_day,
        explanation=_explain(rule, marks, calendar),
        explanation_long=_explain_long(rule, marks, calendar),
        conflicts=tuple(conflicts),
        counted=marks if rule.direction is Direction.AFTER else marks[::-1],
        extended=extended,
        extended_explanation=extended_explanation,
        clause=rule.clause,
    )


def compute_fixed(fixed: FixedDate, calendar: WorkCalendar, *, today: date | None = None) -> Deadline:
    """The deadline of a date written in the plan; for "trước ngày" the day before it."""
    if not _countable(fixed.day):
        return Deadline(None, None, f"{_out_of_range(fixed.day)}.", clause=fixed.clause)
    due = fixed.last_day
    explanation = f"{_capital(fixed.words)}."
    if not fixed.inclusive:
        explanation = f"{_capital(fixed.words)}, chậm nhất {weekday_date(due)}."
    return Deadline(
        due=due,
        anchor_day=None,
        explanation=explanation,
        explanation_long=explanation,
        conflicts=check_day(due, calendar, today=today),
        counted=(_mark(due, calendar, is_end=True),),
        clause=fixed.clause,
    )


def check_day(d: date, calendar: WorkCalendar, *, today: date | None = None) -> tuple[Conflict, ...]:
    """What speaks against a day chosen by hand."""
    if not _countable(d):
        return (Conflict(ConflictKind.YEAR_NOT_ANNOUNCED, d, f"không tính được: {_out_of_range(d)}"),)
    return (*_off_day(d, calendar, later=False), *_not_announced(d, d, calendar), *_past(d, today))


def _countable(d: date) -> bool:
    """A slip of the finger (year 0206, 9999) must not walk off the end of the calendar."""
    return FIRST_YEAR <= d.year <= LAST_YEAR


def _out_of_range(d: date) -> str:
    return f"Năm {d.year} nằm ngoài lịch ({FIRST_YEAR}–{LAST_YEAR})"


def _mark(d: date, calendar: WorkCalendar, number: int | None = None, *, is_end: bool = False) -> DayMark:
    reason = calendar.reason_off(d)
    return DayMark(d, working=reason is None, number=number, is_end=is_end, reason=reason or "")


def _count(rule: Rule, n: int, anchor_day: date, calendar: WorkCalendar) -> tuple[DayMark, ...]:
    """The days from the anchor to the n-th counted one, in the direction of the rule."""
    forward = rule.direction is Direction.AFTER
    if rule.unit is DayUnit.CALENDAR:
        end = anchor_day + timedelta(days=n if forward else -n)
    elif forward:
        end = calendar.add_working(anchor_day, n)
    else:
        end = calendar.subtract_working(anchor_day, n)
    start = _mark(anchor_day, calendar)
    marks = [DayMark(anchor_day, start.working, None, True, n == 0, start.reason)]
    number = 0
    d = anchor_day
    while d != end:
        d += timedelta(days=1 if forward else -1)
        counts = rule.unit is DayUnit.CALENDAR or calendar.is_working(d)
        number += counts
        marks.append(_mark(d, calendar, number if counts else None, is_end=d == end))
    return tuple(marks)


def _extension(rule: Rule, anchor_day: date, calendar: WorkCalendar) -> tuple[date | None, str]:
    if rule.extension is None or rule.extension <= rule.n or rule.direction is Direction.BEFORE:
        return None, ""
    last = _count(rule, rule.extension, anchor_day, calendar)[-1].day
    return last, (
        f"Trường hợp phức tạp: {rule.extension} {rule.unit.label} {rule.direction.label} "
        f"{rule.anchor.label}, chậm nhất {weekday_date(last)}."
    )


# --- conflicts ---------------------------------------------------------------------------------------


def _off_day(d: date, calendar: WorkCalendar, *, later: bool) -> list[Conflict]:
    reason = calendar.reason_off(d)
    if reason is None:
        return []
    previous, following = calendar.previous_working(d), calendar.next_working(d)
    if later:
        advice = f"Ngày làm việc tiếp theo: {weekday_long(following)} {date_dm(following)}."
    else:
        advice = f"Ngày làm việc liền trước: {weekday_long(previous)} {date_dm(previous)}."
    named = "" if reason == weekday_long(d) or date_plain(d) in reason.split() else f" ({reason})"
    return [
        Conflict(
            ConflictKind.OFF_DAY,
            d,
            f"rơi vào {weekday_long(d)} {date_dm(d)}{named}",
            advice,
            previous=previous,
            following=following,
            suggested=following if later else previous,
        )
    ]


def _not_announced(first: date, last: date, calendar: WorkCalendar) -> list[Conflict]:
    years = range(min(first, last).year, max(first, last).year + 1)
    unknown = [str(year) for year in years if not calendar.is_known(year)]
    if not unknown:
        return []
    return [
        Conflict(
            ConflictKind.YEAR_NOT_ANNOUNCED,
            last,
            f"tính theo lịch dự kiến, lịch nghỉ năm {', '.join(unknown)} chưa công bố",
            "Kiểm tra lại khi có thông báo chính thức.",
        )
    ]


def _past(d: date, today: date | None) -> list[Conflict]:
    if today is None or d >= today:
        return []
    return [
        Conflict(
            ConflictKind.PAST,
            d,
            f"đã qua {(today - d).days} ngày ({weekday_long(d)} {date_dm(d)})",
            "Cần làm ngay hoặc chọn ngày khác.",
        )
    ]


# --- explanation -------------------------------------------------------------------------------------


def _capital(s: str) -> str:
    return s[:1].upper() + s[1:]


def _explain(rule: Rule, marks: tuple[DayMark, ...], calendar: WorkCalendar) -> str:
    """ "10 ngày làm việc, không tính T7, CN, 27/4 (nghỉ bù Giỗ Tổ), 30/4, 1/5."."""
    if rule.n == 0:
        return f"Đúng {rule.anchor.label}."
    days = sorted(marks[1:], key=lambda m: m.day)
    off = [*weekends(days), *(named_run(*run) for run in breaks(days))]
    text = f"{rule.n} {rule.unit.label}"
    if off:
        text += f", {'không tính' if rule.unit is DayUnit.WORKING else 'tính cả'} {', '.join(off)}"
    if rule.unit is DayUnit.WORKING and (makeup := makeup_days(days, calendar)):
        text += f"; có tính {', '.join(makeup)} (làm bù)"
    return f"{text}."


def _explain_long(rule: Rule, marks: tuple[DayMark, ...], calendar: WorkCalendar) -> str:
    """ "10 ngày làm việc sau ngày 24/4/2026, trừ 27/4, 30/4, 1/5 → 13/5/2026"."""
    if rule.n == 0:
        return f"{rule.words} {date_short(marks[0].day)}"
    days = sorted(marks[1:], key=lambda m: m.day)
    text = f"{rule.n} {rule.unit.label} {rule.direction.label} ngày {date_short(marks[0].day)}"
    if rule.unit is DayUnit.WORKING:
        if runs := [run_dates(first, last) for first, last, _ in breaks(days)]:
            text += f", trừ {', '.join(runs)}"
        if makeup := makeup_days(days, calendar):
            text += f", kể cả {', '.join(makeup)} làm bù"
    return f"{text} → {date_short(marks[-1].day)}"
