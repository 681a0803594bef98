"""Garbage in circles is collected on the main thread alone while other threads work.

A window that was closed lies in such circles. Python collects in whatever thread happens to allocate next,
and a widget that is freed on another thread than its own takes the whole program down.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

_EVERY_MS = 1000


class HeldStill(QObject):
    """While `page` is on view, a collection does not look through what was there when it was `ready`.

    A full one reads every object of the program, for longer than a page may stand still under somebody's
    hands; what is made while the page is on view is little. Once it has gone, all may be collected again.
    """

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page, self._ready = page, False
        page.installEventFilter(self)

    def ready(self) -> None:
        self._ready = True
        if self._page.isVisible():
            gc.freeze()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Show and self._ready:
            gc.freeze()
        elif kind == QEvent.Type.Hide:
            gc.unfreeze()
        return False


class Collecting(QObject):
    """From `start` to `stop` this object's thread looks once a second whether a collection is due."""

    _holders = 0  # in the whole process, as Python's switch is

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._on = False

    def start(self) -> None:
        if not self._on:
            self._on = True
            Collecting._holders += 1
            gc.disable()
            self._timer.start()

    def stop(self) -> None:
        if self._on:
            self._on = False
            self._timer.stop()
            Collecting._holders -= 1
            if not Collecting._holders:
                gc.enable()

    def collect(self) -> None:
        """The oldest generation that is due, as Python itself would."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return
