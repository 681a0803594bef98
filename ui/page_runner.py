"""How a page runs its work: it hears of every failure, the crash window of every fault of the program."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from dialogue_desktop.errors import UserError
from ui.tasks import Lane, Tasks


class PageRunner:
    """Called as presenters call it: work, done, failed. Nothing is delivered after `owner` is gone.

    `failed` hears every error; one that is neither a `UserError` nor among `quiet` goes to `lost` as well.
    """

    def __init__(
        self,
        tasks: Tasks,
        owner: QObject,
        lane: Lane = Lane.DATABASE,
        *,
        quiet: tuple[type[Exception], ...] = (),
    ) -> None:
        self._tasks, self._owner, self._lane = tasks, owner, lane
        self._expected: tuple[type[Exception], ...] = (UserError, *quiet)

    def __call__(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        lane: Lane | None = None,
    ) -> None:
        def broken(error: Exception) -> None:
            failed(error)
            if not isinstance(error, self._expected):
                self._tasks.lost.emit(error)

        self._tasks.run(work, done, broken, lane=lane or self._lane, owner=self._owner)
