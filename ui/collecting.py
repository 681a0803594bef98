"""Garbage in circles is collected on the main thread alone while other threads work.

A window that was closed lies in such circles. Python collects in whatever thread happens to allocate next,
and a widget that is freed on another thread than its own takes the whole program down.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1000


def hold_still() -> None:
    """From now on a collection does not look through what is there already, until `let_go`.

    A full one reads every object of the program, for longer than a page may stand still under somebody's
    hands; what is made while the page is on view is little.
    """
    gc.freeze()


def let_go() -> None:
    """The page has gone: everything may be collected again."""
    gc.unfreeze()


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
