"""Screens that a test plugs in and pulls out."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from ui.hall.screens import ScreenInfo, Screens

LAPTOP = ScreenInfo("lap", "Màn hình 1", QRect(0, 0, 1366, 768), (1366, 768))
PROJECTOR = ScreenInfo("epson", "EPSON PJ", QRect(1366, 0, 1920, 1080), (1920, 1080))
TELEVISION = ScreenInfo("tv", "SAMSUNG", QRect(3286, 0, 1280, 720), (1920, 1080))  # 150 %
TWIN = ScreenInfo("twin", "EPSON PJ", QRect(0, 0, 1366, 768), (1366, 768))  # the same picture on both


class Plugs(Screens):
    """The operator sits at `seat`; `covered` notes each time that a window was laid over a screen."""

    def __init__(self, *screens: ScreenInfo) -> None:
        super().__init__()
        self.plugged = list(screens or (LAPTOP, PROJECTOR))
        self.seat = LAPTOP.key
        self.covered: list[str] = []

    def all(self) -> tuple[ScreenInfo, ...]:
        return tuple(self.plugged)

    def under(self, window: QWidget) -> str:
        return self.seat

    def cover(self, window: QWidget, key: str) -> None:
        screen = next(s for s in self.plugged if s.key == key)
        self.covered.append(key)
        window.setGeometry(screen.box)
        window.show()

    def plug(self, *screens: ScreenInfo) -> None:
        """These are there from now on, and no others."""
        self.plugged = list(screens)
        self.changed.emit()
