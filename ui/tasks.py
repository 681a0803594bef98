"""Work off the main thread, its results brought back to it."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from shiboken6 import isValid

from ui.collecting import Collecting


class Lane(Enum):
    """One thread each: what touches the database keeps its order, long series of papers hold up neither the
    pages on view nor the rest."""

    DATABASE = "database"
    GENERAL = "general"
    PRESS = "press"


class Task:
    """A piece of work under way. `cancel()` from the main thread: nothing of it is delivered any more."""

    def __init__(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None] | None,
        failed: Callable[[Exception], None] | None,
        lane: Lane,
        owner: QObject | None,
    ) -> None:
        self.lane, self._owner = lane, owner
        self._work, self._done, self._failed = work, done, failed
        self._cancelled = False
        self.finished = False

    @property
    def cancelled(self) -> bool:
        """Long work may look at it between two steps and stop by itself."""
        return self._cancelled

    def cancel(self) -> None:
        self._cancelled = True


class _Worker:
    """One daemon thread and its queue; None ends it."""

    def __init__(self, name: str, deliver: Callable[[Task, Any, Exception | None], None]) -> None:
        import threading  # with the first task, after the first paint
        from queue import SimpleQueue

        self._queue: SimpleQueue[Task | None] = SimpleQueue()
        self._deliver = deliver
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def put(self, task: Task | None) -> None:
        self._queue.put(task)

    def join(self, seconds: float) -> bool:
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while (task := self._queue.get()) is not None:
            if task.cancelled:
                self._deliver(task, None, None)  # so that it no longer counts as under way
                continue
            try:
                result = task._work()
            except Exception as error:  # noqa: BLE001 - the one place that carries every error home
                self._deliver(task, None, error)
            else:
                self._deliver(task, result, None)


class Tasks(QObject):
    """Runs functions off the main thread; `done` and `failed` are called on the main thread.

    Work gets frozen inputs and gives back a result; it touches no widget. An error without `failed`
    goes to the signal `lost` (the crash window listens there). Threads start with their first task.
    """

    lost = Signal(object)  # Exception
    busy_changed = Signal(bool)
    _arrived = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers: dict[Lane, _Worker] = {}
        self._open: set[Task] = set()
        self._closed = False
        self._collecting = Collecting(self)
        # Emitted from the worker's thread, so Qt queues it to this object's own, the main thread.
        self._arrived.connect(self._receive)

    def run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        *,
        lane: Lane = Lane.GENERAL,
        owner: QObject | None = None,
    ) -> Task:
        """Start `work`. With an `owner`, nothing is delivered after that object is gone."""
        if self._closed:
            raise RuntimeError("tasks are shut down")
        task = Task(work, done, failed, lane, owner)
        if lane not in self._workers:
            self._collecting.start()
            self._workers[lane] = _Worker(f"dialogue-{lane.value}", self._arrived.emit)
        if not self._open:
            self.busy_changed.emit(True)
        self._open.add(task)
        self._workers[lane].put(task)
        return task

    @property
    def closed(self) -> bool:
        """Nothing can be run any more: the window is going."""
        return self._closed

    @property
    def busy(self) -> bool:
        return any(not task.cancelled for task in self._open)

    @Slot(object, object, object)
    def _receive(self, task: Task, result: Any, error: Exception | None) -> None:
        self._open.discard(task)
        task.finished = True
        if not self._open:
            self.busy_changed.emit(False)
        if self._closed:
            return  # the window is going; what was to be written has been
        if task.cancelled or (task._owner is not None and not isValid(task._owner)):
            return
        if error is None:
            if task._done is not None:
                task._done(result)
        elif task._failed is not None:
            task._failed(error)
        else:
            self.lost.emit(error)

    def shut_down(self, seconds: float = 10.0) -> bool:
        """Finish what stands in the queues, then end the threads; True when all ended in time.

        The database's queue is emptied first and never dropped: it holds what was typed.
        """
        self._closed = True
        ended = True
        for task in tuple(self._open):
            if task.lane is not Lane.DATABASE:
                task.cancel()
        for lane in (Lane.DATABASE, Lane.GENERAL, Lane.PRESS):
            worker = self._workers.pop(lane, None)
            if worker is not None:
                worker.put(None)
                ended = worker.join(seconds) and ended
        if ended:
            self._collecting.stop()
        return ended
