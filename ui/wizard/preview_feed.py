"""When the page beside the step is drawn anew: 300 ms after the last key, off-thread, newest wins (P1)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from dialogue_desktop.domain.plan import Plan
from ui.wizard.autosave import Delay

#: From the last key to the start of drawing (design.md, "Page preview").
PAUSE_MS = 300

T = TypeVar("T")


class DrawRunner(Protocol[T]):
    """Does work away from the window's thread and hands the answer back on it."""

    def __call__(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None: ...


class PreviewFeed(Generic[T]):
    """Draws the newest plan. One drawing at a time; what a newer plan has overtaken is not shown.

    `show` gets the drawing and the anchors touched since the last one shown.
    """

    def __init__(
        self,
        draw: Callable[[Plan], T],
        run: DrawRunner[T],
        delay: Delay,
        show: Callable[[T, tuple[str, ...]], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._draw, self._run, self._delay = draw, run, delay
        self._show, self._failed = show, failed
        self._newest: Plan | None = None
        self._touched: tuple[str, ...] = ()
        self._running = False
        self._due = False
        self._closed = False

    def want(self, plan: Plan, anchor: str = "", *, now: bool = False) -> None:
        """`now` does not wait for a pause: the first page, or another step."""
        if self._closed:
            return
        self._newest = plan
        if anchor and anchor not in self._touched:
            self._touched = (*self._touched, anchor)
        if now:
            self._delay.stop()
            self._begin()
        else:
            self._delay.start(PAUSE_MS, self._begin)

    def close(self) -> None:
        """Nothing more is drawn or shown."""
        self._closed = True
        self._newest = None
        self._delay.stop()

    def _begin(self) -> None:
        if self._running:
            self._due = True  # the pause is over; it is drawn as soon as the drawing under way is done
            return
        if self._newest is None:
            return
        self._due = False
        plan, self._newest = self._newest, None
        self._running = True
        self._run(lambda: self._draw(plan), self._done, self._broken)

    def _done(self, drawing: T) -> None:
        self._running = False
        if self._closed:
            return
        if self._newest is not None:
            # Typed meanwhile: this drawing is old already.
            if self._due:
                self._begin()
            return
        touched, self._touched = self._touched, ()
        self._show(drawing, touched)

    def _broken(self, error: Exception) -> None:
        self._running = False
        if self._closed:
            return
        if self._newest is not None:
            if self._due:
                self._begin()
            return
        self._failed(error)
