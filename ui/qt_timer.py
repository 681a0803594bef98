"""The draft keeper's timer on Qt's event loop."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer


class QtTimer:
    """One shot that can be set again."""

    def __init__(self, parent: QObject) -> None:
        self._since = QElapsedTimer()
        self._since.start()
        self._call: Callable[[], None] | None = None
        self._timer = QTimer(parent)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._fire)

    def now_ms(self) -> int:
        return int(self._since.elapsed())

    def restart(self, delay_ms: int, call: Callable[[], None]) -> None:
        self._call = call
        self._timer.start(delay_ms)

    def stop(self) -> None:
        self._timer.stop()

    def _fire(self) -> None:
        if self._call is not None:
            self._call()
