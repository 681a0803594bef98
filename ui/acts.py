"""Taking back and doing again what was done on this page, and nothing that was done elsewhere (L9)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from ui.runner import Runner

Say = Callable[[str, Callable[[], None] | None], None]


class TakesBack(Protocol):
    """The core of a page; both give what was taken back or done again in words, "" for nothing."""

    def undo(self) -> str: ...
    def redo(self) -> str: ...


class Acts:
    """Counts the page's own acts: the core's undo knows only the newest act of the whole conference."""

    def __init__(
        self,
        core: TakesBack,
        run: Runner,
        say: Say,
        changed: Callable[[], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._core, self._run, self._say = core, run, say
        self._changed, self._failed = changed, failed
        self._done, self._undone = 0, 0

    def acted(self, words: str) -> None:
        """An act is committed: say it with its undo."""
        self._done += 1
        self._undone = 0
        self._say(words, self.undo)
        self._changed()

    def tell(self, words: str) -> None:
        """Nothing was done: one line says why."""
        self._say(words, None)

    def forget(self) -> None:
        """The page goes out of sight: other pages act now."""
        self._done = self._undone = 0

    def undo(self) -> None:
        if not self._done:
            self._say("Trên trang này chưa có việc nào để hoàn tác", None)
            return
        self._done -= 1

        def done(what: str) -> None:
            if what:
                self._undone += 1
                self._say(f"Đã hoàn tác: {what}", None)
            self._changed()

        self._run(self._core.undo, done, self._failed)

    def redo(self) -> None:
        if not self._undone:
            return
        self._undone -= 1

        def done(what: str) -> None:
            if what:
                self._done += 1
                self._say(f"Đã làm lại: {what}", self.undo)
            self._changed()

        self._run(self._core.redo, done, self._failed)
