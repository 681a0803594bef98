"""The limits that the law itself sets for a dialogue conference, by the day on which it is held."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from dialogue_desktop.domain.deadlines import Conflict, ConflictKind, Direction, Rule, compute
from dialogue_desktop.domain.text_vi import fold
from dialogue_desktop.domain.words_vi import date_dm, weekday_long
from dialogue_desktop.domain.work_calendar import WorkCalendar


class LimitKind(StrEnum):
    """What is limited: a last day (notice, result), or a least number of days in a row (the others)."""

    NOTICE = "notice"
    RESULT = "result"
    POSTING = "posting"
    LOUDSPEAKER = "loudspeaker"

    @property
    def is_duration(self) -> bool:
        return self in (LimitKind.POSTING, LimitKind.LOUDSPEAKER)


class Confidence(StrEnum):
    """Whether the law's own words have been read."""

    VERIFIED = "verified"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True)
class LawLimit:
    """One limit in force on the conference day.

    `days` are calendar days. `due` is the last day in time; None for durations. `confidence` says whether
    `source` was read or is only remembered; the office may put its own number of days for either.
    """

    kind: LimitKind
    text: str
    days: int
    source: str
    confidence: Confidence
    in_force_from: date | None = None
    in_force_to: date | None = None
    due: date | None = None

    @property
    def rule(self) -> Rule | None:
        """The limit as a deadline rule; None for durations."""
        if self.kind.is_duration:
            return None
        direction = Direction.BEFORE if self.kind is LimitKind.NOTICE else Direction.AFTER
        return Rule(direction=direction, n=self.days, clause=self.source)

    def concerns(self, words: str, *, before: bool) -> bool:
        """Whether a duty with these words, before or after the conference, is what the limit speaks of."""
        key = fold(words)
        if self.kind is LimitKind.NOTICE:
            return before and any(word in key for word in _NOTICE_WORDS)
        if self.kind is LimitKind.RESULT:
            return not before and any(word in key for word in _RESULT_WORDS) and "ket" in key
        return False

    def covers(self, d: date) -> bool:
        """Whether the limit is in force on this day."""
        after_start = self.in_force_from is None or self.in_force_from <= d
        return after_start and (self.in_force_to is None or d <= self.in_force_to)


_NOTICE_WORDS = ("niem yet", "thong bao", "phat thanh", "truyen thanh")
_RESULT_WORDS = ("niem yet", "cong bo", "cong khai", "dang tai", "thong bao ket qua")

_NOTICE = "Thông báo thời gian, địa điểm, nội dung hội nghị trước ít nhất {} ngày"
_RESULT = "Công bố, niêm yết, gửi kết quả hội nghị trong {} ngày kể từ ngày họp"
_POSTING = "Niêm yết ít nhất {} ngày liên tục"
_LOUDSPEAKER = "Phát trên loa truyền thanh ít nhất {} ngày liên tục"

_LAW_2015 = "Luật Tổ chức chính quyền địa phương 2015, Điều 125"
_LAW_65 = "Luật Tổ chức chính quyền địa phương số 65/2025/QH15, Điều 24"
_LAW_72 = "Luật Tổ chức chính quyền địa phương số 72/2025/QH15, Điều 43"
_LAW_10 = "Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15"

_SURE, _UNSURE = Confidence.VERIFIED, Confidence.UNVERIFIED

# The day count of Điều 24 khoản 3 of Law 65/2025 was not found, so it has no RESULT row.
LAW_LIMITS: tuple[LawLimit, ...] = (
    LawLimit(LimitKind.NOTICE, _NOTICE, 7, _LAW_2015, _UNSURE, None, date(2025, 2, 28)),
    LawLimit(LimitKind.NOTICE, _NOTICE, 7, _LAW_65, _SURE, date(2025, 3, 1), date(2025, 6, 15)),
    LawLimit(LimitKind.NOTICE, _NOTICE, 7, _LAW_72, _SURE, date(2025, 6, 16)),
    LawLimit(LimitKind.RESULT, _RESULT, 10, _LAW_72, _SURE, date(2025, 6, 16)),
    LawLimit(LimitKind.POSTING, _POSTING, 20, f"{_LAW_10}, Điều 12", _UNSURE, date(2023, 7, 1)),
    LawLimit(LimitKind.LOUDSPEAKER, _LOUDSPEAKER, 3, f"{_LAW_10}, Điều 13", _SURE, date(2023, 7, 1)),
)


def limits_for(conference_day: date, own_days: Mapping[LimitKind, int] | None = None) -> tuple[LawLimit, ...]:
    """The limits in force on the conference day, with their last days.

    ``own_days`` are the numbers of days that the office has put in place of the shipped ones.
    """
    own = own_days or {}
    found: list[LawLimit] = []
    for limit in LAW_LIMITS:
        if not limit.covers(conference_day):
            continue
        days = own.get(limit.kind, limit.days)
        found.append(_resolved(replace(limit, days=days, text=limit.text.format(days)), conference_day))
    return tuple(found)


def _resolved(limit: LawLimit, conference_day: date) -> LawLimit:
    rule = limit.rule
    if rule is None:
        return limit
    return replace(limit, due=compute(rule, conference_day, WorkCalendar()).due)  # calendar days only


def stricter(due: date | None, law_limit: LawLimit) -> Conflict | None:
    """The warning that the day in the plan is later than the law's; None when it is not.

    Both are last days in time, so the earlier one binds, before the conference as after it.
    """
    limit = law_limit.due
    if due is None or limit is None or due <= limit:
        return None
    return Conflict(
        ConflictKind.LEGAL_LIMIT,
        due,
        f"muộn hơn hạn của luật là {weekday_long(limit)} {date_dm(limit)}",
        f"{law_limit.text} ({law_limit.source}).",
        suggested=limit,
    )
