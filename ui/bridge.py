"""Carries what the core tells to the windows, always on the main thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal


class Bus(Protocol):
    """`dialogue_desktop.events.EventBus`, as far as it is needed here."""

    def subscribe(self, listener: Callable[[object], None], /) -> Callable[[], None] | None: ...


class Bridge(QObject):
    """`heard` carries each event object of the core; listeners choose by its class.

    Events may come from any thread (the database has its own): they are queued to the main thread, so
    a page may touch its widgets in the slot.
    """

    heard = Signal(object)
    _from_core = Signal(object)

    def __init__(self, bus: Bus | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._leave: Callable[[], None] | None = None
        self._linked = False
        if bus is not None:
            self.listen(bus)

    def listen(self, bus: Bus) -> None:
        """Hear this bus (it comes with the services, after the first paint)."""
        self.close()
        if not self._linked:
            from PySide6.QtCore import Qt

            self._from_core.connect(self.heard, Qt.ConnectionType.QueuedConnection)
            self._linked = True
        self._leave = bus.subscribe(self._from_core.emit)

    def close(self) -> None:
        if self._leave is not None:
            self._leave()
            self._leave = None
