"""When half-typed text is saved: soon after the last key, never later than a second, newest only."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Generic, Protocol, TypeVar

from ui.runner import Runner

D = TypeVar("D")

PAUSE_MS = 300
LONGEST_MS = 800  # since the first unsaved key; what is left of the second is for the disk
RETRY_MS = 3000


class Timer(Protocol):
    """One shot that can be set again; `now_ms` never goes back."""

    def now_ms(self) -> int: ...
    def restart(self, delay_ms: int, call: Callable[[], None]) -> None: ...
    def stop(self) -> None: ...


class DraftKeeper(Generic[D]):
    """Asks for the draft only when it is written, so that a burst of keys makes one save."""

    def __init__(
        self,
        current: Callable[[], D],
        save: Callable[[D], datetime],
        run: Runner,
        timer: Timer,
        *,
        saved: Callable[[datetime], None],
        failed: Callable[[Exception, D], None],
        hold: Callable[[], bool] = lambda: False,
    ) -> None:
        """`hold`: words that are in the draft no more are not written down yet; no draft goes before them."""
        self._current, self._save, self._run, self._timer = current, save, run, timer
        self._saved, self._failed, self._hold = saved, failed, hold
        self._first_ms: int | None = None
        self._in_flight = False
        self._again = False
        self._kept: D | None = None

    @property
    def pending(self) -> bool:
        """Something typed is not on the disk yet."""
        return self._first_ms is not None or self._in_flight or self._again

    def known(self, draft: D) -> None:
        """What the disk holds already (after a start)."""
        self._kept = draft

    def touch(self) -> None:
        """A key changed the text."""
        now = self._timer.now_ms()
        if self._first_ms is None:
            self._first_ms = now
        wait = min(PAUSE_MS, max(0, self._first_ms + LONGEST_MS - now))
        self._timer.restart(wait, self.write)

    def try_again(self) -> None:
        """Write the draft after a while although it is known: what goes with it is not on the disk."""
        self._kept = None
        if self._first_ms is None:
            self._first_ms = self._timer.now_ms()
            self._timer.restart(RETRY_MS, self.write)

    def write(self) -> None:
        """Write the newest text now; while one save is under way only the wish is kept."""
        if self._in_flight:
            self._again = True
            return
        if self._hold():
            if self._first_ms is None:
                self._first_ms = self._timer.now_ms()
            self._timer.restart(PAUSE_MS, self.write)
            return
        self._timer.stop()
        self._first_ms, self._again = None, False
        draft = self._current()
        if draft == self._kept:
            return
        self._in_flight = True

        def done(at: datetime) -> None:
            self._in_flight = False
            self._kept = draft
            self._saved(at)
            if self._again:
                self.write()

        def failed(error: Exception) -> None:
            self._in_flight = False
            self._again = False
            self._first_ms = self._timer.now_ms()
            self._failed(error, draft)
            self._timer.restart(RETRY_MS, self.write)

        self._run(lambda: self._save(draft), done, failed)
