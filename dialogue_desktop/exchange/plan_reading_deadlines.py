"""Every deadline in the wording of an old plan as a rule or a fixed date, with its sentence (P10)."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from dialogue_desktop.domain.deadlines import MOST_DAYS, Anchor, DayUnit, Direction, FixedDate, Rule
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.exchange.plan_reading_bodies import begins_body
from dialogue_desktop.exchange.plan_reading_types import DatedDuty

_DATE = (
    r"(?P<day>\d{1,2})(?:\s?[/.-]\s?|\s*tháng\s*)(?P<month>\d{1,2})"
    r"(?:(?:\s?[/.-]\s?|\s*,?\s*năm\s*)(?P<year>\d{4})(?!\d))?"
)
_COUNT = r"(?P<n>\d{1,3})\s*(?:\([^)\d]{2,12}\)\s*)?(?P<what>ngày|tuần)(?P<working>\s+làm\s+việc)?"
_EVENT = r"(?:hội nghị|buổi|cuộc|phiên|đối thoại|tiếp xúc|tổ chức|diễn ra|txđt|kết thúc|ngày họp|khai mạc)"
_HOUR = r"(?:\s+(?P<hour>\d{1,2})\s*(?:giờ|h|:)\s*(?P<minute>\d{1,2})?\s*(?:['’′]|phút)?\s*,?)?"
_WEEKDAY = r"(?:\s*,?\s*(?:\(?(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|\d)|chủ nhật)\)?)\s*,?)?"

_FIXED = re.compile(
    r"(?P<how>trước|chậm nhất(?:\s+là)?(?:\s+(?:vào|đến|trong))?|muộn nhất(?:\s+là)?(?:\s+vào)?|đến hết"
    r"|đến|từ|vào|trong(?=\s+ngày)"
    r"|xong(?:\s+(?:vào|trong|trước))?|hoàn thành(?:\s+(?:vào|trong|trước))?|không quá|lúc)"
    rf"{_HOUR}{_WEEKDAY}(?:\s+ngày)?\s+{_DATE}",
    re.I,
)
#: "Thời gian hoàn thành: 15/7/2026".
_LABELLED = re.compile(rf"(?:hoàn thành|thời hạn|hạn|thời gian)\s*:\s*(?P<said>(?:ngày\s+)?{_DATE})", re.I)
#: A date alone in a cell.
_ALONE = re.compile(rf"\s*(?:ngày\s+)?{_DATE}\s*\.?", re.I)
_BEFORE = (
    # "chậm nhất là 10 ngày trước ngày tổ chức Hội nghị"
    re.compile(
        rf"(?:chậm nhất\s+(?:là\s+)?|ít nhất\s+(?:là\s+)?|tối thiểu\s+)?{_COUNT}\s*,?\s*trước\s+(?:khi\s+"
        rf"|ngày\s+|mỗi\s+)?{_EVENT}",
        re.I,
    ),
    # "trước 05 ngày tổ chức", "trước ít nhất 5 ngày", "chậm nhất trước 07 ngày tiếp xúc"
    re.compile(rf"(?:chậm nhất\s+)?trước\s+(?:ít nhất\s+|tối thiểu\s+)?{_COUNT}", re.I),
    # "trước hội nghị TXĐT 2 ngày"
    re.compile(rf"trước\s+(?:khi\s+|ngày\s+|mỗi\s+)?{_EVENT}[^.;,()\d]{{0,40}}?\s{_COUNT}", re.I),
)
_AFTER = (
    # "chậm nhất là 10 ngày làm việc sau hội nghị", "07 ngày làm việc, sau khi có thông báo kết luận"
    re.compile(
        rf"(?:chậm nhất\s+(?:là\s+)?|trong\s+(?:(?:vòng|thời hạn)\s+)?|không quá\s+"
        rf"|tối đa\s+)?{_COUNT}\s*,?\s*(?:kể từ|tính từ|sau)\b",
        re.I,
    ),
    # "chậm nhất sau 05 ngày làm việc", "sau 05 ngày tổ chức Hội nghị"
    re.compile(rf"(?:chậm nhất\s+(?:là\s+)?)?sau\s+{_COUNT}", re.I),
    # "sau khi kết thúc hội nghị, chậm nhất 03 ngày"
    re.compile(
        rf"sau\s+(?:khi\s+|ngày\s+)?{_EVENT}[^.;()\d]{{0,60}}?(?:chậm nhất|không quá|tối đa|trong(?: vòng"
        rf"| thời hạn)?)\s+(?:là\s+)?{_COUNT}",
        re.I,
    ),
    re.compile(rf"trong\s+(?:vòng|thời hạn)\s+{_COUNT}", re.I),
    # "sau buổi đối thoại 10 ngày"
    re.compile(
        rf"sau\s+(?:khi\s+|ngày\s+)?{_EVENT}[^.;,()\d]{{0,40}}?\s{_COUNT}(?!\s*,?\s*(?:kể từ|tính từ|sau)\b)",
        re.I,
    ),
)
#: "sau khi có thông báo kết luận 30 ngày"
_AFTER_NOTICE = re.compile(
    rf"sau\s+(?:khi\s+|ngày\s+)?(?:có|ra|ban hành"
    rf"|nhận được)\s+(?:văn bản\s+)?thông báo kết luận[^.;,()\d]{{0,25}}?\s{_COUNT}"
    r"(?!\s*,?\s*(?:kể từ|tính từ|sau)\b)",
    re.I,
)
_EXTENSION = re.compile(rf"(?:không quá|tối đa|kéo dài(?:\s+\S+){{0,4}}?)\s+{_COUNT}", re.I)
#: Right behind the count: "sau khi có thông báo kết luận". Further on, the notice is itself what is due.
_NOTICE = re.compile(
    r"\s*(?:,\s*)?(?:sau\s+|từ\s+)?(?:khi\s+|ngày\s+)?(?:có\s+|ra\s+|ban hành\s+"
    r"|nhận được\s+)?(?:văn bản\s+)?"
    r"(?:thông báo\s+)?kết luận",
    re.I,
)
_PLAN = re.compile(r"(?:ban hành|ký|nhận được|có)\s+(?:văn bản\s+)?kế hoạch", re.I)
#: "kể từ ngày nhận được văn bản giao": a day that the plan itself does not know.
_OTHER_DAY = re.compile(
    r"\s*(?:,\s*)?(?:từ\s+)?(?:khi|ngày)\s+(?:nhận|tiếp nhận|có|được|phân công|giao"
    r"|nhận được)\b(?!.{0,20}(?:kết luận|kế hoạch))",
    re.I,
)

UNSAID_ANCHOR = "không ghi tính từ ngày nào; hiểu là từ ngày họp"
UNKNOWN_ANCHOR = "tính từ một ngày mà kế hoạch không biết; hãy tự ghi hạn"
NO_SUCH_DAY = "ngày này không có trong lịch"
FIRST_DAY = "đây là ngày bắt đầu"
NO_YEAR = "không ghi năm; hiểu là năm của kế hoạch"


@dataclass(frozen=True, slots=True)
class _Found:
    """One deadline at its place in a paragraph."""

    start: int
    end: int
    wording: str
    rule: Rule | None = None
    fixed: FixedDate | None = None
    at: time | None = None
    doubt: str = ""


def dated_in(
    text: str, unit: str, line: int, clause: str = "", year: int | None = None
) -> tuple[DatedDuty, ...]:
    """Every deadline of a paragraph, in order, each with the sentence that it stands in. `year` is that of
    the plan, for dates without one; None leaves those out."""
    found: list[_Found] = []
    for one in sorted(_all(text, clause, year), key=lambda one: (one.start, -one.end)):
        if not found or one.start >= found[-1].end:
            found.append(one)
    found = _with_extensions(text, found)
    cuts = _cuts(text, found)
    return tuple(
        DatedDuty(line, unit, _sentence(text, one, cuts), one.wording, one.rule, one.fixed, one.at, one.doubt)
        for one in found
    )


def date_alone(text: str, clause: str, year: int | None) -> FixedDate | None:
    """A cell that is nothing but a date."""
    match = _ALONE.fullmatch(text)
    found = _fixed(match, "", clause, year) if match is not None else None
    return found.fixed if found is not None else None


def _all(text: str, clause: str, year: int | None) -> Iterator[_Found]:
    for match in _FIXED.finditer(text):
        found = _fixed(match, match["how"], clause, year)
        if found is not None:
            yield found
    for match in _LABELLED.finditer(text):
        labelled = _fixed(match, "", clause, year)
        if labelled is not None:
            yield replace(labelled, start=match.start("said"), wording=" ".join(match["said"].split()))
    for pattern in _BEFORE:
        for match in pattern.finditer(text):
            yield _rule(text, match, Direction.BEFORE, clause)
    for match in _AFTER_NOTICE.finditer(text):
        found = _rule(text, match, Direction.AFTER, clause)
        if found.rule is not None:
            yield replace(found, rule=replace(found.rule, anchor=Anchor.NOTICE_OF_CONCLUSION), doubt="")
    taken = [match.span() for match in _EXTENSION.finditer(text)]
    rules = [match.start() for pattern in _AFTER for match in pattern.finditer(text)]
    for pattern in _AFTER:
        for match in pattern.finditer(text):
            extends = next(
                (span for span in taken if span[0] <= match.end() and match.start() <= span[1]), None
            )
            if extends is None or not any(start < extends[0] for start in rules):
                yield _rule(text, match, Direction.AFTER, clause)


def _fixed(match: re.Match[str], how: str, clause: str, year: int | None) -> _Found | None:
    how = fold(how).strip(" :")
    wording = " ".join(match[0].split())
    named = match["year"]
    if named is None and year is None:
        return None
    if named is None and ("/" not in match[0] and "tháng" not in match[0].lower()):
        return None  # "1.5", "3-4": no day
    hour = _hour(match)
    try:
        day = date(int(named or year or 0), int(match["month"]), int(match["day"]))
    except ValueError:
        if named is None:
            return None
        return _Found(match.start(), match.end(), wording, at=hour, doubt=NO_SUCH_DAY)
    inclusive = not how.endswith("truoc")
    doubt = FIRST_DAY if how == "tu" else "" if named else NO_YEAR
    return _Found(match.start(), match.end(), wording, None, FixedDate(day, inclusive, clause), hour, doubt)


def _hour(match: re.Match[str]) -> time | None:
    if "hour" not in match.groupdict() or not match["hour"]:
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _rule(text: str, match: re.Match[str], direction: Direction, clause: str) -> _Found:
    around = text[match.start() : match.end() + 70]
    wording = " ".join(match[0].split())
    anchor, doubt = Anchor.CONFERENCE_DAY, ""
    if direction is Direction.AFTER and _NOTICE.match(text, match.end()):
        anchor = Anchor.NOTICE_OF_CONCLUSION
    elif _PLAN.search(around):
        anchor = Anchor.PLAN_DATE
    elif direction is Direction.AFTER and _OTHER_DAY.match(text, match.end()):
        return _Found(match.start(), match.end(), wording, doubt=UNKNOWN_ANCHOR)
    if anchor is Anchor.CONFERENCE_DAY and not re.search(_EVENT, around[:60], re.I):
        doubt = UNSAID_ANCHOR
    unit = DayUnit.WORKING if match["working"] else DayUnit.CALENDAR
    days = int(match["n"]) * (7 if match["what"].lower() == "tuần" else 1)
    rule = Rule(anchor, direction, min(days, MOST_DAYS), unit, None, wording, clause)
    return _Found(match.start(), match.end(), wording, rule, doubt=doubt)


def _with_extensions(text: str, found: Sequence[_Found]) -> list[_Found]:
    """ "… có thể kéo dài nhưng không quá 15 ngày làm việc" belongs to the rule before it."""
    result = list(found)
    rules = [index for index, one in enumerate(result) if one.rule is not None]
    ends = [result[index].end for index in rules]
    for match in _EXTENSION.finditer(text):
        before = bisect_right(ends, match.start())
        if before:
            one = result[rules[before - 1]]
            if one.rule is not None and one.rule.direction is Direction.AFTER:
                result[rules[before - 1]] = replace(one, rule=replace(one.rule, extension=int(match["n"])))
    return result


_SENTENCE_END = re.compile(r"(?:;\s+(?=[^\W\d_])|\.\s+(?=[A-ZĐÀ-Ỹ]))")


def _cuts(text: str, found: Sequence[_Found]) -> list[int]:
    """Where a duty may begin or end. Dots inside dates and abbreviations end nothing; a semicolon only where
    another body, a capital letter or an earlier deadline shows that a new duty begins: "niêm yết …; đăng tải
    … chậm nhất …" is one."""
    first = min((one.end for one in found), default=len(text))
    return [
        match.end()
        for match in _SENTENCE_END.finditer(text)
        if match[0][0] == "."
        or text[match.end()].isupper()
        or first <= match.start()
        or begins_body(text[match.end() :])
    ]


def _sentence(text: str, one: _Found, cuts: Sequence[int]) -> str:
    """The sentence around a deadline."""
    before, after = bisect_right(cuts, one.start), bisect_left(cuts, one.end)
    start = cuts[before - 1] if before else 0
    end = cuts[after] if after < len(cuts) else len(text)
    return text[start:end].strip(" -.;")
