"""The paper on view: read, begun, finished, each step off the main thread; another choice stops it."""

from __future__ import annotations

from collections.abc import Callable

from dialogue_desktop.domain.paper_choices import PaperChoices
from ui.papers.core import Begun, Core
from ui.runner import Runner


class Stopped(Exception):
    """Raised inside the work on a paper that nobody waits for any more."""


class _Turn:
    """One order; `pulse` is called by the work between its parts."""

    def __init__(self) -> None:
        self.stopped = False

    def pulse(self) -> None:
        if self.stopped:
            raise Stopped


class PaperFeed:
    """`show` gets the first pages of a long series, then all of it; of a short paper all at once."""

    def __init__(
        self,
        core: Core,
        read: Runner,
        press: Runner,
        show: Callable[[Begun], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._core, self._read_on, self._press_on = core, read, press
        self._show, self._failed = show, failed
        self._turn = _Turn()

    def want(self, name: str, choices: PaperChoices) -> None:
        """The newest order is the only one that comes to an end."""
        self.stop()
        turn = self._turn = _Turn()
        core = self._core

        def failed(error: Exception) -> None:
            if not turn.stopped:
                self._failed(error)

        def read() -> object:
            turn.pulse()  # passed over where another was wanted while this one stood in the queue
            return core.read(name, choices)

        def begin(source: object) -> None:
            if not turn.stopped:
                self._press_on(lambda: core.begin(source, turn.pulse), begun, failed)  # type: ignore[arg-type]

        def begun(result: Begun) -> None:
            if turn.stopped:
                return
            self._show(result)
            if not result.whole and not turn.stopped:
                self._press_on(lambda: core.finish(result, turn.pulse), begun, failed)

        self._read_on(read, begin, failed)

    def stop(self) -> None:
        """Whatever is under way is of no use any more."""
        self._turn.stopped = True
