"""Which backups are thinned out by age: what is near stays close, what is far stays far apart (G4)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

#: Days in which one a day stays, and after them weeks in which one a week stays; later one a month.
DAYS, WEEKS = 14, 8
#: Days in which every state stays that was kept before a restore, a merge or a new version of the program.
SPECIAL_DAYS = 90


@dataclass(frozen=True, slots=True)
class Aged:
    """One backup: `at` on the wall's clock, `reason` empty where it is one of the ordinary ones."""

    name: str
    at: datetime
    reason: str = ""


def groups(backups: Iterable[Aged], today: date) -> tuple[tuple[Aged, ...], ...]:
    """Backups of which one is enough, newest first in each group; those that all stay are in none."""
    found: dict[tuple[str, object], list[Aged]] = {}
    for backup in backups:
        span = _span(backup, today)
        if span is not None:
            found.setdefault((backup.reason, span), []).append(backup)
    return tuple(
        tuple(sorted(group, key=lambda b: (b.at, b.name), reverse=True))
        for group in found.values()
        if len(group) > 1
    )


def _span(backup: Aged, today: date) -> object:
    """The day, week or month that a backup stands for; None where it stays in any case."""
    day = backup.at.date()
    age = (today - day).days
    if age <= 0 or (backup.reason and age <= SPECIAL_DAYS):
        return None
    if age <= DAYS:
        return day
    year, week, _ = day.isocalendar()
    if age <= DAYS + 7 * WEEKS:
        return (year, week)
    return f"{day:%Y-%m}"
