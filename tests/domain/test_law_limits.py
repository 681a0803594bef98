"""The law's own limits, by the day of the conference (P10, C2, M4, standards §3)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dialogue_desktop.calendar_data import load_calendar
from dialogue_desktop.domain.deadlines import ConflictKind, DayUnit, Direction, Rule, compute
from dialogue_desktop.domain.law_limits import (
    LAW_LIMITS,
    Confidence,
    LawLimit,
    LimitKind,
    limits_for,
    stricter,
)

CALENDAR = load_calendar(Path(__file__).parents[2] / "resources" / "calendar")
DAY = date(2026, 4, 24)


def limit(kind: LimitKind, day: date = DAY) -> LawLimit:
    (found,) = [x for x in limits_for(day) if x.kind is kind]
    return found


def test_limits_of_today() -> None:
    """M4: Luật 72/2025, Điều 43: notice 7 days before, result 10 calendar days after."""
    notice, result = limit(LimitKind.NOTICE), limit(LimitKind.RESULT)
    assert (notice.days, notice.due) == (7, date(2026, 4, 17))
    assert (result.days, result.due) == (10, date(2026, 5, 4))
    assert "72/2025/QH15, Điều 43" in notice.source
    assert result.confidence is Confidence.VERIFIED
    assert result.text == "Công bố, niêm yết, gửi kết quả hội nghị trong 10 ngày kể từ ngày họp"


@pytest.mark.parametrize(
    ("day", "law", "kinds"),
    [
        (date(2023, 5, 25), "2015", {LimitKind.NOTICE}),
        (date(2025, 2, 28), "2015", {LimitKind.NOTICE, LimitKind.POSTING, LimitKind.LOUDSPEAKER}),
        (date(2025, 3, 1), "65/2025", {LimitKind.NOTICE, LimitKind.POSTING, LimitKind.LOUDSPEAKER}),
        (date(2025, 6, 15), "65/2025", {LimitKind.NOTICE, LimitKind.POSTING, LimitKind.LOUDSPEAKER}),
        (date(2025, 6, 16), "72/2025", set(LimitKind)),
    ],
)
def test_the_law_in_force_on_the_day(day: date, law: str, kinds: set[LimitKind]) -> None:
    """P3: one law at a time; a number of days that was not found is not invented."""
    found = limits_for(day)
    assert {x.kind for x in found} == kinds
    assert len(found) == len(kinds)
    assert law in limit(LimitKind.NOTICE, day).source


def test_the_office_may_put_its_own_days_for_what_is_not_verified() -> None:
    """C2: the posting days are remembered, not read: marked so, and editable."""
    assert limit(LimitKind.POSTING).confidence is Confidence.UNVERIFIED
    assert limit(LimitKind.POSTING).due is None
    own = {x.kind: x for x in limits_for(DAY, {LimitKind.POSTING: 30, LimitKind.NOTICE: 10})}
    assert own[LimitKind.POSTING].text == "Niêm yết ít nhất 30 ngày liên tục"
    assert own[LimitKind.NOTICE].due == date(2026, 4, 14)


def test_the_law_is_warned_of_when_it_is_earlier_than_the_plan() -> None:
    """M4: S3's 10 working days end after the law's 10 calendar days."""
    plan = compute(Rule(n=10, unit=DayUnit.WORKING), DAY, CALENDAR)
    conflict = stricter(plan.due, limit(LimitKind.RESULT))
    assert conflict is not None
    assert conflict.kind is ConflictKind.LEGAL_LIMIT
    assert conflict.suggested == date(2026, 5, 4)
    assert conflict.sentence == (
        "Hạn muộn hơn hạn của luật là thứ Hai 04/5. Công bố, niêm yết, gửi kết quả hội nghị trong 10 ngày "
        "kể từ ngày họp (Luật Tổ chức chính quyền địa phương số 72/2025/QH15, Điều 43)."
    )
    assert plan.due == date(2026, 5, 13)


def test_no_warning_when_the_plan_is_as_strict_as_the_law() -> None:
    """C2: S2 posts 10 days before, three earlier than the law; 5 days before is too late."""
    notice = limit(LimitKind.NOTICE)

    def before(n: int) -> Rule:
        return Rule(direction=Direction.BEFORE, n=n)

    assert stricter(compute(before(10), DAY, CALENDAR).due, notice) is None
    assert stricter(compute(before(7), DAY, CALENDAR).due, notice) is None
    assert stricter(compute(before(5), DAY, CALENDAR).due, notice) is not None
    assert stricter(compute(before(5), None, CALENDAR).due, notice) is None
    assert stricter(compute(before(5), DAY, CALENDAR).due, limit(LimitKind.POSTING)) is None


def test_every_limit_has_its_source_and_periods_do_not_overlap() -> None:
    for one in LAW_LIMITS:
        assert one.source
        for other in LAW_LIMITS:
            if one is not other and one.kind is other.kind and one.in_force_from is not None:
                assert not other.covers(one.in_force_from)
