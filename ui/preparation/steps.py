"""Taking back and doing again, for acts whose answer is what stood there before (P14)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar

from ui.runner import Runner

V = TypeVar("V")


class _Step(NamedTuple, Generic[V]):
    words: str
    value: V
    key: str


class Steps(Generic[V]):
    """`put` writes a value and gives the one that stood there before: that is all an undo needs.

    Edits in a row with the same `key` are one step.
    """

    def __init__(
        self,
        put: Callable[[V], V],
        run: Runner,
        say: Callable[[str, Callable[[], None] | None], None],
        changed: Callable[[], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._put, self._run, self._say, self._changed, self._failed = put, run, say, changed, failed
        self._done: list[_Step[V]] = []
        self._undone: list[_Step[V]] = []

    def acted(self, words: str, before: V, *, key: str = "", tell: bool = True) -> None:
        """An act is written; `before` is what stood there. `tell`: say it, with its undo."""
        self._undone.clear()
        if not (key and self._done and self._done[-1].key == key):
            self._done.append(_Step(words, before, key))
        if tell:
            self._say(words, self.undo)

    def end_of_edit(self) -> None:
        """The next edit of the same thing is a step of its own."""
        if self._done and self._done[-1].key:
            self._done[-1] = self._done[-1]._replace(key="")

    def forget(self) -> None:
        """The page goes out of sight: what is done elsewhere must not be mixed up with this."""
        self._done.clear()
        self._undone.clear()

    def undo(self) -> None:
        if not self._done:
            self._say("Trên trang này chưa có việc nào để hoàn tác", None)
            return
        self._take(self._done, self._undone, "Đã hoàn tác")

    def redo(self) -> None:
        if self._undone:
            self._take(self._undone, self._done, "Đã làm lại")

    def _take(self, source: list[_Step[V]], target: list[_Step[V]], said: str) -> None:
        step = source.pop()

        def done(before: V) -> None:
            target.append(_Step(step.words, before, ""))
            words = step.words[:1].lower() + step.words[1:]
            self._say(f"{said}: {words}", self.undo if target is self._done else None)
            self._changed()

        def failed(error: Exception) -> None:
            source.append(step)
            self._failed(error)

        self._run(lambda: self._put(step.value), done, failed)
