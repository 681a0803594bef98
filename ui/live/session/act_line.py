"""Acts one after the other: each verb sees what the one before it did, and none holds up the typing."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any

from ui.runner import Runner


class ActLine:
    """A line of work and of verbs that wait for it; `run` does the work away from the screen."""

    def __init__(self, run: Runner) -> None:
        self._run = run
        self._waiting: deque[Callable[[], None]] = deque()
        self._busy = False
        self._inside: list[Callable[[], None]] | None = None

    @property
    def idle(self) -> bool:
        return not self._busy and not self._waiting

    @property
    def must_wait(self) -> bool:
        """A verb that is pressed now comes behind acts that are under way."""
        return self._inside is None and not self.idle

    def work(
        self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Exception], None]
    ) -> None:
        """Do it when all before it is done."""

        def start() -> None:
            self._busy = True
            self._run(work, arrived, broken)

        def arrived(result: Any) -> None:
            self._busy = False
            try:
                done(result)
            finally:
                self._go_on()

        def broken(error: Exception) -> None:
            self._busy = False
            try:
                failed(error)
            finally:
                self._go_on()

        self.when_free(start)

    def when_free(self, verb: Callable[[], None]) -> None:
        """A verb that depends on the state waits for the acts before it."""
        if self._inside is not None:
            self._inside.append(verb)
        elif self._busy or self._waiting:
            self._waiting.append(verb)
        else:
            verb()

    def _go_on(self) -> None:
        while self._waiting and not self._busy:
            verb = self._waiting.popleft()
            # What a verb asks for comes before the verbs that were pressed after it.
            inside: list[Callable[[], None]] = []
            self._inside = inside
            try:
                verb()
            finally:
                self._inside = None
                self._waiting.extendleft(reversed(inside))
