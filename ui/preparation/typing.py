"""When what is typed into a form is written: words at a pause, days and hours when their field is left."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from ui.draft_keeper import Timer

E = TypeVar("E")

#: Within a second of the last key (L9).
PAUSE_MS = 700


class Typing(Generic[E]):
    """`write` gets the entry and whether its field was left; not for what it was given before."""

    def __init__(self, timer: Timer, write: Callable[[E, bool], None]) -> None:
        self._timer, self._write = timer, write
        self._now: E | None = None
        self._written: E | None = None
        self._settled = True

    def show(self, entry: E) -> None:
        """Another thing is in the form, or the same one as it was stored."""
        self._timer.stop()
        self._now = self._written = entry
        self._settled = True

    @property
    def now(self) -> E | None:
        """What stands in the form."""
        return self._now

    def typed(self, entry: E) -> None:
        if entry != self._now:
            self._now = entry
            self._settled = False
            self._timer.restart(PAUSE_MS, self._pause)

    def left(self) -> None:
        """A field was left, Enter was pressed, or the form goes out of sight."""
        self._timer.stop()
        if self._now is not None and not self._settled:
            self._settled = True
            self._written = self._now
            self._write(self._now, True)

    def _pause(self) -> None:
        if self._now is not None and self._now != self._written:
            self._written = self._now
            self._write(self._now, False)
