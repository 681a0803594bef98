"""The day to promise for an outcome, worked out once for each and kept (L3, P10)."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from dialogue_desktop.domain.plan import Plan
from dialogue_desktop.domain.promised import promise
from dialogue_desktop.domain.records import Outcome
from dialogue_desktop.domain.words_vi import date_plain, weekday_long
from dialogue_desktop.domain.work_calendar import WorkCalendar
from ui.live.session.service import DayOf


class Calendar(Protocol):
    """`services.deadlines.Deadlines`, as far as it is needed here."""

    def calendar(self) -> WorkCalendar: ...


def off_words(calendar: WorkCalendar, day: date) -> str:
    """ "Thứ Bảy 2/5 là ngày nghỉ. Ngày làm việc kế tiếp: thứ Hai 4/5"; "" for a working day."""
    reason = calendar.reason_off(day)
    if reason is None:
        return ""
    weekday = weekday_long(day)
    why = "" if reason.lower() == weekday.lower() else f" ({reason})"
    following = calendar.next_working(day)
    return (
        f"{weekday[:1].upper()}{weekday[1:]} {date_plain(day)} là ngày nghỉ{why}. "
        f"Ngày làm việc kế tiếp: {weekday_long(following)} {date_plain(following)}."
    )


def promised_days(plan: Plan, deadlines: Calendar, today: date) -> DayOf:
    """A function from outcome to day; None for outcomes that promise nothing."""
    known: dict[Outcome, date | None] = {}

    def day_of(outcome: Outcome) -> date | None:
        if outcome not in known:
            known[outcome] = promise(plan, outcome, deadlines.calendar(), today).day
        return known[outcome]

    return day_of
