"""When the conference of an old plan is held, as far as its words say (P6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from dialogue_desktop.domain.plan import TimeKind, TimePlan
from dialogue_desktop.domain.words_vi import weekday_mismatch
from dialogue_desktop.exchange.plan_reading_facts import labelled
from dialogue_desktop.exchange.plan_reading_outline import Outline
from dialogue_desktop.exchange.plan_reading_types import Doubt

_HOUR = r"(?P<hour>\d{1,2})\s*(?:giờ|h|g|:)\s*(?P<minute>\d{2})?\s*(?:phút|['’′]|p\b)?"
_END = r"(?P<end_hour>\d{1,2})\s*(?:giờ|h|g|:)\s*(?P<end_minute>\d{2})?\s*(?:phút|['’′]|p\b)?"
_HOURS = rf"(?:(?P<from>từ)\s+)?{_HOUR}(?:\s*(?:đến|tới|-|–)\s*{_END})?"
DATE = (
    r"(?P<day>\d{1,2})(?:\s?[/.-]\s?|\s*tháng\s*)(?P<month>\d{1,2})"
    r"(?:\s?[/.-]\s?|\s*,?\s*năm\s*)(?P<year>\d{4})"
)
_DAY = r"(?P<day>\d{1,2})(?:\s?/\s?|\s*tháng\s*)(?P<month>\d{1,2})"
_WHEN = r"[^.;\d]{0,40}?"
_EXACT = re.compile(rf"(?:{_HOURS}{_WHEN})?(?:ngày\s+)?(?<!\d){DATE}(?!\d)", re.I)
_NO_YEAR = re.compile(rf"(?:{_HOURS}{_WHEN})?ngày\s+{_DAY}(?![\d/])", re.I)
_HOURS_BEHIND = re.compile(
    rf"\s*[,(]?\s*(?:bắt đầu\s+)?(?:vào\s+)?(?:từ|lúc|hồi)\s+{_HOUR}(?:\s*(?:đến|tới|-|–)\s*{_END})?", re.I
)
_YEAR = r"(?:\s*(?:/|,?\s*năm)\s*(?P<year>\d{4}))"
_BEFORE_MONTH = re.compile(rf"trước\s+tháng\s+(?P<month>\d{{1,2}}){_YEAR}?", re.I)
_MONTH = re.compile(rf"(?:trong\s+)?tháng\s+(?P<month>\d{{1,2}})(?!\d){_YEAR}?", re.I)
_QUARTER = r"(?:IV|I{1,3}|[1-4])"
_QUARTERS = re.compile(
    rf"(?P<word>qu[ýỹyỳ])\s+(?P<quarters>{_QUARTER}(?:\s*(?:,|và|-|–|;)\s*(?:qu[ýỹyỳ]\s+)?{_QUARTER})*)\b{_YEAR}?",
    re.I,
)
_LATER = re.compile(r"(?:thời gian(?: cụ thể)?\s+)?(?:sẽ\s+)?(?:có\s+)?thông báo sau", re.I)
_WEEKDAY = re.compile(
    r"\((?P<weekday>thứ\s+\S+|chủ nhật)\)|(?P<bare>thứ\s+(?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)\b", re.I
)
_ROMAN_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def weekday_at(text: str) -> tuple[int, int] | None:
    """Where a text names a weekday ("thứ Năm", "chủ nhật"), its brackets aside."""
    match = _WEEKDAY.search(text)
    if match is None:
        return None
    return match.span("weekday") if match["weekday"] else match.span("bare")


@dataclass(frozen=True, slots=True)
class TimeSaid:
    """A time and where its words stand in their text; `doubts` is what is not sure of it."""

    plan: TimePlan
    start: int
    end: int
    doubts: tuple[str, ...] = ()


def time_of(outline: Outline, doubts: list[Doubt]) -> tuple[TimePlan, str]:
    """The time as far as the plan knows it, and the words that say it."""
    said = [(line, text, found) for line, text, found in _said(outline)]
    if not said:
        return TimePlan(), _later(outline)
    line, text, first = said[0]
    doubts += [Doubt(line, "time", reason) for reason in first.doubts]
    days = {found.plan.day for _, _, found in said if found.plan.kind is TimeKind.EXACT}
    if len(days) > 1 and first.plan.kind is TimeKind.EXACT:
        doubts.append(Doubt(line, "time", f"kế hoạch ghi {len(days)} ngày họp; lấy ngày đầu"))
    if first.plan.kind is TimeKind.LATER:
        return TimePlan(), text
    return first.plan, text


def _later(outline: Outline) -> str:
    return next((text for _, text in labelled(outline, "thoi gian") if _LATER.search(text)), "")


def _said(outline: Outline) -> Iterator[tuple[int, str, TimeSaid]]:
    for line, text in labelled(outline, "thoi gian"):
        for found in times_in(text):
            yield line, text, found
    for line, text in ((outline.title_line, outline.title), (0, outline.lead_in)):
        if _MONTH.search(text) or _QUARTERS.search(text):
            for found in times_in(text):
                yield line, text, found


def times_in(text: str) -> list[TimeSaid]:
    """Every time that a text says, exact ones before vague ones, each kind in the order of the text."""
    exact = [found for match in _EXACT.finditer(text) if (found := _exact(text, match)) is not None]
    if exact:
        return exact
    for pattern, read in (
        (_BEFORE_MONTH, _before_month),
        (_QUARTERS, _quarters),
        (_NO_YEAR, _no_year),
        (_MONTH, _month),
    ):
        vague = [found for match in pattern.finditer(text) if (found := read(text, match)) is not None]
        if vague:
            return vague
    return []


def _exact(text: str, match: re.Match[str]) -> TimeSaid | None:
    try:
        day = date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        said = match[0].strip()
        return TimeSaid(TimePlan(), match.start(), match.end(), (f"ngày {_bare(said)} không có trong lịch",))
    if re.search(r"\btrước\s*$", text[: match.start()], re.I) and not match["hour"]:
        return _before_day(match, day)
    return _timed(text, match, day, ())


def _before_day(match: re.Match[str], day: date) -> TimeSaid:
    """ "trước ngày 30/9/2026" is told by months, the nearest that the plan can say."""
    kind, month = TimeKind.BEFORE_MONTH, day.month if day.day == 1 else day.month + 1
    if month > 12:
        kind, month = TimeKind.MONTH, 12
    words = "trong" if kind is TimeKind.MONTH else "trước"
    reason = f"“trước {match[0].strip()}” hiểu là {words} tháng {month}/{day.year}"
    return TimeSaid(TimePlan(kind, month=month, year=day.year), match.start(), match.end(), (reason,))


def _bare(said: str) -> str:
    return re.sub(r"^ngày\s+", "", said)


def _no_year(text: str, match: re.Match[str]) -> TimeSaid | None:
    """A day without its year is that of the plan's year, said by the conversion; here only the month."""
    month = int(match["month"])
    if not 1 <= month <= 12:
        return None
    reason = f"“{match[0].strip()}” không ghi năm; mới hiểu đến tháng"
    return TimeSaid(TimePlan(TimeKind.MONTH, month=month), match.start(), match.end(), (reason,))


def _timed(text: str, match: re.Match[str], day: date, doubts: tuple[str, ...]) -> TimeSaid:
    start, end = _clock(match["hour"], match["minute"]), _clock(match["end_hour"], match["end_minute"])
    begin, stop = match.start(), match.end()
    if match["from"] and end is None:
        begin = match.start("hour")  # "từ 8 giờ": the word stands before what follows
    if start is None:
        behind = _HOURS_BEHIND.match(text, stop)
        if behind is not None:
            start = _clock(behind["hour"], behind["minute"])
            end = _clock(behind["end_hour"], behind["end_minute"])
            stop = behind.end() if start is not None else stop
    weekday = _WEEKDAY.search(text)
    if weekday is not None:
        mismatch = weekday_mismatch(weekday["weekday"] or weekday["bare"], day)
        if mismatch:
            doubts = (*doubts, mismatch)
    return TimeSaid(TimePlan(TimeKind.EXACT, day, start, end, day.month, (), day.year), begin, stop, doubts)


def _clock(hour: str | None, minute: str | None) -> time | None:
    if not hour or int(hour) > 23 or int(minute or 0) > 59:
        return None
    return time(int(hour), int(minute or 0))


def _year(match: re.Match[str]) -> int | None:
    return int(match["year"]) if match["year"] else None


def _before_month(text: str, match: re.Match[str]) -> TimeSaid | None:
    month = int(match["month"])
    if not 1 <= month <= 12:
        return None
    return TimeSaid(
        TimePlan(TimeKind.BEFORE_MONTH, month=month, year=_year(match)), match.start(), match.end()
    )


def _month(text: str, match: re.Match[str]) -> TimeSaid | None:
    month = int(match["month"])
    if not 1 <= month <= 12:
        return None
    return TimeSaid(TimePlan(TimeKind.MONTH, month=month, year=_year(match)), match.start(), match.end())


def _quarters(text: str, match: re.Match[str]) -> TimeSaid:
    parts = re.findall(_QUARTER, match["quarters"], re.I)
    numbers = tuple(dict.fromkeys(_ROMAN_QUARTERS.get(part.lower()) or int(part) for part in parts))
    doubts = () if match["word"][-1] in "ýÝ" else (f"“{match[0].strip()}” hiểu là quý",)
    return TimeSaid(
        TimePlan(TimeKind.QUARTERS, quarters=numbers, year=_year(match)), match.start(), match.end(), doubts
    )
