"""The clock on the wall of the hall: it stands still until something happens; times can be compared."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from dialogue_desktop.domain.wall_time import from_wall, on_wall

DAY = date(2026, 4, 24)


def at(words: str) -> datetime:
    """ "19:05" or "19:05:20" of the evening, as the program keeps times (UTC)."""
    return from_wall(datetime.combine(DAY, time.fromisoformat(words)))


class WallClock:
    """Moved on by the events; never back."""

    def __init__(self, start: str) -> None:
        self._now = at(start)

    def set(self, words: str) -> None:
        self._now = max(self._now, at(words))

    def wait(self, seconds: float) -> None:
        self._now += timedelta(seconds=seconds)

    def now(self) -> datetime:
        return self._now

    def today(self) -> date:
        return on_wall(self._now).date()
