"""The time of day as a thing that can be given, so that tests hold it still."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Protocol

from dialogue_desktop.domain.wall_time import on_wall


class Clock(Protocol):
    """`now` is aware and in UTC; `today` is the day on the office's wall."""

    def now(self) -> datetime: ...
    def today(self) -> date: ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def today(self) -> date:
        return on_wall(datetime.now(UTC)).date()


class FixedClock:
    """A clock that stands still until it is moved; for tests, the sample and pictures."""

    def __init__(self, now: datetime) -> None:
        if now.tzinfo is None:
            raise ValueError("a clock needs an aware time")
        self._now = now

    def now(self) -> datetime:
        return self._now.astimezone(UTC)

    def today(self) -> date:
        return on_wall(self._now).date()

    def set(self, now: datetime) -> None:
        self._now = now
